/* SPDX-License-Identifier: MIT */
#include "fingers.h"
#include "show-hand.h"

#include "app/minimap.h"

#include <math.h>

/* The window under fingers: every touch comes from GTK's server for browsers, as it would from a
 * tablet. */

#define TRIANGLE                                                                                   \
  "diagram d {\n  A at 0, 0\n  B at 1, 0\n  C at 1, 1\n  f : A -> B\n  g : B -> C\n}\n"

#define SQUARE                                                                                     \
  "diagram d {\n  A at 0, 0\n  B at 1, 0\n  C at 0, 1\n  D at 1, 1\n"                              \
  "  f : A -> B\n  g : A -> C\n  h : B -> D\n  k : C -> D\n}\n"

#define LESSON                                                                                     \
  "diagram d {\n  A at 0, 0; B at 1, 0; C at 1, 1 [step = 1]\n  f : A -> B\n"                      \
  "  g : B -> C [step = 1]\n}\n"

static GtkWidget *
canvas (void)
{
  return GTK_WIDGET (gui_canvas ());
}

static ChasePoint
point_of (double column, double row)
{
  ChasePoint at = chase_scene_from_grid (chase_canvas_get_scene (gui_canvas ()), column, row);

  return chase_canvas_from_scene (gui_canvas (), at.x, at.y);
}

#define SOME_TIME 60000 /* milliseconds: no test is as slow as that */

/* How long a finger rests before that means something. */
static void
set_long_press (int time)
{
  g_object_set (gtk_settings_get_default (), "gtk-long-press-time", time, NULL);
}

static void
start (const char *text)
{
  set_long_press (SOME_TIME);
  gui_start_text ("touch.chase", text);
}

/* Several taps are one double tap, and the next one is one of its own, however busy the machine is:
 * GTK takes the time of that, too. */
static void
tap_at (GtkWidget *widget, double x, double y, guint times)
{
  g_object_set (gtk_settings_get_default (), "gtk-double-click-time", times > 1 ? SOME_TIME : 1,
                NULL);
  fingers_rest ();
  for (guint i = 0; i < times; i++)
    {
      fingers_down (0, widget, x, y);
      fingers_up (0, widget, x, y);
    }
  gui_settle ();
}

static void
tap_widget (GtkWidget *widget)
{
  tap_at (widget, gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0, 1);
}

static void
tap (double column, double row, guint times)
{
  ChasePoint at = point_of (column, row);

  tap_at (canvas (), at.x, at.y, times);
}

/* Moves a finger that is down, in steps, and lifts it. */
static void
drag_on (ChasePoint from, ChasePoint to)
{
  for (int i = 1; i <= 4; i++)
    {
      fingers_move (0, canvas (), from.x + (to.x - from.x) * i / 4,
                    from.y + (to.y - from.y) * i / 4);
      gui_settle ();
    }
  fingers_up (0, canvas (), to.x, to.y);
  gui_settle ();
}

static void
drag_points (ChasePoint from, ChasePoint to)
{
  fingers_rest ();
  fingers_down (0, canvas (), from.x, from.y);
  drag_on (from, to);
}

static void
drag (double from_column, double from_row, double to_column, double to_row)
{
  drag_points (point_of (from_column, from_row), point_of (to_column, to_row));
}

static gboolean
is_held (void)
{
  return gui_canvas ()->held_long;
}

/* Puts a finger there and lets it rest for as long as that takes. */
static void
hold (ChasePoint at)
{
  set_long_press (40);
  fingers_rest ();
  fingers_down (0, canvas (), at.x, at.y);
  gui_wait (is_held, "a finger that has rested");
  set_long_press (SOME_TIME);
  gui_settle ();
}

static void
lift (ChasePoint at)
{
  fingers_up (0, canvas (), at.x, at.y);
  gui_settle ();
}

static gboolean
is_open_menu (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_POPOVER_MENU (widget) && gtk_widget_get_mapped (widget);
}

static GtkWidget *
open_menu (void)
{
  return gui_find_below (GTK_WIDGET (gui_window ()), is_open_menu, NULL);
}

