/* SPDX-License-Identifier: MIT */
#include "app/journal.h"

#include "notation/notation.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define DELAY 300 /* ms from a change to its record: with the writing, well within a second */
#define FILE_MARK "# journal-file: "
#define TITLE_MARK "# journal-title: "

/* The journal of one session. */
typedef struct
{
  ChaseSession *session; /* not owned: it owns this */
  char *path;
  guint timer;
  ChaseDocument *written; /* what the file holds */
} Journal;

static char *
folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "arrowchase", "journal", NULL);
}

static GThreadPool *pool;

/* The name of this run, once its lock is held. */
static const char *
this_run (void)
{
  static char *name;
  g_autofree char *place = NULL;
  g_autofree char *lock = NULL;
  int fd;

  if (name != NULL)
    return name;
  name = g_uuid_string_random ();
  place = folder ();
  g_mkdir_with_parents (place, 0700);
  lock = g_strdup_printf ("%s/%s.lock", place, name);
  fd = g_open (lock, O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (fd >= 0)
    flock (fd, LOCK_EX | LOCK_NB); /* held until the process ends, however it does */
  return name;
}

static char *
journal_text (ChaseSession *session, ChaseDocument *document)
{
  GFile *file = chase_session_get_file (session);
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : g_strdup ("");
  g_autofree char *title = chase_session_dup_title (session);
  g_autofree char *text = chase_notation_print (document, CHASE_NOTATION_ASCII);

  g_strdelimit (title, "\r\n", ' ');
  return g_strconcat (FILE_MARK, uri, "\n", TITLE_MARK, title, "\n", text, NULL);
}

/* Whole or not at all, and on the disk. */
static gboolean
write_text (const char *path, const char *text)
{
  return g_file_set_contents_full (
      path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, NULL);
}

typedef struct
{
  char *path;
  ChaseDocument *document;
  char *head; /* NULL: the file goes */
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->path);
  chase_document_unref (order->document);
  g_free (order->head);
  g_free (order);
}

static void
carry_out (gpointer data, gpointer user_data)
{
  Order *order = data;

  if (order->head == NULL)
    g_unlink (order->path);
  else
    {
      g_autofree char *text = chase_notation_print (order->document, CHASE_NOTATION_ASCII);
      g_autofree char *whole = g_strconcat (order->head, text, NULL);

      write_text (order->path, whole);
    }
  order_free (order);
}

/* One thread: what is ordered later is done later. */
static void
give_order (Order *order)
{
  if (pool == NULL)
    pool = g_thread_pool_new (carry_out, NULL, 1, FALSE, NULL);
  g_thread_pool_push (pool, order, NULL);
}

void
chase_journal_finish (void)
{
  g_autofree char *place = folder ();
  g_autofree char *lock = g_strdup_printf ("%s/%s.lock", place, this_run ());

  if (pool != NULL)
    g_thread_pool_free (pool, FALSE, TRUE);
  pool = NULL;
  g_unlink (lock);
}

static void
forget (Journal *journal)
{
  Order *order;

  if (journal->written == NULL)
    return;
  g_clear_pointer (&journal->written, chase_document_unref);
  order = g_new0 (Order, 1);
  order->path = g_strdup (journal->path);
  give_order (order);
}

static void
record (Journal *journal)
{
  ChaseDocument *document = chase_session_get_document (journal->session);
  GFile *file = chase_session_get_file (journal->session);
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : g_strdup ("");
  g_autofree char *title = chase_session_dup_title (journal->session);
  Order *order;

  if (document == journal->written)
    return;
  g_clear_pointer (&journal->written, chase_document_unref);
  journal->written = chase_document_ref (document);
  g_strdelimit (title, "\r\n", ' ');
  order = g_new0 (Order, 1);
  order->path = g_strdup (journal->path);
  order->document = chase_document_ref (document);
  order->head = g_strconcat (FILE_MARK, uri, "\n", TITLE_MARK, title, "\n", NULL);
  give_order (order);
}

static gboolean
on_time (gpointer data)
{
  Journal *journal = data;

  journal->timer = 0;
  if (chase_session_is_modified (journal->session))
    record (journal);
  else
    forget (journal);
  return G_SOURCE_REMOVE;
}

