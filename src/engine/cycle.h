/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/clock.h"
#include "engine/walk.h"

G_BEGIN_DECLS

/**
 * ChaseCycle:
 *
 * Pairs of paths that make a diagram with cycles commute. For each node u, breadth first and edges in order, the
 * first path found to a node w is its standing path; every other path that is one edge after a standing path is
 * paired with the standing one at its end. Single edges that need not be equal stand beside
 * each other. By induction on length, every path from u then equals the standing path at its end.
 */
typedef struct _ChaseCycle ChaseCycle;

/**
 * O(V E) pairs; where every node can be reached from every other one, O(V + E) others, after which
 * every path equals a walk through one tree (cycle.c). NULL when the clock stops.
 */
ChaseCycle *chase_cycle_new (const ChaseShape *shape, gboolean strictly, ChaseClock *clock);
void chase_cycle_free (ChaseCycle *cycle);
/** Returns how many pairs of paths make the diagram commute. */
guint chase_cycle_n_pairs (const ChaseCycle *cycle);
/** Returns a pair that is there; its letters belong to @cycle. */
ChasePair chase_cycle_pair (const ChaseCycle *cycle, guint i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseCycle, chase_cycle_free)

G_END_DECLS
