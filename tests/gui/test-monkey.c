/* SPDX-License-Identifier: MIT */
#include "gui.h"

#include "model/problem.h"

#include <malloc.h>
#include <stdlib.h>
#include <time.h>

/* Random events, from a seed that is printed: no warning, no crash, and a document that stays
 * whole. CHASE_MONKEY_EVENTS says how many; what is held, and how long the program ever was without
 * looking at what the hand does, is told in processor time, which other programs leave alone. */

#define N_EVENTS 250

static double begun;
static double longest;

static double
processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* In the place of g_poll (): all between two calls is time in which a hand would wait. */
static gint
look (GPollFD *fds, guint n, gint timeout)
{
  gint result;

  if (begun > 0)
    longest = MAX (longest, processor_time () - begun);
  result = g_poll (fds, n, timeout);
  begun = processor_time ();
  return result;
}

static void
tell (guint event)
{
  g_test_message ("after %u events: %u cells, %zu KB held, longest wait %.0f ms", event,
                  chase_diagram_n_cells (chase_session_get_diagram (gui_session ())),
                  mallinfo2 ().uordblks / 1024, longest);
  longest = 0;
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
                                    "Control_L+l" };

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

static void
one_event (void)
{
  double a = somewhere (), b = somewhere (), c = somewhere (), d = somewhere ();

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
    case 1:
      if (in_view (a, b) && in_view (c, d))
        gui_drag (a, b, c, d);
      break;
    case 2:
      if (in_view (a, b))
        {
          gui_point (a, b, 0, 0);
          gui_press (1);
          gui_release (1);
        }
      break;
    case 3:
      if (in_view (a, b) && in_view (c, d))
        {
          gui_hold ("Shift_L");
          gui_drag (a, b, c, d);
          gui_let_go ("Shift_L");
        }
      break;
    default:
      gui_key (keys[g_test_rand_int_range (0, G_N_ELEMENTS (keys))]);
      break;
    }
}

static void
assert_whole (void)
{
  ChaseDocument *document = chase_session_get_document (gui_session ());
  ChaseItem *item = chase_session_get_item (gui_session ());
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDiagram) diagram = chase_diagram_new (document, item, problems);

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (chase_diagram_n_cells (diagram), ==,
                    chase_diagram_n_cells (chase_session_get_diagram (gui_session ())));
}

static void
test_monkey (void)
{
  const char *asked = g_getenv ("CHASE_MONKEY_EVENTS");
  guint n = asked != NULL ? (guint)atoi (asked) : N_EVENTS;

  gui_start (NULL);
  g_main_context_set_poll_func (NULL, look);
  for (guint i = 0; i < n; i++)
    {
      one_event ();
      if (i % 50 == 49)
        tell (i + 1);
      if (i % 10 == 9)
        assert_whole ();
    }
  g_main_context_set_poll_func (NULL, NULL);
  gui_key ("Escape");
  gui_key ("Control_L+0");
  gui_shoot ("monkey");
  while (chase_session_undo_name (gui_session ()) != NULL)
    gui_key ("Control_L+z");
  g_assert_cmpuint (chase_diagram_n_cells (chase_session_get_diagram (gui_session ())), ==, 0);
  gui_stop ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gui/monkey", test_monkey);
  return g_test_run ();
}
