/* SPDX-License-Identifier: MIT */
#include "model/dual.h"
#include "model/implied-private.h"
#include "model/slice-sets.h"

/*
 * Slices of Set, said of Set. Over S, a product is a pullback and all else is as in Set, but that a
 * retraction has to respect the fibres; under S it is the dual. Over {} there is one object.
 */

typedef struct
{
  ChaseTheory *theory;
  const ChaseCategory *slice;
  const ChaseTerm *in; /* the slice, as it is written */
  const ChaseTerm *sets;
  gboolean over;
  GPtrArray *list;
} Slice;

static ChaseProposition *
say (const Slice *slice, ChaseTerm *term, ChaseAdjective adjective)
{
  return chase_say_is (term, adjective, slice->sets);
}

/* What is said in a coslice is the dual of what is said in a slice. */
static ChaseAdjective
turned (const Slice *slice, ChaseAdjective adjective)
{
  return slice->over ? adjective : chase_dual_adjective (adjective);
}

static void
same_as_both (const Slice *slice, ChaseProposition *one, ChaseProposition *two)
{
  chase_imply_one (slice->list, FALSE, FALSE, chase_proposition_ref (one));
  chase_imply_one (slice->list, FALSE, FALSE, chase_proposition_ref (two));
  chase_imply_two (slice->list, TRUE, TRUE, one, two);
}

/* The isomorphisms to S are terminal; what starts at {} is initial. */
static void
of_object (const Slice *slice, const ChaseTerm *term, ChaseAdjective adjective)
{
  g_autoptr (ChaseTerm) f = chase_slice_object (slice->theory, slice->slice, term, NULL);
  ChaseProposition *iso, *extreme;

  if (f == NULL)
    return;
  iso = say (slice, chase_term_ref (f), CHASE_ADJECTIVE_ISO);
  extreme = say (slice, chase_end_of_function (f, slice->over ? 0 : 1),
                 turned (slice, CHASE_ADJECTIVE_INITIAL));
  if (adjective == CHASE_ADJECTIVE_ZERO)
    {
      same_as_both (slice, iso, extreme);
      return;
    }
  adjective = turned (slice, adjective);
  chase_imply_same (slice->list,
                    chase_proposition_ref (adjective == CHASE_ADJECTIVE_TERMINAL ? iso : extreme));
  chase_proposition_unref (iso);
  chase_proposition_unref (extreme);
}

/* |Hom (@from, @to)| = @number in the slice. */
static ChaseProposition *
say_count (const Slice *slice, const ChaseTerm *from, const ChaseTerm *to, guint32 number)
{
  ChaseProposition *said = chase_proposition_new (CHASE_PROPOSITION_COUNT);
  g_autofree char *text = g_strdup_printf ("%u", number);

  said->count = CHASE_COUNT_HOM;
  said->number = chase_name_new (text);
  chase_proposition_take (&said->terms, chase_term_ref (from));
  chase_proposition_take (&said->terms, chase_term_ref (to));
  said->in = chase_term_ref (slice->in);
  return said;
}

/* A split mono: a mono beside which any morphism runs back. Then one runs back that undoes it. */
static void
of_split (const Slice *slice, const ChaseSliceMorphism *m, ChaseAdjective plain)
{
  ChaseProposition *one = say (slice, chase_term_ref (m->h), plain);
  ChaseProposition *none = say_count (slice, m->ends[1], m->ends[0], 0);
  ChaseImplication *both;

  chase_imply_one (slice->list, FALSE, FALSE, chase_proposition_ref (one));
  chase_imply_one (slice->list, TRUE, FALSE, chase_proposition_ref (none));
  both = chase_imply (slice->list, TRUE);
  chase_imply_part (both, FALSE, none);
  chase_imply_part (both, TRUE, one);
}

static void
of_endo (const Slice *slice, const ChaseSliceMorphism *m, ChaseAdjective also)
{
  if (!chase_functions_equal (slice->theory, m->ends[0], m->ends[1]))
    chase_imply (slice->list, FALSE);
  else if (also == CHASE_ADJECTIVE_ENDO)
    chase_imply (slice->list, TRUE);
  else
    chase_imply_same (slice->list, say (slice, chase_term_ref (m->h), also));
}

