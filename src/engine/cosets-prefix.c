/* SPDX-License-Identifier: MIT */
#include "engine/cosets-private.h"

typedef struct
{
  const ChaseIndex *index;
  guint32 *sides; /* 2 * relation + side, those with one source together, then by their letters */
  guint32 n;
} Sides;

static ChaseWord
word_of (const ChaseIndex *index, guint32 side)
{
  return index->relations[side / 2].side[side & 1];
}

static gint
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const ChaseIndex *index = data;
  guint32 one = *(const guint32 *)a, other = *(const guint32 *)b;
  ChaseWord x = word_of (index, one), y = word_of (index, other);

  for (guint32 i = 0; i < MIN (x.length, y.length); i++)
    if (x.letters[i] != y.letters[i])
      return x.letters[i] < y.letters[i] ? -1 : 1;
  if (x.length != y.length)
    return x.length < y.length ? -1 : 1;
  return one < other ? -1 : 1;
}

static guint32
common (const Sides *sides, guint32 i)
{
  ChaseWord x, y;
  guint32 n = 0;

  if (i == 0 || i == sides->n)
    return 0;
  x = word_of (sides->index, sides->sides[i - 1]);
  y = word_of (sides->index, sides->sides[i]);
  while (n < MIN (x.length, y.length) && x.letters[n] == y.letters[n])
    n++;
  return n;
}

static void
add_prefix (ChaseCosets *c, guint32 parent, guint32 letter)
{
  if (c->n_prefixes % 64 == 0)
    c->prefixes = g_renew (ChasePrefix, c->prefixes, c->n_prefixes + 64);
  c->prefixes[c->n_prefixes++]
      = (ChasePrefix){ .parent = parent,
                       .letter = letter,
                       .depth = parent == CHASE_NO_ROW ? 1 : c->prefixes[parent].depth + 1 };
}

/* Beginnings of at least two letters, and what they begin with themselves. */
void
chase_cosets_share_prefixes (ChaseCosets *c)
{
  const ChaseIndex *index = c->index;
  guint32 n = 2 * index->to_trace_first[index->n_objects];
  g_autofree guint32 *sorted = g_new (guint32, (gsize)n + 1);
  Sides sides = { index, sorted, n };
  ChaseVector nodes = { NULL };

  for (guint32 i = 0; i < n; i++)
    sorted[i] = 2 * index->to_trace[i / 2] + (i & 1);
  if (n > 0)
    g_qsort_with_data (sorted, (gint)n, sizeof (guint32), compare, (gpointer)index);
  c->prefix_of = g_new (guint32, 2 * (gsize)index->n_relations + 1);
  memset (c->prefix_of, 0xff, 2 * (gsize)index->n_relations * sizeof (guint32));
  for (guint32 i = 0; i < n; i++)
    {
      ChaseWord word = word_of (index, sorted[i]);
      guint32 before = common (&sides, i), shared = MAX (before, common (&sides, i + 1));

      nodes.length = MIN (nodes.length, before);
      while (nodes.length < shared)
        {
          guint32 parent = nodes.length > 0 ? nodes.data[nodes.length - 1] : CHASE_NO_ROW;

          add_prefix (c, parent, word.letters[nodes.length]);
          chase_vector_push (&nodes, c->n_prefixes - 1);
        }
      if (shared > 1)
        c->prefix_of[sorted[i]] = nodes.data[shared - 1];
    }
  chase_vector_clear (&nodes);
}

guint32
chase_cosets_find_prefix (ChaseCosets *c, guint32 node, guint32 row)
{
  ChasePrefix *prefix = &c->prefixes[node];
  guint32 next;

  if (prefix->epoch == c->epoch)
    return prefix->row;
  if (prefix->parent != CHASE_NO_ROW)
    row = chase_cosets_find_prefix (c, prefix->parent, row);
  if (row == CHASE_NO_ROW)
    return row;
  next = c->cell[chase_cosets_cell (c, row, prefix->letter)];
  c->work++;
  if (next == CHASE_NO_ROW)
    return next;
  prefix->row = chase_cosets_find (c, next);
  prefix->epoch = c->epoch;
  return prefix->row;
}
