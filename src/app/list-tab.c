/* SPDX-License-Identifier: MIT */
#include "app/list-tab.h"

static GtkWidget *
neighbour (GtkWidget *widget, GtkDirectionType direction)
{
  return direction == GTK_DIR_TAB_FORWARD ? gtk_widget_get_next_sibling (widget)
                                          : gtk_widget_get_prev_sibling (widget);
}

/* Gives the keyboard to what comes next beside @widget, or beside what it is in. */
static gboolean
leave (GtkWidget *widget, GtkDirectionType direction)
{
  for (; widget != NULL && !GTK_IS_ROOT (widget); widget = gtk_widget_get_parent (widget))
    for (GtkWidget *next = neighbour (widget, direction); next != NULL;
         next = neighbour (next, direction))
      if (gtk_widget_get_mapped (next) && gtk_widget_child_focus (next, direction))
        return TRUE;
  return FALSE;
}

static gboolean
key_pressed (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
             GtkWidget *list)
{
  gboolean back = key == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0;
  GtkDirectionType direction = back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (list));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  if ((key != GDK_KEY_Tab && key != GDK_KEY_KP_Tab && key != GDK_KEY_ISO_Left_Tab) || row == NULL
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_child_focus (row, direction) || leave (list, direction);
}

void
chase_list_leave_by_tab (GtkListBox *list)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), list);
  gtk_widget_add_controller (GTK_WIDGET (list), keys);
}
