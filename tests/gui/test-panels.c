/* SPDX-License-Identifier: MIT */
#include "app/minimap.h"
#include "gui.h"

#include <gtksourceview/gtksource.h>
#include <math.h>

/* What stands beside the canvas: style, proof, countermodel, commands, text. */

#define SQUARE                                                                                     \
  "# A square.\n"                                                                                  \
  "diagram square {\n"                                                                             \
  "  A at 0, 0 # the corner\n  B at 1, 0\n  C at 0, 1\n  D at 1, 1\n"                              \
  "  f : A -> B\n  g : A -> C\n  h : B -> D\n  k : C -> D\n"                                       \
  "}\n"

/* The outer face follows from the two inner ones. */
#define LADDER                                                                                     \
  "diagram ladder {\n"                                                                             \
  "  A at 0, 0\n  B at 1, 0\n  C at 2, 0\n  D at 0, 1\n  E at 1, 1\n  F at 2, 1\n"                 \
  "  a : A -> B\n  b : B -> C\n  c : D -> E\n  d : E -> F\n"                                       \
  "  p : A -> D\n  q : B -> E\n  r : C -> F\n  s : A -> F\n"                                       \
  "  q . a = c . p\n  r . b = d . q\n  s = r . b . a\n"                                            \
  "}\n"

static ChasePage *
page (void)
{
  return chase_window_get_page (gui_window ());
}

static const ChaseCell *
cell (guint32 index)
{
  return chase_diagram_get_cell (chase_session_get_diagram (gui_session ()), index);
}

static const char *
undo_name (void)
{
  return chase_session_undo_name (gui_session ());
}

static gboolean
has_tooltip (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_TOGGLE_BUTTON (widget)
         && g_strcmp0 (gtk_widget_get_tooltip_text (widget), data) == 0;
}

static void
click_choice (const char *title)
{
  GtkWidget *button = gui_find_below (chase_page_get_inspector (page ()), has_tooltip, title);

  g_assert_nonnull (button);
  gui_click_widget (button);
}

static gboolean
is_inspecting (void)
{
  return gtk_widget_get_mapped (chase_page_get_inspector (page ()));
}

static gboolean
is_lit (const char *title)
{
  GtkWidget *button = gui_find_below (chase_page_get_inspector (page ()), has_tooltip, title);

  g_assert_nonnull (button);
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button));
}

/* A name that only a program understands. */
static gboolean
is_named_by_number (GtkWidget *widget, gconstpointer data)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  return tooltip != NULL && tooltip[0] == '#';
}

/* Everything by pictures: a click makes the selected arrows look like the picture. */
static void
test_inspector (void)
{
  gui_start_text ("panels.chase", SQUARE);
  gui_key ("i");
  gui_wait (is_inspecting, "the inspector");
  gui_click (0.3, 0, 1);
  g_assert_null (gui_find_below (chase_page_get_inspector (page ()), is_named_by_number, NULL));
  g_assert_false (is_lit ("Colour: Red"));
  click_choice ("Mono");
  g_assert_cmpint (cell (4)->style->tail, ==, CHASE_TAIL_MONO);
  g_assert_cmpstr (undo_name (), ==, "Change Style");
  click_choice ("Squiggly line");
  g_assert_cmpint (cell (4)->style->body, ==, CHASE_BODY_SQUIGGLY);
  click_choice ("Epi");
  g_assert_cmpint (cell (4)->style->head, ==, CHASE_HEAD_EPI);
  gui_shoot ("panels-inspector");
  gui_key ("Control_L+z");
  gui_key ("Control_L+z");
  gui_key ("Control_L+z");
  g_assert_null (undo_name ());
  gui_key ("Control_L+a");
  g_assert_true (is_lit ("Solid line"));
  g_assert_true (is_lit ("One line")); /* which no style says */
  g_assert_false (is_lit ("Two lines"));
  click_choice ("Dashed line");
  for (guint32 i = 4; i < 8; i++)
    g_assert_cmpint (cell (i)->style->body, ==, CHASE_BODY_DASHED);
  gui_key ("i");
  g_assert_false (is_inspecting ());
  gui_stop ();
}

/* A label that was put on a side finds its own side again. */
static void
test_own_side (void)
{
  gui_start_text ("panels.chase", SQUARE);
  gui_key ("i");
  gui_wait (is_inspecting, "the inspector");
  gui_click (0.3, 0, 1);
  g_assert_true (is_lit ("Label where there is room"));
  click_choice ("Label on the right");
  gui_assert_says ("f : A -> B [label = right]", TRUE);
  g_assert_false (is_lit ("Label where there is room"));
  gui_shoot ("panels-label-side");
  click_choice ("Label where there is room");
  gui_assert_says ("label =", FALSE);
  g_assert_true (is_lit ("Label where there is room"));
  gui_stop ();
}

/* The proof of the outer face, one path after the other, back and forth. */
static gboolean
is_at (guint place)
{
  ChasePlayer *player = chase_page_get_player (page ());

  return gtk_widget_get_mapped (GTK_WIDGET (player)) && chase_player_get_place (player) == place;
}

static gboolean
is_at_start (void)
{
  return is_at (0) && gui_canvas ()->chase != NULL;
}

static gboolean
is_one_on (void)
{
  return is_at (1);
}

static gboolean
has_gone_on (void)
{
  return chase_player_get_place (chase_page_get_player (page ())) > 0;
}

static gboolean
is_not_playing (void)
{
  return !gtk_widget_get_visible (GTK_WIDGET (chase_page_get_player (page ())))
         && gui_canvas ()->chase == NULL;
}

