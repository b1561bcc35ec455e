/* SPDX-License-Identifier: MIT */
#include "app/canvas-private.h"

#include <math.h>

#define MIN_SCALE 0.05
#define MAX_SCALE 8.0
#define FIT_MARGIN 64.0
#define MAX_FIT 1.5
#define REVEAL_MARGIN 40.0

ChasePoint
chase_canvas_to_scene (ChaseCanvas *canvas, double x, double y)
{
  return (ChasePoint){ canvas->origin.x + x / canvas->scale, canvas->origin.y + y / canvas->scale };
}

ChasePoint
chase_canvas_from_scene (ChaseCanvas *canvas, double x, double y)
{
  return (ChasePoint){ (x - canvas->origin.x) * canvas->scale,
                       (y - canvas->origin.y) * canvas->scale };
}

/* What is in view has moved: the pointer is over something else, and a finger that was lifted over
 * nothing. */
static void
point_anew (ChaseCanvas *canvas)
{
  if (canvas->touched && canvas->drag == CHASE_DRAG_NONE && !canvas->pinching && !canvas->held_long)
    canvas->pointer_inside = FALSE;
  chase_canvas_update_hover (canvas);
}

void
chase_canvas_set_view (ChaseCanvas *canvas, double scale, ChasePoint origin)
{
  canvas->roomy_scale = 0;
  canvas->scale = CLAMP (scale, MIN_SCALE, MAX_SCALE);
  canvas->origin = origin;
  point_anew (canvas);
  gtk_widget_queue_allocate (GTK_WIDGET (canvas));
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
  g_signal_emit_by_name (canvas, "view-changed");
}

void
chase_canvas_zoom_at (ChaseCanvas *canvas, double factor, double x, double y)
{
  ChasePoint fixed = chase_canvas_to_scene (canvas, x, y);
  double scale = CLAMP (canvas->scale * factor, MIN_SCALE, MAX_SCALE);

  chase_canvas_set_view (canvas, scale, (ChasePoint){ fixed.x - x / scale, fixed.y - y / scale });
}

double
chase_canvas_get_zoom (ChaseCanvas *canvas)
{
  return canvas->scale;
}

ChasePoint
chase_canvas_middle (ChaseCanvas *canvas)
{
  return (ChasePoint){ gtk_widget_get_width (GTK_WIDGET (canvas)) / 2.0,
                       gtk_widget_get_height (GTK_WIDGET (canvas)) / 2.0 };
}

void
chase_canvas_zoom_by (ChaseCanvas *canvas, double factor)
{
  ChasePoint at = chase_canvas_middle (canvas);

  chase_canvas_zoom_at (canvas, factor, at.x, at.y);
}

void
chase_canvas_zoom_to (ChaseCanvas *canvas, double zoom)
{
  chase_canvas_zoom_by (canvas, zoom / canvas->scale);
}

/* The view in which the whole diagram is to be seen. */
void
chase_canvas_find_fit (ChaseCanvas *canvas, double width, double height, double *scale,
                       ChasePoint *origin)
{
  ChaseScene *scene = chase_canvas_get_scene (canvas);
  ChaseRect bounds = chase_scene_get_bounds (scene);
  ChasePoint centre = { bounds.x + bounds.width / 2, bounds.y + bounds.height / 2 };

  *scale = MIN (width / (bounds.width + 2 * FIT_MARGIN), height / (bounds.height + 2 * FIT_MARGIN));
  *scale = CLAMP (*scale, MIN_SCALE, MAX_FIT);
  if (chase_diagram_n_cells (chase_session_get_diagram (canvas->session)) == 0)
    {
      *scale = 1;
      centre = chase_scene_from_grid (scene, 0.5, 0.5);
    }
  *origin = (ChasePoint){ centre.x - width / 2 / *scale, centre.y - height / 2 / *scale };
}

static gboolean
is_whole_in (ChaseCanvas *canvas, double width, double height)
{
  ChaseRect bounds = chase_scene_get_bounds (chase_canvas_get_scene (canvas));
  ChasePoint from = chase_canvas_from_scene (canvas, bounds.x, bounds.y);
  ChasePoint to
      = chase_canvas_from_scene (canvas, bounds.x + bounds.width, bounds.y + bounds.height);

  return from.x >= 0 && from.y >= 0 && to.x <= width && to.y <= height;
}

