/* SPDX-License-Identifier: MIT */
#include "engine/cycle.h"
#include "engine/engine-private.h"
#include "engine/walk.h"
#include "evidence/verifier.h"
#include "i18n.h"

typedef struct
{
  const ChaseIndex *index;
  ChaseShape *shape;
  gboolean strictly;
  ChaseClock *clock;
  ChaseEvidence *laws;
  guint n_undecided;
  GArray *scratch; /* letters */
} Diagram;

static ChaseWord
word_of (const GArray *letters)
{
  return (ChaseWord){ (const guint32 *)(gconstpointer)letters->data, letters->len };
}

/* A pair that a given equation joins is proved by it alone. */
static ChaseEvidence *
prove_by_relation (const ChaseIndex *index, guint32 relation, ChaseWord left, ChaseWord right)
{
  const ChaseRelation *r = &index->relations[relation];
  ChaseStep step = { .kind = CHASE_STEP_EQUATION,
                     .number = r->number,
                     .reverse = !chase_word_equal (left, r->side[0]),
                     .path = right };
  ChaseEvidence *proof = chase_proof_new (left);

  chase_proof_add_step (proof, &step);
  return proof;
}

ChaseAnswer *
chase_answer_pair (const ChaseIndex *index, const ChaseShape *shape, const ChasePair *pair,
                   ChaseClock *clock)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (guint32));
  ChaseAnswer *answer;

  chase_shape_spell (shape, pair->left, left);
  chase_shape_spell (shape, pair->right, right);
  if (pair->relation != G_MAXUINT32)
    answer = chase_answer_new (
        CHASE_VERDICT_HOLDS,
        prove_by_relation (index, pair->relation, word_of (left), word_of (right)),
        "This equation is given.");
  else
    answer = chase_decide_equal (index, chase_shape_node (shape, pair->from)->object,
                                 word_of (left), word_of (right), clock);
  return answer;
}

static const char *
node_name (const ChaseShape *shape, guint32 node)
{
  const char *name = chase_shape_node (shape, node)->name;

  return name != NULL ? name : _ ("an unnamed node");
}

/* Answers that the diagram does not commute, if the verifier accepts @evidence (taken) for the
 * pair. */
static ChaseAnswer *
answer_failure (Diagram *d, const ChasePair *pair, ChaseEvidence *evidence)
{
  g_autoptr (ChaseEvidence) named
      = chase_evidence_name_paths (evidence, d->shape, pair->left, pair->right);
  ChasePatience patience = { chase_clock_stops, d->clock };

  if (!chase_verify_commutes_within (d->shape, d->strictly, FALSE, named, &patience, NULL))
    return NULL;
  return chase_answer_new (CHASE_VERDICT_FAILS, g_steal_pointer (&named),
                           "Two paths from %s to %s are not equal.",
                           node_name (d->shape, pair->from), node_name (d->shape, pair->to));
}

/* A pair that is given becomes a law by itself. */
static void
take_given (Diagram *d, const ChasePair *pair)
{
  const ChaseRelation *r = &d->index->relations[pair->relation];
  g_autoptr (ChaseEvidence) proof = NULL;
  gboolean reverse;

  g_array_set_size (d->scratch, 0);
  chase_shape_spell (d->shape, pair->left, d->scratch);
  reverse = !chase_word_equal (word_of (d->scratch), r->side[0]);
  proof = prove_by_relation (d->index, pair->relation, r->side[reverse], r->side[!reverse]);
  chase_laws_add (d->laws, pair->from, pair->to, pair->left, pair->right, proof);
}

/* Takes one pair in; returns an answer when that settles the matter. */
static ChaseAnswer *
take_pair (Diagram *d, const ChasePair *pair)
{
  g_autoptr (ChaseAnswer) answer = NULL;

  if (pair->relation != G_MAXUINT32)
    {
      take_given (d, pair);
      return NULL;
    }
  answer = chase_answer_pair (d->index, d->shape, pair, d->clock);
  if (answer->verdict == CHASE_VERDICT_HOLDS)
    chase_laws_add (d->laws, pair->from, pair->to, pair->left, pair->right, answer->evidence);
  else if (answer->verdict == CHASE_VERDICT_FAILS)
    return answer_failure (d, pair, chase_evidence_ref (answer->evidence));
  d->n_undecided += answer->verdict != CHASE_VERDICT_HOLDS;
  return NULL;
}

