/* SPDX-License-Identifier: MIT */
#include "gui.h"

#include "app/swatch.h"
#include "engine/check.h"

#define DOCUMENT                                                                                   \
  "category D {\n"                                                                                 \
  "  objects A, B, A', B'\n"                                                                       \
  "  a : A -> B\n  b : A' -> B'\n  p : A -> A'\n  q : B -> B'\n"                                   \
  "  b . p = q . a\n"                                                                              \
  "}\n\n"                                                                                          \
  "diagram square \"What is drawn\" in D {\n"                                                      \
  "  A at 0, 0\n  B at 1, 0\n  A' at 0, 1\n  B' at 1, 1\n  a\n  b\n  p\n  q\n"                     \
  "}\n\n"                                                                                          \
  "diagram all_of_it = category D\n\n"                                                             \
  "diagram loose {\n"                                                                              \
  "  objects P, Q, R\n  u : P -> Q\n  v : Q -> R\n  w : P -> R\n"                                  \
  "}\n\n"                                                                                          \
  "check square commutes\n"                                                                        \
  "check loose commutes\n"

static gboolean
has_claims (void)
{
  GPtrArray *claims = chase_session_get_claims (gui_session ());

  return claims != NULL && claims->len == 2;
}

static gboolean
has_eight (void)
{
  return chase_diagram_n_cells (chase_session_get_diagram (gui_session ())) == 8;
}

static gboolean
is_placed (void)
{
  const ChaseCell *last = chase_diagram_get_cell (chase_session_get_diagram (gui_session ()), 2);

  return chase_session_get_diagram (gui_session ())->n_nodes == 3 && last->y == 1;
}

static const char *
shown_name (void)
{
  return chase_session_get_item (gui_session ())->name;
}

static GtkWidget *
find_list (GtkWidget *widget, guint *skip)
{
  if (GTK_IS_LIST_BOX (widget) && gtk_widget_get_mapped (widget) && (*skip)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_list (child, skip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
click_row (guint list, int row)
{
  GtkWidget *box = find_list (GTK_WIDGET (chase_window_get_page (gui_window ())), &list);

  g_assert_nonnull (box);
  gui_click_widget (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (box), row)));
}

static ChaseVerdict
claim (guint index)
{
  const ChaseResult *result = g_ptr_array_index (chase_session_get_claims (gui_session ()), index);

  return result->verdict;
}

static void
test_outline (void)
{
  g_autofree char *text = NULL;

  gui_start_text ("outline.chase", DOCUMENT);
  gui_wait (has_claims, "the claims");
  g_assert_cmpstr (shown_name (), ==, "square");
  g_assert_cmpint (claim (0), ==, CHASE_VERDICT_HOLDS);
  g_assert_cmpint (claim (1), ==, CHASE_VERDICT_FAILS);
  gui_shoot ("outline");
  click_row (0, 1);
  g_assert_cmpstr (shown_name (), ==, "all_of_it");
  g_assert_false (chase_session_is_editable (gui_session ()));
  gui_wait (has_eight, "the computed diagram");
  gui_shoot ("outline-computed");
  gui_drag (0, 0, 3, 2);
  g_assert_null (chase_session_undo_name (gui_session ()));
  click_row (0, 2);
  g_assert_cmpstr (shown_name (), ==, "loose");
  gui_wait (is_placed, "the layout");
  g_assert_false (chase_session_is_modified (gui_session ()));
  g_assert_cmpint (gui_verdicts ()->whole, ==, CHASE_WHOLE_FAILS);
  gui_key ("Control_L+Return");
  g_assert_cmpint (gui_verdicts ()->whole, ==, CHASE_WHOLE_HOLDS);
  text = gui_text ();
  g_assert_nonnull (strstr (text, "v . u = w"));
  g_assert_nonnull (strstr (text, "P at 0, 0"));
  gui_stop ();
}

/* An undo shows the diagram that it is about; a claim leads to its diagram. */
static void
test_undo_elsewhere (void)
{
  gui_start_text ("elsewhere.chase", DOCUMENT);
  gui_wait (has_claims, "the claims");
  gui_click (0, 0, 1);
  gui_key ("Delete");
  g_assert_false (has_eight ());
  gui_verdicts ();
  for (guint i = 0; i < 10; i++)
    gui_settle (); /* the claims are decided and listed anew */
  click_row (2, 1);
  g_assert_cmpstr (shown_name (), ==, "loose");
  gui_key ("Control_L+z");
  g_assert_cmpstr (shown_name (), ==, "square");
  g_assert_true (has_eight ());
  gui_key ("F9");
  gui_key ("Control_L+Shift_L+n");
  g_assert_cmpstr (shown_name (), ==, "drawing");
  gui_key ("Control_L+z");
  g_assert_cmpint (chase_session_get_item (gui_session ())->kind, ==, CHASE_ITEM_DIAGRAM);
  gui_stop ();
}

/* Drawing in a category writes to the category. */
static void
test_in_category (void)
{
  g_autofree char *text = NULL;

  gui_start_text ("category.chase", DOCUMENT);
  gui_wait (has_claims, "the claims");
  gui_click (0.5, 0.5, 1);
  g_assert_cmpstr (chase_session_undo_name (gui_session ()), ==, "Withdraw Face");
  g_assert_cmpint (gui_verdicts ()->whole, ==, CHASE_WHOLE_FAILS);
  gui_drag (1, 1, 2, 1);
  gui_type ("r");
  gui_key ("Tab");
  gui_type ("Z");
  gui_key ("Return");
  text = gui_text ();
  g_assert_null (strstr (text, "b . p"));
  g_assert_nonnull (strstr (text, "  object Z\n"));
  g_assert_nonnull (strstr (text, "  Z at 2, 1\n"));
  g_assert_nonnull (strstr (text, "r : B' -> Z"));
  gui_stop ();
}

static GtkListBoxRow *
row_of (guint list, int row)
{
  GtkWidget *box = find_list (GTK_WIDGET (chase_window_get_page (gui_window ())), &list);

  return box != NULL ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (box), row) : NULL;
}

