/* SPDX-License-Identifier: MIT */
#include "clock.h"

#include <time.h>

static double begun; /* when the loop last came back from looking; 0 while it has not yet */
static double used;
static double longest;

static double
processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void
note (double now)
{
  if (begun > 0)
    used += now - begun;
  begun = now;
}

/* In the place of g_poll (): all between two calls is time in which a hand would wait. */
static gint
look (GPollFD *fds, guint n, gint timeout)
{
  static double woken;
  double now = processor_time ();
  gint result;

  if (begun > 0)
    longest = MAX (longest, now - woken);
  note (now);
  result = g_poll (fds, n, timeout);
  begun = woken = processor_time ();
  return result;
}

void
gui_clock_start (void)
{
  begun = used = longest = 0;
  g_main_context_set_poll_func (NULL, look);
}

void
gui_clock_stop (void)
{
  g_main_context_set_poll_func (NULL, NULL);
}

double
gui_clock_take (void)
{
  double taken;

  note (processor_time ());
  taken = used;
  used = 0;
  return taken;
}

double
gui_clock_take_longest (void)
{
  double taken = longest;

  longest = 0;
  return taken;
}
