/* SPDX-License-Identifier: MIT */
#include "app/session-actions.h"
#include "gui.h"

#include <math.h>
#include <string.h>

/* Drawing as one types and pastes it. */

static guint wanted;

static ChaseDiagram *
diagram (void)
{
  return chase_session_get_diagram (gui_session ());
}

static gboolean
has_wanted (void)
{
  return chase_diagram_n_cells (diagram ()) == wanted;
}

static void
wait_for_cells (guint n)
{
  wanted = n;
  gui_wait (has_wanted, "the cells");
}

static const ChaseCell *
labelled (const char *label)
{
  for (guint32 i = 0; i < chase_diagram_n_cells (diagram ()); i++)
    if (g_str_equal (chase_diagram_get_cell (diagram (), i)->label, label))
      return chase_diagram_get_cell (diagram (), i);
  return NULL;
}

static gboolean is_copied;

static void
written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (
      gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (source), result, NULL));
  is_copied = TRUE;
}

static gboolean
has_copied (void)
{
  return is_copied;
}

/* What the clipboard offers as @type. */
static GBytes *
clipboard_bytes (const char *type)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (gui_window ()));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  is_copied = FALSE;
  gdk_content_provider_write_mime_type_async (gdk_clipboard_get_content (clipboard), type, memory,
                                              G_PRIORITY_DEFAULT, NULL, written, NULL);
  gui_wait (has_copied, "the copy");
  g_assert_true (g_output_stream_close (memory, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
assert_beside (const char *from, const char *to, double across, double down)
{
  const ChaseCell *a = labelled (from), *b = labelled (to);

  g_assert_true (a != NULL && b != NULL);
  g_assert_cmpfloat_with_epsilon (b->x - a->x, across, 1e-9);
  g_assert_cmpfloat_with_epsilon (b->y - a->y, down, 1e-9);
}

/* Two arrows that are typed are the corner of a square. */
static void
test_corners (void)
{
  gui_start (NULL);
  gui_command_on_canvas ("f : A -> C; g : B -> C");
  wait_for_cells (5);
  assert_beside ("A", "C", 0, 1);
  assert_beside ("B", "C", 1, 0);
  gui_shoot ("drawing-corner");
  gui_stop ();
  gui_start (NULL);
  gui_command_on_canvas ("f : A -> B; g : A -> B");
  wait_for_cells (4);
  assert_beside ("A", "B", 1, 0);
  gui_stop ();
}

/* Labels as they are read: the naturality square from two arrows out of F(X), and its equation. */
static void
test_labels (void)
{
  g_autofree char *text = NULL;
  const ChaseCell *corner;

  gui_start (NULL);
  gui_command_on_canvas ("F(f) : F(X) -> F(Y); \\eta_X : F(X) -> G(X)");
  wait_for_cells (5);
  corner = labelled ("F(X)");
  gui_click (corner->x, corner->y, 1);
  gui_key ("c");
  wait_for_cells (8);
  g_assert_nonnull (labelled ("\\eta_Y"));
  g_assert_nonnull (labelled ("G(f)"));
  assert_beside ("F(X)", "F(Y)", 1, 0);
  assert_beside ("F(X)", "G(X)", 0, 1);
  assert_beside ("F(X)", "G(Y)", 1, 1);
  gui_key ("Escape");
  gui_command_on_canvas ("\\eta_Y . F(f) = G(f) \\circ \\eta_X");
  wait_for_cells (8);
  text = gui_text ();
  g_assert_nonnull (strstr (text, "eta_Y . Ff = Gf . eta_X"));
  g_assert_cmpint (gui_verdicts ()->whole, ==, CHASE_WHOLE_HOLDS);
  gui_shoot ("drawing-labels");
  gui_stop ();
}

static gboolean
has_placeholder (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_TEXT (widget) && gtk_widget_get_mapped (widget)
         && g_strcmp0 (gtk_text_get_placeholder_text (GTK_TEXT (widget)), text) == 0;
}

/* Who does not know the keys is told what one does with two arrows, and what is to be typed. */
static void
test_told (void)
{
  gui_start_text ("drawing.chase",
                  "diagram d {\n  A at 0, 0\n  B at 1, 0\n  C at 0, 1\n  E at 2, 0\n"
                  "  f : A -> B\n  g : A -> C\n  h : B -> E\n}\n");
  gui_click (0.3, 0, 1);
  g_assert_null (strstr (chase_canvas_get_hint (gui_canvas ()), "C:"));
  gui_hold ("Shift_L");
  gui_click (1.3, 0, 1);
  gui_let_go ("Shift_L");
  g_assert_cmpstr (chase_canvas_get_hint (gui_canvas ()), ==, "C: add the composite");
  gui_click (0.3, 0, 1);
  gui_hold ("Shift_L");
  gui_click (0, 0.3, 1);
  gui_let_go ("Shift_L");
  g_assert_cmpstr (chase_canvas_get_hint (gui_canvas ()), ==, "C: complete the square");
  gui_key ("c");
  g_assert_nonnull (gui_find_below (GTK_WIDGET (gui_canvas ()), has_placeholder, "Arrow"));
  gui_key ("Escape");
  gui_click (3, 1, 2);
  g_assert_nonnull (gui_find_below (GTK_WIDGET (gui_canvas ()), has_placeholder, "Object"));
  gui_stop ();
}

/* A template is drawn with all that it is about, in the middle of an empty page. */
static void
test_template_whole (void)
{
  ChaseCanvas *canvas;
  ChasePoint middle;

  gui_start (NULL);
  gui_point (3, 2, 0, 0);
  gui_command_on_canvas ("A monad");
  wait_for_cells (17);
  g_assert_cmpstr (chase_session_undo_name (gui_session ()), ==, "Insert Template");
  g_assert_cmpint (gui_verdicts ()->whole, ==, CHASE_WHOLE_HOLDS);
  canvas = gui_canvas ();
  middle = chase_scene_from_grid (chase_canvas_get_scene (canvas), labelled ("T^3")->x + 2,
                                  labelled ("T^3")->y + 0.5);
  middle = chase_canvas_from_scene (canvas, middle.x, middle.y);
  g_assert_cmpfloat (fabs (middle.x - gtk_widget_get_width (GTK_WIDGET (canvas)) / 2.0), <, 40);
  gui_shoot ("drawing-monad");
  gui_key ("Control_L+z");
  wait_for_cells (0);
  gui_command_on_canvas ("A functor to sets");
  wait_for_cells (8);
  g_assert_nonnull (chase_document_find (chase_session_get_document (gui_session ()), "M"));
  gui_stop ();
}

/* Pastes @text, or where there is a @type the bytes of that kind, onto an empty page. */
static void
paste (const char *type, GBytes *bytes)
{
  g_autoptr (GdkContentProvider) provider
      = type != NULL
            ? gdk_content_provider_new_for_bytes (type, bytes)
            : gdk_content_provider_new_typed (G_TYPE_STRING, g_bytes_get_data (bytes, NULL));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (gui_window ())), provider);
  gui_point (0, 0, 0, 0);
  gui_key ("Control_L+v");
}

