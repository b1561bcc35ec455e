/* SPDX-License-Identifier: MIT */
#include "interchange/grid-private.h"

#include <math.h>

/* The finest that an axis is made to keep positions between the columns. */
#define FINEST 4
/* Beyond this a position is taken for a mistake. */
#define FAR 10000.0

#define NEAR_ENOUGH 1e-6

/* Where no unit is found, positions this near to each other are one column. */
#define SAME_COLUMN 0.3

static double
coordinate (const ChaseCell *cell, gboolean vertical)
{
  double value = vertical ? cell->y : cell->x;

  return isfinite (value) ? CLAMP (value, -FAR, FAR) : 0.0;
}

static double
least_of (const ChaseDiagram *diagram, gboolean vertical)
{
  double least = INFINITY;

  for (guint32 i = 0; i < diagram->n_nodes; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);

      if (cell->has_position)
        least = fmin (least, coordinate (cell, vertical));
    }
  return isfinite (least) ? least : 0.0;
}

/* Do all positions of an axis stand a whole number of @unit from @least? */
static gboolean
is_unit (const ChaseDiagram *diagram, gboolean vertical, double least, double unit)
{
  for (guint32 i = 0; i < diagram->n_nodes; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);
      double steps = (coordinate (cell, vertical) - least) / unit;

      if (cell->has_position && fabs (steps - round (steps)) > NEAR_ENOUGH)
        return FALSE;
    }
  return TRUE;
}

/* The greatest unit that the positions of an axis are multiples of, by Euclid's algorithm; 1 where
 * they are whole, 0 where it would be finer than a quarter. O(n). */
static double
unit_of (const ChaseDiagram *diagram, gboolean vertical, double least)
{
  double unit = 0.0;

  if (is_unit (diagram, vertical, least, 1.0))
    return 1.0;
  for (guint32 i = 0; i < diagram->n_nodes; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);
      double other = cell->has_position ? coordinate (cell, vertical) - least : 0.0;

      while (other > NEAR_ENOUGH)
        {
          double rest = unit > 0.0 ? remainder (unit, other) : 0.0;

          unit = other;
          other = fabs (rest);
        }
      if (unit > 0.0 && unit < 1.0 / FINEST - NEAR_ENOUGH)
        return 0.0;
    }
  return unit > 0.0 && is_unit (diagram, vertical, least, unit) ? unit : 0.0;
}

/* The first column from @column on that is free in its row; columns taken are linked to the next
 * ones. */
static guint64
find_free (GHashTable *next, guint64 key)
{
  guint64 at = key;
  guint64 *link;

  while ((link = g_hash_table_lookup (next, &at)) != NULL)
    at = *link;
  while (key != at && (link = g_hash_table_lookup (next, &key)) != NULL)
    {
      key = *link;
      *link = at;
    }
  return at;
}

static void
take (GHashTable *next, guint64 key)
{
  guint64 *entry = g_new (guint64, 2);

  entry[0] = key;
  entry[1] = key + 1;
  g_hash_table_insert (next, entry, entry + 1);
}

/* Returns how many nodes had to move. */
static guint
separate (ChaseGridPoint *grid, guint32 n)
{
  g_autoptr (GHashTable) next = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint moved = 0;

  for (guint32 i = 0; i < n; i++)
    {
      guint64 wanted = (guint64)(guint32)grid[i].row << 32 | (guint32)grid[i].column;
      guint64 found = find_free (next, wanted);

      take (next, found);
      moved += found != wanted;
      grid[i].column = (gint)(found & 0xffffffff);
    }
  return moved;
}

static guint
place_rest (const ChaseDiagram *diagram, ChaseGridPoint *grid)
{
  gint below = -1;
  guint unplaced = 0;

  for (guint32 i = 0; i < diagram->n_nodes; i++)
    if (chase_diagram_get_cell (diagram, i)->has_position)
      below = MAX (below, grid[i].row);
  for (guint32 i = 0; i < diagram->n_nodes; i++)
    if (!chase_diagram_get_cell (diagram, i)->has_position)
      grid[i] = (ChaseGridPoint){ (gint)unplaced++, below + 1 };
  return unplaced;
}

void
chase_grid_units (const ChaseDiagram *diagram, double units[2])
{
  for (guint axis = 0; axis < 2; axis++)
    {
      units[axis] = unit_of (diagram, axis == 1, least_of (diagram, axis == 1));
      units[axis] = units[axis] > 0.0 ? units[axis] : 1.0;
    }
}

typedef struct
{
  double value;
  guint32 node;
} Place;

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const Place *left = a, *right = b;

  return left->value < right->value ? -1 : left->value > right->value;
}

static void
set_column (ChaseGridPoint *point, gboolean vertical, gint column)
{
  *(vertical ? &point->row : &point->column) = column;
}

/* An axis without a unit: other positions are other columns, as far apart as they are, but one at
 * least. */
static void
place_irregular (Place *places, guint n, gboolean vertical, ChaseGridPoint *grid)
{
  gint column = 0;
  double first;

  qsort (places, n, sizeof *places, compare_values);
  first = n > 0 ? places[0].value : 0.0;
  for (guint i = 0; i < n; i++)
    {
      if (places[i].value - first > SAME_COLUMN)
        {
          column += MAX (1, (gint)lround (places[i].value - first));
          first = places[i].value;
        }
      set_column (&grid[places[i].node], vertical, column);
    }
}

