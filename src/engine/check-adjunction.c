/* SPDX-License-Identifier: MIT */
#include "engine/check-private.h"
#include "engine/adjunction.h"

void
chase_decide_adjunction (ChaseChecker *checker, const ChaseProposition *proposition,
                         ChaseResult *result)
{
  const ChaseFunctor *left = chase_theory_functor (
      checker->theory, g_ptr_array_index (proposition->terms, 0), NULL, NULL, NULL);
  g_autoptr (ChaseLawList) list = chase_adjunction_laws_of (checker->theory, proposition);

  if (list == NULL)
    chase_result_undecided (result, "The unit and the counit are not given by paths between these "
                                    "functors and the identities.");
  else
    chase_decide_laws (checker, list, "law", left->source->presentation, result);
}
