/* SPDX-License-Identifier: MIT */
#include "drawing/draw-private.h"

#include <math.h>

/* A straight arrow that would run through somebody else's label bows around it, as little as does.
 */

#define CLEARANCE 6.0
#define SQUARE 64.0

/* A place on a curve that must not be near any object but the curve's ends. */
typedef struct
{
  const ChaseDrawing *drawing;
  const ChaseCell *cell;
  ChasePoint at;
} Place;

static gboolean
is_in_the_way (guint node, gpointer data)
{
  const Place *place = data;

  return node != place->cell->source && node != place->cell->target
         && chase_hull_distance (&place->drawing->routes[node].hull, place->at) < CLEARANCE;
}

static gboolean
meets_node (const ChaseDrawing *drawing, const ChaseSquares *nodes, const ChaseCell *cell,
            const ChaseCurve *curve)
{
  for (guint k = 0; k <= 48; k++)
    {
      Place place = { drawing, cell, chase_curve_point (curve, k / 48.0) };
      ChaseRect dot = { place.at.x, place.at.y, 0, 0 };

      if (chase_squares_look (nodes, &dot, is_in_the_way, &place))
        return TRUE;
    }
  return FALSE;
}

static void
bow (ChaseDrawing *drawing, const ChaseSquares *nodes, guint32 index)
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

      if (meets_node (drawing, nodes, cell, &curve))
        continue;
      route->curve_steps = steps[i];
      return;
    }
}

static ChaseSquares *
list_nodes (const ChaseDrawing *drawing)
{
  ChaseSquares *nodes = chase_squares_new (SQUARE, 4 * drawing->diagram->n_nodes);

  for (guint32 i = 0; i < drawing->diagram->n_nodes; i++)
    {
      ChaseRect box = chase_hull_box (&drawing->routes[i].hull);

      box = chase_rect_grown (&box, CLEARANCE);
      chase_squares_add (nodes, &box, i);
    }
  return nodes;
}

void
chase_drawing_bow_around_nodes (ChaseDrawing *drawing)
{
  g_autoptr (ChaseSquares) nodes = list_nodes (drawing);

  for (guint32 i = drawing->diagram->n_nodes; i < drawing->n_cells; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, i);
      const ChaseRoute *route = &drawing->routes[i];

      if (cell->level == 1 && cell->style->form == CHASE_EDGE_ARROW && !route->is_loop
          && !route->moved_apart && !route->angled && route->curve_steps == 0
          && route->offset_steps == 0)
        bow (drawing, nodes, i);
    }
}
