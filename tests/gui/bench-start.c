/* SPDX-License-Identifier: MIT */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <glib.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* How long the program takes from its start until something of its window is to be seen: time on
 * the clock, and of the processor, which other programs leave alone. bench-start PROGRAM
 * [ARGUMENT...] */

#define RUNS 9
#define PATIENCE (20 * G_TIME_SPAN_SECOND)

static Display *display;

static gboolean
is_light (Window window, const XWindowAttributes *shape)
{
  XImage *image = XGetImage (display, window, shape->width / 2, 30, 1, 1, AllPlanes, ZPixmap);
  gboolean light = image != NULL && (XGetPixel (image, 0, 0) & 0xffffff) != 0;

  if (image != NULL)
    XDestroyImage (image);
  return light;
}

/* Is there a window with a header bar that is painted? The screen of a test is black. */
static gboolean
is_shown (void)
{
  Window root, parent, *windows = NULL;
  unsigned n = 0;
  gboolean shown = FALSE;

  XQueryTree (display, DefaultRootWindow (display), &root, &parent, &windows, &n);
  for (unsigned i = 0; i < n && !shown; i++)
    {
      XWindowAttributes shape;

      shown = XGetWindowAttributes (display, windows[i], &shape) && shape.map_state == IsViewable
              && shape.width > 300 && is_light (windows[i], &shape);
    }
  if (windows != NULL)
    XFree (windows);
  return shown;
}

/* Of all threads of the process, in milliseconds. */
static double
processor_time (GPid pid)
{
  g_autofree char *place = g_strdup_printf ("/proc/%d/task", (int)pid);
  g_autoptr (GDir) tasks = g_dir_open (place, 0, NULL);
  double sum = 0;

  for (const char *task = tasks != NULL ? g_dir_read_name (tasks) : NULL; task != NULL;
       task = g_dir_read_name (tasks))
    {
      g_autofree char *path = g_build_filename (place, task, "schedstat", NULL);
      g_autofree char *text = NULL;

      if (g_file_get_contents (path, &text, NULL, NULL))
        sum += g_ascii_strtod (text, NULL) / 1e6;
    }
  return sum;
}

static void
run (char **command, double *milliseconds, double *used)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  GPid pid;

  if (!g_spawn_async (NULL, command, NULL,
                      G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL
                          | G_SPAWN_STDERR_TO_DEV_NULL,
                      NULL, NULL, &pid, &error))
    g_error ("%s", error->message);
  while (!is_shown () && g_get_monotonic_time () - start < PATIENCE)
    g_usleep (2000);
  *milliseconds = (double)(g_get_monotonic_time () - start) / 1000;
  *used = processor_time (pid);
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  while (is_shown ())
    g_usleep (2000);
}

static int
compare (const void *a, const void *b)
{
  return *(const double *)a < *(const double *)b ? -1 : 1;
}

/* A window may go while it is looked at. */
static int
ignore (Display *of, XErrorEvent *event)
{
  return 0;
}

int
main (int argc, char **argv)
{
  double milliseconds[RUNS], used[RUNS];

  display = XOpenDisplay (NULL);
  if (argc < 2 || display == NULL)
    return EXIT_FAILURE;
  XSetErrorHandler (ignore);
  for (int i = 0; i < RUNS; i++)
    run (argv + 1, &milliseconds[i], &used[i]);
  qsort (milliseconds, RUNS, sizeof *milliseconds, compare);
  qsort (used, RUNS, sizeof *used, compare);
  printf ("on screen after %.0f ms (%.0f to %.0f); %.0f ms of the processor (%.0f to %.0f)\n",
          milliseconds[RUNS / 2], milliseconds[0], milliseconds[RUNS - 1], used[RUNS / 2], used[0],
          used[RUNS - 1]);
  return EXIT_SUCCESS;
}
