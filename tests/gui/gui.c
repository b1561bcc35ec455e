/* SPDX-License-Identifier: MIT */
#include "gui.h"

#include "fingers.h"
#include "notation/notation.h"

#include <libintl.h>
#include <locale.h>
#include <X11/XKBlib.h>
#include <X11/extensions/XTest.h>
#include <gdk/x11/gdkx.h>
#include <glib/gstdio.h>
#include <math.h>

static ChaseApplication *application;
static Display *server;
static char *folder;
static guint n_actions;

Display *
gui_server (void)
{
  if (server == NULL)
    server = gdk_x11_display_get_xdisplay (gdk_display_get_default ());
  return server;
}

ChaseWindow *
gui_window (void)
{
  GtkWindow *window;

  if (application == NULL)
    return NULL;
  window = gtk_application_get_active_window (GTK_APPLICATION (application));
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (application)); link != NULL;
       link = link->next)
    if (CHASE_IS_WINDOW (link->data))
      return link->data;
  return CHASE_WINDOW (window);
}

GtkWindow *
gui_other_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (link->data != gui_window () && gtk_widget_get_mapped (link->data))
      return link->data;
  return NULL;
}

ChaseShow *
gui_show (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (CHASE_IS_SHOW (link->data) && gtk_widget_get_mapped (link->data))
      return link->data;
  return NULL;
}

ChaseSession *
gui_session (void)
{
  return chase_window_get_session (gui_window ());
}

ChaseCanvas *
gui_canvas (void)
{
  return chase_window_get_canvas (gui_window ());
}

