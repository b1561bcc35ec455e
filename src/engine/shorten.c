/* SPDX-License-Identifier: MIT */
#include "engine/shorten.h"

#include "engine/search.h"

#include <string.h>

enum
{
  JUMP_EFFORT = 20000, /* letters looked at for steps between paths of the proof */
  WINDOW = 8,          /* steps in a row that are searched anew */
  WINDOW_PATHS = 200,  /* paths looked at for each */
  MAX_WINDOWS = 10,
  MAX_SEARCHED = 100, /* steps of a proof that is searched in this way */
  MAX_PASSES = 4,
  MAX_DEPTH = 50, /* of proofs within proofs */
};

/* How a path of the proof is reached from an earlier one. */
typedef struct
{
  guint32 from;     /* or G_MAXUINT32 */
  guint32 relation; /* G_MAXUINT32: by the proof's own step */
  guint32 at;
  gboolean reverse;
} Way;

typedef struct
{
  const ChaseIndex *index;
  guint32 source;
  ChaseClock *clock;
  const ChaseProof *proof;
  guint32 *table; /* hash -> number of a path + 1 */
  guint32 mask;
  Way *ways; /* of each path, the start's first */
  GArray *queue;
  GArray *scratch;
  gsize effort;
} Jumper;

static ChaseWord
path_of (const ChaseProof *proof, guint32 i)
{
  return i == 0 ? proof->start : proof->steps[i - 1].path;
}

/* The slot of @word in the table, its own or a free one. */
static guint32
slot_of (const Jumper *j, ChaseWord word)
{
  guint32 slot = chase_word_hash (0, word) & j->mask;

  while (j->table[slot] != 0 && !chase_word_equal (path_of (j->proof, j->table[slot] - 1), word))
    slot = (slot + 1) & j->mask;
  return slot;
}

static void
reach (Jumper *j, guint32 path, guint32 from, guint32 relation, guint32 at, gboolean reverse)
{
  if (path == 0 || j->ways[path].from != G_MAXUINT32)
    return;
  j->ways[path] = (Way){ from, relation, at, reverse };
  g_array_append_val (j->queue, path);
}

static void
try_side (Jumper *j, guint32 from, ChaseWord path, guint32 at, guint32 number)
{
  const ChaseRelation *r = &j->index->relations[number / 2];
  ChaseWord side = r->side[number & 1], other = r->side[1 - (number & 1)];
  guint32 slot;

  if (side.length > path.length - at
      || (side.length > 0
          && memcmp (path.letters + at, side.letters, side.length * sizeof (guint32)) != 0))
    return;
  g_array_set_size (j->scratch, 0);
  if (at > 0)
    g_array_append_vals (j->scratch, path.letters, at);
  if (other.length > 0)
    g_array_append_vals (j->scratch, other.letters, other.length);
  if (path.length > at + side.length)
    g_array_append_vals (j->scratch, path.letters + at + side.length,
                         path.length - at - side.length);
  j->effort += j->scratch->len + 1;
  slot = slot_of (j, (ChaseWord){ (guint32 *)(gpointer)j->scratch->data, j->scratch->len });
  if (j->table[slot] != 0)
    reach (j, j->table[slot] - 1, from, number / 2, at, number & 1);
}

static void
try_sides (Jumper *j, guint32 from, ChaseWord path, guint32 at, guint32 key)
{
  for (guint32 i = j->index->begin_first[key]; i < j->index->begin_first[key + 1]; i++)
    try_side (j, from, path, at, j->index->begin[i]);
}

/* All paths of the proof that are one step from path @from, and the next one in any case. */
static void
look_around (Jumper *j, guint32 from)
{
  ChaseWord path = path_of (j->proof, from);
  guint32 object = j->source;

  for (guint32 at = 0; at <= path.length && j->effort < JUMP_EFFORT; at++)
    {
      try_sides (j, from, path, at, j->index->n_arrows + object);
      if (at == path.length)
        break;
      try_sides (j, from, path, at, path.letters[at]);
      object = j->index->target[path.letters[at]];
    }
  if (from < j->proof->n_steps)
    reach (j, from + 1, from, G_MAXUINT32, 0, FALSE);
}

static ChaseStep
step_by (const Jumper *j, const Way *way, ChaseEvidence **owner)
{
  *owner = NULL;
  if (way->relation == G_MAXUINT32)
    return j->proof->steps[way->from];
  return chase_relation_step (&j->index->relations[way->relation], way->at, way->reverse, owner);
}

static ChaseEvidence *
along_ways (const Jumper *j)
{
  ChaseEvidence *shorter = chase_proof_new (j->proof->start);
  g_autoptr (GArray) chain = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = j->proof->n_steps; i != 0; i = j->ways[i].from)
    g_array_append_val (chain, i);
  for (guint k = chain->len; k-- > 0;)
    {
      guint32 i = g_array_index (chain, guint32, k);
      g_autoptr (ChaseEvidence) owner = NULL;
      ChaseStep step = step_by (j, &j->ways[i], &owner);

      step.path = path_of (j->proof, i);
      chase_proof_add_step (shorter, &step);
    }
  return shorter;
}

