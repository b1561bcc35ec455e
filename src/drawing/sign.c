/* SPDX-License-Identifier: MIT */
#include "drawing/draw-private.h"

#include <math.h>

#define LEG 12.0
#define CORNER_GAP 6.0

#define BAR 7.0

/* The leg of the turnstile, which ends in its bar, towards the target: the left adjoint is the
 * source. */
static void
route_adjunction (ChaseRoute *route, ChasePoint along)
{
  ChasePoint bar = chase_point_along (route->middle, along, 6);

  route->centre = route->middle;
  route->curve = chase_curve_line (chase_point_along (bar, along, -12), bar);
}

/*
 * The directions of the two arrows at the corner's own object that enclose the diagonal most
 * tightly, one on either side; where there is none, the direction 45 degrees beside it.
 */
static void
find_legs (const ChaseDrawing *drawing, guint32 index, ChasePoint diagonal, ChasePoint legs[2])
{
  const ChaseCell *corner = chase_diagram_get_cell (drawing->diagram, index);
  double best[2] = { 1.9, 1.9 };
  double snapped = round (atan2 (diagonal.y, diagonal.x) / (G_PI / 4)) * (G_PI / 4);

  for (int i = 0; i < 2; i++)
    legs[i] = chase_point (cos (snapped + (i == 0 ? -G_PI / 4 : G_PI / 4)),
                           sin (snapped + (i == 0 ? -G_PI / 4 : G_PI / 4)));
  for (guint32 e = drawing->diagram->n_nodes; e < drawing->n_cells; e++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, e);
      guint32 other = cell->source == corner->source ? cell->target : cell->source;
      ChasePoint way;
      double angle;
      int side;

      if (cell->style->form != CHASE_EDGE_ARROW || cell->level != 1 || cell->source == cell->target
          || (cell->source != corner->source && cell->target != corner->source))
        continue;
      way = chase_point_unit (chase_point_minus (drawing->routes[other].centre,
                                                 drawing->routes[corner->source].centre));
      angle = acos (CLAMP (chase_point_dot (way, diagonal), -1, 1));
      side = chase_point_cross (diagonal, way) < 0 ? 0 : 1;
      if (angle < 0.12 || angle >= best[side])
        continue;
      best[side] = angle;
      legs[side] = way;
    }
}

static gboolean
is_clear (const ChaseRoute *source, const ChasePoint *points)
{
  for (guint i = 0; i < 3; i++)
    if (chase_hull_distance (&source->hull, points[i]) < CORNER_GAP)
      return FALSE;
  return TRUE;
}

/* Where the three points of the corner are when it stands @out away along both legs. */
static void
corner_points (ChasePoint centre, const ChasePoint legs[2], double out, double turn,
               ChasePoint points[3])
{
  ChasePoint vertex = chase_point_along (chase_point_along (centre, legs[0], out), legs[1], out);

  points[0] = chase_point_along (vertex, legs[0], turn * LEG);
  points[1] = vertex;
  points[2] = chase_point_along (vertex, legs[1], turn * LEG);
}

/* A pullback's vertex looks away from its object, a pushout's towards it; both stand at the source.
 */
static void
route_corner (ChaseDrawing *drawing, guint32 index, ChasePoint along)
{
  const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, index);
  ChaseRoute *route = &drawing->routes[index];
  const ChaseRoute *source = &drawing->routes[cell->source];
  gboolean pushout = cell->style->form == CHASE_EDGE_PUSHOUT;
  ChasePoint legs[2], points[3];
  double out = pushout ? 12 : 12 + LEG;

  find_legs (drawing, index, along, legs);
  corner_points (source->centre, legs, out, pushout ? 1 : -1, points);
  while (cell->level == 1 && out < 200 && !is_clear (source, points))
    corner_points (source->centre, legs, out += 1, pushout ? 1 : -1, points);
  route->centre = points[1];
  route->curve.n = 2;
  for (guint i = 0; i < 2; i++)
    {
      ChaseCurve leg = chase_curve_line (points[i], points[i + 1]);

      for (guint k = 0; k <= 3; k++)
        route->curve.p[3 * i + k] = leg.p[k];
    }
}

void
chase_drawing_route_sign (ChaseDrawing *drawing, guint32 index)
{
  const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, index);
  ChasePoint along = chase_point_unit (chase_point_minus (drawing->routes[cell->target].centre,
                                                          drawing->routes[cell->source].centre));

  if (cell->style->form == CHASE_EDGE_ADJUNCTION)
    route_adjunction (&drawing->routes[index], along);
  else
    route_corner (drawing, index, along);
}

void
chase_drawing_add_sign (ChaseDrawing *drawing, guint32 index)
{
  const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, index);
  const ChaseRoute *route = &drawing->routes[index];
  const ChaseCurve *curve = &route->curve;
  ChasePaint paint = { route->look.stroke, CHASE_CAP_ROUND, route->look.rgba };

  chase_scene_open_path (&drawing->builder, CHASE_ROLE_BODY, &paint);
  chase_scene_move (&drawing->builder, curve->p[0]);
  for (guint i = 1; i <= curve->n; i++)
    chase_scene_line (&drawing->builder, curve->p[3 * i]);
  if (cell->style->form == CHASE_EDGE_ADJUNCTION)
    {
      ChasePoint right = chase_point_right (chase_curve_tangent (curve, 0));

      chase_scene_move (&drawing->builder, chase_point_along (curve->p[3], right, -BAR));
      chase_scene_line (&drawing->builder, chase_point_along (curve->p[3], right, BAR));
    }
  chase_scene_close (&drawing->builder, NULL);
}
