/* SPDX-License-Identifier: MIT */
#include "typeset/layout.h"

#include <string.h>

typedef struct
{
  ChaseLayout *layout;
  const ChaseMatrix *matrix;
  ChaseStyle style;
  double size;
  ChaseBox **cells; /* rows of n_columns; NULL for cells that are not there */
  double *widths;
  double *baselines; /* y of each row, from the first */
  double *ascents, *depths;
} Grid;

static void
measure (Grid *grid)
{
  guint n_columns = grid->matrix->n_columns;
  const ChaseRow *row = grid->matrix->rows;

  for (guint i = 0; row != NULL; row = row->next, i++)
    {
      const ChaseCell *cell = row->cells;

      for (guint j = 0; cell != NULL; cell = cell->next, j++)
        {
          ChaseBox *box = chase_layout_list (grid->layout, cell->body, grid->style);

          box->width += box->italic;
          grid->cells[i * n_columns + j] = box;
          grid->widths[j] = MAX (grid->widths[j], box->width);
          grid->ascents[i] = MAX (grid->ascents[i], box->ascent);
          grid->depths[i] = MAX (grid->depths[i], box->depth);
        }
    }
}

/* The rows of a matrix are at least as high as a strut, so its fences are; the lines of a label
 * are as high as they are. */
static void
add_struts (Grid *grid)
{
  double skip = grid->matrix->row_skip * grid->size;

  for (guint i = 0; i < grid->matrix->n_rows && grid->matrix->struts; i++)
    {
      grid->ascents[i] = MAX (grid->ascents[i], 0.7 * skip);
      grid->depths[i] = MAX (grid->depths[i], 0.3 * skip);
    }
}

/* Baselines a row skip apart, more where rows would come closer than a tenth of an em. */
static void
place_rows (Grid *grid)
{
  const ChaseRow *row = grid->matrix->rows;
  double skip = grid->matrix->row_skip * grid->size;

  grid->baselines[0] = 0;
  for (guint i = 1; i < grid->matrix->n_rows; i++)
    {
      double closest
          = grid->depths[i - 1] + grid->ascents[i] + (grid->matrix->struts ? 0 : 0.15 * grid->size);

      grid->baselines[i] = grid->baselines[i - 1] + MAX (skip, closest) + row->gap * grid->size;
      row = row->next;
    }
}

static double
gap_before (const Grid *grid, guint column)
{
  const ChaseMatrix *matrix = grid->matrix;

  if (column == 0)
    return matrix->loose_sides ? matrix->column_gap / 2 * grid->size : 0;
  if (matrix->alternate)
    return column % 2 == 0 ? 2 * grid->size : 0;
  return matrix->column_gap * grid->size;
}

static double
shift_in_column (const Grid *grid, guint column, const ChaseBox *box)
{
  const char *align = grid->matrix->align;
  gsize length = strlen (align);
  char letter = align[grid->matrix->alternate ? column % length : MIN (column, length - 1)];
  double spare = grid->widths[column] - box->width;

  return letter == 'l' ? 0 : letter == 'r' ? spare : spare / 2;
}

static void
put_column (Grid *grid, ChaseBox *box, guint column)
{
  guint n_columns = grid->matrix->n_columns;

  for (guint i = 0; i < grid->matrix->n_rows; i++)
    {
      ChaseBox *cell = grid->cells[i * n_columns + column];

      if (cell != NULL)
        chase_box_put (box, cell, box->width + shift_in_column (grid, column, cell),
                       grid->baselines[i]);
    }
  box->width += grid->widths[column];
}

typedef struct
{
  double x;
  guint number;
} Bars;

/* Rules of the column specification, in the middle of the gaps; drawn once the height is known. */
static void
note_bars (Grid *grid, Bars *bars, guint column, double x)
{
  bars[column].x = x;
  bars[column].number = grid->matrix->rules != NULL ? grid->matrix->rules[column] : 0;
}

