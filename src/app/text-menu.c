/* SPDX-License-Identifier: MIT */
#include "app/text-menu.h"

typedef struct
{
  ChaseTextMenuWanted wanted;
  gpointer data;
} Watch;

static GtkTextView *
view_of (gpointer controller)
{
  return GTK_TEXT_VIEW (gtk_event_controller_get_widget (controller));
}

/* GTK's own menu is not asked. */
static void
pressed (GtkGesture *gesture)
{
  gtk_widget_grab_focus (GTK_WIDGET (view_of (gesture)));
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
released (GtkGesture *gesture, int n_press, double x, double y, Watch *watch)
{
  watch->wanted (view_of (gesture), x, y, watch->data);
}

static gboolean
at_cursor (GtkWidget *widget, GVariant *argument, gpointer data)
{
  Watch *watch = data;
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  GdkRectangle cursor;
  int x, y;

  gtk_text_view_get_cursor_locations (view, NULL, &cursor, NULL);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, cursor.x,
                                         cursor.y + cursor.height, &x, &y);
  watch->wanted (view, x, y, watch->data);
  return GDK_EVENT_STOP;
}

void
chase_text_menu_watch (GtkTextView *view, ChaseTextMenuWanted wanted, gpointer data)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  Watch *watch = g_new (Watch, 1);

  *watch = (Watch){ wanted, data };
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed), NULL);
  g_signal_connect_data (click, "released", G_CALLBACK (released), watch,
                         (GClosureNotify)(void (*) (void))g_free, 0);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                        gtk_callback_action_new (at_cursor, watch, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
}

/* Not by the actions of GtkTextView, which it brings up to date for its own menu alone. */
static void
cut (GtkTextView *view)
{
  g_signal_emit_by_name (view, "cut-clipboard");
}

static void
copy (GtkTextView *view)
{
  g_signal_emit_by_name (view, "copy-clipboard");
}

static void
paste (GtkTextView *view)
{
  g_signal_emit_by_name (view, "paste-clipboard");
}

static void delete (GtkTextView *view)
{
  gtk_text_buffer_delete_selection (gtk_text_view_get_buffer (view), TRUE, TRUE);
}

static void
select_all (GtkTextView *view)
{
  g_signal_emit_by_name (view, "select-all", TRUE);
}

GSimpleActionGroup *
chase_text_menu_list_actions (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  gboolean selected = gtk_text_buffer_get_has_selection (buffer);
  const struct
  {
    const char *name;
    void (*act) (GtkTextView *view);
    gboolean enabled;
  } actions[] = { { "cut", cut, selected },
                  { "copy", copy, selected },
                  { "paste", paste, TRUE },
                  { "delete", delete, selected },
                  { "select-all", select_all, TRUE } };
  GSimpleActionGroup *group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (actions[i].name, NULL);

      g_simple_action_set_enabled (action, actions[i].enabled);
      g_signal_connect_object (action, "activate", G_CALLBACK (actions[i].act), view,
                               G_CONNECT_SWAPPED);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  return group;
}
