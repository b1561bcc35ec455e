/* SPDX-License-Identifier: MIT */
#include "drawing/draw-private.h"

#include <math.h>

/* Less than this is no arrow. */
#define SHORTEST 7.0
#define ATTACH_SNAP 8.0
/* So far from its end an arrow is clear of it. */
#define FAR 600.0
/* An arrow that is longer than so many short steps is walked in longer ones. */
#define MOST_STEPS 5000

/* What an arrow starts from or ends at: a label's hull, or the middle of another arrow. */
typedef struct
{
  const ChaseHull *hull;   /* NULL: another arrow */
  const ChaseCurve *curve; /* of the other arrow as drawn; NULL: the point */
  ChasePoint centre;
  double gap;
  gboolean on_edge;
} End;

static End
end_at (const ChaseDrawing *drawing, guint32 index, gboolean midpoint)
{
  const ChaseRoute *route = &drawing->routes[index];
  const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, index);

  if (cell->level == 0)
    return (End){ &route->hull, NULL, route->centre, route->gap, FALSE };
  return (End){ NULL, route->drawn ? &route->curve : NULL, midpoint ? route->middle : route->centre,
                CHASE_EDGE_GAP + chase_look_half_width (&route->look), TRUE };
}

static double
distance_from (const End *end, ChasePoint point)
{
  double distance;

  if (end->hull != NULL)
    return chase_hull_distance (end->hull, point);
  if (end->curve == NULL)
    return chase_point_length (chase_point_minus (point, end->centre));
  chase_curve_nearest (end->curve, point, &distance);
  return distance;
}

/* More than rounding errors, less than can be seen. */
#define CERTAIN 1e-6

/* A walk along a curve away from one of its ends. */
typedef struct
{
  const End *end;
  const ChaseCurve *curve;
  ChaseMeasure measure;
  double gap;
  gboolean backwards;
} Walk;

/* How much farther from the end than asked; negative when too near. */
static double
surplus_at (const Walk *walk, double walked)
{
  double s = walk->backwards ? walk->measure.length - walked : walked;
  double u = chase_measure_u (&walk->measure, s);

  return distance_from (walk->end, chase_curve_point (walk->curve, u)) - walk->gap;
}

/* Between @low, which is not clear, and @high, which is. Nothing comes nearer or gets away by more
 * than is walked: on a straight line most places need no second look. */
static double
find_border (const Walk *walk, double low, double high, double near, double clear)
{
  for (int round = 0; round < 14 && high > low; round++)
    {
      double middle = (low + high) / 2, surplus;

      if (walk->measure.even && (middle < near || middle > clear))
        surplus = middle < near ? -1 : 0;
      else
        {
          surplus = surplus_at (walk, middle);
          if (surplus < 0)
            near = middle - surplus - CERTAIN;
          else
            clear = middle - surplus + CERTAIN;
        }
      if (surplus >= 0)
        high = middle;
      else
        low = middle;
    }
  return high;
}

/*
 * How far to walk to get clear of the end: out of an object's label for the first time; away from
 * another arrow for the last time in the first half, since an arrow that was moved aside may start
 * beyond the other one.
 */
static double
clear_of (const Walk *walk)
{
  const double length = walk->measure.length, step = MAX (4, length / MOST_STEPS);
  double low = 0, high = 0, surplus, near = 0;

  if (walk->end->curve != NULL)
    {
      for (low = MIN (length / 2, FAR); low > 0 && surplus_at (walk, low) >= 0; low -= step)
        ;
      if (low <= 0)
        return 0;
      high = MIN (low + step, MIN (length / 2, FAR));
      return find_border (walk, low, high, low, high);
    }
  for (;; low = high, high += step)
    {
      if (!walk->measure.even || high >= near)
        {
          surplus = surplus_at (walk, high);
          if (surplus >= 0)
            return find_border (walk, low, high, near, high - surplus + CERTAIN);
          near = high - surplus - CERTAIN;
        }
      if (high >= length)
        return length;
    }
}

/*
 * An arrow moved aside ends where the same arrow in the middle, or moved to the other side, would
 * end if that is farther out: so a pair of arrows between two objects is flush at both ends.
 */
static double
flush_clear_of (const End *end, const ChaseCurve *curve, double offset, double gap,
                gboolean backwards)
{
  ChasePoint right = chase_point_right (
      chase_point_unit (chase_point_minus (chase_curve_end (curve), curve->p[0])));
  guint sides = offset != 0 && !end->on_edge ? 2 : 0;
  double farthest = 0;

  for (guint side = 0; side <= sides; side++)
    {
      ChaseCurve moved = *curve;
      Walk walk = { end, &moved, { 0 }, gap, backwards };

      for (guint i = 0; side > 0 && i <= 3 * moved.n; i++)
        moved.p[i] = chase_point_along (moved.p[i], right, -(double)side * offset);
      chase_measure_init (&walk.measure, &moved);
      farthest = MAX (farthest, clear_of (&walk));
    }
  return farthest;
}

static double
percent (double value)
{
  return isfinite (value) ? CLAMP (value, 0, 100) / 100 : 0;
}

