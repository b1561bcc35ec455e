/* SPDX-License-Identifier: MIT */
#include "gui.h"

#include "clock.h"

/* How long a frame takes while an object is dragged, and while the view is moved: in grids of
 * growing size. The time of a frame is that from its layout to the end of its painting;
 * that of the processor is all the program did since the frame before. */

static GArray *frames; /* of double: milliseconds */
static GArray *used;   /* the same in time of the processor, which other programs leave alone */
static gint64 begun;

static void
before_paint (GdkFrameClock *clock, gpointer data)
{
  begun = g_get_monotonic_time ();
}

static void
after_paint (GdkFrameClock *clock, gpointer data)
{
  double milliseconds = (double)(g_get_monotonic_time () - begun) / 1000;
  double spent = gui_clock_take ();

  g_array_append_val (frames, milliseconds);
  g_array_append_val (used, spent);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return *(const double *)a < *(const double *)b ? -1 : 1;
}

static void
forget (void)
{
  g_array_set_size (frames, 0);
  g_array_set_size (used, 0);
  gui_clock_take ();
}

static void
report (guint n_objects, const char *what)
{
  g_assert_cmpuint (frames->len, >, 5);
  g_array_sort (frames, compare);
  g_array_sort (used, compare);
  g_test_message (
      "%u objects, %s: median %.1f ms, 95th percentile %.1f ms, worst %.1f ms, %u frames; "
      "of the processor %.1f, %.1f, %.1f ms",
      n_objects, what, g_array_index (frames, double, frames->len / 2),
      g_array_index (frames, double, frames->len * 95 / 100),
      g_array_index (frames, double, frames->len - 1), frames->len,
      g_array_index (used, double, used->len / 2),
      g_array_index (used, double, used->len * 95 / 100),
      g_array_index (used, double, used->len - 1));
  forget ();
}

static char *
write_grid (guint side)
{
  g_autoptr (GString) text = g_string_new ("diagram grid {\n");
  char *path = gui_path ("grid.chase");

  for (guint row = 0; row < side; row++)
    for (guint column = 0; column < side; column++)
      {
        g_string_append_printf (text, "  X_%u_%u at %u, %u\n", row, column, column, row);
        if (column > 0)
          g_string_append_printf (text, "  h_%u_%u : X_%u_%u -> X_%u_%u\n", row, column, row,
                                  column - 1, row, column);
        if (row > 0)
          g_string_append_printf (text, "  v_%u_%u : X_%u_%u -> X_%u_%u\n", row, column, row - 1,
                                  column, row, column);
      }
  g_string_append (text, "}\n");
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  return path;
}

static gboolean
is_loaded (void)
{
  return chase_session_get_diagram (gui_session ())->n_nodes > 0;
}

/* In the middle of the view, and how far left of the object that is there its rim is. */
static int
find_object (guint side, double *column, double *row)
{
  ChaseCanvas *canvas = gui_canvas ();
  ChasePoint middle
      = chase_canvas_to_scene (canvas, gtk_widget_get_width (GTK_WIDGET (canvas)) / 2.0,
                               gtk_widget_get_height (GTK_WIDGET (canvas)) / 2.0);
  ChasePoint grid = chase_scene_to_grid (chase_canvas_get_scene (canvas), middle.x, middle.y);
  ChaseRect inner, outer;

  *column = (int)grid.x;
  *row = (int)grid.y;
  g_assert_true (
      chase_canvas_node_box (canvas, (guint32)*row * side + (guint32)*column, &inner, &outer));
  return (int)((inner.width + outer.width) / 4 * chase_canvas_get_zoom (canvas));
}

static void
measure_drag (guint side, gboolean by_rim)
{
  double column, row;
  int beside = find_object (side, &column, &row);

  if (!by_rim)
    beside = 0;
  gui_point (column, row, -beside, 0);
  forget ();
  gui_press (1);
  for (int i = 0; i < 60; i++)
    gui_point (column, row, -beside + i, i);
  g_assert_cmpint (gui_canvas ()->drag, ==, by_rim ? CHASE_DRAG_MOVE : CHASE_DRAG_CONNECT);
  report (side * side, by_rim ? "dragging an object" : "drawing an arrow");
  gui_point (column, row, -beside, 0);
  gui_release (1);
}

static void
measure_view (guint side)
{
  double column, row;

  find_object (side, &column, &row);
  gui_point (column, row, 50, 50);
  forget ();
  gui_press (2);
  for (int i = 0; i < 60; i++)
    gui_point (column, row, 50 + i, 50 + i);
  gui_release (2);
  report (side * side, "moving the view");
  chase_canvas_fit (gui_canvas ());
  gui_settle ();
  forget ();
  gui_hold ("Control_L");
  gui_wheel (TRUE, 20);
  gui_wheel (FALSE, 20);
  gui_let_go ("Control_L");
  report (side * side, "zooming, from all in view and back");
}