static gboolean
ring (gpointer data)
{
  *(gboolean *)data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run_for (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, ring, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer data)
{
  *(gboolean *)data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Runs the program until @window has drawn a frame, with which it was handed the motions that the
 * server had sent. A window that is hidden draws none, and has no events either. */
static void
await_frame (GtkWidget *window)
{
  gint64 end = g_get_monotonic_time () + G_TIME_SPAN_SECOND;
  gboolean drawn = FALSE;
  guint id;

  if (!gtk_widget_get_mapped (window))
    return;
  id = gtk_widget_add_tick_callback (window, on_frame, &drawn, NULL);
  while (!drawn && gtk_widget_get_mapped (window) && g_get_monotonic_time () < end)
    run_for (2);
  if (!drawn)
    gtk_widget_remove_tick_callback (window, id);
}

static void
sync_server (void)
{
  if (fingers_are_connected ())
    {
      fingers_sync ();
      return;
    }
  /* The server answers before it has written out what it has for others; the second time it has. */
  XSync (gui_server (), False);
  XSync (gui_server (), False);
}

static void
handle_events (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  sync_server ();
  for (GList *link = windows; link != NULL; link = link->next)
    g_object_ref (link->data);
  for (GList *link = windows; link != NULL; link = link->next)
    {
      await_frame (link->data);
      g_object_unref (link->data);
    }
}

/* Whether the picture, or the list of what the document claims, is still being made. */
static gboolean
is_busy (void)
{
  ChaseWindow *window = gui_window ();
  ChaseSession *session = window == NULL ? NULL : chase_window_get_session (window);

  return session != NULL
         && (chase_session_is_placing (session) || chase_session_is_claiming (session));
}

void
gui_settle (void)
{
  gint64 start = g_get_monotonic_time ();

  handle_events ();
  run_for ((guint)MAX (1, 25 - (g_get_monotonic_time () - start) / 1000));
  while (is_busy () && g_get_monotonic_time () < start + G_TIME_SPAN_SECOND)
    run_for (5);
}

void
gui_wait (gboolean (*condition) (void), const char *what)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (!condition () && g_get_monotonic_time () < end)
    run_for (5);
  if (!condition ())
    {
      g_autofree char *text = gui_window () == NULL ? g_strdup ("") : gui_text ();

      if (gui_window () != NULL)
        gui_shoot ("waited-in-vain");
      g_error ("waited in vain: %s\n%s", what, text);
    }
}

static gboolean
is_drawn (void)
{
  ChaseWindow *window = gui_window ();

  return window != NULL && gtk_widget_get_mapped (GTK_WIDGET (window)) && gui_canvas ()->fitted;
}

static void
start (const char *const *paths)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  if (application == NULL)
    {
      application = chase_application_new ();
      g_application_set_flags (G_APPLICATION (application),
                               G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
    }
  for (guint i = 0; paths != NULL && paths[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_path (paths[i]));
  if (files->len > 0)
    g_application_open (G_APPLICATION (application), (GFile **)files->pdata, (int)files->len, "");
  else
    g_application_activate (G_APPLICATION (application));
  if (!fingers_are_connected ())
    gui_server ();
}

void
gui_start (const char *const *paths)
{
  start (paths);
  chase_window_show_start (gui_window (), FALSE);
  gui_wait (is_drawn, "the window");
  run_for (150);
}

static gboolean
is_starting (void)
{
  ChaseWindow *window = gui_window ();

  return window != NULL && gtk_widget_get_mapped (GTK_WIDGET (window->start));
}

void
gui_start_text (const char *name, const char *text)
{
  g_autofree char *path = gui_path (name);
  const char *paths[] = { path, NULL };

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  gui_start (paths);
  gui_verdicts ();
}

void
gui_start_page (void)
{
  start (NULL);
  gui_wait (is_starting, "the start page");
  run_for (150);
}

void
gui_stop (void)
{
  while (gtk_application_get_windows (GTK_APPLICATION (application)) != NULL)
    gtk_window_destroy (gtk_application_get_windows (GTK_APPLICATION (application))->data);
  run_for (50);
}

/* The place on the screen of a point of @widget. */
static void
to_screen (GtkWidget *widget, double x, double y, int *screen_x, int *screen_y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GdkSurface *surface = gtk_native_get_surface (native);
  double in_native_x, in_native_y, shift_x, shift_y;
  Window child;

  g_assert_true (gtk_widget_translate_coordinates (widget, GTK_WIDGET (native), x, y, &in_native_x,
                                                   &in_native_y));
  gtk_native_get_surface_transform (native, &shift_x, &shift_y);
  XTranslateCoordinates (server, gdk_x11_surface_get_xid (surface), DefaultRootWindow (server),
                         (int)round (in_native_x + shift_x), (int)round (in_native_y + shift_y),
                         screen_x, screen_y, &child);
}

static void
move_to (int x, int y)
{
  XTestFakeMotionEvent (server, -1, x, y, CurrentTime);
  gui_settle ();
}

static void
place_on_screen (double column, double row, int *x, int *y)
{
  ChaseCanvas *canvas = gui_canvas ();
  ChasePoint at = chase_scene_from_grid (chase_canvas_get_scene (canvas), column, row);
  ChasePoint point = chase_canvas_from_scene (canvas, at.x, at.y);

  to_screen (GTK_WIDGET (canvas), point.x, point.y, x, y);
}

void
gui_point (double column, double row, double dx, double dy)
{
  int x, y;

  place_on_screen (column, row, &x, &y);
  move_to (x + (int)dx, y + (int)dy);
}

void
gui_press (guint button)
{
  XTestFakeButtonEvent (server, button, True, CurrentTime);
  gui_settle ();
}

void
gui_release (guint button)
{
  XTestFakeButtonEvent (server, button, False, CurrentTime);
  gui_settle ();
}

guint
gui_count_actions (void)
{
  guint n = n_actions;

  n_actions = 0;
  return n;
}

/* Clicks @times where the pointer is; several are one double click however slow the program is,
 * since the server stamps them. */
static void
click (guint times)
{
  n_actions += times;
  for (guint i = 0; i < times; i++)
    {
      XTestFakeButtonEvent (server, 1, True, i == 0 ? CurrentTime : 40);
      XTestFakeButtonEvent (server, 1, False, CurrentTime);
    }
  gui_settle ();
  run_for (450); /* so that the next click is one of its own */
}

void
gui_click (double column, double row, guint times)
{
  gui_point (column, row, 0, 0);
  click (times);
}

void
gui_double_click_at (GtkWidget *widget, double x, double y)
{
  gui_point_at (widget, x, y);
  click (2);
}

static void
drag (int from_x, int from_y, int to_x, int to_y)
{
  n_actions++;
  move_to (from_x, from_y);
  gui_press (1);
  for (int i = 1; i <= 4; i++)
    move_to (from_x + (to_x - from_x) * i / 4, from_y + (to_y - from_y) * i / 4);
  gui_release (1);
}

void
gui_drag (double from_column, double from_row, double to_column, double to_row)
{
  int from_x, from_y, to_x, to_y;

  place_on_screen (from_column, from_row, &from_x, &from_y);
  place_on_screen (to_column, to_row, &to_x, &to_y);
  drag (from_x, from_y, to_x, to_y);
}

void
gui_drag_points (ChasePoint from, ChasePoint to)
{
  ChaseCanvas *canvas = gui_canvas ();
  ChasePoint a = chase_canvas_from_scene (canvas, from.x, from.y);
  ChasePoint b = chase_canvas_from_scene (canvas, to.x, to.y);
  int from_x, from_y, to_x, to_y;

  to_screen (GTK_WIDGET (canvas), a.x, a.y, &from_x, &from_y);
  to_screen (GTK_WIDGET (canvas), b.x, b.y, &to_x, &to_y);
  drag (from_x, from_y, to_x, to_y);
}

void
gui_drag_rim (double from_column, double from_row, double to_column, double to_row)
{
  int rim = (int)(30 * chase_canvas_get_zoom (gui_canvas ()));
  int from_x, from_y, to_x, to_y;

  place_on_screen (from_column, from_row, &from_x, &from_y);
  place_on_screen (to_column, to_row, &to_x, &to_y);
  drag (from_x - rim, from_y, to_x - rim, to_y);
}

static void
strike (KeySym symbol, Bool down)
{
  KeyCode code = XKeysymToKeycode (server, symbol);

  g_assert_cmpuint (code, !=, 0);
  XTestFakeKeyEvent (server, code, down, CurrentTime);
}

void
gui_hold (const char *key)
{
  strike (XStringToKeysym (key), True);
  gui_settle ();
}

void
gui_let_go (const char *key)
{
  strike (XStringToKeysym (key), False);
  gui_settle ();
}

void
gui_key (const char *key)
{
  g_auto (GStrv) parts = g_strsplit (key, "+", -1);
  guint n = g_strv_length (parts);

  n_actions++;
  for (guint i = 0; i < n; i++)
    strike (XStringToKeysym (parts[i]), True);
  for (guint i = n; i > 0; i--)
    strike (XStringToKeysym (parts[i - 1]), False);
  gui_settle ();
}

void
gui_type (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      /* Latin 1 is its own key symbol. */
      KeySym symbol = *p == '\n' ? XK_Return : (KeySym)(guchar)*p;
      KeyCode code = XKeysymToKeycode (server, symbol);
      gboolean shifted = XkbKeycodeToKeysym (server, code, 0, 0) != symbol;

      n_actions++;
      g_assert_cmpuint (code, !=, 0);
      if (shifted)
        strike (XStringToKeysym ("Shift_L"), True);
      XTestFakeKeyEvent (server, code, True, CurrentTime);
      XTestFakeKeyEvent (server, code, False, CurrentTime);
      if (shifted)
        strike (XStringToKeysym ("Shift_L"), False);
      gui_settle ();
    }
}

GtkWidget *
gui_find_below (GtkWidget *widget, gboolean (*test) (GtkWidget *widget, gconstpointer data),
                gconstpointer data)
{
  if (test (widget, data))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gui_find_below (child, test, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_label_of_button (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && strcmp (gtk_label_get_text (GTK_LABEL (widget)), label) == 0
         && gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON) != NULL;
}

static GtkWidget *
await_button (const char *label)
{
  gint64 end = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;
  GtkWidget *text;

  while ((text = gui_find_below (GTK_WIDGET (gui_window ()), is_label_of_button, label)) == NULL
         && g_get_monotonic_time () < end)
    run_for (5);
  if (text == NULL)
    g_error ("there is no button %s", label);
  return gtk_widget_get_ancestor (text, GTK_TYPE_BUTTON);
}

GtkWidget *
gui_find_button (const char *label)
{
  await_button (label);
  /* It may still be coming in, or be listed anew. */
  run_for (400);
  return await_button (label);
}

void
gui_wheel (gboolean up, guint clicks)
{
  for (guint i = 0; i < clicks; i++)
    {
      gui_press (up ? 4 : 5);
      gui_release (up ? 4 : 5);
    }
}

void
gui_click_at (GtkWidget *widget, double x, double y)
{
  int screen_x, screen_y;

  to_screen (widget, x, y, &screen_x, &screen_y);
  move_to (screen_x, screen_y);
  gui_press (1);
  gui_release (1);
}

void
gui_point_at (GtkWidget *widget, double x, double y)
{
  int screen_x, screen_y;

  to_screen (widget, x, y, &screen_x, &screen_y);
  move_to (screen_x, screen_y);
}

void
gui_click_widget (GtkWidget *widget)
{
  gui_click_at (widget, gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0);
}

/* What is dragged travels by messages of its own. */
static void
settle_long (void)
{
  for (guint i = 0; i < 12; i++)
    gui_settle ();
}

void
gui_drag_widget (GtkWidget *from, GtkWidget *to)
{
  double width = gtk_widget_get_width (from), height = gtk_widget_get_height (from), x, y;

  gui_point_at (from, width / 2, height / 2);
  gui_press (1);
  for (guint i = 1; i <= 8; i++)
    {
      g_assert_true (gtk_widget_translate_coordinates (to, from, gtk_widget_get_width (to) / 2.0,
                                                       gtk_widget_get_height (to) / 2.0, &x, &y));
      gui_point_at (from, width / 2 + (x - width / 2) * i / 8,
                    height / 2 + (y - height / 2) * i / 8);
    }
  settle_long ();
  gui_release (1);
  settle_long ();
}

static Window
window_of (GtkWidget *widget)
{
  return gdk_x11_surface_get_xid (gtk_native_get_surface (gtk_widget_get_native (widget)));
}

/* A window manager shows it some time after it is asked to. */
static gboolean
is_viewable (Window window)
{
  XWindowAttributes attributes;

  return XGetWindowAttributes (server, window, &attributes) != 0
         && attributes.map_state == IsViewable;
}

void
gui_focus (GtkWidget *widget)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (gtk_widget_get_mapped (widget) && !is_viewable (window_of (widget))
         && g_get_monotonic_time () < end)
    run_for (5);
  if (gtk_widget_get_mapped (widget) && is_viewable (window_of (widget)))
    XSetInputFocus (server, window_of (widget), RevertToPointerRoot, CurrentTime);
  gui_settle ();
}

static gboolean
has_other_window (void)
{
  return gui_other_window () != NULL;
}

static gboolean
has_one_window (void)
{
  return gui_other_window () == NULL;
}

void
gui_await_other_window (gboolean there)
{
  gui_wait (there ? has_other_window : has_one_window,
            there ? "another window" : "the end of the other window");
}

static gboolean
toast_has_come (void)
{
  return gui_window ()->toast != NULL && gui_window ()->toast_coming == 0;
}

static gboolean
is_menu (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_POPOVER_MENU (widget) && gtk_widget_get_mapped (widget);
}

GtkWidget *
gui_find_menu (void)
{
  return gui_find_below (GTK_WIDGET (chase_window_get_page (gui_window ())), is_menu, NULL);
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

static gboolean
is_menu_entry (GtkWidget *widget, gconstpointer label)
{
  g_autofree char *text = NULL;

  if (!g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton")
      || !gtk_widget_get_mapped (widget))
    return FALSE;
  g_object_get (widget, "text", &text, NULL);
  return text != NULL && strstr (text, label) != NULL;
}

GtkWidget *
gui_find_menu_entry (const char *label)
{
  GtkWidget *menu = gui_find_menu ();

  return menu != NULL ? gui_find_below (menu, is_menu_entry, label) : NULL;
}

void
gui_click_menu (const char *label)
{
  GtkWidget *entry;

  gui_wait (has_menu, "the menu");
  entry = gui_find_menu_entry (label);
  g_assert_nonnull (entry);
  gui_click_widget (entry);
  gui_wait (has_no_menu, "the end of the menu");
}

void
gui_await_toast (void)
{
  gui_wait (toast_has_come, "the toast");
}

void
gui_answer_dialog (const char *path)
{
  gui_await_other_window (TRUE);
  for (guint i = 0; i < 10; i++)
    gui_settle ();
  gui_focus (GTK_WIDGET (gui_other_window ()));
  gui_key ("Control_L+a");
  gui_type (path);
  gui_key ("Return");
}

void
gui_command (const char *text)
{
  gui_key ("Control_L+k");
  gui_await_other_window (TRUE);
  gui_focus (GTK_WIDGET (gui_other_window ()));
  gui_type (text);
  gui_key ("Return");
  gui_await_other_window (FALSE);
  gui_focus (GTK_WIDGET (gui_window ()));
}

void
gui_command_on_canvas (const char *text)
{
  gui_focus (GTK_WIDGET (gui_window ()));
  gtk_widget_grab_focus (GTK_WIDGET (gui_canvas ()));
  gui_command (text);
}

static gboolean
is_judged (void)
{
  return !chase_session_is_judging (gui_session ())
         && chase_session_get_verdicts (gui_session ()) != NULL;
}

ChaseVerdicts *
gui_verdicts (void)
{
  gui_wait (is_judged, "the verdicts");
  return chase_session_get_verdicts (gui_session ());
}

char *
gui_text (void)
{
  return chase_notation_print (chase_session_get_document (gui_session ()), CHASE_NOTATION_ASCII);
}

static const char *awaited;
static gboolean awaited_there;

static gboolean
says_awaited (void)
{
  g_autofree char *text = gui_text ();

  return (strstr (text, awaited) != NULL) == awaited_there;
}

void
gui_assert_says (const char *part, gboolean there)
{
  g_autofree char *what
      = g_strdup_printf ("the document %s \"%s\"", there ? "says" : "no longer says", part);

  awaited = part;
  awaited_there = there;
  gui_wait (says_awaited, what);
}

static gboolean
is_awaited (void)
{
  g_autofree char *text = gui_text ();

  return g_str_equal (text, awaited);
}

void
gui_assert_text (const char *text)
{
  awaited = text;
  gui_wait (is_awaited, text);
}

char *
gui_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

void
gui_shoot (const char *name)
{
  gui_shoot_widget (GTK_WIDGET (gui_window ()), name);
}

void
gui_shoot_widget (GtkWidget *widget, const char *name)
{
  const char *place = g_getenv ("CHASE_SCREENSHOTS");
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *path = NULL;
  float scale = gtk_widget_get_scale_factor (widget);

  if (place == NULL)
    return;
  run_for (300); /* so that what slides in has come to rest */
  gtk_test_widget_wait_for_draw (widget);
  paintable = gtk_widget_paintable_new (widget);
  gtk_snapshot_scale (snapshot, scale, scale); /* the pixels of the screen */
  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (widget)), node, NULL);
  g_mkdir_with_parents (place, 0755);
  path = g_strdup_printf ("%s/%s.png", place, name);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

char *
gui_path (const char *name)
{
  if (folder == NULL)
    folder = g_dir_make_tmp ("arrowchase-XXXXXX", NULL);
  return g_build_filename (folder, name, NULL);
}

/* Which labels are allowed to end in dots: what a user or a document says, however long. */
static gboolean
may_be_cut (GtkWidget *label)
{
  static const char *const classes[] = { "card-title", "title", "subtitle", NULL };

  for (guint i = 0; classes[i] != NULL; i++)
    if (gtk_widget_has_css_class (label, classes[i]))
      return TRUE;
  if (gtk_widget_has_css_class (label, "outline-title"))
    return FALSE;
  return gtk_widget_get_ancestor (label, g_type_from_name ("ChaseOutline")) != NULL
         || gtk_widget_get_ancestor (label, ADW_TYPE_TAB_BAR) != NULL;
}

void
gui_look_through (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && !may_be_cut (widget))
    {
      PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (widget));
      int width, height;

      pango_layout_get_pixel_size (layout, &width, &height);
      if (pango_layout_is_ellipsized (layout) || width > gtk_widget_get_width (widget) + 1
          || height > gtk_widget_get_height (widget) + 1)
        g_error ("no room for: %s", gtk_label_get_label (GTK_LABEL (widget)));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gui_look_through (child);
}

