/* SPDX-License-Identifier: MIT */
#include "model/implied-private.h"

/* Counts of elements of Hom functors, and of transformations between them: by Yoneda, morphisms. */

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

/* |Hom (a, b)| of the category whose Hom functor it is, of which @functor has a or b fixed. */
static void
imply_hom (const ChaseProposition *said, const ChaseFunctor *functor, const ChaseTerm *other,
           GPtrArray *list)
{
  const ChaseCategory *category = functor->source;
  const ChaseTerm *mine = fixed (functor);
  g_autoptr (ChaseTerm) in = chase_term_new_name (category->key);
  ChaseProposition *count = chase_proposition_new (CHASE_PROPOSITION_COUNT);
  gboolean first = functor->covariant_hom;

  /* Hom (-, A) is a functor on C^op: it is spoken of C. */
  if (!first && category->dual != NULL)
    chase_term_set (&in, NULL);
  if (in == NULL)
    in = chase_term_new_name (category->dual->key);
  count->count = CHASE_COUNT_HOM;
  count->number = chase_name_ref (said->number);
  chase_proposition_take (&count->terms, chase_term_ref (first ? mine : other));
  chase_proposition_take (&count->terms, chase_term_ref (first ? other : mine));
  count->in = chase_term_ref (in);
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
