/* SPDX-License-Identifier: MIT */
#include "gui.h"

/* Objects put where they belong: in rows and columns, evenly, off the grid, and twice. */

#define LOOSE                                                                                      \
  "diagram d {\n"                                                                                  \
  "  A at 0, 0\n  B at 1, 1\n  C at 5, 0\n"                                                        \
  "  f : A -> B\n  g : B -> C\n"                                                                   \
  "}\n"

static const char *
undo_name (void)
{
  return chase_session_undo_name (gui_session ());
}

static void
assert_done (const char *name, const char *text)
{
  g_assert_cmpstr (undo_name (), ==, name);
  gui_assert_text (text);
}

static void
undo (void)
{
  gui_key ("Control_L+z");
  gui_assert_text (LOOSE);
}

/* By the two keys, and by the palette for what has none. */
static void
test_align (void)
{
  gui_start_text ("arrange.chase", LOOSE);
  gui_key ("Control_L+a");
  gui_key ("minus");
  assert_done ("Align", "diagram d {\n  A at 0, 0\n  B at 1, 0\n  C at 5, 0\n"
                        "  f : A -> B\n  g : B -> C\n}\n");
  undo ();
  gui_key ("Shift_L+backslash");
  assert_done ("Align", "diagram d {\n  A at 2, 0\n  B at 2, 2\n  C at 2, 1\n"
                        "  f : A -> B\n  g : B -> C\n}\n");
  undo ();
  gui_command_on_canvas ("Align at the bottom");
  assert_done ("Align", "diagram d {\n  A at 0, 1\n  B at 1, 1\n  C at 5, 1\n"
                        "  f : A -> B\n  g : B -> C\n}\n");
  undo ();
  gui_stop ();
}

/* A square in a row: what stood in one column stands side by side. */
static void
test_align_apart (void)
{
  ChaseRect last;

  gui_start_text ("arrange.chase",
                  "diagram d {\n  A at 0, 0\n  B at 1, 0\n  C at 0, 1\n  D at 1, 1\n"
                  "  f : A -> B\n  g : C -> D\n}\n");
  gui_key ("Control_L+a");
  gui_command_on_canvas ("Align at the top");
  assert_done ("Align", "diagram d {\n  A at 0, 0\n  B at 2, 0\n  C at 1, 0\n  D at 3, 0\n"
                        "  f : A -> B\n  g : C -> D\n}\n");
  gui_verdicts ();
  gui_shoot ("arrange-apart");
  g_assert_true (chase_scene_cell_bounds (chase_canvas_get_scene (gui_canvas ()), 3, &last));
  g_assert_cmpfloat (chase_canvas_from_scene (gui_canvas (), last.x + last.width, last.y).x, <,
                     gtk_widget_get_width (GTK_WIDGET (gui_canvas ())));
  gui_stop ();
}

static void
test_distribute (void)
{
  gui_start_text ("arrange.chase", LOOSE);
  gui_key ("Control_L+a");
  gui_command_on_canvas ("Distribute across");
  assert_done ("Distribute", "diagram d {\n  A at 0, 0\n  B at 2.5, 1\n  C at 5, 0\n"
                             "  f : A -> B\n  g : B -> C\n}\n");
  undo ();
  gui_command_on_canvas ("Distribute down");
  gui_assert_text (LOOSE); /* two rows, with nothing between them */
  g_assert_null (undo_name ());
  gui_stop ();
  gui_start_text ("down.chase", "diagram d {\n  A at 0, 0\n  B at 1, 1\n  C at 0, 4\n}\n");
  gui_key ("Control_L+a");
  gui_command_on_canvas ("Distribute down");
  assert_done ("Distribute", "diagram d {\n  A at 0, 0\n  B at 1, 2\n  C at 0, 4\n}\n");
  gui_stop ();
}

