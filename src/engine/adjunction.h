/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/laws.h"

G_BEGIN_DECLS

/**
 * All that makes @left adjoint to @right with unit @eta and counit @eps, between presented
 * categories: that both are functors, that eta : Id => right . left and eps : left . right => Id
 * are natural, and the triangle identities at every object. NULL where the two transformations do
 * not run between these functors or something is not given by words. Caller owns the list.
 */
ChaseLawList *
chase_adjunction_laws (const ChaseFunctor *left, const ChaseFunctor *right,
                       const ChaseTransformation *eta, const ChaseTransformation *eps);
/** The same for what a proposition names. */
ChaseLawList *
chase_adjunction_laws_of (ChaseTheory *theory, const ChaseProposition *proposition);

G_END_DECLS
