/* SPDX-License-Identifier: MIT */
#include "gui.h"

#include "app/page.h"

#include <math.h>

#define SQUARE                                                                                     \
  "diagram square {\n"                                                                             \
  "  A at 0, 0\n  B at 1, 0\n  C at 0, 1\n  D at 1, 1\n"                                           \
  "  f : A -> B\n  g : A -> C\n  h : B -> D\n  k : C -> D\n"                                       \
  "}\n"

static void
open_square (void)
{
  gui_start_text ("hand.chase", SQUARE);
}

static const ChaseCell *
cell (guint32 index)
{
  return chase_diagram_get_cell (chase_session_get_diagram (gui_session ()), index);
}

static guint
n_cells (void)
{
  return chase_diagram_n_cells (chase_session_get_diagram (gui_session ()));
}

static guint
n_selected (void)
{
  guint n;

  chase_session_get_selection (gui_session (), &n);
  return n;
}

static void
assert_at (guint32 index, double column, double row)
{
  g_assert_cmpfloat (cell (index)->x, ==, column);
  g_assert_cmpfloat (cell (index)->y, ==, row);
}

static void
test_double_click (void)
{
  open_square ();
  gui_click (2, 0, 2);
  gui_type ("E");
  gui_key ("Return");
  g_assert_cmpuint (n_cells (), ==, 9);
  g_assert_cmpstr (cell (4)->name, ==, "E");
  gui_click (2, 0, 2);
  gui_type ("E_1");
  gui_key ("Escape");
  g_assert_cmpstr (cell (4)->name, ==, "E_1");
  gui_key ("Control_L+z");
  g_assert_cmpstr (cell (4)->name, ==, "E");
  gui_click (0.5, 0, 2);
  gui_type ("\\eta");
  gui_key ("Return");
  g_assert_cmpstr (cell (5)->label, ==, "\\eta");
  gui_stop ();
}

static void
test_move_by_rim (void)
{
  open_square ();
  gui_drag_rim (1, 1, 2, 1);
  assert_at (3, 2, 1);
  g_assert_cmpstr (chase_session_undo_name (gui_session ()), ==, "Move");
  gui_drag_rim (2, 1, 0, 1); /* C is there */
  assert_at (3, 2, 1);
  gui_key ("Control_L+z");
  assert_at (3, 1, 1);
  gui_click (1, 1, 1);
  gui_key ("Alt_L+Right");
  gui_key ("Alt_L+Right");
  gui_key ("Alt_L+Down");
  assert_at (3, 3, 2);
  gui_key ("Control_L+z");
  assert_at (3, 1, 1);
  gui_stop ();
}

static void
test_rectangle (void)
{
  open_square ();
  gui_hold ("Shift_L");
  gui_point (-0.5, -0.5, 0, 0);
  gui_press (1);
  gui_point (0.5, 0.2, 0, 0);
  gui_point (1.4, 0.6, 0, 0);
  gui_shoot ("hand-rectangle");
  gui_release (1);
  gui_let_go ("Shift_L");
  /* A, B, the arrow between them, and the two others, whose middles are within. */
  g_assert_cmpuint (n_selected (), ==, 5);
  gui_drag (0, 0, 0, -1);
  assert_at (0, 0, -1);
  assert_at (1, 1, -1);
  assert_at (2, 0, 1);
  g_assert_cmpuint (n_cells (), ==, 8);
  gui_key ("Delete");
  g_assert_cmpuint (n_cells (), ==, 3);
  gui_key ("Control_L+z");
  g_assert_cmpuint (n_cells (), ==, 8);
  g_assert_cmpuint (n_selected (), ==, 5);
  gui_stop ();
}

static void
test_select (void)
{
  open_square ();
  gui_click (0, 0, 1);
  g_assert_cmpuint (n_selected (), ==, 1);
  gui_hold ("Shift_L");
  gui_click (1, 1, 1);
  gui_click (0.5, 0, 1);
  g_assert_cmpuint (n_selected (), ==, 3);
  gui_click (1, 1, 1);
  gui_let_go ("Shift_L");
  g_assert_cmpuint (n_selected (), ==, 2);
  gui_key ("Control_L+a");
  g_assert_cmpuint (n_selected (), ==, 8);
  gui_click (2, 1, 1);
  g_assert_cmpuint (n_selected (), ==, 0);
  gui_click (0, 0, 1);
  gui_key ("Control_L+Shift_L+k");
  g_assert_cmpuint (n_selected (), ==, 8);
  gui_stop ();
}

static gboolean
is_doubled (void)
{
  return n_cells () == 16;
}

