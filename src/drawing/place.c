/* SPDX-License-Identifier: MIT */
#include "drawing/draw-private.h"

#include <math.h>
#include <string.h>

#define SAMPLES 32
#define SLANT_GAP 2.0

typedef struct
{
  const ChaseHull *hull;
  ChasePoint at, normal;
  ChasePoint samples[SAMPLES + 1];
} Push;

/* How near the label comes to the curve when it is pushed @by along the normal. */
static double
nearness (const Push *push, double by)
{
  ChasePoint anchor = chase_point_along (push->at, push->normal, by);
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i <= SAMPLES; i++)
    nearest = MIN (nearest,
                   chase_hull_distance (push->hull, chase_point_minus (push->samples[i], anchor)));
  return nearest;
}

static double
push_clear_of_curve (const ChaseCurve *curve, Push *push, double clear, double gap)
{
  double low = clear, high = clear + 120;

  for (guint i = 0; i <= SAMPLES; i++)
    push->samples[i] = chase_curve_point (curve, curve->n * (double)i / SAMPLES);
  if (nearness (push, clear) >= gap)
    return clear;
  for (int round = 0; round < 14; round++)
    {
      double middle = (low + high) / 2;

      if (nearness (push, middle) >= gap)
        high = middle;
      else
        low = middle;
    }
  return high;
}

static ChasePoint
anchor_beside (const ChaseCurve *curve, double u, const ChaseHull *hull, double side, double gap)
{
  Push push = { .hull = hull, .at = chase_curve_point (curve, u) };
  double clear;

  push.normal = chase_point_right (chase_curve_tangent (curve, u));
  push.normal = chase_point (side * push.normal.x, side * push.normal.y);
  clear = gap + chase_hull_reach (hull, chase_point (-push.normal.x, -push.normal.y));
  if (!chase_curve_is_straight (curve))
    clear = push_clear_of_curve (curve, &push, clear, gap - 0.01);
  return chase_point_along (push.at, push.normal, clear);
}

static gboolean
is_ornamented (const ChaseArrowLook *look)
{
  return look->body == CHASE_BODY_BARRED || look->body == CHASE_BODY_DOUBLE_BARRED
         || look->body == CHASE_BODY_BULLET_SOLID || look->body == CHASE_BODY_BULLET_HOLLOW
         || look->body == CHASE_BODY_SQUIGGLY;
}

static double
label_fraction (const ChaseStyle *style)
{
  return isfinite (style->label_at) ? CLAMP (style->label_at, 0, 1) : 0.5;
}

/* Where cells attach on the label's side, the label gives way to them. */
static gboolean
gives_way (const ChaseRoute *route, const ChaseStyle *style)
{
  return style->label_side == CHASE_LABEL_AUTO && style->label_at == 0.5
         && (route->side == CHASE_LABEL_LEFT ? route->attached_left : route->attached_right);
}

static double
parameter_at (const ChaseRoute *route, double fraction)
{
  ChaseMeasure measure;

  chase_measure_init (&measure, &route->curve);
  return chase_measure_u (&measure, fraction * measure.length);
}

/* The angle of a line through which text can be read: never upside down, and along an upright line
 * the way that it goes, as TikZ has it, for a sign of membership says what is in what. */
static double
upright (ChasePoint tangent)
{
  double angle = atan2 (tangent.y, tangent.x);

  if (angle > G_PI / 2 + 0.01)
    return angle - G_PI;
  return angle < -G_PI / 2 - 0.01 ? angle + G_PI : angle;
}

void
chase_route_place_tag (const ChaseRoute *route, ChaseTag *tag)
{
  double u = parameter_at (route, tag->fraction), gap;
  ChasePoint tangent = chase_curve_tangent (&route->curve, u);
  ChaseHull hull;

  tag->angle = 0;
  tag->at = chase_curve_point (&route->curve, u);
  if (tag->sloped)
    tag->angle = upright (tangent);
  else if (tag->side == CHASE_LABEL_OVER)
    tag->angle = atan2 (tangent.y, tangent.x);
  tag->angle += tag->turn;
  if (tag->side != CHASE_LABEL_LEFT && tag->side != CHASE_LABEL_RIGHT)
    return;
  gap = isfinite (tag->gap) ? CLAMP (tag->gap, -1000, 1000) : CHASE_LABEL_GAP;
  /* A corner of a label beside a slanting line looks nearer than an edge beside an upright one. */
  if (tag->gap == CHASE_LABEL_GAP && !tag->sloped)
    gap += SLANT_GAP * fabs (2 * tangent.x * tangent.y);
  gap += chase_look_half_width (&route->look) + route->look.stroke / 2;
  if (is_ornamented (&route->look))
    gap += 2.5;
  if (tag->sticker.label == NULL)
    return;
  hull = tag->angle != 0 ? chase_hull_turned (&tag->sticker.hull, tag->angle) : tag->sticker.hull;
  tag->at = anchor_beside (&route->curve, u, &hull, tag->side == CHASE_LABEL_LEFT ? -1 : 1, gap);
}

