/* SPDX-License-Identifier: MIT */
#include "drawing/tips.h"

#include <math.h>

/* A barb is half of a head: it leaves the tip nearly along the line and opens in a curve, as metal
 * type has it. */
typedef struct
{
  double length, height;
} Barb;

static Barb
barb_for (guint level)
{
  return (Barb){ 5.4 + 1.7 * (level - 1), 5.4 + 2.4 * (level - 1) };
}

static ChaseCurve
barb_curve (guint level, double side)
{
  Barb barb = barb_for (level);

  return (ChaseCurve){ 1,
                       { { -barb.length, side * barb.height },
                         { -0.78 * barb.length, side * 0.46 * barb.height },
                         { -0.36 * barb.length, side * 0.13 * barb.height },
                         { 0, 0 } } };
}

double
chase_tip_inset (guint level, double y)
{
  ChaseCurve barb = barb_curve (level, 1);
  double low = 0, high = 1;

  y = fabs (y);
  if (y >= barb.p[0].y)
    return -barb.p[0].x;
  for (int round = 0; round < 24; round++)
    {
      double middle = (low + high) / 2;

      if (chase_curve_point (&barb, middle).y > y)
        low = middle;
      else
        high = middle;
    }
  return -chase_curve_point (&barb, high).x;
}

static double
circle_radius (const ChaseArrowLook *look)
{
  return 3.3 + 1.2 * (look->level - 1);
}

/* The radius of a hook around the middle line. */
static double
hook_radius (const ChaseArrowLook *look)
{
  return 3.3 + chase_look_half_width (look);
}

static double
second_head (const ChaseArrowLook *look)
{
  return 0.92 * barb_for (look->level).length;
}

double
chase_head_length (const ChaseArrowLook *look)
{
  switch (look->head)
    {
    case CHASE_HEAD_NONE:
      return 0;
    case CHASE_HEAD_EPI:
      return barb_for (look->level).length + second_head (look);
    case CHASE_HEAD_MULTIMAP:
      return 2 * circle_radius (look);
    default:
      return barb_for (look->level).length;
    }
}

double
chase_tail_length (const ChaseArrowLook *look)
{
  switch (look->tail)
    {
    case CHASE_TAIL_MONO:
    case CHASE_TAIL_ARROW:
      return barb_for (look->level).length;
    case CHASE_TAIL_HOOK_TOP:
    case CHASE_TAIL_HOOK_BOTTOM:
      return hook_radius (look) + chase_look_half_width (look);
    case CHASE_TAIL_COIL_TOP:
    case CHASE_TAIL_COIL_BOTTOM:
      return 2.2 * hook_radius (look);
    default:
      return 0;
    }
}

/* -1 for the side left of the direction of travel. */
static double
tail_side (ChaseTail tail)
{
  return tail == CHASE_TAIL_HOOK_TOP || tail == CHASE_TAIL_COIL_TOP ? -1 : 1;
}

double
chase_head_inset (const ChaseArrowLook *look, double y)
{
  double radius = circle_radius (look);

  switch (look->head)
    {
    case CHASE_HEAD_NONE:
      return 0;
    case CHASE_HEAD_HARPOON_TOP:
      return y < 0 ? chase_tip_inset (look->level, y) : 0;
    case CHASE_HEAD_HARPOON_BOTTOM:
      return y > 0 ? chase_tip_inset (look->level, y) : 0;
    case CHASE_HEAD_MULTIMAP:
      return radius + sqrt (MAX (radius * radius - y * y, 0));
    default:
      return chase_tip_inset (look->level, y);
    }
}

double
chase_tail_inset (const ChaseArrowLook *look, double y)
{
  switch (look->tail)
    {
    case CHASE_TAIL_MONO:
      return barb_for (look->level).length - chase_tip_inset (look->level, y);
    case CHASE_TAIL_ARROW:
      return chase_tip_inset (look->level, y);
    case CHASE_TAIL_HOOK_TOP:
    case CHASE_TAIL_HOOK_BOTTOM:
    case CHASE_TAIL_COIL_TOP:
    case CHASE_TAIL_COIL_BOTTOM:
      return chase_tail_length (look);
    default:
      return 0;
    }
}

/* Adds @curve, given in the frame's coordinates, moved by @x and mirrored front to back when
 * @mirror is -1. */
static void
add_curve (ChaseSceneBuilder *builder, const ChaseFrame *frame, const ChaseCurve *curve, double x,
           double mirror)
{
  ChaseCurve placed = { .n = curve->n };

  for (guint i = 0; i <= 3 * curve->n; i++)
    placed.p[i] = chase_frame_at (frame, x + mirror * curve->p[i].x, curve->p[i].y);
  chase_scene_curve (builder, &placed);
}