static void
paste_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text) + 1);

  paste (NULL, bytes);
}

/* What is written as one draws by typing is drawn; any other short text labels an object. */
static void
test_plain_text (void)
{
  g_autofree char *text = NULL;

  gui_start (NULL);
  paste_text ("h . f = k . g");
  wait_for_cells (8);
  text = gui_text ();
  g_assert_nonnull (strstr (text, "f : A -> B"));
  g_assert_cmpint (gui_verdicts ()->whole, ==, CHASE_WHOLE_HOLDS);
  gui_key ("Control_L+z");
  wait_for_cells (0);
  paste_text ("  F(X) \n");
  wait_for_cells (1);
  g_assert_nonnull (labelled ("F(X)"));
  paste_text ("https://example.org/");
  paste_text ("f : A -> B\n");
  wait_for_cells (4);
  gui_stop ();
}

/* A sentence is set as text and not as a formula, also where a line ends in it; other lines that
 * are no drawing are no object. */
static void
test_pasted_sentence (void)
{
  gui_start (NULL);
  paste_text ("the pullback of\n f along g\n");
  wait_for_cells (1);
  gui_assert_says ("\\text{the pullback of f along g}", TRUE);
  gui_verdicts ();
  gui_shoot ("drawing-sentence");
  paste_text ("A\nB\nC\n");
  gui_await_toast ();
  wait_for_cells (1);
  gui_stop ();
}

