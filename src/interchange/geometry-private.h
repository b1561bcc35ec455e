/* SPDX-License-Identifier: MIT */
#pragma once

#include "interchange/grid-private.h"

G_BEGIN_DECLS

/** A place between columns and rows. */
typedef struct
{
  double x, y;
} ChaseSpot;

/**
 * Returns for each cell of @diagram where it is: a node its place in @grid, an edge the middle of
 * its curve, whose apex quiver puts 24 units of 128 aside for each step. Caller frees. O(n).
 */
ChaseSpot *
chase_spots_new (const ChaseDiagram *diagram, const ChaseGridPoint *grid);
/** TRUE for an edge from a node to itself. */
gboolean
chase_cell_is_loop (const ChaseDiagram *diagram, const ChaseCell *cell);
/** Returns @text as it can stand inside of braces: what is not closed is closed, what would swallow
 * the rest is escaped. */
char *
chase_tex_mend (const char *text);
/**
 * Returns the edges of @diagram by level, and within a level as they came. Caller frees; *@n is how
 * many. O(n).
 */
guint32 *
chase_edges_by_level (const ChaseDiagram *diagram, guint32 *n);

G_END_DECLS
