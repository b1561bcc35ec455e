/* SPDX-License-Identifier: MIT */
#include "app/canvas-private.h"

#include <math.h>

#define RING 14.0
#define SLOP 8.0 /* pixels beside a line */
#define FINGER_SLOP 14.0
#define LEAST_HALF 24.0
#define LARGE 1500

static ChaseRect
grow (ChaseRect rect, double by)
{
  return (ChaseRect){ rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by };
}

static gboolean
contains (const ChaseRect *rect, ChasePoint point)
{
  return point.x >= rect->x && point.x <= rect->x + rect->width && point.y >= rect->y
         && point.y <= rect->y + rect->height;
}

gboolean
chase_canvas_node_box (ChaseCanvas *canvas, guint32 cell, ChaseRect *inner, ChaseRect *outer)
{
  ChaseScene *scene = chase_canvas_get_scene (canvas);
  ChaseRect bounds;
  ChasePoint centre;

  if (!chase_scene_cell_bounds (scene, cell, &bounds)
      || !chase_scene_cell_centre (scene, cell, &centre))
    return FALSE;
  {
    double across = MAX (bounds.width / 2 + 8, LEAST_HALF);
    double down = MAX (bounds.height / 2 + 8, LEAST_HALF);

    *inner = (ChaseRect){ centre.x - across, centre.y - down, 2 * across, 2 * down };
  }
  *outer = grow (*inner, RING);
  return TRUE;
}

typedef struct
{
  ChaseCanvas *canvas;
  ChasePoint at;
  guint32 n_nodes;
  guint32 cell; /* G_MAXUINT32 while there is none */
  gboolean body;
  double far;
} Nearest;

/* Where objects stand close together, a body wins over the rim of another, then the nearest, then
 * the last. */
static gboolean
wins (const Nearest *nearest, guint32 cell, gboolean body, double far)
{
  if (nearest->cell == G_MAXUINT32)
    return TRUE;
  if (body != nearest->body)
    return body;
  return far != nearest->far ? far < nearest->far : cell > nearest->cell;
}

static gboolean
try_node (guint cell, gpointer data)
{
  Nearest *nearest = data;
  ChaseRect inner, outer;
  gboolean body;
  double far;

  if (cell >= nearest->n_nodes || !chase_canvas_node_box (nearest->canvas, cell, &inner, &outer)
      || !contains (&outer, nearest->at))
    return FALSE;
  body = contains (&inner, nearest->at);
  far = hypot (inner.x + inner.width / 2 - nearest->at.x,
               inner.y + inner.height / 2 - nearest->at.y);
  if (wins (nearest, cell, body, far))
    {
      nearest->cell = cell;
      nearest->body = body;
      nearest->far = far;
    }
  return FALSE;
}

static gboolean
find_node (ChaseCanvas *canvas, ChasePoint at, ChaseSpot *spot)
{
  ChaseDiagram *diagram = chase_session_get_diagram (canvas->session);
  Nearest nearest = { canvas, at, diagram->n_nodes, G_MAXUINT32, FALSE, INFINITY };
  ChaseRect around = grow ((ChaseRect){ at.x, at.y, 0, 0 }, LEAST_HALF + RING);

  chase_scene_near (chase_canvas_get_scene (canvas), &around, try_node, &nearest);
  if (nearest.cell == G_MAXUINT32)
    return FALSE;
  spot->cell = nearest.cell;
  spot->zone = nearest.body ? CHASE_ZONE_NODE : CHASE_ZONE_RING;
  return TRUE;
}

static gboolean
is_arrow (ChaseCanvas *canvas, guint32 cell)
{
  return cell != G_MAXUINT32
         && chase_diagram_get_cell (chase_session_get_diagram (canvas->session), cell)->level > 0;
}

ChaseSpot
chase_canvas_find (ChaseCanvas *canvas, double x, double y)
{
  ChaseScene *scene = chase_canvas_get_scene (canvas);
  ChasePoint at = chase_canvas_to_scene (canvas, x, y);
  ChasePoint grid = chase_scene_to_grid (scene, at.x, at.y);
  double slop = (canvas->touched ? FINGER_SLOP : SLOP) / canvas->scale;
  ChaseSpot spot = { CHASE_ZONE_EMPTY,     G_MAXUINT32,          G_MAXUINT32,
                     round (grid.x) + 0.0, round (grid.y) + 0.0, CHASE_MAIN_LABEL };
  gboolean node = find_node (canvas, at, &spot);
  guint32 cell;

  if (!node || spot.zone == CHASE_ZONE_RING)
    {
      ChaseSpot handle = spot;

      if (chase_canvas_find_end_handle (canvas, at, &handle))
        return handle;
    }
  if (node && spot.zone == CHASE_ZONE_NODE)
    return spot;
  spot.mark = chase_scene_hit_mark (scene, at.x, at.y, slop / 2);
  if (spot.mark != G_MAXUINT32)
    {
      spot.zone = CHASE_ZONE_MARK;
      return spot;
    }
  cell = chase_scene_hit (scene, at.x, at.y, slop);
  /* The rim is there to be moved by: in a computed diagram an arrow in it, as a loop is, is meant.
   */
  if ((!node || !chase_session_is_editable (canvas->session)) && is_arrow (canvas, cell))
    {
      spot.zone = CHASE_ZONE_ARROW;
      spot.cell = cell;
      chase_canvas_refine_arrow (canvas, at, &spot);
    }
  return spot;
}