static gboolean
has_menu (void)
{
  return open_menu () != NULL;
}

static gboolean
has_no_menu (void)
{
  return open_menu () == NULL;
}

static gboolean
is_label (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

/* Where an entry of the menu that is open is in it; FALSE where there is none. */
static gboolean
find_entry (const char *entry, GtkWidget **label, double *x)
{
  double y;

  *label = gui_find_below (open_menu (), is_label, entry);
  return *label != NULL && gtk_widget_translate_coordinates (*label, open_menu (), 0, 0, x, &y);
}

/* Taps it, when the page of the menu that it is on has come in. */
static void
tap_entry (const char *entry)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
  GtkWidget *label;
  double x, before;

  gui_wait (has_menu, "a menu");
  do
    {
      before = find_entry (entry, &label, &x) ? x : G_MAXDOUBLE;
      gui_settle ();
      gui_settle ();
    }
  while ((!find_entry (entry, &label, &x) || x != before) && g_get_monotonic_time () < end);
  if (label == NULL)
    g_error ("the menu has no entry %s", entry);
  tap_widget (label);
}

static void
choose (const char *entry)
{
  tap_entry (entry);
  gui_wait (has_no_menu, "the end of the menu");
}

static gboolean
does (GtkWidget *widget, gconstpointer action)
{
  return GTK_IS_ACTIONABLE (widget) && gtk_widget_get_mapped (widget)
         && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0;
}

/* Taps the button of a window that does @action. */
static void
tap_button (GtkWindow *window, const char *action)
{
  GtkWidget *found = gui_find_below (GTK_WIDGET (window), does, action);

  if (found == NULL)
    g_error ("there is no button for %s", action);
  tap_widget (found);
}

static guint
n_selected (void)
{
  guint n;

  chase_session_get_selection (gui_session (), &n);
  return n;
}

static void
assert_hint (const char *part)
{
  const char *hint = chase_canvas_get_hint (gui_canvas ());

  if (strstr (hint, part) == NULL)
    g_error ("the hint is: %s", hint);
}

/* From an empty page: two taps for an object, a drag for an arrow to a new one, labels typed. */
static void
test_draw (void)
{
  start ("diagram d {\n}\n");
  tap (0, 0, 2);
  assert_hint ("Tap elsewhere");
  fingers_strike (GDK_KEY_X, 0);
  tap (2, 2, 1);
  assert_hint ("Double-tap for an object");
  drag (0, 0, 1, 0);
  fingers_strike (GDK_KEY_u, 0);
  tap (2, 2, 1);
  drag (1, 0, 1, 1);
  tap (2, 2, 1);
  tap (1, 0, 2);
  fingers_strike (GDK_KEY_Y, 0);
  tap (2, 2, 1);
  gui_assert_says ("u : X -> Y", TRUE);
  g_assert_cmpuint (chase_diagram_n_cells (chase_session_get_diagram (gui_session ())), ==, 5);
  gui_shoot ("touch-draw");
  gui_stop ();
}

/* A tap selects, an object that is selected still gives arrows, and a drag that began beside it
 * does, too. */
static void
test_connect (void)
{
  ChasePoint at;

  start (TRIANGLE);
  tap (0, 0, 1);
  g_assert_cmpuint (chase_session_get_single (gui_session ()), ==, 0);
  assert_hint ("Hold, then drag");
  at = point_of (0, 0);
  at.x -= 30 * chase_canvas_get_zoom (gui_canvas ());
  drag_points (at, point_of (1, 1));
  tap (2, 2, 1);
  gui_assert_says ("h : A -> C", TRUE);
  gui_stop ();
}

