/* SPDX-License-Identifier: MIT */
#include "app/session-actions.h"
#include "gui.h"

#include "drawing/export.h"

/* Ways to select, to open again and to paste. */

#define SQUARE                                                                                     \
  "diagram d {\n  A at 0, 0\n  B at 1, 0\n  C at 0, 1\n  D at 1, 1\n"                              \
  "  f : A -> B\n  g : A -> C\n  h : B -> D\n  k : C -> D\n}\n"

static guint
n_selected (void)
{
  guint n;

  chase_session_get_selection (gui_session (), &n);
  return n;
}

static void
type_code_of (guint32 cell)
{
  g_autofree char *code = chase_canvas_code_of (gui_canvas (), cell);

  g_assert_nonnull (code);
  gui_type (code);
}

/* Semicolon, a letter: one cell is selected. Apostrophe: several, until Escape. The letters are
 * commands otherwise. */
static void
test_code (void)
{
  gui_start_text ("select.chase", SQUARE);
  gui_key ("semicolon");
  g_assert_true (chase_canvas_has_codes (gui_canvas ()));
  gui_shoot ("select-codes");
  type_code_of (5);
  g_assert_false (chase_canvas_has_codes (gui_canvas ()));
  g_assert_cmpuint (n_selected (), ==, 1);
  g_assert_true (chase_session_is_selected (gui_session (), 5));
  g_assert_null (chase_session_undo_name (gui_session ()));
  gui_key ("apostrophe");
  type_code_of (0);
  type_code_of (7);
  g_assert_cmpuint (n_selected (), ==, 3);
  gui_key ("Escape");
  g_assert_false (chase_canvas_has_codes (gui_canvas ()));
  g_assert_cmpuint (n_selected (), ==, 3);
  gui_key ("r");
  g_assert_cmpstr (chase_session_undo_name (gui_session ()), ==, "Reverse Arrow");
  gui_stop ();
}

#define ROWS 5

/* More cells than letters: two letters each, and what does not fit goes. */
static void
test_long_codes (void)
{
  g_autoptr (GString) text = g_string_new ("diagram d {\n");

  for (guint i = 0; i < ROWS * ROWS; i++)
    g_string_append_printf (text, "  x%u at %u, %u\n", i, i % ROWS, i / ROWS);
  g_string_append (text, "}\n");
  gui_start_text ("select.chase", text->str);
  gui_key ("semicolon");
  gui_type ("z");
  g_assert_false (chase_canvas_has_codes (gui_canvas ()));
  gui_key ("semicolon");
  gui_type ("s");
  gui_key ("BackSpace");
  type_code_of (17);
  g_assert_cmpuint (n_selected (), ==, 1);
  g_assert_true (chase_session_is_selected (gui_session (), 17));
  gui_stop ();
}

/* Shift and a drag: what the rectangle holds. */
static void
test_rectangle (void)
{
  gui_start_text ("select.chase", SQUARE);
  gui_hold ("Shift_L");
  gui_drag (-0.4, -0.4, 1.4, 0.4);
  gui_let_go ("Shift_L");
  g_assert_true (chase_session_is_selected (gui_session (), 0));
  g_assert_true (chase_session_is_selected (gui_session (), 1));
  g_assert_true (chase_session_is_selected (gui_session (), 4));
  g_assert_false (chase_session_is_selected (gui_session (), 2));
  gui_stop ();
}

static gboolean
has_recent (void)
{
  return g_menu_model_get_n_items (G_MENU_MODEL (gui_window ()->recent)) > 0;
}

/* What was open is in the menu beside Open, and opens from there. */
static void
test_recent (void)
{
  g_autofree char *label = NULL;
  GtkWidget *popover;

  gui_start_text ("select.chase", SQUARE);
  gui_wait (has_recent, "the recent file");
  g_menu_model_get_item_attribute (G_MENU_MODEL (gui_window ()->recent), 0, G_MENU_ATTRIBUTE_LABEL,
                                   "s", &label);
  g_assert_cmpstr (label, ==, "select.chase");
  popover
      = GTK_WIDGET (adw_split_button_get_popover (ADW_SPLIT_BUTTON (gui_window ()->open_button)));
  gui_click_at (gui_window ()->open_button, gtk_widget_get_width (gui_window ()->open_button) - 8,
                12);
  for (guint i = 0; i < 10; i++)
    gui_settle ();
  if (popover != NULL)
    g_assert_true (gtk_widget_get_mapped (popover));
  gui_shoot ("select-recent");
  gui_key ("Escape");
  gui_stop ();
}

static gboolean
has_eight_more (void)
{
  return chase_diagram_n_cells (chase_session_get_diagram (gui_session ())) == 16;
}

static gboolean
has_eight (void)
{
  return chase_diagram_n_cells (chase_session_get_diagram (gui_session ())) == 8;
}

static void
paste_picture (const char *type, ChaseExportFormat format)
{
  GdkClipboard *clipboard;
  ChaseExportPage page = { 0 };
  ChaseExportOptions options;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkContentProvider) content = NULL;

  gui_start_text ("select.chase", SQUARE);
  chase_export_options_init (&options);
  options.source = SQUARE;
  page.diagram = chase_session_get_diagram (gui_session ());
  bytes = chase_export (format, &page, 1, gui_window ()->fonts, NULL, &options, NULL);
  g_assert_nonnull (bytes);
  content = gdk_content_provider_new_for_bytes (type, bytes);
  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (gui_window ()));
  gdk_clipboard_set_content (clipboard, content);
  gui_point (3, 0, 0, 0);
  gui_key ("Control_L+v");
  gui_wait (has_eight_more, type);
  g_assert_cmpstr (chase_session_undo_name (gui_session ()), ==, "Paste");
  gui_key ("Control_L+z");
  g_assert_true (has_eight ());
  gui_stop ();
}

/* A picture that has its source inside is pasted as what it shows. */
static void
test_pictures (void)
{
  paste_picture ("image/svg+xml", CHASE_EXPORT_SVG);
  paste_picture ("image/png", CHASE_EXPORT_PNG);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/select/code", test_code);
  g_test_add_func ("/select/long-codes", test_long_codes);
  g_test_add_func ("/select/rectangle", test_rectangle);
  g_test_add_func ("/select/recent", test_recent);
  g_test_add_func ("/select/pictures", test_pictures);
  return g_test_run ();
}
