/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/walk.h"

G_BEGIN_DECLS

/**
 * ChaseBase:
 *
 * A smallest set of pairs of parallel paths, of one edge or more, whose equality makes a diagram
 * with cycles commute.
 *
 * Within a strongly connected part every edge has to be a side of some pair by itself, since no
 * other pair can change a path of one edge: at least as many pairs as edges are needed, and as many
 * suffice. They are found ear by ear. The first cycle a_1 .. a_k gives a_i = a_i c_i, with c_i the
 * cycle after a_i; its last edge x has x = x W, where W is a closed walk that ends with x. An ear
 * of one edge equals a path. For an ear p = x_1 .. x_k from u to v, W = A B with B from u, and x_1
 * = (B A) x_1, x_k = x_k (a cycle at v), x_i = x_i (a cycle after x_i) between; and W becomes A p D
 * B, with a path D from v to u. Then p D B = B A p D B = B, as B ends with x and x = x A p D B,
 * hence x = x A p D B = x A B: the pair before. So all paths without the ear are equal, those along
 * it too.
 *
 * Between two parts the paths fall into classes that smaller pairs join, and single edges; what is
 * left to be joined is counted as in the acyclic case (ChaseWalk), with given equations first. An
 * edge that is all that leads from one part to another needs a pair where either has a cycle.
 */
typedef struct _ChaseBase ChaseBase;

/** Borrows all. NULL when the clock stops. O(E^2) beside the length of the paths; one byte for each
 * two strongly connected parts. */
ChaseBase *
chase_base_new (const ChaseShape *shape, const ChaseLift *lift, gboolean strictly,
                ChaseClock *clock);
void
chase_base_free (ChaseBase *base);
/** Returns how many pairs of paths have to be verified. */
guint
chase_base_n_pairs (const ChaseBase *base);
/** Pairs that start later come first. */
ChasePair
chase_base_pair (const ChaseBase *base, guint i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseBase, chase_base_free)

G_END_DECLS