static ChaseAnswer *
undecided (Diagram *d)
{
  if (d->n_undecided > 0 && d->clock->stop == CHASE_STOP_NONE)
    return chase_answer_new (CHASE_VERDICT_UNDECIDED, NULL,
                             P_ ("Not decided: %u pair of paths could not be compared.",
                                 "Not decided: %u pairs of paths could not be compared.",
                                 d->n_undecided),
                             d->n_undecided);
  return chase_answer_new (CHASE_VERDICT_UNDECIDED, NULL, "Not decided: %s.",
                           chase_clock_why (d->clock));
}

static ChaseAnswer *
conclude (Diagram *d)
{
  ChasePatience patience = { chase_clock_stops, d->clock };

  if (d->n_undecided > 0
      || !chase_verify_commutes_within (d->shape, d->strictly, TRUE, d->laws, &patience, NULL))
    return undecided (d);
  return chase_answer_new (CHASE_VERDICT_HOLDS, chase_evidence_ref (d->laws),
                           P_ ("The diagram commutes: %u pair of paths had to be compared.",
                               "The diagram commutes: %u pairs of paths had to be compared.",
                               d->laws->laws.n_laws),
                           d->laws->laws.n_laws);
}

static ChaseAnswer *
take_one (Diagram *d, const ChasePair *pair, guint i, guint n)
{
  ChaseAnswer *answer = take_pair (d, pair);

  if (answer == NULL && chase_clock_look (d->clock))
    answer = undecided (d);
  if (answer == NULL && chase_clock_wants_report (d->clock))
    chase_clock_report (d->clock, "comparing paths: %u of %u pairs", i, n);
  return answer;
}

static ChaseAnswer *
commutes_by_pairs (Diagram *d, const ChaseWalk *walk)
{
  for (guint i = 0; i < chase_walk_n_pairs (walk); i++)
    {
      ChasePair pair = chase_walk_pair (walk, i);
      ChaseAnswer *answer = take_one (d, &pair, i, chase_walk_n_pairs (walk));

      if (answer != NULL)
        return answer;
    }
  return conclude (d);
}

static ChaseAnswer *
commutes_cyclic (Diagram *d)
{
  g_autoptr (ChaseCycle) cycle = chase_cycle_new (d->shape, d->strictly, d->clock);

  for (guint i = 0; cycle != NULL && i < chase_cycle_n_pairs (cycle); i++)
    {
      ChasePair pair = chase_cycle_pair (cycle, i);
      ChaseAnswer *answer = take_one (d, &pair, i, chase_cycle_n_pairs (cycle));

      if (answer != NULL)
        return answer;
    }
  return cycle != NULL ? conclude (d) : undecided (d);
}

/* In a diagram that is its category, the first gap of the walk is a failure with a model at hand.
 */
static ChaseAnswer *
answer_gap (Diagram *d, ChaseWalk *walk)
{
  ChasePair pair = chase_walk_gap (walk);
  ChaseEvidence *model = chase_walk_model (walk, d->index);

  return model != NULL ? answer_failure (d, &pair, model) : NULL;
}

static ChaseAnswer *
commutes_acyclic (Diagram *d, ChaseWalk *walk, gboolean whole)
{
  ChaseWalkState state = chase_walk_run (walk, whole);

  if (state == CHASE_WALK_GAP)
    {
      ChaseAnswer *answer = answer_gap (d, walk);

      if (answer != NULL)
        return answer;
      return undecided (d);
    }
  return state == CHASE_WALK_OPEN ? undecided (d) : commutes_by_pairs (d, walk);
}

ChaseAnswer *
chase_engine_commutes (const ChaseEngine *engine, ChaseShape *shape, gboolean strictly,
                       const ChaseBudget *budget, GCancellable *cancellable)
{
  g_autoptr (ChaseEvidence) laws = chase_laws_new (shape);
  g_autoptr (GArray) scratch = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_auto (ChaseLift) lift = { 0 };
  g_autoptr (ChaseWalk) walk = NULL;
  ChaseClock clock;
  Diagram d = { &engine->index, shape, strictly, &clock, laws, 0, scratch };
  ChaseAnswer *answer;

  g_return_val_if_fail (shape->presentation == engine->index.presentation, NULL);
  chase_clock_start (&clock, budget, cancellable);
  chase_lift_init (&lift, &engine->index, shape);
  walk = chase_walk_new (shape, &lift, strictly, &clock);
  if (walk != NULL)
    answer = commutes_acyclic (&d, walk, lift.whole && engine->index.acyclic);
  else
    answer = commutes_cyclic (&d);
  answer->seconds = chase_clock_seconds (&clock);
  return answer;
}
