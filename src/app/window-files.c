/* SPDX-License-Identifier: MIT */
#include "app/loading.h"
#include "app/window-private.h"
#include "interchange/interchange.h"
#include "model/problem.h"
#include "notation/notation.h"

#include <glib/gi18n.h>

/* Opening. */

typedef struct
{
  ChaseWindow *window;
  ChasePage *page;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->window);
  g_object_unref (opening->page);
  g_free (opening);
}

static AdwTabPage *
find_tab (ChaseWindow *window, GFile *file)
{
  for (int i = 0; i < adw_tab_view_get_n_pages (window->tabs); i++)
    {
      AdwTabPage *tab = adw_tab_view_get_nth_page (window->tabs, i);
      GFile *open = chase_session_get_file (
          chase_page_get_session (CHASE_PAGE (adw_tab_page_get_child (tab))));

      if (open != NULL && g_file_equal (open, file))
        return tab;
    }
  return NULL;
}

static void
remember (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
}

/* A file of our own that was read without an error is saved where it was; anything else asks for a
 * name. */
static void
show_loaded (ChasePage *page, GFile *file, const ChaseLoaded *loaded)
{
  ChaseSession *session = chase_page_get_session (page);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *summary = chase_loaded_summary (loaded, name);
  gboolean whole = loaded->native && !chase_problems_has_error (loaded->problems);

  chase_session_load (session, loaded->document, whole ? file : NULL, name);
  remember (file);
  if (summary == NULL || (!loaded->native && !chase_problems_has_error (loaded->problems)))
    {
      chase_page_set_banner (page, summary);
      return;
    }
  {
    g_autofree char *text
        = whole
              ? g_strdup (summary)
              : g_strdup_printf (_ ("%s\nWhat could not be read is left out. The file itself stays "
                                    "as it is: saving will ask for another name."),
                                 summary);

    chase_page_set_banner (page, text);
  }
}

static void
loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  Opening *opening = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChaseLoaded) got = chase_load_finish (result, &error);

  if (got != NULL)
    show_loaded (opening->page, G_FILE (source), got);
  else
    {
      g_autofree char *name = g_file_get_parse_name (G_FILE (source));
      g_autofree char *text
          = g_strdup_printf (_ ("%s could not be opened: %s"), name, error->message);

      chase_page_set_banner (opening->page, text);
    }
  opening_free (opening);
}

void
chase_window_open (ChaseWindow *window, GFile *file)
{
  AdwTabPage *tab = find_tab (window, file);
  ChasePage *page = chase_window_get_page (window);
  Opening *opening;

  chase_window_show_start (window, FALSE);
  if (tab != NULL)
    {
      adw_tab_view_set_selected_page (window->tabs, tab);
      return;
    }
  if (page == NULL || !chase_session_is_pristine (chase_page_get_session (page))
      || g_object_get_data (G_OBJECT (page), "opening") != NULL)
    page = chase_window_add_page (window);
  g_object_set_data (G_OBJECT (page), "opening", page);
  opening = g_new0 (Opening, 1);
  opening->window = g_object_ref (window);
  opening->page = g_object_ref (page);
  chase_load_async (file, NULL, loaded, opening);
}

