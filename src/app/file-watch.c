/* SPDX-License-Identifier: MIT */
#include "app/file-watch.h"

#include "notation/notation.h"

#include <glib/gi18n.h>

typedef struct
{
  ChaseSession *session; /* not owned: it owns this */
  GFile *file;
  GFileMonitor *monitor;
  char *known; /* checksum of what the file held when it was last looked at */
} Watch;

static void
stop (Watch *watch)
{
  if (watch->monitor != NULL)
    g_file_monitor_cancel (watch->monitor);
  g_clear_object (&watch->monitor);
  g_clear_object (&watch->file);
  g_clear_pointer (&watch->known, g_free);
}

static void
watch_free (gpointer data)
{
  stop (data);
  g_free (data);
}

static char *
checksum_of (const char *text, gsize length)
{
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)text, length);
}

/* TRUE when the file says what is known already, or what the session says itself. */
static gboolean
is_known (Watch *watch, const char *text, gsize length, const char *checksum)
{
  g_autoptr (ChaseDocument) document = NULL;

  if (g_strcmp0 (checksum, watch->known) == 0)
    return TRUE;
  document = chase_notation_parse (text, length, NULL);
  return chase_document_equal (document, chase_session_get_document (watch->session));
}

static void
looked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ChaseSession) session = data;
  Watch *watch = g_object_get_data (G_OBJECT (session), "watch");
  g_autofree char *text = NULL;
  g_autofree char *checksum = NULL;
  gsize length;
  gboolean known;

  if (watch == NULL || watch->file == NULL || !g_file_equal (G_FILE (source), watch->file)
      || !g_file_load_contents_finish (G_FILE (source), result, &text, &length, NULL, NULL))
    return;
  checksum = checksum_of (text, length);
  known = watch->known == NULL || is_known (watch, text, length, checksum);
  g_free (watch->known);
  watch->known = g_steal_pointer (&checksum);
  if (!known)
    chase_session_offer (session, _ ("The file was changed by another program"), _ ("_Reload"),
                         "win.reload");
}

static void
look (Watch *watch)
{
  g_file_load_contents_async (watch->file, NULL, looked, g_object_ref (watch->session));
}

static void
changed (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, Watch *watch)
{
  if (event == G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT || event == G_FILE_MONITOR_EVENT_RENAMED
      || event == G_FILE_MONITOR_EVENT_CREATED)
    look (watch);
}

static void
state_changed (ChaseSession *session, Watch *watch)
{
  GFile *file = chase_session_get_file (session);

  if (file == watch->file
      || (file != NULL && watch->file != NULL && g_file_equal (file, watch->file)))
    return;
  stop (watch);
  if (file == NULL)
    return;
  watch->file = g_object_ref (file);
  watch->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (watch->monitor != NULL)
    g_signal_connect (watch->monitor, "changed", G_CALLBACK (changed), watch);
  look (watch);
}

void
chase_file_watch_follow (ChaseSession *session)
{
  Watch *watch = g_new0 (Watch, 1);

  watch->session = session;
  g_object_set_data_full (G_OBJECT (session), "watch", watch, watch_free);
  g_signal_connect (session, "state", G_CALLBACK (state_changed), watch);
}
