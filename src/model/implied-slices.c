/* SPDX-License-Identifier: MIT */
#include "model/dual.h"
#include "model/implied-private.h"
#include "model/of-parts.h"
#include "model/slice-sets.h"

/*
 * Slices that are not written out. An object of E over X is a morphism to X, and (h, g) is h from
 * g . h to g. The forgetful functor to E keeps apart, keeps and reflects isomorphisms, monos and
 * split epis (for a section of h is one over X by itself); a coslice is the dual.
 */

typedef struct
{
  ChaseTheory *theory;
  const ChaseCategory *slice;
  gboolean over;
  ChaseSaying saying; /* in what is sliced */
} Slice;

static gboolean
slice_init (Slice *slice, ChaseTheory *theory, const ChaseTerm *term, GPtrArray *list)
{
  const ChaseTerm *found
      = chase_category_term_of_kind (theory, term, CHASE_CATEGORY_OVER, CHASE_TERM_SLICE_OVER);

  slice->over = found != NULL;
  if (found == NULL)
    found
        = chase_category_term_of_kind (theory, term, CHASE_CATEGORY_UNDER, CHASE_TERM_SLICE_UNDER);
  if (found == NULL)
    return FALSE;
  slice->theory = theory;
  slice->slice = chase_theory_category (theory, found, NULL);
  slice->saying.in = found->args[0];
  slice->saying.dual = !slice->over;
  slice->saying.list = list;
  return TRUE;
}

/* What is said in a coslice is the dual of what is said in a slice. */
static ChaseAdjective
turned (const Slice *slice, ChaseAdjective adjective)
{
  return slice->over ? adjective : chase_dual_adjective (adjective);
}

/* The ends of a path in the base, in the order of the slice; FALSE where it is none. */
static gboolean
path_ends (const Slice *slice, const ChaseTerm *term, guint32 *from, guint32 *to)
{
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));

  return chase_theory_path (slice->theory, slice->slice->parts[0], term, slice->over ? from : to,
                            slice->over ? to : from, word, NULL);
}

/* The name of the object that @term runs from (in a slice) or to. */
static ChaseTerm *
object_term (const Slice *slice, guint32 object)
{
  return chase_term_new_name (
      chase_presentation_object_name (slice->slice->parts[0]->presentation, object));
}

/* Objects. */

/* If an isomorphism is initial, so is the identity, and whatever leads to X is split. */
static void
without_section (const Slice *slice, const ChaseTerm *term)
{
  const ChasePresentation *p = slice->slice->parts[0]->presentation;

  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);
      g_autoptr (ChaseTerm) name = NULL;
      ChaseImplication *implication;

      if (arrow->formal || (slice->over ? arrow->target : arrow->source) != slice->slice->object)
        continue;
      name = chase_term_new_name (arrow->name);
      implication = chase_imply (slice->saying.list, FALSE);
      chase_imply_part (implication, TRUE,
                        chase_saying_is (&slice->saying, term, CHASE_ADJECTIVE_ISO));
      chase_imply_part (implication, FALSE,
                        chase_saying_is (&slice->saying, name, CHASE_ADJECTIVE_SPLIT_EPI));
    }
}

/* The identity is terminal, so that terminal objects are the isomorphisms; what starts at an
 * initial object is initial. */
static void
of_object (const Slice *slice, const ChaseTerm *term, ChaseAdjective adjective)
{
  guint32 from, to;

  if (!path_ends (slice, term, &from, &to) || to != slice->slice->object)
    return;
  adjective = turned (slice, adjective);
  if (adjective == CHASE_ADJECTIVE_TERMINAL)
    {
      chase_imply_same (slice->saying.list,
                        chase_saying_is (&slice->saying, term, CHASE_ADJECTIVE_ISO));
      return;
    }
  if (adjective == CHASE_ADJECTIVE_ZERO)
    {
      chase_imply_one (slice->saying.list, FALSE, FALSE,
                       chase_saying_is (&slice->saying, term, CHASE_ADJECTIVE_ISO));
      chase_imply_two (slice->saying.list, TRUE, TRUE,
                       chase_saying_is (&slice->saying, term, CHASE_ADJECTIVE_ISO),
                       chase_say_is (object_term (slice, from),
                                     turned (slice, CHASE_ADJECTIVE_INITIAL), slice->saying.in));
      return;
    }
  chase_imply_one (slice->saying.list, TRUE, TRUE,
                   chase_say_is (object_term (slice, from), turned (slice, CHASE_ADJECTIVE_INITIAL),
                                 slice->saying.in));
  without_section (slice, term);
}

/* The generators of the base of which none is a split mono: then no composite is, and identities
 * alone are isomorphisms. */
