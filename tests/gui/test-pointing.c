/* SPDX-License-Identifier: MIT */
#include "app/session-actions.h"
#include "gui.h"

/* Functors and transformations made by pointing; the window in words. */

#define CATEGORIES                                                                                 \
  "category C {\n  objects X, Y\n  p : X -> Y\n}\n"                                                \
  "category D {\n  objects A, B, E\n  f : A -> B\n  g : B -> E\n}\n"                               \
  "diagram d in D {\n  A at 0, 0\n  B at 1, 0\n  E at 2, 0\n  f\n  g\n}\n"

static ChasePage *
page (void)
{
  return chase_window_get_page (gui_window ());
}

static void
settle_long (void)
{
  for (guint i = 0; i < 12; i++)
    gui_settle ();
}

static gboolean
has_picture (void)
{
  ChaseDiagram *diagram = chase_session_get_diagram (gui_session ());

  return !chase_session_is_editable (gui_session ()) && diagram->n_nodes == 5
         && gui_canvas ()->fitted;
}

static gboolean
has_gaps (void)
{
  GPtrArray *gaps = chase_session_get_gaps (gui_session ());

  return gaps != NULL && gaps->len > 0;
}

static gboolean
is_placed (void)
{
  return !chase_session_is_placing (gui_session ()) && gui_canvas ()->fitted
         && !chase_session_is_judging (gui_session ())
         && !chase_session_is_claiming (gui_session ());
}

static ChasePoint
place_of (guint32 cell)
{
  ChaseScene *scene = chase_canvas_get_scene (gui_canvas ());
  ChasePoint at;

  if (!chase_scene_edge_point (scene, cell, 0.5, &at, NULL))
    g_assert_true (chase_scene_cell_centre (scene, cell, &at));
  return chase_canvas_from_scene (gui_canvas (), at.x, at.y);
}

static void
click_cell (guint32 cell)
{
  ChasePoint at = place_of (cell);

  gui_click_at (GTK_WIDGET (gui_canvas ()), at.x, at.y);
  settle_long ();
  gui_wait (is_placed, "the picture");
}

/* Where the five objects of the picture are on the screen. */
static void
note_places (ChasePoint places[5])
{
  for (guint32 i = 0; i < 5; i++)
    places[i] = place_of (i);
}

static void
assert_places (const ChasePoint places[5])
{
  for (guint32 i = 0; i < 5; i++)
    {
      g_assert_cmpfloat_with_epsilon (place_of (i).x, places[i].x, 0.5);
      g_assert_cmpfloat_with_epsilon (place_of (i).y, places[i].y, 0.5);
    }
}

/* A category onto another begins a functor; its picture asks for what is missing, and two clicks
 * say where an object or an arrow goes. Nothing moves meanwhile. */
static void
test_functor (void)
{
  ChaseDefinitions *rows;
  ChasePoint places[5];

  gui_start_text ("pointing.chase", CATEGORIES);
  rows = chase_page_get_definitions (page ());
  gui_drag_widget (chase_definitions_get_row (rows, "C"), chase_definitions_get_row (rows, "D"));
  gui_assert_says ("functor F : C -> D {", TRUE);
  gui_wait (has_picture, "the picture of the functor");
  g_assert_nonnull (
      strstr (chase_diagram_get_cell (chase_session_get_diagram (gui_session ()), 0)->label, "?"));
  settle_long ();
  gui_shoot ("pointing-begun");
  note_places (places);
  click_cell (0);
  click_cell (2);
  assert_places (places);
  gui_assert_says ("  X |-> A\n", TRUE);
  g_assert_null (
      strstr (chase_diagram_get_cell (chase_session_get_diagram (gui_session ()), 0)->label, "?"));
  click_cell (1);
  click_cell (4);
  gui_assert_says ("  Y |-> E\n", TRUE);
  assert_places (places);
  click_cell (5);
  click_cell (6);
  click_cell (7);
  gui_assert_says ("  p |-> g . f\n", TRUE);
  assert_places (places);
  gui_shoot ("pointing-done");
  g_assert_cmpstr (chase_session_undo_name (gui_session ()), ==, "Add Value");
  gui_key ("Control_L+z");
  gui_assert_says ("p |->", FALSE);
  gui_stop ();
}

/* A point of @arrow that lies in the rim of @node, but not on its body. */
static ChasePoint
find_in_rim (guint32 arrow, guint32 node)
{
  ChaseRect inner, outer;

  g_assert_true (chase_canvas_node_box (gui_canvas (), node, &inner, &outer));
  for (double y = outer.y; y < inner.y; y++)
    for (double x = outer.x; x < outer.x + outer.width; x++)
      if (chase_scene_hit (chase_canvas_get_scene (gui_canvas ()), x, y, 1) == arrow)
        return chase_canvas_from_scene (gui_canvas (), x, y);
  g_assert_not_reached ();
}

