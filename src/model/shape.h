/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/presentation.h"

G_BEGIN_DECLS

/**
 * ChaseNode:
 *
 * A node of a diagram: its @name (or NULL) and the @object of the category that it shows.
 */
typedef struct
{
  ChaseName *name;
  guint32 object;
} ChaseNode;

/**
 * ChaseEdge:
 *
 * An edge of a diagram from node @source to node @target: its @name (or NULL) and the path of
 * arrows of the category that it shows (empty where it shows an identity).
 */
typedef struct
{
  ChaseName *name;
  guint32 source;
  guint32 target;
  ChaseWord word;
} ChaseEdge;

/**
 * ChaseShape:
 *
 * A diagram over a category as flat arrays: a graph with a functor from its paths to the category
 * that @presentation presents. A *diagram path* is a ChaseWord whose letters are edges. Built once
 * by chase_shape_add_*, then only read; reading is safe on any thread.
 */
typedef struct
{
  /*< private >*/
  gatomicrefcount ref_count;
  /*< public, read only >*/
  ChasePresentation *presentation;
  GArray *nodes; /* of ChaseNode */
  GArray *edges; /* of ChaseEdge */
} ChaseShape;

/** Returns a diagram without nodes over @presentation, of which it keeps a reference. Caller
 * owns it. */
ChaseShape *
chase_shape_new (ChasePresentation *presentation);
/**
 * Returns the diagram of all of @presentation: one node for each object, one edge for each arrow
 * that is not a formal inverse, with the same names, in the same order.
 */
ChaseShape *
chase_shape_new_whole (ChasePresentation *presentation);
ChaseShape *
chase_shape_ref (ChaseShape *shape);
void
chase_shape_unref (ChaseShape *shape);

/** Adds a node that shows @object and returns its index. @name may be NULL. */
guint32
chase_shape_add_node (ChaseShape *shape, const ChaseName *name, guint32 object);
/**
 * Adds an edge that shows the path @word, copying the letters, and returns its index. @word must
 * be a composable path from the object of @source to that of @target; this is checked, and a
 * programmer's error otherwise. @name may be NULL.
 */
guint32
chase_shape_add_edge (ChaseShape *shape, const ChaseName *name, guint32 source, guint32 target,
                      ChaseWord word);

/** Returns how many nodes there are: they are numbered from 0. */
guint
chase_shape_n_nodes (const ChaseShape *shape);
/** Returns how many edges there are: they are numbered from 0. */
guint
chase_shape_n_edges (const ChaseShape *shape);
/** Returns a node that is there. Borrowed, and valid until another is added. */
const ChaseNode *
chase_shape_node (const ChaseShape *shape, guint32 node);
/** Returns an edge that is there. Borrowed, and valid until another is added. */
const ChaseEdge *
chase_shape_edge (const ChaseShape *shape, guint32 edge);

/**
 * If @path is a diagram path that starts at @node, puts its end in *@target and returns TRUE.
 * Letters out of range are refused.
 */
gboolean
chase_shape_path_target (const ChaseShape *shape, guint32 node, ChaseWord path, guint32 *target);
/** Appends the letters that the diagram path @path shows to @letters (of guint32). */
void
chase_shape_spell (const ChaseShape *shape, ChaseWord path, GArray *letters);
/**
 * Returns every node once, sources before targets (ties by index), or NULL when the graph has a
 * directed cycle. Caller frees. O(V + E).
 */
guint32 *
chase_shape_topological_order (const ChaseShape *shape);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseShape, chase_shape_unref)

G_END_DECLS
