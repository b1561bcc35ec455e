/* SPDX-License-Identifier: MIT */
#include "drawing/curve.h"

#include <math.h>

double
chase_point_length (ChasePoint v)
{
  return sqrt (v.x * v.x + v.y * v.y);
}

ChasePoint
chase_point_unit (ChasePoint v)
{
  double length = chase_point_length (v);

  if (length < 1e-9)
    return chase_point (1, 0);
  return chase_point (v.x / length, v.y / length);
}

ChaseCurve
chase_curve_line (ChasePoint a, ChasePoint b)
{
  return (ChaseCurve){ 1,
                       { a, chase_point_mix (a, b, 1.0 / 3), chase_point_mix (a, b, 2.0 / 3), b } };
}

ChaseCurve
chase_curve_bow (ChasePoint a, ChasePoint b, double apex)
{
  ChasePoint right = chase_point_right (chase_point_unit (chase_point_minus (b, a)));
  ChasePoint control = chase_point_along (chase_point_mix (a, b, 0.5), right, 2 * apex);

  return (ChaseCurve){
    1, { a, chase_point_mix (a, control, 2.0 / 3), chase_point_mix (b, control, 2.0 / 3), b }
  };
}

ChaseCurve
chase_curve_arc (ChasePoint centre, double radius, double start, double sweep)
{
  ChaseCurve curve = { .n = CHASE_CURVE_MAX_PIECES };
  double step = sweep / curve.n;
  double handle = 4.0 / 3 * tan (step / 4) * radius;

  for (guint i = 0; i <= curve.n; i++)
    {
      double angle = start + i * step;
      ChasePoint out = chase_point (cos (angle), sin (angle));
      ChasePoint along = chase_point_right (out);
      ChasePoint at = chase_point_along (centre, out, radius);

      curve.p[3 * i] = at;
      if (i > 0)
        curve.p[3 * i - 1] = chase_point_along (at, along, -handle);
      if (i < curve.n)
        curve.p[3 * i + 1] = chase_point_along (at, along, handle);
    }
  return curve;
}

/* Splits u into the piece and the parameter within it. */
static const ChasePoint *
piece_at (const ChaseCurve *curve, double *u)
{
  guint i;

  *u = CLAMP (*u, 0, curve->n);
  i = MIN ((guint)*u, curve->n - 1);
  *u -= i;
  return curve->p + 3 * i;
}

ChasePoint
chase_curve_point (const ChaseCurve *curve, double u)
{
  const ChasePoint *p = piece_at (curve, &u);
  double v = 1 - u;
  double a = v * v * v, b = 3 * v * v * u, c = 3 * v * u * u, d = u * u * u;

  return chase_point (a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                      a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y);
}

ChasePoint
chase_curve_tangent (const ChaseCurve *curve, double u)
{
  const ChasePoint *p = piece_at (curve, &u);
  double v = 1 - u;
  ChasePoint d = chase_point (0, 0);

  d = chase_point_along (d, chase_point_minus (p[1], p[0]), v * v);
  d = chase_point_along (d, chase_point_minus (p[2], p[1]), 2 * v * u);
  d = chase_point_along (d, chase_point_minus (p[3], p[2]), u * u);
  if (chase_point_length (d) < 1e-9)
    d = chase_point_minus (p[3], p[0]);
  return chase_point_unit (d);
}

ChasePoint
chase_curve_end (const ChaseCurve *curve)
{
  return curve->p[3 * curve->n];
}

/* de Casteljau: the part of one piece from s to t. */
static void
piece_part (const ChasePoint *p, double s, double t, ChasePoint *out)
{
  ChasePoint a = chase_point_mix (p[0], p[1], t), b = chase_point_mix (p[1], p[2], t);
  ChasePoint c = chase_point_mix (p[2], p[3], t), d = chase_point_mix (a, b, t);
  ChasePoint e = chase_point_mix (b, c, t);
  ChasePoint left[4] = { p[0], a, d, chase_point_mix (d, e, t) };
  double r = t > 0 ? s / t : 0;

  a = chase_point_mix (left[0], left[1], r);
  b = chase_point_mix (left[1], left[2], r);
  c = chase_point_mix (left[2], left[3], r);
  d = chase_point_mix (a, b, r);
  e = chase_point_mix (b, c, r);
  out[0] = chase_point_mix (d, e, r);
  out[1] = e;
  out[2] = c;
  out[3] = left[3];
}

ChaseCurve
chase_curve_part (const ChaseCurve *curve, double from, double to)
{
  ChaseCurve part = { 0 };
  guint first, last;

  from = CLAMP (from, 0, curve->n);
  to = CLAMP (to, from, curve->n);
  first = MIN ((guint)from, curve->n - 1);
  last = to > first ? MIN ((guint)ceil (to) - 1, curve->n - 1) : first;
  for (guint i = first; i <= last; i++)
    {
      double s = MAX (from - i, 0), t = MIN (to - i, 1);

      if (i > first && t - s < 1e-9)
        break;
      piece_part (curve->p + 3 * i, s, t, part.p + 3 * part.n);
      part.n++;
    }
  return part;
}

