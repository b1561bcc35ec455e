/* SPDX-License-Identifier: MIT */
#include "app/canvas-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* By what an arrow is shaped: its ends, its middle and its label. */

#define REACH 9.0 /* pixels around a handle */
#define FINGER_REACH 20.0
#define CURVE_STEP 24.0
#define OFFSET_STEP 8.0
#define MOST_CURVE 8.0
#define ON_LINE 9.0 /* units: a label as near as that is put on the line */

static const ChaseCell *
cell_at (ChaseCanvas *canvas, guint32 cell)
{
  return chase_diagram_get_cell (chase_session_get_diagram (canvas->session), cell);
}

static double
distance (ChasePoint a, ChasePoint b)
{
  return hypot (a.x - b.x, a.y - b.y);
}

/* The place where the arrow comes out of the object at its end, so that a handle there is not under
 * the object's own. */
static gboolean
end_point (ChaseCanvas *canvas, guint32 cell, gboolean tip, ChasePoint *point)
{
  ChaseScene *scene = chase_canvas_get_scene (canvas);
  const ChaseCell *arrow = cell_at (canvas, cell);
  ChaseRect inner, outer;
  gboolean object
      = chase_canvas_node_box (canvas, tip ? arrow->target : arrow->source, &inner, &outer)
        && cell_at (canvas, tip ? arrow->target : arrow->source)->level == 0;

  for (double at = 0; at <= 0.4; at += 0.05)
    {
      if (!chase_scene_edge_point (scene, cell, tip ? 1 - at : at, point, NULL))
        return FALSE;
      if (!object || point->x < inner.x - 4 || point->x > inner.x + inner.width + 4
          || point->y < inner.y - 4 || point->y > inner.y + inner.height + 4)
        return TRUE;
    }
  return TRUE;
}

gboolean
chase_canvas_handle_point (ChaseCanvas *canvas, guint32 cell, ChaseZone zone, ChasePoint *point)
{
  switch (zone)
    {
    case CHASE_ZONE_TAIL:
    case CHASE_ZONE_TIP:
      return end_point (canvas, cell, zone == CHASE_ZONE_TIP, point);
    case CHASE_ZONE_BEND:
      return chase_scene_edge_point (chase_canvas_get_scene (canvas), cell, 0.5, point, NULL);
    default:
      return FALSE;
    }
}

/* A sign in the place of an arrow has a fixed shape. */
static gboolean
has_shape (ChaseCanvas *canvas, guint32 cell)
{
  return cell_at (canvas, cell)->level > 0
         && cell_at (canvas, cell)->style->form == CHASE_EDGE_ARROW
         && chase_session_is_editable (canvas->session);
}

/* How many pixels @at is from the handle @zone; INFINITY where there is none. */
static double
pixels_from (ChaseCanvas *canvas, guint32 cell, ChaseZone zone, ChasePoint at)
{
  ChasePoint point;

  if (!chase_canvas_handle_point (canvas, cell, zone, &point))
    return INFINITY;
  return distance (point, at) * canvas->scale;
}

static double
reach (ChaseCanvas *canvas)
{
  return canvas->touched ? FINGER_REACH : REACH;
}

/* Of a short arrow a finger may reach all three handles: the nearest is meant. */
gboolean
chase_canvas_find_end_handle (ChaseCanvas *canvas, ChasePoint at, ChaseSpot *spot)
{
  guint32 cell = chase_session_get_single (canvas->session);
  double tail, tip;

  if (cell == G_MAXUINT32 || cell >= chase_scene_n_cells (chase_canvas_get_scene (canvas))
      || !has_shape (canvas, cell))
    return FALSE;
  tail = pixels_from (canvas, cell, CHASE_ZONE_TAIL, at);
  tip = pixels_from (canvas, cell, CHASE_ZONE_TIP, at);
  if (MIN (tail, tip) >= reach (canvas)
      || pixels_from (canvas, cell, CHASE_ZONE_BEND, at) < MIN (tail, tip))
    return FALSE;
  spot->zone = tail <= tip ? CHASE_ZONE_TAIL : CHASE_ZONE_TIP;
  spot->cell = cell;
  return TRUE;
}

