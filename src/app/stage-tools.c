/* SPDX-License-Identifier: MIT */
#include "app/stage-private.h"

#include <math.h>

static void
stroke_free (gpointer data)
{
  g_array_unref (((ChaseStroke *)data)->points);
  g_free (data);
}

static void
show_cursor (ChaseStage *stage)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (stage),
                                   stage->tool == CHASE_TOOL_NONE ? NULL : "none");
}

void
chase_stage_set_tool (ChaseStage *stage, ChaseTool tool)
{
  stage->tool = tool;
  stage->drawing = FALSE;
  show_cursor (stage);
  gtk_widget_queue_draw (GTK_WIDGET (stage));
}

ChaseTool
chase_stage_get_tool (ChaseStage *stage)
{
  return stage->tool;
}

ChasePoint
chase_stage_get_pointer (ChaseStage *stage)
{
  return stage->pointer;
}

void
chase_stage_wipe (ChaseStage *stage)
{
  g_ptr_array_set_size (stage->strokes, 0);
  gtk_widget_queue_draw (GTK_WIDGET (stage));
}

guint
chase_stage_n_strokes (ChaseStage *stage)
{
  return stage->strokes->len;
}

static void
add_point (ChaseStage *stage, double x, double y)
{
  ChaseStroke *stroke = g_ptr_array_index (stage->strokes, stage->strokes->len - 1);
  ChasePoint at = chase_stage_to_scene (stage, x, y);

  g_array_append_val (stroke->points, at);
}

static void
moved (ChaseStage *stage, double x, double y)
{
  stage->pointer = (ChasePoint){ x, y };
  stage->pointer_inside = TRUE;
  if (stage->drawing && stage->strokes->len > 0)
    add_point (stage, x, y);
  if (stage->tool != CHASE_TOOL_NONE)
    gtk_widget_queue_draw (GTK_WIDGET (stage));
}

static void
mouse_moved (ChaseStage *stage, double x, double y)
{
  ChasePoint before = stage->mouse;

  stage->mouse = (ChasePoint){ x, y };
  if (hypot (x - before.x, y - before.y) >= 0.5)
    moved (stage, x, y);
}

static void
left (ChaseStage *stage)
{
  stage->pointer_inside = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (stage));
}

static void
drag_began (GtkGestureDrag *gesture, double x, double y, ChaseStage *stage)
{
  ChaseStroke *stroke;

  if (stage->tool != CHASE_TOOL_PEN)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  stroke = g_new0 (ChaseStroke, 1);
  stroke->points = g_array_new (FALSE, FALSE, sizeof (ChasePoint));
  g_ptr_array_add (stage->strokes, stroke);
  stage->drawing = TRUE;
  add_point (stage, x, y);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
drag_updated (GtkGestureDrag *gesture, double dx, double dy, ChaseStage *stage)
{
  double x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  moved (stage, x + dx, y + dy);
}

/* Nothing is where a finger was lifted. */
static void
drag_ended (GtkGesture *gesture, double dx, double dy, ChaseStage *stage)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));

  if (event != NULL && gdk_event_get_event_type (event) == GDK_TOUCH_END)
    left (stage);
  if (!stage->drawing || stage->strokes->len == 0)
    return;
  stage->drawing = FALSE;
  ((ChaseStroke *)g_ptr_array_index (stage->strokes, stage->strokes->len - 1))->done
      = g_get_monotonic_time ();
  chase_stage_wake (stage);
}

static gboolean
scrolled (ChaseStage *stage, double dx, double dy)
{
  chase_stage_zoom (stage, stage->pointer.x, stage->pointer.y, dy < 0 ? 1.15 : 1 / 1.15);
  return GDK_EVENT_STOP;
}

/* What two fingers took hold of: a point of the scene, and how large it was. */
typedef struct
{
  gboolean held;
  ChasePoint grip;
  double scale;
} Pinch;

/* The point that was gripped stays between the fingers: they move the picture as well as zoom it.
 */
static void
pinched (GtkGesture *gesture, GdkEventSequence *sequence, ChaseStage *stage)
{
  Pinch *pinch = g_object_get_data (G_OBJECT (gesture), "pinch");
  double x, y;

  if (pinch->held && gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    chase_stage_hold (stage, &pinch->grip, x, y,
                      pinch->scale * gtk_gesture_zoom_get_scale_delta (GTK_GESTURE_ZOOM (gesture)));
}

static void
pinch_began (GtkGesture *gesture, GdkEventSequence *sequence, ChaseStage *stage)
{
  Pinch *pinch = g_object_get_data (G_OBJECT (gesture), "pinch");
  double x, y;

  pinch->held = gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  if (!pinch->held)
    return;
  pinch->grip = chase_stage_to_scene (stage, x, y);
  pinch->scale = chase_stage_get_camera (stage).scale;
}

void
chase_stage_add_tools (ChaseStage *stage)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *zoom = gtk_gesture_zoom_new ();

  stage->strokes = g_ptr_array_new_with_free_func (stroke_free);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (mouse_moved), stage);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (left), stage);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_began), stage);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_updated), stage);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_ended), stage);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scrolled), stage);
  g_object_set_data_full (G_OBJECT (zoom), "pinch", g_new0 (Pinch, 1), g_free);
  g_signal_connect (zoom, "begin", G_CALLBACK (pinch_began), stage);
  g_signal_connect (zoom, "update", G_CALLBACK (pinched), stage);
  gtk_widget_add_controller (GTK_WIDGET (stage), motion);
  gtk_widget_add_controller (GTK_WIDGET (stage), scroll);
  gtk_widget_add_controller (GTK_WIDGET (stage), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (stage), GTK_EVENT_CONTROLLER (zoom));
}