static gboolean
has_tip (GtkWidget *widget, gconstpointer title)
{
  const char *tip = GTK_IS_BUTTON (widget) ? gtk_widget_get_tooltip_text (widget) : NULL;

  return tip != NULL && g_str_has_prefix (tip, title);
}

static void
click_player (const char *title)
{
  gui_click_widget (gui_find_below (GTK_WIDGET (chase_page_get_player (page ())), has_tip, title));
}

/* Step by step, back and forth, and by itself; Escape and an edit end it. */
static void
test_proof (void)
{
  gui_start_text ("panels.chase", LADDER);
  gui_key ("w");
  gui_wait (is_at_start, "the proof");
  click_player ("One Step On");
  gui_wait (is_one_on, "a step");
  gui_shoot ("panels-proof");
  click_player ("One Step Back");
  gui_wait (is_at_start, "the step back");
  click_player ("Play the Proof");
  gui_wait (has_gone_on, "the first step of what plays");
  gui_key ("Escape");
  gui_wait (is_not_playing, "the end");
  gui_key ("w");
  gui_wait (is_at_start, "the proof once more");
  gui_click (0, 0, 2); /* an edit ends it */
  gui_type ("X");
  gui_key ("Return");
  gui_wait (is_not_playing, "the end by an edit");
  gui_stop ();
}

/* Keys step, as they do in a presentation, wherever it was opened from; with Alt, or when it is
 * closed, they are the drawing's again. */
static void
test_proof_keys (void)
{
  guint last;

  gui_start_text ("panels.chase", LADDER);
  gui_key ("F9");
  gui_key ("F6");
  g_assert_false (gtk_widget_has_focus (GTK_WIDGET (gui_canvas ())));
  gui_key ("F8");
  gui_wait (is_at_start, "the proof");
  gui_key ("Right");
  gui_wait (is_one_on, "a step");
  gui_key ("Left");
  gui_wait (is_at_start, "the step back");
  gui_key ("End");
  gui_wait (has_gone_on, "the last step");
  last = chase_player_get_place (chase_page_get_player (page ()));
  gui_key ("Right");
  g_assert_true (is_at (last));
  gui_key ("Home");
  gui_wait (is_at_start, "the first one");
  gui_key ("space");
  gui_wait (has_gone_on, "what plays");
  gui_key ("space");
  g_assert_false (gui_canvas ()->focus_shown);
  gui_key ("Escape");
  gui_wait (is_not_playing, "the end");
  gui_key ("Right");
  g_assert_true (gui_canvas ()->focus_shown);
  gui_stop ();
}

static gboolean
lights (guint n)
{
  return gui_canvas ()->chase != NULL && gui_canvas ()->chase->len == n;
}

static gboolean
says (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL;
}

/* Arrows are called by their labels, as they are read, and not by the names that were made of
 * them; in a countermodel, too. */
static void
test_proof_labels (void)
{
  GtkWidget *player;

  gui_start_text ("panels.chase",
                  "diagram d {\n  A at 0, 0\n  B at 1, 0\n  C at 0, 1\n  D at 1, 1\n"
                  "  f : A -> B \"\\xi_1\"\n  g : A -> C\n  h : B -> D\n  k : C -> D \"p\"\n"
                  "  h . f = k . g\n  m : A -> B \"m'\"\n}\n");
  gui_point (0.5, 0.5, 0, 0);
  gui_key ("w");
  gui_wait (is_at_start, "the proof");
  player = GTK_WIDGET (chase_page_get_player (page ()));
  g_assert_nonnull (gui_find_below (player, says, "h \u2218 \u03be\u2081"));
  click_player ("One Step On");
  g_assert_nonnull (gui_find_below (player, says, "p \u2218 g"));
  g_assert_nonnull (
      gui_find_below (player, says, "h \u2218 \u03be\u2081 becomes p \u2218 g: that is given"));
  gui_shoot ("panels-proof-labels");
  gui_stop ();
}

static void
test_countermodel_labels (void)
{
  gui_start_text ("panels.chase",
                  "diagram d {\n  A at 0, 0\n  B at 1, 0\n  C at 0, 1\n  D at 1, 1\n"
                  "  f : A -> B \"\\xi\"\n  g : A -> C\n  h : B -> D\n  k : C -> D \"p\"\n}\n");
  gui_point (0.5, 0.5, 0, 0);
  gui_key ("w");
  gui_await_other_window (TRUE);
  g_assert_nonnull (gui_find_below (GTK_WIDGET (gui_other_window ()), says, "\u2014\u03be\u2192"));
  g_assert_nonnull (gui_find_below (GTK_WIDGET (gui_other_window ()), says, "\u2014p\u2192"));
  gui_shoot_widget (GTK_WIDGET (gui_other_window ()), "panels-countermodel-labels");
  gui_focus (GTK_WIDGET (gui_other_window ()));
  gui_key ("Escape");
  gui_await_other_window (FALSE);
  gui_stop ();
}

/* By way of an arrow that is not drawn: what is drawn of the proof lights up all the same. */
static void
test_proof_beyond (void)
{
  gui_start_text ("panels.chase",
                  "category C {\n  objects A, B, C, D\n  f : A -> B\n  g : A -> C\n  h : B -> D\n"
                  "  k : C -> D\n  l : A -> D\n  h . f = l\n  k . g = l\n}\n"
                  "diagram d in C {\n  A at 0, 0\n  B at 1, 0\n  C at 0, 1\n  D at 1, 1\n"
                  "  f\n  g\n  h\n  k\n}\n");
  gui_key ("w");
  gui_wait (is_at_start, "the proof");
  g_assert_true (lights (2));
  gui_shoot ("panels-proof-beyond");
  click_player ("One Step On");
  gui_wait (is_one_on, "a step");
  g_assert_true (lights (0));
  click_player ("One Step On");
  g_assert_true (lights (2));
  gui_stop ();
}

