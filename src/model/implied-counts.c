/* SPDX-License-Identifier: MIT */
#include "model/implied-private.h"
#include "i18n.h"

/* Hom functors: the counts of their elements, and of transformations between them, are by Yoneda
 * those of morphisms; and each is representable. */

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
  if (proposition->count != CHASE_COUNT_NAT && proposition->count != CHASE_COUNT_HOM)
    return;
  two = g_ptr_array_index (proposition->terms, 1);
  first = hom_functor (theory, one);
  second = hom_functor (theory, two);
  if (first != NULL && second != NULL && first->source == second->source
      && first->covariant_hom == second->covariant_hom)
    imply_hom (proposition, second, fixed (first), list);
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