/* An empty page says in its middle what to do, wherever the view has been moved. */
static void
test_invitation (void)
{
  ChasePoint middle, at;

  gui_start (NULL);
  for (guint i = 0; i < 3; i++)
    {
      middle = chase_canvas_middle (gui_canvas ());
      at = chase_canvas_place_invitation (gui_canvas ());
      g_assert_cmpfloat (fabs (at.x - middle.x), <, 100 * chase_canvas_get_zoom (gui_canvas ()));
      g_assert_cmpfloat (fabs (at.y - middle.y), <, 100 * chase_canvas_get_zoom (gui_canvas ()));
      gui_point (0.3, 0.3, 0, 0);
      gui_hold ("Shift_L");
      gui_wheel (TRUE, 9);
      gui_let_go ("Shift_L");
      gui_wheel (FALSE, 7);
    }
  gui_shoot ("drawing-invitation");
  gui_stop ();
}

/* What other tools copy is drawn here, each arrow with its label. */
static void
test_foreign_text (void)
{
  static const char *const texts[]
      = { "\\begin{tikzcd}\nA \\arrow[r, \"f\"] & B\n\\end{tikzcd}\n",
          "https://q.uiver.app/#q=WzAsMixbMCwwLCJBIl0sWzEsMCwiQiJdLFswLDEsImYiXV0=\n",
          "diagram d {\n  A at 0, 0\n  B at 1, 0\n  f : A -> B\n}\n" };

  gui_start (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      paste_text (texts[i]);
      gui_assert_says ("diagram drawing {\n  A at 0, 0\n  B at 1, 0\n  f : A -> B", TRUE);
      gui_key ("Control_L+z");
      wait_for_cells (0);
    }
  gui_stop ();
}

/* A picture from the clipboard of another window, that is all it offers. */
static void
test_pictures (void)
{
  static const char *const types[] = { "image/svg+xml", "image/png" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GBytes) bytes = NULL;

      gui_start (NULL);
      gui_command_on_canvas ("h . f = k . g");
      wait_for_cells (8);
      gui_key ("Control_L+a");
      gui_key ("Control_L+c");
      bytes = clipboard_bytes (types[i]);
      gui_key ("Delete");
      wait_for_cells (0);
      paste (types[i], bytes);
      wait_for_cells (8);
      g_assert_cmpint (gui_verdicts ()->whole, ==, CHASE_WHOLE_HOLDS);
      gui_stop ();
    }
}

static gboolean
is_whole (void)
{
  ChaseCanvas *canvas = gui_canvas ();
  ChaseRect bounds = chase_scene_get_bounds (chase_canvas_get_scene (canvas));
  ChasePoint from = chase_canvas_from_scene (canvas, bounds.x, bounds.y);
  ChasePoint to
      = chase_canvas_from_scene (canvas, bounds.x + bounds.width, bounds.y + bounds.height);

  return from.x >= 0 && from.y >= 0 && to.x <= gtk_widget_get_width (GTK_WIDGET (canvas))
         && to.y <= gtk_widget_get_height (GTK_WIDGET (canvas));
}

static double seen_width;

static gboolean
has_less_room (void)
{
  return gtk_widget_get_width (GTK_WIDGET (gui_canvas ())) < seen_width;
}

static gboolean
is_roomy (void)
{
  return gtk_widget_get_width (GTK_WIDGET (gui_canvas ())) > 600 && is_whole ();
}

static gboolean
is_lit (GtkWidget *widget, gconstpointer title)
{
  return GTK_IS_TOGGLE_BUTTON (widget)
         && g_strcmp0 (gtk_widget_get_tooltip_text (widget), title) == 0
         && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (widget));
}

static gboolean
has_lit (const char *title)
{
  GtkWidget *inspector = chase_page_get_inspector (chase_window_get_page (gui_window ()));

  return gui_find_below (inspector, is_lit, title) != NULL;
}

static gboolean
has_mono (void)
{
  return has_lit ("Mono");
}

static gboolean
has_no_mono (void)
{
  return !has_lit ("Mono");
}