static void
test_countermodel (void)
{
  gui_start_text ("panels.chase", SQUARE);
  gui_point (0.5, 0.5, 0, 0);
  gui_key ("w");
  gui_await_other_window (TRUE);
  gui_shoot_widget (GTK_WIDGET (gui_other_window ()), "panels-countermodel");
  gui_focus (GTK_WIDGET (gui_other_window ()));
  gui_key ("Escape");
  gui_await_other_window (FALSE);
  gui_stop ();
}

static void
type_command (const char *keys, const char *text)
{
  gui_key (keys);
  gui_await_other_window (TRUE);
  gui_focus (GTK_WIDGET (gui_other_window ()));
  gui_type (text);
}

/* An action is found by its words. */
static void
test_palette (void)
{
  gui_start_text ("panels.chase", SQUARE);
  gui_click (0.3, 0, 1);
  type_command ("Control_L+k", "reverse");
  gui_shoot_widget (GTK_WIDGET (gui_other_window ()), "panels-palette");
  gui_key ("Return");
  gui_await_other_window (FALSE);
  g_assert_cmpstr (undo_name (), ==, "Reverse Arrow");
  gui_focus (GTK_WIDGET (gui_window ()));
  type_command ("Control_L+k", "squiggly");
  gui_key ("Return");
  gui_await_other_window (FALSE);
  g_assert_cmpint (cell (4)->style->body, ==, CHASE_BODY_SQUIGGLY);
  gui_stop ();
}

static gboolean
is_square (void)
{
  return chase_diagram_n_cells (chase_session_get_diagram (gui_session ())) == 8;
}

/* One line is typed, and a square is drawn, with places that suit it. */
static void
test_equation (void)
{
  g_autofree char *text = NULL;

  gui_start (NULL);
  gui_count_actions ();
  type_command ("Control_L+k", "h . f = k . g");
  gui_key ("Return");
  g_assert_cmpuint (gui_count_actions (), ==, 15);
  gui_wait (is_square, "the square");
  text = gui_text ();
  g_assert_nonnull (strstr (text, "h . f = k . g"));
  g_assert_cmpint (gui_verdicts ()->whole, ==, CHASE_WHOLE_HOLDS);
  g_assert_cmpfloat (fabs (cell (3)->x - cell (0)->x) + fabs (cell (3)->y - cell (0)->y), >, 0.9);
  gui_shoot ("panels-equation");
  gui_stop ();
}

/* Arrows, and what goes on from them. */
static void
test_draw_line (void)
{
  g_autofree char *text = NULL;

  gui_start (NULL);
  type_command ("Control_L+k", "f : A -> B; g : A -> C; h : B -> D; k : C -> D");
  gui_key ("Return");
  gui_wait (is_square, "the square");
  text = gui_text ();
  g_assert_nonnull (strstr (text, "k : C -> D"));
  gui_focus (GTK_WIDGET (gui_window ()));
  type_command ("Control_L+k", "h . f = k . g");
  gui_key ("Return");
  gui_await_other_window (FALSE);
  g_assert_cmpint (gui_verdicts ()->whole, ==, CHASE_WHOLE_HOLDS);
  g_assert_true (is_square ());
  gui_stop ();
}

static gboolean
has_source (void)
{
  return gtk_widget_get_mapped (GTK_WIDGET (chase_page_get_source (page ())));
}