static gboolean
is_fitted (ChaseCanvas *canvas)
{
  double scale;
  ChasePoint origin;

  chase_canvas_find_fit (canvas, canvas->width, canvas->height, &scale, &origin);
  return canvas->roomy_scale == 0 && fabs (scale / canvas->scale - 1) < 1e-6
         && fabs (origin.x - canvas->origin.x) * scale < 1
         && fabs (origin.y - canvas->origin.y) * scale < 1;
}

static void
centre (ChaseCanvas *canvas, double width, double height)
{
  canvas->origin.x += (canvas->width - width) / 2 / canvas->scale;
  canvas->origin.y += (canvas->height - height) / 2 / canvas->scale;
}

/* TRUE where what is to be seen may stay on its place of the window, or at least in its corner. */
static gboolean
stay (ChaseCanvas *canvas, double width, double height, ChasePoint moved, gboolean whole)
{
  ChasePoint origin = canvas->origin;

  canvas->origin.x += moved.x / canvas->scale;
  canvas->origin.y += moved.y / canvas->scale;
  if (!whole || is_whole_in (canvas, width, height))
    return TRUE;
  canvas->origin = origin;
  return is_whole_in (canvas, width, height);
}

/* A pane comes or goes, or the window changes its size, and the canvas has @moved in the window:
 * what was to be seen as a whole still is, and with more room again it gets as large as it was.
 * Under a @hand nothing moves without need, since a click may be what opened the pane, and the next
 * one may be meant for the same mark. Otherwise the middle of the view stays its middle, and what
 * filled it fills it again. */
void
chase_canvas_keep_in_view (ChaseCanvas *canvas, double width, double height, ChasePoint moved,
                           gboolean hand)
{
  gboolean whole = is_whole_in (canvas, canvas->width, canvas->height);
  double roomy = MAX (canvas->roomy_scale, canvas->scale), scale;
  ChasePoint origin;

  if (!hand && is_fitted (canvas))
    {
      chase_canvas_find_fit (canvas, width, height, &canvas->scale, &canvas->origin);
      return;
    }
  if (hand && (!whole || canvas->scale >= roomy) && stay (canvas, width, height, moved, whole))
    return;
  centre (canvas, width, height);
  if (!whole || (canvas->scale >= roomy && is_whole_in (canvas, width, height)))
    return;
  chase_canvas_find_fit (canvas, width, height, &scale, &origin);
  canvas->scale = MIN (scale, roomy);
  canvas->origin.x = origin.x + width / 2 * (1 / scale - 1 / canvas->scale);
  canvas->origin.y = origin.y + height / 2 * (1 / scale - 1 / canvas->scale);
  canvas->roomy_scale = canvas->scale < roomy ? roomy : 0;
}

void
chase_canvas_fit (ChaseCanvas *canvas)
{
  ChasePoint half = chase_canvas_middle (canvas), origin;
  double scale;

  if (half.x <= 0 || half.y <= 0)
    return;
  chase_canvas_find_fit (canvas, 2 * half.x, 2 * half.y, &scale, &origin);
  chase_canvas_set_view (canvas, scale, origin);
}

static gboolean
tell_view (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  ChaseCanvas *canvas = CHASE_CANVAS (widget);

  point_anew (canvas);
  g_signal_emit_by_name (canvas, "view-changed");
  return G_SOURCE_REMOVE;
}

void
chase_canvas_tell_view (ChaseCanvas *canvas)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (canvas), tell_view, NULL, NULL);
}

