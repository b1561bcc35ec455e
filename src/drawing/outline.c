/* SPDX-License-Identifier: MIT */
#include "drawing/draw-private.h"
#include "model/outline-words.h"

#include <math.h>
#include <string.h>

/*
 * The outline of a node: `outline = rectangle` (rounded, circle, ellipse), with `outlinestyle`
 * (dashed, dotted, double, none), `outlinecolour` and `outlinefill` ("#rrggbb"). Arrows end at it.
 */

/* From the label to the line, across and down. */
#define ACROSS 7.0
#define DOWN 6.0
#define ROUNDING 7.0
/* From one line of a double one to the other. */
#define APART 3.2
#define DASH 5.0
#define DASH_GAP 4.0
#define DOT_EVERY 3.6
#define DASH_STEPS 6
#define ON_DARK 0.3
#define PIECES_MAX 400
/* Of the polygon that stands for what is round; a multiple of four. */
#define CORNERS_MAX 64

/* In the order of their words. */
typedef enum
{
  RECTANGLE,
  ROUNDED,
  CIRCLE,
  ELLIPSE,
} Shape;

static gboolean
shape_of (const ChaseStyle *style, Shape *shape)
{
  const char *const *words = chase_outline_shapes ();
  const char *word = chase_style_get_extra (style, "outline");

  for (guint i = 0; word != NULL && words[i] != NULL; i++)
    if (strcmp (word, words[i]) == 0)
      {
        *shape = (Shape)i;
        return TRUE;
      }
  return FALSE;
}

/* The box of the outline about what is in @box. */
static ChaseRect
outer_box (Shape shape, const ChaseRect *box)
{
  ChasePoint middle = { box->x + box->width / 2, box->y + box->height / 2 };
  double across = box->width / 2 + ACROSS, down = box->height / 2 + DOWN;

  if (shape == CIRCLE)
    across = down = hypot (box->width / 2 + DOWN / 2, box->height / 2 + DOWN / 2);
  else if (shape == ELLIPSE)
    {
      across *= 1.2;
      down *= 1.2;
    }
  return (ChaseRect){ middle.x - across, middle.y - down, 2 * across, 2 * down };
}

/* The outline as a polygon, @more farther out; returns the number of corners. */
static guint
polygon (Shape shape, const ChaseRect *box, double more, ChasePoint corners[CORNERS_MAX])
{
  ChasePoint middle = { box->x + box->width / 2, box->y + box->height / 2 };
  double across = box->width / 2 + more, down = box->height / 2 + more;
  guint n = shape == RECTANGLE ? 4 : CORNERS_MAX;

  for (guint i = 0; i < n; i++)
    {
      guint side = 4 * i / n;
      /* A corner of a round box takes a quarter of the places. */
      double angle
          = shape == ROUNDED ? G_PI / 2 * (side + (i % (n / 4)) / (n / 4 - 1.0)) : 2 * G_PI * i / n;
      double x = cos (angle), y = sin (angle);

      if (shape == RECTANGLE)
        corners[i] = chase_point (middle.x + (side == 0 || side == 3 ? across : -across),
                                  middle.y + (side < 2 ? down : -down));
      else if (shape == ROUNDED)
        corners[i] = chase_point (
            middle.x + (side == 0 || side == 3 ? 1 : -1) * (across - ROUNDING) + ROUNDING * x,
            middle.y + (side < 2 ? 1 : -1) * (down - ROUNDING) + ROUNDING * y);
      else
        corners[i] = chase_point (middle.x + across * x, middle.y + down * y);
    }
  return n;
}

gboolean
chase_outline_shape (const ChaseStyle *style, const ChaseHull *label, ChaseHull *hull)
{
  ChasePoint corners[CORNERS_MAX];
  ChaseRect box = chase_hull_box (label);
  ChaseSupport support;
  Shape shape;
  guint n;

  if (!shape_of (style, &shape))
    return FALSE;
  box = outer_box (shape, &box);
  n = polygon (shape, &box, 0, corners);
  chase_support_init (&support);
  for (guint i = 0; i < n; i++)
    chase_support_add (&support, corners[i]);
  *hull = chase_support_to_hull (&support);
  return TRUE;
}

static void
add_polygon (ChaseSceneBuilder *builder, const ChasePoint *corners, guint n)
{
  chase_scene_move (builder, corners[0]);
  for (guint i = 1; i < n; i++)
    chase_scene_line (builder, corners[i]);
  chase_scene_close_subpath (builder);
}

