/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/check-private.h"

G_BEGIN_DECLS

/*
 * Statements about functors and transformations where morphisms cannot be listed. Each returns
 * FALSE, and leaves the result as it was, where it does not decide.
 */

/** The Yoneda lemma for a functor to sets: its transformations are named by elements, whatever
 * Hom(A, -) is. */
gboolean
chase_decide_infinite_yoneda (ChaseChecker *checker, const ChaseFunctor *functor, guint32 object,
                              ChaseResult *result);
/** |Nat (Hom (A, -), P)| = |P (A)|. */
gboolean
chase_decide_count_by_yoneda (ChaseChecker *checker, const ChaseProposition *proposition,
                              ChaseResult *result);
/** |Nat (F, F)| is infinite, for one of them has powers that are all different. */
gboolean
chase_decide_count_endo (ChaseChecker *checker, const ChaseProposition *proposition,
                         ChaseResult *result);
/** Not representable (by @by, or by any object), for hom-sets have other sizes than its sets. */
gboolean
chase_decide_not_representable (ChaseChecker *checker, const ChaseFunctor *functor, guint32 by,
                                ChaseResult *result);
/** F isomorphic G. */
gboolean
chase_decide_infinite_isomorphic_functors (ChaseChecker *checker,
                                           const ChaseProposition *proposition,
                                           ChaseResult *result);
/** A transformation by paths is an isomorphism: each of its components is one. */
gboolean
chase_decide_infinite_natural_isomorphism (ChaseChecker *checker, const ChaseTransformation *alpha,
                                           ChaseResult *result);
/** Are there infinitely many functors from @source to @target? Returns the evidence, which the
 * caller owns, or NULL. */
JsonObject *
chase_infinite_functors_json (ChaseChecker *checker, const ChaseCategory *source,
                              const ChaseCategory *target);

G_END_DECLS
