/* SPDX-License-Identifier: MIT */
#include "clock.h"
#include "gui.h"

#include "app/page.h"
#include "app/window-private.h"
#include "model/problem.h"

#include <malloc.h>
#include <stdlib.h>
#include <unistd.h>

/* Random events, from a seed that is printed: no warning, no crash, and a document that stays
 * whole. CHASE_MONKEY_EVENTS says how many, or CHASE_MONKEY_SECONDS how long. As a person would,
 * the hand clears a page that has grown past CROWDED cells, and after PAGE events takes a new page
 * and closes the old: what is held then is told, which says whether memory grows. How long the
 * program ever was without looking at what the hand does is told in processor time, which other
 * programs leave alone. A run over a time must not hang, nor hold more and more. */

#define N_EVENTS 250
#define CROWDED 300
#define PAGE 500

/* Milliseconds: what takes longer is told with what it followed. */
#define HANG 100
/* What is held may grow by so many kilobytes from one turn of a page to the next, in the middle of
 * all times of SPAN pages. */
#define GROWTH 25
#define SPAN 8
#define FEW_PAGES 24

static double longest;
static guint n_hangs;
static GArray *held; /* kilobytes, at each turn of a page */

/* Kilobytes of the process that are in memory. */
static guint64
resident (void)
{
  g_autofree char *text = NULL;
  const char *pages;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    return 0;
  pages = strchr (text, ' ');
  return pages != NULL ? g_ascii_strtoull (pages, NULL, 10) * (guint64)getpagesize () / 1024 : 0;
}

static void
tell (guint event)
{
  g_test_message ("after %u events: %u cells, %zu KB held, %" G_GUINT64_FORMAT
                  " KB resident, longest wait %.0f ms",
                  event, chase_diagram_n_cells (chase_session_get_diagram (gui_session ())),
                  mallinfo2 ().uordblks / 1024, resident (), longest);
  longest = 0;
}

static void
tell_document (void)
{
  g_autofree char *text = gui_text ();

  g_test_message ("in the document:\n%s", text);
}

/* The longest wait since the last event, which was @what. */
static void
note_wait (guint event, const char *what)
{
  double wait = gui_clock_take_longest ();

  longest = MAX (longest, wait);
  if (wait > HANG)
    {
      n_hangs++;
      g_test_message ("event %u, %s: a wait of %.0f ms with %u cells", event, what, wait,
                      chase_diagram_n_cells (chase_session_get_diagram (gui_session ())));
      gui_clock_tell_waits ();
      tell_document ();
    }
  gui_clock_forget_waits ();
}

static const char *const keys[] = { "Tab",
                                    "Return",
                                    "Escape",
                                    "Delete",
                                    "space",
                                    "Left",
                                    "Right",
                                    "Up",
                                    "Down",
                                    "r",
                                    "e",
                                    "f",
                                    "d",
                                    "m",
                                    "p",
                                    "s",
                                    "t",
                                    "h",
                                    "x",
                                    "g",
                                    "c",
                                    "y",
                                    "u",
                                    "i",
                                    "o",
                                    "minus",
                                    "bracketleft",
                                    "bracketright",
                                    "Alt_L+Right",
                                    "Alt_L+Down",
                                    "a",
                                    "B",
                                    "Control_L+z",
                                    "Control_L+z",
                                    "Control_L+a",
                                    "Control_L+c",
                                    "Control_L+v",
                                    "Control_L+d",
                                    "Control_L+Shift_L+k",
                                    "Control_L+Return",
                                    "Control_L+Shift_L+z",
                                    "Control_L+x",
                                    "Control_L+0",
                                    "Control_L+minus",
                                    "Shift_L+Right",
                                    "Control_L+l",
                                    "F6",
                                    "F9",
                                    "Control_L+9",
                                    "equal",
                                    "w",
                                    "Control_L+Shift_L+n",
                                    "F4",
                                    "F4",
                                    "Control_L+Shift_L+a",
                                    "Shift_L+f",
                                    "Shift_L+question",
                                    "semicolon",
                                    "Shift_L+d",
                                    "F8",
                                    "Menu",
                                    "Page_Down",
                                    "Shift_L+o",
                                    "Shift_L+greater",
                                    "Shift_L+less" };

static const char *const lines[]
    = { "f : A -> B; g : B -> C", "h . f = k . g", "cube", "pull", "A", "F(f) : F(X) -> F(Y)" };

#define ANY(list) list[g_test_rand_int_range (0, G_N_ELEMENTS (list))]

static double
somewhere (void)
{
  return g_test_rand_int_range (-2, 7) / 2.0;
}

