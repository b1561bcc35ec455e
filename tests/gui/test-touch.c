/* SPDX-License-Identifier: MIT */
#include "app/session-actions.h"
#include "gui.h"

/* The window under fingers. No X server without a screen has any, and GTK lets nobody make their
 * events: so the gestures themselves say what they would say, and the rest is as it is. */

static GtkGesture *
gesture (GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (gui_canvas ()));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      /* Of those for a mouse there are others, for its other buttons. */
      if (g_type_is_a (G_OBJECT_TYPE (controller), type)
          && (!GTK_IS_GESTURE_SINGLE (controller)
              || gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller))
                     == GDK_BUTTON_PRIMARY))
        return GTK_GESTURE (controller); /* the canvas keeps it */
    }
  g_assert_not_reached ();
}

static ChasePoint
point_of (double column, double row)
{
  ChaseCanvas *canvas = gui_canvas ();
  ChasePoint at = chase_scene_from_grid (chase_canvas_get_scene (canvas), column, row);

  return chase_canvas_from_scene (canvas, at.x, at.y);
}

static gboolean
is_open_menu (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_POPOVER_MENU (widget) && gtk_widget_get_mapped (widget);
}

#define TRIANGLE                                                                                   \
  "diagram d {\n  A at 0, 0\n  B at 1, 0\n  C at 1, 1\n  f : A -> B\n  g : B -> C\n}\n"

/* A long press opens the menu on what is under the finger; letting go is no tap. */
static void
test_long_press (void)
{
  ChasePoint at;
  GtkWidget *menu;

  gui_start_text ("touch.chase", TRIANGLE);
  at = point_of (1, 0);
  g_assert_true (gtk_gesture_single_get_touch_only (
      GTK_GESTURE_SINGLE (gesture (GTK_TYPE_GESTURE_LONG_PRESS))));
  g_signal_emit_by_name (gesture (GTK_TYPE_GESTURE_CLICK), "pressed", 1, at.x, at.y);
  g_signal_emit_by_name (gesture (GTK_TYPE_GESTURE_LONG_PRESS), "pressed", at.x, at.y);
  g_signal_emit_by_name (gesture (GTK_TYPE_GESTURE_CLICK), "released", 1, at.x, at.y);
  gui_settle ();
  g_assert_cmpuint (chase_session_get_single (gui_session ()), ==, 1);
  menu = gui_find_below (GTK_WIDGET (chase_window_get_page (gui_window ())), is_open_menu, NULL);
  g_assert_nonnull (menu);
  gui_shoot_widget (menu, "touch-menu");
  gtk_popover_popdown (GTK_POPOVER (menu));
  for (guint i = 0; i < 10; i++)
    gui_settle ();
  gui_drag (0, 0, 1, 1);
  g_assert_cmpuint (chase_diagram_n_cells (chase_session_get_diagram (gui_session ())), ==, 6);
  gui_stop ();
}

/* Two fingers zoom, and what one of them began is off until it touches again. */
static void
test_pinch (void)
{
  ChaseCanvas *canvas;
  ChasePoint at, before, after;
  double scale;

  gui_start_text ("touch.chase", TRIANGLE);
  canvas = gui_canvas ();
  at = point_of (1, 0);
  gui_point (1, 0, 0, 0);
  scale = chase_canvas_get_zoom (canvas);
  before = chase_canvas_to_scene (canvas, at.x, at.y);
  g_signal_emit_by_name (gesture (GTK_TYPE_GESTURE_DRAG), "drag-begin", at.x, at.y);
  g_signal_emit_by_name (gesture (GTK_TYPE_GESTURE_DRAG), "drag-update", 20.0, 0.0);
  g_assert_cmpint (canvas->drag, ==, CHASE_DRAG_CONNECT);
  canvas->pointer = at;
  g_signal_emit_by_name (gesture (GTK_TYPE_GESTURE_ZOOM), "begin", NULL);
  g_assert_cmpint (canvas->drag, ==, CHASE_DRAG_NONE);
  g_signal_emit_by_name (gesture (GTK_TYPE_GESTURE_ZOOM), "scale-changed", 1.5);
  g_assert_cmpfloat_with_epsilon (chase_canvas_get_zoom (canvas), scale * 1.5, 1e-6);
  after = chase_canvas_to_scene (canvas, at.x, at.y);
  g_assert_cmpfloat_with_epsilon (after.x, before.x, 0.5);
  g_assert_cmpfloat_with_epsilon (after.y, before.y, 0.5);

  /* The point stays between the fingers where these move on. */
  canvas->pointer.x += 40;
  g_signal_emit_by_name (gesture (GTK_TYPE_GESTURE_ZOOM), "scale-changed", 1.5);
  after = chase_canvas_to_scene (canvas, at.x + 40, at.y);
  g_assert_cmpfloat_with_epsilon (after.x, before.x, 0.5);
  g_signal_emit_by_name (gesture (GTK_TYPE_GESTURE_ZOOM), "end", NULL);
  g_signal_emit_by_name (gesture (GTK_TYPE_GESTURE_DRAG), "drag-update", 90.0, 90.0);
  g_signal_emit_by_name (gesture (GTK_TYPE_GESTURE_DRAG), "drag-end", 90.0, 90.0);
  g_assert_cmpint (canvas->drag, ==, CHASE_DRAG_NONE);
  g_assert_cmpuint (chase_diagram_n_cells (chase_session_get_diagram (gui_session ())), ==, 5);
  gui_drag (0, 0, 1, 1);
  g_assert_cmpuint (chase_diagram_n_cells (chase_session_get_diagram (gui_session ())), ==, 6);
  gui_stop ();
}

/* "Select Several" stands for Shift: taps add, drags select what is inside. */
static void
test_several (void)
{
  guint n;

  gui_start_text ("touch.chase", TRIANGLE);
  gtk_widget_activate_action (GTK_WIDGET (gui_window ()), "win.select-several", NULL);
  g_assert_nonnull (strstr (chase_canvas_get_hint (gui_canvas ()), "Select Several"));
  gui_click (0, 0, 1);
  gui_click (1, 0, 1);
  chase_session_get_selection (gui_session (), &n);
  g_assert_cmpuint (n, ==, 2);
  gui_click (1, 0, 1);
  chase_session_get_selection (gui_session (), &n);
  g_assert_cmpuint (n, ==, 1);
  gui_drag (0.5, -0.5, 1.6, 1.5);
  chase_session_get_selection (gui_session (), &n);
  g_assert_cmpuint (n, >=, 3);
  g_assert_cmpuint (chase_diagram_n_cells (chase_session_get_diagram (gui_session ())), ==, 5);
  gui_key ("Escape");
  gui_click (0, 0, 1);
  g_assert_cmpuint (chase_session_get_single (gui_session ()), ==, 0);
  gui_stop ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/touch/long-press", test_long_press);
  g_test_add_func ("/touch/pinch", test_pinch);
  g_test_add_func ("/touch/several", test_several);
  return g_test_run ();
}
