/* SPDX-License-Identifier: MIT */
#include "engine/cancel.h"
#include "engine/completion.h"
#include "engine/cosets.h"
#include "engine/engine-private.h"
#include "engine/low-index.h"
#include "engine/search.h"
#include "engine/shorten.h"
#include "evidence/verifier.h"

#include <string.h>

enum
{
  MAX_STEPS = 4000000, /* of a derivation before it is shortened */
  FIRST_SEARCH = 60,   /* paths */
  QUICK_SEARCH = 500,
  FEW_ROWS = 100, /* of a table that is tried between the two */
  FEW_STEPS = 3000,
  TABLE_WORK
  = 10000, /* letter steps of the table in the first round; each round doubles all of these */
  FIRST_WORK = 2000, /* letter steps of each completion in the first round */
  MAX_DEPTH = 3,
  MAX_COVERS = 500,
  MAX_WIDENED = 12,
  MAIN_ORDERS = 3,     /* take part in every round; the others take turns */
  MODEL_ROWS = 200000, /* to look for a model where the normal forms are known to differ */
  MODEL_WORK = 40000,  /* letter steps to look for a small model where there is other evidence */
  SMALL_MODEL = 1,   /* elements beyond one for each object: not worth a search for a smaller one */
  WORK_OF_ROW = 100, /* letter steps of the model search that go with each row of a table */
  WORK_OF_RULE = 2000, /* letter steps of a completion that go with each rule allowed */
};

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
  ChaseIndex *wider; /* @index where it is ours: with what follows by cancelling; or NULL */
  guint widened;     /* how often that was done */
} Question;

static ChaseAnswer *
decide (const ChaseIndex *index, guint32 source, ChaseWord left, ChaseWord right, ChaseClock *clock,
        guint depth);

/* Answers only with evidence that the verifier accepts. Takes @evidence, which may be NULL. */
static ChaseAnswer *
answer_with (Question *q, gboolean holds, ChaseEvidence *evidence)
{
  g_autoptr (ChaseEvidence) owned = evidence;
  ChasePatience patience = { chase_clock_stops, q->clock };
  guint n_steps;

  if (owned == NULL
      || !chase_verify_equation_within (q->index->presentation, q->source, q->left, q->right, holds,
                                        owned, &patience, NULL))
    return NULL;
  if (!holds)
    {
      const char *reason = owned->kind == CHASE_EVIDENCE_MODEL
                               ? "The two paths differ in a model of the category."
                               : "The two paths have different normal forms.";

      return chase_answer_new (CHASE_VERDICT_FAILS, g_steal_pointer (&owned), "%s", reason);
    }
  n_steps = owned->proof.n_steps;
  if (n_steps == 0)
    return chase_answer_new (CHASE_VERDICT_HOLDS, g_steal_pointer (&owned),
                             "The two paths are the same.");
  return chase_answer_new (CHASE_VERDICT_HOLDS, g_steal_pointer (&owned),
                           "The two paths are equal by a proof of %u step%s.", n_steps,
                           n_steps == 1 ? "" : "s");
}

/* Looks for a small model for @work more letter steps. */
static ChaseAnswer *
try_models (Question *q, guint64 work)
{
  ChaseLowIndexState state;

  if (q->models_done)
    return NULL;
  if (q->models == NULL)
    q->models = chase_low_index_new (q->index, q->source, q->left, q->right, q->clock);
  state = chase_low_index_run (q->models, work);
  q->models_done
      = state != CHASE_LOW_INDEX_OPEN
        || (q->clock->budget.rows > 0
            && chase_low_index_work (q->models) > (guint64)q->clock->budget.rows * WORK_OF_ROW);
  return state == CHASE_LOW_INDEX_FOUND ? answer_with (q, FALSE, chase_low_index_model (q->models))
                                        : NULL;
}

static gboolean
is_small (const ChaseModel *model)
{
  gsize excess = 0;

  for (guint32 i = 0; i < model->n_objects; i++)
    excess += MAX (model->sizes[i], 1) - 1;
  return excess <= SMALL_MODEL;
}