static char *
source_text (void)
{
  GtkTextBuffer *buffer
      = gtk_text_view_get_buffer (chase_source_pane_get_view (chase_page_get_source (page ())));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/* Both are views of one document. */
static void
test_source (void)
{
  g_autofree char *before = NULL;
  g_autofree char *drawn = NULL;

  gui_start_text ("panels.chase", SQUARE);
  gui_key ("F4");
  gui_wait (has_source, "the text");
  /* The drawing makes room for it. */
  for (guint i = 0; i < 5; i++)
    gui_settle ();
  before = source_text ();
  g_assert_nonnull (gtk_source_buffer_get_language (GTK_SOURCE_BUFFER (
      gtk_text_view_get_buffer (chase_source_pane_get_view (chase_page_get_source (page ()))))));
  g_assert_nonnull (strstr (before, "# the corner"));
  gui_drag (1, 1, 2, 1);
  gui_type ("m");
  gui_key ("Return");
  drawn = source_text ();
  g_assert_nonnull (strstr (drawn, "m : D -> "));
  g_assert_nonnull (strstr (drawn, "# the corner"));
  chase_source_pane_go_to (chase_page_get_source (page ()), 3);
  gui_key ("Home");
  gui_type ("  Z at 0, 2\n");
  g_assert_cmpuint (chase_session_get_diagram (gui_session ())->n_nodes, ==, 6);
  g_assert_null (chase_source_pane_get_error (chase_page_get_source (page ())));
  gui_type ("  Y at ?\n");
  g_assert_nonnull (chase_source_pane_get_error (chase_page_get_source (page ())));
  g_assert_cmpuint (chase_session_get_diagram (gui_session ())->n_nodes, ==, 6);
  gui_shoot ("panels-source");
  gui_stop ();
}

/* An object that is called otherwise takes no arrow away before the arrows say so too, and what is
 * drawn meanwhile comes into the text. */
static void
test_source_rename (void)
{
  g_autofree char *before = NULL;
  g_autofree char *meanwhile = NULL;
  g_autofree char *drawn = NULL;

  gui_start_text ("panels.chase", "diagram d {\n  A at 0, 0\n  B at 1, 0\n  f : A -> B\n}\n");
  gui_key ("F4");
  gui_wait (has_source, "the text");
  before = gui_text ();
  chase_source_pane_go_to (chase_page_get_source (page ()), 2);
  gui_key ("Right");
  gui_key ("Right");
  gui_type ("n");
  g_assert_nonnull (chase_source_pane_get_error (chase_page_get_source (page ())));
  meanwhile = gui_text ();
  g_assert_cmpstr (meanwhile, ==, before);
  chase_session_add_object (gui_session (), 2, 0);
  drawn = source_text ();
  g_assert_nonnull (strstr (drawn, "  nA at 0, 0"));
  g_assert_nonnull (strstr (drawn, " at 2, 0"));
  chase_source_pane_go_to (chase_page_get_source (page ()), 5);
  for (guint i = 0; i < 6; i++)
    gui_key ("Right");
  gui_type ("n");
  g_assert_null (chase_source_pane_get_error (chase_page_get_source (page ())));
  gui_assert_says ("f : nA -> B", TRUE);
  gui_stop ();
}

static gboolean
has_toast (void)
{
  return gui_window ()->toast != NULL;
}

/* Another program writes the file. */
static void
test_reload (void)
{
  g_autofree char *path = gui_path ("panels.chase");

  gui_start_text ("panels.chase", SQUARE);
  gui_settle ();
  g_assert_true (g_file_set_contents (path, "diagram square {\n  A at 0, 0\n}\n", -1, NULL));
  gui_wait (has_toast, "the offer to reload");
  gtk_widget_activate_action (GTK_WIDGET (gui_window ()), "win.reload", NULL);
  g_assert_cmpuint (chase_session_get_diagram (gui_session ())->n_nodes, ==, 1);
  g_assert_false (chase_session_is_modified (gui_session ()));
  gui_key ("Control_L+z");
  g_assert_cmpuint (chase_session_get_diagram (gui_session ())->n_nodes, ==, 4);
  gui_stop ();
}

static gboolean
is_drawing (void)
{
  return chase_session_get_item (gui_session ())->view == CHASE_VIEW_NONE;
}

/* What is worked out from a diagram is one command away. */
static void
test_computed (void)
{
  gui_start_text ("panels.chase", SQUARE);
  type_command ("Control_L+k", "opposite of");
  gui_key ("Return");
  gui_await_other_window (FALSE);
  g_assert_cmpint (chase_session_get_item (gui_session ())->view, ==, CHASE_VIEW_OPPOSITE);
  g_assert_cmpstr (undo_name (), ==, "Add Computed Diagram");
  gui_shoot ("panels-opposite");
  gui_focus (GTK_WIDGET (gui_window ()));
  gui_key ("Control_L+z");
  gui_wait (is_drawing, "the drawing");
  gui_stop ();
}

/* One copy, for every kind of program. */
static void
test_clipboard (void)
{
  static const char *const types[]
      = { "text/plain", "text/x-tex", "image/svg+xml", "image/png", "text/uri-list" };
  GdkContentFormats *formats;

  gui_start_text ("panels.chase", SQUARE);
  gui_key ("Control_L+a");
  gui_key ("Control_L+c");
  formats = gdk_clipboard_get_formats (gtk_widget_get_clipboard (GTK_WIDGET (gui_window ())));
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_assert_true (gdk_content_formats_contain_mime_type (formats, types[i])
                   || (i == 0 && gdk_content_formats_contain_gtype (formats, G_TYPE_STRING)));
  gui_stop ();
}

static gboolean
has_link (void)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (gui_window ()));
  GdkContentProvider *content = gdk_clipboard_get_content (clipboard);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  return content != NULL && gdk_content_provider_get_value (content, &value, NULL)
         && g_str_has_prefix (g_value_get_string (&value), "https://q.uiver.app/#q=");
}

/* The palette has what the menu of exports has. */
static void
test_palette_exports (void)
{
  gui_start_text ("link.chase", SQUARE);
  gui_command ("Copy as quiver link");
  gui_wait (has_link, "the link on the clipboard");
  gui_stop ();
}

static gboolean
is_minimap (GtkWidget *widget, gconstpointer data)
{
  return CHASE_IS_MINIMAP (widget);
}

static gboolean
has_minimap (void)
{
  return gtk_widget_get_mapped (gui_find_below (GTK_WIDGET (page ()), is_minimap, NULL));
}

/* Whether that column is in the middle of the canvas, as nearly as one can point at so small a map.
 */
static gboolean
is_in_view (double column)
{
  ChaseCanvas *canvas = gui_canvas ();
  ChasePoint at = chase_scene_from_grid (chase_canvas_get_scene (canvas), column, 0);

  at = chase_canvas_from_scene (canvas, at.x, at.y);
  return fabs (at.x - gtk_widget_get_width (GTK_WIDGET (canvas)) / 2.0) < 80;
}