/* Into a finite category: an arrow goes to a loop, also where that is clicked close to its object,
 * or to an identity. */
static void
test_into_table (void)
{
  ChasePoint at;

  gui_start_text ("pointing.chase",
                  "category C {\n  objects X, Y\n  p, q : X -> Y\n}\n"
                  "category T table {\n  object o\n  s : o -> o\n  s . s = id(o)\n}\n"
                  "functor F : C -> T {\n  X |-> o\n  Y |-> o\n}\ndiagram d = image F\n");
  chase_session_show_item (gui_session (), 3);
  gui_wait (is_placed, "the picture");
  settle_long ();
  click_cell (3);
  at = find_in_rim (5, 2);
  gui_click_at (GTK_WIDGET (gui_canvas ()), at.x, at.y);
  gui_assert_says ("  p |-> s\n", TRUE);
  gui_wait (is_placed, "the picture");
  settle_long ();
  click_cell (4);
  click_cell (2);
  gui_assert_says ("  q |-> id(o)\n", TRUE);
  gui_shoot ("pointing-table");
  gui_stop ();
}

static void
double_click_cell (guint32 cell)
{
  ChasePoint at = place_of (cell);

  gui_double_click_at (GTK_WIDGET (gui_canvas ()), at.x, at.y);
  settle_long ();
  gui_wait (is_placed, "the picture");
}

static const char *
label_of (guint32 cell)
{
  return chase_diagram_get_cell (chase_session_get_diagram (gui_session ()), cell)->label;
}

static guint
n_cells (void)
{
  return chase_diagram_n_cells (chase_session_get_diagram (gui_session ()));
}

/* Onto the sets: two clicks in a set are an element, an element and then its image are a value;
 * what is missing is marked all the while. */
static void
test_elements (void)
{
  ChaseDefinitions *rows;

  gui_start_text ("pointing.chase", CATEGORIES);
  rows = chase_page_get_definitions (page ());
  gui_drag_widget (chase_definitions_get_row (rows, "C"), chase_definitions_get_row (rows, "Set"));
  gui_wait (is_placed, "the picture of the sets");
  gui_assert_says ("diagram M_sets = sets M\n", TRUE);
  g_assert_cmpuint (n_cells (), ==, 2);
  g_assert_nonnull (strstr (label_of (0), "?"));
  gui_shoot ("pointing-sets-begun");
  double_click_cell (0);
  gui_assert_says ("  X |-> {x}\n", TRUE);
  g_assert_cmpstr (chase_session_undo_name (gui_session ()), ==, "Add Element");
  double_click_cell (0);
  double_click_cell (2);
  double_click_cell (2);
  gui_assert_says ("  X |-> {x, x'}\n  Y |-> {y, y'}\n", TRUE);
  g_assert_nonnull (strstr (label_of (0), "?"));
  click_cell (0);
  click_cell (2);
  gui_assert_says ("  p |-> {x |-> y}\n", TRUE);
  g_assert_null (strstr (label_of (0), "?"));
  g_assert_nonnull (strstr (label_of (1), "?"));
  gui_shoot ("pointing-sets-half");
  click_cell (1);
  click_cell (3);
  gui_assert_says ("  p |-> {x |-> y, x' |-> y'}\n", TRUE);
  g_assert_null (strstr (label_of (1), "?"));
  g_assert_cmpuint (n_cells (), ==, 6);
  gui_shoot ("pointing-sets-done");

  /* Where all has a value a click follows an element, and changes nothing. */
  click_cell (0);
  click_cell (3);
  gui_assert_says ("  p |-> {x |-> y, x' |-> y'}\n", TRUE);
  click_cell (5);
  click_cell (2);
  gui_assert_says ("  p |-> {x |-> y, x' |-> y}\n", TRUE);
  click_cell (1);
  gui_key ("Delete");
  settle_long ();
  gui_wait (is_placed, "the picture");
  gui_assert_says ("  X |-> {x}\n  Y |-> {y, y'}\n  p |-> {x |-> y}\n", TRUE);
  click_cell (0);
  gui_key ("Return");
  gui_assert_says ("  X |-> {x, x'}\n", TRUE);
  gui_key ("Control_L+z");
  gui_key ("Control_L+z");
  gui_assert_says ("  p |-> {x |-> y, x' |-> y}\n", TRUE);
  gui_stop ();
}