/* Sets the columns (or rows) of the nodes that have positions. O(n log n). */
static void
place_axis (const ChaseDiagram *diagram, gboolean vertical, double unit, ChaseGridPoint *grid)
{
  double least = least_of (diagram, vertical);
  g_autofree Place *places = g_new (Place, diagram->n_nodes + 1);
  guint n = 0;

  for (guint32 i = 0; i < diagram->n_nodes; i++)
    if (chase_diagram_get_cell (diagram, i)->has_position)
      places[n++] = (Place){ coordinate (chase_diagram_get_cell (diagram, i), vertical), i };
  if (unit == 0.0)
    place_irregular (places, n, vertical, grid);
  for (guint i = 0; unit > 0.0 && i < n; i++)
    set_column (&grid[places[i].node], vertical, (gint)lround ((places[i].value - least) / unit));
}

ChaseGridPoint *
chase_grid_new (const ChaseDiagram *diagram, GPtrArray *problems)
{
  ChaseGridPoint *grid = g_new0 (ChaseGridPoint, diagram->n_nodes + 1);
  double units[2];
  guint unplaced, moved;

  for (guint axis = 0; axis < 2; axis++)
    {
      units[axis] = unit_of (diagram, axis == 1, least_of (diagram, axis == 1));
      place_axis (diagram, axis == 1, units[axis], grid);
    }
  unplaced = place_rest (diagram, grid);
  moved = separate (grid, diagram->n_nodes);
  if (unplaced > 0)
    chase_problems_warning (problems, 0, 0, 1, NULL,
                            "objects without a position, put into the last row: %u", unplaced);
  if (units[0] == 0.0 || units[1] == 0.0)
    chase_problems_warning (problems, 0, 0, 1, NULL,
                            "positions were rounded to whole columns and rows");
  else if (units[0] != 1.0 || units[1] != 1.0)
    chase_problems_warning (
        problems, 0, 0, 1, NULL,
        "columns and rows were scaled so that positions between them become whole");
  if (moved > 0)
    chase_problems_warning (problems, 0, 0, 1, NULL,
                            "objects moved right, to a free place of the grid: %u", moved);
  return grid;
}

/* Adds to @sums, for both ends of each straight edge, the direction to the other end. */
static void
sum_neighbours (const ChaseDiagram *diagram, const ChaseGridPoint *grid, double (*sums)[2])
{
  for (guint32 i = diagram->n_nodes; i < chase_diagram_n_cells (diagram); i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);
      double x, y;

      if (cell->level != 1 || cell->source == cell->target)
        continue;
      x = grid[cell->target].column - grid[cell->source].column;
      y = grid[cell->target].row - grid[cell->source].row;
      sums[cell->source][0] += x;
      sums[cell->source][1] += y;
      sums[cell->target][0] -= x;
      sums[cell->target][1] -= y;
    }
}

ChaseLabelSide *
chase_grid_label_sides (const ChaseDiagram *diagram, const ChaseGridPoint *grid)
{
  guint32 n = chase_diagram_n_cells (diagram);
  ChaseLabelSide *sides = g_new0 (ChaseLabelSide, n + 1);
  g_autofree double (*sums)[2] = g_malloc0 ((diagram->n_nodes + 1) * sizeof *sums);

  sum_neighbours (diagram, grid, sums);
  for (guint32 i = diagram->n_nodes; i < n; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);
      double x, y, cross;

      sides[i] = cell->style->label_side;
      if (sides[i] != CHASE_LABEL_AUTO)
        continue;
      sides[i] = CHASE_LABEL_LEFT;
      if (cell->level != 1 || cell->style->form != CHASE_EDGE_ARROW
          || (*cell->label == '\0' && (cell->properties & CHASE_PROPERTY_ISO) == 0))
        continue;
      x = grid[cell->target].column - grid[cell->source].column;
      y = grid[cell->target].row - grid[cell->source].row;
      cross = x * (sums[cell->source][1] + sums[cell->target][1])
              - y * (sums[cell->source][0] + sums[cell->target][0]);
      if (cell->style->curve != 0.0)
        cross = -cell->style->curve;
      if (cross < 0.0)
        sides[i] = CHASE_LABEL_RIGHT;
    }
  return sides;
}

ChaseHead
chase_cell_head (const ChaseCell *cell)
{
  ChaseHead head = cell->style->head;

  if (head != CHASE_HEAD_DEFAULT)
    return head;
  return cell->properties & (CHASE_PROPERTY_EPI | CHASE_PROPERTY_SPLIT_EPI) ? CHASE_HEAD_EPI
                                                                            : CHASE_HEAD_ARROW;
}

ChaseTail
chase_cell_tail (const ChaseCell *cell)
{
  ChaseTail tail = cell->style->tail;

  if (tail != CHASE_TAIL_DEFAULT)
    return tail;
  return cell->properties & (CHASE_PROPERTY_MONO | CHASE_PROPERTY_SPLIT_MONO) ? CHASE_TAIL_MONO
                                                                              : CHASE_TAIL_NONE;
}

guint
chase_cell_lines (const ChaseCell *cell)
{
  guint lines = cell->style->level > 0 ? cell->style->level : cell->level;

  return CLAMP (lines, 1, 4);
}

const char *
chase_cell_label (const ChaseCell *cell)
{
  if (*cell->label == '\0' && cell->level > 0 && (cell->properties & CHASE_PROPERTY_ISO) != 0)
    return "\\sim";
  return cell->label;
}
