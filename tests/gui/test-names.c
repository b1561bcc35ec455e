/* SPDX-License-Identifier: MIT */
#include "app/page.h"
#include "app/source-pane.h"
#include "gui.h"

#include <string.h>

/* Names are completed in the text of the document. */

#define DOCUMENT                                                                                   \
  "diagram d {\n"                                                                                  \
  "  alpha at 0, 0\n"                                                                              \
  "  alphabet at 0, 1\n"                                                                           \
  "  beta at 1, 0\n"                                                                               \
  "  gamma : alpha -> beta\n"                                                                      \
  "}\n"

static GtkTextView *
view (void)
{
  return chase_source_pane_get_view (chase_page_get_source (chase_window_get_page (gui_window ())));
}

static gboolean
is_list (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LIST_BOX (widget) && gtk_widget_has_css_class (widget, "names")
         && gtk_widget_get_mapped (widget);
}

static GtkWidget *
find_list (void)
{
  return gui_find_below (GTK_WIDGET (gui_window ()), is_list, NULL);
}

static gboolean
has_none (void)
{
  return find_list () == NULL;
}

static gboolean
has_focus (void)
{
  return gtk_widget_has_focus (GTK_WIDGET (view ()));
}

/* What the list offers, the chosen one in brackets. */
static char *
offered (void)
{
  GString *text = g_string_new (NULL);
  GtkWidget *list = find_list ();
  GtkListBoxRow *row;

  for (int i = 0;
       list != NULL && (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i)) != NULL; i++)
    g_string_append_printf (text, gtk_list_box_row_is_selected (row) ? "%s[%s]" : "%s%s",
                            i > 0 ? " " : "",
                            gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (row))));
  return g_string_free (text, FALSE);
}

static const char *expected;

static gboolean
is_offered (void)
{
  g_autofree char *text = offered ();

  return g_str_equal (text, expected);
}

static void
await_offer (const char *names)
{
  expected = names;
  gui_wait (is_offered, names);
}

static char *
text_of_view (void)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view ());
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static gboolean
is_written (void)
{
  g_autofree char *text = text_of_view ();

  return strstr (text, expected) != NULL;
}

static void
await_text (const char *part)
{
  expected = part;
  gui_wait (is_written, part);
}

/* At the end of a line of the text, which has the keyboard. */
static void
begin (const char *text, guint line)
{
  gui_start_text ("names.chase", text);
  gui_key ("F4");
  chase_source_pane_go_to (chase_page_get_source (chase_window_get_page (gui_window ())), line);
  gui_wait (has_focus, "the keyboard in the text");
  gui_key ("End");
}

/* A prefix, a name that is chosen, and one step back. */
static void
test_take (void)
{
  begin (DOCUMENT, 5);
  gui_type ("\ndelta : be");
  await_offer ("beta");
  gui_key ("Tab");
  gui_wait (has_none, "no list");
  await_text ("delta : beta\n");
  gui_type (" -> al");
  await_offer ("alpha alphabet all along");
  gui_shoot ("names");
  gui_key ("Down");
  await_offer ("[alpha] alphabet all along");
  gui_key ("Down");
  gui_key ("Down");
  gui_key ("Up");
  await_offer ("alpha [alphabet] all along");
  gui_key ("Return");
  gui_wait (has_none, "no list");
  gui_assert_says ("delta : beta -> alphabet\n", TRUE);
  g_assert_true (has_focus ());
  gui_key ("Control_L+z");
  gui_assert_says ("delta : beta\n", TRUE);
  gui_stop ();
}

/* Typing narrows the list down, and goes on where nothing is left. */
static void
test_narrow (void)
{
  begin (DOCUMENT, 5);
  gui_type ("\nf : al");
  await_offer ("alpha alphabet all along");
  gui_type ("pha");
  await_offer ("alphabet");
  gui_key ("BackSpace");
  await_offer ("alpha alphabet");
  gui_key ("Escape");
  gui_wait (has_none, "no list");
  await_text ("f : alph\n");
  gui_type ("a");
  await_offer ("alphabet");
  gui_type (" ");
  gui_wait (has_none, "no list");
  gui_type ("-> be");
  await_offer ("beta");
  gui_type ("ta");
  gui_wait (has_none, "no list");
  gui_assert_says ("f : alpha -> beta\n", TRUE);
  gui_stop ();
}

