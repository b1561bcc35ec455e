/* SPDX-License-Identifier: MIT */
#include "app/application.h"
#include "app/session-actions.h"
#include "gui.h"

#include "typeset/label.h"

/* What the labels say, and by which definitions. */

#define SQUARE                                                                                     \
  "diagram square {\n"                                                                             \
  "  A at 0, 0 \"\\Spec A\"\n  B at 1, 0 \"\\foo B\"\n"                                            \
  "  f : A -> B \"\\bar{f}\\baz\"\n"                                                               \
  "}\n"

static guint
n_unknown (guint32 cell)
{
  ChaseScene *scene = chase_canvas_get_scene (gui_canvas ());
  ChaseLabel *label = chase_scene_get_label (scene, cell);
  guint n;

  g_assert_nonnull (label);
  chase_label_get_unknown (label, &n);
  return n;
}

static const char *
toast_title (void)
{
  return gui_window ()->toast != NULL ? adw_toast_get_title (gui_window ()->toast) : "";
}

static gboolean
is_warned (void)
{
  return strstr (toast_title (), "\\foo") != NULL;
}

static gboolean
all_known (void)
{
  return n_unknown (1) == 0 && n_unknown (2) == 0;
}

static gboolean
is_unknown_again (void)
{
  return n_unknown (1) == 1;
}

static void
choose_file (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  gtk_widget_activate_action (GTK_WIDGET (gui_window ()), "win.macro-file-uri", "s", uri);
}

/* An unknown macro is underlined, and told of once; the chosen file defines it, also after it has
 * changed, and what is exported carries the definition. */
static void
test_macro_file (void)
{
  g_autofree char *path = gui_path ("own.sty");
  g_autofree char *text = NULL;
  g_autofree char *portable = NULL;
  g_autoptr (ChaseDocument) document = NULL;

  gui_start_text ("labels.chase", SQUARE);
  gui_wait (is_warned, "the warning");
  g_assert_nonnull (strstr (toast_title (), "\\baz"));
  g_assert_null (strstr (toast_title (), "\\Spec"));
  g_assert_cmpuint (n_unknown (0), ==, 0);
  g_assert_cmpuint (n_unknown (1), ==, 1);
  g_assert_cmpuint (n_unknown (2), ==, 1);
  gui_point (1, 0, 0, 0);
  g_assert_nonnull (strstr (chase_canvas_get_hint (gui_canvas ()), "underlined"));
  gui_shoot ("labels-unknown");
  g_assert_true (
      g_file_set_contents (path, "\\newcommand{\\foo}{\\mathcal}\\def\\baz{_0}", -1, NULL));
  choose_file (path);
  g_assert_true (all_known ());
  gui_shoot ("labels-macro-file");
  document = chase_session_portable_document (gui_session ());
  portable = chase_document_dup_macros (document);
  g_assert_nonnull (strstr (portable, "\\foo"));
  text = gui_text ();
  g_assert_null (strstr (text, "macros"));
  g_assert_true (g_file_set_contents (path, "\\def\\baz{_0}", -1, NULL));
  gui_wait (is_unknown_again, "the changed file");
  g_assert_false (is_warned ());
  gtk_widget_activate_action (GTK_WIDGET (gui_window ()), "win.macro-file-none", NULL);
  g_assert_cmpuint (n_unknown (2), ==, 1);
  gui_stop ();
}

