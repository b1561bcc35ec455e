/* SPDX-License-Identifier: MIT */
#include "gui.h"

#define EMPTY "diagram square {\n}\n"

static const char *const drawn = "diagram square {\n"
                                 "  A at 0, 0\n"
                                 "  B at 1, 0\n"
                                 "  C at 0, 1\n"
                                 "  D at 1, 1\n"
                                 "  f : A -> B\n"
                                 "  g : A -> C\n"
                                 "  h : B -> D\n"
                                 "  k : C -> D\n"
                                 "  h . f = k . g\n"
                                 "}\n";

static gboolean
is_saved (void)
{
  return !chase_session_is_modified (gui_session ());
}

static void
draw_labelled_square (void)
{
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
  gui_shoot ("square-typing");
  gui_drag (1, 0, 1, 1);
  gui_type ("h");
  gui_key ("Tab");
  gui_type ("D");
  gui_drag (0, 1, 1, 1);
  gui_type ("k");
  gui_key ("Return");
}

static void
undo_all (void)
{
  for (guint i = 0; i < 100 && chase_session_undo_name (gui_session ()) != NULL; i++)
    gui_key ("Control_L+z");
  g_assert_null (chase_session_undo_name (gui_session ()));
}

static void
redo_all (void)
{
  for (guint i = 0; i < 100 && chase_session_redo_name (gui_session ()) != NULL; i++)
    gui_key ("Control_L+Shift_L+z");
  g_assert_null (chase_session_redo_name (gui_session ()));
}

/* As a person would: four drags and eight letters, a look at the verdict, a click on the face. */
static void
test_draw_check_undo_save (void)
{
  g_autofree char *path = gui_path ("square.chase");
  g_autofree char *before = NULL;
  g_autofree char *saved = NULL;
  const char *paths[] = { path, NULL };

  g_assert_true (g_file_set_contents (path, EMPTY, -1, NULL));
  gui_start (paths);
  before = gui_text ();
  gui_count_actions ();
  draw_labelled_square ();
  g_assert_cmpuint (gui_count_actions (), <=, 17); /* with the Enter that ends the last label */
  g_assert_cmpint (gui_verdicts ()->whole, ==, CHASE_WHOLE_FAILS);
  g_assert_cmpuint (gui_verdicts ()->faces->len, ==, 1);
  gui_shoot ("square-fails");
  gui_point (0.5, 0.5, 0, 0);
  gui_click (0.5, 0.5, 1);
  g_assert_cmpstr (chase_session_undo_name (gui_session ()), ==, "Declare Face");
  g_assert_cmpint (gui_verdicts ()->whole, ==, CHASE_WHOLE_HOLDS);
  g_assert_cmpint (chase_verdicts_face (gui_verdicts (), 0)->state, ==, CHASE_STATE_GIVEN);
  gui_shoot ("square-commutes");
  gui_assert_text (drawn);
  undo_all ();
  gui_assert_text (before);
  redo_all ();
  gui_assert_text (drawn);
  gui_key ("Control_L+s");
  gui_wait (is_saved, "the file");
  saved = gui_read (path);
  g_assert_cmpstr (saved, ==, drawn);
  gui_stop ();
  gui_start (paths);
  gui_assert_text (drawn);
  g_assert_cmpint (gui_verdicts ()->whole, ==, CHASE_WHOLE_HOLDS);
  gui_stop ();
}

/* Four gestures and nothing else. */
static void
test_bare_square (void)
{
  gui_start (NULL);
  gui_count_actions ();
  gui_drag (0, 0, 1, 0);
  gui_drag (0, 0, 0, 1);
  gui_drag (1, 0, 1, 1);
  gui_drag (0, 1, 1, 1);
  g_assert_cmpuint (gui_count_actions (), ==, 4);
  gui_key ("Escape");
  g_assert_cmpuint (chase_session_get_diagram (gui_session ())->n_nodes, ==, 4);
  g_assert_cmpuint (chase_diagram_n_cells (chase_session_get_diagram (gui_session ())), ==, 8);
  g_assert_cmpint (gui_verdicts ()->whole, ==, CHASE_WHOLE_FAILS);
  gui_shoot ("square-bare");
  gui_stop ();
}

/* One key. */
static void
test_template (void)
{
  gui_start (NULL);
  gui_point (0, 0, 0, 0);
  gui_count_actions ();
  gui_key ("s");
  g_assert_cmpuint (gui_count_actions (), ==, 1);
  g_assert_cmpuint (chase_diagram_n_cells (chase_session_get_diagram (gui_session ())), ==, 8);
  g_assert_cmpint (gui_verdicts ()->whole, ==, CHASE_WHOLE_FAILS);
  gui_key ("Control_L+Return");
  g_assert_cmpint (gui_verdicts ()->whole, ==, CHASE_WHOLE_HOLDS);
  gui_key ("Tab");
  gui_type ("X");
  gui_key ("Tab");
  gui_type ("Y");
  gui_key ("Return");
  g_assert_cmpstr (chase_diagram_get_cell (chase_session_get_diagram (gui_session ()), 1)->label,
                   ==, "Y");
  gui_stop ();
}

/* Without the pointer: an object, three arrows on from it, and one from the first. */
static void
test_keys_alone (void)
{
  static const char *const keys[]
      = { "Right", "space", "Right", "space", "Down",  "space", "Escape", "Left",
          "Up",    "space", "Down",  "space", "Right", "space", "Escape", NULL };

  gui_start (NULL);
  gui_point (3, 3, 0, 0);
  gtk_widget_grab_focus (GTK_WIDGET (gui_canvas ()));
  for (guint i = 0; keys[i] != NULL; i++)
    gui_key (keys[i]);
  gui_shoot ("square-keys");
  g_assert_cmpuint (chase_session_get_diagram (gui_session ())->n_nodes, ==, 4);
  g_assert_cmpuint (chase_diagram_n_cells (chase_session_get_diagram (gui_session ())), ==, 8);
  g_assert_cmpint (gui_verdicts ()->whole, ==, CHASE_WHOLE_FAILS);
  for (guint i = 0; i < 8; i++)
    {
      char letter[2] = { "PQRSfghk"[i], '\0' };

      gui_key ("Tab");
      gui_type (letter);
    }
  gui_key ("Return");
  {
    g_autofree char *text = gui_text ();

    g_assert_null (strchr (text, '"'));
  }
  gui_stop ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gui/square/draw", test_draw_check_undo_save);
  g_test_add_func ("/gui/square/bare", test_bare_square);
  g_test_add_func ("/gui/square/template", test_template);
  g_test_add_func ("/gui/square/keys", test_keys_alone);
  return g_test_run ();
}
