/* SPDX-License-Identifier: MIT */
#include "app/loading.h"

#include "app/reading.h"
#include "model/problem.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

void
chase_loaded_free (ChaseLoaded *loaded)
{
  if (loaded == NULL)
    return;
  chase_document_unref (loaded->document);
  g_ptr_array_unref (loaded->problems);
  g_free (loaded);
}

/* "my square.tex" names its diagrams my_square. */
static char *
stem_of (const char *name)
{
  g_autofree char *stem = g_strdup (name);
  char *dot = strrchr (stem, '.');

  if (dot != NULL && dot != stem)
    *dot = '\0';
  return g_steal_pointer (&stem);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GFile *file = source;
  g_autofree char *bytes = NULL;
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *stem = stem_of (shown);
  gsize length = 0;
  GError *error = NULL;
  ChaseLoaded *loaded;

  if (!g_file_load_contents (file, cancellable, &bytes, &length, NULL, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  loaded = g_new0 (ChaseLoaded, 1);
  loaded->problems = chase_problems_new ();
  loaded->document
      = chase_read_bytes (bytes, length, shown, stem, &loaded->native, loaded->problems);
  g_task_return_pointer (task, loaded, (GDestroyNotify)chase_loaded_free);
}

void
chase_load_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                  gpointer data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, data);

  g_task_run_in_thread (task, load_in_thread);
}

ChaseLoaded *
chase_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
chase_loaded_summary (const ChaseLoaded *loaded, const char *name)
{
  const ChaseProblem *first;
  g_autoptr (GString) text = g_string_new (name);

  if (loaded->problems->len == 0)
    return NULL;
  first = g_ptr_array_index (loaded->problems, 0);
  for (guint i = 0; i < loaded->problems->len && first->severity != CHASE_SEVERITY_ERROR; i++)
    {
      const ChaseProblem *problem = g_ptr_array_index (loaded->problems, i);

      if (problem->severity == CHASE_SEVERITY_ERROR)
        first = problem;
    }
  if (first->line > 0)
    g_string_append_printf (text, ":%u:%u", first->line, first->column);
  g_string_append_printf (text, ": %s", first->message);
  if (loaded->problems->len > 1)
    {
      guint more = loaded->problems->len - 1;

      g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("(and %u more)", "(and %u more)", more), more);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A file that is there is replaced whole by GIO; a new one would be seen half written. */
static gboolean
store_new (const char *path, GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_file_set_contents_full (path, data != NULL ? data : "", (gssize)length,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0666, error);
}

static gboolean
is_new (const char *path)
{
  GStatBuf found;

  return path != NULL && g_lstat (path, &found) != 0 && errno == ENOENT;
}

static void
store_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GFile *file = source;
  const char *path = g_file_peek_path (file);
  gsize length;
  const char *text = g_bytes_get_data (data, &length);
  GError *error = NULL;
  gboolean stored;

  if (is_new (path))
    stored = store_new (path, data, &error);
  else
    stored = g_file_replace_contents (file, text, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                      cancellable, &error);
  if (stored)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
chase_store_async (GFile *file, GBytes *bytes, GCancellable *cancellable,
                   GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, data);

  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify)g_bytes_unref);
  g_task_run_in_thread (task, store_in_thread);
}

gboolean
chase_store_finish (GFile *file, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
