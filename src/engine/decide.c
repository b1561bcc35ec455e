/* SPDX-License-Identifier: MIT */
#include "engine/cancel.h"
#include "engine/decide-private.h"
#include "engine/search.h"
#include "engine/shorten.h"
#include "evidence/verifier.h"

#include <string.h>

#include "i18n.h"

enum
{
  MAX_STEPS = 4000000, /* of a derivation before it is shortened */
  FIRST_SEARCH = 60,   /* paths */
  FEW_ROWS = 100,      /* of a table that is tried between that and the next search */
  FEW_STEPS = 3000,
  MAX_DEPTH = 3,
  MAX_COVERS = 500,
  MAX_WIDENED = 12,
  MODEL_ROWS = 200000, /* to look for a model where the normal forms are known to differ */
  MODEL_WORK = 40000,  /* letter steps to look for a small model where there is other evidence */
  SMALL_MODEL = 1,   /* elements beyond one for each object: not worth a search for a smaller one */
  WORK_OF_ROW = 100, /* letter steps of the model search that go with each row of a table */
};

static ChaseAnswer *
decide (const ChaseIndex *index, guint32 source, ChaseWord left, ChaseWord right, ChaseClock *clock,
        guint depth);

/* Answers only with evidence that the verifier accepts. Takes @evidence, which may be NULL. */
static ChaseAnswer *
answer_with (ChaseQuestion *q, gboolean holds, ChaseEvidence *evidence)
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
                               ? _ ("The two paths differ in a model of the category.")
                               : _ ("The two paths have different normal forms.");

      return chase_answer_new (CHASE_VERDICT_FAILS, g_steal_pointer (&owned), "%s", reason);
    }
  n_steps = owned->proof.n_steps;
  if (n_steps == 0)
    return chase_answer_new (CHASE_VERDICT_HOLDS, g_steal_pointer (&owned),
                             "The two paths are the same.");
  return chase_answer_new (CHASE_VERDICT_HOLDS, g_steal_pointer (&owned),
                           P_ ("The two paths are equal by a proof of %u step.",
                               "The two paths are equal by a proof of %u steps.", n_steps),
                           n_steps);
}

/* Looks for a small model for @work more letter steps. */
static void
advance_models (ChaseQuestion *q, guint64 work)
{
  if (q->models_done)
    return;
  if (q->models == NULL)
    q->models = chase_low_index_new (q->index, q->source, q->left, q->right,
                                     chase_question_clock (q, CHASE_WAY_MODELS));
  q->models_state = chase_low_index_run (q->models, work);
  q->models_done = q->models_state != CHASE_LOW_INDEX_OPEN
                   || chase_clock_rows_are_out (q->clock, 0, chase_low_index_work (q->models));
}

static ChaseAnswer *
conclude_models (ChaseQuestion *q)
{
  if (q->models_state != CHASE_LOW_INDEX_FOUND)
    return NULL;
  q->models_state = CHASE_LOW_INDEX_NONE;
  return answer_with (q, FALSE, chase_low_index_model (q->models));
}

static ChaseAnswer *
try_models (ChaseQuestion *q, guint64 work)
{
  advance_models (q, work);
  return conclude_models (q);
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
answer_small (ChaseQuestion *q, ChaseEvidence *model, guint32 rows)
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
try_search (ChaseQuestion *q, guint32 limit)
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
answer_equal (ChaseQuestion *q, ChaseTrail *trail, gboolean told)
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
    q->obstacle
        = _ ("the two paths were found equal, but the proof is too long to be written down");
  return answer;
}

/* Equal when the two paths are after an epi; the proof cancels it. */
static ChaseAnswer *
cancel_epi (ChaseQuestion *q, guint32 epi, guint32 at)
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
cancel_epis (ChaseQuestion *q)
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

static guint32
rows_allowed (const ChaseQuestion *q, guint32 limit)
{
  return q->clock->budget.rows > 0 ? MIN (limit, q->clock->budget.rows) : limit;
}

/* The table closed with the paths apart, but its functor does not keep what is declared epi: one
   that does is generated from it, or else the paths are equal by cancelling. */