static void
state_changed (ChaseSession *session, Journal *journal)
{
  if (journal->timer == 0)
    journal->timer = g_timeout_add (DELAY, on_time, journal);
}

/* A session that is closed has been saved, or was given up by its user. */
static void
journal_free (gpointer data)
{
  Journal *journal = data;

  g_clear_handle_id (&journal->timer, g_source_remove);
  forget (journal);
  g_free (journal->path);
  g_free (journal);
}

void
chase_journal_follow (ChaseSession *session)
{
  static guint serial;
  Journal *journal = g_new0 (Journal, 1);
  g_autofree char *place = folder ();

  journal->session = session;
  journal->path = g_strdup_printf ("%s/%s-%u.chase", place, this_run (), ++serial);
  g_object_set_data_full (G_OBJECT (session), "journal", journal, journal_free);
  g_signal_connect (session, "state", G_CALLBACK (state_changed), journal);
}

void
chase_journal_flush (ChaseSession *session)
{
  Journal *journal = g_object_get_data (G_OBJECT (session), "journal");
  g_autofree char *text = NULL;

  if (journal == NULL || !chase_session_is_modified (session))
    return;
  text = journal_text (session, chase_session_get_document (session));
  if (write_text (journal->path, text))
    {
      g_clear_pointer (&journal->written, chase_document_unref);
      journal->written = chase_document_ref (chase_session_get_document (session));
    }
}

void
chase_left_free (ChaseLeft *left)
{
  if (left == NULL)
    return;
  chase_document_unref (left->document);
  g_clear_object (&left->file);
  g_free (left->title);
  g_free (left->path);
  g_free (left);
}

/* TRUE when the run whose lock that is has ended. The lock then goes with its last journal. */
static gboolean
has_ended (const char *lock)
{
  int fd = g_open (lock, O_RDWR | O_CLOEXEC, 0);
  gboolean ended = fd < 0 || flock (fd, LOCK_EX | LOCK_NB) == 0;

  if (fd >= 0)
    close (fd);
  return ended;
}

static char *
marked_line (const char *text, const char *mark)
{
  const char *at = strstr (text, mark);
  const char *end = at != NULL ? strchr (at, '\n') : NULL;

  return end != NULL ? g_strndup (at + strlen (mark), (gsize)(end - at) - strlen (mark))
                     : g_strdup ("");
}

static ChaseLeft *
read_left (const char *path)
{
  g_autofree char *text = NULL;
  g_autofree char *uri = NULL;
  const char *body;
  ChaseLeft *left;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL) || !g_str_has_prefix (text, FILE_MARK))
    return NULL;
  body = strchr (text, '\n');
  body = body != NULL ? strchr (body + 1, '\n') : NULL;
  if (body == NULL)
    return NULL;
  left = g_new0 (ChaseLeft, 1);
  uri = marked_line (text, FILE_MARK);
  left->file = uri[0] != '\0' ? g_file_new_for_uri (uri) : NULL;
  left->title = marked_line (text, TITLE_MARK);
  left->path = g_strdup (path);
  left->document = chase_notation_parse (body + 1, length - (gsize)(body + 1 - text), NULL);
  return left;
}

GPtrArray *
chase_journal_find_left (void)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_left_free);
  g_autofree char *place = folder ();
  g_autoptr (GDir) dir = g_dir_open (place, 0, NULL);
  const char *own = this_run ();

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL;
       name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (place, name, NULL);
      g_autofree char *run = strlen (name) > 36 ? g_strndup (name, 36) : NULL;
      g_autofree char *lock = run != NULL ? g_strdup_printf ("%s/%s.lock", place, run) : NULL;
      ChaseLeft *left;

      if (run == NULL || g_str_equal (run, own) || !has_ended (lock))
        continue;
      if (!g_str_has_suffix (name, ".chase"))
        {
          g_unlink (path);
          continue;
        }
      left = read_left (path);
      if (left != NULL)
        g_ptr_array_add (found, left);
    }
  return found;
}
