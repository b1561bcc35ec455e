/* SPDX-License-Identifier: MIT */
#include "engine/count.h"

#include "engine/completion.h"
#include "engine/cosets.h"
#include "engine/engine-private.h"
#include "evidence/verifier.h"

#include <stdlib.h>
#include <string.h>

enum
{
  FIRST_ROWS = 1000, /* of the first round; each round doubles both */
  FIRST_WORK = 2000,
  LISTED = 10000, /* a list is the better evidence up to here */
  PATIENCE = 50,  /* rows for each morphism, to list as many as a system counts */
};

/* Enumerates Hom(source, -) for one source after the other, as far as rows allow; remembers where
 * it is. */
typedef struct
{
  guint32 source;
  ChaseCosets *cosets;
  guint64 total;
  guint64 rows; /* of the sources that are done */
} Listing;

typedef struct
{
  const ChaseIndex *index;
  ChaseClock *clock;
  guint32 from, to; /* objects, or G_MAXUINT32 */
  Listing listing;
  ChaseCompletion *system[CHASE_N_ORDERS];
  gboolean done[CHASE_N_ORDERS];
  ChaseRoll *written; /* NULL where nobody asked for evidence */
  ChaseEvidence *system_found;
} Count;

void
chase_count_free (ChaseCount *count)
{
  if (count == NULL)
    return;
  g_free (count->count);
  g_free (count->reason);
  g_free (count);
}

static ChaseCount *
count_new (ChaseVerdict finite, char *number, const char *reason)
{
  ChaseCount *count = g_new0 (ChaseCount, 1);

  count->finite = finite;
  count->count = number;
  count->reason = g_strdup (reason);
  return count;
}

/* Leads nowhere once the clock stops. */
static guint32
follow_row (guint32 row, guint32 arrow, gpointer data)
{
  Count *c = data;

  return chase_clock_tick (c->clock) ? G_MAXUINT32
                                     : chase_cosets_follow (c->listing.cosets, row, arrow);
}

/* Goes on listing until it is done or has made @limit rows in all. */
static ChaseCount *
list_on (Count *c, guint64 limit)
{
  Listing *l = &c->listing;
  guint32 last = c->from == G_MAXUINT32 ? c->index->n_objects : c->from + 1;

  while (l->source < last && l->rows < limit)
    {
      guint64 rows = MIN (limit - l->rows, G_MAXUINT32 - 1);

      if (l->cosets == NULL)
        l->cosets = chase_cosets_new (c->index, l->source, c->index->cancels ? G_MAXUINT32 : c->to,
                                      FALSE, c->clock);
      if (chase_cosets_run (l->cosets, G_MAXUINT32, G_MAXUINT32, (guint32)rows)
          == CHASE_COSETS_OPEN)
        return NULL;
      if (c->written != NULL)
        chase_roll_add (c->written, l->source, chase_cosets_n_rows (l->cosets), follow_row, c);
      if (c->clock->stop != CHASE_STOP_NONE)
        return NULL;
      l->rows += chase_cosets_n_rows (l->cosets);
      l->total += chase_cosets_count (l->cosets, c->to);
      g_clear_pointer (&l->cosets, chase_cosets_free);
      l->source++;
    }
  if (l->source < last)
    return NULL;
  return count_new (CHASE_VERDICT_HOLDS, g_strdup_printf ("%" G_GUINT64_FORMAT, l->total),
                    "Every morphism was listed.");
}

/* The system becomes evidence only if the verifier counts the same. */
static gboolean
write_system (Count *c, ChaseCompletion *system, const char *number)
{
  g_autofree char *count = NULL;
  ChasePatience patience = { chase_clock_stops, c->clock };

  if (c->written == NULL)
    return TRUE;
  c->system_found
      = chase_completion_normal (system, (ChaseWord){ NULL, 0 }, (ChaseWord){ NULL, 0 });
  if (c->system_found != NULL
      && chase_verify_count (c->index->presentation, c->from, c->to, &c->system_found->normal,
                             &patience, &count, NULL)
      && g_strcmp0 (count, number) == 0)
    return TRUE;
  g_clear_pointer (&c->system_found, chase_evidence_unref);
  return FALSE;
}

