/* SPDX-License-Identifier: MIT */
#include "gui.h"

/* Arrows shaped by hand, and what is completed by one key. */

#define SQUARE                                                                                     \
  "diagram square {\n"                                                                             \
  "  A at 0, 0\n  B at 1, 0\n  C at 0, 1\n  D at 1, 1\n"                                           \
  "  f : A -> B\n  g : A -> C\n  h : B -> D\n  k : C -> D\n"                                       \
  "}\n"

static ChaseDiagram *
diagram (void)
{
  return chase_session_get_diagram (gui_session ());
}

static const ChaseCell *
cell (guint32 index)
{
  return chase_diagram_get_cell (diagram (), index);
}

static const char *
undo_name (void)
{
  return chase_session_undo_name (gui_session ());
}

static ChasePoint
middle_of (guint32 arrow)
{
  ChasePoint point;

  g_assert_true (
      chase_scene_edge_point (chase_canvas_get_scene (gui_canvas ()), arrow, 0.5, &point, NULL));
  return point;
}

/* The middle of an arrow is drawn aside, and back onto the line. */
static void
test_bend (void)
{
  ChasePoint from, to;

  gui_start_text ("shape.chase", SQUARE);
  from = middle_of (4);
  to = (ChasePoint){ from.x, from.y + 50 };
  gui_drag_points (from, to);
  g_assert_cmpstr (undo_name (), ==, "Curve Arrow");
  g_assert_cmpfloat (cell (4)->style->curve, ==, 2);
  gui_shoot ("shape-curved");
  from = middle_of (4);
  gui_drag_points (from, (ChasePoint){ from.x, from.y - 48 });
  g_assert_cmpfloat (cell (4)->style->curve, ==, 0);
  gui_key ("Control_L+z");
  gui_key ("Control_L+z");
  g_assert_null (undo_name ());
  gui_stop ();
}

/* Drawn to another arrow, it becomes a 2-cell instead. */
static void
test_bend_to_cell (void)
{
  guint32 made = 8;

  gui_start_text ("shape.chase", SQUARE);
  gui_drag_points (middle_of (4), middle_of (7));
  gui_key ("Escape");
  g_assert_cmpuint (chase_diagram_n_cells (diagram ()), ==, 9);
  g_assert_cmpuint (cell (made)->level, ==, 2);
  g_assert_cmpfloat (cell (4)->style->curve, ==, 0);
  gui_stop ();
}

static void
test_slide_label (void)
{
  ChaseRect label;
  ChasePoint at, from, to;

  gui_start_text ("shape.chase", SQUARE);
  g_assert_true (chase_scene_label_bounds (chase_canvas_get_scene (gui_canvas ()), 4, &label));
  from = (ChasePoint){ label.x + label.width / 2, label.y + label.height / 2 };
  g_assert_true (
      chase_scene_edge_point (chase_canvas_get_scene (gui_canvas ()), 4, 0.2, &at, NULL));
  to = (ChasePoint){ at.x, at.y + 16 };
  gui_drag_points (from, to);
  g_assert_cmpstr (undo_name (), ==, "Move Label");
  g_assert_cmpfloat_with_epsilon (cell (4)->style->label_at, 0.2, 1e-9);
  g_assert_cmpint (cell (4)->style->label_side, ==, CHASE_LABEL_RIGHT);
  gui_shoot ("shape-label");
  gui_stop ();
}

/* The tip of the selected arrow is taken to another object, and its tail to an empty place. */
static void
test_reconnect (void)
{
  ChasePoint tip, to;

  gui_start_text ("shape.chase", SQUARE);
  gui_click (0.3, 0, 1);
  g_assert_true (chase_canvas_handle_point (gui_canvas (), 4, CHASE_ZONE_TIP, &tip));
  gui_shoot ("shape-handles");
  to = chase_scene_from_grid (chase_canvas_get_scene (gui_canvas ()), 1, 1);
  gui_drag_points (tip, to);
  g_assert_cmpstr (undo_name (), ==, "Reconnect Arrow");
  g_assert_cmpuint (cell (4)->target, ==, 3);
  g_assert_true (chase_canvas_handle_point (gui_canvas (), 4, CHASE_ZONE_TAIL, &tip));
  to = chase_scene_from_grid (chase_canvas_get_scene (gui_canvas ()), 2, 0);
  gui_drag_points (tip, to);
  g_assert_cmpuint (diagram ()->n_nodes, ==, 5);
  g_assert_cmpuint (cell (5)->source, ==, 4);
  gui_stop ();
}