static void
jumper_init (Jumper *j)
{
  guint32 n = j->proof->n_steps + 1;

  j->mask = (2u << g_bit_storage (n)) - 1;
  j->table = g_new0 (guint32, (gsize)j->mask + 1);
  j->ways = g_new (Way, n);
  j->queue = g_array_new (FALSE, FALSE, sizeof (guint32));
  j->scratch = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 i = 0; i < n; i++)
    {
      j->table[slot_of (j, path_of (j->proof, i))] = i + 1;
      j->ways[i].from = G_MAXUINT32;
    }
}

/* The fewest steps from the start to the end among the paths of the proof. */
static ChaseEvidence *
jump (const ChaseEvidence *proof, const ChaseIndex *index, guint32 source, ChaseClock *clock)
{
  Jumper j = { .index = index, .source = source, .clock = clock, .proof = &proof->proof };
  guint32 start = 0, end = proof->proof.n_steps;
  ChaseEvidence *shorter = NULL;

  jumper_init (&j);
  g_array_append_val (j.queue, start);
  for (guint k = 0; k < j.queue->len && j.ways[end].from == G_MAXUINT32; k++)
    {
      if (chase_clock_tick (clock))
        break;
      look_around (&j, g_array_index (j.queue, guint32, k));
    }
  if (j.ways[end].from != G_MAXUINT32)
    shorter = along_ways (&j);
  g_free (j.table);
  g_free (j.ways);
  g_array_unref (j.queue);
  g_array_unref (j.scratch);
  return shorter;
}

/* What all the paths @first .. @last have in common at both ends: the letters that no step touches.
 */
static void
find_common (const ChaseProof *proof, guint32 first, guint32 last, guint32 *head, guint32 *tail)
{
  ChaseWord a = path_of (proof, first);

  *head = *tail = a.length;
  for (guint32 i = first + 1; i <= last; i++)
    {
      ChaseWord b = path_of (proof, i);
      guint32 n = MIN (a.length, b.length), k = 0;

      while (k < MIN (n, *head) && a.letters[k] == b.letters[k])
        k++;
      *head = k;
      for (k = 0; k < MIN (n - MIN (*head, n), *tail)
                  && a.letters[a.length - 1 - k] == b.letters[b.length - 1 - k];)
        k++;
      *tail = k;
    }
  for (guint32 i = first; i <= last; i++)
    *tail = MIN (*tail, path_of (proof, i).length - *head);
}

static ChaseWord
middle (ChaseWord path, guint32 head, guint32 tail)
{
  return chase_word_part (path, head, path.length - head - tail);
}

/* Adds the steps of @inner, about what is between @head and @tail letters of @path. */
static void
add_inner (ChaseEvidence *proof, const ChaseEvidence *inner, ChaseWord path, guint32 head,
           guint32 tail)
{
  g_autoptr (GArray) whole = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < inner->proof.n_steps; i++)
    {
      ChaseStep step = inner->proof.steps[i];

      g_array_set_size (whole, 0);
      if (head > 0)
        g_array_append_vals (whole, path.letters, head);
      if (step.path.length > 0)
        g_array_append_vals (whole, step.path.letters, step.path.length);
      if (tail > 0)
        g_array_append_vals (whole, path.letters + path.length - tail, tail);
      step.at += head;
      step.path = (ChaseWord){ (guint32 *)(gpointer)whole->data, whole->len };
      chase_proof_add_step (proof, &step);
    }
}

/* A proof of fewer steps than there are from path @first to path @last, of their middle parts. */
static ChaseEvidence *
search_window (const ChaseProof *proof, const ChaseIndex *index, guint32 source, guint32 first,
               guint32 last, guint32 head, guint32 tail, ChaseClock *clock)
{
  ChaseWord one = path_of (proof, first), other = path_of (proof, last);
  guint32 start = head == 0 ? source : index->target[one.letters[head - 1]];
  ChaseEvidence *found = NULL;

  if (chase_search (index, start, middle (one, head, tail), middle (other, head, tail),
                    WINDOW_PATHS, clock, &found)
          == CHASE_SEARCH_EQUAL
      && found != NULL && found->proof.n_steps < last - first)
    return found;
  chase_evidence_unref (found);
  return NULL;
}

/* Searches a few steps in a row anew, then the next few, half of them again. */
static ChaseEvidence *
search_windows (const ChaseEvidence *evidence, const ChaseIndex *index, guint32 source,
                guint *windows, ChaseClock *clock)
{
  const ChaseProof *proof = &evidence->proof;
  ChaseEvidence *shorter = chase_proof_new (proof->start);
  guint32 first = 0;

  while (first < proof->n_steps)
    {
      guint32 last = MIN (first + WINDOW, proof->n_steps), next = first + WINDOW / 2, head, tail;
      g_autoptr (ChaseEvidence) found = NULL;

      find_common (proof, first, last, &head, &tail);
      if (last - first > 1 && *windows < MAX_WINDOWS && !chase_clock_look (clock))
        {
          ++*windows;
          found = search_window (proof, index, source, first, last, head, tail, clock);
        }
      if (found != NULL)
        {
          add_inner (shorter, found, path_of (proof, first), head, tail);
          first = last;
          continue;
        }
      next = last == proof->n_steps ? last : next;
      for (; first < next; first++)
        chase_proof_add_step (shorter, &proof->steps[first]);
    }
  return shorter;
}

