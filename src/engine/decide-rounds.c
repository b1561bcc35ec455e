/* SPDX-License-Identifier: MIT */
#include "engine/crew.h"
#include "engine/decide-private.h"

enum
{
  TABLE_WORK = 10000, /* letter steps of the table in the first round; the next ones double it */
  FIRST_WORK = 2000,  /* letter steps of each completion in the first round */
  FIRST_BESIDE = 4,   /* the first round that is worth a thread */
};

static void
tell_progress (ChaseQuestion *q)
{
  if (chase_clock_wants_report (q->clock))
    chase_clock_report (q->clock, "%d rows; %d and %d rules",
                        g_atomic_int_get (&q->told[CHASE_WAY_TABLE]),
                        g_atomic_int_get (&q->told[CHASE_WAY_SYSTEMS]),
                        g_atomic_int_get (&q->told[CHASE_WAY_SYSTEMS + 1]));
}

/* All that is left of @turn. */
static void
finish_turn (ChaseQuestion *q, ChaseTurn *turn)
{
  while (!turn->ended && turn->work > 0 && !chase_clock_look (q->clock))
    {
      chase_question_advance (q, turn);
      chase_clock_join (q->clock, chase_question_clock (q, turn->way));
      tell_progress (q);
    }
}

/* What @turn has to say, once. */
static ChaseAnswer *
conclude (ChaseQuestion *q, ChaseTurn *turn)
{
  if (turn->heard)
    return NULL;
  turn->heard = turn->ended;
  /* What is declared mono or epi makes a table look for models, as far as they are by then. */
  if (turn->way == CHASE_WAY_TABLE && q->index->cancels && q->cosets_state == CHASE_COSETS_CLOSED)
    finish_turn (q, &q->turns[1]);
  return chase_question_conclude (q, turn);
}

static void
add_turn (ChaseQuestion *q, guint way, guint64 work, gboolean done)
{
  q->turns[q->n_turns++] = (ChaseTurn){ .way = way, .work = done ? 0 : work, .quota = work };
}

/* Who takes part in the round, in the order in which they are listened to. */
static gboolean
line_up (ChaseQuestion *q, guint round)
{
  gboolean idle = q->cosets_done && q->models_done;

  q->n_turns = 0;
  add_turn (q, CHASE_WAY_TABLE, (guint64)TABLE_WORK << round, q->cosets_done);
  add_turn (q, CHASE_WAY_MODELS, (guint64)FIRST_WORK << round, q->models_done);
  for (guint i = 0; i < q->n_orders; i++)
    {
      if (q->system_done[i])
        {
          g_clear_pointer (&q->system[i], chase_completion_free);
          continue;
        }
      idle = FALSE;
      if (i < CHASE_MAIN_ORDERS
          || i == CHASE_MAIN_ORDERS + round % (q->n_orders - CHASE_MAIN_ORDERS))
        add_turn (q, CHASE_WAY_SYSTEMS + i, (guint64)FIRST_WORK << round, FALSE);
    }
  if (round % 3 == 2)
    add_turn (q, CHASE_WAY_SEARCH, (guint64)CHASE_QUICK_SEARCH << MIN (round, 11), FALSE);
  return !idle;
}

/* Has @turn come to an end that is likely to give an answer? */
static gboolean
promises (const ChaseQuestion *q, const ChaseTurn *turn)
{
  switch (turn->way)
    {
    case CHASE_WAY_TABLE:
      return turn->ended && q->cosets_state != CHASE_COSETS_OPEN;
    case CHASE_WAY_MODELS:
      return turn->ended && q->models_state == CHASE_LOW_INDEX_FOUND;
    case CHASE_WAY_SEARCH:
      return turn->ended;
    default:
      return turn->equal
             || (turn->ended && !q->index->cancels
                 && q->system_state[turn->way - CHASE_WAY_SYSTEMS] == CHASE_COMPLETION_COMPLETE);
    }
}

/* Has a turn ended that makes the turn number @i superfluous? With rules and rows given it must be
 * one that is listened to before, so that the answer is the same on one thread. */
static gboolean
is_superfluous (ChaseQuestion *q, guint i)
{
  guint ended = (guint)g_atomic_int_get (&q->first_ended);

  return q->clock->budget.rules > 0 || q->clock->budget.rows > 0 ? ended < i : ended < q->n_turns;
}

static void
note_end (ChaseQuestion *q, guint i)
{
  gint before;

  do
    before = g_atomic_int_get (&q->first_ended);
  while ((guint)before > i
         && !g_atomic_int_compare_and_exchange (&q->first_ended, before, (gint)i));
  if (is_superfluous (q, q->n_turns - 1) && i < q->n_turns - 1)
    g_atomic_int_set (&q->halt, TRUE);
}

static void
play_turn (guint i, guint thread, gpointer data)
{
  ChaseQuestion *q = data;
  ChaseTurn *turn = &q->turns[i];
  ChaseClock *clock = chase_question_clock (q, turn->way);

  while (!turn->ended && turn->work > 0 && !is_superfluous (q, i) && !chase_clock_look (clock))
    {
      chase_question_advance (q, turn);
      if (thread == 0)
        tell_progress (q);
    }
  if (promises (q, turn))
    note_end (q, i);
}

/* All turns of the round, each on some thread. */
static void
play_beside (ChaseQuestion *q)
{
  g_atomic_int_set (&q->first_ended, CHASE_N_WAYS);
  g_atomic_int_set (&q->halt, FALSE);
  q->clocks[CHASE_WAY_SEARCH].halt = &q->halt;
  chase_crew_run (q->n_turns, q->n_threads, play_turn, q);
  for (guint i = 0; i < q->n_turns; i++)
    {
      ChaseTurn *turn = &q->turns[i];
      ChaseClock *clock = &q->clocks[turn->way];

      chase_clock_join (q->clock, clock);
      if (clock->stop != CHASE_STOP_HALTED)
        continue;
      clock->stop = CHASE_STOP_NONE;
      turn->work = turn->quota;
    }
  q->clocks[CHASE_WAY_SEARCH].halt = NULL;
}

/* Without a bound in rules and rows, who has ended is listened to first. */
static ChaseAnswer *
listen_to_ended (ChaseQuestion *q)
{
  ChaseAnswer *answer = NULL;

  if (q->clock->budget.rules > 0 || q->clock->budget.rows > 0)
    return NULL;
  for (guint i = 0; i < q->n_turns && answer == NULL; i++)
    if (q->turns[i].ended)
      answer = conclude (q, &q->turns[i]);
  return answer;
}

ChaseAnswer *
chase_question_play_round (ChaseQuestion *q, guint round, gboolean *idle)
{
  ChaseAnswer *answer = NULL;

  *idle = !line_up (q, round);
  if (q->n_threads > 1 && round >= FIRST_BESIDE)
    {
      play_beside (q);
      answer = listen_to_ended (q);
    }
  for (guint i = 0; i < q->n_turns && answer == NULL && !chase_clock_look (q->clock); i++)
    {
      finish_turn (q, &q->turns[i]);
      answer = conclude (q, &q->turns[i]);
    }
  for (guint i = 0; i < q->n_turns; i++)
    g_clear_pointer (&q->turns[i].evidence, chase_evidence_unref);
  tell_progress (q);
  return answer;
}