/* Only what is in view: the rest of the screen is not ours. */
static gboolean
in_view (double column, double row)
{
  ChaseCanvas *canvas = gui_canvas ();
  ChasePoint at = chase_scene_from_grid (chase_canvas_get_scene (canvas), column, row);
  ChasePoint point = chase_canvas_from_scene (canvas, at.x, at.y);

  return point.x > 40 && point.y > 40 && point.x < gtk_widget_get_width (GTK_WIDGET (canvas)) - 40
         && point.y < gtk_widget_get_height (GTK_WIDGET (canvas)) - 40;
}

static const char *
drag (void)
{
  double a = somewhere (), b = somewhere (), c = somewhere (), d = somewhere ();

  if (in_view (a, b) && in_view (c, d))
    gui_drag (a, b, c, d);
  return "a drag";
}

static const char *
shift_drag (void)
{
  gui_hold ("Shift_L");
  drag ();
  gui_let_go ("Shift_L");
  return "a drag with Shift";
}

static const char *
click (void)
{
  double a = somewhere (), b = somewhere ();
  guint button = g_test_rand_int_range (0, 8) == 0 ? 3 : 1;

  if (in_view (a, b))
    {
      gui_point (a, b, 0, 0);
      gui_press (button);
      gui_release (button);
    }
  return button == 3 ? "a click with the third button" : "a click";
}

/* Below the header bar, wherever: on pictures, lists, the text, what is offered. */
static const char *
click_anywhere (void)
{
  GtkWidget *page = GTK_WIDGET (chase_window_get_page (gui_window ()));

  gui_click_at (page, g_test_rand_double_range (4, gtk_widget_get_width (page) - 4),
                g_test_rand_double_range (4, gtk_widget_get_height (page) - 4));
  return "a click anywhere";
}

static const char *
wheel (void)
{
  gboolean zoom = g_test_rand_bit ();

  if (!in_view (0, 0))
    return "nothing";
  gui_point (0, 0, 0, 0);
  if (zoom)
    gui_hold ("Control_L");
  gui_wheel (g_test_rand_bit (), 2);
  if (zoom)
    gui_let_go ("Control_L");
  return "the wheel";
}

static const char *
command (void)
{
  if (gui_other_window () != NULL)
    return "nothing";
  gui_key ("Control_L+k");
  gui_type (ANY (lines));
  gui_key (g_test_rand_bit () ? "Return" : "Escape");
  return "a command";
}

/* Returns what was done. */
static const char *
one_event (void)
{
  static const char *(*const others[]) (void)
      = { shift_drag, shift_drag, click, click, click_anywhere, wheel, command };
  const char *key;
  int kind = g_test_rand_int_range (0, 10);

  if (kind < 3)
    return drag ();
  if (kind < 6)
    return ANY (others) ();
  key = ANY (keys);
  gui_key (key);
  return key;
}

/* A window that has come up is closed as a person would, who at last takes its button. */
static void
close_other_window (guint tries)
{
  GtkWindow *other;

  for (guint i = 0; (other = gui_other_window ()) != NULL; i++)
    {
      gui_focus (GTK_WIDGET (other));
      gui_key ("Escape");
      if (i >= tries && gui_other_window () == other)
        gtk_window_close (other);
      gui_settle ();
    }
  gui_focus (GTK_WIDGET (gui_window ()));
}

/* But GTK's dialog for files at once: that of 4.8 warns of its own lists where it is clicked while
 * it reads a folder. */
static void
close_sometimes (void)
{
  GtkWindow *other = gui_other_window ();

  if (other != NULL && (GTK_IS_FILE_CHOOSER (other) || g_test_rand_int_range (0, 6) == 0))
    close_other_window (GTK_IS_FILE_CHOOSER (other) ? 0 : 3);
}

/* Says what is wrong with what is shown, and all of the document, where something is. */
static void
tell_problems (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const ChaseProblem *problem = g_ptr_array_index (problems, i);

      g_test_message ("%s (%s)", problem->message, problem->hint != NULL ? problem->hint : "");
    }
  if (problems->len > 0)
    tell_document ();
}

static void
assert_whole (void)
{
  ChaseDocument *document = chase_session_get_document (gui_session ());
  ChaseItem *item = chase_session_get_item (gui_session ());
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDiagram) diagram = chase_diagram_new (document, item, problems);

  tell_problems (problems);
  g_assert_cmpuint (problems->len, ==, 0);
  if (!chase_session_is_editable (gui_session ()))
    return; /* what is computed is not written */
  g_assert_cmpuint (chase_diagram_n_cells (diagram), ==,
                    chase_diagram_n_cells (chase_session_get_diagram (gui_session ())));
}

/* Into no entry, and without a proof that plays. */
static void
come_to_canvas (void)
{
  close_other_window (3);
  gui_key ("Escape");
  gui_key ("Escape");
  gtk_widget_grab_focus (GTK_WIDGET (gui_canvas ()));
  gui_settle ();
}

