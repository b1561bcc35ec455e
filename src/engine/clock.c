/* SPDX-License-Identifier: MIT */
#include "engine/clock.h"

#include <malloc.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

#include "i18n.h"

enum
{
  MAX_INTERVAL = 16,
  LONG_LOOK = 1000, /* microseconds between two looks */
  SHORT_LOOK = 200,
  WEIGHING = 2000,     /* microseconds between two looks at the memory of the process */
  WORK_OF_ROW = 100,   /* letter steps that go with each row allowed */
  WORK_OF_RULE = 2000, /* and with each rule */
};

/* The memory of the process, in bytes; 0 where it is not known. */
static gsize
weigh_process (void)
{
  FILE *file = fopen ("/proc/self/statm", "re");
  unsigned long pages = 0;

  if (file == NULL)
    return 0;
  if (fscanf (file, "%*u %lu", &pages) != 1)
    pages = 0;
  fclose (file);
  return pages * (gsize)sysconf (_SC_PAGESIZE);
}

/* The process may hold as much as one question may, or, where it is large already, a sixteenth
 * of that more. Found out when it is first weighed, for most questions are over before. */
static void
limit_process (ChaseClock *clock)
{
  gsize limit = clock->budget.process_memory, before = weigh_process ();

  if (before > limit / 2)
    {
      malloc_trim (0);
      before = weigh_process ();
    }
  /* It is weighed now and then: what is taken meanwhile has to fit as well. */
  clock->budget.process_memory = MAX (limit - limit / 16, before + limit / 16);
  clock->weighed = TRUE;
}

void
chase_clock_start (ChaseClock *clock, const ChaseBudget *budget, GCancellable *cancellable)
{
  static const ChaseBudget standard
      = { .seconds = CHASE_STANDARD_SECONDS, .memory = CHASE_STANDARD_MEMORY };
  double seconds;

  *clock = (ChaseClock){ .budget = budget != NULL ? *budget : standard };
  clock->cancellable = cancellable;
  seconds = clock->budget.seconds > 0 ? clock->budget.seconds : standard.seconds;
  if (clock->budget.memory == 0)
    clock->budget.memory = standard.memory;
  clock->started = clock->looked = g_get_monotonic_time ();
  clock->interval = clock->countdown = 1;
  clock->deadline = clock->started + (gint64)(MIN (seconds, 1e9) * G_USEC_PER_SEC);
  if (clock->budget.deadline > 0)
    clock->deadline = MIN (clock->deadline, clock->budget.deadline);
  clock->next_report = clock->started + G_USEC_PER_SEC / 10;
  clock->next_weighing = clock->started + WEIGHING;
}

void
chase_clock_branch (ChaseClock *branch, ChaseClock *clock, gsize *shared)
{
  if (clock->shared == NULL)
    {
      *shared = clock->memory;
      clock->shared = shared;
    }
  *branch = *clock;
  branch->budget.progress = NULL;
}

void
chase_clock_join (ChaseClock *clock, const ChaseClock *branch)
{
  if (clock->stop == CHASE_STOP_NONE && branch->stop != CHASE_STOP_HALTED)
    clock->stop = branch->stop;
}

double
chase_clock_seconds (const ChaseClock *clock)
{
  return (double)(g_get_monotonic_time () - clock->started) / G_USEC_PER_SEC;
}

static void
stop_for_memory (ChaseClock *clock)
{
  clock->stop = CHASE_STOP_MEMORY;
  if (clock->budget.starved != NULL)
    *clock->budget.starved = TRUE;
}

static void
weigh (ChaseClock *clock, gint64 now)
{
  if (clock->budget.process_memory == 0 || now < clock->next_weighing)
    return;
  clock->next_weighing = now + WEIGHING;
  if (!clock->weighed)
    limit_process (clock);
  else if (weigh_process () > clock->budget.process_memory)
    stop_for_memory (clock);
}

gboolean
chase_clock_look (ChaseClock *clock)
{
  gint64 now;

  if (clock->stop != CHASE_STOP_NONE)
    return TRUE;
  now = clock->looked = g_get_monotonic_time ();
  if (clock->cancellable != NULL && g_cancellable_is_cancelled (clock->cancellable))
    clock->stop = CHASE_STOP_CANCELLED;
  else if (now >= clock->deadline)
    clock->stop = CHASE_STOP_TIME;
  else if (clock->halt != NULL && g_atomic_int_get (clock->halt))
    clock->stop = CHASE_STOP_HALTED;
  else
    weigh (clock, now);
  return clock->stop != CHASE_STOP_NONE;
}

gboolean
chase_clock_pace (ChaseClock *clock)
{
  gint64 before = clock->looked;
  gboolean stops = chase_clock_look (clock);

  if (clock->looked - before > LONG_LOOK)
    clock->interval = MAX (clock->interval / 4, 1);
  else if (clock->looked - before < SHORT_LOOK)
    clock->interval = MIN (clock->interval * 2, MAX_INTERVAL);
  clock->countdown = clock->interval;
  return stops;
}

gboolean
chase_clock_stops (gpointer clock)
{
  return chase_clock_look (clock);
}

/* A large piece is weighed before it is taken. */
static gboolean
would_burst (const ChaseClock *clock, gssize bytes)
{
  gsize limit = clock->budget.process_memory;

  return limit > 0 && bytes > (gssize)(limit / 64) && weigh_process () + (gsize)bytes > limit;
}

/* Adds to what is accounted for; returns what was before. */
static gsize
account (ChaseClock *clock, gssize bytes)
{
  gsize before = clock->memory;

  if (clock->shared != NULL)
    return (gsize)g_atomic_pointer_add (clock->shared, bytes);
  clock->memory += (gsize)bytes;
  return before;
}

gboolean
chase_clock_take (ChaseClock *clock, gssize bytes)
{
  if (bytes > 0
      && (account (clock, 0) + (gsize)bytes > clock->budget.memory || would_burst (clock, bytes)))
    {
      stop_for_memory (clock);
      return FALSE;
    }
  account (clock, bytes);
  return TRUE;
}

gboolean
chase_clock_rows_are_out (const ChaseClock *clock, guint32 rows, guint64 work)
{
  guint64 limit = clock->budget.rows;

  return limit > 0 && (rows >= limit || work >= limit * WORK_OF_ROW);
}

gboolean
chase_clock_rules_are_out (const ChaseClock *clock, guint32 rules, guint64 work)
{
  guint64 limit = clock->budget.rules;

  return limit > 0 && (rules >= limit || work >= limit * WORK_OF_RULE);
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
  text = g_strdup_vprintf (CHASE_WORDS (format), arguments);
  va_end (arguments);
  clock->budget.progress (text, clock->budget.progress_data);
}

const char *
chase_clock_why (const ChaseClock *clock)
{
  switch (clock->stop)
    {
    case CHASE_STOP_TIME:
      return _ ("the time allowed ran out");
    case CHASE_STOP_MEMORY:
      return _ ("the memory allowed ran out");
    case CHASE_STOP_CANCELLED:
      return _ ("it was cancelled");
    default:
      return _ ("every way tried came to its limit");
    }
}
