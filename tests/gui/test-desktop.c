/* SPDX-License-Identifier: MIT */
#include "desktop.h"
#include "gui.h"

#include "drawing/palette.h"

#include <X11/Xutil.h>
#include <gdk/x11/gdkx.h>
#include <gtksourceview/gtksource.h>

/* The window on desktops that are set up otherwise than usual, and the list of its keys. */

#define SQUARE                                                                                     \
  "diagram square {\n"                                                                             \
  "  A at 0, 0\n  B at 1, 0\n  C at 0, 1\n  D at 1, 1\n"                                           \
  "  f : A -> B\n  g : A -> C\n  h : B -> D\n  k : C -> D\n"                                       \
  "  h . f = k . g\n"                                                                              \
  "}\n"

/* How many pixels of the canvas have that colour on the screen, in the palette's notation. */
static guint
count_pixels (guint32 rgba)
{
  GtkWidget *canvas = GTK_WIDGET (gui_canvas ());
  GtkNative *native = gtk_widget_get_native (canvas);
  Display *server = gui_server ();
  double left, top, shift_x, shift_y;
  XImage *image;
  guint n = 0;

  gtk_widget_translate_coordinates (canvas, GTK_WIDGET (native), 0, 0, &left, &top);
  gtk_native_get_surface_transform (native, &shift_x, &shift_y);
  image = XGetImage (server, gdk_x11_surface_get_xid (gtk_native_get_surface (native)),
                     (int)(left + shift_x), (int)(top + shift_y),
                     (guint)gtk_widget_get_width (canvas), (guint)gtk_widget_get_height (canvas),
                     AllPlanes, ZPixmap);
  g_assert_nonnull (image);
  for (int y = 0; y < image->height; y++)
    for (int x = 0; x < image->width; x++)
      n += (XGetPixel (image, x, y) & 0xffffff) == rgba >> 8 ? 1 : 0;
  XDestroyImage (image);
  return n;
}

static gboolean
is_drawn_as (ChaseTheme theme)
{
  gui_settle ();
  return count_pixels (chase_palette_get (theme)->marks[0]) > 10;
}

static gboolean
is_light (void)
{
  return is_drawn_as (CHASE_THEME_LIGHT) && !is_drawn_as (CHASE_THEME_CONTRAST);
}

static gboolean
is_high (void)
{
  return is_drawn_as (CHASE_THEME_CONTRAST) && !is_drawn_as (CHASE_THEME_LIGHT);
}

static gboolean
is_high_and_dark (void)
{
  return is_drawn_as (CHASE_THEME_DARK_CONTRAST) && !is_drawn_as (CHASE_THEME_DARK);
}

static gboolean
is_dark (void)
{
  return is_drawn_as (CHASE_THEME_DARK) && !is_drawn_as (CHASE_THEME_DARK_CONTRAST);
}

static gboolean
has_coloured_words (void)
{
  ChasePage *page = chase_window_get_page (gui_window ());
  GtkTextView *view = chase_source_pane_get_view (chase_page_get_source (page));

  return gtk_source_buffer_get_style_scheme (GTK_SOURCE_BUFFER (gtk_text_view_get_buffer (view)))
         != NULL;
}

/* The same on dark paper, with the text beside it, whose greys and colours go. */
static void
test_dark_contrast (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (!desktop_contrast (FALSE))
    {
      g_test_skip ("the settings of the desktop are not installed");
      return;
    }
  gui_start_text ("desktop.chase", SQUARE);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  gui_key ("F4");
  gui_wait (is_dark, "the dark colours");
  g_assert_true (has_coloured_words ());
  desktop_contrast (TRUE);
  gui_wait (is_high_and_dark, "the dark colours of high contrast");
  g_assert_false (has_coloured_words ());
  gui_shoot ("desktop-dark-contrast");
  desktop_contrast (FALSE);
  gui_wait (is_dark, "the dark colours again");
  g_assert_true (has_coloured_words ());
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
  gui_stop ();
}

/* Turned on and off while the window is open: the sign of the face is drawn anew, and darker. */
static void
test_contrast (void)
{
  if (!desktop_contrast (FALSE))
    {
      g_test_skip ("the settings of the desktop are not installed");
      return;
    }
  gui_start_text ("desktop.chase", SQUARE);
  gui_wait (is_light, "the usual colours");
  desktop_contrast (TRUE);
  gui_wait (is_high, "the colours of high contrast");
  gui_shoot ("desktop-contrast");
  desktop_contrast (FALSE);
  gui_wait (is_light, "the usual colours again");
  gui_stop ();
}

