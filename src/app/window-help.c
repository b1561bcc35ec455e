/* SPDX-License-Identifier: MIT */
#include "app/window-private.h"
#include "config.h"

#include <glib/gi18n.h>

/* The folder of the help: where it was built, else where it is installed. */
static const char *
find_folder (void)
{
  return g_file_test (CHASE_BUILT_HELP, G_FILE_TEST_IS_DIR) ? CHASE_BUILT_HELP
                                                            : CHASE_PKGDATADIR "/help";
}

/* The first page in the first language of the user's that it is written in, or NULL. */
static char *
find_page (void)
{
  const char *const *languages = g_get_language_names ();
  const char *folder = find_folder ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      const char *language = g_str_equal (languages[i], "C") ? "en" : languages[i];
      g_autofree char *path = g_build_filename (folder, language, "index.html", NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&path);
    }
  return NULL;
}

static void
shown (GObject *source, GAsyncResult *result, gpointer data)
{
  ChaseWindow *window = CHASE_WINDOW (source);
  g_autofree char *path = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    return;
  text = g_strdup_printf (_ ("No program opened the help, which is in %s"), path);
  chase_window_toast (window, text);
}

void
chase_window_help (ChaseWindow *window, GVariant *parameter)
{
  g_autofree char *path = find_page ();
  g_autofree char *uri = path != NULL ? g_filename_to_uri (path, NULL, NULL) : NULL;

  if (uri == NULL)
    chase_window_toast (window, _ ("The help pages are not installed"));
  else
    gtk_show_uri_full (GTK_WINDOW (window), uri, GDK_CURRENT_TIME, NULL, shown,
                       g_steal_pointer (&path));
}
