/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/classes.h"
#include "engine/walk.h"

G_BEGIN_DECLS

/* Nodes are numbered by their topological positions throughout. From a source s, the out-edges of
 * s are its "ways". Once all that starts later commutes, two paths s -> v by the same way are
 * equal, and where two ways have been joined at m they are so wherever m leads. So the paths s -> v
 * are all equal when the ways that lead to v are connected by the joints at nodes from which v can
 * be reached.
 *
 * Reachability is kept for a block of CHASE_WALK_WORDS * 64 consecutive nodes at a time, as one row
 * of bits for each node, and all ends in a block are tried at once: O(V (E + R) / 64), without
 * regard to the number of reachable pairs.
 *
 * Two parallel single edges that nothing longer is parallel to need not be equal. Such edges
 * ("loose") are the exception to the first reason: a way straight to their source splits, for their
 * end, into one strand for each. */
enum
{
  CHASE_WALK_WORDS = 16,
};

typedef struct
{
  guint32 way;
  guint32 edge; /* a loose edge straight after the way, or G_MAXUINT32 */
} ChaseStrand;

/** The ways @x and @y of a source are equal at the node @at and after it. */
typedef struct
{
  guint32 x, y, at;
  guint32 next; /* of the same source, or G_MAXUINT32 */
} ChaseJoint;

typedef struct
{
  guint32 from, to, relation;
  guint32 n_left, n_right;
  guint32 number;
  gsize first;
} ChaseStoredPair;

struct _ChaseWalk
{
  const ChaseShape *shape;
  const ChaseLift *lift;
  ChaseClock *clock;
  gboolean strictly;
  gboolean stop;
  guint32 n, m;
  guint32 *order, *position;
  guint32 *source, *target;           /* of each edge */
  guint32 *same;                      /* edge -> the first one that an equation makes equal to it */
  guint32 *out_first, *out, *way;     /* edges that are first among equals; their places */
  guint32 *law_first, *law, *law_end; /* lifted equations by source, then end; their ends */
  guint32 *law_next;                  /* source -> the first law whose end is not yet visited */
  guint8 *loose;                      /* edge */
  guint8 *has_loose;                  /* node: has loose out-edges */
  gboolean any_loose;
  guint32 *joint; /* source -> the last of its joints */
  GArray *joints; /* of ChaseJoint */
  /* the block of nodes first .. end - 1 */
  guint32 first, end;
  guint64 *rows;   /* node -> the nodes of the block that it leads to, itself included */
  guint8 *reaches; /* node: its row is not zero */
  /* for one source */
  guint64 *joined; /* way -> nodes at which it is known to be equal to the first way there */
  GArray *active;  /* of ChaseJoint: those that matter in the block */
  guint64 apart[CHASE_WALK_WORDS];
  guint64 events[CHASE_WALK_WORDS];
  /* for one pair of nodes */
  GArray *strands; /* of ChaseStrand: those that reach the node */
  GArray *parent;  /* of strands */
  guint32 *strand; /* way -> its first strand, where it reaches the node */
  /* found */
  GArray *pairs, *letters;
  guint32 gap_source, gap_end; /* G_MAXUINT32: none */
  ChaseStoredPair gap;
  GArray *gap_strands, *gap_parent;
};

void
chase_walk_store_pair (ChaseWalk *walk, guint32 from, guint32 to, guint32 relation, ChaseWord left,
                       ChaseWord right);
/** Compares all ways of the source @s that lead into the block; FALSE at a gap, with @stop. */
gboolean
chase_walk_compare (ChaseWalk *walk, guint32 s);

static inline guint64 *
chase_walk_row (const ChaseWalk *walk, guint32 node)
{
  return walk->rows + (gsize)node * CHASE_WALK_WORDS;
}

/** Does @node lead to @v, a node of the block? */
static inline gboolean
chase_walk_leads (const ChaseWalk *walk, guint32 node, guint32 v)
{
  guint32 bit = v - walk->first;

  return walk->reaches[node] && (chase_walk_row (walk, node)[bit / 64] >> (bit % 64) & 1) != 0;
}

G_END_DECLS