double
chase_style_label_turn (const ChaseStyle *style, guint index)
{
  g_autofree char *numbered = index > 0 ? g_strdup_printf ("tikzlabel%u", index + 1) : NULL;
  const char *kept = chase_style_get_extra (style, index > 0 ? numbered : "tikzlabel");
  const char *rotate = kept != NULL ? strstr (kept, "rotate=") : NULL;
  double degrees = rotate != NULL ? g_ascii_strtod (rotate + strlen ("rotate="), NULL) : 0;

  return isfinite (degrees) ? -fmod (degrees, 360) * G_PI / 180 : 0;
}

ChaseHull
chase_route_label_hull (const ChaseRoute *route)
{
  ChaseHull hull = chase_hull_turned (&route->sticker.hull, route->label_angle);

  return chase_hull_moved (&hull, route->label_at);
}

void
chase_drawing_replace_label (ChaseDrawing *drawing, guint32 index)
{
  const ChaseStyle *style = chase_diagram_get_cell (drawing->diagram, index)->style;
  ChaseRoute *route = &drawing->routes[index];
  ChaseTag tag = { .sticker = route->sticker,
                   .side = route->side,
                   .fraction = route->label_fraction,
                   .gap = style->label_gap,
                   .sloped = style->label_sloped,
                   .turn = chase_style_label_turn (style, 0) };

  chase_route_place_tag (route, &tag);
  route->label_at = tag.at;
  route->label_angle = tag.angle;
}

void
chase_drawing_place_label (ChaseDrawing *drawing, guint32 index)
{
  const ChaseStyle *style = chase_diagram_get_cell (drawing->diagram, index)->style;
  ChaseRoute *route = &drawing->routes[index];

  route->has_label = route->sticker.label != NULL;
  route->label_fraction = gives_way (route, style) ? 0.27 : label_fraction (style);
  chase_drawing_replace_label (drawing, index);
}

/* A label that says so itself needs no sign beside it. */
static gboolean
says_isomorphism (const char *label)
{
  static const char *const signs[]
      = { "\\sim", "\\cong", "\\approx", "\\simeq", "≅", "≃", "∼", "≈" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (label, signs[i]) != NULL)
      return TRUE;
  return FALSE;
}

void
chase_drawing_add_isomorphism (ChaseDrawing *drawing, guint32 index)
{
  const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, index);
  ChaseRoute *route = &drawing->routes[index];
  double side = route->side == CHASE_LABEL_LEFT && route->has_label ? 1 : -1;
  double gap = 3.4 + chase_look_half_width (&route->look) + route->look.stroke / 2;
  double u = parameter_at (route, route->label_fraction), angle;
  ChasePoint tangent = chase_curve_tangent (&route->curve, u), at;
  ChaseSticker sim;
  ChaseHull turned;

  if (!(cell->properties & CHASE_PROPERTY_ISO) || cell->style->head != CHASE_HEAD_DEFAULT
      || cell->style->tail != CHASE_TAIL_DEFAULT || route->n_tags > 0
      || says_isomorphism (cell->label))
    return;
  angle = upright (tangent);
  chase_sticker_init (&sim, &drawing->maker, "\\sim", CHASE_EDGE_SIZE);
  if (sim.label != NULL)
    {
      turned = chase_hull_turned (&sim.hull, angle);
      at = anchor_beside (&route->curve, u, &turned, side, gap);
      chase_sticker_put (&sim, &drawing->builder, CHASE_ROLE_LABEL, at, angle,
                         route->look.label_rgba);
      route->has_iso_sign = TRUE;
      route->iso_sign = chase_hull_moved (&turned, at);
    }
  chase_sticker_finish (&sim);
}
