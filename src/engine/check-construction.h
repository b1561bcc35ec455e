/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/check-private.h"

G_BEGIN_DECLS

/** Hom functors, Kan extensions, composites are functors when what they are made of are: whether
 * their values can be listed or not. FALSE, with nothing decided, for what is made otherwise. */
gboolean
chase_decide_by_construction (ChaseChecker *checker, const ChaseFunctor *functor,
                              ChaseResult *result);
/** That the set at @d of a Kan extension along a functor from a category without arrows is
 * infinite: the evidence, which the caller owns, or NULL. */
JsonObject *
chase_infinite_kan_json (ChaseChecker *checker, const ChaseFunctor *functor, guint32 d);

G_END_DECLS