#define LARGE 1.5

static int usual_height;

static int
height_of_words (void)
{
  int height;

  gtk_widget_measure (GTK_WIDGET (gui_window ()->verdict_label), GTK_ORIENTATION_VERTICAL, -1,
                      &height, NULL, NULL, NULL);
  return height;
}

static gboolean
is_large (void)
{
  return height_of_words () >= (int)(1.3 * usual_height);
}

static gboolean
is_usual (void)
{
  return height_of_words () == usual_height;
}

static void
look (const char *name)
{
  for (guint i = 0; i < 10; i++)
    gui_settle ();
  gui_look_through (GTK_WIDGET (gui_window ()));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (gui_window ())), <=, 1200);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (gui_window ())), <=, 800);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (gui_canvas ())), >=, 300);
  gui_shoot (name);
}

/* Letters half as large again: the window goes along at once, cuts no words off, and leaves room to
 * draw in. */
static void
test_text (void)
{
  gui_start_text ("desktop.chase", SQUARE "check h . f = k . g in square\n");
  usual_height = height_of_words ();
  desktop_scale_text (LARGE);
  gui_wait (is_large, "larger letters");
  look ("desktop-text");
  gui_key ("i");
  look ("desktop-text-style");
  gui_key ("i");
  gui_key ("F4");
  look ("desktop-text-source");
  desktop_scale_text (1);
  gui_wait (is_usual, "letters as before");
  gui_stop ();
}

/* The list of keys. */

static gboolean
is_shortcut (GtkWidget *widget, const char *title)
{
  g_autofree char *said = NULL;

  if (!g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkShortcutsShortcut"))
    return FALSE;
  g_object_get (widget, "title", &said, NULL);
  return g_strcmp0 (said, title) == 0;
}

static gboolean
is_listed (GtkWidget *widget, gconstpointer title)
{
  return is_shortcut (widget, title);
}

static gboolean
is_shown (GtkWidget *widget, gconstpointer title)
{
  return gtk_widget_get_mapped (widget) && is_shortcut (widget, title);
}

static gboolean
has_found (void)
{
  return gui_find_below (GTK_WIDGET (gui_other_window ()), is_shown, "Add a cylinder") != NULL
         && gui_find_below (GTK_WIDGET (gui_other_window ()), is_shown, "Add a cone") == NULL;
}

static gboolean
is_not_searching (void)
{
  return !GTK_IS_TEXT (gtk_window_get_focus (gui_other_window ()));
}

/* Each key of the table is on a page of it; what is typed finds one; Escape ends the search and
 * then closes it, and the keys are the canvas's again. */
static void
test_shortcuts (void)
{
  guint n, n_keys = 0;
  const ChaseActionRow *rows = chase_window_action_rows (&n);

  gui_start_text ("desktop.chase", SQUARE);
  gui_key ("Control_L+Shift_L+slash");
  gui_await_other_window (TRUE);
  gui_focus (GTK_WIDGET (gui_other_window ()));
  for (guint i = 0; i < n; i++)
    if (rows[i].accel != NULL || rows[i].key != NULL)
      {
        if (gui_find_below (GTK_WIDGET (gui_other_window ()), is_listed, rows[i].title) == NULL)
          g_error ("not among the shortcuts: %s", rows[i].title);
        n_keys++;
      }
  g_assert_cmpuint (n_keys, >, 50);
  gui_look_through (GTK_WIDGET (gui_other_window ()));
  gui_shoot_widget (GTK_WIDGET (gui_other_window ()), "desktop-shortcuts");
  gui_type ("cylinder");
  gui_wait (has_found, "the key that was searched");
  gui_shoot_widget (GTK_WIDGET (gui_other_window ()), "desktop-shortcuts-found");
  gui_key ("Escape");
  gui_wait (is_not_searching, "the end of the search");
  gui_key ("Escape");
  gui_await_other_window (FALSE);
  gui_focus (GTK_WIDGET (gui_window ()));
  gui_key ("Control_L+a");
  gui_key ("Delete");
  gui_assert_text ("diagram square { }\n");
  gui_stop ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desktop/contrast", test_contrast);
  g_test_add_func ("/desktop/dark-contrast", test_dark_contrast);
  g_test_add_func ("/desktop/text", test_text);
  g_test_add_func ("/desktop/shortcuts", test_shortcuts);
  return g_test_run ();
}