static void
without_isomorphisms (const Slice *slice, ChaseImplication *implication)
{
  const ChasePresentation *p = slice->slice->parts[0]->presentation;

  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    if (!chase_presentation_arrow (p, f)->formal)
      chase_imply_part (implication, FALSE,
                        chase_say_is (chase_term_new_name (chase_presentation_arrow (p, f)->name),
                                      CHASE_ADJECTIVE_SPLIT_MONO, slice->saying.in));
}

static void
of_isomorphic (const Slice *slice, const ChaseTerm *one, const ChaseTerm *two)
{
  guint32 from[2], to[2];
  ChaseImplication *implication;

  if (!path_ends (slice, one, &from[0], &to[0]) || !path_ends (slice, two, &from[1], &to[1])
      || to[0] != slice->slice->object || to[1] != slice->slice->object)
    return;
  if (from[0] == from[1])
    chase_imply_one (slice->saying.list, TRUE, TRUE, chase_saying_equal (&slice->saying, one, two));
  else
    chase_imply_one (slice->saying.list, FALSE, FALSE,
                     chase_say_isomorphic (object_term (slice, from[0]),
                                           object_term (slice, from[1]), slice->saying.in));
  chase_imply_two (slice->saying.list, TRUE, TRUE,
                   chase_saying_is (&slice->saying, one, CHASE_ADJECTIVE_ISO),
                   chase_saying_is (&slice->saying, two, CHASE_ADJECTIVE_ISO));
  implication = chase_imply (slice->saying.list, FALSE);
  without_isomorphisms (slice, implication);
  if (from[0] == from[1])
    chase_imply_part (implication, FALSE, chase_saying_equal (&slice->saying, one, two));
}

/* An arrow over X is one of the base. */
static void
of_count (const Slice *slice, const ChaseProposition *said)
{
  guint32 ends[2][2];

  if (said->count != CHASE_COUNT_HOM)
    return;
  for (guint i = 0; i < 2; i++)
    if (!path_ends (slice, g_ptr_array_index (said->terms, i), &ends[i][0], &ends[i][1])
        || ends[i][1] != slice->slice->object)
      return;
  chase_imply_none (
      said,
      chase_say_no_arrow (
          chase_presentation_object_name (slice->slice->parts[0]->presentation, ends[0][0]),
          chase_presentation_object_name (slice->slice->parts[0]->presentation, ends[1][0]),
          slice->saying.in),
      slice->saying.list);
}

/* Morphisms. */

static const ChaseTerm *
pair_part (const ChaseTerm *term, guint i)
{
  return term->kind == CHASE_TERM_PAIR ? term->args[i] : NULL;
}

/* g . h, the other end of (h, g). */
static ChaseTerm *
other_end (const Slice *slice, const ChaseTerm *term)
{
  const ChaseTerm *h = pair_part (term, 0), *g = pair_part (term, 1);

  return chase_saying_after (&slice->saying, g, h);
}

/* That both ends are the same object is that g . h = g. */
static void
of_endo (const Slice *slice, const ChaseTerm *term, ChaseAdjective also)
{
  const ChaseTerm *h = pair_part (term, 0);
  guint32 from, to;
  ChaseProposition *ends;

  if (!path_ends (slice, h, &from, &to))
    return;
  if (from != to)
    {
      chase_imply (slice->saying.list, FALSE);
      return;
    }
  ends = chase_say_equal (other_end (slice, term), chase_term_ref (pair_part (term, 1)),
                          slice->saying.in);
  chase_imply_one (slice->saying.list, FALSE, FALSE, chase_proposition_ref (ends));
  if (also == CHASE_ADJECTIVE_ENDO)
    {
      chase_imply_one (slice->saying.list, TRUE, TRUE, ends);
      return;
    }
  chase_imply_one (slice->saying.list, FALSE, FALSE, chase_saying_is (&slice->saying, h, also));
  chase_imply_two (slice->saying.list, TRUE, TRUE, ends, chase_saying_is (&slice->saying, h, also));
}

