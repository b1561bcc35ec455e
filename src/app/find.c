/* SPDX-License-Identifier: MIT */
#include "app/find.h"

#include "app/window-private.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  ChaseWindow *window;
  GtkEditable *find;
  GtkEditable *with;
} Finding;

/* What is found is selected, so that one sees it before it is replaced. */
static void
select_found (Finding *finding)
{
  ChaseSession *session = chase_window_get_session (finding->window);
  ChaseDiagram *diagram = chase_session_get_diagram (session);
  const char *text = gtk_editable_get_text (finding->find);
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; text[0] != '\0' && i < chase_diagram_n_cells (diagram); i++)
    if (strstr (chase_diagram_get_cell (diagram, i)->label, text) != NULL)
      g_array_append_val (cells, i);
  chase_session_select (session, (const guint32 *)(gpointer)cells->data, cells->len);
}

static void
answered (AdwMessageDialog *dialog, const char *response, Finding *finding)
{
  ChaseSession *session = chase_window_get_session (finding->window);

  if (g_str_equal (response, "replace") && session != NULL)
    {
      guint n = chase_session_replace (session, gtk_editable_get_text (finding->find),
                                       gtk_editable_get_text (finding->with));
      g_autofree char *text
          = g_strdup_printf (ngettext ("%u label changed", "%u labels changed", n), n);

      chase_window_toast (finding->window, text);
    }
  g_free (finding);
}

static GtkWidget *
new_entry (const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  return row;
}

void
chase_find_open (ChaseWindow *window)
{
  Finding *finding = g_new0 (Finding, 1);
  GtkWidget *dialog
      = adw_message_dialog_new (GTK_WINDOW (window), _ ("Find and Replace in Labels"), NULL);
  GtkWidget *list = gtk_list_box_new ();

  finding->window = window;
  finding->find = GTK_EDITABLE (new_entry (_ ("Find")));
  finding->with = GTK_EDITABLE (new_entry (_ ("Replace with")));
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (finding->find));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (finding->with));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), list);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"), "replace",
                                    _ ("_Replace All"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "replace");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_swapped (finding->find, "changed", G_CALLBACK (select_found), finding);
  g_signal_connect (dialog, "response", G_CALLBACK (answered), finding);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (finding->find));
}