/* At the pointer, from which all that is on the right, or below, makes way. */
static void
test_insert (void)
{
  gui_start_text ("arrange.chase", LOOSE);
  gui_point (1, 0, 0, 0);
  gui_key ("Shift_L+period");
  assert_done ("Insert Column", "diagram d {\n  A at 0, 0\n  B at 2, 1\n  C at 6, 0\n"
                                "  f : A -> B\n  g : B -> C\n}\n");
  undo ();
  gui_point (0, 1, 0, 0);
  gui_key ("Shift_L+comma");
  assert_done ("Insert Row", "diagram d {\n  A at 0, 0\n  B at 1, 2\n  C at 5, 0\n"
                             "  f : A -> B\n  g : B -> C\n}\n");
  undo ();
  gui_stop ();
}

/* One key draws what is selected again, with an arrow from each object to its copy. */
static void
test_cylinder (void)
{
  gui_start_text ("arrange.chase", "diagram d {\n  X at 0, 0\n  Y at 1, 0\n  f : X -> Y\n}\n");
  gui_key ("Control_L+a");
  gui_count_actions ();
  gui_key ("y");
  g_assert_cmpuint (gui_count_actions (), ==, 1);
  gui_key ("Escape");
  gui_verdicts ();
  gui_shoot ("arrange-cylinder");
  assert_done ("Add Cylinder", "diagram d {\n  X at 0, 0\n  Y at 1, 0\n  X' at 0, 1\n  Y' at 1, 1\n"
                               "  f : X -> Y\n  g : X -> X' \"\"\n  h : Y -> Y' \"\"\n"
                               "  f' : X' -> Y'\n}\n");
  gui_key ("Control_L+z");
  gui_assert_text ("diagram d {\n  X at 0, 0\n  Y at 1, 0\n  f : X -> Y\n}\n");
  gui_stop ();
}

/* Drags the object at a place by its body, with Alt held, which lets it leave the grid. */
static void
drag_loosely (double column, double row, double to_column, double to_row)
{
  gui_point (column, row, 0, 0);
  gui_hold ("Alt_L");
  gui_press (1);
  for (int i = 1; i <= 4; i++)
    gui_point (column + (to_column - column) * i / 4, row + (to_row - row) * i / 4, 0, 0);
  gui_release (1);
  gui_let_go ("Alt_L");
}

/* Drags it by its rim, with Shift held once it moves, as the hint at the foot says then. */
static void
drag_with_shift (double column, double row, double to_column, double to_row)
{
  double rim = -30 * chase_canvas_get_zoom (gui_canvas ());

  gui_point (column, row, rim, 0);
  gui_press (1);
  for (int i = 1; i <= 4; i++)
    {
      gui_point (column + (to_column - column) * i / 4, row + (to_row - row) * i / 4, rim, 0);
      if (i == 1)
        gui_hold ("Shift_L");
      g_assert_nonnull (strstr (chase_canvas_get_hint (gui_canvas ()), "Shift: off the grid"));
    }
  gui_release (1);
  gui_let_go ("Shift_L");
}

/* A drag snaps to the grid; with Alt, or with Shift where a window manager has taken
 * Alt for itself, it does so only to eighths of it. */
static void
test_free (void)
{
  static const char *const square = "diagram d {\n  A at 0, 0\n  B at 1, 0\n  f : A -> B\n}\n";

  gui_start_text ("arrange.chase", square);
  gui_drag_rim (1, 0, 1.3, 1.3);
  assert_done ("Move", "diagram d {\n  A at 0, 0\n  B at 1, 1\n  f : A -> B\n}\n");
  gui_key ("Control_L+z");
  drag_loosely (1, 0, 1.37, 0.75);
  assert_done ("Move", "diagram d {\n  A at 0, 0\n  B at 1.375, 0.75\n  f : A -> B\n}\n");
  gui_key ("Control_L+z");
  drag_with_shift (1, 0, 1.37, 0.75);
  assert_done ("Move", "diagram d {\n  A at 0, 0\n  B at 1.375, 0.75\n  f : A -> B\n}\n");
  gui_verdicts ();
  gui_shoot ("arrange-free");
  /* It can be taken hold of where it is. */
  gui_drag (1.375, 0.75, 0, 0);
  gui_key ("Escape");
  gui_assert_says ("  g : B -> A \"\"\n", TRUE);
  gui_stop ();
}

