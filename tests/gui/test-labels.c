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

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/labels/macro-file", test_macro_file);
  g_test_add_func ("/labels/setting-stays", test_setting_stays);
  return g_test_run ();
}