static gboolean
has_picture (int row)
{
  GtkListBoxRow *found = row_of (0, row);
  ChaseSwatch *picture = found != NULL ? g_object_get_data (G_OBJECT (found), "picture") : NULL;
  ChaseDiagram *diagram = picture != NULL ? chase_swatch_get_diagram (picture) : NULL;

  return diagram != NULL && chase_diagram_n_cells (diagram) > 0
         && chase_diagram_is_placed (diagram);
}

static gboolean
has_pictures (void)
{
  return has_picture (0) && has_picture (1) && has_picture (2);
}

/* The empty diagram stands behind the square. */
static gboolean
has_pictures_again (void)
{
  return has_picture (0) && row_of (0, 3) != NULL && has_picture (2) && has_picture (3);
}

/* What is computed, or has no places, is to be seen in the list before it was looked at; and after
 * the list was made anew. */
static void
test_pictures (void)
{
  gui_start_text ("pictures.chase", DOCUMENT);
  gui_wait (has_pictures, "the pictures of all diagrams");
  g_assert_cmpstr (shown_name (), ==, "square");
  gui_shoot ("outline-pictures");
  gui_key ("Control_L+Shift_L+n");
  g_assert_cmpstr (shown_name (), ==, "drawing");
  gui_wait (has_pictures_again, "the pictures in the new list");
  gui_stop ();
}

static gboolean
has_three (void)
{
  GPtrArray *claims = chase_session_get_claims (gui_session ());

  return claims != NULL && claims->len == 3 && row_of (2, 0) != NULL;
}

/* A law that the document checks too is listed once. */
static void
test_said_once (void)
{
  gui_start_text ("once.chase", "category C {\n  object X\n}\n"
                                "functor F : C -> C {\n  X |-> X\n}\n"
                                "functor G : C -> C {\n  X |-> X\n}\n"
                                "diagram d in C {\n  X at 0, 0\n}\n"
                                "check F is functor\n");
  gui_wait (has_three, "the claims");
  g_assert_nonnull (row_of (2, 1));
  g_assert_null (row_of (2, 2));
  gui_stop ();
}

static gboolean
has_tip (GtkWidget *widget, gconstpointer title)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
         && g_strcmp0 (gtk_widget_get_tooltip_text (widget), title) == 0;
}