/* Answers with @model (taken), found in a table of @rows rows, or with a smaller one that a search
   as long as that finds. */
static ChaseAnswer *
answer_small (Question *q, ChaseEvidence *model, guint32 rows)
{
  ChaseAnswer *answer = NULL;

  if (model != NULL && !is_small (&model->model))
    {
      g_autoptr (ChaseLowIndex) search
          = chase_low_index_new (q->index, q->source, q->left, q->right, q->clock);

      chase_low_index_stay_below (search, &model->model);
      if (chase_low_index_run (search, MODEL_WORK + (guint64)rows * WORK_OF_ROW)
          == CHASE_LOW_INDEX_FOUND)
        answer = answer_with (q, FALSE, chase_low_index_model (search));
    }
  if (answer == NULL)
    return answer_with (q, FALSE, model);
  chase_evidence_unref (model);
  return answer;
}

static ChaseAnswer *
try_search (Question *q, guint32 limit)
{
  ChaseEvidence *evidence;
  ChaseSearchResult result
      = chase_search (q->index, q->source, q->left, q->right, limit, q->clock, &evidence);

  if (result == CHASE_SEARCH_OPEN)
    return NULL;
  return result == CHASE_SEARCH_EQUAL ? answer_with (q, TRUE, evidence)
                                      : answer_small (q, evidence, 0);
}

static ChaseAnswer *
answer_equal (Question *q, ChaseTrail *trail, gboolean told)
{
  ChaseAnswer *answer = NULL;
  ChaseEvidence *proof = NULL;

  if (told)
    {
      chase_trail_reduce (trail, q->index, q->clock);
      proof = chase_trail_to_proof (trail, q->index, q->left, q->right, q->clock);
    }
  if (proof != NULL)
    answer = answer_with (q, TRUE, chase_proof_shorten (proof, q->index, q->source, q->clock));
  if (answer == NULL)
    q->obstacle = "the two paths were found equal, but the proof is too long to be written down";
  return answer;
}

/* Equal when the two paths are after an epi; the proof cancels it. */
static ChaseAnswer *
cancel_epi (Question *q, guint32 epi, guint32 at)
{
  g_autofree guint32 *letters = g_new (guint32, (gsize)q->left.length + q->right.length + 2);
  ChaseWord left = { letters, q->left.length - at + 1 };
  ChaseWord right = { letters + left.length, q->right.length - at + 1 };
  g_autoptr (ChaseAnswer) inner = NULL;
  ChaseEvidence *proof;
  ChaseStep step = {
    .kind = CHASE_STEP_CANCEL, .number = epi, .at = at, .side = CHASE_SIDE_LEFT, .path = q->right
  };

  letters[0] = letters[left.length] = epi;
  for (guint32 i = at; i < q->left.length; i++)
    letters[i - at + 1] = q->left.letters[i];
  for (guint32 i = at; i < q->right.length; i++)
    letters[left.length + i - at + 1] = q->right.letters[i];
  inner = decide (q->index, q->index->source[epi], left, right, q->clock, q->depth + 1);
  if (inner->verdict != CHASE_VERDICT_HOLDS)
    return NULL;
  step.of = inner->evidence;
  proof = chase_proof_new (q->left);
  chase_proof_add_step (proof, &step);
  return answer_with (q, TRUE, proof);
}

/* Tries every epi before what is left of the two paths without a common beginning. */
static ChaseAnswer *
cancel_epis (Question *q)
{
  ChaseProperty epi = CHASE_PROPERTY_EPI | CHASE_PROPERTY_SPLIT_EPI;
  guint32 object = q->source;

  for (guint32 at = 0; at <= MIN (q->left.length, q->right.length); at++)
    {
      for (guint32 a = 0; a < q->index->n_arrows; a++)
        {
          const ChaseArrow *arrow = chase_presentation_arrow (q->index->presentation, a);
          ChaseAnswer *answer;

          if (!(arrow->properties & epi) || arrow->target != object || arrow->inverse != G_MAXUINT32
              || chase_clock_look (q->clock))
            continue;
          answer = cancel_epi (q, a, at);
          if (answer != NULL)
            return answer;
        }
      if (at == q->left.length || at == q->right.length
          || q->left.letters[at] != q->right.letters[at])
        return NULL;
      object = q->index->target[q->left.letters[at]];
    }
  return NULL;
}

