/* SPDX-License-Identifier: MIT */
#include "app/asking.h"
#include "app/session-actions.h"
#include "gui.h"

/* The first two minutes, by hand, and what they teach: a question about two paths. */

static guint
step (void)
{
  return chase_tour_get_step (gui_window ()->tour);
}

static guint waited_for;

static gboolean
is_there (void)
{
  return step () == waited_for;
}

static void
wait_for (guint number)
{
  g_autofree char *what = g_strdup_printf ("step %u", number);

  waited_for = number;
  gui_wait (is_there, what);
}

static ChasePlayer *
player (void)
{
  return chase_page_get_player (chase_window_get_page (gui_window ()));
}

static gboolean
is_playing (void)
{
  return gtk_widget_get_visible (GTK_WIDGET (player ()));
}

/* The middle of an arrow, out of the way of its label's text. */
static void
shift_click (double column, double row)
{
  gui_hold ("Shift_L");
  gui_click (column, row, 1);
  gui_let_go ("Shift_L");
}

/* The words of the window have room, in the language that is spoken. */
static void
look (const char *name)
{
  const char *language = g_getenv ("CHASE_LANGUAGE");
  g_autofree char *picture = g_strdup_printf ("tour-%s%s%s", language != NULL ? language : "",
                                              language != NULL ? "-" : "", name);

  gui_shoot (picture);
  gui_look_through (GTK_WIDGET (gui_window ()));
}

static void
draw_square (void)
{
  gui_click (0, 0, 2);
  gui_type ("A");
  gui_key ("Return");
  wait_for (1);
  gui_drag (0, 0, 1, 0);
  gui_type ("f");
  gui_key ("Tab");
  gui_type ("B");
  gui_key ("Return");
  wait_for (2);
  gui_drag (0, 0, 0, 1);
  gui_type ("g");
  gui_key ("Tab");
  gui_type ("C");
  gui_key ("Return");
  wait_for (3);
  gui_click (2, 1, 1); /* elsewhere: two presses at one place are a double click */
  gui_click (0, 0, 1);
  gui_key ("c");
  wait_for (4);
  look ("square");
  gui_key ("Escape");
}

static void
select_sides (void)
{
  gui_click (0.5, 0, 1);
  shift_click (0, 0.5);
  shift_click (1, 0.5);
  shift_click (0.5, 1);
}

/* By the dialog, as a person does it. */
static void
export_square (const char *path)
{
  gui_key ("Control_L+e");
  gui_answer_dialog (path);
}

/* From the start page to the farewell; the card that offers it is gone afterwards. */
static void
test_tour (void)
{
  g_autofree char *path = gui_path ("square.svg");
  g_auto (GStrv) words = g_strsplit (g_dgettext ("arrowchase", "Take the _Tour"), "_", 2);
  g_autofree char *tour_label = g_strjoinv (NULL, words);
  g_autofree char *picture = NULL;

  gui_start_page ();
  look ("offered");
  gui_click_widget (gui_find_button (tour_label));
  gui_settle ();
  g_assert_false (chase_window_is_starting (gui_window ()));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (gui_window ()->tour)));
  look ("first");
  draw_square ();
  gui_drag (0, 0, 1, 1);
  gui_key ("Escape");
  wait_for (5);
  g_assert_cmpuint (gui_verdicts ()->faces->len, ==, 2);
  look ("crosses");
  gui_click (2 / 3.0, 1 / 3.0, 1);
  gui_verdicts ();
  gui_click (1 / 3.0, 2 / 3.0, 1);
  wait_for (6);
  select_sides ();
  wait_for (7);
  look ("question");
  gui_key ("w");
  wait_for (8);
  look ("proof");
  export_square (path);
  wait_for (chase_tour_get_n_steps ());
  picture = gui_read (path);
  g_assert_nonnull (strstr (picture, "<svg"));
  look ("farewell");
  gui_stop ();
  g_assert_true (chase_tour_is_known ());
}

#define SQUARE                                                                                     \
  "diagram d {\n  A at 0, 0\n  B at 1, 0\n  C at 0, 1\n  D at 1, 1\n"                              \
  "  f : A -> B\n  g : A -> C\n  h : B -> D\n  k : C -> D\n  d : A -> D [curve = 1]\n"             \
  "  h . f = d\n}\n"

/* Two paths that nobody compared before: they differ, and the model says where. */
static void
test_difference (void)
{
  g_autofree char *path = gui_path ("ask.chase");
  const char *paths[] = { path, NULL };

  g_assert_true (g_file_set_contents (path, SQUARE, -1, NULL));
  gui_start (paths);
  gui_verdicts ();
  select_sides ();
  gui_key ("F8");
  gui_await_other_window (TRUE);
  g_assert_false (is_playing ());
  gtk_window_destroy (gui_other_window ());
  gui_stop ();
}

static gboolean
are_paths (const guint32 *cells, guint n)
{
  ChaseDiagram *diagram = chase_session_get_diagram (gui_session ());
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (guint32));
  gboolean found = chase_paths_of_cells (diagram, cells, n, left, right);

  if (found)
    g_assert_cmpuint (left->len + right->len, <=, n);
  return found;
}

/* What two paths are and what not: cells 0 to 3 are A, B, C, D; 4 to 8 are f, g, h, k, d. */
static void
test_paths (void)
{
  static const guint32 square[] = { 7, 4, 6, 5, 0 }, triangle[] = { 8, 4, 6 },
                       all[] = { 4, 5, 6, 7, 8 };
  static const guint32 path[] = { 4, 6 }, apart[] = { 4, 7 };
  g_autofree char *file = gui_path ("ask.chase");
  const char *paths[] = { file, NULL };

  g_assert_true (g_file_set_contents (file, SQUARE, -1, NULL));
  gui_start (paths);
  g_assert_true (are_paths (square, 5));
  g_assert_true (are_paths (triangle, 3));
  g_assert_false (are_paths (all, 5));
  g_assert_false (are_paths (path, 2));
  g_assert_false (are_paths (apart, 2));
  g_assert_false (are_paths (NULL, 0));
  gui_stop ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  gui_speak ();
  g_test_add_func ("/tour/whole", test_tour);
  g_test_add_func ("/tour/difference", test_difference);
  g_test_add_func ("/tour/paths", test_paths);
  return g_test_run ();
}
