/* SPDX-License-Identifier: MIT */
#include "app/find.h"

#include "app/button-names.h"
#include "app/page.h"
#include "app/window-private.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  ChaseWindow *window;
  GtkWidget *dialog;
  GtkEditable *find;
  GtkEditable *with;
  GtkLabel *place; /* says which of how many it is */
  guint32 at;      /* the cell that comes to be replaced, or G_MAXUINT32 */
} Finding;

/* The cells whose label has what is looked for (of guint32). Caller owns the array. */
static GArray *
list_found (Finding *finding)
{
  ChaseDiagram *diagram = chase_session_get_diagram (chase_window_get_session (finding->window));
  const char *text = gtk_editable_get_text (finding->find);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; text[0] != '\0' && i < chase_diagram_n_cells (diagram); i++)
    if (strstr (chase_diagram_get_cell (diagram, i)->label, text) != NULL)
      g_array_append_val (found, i);
  return found;
}

static void
say_number (Finding *finding, const GArray *found)
{
  g_autofree char *text
      = found->len > 0
            ? g_strdup_printf (ngettext ("%u label", "%u labels", found->len), found->len)
            : g_strdup (gtk_editable_get_text (finding->find)[0] != '\0' ? _ ("Not found") : "");

  gtk_label_set_text (finding->place, text);
}

/* What is found is selected, so that one sees it before it is replaced. */
static void
select_found (Finding *finding)
{
  g_autoptr (GArray) found = list_found (finding);

  finding->at = G_MAXUINT32;
  chase_session_select (chase_window_get_session (finding->window),
                        (const guint32 *)(gpointer)found->data, found->len);
  say_number (finding, found);
}

/* The dialog lies over the middle of the window: what it would cover moves out beside it. */
static void
reveal (Finding *finding)
{
  ChaseCanvas *canvas = chase_page_get_canvas (chase_window_get_page (finding->window));
  GtkWidget *window = GTK_WIDGET (finding->window);
  double width = gtk_widget_get_width (finding->dialog);
  double height = gtk_widget_get_height (finding->dialog);
  ChaseRect covered = { .width = width, .height = height };

  if (gtk_widget_translate_coordinates (
          window, GTK_WIDGET (canvas), (gtk_widget_get_width (window) - width) / 2,
          (gtk_widget_get_height (window) - height) / 2, &covered.x, &covered.y))
    chase_canvas_reveal_beside (canvas, &covered);
}

static void
go_to (Finding *finding, const GArray *found, guint index)
{
  ChaseSession *session = chase_window_get_session (finding->window);
  g_autofree char *text = NULL;

  finding->at = g_array_index (found, guint32, index);
  chase_session_select (session, &finding->at, 1);
  reveal (finding);
  /* TRANSLATORS: which of how many labels was found, and what it says */
  text = g_strdup_printf (
      _ ("%u of %u: %s"), index + 1, found->len,
      chase_diagram_get_cell (chase_session_get_diagram (session), finding->at)->label);
  gtk_label_set_text (finding->place, text);
}

/* The first that is found behind the cell, or before it; around the end. */
static void
step (Finding *finding, gboolean back)
{
  g_autoptr (GArray) found = list_found (finding);
  guint index = 0, before = 0;

  if (found->len == 0)
    {
      select_found (finding);
      return;
    }
  while (before < found->len && finding->at != G_MAXUINT32
         && g_array_index (found, guint32, before) < finding->at)
    before++;
  if (back)
    index = (before + found->len - 1) % found->len;
  else if (finding->at != G_MAXUINT32)
    index = before < found->len && g_array_index (found, guint32, before) == finding->at
                ? before + 1
                : before;
  go_to (finding, found, index % found->len);
}

static gboolean
go_on (GtkWidget *dialog, GVariant *back, gpointer data)
{
  step (data, g_variant_get_boolean (back));
  return TRUE;
}

static void
find_next (Finding *finding)
{
  step (finding, FALSE);
}

static void
find_previous (Finding *finding)
{
  step (finding, TRUE);
}

/* The one that is shown, which is looked for first; and on to the next. */
static void
replace (Finding *finding)
{
  if (finding->at != G_MAXUINT32)
    chase_session_replace_at (chase_window_get_session (finding->window), finding->at,
                              gtk_editable_get_text (finding->find),
                              gtk_editable_get_text (finding->with));
  step (finding, FALSE);
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

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  return row;
}

static GtkWidget *
new_list (Finding *finding)
{
  GtkWidget *list = gtk_list_box_new ();

  finding->find = GTK_EDITABLE (new_entry (_ ("Find")));
  finding->with = GTK_EDITABLE (new_entry (_ ("Replace with")));
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (finding->find));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (finding->with));
  g_signal_connect_swapped (finding->find, "changed", G_CALLBACK (select_found), finding);
  g_signal_connect_swapped (finding->find, "entry-activated", G_CALLBACK (find_next), finding);
  g_signal_connect_swapped (finding->with, "entry-activated", G_CALLBACK (replace), finding);
  return list;
}

static void
add_arrow (GtkWidget *bar, const char *icon, const char *title, GCallback clicked, Finding *finding)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  chase_set_tooltip (button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  g_signal_connect_swapped (button, "clicked", clicked, finding);
  gtk_box_append (GTK_BOX (bar), button);
}

/* Which it is, the one before, the one behind, and to replace it. */
static GtkWidget *
new_bar (Finding *finding)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Replace"));

  finding->place = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_xalign (finding->place, 0);
  gtk_label_set_ellipsize (finding->place, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (finding->place), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (finding->place), "dim-label");
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (finding->place));
  add_arrow (bar, "go-up-symbolic", _ ("Previous (Shift+Return)"), G_CALLBACK (find_previous),
             finding);
  add_arrow (bar, "go-down-symbolic", _ ("Next (Return)"), G_CALLBACK (find_next), finding);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (replace), finding);
  gtk_box_append (GTK_BOX (bar), button);
  return bar;
}

static void
add_key (GtkEventController *keys, const char *trigger, gboolean back, Finding *finding)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                                            gtk_callback_action_new (go_on, finding, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_boolean (back));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

/* Before the entries, which would take them. */
static GtkEventController *
new_keys (Finding *finding)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, "<Control>g", FALSE, finding);
  add_key (keys, "<Control><Shift>g", TRUE, finding);
  add_key (keys, "<Shift>Return", TRUE, finding);
  return keys;
}

void
chase_find_open (ChaseWindow *window)
{
  Finding *finding = g_new0 (Finding, 1);
  GtkWidget *dialog
      = adw_message_dialog_new (GTK_WINDOW (window), _ ("Find and Replace in Labels"), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  finding->window = window;
  finding->dialog = dialog;
  finding->at = G_MAXUINT32;
  gtk_box_append (GTK_BOX (box), new_list (finding));
  gtk_box_append (GTK_BOX (box), new_bar (finding));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), box);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"), "replace",
                                    _ ("Replace _All"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_widget_add_controller (dialog, new_keys (finding));
  g_signal_connect (dialog, "response", G_CALLBACK (answered), finding);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (finding->find));
}