/* The components of a transformation between functors to Set, likewise. */
static void
test_component_elements (void)
{
  ChaseDefinitions *rows;

  gui_start_text ("pointing.chase", CATEGORIES
                  "functor M : C -> Set {\n  X |-> {a, b}\n  Y |-> {c}\n"
                  "  p |-> {a |-> c, b |-> c}\n}\n"
                  "functor N : C -> Set {\n  X |-> {u}\n  Y |-> {v}\n  p |-> {u |-> v}\n}\n");
  rows = chase_page_get_definitions (page ());
  gui_drag_widget (chase_definitions_get_row (rows, "M"), chase_definitions_get_row (rows, "N"));
  gui_wait (is_placed, "the picture of the sets");
  gui_assert_says ("sets alpha\n", TRUE);
  for (guint32 element = 0; element < 3; element++)
    g_assert_nonnull (strstr (label_of (element), "?"));
  g_assert_null (strstr (label_of (3), "?"));
  click_cell (0);
  click_cell (3);
  gui_assert_says ("  X |-> {a |-> u}\n", TRUE);
  click_cell (1);
  click_cell (3);
  gui_assert_says ("  X |-> {a |-> u, b |-> u}\n", TRUE);
  g_assert_cmpstr (chase_session_undo_name (gui_session ()), ==, "Add Component");
  click_cell (2);
  gui_shoot ("pointing-components");
  click_cell (4);
  gui_assert_says ("  Y |-> {c |-> v}\n", TRUE);
  settle_long ();
  gui_stop ();
}

static gboolean
is_open_menu (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_POPOVER_MENU (widget) && gtk_widget_get_mapped (widget);
}

static gboolean
is_choice (GtkWidget *widget, gconstpointer data)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton")
         && gtk_widget_get_mapped (widget);
}

/* A menu whose content is new is not cut off. */
static void
assert_whole (GtkWidget *menu)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (menu));
  GtkRequisition wanted;

  gtk_widget_get_preferred_size (menu, &wanted, NULL);
  g_assert_cmpint (gdk_surface_get_width (surface), >=, wanted.width);
  g_assert_cmpint (gdk_surface_get_height (surface), >=, wanted.height);
}

/* Takes the first choice of the menu that is open. */
static void
choose_first (void)
{
  GtkWidget *menu;

  settle_long ();
  menu = gui_find_below (GTK_WIDGET (page ()), is_open_menu, NULL);
  g_assert_nonnull (menu);
  assert_whole (menu);
  gui_shoot_widget (menu, "pointing-choice");
  gui_click_widget (gui_find_below (menu, is_choice, NULL));
  settle_long ();
}

/* A component that is missing is clicked, then what it is; Menu and Return do the same. */
static void
test_component_choice (void)
{
  ChaseDefinitions *rows;

  gui_start_text ("pointing.chase",
                  CATEGORIES "functor F : C -> D {\n  X |-> A\n  Y |-> B\n  p |-> f\n}\n"
                             "functor G : C -> D {\n  X |-> B\n  Y |-> E\n  p |-> g\n}\n");
  rows = chase_page_get_definitions (page ());
  gui_drag_widget (chase_definitions_get_row (rows, "F"), chase_definitions_get_row (rows, "G"));
  gui_wait (is_placed, "the squares");
  g_assert_nonnull (strstr (label_of (5), "?"));
  settle_long ();
  gui_wait (has_gaps, "what is missing");
  click_cell (5);
  choose_first ();
  gui_wait (is_placed, "the squares");
  gui_assert_says ("  X |-> f\n", TRUE);
  g_assert_null (strstr (label_of (5), "?"));
  settle_long ();
  gtk_widget_grab_focus (GTK_WIDGET (gui_canvas ()));
  chase_session_select (gui_session (), &(guint32){ 6 }, 1);
  gui_key ("Menu");
  choose_first ();
  gui_focus (GTK_WIDGET (gui_window ()));
  gui_wait (is_placed, "the squares");
  gui_assert_says ("  Y |-> g\n", TRUE);
  gui_stop ();
}

static gboolean
says_opposite (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_tooltip_text (widget) != NULL
         && strstr (gtk_widget_get_tooltip_text (widget), data) != NULL;
}

/* The opposite of a category and of a drawing are one action each. */
static void
test_opposite (void)
{
  ChaseDefinitions *rows;

  gui_start_text ("pointing.chase", CATEGORIES);
  rows = chase_page_get_definitions (page ());
  gui_click_widget (
      gui_find_below (chase_definitions_get_row (rows, "D"), says_opposite, "Opposite"));
  gui_wait (is_placed, "the opposite category");
  gui_assert_says ("category D^op\n", TRUE);
  g_assert_cmpuint (n_cells (), ==, 5);
  gui_shoot ("pointing-opposite");
  gui_key ("Control_L+z");
  gui_wait (is_placed, "the drawing");
  settle_long ();
  gtk_widget_grab_focus (GTK_WIDGET (gui_canvas ()));
  gui_key ("Shift_L+d");
  gui_wait (is_placed, "the opposite drawing");
  gui_assert_says ("opposite d\n", TRUE);
  gui_stop ();
}

