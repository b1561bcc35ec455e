/* SPDX-License-Identifier: MIT */
#include "engine/cosets.h"
#include "engine/engine-private.h"
#include "engine/search.h"
#include "evidence/verifier.h"

typedef struct
{
  const ChaseIndex *index;
  guint32 source;
  guint32 target;
  ChaseWord left;
  ChaseWord right;
  ChaseClock *clock;
  const char *obstacle; /* why a verdict that was reached could not be given, or NULL */
} Question;

/* Answers only with evidence that the verifier accepts. Takes @evidence, which may be NULL. */
static ChaseAnswer *
answer_with (Question *q, gboolean holds, ChaseEvidence *evidence)
{
  g_autoptr (ChaseEvidence) owned = evidence;

  if (owned == NULL
      || !chase_verify_equation (q->index->presentation, q->source, q->left, q->right, holds, owned,
                                 NULL))
    return NULL;
  if (!holds)
    return chase_answer_new (CHASE_VERDICT_FAILS, g_steal_pointer (&owned),
                             owned->kind == CHASE_EVIDENCE_MODEL
                                 ? "The two paths differ in a model of the category."
                                 : "The two paths have different normal forms.");
  if (owned->proof.n_steps == 0)
    return chase_answer_new (CHASE_VERDICT_HOLDS, g_steal_pointer (&owned),
                             "The two paths are the same.");
  return chase_answer_new (CHASE_VERDICT_HOLDS, g_steal_pointer (&owned),
                           "The two paths are equal by a proof of %u step%s.", owned->proof.n_steps,
                           owned->proof.n_steps == 1 ? "" : "s");
}

static ChaseAnswer *
try_search (Question *q, guint32 limit)
{
  ChaseEvidence *evidence;
  ChaseSearchResult result
      = chase_search (q->index, q->source, q->left, q->right, limit, q->clock, &evidence);

  if (result == CHASE_SEARCH_OPEN)
    return NULL;
  return answer_with (q, result == CHASE_SEARCH_EQUAL, evidence);
}

static ChaseAnswer *
answer_from_table (Question *q, ChaseCosets *cosets, gboolean equal)
{
  g_autoptr (ChaseTrail) trail = NULL;
  ChaseAnswer *answer = NULL;

  if (!equal)
    {
      answer = answer_with (q, FALSE, chase_cosets_model (cosets, q->left, q->right));
      if (answer == NULL && q->index->cancels)
        q->obstacle = "the enumeration closed, but its model does not keep what is declared epi";
      return answer;
    }
  trail = chase_trail_new ();
  if (chase_cosets_explain (cosets, q->left, q->right, 4000000, trail))
    answer = answer_with (q, TRUE,
                          chase_trail_to_proof (trail, q->index, q->left, q->right, q->clock));
  if (answer == NULL)
    q->obstacle = "the two paths were found equal, but the proof is too long to be written down";
  return answer;
}

static ChaseAnswer *
try_enumeration (Question *q)
{
  guint32 limit = q->clock->budget.rows > 0 ? q->clock->budget.rows : G_MAXUINT32 - 1;
  g_autoptr (ChaseCosets) cosets = chase_cosets_new (
      q->index, q->source, q->index->cancels ? G_MAXUINT32 : q->target, TRUE, q->clock);
  guint32 left = chase_cosets_insert (cosets, q->left);
  guint32 right = left != G_MAXUINT32 ? chase_cosets_insert (cosets, q->right) : G_MAXUINT32;
  ChaseCosetsState state;

  if (right == G_MAXUINT32)
    return NULL;
  state = chase_cosets_run (cosets, left, right, limit);
  if (state == CHASE_COSETS_OPEN)
    return NULL;
  return answer_from_table (q, cosets, state == CHASE_COSETS_REACHED);
}

static ChaseAnswer *
undecided (Question *q)
{
  const char *why = q->obstacle != NULL ? q->obstacle : chase_clock_why (q->clock);

  return chase_answer_new (CHASE_VERDICT_UNDECIDED, NULL, "Not decided: %s.", why);
}

ChaseAnswer *
chase_decide_equal (const ChaseIndex *index, guint32 source, ChaseWord left, ChaseWord right,
                    ChaseClock *clock)
{
  Question q = { .index = index, .source = source, .left = left, .right = right, .clock = clock };
  ChaseAnswer *answer;

  q.target = chase_index_end (index, source, left);
  if (chase_word_equal (left, right))
    return answer_with (&q, TRUE, chase_proof_new (left));
  answer = try_search (&q, 2000);
  if (answer == NULL && !chase_clock_look (clock))
    answer = try_enumeration (&q);
  return answer != NULL ? answer : undecided (&q);
}