static void
test_clipboard (void)
{
  g_autofree char *text = NULL;

  open_square ();
  gui_key ("Control_L+a");
  gui_key ("Control_L+c");
  gui_point (2, 0, 0, 0);
  gui_key ("Control_L+v");
  gui_wait (is_doubled, "what was pasted");
  gui_verdicts ();
  gui_shoot ("hand-pasted");
  text = gui_text ();
  g_assert_nonnull (strstr (text, "A_2 : A at 2, 0"));
  g_assert_nonnull (strstr (text, "k_2 : C_2 -> D_2 = k"));
  g_assert_cmpuint (n_selected (), ==, 8);
  gui_key ("Control_L+x");
  g_assert_cmpuint (n_cells (), ==, 8);
  gui_key ("Control_L+z");
  g_assert_cmpuint (n_cells (), ==, 16);
  gui_key ("Control_L+z");
  gui_key ("Control_L+a");
  gui_key ("Control_L+d");
  g_assert_cmpuint (n_cells (), ==, 16);
  gui_stop ();
}

static gboolean
has_three (void)
{
  return chase_session_get_diagram (gui_session ())->n_nodes == 7;
}

/* A document of several drawings, onto a page that has something: the first comes where the pointer
 * is, the others become diagrams beside it, with what they are drawn in; one step takes all back.
 */
static void
test_paste_document (void)
{
  static const char *const text
      = "category C {\n  u : X -> Y\n}\n\n"
        "diagram square {\n  P at 0, 0\n  Q at 1, 0\n  R at 2, 0\n}\n\n"
        "diagram square_2 in C {\n  X at 0, 0\n  Y at 1, 0\n  u : X -> Y\n}\n";
  ChaseDocument *document;
  g_autofree char *before = NULL;

  open_square ();
  before = gui_text ();
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (gui_window ())), text);
  gui_point (3, 0, 0, 0);
  gui_key ("Control_L+v");
  gui_wait (has_three, "what was pasted");
  document = chase_session_get_document (gui_session ());
  g_assert_cmpuint (chase_document_n_items (document), ==, 3);
  gui_assert_says ("category C {", TRUE);
  gui_assert_says ("diagram square_2 in C {", TRUE);
  gui_key ("Control_L+z");
  gui_assert_text (before);
  gui_stop ();
}

static void
test_arrows (void)
{
  open_square ();
  gui_click (0.5, 0, 1);
  gui_key ("r");
  g_assert_cmpstr (chase_session_undo_name (gui_session ()), ==, "Reverse Arrow");
  g_assert_cmpuint (cell (4)->source, ==, 1);
  gui_key ("r");
  g_assert_cmpuint (cell (4)->source, ==, 0);
  gui_key ("bracketright");
  gui_key ("bracketright");
  g_assert_cmpfloat (cell (4)->style->curve, ==, 2);
  gui_key ("e");
  g_assert_cmpfloat (cell (4)->style->curve, ==, -2);
  gui_key ("d");
  g_assert_cmpint (cell (4)->style->body, ==, CHASE_BODY_DASHED);
  gui_verdicts ();
  gui_shoot ("hand-arrow");
  gui_stop ();
}

/* A second arrow between two objects, a 2-cell between the two, and a loop. */
static void
test_higher (void)
{
  open_square ();
  gui_drag (0, 0, 1, 0);
  gui_type ("f'");
  gui_key ("Return");
  g_assert_cmpuint (n_cells (), ==, 9);
  {
    ChaseScene *scene = chase_canvas_get_scene (gui_canvas ());
    ChasePoint ends[2];
    ChasePoint grid[2];
    guint32 parallel = 8;

    g_assert_true (chase_scene_edge_point (scene, 4, 0.3, &ends[0], NULL));
    g_assert_true (chase_scene_edge_point (scene, parallel, 0.3, &ends[1], NULL));
    for (guint i = 0; i < 2; i++)
      grid[i] = chase_scene_to_grid (scene, ends[i].x, ends[i].y);
    gui_drag (grid[0].x, grid[0].y, grid[1].x, grid[1].y);
  }
  gui_key ("Escape");
  gui_verdicts ();
  gui_shoot ("hand-higher");
  g_assert_cmpuint (n_cells (), ==, 10);
  g_assert_cmpuint (cell (9)->level, ==, 2);
  /* Away from the object and back to it. */
  gui_point (1, 1, 0, 0);
  gui_press (1);
  gui_point (1.5, 1.5, 0, 0);
  gui_point (2, 2, 0, 0);
  gui_point (1, 1, 0, 0);
  gui_release (1);
  gui_key ("Escape");
  g_assert_cmpuint (n_cells (), ==, 11);
  gui_verdicts ();
  gui_shoot ("hand-loop");
  gui_stop ();
}

