/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/completion.h"

G_BEGIN_DECLS

/**
 * Looks in the rules of @system, which are equations that hold, for what follows by cancelling: two
 * paths that are equal behind one mono, or before one epi. Returns what is new to the system, an
 * array of at most some dozen ChaseCancelled with their proofs, or NULL where there is nothing.
 * Caller owns it.
 */
GArray *
chase_cancel_in (ChaseCompletion *system, const ChaseIndex *index, ChaseClock *clock);

G_END_DECLS
