/* SPDX-License-Identifier: MIT */
#include "gui.h"

#include <X11/extensions/XTest.h>
#include <stdlib.h>

/* How long it takes from the click at a face, when the button is let go, until the window has its
 * verdict: on the clock, and on a machine that does nothing else within 50 ms. */

#define CLICKS 30

static gint64 judged_at; /* 0 until then */

static void
judged (ChaseSession *session, gpointer data)
{
  if (!chase_session_is_judging (session))
    judged_at = g_get_monotonic_time ();
}

static gboolean
has_judged (void)
{
  return judged_at != 0;
}

/* A grid of so many objects a side, whose faces are squares; of all but the first one it is said
 * that they commute. */
static char *
write_grid (guint side)
{
  GString *text = g_string_new ("diagram d {\n");

  for (guint i = 0; i < side * side; i++)
    g_string_append_printf (text, "  X_%u at %u, %u\n", i, i % side, i / side);
  for (guint i = 0; i < side * side; i++)
    {
      if (i % side != side - 1)
        g_string_append_printf (text, "  h_%u : X_%u -> X_%u\n", i, i, i + 1);
      if (i + side < side * side)
        g_string_append_printf (text, "  v_%u : X_%u -> X_%u\n", i, i, i + side);
    }
  for (guint i = 1; i + side < side * side; i++)
    if (i % side != side - 1)
      g_string_append_printf (text, "  v_%u . h_%u = h_%u . v_%u\n", i + 1, i, i + side, i);
  g_string_append (text, "}\n");
  return g_string_free (text, FALSE);
}

static int
compare (const void *a, const void *b)
{
  return *(const double *)a < *(const double *)b ? -1 : 1;
}

/* Given, to be proved, nothing, and given again. */
static void
measure (gconstpointer data)
{
  guint side = GPOINTER_TO_UINT (data);
  g_autofree char *text = write_grid (side);
  double times[CLICKS];

  gui_start_text ("verdict.chase", text);
  g_signal_connect (gui_session (), "judged", G_CALLBACK (judged), NULL);
  for (guint i = 0; i < CLICKS; i++)
    {
      gint64 start;

      /* Not where the last click was, which would make a double click of the two. */
      gui_point (0.5, 0.5, i % 2 == 0 ? -4 : 4, 0);
      gui_press (1);
      judged_at = 0;
      start = g_get_monotonic_time ();
      XTestFakeButtonEvent (gui_server (), 1, False, CurrentTime);
      XFlush (gui_server ());
      while (!has_judged ())
        g_main_context_iteration (NULL, TRUE);
      times[i] = (double)(judged_at - start) / 1000;
      gui_settle ();
    }
  qsort (times, CLICKS, sizeof *times, compare);
  g_test_message ("%u faces, from the click to the verdict: median %.1f ms, 95th percentile %.1f, "
                  "longest %.1f",
                  (side - 1) * (side - 1), times[CLICKS / 2], times[CLICKS * 95 / 100],
                  times[CLICKS - 1]);
  gui_stop ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/verdict/square", GUINT_TO_POINTER (2), measure);
  g_test_add_data_func ("/verdict/nine", GUINT_TO_POINTER (4), measure);
  g_test_add_data_func ("/verdict/forty-nine", GUINT_TO_POINTER (8), measure);
  return g_test_run ();
}