static void
of_read_morphism (const Slice *slice, const ChaseSliceMorphism *m, ChaseAdjective adjective)
{
  switch ((int)adjective)
    {
    case CHASE_ADJECTIVE_ENDO:
      of_endo (slice, m, CHASE_ADJECTIVE_ENDO);
      return;
    case CHASE_ADJECTIVE_AUTO:
      of_endo (slice, m, CHASE_ADJECTIVE_ISO);
      return;
    case CHASE_ADJECTIVE_IDEMPOTENT:
    case CHASE_ADJECTIVE_IDENTITY:
      of_endo (slice, m, adjective);
      return;
    case CHASE_ADJECTIVE_SPLIT_MONO:
    case CHASE_ADJECTIVE_SPLIT_EPI:
      if (turned (slice, adjective) == CHASE_ADJECTIVE_SPLIT_MONO)
        {
          of_split (slice, m, slice->over ? CHASE_ADJECTIVE_MONO : CHASE_ADJECTIVE_EPI);
          return;
        }
      break;
    default:
      break;
    }
  chase_imply_same (slice->list, say (slice, chase_term_ref (m->h), adjective));
}

static void
of_morphism (const Slice *slice, const ChaseTerm *term, ChaseAdjective adjective)
{
  ChaseSliceMorphism m;

  if (chase_slice_morphism (slice->theory, slice->slice, term, &m, NULL))
    of_read_morphism (slice, &m, adjective);
  chase_slice_morphism_clear (&m);
}

/* Parallel morphisms are the same when they are so in Set. */
static void
of_equation (const Slice *slice, const GPtrArray *terms)
{
  g_autoptr (ChaseProposition) said = chase_proposition_new (CHASE_PROPOSITION_EQUATION);
  gboolean good = TRUE;

  said->in = chase_term_ref (slice->sets);
  for (guint i = 0; good && i < terms->len; i++)
    {
      ChaseSliceMorphism m;

      good = chase_slice_morphism (slice->theory, slice->slice, g_ptr_array_index (terms, i), &m,
                                   NULL);
      if (good)
        chase_proposition_take (&said->terms, chase_term_ref (m.h));
      chase_slice_morphism_clear (&m);
    }
  if (good)
    chase_imply_same (slice->list, chase_proposition_ref (said));
}

/* The elements of S, as functions {*} -> S. */
static ChaseTerm *
element_term (const Slice *slice, guint i)
{
  const ChaseTerm *set = slice->slice->point;
  g_autoptr (ChaseTerm) star = chase_term_new_name ("x");
  g_autoptr (ChaseTerm) values
      = chase_term_new (CHASE_TERM_FUNCTION, (ChaseTerm *[]){ star, set->args[i] }, 2, 0);

  return chase_slice_object (slice->theory, slice->slice, values, NULL);
}

/* How many elements of the domain of @f have the value number @i of S. */
static guint32
fibre (const Slice *slice, const ChaseTerm *f, guint i)
{
  const ChaseTerm *values = f->args[1];
  guint32 n = 0;

  for (guint32 x = 1; x < values->n_args; x += 2)
    n += chase_term_is_name (values->args[x], slice->slice->point->args[i]->name);
  return n;
}

/* Over S: when all fibres are as large, which are the morphisms from the elements of S. */
static void
of_isomorphic_over (const Slice *slice, const ChaseTerm *one, const ChaseTerm *two)
{
  ChaseImplication *all = chase_imply (slice->list, TRUE);

  for (guint i = 0; i < slice->slice->point->n_args; i++)
    {
      g_autoptr (ChaseTerm) element = element_term (slice, i);
      guint32 n = fibre (slice, one, i);
      ChaseProposition *counts[2]
          = { say_count (slice, element, one, n), say_count (slice, element, two, n) };
      ChaseImplication *differ = chase_imply (slice->list, FALSE);

      for (guint k = 0; k < 2; k++)
        {
          chase_imply_part (all, TRUE, chase_proposition_ref (counts[k]));
          chase_imply_part (differ, k == 0, counts[k]);
        }
    }
}

/* Under S: when morphisms run both ways, so that the same elements of S become the same, and the
 * sets are as large. */
