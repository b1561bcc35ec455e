/* SPDX-License-Identifier: MIT */
#include "model/implied-private.h"
#include "model/of-parts.h"
#include "i18n.h"

/* Hom functors: the counts of their elements, and of transformations between them, are by Yoneda
 * those of morphisms; and each is representable. Counts of functors. */

#define NOWHERE G_MAXUINT32

/* The Hom functor of one object that @term is, or NULL. */
static const ChaseFunctor *
hom_functor (ChaseTheory *theory, const ChaseTerm *term)
{
  const ChaseFunctor *functor = chase_theory_functor (theory, term, NULL, NULL, NULL);

  return functor != NULL && functor->form == CHASE_FUNCTOR_TERM && functor->term != NULL
                 && functor->term->kind == CHASE_TERM_HOM && functor->object != NOWHERE
                 && functor->source->kind == CHASE_CATEGORY_PRESENTED
             ? functor
             : NULL;
}

/* Which of the two places of Hom (A, B) the object has. */
static const ChaseTerm *
fixed (const ChaseFunctor *functor)
{
  return functor->term->args[functor->covariant_hom ? 0 : 1];
}

/* The category whose Hom functor it is, as a term: Hom (-, A) is a functor on C^op, and spoken of
 * C. Caller owns it. */
static ChaseTerm *
category_of (const ChaseFunctor *functor)
{
  const ChaseCategory *category = functor->source;

  return chase_term_new_name (
      !functor->covariant_hom && category->dual != NULL ? category->dual->key : category->key);
}

/* |Hom (a, b)| of the category whose Hom functor it is, of which @functor has a or b fixed. */
static void
imply_hom (const ChaseProposition *said, const ChaseFunctor *functor, const ChaseTerm *other,
           GPtrArray *list)
{
  const ChaseTerm *mine = fixed (functor);
  ChaseProposition *count = chase_proposition_new (CHASE_PROPOSITION_COUNT);
  gboolean first = functor->covariant_hom;

  count->count = CHASE_COUNT_HOM;
  count->number = chase_name_ref (said->number);
  chase_proposition_take (&count->terms, chase_term_ref (first ? mine : other));
  chase_proposition_take (&count->terms, chase_term_ref (first ? other : mine));
  count->in = category_of (functor);
  chase_imply_same (list, count);
}

static void
imply_count (const ChaseProposition *said, ChaseCountKind kind, ChaseTerm *one, ChaseTerm *two,
             GPtrArray *list)
{
  ChaseProposition *count = chase_proposition_new (CHASE_PROPOSITION_COUNT);

  count->count = kind;
  count->number = chase_name_ref (said->number);
  chase_proposition_take (&count->terms, one);
  if (two != NULL)
    chase_proposition_take (&count->terms, two);
  chase_imply_same (list, count);
}

static ChaseTerm *
term_of (ChaseTermKind kind, const ChaseTerm *one, const ChaseTerm *two)
{
  return chase_term_new (kind, (ChaseTerm *[]){ (ChaseTerm *)one, (ChaseTerm *)two },
                         two != NULL ? 2 : 1, 0);
}

/* |Fun (C, D)| = |Ob ([C, D])|: the one where D has generators, the other where it has not; and
 * functors to E^op and to [A, B] are functors from C^op and from C * A. */
static void
imply_functors (ChaseTheory *theory, const ChaseProposition *said, GPtrArray *list)
{
  const ChaseTerm *one = g_ptr_array_index (said->terms, 0);
  const ChaseTerm *two = g_ptr_array_index (said->terms, 1);
  const ChaseCategory *target = chase_theory_category (theory, two, NULL);
  const ChaseTerm *opposite
      = chase_category_term_of_kind (theory, two, CHASE_CATEGORY_OPPOSITE, CHASE_TERM_OPPOSITE);
  const ChaseTerm *functors = chase_category_term_of_kind (theory, two, CHASE_CATEGORY_FUNCTORS,
                                                           CHASE_TERM_FUNCTOR_CATEGORY);

  if (opposite != NULL)
    imply_count (said, CHASE_COUNT_FUN, term_of (CHASE_TERM_OPPOSITE, one, NULL),
                 chase_term_ref (opposite->args[0]), list);
  else if (functors != NULL)
    imply_count (said, CHASE_COUNT_FUN, term_of (CHASE_TERM_TIMES, one, functors->args[0]),
                 chase_term_ref (functors->args[1]), list);
  else if (target != NULL && target->kind == CHASE_CATEGORY_SETS)
    imply_count (said, CHASE_COUNT_OB, term_of (CHASE_TERM_FUNCTOR_CATEGORY, one, two), NULL, list);
}

