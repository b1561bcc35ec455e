/* SPDX-License-Identifier: MIT */
#include "drawing/draw-private.h"

#include <math.h>

/*
 * Edges whose ends have angles of their own, as TikZ draws them (pgf's topaths library): a cubic
 * that leaves the border of its source in the one direction and comes to the border of its target
 * from the other, its handles a fraction of the distance between the two places.
 */

#define HANDLE 0.3915
/* The handles of a loop, whose ends are hardly apart. */
#define LOOP_HANDLE 64.0
#define LOOSEST 100.0

gboolean
chase_style_is_angled (const ChaseStyle *style)
{
  return style->bend != 0 || style->has_out || style->has_in;
}

/* Degrees anticlockwise from the right; y grows downward. */
static ChasePoint
direction (double degrees)
{
  double angle = isfinite (degrees) ? fmod (degrees, 360) * G_PI / 180 : 0;

  return chase_point (cos (angle), -sin (angle));
}

/* The way out of the end, where @ahead is the way to the other one and @right the right of the
 * direction of travel. */
static ChasePoint
way_out (const ChaseStyle *style, gboolean has_angle, double angle, ChasePoint ahead,
         ChasePoint right)
{
  double bend = isfinite (style->bend) ? fmod (style->bend, 360) * G_PI / 180 : 0;

  if (has_angle)
    return direction (angle);
  return chase_point (cos (bend) * ahead.x + sin (bend) * right.x,
                      cos (bend) * ahead.y + sin (bend) * right.y);
}

static void
ways (const ChaseStyle *style, ChasePoint a, ChasePoint b, ChasePoint *out, ChasePoint *in)
{
  ChasePoint ahead = chase_point_unit (chase_point_minus (b, a));
  ChasePoint right = chase_point_right (ahead);

  *out = way_out (style, style->has_out, style->out, ahead, right);
  *in = way_out (style, style->has_in, style->in, chase_point (-ahead.x, -ahead.y), right);
}

/* The first place on the ray from @from that is @gap away from the label. */
static ChasePoint
leave (const ChaseHull *hull, ChasePoint from, ChasePoint way, double gap)
{
  double low = 0, high = 1;

  if (hull == NULL)
    return from;
  while (high < 1e5 && chase_hull_distance (hull, chase_point_along (from, way, high)) < gap)
    high *= 2;
  for (int round = 0; round < 30; round++)
    {
      double middle = (low + high) / 2;

      if (chase_hull_distance (hull, chase_point_along (from, way, middle)) < gap)
        low = middle;
      else
        high = middle;
    }
  return chase_point_along (from, way, high);
}

ChaseCurve
chase_angled_curve (const ChaseStyle *style, ChasePoint a, const ChaseHull *source,
                    double source_gap, ChasePoint b, const ChaseHull *target, double target_gap)
{
  double loose = isfinite (style->looseness) ? CLAMP (style->looseness, 0, LOOSEST) : 1;
  gboolean loop = chase_point_length (chase_point_minus (b, a)) < 1e-6;
  ChasePoint out, in;
  double handle;

  ways (style, a, b, &out, &in);
  a = leave (source, a, out, source_gap);
  b = leave (target, b, in, target_gap);
  handle = loose * (loop ? LOOP_HANDLE : HANDLE * chase_point_length (chase_point_minus (b, a)));
  return (ChaseCurve){
    1, { a, chase_point_along (a, out, handle), chase_point_along (b, in, handle), b }
  };
}

double
chase_angled_bulge (const ChaseStyle *style, ChasePoint a, ChasePoint b)
{
  ChaseCurve curve = chase_angled_curve (style, a, NULL, 0, b, NULL, 0);
  ChasePoint right = chase_point_right (chase_point_unit (chase_point_minus (b, a)));

  return chase_point_dot (
      chase_point_minus (chase_curve_point (&curve, 0.5), chase_point_mix (a, b, 0.5)), right);
}

gboolean
chase_angled_is_clockwise (const ChaseStyle *style)
{
  ChasePoint out, in;

  ways (style, chase_point (0, 0), chase_point (0, 0), &out, &in);
  return chase_point_cross (out, in) >= 0;
}