/* Cuts @whole at its ends and shortens it as asked. FALSE when nothing worth drawing is left. */
static gboolean
cut (const ChaseStyle *style, const End *source, const End *target, const ChaseCurve *whole,
     double offset, double gap_scale, ChaseCurve *cut_curve)
{
  ChaseMeasure measure;
  double from, to, length, cut_source, cut_target;

  chase_measure_init (&measure, whole);
  from = flush_clear_of (source, whole, offset, source->gap * gap_scale, FALSE);
  to = measure.length - flush_clear_of (target, whole, offset, target->gap * gap_scale, TRUE);
  length = to - from;
  cut_source = percent (style->shorten_source);
  cut_target = percent (style->shorten_target);
  /* On an arrow the clearance is part of what quiver shortens. */
  from = source->on_edge ? MAX (from, cut_source * measure.length) : from + cut_source * length;
  to = target->on_edge ? MIN (to, measure.length * (1 - cut_target)) : to - cut_target * length;
  if (!(to - from >= SHORTEST))
    return FALSE;
  *cut_curve
      = chase_curve_part (whole, chase_measure_u (&measure, from), chase_measure_u (&measure, to));
  return TRUE;
}

/* In units; the radius of a style counts in quiver's steps. */
static double
radius_of (const ChaseRoute *route)
{
  return 12 + 4 * CLAMP (fabs (route->loop_radius), 0.5, 25);
}

static ChaseCurve
loop_around (const ChaseRoute *route, const End *end)
{
  gboolean turned = route->loop_radius < 0;
  double radius = radius_of (route);
  double angle = fmod (route->loop_angle, 360) * G_PI / 180;
  ChasePoint up, centre;
  double reach, start;

  if (turned)
    angle += G_PI;
  up = chase_point (sin (angle), -cos (angle));
  reach = end->gap;
  if (end->hull != NULL)
    reach += chase_hull_reach (end->hull, up) - chase_point_dot (end->centre, up);
  centre = chase_point_along (end->centre, up, reach + 0.72 * radius);
  start = atan2 (-up.y, -up.x);
  return chase_curve_arc (centre, radius, start, turned ? -2 * G_PI : 2 * G_PI);
}

/* A loop near to others; as large as a round one. */
static ChaseCurve
petal_at (const ChaseRoute *route, const End *end)
{
  gboolean turned = route->loop_radius < 0;
  double middle = 90 - (turned ? route->loop_angle + 180 : route->loop_angle);
  ChaseStyle style;

  chase_style_init (&style);
  style.has_out = style.has_in = TRUE;
  style.out = turned ? middle - route->petal : middle + route->petal;
  style.in = turned ? middle + route->petal : middle - route->petal;
  style.looseness = 1.25 * radius_of (route) / 24;
  return chase_angled_curve (&style, end->centre, end->hull, end->gap, end->centre, end->hull,
                             end->gap);
}

static ChaseCurve
path_between (const ChaseRoute *route, const ChaseStyle *style, const End *source,
              const End *target)
{
  ChasePoint a = source->centre, b = target->centre;
  ChasePoint right = chase_point_right (chase_point_unit (chase_point_minus (b, a)));
  double offset = route->offset_steps * CHASE_OFFSET_STEP;

  a = chase_point_along (a, right, offset);
  b = chase_point_along (b, right, offset);
  if (route->angled)
    return chase_angled_curve (style, a, source->hull, source->gap, b, target->hull, target->gap);
  if (route->curve_steps == 0)
    return chase_curve_line (a, b);
  return chase_curve_bow (a, b, route->curve_steps * CHASE_CURVE_STEP);
}

/*
 * Where cells attach: the middle of what is drawn; but the middle between the objects when that is
 * hardly elsewhere, since labels of slightly different size should not make what joins two arrows
 * slant.
 */
static void
note_middles (ChaseRoute *route, const ChaseCurve *whole)
{
  ChaseMeasure measure;
  ChasePoint drawn;

  chase_measure_init (&measure, whole);
  route->middle = chase_curve_point (whole, chase_measure_u (&measure, measure.length / 2));
  route->centre = route->middle;
  if (!route->drawn)
    return;
  chase_measure_init (&measure, &route->curve);
  drawn = chase_curve_point (&route->curve, chase_measure_u (&measure, measure.length / 2));
  if (chase_point_length (chase_point_minus (drawn, route->middle)) > ATTACH_SNAP)
    route->centre = drawn;
}

void
chase_drawing_route (ChaseDrawing *drawing, guint32 index)
{
  /* Where there is little room, arrows come nearer to their ends. */
  const double gap_scales[] = { 1, 0.6, 0.3 };
  const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, index);
  ChaseRoute *route = &drawing->routes[index];
  End source = end_at (drawing, cell->source, cell->style->source_midpoint);
  End target = end_at (drawing, cell->target, cell->style->target_midpoint);
  double offset = route->is_loop ? 0 : route->offset_steps * CHASE_OFFSET_STEP;
  ChaseCurve whole;

  if (route->is_loop && route->petal > 0 && !route->angled)
    whole = petal_at (route, &source);
  else if (route->is_loop && !route->angled)
    whole = loop_around (route, &source);
  else
    whole = path_between (route, cell->style, &source, &target);
  for (guint i = 0; i < G_N_ELEMENTS (gap_scales) && !route->drawn; i++)
    route->drawn
        = cut (cell->style, &source, &target, &whole, offset, gap_scales[i], &route->curve);
  note_middles (route, &whole);
}