static ChaseCount *
complete_on (Count *c, guint i, guint64 work)
{
  char *number;

  if (c->system[i] == NULL)
    {
      ChaseOrder order;

      chase_order_init (&order, c->index, i);
      c->system[i] = chase_completion_new (c->index, &order, FALSE, c->clock);
    }
  if (chase_completion_run (c->system[i], work) == CHASE_COMPLETION_OPEN)
    {
      c->done[i] = chase_completion_is_stuck (c->system[i]);
      if (c->done[i])
        g_clear_pointer (&c->system[i], chase_completion_free);
      return NULL;
    }
  number = chase_completion_count (c->system[i], c->from, c->to);
  if (c->clock->stop != CHASE_STOP_NONE)
    {
      g_free (number);
      return NULL;
    }
  if (c->written != NULL && number != NULL && strlen (number) < 6 && atoi (number) <= LISTED)
    {
      ChaseCount *listed = list_on (c, c->listing.rows + PATIENCE * (guint64)(atoi (number) + 20));

      if (listed != NULL)
        {
          g_free (number);
          return listed;
        }
    }
  if (!write_system (c, c->system[i], number))
    {
      g_free (number);
      c->done[i] = TRUE;
      g_clear_pointer (&c->system[i], chase_completion_free);
      return NULL;
    }
  if (number == NULL)
    return count_new (CHASE_VERDICT_FAILS, NULL,
                      "There are infinitely many: the reduced paths of a complete system run in a "
                      "circle.");
  return count_new (CHASE_VERDICT_HOLDS, number,
                    "The reduced paths of a complete system were counted.");
}

static ChaseCount *
count_round (Count *c, guint round)
{
  ChaseCount *count = NULL;

  for (guint i = 0; i < CHASE_N_ORDERS && count == NULL && !chase_clock_look (c->clock); i++)
    {
      if (i == 0 && !c->index->acyclic)
        count = list_on (c, (guint64)FIRST_ROWS << round);
      if (count == NULL && !c->done[i] && (i < 3 || round > 1))
        count = complete_on (c, i, (guint64)FIRST_WORK << round);
      if (i == 0 && count == NULL && c->index->acyclic)
        count = list_on (c, (guint64)FIRST_ROWS << round);
    }
  return count;
}

static ChaseCount *
count_by_rounds (Count *c)
{
  ChaseCount *count = NULL;

  /* What is declared mono or epi can make paths equal that a system keeps apart. */
  if (c->index->cancels)
    for (guint i = 0; i < CHASE_N_ORDERS; i++)
      c->done[i] = TRUE;
  for (guint round = 0; count == NULL && round < 40 && !chase_clock_look (c->clock); round++)
    count = count_round (c, round);
  return count;
}

static gboolean
has_epi (const ChaseIndex *index)
{
  for (guint32 i = 0; i < index->n_arrows; i++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (index->presentation, i);

      if (arrow->inverse == G_MAXUINT32
          && (arrow->properties & (CHASE_PROPERTY_EPI | CHASE_PROPERTY_SPLIT_EPI)))
        return TRUE;
    }
  return FALSE;
}

static ChaseCount *
count_within (Count *c, const ChaseEngine *engine, const ChaseBudget *budget,
              GCancellable *cancellable)
{
  ChaseCount *count = NULL;

  chase_clock_start (c->clock, budget, cancellable);
  c->listing.source = c->from == G_MAXUINT32 ? 0 : c->from;
  if (has_epi (&engine->index))
    count = count_new (CHASE_VERDICT_UNDECIDED, NULL,
                       "Not counted: an arrow is declared epi without being iso.");
  if (count == NULL)
    count = count_by_rounds (c);
  if (count == NULL)
    {
      g_autofree char *reason = g_strdup_printf ("Not counted: %s.", chase_clock_why (c->clock));

      count = count_new (CHASE_VERDICT_UNDECIDED, NULL, reason);
    }
  if (c->listing.cosets != NULL)
    chase_cosets_free (c->listing.cosets);
  for (guint i = 0; i < CHASE_N_ORDERS; i++)
    if (c->system[i] != NULL)
      chase_completion_free (c->system[i]);
  count->seconds = chase_clock_seconds (c->clock);
  return count;
}

ChaseCount *
chase_engine_count (const ChaseEngine *engine, guint32 from, guint32 to, const ChaseBudget *budget,
                    GCancellable *cancellable)
{
  ChaseClock clock;
  Count c = { &engine->index, &clock, from, to, { 0 } };

  g_return_val_if_fail (from == G_MAXUINT32 || from < engine->index.n_objects, NULL);
  g_return_val_if_fail (to == G_MAXUINT32 || to < engine->index.n_objects, NULL);
  return count_within (&c, engine, budget, cancellable);
}

ChaseCount *
chase_count_roll (const ChaseEngine *engine, guint32 from, guint32 to, const ChaseBudget *budget,
                  GCancellable *cancellable, ChaseRoll **roll, ChaseEvidence **system)
{
  g_autoptr (ChaseRoll) written = chase_roll_new (engine->index.presentation, to);
  ChaseClock clock;
  Count c = { &engine->index, &clock, from, to, { 0 }, .written = written };
  ChaseCount *count;

  *roll = NULL;
  *system = NULL;
  if (engine->index.cancels)
    return count_new (CHASE_VERDICT_UNDECIDED, NULL,
                      "Not counted: what is declared mono or epi cannot be shown by a list.");
  count = count_within (&c, engine, budget, cancellable);
  *system = c.system_found;
  if (count->finite == CHASE_VERDICT_HOLDS && *system == NULL)
    *roll = g_steal_pointer (&written);
  return count;
}
