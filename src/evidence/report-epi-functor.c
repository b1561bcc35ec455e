/* SPDX-License-Identifier: MIT */
#include "evidence/functors.h"
#include "evidence/report-private.h"

/* Epis of Cat, by two copies of the target glued along the image, and split morphisms, by the
 * functors back: both made here once more. */

#define MAX_ROWS 1000000
#define MAX_ASKED 2000

/* The arrow called @copy ("1." or "2.") and the name of arrow @f of @d, also of a formal inverse.
 */
static guint32
find_copy (const ChasePresentation *glued, const ChasePresentation *d, const char *copy, guint32 f)
{
  const ChaseArrow *arrow = chase_presentation_arrow (d, f);
  guint32 base = arrow->formal ? arrow->inverse : f;
  g_autofree char *name = g_strconcat (copy, chase_presentation_arrow (d, base)->name, NULL);
  guint32 found = chase_presentation_find_arrow (glued, name);

  return arrow->formal ? chase_presentation_arrow (glued, found)->inverse : found;
}

static GArray *
word_in (const ChasePresentation *glued, const ChasePresentation *d, const char *copy,
         ChaseWord word)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < word.length; i++)
    {
      guint32 letter = find_copy (glued, d, copy, word.letters[i]);

      g_array_append_val (letters, letter);
    }
  return letters;
}

static void
equate (ChasePresentation *glued, const ChasePresentation *d, guint32 source, const char *copies[2],
        ChaseWord left, ChaseWord right)
{
  g_autoptr (GArray) one = word_in (glued, d, copies[0], left);
  g_autoptr (GArray) two = word_in (glued, d, copies[1], right);

  chase_presentation_add_equation (glued, source, chase_demand_word (one), chase_demand_word (two),
                                   NULL, 0);
}

static ChasePresentation *
two_copies (const ChaseFunctor *functor)
{
  static const char *const names[] = { "1.", "2." };
  const ChasePresentation *c = functor->source->presentation;
  const ChasePresentation *d = functor->target->presentation;
  ChasePresentation *glued = chase_presentation_new ();
  const char *both[] = { names[0], names[1] };

  for (guint32 x = 0; x < chase_presentation_n_objects (d); x++)
    chase_presentation_add_object (glued, chase_presentation_object_name (d, x));
  for (guint k = 0; k < 2; k++)
    for (guint32 f = 0; f < chase_presentation_n_arrows (d); f++)
      {
        const ChaseArrow *arrow = chase_presentation_arrow (d, f);
        g_autofree char *text = g_strconcat (names[k], arrow->name, NULL);
        g_autoptr (ChaseName) name = chase_name_new (text);

        if (!arrow->formal)
          chase_presentation_add_arrow (glued, name, arrow->source, arrow->target,
                                        arrow->properties);
      }
  for (guint k = 0; k < 2; k++)
    for (guint32 e = 0; e < chase_presentation_n_equations (d); e++)
      {
        const ChaseEquation *equation = chase_presentation_equation (d, e);
        const char *same[] = { names[k], names[k] };

        equate (glued, d, equation->source, same, equation->left, equation->right);
      }
  for (guint32 f = 0; f < chase_presentation_n_arrows (c); f++)
    if (!chase_presentation_arrow (c, f)->formal)
      equate (glued, d, functor->objects[chase_presentation_arrow (c, f)->source], both,
              functor->words[f], functor->words[f]);
  return glued;
}

static gboolean
reaches (const ChaseFunctor *functor, guint32 x)
{
  for (guint32 a = 0; a < chase_presentation_n_objects (functor->source->presentation); a++)
    if (functor->objects[a] == x)
      return TRUE;
  return FALSE;
}

/* Declared monos and epis need not cancel in what is glued. */
static gboolean
keeps_declared (const ChasePresentation *d)
{
  for (guint32 f = 0; f < chase_presentation_n_arrows (d); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (d, f);

      if (arrow->formal || (arrow->properties & CHASE_PROPERTY_ISO))
        continue;
      if (arrow->properties & ~(guint)CHASE_PROPERTY_IDEMPOTENT)
        return FALSE;
    }
  return TRUE;
}

