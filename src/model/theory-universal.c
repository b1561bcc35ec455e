/* SPDX-License-Identifier: MIT */
#include "model/set-maps.h"
#include "model/slice-sets.h"
#include "model/theory-checking.h"

#include "i18n.h"

/* Universal properties: the legs must end where the shape says. */

static void
leg_error (ChaseChecking *checking, const ChaseCategory *category, const ChaseTerm *leg,
           guint32 from, guint32 to, guint32 want_from, guint32 want_to)
{
  const ChasePresentation *p = category->presentation;
  g_autofree char *text = chase_term_to_text (leg);

  chase_theory_error (
      checking->problems, leg, NULL, "%s runs from %s to %s, but this leg must run from %s to %s",
      text, chase_presentation_object_name (p, from), chase_presentation_object_name (p, to),
      chase_presentation_object_name (p, want_from), chase_presentation_object_name (p, want_to));
}

/* The objects at which the legs end, in order, or NULL with an error. */
static GArray *
feet (ChaseChecking *checking, const ChaseCategory *category, const ChaseProposition *proposition)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (guint32));
  ChaseUniversalShape shape = proposition->shape;
  guint n = chase_said_length (proposition->base);
  guint32 ends[4] = { 0 };

  if (shape == CHASE_SHAPE_PRODUCT || shape == CHASE_SHAPE_COPRODUCT)
    {
      for (guint i = 0; i < n; i++)
        {
          guint32 object;

          if (!chase_theory_object (checking->theory, category,
                                    chase_said_nth (proposition->base, i), &object,
                                    checking->problems))
            return NULL;
          g_array_append_val (list, object);
        }
      return g_steal_pointer (&list);
    }
  if (n != 2)
    {
      chase_theory_error (checking->problems, chase_said_nth (proposition->base, 0), NULL,
                          "a %s is of two arrows", CHASE_SHAPED (chase_shape_word (shape)));
      return NULL;
    }
  for (guint i = 0; i < 2; i++)
    if (!chase_check_path_ends (checking, category, chase_said_nth (proposition->base, i),
                                &ends[2 * i], &ends[2 * i + 1]))
      return NULL;
  if (shape == CHASE_SHAPE_PULLBACK || shape == CHASE_SHAPE_PUSHOUT)
    {
      guint meet = shape == CHASE_SHAPE_PULLBACK ? 1 : 0;

      if (ends[meet] != ends[2 + meet])
        {
          chase_theory_error (checking->problems, chase_said_nth (proposition->base, 1), NULL,
                              meet ? _ ("a pullback is of two arrows to one object")
                                   : "a pushout is of two arrows from one object");
          return NULL;
        }
      g_array_append_val (list, ends[1 - meet]);
      g_array_append_val (list, ends[3 - meet]);
      return g_steal_pointer (&list);
    }
  if (ends[0] != ends[2] || ends[1] != ends[3])
    {
      chase_check_not_parallel (checking, category, chase_said_nth (proposition->base, 0),
                                chase_said_nth (proposition->base, 1), ends);
      return NULL;
    }
  g_array_append_val (list, ends[shape == CHASE_SHAPE_EQUALIZER ? 0 : 1]);
  return g_steal_pointer (&list);
}