static void
of_morphism (const Slice *slice, const ChaseTerm *term, ChaseAdjective adjective)
{
  const ChaseTerm *h = pair_part (term, 0);

  if (h == NULL)
    return;
  switch ((int)turned (slice, adjective))
    {
    case CHASE_ADJECTIVE_ISO:
    case CHASE_ADJECTIVE_MONO:
    case CHASE_ADJECTIVE_SPLIT_EPI:
    case CHASE_ADJECTIVE_IDENTITY:
      chase_imply_same (slice->saying.list,
                        chase_say_is (chase_term_ref (h), adjective, slice->saying.in));
      return;
    case CHASE_ADJECTIVE_EPI:
      chase_imply_one (slice->saying.list, TRUE, TRUE,
                       chase_say_is (chase_term_ref (h), adjective, slice->saying.in));
      return;
    case CHASE_ADJECTIVE_SPLIT_MONO:
      chase_imply_one (slice->saying.list, FALSE, FALSE,
                       chase_say_is (chase_term_ref (h), adjective, slice->saying.in));
      chase_imply_one (slice->saying.list, TRUE, TRUE,
                       chase_saying_is (&slice->saying, h, CHASE_ADJECTIVE_ISO));
      return;
    case CHASE_ADJECTIVE_ENDO:
      of_endo (slice, term, CHASE_ADJECTIVE_ENDO);
      return;
    case CHASE_ADJECTIVE_AUTO:
      of_endo (slice, term, CHASE_ADJECTIVE_ISO);
      return;
    case CHASE_ADJECTIVE_IDEMPOTENT:
      of_endo (slice, term, CHASE_ADJECTIVE_IDEMPOTENT);
      return;
    default:
      return;
    }
}

/* Two morphisms are the same when they are so in the base, and at the end that is written. */
static void
of_equation (const Slice *slice, const GPtrArray *terms)
{
  const ChaseTerm *one = g_ptr_array_index (terms, 0), *two = g_ptr_array_index (terms, 1);
  ChaseProposition *here, *there;

  if (terms->len != 2 || pair_part (one, 0) == NULL || pair_part (two, 0) == NULL)
    return;
  here = chase_saying_equal (&slice->saying, pair_part (one, 0), pair_part (two, 0));
  there = chase_saying_equal (&slice->saying, pair_part (one, 1), pair_part (two, 1));
  chase_imply_one (slice->saying.list, FALSE, FALSE, chase_proposition_ref (here));
  chase_imply_one (slice->saying.list, FALSE, FALSE, chase_proposition_ref (there));
  chase_imply_two (slice->saying.list, TRUE, TRUE, here, there);
}

/* Limits and colimits. */

static GPtrArray *
parts_of (const GPtrArray *terms, guint i)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_term_unref);

  for (guint k = 0; terms != NULL && k < terms->len; k++)
    {
      const ChaseTerm *part = pair_part (g_ptr_array_index (terms, k), i);

      if (part == NULL)
        g_clear_pointer (&list, g_ptr_array_unref);
      if (part == NULL)
        break;
      g_ptr_array_add (list, chase_term_ref (part));
    }
  return list;
}

/* Of what is over X, cones over a connected diagram are those in the base; and a product is a
 * pullback over X. A colimit of the base is one of the slice. */
static void
of_universal (const Slice *slice, const ChaseProposition *proposition)
{
  gboolean objects
      = proposition->shape == CHASE_SHAPE_PRODUCT || proposition->shape == CHASE_SHAPE_COPRODUCT;
  gboolean limit = proposition->shape == CHASE_SHAPE_PRODUCT
                   || proposition->shape == CHASE_SHAPE_EQUALIZER
                   || proposition->shape == CHASE_SHAPE_PULLBACK;
  ChaseProposition *copy;
  GPtrArray *inner;

  if (proposition->kind != CHASE_PROPOSITION_EXISTS || proposition->shape >= CHASE_SHAPE_LIMIT
      || (objects && proposition->base->len != 2))
    return;
  inner = objects ? NULL : parts_of (proposition->base, 0);
  if ((!objects && inner == NULL) || (objects && limit != slice->over))
    return;
  copy = chase_proposition_copy (proposition);
  chase_term_set (&copy->in, slice->saying.in);
  if (objects)
    copy->shape = limit ? CHASE_SHAPE_PULLBACK : CHASE_SHAPE_PUSHOUT;
  else
    {
      g_ptr_array_unref (copy->base);
      copy->base = inner;
    }
  if (limit == slice->over)
    chase_imply_same (slice->saying.list, copy);
  else
    chase_imply_one (slice->saying.list, TRUE, TRUE, copy);
}

/* The whole. */

/* By the generators to X: each of them is an object. If one is not @adjective, the slice is not
 * what it would be if all paths to X were so. */
static void
by_generators (const Slice *slice, ChaseAdjective adjective)
{
  const ChasePresentation *p = slice->slice->parts[0]->presentation;
  ChaseImplication *all = chase_imply (slice->saying.list, TRUE);

  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);
      g_autoptr (ChaseTerm) name = NULL;

      if (arrow->formal)
        continue;
      name = chase_term_new_name (arrow->name);
      chase_imply_part (all, TRUE, chase_saying_is (&slice->saying, name, adjective));
      if ((slice->over ? arrow->target : arrow->source) == slice->slice->object)
        chase_imply_one (slice->saying.list, FALSE, FALSE,
                         chase_saying_is (&slice->saying, name, adjective));
    }
}