void
chase_canvas_scroll_to_focus (ChaseCanvas *canvas)
{
  ChasePoint at = chase_scene_from_grid (chase_canvas_get_scene (canvas), canvas->focus_column,
                                         canvas->focus_row);
  ChasePoint point = chase_canvas_from_scene (canvas, at.x, at.y);
  double width = gtk_widget_get_width (GTK_WIDGET (canvas));
  double height = gtk_widget_get_height (GTK_WIDGET (canvas));
  double margin = MIN (64 * canvas->scale, MIN (width, height) / 4);
  double dx = CLAMP (point.x, margin, MAX (margin, width - margin)) - point.x;
  double dy = CLAMP (point.y, margin, MAX (margin, height - margin)) - point.y;

  if (dx != 0 || dy != 0)
    chase_canvas_set_view (canvas, canvas->scale,
                           (ChasePoint){ canvas->origin.x - dx / canvas->scale,
                                         canvas->origin.y - dy / canvas->scale });
}

/* What the selected cells take up of the canvas, in its pixels. FALSE where nothing is to be seen.
 */
static gboolean
find_selection (ChaseCanvas *canvas, ChasePoint *corner, ChasePoint *end)
{
  ChaseScene *scene = chase_canvas_get_scene (canvas);
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;
  guint n;
  const guint32 *cells = chase_session_get_selection (canvas->session, &n);

  for (guint i = 0; i < n; i++)
    {
      ChaseRect bounds;

      if (!chase_scene_cell_bounds (scene, cells[i], &bounds))
        continue;
      left = MIN (left, bounds.x);
      top = MIN (top, bounds.y);
      right = MAX (right, bounds.x + bounds.width);
      bottom = MAX (bottom, bounds.y + bounds.height);
    }
  if (left > right)
    return FALSE;
  *corner = chase_canvas_from_scene (canvas, left, top);
  *end = chase_canvas_from_scene (canvas, right, bottom);
  return TRUE;
}

/* Moves the picture by so many pixels. */
static void
move_picture (ChaseCanvas *canvas, double dx, double dy)
{
  if (dx != 0 || dy != 0)
    chase_canvas_set_view (canvas, canvas->scale,
                           (ChasePoint){ canvas->origin.x - dx / canvas->scale,
                                         canvas->origin.y - dy / canvas->scale });
}

/* Brings the selected cells into view, moving no further than need be. */
void
chase_canvas_reveal_selection (ChaseCanvas *canvas)
{
  double width = gtk_widget_get_width (GTK_WIDGET (canvas));
  double height = gtk_widget_get_height (GTK_WIDGET (canvas));
  ChasePoint corner, end;

  if (!find_selection (canvas, &corner, &end))
    return;
  if (end.x - corner.x > width - 2 * REVEAL_MARGIN || end.y - corner.y > height - 2 * REVEAL_MARGIN)
    chase_canvas_fit (canvas);
  else
    move_picture (canvas,
                  MAX (0, REVEAL_MARGIN - corner.x) - MAX (0, end.x - width + REVEAL_MARGIN),
                  MAX (0, REVEAL_MARGIN - corner.y) - MAX (0, end.y - height + REVEAL_MARGIN));
}

/* The shorter of the ways in which what reaches from @from to @to leaves what is covered from @low
 * to @high, and stays within @size; 0 where neither side has room. */
static double
way_out (double from, double to, double low, double high, double size)
{
  double back = low - REVEAL_MARGIN - to, on = high + REVEAL_MARGIN - from;
  gboolean may_back = from + back >= REVEAL_MARGIN, may_on = to + on <= size - REVEAL_MARGIN;

  if (may_back && (!may_on || -back <= on))
    return back;
  return may_on ? on : 0;
}

void
chase_canvas_reveal_beside (ChaseCanvas *canvas, const ChaseRect *covered)
{
  ChasePoint corner, end;
  double dx, dy;

  chase_canvas_reveal_selection (canvas);
  if (!find_selection (canvas, &corner, &end) || end.x < covered->x
      || corner.x > covered->x + covered->width || end.y < covered->y
      || corner.y > covered->y + covered->height)
    return;
  dx = way_out (corner.x, end.x, covered->x, covered->x + covered->width,
                gtk_widget_get_width (GTK_WIDGET (canvas)));
  dy = way_out (corner.y, end.y, covered->y, covered->y + covered->height,
                gtk_widget_get_height (GTK_WIDGET (canvas)));
  if (dy != 0 && (dx == 0 || fabs (dy) <= fabs (dx)))
    move_picture (canvas, 0, dy);
  else
    move_picture (canvas, dx, 0);
}