/* A finger that rests and drags moves an object, or several. */
static void
test_move (void)
{
  ChasePoint at;

  start (TRIANGLE);
  at = point_of (0, 0);
  hold (at);
  assert_hint ("Drag to move");
  drag_on (at, point_of (0, 1));
  gui_assert_says ("A at 0, 1", TRUE);
  g_assert_null (open_menu ());

  at = point_of (0.4, -0.4);
  hold (at);
  assert_hint ("Drag around");
  gui_shoot ("touch-rest");
  drag_on (at, point_of (1.5, 1.5));
  g_assert_cmpuint (n_selected (), >=, 3);
  drag (1, 0, 2, 0);
  gui_assert_says ("B at 2, 0", TRUE);
  gui_assert_says ("C at 2, 1", TRUE);
  g_assert_cmpuint (chase_diagram_n_cells (chase_session_get_diagram (gui_session ())), ==, 5);
  gui_stop ();
}

/* One that rests and is lifted opens the menu on what is under it, and that is no tap. */
static void
test_menu (void)
{
  ChasePoint at;

  start (TRIANGLE);
  at = point_of (1, 0);
  hold (at);
  g_assert_null (open_menu ());
  lift (at);
  gui_wait (has_menu, "the menu");
  g_assert_cmpuint (chase_session_get_single (gui_session ()), ==, 1);
  gui_shoot_widget (open_menu (), "touch-menu");
  choose ("Delete");
  gui_assert_says ("B", FALSE);
  tap_button (GTK_WINDOW (gui_window ()), "win.undo");
  gui_assert_says ("f : A -> B", TRUE);
  at = point_of (0.5, 0);
  hold (at);
  lift (at);
  choose ("Reverse Arrow");
  gui_assert_says ("f : B -> A", TRUE);
  drag (0, 0, 1, 1);
  gui_assert_says ("h : A -> C", TRUE);
  gui_stop ();
}

/* An arrow is curved by its middle, let end elsewhere by its end, its label put on the other side;
 * by a finger that is not exact. */
static void
test_shape (void)
{
  ChasePoint at, to;
  double zoom;

  start (TRIANGLE);
  zoom = chase_canvas_get_zoom (gui_canvas ());
  at = point_of (0.5, 0);
  at.x += 12;
  at.y += 10;
  to = at;
  to.y += 48 * zoom;
  drag_points (at, to);
  gui_assert_says ("[curve = 2.5]", TRUE);
  tap_button (GTK_WINDOW (gui_window ()), "win.undo");
  gui_assert_says ("curve", FALSE);

  at = point_of (0.5, 0);
  at.y -= 13 * zoom;
  to = at;
  to.y += 28 * zoom;
  drag_points (at, to);
  gui_assert_says ("right", TRUE);
  tap_button (GTK_WINDOW (gui_window ()), "win.undo");

  tap (0.5, 0, 1);
  at = point_of (1, 0);
  at.x -= 40 * zoom;
  at.y += 10;
  drag_points (at, point_of (1, 1));
  gui_assert_says ("f : A -> C", TRUE);
  gui_stop ();
}

/* Two fingers zoom and move the view at once; what one of them began is off until it touches again.
 */
static void
test_pinch (void)
{
  ChasePoint at, grip, after;
  double zoom;

  start (TRIANGLE);
  at = point_of (1, 0);
  zoom = chase_canvas_get_zoom (gui_canvas ());
  fingers_rest ();
  fingers_down (0, canvas (), at.x, at.y);
  fingers_move (0, canvas (), at.x + 20, at.y);
  gui_settle ();
  g_assert_cmpint (gui_canvas ()->drag, ==, CHASE_DRAG_CONNECT);
  grip = chase_canvas_to_scene (gui_canvas (), at.x + 70, at.y);
  fingers_down (1, canvas (), at.x + 120, at.y);
  gui_settle ();
  fingers_move (1, canvas (), at.x + 121, at.y);
  gui_settle ();
  g_assert_cmpint (gui_canvas ()->drag, ==, CHASE_DRAG_NONE);
  for (int i = 1; i <= 5; i++)
    {
      fingers_move (0, canvas (), at.x + 20 - 10 * i, at.y + 6 * i);
      fingers_move (1, canvas (), at.x + 120 + 10 * i, at.y + 6 * i);
      gui_settle ();
    }
  g_assert_cmpfloat_with_epsilon (chase_canvas_get_zoom (gui_canvas ()), 2 * zoom, 0.05 * zoom);
  after = chase_canvas_to_scene (gui_canvas (), at.x + 70, at.y + 30);
  g_assert_cmpfloat_with_epsilon (after.x, grip.x, 2);
  g_assert_cmpfloat_with_epsilon (after.y, grip.y, 2);
  fingers_up (1, canvas (), at.x + 170, at.y + 30);
  fingers_move (0, canvas (), at.x + 60, at.y + 100);
  fingers_up (0, canvas (), at.x + 60, at.y + 100);
  gui_settle ();
  gui_assert_text (TRIANGLE);
  drag (0, 0, 1, 1);
  gui_assert_says ("h : A -> C", TRUE);
  gui_stop ();
}

