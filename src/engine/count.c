/* SPDX-License-Identifier: MIT */
#include "engine/count.h"

#include "engine/completion.h"
#include "engine/cosets.h"
#include "engine/engine-private.h"
#include "engine/group.h"
#include "engine/race.h"
#include "evidence/enumerate.h"
#include "evidence/verifier.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "i18n.h"

enum
{
  LISTED = 100,     /* a list is the better evidence up to here */
  PATIENCE = 20,    /* rows for each morphism, to list as many as a system counts */
  FEW_ROWS = 20000, /* that the verifier may make for a list, and as many more for each morphism: */
  MANY_ROWS = 500,  /* beside one for each letter step that the engine itself needed */
  LEARNING = 3, /* letter steps to learn an order, for each arrow and each letter of a relation, */
  LEARNT = 600000,     /* at most */
  SHORT = 400,         /* a list that is about as good */
  SMALL_TABLE = 30000, /* letter steps */
  STEPS = 60, /* letter steps that an overlap is thought to take before there is any experience */
};

/* Enumerates Hom(source, -) for one source after the other, as far as rows allow; remembers where
 * it is. */
typedef struct
{
  guint32 source;
  ChaseCosets *cosets;
  gboolean begun; /* with this source */
  guint64 total;
  guint64 work; /* letter steps done for a source before, at most */
} Listing;

/* The ways that race: the table, then systems in the orders of @order, then the cosets of a
 * subgroup. */
