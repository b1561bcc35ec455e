/* SPDX-License-Identifier: MIT */
#include "gui.h"

#include "typeset/label.h"

/* What the labels say, and by which definitions. */

#define SQUARE                                                                                     \
  "diagram square {\n"                                                                             \
  "  A at 0, 0 \"\\Spec A\"\n  B at 1, 0 \"\\foo B\"\n"                                            \
  "  f : A -> B \"\\bar{f}\\baz\"\n"                                                               \
  "}\n"

static void
start_with (const char *text)
{
  g_autofree char *path = gui_path ("labels.chase");
  const char *paths[] = { path, NULL };

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  gui_start (paths);
  gui_verdicts ();
}

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

  start_with (SQUARE);
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

static gboolean
has_other_window (void)
{
  return gui_other_window () != NULL;
}

/* A click follows an element along all arrows; what is typed in the palette follows it along two
 * paths. */
static void
test_chase (void)
{
  guint shown;
  const ChaseCell *a;

  start_with (SETS);
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
  gui_wait (has_other_window, "the palette");
  gui_focus (GTK_WIDGET (gui_other_window ()));
  gui_type ("sets M at a along g . f = h . f");
  gui_key ("Return");
  gui_wait (has_chase, "the chase");
  gui_shoot ("labels-chase");
  gui_stop ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/labels/macro-file", test_macro_file);
  g_test_add_func ("/labels/setting-stays", test_setting_stays);
  g_test_add_func ("/labels/chase", test_chase);
  return g_test_run ();
}
