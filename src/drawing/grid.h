/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The default distance between neighbouring columns, and between rows. */
#define CHASE_DRAW_CELL 128.0
/** How much wider than its widest label a column is at least. */
#define CHASE_DRAW_AIR 64.0
/** Coordinates are kept within this distance of the origin, so that no sum overflows. */
#define CHASE_DRAW_LIMIT 100000.0

/**
 * ChaseDrawGrid:
 *
 * Where columns and rows stand: every gap between neighbours is CHASE_DRAW_CELL wide, but for those that labels have
 * pushed apart. Column 0 and row 0 stand at 0. Build it with chase_draw_grid_want_*, seal it, then ask.
 */
typedef struct _ChaseDrawGrid ChaseDrawGrid;

typedef enum
{
  CHASE_DRAW_X,
  CHASE_DRAW_Y,
} ChaseDrawAxis;

ChaseDrawGrid *chase_draw_grid_new (void);
/** Takes NULL quietly. */
void chase_draw_grid_free (ChaseDrawGrid *grid);
/** Makes the column (or row) nearest to @at wide enough for a label of @size. */
void chase_draw_grid_want_size (ChaseDrawGrid *grid, ChaseDrawAxis axis, double at, double size);
/** Sorts what was wanted. */
void chase_draw_grid_seal (ChaseDrawGrid *grid);
/** After sealing: makes at least @distance between columns (or rows) @from and @to, if they are neighbours. */
void chase_draw_grid_want_distance (ChaseDrawGrid *grid, ChaseDrawAxis axis, double from, double to,
                               double distance);
/** The place of column (or row) @at, which may be fractional. */
double chase_draw_grid_place (const ChaseDrawGrid *grid, ChaseDrawAxis axis, double at);
/** The inverse. */
double chase_draw_grid_find (const ChaseDrawGrid *grid, ChaseDrawAxis axis, double place);
/** @value, kept within the limit; 0 for what is no number. */
double chase_draw_grid_clamp (double value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseDrawGrid, chase_draw_grid_free)

G_END_DECLS
