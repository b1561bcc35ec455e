/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/base.h"
#include "engine/walk-private.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 from, to, relation;
  gsize first;
  guint32 n_left, n_right;
} ChaseBasePair;

/* A part is a strongly connected part of the graph: the nodes that lead to each other. Parts are
 * numbered so that edges between them go upwards. */
struct _ChaseBase
{
  const ChaseShape *shape;
  const ChaseLift *lift;
  ChaseClock *clock;
  gboolean strictly;
  guint32 n, m, n_parts;
  guint32 *source, *target;    /* of each edge */
  guint32 *out_first, *out;    /* edges by source */
  guint32 *part;               /* of each node */
  guint32 *node_first, *nodes; /* nodes by part */
  guint8 *cyclic;              /* part: has edges within */
  guint8 *usable;              /* edge: paths that are looked for may use it */
  guint32 *came;               /* for the search of paths */
  guint8 *goal;
  GArray *queue;
  GArray *pairs, *letters;
};

/** Finds the parts: Tarjan, Depth-first search and linear graph algorithms, SIAM J. Comput. 1
 * (1972) 146. O(V + E). */
void
chase_base_find_parts (ChaseBase *base);
/**
 * Appends a shortest path of at least @least (0, 1 or 2) usable edges from @from to @to, which has
 * to be there, to @path. O(V + E).
 */
void
chase_base_append_path (ChaseBase *base, guint32 from, guint32 to, guint32 least, GArray *path);
/** The same to the nearest of the nodes marked in @goals. */
void
chase_base_append_path_to_any (ChaseBase *base, guint32 from, const guint8 *goals, guint32 least,
                               GArray *path);
void
chase_base_add (ChaseBase *base, guint32 from, guint32 to, guint32 relation, ChaseWord left,
                ChaseWord right);
/** Adds the pairs of @part, which is cyclic: as many as it has edges. */
void
chase_base_add_part (ChaseBase *base, guint32 part);
/** Adds the pairs of all paths from one part to another. */
void
chase_base_add_between (ChaseBase *base);

G_END_DECLS