/* An isomorphism to X that is no identity is isomorphic to the identity, and another object. */
static void
of_skeletal (const Slice *slice)
{
  const ChasePresentation *p = slice->slice->parts[0]->presentation;

  without_isomorphisms (slice, chase_imply (slice->saying.list, TRUE));
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);
      ChaseImplication *implication;
      g_autoptr (ChaseTerm) name = NULL;

      if (arrow->formal || (slice->over ? arrow->target : arrow->source) != slice->slice->object)
        continue;
      name = chase_term_new_name (arrow->name);
      implication = chase_imply (slice->saying.list, FALSE);
      chase_imply_part (implication, TRUE,
                        chase_saying_is (&slice->saying, name, CHASE_ADJECTIVE_ISO));
      if (arrow->source == arrow->target)
        chase_imply_part (implication, FALSE,
                          chase_saying_is (&slice->saying, name, CHASE_ADJECTIVE_IDENTITY));
    }
}

static void
of_category (const Slice *slice, const ChaseTerm *term, ChaseAdjective adjective)
{
  switch ((int)adjective)
    {
    case CHASE_ADJECTIVE_THIN:
    case CHASE_ADJECTIVE_PREORDER:
      by_generators (slice, CHASE_ADJECTIVE_MONO);
      return;
    case CHASE_ADJECTIVE_GROUPOID:
      by_generators (slice, CHASE_ADJECTIVE_ISO);
      return;
    case CHASE_ADJECTIVE_SKELETAL:
      of_skeletal (slice);
      return;
    case CHASE_ADJECTIVE_POSET:
      chase_imply_same_as_both (slice->saying.list, term, CHASE_ADJECTIVE_PREORDER,
                                CHASE_ADJECTIVE_SKELETAL);
      return;
    default:
      return;
    }
}

/* Does it speak of a category as a whole? */
static gboolean
is_of_whole (const ChaseProposition *proposition)
{
  ChaseAdjective adjective = chase_only_adjective (proposition);

  return (adjective >= CHASE_ADJECTIVE_FINITE && adjective <= CHASE_ADJECTIVE_POSET)
         || (proposition->kind == CHASE_PROPOSITION_COUNT
             && (proposition->count == CHASE_COUNT_OB || proposition->count == CHASE_COUNT_MOR));
}

/* Where the ends of a morphism are not numbered, what needs none of them. */
static void
in_unlisted_slice (const Slice *slice, const ChaseTerm *term, ChaseAdjective adjective)
{
  gboolean ends = adjective == CHASE_ADJECTIVE_ENDO || adjective == CHASE_ADJECTIVE_AUTO
                  || adjective == CHASE_ADJECTIVE_IDEMPOTENT;

  if (adjective > CHASE_ADJECTIVE_ZERO && adjective <= CHASE_ADJECTIVE_IDENTITY && !ends)
    of_morphism (slice, term, adjective);
}

void
chase_imply_in_slice (ChaseTheory *theory, const ChaseProposition *proposition, GPtrArray *list)
{
  const GPtrArray *terms
      = proposition->kind == CHASE_PROPOSITION_EXISTS ? proposition->base : proposition->terms;
  const ChaseTerm *first = terms != NULL && terms->len > 0 ? g_ptr_array_index (terms, 0) : NULL;
  ChaseAdjective adjective = chase_only_adjective (proposition);
  Slice slice;

  if (first == NULL
      || !slice_init (&slice, theory, is_of_whole (proposition) ? first : proposition->in, list))
    return;
  if (chase_is_slice_of_sets (slice.slice))
    chase_imply_in_slice_of_sets (theory, slice.slice, slice.saying.in, proposition, list);
  else if (slice.slice->point != NULL)
    in_unlisted_slice (&slice, first, adjective);
  else if (is_of_whole (proposition))
    of_category (&slice, first, adjective);
  else if (proposition->kind == CHASE_PROPOSITION_EXISTS)
    of_universal (&slice, proposition);
  else if (proposition->kind == CHASE_PROPOSITION_COUNT)
    of_count (&slice, proposition);
  else if (proposition->kind == CHASE_PROPOSITION_EQUATION)
    of_equation (&slice, proposition->terms);
  else if (proposition->kind == CHASE_PROPOSITION_ISOMORPHIC)
    of_isomorphic (&slice, first, g_ptr_array_index (proposition->terms, 1));
  else if (adjective <= CHASE_ADJECTIVE_ZERO)
    of_object (&slice, first, adjective);
  else if (adjective <= CHASE_ADJECTIVE_IDENTITY)
    of_morphism (&slice, first, adjective);
}