/* The next window remembers the setting; the document's own definitions win. */
static void
test_setting_stays (void)
{
  g_autofree char *path = gui_path ("own.sty");
  g_autoptr (ChaseMacroFile) first = chase_macro_file_new ();
  g_autoptr (ChaseMacroFile) second = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) missing = g_file_new_for_path ("/nowhere/at-all.sty");
  g_autoptr (GError) error = NULL;

  g_assert_null (chase_macro_file_get_file (first));
  g_assert_true (g_file_set_contents (path, "\\def\\foo{F}", -1, NULL));
  g_assert_true (chase_macro_file_choose (first, file, NULL));
  g_assert_false (chase_macro_file_choose (first, missing, &error));
  g_assert_nonnull (error);
  second = chase_macro_file_new ();
  g_assert_true (g_file_equal (chase_macro_file_get_file (second), file));
  g_assert_cmpstr (chase_macro_file_get_text (second), ==, "\\def\\foo{F}");
  g_assert_true (chase_macro_file_choose (second, NULL, NULL));
  g_clear_object (&second);
  second = chase_macro_file_new ();
  g_assert_null (chase_macro_file_get_file (second));
}

static ChaseApplication *
application (void)
{
  return CHASE_APPLICATION (gtk_window_get_application (GTK_WINDOW (gui_window ())));
}

static gboolean
has_dialog (void)
{
  return GTK_IS_FONT_CHOOSER_DIALOG (gui_other_window ());
}

/* Labels are set in the font that is chosen, at once and in the next run; one that is not there is
 * replaced, and this is said. */
static void
test_math_font (void)
{
  g_auto (GStrv) families = chase_fonts_list_math_families ();
  const char *other = NULL;
  double width;

  gui_start_text ("labels.chase",
                  "diagram d {\n  A at 0, 0 \"\\mathcal{C}\"\n  B at 1, 0\n  f : A -> B\n}\n");
  for (guint i = 0; families[i] != NULL; i++)
    if (strcmp (families[i], chase_application_get_math_font (application ())) != 0)
      other = families[i];
  width = chase_label_get_width (chase_scene_get_label (chase_canvas_get_scene (gui_canvas ()), 0));
  if (other != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (gui_window ()), "win.math-font-family", "s", other);
      g_assert_cmpstr (chase_application_get_math_font (application ()), ==, other);
      g_assert_cmpfloat (
          chase_label_get_width (chase_scene_get_label (chase_canvas_get_scene (gui_canvas ()), 0)),
          !=, width);
      gui_shoot ("labels-math-font");
      gui_stop ();
      gui_start_text ("labels.chase", SQUARE);
      g_assert_cmpstr (chase_application_get_math_font (application ()), ==, other);
    }
  gtk_widget_activate_action (GTK_WIDGET (gui_window ()), "win.math-font-family", "s", "Nonesuch");
  g_assert_nonnull (strstr (toast_title (), "Nonesuch"));
  g_assert_true (g_strv_contains ((const char *const *)families,
                                  chase_application_get_math_font (application ())));
  gtk_widget_activate_action (GTK_WIDGET (gui_window ()), "win.math-font", NULL);
  gui_wait (has_dialog, "the dialog");
  gui_key ("Escape");
  gui_await_other_window (FALSE);
  gui_stop ();
}

#define SETS                                                                                       \
  "category C {\n  objects A, B, D\n  f : A -> B\n  g, h : B -> D\n}\n"                            \
  "functor M : C -> Set {\n  A |-> {a, a'}\n  B |-> {b, b'}\n  D |-> {d, d'}\n"                    \
  "  f |-> {a |-> b, a' |-> b'}\n  g |-> {b |-> d, b' |-> d}\n  h |-> {b |-> d', b' |-> d}\n}\n"   \
  "diagram m = sets M\n"

static ChaseDiagram *
diagram (void)
{
  return chase_session_get_diagram (gui_session ());
}

static gboolean
has_sets (void)
{
  return diagram ()->n_nodes == 6 && chase_session_get_item (gui_session ())->at == NULL
         && gui_canvas ()->fitted;
}

static gboolean
has_chase (void)
{
  return diagram ()->n_nodes == 6 && chase_session_get_item (gui_session ())->at != NULL;
}

static gboolean
is_chased (const char *label)
{
  g_autoptr (GArray) cells = chase_session_chased_cells (gui_session ());

  for (guint i = 0; cells != NULL && i < cells->len; i++)
    if (strcmp (chase_diagram_get_cell (diagram (), g_array_index (cells, guint32, i))->label,
                label)
        == 0)
      return TRUE;
  return FALSE;
}