static ChaseEvidence *
shorten (ChaseEvidence *proof, const ChaseIndex *index, guint32 source, ChaseClock *clock,
         guint depth);

/* The same proof with those within it shortened. */
static ChaseEvidence *
shorten_inner (ChaseEvidence *evidence, const ChaseIndex *index, ChaseClock *clock, guint depth)
{
  const ChaseProof *proof = &evidence->proof;
  gboolean any = FALSE;
  ChaseEvidence *result;

  for (guint32 i = 0; i < proof->n_steps; i++)
    any = any || proof->steps[i].of != NULL;
  if (!any || depth == MAX_DEPTH)
    return evidence;
  result = chase_proof_new (proof->start);
  for (guint32 i = 0; i < proof->n_steps; i++)
    {
      ChaseStep step = proof->steps[i];
      g_autoptr (ChaseEvidence) of = NULL;

      if (step.of != NULL && step.of->proof.start.length > 0)
        of = step.of = shorten (chase_evidence_ref (step.of), index,
                                index->source[step.of->proof.start.letters[0]], clock, depth + 1);
      chase_proof_add_step (result, &step);
    }
  chase_evidence_unref (evidence);
  return result;
}

static guint
hash_path (gconstpointer path)
{
  return chase_word_hash (0, *(const ChaseWord *)path);
}

static gboolean
equal_paths (gconstpointer a, gconstpointer b)
{
  return chase_word_equal (*(const ChaseWord *)a, *(const ChaseWord *)b);
}

/* The steps of @proof that are left when it no longer comes back to a path where it was before. */
static GArray *
steps_without_rounds (const ChaseProof *proof)
{
  g_autoptr (GHashTable) steps_to = g_hash_table_new (hash_path, equal_paths);
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_hash_table_insert (steps_to, (gpointer)&proof->start, GUINT_TO_POINTER (0));
  for (guint32 i = 0; i < proof->n_steps; i++)
    {
      gpointer path = (gpointer)&proof->steps[i].path, found;

      if (!g_hash_table_lookup_extended (steps_to, path, NULL, &found))
        {
          g_array_append_val (kept, i);
          g_hash_table_insert (steps_to, path, GUINT_TO_POINTER (kept->len));
          continue;
        }
      for (guint k = GPOINTER_TO_UINT (found); k < kept->len; k++)
        g_hash_table_remove (steps_to, &proof->steps[g_array_index (kept, guint32, k)].path);
      g_array_set_size (kept, GPOINTER_TO_UINT (found));
    }
  return kept;
}

/* What was found for one window may pass through a path of another. NULL where nothing did. */
static ChaseEvidence *
without_rounds (const ChaseEvidence *evidence)
{
  const ChaseProof *proof = &evidence->proof;
  g_autoptr (GArray) kept = steps_without_rounds (proof);
  ChaseEvidence *shorter;

  if (kept->len == proof->n_steps)
    return NULL;
  shorter = chase_proof_new (proof->start);
  for (guint k = 0; k < kept->len; k++)
    chase_proof_add_step (shorter, &proof->steps[g_array_index (kept, guint32, k)]);
  return shorter;
}

static ChaseEvidence *
replace (ChaseEvidence *proof, ChaseEvidence *shorter)
{
  if (shorter == NULL)
    return proof;
  chase_evidence_unref (proof);
  return shorter;
}

static ChaseEvidence *
shorten (ChaseEvidence *proof, const ChaseIndex *index, guint32 source, ChaseClock *clock,
         guint depth)
{
  guint windows = proof->proof.n_steps > MAX_SEARCHED ? MAX_WINDOWS : 0;
  guint32 before;

  proof = shorten_inner (proof, index, clock, depth);
  for (guint pass = 0; pass < MAX_PASSES && proof->proof.n_steps > 1; pass++)
    {
      before = proof->proof.n_steps;
      proof = replace (proof, jump (proof, index, source, clock));
      if (proof->proof.n_steps > 1)
        {
          proof = replace (proof, search_windows (proof, index, source, &windows, clock));
          proof = replace (proof, without_rounds (proof));
        }
      if (proof->proof.n_steps == before || chase_clock_look (clock))
        break;
    }
  return proof;
}

ChaseEvidence *
chase_proof_shorten (ChaseEvidence *proof, const ChaseIndex *index, guint32 source,
                     ChaseClock *clock)
{
  return shorten (proof, index, source, clock, 0);
}