/* The table closed with the paths apart, but its functor does not keep what is declared epi: one
   that does is generated from it, or else the paths are equal by cancelling. */
static ChaseAnswer *
answer_with_epis (Question *q)
{
  g_autoptr (ChaseCosets) cosets = chase_cosets_new_covering (q->index, q->source, q->clock);
  guint32 left = chase_cosets_insert (cosets, q->left);
  guint32 right = left != G_MAXUINT32 ? chase_cosets_insert (cosets, q->right) : G_MAXUINT32;
  ChaseCosetsState state = CHASE_COSETS_OPEN;
  ChaseAnswer *answer = NULL;

  if (right == G_MAXUINT32)
    return NULL;
  for (guint round = 0; round < MAX_COVERS; round++)
    {
      state = chase_cosets_run (cosets, left, right, MODEL_ROWS, G_MAXUINT64);
      if (state != CHASE_COSETS_CLOSED || !chase_cosets_cover (cosets))
        break;
      state = CHASE_COSETS_OPEN;
    }
  if (state == CHASE_COSETS_CLOSED)
    answer = answer_small (q, chase_cosets_model (cosets, q->left, q->right),
                           chase_cosets_n_rows (cosets));
  else if (q->depth < MAX_DEPTH)
    answer = cancel_epis (q);
  if (answer == NULL)
    q->obstacle = state == CHASE_COSETS_REACHED
                      ? "the two paths are equal by cancelling epis, but no proof was found"
                      : "no model was found that keeps what is declared mono and epi";
  return answer;
}

static ChaseAnswer *
answer_from_table (Question *q, gboolean equal)
{
  g_autoptr (ChaseTrail) trail = chase_trail_new ();
  ChaseAnswer *answer;

  q->cosets_done = TRUE;
  if (equal)
    return answer_equal (q, trail,
                         chase_cosets_explain (q->cosets, q->left, q->right, MAX_STEPS, trail));
  answer = answer_small (q, chase_cosets_model (q->cosets, q->left, q->right),
                         chase_cosets_n_rows (q->cosets));
  if (answer == NULL && q->index->cancels)
    answer = try_models (q, MODEL_WORK);
  if (answer == NULL && q->index->cancels)
    answer = answer_with_epis (q);
  return answer;
}

static void
begin_table (Question *q)
{
  q->cosets = chase_cosets_new (q->index, q->source, q->index->cancels ? G_MAXUINT32 : q->target,
                                TRUE, CHASE_STRATEGY_HLT, q->clock);
  q->row[0] = chase_cosets_insert (q->cosets, q->left);
  if (q->row[0] != G_MAXUINT32)
    q->row[1] = chase_cosets_insert (q->cosets, q->right);
  q->cosets_done = q->row[0] == G_MAXUINT32 || q->row[1] == G_MAXUINT32;
}

static ChaseAnswer *
try_table (Question *q, guint32 limit, guint64 work)
{
  ChaseCosetsState state;

  if (q->cosets == NULL)
    begin_table (q);
  if (q->cosets_done)
    return NULL;
  if (q->clock->budget.rows > 0)
    limit = MIN (limit, q->clock->budget.rows);
  state = chase_cosets_run (q->cosets, q->row[0], q->row[1], limit, work);
  q->cosets_done = q->clock->budget.rows > 0
                   && (chase_cosets_n_rows (q->cosets) >= limit
                       || work >= (guint64)q->clock->budget.rows * WORK_OF_ROW);
  return state == CHASE_COSETS_OPEN ? NULL : answer_from_table (q, state == CHASE_COSETS_REACHED);
}