ChaseCurve
chase_curve_shift (const ChaseCurve *curve, double by)
{
  ChaseCurve out = { .n = curve->n };

  if (by == 0)
    return *curve;
  for (guint i = 0; i < curve->n; i++)
    {
      const ChasePoint *p = curve->p + 3 * i;
      ChasePoint *q = out.p + 3 * i;
      ChasePoint t0 = chase_curve_tangent (curve, i),
                 t1 = chase_curve_tangent (curve, i + 1 - 1e-9);
      double before, after, ratio;

      q[0] = chase_point_along (p[0], chase_point_right (t0), by);
      q[3] = chase_point_along (p[3], chase_point_right (t1), by);
      before = chase_point_length (chase_point_minus (p[3], p[0]));
      after = chase_point_length (chase_point_minus (q[3], q[0]));
      ratio = before > 1e-9 ? after / before : 1;
      q[1] = chase_point_along (q[0], chase_point_minus (p[1], p[0]), ratio);
      q[2] = chase_point_along (q[3], chase_point_minus (p[2], p[3]), ratio);
    }
  return out;
}

static double
distance_at (const ChaseCurve *curve, double u, ChasePoint point)
{
  return chase_point_length (chase_point_minus (chase_curve_point (curve, u), point));
}

/* A line as chase_curve_line () makes it. */
static gboolean
is_even (const ChaseCurve *curve)
{
  ChasePoint a = chase_point_mix (curve->p[0], curve->p[3], 1.0 / 3);
  ChasePoint b = chase_point_mix (curve->p[0], curve->p[3], 2.0 / 3);

  return curve->n == 1
         && fabs (a.x - curve->p[1].x) + fabs (a.y - curve->p[1].y) + fabs (b.x - curve->p[2].x)
                    + fabs (b.y - curve->p[2].y)
                < 1e-6;
}

/* The same on a line, which is travelled evenly. */
static double
nearest_on_line (const ChaseCurve *curve, ChasePoint point, double *distance)
{
  ChasePoint chord = chase_point_minus (curve->p[3], curve->p[0]);
  ChasePoint to = chase_point_minus (point, curve->p[0]);
  double square = chord.x * chord.x + chord.y * chord.y;
  double u = square > 0 ? CLAMP ((to.x * chord.x + to.y * chord.y) / square, 0, 1) : 0;

  if (distance != NULL)
    *distance
        = chase_point_length (chase_point_minus (point, chase_point_along (curve->p[0], chord, u)));
  return u;
}

double
chase_curve_nearest (const ChaseCurve *curve, ChasePoint point, double *distance)
{
  const guint steps = 12 * curve->n;
  double best = 0, nearest = G_MAXDOUBLE, step = 1.0 / 12;

  if (is_even (curve))
    return nearest_on_line (curve, point, distance);
  for (guint i = 0; i <= steps; i++)
    {
      double d = distance_at (curve, i / 12.0, point);

      if (d < nearest)
        {
          nearest = d;
          best = i / 12.0;
        }
    }
  for (int round = 0; round < 20; round++, step /= 2)
    for (int side = -1; side <= 1; side += 2)
      {
        double u = CLAMP (best + side * step, 0, curve->n);
        double d = distance_at (curve, u, point);

        if (d < nearest)
          {
            nearest = d;
            best = u;
          }
      }
  if (distance != NULL)
    *distance = nearest;
  return best;
}

gboolean
chase_curve_is_straight (const ChaseCurve *curve)
{
  ChasePoint chord = chase_point_minus (chase_curve_end (curve), curve->p[0]);

  if (curve->n != 1)
    return FALSE;
  return fabs (chase_point_cross (chord, chase_point_minus (curve->p[1], curve->p[0]))) < 1e-6
         && fabs (chase_point_cross (chord, chase_point_minus (curve->p[2], curve->p[0]))) < 1e-6;
}

ChaseRect
chase_curve_box (const ChaseCurve *curve)
{
  ChasePoint least = curve->p[0], most = least;

  for (guint i = 1; i <= 3 * curve->n; i++)
    {
      least = chase_point (MIN (least.x, curve->p[i].x), MIN (least.y, curve->p[i].y));
      most = chase_point (MAX (most.x, curve->p[i].x), MAX (most.y, curve->p[i].y));
    }
  return (ChaseRect){ least.x, least.y, most.x - least.x, most.y - least.y };
}

void
chase_measure_init (ChaseMeasure *measure, const ChaseCurve *curve)
{
  ChasePoint last = curve->p[0];
  const guint steps = CHASE_MEASURE_STEPS * curve->n;

  measure->n = curve->n;
  measure->even = is_even (curve);
  if (measure->even)
    {
      measure->length = chase_point_length (chase_point_minus (curve->p[3], curve->p[0]));
      return;
    }
  measure->at[0] = 0;
  for (guint i = 1; i <= steps; i++)
    {
      ChasePoint next = chase_curve_point (curve, (double)i / CHASE_MEASURE_STEPS);

      measure->at[i] = measure->at[i - 1] + chase_point_length (chase_point_minus (next, last));
      last = next;
    }
  measure->length = measure->at[steps];
}

double
chase_measure_u (const ChaseMeasure *measure, double s)
{
  guint low = 0, high = CHASE_MEASURE_STEPS * measure->n;
  double span;

  if (!(s > 0))
    return 0;
  if (s >= measure->length)
    return measure->n;
  if (measure->even)
    return s / measure->length;
  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (measure->at[middle] <= s)
        low = middle;
      else
        high = middle;
    }
  span = measure->at[high] - measure->at[low];
  return (low + (span > 0 ? (s - measure->at[low]) / span : 0)) / CHASE_MEASURE_STEPS;
}

double
chase_measure_s (const ChaseMeasure *measure, double u)
{
  double place = CLAMP (u, 0, measure->n) * CHASE_MEASURE_STEPS;
  guint i = MIN ((guint)place, CHASE_MEASURE_STEPS * measure->n - 1);

  if (measure->even)
    return CLAMP (u, 0, 1) * measure->length;
  return measure->at[i] + (place - i) * (measure->at[i + 1] - measure->at[i]);
}