gboolean
chase_canvas_label_box (ChaseCanvas *canvas, const ChaseSpot *spot, ChaseRect *box)
{
  ChaseScene *scene = chase_canvas_get_scene (canvas);

  if (spot->tag != CHASE_MAIN_LABEL)
    return chase_scene_tag_bounds (scene, spot->cell, spot->tag, box);
  return cell_at (canvas, spot->cell)->label[0] != '\0'
         && chase_scene_label_bounds (scene, spot->cell, box);
}

/* Is one of the arrow's labels at the point? Then @spot says which. */
static gboolean
find_label (ChaseCanvas *canvas, ChasePoint at, ChaseSpot *spot)
{
  guint n = chase_style_n_labels (cell_at (canvas, spot->cell)->style);
  ChaseRect box;

  for (guint i = 0; i <= n; i++)
    {
      spot->tag = i < n ? i : CHASE_MAIN_LABEL;
      if (chase_canvas_label_box (canvas, spot, &box) && at.x >= box.x - 2
          && at.x <= box.x + box.width + 2 && at.y >= box.y - 2 && at.y <= box.y + box.height + 2)
        return TRUE;
    }
  spot->tag = CHASE_MAIN_LABEL;
  return FALSE;
}

void
chase_canvas_refine_arrow (ChaseCanvas *canvas, ChasePoint at, ChaseSpot *spot)
{
  double middle;

  if (!has_shape (canvas, spot->cell))
    return;
  middle = pixels_from (canvas, spot->cell, CHASE_ZONE_BEND, at);
  /* A finger's reach goes over labels beside the middle. */
  if (middle < REACH)
    spot->zone = CHASE_ZONE_BEND;
  else if (find_label (canvas, at, spot))
    spot->zone = CHASE_ZONE_LABEL;
  else if (middle < reach (canvas))
    spot->zone = CHASE_ZONE_BEND;
}

static double
snap (double value, double step)
{
  return round (value / step) * step + 0.0;
}

/* A loop is turned about its object, and made larger. */
static void
bend_loop (ChaseCanvas *canvas, const ChaseCell *loop, ChasePoint at, gboolean loose,
           ChaseStyle *style)
{
  ChasePoint centre;
  double dx, dy, size;

  if (!chase_scene_cell_centre (canvas->drag_scene, loop->source, &centre))
    return;
  dx = at.x - centre.x;
  dy = at.y - centre.y;
  size = CLAMP (((hypot (dx, dy) - 20) / 1.72 - 12) / 4, 1, 12);
  style->radius = snap (size, loose ? 0.1 : 1) * (style->radius < 0 ? -1 : 1);
  style->angle = snap (atan2 (dx, -dy) * 180 / G_PI, loose ? 5 : 45);
  if (style->radius < 0)
    style->angle = snap (remainder (style->angle + 180, 360), loose ? 5 : 45);
  if (style->angle == -180)
    style->angle = 180;
}

/* The middle of the arrow comes under the pointer. */
static void
bend (ChaseCanvas *canvas, const ChaseCell *arrow, ChasePoint at, gboolean loose, ChaseStyle *style)
{
  ChasePoint a, b;
  double length, away;

  if (arrow->source == arrow->target)
    {
      bend_loop (canvas, arrow, at, loose, style);
      return;
    }
  if (!chase_scene_cell_centre (canvas->drag_scene, arrow->source, &a)
      || !chase_scene_cell_centre (canvas->drag_scene, arrow->target, &b))
    return;
  length = distance (a, b);
  if (length < 1)
    return;
  away
      = ((at.x - (a.x + b.x) / 2) * -(b.y - a.y) + (at.y - (a.y + b.y) / 2) * (b.x - a.x)) / length;
  style->bend = style->out = style->in = 0;
  style->has_out = style->has_in = FALSE;
  style->curve = CLAMP (snap ((away - style->offset * OFFSET_STEP) / CURVE_STEP, loose ? 0.1 : 0.5),
                        -MOST_CURVE, MOST_CURVE);
}

static void
put_label (ChaseStyle *style, guint tag, double place, ChaseLabelSide side)
{
  ChaseStyleLabel label;

  if (tag == CHASE_MAIN_LABEL)
    {
      style->label_at = place;
      style->label_side = side;
    }
  else if (tag < chase_style_n_labels (style))
    {
      label = *chase_style_get_label (style, tag);
      label.at = place;
      label.side = side;
      chase_style_set_label (style, tag, label.text, &label);
    }
}