/* The normal forms differ: a model is the better evidence, where there is a small one. */
static ChaseAnswer *
answer_from_system (Question *q, ChaseCompletion *system)
{
  g_autofree char *count = NULL;
  ChaseAnswer *answer = NULL;

  if (q->index->cancels)
    return NULL;
  count = chase_completion_count (system, q->source, G_MAXUINT32);
  if (count != NULL && strlen (count) < 7)
    answer = try_table (q, MODEL_ROWS, G_MAXUINT64);
  if (answer == NULL)
    answer = try_models (q, MODEL_WORK);
  if (answer == NULL)
    answer = answer_with (q, FALSE, chase_completion_normal (system, q->left, q->right));
  return answer;
}

/* A number of rules allowed bounds the work for them as well: they may be long in coming. */
static gboolean
has_rules_enough (const Question *q, const ChaseCompletion *system, guint64 work)
{
  guint64 rules = q->clock->budget.rules;

  return rules > 0 && (chase_completion_n_rules (system) >= rules || work >= rules * WORK_OF_RULE);
}

static ChaseAnswer *
try_system (Question *q, guint number, guint64 work)
{
  g_autoptr (ChaseTrail) trail = NULL;
  ChaseCompletion *system;
  ChaseCompletionState state;

  if (q->system[number] == NULL)
    {
      ChaseOrder order;

      chase_order_init (&order, q->index, q->order[number]);
      q->system[number] = chase_completion_new (q->index, &order, TRUE, q->clock);
    }
  system = q->system[number];
  state = chase_completion_run (system, work);
  q->system_done[number] = state == CHASE_COMPLETION_COMPLETE || chase_completion_is_stuck (system)
                           || has_rules_enough (q, system, work);
  if (chase_completion_version (system) == q->version[number] && !q->system_done[number])
    return NULL;
  q->version[number] = chase_completion_version (system);
  if (chase_completion_joins (system, q->left, q->right))
    {
      trail = chase_trail_new ();
      return answer_equal (q, trail,
                           chase_completion_explain (system, q->left, q->right, MAX_STEPS, trail));
    }
  return state == CHASE_COMPLETION_COMPLETE && q->clock->stop == CHASE_STOP_NONE
             ? answer_from_system (q, system)
             : NULL;
}

static ChaseAnswer *
play_round (Question *q, guint round, gboolean *idle)
{
  ChaseAnswer *answer = try_table (q, G_MAXUINT32 - 1, (guint64)TABLE_WORK << round);

  if (answer == NULL && !chase_clock_look (q->clock))
    answer = try_models (q, (guint64)FIRST_WORK << round);
  *idle = q->cosets_done && q->models_done;
  for (guint i = 0; i < q->n_orders && answer == NULL && !chase_clock_look (q->clock); i++)
    {
      if (q->system_done[i])
        {
          if (q->system[i] != NULL)
            g_clear_pointer (&q->system[i], chase_completion_free);
          continue;
        }
      *idle = FALSE;
      if (i >= MAIN_ORDERS && i != MAIN_ORDERS + round % (q->n_orders - MAIN_ORDERS))
        continue;
      answer = try_system (q, i, (guint64)FIRST_WORK << round);
    }
  if (answer == NULL && round % 3 == 2 && !chase_clock_look (q->clock))
    answer = try_search (q, (guint32)QUICK_SEARCH << MIN (round, 11));
  if (chase_clock_wants_report (q->clock))
    chase_clock_report (q->clock, "round %u: %u rows; %u and %u rules", round + 1,
                        q->cosets != NULL ? chase_cosets_n_rows (q->cosets) : 0,
                        q->system[0] != NULL ? chase_completion_n_rules (q->system[0]) : 0,
                        q->system[1] != NULL ? chase_completion_n_rules (q->system[1]) : 0);
  return answer;
}

static void
let_go (Question *q)
{
  g_clear_pointer (&q->cosets, chase_cosets_free);
  g_clear_pointer (&q->models, chase_low_index_free);
  for (guint i = 0; i < CHASE_N_ORDERS; i++)
    g_clear_pointer (&q->system[i], chase_completion_free);
}

static void
question_clear (Question *q)
{
  let_go (q);
  if (q->wider != NULL)
    chase_index_clear (q->wider);
  g_free (q->wider);
}

