/* SPDX-License-Identifier: MIT */
#pragma once

#include "interchange/interchange.h"

G_BEGIN_DECLS

typedef struct
{
  gint column;
  gint row;
} ChaseGridPoint;

/**
 * Returns a place in a grid for each node of @diagram, no two the same, the least column and row
 * being 0. Positions that are whole already stay; where all of an axis are multiples of another
 * unit (a half, or 1.5), that is a column or a row; else each position has its own, nodes that
 * would share a place move right to the next one that is free, and nodes without a position come in
 * a row below. What was changed is reported to
 * @problems. Caller frees. O(n log n) expected.
 */
ChaseGridPoint *
chase_grid_new (const ChaseDiagram *diagram, GPtrArray *problems);

/** Sets @units to what a column and a row of that grid are in @diagram: 1, 1 where its positions
 * are whole. */
void
chase_grid_units (const ChaseDiagram *diagram, double units[2]);

/** The label's side of edge @cell: what its style says, or for AUTO the one away from the ends'
 * other neighbours. */
ChaseLabelSide *
chase_grid_label_sides (const ChaseDiagram *diagram, const ChaseGridPoint *grid);
/**
 * What the edge @cell draws at its ends: for DEFAULT what its meaning says (two heads for an epi, a
 * tail for a mono), else an arrowhead and nothing.
 */
ChaseHead
chase_cell_head (const ChaseCell *cell);
ChaseTail
chase_cell_tail (const ChaseCell *cell);
/** The number of lines that the edge @cell is drawn with. */
guint
chase_cell_lines (const ChaseCell *cell);
/** The label that the cell @cell is drawn with: an iso that says nothing else gets its tilde. */
const char *
chase_cell_label (const ChaseCell *cell);

G_END_DECLS
