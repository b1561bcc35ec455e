/* SPDX-License-Identifier: MIT */
#pragma once

/* One equation being decided: the files decide.c and decide-rounds.c alone. */

#include "engine/completion.h"
#include "engine/cosets.h"
#include "engine/engine-private.h"
#include "engine/low-index.h"

G_BEGIN_DECLS

enum
{
  CHASE_PIECE = 20000,      /* letter steps between two looks at the other threads */
  CHASE_QUICK_SEARCH = 500, /* paths in the first round */
  CHASE_MAIN_ORDERS = 3,    /* take part in every round; the others take turns */
};

/* The ways to an answer, in the order in which they are listened to. */
enum
{
  CHASE_WAY_TABLE,
  CHASE_WAY_MODELS,
  CHASE_WAY_SYSTEMS,
  CHASE_WAY_SEARCH = CHASE_WAY_SYSTEMS + CHASE_N_ORDERS,
  CHASE_N_WAYS,
};

/* One way's part of a round. It stops between pieces, to be gone on with; only the search, which
 * begins anew in each round, is stopped at any time. */
typedef struct
{
  guint way;
  guint64 work;   /* letter steps yet to be done; of the search, paths */
  guint64 quota;  /* in the whole round */
  gboolean heard; /* what it had to say at its end */
  gboolean ended; /* it has something to say, or nothing more to do */
  gboolean equal; /* of a system or the search: it found the paths equal */
  ChaseEvidence *evidence;
} ChaseTurn;

typedef struct
{
  const ChaseIndex *index;
  guint32 source;
  guint32 target;
  ChaseWord left;
  ChaseWord right;
  ChaseClock *clock;
  guint depth;          /* of questions within questions */
  const char *obstacle; /* why a verdict that was reached could not be given, or NULL */
  ChaseCosets *cosets;  /* NULL when it is not begun, or of no more use */
  guint32 row[2];
  gboolean cosets_done;
  guint n_orders;
  guint order[CHASE_N_ORDERS];
  ChaseCompletion *system[CHASE_N_ORDERS];
  guint32 version[CHASE_N_ORDERS];
  gboolean system_done[CHASE_N_ORDERS];
  ChaseLowIndex *models; /* NULL when it is not begun */
  gboolean models_done;
  ChaseCosetsState cosets_state;
  ChaseLowIndexState models_state;
  ChaseCompletionState system_state[CHASE_N_ORDERS];
  ChaseTurn turns[CHASE_N_WAYS]; /* of the round being played */
  guint n_turns;
  guint n_threads;
  ChaseClock clocks[CHASE_N_WAYS]; /* of each way, where there are several threads */
  gsize memory;                    /* that they share */
  gint first_ended;                /* atomic: the least turn that has ended, or CHASE_N_WAYS */
  gint halt;                       /* atomic: stops the search */
  gint told[CHASE_N_WAYS];         /* atomic: rows or rules */
  ChaseIndex *wider; /* @index where it is ours: with what follows by cancelling; or NULL */
  guint widened;     /* how often that was done */
} ChaseQuestion;

/** The clock of one of the ways. */
static inline ChaseClock *
chase_question_clock (ChaseQuestion *q, guint way)
{
  return q->n_threads > 1 ? &q->clocks[way] : q->clock;
}

/** Does the next piece of @turn. Different turns may be on different threads. */
void
chase_question_advance (ChaseQuestion *q, ChaseTurn *turn);
/** The answer that @turn has come to, or NULL. On the thread that asks, while no turn is advanced.
 */
ChaseAnswer *
chase_question_conclude (ChaseQuestion *q, ChaseTurn *turn);
/**
 * Plays one round: all ways, each for a slice that doubles from round to round, on as many threads
 * as there are. Which answer is given does not depend on their number where rules or rows are
 * bounded. *@idle is set where nobody took part.
 */
ChaseAnswer *
chase_question_play_round (ChaseQuestion *q, guint round, gboolean *idle);

G_END_DECLS
