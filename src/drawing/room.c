/* SPDX-License-Identifier: MIT */
#include "drawing/draw-private.h"

#include <math.h>

/* Columns and rows part until the labels have room: an object's in its own, an arrow's between
 * those that it joins. */

/* Of a label along a row: between it and what stands at the two ends of its arrow. */
#define ALONG_A_ROW 18.0
/* Of a label beside a diagonal: from the diagonal and from the arrow across the cell. */
#define IN_A_CORNER 12.0

static void
want_room_for_nodes (ChaseDrawing *drawing)
{
  for (guint32 i = 0; i < drawing->diagram->n_nodes; i++)
    {
      ChaseRect box;

      chase_drawing_shape_node (drawing, i);
      box = chase_hull_box (&drawing->routes[i].hull);
      chase_draw_grid_want_size (drawing->grid, CHASE_DRAW_X, drawing->positions[2 * i], box.width);
      chase_draw_grid_want_size (drawing->grid, CHASE_DRAW_Y, drawing->positions[2 * i + 1],
                                 box.height);
    }
  chase_draw_grid_seal (drawing->grid);
}

static void
want_room_along (ChaseDrawing *drawing, const ChaseCell *cell, const ChaseRoute *route)
{
  const double *from = drawing->positions + 2 * cell->source;
  const double *to = drawing->positions + 2 * cell->target;
  const ChaseRoute *left = &drawing->routes[from[0] <= to[0] ? cell->source : cell->target];
  const ChaseRoute *right = &drawing->routes[from[0] <= to[0] ? cell->target : cell->source];
  double reach = chase_hull_reach (&left->hull, chase_point (1, 0))
                 + chase_hull_reach (&right->hull, chase_point (-1, 0));

  chase_draw_grid_want_distance (drawing->grid, CHASE_DRAW_X, from[0], to[0],
                                 reach + 2 * CHASE_NODE_GAP
                                     + chase_hull_box (&route->sticker.hull).width + ALONG_A_ROW);
}

static gpointer
post_key (double column, double row)
{
  return (gpointer)((gintptr)lround (column) * (gintptr)(2 * CHASE_DRAW_LIMIT) + lround (row));
}

/* Longer than any cell that a label could stand in. */
#define MOST_ROWS 64

/* The arrows that run down a column: a set of the columns and rows from which one leads to the next
 * row. */
static GHashTable *
find_posts (const ChaseDrawing *drawing)
{
  GHashTable *posts = g_hash_table_new (NULL, NULL);

  for (guint32 i = drawing->diagram->n_nodes; i < drawing->n_cells; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, i);
      const double *from, *to;

      if (cell->level != 1)
        continue;
      from = drawing->positions + 2 * cell->source;
      to = drawing->positions + 2 * cell->target;
      if (from[0] != to[0] || fabs (from[1] - to[1]) > MOST_ROWS)
        continue;
      for (double row = MIN (from[1], to[1]); row < MAX (from[1], to[1]) - 0.5; row++)
        g_hash_table_add (posts, post_key (from[0], row));
    }
  return posts;
}

static gboolean
has_post (GHashTable *posts, double column, double first, double last)
{
  for (double row = first; row < last - 0.5; row++)
    if (g_hash_table_contains (posts, post_key (column, row)))
      return TRUE;
  return FALSE;
}

/* Is an arrow in the way of the label, on whichever side it may stand? */
static gboolean
is_enclosed (GHashTable *posts, const ChaseCell *cell, const double *from, const double *to)
{
  const double first = MIN (from[1], to[1]), last = MAX (from[1], to[1]);
  const gboolean left = has_post (posts, MIN (from[0], to[0]), first, last);
  const gboolean right = has_post (posts, MAX (from[0], to[0]), first, last);
  /* y grows downward: what runs down has its right side to the left. */
  const gboolean down = from[1] < to[1];

  switch (cell->style->label_side)
    {
    case CHASE_LABEL_AUTO:
      return left && right;
    case CHASE_LABEL_LEFT:
      return down ? right : left;
    case CHASE_LABEL_RIGHT:
      return down ? left : right;
    default:
      return FALSE;
    }
}

/* A label beside the diagonal of a square has to fit before the side that it faces. *@posts are
 * found when first needed. */
static void
want_room_beside (ChaseDrawing *drawing, GHashTable **posts, const ChaseCell *cell,
                  const ChaseRoute *route)
{
  const double *from = drawing->positions + 2 * cell->source;
  const double *to = drawing->positions + 2 * cell->target;
  const ChaseStyle *style = cell->style;
  double wanted
      = (chase_hull_box (&route->sticker.hull).width + IN_A_CORNER) / (1 - CHASE_LABEL_OFF_MIDDLE);

  if (wanted <= CHASE_DRAW_CELL || fabs (from[1] - to[1]) > MOST_ROWS || style->label_at != 0.5
      || style->curve != 0 || chase_style_is_angled (style))
    return;
  if (*posts == NULL)
    *posts = find_posts (drawing);
  if (is_enclosed (*posts, cell, from, to))
    chase_draw_grid_want_distance (drawing->grid, CHASE_DRAW_X, from[0], to[0], wanted);
}

void
chase_drawing_make_grid (ChaseDrawing *drawing)
{
  g_autoptr (GHashTable) posts = NULL;

  drawing->grid = chase_draw_grid_new ();
  want_room_for_nodes (drawing);
  for (guint32 i = drawing->diagram->n_nodes; i < drawing->n_cells; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, i);
      const ChaseRoute *route = &drawing->routes[i];

      if (cell->level != 1 || route->sticker.label == NULL)
        continue;
      if (drawing->positions[2 * cell->source + 1] == drawing->positions[2 * cell->target + 1])
        want_room_along (drawing, cell, route);
      else
        want_room_beside (drawing, &posts, cell, route);
    }
}
