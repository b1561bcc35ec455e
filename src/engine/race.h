/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ChaseRunner:
 *
 * One of several ways to an answer that take turns: what it has spent, what it is likely to need
 * yet, both in letter steps, and its share: of two ways that seem to need as much, one with half
 * the share of the other is run for half as long.
 */
typedef struct
{
  double share;
  double spent;
  double rest;
  gboolean out; /* of the race */
} ChaseRunner;

/** The way that is likely to arrive first for its share, or @n when all are out. */
static inline guint
chase_race_next (const ChaseRunner *runners, guint n)
{
  guint best = n;

  for (guint i = 0; i < n; i++)
    if (!runners[i].out
        && (best == n
            || (runners[i].spent + runners[i].rest) * runners[best].share
                   < (runners[best].spent + runners[best].rest) * runners[i].share))
      best = i;
  return best;
}

/** The letter steps of its next turn. */
static inline guint64
chase_race_turn (const ChaseRunner *runner)
{
  return 300 + (guint64)(runner->spent / 4);
}

G_END_DECLS
