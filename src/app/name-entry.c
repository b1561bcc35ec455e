/* SPDX-License-Identifier: MIT */
#include "app/name-entry.h"

/* What is typed over a label. */
typedef struct
{
  GtkWidget *label;
  ChaseNameTyped typed;
  gpointer data;
  gboolean over;
} Typing;

static gboolean
take_out (gpointer entry)
{
  GtkWidget *box = gtk_widget_get_parent (entry);

  if (box != NULL)
    gtk_box_remove (GTK_BOX (box), entry);
  return G_SOURCE_REMOVE;
}

/* The entry goes once it has handled its event. */
static void
finish (GtkWidget *entry, gboolean given_up, gboolean left)
{
  Typing *typing = g_object_get_data (G_OBJECT (entry), "typing");
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));

  if (typing->over)
    return;
  typing->over = TRUE;
  g_idle_add_full (G_PRIORITY_DEFAULT, take_out, g_object_ref (entry), g_object_unref);
  gtk_widget_set_visible (typing->label, TRUE);
  gtk_widget_set_visible (entry, FALSE);
  typing->typed (given_up ? NULL : text, left, typing->data);
}

static void
activated (GtkWidget *entry)
{
  finish (entry, FALSE, FALSE);
}

static gboolean
key_pressed (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
             GtkWidget *entry)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  finish (entry, TRUE, FALSE);
  return GDK_EVENT_STOP;
}

/* A menu, its own too, takes the keyboard for a while, and so does another window. */
static gboolean
look_for_keyboard (gpointer data)
{
  GtkWidget *entry = data;
  GtkRoot *root = gtk_widget_get_root (entry);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && !gtk_widget_is_ancestor (focus, entry)
      && gtk_widget_get_native (focus) == gtk_widget_get_native (entry))
    finish (entry, FALSE, TRUE);
  return G_SOURCE_REMOVE;
}

static void
keyboard_left (GtkEventControllerFocus *controller, GtkWidget *entry)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, look_for_keyboard, g_object_ref (entry), g_object_unref);
}

GtkWidget *
chase_type_over (GtkLabel *label, const char *what, ChaseNameTyped typed, gpointer data)
{
  GtkWidget *entry;
  GtkEventController *keys, *focus;
  Typing *typing;

  if (!gtk_widget_get_visible (GTK_WIDGET (label)))
    return NULL;
  entry = gtk_entry_new ();
  keys = gtk_event_controller_key_new ();
  focus = gtk_event_controller_focus_new ();
  typing = g_new (Typing, 1);
  *typing = (Typing){ GTK_WIDGET (label), typed, data, FALSE };
  g_object_set_data_full (G_OBJECT (entry), "typing", typing, g_free);
  gtk_editable_set_text (GTK_EDITABLE (entry), gtk_label_get_text (label));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 4);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, what, -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), entry);
  g_signal_connect (focus, "leave", G_CALLBACK (keyboard_left), entry);
  g_signal_connect (entry, "activate", G_CALLBACK (activated), NULL);
  gtk_widget_add_controller (entry, keys);
  gtk_widget_add_controller (entry, focus);
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (label))), entry,
                              GTK_WIDGET (label));
  gtk_widget_set_visible (GTK_WIDGET (label), FALSE);
  gtk_widget_grab_focus (entry);
  return entry;
}
