/* SPDX-License-Identifier: MIT */
#include "drawing/draw-private.h"

/*
 * A label goes to the side where less is. What counts as being there: the other arrows at the two
 * ends (the sines of the angles at which they leave, so that what lies ahead or behind has no say),
 * the cells that start or end on the arrow, and the arrow's own straight chord where it is bent or
 * was moved aside. In a square that puts every label outside. Ties go to the left, as LaTeX has it.
 */

/* The sum of the directions in which a node's arrows leave it. */
static ChasePoint *
sum_directions (const ChaseDrawing *drawing)
{
  ChasePoint *sums = g_new0 (ChasePoint, drawing->n_cells + 1);

  for (guint32 i = drawing->diagram->n_nodes; i < drawing->n_cells; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, i);
      ChasePoint a, b, way;

      if (drawing->routes[i].is_loop || cell->style->form != CHASE_EDGE_ARROW || cell->level != 1)
        continue;
      a = drawing->routes[cell->source].centre;
      b = drawing->routes[cell->target].centre;
      way = chase_point_unit (chase_point_minus (b, a));
      sums[cell->source] = chase_point_along (sums[cell->source], way, 1);
      sums[cell->target] = chase_point_along (sums[cell->target], way, -1);
    }
  return sums;
}

static ChasePoint
guess_middle (const ChaseDrawing *drawing, guint32 index)
{
  const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, index);

  if (cell->level == 0)
    return drawing->routes[index].centre;
  return drawing->routes[index].middle;
}

/* Middles as they will be about, so that cells between arrows know where they lead. */
static void
guess_middles (ChaseDrawing *drawing)
{
  for (guint32 i = drawing->diagram->n_nodes; i < drawing->n_cells; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, i);
      ChaseRoute *route = &drawing->routes[i];
      ChasePoint a = guess_middle (drawing, cell->source), b = guess_middle (drawing, cell->target);
      ChasePoint right = chase_point_right (chase_point_unit (chase_point_minus (b, a)));
      double aside
          = route->curve_steps * CHASE_CURVE_STEP + route->offset_steps * CHASE_OFFSET_STEP;

      if (route->angled && !route->is_loop)
        aside = route->offset_steps * CHASE_OFFSET_STEP + chase_angled_bulge (cell->style, a, b);

      route->middle = chase_point_along (chase_point_mix (a, b, 0.5), right, aside);
    }
}

/* Adds to the arrow on which a cell starts or ends which side that cell is on: positive is right.
 */
static void
weigh_attached (ChaseDrawing *drawing, guint32 edge, ChasePoint towards, double *weights)
{
  double weight;

  const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, edge);
  ChasePoint way, out;

  if (cell->level == 0)
    return;
  way = chase_point_unit (chase_point_minus (guess_middle (drawing, cell->target),
                                             guess_middle (drawing, cell->source)));
  out = chase_point_unit (chase_point_minus (towards, drawing->routes[edge].middle));
  weight = 4 * chase_point_cross (way, out);
  weights[edge] += weight;
  if (weight < 0)
    drawing->routes[edge].attached_left = TRUE;
  else
    drawing->routes[edge].attached_right = TRUE;
}

static double
weigh_surroundings (const ChaseDrawing *drawing, guint32 index, const ChasePoint *sums)
{
  const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, index);
  const ChaseRoute *route = &drawing->routes[index];
  ChasePoint way;
  double weight = 0;

  if (route->is_loop)
    return 0;
  if (route->angled)
    {
      double bulge = chase_angled_bulge (cell->style, drawing->routes[cell->source].middle,
                                         drawing->routes[cell->target].middle);

      weight -= CLAMP (bulge / 4, -2.5, 2.5);
    }
  else if (route->curve_steps != 0)
    weight -= route->curve_steps > 0 ? 2.5 : -2.5;
  if (route->offset_steps != 0)
    weight -= route->offset_steps > 0 ? 2.5 : -2.5;
  if (cell->level != 1)
    return weight;
  way = chase_point_unit (chase_point_minus (drawing->routes[cell->target].centre,
                                             drawing->routes[cell->source].centre));
  return weight + chase_point_cross (way, sums[cell->source])
         + chase_point_cross (way, sums[cell->target]);
}

static ChaseLabelSide
outside_of_loop (const ChaseCell *cell, const ChaseRoute *route)
{
  if (chase_style_is_angled (cell->style))
    return chase_angled_is_clockwise (cell->style) ? CHASE_LABEL_LEFT : CHASE_LABEL_RIGHT;
  return route->loop_radius < 0 ? CHASE_LABEL_RIGHT : CHASE_LABEL_LEFT;
}

void
chase_drawing_choose_sides (ChaseDrawing *drawing)
{
  g_autofree ChasePoint *sums = sum_directions (drawing);
  g_autofree double *weights = g_new0 (double, drawing->n_cells + 1);

  guess_middles (drawing);
  for (guint32 i = drawing->diagram->n_nodes; i < drawing->n_cells; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, i);

      if (cell->source == cell->target)
        continue;
      weigh_attached (drawing, cell->source, guess_middle (drawing, cell->target), weights);
      weigh_attached (drawing, cell->target, guess_middle (drawing, cell->source), weights);
    }
  for (guint32 i = drawing->diagram->n_nodes; i < drawing->n_cells; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, i);
      ChaseRoute *route = &drawing->routes[i];

      if (cell->style->label_side != CHASE_LABEL_AUTO)
        route->side = cell->style->label_side;
      else if (route->is_loop)
        route->side = outside_of_loop (cell, route);
      /* Of three or more arrows side by side the inner ones carry their labels on the line. */
      else if (route->inner && !route->attached_left && !route->attached_right)
        route->side = CHASE_LABEL_CENTRE;
      else
        route->side = weights[i] + weigh_surroundings (drawing, i, sums) < -0.05 ? CHASE_LABEL_RIGHT
                                                                                 : CHASE_LABEL_LEFT;
    }
}