static gboolean
sees (gboolean outline, gboolean source, gboolean style)
{
  ChasePage *page = chase_window_get_page (gui_window ());

  return gtk_widget_get_mapped (GTK_WIDGET (chase_page_get_cells (page))) == outline
         && gtk_widget_get_mapped (GTK_WIDGET (chase_page_get_source (page))) == source
         && gtk_widget_get_mapped (chase_page_get_inspector (page)) == style
         && gtk_widget_get_width (GTK_WIDGET (gui_canvas ())) >= 320 && is_whole ();
}

static gboolean
sees_outline_and_source (void)
{
  return sees (TRUE, TRUE, FALSE);
}

static gboolean
sees_outline_and_style (void)
{
  return sees (TRUE, FALSE, TRUE);
}

static gboolean
sees_source_and_style (void)
{
  return sees (FALSE, TRUE, TRUE);
}

static void
press_on_canvas (const char *key)
{
  gtk_widget_grab_focus (GTK_WIDGET (gui_canvas ()));
  gui_key (key);
}

/* What is in the pane, not only the pane itself. */
static gboolean
has_wide_style (void)
{
  return gtk_widget_get_width (chase_page_get_inspector (chase_window_get_page (gui_window ())))
         > 330;
}

/* Where three panes leave no room to draw, the one asked for longest ago gives way, and returns
 * when there is room. */
static void
give_way (void)
{
  press_on_canvas ("F9");
  gui_wait (sees_outline_and_source, "the style gives way");
  gui_shoot ("drawing-panes");
  press_on_canvas ("i");
  gui_wait (sees_outline_and_style, "the source gives way");
  press_on_canvas ("F9");
  gui_wait (sees_source_and_style, "the source returns");
}

/* A pane that opens hides nothing of what was to be seen; it shows what all arrows have in common.
 */
static void
test_panes (void)
{
  static const char *const keys[] = { "i", "F4" };
  double scale;

  gui_start (NULL);
  gui_command_on_canvas ("f : A -> B; g : B -> C; h : C -> D; k : D -> E");
  wait_for_cells (9);
  gui_key ("Control_L+9");
  scale = chase_canvas_get_zoom (gui_canvas ());
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      seen_width = gtk_widget_get_width (GTK_WIDGET (gui_canvas ()));
      press_on_canvas (keys[i]);
      gui_wait (has_less_room, "the pane");
      gui_wait (is_whole, "the whole diagram");
    }
  give_way ();
  press_on_canvas ("F4");
  gui_wait (is_roomy, "the place of the panes");
  g_assert_cmpfloat (chase_canvas_get_zoom (gui_canvas ()), <=, scale);
  g_assert_cmpfloat (chase_canvas_get_zoom (gui_canvas ()), >, 0.6 * scale);
  gui_click ((labelled ("A")->x + labelled ("B")->x) / 2 - 0.15,
             (labelled ("A")->y + labelled ("B")->y) / 2, 1);
  gui_key ("m");
  gui_wait (has_mono, "the picture of a mono");
  gui_key ("Control_L+a");
  gui_wait (has_no_mono, "no picture for what differs");
  gtk_window_set_default_size (GTK_WINDOW (gui_window ()), 1180, 700);
  gui_wait (has_wide_style, "a pane that grows with the window");
  gui_stop ();
}

static gboolean
has_title (GtkWidget *widget, gconstpointer title)
{
  return GTK_IS_TOGGLE_BUTTON (widget) && gtk_widget_get_mapped (widget)
         && g_strcmp0 (gtk_widget_get_tooltip_text (widget), title) == 0;
}

static gboolean
has_ends (void)
{
  return gui_find_below (chase_page_get_inspector (chase_window_get_page (gui_window ())),
                         has_title, "Between objects")
         != NULL;
}

static gboolean
has_no_ends (void)
{
  return !has_ends ();
}

static gboolean
is_coloured (void)
{
  g_autofree char *text = gui_text ();

  return strstr (text, "labelcolour = \"#336699\"") != NULL;
}

static void
click_choice (const char *title)
{
  GtkWidget *inspector = chase_page_get_inspector (chase_window_get_page (gui_window ()));
  GtkWidget *button = gui_find_below (inspector, has_title, title);

  g_assert_nonnull (button);
  gui_click_widget (button);
}

static gboolean
is_between (void)
{
  return chase_diagram_get_cell (diagram (), 4)->style->source_midpoint;
}