static void
click_tip (const char *title)
{
  GtkWidget *button
      = gui_find_below (GTK_WIDGET (chase_window_get_page (gui_window ())), has_tip, title);

  g_assert_nonnull (button);
  gui_click_widget (button);
}

static gboolean
is_sensitive (const char *title)
{
  return gtk_widget_get_sensitive (
      gui_find_below (GTK_WIDGET (chase_window_get_page (gui_window ())), has_tip, title));
}

/* A second drawing, a heading and the end of a drawing, by what stands over the list. */
static void
test_diagrams (void)
{
  gui_start_text ("outline.chase", "diagram C {\n  A at 0, 0\n  B at 1, 0\n  f : A -> B\n}\n");
  gui_key ("F9");
  gui_settle ();
  g_assert_false (is_sensitive ("Delete the Diagram"));
  click_tip ("Another Drawing");
  gui_assert_says ("diagram drawing {", TRUE);
  g_assert_cmpstr (shown_name (), ==, "drawing");
  click_tip ("Heading of the Diagram");
  gui_await_other_window (TRUE);
  gui_focus (GTK_WIDGET (gui_other_window ()));
  gui_type ("A new one");
  gui_shoot_widget (GTK_WIDGET (gui_other_window ()), "outline-heading");
  gui_key ("Return");
  gui_await_other_window (FALSE);
  gui_assert_says ("diagram drawing \"A new one\" {", TRUE);
  g_assert_cmpstr (chase_session_undo_name (gui_session ()), ==, "Change Heading");
  gui_shoot ("outline-diagrams");
  click_tip ("Delete the Diagram");
  gui_assert_says ("diagram drawing", FALSE);
  g_assert_cmpstr (shown_name (), ==, "C");
  g_assert_false (is_sensitive ("Delete the Diagram"));
  gui_await_toast ();
  gui_click_widget (gui_find_button ("Undo"));
  gui_assert_says ("diagram drawing \"A new one\" {", TRUE);
  g_assert_cmpstr (shown_name (), ==, "drawing");
  gui_key ("Control_L+z");
  gui_assert_says ("diagram drawing {", TRUE);
  gui_stop ();
}

static const char *
frame_label (guint index)
{
  ChaseDiagram *diagram = chase_session_get_diagram (gui_session ());

  return ((ChaseDiagramFrame *)g_ptr_array_index (diagram->frames, index))->label;
}

static gboolean
has_frames (void)
{
  return chase_session_get_diagram (gui_session ())->frames->len == 2;
}

/* A drawing is a category that a functor may start from; its heading is words. */
static void
test_functor_of_drawing (void)
{
  gui_start_text ("outline.chase",
                  "diagram C \"The arrow\" {\n  A at 0, 0\n  B at 1, 0\n  f : A -> B\n}\n"
                  "diagram D {\n  X at 0, 0\n}\n");
  gui_command_on_canvas ("functor from C to D");
  gui_assert_says ("functor F : C -> D {", TRUE);
  gui_assert_says ("diagram F_image = image F", TRUE);
  g_assert_cmpstr (shown_name (), ==, "F_image");
  gui_wait (has_frames, "the picture");
  g_assert_cmpstr (frame_label (0), ==, "\\text{The arrow}");
  g_assert_cmpstr (frame_label (1), ==, "D");
  gui_command_on_canvas ("functor from C to D");
  gui_assert_says ("functor G : C -> D {", TRUE);
  gui_stop ();
}

/* The picture of a drawing onto that of another begins a functor, and onto a category; a drawing in
 * a category is none, and begins nothing. */