void
chase_window_add_filter (GtkFileChooser *chooser, const char *name, const char *const *endings)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; endings[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, endings[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_all_files (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("All files"));
  gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
open_chosen (GtkNativeDialog *dialog, int response, ChaseWindow *window)
{
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      chase_window_open (window, file);
    }
  g_object_unref (dialog);
}

void
chase_window_ask_open (ChaseWindow *window)
{
  g_auto (GStrv) known = chase_format_dup_open_endings ();
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Open"), GTK_WINDOW (window), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  chase_window_add_filter (GTK_FILE_CHOOSER (dialog), _ ("Diagrams"), (const char *const *)known);
  add_all_files (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (open_chosen), window, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* Saving. */

typedef struct
{
  ChaseWindow *window;
  ChasePage *page;
  ChaseDocument *document; /* what is written */
  ChaseSaved done;
} Saving;

static void
saving_end (Saving *saving, gboolean saved)
{
  if (saving->done != NULL)
    saving->done (saving->window, saving->page, saved);
  g_object_unref (saving->window);
  g_object_unref (saving->page);
  chase_document_unref (saving->document);
  g_free (saving);
}

static void
stored (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *saving = data;
  ChaseSession *session = chase_page_get_session (saving->page);
  g_autoptr (GError) error = NULL;
  gboolean good = chase_store_finish (G_FILE (source), result, &error);

  if (good && session != NULL)
    {
      /* What was typed while the file was written is not in it. */
      if (saving->document == chase_session_get_document (session))
        chase_session_saved (session, G_FILE (source));
      remember (G_FILE (source));
      chase_page_set_banner (saving->page, NULL);
    }
  else if (!good)
    {
      g_autofree char *name = g_file_get_parse_name (G_FILE (source));
      g_autofree char *text
          = g_strdup_printf (_ ("%s could not be saved: %s"), name, error->message);

      chase_page_set_banner (saving->page, text);
    }
  saving_end (saving, good);
}

static void
store (Saving *saving, GFile *file)
{
  ChaseSession *session = chase_page_get_session (saving->page);
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  saving->document = chase_document_ref (chase_session_get_document (session));
  text = chase_notation_print (saving->document, CHASE_NOTATION_ASCII);
  bytes = g_bytes_new_take (text, strlen (text));
  chase_store_async (file, bytes, NULL, stored, saving);
}

static void
save_chosen (GtkNativeDialog *dialog, int response, Saving *saving)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    store (saving, file);
  else
    saving_end (saving, FALSE);
  g_object_unref (dialog);
}

/* The name it is called by, with our own ending. */
static char *
proposed_name (ChaseSession *session)
{
  g_autofree char *title = chase_session_dup_title (session);
  char *dot = strrchr (title, '.');

  if (dot != NULL && dot != title)
    *dot = '\0';
  return g_strconcat (title, ".chase", NULL);
}

static void
ask_name (Saving *saving)
{
  static const char *const chase[] = { "chase", NULL };
  ChaseSession *session = chase_page_get_session (saving->page);
  g_autofree char *name = proposed_name (session);
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (_ ("Save"), GTK_WINDOW (saving->window),
                                     GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));

  chase_window_add_filter (GTK_FILE_CHOOSER (dialog), _ ("Arrowchase documents"), chase);
  if (chase_session_get_file (session) != NULL)
    gtk_file_chooser_set_file (GTK_FILE_CHOOSER (dialog), chase_session_get_file (session), NULL);
  else
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (save_chosen), saving);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
chase_window_save (ChaseWindow *window, ChasePage *page, gboolean as, ChaseSaved done)
{
  Saving *saving = g_new0 (Saving, 1);
  GFile *file = chase_session_get_file (chase_page_get_session (page));

  chase_canvas_end_label (chase_page_get_canvas (page));
  saving->window = g_object_ref (window);
  saving->page = g_object_ref (page);
  saving->done = done;
  if (file != NULL && !as)
    store (saving, file);
  else
    ask_name (saving);
}

/* Closing. */

static void
close_for_good (ChaseWindow *window, ChasePage *page)
{
  AdwTabPage *tab;

  if (window->tabs == NULL)
    return;
  tab = adw_tab_view_get_page (window->tabs, GTK_WIDGET (page));
  adw_tab_view_close_page_finish (window->tabs, tab, TRUE);
}

static void
keep_open (ChaseWindow *window, ChasePage *page)
{
  adw_tab_view_close_page_finish (window->tabs,
                                  adw_tab_view_get_page (window->tabs, GTK_WIDGET (page)), FALSE);
  window->closing = FALSE;
}

/* Goes on closing the window where that was begun. */
static void
page_closed (ChaseWindow *window, ChasePage *page)
{
  gboolean closing = window->closing;

  close_for_good (window, page);
  if (closing)
    gtk_window_close (GTK_WINDOW (window));
}

static void
saved_before_close (ChaseWindow *window, ChasePage *page, gboolean saved)
{
  if (saved)
    page_closed (window, page);
  else
    keep_open (window, page);
}

typedef struct
{
  ChaseWindow *window;
  ChasePage *page;
} Asking;

static void
answered (AdwMessageDialog *dialog, const char *response, Asking *asking)
{
  /* The window may be gone before the dialog is, where it loses its last page. */
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  if (g_str_equal (response, "save"))
    chase_window_save (asking->window, asking->page, FALSE, saved_before_close);
  else if (g_str_equal (response, "discard"))
    page_closed (asking->window, asking->page);
  else
    keep_open (asking->window, asking->page);
  g_object_unref (asking->window);
  g_object_unref (asking->page);
  g_free (asking);
}

static void
ask_to_save (ChaseWindow *window, ChasePage *page)
{
  g_autofree char *title = chase_session_dup_title (chase_page_get_session (page));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), _ ("Save Changes?"), NULL);
  Asking *asking = g_new0 (Asking, 1);

  asking->window = g_object_ref (window);
  asking->page = g_object_ref (page);
  adw_message_dialog_format_body (
      ADW_MESSAGE_DIALOG (dialog),
      _ ("“%s” has changes that are not saved. They will be lost if you "
         "do not save them."),
      title);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "discard",
                                    _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (answered), asking);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The handler of the view's "close-page": it is finished when the answer is there. */
void
chase_window_page_closing (ChaseWindow *window, ChasePage *page)
{
  if (chase_session_is_modified (chase_page_get_session (page)))
    ask_to_save (window, page);
  else
    page_closed (window, page);
}

void
chase_window_close_page (ChaseWindow *window, ChasePage *page)
{
  adw_tab_view_close_page (window->tabs, adw_tab_view_get_page (window->tabs, GTK_WIDGET (page)));
}

/* TRUE when there is a page to be asked about first: the window closes after the last answer. */
gboolean
chase_window_close_all (ChaseWindow *window)
{
  for (int i = 0; i < adw_tab_view_get_n_pages (window->tabs); i++)
    {
      AdwTabPage *tab = adw_tab_view_get_nth_page (window->tabs, i);
      ChasePage *page = CHASE_PAGE (adw_tab_page_get_child (tab));

      if (!chase_session_is_modified (chase_page_get_session (page)))
        continue;
      window->closing = TRUE;
      adw_tab_view_set_selected_page (window->tabs, tab);
      adw_tab_view_close_page (window->tabs, tab);
      return TRUE;
    }
  window->closing = TRUE;
  return FALSE;
}
