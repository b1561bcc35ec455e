/* SPDX-License-Identifier: MIT */
#include "app/canvas-private.h"
#include "app/choices.h"

#include <glib/gi18n.h>
#include <math.h>

#define DRAG_THRESHOLD 6.0
#define FINGER_THRESHOLD 12.0 /* one that rests does so less quietly than a mouse */
#define PIXELS_PER_CLICK 48.0
#define ZOOM_PER_CLICK 1.15

/* In steps of the grid as it was when the drag began: columns may grow under the moving objects. */
static ChasePoint
step_between (ChaseCanvas *canvas, ChasePoint from, ChasePoint to)
{
  ChaseScene *scene = canvas->drag_scene;
  ChasePoint a = chase_canvas_to_scene (canvas, from.x, from.y);
  ChasePoint b = chase_canvas_to_scene (canvas, to.x, to.y);
  ChasePoint ga = chase_scene_to_grid (scene, a.x, a.y);
  ChasePoint gb = chase_scene_to_grid (scene, b.x, b.y);

  return (ChasePoint){ gb.x - ga.x, gb.y - ga.y };
}

static GdkModifierType
modifiers (gpointer gesture)
{
  return gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
}

/* What is dragged leaves the grid. Many window managers take Alt with a button for themselves. */
static gboolean
is_loose (gpointer gesture)
{
  return (modifiers (gesture) & (GDK_SHIFT_MASK | GDK_ALT_MASK)) != 0;
}

/* Fingers. What a mouse does with its right button or with a modifier key has another way for them:
 * a finger that rests and then drags moves what is under it, or selects what is inside; one that
 * rests and is lifted opens the menu; two move and zoom, and "Select Several" of the menu stands
 * for Shift. */

/* The device does not tell: an X server and a browser have one pointer for mouse and fingers, and
 * fingers make it enter and leave. */
static void
note_finger (ChaseCanvas *canvas, gpointer controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (controller);

  switch (event != NULL ? (int)gdk_event_get_event_type (event) : -1)
    {
    case GDK_TOUCH_BEGIN:
    case GDK_TOUCH_UPDATE:
    case GDK_TOUCH_END:
      canvas->touched = TRUE;
      break;
    case GDK_MOTION_NOTIFY:
    case GDK_BUTTON_PRESS:
      canvas->touched = FALSE;
      break;
    default:
      break;
    }
}