static void
of_isomorphic_under (const Slice *slice, const ChaseTerm *one, const ChaseTerm *two)
{
  ChaseProposition *sets = chase_say_isomorphic (chase_end_of_function (one, 1),
                                                 chase_end_of_function (two, 1), slice->sets);
  ChaseProposition *none[2] = { say_count (slice, one, two, 0), say_count (slice, two, one, 0) };
  ChaseImplication *all = chase_imply (slice->list, TRUE);

  chase_imply_one (slice->list, FALSE, FALSE, chase_proposition_ref (sets));
  chase_imply_part (all, TRUE, sets);
  for (guint i = 0; i < 2; i++)
    {
      chase_imply_one (slice->list, TRUE, FALSE, chase_proposition_ref (none[i]));
      chase_imply_part (all, FALSE, none[i]);
    }
}

static void
of_isomorphic (const Slice *slice, const GPtrArray *terms)
{
  g_autoptr (ChaseTerm) one
      = chase_slice_object (slice->theory, slice->slice, g_ptr_array_index (terms, 0), NULL);
  g_autoptr (ChaseTerm) two
      = chase_slice_object (slice->theory, slice->slice, g_ptr_array_index (terms, 1), NULL);

  if (one == NULL || two == NULL)
    return;
  if (slice->over)
    of_isomorphic_over (slice, one, two);
  else
    of_isomorphic_under (slice, one, two);
}

/* Limits and colimits. */

static gboolean
is_limit (const ChaseProposition *said)
{
  return said->shape == CHASE_SHAPE_PRODUCT || said->shape == CHASE_SHAPE_EQUALIZER
         || said->shape == CHASE_SHAPE_PULLBACK;
}

static gboolean
of_objects (const ChaseProposition *said)
{
  return said->shape == CHASE_SHAPE_PRODUCT || said->shape == CHASE_SHAPE_COPRODUCT;
}

/* Objects of the slice as what they are in Set: their sets, or, @functions, the functions. */
static gboolean
take_objects (const Slice *slice, GPtrArray *terms, gboolean functions)
{
  for (guint i = 0; terms != NULL && i < terms->len; i++)
    {
      g_autoptr (ChaseTerm) f
          = chase_slice_object (slice->theory, slice->slice, g_ptr_array_index (terms, i), NULL);

      if (f == NULL)
        return FALSE;
      chase_term_unref (g_ptr_array_index (terms, i));
      g_ptr_array_index (terms, i)
          = functions ? chase_term_ref (f) : chase_end_of_function (f, slice->over ? 0 : 1);
    }
  return TRUE;
}

static gboolean
take_morphisms (const Slice *slice, GPtrArray *terms)
{
  for (guint i = 0; terms != NULL && i < terms->len; i++)
    {
      ChaseSliceMorphism m;
      gboolean good = chase_slice_morphism (slice->theory, slice->slice,
                                            g_ptr_array_index (terms, i), &m, NULL);

      if (good)
        {
          chase_term_unref (g_ptr_array_index (terms, i));
          g_ptr_array_index (terms, i) = chase_term_ref (m.h);
        }
      chase_slice_morphism_clear (&m);
      if (!good)
        return FALSE;
    }
  return TRUE;
}

/* A product over S is a pullback over S, and a coproduct under S a pushout; limits and colimits
 * else are those of Set. */
static void
of_universal (const Slice *slice, const ChaseProposition *proposition)
{
  g_autoptr (ChaseProposition) said = NULL;
  gboolean whole = of_objects (proposition) && is_limit (proposition) == slice->over;

  if (proposition->shape >= CHASE_SHAPE_LIMIT
      || (whole && (proposition->base == NULL || proposition->base->len != 2)))
    return;
  said = chase_proposition_copy (proposition);
  chase_term_set (&said->in, slice->sets);
  if (whole)
    said->shape = slice->over ? CHASE_SHAPE_PULLBACK : CHASE_SHAPE_PUSHOUT;
  if ((of_objects (proposition) ? take_objects (slice, said->base, whole)
                                : take_morphisms (slice, said->base))
      && take_objects (slice, said->terms, FALSE) && take_morphisms (slice, said->legs))
    chase_imply_same (slice->list, chase_proposition_ref (said));
}

