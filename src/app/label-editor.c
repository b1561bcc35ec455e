/* SPDX-License-Identifier: MIT */
#include "app/label-editor.h"

#include <glib/gi18n.h>

struct _ChaseLabelEditor
{
  GtkWidget parent;
  GtkWidget *text;
  gboolean starting;
};

enum
{
  SIGNAL_TYPED,
  SIGNAL_FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChaseLabelEditor, chase_label_editor, GTK_TYPE_WIDGET)

static void
finish (ChaseLabelEditor *editor, int direction)
{
  g_signal_emit (editor, signals[SIGNAL_FINISHED], 0, direction);
}

static gboolean
key_pressed (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
             gpointer data)
{
  switch (key)
    {
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      finish (data, (state & GDK_SHIFT_MASK) != 0 ? -1 : 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_ISO_Left_Tab:
      finish (data, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Escape:
      finish (data, 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
text_changed (GtkEditable *editable, gpointer data)
{
  ChaseLabelEditor *editor = data;

  if (!editor->starting)
    g_signal_emit (editor, signals[SIGNAL_TYPED], 0, gtk_editable_get_text (editable));
}

void
chase_label_editor_start (ChaseLabelEditor *editor, const char *text, const char *kind)
{
  editor->starting = TRUE;
  gtk_text_set_placeholder_text (GTK_TEXT (editor->text), kind);
  gtk_editable_set_text (GTK_EDITABLE (editor->text), text);
  editor->starting = FALSE;
  gtk_widget_grab_focus (editor->text);
  gtk_editable_select_region (GTK_EDITABLE (editor->text), 0, -1);
}

gboolean
chase_label_editor_has_focus (ChaseLabelEditor *editor)
{
  return gtk_widget_has_focus (editor->text);
}

GtkWidget *
chase_label_editor_new (void)
{
  return g_object_new (CHASE_TYPE_LABEL_EDITOR, NULL);
}

static void
chase_label_editor_dispose (GObject *object)
{
  g_clear_pointer (&CHASE_LABEL_EDITOR (object)->text, gtk_widget_unparent);
  G_OBJECT_CLASS (chase_label_editor_parent_class)->dispose (object);
}

static void
chase_label_editor_class_init (ChaseLabelEditorClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = chase_label_editor_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "label-editor");
  signals[SIGNAL_TYPED] = g_signal_new ("typed", CHASE_TYPE_LABEL_EDITOR, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_FINISHED] = g_signal_new ("finished", CHASE_TYPE_LABEL_EDITOR, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
chase_label_editor_init (ChaseLabelEditor *editor)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  editor->text = gtk_text_new ();
  gtk_text_set_propagate_text_width (GTK_TEXT (editor->text), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (editor->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Label, as LaTeX mathematics"), -1);
  gtk_widget_set_parent (editor->text, GTK_WIDGET (editor));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), editor);
  gtk_widget_add_controller (editor->text, keys);
  g_signal_connect (editor->text, "changed", G_CALLBACK (text_changed), editor);
}