/* The category of a limit's diagram, or NULL with an error. */
static const ChaseCategory *
check_base_diagram (ChaseChecking *checking, const ChaseProposition *proposition)
{
  const ChaseTerm *term = chase_said_nth (proposition->base, 0);
  const ChaseCategory *category = chase_said_category_of_diagram (checking->theory, proposition);
  const ChaseCategory *meant;
  guint before = checking->problems->len;

  chase_check_diagram (checking, term);
  if (checking->problems->len > before)
    return NULL;
  if (chase_said_length (proposition->base) > 1)
    {
      chase_theory_error (checking->problems, chase_said_nth (proposition->base, 1), NULL,
                          "a %s is of one diagram",
                          CHASE_SHAPED (chase_shape_word (proposition->shape)));
      return NULL;
    }
  if (chase_check_named (checking, term)->view != CHASE_VIEW_NONE && category == NULL)
    {
      chase_theory_error (checking->problems, term, NULL,
                          "%s is a computed diagram: write out whose %s is meant", term->name,
                          CHASE_SHAPED (chase_shape_word (proposition->shape)));
      return NULL;
    }
  if (category == NULL || proposition->in == NULL)
    return category;
  meant = chase_theory_proposition_category (checking->theory, proposition, checking->problems);
  if (meant == NULL || meant == category
      || (category->kind == CHASE_CATEGORY_OPPOSITE && category->parts[0] == meant))
    return meant;
  chase_theory_error (checking->problems, term, NULL, "%s is not a diagram in %s", term->name,
                      meant->key);
  return NULL;
}

static GArray *
feet_of_diagram (ChaseChecking *checking, const ChaseProposition *proposition)
{
  ChaseItem *item = chase_check_named (checking, chase_said_nth (proposition->base, 0));
  g_autoptr (ChaseShape) shape = chase_theory_shape (checking->theory, item, NULL, NULL);
  GArray *list;

  if (shape == NULL)
    return NULL;
  list = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < chase_shape_n_nodes (shape); i++)
    g_array_append_val (list, chase_shape_node (shape, i)->object);
  return list;
}

static void
check_legs (ChaseChecking *checking, const ChaseProposition *proposition,
            const ChaseCategory *category, const GArray *ends, guint32 apex)
{
  gboolean outward
      = proposition->shape == CHASE_SHAPE_PRODUCT || proposition->shape == CHASE_SHAPE_PULLBACK
        || proposition->shape == CHASE_SHAPE_EQUALIZER || proposition->shape == CHASE_SHAPE_LIMIT;

  for (guint i = 0; i < ends->len; i++)
    {
      guint32 foot = g_array_index (ends, guint32, i);
      guint32 from, to;

      if (!chase_check_path_ends (checking, category, chase_said_nth (proposition->legs, i), &from,
                                  &to))
        continue;
      if (from != (outward ? apex : foot) || to != (outward ? foot : apex))
        leg_error (checking, category, chase_said_nth (proposition->legs, i), from, to,
                   outward ? apex : foot, outward ? foot : apex);
    }
}

/* FALSE, with an error, where there are not @n legs. */
static gboolean
check_number_of_legs (ChaseChecking *checking, const ChaseProposition *proposition, guint n)
{
  guint given = chase_said_length (proposition->legs);
  g_autofree char *said = NULL;

  if (given == n)
    return TRUE;
  said = g_strdup_printf (P_ ("%u is given", "%u are given", given), given);
  chase_theory_error (checking->problems, chase_said_nth (proposition->terms, 0), NULL,
                      P_ ("this %s needs %u leg, and %s", "this %s needs %u legs, and %s", n),
                      CHASE_SHAPED (chase_shape_word (proposition->shape)), n, said);
  return FALSE;
}

static guint
number_of_legs (ChaseChecking *checking, const ChaseProposition *proposition)
{
  ChaseDiagram *drawn;

  switch (proposition->shape)
    {
    case CHASE_SHAPE_PRODUCT:
    case CHASE_SHAPE_COPRODUCT:
      return chase_said_length (proposition->base);
    case CHASE_SHAPE_EQUALIZER:
    case CHASE_SHAPE_COEQUALIZER:
      return 1;
    case CHASE_SHAPE_LIMIT:
    case CHASE_SHAPE_COLIMIT:
      drawn = g_hash_table_lookup (
          checking->theory->diagrams,
          chase_check_named (checking, chase_said_nth (proposition->base, 0)));
      return drawn != NULL ? drawn->n_nodes : 0;
    default:
      return 2;
    }
}

/* The objects of a slice of Set that the legs end at, each owned; NULL where the base does not fit.
 */