/* Onto the sets, a functor whose values are offered one after another; a functor onto another, a
 * transformation likewise. */
static void
test_others (void)
{
  ChaseDefinitions *rows;

  gui_start_text ("pointing.chase", CATEGORIES);
  rows = chase_page_get_definitions (page ());
  gui_drag_widget (chase_definitions_get_row (rows, "C"), chase_definitions_get_row (rows, "Set"));
  gui_assert_says ("functor M : C -> Set {", TRUE);
  gui_click_widget (gui_find_button ("Add the missing value: {x}"));
  gui_click_widget (gui_find_button ("Add the missing value: {y}"));
  gui_click_widget (gui_find_button ("Add the missing value: {x ↦ y}"));
  gui_assert_says ("  p |-> {x |-> y}\n", TRUE);
  gui_stop ();
  gui_start_text ("pointing.chase",
                  CATEGORIES "functor F : C -> D {\n  X |-> A\n  Y |-> B\n  p |-> f\n}\n"
                             "functor G : C -> D {\n  X |-> B\n  Y |-> E\n  p |-> g\n}\n");
  rows = chase_page_get_definitions (page ());
  gui_drag_widget (chase_definitions_get_row (rows, "F"), chase_definitions_get_row (rows, "G"));
  gui_assert_says ("transformation alpha : F => G {", TRUE);
  gui_click_widget (gui_find_button ("Add the missing component: f"));
  gui_click_widget (gui_find_button ("Add the missing component: g"));
  gui_assert_says ("  Y |-> g\n", TRUE);
  settle_long ();
  gui_click_widget (chase_definitions_get_row (rows, "alpha"));
  gui_assert_says ("naturality alpha", TRUE);
  gui_stop ();
}

/* What a screen reader finds and is told. */
#define IN_CAT                                                                                     \
  "category C {\n  objects X, Y\n  p : X -> Y\n}\n"                                                \
  "category D {\n  objects A, B\n  f : A -> B\n}\n"                                                \
  "diagram cats in Cat {\n  C at 0, 0\n  D at 1, 0\n}\n"

static gboolean
is_image (void)
{
  return !chase_session_is_editable (gui_session ()) && is_placed ();
}

/* An arrow from category to category in a drawing of Cat is a functor: one that there is not yet is
 * offered to be defined, under its name. */
static void
test_in_cat (void)
{
  gui_start_text ("pointing.chase", IN_CAT);
  gui_drag (0, 0, 1, 0);
  gui_type ("L");
  gui_key ("Return");
  gui_await_toast ();
  gui_shoot ("pointing-cat");
  gui_click_widget (gui_find_button ("Define It"));
  gui_assert_says ("functor L : C -> D {", TRUE);
  gui_wait (is_image, "the picture of the functor");
  click_cell (0);
  click_cell (2);
  gui_assert_says ("  X |-> A\n", TRUE);
  gui_stop ();
}

static void
test_words (void)
{
  ChaseCellList *cells;

  gui_start_text ("pointing.chase",
                  "diagram d {\n  A at 0, 0\n  B at 1, 0 \"X_1\"\n  f : A -> B \"\\\\alpha\"\n"
                  "  mono f\n}\ncheck d commutes\n");
  cells = chase_page_get_cells (page ());
  settle_long ();
  g_assert_cmpstr (chase_cell_list_get_words (cells, 0), ==, "Object A");
  g_assert_cmpstr (chase_cell_list_get_words (cells, 1), ==, "Object X₁");
  g_assert_nonnull (strstr (chase_cell_list_get_words (cells, 2), "Monomorphism "));
  g_assert_nonnull (strstr (chase_cell_list_get_words (cells, 2), " from A to X₁"));
  gui_shoot ("pointing-words");
  gui_click (0, 0, 1);
  g_assert_cmpstr (chase_page_get_spoken (page ()), ==, "Object A");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gui_canvas ()),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Drawing. Object A");
  gui_key ("Delete");
  g_assert_nonnull (strstr (chase_page_get_spoken (page ()), "Delete"));
  gui_key ("Control_L+z");
  settle_long ();
  g_assert_nonnull (chase_cell_list_get_words (cells, 2));
  gui_stop ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pointing/functor", test_functor);
  g_test_add_func ("/pointing/into-table", test_into_table);
  g_test_add_func ("/pointing/elements", test_elements);
  g_test_add_func ("/pointing/component-elements", test_component_elements);
  g_test_add_func ("/pointing/component-choice", test_component_choice);
  g_test_add_func ("/pointing/opposite", test_opposite);
  g_test_add_func ("/pointing/others", test_others);
  g_test_add_func ("/pointing/in-cat", test_in_cat);
  g_test_add_func ("/pointing/words", test_words);
  return g_test_run ();
}
