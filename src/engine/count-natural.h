/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/clock.h"
#include "engine/naturality.h"

G_BEGIN_DECLS

/**
 * How many natural transformations there are, without listing them: in decimal, which the caller
 * frees, with the fingerprint of all (fingerprint.h). NULL where @clock stops or it would take too
 * much; then @clock says which.
 *
 * An element of the first functor determines the values at all elements that arrows lead to from it
 * (the Yoneda lemma). So a generating set is chosen, each generator's values are tried one by one,
 * and what remains is that generators agree where they lead to the same element: a join, which
 * chase_join_count () counts, connected part by part.
 */
char *
chase_natural_count (const ChaseNaturality *naturality, ChaseClock *clock, guint64 *fingerprint);

G_END_DECLS
