/* SPDX-License-Identifier: MIT */
#include "engine/view-private.h"

#include "i18n.h"

/* The element called @name, as a label: a number as it is. */
char *
chase_view_element_label (const ChaseName *name, guint32 number)
{
  if (name == NULL)
    return g_strdup_printf ("%u", number);
  return g_ascii_isdigit (name[0]) || name[0] == '-' ? g_strdup (name) : chase_name_to_label (name);
}

static void
fill_from_sets (ChaseSetPicture *picture, const ChaseSets *sets)
{
  for (guint32 i = 0; i < picture->n_objects; i++)
    {
      chase_set_picture_set_size (picture, i, sets->sizes[i]);
      for (guint32 x = 0; x < sets->sizes[i]; x++)
        picture->names[i][x] = chase_view_element_label (sets->names[sets->first[i] + x], x);
    }
  for (guint32 f = 0; f < picture->n_arrows; f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (picture->category->presentation, f);

      if (!arrow->formal)
        picture->functions[f] = g_memdup2 (sets->functions + sets->offsets[f],
                                           sets->sizes[arrow->source] * sizeof (guint32));
    }
}

/* The morphisms out of the functor's fixed object: for Hom (-, A) they are those of the opposite
 * category, whose words are read backwards. */
static char *
morphism_label (const ChaseFunctor *functor, const ChaseMorphism *morphism)
{
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (guint32));
  ChaseWord word = morphism->word;

  if (word.length == 0)
    {
      g_autofree char *object = chase_view_object_label (functor->source, morphism->source);

      return g_strdup_printf ("\\mathrm{id}_{%s}", object);
    }
  if (functor->covariant_hom)
    return chase_view_word_label (functor->source, word);
  for (guint32 i = word.length; i > 0; i--)
    g_array_append_val (letters, word.letters[i - 1]);
  return chase_view_word_label (
      functor->source, (ChaseWord){ (const guint32 *)(gpointer)letters->data, letters->len });
}

/* Numbers the morphisms from the object of a Hom functor within their sets. */
static guint32 *
number_morphisms (ChaseSetPicture *picture, const ChaseFunctor *functor, const ChaseHomSets *homs)
{
  guint n = chase_hom_sets_size (homs);
  guint32 *numbers = g_new0 (guint32, n + 1);

  for (guint32 i = 0; i < picture->n_objects; i++)
    chase_set_picture_set_size (picture, i, chase_hom_sets_count (homs, functor->object, i));
  for (guint32 m = 0; m < n; m++)
    {
      const ChaseMorphism *morphism = chase_hom_sets_get (homs, m);
      guint32 number = 0;

      if (morphism->source != functor->object)
        continue;
      while (picture->names[morphism->target][number] != NULL)
        number++;
      numbers[m] = number;
      picture->names[morphism->target][number] = morphism_label (functor, morphism);
    }
  return numbers;
}

/* Which morphism the generator @f is. */
static guint32
generator (const ChaseHomSets *homs, const ChaseArrow *arrow, guint32 f)
{
  guint32 n_arrows = chase_presentation_n_arrows (homs->presentation);

  return g_array_index (homs->next, guint32, arrow->source * n_arrows + f);
}

static gboolean
fill_from_hom (ChaseView *view, ChaseSetPicture *picture, const ChaseFunctor *functor)
{
  g_autoptr (ChaseEngine) engine = chase_engine_new (functor->source->presentation);
  g_autofree char *reason = NULL;
  g_autoptr (ChaseHomSets) homs = chase_hom_sets_new (engine, view->budget, NULL, &reason);
  g_autofree guint32 *numbers = NULL;

  if (homs == NULL)
    return chase_view_wrong (view, reason);
  numbers = number_morphisms (picture, functor, homs);
  for (guint32 f = 0; f < picture->n_arrows; f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (picture->category->presentation, f);

      if (arrow->formal)
        continue;
      picture->functions[f] = g_new0 (guint32, picture->sizes[arrow->source] + 1);
      for (guint32 m = 0; m < chase_hom_sets_size (homs); m++)
        {
          const ChaseMorphism *morphism = chase_hom_sets_get (homs, m);

          if (morphism->source == functor->object && morphism->target == arrow->source)
            picture->functions[f][numbers[m]]
                = numbers[chase_hom_sets_compose (homs, m, generator (homs, arrow, f))];
        }
    }
  return TRUE;
}

/* Is this Hom (A, -) or Hom (-, A), whether or not its values are listed already? */
static gboolean
is_hom (const ChaseFunctor *functor)
{
  return functor->term != NULL && functor->term->kind == CHASE_TERM_HOM
         && functor->object != G_MAXUINT32;
}

/* "M(A)" and "M(f)", the functor written as @term (a name, Hom (A, -)). */
static void
add_titles (ChaseSetPicture *picture, const ChaseFunctor *functor)
{
  g_autoptr (ChaseTerm) term = chase_view_functor_term (functor);
  g_autofree char *name = chase_term_to_label (term);
  gboolean plain = functor->item != NULL;

  for (guint32 i = 0; i < picture->n_objects; i++)
    {
      g_autofree char *object = chase_view_object_label (picture->category, i);
      g_autofree char *fixed = is_hom (functor) && !plain
                                   ? chase_view_object_label (functor->source, functor->object)
                                   : NULL;

      if (fixed != NULL)
        picture->titles[i] = functor->covariant_hom
                                 ? g_strdup_printf ("\\mathrm{Hom}(%s, %s)", fixed, object)
                                 : g_strdup_printf ("\\mathrm{Hom}(%s, %s)", object, fixed);
      else
        picture->titles[i] = g_strdup_printf ("%s(%s)", name, object);
    }
  for (guint32 f = 0; f < picture->n_arrows; f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (picture->category->presentation, f);
      g_autofree char *label
          = chase_view_declared_label (picture->category, CHASE_STATEMENT_ARROW, arrow->name);

      picture->labels[f]
          = plain ? g_strdup_printf ("%s(%s)", name, label)
                  : g_strdup_printf ("{%s}%s", label, functor->covariant_hom ? "_*" : "^*");
    }
}

gboolean
chase_view_sets (ChaseView *view)
{
  const ChaseFunctor *functor
      = chase_theory_functor (view->theory, view->item->expression, NULL, NULL, NULL);
  g_autoptr (ChaseSetPicture) picture = NULL;
  gboolean hom;

  if (functor == NULL && chase_view_chart (view))
    return TRUE;
  if (functor == NULL)
    functor
        = chase_theory_functor (view->theory, view->item->expression, NULL, NULL, view->problems);
  if (functor == NULL)
    return FALSE;
  if (functor->source->kind != CHASE_CATEGORY_PRESENTED
      || functor->target->kind != CHASE_CATEGORY_SETS)
    return chase_view_wrong (view,
                             _ ("its sets are drawn where it goes to Set from a category with "
                                "generators"));
  hom = is_hom (functor);
  if (functor->sets == NULL && !hom)
    return chase_view_wrong (view,
                             _ ("only sets that are given, and those of Hom(A, -) and Hom(-, A), "
                                "can be drawn"));
  picture = chase_set_picture_new (functor->source);
  if (hom && !fill_from_hom (view, picture, functor))
    return FALSE;
  if (!hom)
    fill_from_sets (picture, functor->sets);
  add_titles (picture, functor);
  if (view->item->at != NULL && !chase_view_chase (view, picture, functor))
    return FALSE;
  chase_set_picture_draw (picture, view->diagram);
  return TRUE;
}
