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
/**
 * Returns the same in points, as plain tikz-cd prints them, about: x to the right, y down. Caller
 * frees. O(n).
 */
ChaseSpot *
chase_points_new (const ChaseDiagram *diagram, const ChaseGridPoint *grid, ChaseSpot pitch);
/** How far to the right of the direct line the middle of an edge with @style lies in print, in
 * points, when its objects are @length points apart; @plain: where quiver's curves are bends. */
double
chase_tikz_aside (const ChaseStyle *style, double length, gboolean plain);
/** How long an arrow between two places in points is about: what turns a shortening in points into
 * one in per cent. */
double
chase_tikz_length (const ChaseSpot *from, const ChaseSpot *to, gboolean between_arrows);
/** Returns what TikZ calls the looseness of a curve whose handles are @handle points long, where it is
 * @length points from end to end. */
double
chase_tikz_looseness (double handle, double length);
/** Returns the width of a column (x) and the height of a row (y) in print, about, in points, for an
 * environment with @options (may be NULL). */
ChaseSpot
chase_tikz_pitch (const char *options);
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
