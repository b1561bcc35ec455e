/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The default distance between neighbouring columns, and between rows. */
#define CHASE_GRID_CELL 128.0
/** How much wider than its widest label a column is at least. */
#define CHASE_GRID_AIR 64.0
/** Coordinates are kept within this distance of the origin, so that no sum overflows. */
#define CHASE_GRID_LIMIT 100000.0

/**
 * ChaseGrid:
 *
 * Where columns and rows stand: every gap between neighbours is CHASE_GRID_CELL wide, but for those that labels have
 * pushed apart. Column 0 and row 0 stand at 0. Build it with chase_grid_want_*, seal it, then ask.
 */
typedef struct _ChaseGrid ChaseGrid;

typedef enum
{
  CHASE_GRID_X,
  CHASE_GRID_Y,
} ChaseGridAxis;

ChaseGrid *chase_grid_new (void);
/** Takes NULL quietly. */
void chase_grid_free (ChaseGrid *grid);
/** Makes the column (or row) nearest to @at wide enough for a label of @size. */
void chase_grid_want_size (ChaseGrid *grid, ChaseGridAxis axis, double at, double size);
/** Sorts what was wanted. */
void chase_grid_seal (ChaseGrid *grid);
/** After sealing: makes at least @distance between columns (or rows) @from and @to, if they are neighbours. */
void chase_grid_want_distance (ChaseGrid *grid, ChaseGridAxis axis, double from, double to,
                               double distance);
/** The place of column (or row) @at, which may be fractional. */
double chase_grid_place (const ChaseGrid *grid, ChaseGridAxis axis, double at);
/** The inverse. */
double chase_grid_find (const ChaseGrid *grid, ChaseGridAxis axis, double place);
/** @value, kept within the limit; 0 for what is no number. */
double chase_grid_clamp (double value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseGrid, chase_grid_free)

G_END_DECLS