/* Begins anew with @cancelled, which follows by cancelling, among the relations. */
static void
widen (Question *q, GArray *cancelled)
{
  ChaseIndex *wider = g_new0 (ChaseIndex, 1);
  ChaseIndex *old = q->wider;

  let_go (q);
  if (q->index->cancelled != NULL)
    for (guint i = 0; i < q->index->cancelled->len; i++)
      {
        ChaseCancelled known = g_array_index (q->index->cancelled, ChaseCancelled, i);

        known.of = chase_evidence_ref (known.of);
        g_array_append_val (cancelled, known);
      }
  chase_index_init_with (wider, q->index->presentation, cancelled);
  q->index = q->wider = wider;
  q->widened++;
  q->cosets_done = q->models_done = FALSE;
  q->obstacle = NULL;
  memset (q->version, 0, sizeof q->version);
  memset (q->system_done, 0, sizeof q->system_done);
  if (old != NULL)
    chase_index_clear (old);
  g_free (old);
}

/* Looks for what follows by cancelling in the rules found so far. */
static gboolean
cancel_rules (Question *q)
{
  if (!q->index->cancels || q->widened == MAX_WIDENED)
    return FALSE;
  for (guint i = 0; i < MAIN_ORDERS; i++)
    {
      g_autoptr (GArray) found = NULL;

      if (q->system[i] != NULL && !chase_clock_look (q->clock))
        found = chase_cancel_in (q->system[i], q->index, q->clock);
      if (found == NULL)
        continue;
      widen (q, found);
      return TRUE;
    }
  return FALSE;
}

static ChaseAnswer *
play (Question *q)
{
  ChaseAnswer *answer = NULL;
  gboolean idle = FALSE;
  guint64 overlaps;

  q->n_orders = chase_order_rank (q->index, q->order, &overlaps);
  for (guint round = 0; answer == NULL && !idle && round < 40 && !chase_clock_look (q->clock);
       round++)
    {
      answer = play_round (q, round, &idle);
      if (answer == NULL && cancel_rules (q))
        idle = FALSE;
    }
  return answer;
}

static ChaseAnswer *
undecided (Question *q)
{
  const char *why = q->obstacle != NULL ? q->obstacle : chase_clock_why (q->clock);

  return chase_answer_new (CHASE_VERDICT_UNDECIDED, NULL, "Not decided: %s.", why);
}

/* Does a small table keep the two paths apart? Then to search on for a proof is in vain. */
static gboolean
are_apart (const Question *q)
{
  g_autoptr (ChaseCosets) cosets
      = chase_cosets_new (q->index, q->source, q->target, FALSE, CHASE_STRATEGY_HLT, q->clock);
  guint32 left = chase_cosets_insert (cosets, q->left);
  guint32 right = left != G_MAXUINT32 ? chase_cosets_insert (cosets, q->right) : G_MAXUINT32;

  return right != G_MAXUINT32 && !q->index->cancels
         && chase_cosets_run (cosets, left, right, FEW_ROWS, FEW_STEPS) == CHASE_COSETS_CLOSED;
}

static ChaseAnswer *
decide (const ChaseIndex *index, guint32 source, ChaseWord left, ChaseWord right, ChaseClock *clock,
        guint depth)
{
  Question q = { .index = index,
                 .source = source,
                 .left = left,
                 .right = right,
                 .clock = clock,
                 .depth = depth,
                 .row = { G_MAXUINT32, G_MAXUINT32 } };
  ChaseAnswer *answer;

  q.target = chase_index_end (index, source, left);
  if (chase_word_equal (left, right))
    return answer_with (&q, TRUE, chase_proof_new (left));
  answer = try_search (&q, FIRST_SEARCH);
  if (answer == NULL && !are_apart (&q))
    answer = try_search (&q, QUICK_SEARCH);
  if (answer == NULL && !chase_clock_look (clock))
    answer = play (&q);
  question_clear (&q);
  return answer != NULL ? answer : undecided (&q);
}

ChaseAnswer *
chase_decide_equal (const ChaseIndex *index, guint32 source, ChaseWord left, ChaseWord right,
                    ChaseClock *clock)
{
  return decide (index, source, left, right, clock, 0);
}
