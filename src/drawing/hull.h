/* SPDX-License-Identifier: MIT */
#pragma once

#include "drawing/curve.h"

G_BEGIN_DECLS

#define CHASE_HULL_SIDES 16

/**
 * ChaseSupport:
 *
 * How far a set of points reaches in each of sixteen directions. Empty until a point is added.
 */
typedef struct
{
  double reach[CHASE_HULL_SIDES];
} ChaseSupport;

/**
 * ChaseHull:
 *
 * The outline of a label as arrows see it: the tightest convex polygon of sixteen given directions around
 * its ink, clockwise on screen; some sides may have no length.
 */
typedef struct
{
  ChasePoint p[CHASE_HULL_SIDES];
} ChaseHull;

void chase_support_init (ChaseSupport *support);
void chase_support_add (ChaseSupport *support, ChasePoint point);
/** Adds @other moved by @by and made @scale times as large. */
void chase_support_add_moved (ChaseSupport *support, const ChaseSupport *other, ChasePoint by,
                              double scale);
gboolean chase_support_is_empty (const ChaseSupport *support);
/** The hull of a set that is not empty. */
ChaseHull chase_support_to_hull (const ChaseSupport *support);

/** The square of the distance from @to to the line from the origin to @side. */
double chase_square_distance_to_side (ChasePoint side, ChasePoint to);
/** The distance from @point to the hull; 0 inside. */
double chase_hull_distance (const ChaseHull *hull, ChasePoint point);
/** How far the hull reaches along the unit vector @direction. */
double chase_hull_reach (const ChaseHull *hull, ChasePoint direction);
ChaseHull chase_hull_moved (const ChaseHull *hull, ChasePoint by);
/** The hull turned by @angle about the origin. */
ChaseHull chase_hull_turned (const ChaseHull *hull, double angle);
ChaseRect chase_hull_box (const ChaseHull *hull);

G_END_DECLS
