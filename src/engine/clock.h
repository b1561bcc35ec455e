/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/engine.h"

G_BEGIN_DECLS

typedef enum
{
  CHASE_STOP_NONE,
  CHASE_STOP_TIME,
  CHASE_STOP_MEMORY,
  CHASE_STOP_CANCELLED,
  CHASE_STOP_HALTED, /* another thread has the answer */
} ChaseStop;

/**
 * ChaseClock:
 *
 * A budget while it is being spent: by one question, on one thread.
 */
typedef struct
{
  ChaseBudget budget;
  GCancellable *cancellable;
  gint64 started;
  gint64 deadline;
  gint64 next_report;
  gsize memory;
  gint64 looked; /* when it was last looked at */
  gint64 next_weighing;
  gboolean weighed;
  guint interval; /* ticks from one look to the next */
  guint countdown;
  ChaseStop stop;
  gsize *shared;    /* what clocks of several threads account for together, instead of @memory */
  const gint *halt; /* NULL, or set (atomically) to have this clock stop */
} ChaseClock;

/** Starts spending @budget (NULL: the default one). */
void
chase_clock_start (ChaseClock *clock, const ChaseBudget *budget, GCancellable *cancellable);
/**
 * Makes @branch a clock for another thread that spends the budget of @clock with it. The memory of
 * both is accounted for in *@shared. When it has stopped, chase_clock_join () says so to @clock.
 */
void
chase_clock_branch (ChaseClock *branch, ChaseClock *clock, gsize *shared);
void
chase_clock_join (ChaseClock *clock, const ChaseClock *branch);
/** Seconds since the start. */
double
chase_clock_seconds (const ChaseClock *clock);
/** Looks at the time and the cancellable: TRUE when the work must stop. */
gboolean
chase_clock_look (ChaseClock *clock);
/** The same for a ChaseClock given as a pointer to nobody knows what. */
gboolean
chase_clock_stops (gpointer clock);
/** Accounts for @bytes more of memory (or, negative, less): FALSE when the budget does not allow
 * them. */
gboolean
chase_clock_take (ChaseClock *clock, gssize bytes);
/** TRUE when a table of @rows rows, after @work letter steps, has had what the budget allows to one:
 * rows may be long in coming, so that their number bounds the work for them as well. */
gboolean
chase_clock_rows_are_out (const ChaseClock *clock, guint32 rows, guint64 work);
/** The same for the rules of a rewriting system. */
gboolean
chase_clock_rules_are_out (const ChaseClock *clock, guint32 rules, guint64 work);
/** TRUE about ten times a second, when somebody wants to hear of progress. */
gboolean
chase_clock_wants_report (ChaseClock *clock);
void
chase_clock_report (ChaseClock *clock, const char *format, ...) G_GNUC_PRINTF (2, 3);
/** Why the work stopped, as half a sentence: "the time ran out", ... */
const char *
chase_clock_why (const ChaseClock *clock);

/** A look after many ticks, which sets the pace of the next. */
gboolean
chase_clock_pace (ChaseClock *clock);

/** One piece of work: TRUE when the work must stop. How long the pieces last is measured, so that
 * looks are about a millisecond apart. */
static inline gboolean
chase_clock_tick (ChaseClock *clock)
{
  if (G_LIKELY (--clock->countdown > 0))
    return clock->stop != CHASE_STOP_NONE;
  return chase_clock_pace (clock);
}

G_END_DECLS