/* "Select Several" stands for Shift: taps add, drags select what is inside. */
static void
test_several (void)
{
  ChasePoint at;

  start (TRIANGLE);
  at = point_of (2, 2);
  hold (at);
  lift (at);
  choose ("Select Several");
  assert_hint ("Tap what is to be selected");
  tap (0, 0, 1);
  tap (1, 0, 1);
  g_assert_cmpuint (n_selected (), ==, 2);
  tap (1, 0, 1);
  g_assert_cmpuint (n_selected (), ==, 1);
  drag (0.5, -0.5, 1.6, 1.5);
  g_assert_cmpuint (n_selected (), >=, 3);
  gui_assert_text (TRIANGLE);
  at = point_of (2, 2);
  hold (at);
  lift (at);
  choose ("Select Several");
  tap (0, 0, 1);
  g_assert_cmpuint (chase_session_get_single (gui_session ()), ==, 0);
  gui_stop ();
}

static ChasePlayer *
player (void)
{
  return chase_page_get_player (chase_window_get_page (gui_window ()));
}

static gboolean
is_proving (void)
{
  return gtk_widget_get_mapped (GTK_WIDGET (player ())) && chase_player_get_place (player ()) == 0;
}

static gboolean
has_gone_on (void)
{
  return chase_player_get_place (player ()) == 1;
}

static gboolean
is_not_proving (void)
{
  return !gtk_widget_get_visible (GTK_WIDGET (player ()));
}

static gboolean
has_tooltip (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
         && gtk_widget_get_tooltip_text (widget) != NULL
         && g_str_has_prefix (gtk_widget_get_tooltip_text (widget), text);
}

static void
tap_player (const char *tooltip)
{
  GtkWidget *found = gui_find_below (GTK_WIDGET (player ()), has_tooltip, tooltip);

  g_assert_nonnull (found);
  tap_widget (found);
}

/* What is said of a face by taps, what follows as a proof that is stepped through. */
static void
test_faces (void)
{
  ChasePoint at;

  start (SQUARE);
  tap (0.5, 0.5, 1);
  gui_assert_says ("h . f = k . g", TRUE);
  assert_hint ("Tap: it is to be proved");
  tap (0.5, 0.5, 1);
  gui_assert_says ("check h . f = k . g in d", TRUE);
  tap_button (GTK_WINDOW (gui_window ()), "win.undo");
  gui_assert_says ("check", FALSE);
  gui_verdicts ();
  at = point_of (0.5, 0.5);
  hold (at);
  lift (at);
  choose ("Show Why");
  gui_wait (is_proving, "the proof");
  gui_shoot ("touch-proof");
  tap_player ("One Step On");
  gui_wait (has_gone_on, "a step");
  tap_player ("Close");
  gui_wait (is_not_proving, "the end of the proof");
  gui_stop ();
}

static gboolean
is_inspecting (void)
{
  return gtk_widget_get_mapped (chase_page_get_inspector (chase_window_get_page (gui_window ())));
}

static gboolean
shows_second (void)
{
  return strcmp (chase_session_get_item (gui_session ())->name, "e") == 0;
}

static GtkWidget *
find_in_window (gboolean (*test) (GtkWidget *widget, gconstpointer data), const char *what)
{
  GtkWidget *found;

  gui_settle ();
  found = gui_find_below (GTK_WIDGET (gui_window ()), test, what);
  if (found == NULL)
    g_error ("the window does not say %s", what);
  return found;
}

