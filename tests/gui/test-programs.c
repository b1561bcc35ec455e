/* SPDX-License-Identifier: MIT */
#include "gui.h"
#include "other.h"

#include "app/journal.h"

#include <string.h>

/* What the program does with others: it takes over from one that was killed, shares a clipboard
 * with one that is running, and opens what is dragged out of a third. */

#define SQUARE                                                                                     \
  "diagram square {\n"                                                                             \
  "  A at 0, 0\n  B at 1, 0\n  C at 0, 1\n  D at 1, 1\n"                                           \
  "  f : A -> B\n  g : A -> C\n  h : B -> D\n  k : C -> D\n"                                       \
  "}\n"
#define EMPTY "diagram drawing { }\n"

static const char *self;

/* Another arrowchase with a file of that name and text. */
static Other *
start_program (const char *name, const char *text)
{
  g_autofree char *path = gui_path (name);
  const char *command[] = { g_getenv ("CHASE_ARROWCHASE"), path, NULL };

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return other_start (command, name);
}

static void
assert_file (const char *name, const char *text)
{
  g_autofree char *path = gui_path (name);
  g_autofree char *said = gui_read (path);

  g_assert_cmpstr (said, ==, text);
}

/* Recovery. */

/* Whether a journal of @title, of whichever program and written to its end, says @text. */
static gboolean
is_kept (const char *title, const char *text)
{
  g_autofree char *place
      = g_build_filename (g_get_user_state_dir (), "arrowchase", "journal", NULL);
  g_autofree char *mark = g_strdup_printf ("# journal-title: %s\n", title);
  g_autoptr (GDir) dir = g_dir_open (place, 0, NULL);
  gboolean kept = FALSE;

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL && !kept;
       name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (place, name, NULL);
      g_autofree char *said = NULL;

      kept = g_str_has_suffix (name, ".chase") && g_file_get_contents (path, &said, NULL, NULL)
             && strstr (said, mark) != NULL && strstr (said, text) != NULL;
    }
  return kept;
}

static gboolean
is_reversal_kept (void)
{
  return is_kept ("killed.chase", "  f : B -> A\n");
}

static gboolean
is_drawn_kept (void)
{
  return is_kept ("Untitled", "at 1, 1");
}

static gboolean
is_saved (void)
{
  return !chase_session_is_modified (gui_session ());
}

static const char *
banner (void)
{
  return chase_page_get_banner (chase_window_get_page (gui_window ()));
}

static void
assert_banner (const char *title, const char *end)
{
  g_autofree char *start = g_strdup_printf ("“%s” was not saved", title);

  g_assert_nonnull (banner ());
  g_assert_true (g_str_has_prefix (banner (), start));
  g_assert_true (g_str_has_suffix (banner (), end));
}

/* Killed while a file was changed and something new was drawn, neither of them saved: both are
 * there again, each in a tab that says so, the file as an edit that can be undone or saved. */
static void
test_recovery (void)
{
  Other *other = start_program ("killed.chase", SQUARE);
  g_autoptr (GPtrArray) left = NULL;
  g_autofree char *text = NULL;

  other_key (other, "Control_L+a");
  other_key (other, "r");
  gui_wait (is_reversal_kept, "the journal of the file");
  other_key (other, "Control_L+n");
  other_await (other, "Untitled");
  other_key (other, "s");
  gui_wait (is_drawn_kept, "the journal of the drawing");
  other_end (other);
  assert_file ("killed.chase", SQUARE);

  gui_start (NULL);
  g_assert_cmpint (adw_tab_view_get_n_pages (gui_window ()->tabs), ==, 2);
  if (chase_session_get_file (gui_session ()) == NULL)
    gui_key ("Control_L+Tab");
  assert_banner ("killed.chase", "undo to see what is in the file.");
  gui_verdicts ();
  gui_shoot ("programs-recovered");
  g_assert_cmpstr (chase_session_undo_name (gui_session ()), ==, "Recover");
  text = gui_text ();
  gui_assert_says ("  f : B -> A\n", TRUE);
  gui_key ("Control_L+z");
  gui_assert_text (SQUARE);
  gui_key ("Control_L+Shift_L+z");
  gui_key ("Control_L+s");
  gui_wait (is_saved, "the file");
  assert_file ("killed.chase", text);
  g_assert_null (banner ());
  gui_key ("Control_L+Tab");
  assert_banner ("Untitled", "save it to keep it.");
  gui_assert_says (" at 1, 1", TRUE);
  left = chase_journal_find_left ();
  g_assert_cmpuint (left->len, ==, 0);
  gui_stop ();
}

/* The clipboard. */

static const char *wanted_type;
static GBytes *read_bytes;

static GdkClipboard *
clipboard (void)
{
  return gtk_widget_get_clipboard (GTK_WIDGET (gui_window ()));
}

static gboolean
offers_wanted (void)
{
  return !gdk_clipboard_is_local (clipboard ())
         && gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard ()),
                                                   wanted_type);
}

static void
gathered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_cmpint (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL), >, 0);
  read_bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
}

static void
offered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream
      = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  g_assert_no_error (error);
  g_output_stream_splice_async (
      memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
      G_PRIORITY_DEFAULT, NULL, gathered, NULL);
}

static gboolean
has_read (void)
{
  return read_bytes != NULL;
}

/* Whether what the other program copied begins so and says so, when asked for as @type. */
static void
assert_offered (const char *type, const char *start, const char *part)
{
  const char *types[] = { type, NULL };
  const char *data;
  gsize length;

  wanted_type = type;
  gui_wait (offers_wanted, type);
  gdk_clipboard_read_async (clipboard (), types, G_PRIORITY_DEFAULT, NULL, offered, NULL);
  gui_wait (has_read, "what was copied");
  data = g_bytes_get_data (read_bytes, &length);
  g_assert_cmpuint (length, >, strlen (start));
  g_assert_cmpint (memcmp (data, start, strlen (start)), ==, 0);
  g_assert_nonnull (g_strstr_len (data, (gssize)length, part));
  g_clear_pointer (&read_bytes, g_bytes_unref);
}