/* A click follows an element along all arrows; what is typed in the palette follows it along two
 * paths. */
static void
test_chase (void)
{
  guint shown;
  const ChaseCell *a;

  gui_start_text ("labels.chase", SETS);
  shown = chase_document_n_items (chase_session_get_document (gui_session ())) - 2;
  gtk_widget_activate_action (GTK_WIDGET (gui_window ()), "win.show-item", "u", shown);
  gui_wait (has_sets, "the sets");
  gui_settle ();
  g_assert_false (is_chased ("a"));
  a = chase_diagram_get_cell (diagram (), 0);
  g_assert_cmpstr (a->label, ==, "a");
  gui_click (a->x, a->y, 1);
  gui_settle ();
  g_assert_true (is_chased ("a"));
  g_assert_true (is_chased ("b"));
  g_assert_true (is_chased ("d"));
  g_assert_true (is_chased ("d'"));
  g_assert_false (is_chased ("b'"));
  gui_shoot ("labels-orbit");
  gui_key ("Control_L+k");
  gui_await_other_window (TRUE);
  gui_focus (GTK_WIDGET (gui_other_window ()));
  gui_type ("sets M at a along g . f = h . f");
  gui_key ("Return");
  gui_wait (has_chase, "the chase");
  gui_shoot ("labels-chase");
  gui_stop ();
}

#define TAGS                                                                                       \
  "diagram d {\n  A at 0, 0\n  B at 2, 0\n"                                                        \
  "  f : A -> B [label = left, also = \"second\" [label = right, labelat = 0.3]]\n}\n"

static ChasePoint
middle_of_tag (void)
{
  ChaseRect box;

  g_assert_true (chase_scene_tag_bounds (chase_canvas_get_scene (gui_canvas ()), 2, 0, &box));
  return (ChasePoint){ box.x + box.width / 2, box.y + box.height / 2 };
}

static const ChaseStyle *
style (void)
{
  return chase_diagram_get_cell (diagram (), 2)->style;
}

/* Each label of an arrow is found, dragged and typed, not the first alone. */
static void
test_further_labels (void)
{
  ChaseScene *scene;
  ChasePoint at, to, grid;

  gui_start_text ("labels.chase", TAGS);
  scene = chase_canvas_get_scene (gui_canvas ());
  at = middle_of_tag ();
  g_assert_cmpuint (chase_scene_hit (scene, at.x, at.y, 0), ==, 2);
  g_assert_true (chase_scene_edge_point (scene, 2, 0.7, &to, NULL));
  to.y -= 18;
  gui_drag_points (at, to);
  g_assert_cmpstr (chase_session_undo_name (gui_session ()), ==, "Move Label");
  g_assert_cmpint (chase_style_get_label (style (), 0)->side, ==, CHASE_LABEL_LEFT);
  g_assert_cmpfloat_with_epsilon (chase_style_get_label (style (), 0)->at, 0.7, 1e-6);
  g_assert_cmpfloat (style ()->label_at, ==, 0.5);
  at = middle_of_tag ();
  grid = chase_scene_to_grid (chase_canvas_get_scene (gui_canvas ()), at.x, at.y);
  /* On a busy machine two clicks may come too late after one another to be a double one. */
  for (guint i = 0; i < 5 && chase_session_get_tag (gui_session ()) != 0; i++)
    gui_click (grid.x, grid.y, 2);
  gui_key ("Control_L+a");
  gui_type ("g");
  gui_shoot ("labels-further");
  gui_key ("Return");
  g_assert_cmpstr (chase_style_get_label (style (), 0)->text, ==, "g");
  g_assert_cmpstr (chase_diagram_get_cell (diagram (), 2)->label, ==, "f");
  gui_key ("Control_L+z");
  g_assert_cmpstr (chase_style_get_label (style (), 0)->text, ==, "second");
  gui_stop ();
}

