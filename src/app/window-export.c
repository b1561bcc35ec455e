/* SPDX-License-Identifier: MIT */
#include "app/loading.h"
#include "app/window-private.h"
#include "drawing/export.h"
#include "interchange/interchange.h"
#include "model/problem.h"
#include "notation/notation.h"
#include "typeset/macros.h"

#include <glib/gi18n.h>

static GBytes *
export_picture (ChaseWindow *window, ChaseSession *session, ChaseExportFormat format,
                GError **error)
{
  ChaseExportPage page = { .diagram = chase_session_get_diagram (session) };
  g_autoptr (ChaseDocument) document = chase_session_portable_document (session);
  g_autofree char *source = chase_notation_print (document, CHASE_NOTATION_ASCII);
  g_autoptr (ChaseMacros) macros = chase_session_parse_macros (session);
  ChaseExportOptions options;

  chase_export_options_init (&options);
  options.source = source;
  return chase_export (format, &page, 1, window->fonts, macros, &options, error);
}

static char *
export_text (ChaseSession *session, ChaseFormat format, GPtrArray *problems)
{
  return chase_interchange_write_diagram (format, chase_session_get_diagram (session), NULL,
                                          problems);
}

static void
report_problems (ChaseWindow *window, GPtrArray *problems)
{
  if (problems->len > 0)
    chase_window_toast (window, ((ChaseProblem *)g_ptr_array_index (problems, 0))->message);
}

static GBytes *
export_for (ChaseWindow *window, ChaseSession *session, const char *name, GError **error)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  ChaseExportFormat picture;
  ChaseFormat format = chase_format_from_name (name);
  char *text = NULL;

  if (chase_export_format_for_path (name, &picture))
    return export_picture (window, session, picture, error);
  if (format == CHASE_FORMAT_CHASE)
    text = chase_notation_print (chase_session_get_document (session), CHASE_NOTATION_ASCII);
  else if (chase_format_can_write (format))
    text = export_text (session, format, problems);
  report_problems (window, problems);
  if (text == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _ ("the ending of %s stands for no format that can be written"), name);
      return NULL;
    }
  return g_bytes_new_take (text, strlen (text));
}

static void
exported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ChaseWindow) window = data;
  g_autofree char *path = g_file_get_basename (G_FILE (source));
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (chase_store_finish (G_FILE (source), result, &error))
    {
      text = g_strdup_printf (_ ("Exported to %s"), name);
      chase_tour_exported (window->tour);
    }
  else
    text = g_strdup_printf (_ ("%s could not be written: %s"), name, error->message);
  chase_window_toast (window, text);
}

void
chase_window_store_export (ChaseWindow *window, GFile *file, GBytes *bytes)
{
  chase_store_async (file, bytes, NULL, exported, g_object_ref (window));
}

static void
export_chosen (GtkNativeDialog *dialog, int response, ChaseWindow *window)
{
  ChaseSession *session = chase_window_get_session (window);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_object_unref (dialog);
  if (file == NULL || session == NULL)
    return;
  {
    g_autofree char *base = g_file_get_basename (file);
    g_autofree char *name = g_filename_display_name (base);
    ChaseExportFormat format;

    if (chase_export_format_for_path (name, &format) && format == CHASE_EXPORT_HTML)
      {
        chase_window_export_lesson (window, file);
        return;
      }
    bytes = export_for (window, session, name, &error);
  }
  if (bytes != NULL)
    chase_window_store_export (window, file, bytes);
  else
    chase_window_toast (window, error->message);
}

static char *
proposed_name (ChaseSession *session, const char *ending)
{
  g_autofree char *title = chase_session_dup_title (session);
  char *dot = strrchr (title, '.');

  if (dot != NULL && dot != title)
    *dot = '\0';
  return g_strdup_printf ("%s.%s", title, ending);
}

void
chase_window_ask_export (ChaseWindow *window, const char *ending)
{
  ChaseSession *session = chase_window_get_session (window);
  g_autofree char *name = proposed_name (session, ending);
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (_ ("Export"), GTK_WINDOW (window),
                                     GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), _ ("_Cancel"));

  chase_canvas_end_label (chase_window_get_canvas (window));
  if (chase_session_get_file (session) != NULL)
    {
      g_autoptr (GFile) folder = g_file_get_parent (chase_session_get_file (session));

      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
    }
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (export_chosen), window, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
chase_window_copy_as (ChaseWindow *window, const char *ending)
{
  ChaseSession *session = chase_window_get_session (window);
  g_autofree char *name = g_strconcat ("x.", ending, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = export_for (window, session, name, &error);
  g_autofree char *text = NULL;

  if (bytes == NULL)
    {
      chase_window_toast (window, error->message);
      return;
    }
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), text);
  chase_window_toast (window, _ ("Copied to the clipboard"));
}
