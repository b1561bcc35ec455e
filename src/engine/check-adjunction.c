/* SPDX-License-Identifier: MIT */
#include "engine/adjunction.h"
#include "engine/check-private.h"

/* The functor as one between categories with generators, or NULL. */
static const ChaseFunctor *
listed (ChaseTheory *theory, const ChaseTerm *term)
{
  const ChaseFunctor *functor = chase_theory_functor (theory, term, NULL, NULL, NULL);

  return functor != NULL ? chase_theory_functor_listed (theory, functor) : NULL;
}

void
chase_decide_adjunction (ChaseChecker *checker, const ChaseProposition *proposition,
                         ChaseResult *result)
{
  const ChaseFunctor *left = chase_theory_functor (
      checker->theory, g_ptr_array_index (proposition->terms, 0), NULL, NULL, NULL);
  g_autoptr (ChaseLawList) list = NULL;

  if (proposition->legs == NULL || proposition->legs->len == 0)
    {
      chase_decide_adjoint (
          checker, listed (checker->theory, g_ptr_array_index (proposition->terms, 0)),
          listed (checker->theory, g_ptr_array_index (proposition->terms, 1)), result);
      return;
    }
  list = chase_adjunction_laws_of (checker->theory, proposition);
  if (list == NULL)
    chase_result_undecided (result, "The unit and the counit are not given by paths between these "
                                    "functors and the identities.");
  else
    chase_decide_laws (checker, list, "law", left->source->presentation, result);
}