static void
clear_page (guint event)
{
  if (chase_diagram_n_cells (chase_session_get_diagram (gui_session ())) <= CROWDED)
    return;
  come_to_canvas ();
  gui_key ("Control_L+a");
  gui_key ("Delete");
  note_wait (event, "clearing the page");
}

/* Whose changes, if there are any, are given up. */
static void
close_page (ChasePage *page)
{
  gboolean modified = chase_session_is_modified (chase_page_get_session (page));

  chase_window_close_page (gui_window (), page);
  gui_settle ();
  if (modified)
    {
      gui_await_other_window (TRUE);
      gui_focus (GTK_WIDGET (gui_other_window ()));
      gui_key ("Alt_L+d");
      gui_await_other_window (FALSE);
      gui_focus (GTK_WIDGET (gui_window ()));
    }
  gui_settle ();
}

/* Cairo keeps as many fonts with the glyphs that were drawn in them, and an hour at ever other
 * zooms does not fill that: as many others take their place, of which nothing was drawn. */
#define FONTS_OF_CAIRO 256

static void
forget_glyphs (void)
{
  cairo_font_face_t *face = cairo_toy_font_face_create ("sans-serif", CAIRO_FONT_SLANT_NORMAL,
                                                        CAIRO_FONT_WEIGHT_NORMAL);
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_matrix_t size, identity;

  cairo_matrix_init_identity (&identity);
  for (guint i = 1; i <= FONTS_OF_CAIRO; i++)
    {
      cairo_matrix_init_scale (&size, i, i);
      cairo_scaled_font_destroy (cairo_scaled_font_create (face, &size, &identity, options));
    }
  cairo_font_options_destroy (options);
  cairo_font_face_destroy (face);
}

/* An empty page in the place of all that are there: the hand may have opened some, too. */
static void
turn_page (guint event)
{
  ChasePage *old = chase_window_get_page (gui_window ());
  AdwTabView *tabs = gui_window ()->tabs;
  guint64 now;

  come_to_canvas ();
  gui_key ("Control_L+n");
  if (chase_window_get_page (gui_window ()) == old)
    return;
  while (adw_tab_view_get_n_pages (tabs) > 1)
    close_page (CHASE_PAGE (adw_tab_page_get_child (adw_tab_view_get_nth_page (tabs, 0))));
  note_wait (event, "turning the page");
  forget_glyphs ();
  tell (event);
  now = mallinfo2 ().uordblks / 1024;
  g_array_append_val (held, now);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

/* A leak grows with each page. What is made once and kept, the chooser of emoji of an entry, makes
 * a step, whenever that is, and hardly moves the middle. The first pages are left out. */
static double
middle_growth (void)
{
  guint first = held->len / 4, n = held->len - first - SPAN;
  g_autofree double *grown = g_new (double, n);

  for (guint i = 0; i < n; i++)
    grown[i] = ((double)g_array_index (held, guint64, first + i + SPAN)
                - (double)g_array_index (held, guint64, first + i))
               / SPAN;
  qsort (grown, n, sizeof *grown, compare);
  return grown[n / 2];
}

static void
assert_steady (void)
{
  if (held->len < FEW_PAGES)
    return;
  g_test_message ("grows by %.0f KB a page", middle_growth ());
  g_assert_cmpfloat (middle_growth (), <, GROWTH);
}

static guint
asked (const char *name, guint otherwise)
{
  return g_getenv (name) != NULL ? (guint)atoi (g_getenv (name)) : otherwise;
}

static void
test_monkey (void)
{
  guint seconds = asked ("CHASE_MONKEY_SECONDS", 0);
  guint n = asked ("CHASE_MONKEY_EVENTS", seconds > 0 ? G_MAXUINT : N_EVENTS);
  gint64 end = g_get_monotonic_time () + seconds * G_TIME_SPAN_SECOND;

  held = g_array_new (FALSE, FALSE, sizeof (guint64));
  gui_start (NULL);
  gui_clock_start ();
  for (guint i = 0; i < n && (seconds == 0 || g_get_monotonic_time () < end); i++)
    {
      note_wait (i + 1, one_event ());
      close_sometimes ();
      clear_page (i + 1);
      if (i % 100 == 99)
        tell (i + 1);
      if (i % 10 == 9)
        assert_whole ();
      if (i % PAGE == PAGE - 1)
        turn_page (i + 1);
    }
  gui_clock_stop ();
  come_to_canvas ();
  gui_key ("Control_L+0");
  gui_shoot ("monkey");
  while (chase_session_undo_name (gui_session ()) != NULL)
    gui_key ("Control_L+z");
  g_assert_cmpuint (chase_diagram_n_cells (chase_session_get_diagram (gui_session ())), ==, 0);
  gui_stop ();
  if (seconds > 0)
    {
      g_assert_cmpuint (n_hangs, ==, 0);
      assert_steady ();
    }
  g_array_unref (held);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gui/monkey", test_monkey);
  return g_test_run ();
}