gboolean
chase_report_epi_functor (ChaseTheory *theory, const ChaseFunctor *given, gboolean holds,
                          JsonObject *object, GError **error)
{
  const ChaseFunctor *functor = chase_theory_functor_listed (theory, given);
  g_autoptr (ChasePresentation) glued = NULL;
  g_autoptr (ChaseDemands) laws = chase_demands_new ();
  const char *name = chase_report_string (object, "object");
  const ChasePresentation *d;

  if (functor == NULL || functor->form != CHASE_FUNCTOR_WORDS)
    return chase_refuse (error, "the values of this functor are not known");
  d = functor->target->presentation;
  if (!holds && name != NULL)
    return (chase_presentation_find_object (d, name) != G_MAXUINT32
            && !reaches (functor, chase_presentation_find_object (d, name)))
           || chase_refuse (error, "this object is reached");
  for (guint32 x = 0; x < chase_presentation_n_objects (d); x++)
    if (!reaches (functor, x))
      return chase_refuse (error, "an object is not reached");
  if (!keeps_declared (d))
    return chase_refuse (error, "declared monos and epis may be lost where copies are glued");
  glued = two_copies (functor);
  for (guint32 f = 0; f < chase_presentation_n_arrows (d); f++)
    {
      ChaseDemand *law;
      guint32 letter;

      if (chase_presentation_arrow (d, f)->formal)
        continue;
      law = chase_demands_add_paths (laws, glued, chase_presentation_arrow (d, f)->source);
      letter = find_copy (glued, d, "1.", f);
      g_array_append_val (law->left, letter);
      letter = find_copy (glued, d, "2.", f);
      g_array_append_val (law->right, letter);
    }
  return chase_report_laws (theory, laws, holds, object, error);
}

/* Functors back. */

typedef struct
{
  const ChaseFunctor *functor;
  ChaseEnumerated *c;
  ChaseEnumerated *d;
  guint asked;
} Back;

static gboolean
asked_too_often (gpointer data)
{
  return ++((Back *)data)->asked > MAX_ASKED;
}

/* First there, then back: is every generator of the source what it was? */
static gboolean
undoes (const Back *back, const guint32 *values)
{
  const ChasePresentation *p = back->c->presentation;
  guint32 n = chase_presentation_n_objects (back->d->presentation);

  for (guint32 a = 0; a < chase_presentation_n_objects (p); a++)
    if (values[back->functor->objects[a]] != a)
      return FALSE;
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      ChaseWord word = back->functor->words[f];
      guint32 value
          = chase_finite_identity (back->c->finite, chase_presentation_arrow (p, f)->source);

      if (chase_presentation_arrow (p, f)->formal)
        continue;
      for (guint32 i = 0; i < word.length; i++)
        value = chase_finite_compose (back->c->finite, value, values[n + word.letters[i]]);
      if (value != back->c->generators[f])
        return FALSE;
    }
  return TRUE;
}

/* First back, then there: is every generator of the target what it was? */
static gboolean
is_undone (const Back *back, const guint32 *values)
{
  const ChasePresentation *q = back->d->presentation;
  guint32 n = chase_presentation_n_objects (q);

  for (guint32 x = 0; x < n; x++)
    if (back->functor->objects[values[x]] != x)
      return FALSE;
  for (guint32 f = 0; f < chase_presentation_n_arrows (q); f++)
    {
      g_autoptr (GArray) image = g_array_new (FALSE, FALSE, sizeof (guint32));

      if (chase_presentation_arrow (q, f)->formal)
        continue;
      if (!chase_functor_map (back->functor, chase_enumerated_word (back->c, values[n + f]), image)
          || chase_enumerated_value (back->d, chase_presentation_arrow (q, f)->source,
                                     chase_demand_word (image))
                 != back->d->generators[f])
        return FALSE;
    }
  return TRUE;
}

static gboolean
look_through (const Back *back, const ChaseFunctors *all, gboolean mono, gboolean holds,
              JsonObject *object, GError **error)
{
  JsonNode *node = json_object_get_member (object, "back");

  for (guint i = 0; i < all->list->len; i++)
    {
      const guint32 *values = g_ptr_array_index (all->list, i);

      if (!(mono ? undoes (back, values) : is_undone (back, values)))
        continue;
      if (!holds)
        return chase_refuse (error, "there is such a functor back");
      if (node != NULL && chase_functors_are (all, values, node))
        return TRUE;
    }
  if (holds)
    return chase_refuse (error, "the evidence names no such functor back");
  return all->count == all->list->len || chase_refuse (error, "there are too many functors back");
}

gboolean
chase_report_split_functor (const ChaseFunctor *functor, gboolean mono, gboolean holds,
                            JsonObject *object, GError **error)
{
  Back back = { functor, NULL, NULL, 0 };
  g_autoptr (ChaseEnumerated) c = NULL;
  g_autoptr (ChaseEnumerated) d = NULL;
  g_autoptr (ChaseFunctors) all = NULL;

  if (functor == NULL || functor->form != CHASE_FUNCTOR_WORDS)
    return chase_refuse (error, "the values of this functor are not known");
  back.c = c = chase_enumerate (functor->source, MAX_ROWS, error);
  back.d = d = c != NULL ? chase_enumerate (functor->target, MAX_ROWS, error) : NULL;
  if (d == NULL)
    return FALSE;
  all = chase_functors_search (d->presentation, c, FALSE, asked_too_often, &back);
  if (all == NULL)
    return chase_refuse (error, "the functors back could not be looked through");
  return look_through (&back, all, mono, holds, object, error);
}