static void
test_view (void)
{
  double zoom;
  ChasePoint origin;

  open_square ();
  zoom = chase_canvas_get_zoom (gui_canvas ());
  gui_point (1, 1, 0, 0);
  gui_hold ("Control_L");
  gui_wheel (TRUE, 3);
  gui_let_go ("Control_L");
  g_assert_cmpfloat (chase_canvas_get_zoom (gui_canvas ()), >, 1.3 * zoom);
  origin = gui_canvas ()->origin;
  gui_wheel (FALSE, 2);
  g_assert_cmpfloat (gui_canvas ()->origin.y, >, origin.y);
  gui_key ("Control_L+0");
  g_assert_cmpfloat (chase_canvas_get_zoom (gui_canvas ()), ==, 1);
  origin = gui_canvas ()->origin;
  gui_point (0.5, 0.5, 60, 60);
  gui_press (2);
  gui_point (1, 1, 80, 60);
  gui_release (2);
  g_assert_cmpfloat (gui_canvas ()->origin.x, <, origin.x);
  gui_hold ("space");
  gui_drag (2, 2, 2.5, 2);
  gui_let_go ("space");
  g_assert_cmpuint (n_cells (), ==, 8);
  gui_key ("g");
  g_assert_cmpfloat_with_epsilon (chase_canvas_get_zoom (gui_canvas ()), zoom, 1e-9);
  gui_stop ();
}

static void
test_dark (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  open_square ();
  gui_verdicts ();
  gui_key ("Control_L+Return");
  gui_verdicts ();
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  gui_click (1, 0, 1);
  gui_point (1, 0, 0, 0);
  gui_shoot ("dark-commutes");
  gui_key ("Control_L+z");
  gui_verdicts ();
  gui_click (0, 0, 2);
  gui_type ("\\mathcal{A}");
  gui_verdicts ();
  gui_shoot ("dark-typing");
  gui_key ("Escape");
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
  gui_stop ();
}

/* Tab asks for each label once: what was just drawn, then what is left. */
static void
test_queue (void)
{
  gui_start (NULL);
  gui_drag (0, 0, 1, 0);
  gui_key ("Escape");
  gui_drag (1, 0, 2, 0);
  gui_type ("g");
  gui_key ("Tab");
  gui_type ("C");
  gui_key ("Tab");
  gui_type ("f");
  gui_key ("Tab");
  gui_type ("A");
  gui_key ("Tab");
  gui_type ("B");
  gui_key ("Tab");
  g_assert_cmpuint (chase_session_get_labelled (gui_session ()), ==, G_MAXUINT32);
  {
    g_autofree char *text = gui_text ();

    g_assert_cmpstr (text, ==,
                     "diagram drawing {\n  A at 0, 0\n  B at 1, 0\n  C at 2, 0\n  f : A -> B\n"
                     "  g : B -> C\n}\n");
  }
  gui_stop ();
}

/* A page without anything to list has the window's whole width for the canvas. */
static void
test_empty_page (void)
{
  GtkWidget *page;

  gui_start (NULL);
  page = GTK_WIDGET (chase_window_get_page (gui_window ()));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (gui_canvas ())), ==,
                   gtk_widget_get_width (page));
  gui_shoot ("empty-page");
  chase_page_toggle_outline (CHASE_PAGE (page));
  gui_settle ();
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (gui_canvas ())), <,
                   gtk_widget_get_width (page) - 100);
  gui_stop ();
}

static graphene_rect_t
editor_box (void)
{
  graphene_rect_t box;

  g_assert_true (
      gtk_widget_compute_bounds (gui_canvas ()->editor, GTK_WIDGET (gui_canvas ()), &box));
  return box;
}

/* The entry hides neither what is typed nor the arrow that it belongs to. */
static void
test_editor_place (void)
{
  graphene_rect_t box;
  ChaseRect arrow;
  ChasePoint corner;

  gui_start (NULL);
  gui_drag (0, 0, 0, 1);
  gui_type ("A");
  gui_key ("Tab");
  gui_type ("long");
  gui_settle ();
  box = editor_box ();
  g_assert_true (chase_scene_cell_bounds (chase_canvas_get_scene (gui_canvas ()), 2, &arrow));
  corner = chase_canvas_from_scene (gui_canvas (), arrow.x + arrow.width, arrow.y);
  g_assert_cmpfloat (box.origin.x, >, corner.x);
  gui_shoot ("editor-beside");
  gui_key ("Escape");
  gui_drag (0, 0, 1, 0);
  gui_type ("f");
  gui_settle ();
  box = editor_box ();
  g_assert_true (chase_scene_label_bounds (chase_canvas_get_scene (gui_canvas ()),
                                           chase_session_get_labelled (gui_session ()), &arrow));
  corner = chase_canvas_from_scene (gui_canvas (), arrow.x, arrow.y + arrow.height);
  g_assert_cmpfloat (box.origin.y, >, corner.y);
  gui_stop ();
}