/* The whole. */

static void
of_category (const Slice *slice, ChaseAdjective adjective)
{
  ChaseProposition *one;

  if (adjective == CHASE_ADJECTIVE_CONNECTED)
    return;
  if (!slice->over)
    {
      chase_imply_one (slice->list, FALSE, FALSE,
                       chase_say_is (chase_term_ref (slice->sets), adjective, NULL));
      return;
    }
  one = say (slice, chase_term_ref (slice->slice->point), CHASE_ADJECTIVE_INITIAL);
  chase_imply_one (slice->list, TRUE, TRUE, chase_proposition_ref (one));
  chase_imply_two (slice->list, FALSE, FALSE, one,
                   chase_say_is (chase_term_ref (slice->sets), adjective, NULL));
}

/* Over {} there is one object with one morphism; else there are infinitely many, as in Set. */
static void
of_whole_count (const Slice *slice, const ChaseProposition *proposition)
{
  ChaseProposition *empty
      = say (slice, chase_term_ref (slice->slice->point), CHASE_ADJECTIVE_INITIAL);
  ChaseProposition *sets = chase_proposition_copy (proposition);
  ChaseProposition *one = chase_proposition_copy (proposition);
  g_autoptr (ChaseTerm) nothing = chase_term_new (CHASE_TERM_SET, NULL, 0, 0);

  chase_term_unref (g_ptr_array_index (sets->terms, 0));
  g_ptr_array_index (sets->terms, 0) = chase_term_ref (slice->sets);
  one->count = CHASE_COUNT_HOM;
  chase_term_unref (g_ptr_array_index (one->terms, 0));
  g_ptr_array_index (one->terms, 0) = chase_term_ref (nothing);
  chase_proposition_take (&one->terms, chase_term_ref (nothing));
  chase_term_set (&one->in, slice->sets);
  for (guint expect = 0; slice->over && expect < 2; expect++)
    {
      ChaseImplication *implication = chase_imply (slice->list, expect);

      chase_imply_part (implication, TRUE, chase_proposition_ref (empty));
      chase_imply_part (implication, expect, chase_proposition_ref (one));
    }
  if (slice->over)
    chase_imply_two (slice->list, FALSE, FALSE, empty, sets);
  else
    {
      chase_imply_one (slice->list, FALSE, FALSE, sets);
      chase_proposition_unref (empty);
    }
  chase_proposition_unref (one);
}

static void
of_count (const Slice *slice, const ChaseProposition *proposition)
{
  if (proposition->count == CHASE_COUNT_OB || proposition->count == CHASE_COUNT_MOR)
    of_whole_count (slice, proposition);
}

void
chase_imply_in_slice_of_sets (ChaseTheory *theory, const ChaseCategory *category,
                              const ChaseTerm *sets, const ChaseProposition *proposition,
                              GPtrArray *list)
{
  Slice slice = { .theory = theory,
                  .slice = category,
                  .in = proposition->in,
                  .sets = sets,
                  .over = category->kind == CHASE_CATEGORY_OVER,
                  .list = list };
  ChaseAdjective adjective = chase_only_adjective (proposition);

  if (proposition->kind == CHASE_PROPOSITION_EXISTS
      || proposition->kind == CHASE_PROPOSITION_UNIVERSAL)
    of_universal (&slice, proposition);
  else if (proposition->kind == CHASE_PROPOSITION_COUNT)
    of_count (&slice, proposition);
  else if (proposition->kind == CHASE_PROPOSITION_EQUATION)
    of_equation (&slice, proposition->terms);
  else if (proposition->kind == CHASE_PROPOSITION_ISOMORPHIC)
    of_isomorphic (&slice, proposition->terms);
  else if (adjective <= CHASE_ADJECTIVE_ZERO)
    of_object (&slice, g_ptr_array_index (proposition->terms, 0), adjective);
  else if (adjective <= CHASE_ADJECTIVE_IDENTITY)
    of_morphism (&slice, g_ptr_array_index (proposition->terms, 0), adjective);
  else if (adjective >= CHASE_ADJECTIVE_FINITE && adjective <= CHASE_ADJECTIVE_POSET)
    of_category (&slice, adjective);
}