/* F(f) and \\eta_X are drawn; one key draws G(f) and \\eta_Y. */
static void
test_complete (void)
{
  static const char *const half = "diagram nat {\n"
                                  "  a at 0, 0 \"F(X)\"\n  b at 1, 0 \"F(Y)\"\n"
                                  "  c at 0, 1 \"G(X)\"\n"
                                  "  s : a -> b \"F(f)\"\n  t : a -> c \"\\eta_X\"\n}\n";

  gui_start_text ("shape.chase", half);
  gui_click (0, 0, 1);
  gui_count_actions ();
  gui_key ("c");
  g_assert_cmpuint (gui_count_actions (), ==, 1);
  g_assert_cmpstr (undo_name (), ==, "Complete Square");
  g_assert_cmpuint (chase_diagram_n_cells (diagram ()), ==, 8);
  g_assert_cmpstr (cell (3)->label, ==, "G(Y)");
  g_assert_cmpstr (cell (6)->label, ==, "G(f)");
  g_assert_cmpstr (cell (7)->label, ==, "\\eta_Y");
  gui_verdicts ();
  gui_shoot ("shape-naturality");
  gui_key ("Control_L+z");
  g_assert_cmpuint (chase_diagram_n_cells (diagram ()), ==, 5);
  gui_stop ();
}

/* A labelled square in sixteen, from an empty page, with the square completed by a key. */
static void
test_sixteen (void)
{
  g_autofree char *text = NULL;

  gui_start (NULL);
  gui_count_actions ();
  gui_drag (0, 0, 1, 0);
  gui_type ("A");
  gui_key ("Tab");
  gui_type ("f");
  gui_key ("Tab");
  gui_type ("B");
  gui_drag (0, 0, 0, 1);
  gui_type ("g");
  gui_key ("Tab");
  gui_type ("C");
  gui_key ("Control_L+j");
  gui_type ("k");
  gui_key ("Tab");
  gui_type ("D");
  gui_key ("Tab");
  gui_type ("h");
  g_assert_cmpuint (gui_count_actions (), ==, 16);
  gui_key ("Return");
  text = gui_text ();
  g_assert_nonnull (strstr (text, "  h : B -> D\n"));
  g_assert_nonnull (strstr (text, "  k : C -> D\n"));
  gui_stop ();
}

/* The same label is the same object, and can be set apart. */
static void
test_same_label (void)
{
  g_autofree char *text = NULL;
  g_autofree char *apart = NULL;

  gui_start_text ("shape.chase", SQUARE);
  gui_click (1, 1, 2);
  gui_type ("A");
  gui_key ("Return");
  text = gui_text ();
  g_assert_nonnull (strstr (text, "  A_2 : A at 1, 1\n"));
  g_assert_nonnull (gui_window ()->toast);
  gui_shoot ("shape-same");
  gui_key ("u");
  apart = gui_text ();
  g_assert_nonnull (strstr (apart, "  A_2 at 1, 1 \"A\"\n"));
  gui_stop ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gui/shape/bend", test_bend);
  g_test_add_func ("/gui/shape/bend-to-cell", test_bend_to_cell);
  g_test_add_func ("/gui/shape/label", test_slide_label);
  g_test_add_func ("/gui/shape/reconnect", test_reconnect);
  g_test_add_func ("/gui/shape/complete", test_complete);
  g_test_add_func ("/gui/shape/sixteen", test_sixteen);
  g_test_add_func ("/gui/shape/same-label", test_same_label);
  return g_test_run ();
}
