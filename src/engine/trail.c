/* SPDX-License-Identifier: MIT */
#include "engine/trail.h"

#include <string.h>

static void
stride_clear (gpointer data)
{
  chase_evidence_unref (((ChaseStride *)data)->of);
}

ChaseTrail *
chase_trail_new (void)
{
  ChaseTrail *trail = g_array_new (FALSE, TRUE, sizeof (ChaseStride));

  g_array_set_clear_func (trail, stride_clear);
  return trail;
}

void
chase_trail_free (ChaseTrail *trail)
{
  g_array_unref (trail);
}

void
chase_trail_add (ChaseTrail *trail, guint32 relation, guint32 at, gboolean reverse)
{
  ChaseStride stride = { .relation = relation, .at = at, .reverse = reverse };

  g_array_append_val (trail, stride);
}

static ChaseWord
word_of (const GArray *letters)
{
  return (ChaseWord){ (const guint32 *)(gconstpointer)letters->data, letters->len };
}

static ChaseWord
stripped (ChaseWord word, ChaseSide side)
{
  return (ChaseWord){ word.letters + (side == CHASE_SIDE_LEFT), word.length - 1 };
}

void
chase_stride_sides (const ChaseStride *stride, const ChaseIndex *index, ChaseWord *from,
                    ChaseWord *to)
{
  if (stride->of != NULL)
    {
      *from = stripped (stride->of->proof.start, stride->side);
      *to = stripped (chase_proof_end (stride->of), stride->side);
    }
  else
    {
      *from = index->relations[stride->relation].side[stride->reverse ? 1 : 0];
      *to = index->relations[stride->relation].side[stride->reverse ? 0 : 1];
    }
}

/* Replaces in @path what the stride replaces; FALSE when it does not stand there. */
static gboolean
stride_along (const ChaseStride *stride, const ChaseIndex *index, GArray *path)
{
  ChaseWord from, to;

  chase_stride_sides (stride, index, &from, &to);
  if (stride->at > path->len || from.length > path->len - stride->at)
    return FALSE;
  if (from.length > 0
      && memcmp ((guint32 *)(gpointer)path->data + stride->at, from.letters,
                 from.length * sizeof (guint32))
             != 0)
    return FALSE;
  if (from.length > to.length)
    g_array_remove_range (path, stride->at, from.length - to.length);
  else if (to.length > from.length)
    g_array_insert_vals (path, stride->at, to.letters, to.length - from.length);
  if (to.length > 0)
    memcpy ((guint32 *)(gpointer)path->data + stride->at, to.letters, to.length * sizeof (guint32));
  return TRUE;
}

static guint64
path_hash (const GArray *path)
{
  guint64 hash = 0xcbf29ce484222325u;

  for (guint i = 0; i < path->len; i++)
    {
      hash = (hash ^ g_array_index (path, guint32, i)) * 0x9e3779b97f4a7c15u;
      hash ^= hash >> 29;
    }
  return hash;
}

/* Numbers of the strides that are left when every round is cut out. Paths are told apart by their
   hashes alone: should two ever clash, the second walk finds a step that does not fit. */
static GArray *
without_rounds (const ChaseTrail *trail, const ChaseIndex *index, ChaseWord start,
                ChaseClock *clock)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) hashes = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint64 hash;

  g_array_append_vals (path, start.letters, start.length);
  hash = path_hash (path);
  g_array_append_val (hashes, hash);
  g_hash_table_insert (seen, (gpointer)hash, GUINT_TO_POINTER (1));
  for (guint32 i = 0; i < trail->len; i++)
    {
      guint count;

      if (chase_clock_tick (clock)
          || !stride_along (&g_array_index (trail, ChaseStride, i), index, path))
        return NULL;
      hash = path_hash (path);
      count = GPOINTER_TO_UINT (g_hash_table_lookup (seen, (gpointer)hash));
      if (count == 0)
        {
          g_array_append_val (kept, i);
          g_array_append_val (hashes, hash);
          g_hash_table_insert (seen, (gpointer)hash, GUINT_TO_POINTER (hashes->len));
          continue;
        }
      for (guint k = count; k < hashes->len; k++)
        g_hash_table_remove (seen, (gpointer)g_array_index (hashes, guint64, k));
      g_array_set_size (hashes, count);
      g_array_set_size (kept, count - 1);
    }
  return g_steal_pointer (&kept);
}

ChaseStep
chase_relation_step (const ChaseRelation *relation, guint32 at, gboolean reverse,
                     ChaseEvidence **owner)
{
  static const ChaseStepKind kinds[]
      = { CHASE_STEP_EQUATION, CHASE_STEP_INVERSE, CHASE_STEP_IDEMPOTENT, CHASE_STEP_CANCEL };
  ChaseStep step = {
    .kind = kinds[relation->origin], .number = relation->number, .at = at, .reverse = reverse
  };

  *owner = NULL;
  if (step.kind != CHASE_STEP_CANCEL)
    return step;
  *owner = reverse ? chase_proof_reversed (relation->of) : chase_evidence_ref (relation->of);
  step.of = *owner;
  step.side = relation->end;
  step.reverse = FALSE;
  return step;
}

static ChaseStep
step_of (const ChaseStride *stride, const ChaseIndex *index, ChaseEvidence **owner)
{
  ChaseStep step = { .at = stride->at, .reverse = stride->reverse };

  *owner = NULL;

  if (stride->of != NULL)
    {
      step.kind = CHASE_STEP_CANCEL;
      step.number = stride->relation;
      step.side = stride->side;
      step.of = stride->of;
      step.reverse = FALSE;
      return step;
    }
  return chase_relation_step (&index->relations[stride->relation], stride->at, stride->reverse,
                              owner);
}

ChaseEvidence *
chase_trail_to_proof (const ChaseTrail *trail, const ChaseIndex *index, ChaseWord start,
                      ChaseWord end, ChaseClock *clock)
{
  g_autoptr (GArray) kept = without_rounds (trail, index, start, clock);
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (ChaseEvidence) proof = NULL;

  if (kept == NULL)
    return NULL;
  proof = chase_proof_new (start);
  g_array_append_vals (path, start.letters, start.length);
  for (guint i = 0; i < kept->len; i++)
    {
      const ChaseStride *stride
          = &g_array_index (trail, ChaseStride, g_array_index (kept, guint32, i));
      g_autoptr (ChaseEvidence) owner = NULL;
      ChaseStep step = step_of (stride, index, &owner);

      if (chase_clock_tick (clock) || !stride_along (stride, index, path)
          || !chase_clock_take (clock, (gssize)(path->len * sizeof (guint32) + sizeof step)))
        return NULL;
      step.path = word_of (path);
      chase_proof_add_step (proof, &step);
    }
  return chase_word_equal (word_of (path), end) ? g_steal_pointer (&proof) : NULL;
}

ChaseEvidence *
chase_proof_reversed (const ChaseEvidence *evidence)
{
  const ChaseProof *proof = &evidence->proof;
  ChaseEvidence *reversed = chase_proof_new (chase_proof_end (evidence));

  for (guint32 i = proof->n_steps; i-- > 0;)
    {
      ChaseStep step = proof->steps[i];
      g_autoptr (ChaseEvidence) of = step.of != NULL ? chase_proof_reversed (step.of) : NULL;

      step.of = of;
      step.reverse = step.kind != CHASE_STEP_CANCEL && !step.reverse;
      step.path = i > 0 ? proof->steps[i - 1].path : proof->start;
      chase_proof_add_step (reversed, &step);
    }
  return reversed;
}