static void
imply_objects (ChaseTheory *theory, const ChaseProposition *said, GPtrArray *list)
{
  const ChaseTerm *functors
      = chase_category_term_of_kind (theory, g_ptr_array_index (said->terms, 0),
                                     CHASE_CATEGORY_FUNCTORS, CHASE_TERM_FUNCTOR_CATEGORY);
  const ChaseCategory *target
      = functors != NULL ? chase_theory_category (theory, functors->args[1], NULL) : NULL;

  if (target != NULL && target->kind == CHASE_CATEGORY_PRESENTED)
    imply_count (said, CHASE_COUNT_FUN, chase_term_ref (functors->args[0]),
                 chase_term_ref (functors->args[1]), list);
}

/* Where there is no arrow F(A) -> G(A), there is no transformation. */
static void
imply_no_component (const ChaseProposition *said, const ChaseFunctor *from, const ChaseFunctor *to,
                    GPtrArray *list)
{
  const ChasePresentation *d = from->target->presentation;
  g_autoptr (ChaseTerm) in = chase_term_new_name (from->target->key);

  for (guint32 a = 0; a < chase_presentation_n_objects (from->source->presentation); a++)
    chase_imply_none (said,
                      chase_say_no_arrow (chase_presentation_object_name (d, from->objects[a]),
                                          chase_presentation_object_name (d, to->objects[a]), in),
                      list);
}

/* The functor that @term is, where it is given by words; else NULL. */
static const ChaseFunctor *
by_words (ChaseTheory *theory, const ChaseTerm *term)
{
  const ChaseFunctor *functor = chase_theory_functor (theory, term, NULL, NULL, NULL);

  return functor != NULL && functor->form == CHASE_FUNCTOR_WORDS ? functor : NULL;
}

void
chase_imply_counts (ChaseTheory *theory, const ChaseProposition *proposition, GPtrArray *list)
{
  const ChaseTerm *one, *two;
  const ChaseFunctor *first, *second;

  if (proposition->kind != CHASE_PROPOSITION_COUNT)
    return;
  one = g_ptr_array_index (proposition->terms, 0);
  if (proposition->count == CHASE_COUNT_SET && one->kind == CHASE_TERM_APPLY)
    {
      first = hom_functor (theory, one->args[0]);
      if (first != NULL)
        imply_hom (proposition, first, one->args[1], list);
      return;
    }
  if (proposition->count == CHASE_COUNT_FUN)
    imply_functors (theory, proposition, list);
  else if (proposition->count == CHASE_COUNT_OB)
    imply_objects (theory, proposition, list);
  if (proposition->count != CHASE_COUNT_NAT && proposition->count != CHASE_COUNT_HOM)
    return;
  two = g_ptr_array_index (proposition->terms, 1);
  first = hom_functor (theory, one);
  second = hom_functor (theory, two);
  if (first != NULL && second != NULL && first->source == second->source
      && first->covariant_hom == second->covariant_hom)
    imply_hom (proposition, second, fixed (first), list);
  first = by_words (theory, one);
  second = by_words (theory, two);
  if (proposition->count == CHASE_COUNT_NAT && first != NULL && second != NULL
      && first->source == second->source && first->target == second->target)
    imply_no_component (proposition, first, second, list);
}

void
chase_imply_representable (ChaseTheory *theory, const ChaseProposition *proposition,
                           GPtrArray *list)
{
  gboolean by = proposition->kind == CHASE_PROPOSITION_REPRESENTABLE;
  const ChaseFunctor *functor;
  g_autoptr (ChaseTerm) in = NULL;

  if (!by && chase_only_adjective (proposition) != CHASE_ADJECTIVE_REPRESENTABLE)
    return;
  functor = hom_functor (theory, g_ptr_array_index (proposition->terms, 0));
  if (functor == NULL)
    return;
  if (!by)
    {
      chase_imply (list, TRUE)->reason
          = N_ ("It is a Hom functor, and the identity is its universal element.");
      return;
    }
  in = category_of (functor);
  chase_imply_same (
      list, chase_say_isomorphic (chase_term_ref (fixed (functor)),
                                  chase_term_ref (g_ptr_array_index (proposition->terms, 1)), in));
}
