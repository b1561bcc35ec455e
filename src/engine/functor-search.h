/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/clock.h"
#include "engine/tally.h"
#include "model/enumerated.h"

G_BEGIN_DECLS

/** Functors that were found: how many, and the values (objects, then arrows) of the first
 * CHASE_LISTED of them, in lexicographic order where there are no more. */
typedef struct
{
  ChaseTally tally;
  GPtrArray *list; /* of guint32 * */
} ChaseFoundFunctors;

void
chase_found_functors_free (ChaseFoundFunctors *found);
/**
 * Looks for all functors from what @source presents to @target, arrow by arrow: each may have the
 * morphisms between the values of its ends that keep the equations in this arrow alone, and every
 * other equation is tried as soon as its arrows have values. NULL where that takes more than
 * @steps, or @clock stops. Arrows must not be declared mono or epi and no more. Caller frees.
 */
ChaseFoundFunctors *
chase_functors_find (const ChasePresentation *source, const ChaseEnumerated *target, guint64 steps,
                     ChaseClock *clock);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseFoundFunctors, chase_found_functors_free)

G_END_DECLS
