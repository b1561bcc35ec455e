/* SPDX-License-Identifier: MIT */
#include "app/macro-file.h"

#include "app/settings.h"

#include <glib/gi18n.h>

#define GROUP "Labels"
#define KEY "macros"
#define LARGEST (8 << 20) /* bytes: what is larger is no file of definitions */

struct _ChaseMacroFile
{
  GObject parent;
  GFile *file;
  char *text;
  GFileMonitor *monitor;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (ChaseMacroFile, chase_macro_file, G_TYPE_OBJECT)

static void
remember (GFile *file)
{
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

  chase_settings_set (GROUP, KEY, uri);
}

static GFile *
remembered (void)
{
  g_autofree char *uri = chase_settings_get (GROUP, KEY);

  return uri != NULL ? g_file_new_for_uri (uri) : NULL;
}

/* The definitions of @file as valid UTF-8, or NULL. Caller frees. */
static char *
read_text (GFile *file, GError **error)
{
  g_autofree char *bytes = NULL;
  gsize length;

  if (!g_file_load_contents (file, NULL, &bytes, &length, NULL, error))
    return NULL;
  if (length > LARGEST)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _ ("it is too large for a file of definitions"));
      return NULL;
    }
  return g_utf8_make_valid (bytes, (gssize)length);
}

static void
read_again (ChaseMacroFile *self)
{
  char *text = read_text (self->file, NULL);

  /* An editor that saves may take the old file away first. */
  if (text == NULL || g_strcmp0 (text, self->text) == 0)
    {
      g_free (text);
      return;
    }
  g_free (self->text);
  self->text = text;
  g_signal_emit (self, changed_signal, 0);
}

static void
changed_on_disk (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event,
                 ChaseMacroFile *self)
{
  if (event == G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT || event == G_FILE_MONITOR_EVENT_RENAMED
      || event == G_FILE_MONITOR_EVENT_CREATED)
    read_again (self);
}

static void
stop_watching (ChaseMacroFile *self)
{
  if (self->monitor == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
}

static void
take (ChaseMacroFile *self, GFile *file, char *text)
{
  stop_watching (self);
  g_set_object (&self->file, file);
  g_free (self->text);
  self->text = text;
  if (file == NULL)
    return;
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect (self->monitor, "changed", G_CALLBACK (changed_on_disk), self);
}

gboolean
chase_macro_file_choose (ChaseMacroFile *self, GFile *file, GError **error)
{
  char *text = file != NULL ? read_text (file, error) : NULL;

  if (file != NULL && text == NULL)
    return FALSE;
  take (self, file, text);
  remember (file);
  g_signal_emit (self, changed_signal, 0);
  return TRUE;
}

GFile *
chase_macro_file_get_file (ChaseMacroFile *self)
{
  return self->file;
}

const char *
chase_macro_file_get_text (ChaseMacroFile *self)
{
  return self->text;
}

ChaseMacroFile *
chase_macro_file_new (void)
{
  return g_object_new (CHASE_TYPE_MACRO_FILE, NULL);
}

static void
chase_macro_file_finalize (GObject *object)
{
  ChaseMacroFile *self = CHASE_MACRO_FILE (object);

  stop_watching (self);
  g_clear_object (&self->file);
  g_free (self->text);
  G_OBJECT_CLASS (chase_macro_file_parent_class)->finalize (object);
}

static void
chase_macro_file_class_init (ChaseMacroFileClass *class)
{
  G_OBJECT_CLASS (class)->finalize = chase_macro_file_finalize;
  changed_signal = g_signal_new ("changed", CHASE_TYPE_MACRO_FILE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
chase_macro_file_init (ChaseMacroFile *self)
{
  g_autoptr (GFile) file = remembered ();

  if (file != NULL)
    take (self, file, read_text (file, NULL));
}