/* More than fits: the view goes where the overview is clicked, and along with a drag in it. */
static void
test_minimap (void)
{
  g_autoptr (GString) text = g_string_new ("diagram row {\n");
  GtkWidget *map;
  double end, middle;

  for (guint i = 0; i < 30; i++)
    g_string_append_printf (text, "  A_%u at %u, 0\n", i, i);
  g_string_append (text, "}\n");
  gui_start_text ("panels.chase", text->str);
  g_assert_false (has_minimap ());
  gui_key ("Control_L+0");
  gui_wait (has_minimap, "the overview");
  gui_shoot ("panels-minimap");
  map = gui_find_below (GTK_WIDGET (page ()), is_minimap, NULL);
  end = gtk_widget_get_width (map) - 8;
  middle = gtk_widget_get_height (map) / 2.0;
  gui_click_at (map, end, middle);
  g_assert_true (is_in_view (29));
  gui_point_at (map, end, middle);
  gui_press (1);
  gui_point_at (map, (end + 8) / 2, middle);
  g_assert_true (is_in_view (14.5));
  gui_point_at (map, 8, middle);
  gui_release (1);
  g_assert_true (is_in_view (0));
  g_assert_null (undo_name ());
  gui_assert_text (text->str);
  gui_stop ();
}

static gboolean
says_label (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0;
}

static void
assert_found (guint32 selected, const char *said)
{
  g_assert_cmpuint (chase_session_get_single (gui_session ()), ==, selected);
  g_assert_nonnull (gui_find_below (GTK_WIDGET (gui_other_window ()), says_label, said));
}

/* What is found is to be seen beside the dialog, which lies over the middle of the window. */
static void
assert_beside_dialog (guint32 found)
{
  GtkWidget *dialog = GTK_WIDGET (gui_other_window ()), *window = GTK_WIDGET (gui_window ());
  GtkWidget *canvas = GTK_WIDGET (gui_canvas ());
  double width = gtk_widget_get_width (dialog), height = gtk_widget_get_height (dialog), x, y;
  ChaseRect bounds;
  ChasePoint low, high;

  g_assert_true (chase_scene_cell_bounds (chase_canvas_get_scene (gui_canvas ()), found, &bounds));
  low = chase_canvas_from_scene (gui_canvas (), bounds.x, bounds.y);
  high = chase_canvas_from_scene (gui_canvas (), bounds.x + bounds.width, bounds.y + bounds.height);
  gtk_widget_translate_coordinates (window, canvas, (gtk_widget_get_width (window) - width) / 2,
                                    (gtk_widget_get_height (window) - height) / 2, &x, &y);
  g_assert_true (high.x < x || low.x > x + width || high.y < y || low.y > y + height);
  g_assert_true (low.x >= 0 && low.y >= 0 && high.x <= gtk_widget_get_width (canvas)
                 && high.y <= gtk_widget_get_height (canvas));
}

static gboolean
has_replaced_second (void)
{
  return g_str_equal (cell (1)->label, "Bxx");
}

/* Found one by one, forth and back, and replaced one by one; what is left all at once. */
static void
test_find (void)
{
  gui_start_text ("panels.chase",
                  "diagram d {\n  Ax at 0, 0\n  Bx at 1, 0\n  Cx at 2, 0\n  x at 3, 0\n}\n");
  gui_key ("Control_L+f");
  gui_await_other_window (TRUE);
  gui_focus (GTK_WIDGET (gui_other_window ()));
  gui_type ("x");
  assert_found (G_MAXUINT32, "4 labels");
  gui_key ("Return");
  assert_found (0, "1 of 4: Ax");
  assert_beside_dialog (0);
  gui_shoot ("panels-found");
  gui_key ("Control_L+g");
  assert_beside_dialog (1);
  assert_found (1, "2 of 4: Bx");
  gui_key ("Shift_L+Return");
  gui_key ("Control_L+Shift_L+g");
  assert_found (3, "4 of 4: x");
  gui_key ("Return");
  assert_found (0, "1 of 4: Ax");
  gui_key ("Tab");
  gui_type ("xx");
  gui_key ("Return");
  g_assert_cmpstr (undo_name (), ==, "Replace in Label");
  g_assert_cmpstr (cell (0)->label, ==, "Axx");
  assert_found (1, "2 of 4: Bx");
  gui_shoot_widget (GTK_WIDGET (gui_other_window ()), "panels-find");
  gui_key ("Alt_L+r");
  gui_wait (has_replaced_second, "the second replacement");
  g_assert_cmpstr (cell (2)->label, ==, "Cx");
  gui_key ("Alt_L+a");
  gui_await_other_window (FALSE);
  g_assert_cmpstr (undo_name (), ==, "Replace in Labels");
  g_assert_cmpstr (cell (2)->label, ==, "Cxx");
  g_assert_cmpstr (cell (0)->label, ==, "Axxxx");
  gui_key ("Control_L+z");
  gui_key ("Control_L+z");
  g_assert_cmpstr (cell (1)->label, ==, "Bx");
  g_assert_cmpstr (cell (0)->label, ==, "Axx");
  gui_stop ();
}

static gboolean
has_error (void)
{
  return chase_source_pane_get_error (chase_page_get_source (page ())) != NULL;
}

static gboolean
cursor_is_seen (void)
{
  GtkTextView *view = chase_source_pane_get_view (chase_page_get_source (page ()));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter at;
  GdkRectangle cursor, seen;

  gtk_text_buffer_get_iter_at_mark (buffer, &at, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (view, &at, &cursor);
  gtk_text_view_get_visible_rect (view, &seen);
  return cursor.y >= seen.y && cursor.y + cursor.height <= seen.y + seen.height;
}

/* What is wrong is said below the text, and leaves the line in view that it is said of. */
static void
test_source_line (void)
{
  g_autoptr (GString) text = g_string_new ("diagram column {\n");

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text, "  A_%u at 0, %u\n", i, i);
  g_string_append (text, "}\n");
  gui_start_text ("panels.chase", text->str);
  gui_key ("F4");
  gui_wait (has_source, "the text");
  chase_source_pane_go_to (chase_page_get_source (page ()), 62);
  gui_key ("End");
  gui_wait (cursor_is_seen, "the last line");
  gui_key ("BackSpace");
  gui_wait (has_error, "the error");
  gui_wait (cursor_is_seen, "the line of the error");
  gui_shoot ("panels-source-line");
  gui_stop ();
}