static ChaseAnswer *
answer_with_epis (ChaseQuestion *q)
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
      state = chase_cosets_run (cosets, left, right, rows_allowed (q, MODEL_ROWS), G_MAXUINT64);
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
                      ? _ ("the two paths are equal by cancelling epis, but no proof was found")
                      : _ ("no model was found that keeps what is declared mono and epi");
  return answer;
}

static ChaseAnswer *
answer_from_table (ChaseQuestion *q, gboolean equal)
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
begin_table (ChaseQuestion *q)
{
  q->cosets
      = chase_cosets_new (q->index, q->source, q->index->cancels ? G_MAXUINT32 : q->target, TRUE,
                          CHASE_STRATEGY_HLT, chase_question_clock (q, CHASE_WAY_TABLE));
  q->row[0] = chase_cosets_insert (q->cosets, q->left);
  if (q->row[0] != G_MAXUINT32)
    q->row[1] = chase_cosets_insert (q->cosets, q->right);
  q->cosets_done = q->row[0] == G_MAXUINT32 || q->row[1] == G_MAXUINT32;
}

static void
advance_table (ChaseQuestion *q, guint32 limit, guint64 work)
{
  if (q->cosets == NULL)
    begin_table (q);
  if (q->cosets_done)
    return;
  limit = rows_allowed (q, limit);
  q->cosets_state = chase_cosets_run (q->cosets, q->row[0], q->row[1], limit, work);
  q->cosets_done = q->cosets_state != CHASE_COSETS_OPEN
                   || chase_clock_rows_are_out (q->clock, chase_cosets_n_rows (q->cosets),
                                                chase_cosets_work (q->cosets));
}

static ChaseAnswer *
conclude_table (ChaseQuestion *q)
{
  ChaseCosetsState state = q->cosets_state;

  q->cosets_state = CHASE_COSETS_OPEN;
  return state == CHASE_COSETS_OPEN ? NULL : answer_from_table (q, state == CHASE_COSETS_REACHED);
}

static ChaseAnswer *
try_table (ChaseQuestion *q, guint32 limit, guint64 work)
{
  advance_table (q, limit, work);
  return conclude_table (q);
}

/* The normal forms differ: a model is the better evidence, where there is a small one. */
static ChaseAnswer *
answer_from_system (ChaseQuestion *q, ChaseCompletion *system)
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

static void
advance_system (ChaseQuestion *q, guint number, guint64 work)
{
  ChaseCompletion *system;

  if (q->system[number] == NULL)
    {
      ChaseOrder order;

      chase_order_init (&order, q->index, q->order[number]);
      q->system[number] = chase_completion_new (
          q->index, &order, chase_question_clock (q, CHASE_WAY_SYSTEMS + number));
    }
  system = q->system[number];
  q->system_state[number] = chase_completion_run (system, work);
  q->system_done[number]
      = q->system_state[number] == CHASE_COMPLETION_COMPLETE || chase_completion_is_stuck (system)
        || chase_clock_rules_are_out (q->clock, chase_completion_n_rules (system),
                                      chase_completion_work (system));
}

/* Has the system new rules since it was last asked, by which the paths are equal? */
static gboolean
joins_anew (ChaseQuestion *q, guint number)
{
  ChaseCompletion *system = q->system[number];

  if (chase_completion_version (system) == q->version[number] && !q->system_done[number])
    return FALSE;
  q->version[number] = chase_completion_version (system);
  return chase_completion_joins (system, q->left, q->right);
}

static ChaseAnswer *
conclude_system (ChaseQuestion *q, const ChaseTurn *turn)
{
  guint number = turn->way - CHASE_WAY_SYSTEMS;
  ChaseCompletion *system = q->system[number];
  g_autoptr (ChaseTrail) trail = NULL;

  if (turn->equal)
    {
      trail = chase_trail_new ();
      return answer_equal (q, trail,
                           chase_completion_explain (system, q->left, q->right, MAX_STEPS, trail));
    }
  return turn->ended && q->system_state[number] == CHASE_COMPLETION_COMPLETE
                 && q->clock->stop == CHASE_STOP_NONE
             ? answer_from_system (q, system)
             : NULL;
}

static void
advance_search (ChaseQuestion *q, ChaseTurn *turn)
{
  ChaseClock *clock = chase_question_clock (q, CHASE_WAY_SEARCH);
  ChaseSearchResult result = chase_search (q->index, q->source, q->left, q->right,
                                           (guint32)turn->work, clock, &turn->evidence);

  turn->ended = result != CHASE_SEARCH_OPEN;
  turn->equal = result == CHASE_SEARCH_EQUAL;
}

