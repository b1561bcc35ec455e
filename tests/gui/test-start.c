/* SPDX-License-Identifier: MIT */
#include "gui.h"

#include "app/gallery.h"

#include <glib/gstdio.h>

/* Every lesson's card, in reading order. */
static GPtrArray *
cards_of (GtkWidget *widget, GPtrArray *cards)
{
  if (GTK_IS_FLOW_BOX_CHILD (widget)
      && gtk_widget_has_css_class (gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (widget)),
                                   "card"))
    g_ptr_array_add (cards, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    cards_of (child, cards);
  return cards;
}

static GPtrArray *
cards (void)
{
  return cards_of (GTK_WIDGET (gui_window ()->start), g_ptr_array_new ());
}

static guint
n_visible (void)
{
  g_autoptr (GPtrArray) all = cards ();
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    n += gtk_widget_get_mapped (all->pdata[i]);
  return n;
}

static gboolean
is_one (void)
{
  return n_visible () == 1;
}

static gboolean
is_all (void)
{
  return n_visible () >= 40;
}

static gboolean
is_none (void)
{
  return n_visible () == 0;
}

static gboolean
is_document (void)
{
  return !chase_window_is_starting (gui_window ());
}

static const char *
shown_name (void)
{
  return chase_session_get_item (gui_session ())->name;
}

/* What is typed narrows the gallery down, in either language; Return opens what is left. */
static void
test_search (void)
{
  gui_start_page ();
  gui_wait (is_all, "all chapters");
  for (guint i = 0; i < 40; i++)
    gui_settle (); /* the pictures come in one by one */
  gui_shoot ("start");
  gui_type ("yoneda embedding");
  gui_wait (is_one, "the one that is searched");
  gui_shoot ("start-search");
  gui_key ("Escape");
  gui_wait (is_all, "all of them again");
  gui_type ("zzz");
  gui_wait (is_none, "none");
  gui_shoot ("start-nothing");
  gui_key ("Escape");
  gui_wait (is_all, "all of them again");
  chase_start_search (gui_window ()->start, "米田嵌入");
  g_assert_true (is_one ());
  chase_start_search (gui_window ()->start, "");
  gui_type ("tokenizer functor");
  gui_wait (is_one, "the one that is searched");
  gui_key ("Return");
  gui_wait (is_document, "the document");
  g_assert_cmpstr (shown_name (), ==, "seams");
  g_assert_null (chase_session_get_file (gui_session ()));
  g_assert_false (chase_session_is_modified (gui_session ()));
  gui_shoot ("start-opened");
  gui_stop ();
}

/* A click opens a document in the empty drawing's place, the next one in a tab of its own. */
static void
test_click (void)
{
  g_autoptr (GPtrArray) all = NULL;

  gui_start_page ();
  all = cards ();
  gui_click_widget (all->pdata[1]);
  gui_wait (is_document, "the document");
  g_assert_cmpstr (shown_name (), ==, "square");
  g_assert_cmpint (gui_verdicts ()->whole, ==, CHASE_WHOLE_HOLDS);
  g_assert_cmpint (adw_tab_view_get_n_pages (gui_window ()->tabs), ==, 1);
  gui_key ("Alt_L+Home");
  g_assert_true (chase_window_is_starting (gui_window ()));
  gui_settle ();
  gui_click_widget (all->pdata[2]);
  gui_wait (is_document, "the document");
  g_assert_cmpstr (shown_name (), ==, "brackets");
  g_assert_cmpint (adw_tab_view_get_n_pages (gui_window ()->tabs), ==, 2);
  gui_stop ();
}

/* By keys alone: Control+N draws in the empty page that is there; Escape leaves the start page. */
static void
test_keys (void)
{
  gui_start_page ();
  gui_key ("Control_L+n");
  g_assert_false (chase_window_is_starting (gui_window ()));
  g_assert_cmpint (adw_tab_view_get_n_pages (gui_window ()->tabs), ==, 1);
  gui_settle ();
  g_assert_false (gtk_widget_get_visible (gui_window ()->verdict)); /* there is nothing to check */
  gui_drag (0, 0, 1, 0);
  g_assert_cmpuint (chase_session_get_diagram (gui_session ())->n_nodes, ==, 2);
  gui_key ("Escape");
  gui_key ("Alt_L+Home");
  g_assert_true (chase_window_is_starting (gui_window ()));
  gui_key ("Escape");
  g_assert_false (chase_window_is_starting (gui_window ()));
  gui_stop ();
}

/* Every document opens, and says what its file in the source says. */
static void
test_lessons (void)
{
  g_autoptr (GPtrArray) chapters = chase_gallery_load ();
  guint n = 0;

  for (guint i = 0; i < chapters->len; i++)
    {
      const ChaseChapter *chapter = g_ptr_array_index (chapters, i);

      for (guint k = 0; k < chapter->lessons->len; k++, n++)
        {
          const ChaseLesson *lesson = g_ptr_array_index (chapter->lessons, k);
          g_autofree char *path = g_strdup_printf ("%s/assets/gallery/%s.chase",
                                                   g_getenv ("CHASE_SOURCE_ROOT"), lesson->name);
          g_autofree char *text = gui_read (path);
          gsize size;
          const char *source = g_bytes_get_data (lesson->source, &size);
          g_autoptr (ChaseDocument) document = chase_lesson_read (lesson);

          g_assert_cmpmem (source, size, text, strlen (text));
          g_assert_cmpuint (chase_document_n_items (document), >, 1);
          g_assert_true (chase_gallery_find (chapters, lesson->name) == lesson);
        }
    }
  g_assert_cmpuint (n, >=, 40);
}

/* F1 shows the help in the browser. */
static void
test_help (void)
{
  g_autofree char *what = NULL;

  gui_start (NULL);
  what = gui_help ();
  g_assert_nonnull (strstr (what, "/help/en/index.html"));
  gui_stop ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gui/start/lessons", test_lessons);
  g_test_add_func ("/gui/start/search", test_search);
  g_test_add_func ("/gui/start/click", test_click);
  g_test_add_func ("/gui/start/keys", test_keys);
  g_test_add_func ("/gui/start/help", test_help);
  return g_test_run ();
}