static GPtrArray *
feet_in_slice (ChaseTheory *theory, const ChaseCategory *slice, const ChaseProposition *proposition)
{
  GPtrArray *feet = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_term_unref);
  gboolean pull = proposition->shape == CHASE_SHAPE_PULLBACK;
  gboolean push = proposition->shape == CHASE_SHAPE_PUSHOUT;
  gboolean equalizer = proposition->shape == CHASE_SHAPE_EQUALIZER;
  ChaseSliceMorphism two[2] = { { 0 }, { 0 } };
  gboolean good = TRUE;

  if (!pull && !push && !equalizer && proposition->shape != CHASE_SHAPE_COEQUALIZER)
    {
      for (guint i = 0; i < chase_said_length (proposition->base); i++)
        g_ptr_array_add (
            feet, chase_slice_object (theory, slice, chase_said_nth (proposition->base, i), NULL));
      return feet;
    }
  for (guint i = 0; i < 2; i++)
    good
        = chase_slice_morphism (theory, slice, chase_said_nth (proposition->base, i), &two[i], NULL)
          && good;
  for (guint end = 0; good && end < 2; end++)
    good = (end == 0 ? pull : push)
           || chase_functions_equal (theory, two[0].ends[end], two[1].ends[end]);
  for (guint i = 0; good && i < (pull || push ? 2 : 1); i++)
    g_ptr_array_add (feet, chase_term_ref (two[i].ends[pull || equalizer ? 0 : 1]));
  for (guint i = 0; i < 2; i++)
    chase_slice_morphism_clear (&two[i]);
  if (!good)
    g_clear_pointer (&feet, g_ptr_array_unref);
  return feet;
}

/* Do the legs run between the apex and the feet? */
static gboolean
fits_in_slice (ChaseTheory *theory, const ChaseCategory *slice, const ChaseProposition *proposition)
{
  gboolean limit = proposition->shape % 2 == 0; /* they stand in pairs */
  g_autoptr (GPtrArray) feet = feet_in_slice (theory, slice, proposition);
  g_autoptr (ChaseTerm) apex
      = chase_slice_object (theory, slice, chase_said_nth (proposition->terms, 0), NULL);
  gboolean good = feet != NULL && feet->len == chase_said_length (proposition->legs);

  for (guint i = 0; good && i < feet->len; i++)
    {
      ChaseSliceMorphism leg;

      good
          = chase_slice_morphism (theory, slice, chase_said_nth (proposition->legs, i), &leg, NULL)
            && chase_functions_equal (theory, leg.ends[limit ? 0 : 1], apex)
            && chase_functions_equal (theory, leg.ends[limit ? 1 : 0], g_ptr_array_index (feet, i));
      chase_slice_morphism_clear (&leg);
    }
  return good;
}

/* Of sets, functors or categories: each by itself, and then whether they fit together, where that
 * can be seen without a list. */