static ChaseAnswer *
conclude_search (ChaseQuestion *q, ChaseTurn *turn)
{
  ChaseEvidence *evidence = g_steal_pointer (&turn->evidence);

  if (!turn->ended)
    return NULL;
  return turn->equal ? answer_with (q, TRUE, evidence) : answer_small (q, evidence, 0);
}

void
chase_question_advance (ChaseQuestion *q, ChaseTurn *turn)
{
  guint64 work = MIN (turn->work, CHASE_PIECE);
  guint number = turn->way - CHASE_WAY_SYSTEMS;

  if (turn->way == CHASE_WAY_SEARCH)
    {
      advance_search (q, turn);
      turn->work = 0;
      return;
    }
  turn->work -= work;
  switch (turn->way)
    {
    case CHASE_WAY_TABLE:
      advance_table (q, G_MAXUINT32 - 1, work);
      turn->ended = q->cosets_done;
      g_atomic_int_set (&q->told[turn->way], (gint)chase_cosets_n_rows (q->cosets));
      break;
    case CHASE_WAY_MODELS:
      advance_models (q, work);
      turn->ended = q->models_done;
      break;
    default:
      advance_system (q, number, work);
      turn->equal = joins_anew (q, number);
      turn->ended = q->system_done[number] || turn->equal;
      g_atomic_int_set (&q->told[turn->way], (gint)chase_completion_n_rules (q->system[number]));
      break;
    }
}

ChaseAnswer *
chase_question_conclude (ChaseQuestion *q, ChaseTurn *turn)
{
  switch (turn->way)
    {
    case CHASE_WAY_TABLE:
      return conclude_table (q);
    case CHASE_WAY_MODELS:
      return conclude_models (q);
    case CHASE_WAY_SEARCH:
      return conclude_search (q, turn);
    default:
      return conclude_system (q, turn);
    }
}

static void
let_go (ChaseQuestion *q)
{
  g_clear_pointer (&q->cosets, chase_cosets_free);
  g_clear_pointer (&q->models, chase_low_index_free);
  for (guint i = 0; i < CHASE_N_ORDERS; i++)
    g_clear_pointer (&q->system[i], chase_completion_free);
}

/* What a question leaves behind that was called off. */
typedef struct
{
  ChaseCosets *cosets;
  ChaseLowIndex *models;
  ChaseCompletion *system[CHASE_N_ORDERS];
} Rest;

static gpointer
discard (gpointer data)
{
  Rest *rest = data;

  g_clear_pointer (&rest->cosets, chase_cosets_free);
  chase_low_index_free (rest->models);
  for (guint i = 0; i < CHASE_N_ORDERS; i++)
    g_clear_pointer (&rest->system[i], chase_completion_free);
  g_free (rest);
  return NULL;
}

/* The kernel takes its time to take back what large tables took: whoever called the question off
   does not wait for that. */
static void
let_go_beside (ChaseQuestion *q)
{
  Rest *rest = g_new0 (Rest, 1);
  GThread *thread;

  if (q->cosets != NULL)
    chase_cosets_leave_clock (q->cosets);
  rest->cosets = g_steal_pointer (&q->cosets);
  rest->models = g_steal_pointer (&q->models);
  for (guint i = 0; i < CHASE_N_ORDERS; i++)
    {
      if (q->system[i] != NULL)
        chase_completion_leave_clock (q->system[i]);
      rest->system[i] = g_steal_pointer (&q->system[i]);
    }
  thread = g_thread_try_new ("discard", discard, rest, NULL);
  if (thread != NULL)
    g_thread_unref (thread);
  else
    discard (rest);
}

static void
question_clear (ChaseQuestion *q)
{
  if (q->clock->stop == CHASE_STOP_CANCELLED)
    let_go_beside (q);
  else
    let_go (q);
  if (q->wider != NULL)
    chase_index_clear (q->wider);
  g_free (q->wider);
}