#define SQUARE_OF(more)                                                                            \
  "diagram d {\n  P at 0, 0\n  A at 1, 0\n  B at 0, 1\n  C at 1, 1\n"                              \
  "  p : P -> A\n  q : P -> B\n  f : A -> C\n  g : B -> C\n" more "}\n"

/* A pullback is marked at the object that is selected, whose arrows stay arrows; a second time
 * takes it back. A pushout is marked at the other end of the square. */
static void
test_corner (void)
{
  gui_start_text ("arrange.chase", SQUARE_OF (""));
  gui_click (0, 0, 1);
  gui_key ("k");
  assert_done ("Mark Pullback", SQUARE_OF ("  _ : P -> C [corner = pullback]\n"));
  gui_shoot ("arrange-pullback");
  gui_key ("k");
  assert_done ("Remove Corner", SQUARE_OF (""));
  gui_command_on_canvas ("Pullback corner");
  assert_done ("Mark Pullback", SQUARE_OF ("  _ : P -> C [corner = pullback]\n"));
  gui_key ("Control_L+z");
  gui_click (1, 1, 1);
  gui_key ("Shift_L+k");
  assert_done ("Mark Pushout", SQUARE_OF ("  _ : C -> P [corner = pullback]\n"));
  gui_shoot ("arrange-pushout");
  gui_stop ();
}

/* Of a face that is selected, also a rectangle, and of one whose sign is pointed at; an arrow alone
 * becomes the sign itself. */
static void
test_corner_of_face (void)
{
  gui_start_text ("arrange.chase", SQUARE_OF (""));
  gui_verdicts ();
  gui_key ("Shift_L+f");
  gui_command_on_canvas ("Pullback corner");
  assert_done ("Mark Pullback", SQUARE_OF ("  _ : P -> C [corner = pullback]\n"));
  gui_key ("Control_L+z");
  gui_click (0.5, 0, 1);
  gui_command_on_canvas ("Pullback corner");
  gui_assert_says ("p : P -> A [corner = pullback]", TRUE);
  gui_stop ();
  gui_start_text ("wide.chase", "diagram d {\n  A at 0, 0\n  B at 1, 0\n  C at 2, 0\n  D at 0, 1\n"
                                "  E at 2, 1\n  f : A -> B\n  g : B -> C\n  h : C -> E\n"
                                "  i : A -> D\n  j : D -> E\n}\n");
  gui_verdicts ();
  gui_key ("Shift_L+f");
  gui_key ("k");
  gui_assert_says ("_ : A -> E [corner = pullback]", TRUE);
  gui_stop ();
}

static gboolean
hears_complaint (void)
{
  return gui_window ()->toast != NULL
         && strstr (adw_toast_get_title (gui_window ()->toast), "object of a square") != NULL;
}

/* Where there is no square it is said what is missing. */
static void
test_corner_without_square (void)
{
  gui_start_text ("arrange.chase", LOOSE);
  gui_click (0, 0, 1);
  gui_key ("k");
  gui_wait (hears_complaint, "the complaint");
  gui_assert_text (LOOSE);
  gui_stop ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arrange/align", test_align);
  g_test_add_func ("/arrange/align-apart", test_align_apart);
  g_test_add_func ("/arrange/distribute", test_distribute);
  g_test_add_func ("/arrange/insert", test_insert);
  g_test_add_func ("/arrange/cylinder", test_cylinder);
  g_test_add_func ("/arrange/corner", test_corner);
  g_test_add_func ("/arrange/corner-of-face", test_corner_of_face);
  g_test_add_func ("/arrange/corner-without-square", test_corner_without_square);
  g_test_add_func ("/arrange/free", test_free);
  return g_test_run ();
}
