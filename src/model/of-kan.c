/* SPDX-License-Identifier: MIT */
#include "model/of-kan.h"

#include "model/theory-private.h"

static gboolean
is_kan (const ChaseFunctor *functor, ChaseTermKind kind)
{
  return functor != NULL && functor->form == CHASE_FUNCTOR_TERM && functor->term != NULL
         && functor->term->kind == (guint32)kind;
}

gboolean
chase_is_discrete_kan (const ChaseFunctor *functor)
{
  const ChaseFunctor *along = functor->operands[1];

  return (is_kan (functor, CHASE_TERM_FREE) || is_kan (functor, CHASE_TERM_COFREE)) && along != NULL
         && along->form == CHASE_FUNCTOR_WORDS && along->source->presentation != NULL
         && chase_presentation_n_arrows (along->source->presentation) == 0
         && along->target->kind == CHASE_CATEGORY_PRESENTED && !along->target->table;
}

/* forget @term along what @kan extends along. */
static ChaseTerm *
forget_along (const ChaseTerm *term, const ChaseTerm *kan)
{
  ChaseTerm *args[] = { (ChaseTerm *)term, kan->args[1] };

  return chase_term_new (CHASE_TERM_FORGET, args, 2, 0);
}

ChaseProposition *
chase_proposition_of_adjoint (ChaseTheory *theory, const ChaseProposition *proposition)
{
  ChaseProposition *copy;
  const ChaseTerm *terms[2];
  const ChaseFunctor *pair[2];
  gboolean left;

  if (proposition->kind != CHASE_PROPOSITION_COUNT || proposition->count != CHASE_COUNT_NAT)
    return NULL;
  for (guint i = 0; i < 2; i++)
    {
      terms[i] = g_ptr_array_index (proposition->terms, i);
      pair[i] = chase_theory_functor (theory, terms[i], NULL, NULL, NULL);
    }
  left = is_kan (pair[0], CHASE_TERM_FREE);
  if (!left && !is_kan (pair[1], CHASE_TERM_COFREE))
    return NULL;
  copy = chase_proposition_new (CHASE_PROPOSITION_COUNT);
  copy->count = CHASE_COUNT_NAT;
  copy->number = chase_name_ref (proposition->number);
  if (left)
    {
      chase_proposition_take (&copy->terms, chase_term_ref (pair[0]->term->args[0]));
      chase_proposition_take (&copy->terms, forget_along (terms[1], pair[0]->term));
    }
  else
    {
      chase_proposition_take (&copy->terms, forget_along (terms[0], pair[1]->term));
      chase_proposition_take (&copy->terms, chase_term_ref (pair[1]->term->args[0]));
    }
  return copy;
}

gboolean
chase_proposition_value (ChaseTheory *theory, const ChaseProposition *proposition,
                         const ChaseFunctor **functor, guint32 *object)
{
  const ChaseTerm *term = g_ptr_array_index (proposition->terms, 0);

  if (proposition->kind != CHASE_PROPOSITION_COUNT || proposition->count != CHASE_COUNT_SET
      || term->kind != CHASE_TERM_APPLY)
    return FALSE;
  *functor = chase_theory_functor (theory, term->args[0], NULL, NULL, NULL);
  return *functor != NULL && (*functor)->source->kind == CHASE_CATEGORY_PRESENTED
         && chase_theory_object (theory, chase_theory_argument (theory, *functor), term->args[1],
                                 object, NULL);
}