/* Begins anew with @cancelled, which follows by cancelling, among the relations. */
static void
widen (ChaseQuestion *q, GArray *cancelled)
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
  q->cosets_state = CHASE_COSETS_OPEN;
  q->models_state = CHASE_LOW_INDEX_OPEN;
  q->obstacle = NULL;
  memset (q->version, 0, sizeof q->version);
  memset (q->system_done, 0, sizeof q->system_done);
  if (old != NULL)
    chase_index_clear (old);
  g_free (old);
}

/* Looks for what follows by cancelling in the rules found so far. */
static gboolean
cancel_rules (ChaseQuestion *q)
{
  if (!q->index->cancels || q->widened == MAX_WIDENED)
    return FALSE;
  for (guint i = 0; i < CHASE_MAIN_ORDERS; i++)
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
play (ChaseQuestion *q)
{
  ChaseAnswer *answer = NULL;
  gboolean idle = FALSE;
  guint64 overlaps;

  q->n_orders = chase_order_rank (q->index, q->order, &overlaps);
  for (guint k = 0; k < chase_order_n_learned (q->index); k += 2)
    q->order[q->n_orders++] = CHASE_N_WRITTEN_ORDERS + k;
  for (guint round = 0; answer == NULL && !idle && round < 40 && !chase_clock_look (q->clock);
       round++)
    {
      answer = chase_question_play_round (q, round, &idle);
      if (answer == NULL && cancel_rules (q))
        idle = FALSE;
    }
  return answer;
}

static ChaseAnswer *
undecided (ChaseQuestion *q)
{
  const char *why = q->obstacle != NULL ? q->obstacle : chase_clock_why (q->clock);

  return chase_answer_new (CHASE_VERDICT_UNDECIDED, NULL, "Not decided: %s.", why);
}

/* Does a small table keep the two paths apart? Then to search on for a proof is in vain. */
static gboolean
are_apart (const ChaseQuestion *q)
{
  g_autoptr (ChaseCosets) cosets
      = chase_cosets_new (q->index, q->source, q->target, FALSE, CHASE_STRATEGY_HLT, q->clock);
  guint32 left = chase_cosets_insert (cosets, q->left);
  guint32 right = left != G_MAXUINT32 ? chase_cosets_insert (cosets, q->right) : G_MAXUINT32;

  return right != G_MAXUINT32 && !q->index->cancels
         && chase_cosets_run (cosets, left, right, FEW_ROWS, FEW_STEPS) == CHASE_COSETS_CLOSED;
}

/* Gives each way a clock of its own, where it may be played on another thread. */
static void
share_clock (ChaseQuestion *q)
{
  q->n_threads = q->depth == 0 && q->clock->shared == NULL ? MAX (1, q->clock->budget.threads) : 1;
  for (guint i = 0; i < CHASE_N_WAYS && q->n_threads > 1; i++)
    chase_clock_branch (&q->clocks[i], q->clock, &q->memory);
}

/* What the ways have taken is the question's again. */
static void
unshare_clock (ChaseQuestion *q)
{
  if (q->n_threads == 1)
    return;
  q->clock->memory = q->memory;
  q->clock->shared = NULL;
}

static ChaseAnswer *
decide (const ChaseIndex *index, guint32 source, ChaseWord left, ChaseWord right, ChaseClock *clock,
        guint depth)
{
  ChaseQuestion q = { .index = index,
                      .source = source,
                      .left = left,
                      .right = right,
                      .clock = clock,
                      .depth = depth,
                      .cosets_state = CHASE_COSETS_OPEN,
                      .models_state = CHASE_LOW_INDEX_OPEN,
                      .row = { G_MAXUINT32, G_MAXUINT32 } };
  ChaseAnswer *answer;

  q.target = chase_index_end (index, source, left);
  if (chase_word_equal (left, right))
    return answer_with (&q, TRUE, chase_proof_new (left));
  share_clock (&q);
  answer = try_search (&q, FIRST_SEARCH);
  if (answer == NULL && !are_apart (&q))
    answer = try_search (&q, CHASE_QUICK_SEARCH);
  if (answer == NULL && !chase_clock_look (clock))
    answer = play (&q);
  question_clear (&q);
  unshare_clock (&q);
  return answer != NULL ? answer : undecided (&q);
}

ChaseAnswer *
chase_decide_equal (const ChaseIndex *index, guint32 source, ChaseWord left, ChaseWord right,
                    ChaseClock *clock)
{
  return decide (index, source, left, right, clock, 0);
}
