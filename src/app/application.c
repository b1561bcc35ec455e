/* SPDX-License-Identifier: MIT */
#include "app/application.h"

#include "app/journal.h"
#include "app/settings.h"
#include "app/window-private.h"
#include "config.h"
#include "typeset/typeset.h"

#include <glib/gi18n.h>
#include <malloc.h>

#define FONT_GROUP "Labels"
#define FONT_KEY "math-font"

struct _ChaseApplication
{
  AdwApplication parent;
  ChaseFonts *fonts;
  ChaseMacroFile *macro_file;
  gboolean recovered;
};

G_DEFINE_FINAL_TYPE (ChaseApplication, chase_application, ADW_TYPE_APPLICATION)

static void
about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *parent = gtk_application_get_active_window (data);

  adw_show_about_window (parent, "application-name", "Arrowchase", "application-icon",
                         "io.github.arrowchase.Arrowchase", "version", CHASE_VERSION,
                         "developer-name", _ ("The Arrowchase maintainers"), "license-type",
                         GTK_LICENSE_MIT_X11, "comments",
                         _ ("Draw commutative diagrams, and know whether they commute."), NULL);
}

static void
quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (data));

  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (link->data);
  g_list_free (windows);
}

static const GActionEntry entries[] = {
  { "about", about },
  { "quit", quit },
};

static ChaseWindow *
present_window (ChaseApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL || !CHASE_IS_WINDOW (window))
    window = GTK_WINDOW (chase_window_new (ADW_APPLICATION (application), application->fonts));
  gtk_window_present (window);
  if (!application->recovered)
    {
      application->recovered = TRUE;
      if (chase_fonts_get_notice (application->fonts) != NULL)
        chase_window_toast (CHASE_WINDOW (window), chase_fonts_get_notice (application->fonts));
      chase_window_recover (CHASE_WINDOW (window));
    }
  return CHASE_WINDOW (window);
}

static void
chase_application_activate (GApplication *application)
{
  ChaseWindow *window;

  if (CHASE_APPLICATION (application)->fonts == NULL)
    return;
  window = present_window (CHASE_APPLICATION (application));
  if (chase_session_is_pristine (chase_window_get_session (window)))
    chase_window_show_start (window, TRUE);
}

static void
chase_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  ChaseWindow *window;

  if (CHASE_APPLICATION (application)->fonts == NULL)
    return;
  window = present_window (CHASE_APPLICATION (application));
  for (int i = 0; i < n_files; i++)
    chase_window_open (window, files[i]);
}

static ChaseFonts *
remembered_fonts (GError **error)
{
  g_autofree char *family = chase_settings_get (FONT_GROUP, FONT_KEY);

  return chase_fonts_new (family, error);
}

const char *
chase_application_set_math_font (ChaseApplication *application, const char *family)
{
  ChaseFonts *old = application->fonts, *fonts = chase_fonts_new (family, NULL);

  if (fonts == NULL)
    return NULL;
  application->fonts = fonts;
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (application)); link != NULL;
       link = link->next)
    if (CHASE_IS_WINDOW (link->data))
      chase_window_set_fonts (link->data, fonts);
  chase_settings_set (FONT_GROUP, FONT_KEY, chase_fonts_get_math_family (fonts));
  chase_fonts_unref (old);
  return chase_fonts_get_notice (fonts);
}

const char *
chase_application_get_math_font (ChaseApplication *application)
{
  return chase_fonts_get_math_family (application->fonts);
}

static void
chase_application_startup (GApplication *application)
{
  ChaseApplication *self = CHASE_APPLICATION (application);
  const char *quit_accels[] = { "<Control>q", NULL };
  g_autoptr (GError) error = NULL;

  G_APPLICATION_CLASS (chase_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name ("io.github.arrowchase.Arrowchase");
  self->fonts = remembered_fonts (&error);
  self->macro_file = chase_macro_file_new ();
  if (self->fonts == NULL)
    g_printerr ("arrowchase: %s\n", error->message);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.quit", quit_accels);
  chase_window_set_accels (GTK_APPLICATION (application));
}

static void
chase_application_shutdown (GApplication *application)
{
  G_APPLICATION_CLASS (chase_application_parent_class)->shutdown (application);
  chase_journal_finish ();
}

ChaseMacroFile *
chase_application_get_macro_file (ChaseApplication *application)
{
  return application->macro_file;
}

static void
chase_application_finalize (GObject *object)
{
  g_clear_pointer (&CHASE_APPLICATION (object)->fonts, chase_fonts_unref);
  g_clear_object (&CHASE_APPLICATION (object)->macro_file);
  G_OBJECT_CLASS (chase_application_parent_class)->finalize (object);
}

static void
chase_application_class_init (ChaseApplicationClass *class)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = chase_application_finalize;
  application_class->startup = chase_application_startup;
  application_class->activate = chase_application_activate;
  application_class->open = chase_application_open;
  application_class->shutdown = chase_application_shutdown;
}

static void
chase_application_init (ChaseApplication *application)
{
}

/* Large tables of a question then grow without being copied, and one that is called off lets go at
 * once. What a picture took is kept for the next one: to have it from the system anew costs more
 * than to draw. */
static void
set_up_memory (void)
{
  mallopt (M_MMAP_THRESHOLD, 8 << 20);
  mallopt (M_TRIM_THRESHOLD, 64 << 20);
}

ChaseApplication *
chase_application_new (void)
{
  set_up_memory ();
  return g_object_new (CHASE_TYPE_APPLICATION, "application-id", "io.github.arrowchase.Arrowchase",
                       "flags", G_APPLICATION_HANDLES_OPEN, "resource-base-path",
                       "/io/github/arrowchase/Arrowchase", NULL);
}