static void
test_drag_drawing (void)
{
  gui_start_text ("outline.chase", "category S {\n  object Z\n}\n"
                                   "diagram C {\n  A at 0, 0\n  B at 1, 0\n  f : A -> B\n}\n"
                                   "diagram D {\n  X at 0, 0\n}\n"
                                   "diagram E in S {\n  Z at 0, 0\n}\n");
  g_assert_nonnull (row_of (0, 1));
  gui_drag_widget (GTK_WIDGET (row_of (0, 0)), GTK_WIDGET (row_of (0, 1)));
  gui_assert_says ("functor F : C -> D {", TRUE);
  g_assert_cmpstr (shown_name (), ==, "F_image");
  gui_wait (has_frames, "the picture");
  gui_shoot ("outline-drag-drawing");
  gui_drag_widget (GTK_WIDGET (row_of (0, 0)),
                   chase_definitions_get_row (
                       chase_page_get_definitions (chase_window_get_page (gui_window ())), "S"));
  gui_assert_says ("functor G : C -> S {", TRUE);
  gui_drag_widget (GTK_WIDGET (row_of (0, 4)), GTK_WIDGET (row_of (0, 0)));
  gui_assert_says ("functor H", FALSE);
  gui_stop ();
}

static GtkWidget *
name_of_row (int row)
{
  return g_object_get_data (G_OBJECT (row_of (0, row)), "name");
}

static gboolean
is_typing (void)
{
  return !gtk_widget_get_visible (name_of_row (0));
}

static gboolean
is_typing_second (void)
{
  return !gtk_widget_get_visible (name_of_row (1));
}

static gboolean
has_menu (void)
{
  return gui_find_menu () != NULL;
}

static void
click_with (guint button, GtkWidget *widget)
{
  gui_point_at (widget, gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0);
  gui_press (button);
  gui_release (button);
}

/* The name of a diagram is typed over in its row: by F2, a double click and its menu. What speaks
 * of it follows, in one step that can be undone; Escape gives up. */
static void
test_rename (void)
{
  static const char before[] = "diagram C {\n  A at 0, 0\n}\n\n"
                               "diagram D {\n  X at 0, 0\n}\n\n"
                               "functor F : C -> D {\n  A |-> X\n}\n\n"
                               "check C commutes\n";

  gui_start_text ("outline.chase", before);
  gui_click_widget (GTK_WIDGET (row_of (0, 0)));
  gui_key ("F2");
  gui_wait (is_typing, "the entry");
  gui_type ("first one");
  gui_shoot ("outline-rename");
  gui_key ("Return");
  gui_assert_text ("diagram `first one` {\n  A at 0, 0\n}\n\n"
                   "diagram D {\n  X at 0, 0\n}\n\n"
                   "functor F : `first one` -> D {\n  A |-> X\n}\n\n"
                   "check `first one` commutes\n");
  g_assert_cmpstr (chase_session_undo_name (gui_session ()), ==, "Rename Diagram");
  g_assert_cmpstr (shown_name (), ==, "first one");
  gui_key ("F2");
  gui_wait (is_typing, "the entry in the new list");
  gui_type ("D");
  gui_key ("Return");
  gui_assert_says ("diagram `first one`", TRUE); /* which is taken */
  gui_key ("Control_L+z");
  gui_assert_text (before);
  for (guint i = 0; i < 5 && !is_typing (); i++)
    gui_double_click_at (GTK_WIDGET (row_of (0, 0)), 120, 30);
  g_assert_true (is_typing ());
  gui_type ("E");
  gui_key ("Escape");
  g_assert_false (is_typing ());
  gui_assert_text (before);
  click_with (3, GTK_WIDGET (row_of (0, 1)));
  gui_wait (has_menu, "the menu");
  g_assert_cmpstr (shown_name (), ==, "D");
  gui_shoot_widget (gui_find_menu (), "outline-menu");
  gui_click_menu ("Rename");
  gui_wait (is_typing_second, "the entry after the menu");
  gui_type ("E");
  gui_click (0.5, 0.5, 1);
  gui_assert_says ("functor F : C -> E {", TRUE);
  gui_stop ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gui/outline/list", test_outline);
  g_test_add_func ("/gui/outline/diagrams", test_diagrams);
  g_test_add_func ("/gui/outline/functor-of-drawing", test_functor_of_drawing);
  g_test_add_func ("/gui/outline/drag-drawing", test_drag_drawing);
  g_test_add_func ("/gui/outline/rename", test_rename);
  g_test_add_func ("/gui/outline/undo", test_undo_elsewhere);
  g_test_add_func ("/gui/outline/category", test_in_category);
  g_test_add_func ("/gui/outline/pictures", test_pictures);
  g_test_add_func ("/gui/outline/said-once", test_said_once);
  return g_test_run ();
}