/* A circle is drawn as one. */
static void
add_closed (ChaseSceneBuilder *builder, Shape shape, const ChaseRect *box, double more)
{
  ChasePoint corners[CORNERS_MAX];
  ChasePoint middle = { box->x + box->width / 2, box->y + box->height / 2 };

  if (shape == CIRCLE)
    chase_scene_circle (builder, middle, box->width / 2 + more);
  else
    add_polygon (builder, corners, polygon (shape, box, more, corners));
}

static double
side_length (const ChasePoint *corners, guint n, guint i)
{
  return chase_point_length (chase_point_minus (corners[(i + 1) % n], corners[i]));
}

/* The place @s along the polygon. */
static ChasePoint
place_on (const ChasePoint *corners, guint n, double s)
{
  for (guint i = 0; i < n; i++)
    {
      double length = side_length (corners, n, i);

      if (s < length)
        return chase_point_mix (corners[i], corners[(i + 1) % n], s / length);
      s -= length;
    }
  return corners[0];
}

/* Pieces of the outline: dashes, or dots. */
static void
add_pieces (ChaseSceneBuilder *builder, Shape shape, const ChaseRect *box, gboolean dots)
{
  ChasePoint corners[CORNERS_MAX];
  guint n = polygon (shape, box, 0, corners), pieces;
  double around = 0, every = dots ? DOT_EVERY : DASH + DASH_GAP;

  for (guint i = 0; i < n; i++)
    around += side_length (corners, n, i);
  pieces = (guint)CLAMP (round (around / every), 4, PIECES_MAX);
  every = around / pieces;
  for (guint i = 0; i < pieces; i++)
    {
      ChasePoint start = place_on (corners, n, i * every);

      chase_scene_move (builder, start);
      if (dots)
        chase_scene_line (builder, chase_point (start.x + 0.01, start.y));
      for (guint k = 1; !dots && k <= DASH_STEPS; k++)
        chase_scene_line (
            builder,
            place_on (corners, n, every * (i + DASH / (DASH + DASH_GAP) * k / DASH_STEPS)));
    }
}

static gboolean
read_colour (const ChaseStyle *style, const char *key, ChaseColour *colour)
{
  const char *text = chase_style_get_extra (style, key);

  *colour = (ChaseColour){ 0 };
  return text != NULL && chase_colour_parse_hex (text, colour);
}

/* The colour of a ground, as it is on light paper; on dark paper little of it, under light letters.
 */
static guint32
ground_colour (const ChaseDrawing *drawing, const ChaseColour *colour)
{
  guint32 paper = drawing->palette->paper, rgba = 0xff;
  double part = (paper >> 16 & 0xff) < 0x80 ? ON_DARK : 1, rgb[3];

  chase_colour_to_rgb (colour, rgb);
  for (guint i = 0; i < 3; i++)
    rgba |= (guint32)lround (part * 255 * rgb[i] + (1 - part) * (paper >> (24 - 8 * i) & 0xff))
            << (24 - 8 * i);
  return rgba;
}

void
chase_outline_add (ChaseDrawing *drawing, const ChaseStyle *style, const ChaseRect *box)
{
  const char *line = chase_style_get_extra (style, "outlinestyle");
  ChaseSceneBuilder *builder = &drawing->builder;
  gboolean dots = g_strcmp0 (line, "dotted") == 0;
  ChasePaint fill = { 0, CHASE_CAP_BUTT, 0 };
  ChasePaint stroke = { drawing->palette->stroke, dots ? CHASE_CAP_ROUND : CHASE_CAP_BUTT,
                        drawing->palette->ink };
  ChaseColour colour;
  Shape shape;

  if (!shape_of (style, &shape))
    return;
  if (read_colour (style, "outlinefill", &colour))
    {
      fill.rgba = ground_colour (drawing, &colour);
      chase_scene_open_path (builder, CHASE_ROLE_FRAME, &fill);
      add_closed (builder, shape, box, 0);
      chase_scene_close (builder, NULL);
    }
  if (g_strcmp0 (line, "none") == 0)
    return;
  if (read_colour (style, "outlinecolour", &colour))
    stroke.rgba = chase_palette_colour (drawing->palette, &colour);
  chase_scene_open_path (builder, CHASE_ROLE_BODY, &stroke);
  if (dots || g_strcmp0 (line, "dashed") == 0)
    add_pieces (builder, shape, box, dots);
  else
    add_closed (builder, shape, box, 0);
  if (g_strcmp0 (line, "double") == 0)
    add_closed (builder, shape, box, -APART);
  chase_scene_close (builder, NULL);
}