/* One copy for every kind of program; an arrowchase pastes it as it was. */
static void
test_copy (void)
{
  Other *other = start_program ("copied.chase", SQUARE);

  gui_start (NULL);
  gui_assert_text (EMPTY);
  other_key (other, "Control_L+a");
  other_key (other, "Control_L+c");
  assert_offered ("text/plain;charset=utf-8", "diagram ", "  f : A -> B\n");
  assert_offered ("text/x-tex", "\\begin{tikzcd}", "\\arrow[r, \"f\"");
  assert_offered ("text/uri-list", "https://q.uiver.app/#q=", "=");
  assert_offered ("image/svg+xml", "<", "</svg>");
  assert_offered ("image/png", "\x89PNG\r\n", "PNG");
  gui_focus (GTK_WIDGET (gui_window ()));
  gui_point (0, 0, 0, 0);
  gui_key ("Control_L+v");
  gui_assert_says ("  k : C -> D\n", TRUE);
  g_assert_cmpstr (chase_session_undo_name (gui_session ()), ==, "Paste");
  gui_key ("Control_L+z");
  gui_assert_text (EMPTY);
  other_end (other);
  gui_stop ();
}

static gboolean
is_written (void)
{
  g_autofree char *path = gui_path ("taken.chase");
  g_autofree char *said = gui_read (path);

  return strstr (said, "  f : X -> Y\n") != NULL;
}

/* The other way round: what is cut here is pasted and saved there. */
static void
test_paste (void)
{
  Other *other = start_program ("taken.chase", "diagram d {\n  A at 0, 0\n}\n");

  gui_start_text ("cut.chase", "diagram d {\n  X at 0, 0\n  Y at 1, 0\n  f : X -> Y\n}\n");
  gui_key ("Control_L+a");
  gui_key ("Control_L+x");
  gui_assert_text ("diagram d { }\n");
  other_key (other, "Control_L+v");
  other_key (other, "Control_L+s");
  gui_wait (is_written, "the file of the other program");
  other_end (other);
  gui_stop ();
}

/* Dragging. */

static GdkContentProvider *
prepare (GtkDragSource *source, double x, double y, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GSList files = { file, NULL };

  /* A list of files is no more than that. */
  return gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, &files);
}

/* A file manager: a window that is all of it the file at @path, which can be dragged out. */
static void
be_file_manager (const char *path)
{
  GtkWidget *window;
  GtkDragSource *source;

  gtk_init ();
  window = gtk_window_new ();
  source = gtk_drag_source_new ();
  g_signal_connect (source, "prepare", G_CALLBACK (prepare), (gpointer)path);
  gtk_window_set_title (GTK_WINDOW (window), "files");
  gtk_window_set_default_size (GTK_WINDOW (window), 120, 120);
  gtk_window_set_child (GTK_WINDOW (window), gtk_label_new ("file"));
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (source));
  gtk_window_present (GTK_WINDOW (window));
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
is_dropped (void)
{
  GFile *file = chase_session_get_file (gui_session ());
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;

  return g_strcmp0 (name, "dropped.chase") == 0;
}

static Other *
start_file_manager (void)
{
  g_autofree char *path = gui_path ("dropped.chase");
  const char *command[] = { self, "--files", path, NULL };
  Other *other;

  g_assert_true (g_file_set_contents (path, SQUARE, -1, NULL));
  other = other_start (command, "files");
  other_place (other, 1020, 600);
  return other;
}

/* Takes the file out of the window of @other and lets it go in the middle of @widget. */
static void
drag_file (Other *other, GtkWidget *widget)
{
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  other_point (other, 60, 60);
  gui_press (1);
  for (int i = 1; i <= 4; i++)
    other_point (other, 60 - 8 * i, 60);
  for (int i = 8; i >= 4; i--)
    gui_point_at (widget, width * i / 8.0, height * i / 8.0);
  gui_release (1);
}

/* Onto a drawing that has something: the file opens beside it. */
static void
test_drop (void)
{
  Other *other = start_file_manager ();

  gui_start_text ("here.chase", "diagram d {\n  A at 0, 0\n}\n");
  drag_file (other, GTK_WIDGET (gui_canvas ()));
  gui_wait (is_dropped, "the file that was dropped");
  gui_assert_text (SQUARE);
  g_assert_cmpint (adw_tab_view_get_n_pages (gui_window ()->tabs), ==, 2);
  gui_key ("Control_L+Tab");
  gui_assert_text ("diagram d {\n  A at 0, 0\n}\n");
  gui_stop ();
  /* Onto the start page, in place of it. */
  gui_start_page ();
  drag_file (other, GTK_WIDGET (gui_window ()->start));
  gui_wait (is_dropped, "the file that was dropped");
  g_assert_false (chase_window_is_starting (gui_window ()));
  g_assert_cmpint (adw_tab_view_get_n_pages (gui_window ()->tabs), ==, 1);
  gui_assert_text (SQUARE);
  gui_stop ();
  other_end (other);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--files"))
    be_file_manager (argv[2]);
  gtk_test_init (&argc, &argv, NULL);
  self = argv[0];
  /* The first window of a program is the one that takes over. */
  g_test_add_func ("/programs/recovery", test_recovery);
  g_test_add_func ("/programs/copy", test_copy);
  g_test_add_func ("/programs/paste", test_paste);
  g_test_add_func ("/programs/drop", test_drop);
  return g_test_run ();
}