/* The label goes along the arrow with the pointer, and over to its other side. */
static void
slide (ChaseCanvas *canvas, guint32 cell, ChasePoint at, gboolean loose, ChaseStyle *style)
{
  ChaseScene *scene = canvas->drag_scene;
  double where = chase_scene_edge_nearest (scene, cell, at.x, at.y), away;
  ChasePoint on, along;
  ChaseLabelSide side;
  double place;

  if (!chase_scene_edge_point (scene, cell, where, &on, &along))
    return;
  away = (at.x - on.x) * -along.y + (at.y - on.y) * along.x;
  place = CLAMP (snap (where, loose ? 0.01 : 0.1), 0, 1);
  side = fabs (away) < ON_LINE ? CHASE_LABEL_CENTRE
         : away > 0            ? CHASE_LABEL_RIGHT
                               : CHASE_LABEL_LEFT;
  put_label (style, canvas->drag_from.tag, place, side);
}

ChaseStyle *
chase_canvas_shape_style (ChaseCanvas *canvas, gboolean loose)
{
  guint32 cell = canvas->drag_from.cell;
  ChasePoint at = chase_canvas_to_scene (canvas, canvas->pointer.x, canvas->pointer.y);
  const ChaseCell *arrow = cell_at (canvas, cell);
  ChaseStyle *style = chase_style_copy (canvas->drag_style);

  if (canvas->drag == CHASE_DRAG_BEND)
    bend (canvas, arrow, at, loose, style);
  else
    slide (canvas, cell, at, loose, style);
  return style;
}

static void
draw_handle (ChaseCanvas *canvas, cairo_t *cr, guint32 cell, ChaseZone zone, const GdkRGBA *accent)
{
  gboolean hot = canvas->hover.zone == zone && canvas->hover.cell == cell;
  ChasePoint point;

  if (!chase_canvas_handle_point (canvas, cell, zone, &point))
    return;
  point = chase_canvas_from_scene (canvas, point.x, point.y);
  cairo_new_sub_path (cr);
  cairo_arc (cr, point.x, point.y, hot ? 5.5 : 4.5, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, 1, 1, 1, 1);
  if (hot)
    gdk_cairo_set_source_rgba (cr, accent);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, accent);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

static gboolean
is_on_arrow (ChaseZone zone)
{
  return zone == CHASE_ZONE_ARROW || (zone >= CHASE_ZONE_TAIL && zone <= CHASE_ZONE_LABEL);
}

static void
draw_label_frame (ChaseCanvas *canvas, cairo_t *cr, const GdkRGBA *accent)
{
  ChaseRect label;
  ChasePoint corner;

  if (!chase_canvas_label_box (canvas, &canvas->hover, &label))
    return;
  corner = chase_canvas_from_scene (canvas, label.x - 3, label.y - 3);
  cairo_rectangle (cr, round (corner.x) + 0.5, round (corner.y) + 0.5,
                   round ((label.width + 6) * canvas->scale),
                   round ((label.height + 6) * canvas->scale));
  gdk_cairo_set_source_rgba (cr, accent);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

void
chase_canvas_draw_handles (ChaseCanvas *canvas, cairo_t *cr, const GdkRGBA *accent)
{
  guint32 single = chase_session_get_single (canvas->session);
  guint32 n = chase_scene_n_cells (chase_canvas_get_scene (canvas));

  if (canvas->scale < 0.35)
    return;
  if (canvas->pointer_inside && is_on_arrow (canvas->hover.zone) && canvas->hover.cell < n
      && canvas->hover.cell != single && has_shape (canvas, canvas->hover.cell))
    draw_handle (canvas, cr, canvas->hover.cell, CHASE_ZONE_BEND, accent);
  if (canvas->pointer_inside && canvas->hover.zone == CHASE_ZONE_LABEL && canvas->hover.cell < n)
    draw_label_frame (canvas, cr, accent);
  if (single < n && has_shape (canvas, single))
    for (ChaseZone zone = CHASE_ZONE_TAIL; zone <= CHASE_ZONE_BEND; zone++)
      draw_handle (canvas, cr, single, zone, accent);
}