/* What stands around the drawing: a style, another diagram of the document, what a claim needs. */
static void
test_panes (void)
{
  start (SQUARE "check h . f = k . g in d\n"
                "diagram e \"The other one\" {\n  X at 0, 0\n}\n");
  tap (0.3, 0, 1);
  tap_button (GTK_WINDOW (gui_window ()), "win.inspector");
  gui_wait (is_inspecting, "the inspector");
  gui_settle ();
  tap_widget (find_in_window (has_tooltip, "Squiggly line"));
  gui_assert_says ("f : A -> B [squiggly]", TRUE);
  /* The drawing has moved for the pane: the finger is not over what is there now. */
  assert_hint ("Double-tap for an object");
  tap_button (GTK_WINDOW (gui_window ()), "win.inspector");
  tap_widget (gui_find_button ("Declare this face given"));
  gui_assert_says ("h . f = k . g\n", TRUE);
  gui_shoot ("touch-panes");
  tap_widget (find_in_window (is_label, "The other one"));
  gui_wait (shows_second, "the other diagram");
  tap_widget (GTK_WIDGET (gui_window ()->insert_button));
  choose ("Square");
  gui_assert_says ("X at 0, 0", TRUE);
  g_assert_cmpuint (chase_diagram_n_cells (chase_session_get_diagram (gui_session ())), ==, 9);
  gui_stop ();
}

#define FUNCTOR                                                                                    \
  "category C {\n  objects A, B\n  f : A -> B\n}\n"                                                \
  "functor F : C -> C {\n  B |-> B\n}\n"                                                           \
  "functor M : C -> Set {\n  A |-> {a, b}\n  B |-> {c}\n  f |-> {a |-> c, b |-> c}\n}\n"           \
  "diagram i = image F\ndiagram s = sets M\n"

static gboolean
is_computed (void)
{
  return !chase_session_is_placing (gui_session ()) && gui_canvas ()->fitted
         && !chase_session_is_judging (gui_session ())
         && !chase_session_is_claiming (gui_session ());
}

static void
tap_cell (guint32 cell)
{
  const ChaseCell *drawn
      = chase_diagram_get_cell (chase_session_get_diagram (gui_session ()), cell);

  gui_wait (is_computed, "the computed diagram");
  gui_settle ();
  tap (drawn->x, drawn->y, 1);
}

static gboolean
shows_image (void)
{
  return strcmp (chase_session_get_item (gui_session ())->name, "i") == 0;
}

static gboolean
shows_sets (void)
{
  return strcmp (chase_session_get_item (gui_session ())->name, "s") == 0;
}

/* In computed diagrams taps say where things go, and the hints speak of taps. */
static void
test_computed (void)
{
  start (FUNCTOR);
  tap_widget (find_in_window (is_label, "image F"));
  gui_wait (shows_image, "the image");
  tap_cell (0);
  assert_hint ("Tap an object or an arrow");
  tap_cell (2);
  gui_assert_says ("A |-> A", TRUE);
  tap_widget (find_in_window (is_label, "sets M"));
  gui_wait (shows_sets, "the sets");
  tap_cell (0);
  assert_hint ("Tap an element to follow it"); /* it is F that lacks a value */
  g_assert_cmpuint (n_selected (), ==, 1);
  gui_shoot ("touch-sets");
  gui_stop ();
}

static gboolean
is_minimap (GtkWidget *widget, gconstpointer data)
{
  return CHASE_IS_MINIMAP (widget) && gtk_widget_get_mapped (widget);
}

static gboolean
has_minimap (void)
{
  return gui_find_below (GTK_WIDGET (gui_window ()), is_minimap, NULL) != NULL;
}

static double
way_from_middle (double column)
{
  return fabs (point_of (column, 0).x - gtk_widget_get_width (canvas ()) / 2.0);
}

