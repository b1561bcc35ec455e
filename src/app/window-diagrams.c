/* SPDX-License-Identifier: MIT */
#include "app/window-private.h"

#include <glib/gi18n.h>

/* What is done with a diagram of the document as a whole. */

typedef struct
{
  ChaseWindow *window;
  ChasePage *page; /* whose diagram it is */
  GtkEditable *entry;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_clear_object (&asking->page);
  g_free (asking);
}

static void
answered (AdwMessageDialog *dialog, const char *response, Asking *asking)
{
  if (g_str_equal (response, "set") && chase_window_get_page (asking->window) == asking->page)
    chase_session_set_heading (chase_page_get_session (asking->page),
                               gtk_editable_get_text (asking->entry));
}

/* Its entry, with the heading that there is. */
static GtkWidget *
new_list (Asking *asking)
{
  const ChaseItem *item = chase_session_get_item (chase_page_get_session (asking->page));
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Heading"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  asking->entry = GTK_EDITABLE (row);
  gtk_editable_set_text (asking->entry, item->label != NULL ? item->label : "");
  return list;
}

void
chase_window_ask_heading (ChaseWindow *window, GVariant *parameter)
{
  Asking *asking = g_new0 (Asking, 1);
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (window), _ ("Heading of the Diagram"),
      _ ("It stands over the diagram in a presentation, and under its name in the list."));

  asking->window = window;
  asking->page = g_object_ref (chase_window_get_page (window));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), new_list (asking));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"), "set",
                                    _ ("_Set"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "set",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "set");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_object_set_data_full (G_OBJECT (dialog), "asking", asking, asking_free);
  g_signal_connect (dialog, "response", G_CALLBACK (answered), asking);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (asking->entry));
}

void
chase_window_remove_diagram (ChaseWindow *window, GVariant *parameter)
{
  ChaseSession *session = chase_window_get_session (window);
  g_autofree char *name = g_strdup (chase_session_get_item (session)->name);
  g_autofree char *text = g_strdup_printf (_ ("%s is deleted"), name != NULL ? name : "");

  if (chase_session_remove_diagram (session))
    chase_session_offer (session, text, _ ("_Undo"), "win.undo");
}