static void
put_bars (Grid *grid, ChaseBox *box, const Bars *bars)
{
  double line = 0.04 * grid->size;
  double ascent = box->ascent, depth = box->depth;

  for (guint column = 0; column <= grid->matrix->n_columns; column++)
    for (guint i = 0; i < bars[column].number; i++)
      chase_box_put (box, chase_box_rule (grid->layout, line, ascent, depth),
                     bars[column].x + i * 0.2 * grid->size - line / 2, 0);
}

static void
put_rows_rules (Grid *grid, ChaseBox *box)
{
  const ChaseRow *row = grid->matrix->rows;
  double line = 0.04 * grid->size;

  for (guint i = 0; row != NULL; row = row->next, i++)
    {
      double y = i == 0 ? grid->baselines[0] - grid->ascents[0]
                        : (grid->baselines[i] - grid->ascents[i] + grid->baselines[i - 1]
                           + grid->depths[i - 1])
                              / 2;

      if (row->ruled)
        chase_box_put (box, chase_box_rule (grid->layout, box->width, line / 2, line / 2), 0, y);
    }
}

static ChaseBox *
assemble (Grid *grid)
{
  guint n_rows = grid->matrix->n_rows, n_columns = grid->matrix->n_columns;
  ChaseBox *box = chase_box_list (grid->layout);
  Bars *bars = chase_arena_alloc (grid->layout->arena, (n_columns + 1) * sizeof (Bars));

  for (guint column = 0; column < n_columns; column++)
    {
      double gap = gap_before (grid, column);

      note_bars (grid, bars, column, column == 0 ? box->width : box->width + gap / 2);
      box->width += gap;
      put_column (grid, box, column);
    }
  if (grid->matrix->loose_sides)
    box->width += grid->matrix->column_gap / 2 * grid->size;
  note_bars (grid, bars, n_columns, box->width);
  box->ascent = MAX (box->ascent, grid->ascents[0]);
  box->depth = MAX (box->depth, grid->baselines[n_rows - 1] + grid->depths[n_rows - 1]);
  put_rows_rules (grid, box);
  put_bars (grid, box, bars);
  return box;
}

/* Moves the rows so that their middle is on the axis, and puts the fences around. */
static ChaseBox *
centre (Grid *grid, ChaseBox *rows)
{
  const ChaseMatrix *matrix = grid->matrix;
  double axis = chase_axis (grid->layout, grid->style);
  double shift = matrix->n_rows > 1 ? (rows->ascent - rows->depth) / 2 - axis : 0;
  double total = rows->ascent + rows->depth;
  double target = MAX (MAX (total * 0.901, total - 0.5 * grid->size), grid->size);
  ChaseBox *box = chase_box_list (grid->layout);

  if (matrix->open != 0)
    chase_box_append (box,
                      chase_layout_delimiter (grid->layout, matrix->open, target, grid->style));
  if (matrix->open != 0)
    box->width += 0.12 * grid->size;
  chase_box_put (box, rows, box->width, shift);
  box->width += rows->width;
  if (matrix->close != 0)
    box->width += 0.12 * grid->size;
  if (matrix->close != 0)
    chase_box_append (box,
                      chase_layout_delimiter (grid->layout, matrix->close, target, grid->style));
  box->accent = box->width / 2;
  return box;
}

ChaseBox *
chase_layout_matrix (ChaseLayout *layout, const ChaseMatrix *matrix, ChaseStyle style)
{
  Grid grid = { .layout = layout, .matrix = matrix, .style = style };
  guint n_rows = matrix->n_rows, n_columns = matrix->n_columns;

  if (matrix->style >= 0)
    grid.style.level = MAX (matrix->style, style.level);
  grid.size = chase_style_size (layout, grid.style);
  grid.cells = chase_arena_alloc (layout->arena, (gsize)n_rows * n_columns * sizeof (ChaseBox *));
  grid.widths = chase_arena_alloc (layout->arena, n_columns * sizeof (double));
  grid.baselines = chase_arena_alloc (layout->arena, 3 * n_rows * sizeof (double));
  grid.ascents = grid.baselines + n_rows;
  grid.depths = grid.ascents + n_rows;
  measure (&grid);
  add_struts (&grid);
  place_rows (&grid);
  return centre (&grid, assemble (&grid));
}