void
gui_speak (void)
{
  const char *language = g_getenv ("CHASE_LANGUAGE");
  g_autofree char *locale = gui_path ("locale");
  g_autofree char *place = g_build_filename (locale, language, "LC_MESSAGES", NULL);
  g_autofree char *to = g_build_filename (place, "arrowchase.mo", NULL);
  g_autofree char *catalogue = NULL;
  gsize size;

  if (language == NULL)
    return;
  g_assert_cmpint (g_mkdir_with_parents (place, 0700), ==, 0);
  g_assert_true (g_file_get_contents (g_getenv ("CHASE_CATALOGUE"), &catalogue, &size, NULL));
  g_assert_true (g_file_set_contents (to, catalogue, (gssize)size, NULL));
  g_setenv ("LANGUAGE", language, TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain ("arrowchase", locale);
  bind_textdomain_codeset ("arrowchase", "UTF-8");
  textdomain ("arrowchase");
}

static char *opened; /* the file into which the browser of the test writes what it is given */

static gboolean
is_opened (void)
{
  return g_file_test (opened, G_FILE_TEST_EXISTS);
}

/* A browser for this test alone, in the home of the test: a script that writes down its argument.
 */
static void
make_browser (void)
{
  g_autofree char *script = gui_path ("browser.sh");
  g_autofree char *place = g_build_filename (g_get_user_data_dir (), "applications", NULL);
  g_autofree char *entry = g_build_filename (place, "test-browser.desktop", NULL);
  g_autofree char *list = g_build_filename (g_get_user_config_dir (), "mimeapps.list", NULL);
  g_autofree char *code = g_strdup_printf ("#!/bin/sh\necho \"$1\" >'%s.new'\n"
                                           "mv '%s.new' '%s'\n",
                                           opened, opened, opened);
  g_autofree char *text = g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Test\n"
                                           "Exec=%s %%u\nMimeType=text/html;\n",
                                           script);

  g_assert_cmpint (g_mkdir_with_parents (place, 0700), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_config_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (script, code, -1, NULL));
  g_assert_cmpint (g_chmod (script, 0700), ==, 0);
  g_assert_true (g_file_set_contents (entry, text, -1, NULL));
  g_assert_true (g_file_set_contents (
      list, "[Default Applications]\ntext/html=test-browser.desktop\n", -1, NULL));
}

char *
gui_help (void)
{
  char *what;

  opened = gui_path ("opened");
  make_browser ();
  gui_key ("F1");
  gui_wait (is_opened, "the browser");
  what = gui_read (opened);
  g_unlink (opened);
  g_clear_pointer (&opened, g_free);
  return what;
}
