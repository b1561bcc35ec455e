/* SPDX-License-Identifier: MIT */
#include "drawing/hull.h"

#include <math.h>

/* cos (pi / 8), cos (pi / 4), sin (pi / 8) */
#define C1 0.92387953251128674
#define C2 0.70710678118654752
#define S1 0.38268343236508977

static const ChasePoint directions[CHASE_HULL_SIDES]
    = { { 1, 0 },    { C1, S1 },  { C2, C2 },  { S1, C1 },   { 0, 1 },     { -S1, C1 },
        { -C2, C2 }, { -C1, S1 }, { -1, 0 },   { -C1, -S1 }, { -C2, -C2 }, { -S1, -C1 },
        { 0, -1 },   { S1, -C1 }, { C2, -C2 }, { C1, -S1 } };

void
chase_support_init (ChaseSupport *support)
{
  for (guint i = 0; i < CHASE_HULL_SIDES; i++)
    support->reach[i] = -G_MAXDOUBLE;
}

void
chase_support_add (ChaseSupport *support, ChasePoint point)
{
  for (guint i = 0; i < CHASE_HULL_SIDES; i++)
    support->reach[i] = MAX (support->reach[i], chase_point_dot (directions[i], point));
}

gboolean
chase_support_is_empty (const ChaseSupport *support)
{
  return support->reach[0] == -G_MAXDOUBLE;
}

void
chase_support_add_moved (ChaseSupport *support, const ChaseSupport *other, ChasePoint by,
                         double scale)
{
  if (chase_support_is_empty (other))
    return;
  for (guint i = 0; i < CHASE_HULL_SIDES; i++)
    support->reach[i]
        = MAX (support->reach[i], scale * other->reach[i] + chase_point_dot (directions[i], by));
}

ChaseHull
chase_support_to_hull (const ChaseSupport *support)
{
  ChaseHull hull;
  const double sine = S1;

  for (guint i = 0; i < CHASE_HULL_SIDES; i++)
    {
      guint j = (i + 1) % CHASE_HULL_SIDES;
      const ChasePoint *a = &directions[i], *b = &directions[j];
      double s = support->reach[i], t = support->reach[j];

      hull.p[i].x = (s * b->y - t * a->y) / sine;
      hull.p[i].y = (t * a->x - s * b->x) / sine;
    }
  return hull;
}

double
chase_square_distance_to_side (ChasePoint side, ChasePoint to)
{
  double along = chase_point_dot (to, side), square = chase_point_dot (side, side);
  double t = along <= 0 ? 0 : along >= square ? 1 : along / square;
  double x = to.x - t * side.x, y = to.y - t * side.y;

  return x * x + y * y;
}

double
chase_hull_distance (const ChaseHull *hull, ChasePoint point)
{
  double nearest = G_MAXDOUBLE;
  gboolean has_side = FALSE;

  for (guint i = 0; i < CHASE_HULL_SIDES; i++)
    {
      ChasePoint a = hull->p[i], b = hull->p[(i + 1) % CHASE_HULL_SIDES];
      ChasePoint side = chase_point_minus (b, a), to = chase_point_minus (point, a);

      /* A side without length has no direction but that of rounding errors. */
      if (fabs (side.x) + fabs (side.y) < 1e-6)
        continue;
      has_side = TRUE;
      if (chase_point_cross (side, to) < 0)
        nearest = MIN (nearest, chase_square_distance_to_side (side, to));
    }
  if (!has_side)
    return chase_point_length (chase_point_minus (point, hull->p[0]));
  return nearest == G_MAXDOUBLE ? 0 : sqrt (nearest);
}

double
chase_hull_reach (const ChaseHull *hull, ChasePoint direction)
{
  double reach = -G_MAXDOUBLE;

  for (guint i = 0; i < CHASE_HULL_SIDES; i++)
    reach = MAX (reach, chase_point_dot (hull->p[i], direction));
  return reach;
}

ChaseHull
chase_hull_moved (const ChaseHull *hull, ChasePoint by)
{
  ChaseHull moved;

  for (guint i = 0; i < CHASE_HULL_SIDES; i++)
    moved.p[i] = chase_point_along (hull->p[i], by, 1);
  return moved;
}

ChaseHull
chase_hull_turned (const ChaseHull *hull, double angle)
{
  ChaseHull turned;
  double c = cos (angle), s = sin (angle);

  for (guint i = 0; i < CHASE_HULL_SIDES; i++)
    turned.p[i]
        = chase_point (c * hull->p[i].x - s * hull->p[i].y, s * hull->p[i].x + c * hull->p[i].y);
  return turned;
}

ChaseRect
chase_hull_box (const ChaseHull *hull)
{
  double left = -chase_hull_reach (hull, chase_point (-1, 0));
  double top = -chase_hull_reach (hull, chase_point (0, -1));

  return (ChaseRect){ left, top, chase_hull_reach (hull, chase_point (1, 0)) - left,
                      chase_hull_reach (hull, chase_point (0, 1)) - top };
}
