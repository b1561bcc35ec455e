/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/clock.h"
#include "engine/index.h"

G_BEGIN_DECLS

/**
 * ChaseGroup:
 *
 * A presentation with one object, all of whose arrows are invertible by what is given, read as that
 * of a group. Where a relation is a power h^k of a path, the cosets of the cyclic subgroup of h are
 * enumerated instead of the elements, k times fewer (Todd and Coxeter's method in the form of
 * Haselgrove; Sims, Computation with Finitely Presented Groups, chapter 5). If then h has a cycle
 * of k cosets, the elements are the pairs of a coset and a power of h, and there are no others.
 */
typedef struct _ChaseGroup ChaseGroup;

/** NULL where the presentation is not that of a group. */
ChaseGroup *
chase_group_new (const ChaseIndex *index, ChaseClock *clock);
void
chase_group_free (ChaseGroup *group);
/** Goes on for about @work letter steps: TRUE when the elements are listed. */
gboolean
chase_group_run (ChaseGroup *group, guint64 work);
/** The letter steps done, and those that what is known to remain will take. */
guint64
chase_group_work (const ChaseGroup *group);
double
chase_group_rest (const ChaseGroup *group);
/** TRUE when the memory allowed does not let the table grow. */
gboolean
chase_group_is_full (const ChaseGroup *group);
/** The number of elements; element 0 is the identity. */
guint32
chase_group_order (const ChaseGroup *group);
guint32
chase_group_follow (const ChaseGroup *group, guint32 element, guint32 arrow);
/** The path h; no letters where all elements were enumerated. Borrowed. */
ChaseWord
chase_group_along (const ChaseGroup *group);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseGroup, chase_group_free)

G_END_DECLS