/* The overview of what does not fit: a tap brings its place into view, a drag goes along. */
static void
test_minimap (void)
{
  g_autoptr (GString) text = g_string_new ("diagram row {\n");
  GtkWidget *map;
  double end, middle;

  for (guint i = 0; i < 30; i++)
    g_string_append_printf (text, "  A_%u at %u, 0\n", i, i);
  g_string_append (text, "}\n");
  start (text->str);
  chase_canvas_zoom_to (gui_canvas (), 1);
  gui_wait (has_minimap, "the overview");
  map = gui_find_below (GTK_WIDGET (gui_window ()), is_minimap, NULL);
  end = gtk_widget_get_width (map) - 8;
  middle = gtk_widget_get_height (map) / 2.0;
  tap_at (map, end, middle, 1);
  g_assert_cmpfloat (way_from_middle (29), <, 80);
  fingers_rest ();
  fingers_down (0, map, end, middle);
  for (int i = 1; i <= 4; i++)
    fingers_move (0, map, end + (8 - end) * i / 4, middle);
  fingers_up (0, map, 8, middle);
  gui_settle ();
  g_assert_cmpfloat (way_from_middle (0), <, 80);
  gui_assert_text (text->str);
  gui_stop ();
}

static GtkWidget *
text_view (void)
{
  return GTK_WIDGET (
      chase_source_pane_get_view (chase_page_get_source (chase_window_get_page (gui_window ()))));
}

static gboolean
shows_text (void)
{
  return gtk_widget_get_mapped (text_view ());
}

/* The text pane comes by the menu; a tap puts the cursor, what is typed is drawn. */
static void
test_text (void)
{
  GdkRectangle place;
  GtkTextIter end;
  GtkTextView *view;
  int x, y;

  start (TRIANGLE);
  tap_widget (GTK_WIDGET (gui_window ()->main_button));
  tap_entry ("View");
  choose ("Text of the Document");
  gui_wait (shows_text, "the text");
  gui_settle ();
  view = GTK_TEXT_VIEW (text_view ());
  gtk_text_buffer_get_iter_at_line (gtk_text_view_get_buffer (view), &end, 5);
  gtk_text_iter_forward_to_line_end (&end);
  gtk_text_view_get_iter_location (view, &end, &place);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, place.x + 20, place.y + 4,
                                         &x, &y);
  tap_at (GTK_WIDGET (view), x, y, 1);
  fingers_strike (GDK_KEY_semicolon, 0);
  fingers_strike (GDK_KEY_h, 0);
  fingers_strike (GDK_KEY_colon, 0);
  fingers_strike (GDK_KEY_A, 0);
  fingers_strike (GDK_KEY_minus, 0);
  fingers_strike (GDK_KEY_greater, 0);
  fingers_strike (GDK_KEY_C, 0);
  gui_settle ();
  g_assert_cmpuint (chase_diagram_n_cells (chase_session_get_diagram (gui_session ())), ==, 6);
  gui_shoot ("touch-text");
  gui_stop ();
}

static gboolean
is_tab (GtkWidget *widget, gconstpointer title)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwTab") && gtk_widget_get_mapped (widget)
         && gui_find_below (widget, is_label, title) != NULL;
}

static gboolean
shows_touched (void)
{
  return chase_session_get_file (gui_session ()) != NULL;
}

static gboolean
has_no_tabs (void)
{
  return gui_find_below (GTK_WIDGET (gui_window ()), is_tab, "touch.chase") == NULL;
}

static gboolean
is_close_button (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
         && gtk_widget_has_css_class (widget, "tab-close-button");
}

/* A second drawing in a tab of its own, and back to the first; then it is closed. */
static void
test_tabs (void)
{
  GtkWidget *close;

  start (TRIANGLE);
  tap_button (GTK_WINDOW (gui_window ()), "win.new");
  g_assert_false (shows_touched ());
  for (guint i = 0; i < 30; i++)
    gui_settle (); /* the bar slides in */
  tap_widget (find_in_window (is_tab, "touch.chase"));
  gui_wait (shows_touched, "the first tab");
  gui_shoot ("touch-tabs");
  close = gui_find_below (find_in_window (is_tab, "touch.chase"), is_close_button, NULL);
  g_assert_nonnull (close);
  tap_widget (close);
  gui_wait (has_no_tabs, "the end of the tab");
  g_assert_false (shows_touched ());
  gui_stop ();
}