/* Does a click add to the selection? */
static gboolean
is_adding (ChaseCanvas *canvas, gpointer gesture)
{
  return canvas->several || (modifiers (gesture) & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0;
}

void
chase_canvas_select_several (ChaseCanvas *canvas, gboolean several)
{
  canvas->several = several;
  g_signal_emit_by_name (canvas, "hint-changed");
}

gboolean
chase_canvas_selects_several (ChaseCanvas *canvas)
{
  return canvas->several;
}

/* Clicks. */

static void
select_only (ChaseCanvas *canvas, guint32 cell)
{
  chase_session_select (canvas->session, &cell, 1);
}

static void
click_spot (ChaseCanvas *canvas, const ChaseSpot *spot, gboolean adding)
{
  canvas->focus_column = spot->column;
  canvas->focus_row = spot->row;
  canvas->focus_shown = FALSE;
  if (spot->zone == CHASE_ZONE_MARK)
    chase_session_toggle_face (canvas->session, spot->mark);
  else if (spot->cell == G_MAXUINT32 && !adding)
    chase_session_select_none (canvas->session);
  else if (spot->cell != G_MAXUINT32 && adding)
    chase_session_toggle (canvas->session, spot->cell);
  else if (spot->cell != G_MAXUINT32 && chase_session_point (canvas->session, spot->cell))
    return;
  else if (spot->cell != G_MAXUINT32)
    {
      select_only (canvas, spot->cell);
      if (chase_session_lacks_component (canvas->session, spot->cell))
        g_signal_emit_by_name (canvas, "menu-wanted", canvas->pointer.x, canvas->pointer.y);
    }
}

/* The node that is nearest to a point of the window; G_MAXUINT32 where there is none. */
static guint32
nearest_node (ChaseCanvas *canvas, double x, double y)
{
  ChaseScene *scene = chase_canvas_get_scene (canvas);
  ChasePoint at = chase_canvas_to_scene (canvas, x, y), centre;
  guint32 nearest = G_MAXUINT32;
  double least = INFINITY;

  for (guint32 i = 0; i < chase_session_get_diagram (canvas->session)->n_nodes; i++)
    if (chase_scene_cell_centre (scene, i, &centre)
        && hypot (centre.x - at.x, centre.y - at.y) < least)
      {
        least = hypot (centre.x - at.x, centre.y - at.y);
        nearest = i;
      }
  return nearest;
}

static void
pressed (GtkGestureClick *gesture, int n_press, double x, double y, ChaseCanvas *canvas)
{
  ChaseSpot spot;
  guint32 cell;

  note_finger (canvas, gesture);
  spot = chase_canvas_find (canvas, x, y);
  cell = spot.cell;
  canvas->pointer = (ChasePoint){ x, y };
  canvas->pointer_inside = TRUE;
  canvas->held_long = FALSE;
  if (n_press == 1)
    {
      chase_canvas_end_codes (canvas);
      chase_canvas_end_label (canvas);
      gtk_widget_grab_focus (GTK_WIDGET (canvas));
      return;
    }
  if (n_press != 2 || spot.zone == CHASE_ZONE_MARK
      || (modifiers (gesture) & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0)
    return;
  if (chase_session_add_element (canvas->session, nearest_node (canvas, x, y)))
    return;
  if (spot.zone == CHASE_ZONE_EMPTY)
    cell = chase_session_add_object (canvas->session, spot.column, spot.row);
  chase_canvas_edit_tag (canvas, cell, spot.zone == CHASE_ZONE_LABEL ? spot.tag : CHASE_MAIN_LABEL);
}

static void
released (GtkGestureClick *gesture, int n_press, double x, double y, ChaseCanvas *canvas)
{
  ChaseSpot spot;

  if (n_press != 1 || canvas->drag != CHASE_DRAG_NONE || canvas->space_down || canvas->drag_off)
    return;
  spot = chase_canvas_find (canvas, x, y);
  click_spot (canvas, &spot, is_adding (canvas, gesture));
}

static void
select_for_menu (ChaseCanvas *canvas, double x, double y)
{
  ChaseSpot spot = chase_canvas_find (canvas, x, y);

  if (spot.cell != G_MAXUINT32 && !chase_session_is_selected (canvas->session, spot.cell))
    select_only (canvas, spot.cell);
  if (spot.zone == CHASE_ZONE_MARK)
    chase_session_select_face (canvas->session, spot.mark);
}

static void
open_menu (ChaseCanvas *canvas, double x, double y)
{
  chase_canvas_end_label (canvas);
  select_for_menu (canvas, x, y);
  g_signal_emit_by_name (canvas, "menu-wanted", x, y);
}

/* With the release: where a menu takes the pointer while a button is down, GTK 4.8 loses count of
 * what is pressed. */
static void
menu_released (GtkGestureClick *gesture, int n_press, double x, double y, ChaseCanvas *canvas)
{
  open_menu (canvas, x, y);
}

/* What it rests on is selected, so that one sees that it has rested for long enough. */
static void
long_pressed (GtkGestureLongPress *gesture, double x, double y, ChaseCanvas *canvas)
{
  if (canvas->drag != CHASE_DRAG_NONE || canvas->pinching)
    return;
  canvas->held_long = TRUE;
  canvas->pointer = (ChasePoint){ x, y };
  chase_canvas_end_label (canvas);
  select_for_menu (canvas, x, y);
  chase_canvas_update_hover (canvas);
}

/* Drags. */

static ChaseDragKind
kind_of_drag (ChaseCanvas *canvas, const ChaseSpot *spot, GdkModifierType state)
{
  gboolean moving = (state & (GDK_ALT_MASK | GDK_CONTROL_MASK)) != 0;

  if (canvas->space_down)
    return CHASE_DRAG_PAN;
  if (!chase_session_is_editable (canvas->session))
    return (state & GDK_SHIFT_MASK) != 0 ? CHASE_DRAG_RUBBER : CHASE_DRAG_PAN;
  switch (spot->zone)
    {
    case CHASE_ZONE_RING:
      /* It is too narrow for a finger, to which it is a part of the object. */
      if (!canvas->touched)
        return CHASE_DRAG_MOVE;
      G_GNUC_FALLTHROUGH;
    case CHASE_ZONE_NODE:
      moving = moving || chase_canvas_moves_by_body (canvas, spot->cell);
      return moving && (state & GDK_SHIFT_MASK) == 0 ? CHASE_DRAG_MOVE : CHASE_DRAG_CONNECT;
    case CHASE_ZONE_TAIL:
    case CHASE_ZONE_TIP:
      return CHASE_DRAG_RECONNECT;
    case CHASE_ZONE_BEND:
      return moving ? CHASE_DRAG_MOVE : CHASE_DRAG_BEND;
    case CHASE_ZONE_LABEL:
      return CHASE_DRAG_LABEL;
    case CHASE_ZONE_ARROW:
      return moving ? CHASE_DRAG_MOVE : CHASE_DRAG_CONNECT;
    case CHASE_ZONE_MARK:
    case CHASE_ZONE_EMPTY:
    default:
      return (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0 ? CHASE_DRAG_RUBBER
                                                                : CHASE_DRAG_CONNECT;
    }
}

/* An arrow is moved by its ends. */
static void
select_for_move (ChaseCanvas *canvas, guint32 cell)
{
  const ChaseCell *drawn
      = chase_diagram_get_cell (chase_session_get_diagram (canvas->session), cell);
  guint32 cells[3] = { cell, drawn->source, drawn->target };

  if (!chase_session_is_selected (canvas->session, cell))
    chase_session_select (canvas->session, cells, drawn->level > 0 ? 3 : 1);
}

static void
start_drag (ChaseCanvas *canvas, GtkGesture *gesture)
{
  g_clear_pointer (&canvas->drag_scene, chase_scene_unref);
  canvas->drag_scene = chase_scene_ref (chase_canvas_get_scene (canvas));
  canvas->drag_from = chase_canvas_find (canvas, canvas->drag_start.x, canvas->drag_start.y);
  canvas->drag = kind_of_drag (canvas, &canvas->drag_from,
                               modifiers (gesture) | (canvas->several ? GDK_SHIFT_MASK : 0)
                                   | (canvas->held_long ? GDK_CONTROL_MASK : 0));
  canvas->drag_left = FALSE;
  canvas->drag_joins = FALSE;
  g_clear_pointer (&canvas->drag_style, chase_style_free);
  if (canvas->drag == CHASE_DRAG_BEND || canvas->drag == CHASE_DRAG_LABEL)
    canvas->drag_style = chase_style_copy (
        chase_diagram_get_cell (chase_session_get_diagram (canvas->session), canvas->drag_from.cell)
            ->style);
  canvas->drag_origin = canvas->origin;
  canvas->focus_shown = FALSE;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  chase_canvas_end_label (canvas);
  if (canvas->drag == CHASE_DRAG_MOVE)
    select_for_move (canvas, canvas->drag_from.cell);
  if (canvas->space_down)
    canvas->space_used = TRUE;
}

static ChasePoint
moved_by (ChaseCanvas *canvas, gboolean loose)
{
  ChasePoint step = step_between (canvas, canvas->drag_start, canvas->pointer);

  if (!loose)
    return (ChasePoint){ round (step.x) + 0.0, round (step.y) + 0.0 };
  return (ChasePoint){ round (step.x * 8) / 8, round (step.y * 8) / 8 };
}

static void
pan_to (ChaseCanvas *canvas, double offset_x, double offset_y)
{
  chase_canvas_set_view (canvas, canvas->scale,
                         (ChasePoint){ canvas->drag_origin.x - offset_x / canvas->scale,
                                       canvas->drag_origin.y - offset_y / canvas->scale });
}

/* Drawn to another arrow the middle of an arrow starts a 2-cell; anywhere else it is curved. */
static void
shape (ChaseCanvas *canvas, gboolean loose)
{
  g_autoptr (ChaseStyle) style = NULL;

  if (canvas->drag == CHASE_DRAG_BEND)
    {
      canvas->hover = chase_canvas_find_end (canvas);
      canvas->drag_joins = canvas->hover.zone == CHASE_ZONE_ARROW;
      canvas->drag_left = canvas->drag_joins;
    }
  if (canvas->drag_joins)
    {
      chase_session_preview (canvas->session, NULL);
      return;
    }
  if (chase_canvas_is_large (canvas))
    return;
  style = chase_canvas_shape_style (canvas, loose);
  chase_session_preview_style (canvas->session, canvas->drag_from.cell, style);
}

static void
drag_begin (GtkGestureDrag *gesture, double x, double y, ChaseCanvas *canvas)
{
  note_finger (canvas, gesture);
  canvas->drag_start = (ChasePoint){ x, y };
  canvas->drag_off = FALSE;
  canvas->held_long = FALSE;
}

static void
drag_update (GtkGestureDrag *gesture, double offset_x, double offset_y, ChaseCanvas *canvas)
{
  ChasePoint step;

  if (canvas->drag_off
      || (canvas->drag == CHASE_DRAG_NONE
          && hypot (offset_x, offset_y) < (canvas->touched ? FINGER_THRESHOLD : DRAG_THRESHOLD)))
    return;
  canvas->pointer
      = (ChasePoint){ canvas->drag_start.x + offset_x, canvas->drag_start.y + offset_y };
  canvas->pointer_inside = TRUE;
  if (canvas->drag == CHASE_DRAG_NONE)
    start_drag (canvas, GTK_GESTURE (gesture));
  switch (canvas->drag)
    {
    case CHASE_DRAG_PAN:
      pan_to (canvas, offset_x, offset_y);
      break;
    case CHASE_DRAG_MOVE:
      step = moved_by (canvas, is_loose (gesture));
      canvas->drag_step = step;
      if (!chase_canvas_is_large (canvas))
        chase_session_drag_to (canvas->session, step.x, step.y);
      break;
    case CHASE_DRAG_BEND:
    case CHASE_DRAG_LABEL:
      shape (canvas, is_loose (gesture));
      break;
    case CHASE_DRAG_RECONNECT:
    case CHASE_DRAG_CONNECT:
      chase_canvas_update_hover (canvas);
      canvas->hover = chase_canvas_find_end (canvas);
      if (canvas->hover.column != canvas->drag_from.column
          || canvas->hover.row != canvas->drag_from.row
          || canvas->hover.cell != canvas->drag_from.cell)
        canvas->drag_left = TRUE;
      break;
    case CHASE_DRAG_RUBBER:
    case CHASE_DRAG_NONE:
    default:
      break;
    }
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
  g_signal_emit_by_name (canvas, "hint-changed");
}

static ChaseEnd
end_of (const ChaseSpot *spot)
{
  return (ChaseEnd){ spot->cell, spot->column, spot->row };
}

static gboolean
same_place (const ChaseSpot *a, const ChaseSpot *b)
{
  if (a->cell != G_MAXUINT32 || b->cell != G_MAXUINT32)
    return a->cell == b->cell;
  return a->column == b->column && a->row == b->row;
}

static void
finish_connection (ChaseCanvas *canvas)
{
  ChaseSpot to = chase_canvas_find_end (canvas);
  ChaseEnd ends[2] = { end_of (&canvas->drag_from), end_of (&to) };
  g_autoptr (GArray) waiting = NULL;

  if (canvas->drag_from.zone == CHASE_ZONE_ARROW && to.zone != CHASE_ZONE_ARROW)
    return;

  /* An arrow to nowhere else is a loop only where it has been away in between, and at an object. */
  if (same_place (&canvas->drag_from, &to) && (!canvas->drag_left || to.zone != CHASE_ZONE_NODE))
    return;
  waiting = chase_session_connect (canvas->session, &ends[0], &ends[1]);
  chase_canvas_queue_labels (canvas, waiting);
}

static void
finish_reconnection (ChaseCanvas *canvas)
{
  ChaseSpot to;
  ChaseEnd end;

  canvas->drag = CHASE_DRAG_RECONNECT;
  to = chase_canvas_find_end (canvas);
  canvas->drag = CHASE_DRAG_NONE;
  end = end_of (&to);
  if (to.cell != canvas->drag_from.cell)
    chase_session_reconnect (canvas->session, canvas->drag_from.cell,
                             canvas->drag_from.zone == CHASE_ZONE_TAIL ? 0 : 1, &end);
}

static void
finish_shape (ChaseCanvas *canvas, ChaseDragKind kind, gboolean loose)
{
  g_autoptr (ChaseStyle) style = NULL;

  if (canvas->drag_joins)
    {
      canvas->drag_from.zone = CHASE_ZONE_ARROW;
      chase_session_preview (canvas->session, NULL);
      finish_connection (canvas);
      return;
    }
  canvas->drag = kind;
  style = chase_canvas_shape_style (canvas, loose);
  canvas->drag = CHASE_DRAG_NONE;
  chase_session_set_style (canvas->session, canvas->drag_from.cell, style,
                           kind == CHASE_DRAG_BEND ? _ ("Curve Arrow") : _ ("Move Label"));
}

static void
finish_rubber (ChaseCanvas *canvas, gboolean adding)
{
  ChasePoint a = chase_canvas_to_scene (canvas, canvas->drag_start.x, canvas->drag_start.y);
  ChasePoint b = chase_canvas_to_scene (canvas, canvas->pointer.x, canvas->pointer.y);
  ChaseRect area = { MIN (a.x, b.x), MIN (a.y, b.y), fabs (a.x - b.x), fabs (a.y - b.y) };
  g_autoptr (GArray) cells = chase_scene_cells_in (chase_canvas_get_scene (canvas), &area);

  chase_session_select (canvas->session, (const guint32 *)(gpointer)cells->data, cells->len);
}

static void
drag_end (GtkGestureDrag *gesture, double offset_x, double offset_y, ChaseCanvas *canvas)
{
  ChaseDragKind kind = canvas->drag;
  gboolean held = canvas->held_long && !canvas->drag_off;
  ChasePoint step;

  canvas->held_long = FALSE;
  canvas->drag_off = canvas->drag_off || held; /* nor is it a click */
  if (kind == CHASE_DRAG_NONE)
    {
      if (held)
        open_menu (canvas, canvas->drag_start.x, canvas->drag_start.y);
      return;
    }
  canvas->pointer
      = (ChasePoint){ canvas->drag_start.x + offset_x, canvas->drag_start.y + offset_y };
  step = moved_by (canvas, is_loose (gesture));
  canvas->drag = CHASE_DRAG_NONE;
  switch (kind)
    {
    case CHASE_DRAG_MOVE:
      chase_session_drop (canvas->session, step.x, step.y);
      break;
    case CHASE_DRAG_CONNECT:
      finish_connection (canvas);
      break;
    case CHASE_DRAG_RECONNECT:
      finish_reconnection (canvas);
      break;
    case CHASE_DRAG_BEND:
    case CHASE_DRAG_LABEL:
      finish_shape (canvas, kind, is_loose (gesture));
      break;
    case CHASE_DRAG_RUBBER:
      finish_rubber (canvas, FALSE);
      break;
    case CHASE_DRAG_PAN:
    case CHASE_DRAG_NONE:
    default:
      break;
    }
  chase_canvas_update_hover (canvas);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

/* What is dragged stays as it was. */
static void
drop_drag (ChaseCanvas *canvas)
{
  if (canvas->drag == CHASE_DRAG_NONE)
    return;
  canvas->drag = CHASE_DRAG_NONE;
  chase_session_preview (canvas->session, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

static void
drag_cancelled (GtkGesture *gesture, GdkEventSequence *sequence, ChaseCanvas *canvas)
{
  canvas->held_long = FALSE;
  drop_drag (canvas);
}

static void
pan_begin (GtkGestureDrag *gesture, double x, double y, ChaseCanvas *canvas)
{
  canvas->drag = CHASE_DRAG_PAN;
  canvas->drag_origin = canvas->origin;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pan_update (GtkGestureDrag *gesture, double offset_x, double offset_y, ChaseCanvas *canvas)
{
  pan_to (canvas, offset_x, offset_y);
}

static void
pan_end (GtkGestureDrag *gesture, double offset_x, double offset_y, ChaseCanvas *canvas)
{
  canvas->drag = CHASE_DRAG_NONE;
  chase_canvas_update_hover (canvas);
}

/* Motion, wheel and pinch. */

/* Has a mouse been at that place of the window already? GTK says so anew where the window changes
 * below one, while a finger is elsewhere. */
static gboolean
mouse_rests (ChaseCanvas *canvas, double x, double y)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (canvas)));
  ChasePoint before = canvas->mouse;

  if (root != NULL)
    gtk_widget_translate_coordinates (GTK_WIDGET (canvas), root, x, y, &canvas->mouse.x,
                                      &canvas->mouse.y);
  return hypot (canvas->mouse.x - before.x, canvas->mouse.y - before.y) < 0.5;
}

static void
motion (GtkEventControllerMotion *controller, double x, double y, ChaseCanvas *canvas)
{
  gboolean rests = mouse_rests (canvas, x, y);

  if (canvas->touched ? rests
                      : canvas->pointer_inside && canvas->pointer.x == x && canvas->pointer.y == y)
    return;
  note_finger (canvas, controller);
  canvas->pointer = (ChasePoint){ x, y };
  canvas->pointer_inside = TRUE;
  if (canvas->drag == CHASE_DRAG_NONE)
    chase_canvas_update_hover (canvas);
}

static void
leave (GtkEventControllerMotion *controller, ChaseCanvas *canvas)
{
  if (canvas->drag != CHASE_DRAG_NONE)
    return;
  canvas->pointer_inside = FALSE;
  chase_canvas_update_hover (canvas);
}

static gboolean
scrolled (GtkEventControllerScroll *controller, double dx, double dy, ChaseCanvas *canvas)
{
  GdkModifierType state = modifiers (controller);

  if ((state & GDK_CONTROL_MASK) != 0)
    {
      chase_canvas_zoom_at (canvas, pow (ZOOM_PER_CLICK, -dy), canvas->pointer.x,
                            canvas->pointer.y);
      return GDK_EVENT_STOP;
    }
  if ((state & GDK_SHIFT_MASK) != 0 && dx == 0)
    {
      dx = dy;
      dy = 0;
    }
  chase_canvas_set_view (canvas, canvas->scale,
                         (ChasePoint){ canvas->origin.x + dx * PIXELS_PER_CLICK / canvas->scale,
                                       canvas->origin.y + dy * PIXELS_PER_CLICK / canvas->scale });
  return GDK_EVENT_STOP;
}

/* Between the two fingers; where the pointer is while nobody knows. */
static ChasePoint
between_fingers (ChaseCanvas *canvas, GtkGesture *gesture)
{
  double x = canvas->pointer.x, y = canvas->pointer.y;

  if (gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture)) != NULL)
    gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  return (ChasePoint){ x, y };
}

static void
pinch_begin (GtkGesture *gesture, GdkEventSequence *sequence, ChaseCanvas *canvas)
{
  ChasePoint at = between_fingers (canvas, gesture);

  drop_drag (canvas);
  canvas->pinching = canvas->drag_off = TRUE;
  canvas->zoom_start = canvas->scale;
  canvas->pinch_grip = chase_canvas_to_scene (canvas, at.x, at.y);
}

/* The point that was gripped stays between the fingers: they move the view as well as zoom it. */
static void
pinched (GtkGestureZoom *gesture, double factor, ChaseCanvas *canvas)
{
  ChasePoint at = between_fingers (canvas, GTK_GESTURE (gesture));

  chase_canvas_zoom_at (canvas, canvas->zoom_start * factor / canvas->scale, at.x, at.y);
  chase_canvas_set_view (canvas, canvas->scale,
                         (ChasePoint){ canvas->pinch_grip.x - at.x / canvas->scale,
                                       canvas->pinch_grip.y - at.y / canvas->scale });
}

static void
fingers_moved (GtkGesture *gesture, GdkEventSequence *sequence, ChaseCanvas *canvas)
{
  if (canvas->pinching)
    pinched (GTK_GESTURE_ZOOM (gesture),
             gtk_gesture_zoom_get_scale_delta (GTK_GESTURE_ZOOM (gesture)), canvas);
}

static void
pinch_end (GtkGesture *gesture, GdkEventSequence *sequence, ChaseCanvas *canvas)
{
  canvas->pinching = FALSE;
}

static void
add (ChaseCanvas *canvas, gpointer controller)
{
  gtk_widget_add_controller (GTK_WIDGET (canvas), GTK_EVENT_CONTROLLER (controller));
}

static void
add_clicks (ChaseCanvas *canvas)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *held = gtk_gesture_long_press_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (pressed), canvas);
  g_signal_connect (click, "released", G_CALLBACK (released), canvas);
  add (canvas, click);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "released", G_CALLBACK (menu_released), canvas);
  add (canvas, menu);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (held), TRUE);
  g_signal_connect (held, "pressed", G_CALLBACK (long_pressed), canvas);
  add (canvas, held);
}