/* Return ends a statement where no name was chosen. */
static void
test_new_line (void)
{
  begin (DOCUMENT, 5);
  gui_type ("\nf : beta -> alpha");
  await_offer ("alphabet");
  gui_key ("Return");
  gui_wait (has_none, "no list");
  gui_type ("gam");
  await_offer ("gamma");
  gui_key ("Left");
  gui_wait (has_none, "no list");
  await_text ("f : beta -> alpha\n  gam\n");
  gui_stop ();
}

/* Asked for, the names come without a letter, and take the place of a whole word. */
static void
test_ask (void)
{
  begin (DOCUMENT, 5);
  gui_key ("Home");
  gui_key ("Control_L+space");
  await_offer ("[alpha] alphabet beta gamma d all along ask");
  gui_shoot ("names-asked");
  gui_key ("Escape");
  gui_wait (has_none, "no list");
  chase_source_pane_go_to (chase_page_get_source (chase_window_get_page (gui_window ())), 5);
  gui_key ("End");
  gui_key ("Left");
  gui_key ("Left");
  gui_key ("Control_L+space");
  await_offer ("[beta]");
  gui_key ("Return");
  gui_wait (has_none, "no list");
  gui_type (" # be");
  gui_key ("Control_L+space");
  await_text ("gamma : alpha -> beta # be\n");
  gui_settle ();
  g_assert_true (has_none ());
  gui_type ("\nh : alpha -> beta \"al");
  await_text ("\"al\n");
  gui_settle ();
  g_assert_true (has_none ());
  gui_type ("\"\nqqq");
  await_text ("qqq\n");
  gui_settle ();
  g_assert_true (has_none ());
  gui_stop ();
}

static gboolean
is_second (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LIST_BOX_ROW (widget) && gtk_widget_get_mapped (widget)
         && gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (widget)) == 1;
}

/* By the pointer; and a list goes with the keyboard, and with its pane. */
static void
test_pointer (void)
{
  begin (DOCUMENT, 5);
  gui_type ("\nal");
  await_offer ("alpha alphabet all along");
  gui_settle ();
  gui_click_widget (gui_find_below (find_list (), is_second, NULL));
  gui_wait (has_none, "no list");
  await_text ("\n  alphabet\n");
  gui_type (" ; al");
  await_offer ("alpha alphabet all along");
  gtk_widget_grab_focus (GTK_WIDGET (gui_canvas ()));
  gui_wait (has_none, "no list");
  gtk_widget_grab_focus (GTK_WIDGET (view ()));
  gui_key ("Control_L+space");
  await_offer ("[alpha] alphabet all along");
  gui_key ("F4");
  gui_wait (has_none, "no list");
  gui_stop ();
}

static gboolean
is_inside (void)
{
  GtkWidget *pane = GTK_WIDGET (chase_page_get_source (chase_window_get_page (gui_window ())));
  graphene_rect_t list;

  return gtk_widget_compute_bounds (find_list (), pane, &list) && list.origin.x >= 0
         && list.origin.y >= 0 && list.origin.x + list.size.width <= gtk_widget_get_width (pane)
         && list.origin.y + list.size.height <= gtk_widget_get_height (pane);
}

/* At the foot of the pane the list is above the word. */
static void
test_low (void)
{
  g_autoptr (GString) text = g_string_new ("diagram d {\n");

  for (guint i = 0; i < 32; i++)
    g_string_append (text, "  # a line\n");
  g_string_append (text, "  alpha at 0, 0\n}\n");
  begin (text->str, 34);
  gui_key ("Control_L+space");
  await_offer ("[alpha] d all along ask at auto category");
  gui_wait (is_inside, "the list inside its pane");
  gui_shoot ("names-low");
  gui_stop ();
}

static void
test_dark (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  begin (DOCUMENT, 5);
  gui_key ("Home");
  gui_key ("Control_L+space");
  await_offer ("[alpha] alphabet beta gamma d all along ask");
  gui_shoot ("names-dark");
  gui_stop ();
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/names/take", test_take);
  g_test_add_func ("/names/narrow", test_narrow);
  g_test_add_func ("/names/new-line", test_new_line);
  g_test_add_func ("/names/ask", test_ask);
  g_test_add_func ("/names/pointer", test_pointer);
  g_test_add_func ("/names/low", test_low);
  g_test_add_func ("/names/dark", test_dark);
  return g_test_run ();
}