/* The arrows of one face after another, with their ends. */
static void
test_select_face (void)
{
  gboolean left;
  guint n;

  gui_start_text ("labels.chase",
                  "diagram d {\n  A at 0, 0\n  B at 1, 0\n  C at 2, 0\n  D at 0, 1\n  E at 1, 1\n"
                  "  F at 2, 1\n  a : A -> B\n  b : B -> C\n  c : D -> E\n  d : E -> F\n"
                  "  p : A -> D\n  q : B -> E\n  r : C -> F\n}\n");
  gui_point (1, 3, 0, 0);
  gui_key ("Shift_L+f");
  chase_session_get_selection (gui_session (), &n);
  g_assert_cmpuint (n, ==, 8);
  left = chase_session_is_selected (gui_session (), 0);
  g_assert_true (chase_session_is_selected (gui_session (), 2) != left);
  gui_key ("Shift_L+f");
  g_assert_true (chase_session_is_selected (gui_session (), 2) == left);
  g_assert_true (chase_session_is_selected (gui_session (), 0) != left);
  gui_stop ();
}

/* What is drawn while the text cannot be read comes into it, and takes nothing that was typed. */
static void
test_text_in_the_making (void)
{
  ChaseSourcePane *pane;
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gui_start_text ("labels.chase", TAGS);
  gui_key ("F4");
  gui_settle ();
  pane = chase_page_get_source (chase_window_get_page (gui_window ()));
  buffer = gtk_text_view_get_buffer (chase_source_pane_get_view (pane));
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_iter_backward_chars (&end, 2);
  gtk_text_buffer_insert (buffer, &end, "  g : A ->\n", -1);
  g_assert_nonnull (chase_source_pane_get_error (pane));
  chase_session_add_object (gui_session (), 1, 1);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  g_assert_nonnull (strstr (text, "  g : A ->\n"));
  g_assert_nonnull (strstr (text, "at 1, 1"));
  gui_stop ();
}

static const char *
label_typed (GtkWidget *editor)
{
  return gtk_editable_get_text (GTK_EDITABLE (gtk_widget_get_first_child (editor)));
}

/* Words that are typed are set as text, with their blanks, and are typed again as words; what
 * labels that are there say stays a path. */
static void
test_typed_words (void)
{
  gui_start_text ("labels.chase", "diagram d {\n  A at 0, 0\n  B at 1, 0\n  C at 2, 0\n"
                                  "  sin : A -> B\n  cos : B -> C\n  p : A -> C [curve = 2]\n}\n");
  gui_click (0, 0, 2);
  gui_key ("Control_L+a");
  gui_type ("hello world");
  gui_key ("Return");
  gui_assert_says ("\\text{hello world}", TRUE);
  gui_shoot ("labels-words");
  gui_key ("Return");
  g_assert_cmpstr (label_typed (gui_canvas ()->editor), ==, "hello world");
  gui_key ("End");
  gui_type (", again");
  gui_key ("Return");
  gui_assert_says ("\\text{hello world, again}", TRUE);
  chase_session_select (gui_session (), (const guint32[]){ 5 }, 1);
  gui_key ("Return");
  gui_key ("Control_L+a");
  gui_type ("cos sin");
  gui_key ("Return");
  gui_assert_says ("= cos . sin", TRUE);
  gui_stop ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/labels/macro-file", test_macro_file);
  g_test_add_func ("/labels/math-font", test_math_font);
  g_test_add_func ("/labels/setting-stays", test_setting_stays);
  g_test_add_func ("/labels/chase", test_chase);
  g_test_add_func ("/labels/further", test_further_labels);
  g_test_add_func ("/labels/typed-words", test_typed_words);
  g_test_add_func ("/labels/face", test_select_face);
  g_test_add_func ("/labels/text", test_text_in_the_making);
  return g_test_run ();
}