static guint n_gone;

static void
one_gone (gpointer data)
{
  n_gone++;
}

static gboolean
has_pasted (void)
{
  GtkTextView *view = chase_source_pane_get_view (chase_page_get_source (page ()));

  return gtk_text_buffer_get_line_count (gtk_text_view_get_buffer (view)) > 12;
}

/* GtkSourceView keeps a view that has numbered its lines, and GTK a text that was selected or
 * copied. What hangs on an object goes with its memory; a weak reference would be told of its
 * disposal already. */
static void
test_source_freed (void)
{
  GtkTextView *view;

  n_gone = 0;
  gui_start_text ("panels.chase", SQUARE);
  gui_key ("F4");
  gui_wait (has_source, "the text");
  view = chase_source_pane_get_view (chase_page_get_source (page ()));
  gtk_widget_grab_focus (GTK_WIDGET (view));
  gui_settle ();
  gui_key ("Control_L+a");
  gui_key ("Control_L+c");
  gui_key ("Control_L+End");
  gui_key ("Control_L+v");
  gui_wait (has_pasted, "the text twice");
  gui_key ("Control_L+a");
  gui_settle ();
  g_object_set_data_full (G_OBJECT (view), "chase-told", page (), one_gone);
  g_object_set_data_full (G_OBJECT (gtk_text_view_get_buffer (view)), "chase-told", page (),
                          one_gone);
  gui_key ("Control_L+n");
  chase_window_close_page (gui_window (), CHASE_PAGE (adw_tab_page_get_child (
                                              adw_tab_view_get_nth_page (gui_window ()->tabs, 0))));
  gui_await_other_window (TRUE);
  gui_focus (GTK_WIDGET (gui_other_window ()));
  gui_key ("Alt_L+d");
  gui_await_other_window (FALSE);
  gui_settle ();
  g_assert_cmpuint (n_gone, ==, 2);
  gui_stop ();
}

static guint n_frames;

/* In the middle of a frame, where motions come in too. */
static gboolean
insert_in_frame (GtkWidget *canvas, GdkFrameClock *clock, gpointer data)
{
  n_frames++;
  if (n_frames % 3 == 0)
    chase_session_insert (gui_session (), CHASE_TEMPLATE_SQUARE, 3 * n_frames, 0);
  return n_frames < 60;
}

static gboolean
has_grown (void)
{
  return n_frames >= 60;
}

/* The text grows past its pane while its scroll bars show, which GTK warned of. */
static void
test_source_grows (void)
{
  GtkWidget *view;

  gui_start (NULL);
  gui_key ("F4");
  view = GTK_WIDGET (chase_source_pane_get_view (chase_page_get_source (page ())));
  n_frames = 0;
  gtk_widget_add_tick_callback (GTK_WIDGET (gui_canvas ()), insert_in_frame, NULL, NULL);
  for (guint i = 0; !has_grown () && i < 40; i++)
    gui_point_at (view, 100 + i, 100);
  gui_wait (has_grown, "the text");
  gui_stop ();
}