typedef struct
{
  const ChaseIndex *index;
  ChaseClock *clock;
  guint32 from, to; /* objects, or G_MAXUINT32 */
  Listing listing;
  ChaseRunner runner[CHASE_N_ORDERS + 2];
  guint n_orders;
  guint order[CHASE_N_ORDERS];
  ChaseCompletion *system[CHASE_N_ORDERS];
  ChaseGroup *group;  /* NULL where it is none */
  ChaseRoll *written; /* NULL where nobody asked for evidence */
  ChaseEvidence *system_found;
  double verifying; /* seconds */
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

static guint32
last_source (const Count *c)
{
  return c->from == G_MAXUINT32 ? c->index->n_objects : c->from + 1;
}

static void
begin_source (Count *c)
{
  Listing *l = &c->listing;

  if (l->cosets == NULL)
    l->cosets = chase_cosets_new (c->index, l->source, c->index->cancels ? G_MAXUINT32 : c->to,
                                  FALSE, CHASE_STRATEGY_HLT, c->clock);
  else if (!l->begun)
    chase_cosets_restart (l->cosets, l->source);
  l->begun = TRUE;
}

static gboolean
end_source (Count *c)
{
  Listing *l = &c->listing;

  if (c->written != NULL)
    chase_roll_add (c->written, l->source, chase_cosets_n_rows (l->cosets), follow_row, c);
  if (c->clock->stop != CHASE_STOP_NONE)
    return FALSE;
  l->total += chase_cosets_count (l->cosets, c->to);
  l->work = MAX (l->work, chase_cosets_work (l->cosets));
  l->source++;
  l->begun = FALSE;
  if (c->to != G_MAXUINT32)
    g_clear_pointer (&l->cosets, chase_cosets_free);
  return TRUE;
}

/* Goes on listing for about @work letter steps, and until there are @limit rows from one source. */
static ChaseCount *
list_on (Count *c, guint64 work, guint32 limit)
{
  Listing *l = &c->listing;
  gint64 left = (gint64)MIN (work, G_MAXINT64);

  if (c->clock->budget.rows > 0)
    limit = MIN (limit, c->clock->budget.rows);
  while (l->source < last_source (c))
    {
      guint64 before;

      begin_source (c);
      before = chase_cosets_work (l->cosets);
      if (left <= 0
          || chase_cosets_run (l->cosets, G_MAXUINT32, G_MAXUINT32, limit, (guint64)left)
                 == CHASE_COSETS_OPEN
          || !end_source (c))
        return NULL;
      left -= (gint64)(l->cosets != NULL ? chase_cosets_work (l->cosets) - before : 0) + 8;
    }
  return count_new (CHASE_VERDICT_HOLDS, g_strdup_printf ("%" G_GUINT64_FORMAT, l->total),
                    _ ("Every morphism was listed."));
}

/* The verifier must come to an end with its own, plainer table, along the path @along if it has
   letters; the engine needed @work letter steps. */
static gboolean
write_list (Count *c, const ChaseCount *count, ChaseWord along, guint64 work)
{
  ChaseCategory category
      = { .kind = CHASE_CATEGORY_PRESENTED, .presentation = c->index->presentation };
  ChasePatience patience = { chase_clock_stops, c->clock };
  g_autoptr (ChaseRoll) again = NULL;
  clock_t started = clock ();

  if (c->written == NULL)
    return TRUE;
  again = chase_enumerate_roll (
      &category, c->from, c->to, along,
      (guint32)MIN (CHASE_COUNT_ROWS, FEW_ROWS + MANY_ROWS * chase_roll_count (c->written) + work),
      &patience, NULL);
  c->verifying += (double)(clock () - started) / CLOCKS_PER_SEC;
  return again != NULL && chase_roll_count (again) == chase_roll_count (c->written)
         && g_ascii_strtoull (count->count, NULL, 10) == chase_roll_count (again);
}

/* The system becomes evidence only if the verifier counts the same. */
static gboolean
write_system (Count *c, ChaseCompletion *system, const char *number)
{
  g_autofree char *count = NULL;
  ChasePatience patience = { chase_clock_stops, c->clock };
  clock_t started;
  gboolean good;

  if (c->written == NULL)
    return TRUE;
  c->system_found
      = chase_completion_normal (system, (ChaseWord){ NULL, 0 }, (ChaseWord){ NULL, 0 });
  started = clock ();
  good = c->system_found != NULL
         && chase_verify_count (c->index->presentation, c->from, c->to, &c->system_found->normal,
                                &patience, &count, NULL)
         && g_strcmp0 (count, number) == 0;
  c->verifying += (double)(clock () - started) / CLOCKS_PER_SEC;
  if (good)
    return TRUE;
  g_clear_pointer (&c->system_found, chase_evidence_unref);
  return FALSE;
}

static ChaseCount *
count_of_system (char *number)
{
  return number == NULL ? count_new (
             CHASE_VERDICT_FAILS, NULL,
             _ ("There are infinitely many: the reduced paths of a complete system run in "
                "a circle."))
                        : count_new (CHASE_VERDICT_HOLDS, number,
                                     _ ("The reduced paths of a complete system were counted."));
}

/* The system number @i is complete. NULL when the clock stops, or the verifier refuses it. */
static ChaseCount *
finish_system (Count *c, guint i)
{
  char *number = chase_completion_count (c->system[i], c->from, c->to);
  ChaseCount *listed = NULL;

  if (c->clock->stop != CHASE_STOP_NONE)
    {
      g_free (number);
      return NULL;
    }
  if (c->written != NULL && !c->runner[0].out && number != NULL && strlen (number) < 6
      && atoi (number) <= LISTED)
    listed = list_on (c, G_MAXUINT64, PATIENCE * (guint32)(atoi (number) + 20));
  if (listed != NULL && !write_list (c, listed, (ChaseWord){ NULL, 0 }, c->listing.work))
    g_clear_pointer (&listed, chase_count_free);
  if (listed != NULL
      || (c->clock->stop == CHASE_STOP_NONE && write_system (c, c->system[i], number)))
    {
      if (listed != NULL)
        g_free (number);
      return listed != NULL ? listed : count_of_system (number);
    }
  g_free (number);
  return NULL;
}

static ChaseCount *
complete_on (Count *c, guint i, guint64 work)
{
  ChaseRunner *runner = &c->runner[i + 1];
  ChaseCompletionState state;
  ChaseCount *count = NULL;

  if (c->system[i] == NULL)
    {
      ChaseOrder order;

      chase_order_init (&order, c->index, c->order[i]);
      c->system[i] = chase_completion_new (c->index, &order, c->clock);
    }
  state = chase_completion_run (c->system[i], work);
  runner->spent = (double)chase_completion_work (c->system[i]);
  runner->rest = chase_completion_rest (c->system[i]);
  if (state == CHASE_COMPLETION_COMPLETE)
    count = finish_system (c, i);
  if (count == NULL
      && (state == CHASE_COMPLETION_COMPLETE || chase_completion_is_stuck (c->system[i])
          || chase_clock_rules_are_out (c->clock, chase_completion_n_rules (c->system[i]),
                                        chase_completion_work (c->system[i]))))
    {
      runner->out = TRUE;
      g_clear_pointer (&c->system[i], chase_completion_free);
    }
  return count;
}

/* A letter step in a table is quicker than one of a system, but a list takes longer to verify,
   unless it is short. Without cycles, hardly a row is made in vain. */
static double
table_share (const Count *c)
{
  const Listing *l = &c->listing;
  guint64 rows = l->total + (l->cosets != NULL ? chase_cosets_n_rows (l->cosets) : 0);

  if (c->group != NULL)
    return 0.1; /* it does the same, better */
  if (rows < SHORT && c->runner[0].spent + c->runner[0].rest < SMALL_TABLE)
    return 2;
  return c->index->acyclic ? 1.3 : 0.8;
}

static ChaseCount *
table_on (Count *c, guint64 work)
{
  ChaseRunner *runner = &c->runner[0];
  Listing *l = &c->listing;
  ChaseCount *count;
  double sources = last_source (c) - l->source;

  count = list_on (c, work, G_MAXUINT32 - 1);
  if (count != NULL && !write_list (c, count, (ChaseWord){ NULL, 0 }, l->work))
    {
      g_clear_pointer (&count, chase_count_free);
      runner->out = TRUE;
      return NULL;
    }
  if (count != NULL || l->cosets == NULL)
    return count;
  sources = last_source (c) - l->source;
  runner->spent = (double)chase_cosets_work (l->cosets);
  runner->rest = chase_cosets_rest (l->cosets)
                 + (sources - 1) * runner->spent / (last_source (c) - sources + 1);
  runner->share = table_share (c);
  runner->out = c->clock->stop == CHASE_STOP_NONE
                && (chase_cosets_is_full (l->cosets)
                    || chase_clock_rows_are_out (c->clock, chase_cosets_n_rows (l->cosets),
                                                 chase_cosets_work (l->cosets)));
  return count;
}

static guint32
follow_element (guint32 element, guint32 arrow, gpointer group)
{
  return chase_group_follow (group, element, arrow);
}

static void
new_roll (Count *c)
{
  chase_roll_free (c->written);
  c->written = chase_roll_new (c->index->presentation, c->to);
}

/* Writes down the elements; where the verifier does not list as many, none. */
static ChaseCount *
finish_group (Count *c)
{
  guint32 order = chase_group_order (c->group);
  ChaseWord along = chase_group_along (c->group);
  ChaseCount *count = count_new (CHASE_VERDICT_HOLDS, g_strdup_printf ("%u", order),
                                 _ ("The elements of the group were listed."));

  if (c->written == NULL)
    return count;
  new_roll (c);
  chase_roll_add (c->written, 0, order, follow_element, c->group);
  if (along.length > 0)
    chase_roll_set_along (c->written, along);
  if (write_list (c, count, along, chase_group_work (c->group)))
    return count;
  new_roll (c);
  chase_count_free (count);
  return NULL;
}

static ChaseCount *
group_on (Count *c, guint64 work)
{
  ChaseRunner *runner = &c->runner[c->n_orders + 1];
  gboolean closed = chase_group_run (c->group, work);
  ChaseCount *count = closed ? finish_group (c) : NULL;

  runner->spent = (double)chase_group_work (c->group);
  runner->rest = chase_group_rest (c->group);
  runner->out = closed || (c->clock->stop == CHASE_STOP_NONE && chase_group_is_full (c->group));
  return count;
}

/* The table and the two most promising orders are run in earnest, the others beside them; where all
   of them take long, learned ones. */
/* The letter steps to learn an order. */
static double
learning (const ChaseIndex *index)
{
  double letters = 0;

  for (guint32 i = 0; i < index->n_relations; i++)
    letters += index->relations[i].side[0].length + index->relations[i].side[1].length;
  return MIN (LEARNT, LEARNING * letters * index->n_arrows);
}

static void
line_up (Count *c)
{
  guint64 overlaps;
  guint n;

  c->n_orders = n = chase_order_rank (c->index, c->order, &overlaps);
  for (guint k = 0; k < chase_order_n_learned (c->index); k++)
    c->order[c->n_orders++] = CHASE_N_WRITTEN_ORDERS + k;
  for (guint i = 0; i < c->n_orders; i++)
    {
      c->runner[i + 1].share = i == 0 ? 1 : i == 1 ? 0.3 : i == n ? 0.25 : 0.1;
      c->runner[i + 1].rest
          = (double)(overlaps + c->index->n_relations) * STEPS + (i < n ? 0 : learning (c->index));
      /* What is declared mono or epi can make paths equal that a system keeps apart. */
      c->runner[i + 1].out = c->index->cancels;
    }
  c->group = chase_group_new (c->index, c->clock);
  c->runner[0].share = table_share (c);
  c->runner[c->n_orders + 1].share = 1;
  c->runner[c->n_orders + 1].out = c->group == NULL;
}

static void
report (Count *c)
{
  guint32 rules = 0;

  for (guint i = 0; i < c->n_orders; i++)
    if (c->system[i] != NULL)
      rules = MAX (rules, chase_completion_n_rules (c->system[i]));
  chase_clock_report (c->clock, "counting: %u rows, %u rules",
                      c->listing.cosets != NULL ? chase_cosets_n_rows (c->listing.cosets) : 0,
                      rules);
}

static ChaseCount *
run_on (Count *c, guint number, guint64 work)
{
  if (number == 0)
    return table_on (c, work);
  return number <= c->n_orders ? complete_on (c, number - 1, work) : group_on (c, work);
}

static ChaseCount *
count_by_racing (Count *c)
{
  ChaseCount *count = NULL;

  line_up (c);
  while (count == NULL && !chase_clock_look (c->clock))
    {
      guint next = chase_race_next (c->runner, c->n_orders + 2);

      if (next > c->n_orders + 1)
        break;
      count = run_on (c, next, chase_race_turn (&c->runner[next]));
      if (chase_clock_wants_report (c->clock))
        report (c);
    }
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
                       _ ("Not counted: an arrow is declared epi without being iso."));
  if (count == NULL)
    count = count_by_racing (c);
  if (count == NULL)
    {
      g_autofree char *reason
          = g_strdup_printf (_ ("Not counted: %s."), chase_clock_why (c->clock));

      count = count_new (CHASE_VERDICT_UNDECIDED, NULL, reason);
    }
  if (c->listing.cosets != NULL)
    chase_cosets_free (c->listing.cosets);
  g_clear_pointer (&c->group, chase_group_free);
  for (guint i = 0; i < CHASE_N_ORDERS; i++)
    if (c->system[i] != NULL)
      chase_completion_free (c->system[i]);
  count->seconds = chase_clock_seconds (c->clock);
  count->verifying = c->verifying;
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
  ChaseClock clock;
  Count c = { &engine->index, &clock, from, to, { 0 } };
  ChaseCount *count;

  *roll = NULL;
  *system = NULL;
  if (engine->index.cancels)
    return count_new (CHASE_VERDICT_UNDECIDED, NULL,
                      _ ("Not counted: what is declared mono or epi cannot be shown by a list."));
  new_roll (&c);
  count = count_within (&c, engine, budget, cancellable);
  *system = c.system_found;
  if (count->finite == CHASE_VERDICT_HOLDS && *system == NULL)
    *roll = g_steal_pointer (&c.written);
  chase_roll_free (c.written);
  return count;
}