/* Both barbs as one stroke, so that the tip is joined. */
static void
add_barbs (ChaseSceneBuilder *builder, const ChaseFrame *frame, guint level, double x,
           double mirror)
{
  ChaseCurve upper = barb_curve (level, -1), lower = barb_curve (level, 1);

  add_curve (builder, frame, &upper, x, mirror);
  chase_scene_cubic (builder, chase_frame_at (frame, x + mirror * lower.p[2].x, lower.p[2].y),
                     chase_frame_at (frame, x + mirror * lower.p[1].x, lower.p[1].y),
                     chase_frame_at (frame, x + mirror * lower.p[0].x, lower.p[0].y));
}

static void
add_circle (ChaseSceneBuilder *builder, const ChaseFrame *frame, double x, double radius)
{
  chase_scene_circle (builder, chase_frame_at (frame, x, 0), radius);
}

void
chase_head_add (ChaseSceneBuilder *builder, const ChaseArrowLook *look, const ChaseFrame *frame)
{
  ChaseCurve half;

  switch (look->head)
    {
    case CHASE_HEAD_NONE:
      return;
    case CHASE_HEAD_EPI:
      add_barbs (builder, frame, look->level, 0, 1);
      add_barbs (builder, frame, look->level, -second_head (look), 1);
      return;
    case CHASE_HEAD_HARPOON_TOP:
    case CHASE_HEAD_HARPOON_BOTTOM:
      half = barb_curve (look->level, look->head == CHASE_HEAD_HARPOON_TOP ? -1 : 1);
      add_curve (builder, frame, &half, 0, 1);
      return;
    case CHASE_HEAD_MULTIMAP:
      add_circle (builder, frame, -circle_radius (look), circle_radius (look));
      return;
    default:
      add_barbs (builder, frame, look->level, 0, 1);
      return;
    }
}

/* Each line of the arrow turns round the same centre and comes back a little. */
static void
add_hooks (ChaseSceneBuilder *builder, const ChaseArrowLook *look, const ChaseFrame *frame)
{
  double side = tail_side (look->tail);
  double centre = hook_radius (look), x = chase_tail_length (look);

  for (guint i = 0; i < look->level; i++)
    {
      double y = (i - (look->level - 1) / 2.0) * CHASE_LINE_SPACING;
      double radius = centre - y;
      ChaseCurve arc = chase_curve_arc (chase_point (x, side * centre), radius, side * -G_PI / 2,
                                        side * -G_PI);

      add_curve (builder, frame, &arc, 0, 1);
      chase_scene_line (builder, chase_frame_at (frame, x + 0.8, side * (centre + radius)));
    }
}

/* The line goes once round and leaves across itself. */
static void
add_coil (ChaseSceneBuilder *builder, const ChaseArrowLook *look, const ChaseFrame *frame)
{
  double side = tail_side (look->tail), r = 0.94 * hook_radius (look);
  double x = chase_tail_length (look) - 0.2 * r;
  ChaseCurve arc
      = chase_curve_arc (chase_point (x - r, side * r), r, side * -G_PI / 2, side * -1.5 * G_PI);

  chase_scene_move (builder, chase_frame_at (frame, chase_tail_length (look), 0));
  chase_scene_line (builder, chase_frame_at (frame, x - r, 0));
  for (guint i = 0; i < arc.n; i++)
    chase_scene_cubic (builder, chase_frame_at (frame, arc.p[3 * i + 1].x, arc.p[3 * i + 1].y),
                       chase_frame_at (frame, arc.p[3 * i + 2].x, arc.p[3 * i + 2].y),
                       chase_frame_at (frame, arc.p[3 * i + 3].x, arc.p[3 * i + 3].y));
  chase_scene_line (builder, chase_frame_at (frame, x, side * -1.0 * r));
}

void
chase_tail_add (ChaseSceneBuilder *builder, const ChaseArrowLook *look, const ChaseFrame *frame)
{
  Barb barb = barb_for (look->level);

  switch (look->tail)
    {
    case CHASE_TAIL_MONO:
      add_barbs (builder, frame, look->level, barb.length, 1);
      return;
    case CHASE_TAIL_ARROW:
      add_barbs (builder, frame, look->level, 0, -1);
      return;
    case CHASE_TAIL_MAPS_TO:
      chase_scene_move (builder, chase_frame_at (frame, 0, -0.85 * barb.height));
      chase_scene_line (builder, chase_frame_at (frame, 0, 0.85 * barb.height));
      return;
    case CHASE_TAIL_HOOK_TOP:
    case CHASE_TAIL_HOOK_BOTTOM:
      add_hooks (builder, look, frame);
      return;
    case CHASE_TAIL_COIL_TOP:
    case CHASE_TAIL_COIL_BOTTOM:
      add_coil (builder, look, frame);
      return;
    default:
      return;
    }
}
