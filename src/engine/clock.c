/* SPDX-License-Identifier: MIT */
#include "engine/clock.h"

#include <stdarg.h>

void
chase_clock_start (ChaseClock *clock, const ChaseBudget *budget, GCancellable *cancellable)
{
  static const ChaseBudget standard = { .seconds = CHASE_STANDARD_SECONDS,
                                         .memory = CHASE_STANDARD_MEMORY };
  double seconds;

  *clock = (ChaseClock){ .budget = budget != NULL ? *budget : standard };
  clock->cancellable = cancellable;
  seconds = clock->budget.seconds > 0 ? clock->budget.seconds : standard.seconds;
  if (clock->budget.memory == 0)
    clock->budget.memory = standard.memory;
  clock->started = g_get_monotonic_time ();
  clock->deadline = clock->started + (gint64)(MIN (seconds, 1e9) * G_USEC_PER_SEC);
  clock->next_report = clock->started + G_USEC_PER_SEC / 10;
}

double
chase_clock_seconds (const ChaseClock *clock)
{
  return (double)(g_get_monotonic_time () - clock->started) / G_USEC_PER_SEC;
}

gboolean
chase_clock_look (ChaseClock *clock)
{
  if (clock->stop != CHASE_STOP_NONE)
    return TRUE;
  if (clock->cancellable != NULL && g_cancellable_is_cancelled (clock->cancellable))
    clock->stop = CHASE_STOP_CANCELLED;
  else if (g_get_monotonic_time () >= clock->deadline)
    clock->stop = CHASE_STOP_TIME;
  return clock->stop != CHASE_STOP_NONE;
}

gboolean
chase_clock_stops (gpointer clock)
{
  return chase_clock_look (clock);
}

gboolean
chase_clock_take (ChaseClock *clock, gssize bytes)
{
  if (bytes > 0 && clock->memory + (gsize)bytes > clock->budget.memory)
    {
      clock->stop = CHASE_STOP_MEMORY;
      if (clock->budget.starved != NULL)
        *clock->budget.starved = TRUE;
      return FALSE;
    }
  clock->memory += (gsize)bytes;
  return TRUE;
}

gboolean
chase_clock_wants_report (ChaseClock *clock)
{
  gint64 now;

  if (clock->budget.progress == NULL)
    return FALSE;
  now = g_get_monotonic_time ();
  if (now < clock->next_report)
    return FALSE;
  clock->next_report = now + G_USEC_PER_SEC / 10;
  return TRUE;
}

void
chase_clock_report (ChaseClock *clock, const char *format, ...)
{
  va_list arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  clock->budget.progress (text, clock->budget.progress_data);
}

const char *
chase_clock_why (const ChaseClock *clock)
{
  switch (clock->stop)
    {
    case CHASE_STOP_TIME:
      return "the time allowed ran out";
    case CHASE_STOP_MEMORY:
      return "the memory allowed ran out";
    case CHASE_STOP_CANCELLED:
      return "it was cancelled";
    default:
      return "every way tried came to its limit";
    }
}