static void
measure (gconstpointer data)
{
  guint side = GPOINTER_TO_UINT (data);
  g_autofree char *path = write_grid (side);
  const char *paths[] = { path, NULL };
  gint64 start = g_get_monotonic_time ();
  GdkFrameClock *clock;

  gui_start (paths);
  gui_wait (is_loaded, "the grid");
  g_test_message ("%u objects: on screen after %.0f ms", side * side,
                  (double)(g_get_monotonic_time () - start) / 1000);
  gui_clock_start ();
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (gui_window ()));
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint), NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint), NULL);
  frames = g_array_new (FALSE, FALSE, sizeof (double));
  used = g_array_new (FALSE, FALSE, sizeof (double));
  chase_canvas_zoom_to (gui_canvas (), MAX (chase_canvas_get_zoom (gui_canvas ()), 0.4));
  gui_settle ();
  measure_drag (side, TRUE);
  measure_drag (side, FALSE);
  measure_view (side);
  g_signal_handlers_disconnect_by_func (clock, before_paint, NULL);
  g_signal_handlers_disconnect_by_func (clock, after_paint, NULL);
  g_array_unref (frames);
  g_array_unref (used);
  gui_clock_stop ();
  gui_stop ();
}

/* A category of a grid's objects and arrows, and a drawing of two of them. */
static char *
write_category (guint side)
{
  g_autoptr (GString) text = g_string_new ("category C {\n");
  char *path = gui_path ("category.chase");

  for (guint i = 0; i < side * side; i++)
    g_string_append_printf (text, "  object X_%u\n", i);
  for (guint i = 0; i < side * side; i++)
    if (i % side != side - 1)
      g_string_append_printf (text, "  h_%u : X_%u -> X_%u\n", i, i, i + 1);
  for (guint i = 0; i + side < side * side; i++)
    g_string_append_printf (text, "  v_%u : X_%u -> X_%u\n", i, i, i + side);
  g_string_append (text, "}\ndiagram d in C {\n  X_0 at 0, 0\n  X_2 at 1, 0\n}\n");
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  return path;
}

static void
begin_typing (void)
{
  gui_clock_start ();
  used = g_array_new (FALSE, FALSE, sizeof (double));
  frames = g_array_new (FALSE, FALSE, sizeof (double));
}

static void
end_typing (void)
{
  gui_clock_stop ();
  gui_stop ();
  g_array_unref (used);
  g_array_unref (frames);
}

/* Notes for each letter how long it takes until all of it is shown. */
static void
type_measured (const char *typed)
{
  for (const char *at = typed; *at != '\0'; at++)
    {
      char letter[] = { *at, '\0' };
      gint64 from = g_get_monotonic_time ();
      double milliseconds, spent;

      gui_clock_take ();
      gui_type (letter);
      spent = gui_clock_take ();
      milliseconds = (double)(g_get_monotonic_time () - from) / 1000;
      g_array_append_val (used, spent);
      g_array_append_val (frames, milliseconds);
    }
}

/* What each letter of a label costs the window, until it has drawn what was typed. */
static void
measure_typing (gconstpointer data)
{
  guint side = GPOINTER_TO_UINT (data);
  g_autofree char *path = write_category (side);
  const char *paths[] = { path, NULL };

  gui_start (paths);
  gui_wait (is_loaded, "the drawing");
  gui_verdicts ();
  begin_typing ();
  gui_drag (0, 0, 1, 0);
  type_measured ("h_1 \\circ h_0");
  report (side * side, "typing a label in a category");
  end_typing ();
}

static gboolean
has_text (void)
{
  ChasePage *page = chase_window_get_page (gui_window ());

  return gtk_widget_get_mapped (GTK_WIDGET (chase_page_get_source (page)));
}

/* The same in the text of a grid: a comment that grows, and then the name of a new object, which a
 * list of names below it goes with. */
static void
measure_text (gconstpointer data)
{
  guint side = GPOINTER_TO_UINT (data);
  g_autofree char *path = write_grid (side);
  const char *paths[] = { path, NULL };

  gui_start (paths);
  gui_wait (is_loaded, "the grid");
  gui_key ("F4");
  gui_wait (has_text, "the text");
  chase_source_pane_go_to (chase_page_get_source (chase_window_get_page (gui_window ())), 2);
  gui_key ("End");
  begin_typing ();
  type_measured (" # a corner of it");
  report (side * side, "typing a comment in the text");
  gui_type ("\n  object ");
  type_measured ("X_0_0_and_more");
  report (side * side, "typing a name in the text");
  end_typing ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/gui/frames/200", GUINT_TO_POINTER (14), measure);
  g_test_add_data_func ("/gui/frames/2000", GUINT_TO_POINTER (45), measure);
  g_test_add_data_func ("/gui/frames/10000", GUINT_TO_POINTER (100), measure);
  g_test_add_data_func ("/frames/typing/100", GUINT_TO_POINTER (10), measure_typing);
  g_test_add_data_func ("/frames/text/2000", GUINT_TO_POINTER (45), measure_text);
  g_test_add_data_func ("/frames/typing/2500", GUINT_TO_POINTER (50), measure_typing);
  return g_test_run ();
}
