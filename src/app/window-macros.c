/* SPDX-License-Identifier: MIT */
#include "app/application.h"
#include "app/window-private.h"

#include <glib/gi18n.h>

/* The setting of the file whose definitions the labels obey. */

static ChaseMacroFile *
setting (ChaseWindow *window)
{
  return chase_application_get_macro_file (
      CHASE_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))));
}

static void
choose (ChaseWindow *window, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *text = NULL;

  if (chase_macro_file_choose (setting (window), file, &error))
    text = g_strdup_printf (_ ("Labels obey the macros of %s"), name);
  else
    text = g_strdup_printf (_ ("%s could not be read: %s"), name, error->message);
  chase_window_toast (window, text);
}

static void
chosen (GtkNativeDialog *dialog, int response, ChaseWindow *window)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    choose (window, file);
  g_object_unref (dialog);
}

void
chase_window_ask_macro_file (ChaseWindow *window, GVariant *parameter)
{
  static const char *const endings[] = { "tex", "sty", "cls", "ltx", NULL };
  GFile *now = chase_macro_file_get_file (setting (window));
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (_ ("Macro File"), GTK_WINDOW (window),
                                     GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Choose"), _ ("_Cancel"));

  chase_window_add_filter (GTK_FILE_CHOOSER (dialog), _ ("TeX definitions"), endings);
  if (now != NULL)
    gtk_file_chooser_set_file (GTK_FILE_CHOOSER (dialog), now, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (chosen), window, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
chase_window_set_macro_file (ChaseWindow *window, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  choose (window, file);
}

void
chase_window_forget_macro_file (ChaseWindow *window, GVariant *parameter)
{
  chase_macro_file_choose (setting (window), NULL, NULL);
  chase_window_toast (window, _ ("Labels obey the macros of their document alone"));
}

void
chase_window_follow_macros (ChaseWindow *window, ChaseSession *session)
{
  chase_session_set_macro_file (session, setting (window));
}
