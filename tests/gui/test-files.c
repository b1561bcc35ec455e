/* SPDX-License-Identifier: MIT */
#include "gui.h"

#include <glib/gstdio.h>

#define SQUARE                                                                                     \
  "diagram square {\n"                                                                             \
  "  A at 0, 0\n  B at 1, 0\n  C at 0, 1\n  D at 1, 1\n"                                           \
  "  f : A -> B\n  g : A -> C\n  h : B -> D\n  k : C -> D\n"                                       \
  "}\n"
#define TIKZ "\\begin{tikzcd}\nX \\arrow[r, \"u\"] & Y\n\\end{tikzcd}\n"
#define LINK "https://q.uiver.app/#q=WzAsMixbMCwwLCJBIl0sWzEsMCwiQiJdLFswLDEsImYiXV0=\n"

static char *
put (const char *name, const char *text)
{
  char *path = gui_path (name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static int
n_tabs (void)
{
  return adw_tab_view_get_n_pages (gui_window ()->tabs);
}

static gboolean
all_loaded (void)
{
  for (int i = 0; i < n_tabs (); i++)
    {
      AdwTabPage *tab = adw_tab_view_get_nth_page (gui_window ()->tabs, i);
      ChaseSession *session = chase_page_get_session (CHASE_PAGE (adw_tab_page_get_child (tab)));

      if (chase_session_is_pristine (session))
        return FALSE;
    }
  return TRUE;
}

static guint
n_cells (void)
{
  return chase_diagram_n_cells (chase_session_get_diagram (gui_session ()));
}

static gboolean
is_modified (void)
{
  return chase_session_is_modified (gui_session ());
}

static gboolean
is_clean (void)
{
  return !is_modified ();
}

static const char *
banner (void)
{
  ChasePage *page = chase_window_get_page (gui_window ());

  return chase_page_get_banner (page);
}

/* The window in front of ours, once it is there. */
static GtkWindow *
dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (!CHASE_IS_WINDOW (window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static gboolean
has_dialog (void)
{
  return dialog () != NULL;
}

static gboolean
has_no_dialog (void)
{
  return dialog () == NULL;
}

static void
type_into_dialog (const char *path)
{
  gui_answer_dialog (path);
  gui_wait (has_no_dialog, "the end of the dialog");
}

static void
test_tabs (void)
{
  g_autofree char *first = put ("first.chase", SQUARE);
  g_autofree char *second = put ("second.tex", TIKZ);
  g_autofree char *third = put ("third.txt", LINK);
  const char *paths[] = { first, second, third, NULL };

  gui_start (paths);
  gui_wait (all_loaded, "the three files");
  g_assert_cmpint (n_tabs (), ==, 3);
  g_assert_cmpuint (n_cells (), ==, 3);
  g_assert_null (chase_session_get_file (gui_session ()));
  gui_key ("Control_L+Tab");
  g_assert_cmpuint (n_cells (), ==, 8);
  gui_shoot ("files-tabs");
  gui_click (0, 0, 1);
  gui_key ("Delete");
  g_assert_true (is_modified ());
  gui_key ("Control_L+Tab");
  g_assert_cmpuint (n_cells (), ==, 3);
  g_assert_false (is_modified ());
  gui_key ("Control_L+w");
  g_assert_cmpint (n_tabs (), ==, 2);
  gui_stop ();
}

static gboolean
has_one_tab (void)
{
  return n_tabs () == 1;
}

static void
test_close_asks (void)
{
  g_autofree char *path = put ("ask.chase", SQUARE);
  g_autofree char *saved = NULL;
  const char *paths[] = { path, NULL };

  gui_start (paths);
  gui_wait (all_loaded, "the file");
  gui_click (1, 1, 1);
  gui_key ("Delete");
  gui_key ("Control_L+n");
  gui_key ("Control_L+Tab");
  gui_key ("Control_L+w");
  gui_wait (has_dialog, "the question");
  gui_focus (GTK_WIDGET (dialog ()));
  gui_key ("Escape");
  gui_wait (has_no_dialog, "the end of the question");
  g_assert_cmpint (n_tabs (), ==, 2);
  g_assert_cmpuint (n_cells (), ==, 5);
  gui_point (2, 1, 0, 0);
  gui_key ("Control_L+w");
  gui_wait (has_dialog, "the question");
  gui_focus (GTK_WIDGET (dialog ()));
  gui_key ("Return"); /* Save */
  gui_wait (has_no_dialog, "the end of the question");
  gui_wait (has_one_tab, "the end of the tab that is saved");
  saved = gui_read (path);
  g_assert_null (strstr (saved, "D at"));
  gui_stop ();
}

static gboolean
has_no_window (void)
{
  return gui_window () == NULL;
}

/* The last page is given up, and the window closes behind the question. */
static void
test_discard (void)
{
  gui_start (NULL);
  gui_drag (0, 0, 1, 0);
  gui_key ("Escape");
  g_assert_true (is_modified ());
  gui_key ("Control_L+w");
  gui_wait (has_dialog, "the question");
  gui_focus (GTK_WIDGET (dialog ()));
  gui_key ("Alt_L+d");
  gui_wait (has_no_window, "the end of the window");
  gui_stop ();
}

/* A file with errors: what was understood is shown, and the file is not written over. */
static void
test_broken (void)
{
  g_autofree char *path = put ("broken.chase", SQUARE "diagram two {\n  A at 0 0\n}\n");
  const char *paths[] = { path, NULL };

  gui_start (paths);
  gui_wait (all_loaded, "the file");
  gui_verdicts ();
  g_assert_cmpuint (n_cells (), ==, 8);
  g_assert_null (chase_session_get_file (gui_session ()));
  g_assert_nonnull (banner ());
  g_assert_true (g_str_has_prefix (banner (), "broken.chase:12:"));
  for (guint i = 0; i < 15; i++)
    gui_settle ();
  gui_shoot ("files-broken");
  gui_stop ();
}

static void
test_missing (void)
{
  g_autofree char *path = gui_path ("nowhere.chase");
  const char *paths[] = { path, NULL };

  gui_start (paths);
  for (guint i = 0; i < 20 && banner () == NULL; i++)
    gui_settle ();
  g_assert_nonnull (banner ());
  gui_stop ();
}

static void
test_save_as (void)
{
  g_autofree char *path = gui_path ("new.chase");
  g_autofree char *text = NULL;
  g_autofree char *saved = NULL;

  gui_start (NULL);
  gui_drag (0, 0, 1, 0);
  gui_type ("X");
  gui_key ("Return");
  gui_key ("Control_L+s");
  type_into_dialog (path);
  gui_wait (is_clean, "the file");
  text = gui_text ();
  saved = gui_read (path);
  g_assert_cmpstr (saved, ==, text);
  g_assert_nonnull (chase_session_get_file (gui_session ()));
  gui_stop ();
}

static void
test_export (void)
{
  static const char *const names[] = { "out.svg", "out.png", "out.pdf", "out.tex" };
  static const char *const starts[] = { "<", "\x89PNG", "%PDF", "" };
  g_autofree char *path = put ("export.chase", SQUARE);
  const char *paths[] = { path, NULL };

  gui_start (paths);
  gui_wait (all_loaded, "the file");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *out = gui_path (names[i]);
      g_autofree char *bytes = NULL;

      gui_key ("Control_L+e");
      type_into_dialog (out);
      for (guint j = 0; j < 20 && (bytes == NULL || bytes[0] == '\0'); j++)
        {
          gui_settle ();
          g_free (bytes);
          bytes = NULL;
          g_file_get_contents (out, &bytes, NULL, NULL);
        }
      g_assert_nonnull (bytes);
      g_assert_true (g_str_has_prefix (bytes, starts[i]));
    }
  gui_stop ();
  /* A picture is a document again. */
  g_free (path);
  path = gui_path ("out.png");
  paths[0] = path;
  gui_start (paths);
  gui_wait (all_loaded, "the picture");
  g_assert_cmpuint (n_cells (), ==, 8);
  gui_stop ();
}

static ChaseSession *closed; /* NULL once nothing holds it any more */

static gboolean
is_gone (void)
{
  return closed == NULL && n_tabs () == 1;
}

/* Closes the tab that is shown, before the program comes to anything else. */
static void
close_at_once (void)
{
  g_set_weak_pointer (&closed, gui_session ());
  chase_window_close_page (gui_window (), chase_window_get_page (gui_window ()));
  gui_wait (is_gone, "the end of what was closed");
  gui_settle ();
}

/* A tab is closed while its file is read, and while there is news of it. */
static void
test_close_in_the_middle (void)
{
  g_autofree char *path = put ("closed.chase", SQUARE);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  gui_start_text ("files.chase", SQUARE);
  chase_window_add_page (gui_window ());
  chase_window_open (gui_window (), file);
  close_at_once ();
  chase_window_open (gui_window (), file);
  gui_wait (all_loaded, "the file");
  g_assert_cmpint (n_tabs (), ==, 2);
  g_assert_true (g_file_set_contents (path, "diagram d {\n}\n", -1, NULL));
  close_at_once ();
  g_assert_cmpuint (n_cells (), ==, 8);
  gui_stop ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gui/files/tabs", test_tabs);
  g_test_add_func ("/gui/files/close", test_close_asks);
  g_test_add_func ("/gui/files/discard", test_discard);
  g_test_add_func ("/gui/files/broken", test_broken);
  g_test_add_func ("/gui/files/missing", test_missing);
  g_test_add_func ("/gui/files/save-as", test_save_as);
  g_test_add_func ("/gui/files/close-in-the-middle", test_close_in_the_middle);
  g_test_add_func ("/gui/files/export", test_export);
  return g_test_run ();
}