/* The view moves away from what is being named: the entry stays in it, and so does its menu. */
static void
test_editor_stays (void)
{
  int height;

  gui_start (NULL);
  height = gtk_widget_get_height (GTK_WIDGET (gui_canvas ()));
  for (guint i = 0; i < 2; i++)
    {
      graphene_rect_t box;

      gui_click (0, 0, 2);
      gui_type ("A");
      gui_wheel (i == 0, 40);
      box = editor_box ();
      g_assert_cmpfloat (box.origin.y, >=, 0);
      g_assert_cmpfloat (box.origin.y + box.size.height, <=, height);
      gui_key ("Menu");
      gui_key ("Escape");
      gui_key ("Escape");
      gui_wheel (i != 0, 40);
    }
  gui_stop ();
}

/* The middle of the view and of the canvas. */

static ChasePoint
middle_of_view (void)
{
  GtkWidget *canvas = GTK_WIDGET (gui_canvas ());

  return chase_canvas_to_scene (gui_canvas (), gtk_widget_get_width (canvas) / 2.0,
                                gtk_widget_get_height (canvas) / 2.0);
}

static void
assert_middle (ChasePoint expected)
{
  ChasePoint middle = middle_of_view ();

  g_assert_cmpfloat (fabs (middle.x - expected.x), <, 2);
  g_assert_cmpfloat (fabs (middle.y - expected.y), <, 2);
}

static ChasePoint
middle_of_diagram (void)
{
  ChaseRect bounds = chase_scene_get_bounds (chase_canvas_get_scene (gui_canvas ()));

  return (ChasePoint){ bounds.x + bounds.width / 2, bounds.y + bounds.height / 2 };
}

static int width_before;

static gboolean
has_other_width (void)
{
  GtkWidget *canvas = GTK_WIDGET (gui_canvas ());

  return gtk_widget_get_width (canvas) != width_before;
}

static void
resize (int width, int height)
{
  width_before = gtk_widget_get_width (GTK_WIDGET (gui_canvas ()));
  gtk_window_set_default_size (GTK_WINDOW (gui_window ()), width, height);
  gui_wait (has_other_width, "another size");
  for (guint i = 0; i < 5; i++)
    gui_settle ();
}

/* A window that grows, and a pane that comes, leave what is in the middle there; what filled the
 * view fills it again. */
static void
test_middle (void)
{
  ChasePoint middle;
  double zoom;

  gui_start_text ("hand.chase", "diagram d {\n  A at 0, 0\n  B at 1, 0\n  C at 2, 1\n}\n");
  resize (900, 560);
  chase_canvas_fit (gui_canvas ());
  zoom = chase_canvas_get_zoom (gui_canvas ());
  resize (1150, 780);
  assert_middle (middle_of_diagram ());
  g_assert_cmpfloat (chase_canvas_get_zoom (gui_canvas ()), >=, zoom);
  gui_point (1, 0, 0, 40);
  gui_wheel (TRUE, 2);
  gui_settle ();
  middle = middle_of_view ();
  zoom = chase_canvas_get_zoom (gui_canvas ());
  g_assert_cmpfloat (fabs (middle.y - middle_of_diagram ().y), >, 10);
  resize (900, 600);
  assert_middle (middle);
  resize (1150, 780);
  assert_middle (middle);
  g_assert_cmpfloat (chase_canvas_get_zoom (gui_canvas ()), ==, zoom);
  gui_point_at (GTK_WIDGET (gui_window ()), 300, 20); /* off the canvas */
  chase_page_toggle_inspector (chase_window_get_page (gui_window ()));
  gui_settle ();
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (gui_canvas ())), <, 1000);
  assert_middle (middle);
  gui_stop ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gui/hand/double-click", test_double_click);
  g_test_add_func ("/gui/hand/rim", test_move_by_rim);
  g_test_add_func ("/gui/hand/rectangle", test_rectangle);
  g_test_add_func ("/gui/hand/select", test_select);
  g_test_add_func ("/gui/hand/clipboard", test_clipboard);
  g_test_add_func ("/gui/hand/paste-document", test_paste_document);
  g_test_add_func ("/gui/hand/arrows", test_arrows);
  g_test_add_func ("/gui/hand/higher", test_higher);
  g_test_add_func ("/gui/hand/view", test_view);
  g_test_add_func ("/gui/hand/queue", test_queue);
  g_test_add_func ("/gui/hand/dark", test_dark);
  g_test_add_func ("/gui/hand/empty-page", test_empty_page);
  g_test_add_func ("/gui/hand/editor-place", test_editor_place);
  g_test_add_func ("/gui/hand/editor-stays", test_editor_stays);
  g_test_add_func ("/gui/hand/middle", test_middle);
  return g_test_run ();
}