static char *
many_arrows (guint n)
{
  GString *text = g_string_new ("category C {\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "  f%u : A%u -> A%u\n", i, i, i + 1);
  g_string_append (text, "}\n");
  return g_string_free (text, FALSE);
}

static void
assert_of_colour_alone (GtkTextTag *tag, gpointer n)
{
  gboolean heavy, slanted, scaled, coloured;

  g_object_get (tag, "weight-set", &heavy, "style-set", &slanted, "scale-set", &scaled,
                "foreground-set", &coloured, NULL);
  if (!coloured)
    return;
  g_assert_false (heavy || slanted || scaled);
  ++*(guint *)n;
}

/* What is set while the text is painted must not change the height of a line. */
static void
test_source_colours (void)
{
  static const char text[] = "# A square\n" SQUARE;
  GtkTextBuffer *buffer;
  guint n = 0;

  gui_start_text ("panels.chase", text);
  gui_key ("F4");
  buffer = gtk_text_view_get_buffer (chase_source_pane_get_view (chase_page_get_source (page ())));
  gui_settle ();
  gtk_text_tag_table_foreach (gtk_text_buffer_get_tag_table (buffer), assert_of_colour_alone, &n);
  g_assert_cmpuint (n, >=, 3);
  gui_stop ();
}

/* The pane becomes lower, by the lines that say the error, than where the pointer was. */
static void
test_source_gutter (void)
{
  g_autofree char *text = many_arrows (80);
  GtkWidget *view;

  gui_start_text ("panels.chase", text);
  gui_key ("F4");
  view = GTK_WIDGET (chase_source_pane_get_view (chase_page_get_source (page ())));
  gtk_widget_grab_focus (view);
  gui_point_at (view, 8, gtk_widget_get_height (view) - 2);
  gui_type (">");
  gui_wait (has_error, "the error");
  gui_settle ();
  gui_stop ();
}

static gboolean
has_menu (void)
{
  return gui_find_menu () != NULL;
}

static gboolean
has_no_menu (void)
{
  return gui_find_menu () == NULL;
}

static void
open_menu (double column, double row)
{
  gui_point (column, row, 0, 0);
  gui_press (3);
  gui_release (3);
  gui_wait (has_menu, "the menu");
}

/* By the third button, at an object, an arrow and beside them, and closed by a key and by a click
 * elsewhere, as often as GTK needed to lose count of what is pressed. An entry does what it says.
 */
static void
test_menu (void)
{
  gui_start_text ("panels.chase", SQUARE);
  for (guint i = 0; i < 12; i++)
    {
      open_menu (i % 2, 0.5 * (i % 3));
      if (i % 4 == 0)
        gui_click (2, 2, 1);
      else
        gui_key ("Escape");
      gui_wait (has_no_menu, "the end of the menu");
    }
  open_menu (0, 0);
  g_assert_cmpuint (chase_session_get_single (gui_session ()), ==, 0);
  gui_shoot_widget (gui_find_menu (), "panels-menu");
  gui_click_menu ("Cut");
  gui_assert_says ("A at 0, 0", FALSE);
  gui_stop ();
}

static gboolean
text_has_keyboard (void)
{
  return gtk_widget_has_focus (
      GTK_WIDGET (chase_source_pane_get_view (chase_page_get_source (page ()))));
}

/* The menu of the text, by the third button when that is let go, and by key: it does what it says
 * to the text, and the keyboard comes back there. */
static void
test_source_menu (void)
{
  GtkTextView *view;

  gui_start_text ("panels.chase", SQUARE);
  gui_key ("F4");
  view = chase_source_pane_get_view (chase_page_get_source (page ()));
  for (guint i = 0; i < 6; i++)
    {
      gui_point_at (GTK_WIDGET (view), 60 + 20 * i, 40);
      gui_press (3);
      g_assert_null (gui_find_menu ());
      gui_release (3);
      gui_wait (has_menu, "the menu");
      gui_key ("Escape");
      gui_wait (has_no_menu, "the end of the menu");
      gui_wait (text_has_keyboard, "the keyboard in the text");
    }
  chase_source_pane_go_to (chase_page_get_source (page ()), 10);
  gui_key ("Shift_L+Down");
  gui_key ("Menu");
  gui_wait (has_menu, "the menu");
  gui_shoot_widget (gui_find_menu (), "panels-source-menu");
  gui_click_menu ("Delete");
  gui_wait (text_has_keyboard, "the keyboard in the text");
  gui_assert_says ("k : C", FALSE);
  gui_key ("Menu");
  gui_click_menu ("Undo");
  gui_assert_says ("k : C", TRUE);
  gui_stop ();
}

static gboolean
is_slid_in (void)
{
  GtkWidget *entry = gui_find_menu_entry ("Dotted");

  return entry != NULL
         && !gtk_stack_get_transition_running (
             GTK_STACK (gtk_widget_get_ancestor (entry, GTK_TYPE_STACK)));
}

/* What only arrows have is not offered for an object, nor what is said of faces but at a face. */
static void
test_menu_of_arrows (void)
{
  gui_start_text ("panels.chase", SQUARE);
  gui_verdicts ();
  open_menu (0.5, 0.5);
  g_assert_nonnull (gui_find_menu_entry ("The Face Is Given"));
  gui_key ("Escape");
  gui_wait (has_no_menu, "the end of the menu");
  gui_click (2, 1, 1);
  open_menu (0, 0);
  g_assert_null (gui_find_menu_entry ("The Face"));
  g_assert_null (gui_find_menu_entry ("Arrow"));
  gui_key ("Escape");
  gui_wait (has_no_menu, "the end of the menu");
  open_menu (0.5, 0);
  g_assert_nonnull (gui_find_menu_entry ("Reverse Arrow"));
  gui_click_widget (gui_find_menu_entry ("Arrow Style"));
  gui_wait (is_slid_in, "the styles");
  gui_click_menu ("Dotted");
  gui_assert_says ("dotted", TRUE);
  gui_stop ();
}

static gboolean
is_telling (void)
{
  return gtk_widget_get_mapped (
      GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (gui_window ()->verdict))));
}

static gboolean
is_told (void)
{
  return !is_telling ();
}

/* What the verdict tells leaves the drawing free once it is asked why. */
static void
test_verdict_closes (void)
{
  gui_start_text ("why.chase", SQUARE);
  gui_verdicts ();
  gui_click_widget (gui_window ()->verdict);
  gui_wait (is_telling, "the reason of the verdict");
  gui_click_widget (gui_find_button ("Show Why"));
  gui_await_other_window (TRUE);
  gui_wait (is_told, "the end of it");
  gui_stop ();
}

/* Far down in the window the menu is as whole as anywhere, and has what its object can do. */
static void
test_menu_low (void)
{
  GtkWidget *last;
  graphene_rect_t box;

  gui_start_text ("panels.chase", SQUARE);
  open_menu (1, 1);
  gui_settle ();
  last = gui_find_menu_entry ("Delete");
  g_assert_nonnull (last);
  g_assert_null (gui_find_menu_entry ("Reverse Arrow"));
  g_assert_true (gtk_widget_compute_bounds (last, gui_find_menu (), &box));
  g_assert_cmpfloat (box.origin.y + box.size.height, <=, gtk_widget_get_height (gui_find_menu ()));
  gui_shoot_widget (gui_find_menu (), "panels-menu-low");
  gui_key ("Escape");
  gui_wait (has_no_menu, "the end of the menu");
  gui_stop ();
}

static const char *
toast_title (void)
{
  return gui_window ()->toast != NULL ? adw_toast_get_title (gui_window ()->toast) : "";
}

static gboolean
has_no_toast (void)
{
  return gui_window ()->toast == NULL;
}

/* libadwaita 1.2 uses what it has freed where a toast leaves before frames have brought it in:
 * until then it cannot be closed, also not by Escape, and has the words of the next. */