/* What quiver edits of a 2-cell's ends, and a colour that has no name. */
static void
test_style (void)
{
  g_autofree char *path = gui_path ("style.chase");
  const char *paths[] = { path, NULL };
  const GdkRGBA colour = { 0.2F, 0.4F, 0.6F, 1 };
  const guint32 cell = 4, arrow = 2;

  g_assert_true (
      g_file_set_contents (path,
                           "diagram d {\n  A at 0, 0\n  B at 1, 0\n  f : A -> B [curve = -2]\n"
                           "  g : A -> B [curve = 2]\n  a : f => g\n}\n",
                           -1, NULL));
  gui_start (paths);
  gui_verdicts ();
  gui_key ("i");
  chase_session_select (gui_session (), &cell, 1);
  gui_wait (has_ends, "the ends of the 2-cell");
  gui_settle ();
  click_choice ("Between objects");
  gui_wait (is_between, "the other end");
  gui_shoot ("drawing-style");
  chase_session_select (gui_session (), &arrow, 1);
  gui_wait (has_no_ends, "the style of an arrow");
  gui_click_widget (gui_find_button ("Another Colour…"));
  gui_await_other_window (TRUE);
  gtk_color_chooser_set_rgba (GTK_COLOR_CHOOSER (gui_other_window ()), &colour);
  gui_focus (GTK_WIDGET (gui_other_window ()));
  gui_settle ();
  gui_click_widget (
      gtk_dialog_get_widget_for_response (GTK_DIALOG (gui_other_window ()), GTK_RESPONSE_OK));
  gui_wait (is_coloured, "the colour");
  gui_stop ();
}

static gboolean
has_details (void)
{
  return has_lit ("Solid outline") && has_lit ("Ground inside the outline: No ground");
}

static gboolean
has_no_details (void)
{
  return !has_lit ("Solid outline") && has_lit ("No outline");
}

/* The line around an object, each part of it one step; an arrow has none. */
static void
test_object_outline (void)
{
  const char *text = "diagram d {\n  A at 0, 0\n  B at 1, 0\n  f : A -> B\n}\n";
  const guint32 object = 0;

  gui_start_text ("outline.chase", text);
  gui_key ("i");
  chase_session_select (gui_session (), &object, 1);
  gui_wait (has_no_details, "an object without an outline");
  gui_settle ();
  click_choice ("Circle around the object");
  gui_wait (has_details, "the parts of the outline");
  gui_settle ();
  click_choice ("Dashed outline");
  gui_assert_says ("A at 0, 0 [outline = \"circle\", outlinestyle = \"dashed\"]", TRUE);
  gui_settle ();
  click_choice ("Ground inside the outline: Yellow");
  gui_assert_says ("outlinefill = \"#fbefb4\"", TRUE);
  gui_settle ();
  gui_shoot ("drawing-outline");
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpstr (chase_session_undo_name (gui_session ()), ==, "Change Style");
      chase_session_undo (gui_session ());
    }
  gui_assert_text (text);
  gui_key ("Control_L+a");
  gui_command_on_canvas ("Dotted outline");
  gui_assert_says ("A at 0, 0 [outline = \"rectangle\", outlinestyle = \"dotted\"]", TRUE);
  gui_assert_says ("B at 1, 0 [outline = \"rectangle\", outlinestyle = \"dotted\"]", TRUE);
  gui_assert_says ("f : A -> B\n", TRUE);
  gui_stop ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/labels", test_labels);
  g_test_add_func ("/drawing/corners", test_corners);
  g_test_add_func ("/drawing/told", test_told);
  g_test_add_func ("/drawing/template-whole", test_template_whole);
  g_test_add_func ("/drawing/plain-text", test_plain_text);
  g_test_add_func ("/drawing/pasted-sentence", test_pasted_sentence);
  g_test_add_func ("/drawing/invitation", test_invitation);
  g_test_add_func ("/drawing/foreign-text", test_foreign_text);
  g_test_add_func ("/drawing/pictures", test_pictures);
  g_test_add_func ("/drawing/panes", test_panes);
  g_test_add_func ("/drawing/style", test_style);
  g_test_add_func ("/drawing/object-outline", test_object_outline);
  return g_test_run ();
}
