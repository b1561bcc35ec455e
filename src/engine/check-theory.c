/* SPDX-License-Identifier: MIT */
#include "engine/check-private.h"
#include "engine/crew.h"

#include <malloc.h>

/* The claims of one document on several threads. A thread has its own engines, and the theory is
 * shared. */
typedef struct
{
  ChaseChecker checker;
  ChaseBudget budget;
  gboolean starved;
} Asker;

typedef struct
{
  ChaseTheory *theory;
  GCancellable *cancellable;
  ChaseCheckProgress progress;
  ChaseCrowd *crowd;
  GPtrArray *claims;
  ChaseResult **results;
  guint8 *starved; /* claim: there was not memory enough beside others */
  Asker *askers;
} Round;

void
chase_crowd_init (ChaseCrowd *crowd, guint n_askers)
{
  crowd->n_askers = n_askers;
  g_rw_lock_init (&crowd->lock);
}

void
chase_crowd_clear (ChaseCrowd *crowd)
{
  g_rw_lock_clear (&crowd->lock);
}

static void
ask (guint i, guint thread, gpointer data)
{
  Round *round = data;
  Asker *asker = &round->askers[thread];
  ChaseClaim *claim = g_ptr_array_index (round->claims, i);

  if (round->progress != NULL)
    round->progress (claim, i, round->claims->len, asker->budget.progress_data);
  asker->starved = FALSE;
  g_rw_lock_reader_lock (&round->crowd->lock);
  round->results[i] = chase_checker_check (&asker->checker, claim);
  g_rw_lock_reader_unlock (&round->crowd->lock);
  round->starved[i] = asker->starved && round->results[i]->verdict == CHASE_VERDICT_UNDECIDED;
}

static void
ask_on_threads (Round *round, const ChaseBudget *budgets, guint n, guint n_allowed)
{
  g_autofree Asker *askers = g_new0 (Asker, n);

  round->askers = askers;
  for (guint i = 0; i < n; i++)
    {
      ChaseBudget *budget = &askers[i].budget;

      *budget = budgets[i];
      budget->starved = &askers[i].starved;
      budget->threads = n_allowed / n;
      budget->memory
          = (budget->memory > 0 ? budget->memory : CHASE_STANDARD_MEMORY) / round->crowd->n_askers;
      chase_checker_init (&askers[i].checker, round->theory, budget, round->cancellable);
    }
  chase_crew_run (round->claims->len, n, ask, round);
  for (guint i = 0; i < n; i++)
    chase_checker_clear (&askers[i].checker);
}

/* Asks once more, alone, with what is left of the time. */
static void
ask_again (Round *round, const ChaseBudget *whole, guint i)
{
  ChaseResult *before = round->results[i];
  double spent = before->milliseconds;
  ChaseBudget budget = *whole;
  ChaseChecker checker;

  budget.seconds = (budget.seconds > 0 ? budget.seconds : CHASE_STANDARD_SECONDS) - spent / 1e3;
  if (budget.seconds <= 0)
    return;
  if (round->progress != NULL)
    round->progress (before->claim, i, round->claims->len, budget.progress_data);
  chase_checker_init (&checker, round->theory, &budget, round->cancellable);
  round->results[i] = chase_checker_check (&checker, g_steal_pointer (&before->claim));
  round->results[i]->milliseconds += spent;
  chase_result_free (before);
  chase_checker_clear (&checker);
}

static void
feed_starved (Round *round, const ChaseBudget *budget)
{
  for (guint i = 0; i < round->claims->len && round->crowd->n_askers > 1; i++)
    {
      if (!round->starved[i])
        continue;
      g_rw_lock_writer_lock (&round->crowd->lock);
      /* What the others have freed counts as the process's until it is given back. */
      malloc_trim (0);
      ask_again (round, budget, i);
      g_rw_lock_writer_unlock (&round->crowd->lock);
    }
}

GPtrArray *
chase_check_theory (ChaseTheory *theory, const ChaseBudget *budgets, guint n_threads,
                    ChaseCrowd *crowd, GCancellable *cancellable, ChaseCheckProgress progress)
{
  g_autoptr (GPtrArray) claims = chase_document_claims (chase_theory_document (theory));
  g_autofree guint8 *starved = g_new0 (guint8, claims->len + 1);
  g_autofree ChaseResult **results = g_new0 (ChaseResult *, claims->len + 1);
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_result_free);
  Round round = { theory, cancellable, progress, crowd, claims, results, starved, NULL };
  ChaseCrowd own;
  guint n_allowed;

  g_ptr_array_set_free_func (claims, NULL);
  n_allowed = MAX (1, n_threads);
  n_threads = MAX (1, MIN (n_threads, claims->len));
  chase_crowd_init (&own, n_threads);
  if (crowd == NULL)
    round.crowd = &own;
  ask_on_threads (&round, budgets, n_threads, n_allowed);
  feed_starved (&round, &budgets[0]);
  chase_crowd_clear (&own);
  for (guint i = 0; i < claims->len; i++)
    g_ptr_array_add (list, results[i]);
  return list;
}

/* How chase_check_document () is told of progress, and tells it on. */
typedef struct
{
  ChaseCheckProgress progress;
  gpointer data;
  const ChaseBudget *budget;
} Relay;

static void
relay_claim (const ChaseClaim *claim, guint done, guint total, gpointer data)
{
  const Relay *relay = data;

  relay->progress (claim, done, total, relay->data);
}

static void
relay_text (const char *text, gpointer data)
{
  const Relay *relay = data;

  relay->budget->progress (text, relay->budget->progress_data);
}

GPtrArray *
chase_check_document (const ChaseDocument *document, const ChaseBudget *budget,
                      GCancellable *cancellable, ChaseCheckProgress progress, gpointer data)
{
  g_autoptr (ChaseTheory) theory = chase_theory_new (document, NULL);
  ChaseBudget told = budget != NULL ? *budget : (ChaseBudget){ 0 };
  Relay relay = { progress, data, budget };

  if (told.progress != NULL)
    told.progress = relay_text;
  told.progress_data = &relay;
  return chase_check_theory (theory, &told, 1, NULL, cancellable,
                             progress != NULL ? relay_claim : NULL);
}