static void
test_toasts (void)
{
  GtkWidget *toasts;
  AdwToast *first;

  gui_start_text ("panels.chase", SQUARE);
  toasts = GTK_WIDGET (gui_window ()->toasts);
  chase_window_toast (gui_window (), "One");
  first = gui_window ()->toast;
  g_assert_false (gtk_widget_get_can_target (gtk_widget_get_last_child (toasts)));
  g_usleep (700 * 1000); /* without a frame */
  chase_window_toast (gui_window (), "Two");
  g_assert_true (gui_window ()->toast == first);
  gui_await_toast ();
  g_assert_cmpstr (toast_title (), ==, "Two");
  g_assert_true (gtk_widget_get_can_target (gtk_widget_get_last_child (toasts)));
  chase_window_toast (gui_window (), "Three");
  g_assert_true (gui_window ()->toast != first);
  gui_key ("Escape");
  g_assert_cmpstr (toast_title (), ==, "Three");
  gui_await_toast ();
  g_assert_cmpstr (toast_title (), ==, "Three");
  gui_key ("Escape");
  gui_wait (has_no_toast, "the end of the toast");
  gui_stop ();
}

static GMenuModel *
menu_by_key (void)
{
  GMenuModel *menu;

  gui_key ("Menu");
  gui_wait (has_menu, "the menu");
  menu = gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (gui_find_menu ()));
  gui_key ("Escape");
  gui_wait (has_no_menu, "the end of the menu");
  return menu;
}

/* GTK 4.8 never frees what it reads of a menu: each page that had one of its own left 35 KB. */
static void
test_menu_shared (void)
{
  GMenuModel *menu;

  gui_start_text ("panels.chase", SQUARE);
  menu = menu_by_key ();
  gui_key ("Control_L+n");
  g_assert_true (menu_by_key () == menu);
  gui_stop ();
}

typedef struct
{
  double scale;
  ChasePoint origin;
} View;

static View
view (void)
{
  return (View){ gui_canvas ()->scale, gui_canvas ()->origin };
}

static void
assert_view (View expected, const char *pane)
{
  View is = view ();

  g_test_message ("%s", pane);
  g_assert_cmpfloat_with_epsilon (is.scale, expected.scale, 1e-6);
  g_assert_cmpfloat_with_epsilon (is.origin.x, expected.origin.x, 1 / is.scale);
  g_assert_cmpfloat_with_epsilon (is.origin.y, expected.origin.y, 1 / is.scale);
}

/* A pane that comes and goes by a key leaves the picture where it was, also under the pointer: one
 * that fills the canvas, one that was moved, and one that does not fit beside it. */
static void
test_panes_give_back (void)
{
  static const char *const keys[] = { "F4", "F9", "Alt_L+Return" };
  View before;

  gui_start_text ("panels.chase", SQUARE);
  gui_verdicts ();
  for (guint moved = 0; moved < 3; moved++)
    for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
      {
        gui_point (0.5, 0.5, 0, 0);
        before = view ();
        gui_key (keys[i]);
        gui_key (keys[i]);
        assert_view (before, keys[i]);
        if (i + 1 < G_N_ELEMENTS (keys))
          continue;
        if (moved == 0)
          gui_wheel (FALSE, 1);
        else
          chase_canvas_zoom_to (gui_canvas (), 3);
        gui_settle ();
      }
  gui_stop ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gui/panels/inspector", test_inspector);
  g_test_add_func ("/gui/panels/own-side", test_own_side);
  g_test_add_func ("/gui/panels/verdict-closes", test_verdict_closes);
  g_test_add_func ("/gui/panels/proof", test_proof);
  g_test_add_func ("/gui/panels/proof-keys", test_proof_keys);
  g_test_add_func ("/gui/panels/proof-labels", test_proof_labels);
  g_test_add_func ("/gui/panels/countermodel-labels", test_countermodel_labels);
  g_test_add_func ("/gui/panels/proof-beyond", test_proof_beyond);
  g_test_add_func ("/gui/panels/countermodel", test_countermodel);
  g_test_add_func ("/gui/panels/palette", test_palette);
  g_test_add_func ("/gui/panels/equation", test_equation);
  g_test_add_func ("/gui/panels/draw-line", test_draw_line);
  g_test_add_func ("/gui/panels/source", test_source);
  g_test_add_func ("/gui/panels/source-rename", test_source_rename);
  g_test_add_func ("/gui/panels/source-grows", test_source_grows);
  g_test_add_func ("/gui/panels/source-colours", test_source_colours);
  g_test_add_func ("/gui/panels/source-gutter", test_source_gutter);
  g_test_add_func ("/gui/panels/source-line", test_source_line);
  g_test_add_func ("/gui/panels/source-freed", test_source_freed);
  g_test_add_func ("/gui/panels/source-menu", test_source_menu);
  g_test_add_func ("/gui/panels/menu", test_menu);
  g_test_add_func ("/gui/panels/menu-of-arrows", test_menu_of_arrows);
  g_test_add_func ("/gui/panels/menu-low", test_menu_low);
  g_test_add_func ("/gui/panels/toasts", test_toasts);
  g_test_add_func ("/gui/panels/menu-shared", test_menu_shared);
  g_test_add_func ("/gui/panels/reload", test_reload);
  g_test_add_func ("/gui/panels/find", test_find);
  g_test_add_func ("/gui/panels/computed", test_computed);
  g_test_add_func ("/gui/panels/clipboard", test_clipboard);
  g_test_add_func ("/gui/panels/palette-exports", test_palette_exports);
  g_test_add_func ("/gui/panels/minimap", test_minimap);
  g_test_add_func ("/gui/panels/give-back", test_panes_give_back);
  return g_test_run ();
}
