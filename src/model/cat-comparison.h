/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/theory.h"

G_BEGIN_DECLS

/**
 * ChaseCatComparison:
 *
 * What a universal property in Cat comes down to: the given cone is universal exactly when the
 * @comparison is an isomorphism. Of a colimit (coproduct, pushout, coequalizer) it runs from the
 * category that is glued of the parts, by their generators, to the apex; of a product of two from
 * the apex to their product. That it is a functor says that the legs are functors and commute with
 * the arrows. NULL, with @apart, where legs send one glued object to two.
 */
typedef struct
{
  GPtrArray *parts; /* of ChaseCategory: what is glued, or multiplied */
  GPtrArray *given; /* of ChaseFunctor: the arrows of the shape */
  const ChaseFunctor *comparison;
  gboolean apart;
  gboolean found; /* of what is to be found: small categories, of which Cat has all limits and
                     colimits */
} ChaseCatComparison;

/** NULL where @proposition is none that this can be said of, or something in it has no generators,
 * or is declared mono or epi. Caller frees. */
ChaseCatComparison *
chase_cat_comparison_new (ChaseTheory *theory, const ChaseProposition *proposition);
void
chase_cat_comparison_free (ChaseCatComparison *comparison);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseCatComparison, chase_cat_comparison_free)

G_END_DECLS
