/* SPDX-License-Identifier: MIT */
#include "app/journal.h"
#include "app/loading.h"
#include "app/session-actions.h"
#include "model/problem.h"
#include "notation/notation.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>

/* A program that edits and saves is killed at random instants: the file stays whole, and what is
 * left of the journal is at most a second old. */

#define EDIT_EVERY 7  /* ms */
#define SAVE_EVERY 23 /* edits */

static GFile *file;
static guint n_edits;
static gboolean saving;

static void
stored (GObject *source, GAsyncResult *result, gpointer data)
{
  saving = FALSE;
  if (chase_store_finish (G_FILE (source), result, NULL))
    chase_session_saved (data, G_FILE (source));
}

static gboolean
edit (gpointer data)
{
  ChaseSession *session = data;

  chase_session_add_object (session, n_edits % 40, n_edits / 40);
  n_edits++;
  printf ("%u %" G_GINT64_FORMAT "\n", n_edits, g_get_monotonic_time ());
  fflush (stdout);
  if (n_edits % SAVE_EVERY == 0 && !saving)
    {
      char *text = chase_notation_print (chase_session_get_document (session), 0);
      g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

      saving = TRUE;
      chase_store_async (file, bytes, NULL, stored, session);
    }
  return n_edits < 2000;
}

static int
be_victim (const char *path)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  ChaseSession *session = chase_session_new ();

  file = g_file_new_for_path (path);
  chase_session_saved (session, file);
  chase_journal_follow (session);
  g_timeout_add (EDIT_EVERY, edit, session);
  g_main_loop_run (loop);
  return 0;
}

typedef struct
{
  guint n;
  gint64 when;   /* of the last edit */
  gint64 *times; /* of each edit */
} Seen;

/* Reads what the victim says until it has lived for @ms. */
static void
watch (int fd, GPid pid, guint ms, Seen *seen)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char buffer[4096];
  gint64 end = 0;
  gssize got;
  char *line;

  while ((got = read (fd, buffer, sizeof buffer)) > 0)
    {
      g_string_append_len (text, buffer, got);
      if (end == 0)
        end = g_get_monotonic_time () + ms * 1000;
      if (g_get_monotonic_time () >= end)
        kill (pid, SIGKILL);
    }
  line = text->str;
  for (char *next = strchr (line, '\n'); next != NULL; line = next + 1, next = strchr (line, '\n'))
    {
      guint n = 0;
      gint64 when = 0;

      if (sscanf (line, "%u %" G_GINT64_FORMAT, &n, &when) != 2 || n >= 4000)
        continue;
      seen->times[n] = when;
      seen->n = n;
      seen->when = when;
    }
}

static guint
count_objects (ChaseDocument *document)
{
  ChaseItem *item = chase_document_nth (document, CHASE_ITEM_DIAGRAM, 0);

  return item != NULL ? chase_item_n_statements (item) : 0;
}

static guint
read_whole (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL))
    return 0;
  document = chase_notation_parse (text, length, problems);
  g_assert_cmpuint (problems->len, ==, 0);
  return count_objects (document);
}

/* How many objects are given back, by the journal or, where that is newer, by the file. */
static guint
recovered (const char *path)
{
  g_autoptr (GPtrArray) left = chase_journal_find_left ();
  guint n = read_whole (path);

  for (guint i = 0; i < left->len; i++)
    {
      ChaseLeft *one = g_ptr_array_index (left, i);

      g_assert_nonnull (one->file);
      n = MAX (n, count_objects (one->document));
      g_unlink (one->path);
    }
  return n;
}

static char *self;

static void
kill_once (guint ms)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "killed.chase", NULL);
  char *arguments[] = { self, (char *)"--victim", path, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *times = g_new0 (gint64, 4000);
  Seen seen = { 0, 0, times };
  guint back;
  GPid pid;
  int out;

  g_unlink (path);
  g_spawn_async_with_pipes (NULL, arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                            NULL, &out, NULL, &error);
  g_assert_no_error (error);
  watch (out, pid, ms, &seen);
  close (out);
  waitpid (pid, NULL, 0);
  back = recovered (path);
  g_test_message ("killed after %u ms at edit %u: %u given back", ms, seen.n, back);
  /* The edit after the last one that is there was made less than a second before the end; where
   * much else runs, as with all the other tests, a busy disk may take its time. */
  if (back < seen.n)
    g_assert_cmpint (seen.when - times[back + 1], <, (g_test_slow () ? 1 : 10) * G_USEC_PER_SEC);
}

static void
test_kill (void)
{
  guint n = g_test_slow () ? 200 : 4;

  for (guint i = 0; i < n; i++)
    kill_once ((guint)g_test_rand_int_range (20, 700));
}

static guint
count_journals (void)
{
  g_autofree char *place
      = g_build_filename (g_get_user_state_dir (), "arrowchase", "journal", NULL);
  g_autoptr (GDir) dir = g_dir_open (place, 0, NULL);
  guint n = 0;

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL;
       name = g_dir_read_name (dir))
    n += g_str_has_suffix (name, ".chase") ? 1 : 0;
  return n;
}

/* What was kept goes with the session that is closed. */
static void
test_tidy (void)
{
  ChaseSession *session = chase_session_new ();

  g_assert_cmpuint (count_journals (), ==, 0);
  g_object_add_weak_pointer (G_OBJECT (session), (gpointer *)&session);
  chase_journal_follow (session);
  chase_session_add_object (session, 0, 0);
  chase_journal_flush (session);
  g_assert_cmpuint (count_journals (), ==, 1);
  chase_session_close (session);
  g_object_unref (session);
  while (session != NULL) /* until the workers have let go of it */
    g_main_context_iteration (NULL, TRUE);
  chase_journal_finish ();
  g_assert_cmpuint (count_journals (), ==, 0);
}

static void
stored_new (GObject *source, GAsyncResult *result, gpointer done)
{
  g_assert_true (chase_store_finish (G_FILE (source), result, NULL));
  *(gboolean *)done = TRUE;
}

/* Whoever looks at a new file sees nothing or all of it, and it is like any other new file. */
static void
test_new (void)
{
  const gsize size = 30000000;
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "new.chase", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GFile) new = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_strnfill (size, '#'), size);
  g_autoptr (GDir) dir = NULL;
  gboolean done = FALSE;
  mode_t mask = umask (0);
  GStatBuf found;

  umask (mask);
  chase_store_async (new, bytes, NULL, stored_new, &done);
  while (!done)
    {
      g_main_context_iteration (NULL, FALSE);
      if (g_stat (path, &found) == 0)
        g_assert_cmpuint ((gsize)found.st_size, ==, size);
    }
  g_assert_cmpint (g_stat (path, &found), ==, 0);
  g_assert_cmpuint (found.st_mode & 0777, ==, 0666 & ~mask);
  g_unlink (path);
  dir = g_dir_open (folder, 0, NULL);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    g_assert_false (g_str_has_prefix (name, "new.chase"));
}

int
main (int argc, char **argv)
{
  g_autofree char *state = NULL;

  if (argc == 3 && g_str_equal (argv[1], "--victim"))
    return be_victim (argv[2]);
  self = argv[0];
  state = g_dir_make_tmp ("chase-journal-XXXXXX", NULL);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal/kill", test_kill);
  g_test_add_func ("/journal/tidy", test_tidy);
  g_test_add_func ("/journal/new", test_new);
  return g_test_run ();
}
