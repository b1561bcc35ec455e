/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/clock.h"
#include "engine/lift.h"

G_BEGIN_DECLS

/**
 * ChasePair:
 *
 * A member of a homotopy base: two parallel diagram paths, and the given equation that says that
 * they are equal, or G_MAXUINT32. Its letters belong to the walk.
 */
typedef struct
{
  guint32 from;
  guint32 to;
  guint32 relation;
  ChaseWord left;
  ChaseWord right;
} ChasePair;

/**
 * ChaseWalk:
 *
 * The walk of an acyclic diagram that finds a smallest set of pairs of paths whose equality makes
 * it commute, equations that are given first (Murota and Fujishige, Finding a homotopy base for
 * directed paths in an acyclic graph, Discrete Appl. Math. 17 (1987) 157). For each source, later
 * ones first, all ends at once as bits: O(V (E + R) / 64), in memory of 1024 bits for each node.
 */
typedef struct _ChaseWalk ChaseWalk;

/** Returns NULL when @shape has a cycle. Borrows all. */
ChaseWalk *
chase_walk_new (const ChaseShape *shape, const ChaseLift *lift, gboolean strictly,
                ChaseClock *clock);
void
chase_walk_free (ChaseWalk *walk);

typedef enum
{
  CHASE_WALK_DONE,
  CHASE_WALK_GAP,  /* with @stop: two paths that no equation joins */
  CHASE_WALK_OPEN, /* the clock stopped it */
} ChaseWalkState;

ChaseWalkState
chase_walk_run (ChaseWalk *walk, gboolean stop);
guint
chase_walk_n_pairs (const ChaseWalk *walk);
/** Pairs that start later come first. */
ChasePair
chase_walk_pair (const ChaseWalk *walk, guint i);
/** At a gap: the two paths, which start last and end first of all that are apart. */
ChasePair
chase_walk_gap (const ChaseWalk *walk);
/**
 * At a gap in a diagram that is its whole category: the model that tells the two paths apart, with
 * two elements at their end and one at nearly every other object.
 */
ChaseEvidence *
chase_walk_model (ChaseWalk *walk, const ChaseIndex *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseWalk, chase_walk_free)

G_END_DECLS