/* What a banner says is put away by its button. */
static void
test_banner (void)
{
  ChasePage *page;

  start (TRIANGLE);
  page = chase_window_get_page (gui_window ());
  chase_page_set_banner (page, "This is its last state.");
  for (guint i = 0; i < 30; i++)
    gui_settle (); /* it slides in */
  tap_widget (find_in_window (has_tooltip, "Close"));
  g_assert_null (chase_page_get_banner (page));
  gui_stop ();
}

static gboolean
is_of_words (GtkWidget *widget, gconstpointer words)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
         && gui_find_below (widget, is_label, words) != NULL;
}

/* GTK's dialog for files comes, and goes by its button. */
static void
test_dialog (void)
{
  start (TRIANGLE);
  tap_button (GTK_WINDOW (gui_window ()), "win.open");
  gui_await_other_window (TRUE);
  for (guint i = 0; i < 30; i++)
    gui_settle (); /* it reads the folder */
  tap_widget (gui_find_below (GTK_WIDGET (gui_other_window ()), is_of_words, "Cancel"));
  gui_await_other_window (FALSE);
  gui_assert_text (TRIANGLE);
  gui_stop ();
}

static gboolean
has_show (void)
{
  return gui_show () != NULL && show_stage ()->placed;
}

static gboolean
has_no_show (void)
{
  return gui_show () == NULL;
}

static gboolean
has_bar (void)
{
  return gtk_revealer_get_child_revealed (GTK_REVEALER (gui_show ()->bar));
}

/* Down at one place of the stage and up at another, as a swipe is. */
static void
swipe (double from, double to)
{
  GtkWidget *stage = GTK_WIDGET (show_stage ());
  double width = gtk_widget_get_width (stage), middle = gtk_widget_get_height (stage) / 2.0;

  fingers_rest ();
  fingers_down (0, stage, width * from, middle);
  for (int i = 1; i <= 4; i++)
    fingers_move (0, stage, width * (from + (to - from) * i / 4), middle);
  fingers_up (0, stage, width * to, middle);
  gui_settle ();
}

/* A presentation: a tap goes on, one at the left goes back, as swipes do; two fingers zoom and move
 * the picture and do neither, and the bar comes for a finger, too. */
static void
test_show (void)
{
  GtkWidget *stage;
  ChasePoint grip, after;
  double width, height, scale;

  start (LESSON);
  tap_widget (GTK_WIDGET (gui_window ()->main_button));
  tap_entry ("View");
  choose ("Present");
  gui_wait (has_show, "the presentation");
  stage = GTK_WIDGET (show_stage ());
  width = gtk_widget_get_width (stage);
  height = gtk_widget_get_height (stage);
  show_assert_place (0, 0);
  tap_at (stage, width * 0.8, height / 2, 1);
  show_assert_place (0, 1);
  gui_wait (has_bar, "the bar");
  show_shoot ("touch-show");
  tap_at (stage, width * 0.1, height / 2, 1);
  show_assert_place (0, 0);
  swipe (0.8, 0.3);
  show_assert_place (0, 1);
  swipe (0.3, 0.8);
  show_assert_place (0, 0);

  gui_wait (show_is_at_rest, "the picture at rest");
  scale = chase_stage_get_camera (show_stage ()).scale;
  fingers_rest ();
  fingers_down (0, stage, width * 0.5 - 50, height / 2);
  fingers_down (1, stage, width * 0.5 + 50, height / 2);
  for (int i = 1; i <= 5; i++)
    {
      fingers_move (0, stage, width * 0.5 - 50 - 10 * i, height / 2);
      fingers_move (1, stage, width * 0.5 + 50 + 10 * i, height / 2);
      gui_settle ();
    }
  g_assert_cmpfloat (chase_stage_get_camera (show_stage ()).scale, >, 1.5 * scale);
  scale = chase_stage_get_camera (show_stage ()).scale;
  grip = chase_stage_to_scene (show_stage (), width * 0.5, height / 2);
  for (int i = 1; i <= 5; i++)
    {
      fingers_move (0, stage, width * 0.5 - 100 + 20 * i, height / 2 - 10 * i);
      fingers_move (1, stage, width * 0.5 + 100 + 20 * i, height / 2 - 10 * i);
      gui_settle ();
    }
  after = chase_stage_to_scene (show_stage (), width * 0.5 + 100, height / 2 - 50);
  g_assert_cmpfloat_with_epsilon (after.x, grip.x, 2);
  g_assert_cmpfloat_with_epsilon (after.y, grip.y, 2);
  g_assert_cmpfloat_with_epsilon (chase_stage_get_camera (show_stage ()).scale, scale, 1e-6);
  fingers_up (1, stage, width * 0.5 + 200, height / 2 - 50);
  fingers_up (0, stage, width * 0.5, height / 2 - 50);
  gui_settle ();
  show_assert_place (0, 0);

  tap_at (stage, width * 0.8, height / 2, 1);
  show_assert_place (0, 1);
  gui_wait (has_bar, "the bar");
  tap_button (GTK_WINDOW (gui_show ()), "show.back");
  show_assert_place (0, 0);
  tap_button (GTK_WINDOW (gui_show ()), "show.end");
  gui_wait (has_no_show, "the end");
  gui_stop ();
}