/* A 2-cell may be connected to another arrow; an arrow ends at objects. */
static gboolean
chase_canvas_may_end_at_arrow (ChaseCanvas *canvas, guint32 cell)
{
  ChaseDiagram *diagram = chase_session_get_diagram (canvas->session);

  return cell != canvas->drag_from.cell
         && chase_diagram_get_cell (diagram, canvas->drag_from.cell)->level > 1;
}

ChaseSpot
chase_canvas_find_end (ChaseCanvas *canvas)
{
  ChaseSpot spot = chase_canvas_find (canvas, canvas->pointer.x, canvas->pointer.y);
  gboolean wants_arrow = canvas->drag_from.zone == CHASE_ZONE_ARROW;

  if (spot.zone >= CHASE_ZONE_TAIL)
    spot.zone = CHASE_ZONE_ARROW;
  if (canvas->drag == CHASE_DRAG_RECONNECT)
    wants_arrow = chase_canvas_may_end_at_arrow (canvas, spot.cell);
  if (canvas->drag == CHASE_DRAG_BEND)
    wants_arrow = spot.cell != canvas->drag_from.cell;
  if (spot.zone == CHASE_ZONE_MARK || (spot.zone == CHASE_ZONE_ARROW && !wants_arrow))
    {
      spot.zone = CHASE_ZONE_EMPTY;
      spot.cell = spot.mark = G_MAXUINT32;
    }
  return spot;
}

gboolean
chase_canvas_moves_by_body (ChaseCanvas *canvas, guint32 cell)
{
  guint n;

  chase_session_get_selection (canvas->session, &n);
  return n >= 2 && chase_session_is_selected (canvas->session, cell);
}

gboolean
chase_canvas_is_large (ChaseCanvas *canvas)
{
  return chase_diagram_n_cells (chase_session_get_diagram (canvas->session)) > LARGE;
}

static const char *
cursor_for (ChaseCanvas *canvas)
{
  if (canvas->drag == CHASE_DRAG_PAN || canvas->drag == CHASE_DRAG_MOVE)
    return "grabbing";
  if (canvas->space_down)
    return "grab";
  switch (canvas->hover.zone)
    {
    case CHASE_ZONE_NODE:
      return chase_canvas_moves_by_body (canvas, canvas->hover.cell) ? "grab" : "crosshair";
    case CHASE_ZONE_RING:
      return "grab";
    case CHASE_ZONE_TAIL:
    case CHASE_ZONE_TIP:
    case CHASE_ZONE_BEND:
    case CHASE_ZONE_LABEL:
      return "move";
    case CHASE_ZONE_ARROW:
    case CHASE_ZONE_MARK:
      return "pointer";
    case CHASE_ZONE_EMPTY:
    default:
      return "default";
    }
}

/* Looking a cursor up by its name reads the files of the theme. */
static void
show_cursor (ChaseCanvas *canvas)
{
  const char *name = cursor_for (canvas);

  if (g_strcmp0 (name, canvas->cursor) == 0)
    return;
  canvas->cursor = name;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (canvas), name);
}

void
chase_canvas_update_hover (ChaseCanvas *canvas)
{
  ChaseSpot before = canvas->hover;

  if (!canvas->pointer_inside)
    canvas->hover
        = (ChaseSpot){ CHASE_ZONE_EMPTY, G_MAXUINT32, G_MAXUINT32, 0, 0, CHASE_MAIN_LABEL };
  else
    canvas->hover = chase_canvas_find (canvas, canvas->pointer.x, canvas->pointer.y);
  show_cursor (canvas);
  if (before.zone != canvas->hover.zone || before.cell != canvas->hover.cell
      || before.tag != canvas->hover.tag || before.mark != canvas->hover.mark
      || before.column != canvas->hover.column || before.row != canvas->hover.row)
    gtk_widget_queue_draw (GTK_WIDGET (canvas));
  g_signal_emit_by_name (canvas, "hint-changed");
}

static gboolean
refresh_hover (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  ChaseCanvas *canvas = CHASE_CANVAS (widget);

  canvas->hover_tick = 0;
  if (canvas->drag == CHASE_DRAG_NONE)
    chase_canvas_update_hover (canvas);
  return G_SOURCE_REMOVE;
}

/* With the next frame, and once: an edit changes cells, selection and verdicts one after another.
 */
void
chase_canvas_queue_hover (ChaseCanvas *canvas)
{
  if (canvas->hover_tick == 0)
    canvas->hover_tick
        = gtk_widget_add_tick_callback (GTK_WIDGET (canvas), refresh_hover, NULL, NULL);
}

void
chase_canvas_get_place (ChaseCanvas *canvas, double *column, double *row)
{
  gboolean pointed = canvas->pointer_inside && !canvas->focus_shown;

  *column = pointed ? canvas->hover.column : canvas->focus_column;
  *row = pointed ? canvas->hover.row : canvas->focus_row;
}
