/* SPDX-License-Identifier: MIT */
#include "app/session-actions.h"
#include "gui.h"

#include "model/theory.h"

/* What is drawn means what it says, and the window shows that it understood. */

static const ChaseCell *
cell_called (const char *name)
{
  ChaseDiagram *diagram = chase_session_get_diagram (gui_session ());

  for (guint32 i = 0; i < chase_diagram_n_cells (diagram); i++)
    if (g_strcmp0 (chase_diagram_get_cell (diagram, i)->name, name) == 0)
      return chase_diagram_get_cell (diagram, i);
  return NULL;
}

static void
assert_shows (const char *name, const char *value)
{
  const ChaseCell *cell = cell_called (name);
  g_autofree char *text = NULL;

  g_assert_nonnull (cell);
  text = cell->value != NULL ? chase_term_to_text (cell->value) : NULL;
  g_assert_cmpstr (text, ==, value);
}

static gboolean
says (const char *text)
{
  return strstr (chase_canvas_get_hint (gui_canvas ()), text) != NULL;
}

#define TRIANGLE                                                                                   \
  "diagram d {\n  A at 0, 0\n  B at 1, 0\n  C at 1, 1\n  f : A -> B\n  g : B -> C\n}\n"

/* The third arrow of a triangle is drawn and labelled gf: the window says what it took it for, and
 * lets one say otherwise. */
static void
test_path (void)
{
  gui_start_text ("meaning.chase", TRIANGLE);
  gui_drag (0, 0, 1, 1);
  gui_type ("gf");
  g_assert_true (says ("Means g . f"));
  gui_shoot ("meaning-typing");
  gui_key ("Return");
  assert_shows ("h", "g . f");
  gui_shoot ("meaning-read");
  g_assert_cmpint (gui_verdicts ()->whole, ==, CHASE_WHOLE_HOLDS);
  gui_await_toast ();
  gui_click_widget (gui_find_button ("Set Apart"));
  assert_shows ("h", NULL);
  g_assert_cmpstr (cell_called ("h")->label, ==, "gf");
  g_assert_cmpstr (chase_session_undo_name (gui_session ()), ==, "Set Apart");
  g_assert_cmpint (gui_verdicts ()->whole, ==, CHASE_WHOLE_FAILS);
  gui_key ("Control_L+z");
  assert_shows ("h", "g . f");
  gui_stop ();
}

/* A loop 1_A and an inverse. */
static void
test_others (void)
{
  gui_start_text ("meaning.chase", TRIANGLE);
  gui_drag (1, 0, 0, 0);
  gui_type ("f^{-1}");
  g_assert_true (says ("Means f^-1"));
  gui_key ("Return");
  assert_shows ("h", "f^-1");
  g_assert_cmpint (gui_verdicts ()->whole, !=, CHASE_WHOLE_WRONG);
  gui_key ("Control_L+z");
  g_assert_cmpuint (chase_diagram_n_cells (chase_session_get_diagram (gui_session ())), ==, 6);
  gui_key ("Control_L+z");
  g_assert_cmpuint (chase_diagram_n_cells (chase_session_get_diagram (gui_session ())), ==, 5);
  gui_stop ();
}

#define IN_CATEGORY                                                                                \
  "category C {\n  objects X, Y\n  p : X -> Y\n}\n"                                                \
  "category D {\n  objects A, B, E\n  f : A -> B\n  g : B -> E\n}\n"                               \
  "functor F : C -> D {\n  X |-> A\n  Y |-> B\n  p |-> f\n}\n"                                     \
  "functor G : C -> D {\n  X |-> B\n  Y |-> E\n  p |-> g\n}\n"                                     \
  "transformation eta : F => G {\n  X |-> f\n  Y |-> g\n}\n"                                       \
  "diagram d in D {\n  A at 0, 0\n  B at 1, 0\n}\n"

/* In a drawing of a category all that the category has is understood, and what was declared in
 * between is given up. */
static void
test_in_category (void)
{
  g_autofree char *text = NULL;

  gui_start_text ("meaning.chase", IN_CATEGORY);
  gui_drag (0, 0, 1, 0);
  gui_type ("F(p)");
  g_assert_true (says ("Means F(p)"));
  gui_key ("Return");
  assert_shows ("Fp", "F(p)");
  /* On a busy machine two clicks may come too late after one another to be a double one. */
  for (guint i = 0; i < 5 && chase_session_get_labelled (gui_session ()) == G_MAXUINT32; i++)
    gui_click (1, -1, 2);
  gui_type ("E");
  g_assert_true (says ("Means E"));
  gui_key ("Return");
  gui_drag (1, 0, 1, -1);
  gui_type ("\\eta_Y");
  g_assert_true (says ("Means eta[Y]"));
  gui_shoot ("meaning-category");
  gui_key ("Return");
  text = gui_text ();
  g_assert_nonnull (
      strstr (text, "category D {\n  objects A, B, E\n  f : A -> B\n  g : B -> E\n}"));
  g_assert_cmpint (gui_verdicts ()->whole, !=, CHASE_WHOLE_WRONG);
  gui_stop ();
}

static gboolean
is_alone (void)
{
  return chase_session_get_diagram (gui_session ())->n_nodes == 1 && gui_canvas ()->fitted;
}

#define ORIGINAL                                                                                   \
  "diagram c {\n  A at 0, 0\n  B at 1, 0\n  f : A -> B\n}\n"                                       \
  "diagram d {\n  B at 0, 0\n}\n"

/* f^{op} beside f itself is an arrow of its own, which is said; in a drawing that is all of the
 * opposite of another one it is understood, and the drawing may be one in that category. */
static void
test_opposite (void)
{
  g_autofree char *text = NULL;

  gui_start_text ("meaning.chase", "diagram d {\n  A at 0, 0\n  B at 1, 0\n  f : A -> B\n}\n");
  gui_drag (1, 0, 0, 0);
  gui_type ("f^{op}");
  gui_key ("Return");
  gui_await_toast ();
  gui_click_widget (gui_find_button ("Show the Opposite"));
  text = gui_text ();
  g_assert_nonnull (strstr (text, "opposite d"));
  gui_stop ();

  gui_start_text ("meaning.chase", ORIGINAL);
  chase_session_show_item (gui_session (), 1);
  gui_wait (is_alone, "the second drawing");
  gui_verdicts ();
  gui_drag (0, 0, 1, 0);
  gui_type ("f^{op}");
  gui_key ("Tab");
  gui_type ("A");
  gui_key ("Return");
  gui_shoot ("meaning-opposite");
  gui_await_toast ();
  gui_click_widget (gui_find_button ("Draw in c^op"));
  assert_shows ("fop", "f");
  g_free (text);
  text = gui_text ();
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, "diagram d in c^op {"));
  g_assert_cmpstr (chase_session_undo_name (gui_session ()), ==, "Draw in the Opposite");
  g_assert_cmpint (gui_verdicts ()->whole, !=, CHASE_WHOLE_WRONG);
  gui_key ("Control_L+z");
  gui_stop ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/meaning/path", test_path);
  g_test_add_func ("/meaning/others", test_others);
  g_test_add_func ("/meaning/in-category", test_in_category);
  g_test_add_func ("/meaning/opposite", test_opposite);
  return g_test_run ();
}