static gboolean
has_pen (void)
{
  return chase_stage_get_tool (show_stage ()) == CHASE_TOOL_PEN;
}

/* The pen of a presentation writes under a finger, and goes neither on nor back. */
static void
test_pen (void)
{
  GtkWidget *stage;
  double width, middle;

  start (LESSON);
  tap_widget (GTK_WIDGET (gui_window ()->main_button));
  tap_entry ("View");
  choose ("Present");
  gui_wait (has_show, "the presentation");
  stage = GTK_WIDGET (show_stage ());
  width = gtk_widget_get_width (stage);
  middle = gtk_widget_get_height (stage) / 2.0;
  tap_at (stage, width * 0.8, middle, 1);
  gui_wait (has_bar, "the bar");
  tap_button (GTK_WINDOW (gui_show ()), "show.pen");
  gui_wait (has_pen, "the pen");
  swipe (0.8, 0.2);
  show_assert_place (0, 1);
  g_assert_cmpuint (chase_stage_n_strokes (show_stage ()), ==, 1);
  g_assert_false (show_stage ()->pointer_inside);
  show_shoot ("touch-pen");
  swipe (0.2, 0.8);
  show_assert_place (0, 1);
  g_assert_cmpuint (chase_stage_n_strokes (show_stage ()), ==, 2);
  gui_wait (has_bar, "the bar");
  tap_button (GTK_WINDOW (gui_show ()), "show.end");
  gui_wait (has_no_show, "the end");
  gui_stop ();
}

int
main (int argc, char **argv)
{
  fingers_connect ();
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/touch/draw", test_draw);
  g_test_add_func ("/touch/connect", test_connect);
  g_test_add_func ("/touch/move", test_move);
  g_test_add_func ("/touch/menu", test_menu);
  g_test_add_func ("/touch/shape", test_shape);
  g_test_add_func ("/touch/pinch", test_pinch);
  g_test_add_func ("/touch/several", test_several);
  g_test_add_func ("/touch/faces", test_faces);
  g_test_add_func ("/touch/panes", test_panes);
  g_test_add_func ("/touch/computed", test_computed);
  g_test_add_func ("/touch/minimap", test_minimap);
  g_test_add_func ("/touch/text", test_text);
  g_test_add_func ("/touch/tabs", test_tabs);
  g_test_add_func ("/touch/banner", test_banner);
  g_test_add_func ("/touch/dialog", test_dialog);
  g_test_add_func ("/touch/pen", test_pen);
  g_test_add_func ("/touch/show", test_show);
  return g_test_run ();
}
