/* SPDX-License-Identifier: MIT */
#include "model/implied-private.h"

#include "i18n.h"

/*
 * A functor behind which a fully faithful one comes, as the Yoneda embedding is: between any two
 * objects the second is a bijection, so that the composite is full, or faithful, as the first is
 * (Mac Lane, Categories for the Working Mathematician, section IV.3).
 */

/* The two factors of @term, with the one that comes first in *@first; FALSE where it has others. */
static gboolean
has_factors (const ChaseTerm *term, const ChaseTerm **first, const ChaseTerm **second)
{
  gboolean then = term != NULL && term->kind == CHASE_TERM_THEN;

  if (term == NULL || (!then && term->kind != CHASE_TERM_COMPOSE) || term->n_args != 2)
    return FALSE;
  *first = term->args[then ? 0 : 1];
  *second = term->args[then ? 1 : 0];
  return TRUE;
}

void
chase_imply_composite (ChaseTheory *theory, const ChaseProposition *proposition, GPtrArray *list)
{
  ChaseAdjective adjective = chase_only_adjective (proposition);
  const ChaseTerm *first, *second;
  const ChaseFunctor *functor;
  ChaseProposition *inner, *outer;
  ChaseImplication *fails;

  if (adjective != CHASE_ADJECTIVE_FULL && adjective != CHASE_ADJECTIVE_FAITHFUL
      && adjective != CHASE_ADJECTIVE_FULLY_FAITHFUL)
    return;
  functor
      = chase_theory_functor (theory, g_ptr_array_index (proposition->terms, 0), NULL, NULL, NULL);
  if (functor == NULL || !has_factors (functor->term, &first, &second))
    return;
  inner = chase_say_is (chase_term_ref (first), adjective, NULL);
  outer = chase_say_is (chase_term_ref (second), CHASE_ADJECTIVE_FULLY_FAITHFUL, NULL);
  fails = chase_imply (list, FALSE);
  fails->reason = N_ ("Its last factor is fully faithful, so it fails as its first factor does.");
  chase_imply_part (fails, FALSE, chase_proposition_ref (inner));
  chase_imply_part (fails, TRUE, chase_proposition_ref (outer));
  chase_imply_two (list, TRUE, TRUE, outer, inner);
}