static void
add_drags (ChaseCanvas *canvas, GtkGesture *pinch)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pan = gtk_gesture_drag_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin), canvas);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update), canvas);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end), canvas);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancelled), canvas);
  add (canvas, drag);
  /* A second finger may come when the first has begun to drag already. */
  gtk_gesture_group (drag, pinch);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (pan), GDK_BUTTON_MIDDLE);
  g_signal_connect (pan, "drag-begin", G_CALLBACK (pan_begin), canvas);
  g_signal_connect (pan, "drag-update", G_CALLBACK (pan_update), canvas);
  g_signal_connect (pan, "drag-end", G_CALLBACK (pan_end), canvas);
  add (canvas, pan);
}

void
chase_canvas_add_gestures (ChaseCanvas *canvas)
{
  GtkEventController *moving = gtk_event_controller_motion_new ();
  GtkEventController *wheel
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin), canvas);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinched), canvas);
  g_signal_connect (pinch, "update", G_CALLBACK (fingers_moved), canvas);
  g_signal_connect (pinch, "end", G_CALLBACK (pinch_end), canvas);
  g_signal_connect (pinch, "cancel", G_CALLBACK (pinch_end), canvas);
  add (canvas, pinch);
  add_clicks (canvas);
  add_drags (canvas, pinch);
  g_signal_connect (moving, "enter", G_CALLBACK (motion), canvas);
  g_signal_connect (moving, "motion", G_CALLBACK (motion), canvas);
  g_signal_connect (moving, "leave", G_CALLBACK (leave), canvas);
  add (canvas, moving);
  g_signal_connect (wheel, "scroll", G_CALLBACK (scrolled), canvas);
  add (canvas, wheel);
}
