/* SPDX-License-Identifier: MIT */
#include "drawing/grid.h"

#include <math.h>

/* The gap between @index and @index + 1 is @extra wider than a cell; @before is the sum of the
 * extras below. */
typedef struct
{
  int index;
  double extra;
  double before;
} Gap;

typedef struct
{
  GHashTable *sizes; /* column -> double, the widest label */
  GArray *gaps;      /* of Gap, ascending */
  double origin;     /* the extras below column 0 */
} Axis;

struct _ChaseDrawGrid
{
  Axis axes[2];
};

ChaseDrawGrid *
chase_draw_grid_new (void)
{
  ChaseDrawGrid *grid = g_new0 (ChaseDrawGrid, 1);

  for (int i = 0; i < 2; i++)
    {
      grid->axes[i].sizes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
      grid->axes[i].gaps = g_array_new (FALSE, FALSE, sizeof (Gap));
    }
  return grid;
}

void
chase_draw_grid_free (ChaseDrawGrid *grid)
{
  if (grid == NULL)
    return;
  for (int i = 0; i < 2; i++)
    {
      g_hash_table_unref (grid->axes[i].sizes);
      g_array_unref (grid->axes[i].gaps);
    }
  g_free (grid);
}

double
chase_draw_grid_clamp (double value)
{
  if (!isfinite (value))
    return 0;
  return CLAMP (value, -CHASE_DRAW_LIMIT, CHASE_DRAW_LIMIT);
}

void
chase_draw_grid_want_size (ChaseDrawGrid *grid, ChaseDrawAxis axis, double at, double size)
{
  GHashTable *sizes = grid->axes[axis].sizes;
  gpointer column = GINT_TO_POINTER ((int)lround (chase_draw_grid_clamp (at)));
  double *widest;

  if (size + CHASE_DRAW_AIR <= CHASE_DRAW_CELL)
    return;
  widest = g_hash_table_lookup (sizes, column);
  if (widest == NULL)
    g_hash_table_insert (sizes, column, g_memdup2 (&size, sizeof size));
  else
    *widest = MAX (*widest, size);
}

static int
compare_gaps (gconstpointer a, gconstpointer b)
{
  const Gap *left = a, *right = b;

  return (left->index > right->index) - (left->index < right->index);
}

static void
merge_gaps (GArray *gaps)
{
  guint kept = 0;

  g_array_sort (gaps, compare_gaps);
  for (guint i = 0; i < gaps->len; i++)
    {
      Gap *gap = &g_array_index (gaps, Gap, i);
      Gap *last = kept > 0 ? &g_array_index (gaps, Gap, kept - 1) : NULL;

      if (last != NULL && last->index == gap->index)
        last->extra += gap->extra;
      else
        g_array_index (gaps, Gap, kept++) = *gap;
    }
  g_array_set_size (gaps, kept);
}

static void
sum_up (Axis *axis)
{
  double sum = 0;

  axis->origin = 0;
  for (guint i = 0; i < axis->gaps->len; i++)
    {
      Gap *gap = &g_array_index (axis->gaps, Gap, i);

      gap->before = sum;
      sum += gap->extra;
      if (gap->index < 0)
        axis->origin = sum;
    }
}

void
chase_draw_grid_seal (ChaseDrawGrid *grid)
{
  for (int i = 0; i < 2; i++)
    {
      Axis *axis = &grid->axes[i];
      GHashTableIter iter;
      gpointer column, widest;

      g_hash_table_iter_init (&iter, axis->sizes);
      while (g_hash_table_iter_next (&iter, &column, &widest))
        {
          double extra = (*(double *)widest + CHASE_DRAW_AIR - CHASE_DRAW_CELL) / 2;
          Gap pair[2] = { { GPOINTER_TO_INT (column) - 1, extra, 0 },
                          { GPOINTER_TO_INT (column), extra, 0 } };

          g_array_append_vals (axis->gaps, pair, 2);
        }
      merge_gaps (axis->gaps);
      sum_up (axis);
    }
}

/* The last gap whose index is at most @index, or -1. */
static int
find_gap (const Axis *axis, int index)
{
  int low = -1, high = (int)axis->gaps->len;

  while (high - low > 1)
    {
      int middle = (low + high) / 2;

      if (g_array_index (axis->gaps, Gap, middle).index <= index)
        low = middle;
      else
        high = middle;
    }
  return low;
}

void
chase_draw_grid_want_distance (ChaseDrawGrid *grid, ChaseDrawAxis which, double from, double to,
                               double distance)
{
  Axis *axis = &grid->axes[which];
  int index = (int)lround (MIN (from, to));
  double missing;
  int found;

  if (fabs (fabs (to - from) - 1) > 1e-6 || fabs (MIN (from, to) - index) > 1e-6)
    return;
  missing = distance
            - fabs (chase_draw_grid_place (grid, which, to)
                    - chase_draw_grid_place (grid, which, from));
  if (!(missing > 0))
    return;
  found = find_gap (axis, index);
  if (found >= 0 && g_array_index (axis->gaps, Gap, found).index == index)
    g_array_index (axis->gaps, Gap, found).extra += missing;
  else
    {
      Gap gap = { index, missing, 0 };

      g_array_insert_val (axis->gaps, (guint)(found + 1), gap);
    }
  sum_up (axis);
}

double
chase_draw_grid_place (const ChaseDrawGrid *grid, ChaseDrawAxis which, double at)
{
  const Axis *axis = &grid->axes[which];
  double whole, extra = 0, before = 0;
  int found;

  at = chase_draw_grid_clamp (at);
  whole = floor (at);
  found = find_gap (axis, (int)whole);
  if (found >= 0)
    {
      const Gap *gap = &g_array_index (axis->gaps, Gap, found);

      before = gap->before;
      if (gap->index == (int)whole)
        extra = gap->extra;
      else
        before += gap->extra;
    }
  return at * CHASE_DRAW_CELL + before - axis->origin + (at - whole) * extra;
}

double
chase_draw_grid_find (const ChaseDrawGrid *grid, ChaseDrawAxis which, double place)
{
  double low, high;

  if (!isfinite (place))
    return 0;
  low = -CHASE_DRAW_LIMIT;
  high = CHASE_DRAW_LIMIT;
  /* Find the gap first, so that the result is exact within it. */
  while (high - low > 1)
    {
      double middle = floor ((low + high) / 2);

      if (chase_draw_grid_place (grid, which, middle) <= place)
        low = middle;
      else
        high = middle;
    }
  {
    double start = chase_draw_grid_place (grid, which, low);
    double width = chase_draw_grid_place (grid, which, low + 1) - start;

    return width > 0 ? low + (place - start) / width : low;
  }
}
