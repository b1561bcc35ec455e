/* SPDX-License-Identifier: MIT */
#include "app/session-actions.h"
#include "gui.h"

#include <string.h>

/* The window by the keyboard alone. */

#define DOCUMENT                                                                                   \
  "category C {\n  objects A, B, D\n  f : A -> B\n  g : B -> D\n}\n"                               \
  "diagram one in C {\n  A at 0, 0\n  B at 1, 0\n  D at 1, 1\n  f\n  g\n}\n"                       \
  "diagram two in C {\n  A at 0, 0\n  B at 1, 0\n  f\n}\n"                                         \
  "check f is mono in C\n"

#define SETS                                                                                       \
  "category C {\n  objects X, Y\n  p : X -> Y\n}\n"                                                \
  "functor M : C -> Set {\n  X |-> {a, b}\n  Y |-> {c}\n  p |-> {a |-> c, b |-> c}\n}\n"           \
  "functor N : C -> Set {\n  X |-> {u}\n  Y |-> {v}\n  p |-> {u |-> v}\n}\n"                       \
  "transformation t : M => N {\n  X |-> {a |-> u, b |-> u}\n  Y |-> {c |-> v}\n}\n"                \
  "diagram picture = sets M\n"

static void
open_text (const char *text)
{
  gui_start_text ("keyboard.chase", text);
  gui_focus (GTK_WIDGET (gui_window ()));
}

static GtkWidget *
focus (void)
{
  return gtk_root_get_focus (GTK_ROOT (gui_window ()));
}

static const char *shown;

static gboolean
is_shown (void)
{
  return g_strcmp0 (chase_session_get_item (gui_session ())->name, shown) == 0;
}

static void
wait_for_item (const char *name)
{
  shown = name;
  gui_wait (is_shown, "the diagram");
}

/* The words of the row that has the keyboard, or NULL. */
static gboolean
is_row_saying (const char *words)
{
  GtkWidget *row = focus ();
  GtkWidget *label;

  if (!GTK_IS_LIST_BOX_ROW (row))
    return FALSE;
  for (label = gtk_widget_get_first_child (row); label != NULL && !GTK_IS_LABEL (label);)
    {
      GtkWidget *below = gtk_widget_get_first_child (label);

      label = below != NULL ? below : gtk_widget_get_next_sibling (label);
    }
  return label != NULL && strcmp (gtk_label_get_label (GTK_LABEL (label)), words) == 0;
}

/* Goes on with Tab until a row says that, past as many things as a window has. */
static void
tab_to_row (const char *words)
{
  for (guint i = 0; i < 60 && !is_row_saying (words); i++)
    gui_key ("Tab");
  g_assert_true (is_row_saying (words));
}

/* From the header bar Tab comes to the lists before it comes to the canvas, and Enter does in each
 * of them what a click does. */
static void
test_lists (void)
{
  open_text (DOCUMENT);
  g_assert_true (focus () == GTK_WIDGET (gui_canvas ()));
  tab_to_row ("f is mono in C");
  wait_for_item ("one"); /* Tab passes by, and chooses nothing */
  tab_to_row ("Object A");
  for (guint i = 0; i < 3; i++)
    gui_key ("Down");
  g_assert_true (is_row_saying ("Arrow f from A to B"));
  gui_key ("Return");
  g_assert_cmpuint (chase_session_get_single (gui_session ()), ==, 3);
  gui_key ("Shift_L+Tab");
  g_assert_true (is_row_saying ("f is mono in C"));
  gui_key ("Tab");
  gui_key ("Tab");
  g_assert_true (focus () == GTK_WIDGET (gui_canvas ()));
  gui_key ("F6");
  g_assert_true (GTK_IS_LIST_BOX_ROW (focus ()));
  gui_key ("Down");
  wait_for_item ("two");
  gui_key ("F6");
  g_assert_true (focus () == GTK_WIDGET (gui_canvas ()));
  gui_stop ();
}

static gboolean
is_placed (void)
{
  return !chase_session_is_placing (gui_session ()) && gui_canvas ()->fitted
         && !chase_session_is_judging (gui_session ())
         && !chase_session_is_claiming (gui_session ());
}

/* A functor is begun from the palette, and its values are given in the list of what is drawn. */
static void
test_functor (void)
{
  open_text ("category J {\n  objects X\n}\n" DOCUMENT);
  gui_command ("functor from J to C");
  gui_assert_says ("functor F : J -> C", TRUE);
  gui_wait (is_placed, "the picture");
  tab_to_row ("Object X?");
  gui_key ("Return");
  gui_key ("Down");
  g_assert_true (is_row_saying ("Object A"));
  gui_key ("Return");
  gui_assert_says ("  X |-> A\n", TRUE);
  gui_stop ();
}

/* Every category is there to be found, however many there are. */
static void
test_many_categories (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (text, "category K%u {\n  objects X\n}\n", i);
  g_string_append (text, DOCUMENT);
  open_text (text->str);
  gui_command ("functor k39 k37");
  gui_assert_says ("functor F : K39 -> K37", TRUE);
  gui_stop ();
}

static gboolean
is_named (void)
{
  return gtk_widget_get_visible (gui_canvas ()->editor);
}

/* F2 gives an element another name, wherever it is spoken of; a name that is taken is none. */
static void
test_element (void)
{
  const guint32 first = 0;

  open_text (SETS "diagram way = sets M at a along p\n"
                  "check (X, a) is initial in elements M\n");
  gui_command ("picture");
  wait_for_item ("picture");
  gui_wait (is_placed, "the picture");
  chase_session_select (gui_session (), &first, 1);
  gtk_widget_grab_focus (GTK_WIDGET (gui_canvas ()));
  gui_key ("F2");
  gui_wait (is_named, "the entry");
  gui_type ("west");
  gui_shoot ("keyboard-element");
  gui_key ("Return");
  gui_assert_says ("  X |-> {west, b}\n", TRUE);
  gui_assert_says ("  p |-> {west |-> c, b |-> c}\n", TRUE);
  gui_assert_says ("  X |-> {west |-> u, b |-> u}\n", TRUE);
  gui_assert_says ("diagram way = sets M at west along p\n", TRUE);
  gui_assert_says ("check (X, west) is initial in elements M\n", TRUE);
  g_assert_cmpstr (chase_session_undo_name (gui_session ()), ==, "Rename Element");
  gui_wait (is_placed, "the picture");
  gui_key ("F2");
  gui_wait (is_named, "the entry");
  gui_type ("b");
  gui_key ("Return");
  gui_assert_says ("  X |-> {west, b}\n", TRUE);
  gui_key ("Control_L+z");
  gui_assert_says ("  X |-> {a, b}\n", TRUE);
  gui_assert_says ("  X |-> {a |-> u, b |-> u}\n", TRUE);
  gui_stop ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/keyboard/lists", test_lists);
  g_test_add_func ("/keyboard/functor", test_functor);
  g_test_add_func ("/keyboard/many-categories", test_many_categories);
  g_test_add_func ("/keyboard/element", test_element);
  return g_test_run ();
}
