/* SPDX-License-Identifier: MIT */
#include "drawing/draw-private.h"

#include <math.h>

/* A straight arrow that would run through somebody else's label bows around it, as little as does.
 */

#define CLEARANCE 6.0
/* Beyond so many pairs of a node and an edge nobody can follow the arrows anyway. */
#define MOST_PAIRS 4000000

static gboolean
meets_node (const ChaseDrawing *drawing, const ChaseCell *cell, const ChaseCurve *curve)
{
  ChasePoint a = curve->p[0], b = chase_curve_end (curve), c = chase_curve_point (curve, 0.5);
  double left = MIN (MIN (a.x, b.x), c.x), right = MAX (MAX (a.x, b.x), c.x);
  double top = MIN (MIN (a.y, b.y), c.y), bottom = MAX (MAX (a.y, b.y), c.y);

  for (guint32 i = 0; i < drawing->diagram->n_nodes; i++)
    {
      const ChaseRoute *node = &drawing->routes[i];
      double distance;

      if (i == cell->source || i == cell->target || node->centre.x < left - CHASE_DRAW_CELL
          || node->centre.x > right + CHASE_DRAW_CELL || node->centre.y < top - CHASE_DRAW_CELL
          || node->centre.y > bottom + CHASE_DRAW_CELL)
        continue;
      chase_curve_nearest (curve, node->centre, &distance);
      if (distance > 2 * CHASE_DRAW_CELL)
        continue;
      for (guint k = 0; k <= 48; k++)
        if (chase_hull_distance (&node->hull, chase_curve_point (curve, k / 48.0)) < CLEARANCE)
          return TRUE;
    }
  return FALSE;
}

static void
bow (ChaseDrawing *drawing, guint32 index)
{
  const double steps[] = { 0, -1.5, 1.5, -2.5, 2.5, -4, 4, -6, 6 };
  const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, index);
  ChaseRoute *route = &drawing->routes[index];
  ChasePoint a = drawing->routes[cell->source].centre, b = drawing->routes[cell->target].centre;

  if (chase_point_length (chase_point_minus (b, a)) < 1.2 * CHASE_DRAW_CELL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      ChaseCurve curve = chase_curve_bow (a, b, steps[i] * CHASE_CURVE_STEP);

      if (meets_node (drawing, cell, &curve))
        continue;
      route->curve_steps = steps[i];
      return;
    }
}

void
chase_drawing_bow_around_nodes (ChaseDrawing *drawing)
{
  guint64 n_nodes = drawing->diagram->n_nodes, n_edges = drawing->n_cells - n_nodes;

  if (n_nodes * n_edges > MOST_PAIRS)
    return;
  for (guint32 i = drawing->diagram->n_nodes; i < drawing->n_cells; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, i);
      const ChaseRoute *route = &drawing->routes[i];

      if (cell->level == 1 && cell->style->form == CHASE_EDGE_ARROW && !route->is_loop
          && !route->moved_apart && route->curve_steps == 0 && route->offset_steps == 0)
        bow (drawing, i);
    }
}
