/* SPDX-License-Identifier: MIT */
#pragma once

#include "drawing/scene.h"

G_BEGIN_DECLS

#define CHASE_CURVE_MAX_PIECES 4

/**
 * ChaseCurve:
 *
 * A chain of at most four cubic Bézier pieces: p[3 i] to p[3 i + 3] with two control points between. A place on it
 * is a parameter u from 0 to @n; piece i holds u from i to i + 1.
 */
typedef struct
{
  guint n;
  ChasePoint p[3 * CHASE_CURVE_MAX_PIECES + 1];
} ChaseCurve;

#define CHASE_MEASURE_STEPS 16

/** The arc length of a curve, tabulated: turns lengths into parameters and back. */
typedef struct
{
  guint n;
  gboolean even; /* the parameter is proportional to the length: the table is not used */
  double length;
  double at[CHASE_MEASURE_STEPS * CHASE_CURVE_MAX_PIECES + 1];
} ChaseMeasure;

static inline ChasePoint
chase_point (double x, double y)
{
  return (ChasePoint){ x, y };
}

/** @a + @t @v. */
static inline ChasePoint
chase_point_along (ChasePoint a, ChasePoint v, double t)
{
  return (ChasePoint){ a.x + t * v.x, a.y + t * v.y };
}

static inline ChasePoint
chase_point_minus (ChasePoint a, ChasePoint b)
{
  return (ChasePoint){ a.x - b.x, a.y - b.y };
}

static inline ChasePoint
chase_point_mix (ChasePoint a, ChasePoint b, double t)
{
  return (ChasePoint){ a.x + t * (b.x - a.x), a.y + t * (b.y - a.y) };
}

static inline double
chase_point_dot (ChasePoint a, ChasePoint b)
{
  return a.x * b.x + a.y * b.y;
}

/** Positive when @b points to the right of @a, y growing downward. */
static inline double
chase_point_cross (ChasePoint a, ChasePoint b)
{
  return a.x * b.y - a.y * b.x;
}

/** @v turned a quarter to the right of its direction, y growing downward. */
static inline ChasePoint
chase_point_right (ChasePoint v)
{
  return (ChasePoint){ -v.y, v.x };
}

double chase_point_length (ChasePoint v);
/** The unit vector of @v, or that to the right when @v is too short to have a direction. */
ChasePoint chase_point_unit (ChasePoint v);

ChaseCurve chase_curve_line (ChasePoint a, ChasePoint b);
/** A parabola from @a to @b whose apex is @apex to the right of the middle of the chord. */
ChaseCurve chase_curve_bow (ChasePoint a, ChasePoint b, double apex);
/** The arc from angle @start through @sweep radians, clockwise on screen when positive; |sweep| <= 2 pi. */
ChaseCurve chase_curve_arc (ChasePoint centre, double radius, double start, double sweep);

ChasePoint chase_curve_point (const ChaseCurve *curve, double u);
/** The unit tangent. */
ChasePoint chase_curve_tangent (const ChaseCurve *curve, double u);
ChasePoint chase_curve_end (const ChaseCurve *curve);
/** The part from @from to @to (@from <= @to). */
ChaseCurve chase_curve_part (const ChaseCurve *curve, double from, double to);
/** The curve at distance @by to its right; exact for lines and arcs, near for the rest. */
ChaseCurve chase_curve_shift (const ChaseCurve *curve, double by);
/** The parameter of the point nearest to @point, and in *@distance (may be NULL) how far it is. */
double chase_curve_nearest (const ChaseCurve *curve, ChasePoint point, double *distance);
gboolean chase_curve_is_straight (const ChaseCurve *curve);
/** A box that holds the curve: that of its points and handles. */
ChaseRect chase_curve_box (const ChaseCurve *curve);

void chase_measure_init (ChaseMeasure *measure, const ChaseCurve *curve);
/** The parameter at arc length @s, kept within the curve. */
double chase_measure_u (const ChaseMeasure *measure, double s);
/** The arc length from the start to @u. */
double chase_measure_s (const ChaseMeasure *measure, double u);

G_END_DECLS