static void
check_universal_by_kind (ChaseChecking *checking, const ChaseProposition *proposition,
                         const ChaseCategory *category)
{
  gboolean objects
      = proposition->shape == CHASE_SHAPE_PRODUCT || proposition->shape == CHASE_SHAPE_COPRODUCT;
  gboolean whole = proposition->shape >= CHASE_SHAPE_LIMIT;
  gboolean good = chase_check_object (checking, category, chase_said_nth (proposition->terms, 0));
  g_autoptr (ChaseSetCone) cone = NULL;

  for (guint i = 0; !whole && i < chase_said_length (proposition->base); i++)
    good = (objects ? chase_check_object (checking, category, chase_said_nth (proposition->base, i))
                    : chase_check_morphism (checking, category, proposition,
                                            chase_said_nth (proposition->base, i)))
           && good;
  for (guint i = 0; i < chase_said_length (proposition->legs); i++)
    good = chase_check_morphism (checking, category, proposition,
                                 chase_said_nth (proposition->legs, i))
           && good;
  if (!objects && !whole && good && chase_said_length (proposition->base) != 2)
    {
      chase_theory_error (checking->problems, chase_said_nth (proposition->terms, 0), NULL,
                          "a %s is of two arrows",
                          CHASE_SHAPED (chase_shape_word (proposition->shape)));
      return;
    }
  if (!good
      || !check_number_of_legs (checking, proposition, number_of_legs (checking, proposition)))
    return;
  if (category->kind == CHASE_CATEGORY_SETS)
    cone = chase_set_cone_new (checking->theory, category, proposition, NULL, NULL);
  if (category->kind == CHASE_CATEGORY_SETS ? cone == NULL
      : whole || !chase_is_slice_of_sets (category)
          ? FALSE
          : !fits_in_slice (checking->theory, category, proposition))
    chase_theory_error (checking->problems, chase_said_nth (proposition->terms, 0), NULL,
                        "these functions do not run between the sets of a %s",
                        CHASE_SHAPED (chase_shape_word (proposition->shape)));
}

void
chase_check_universal (ChaseChecking *checking, const ChaseProposition *proposition)
{
  gboolean whole = proposition->shape >= CHASE_SHAPE_LIMIT;
  const ChaseCategory *category
      = whole
            ? check_base_diagram (checking, proposition)
            : chase_theory_proposition_category (checking->theory, proposition, checking->problems);
  g_autoptr (GArray) ends = NULL;
  guint32 apex;

  if (category == NULL)
    return;
  if (category->kind != CHASE_CATEGORY_PRESENTED)
    {
      check_universal_by_kind (checking, proposition, category);
      return;
    }
  ends = whole ? feet_of_diagram (checking, proposition) : feet (checking, category, proposition);
  if (!chase_theory_object (checking->theory, category, chase_said_nth (proposition->terms, 0),
                            &apex, checking->problems)
      || ends == NULL || !check_number_of_legs (checking, proposition, ends->len))
    return;
  check_legs (checking, proposition, category, ends, apex);
}

void
chase_check_exists (ChaseChecking *checking, const ChaseProposition *proposition)
{
  gboolean whole = proposition->shape >= CHASE_SHAPE_LIMIT;
  gboolean objects
      = proposition->shape == CHASE_SHAPE_PRODUCT || proposition->shape == CHASE_SHAPE_COPRODUCT;
  const ChaseCategory *category
      = whole
            ? check_base_diagram (checking, proposition)
            : chase_theory_proposition_category (checking->theory, proposition, checking->problems);
  g_autoptr (GPtrArray) in_slice = NULL;
  g_autoptr (GArray) ends = NULL;
  guint before = checking->problems->len;
  gboolean good = TRUE;

  if (category == NULL || whole)
    return;
  if (category->kind == CHASE_CATEGORY_PRESENTED)
    {
      ends = feet (checking, category, proposition);
      return;
    }
  for (guint i = 0; i < chase_said_length (proposition->base); i++)
    good = (objects ? chase_check_object (checking, category, chase_said_nth (proposition->base, i))
                    : chase_check_morphism (checking, category, proposition,
                                            chase_said_nth (proposition->base, i)))
           && good;
  if (good && !objects && chase_said_length (proposition->base) != 2)
    chase_theory_error (checking->problems, chase_said_nth (proposition->base, 0), NULL,
                        "a %s is of two arrows",
                        CHASE_SHAPED (chase_shape_word (proposition->shape)));
  else if (good && chase_is_slice_of_sets (category))
    in_slice = feet_in_slice (checking->theory, category, proposition);
  if (good && checking->problems->len == before && chase_is_slice_of_sets (category)
      && in_slice == NULL)
    chase_theory_error (checking->problems, chase_said_nth (proposition->base, 0), NULL,
                        "these functions do not run between the sets of a %s",
                        CHASE_SHAPED (chase_shape_word (proposition->shape)));
}
