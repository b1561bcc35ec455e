/* SPDX-License-Identifier: MIT */
#include "engine/cycle.h"

#include <string.h>

/* A path as a tree: one edge after its parent, or after nothing. */
typedef struct
{
  guint32 parent; /* or G_MAXUINT32 */
  guint32 edge;
  guint32 length;
} Branch;

typedef struct
{
  guint32 from, to;
  gsize first;
  guint32 n_left, n_right;
} StoredPair;

struct _ChaseCycle
{
  const ChaseShape *shape;
  gboolean strictly;
  ChaseClock *clock;
  guint32 n, m;
  guint32 *out_first, *out;
  guint8 *reached;   /* node: by some path of length one or more */
  guint8 *longer;    /* node: by some path of length two or more */
  guint32 *standing; /* node -> branch */
  GArray *branches;
  GArray *pairs, *letters;
};

static guint32
target (const ChaseCycle *c, guint32 edge)
{
  return chase_shape_edge (c->shape, edge)->target;
}

static void
find_reached (ChaseCycle *c, guint32 from)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint32));

  memset (c->reached, 0, c->n);
  memset (c->longer, 0, c->n);
  g_array_append_val (stack, from);
  for (gboolean start = TRUE; stack->len > 0; start = FALSE)
    {
      guint32 node = g_array_index (stack, guint32, stack->len - 1);

      g_array_set_size (stack, stack->len - 1);
      for (guint32 i = c->out_first[node]; i < c->out_first[node + 1]; i++)
        {
          guint32 next = target (c, c->out[i]);

          c->longer[next] |= !start;
          if (!c->reached[next])
            g_array_append_val (stack, next);
          c->reached[next] = 1;
        }
    }
}

static void
append_path (ChaseCycle *c, guint32 parent, guint32 edge)
{
  guint32 length
      = parent == G_MAXUINT32 ? 1 : g_array_index (c->branches, Branch, parent).length + 1;
  gsize first = c->letters->len;

  g_array_set_size (c->letters, first + length);
  for (;;)
    {
      g_array_index (c->letters, guint32, first + --length) = edge;
      if (parent == G_MAXUINT32)
        return;
      edge = g_array_index (c->branches, Branch, parent).edge;
      parent = g_array_index (c->branches, Branch, parent).parent;
    }
}

static void
add_pair (ChaseCycle *c, guint32 from, guint32 parent, guint32 edge)
{
  guint32 to = target (c, edge);
  Branch standing = g_array_index (c->branches, Branch, c->standing[to]);
  StoredPair pair = { from, to, c->letters->len, 0, standing.length };

  append_path (c, parent, edge);
  pair.n_left = (guint32)(c->letters->len - pair.first);
  append_path (c, standing.parent, standing.edge);
  g_array_append_val (c->pairs, pair);
  chase_clock_take (c->clock, (gssize)((pair.n_left + pair.n_right + 8) * sizeof (guint32)));
}

/* The path that is @edge after @parent stands, or is paired with the one that does. */
static void
offer (ChaseCycle *c, guint32 from, guint32 parent, guint32 edge)
{
  guint32 to = target (c, edge);
  gboolean single = parent == G_MAXUINT32;
  Branch branch = { parent, edge, 1 };

  if (c->standing[to] != G_MAXUINT32 && !(single && !c->strictly && !c->longer[to]))
    {
      add_pair (c, from, parent, edge);
      return;
    }
  if (!single)
    branch.length += g_array_index (c->branches, Branch, parent).length;
  if (c->standing[to] == G_MAXUINT32)
    c->standing[to] = c->branches->len;
  g_array_append_val (c->branches, branch);
}

static gboolean
find_pairs_from (ChaseCycle *c, guint32 from)
{
  find_reached (c, from);
  memset (c->standing, 0xff, c->n * sizeof (guint32));
  g_array_set_size (c->branches, 0);
  for (guint32 i = c->out_first[from]; i < c->out_first[from + 1]; i++)
    offer (c, from, G_MAXUINT32, c->out[i]);
  for (guint b = 0; b < c->branches->len && !chase_clock_tick (c->clock); b++)
    {
      guint32 node = target (c, g_array_index (c->branches, Branch, b).edge);

      for (guint32 i = c->out_first[node]; i < c->out_first[node + 1]; i++)
        offer (c, from, b, c->out[i]);
    }
  return !chase_clock_look (c->clock);
}

ChaseCycle *
chase_cycle_new (const ChaseShape *shape, gboolean strictly, ChaseClock *clock)
{
  g_autoptr (ChaseCycle) c = g_new0 (ChaseCycle, 1);
  g_autofree guint32 *source = NULL;

  c->shape = shape;
  c->strictly = strictly;
  c->clock = clock;
  c->n = chase_shape_n_nodes (shape);
  c->m = chase_shape_n_edges (shape);
  source = g_new (guint32, (gsize)c->m + 1);
  for (guint32 i = 0; i < c->m; i++)
    source[i] = chase_shape_edge (shape, i)->source;
  c->out_first = chase_bucket (c->n, c->m, source, &c->out);
  c->reached = g_new0 (guint8, (gsize)c->n + 1);
  c->longer = g_new0 (guint8, (gsize)c->n + 1);
  c->standing = g_new0 (guint32, (gsize)c->n + 1);
  c->branches = g_array_new (FALSE, FALSE, sizeof (Branch));
  c->pairs = g_array_new (FALSE, FALSE, sizeof (StoredPair));
  c->letters = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 from = 0; from < c->n; from++)
    if (!find_pairs_from (c, from))
      return NULL;
  return g_steal_pointer (&c);
}

void
chase_cycle_free (ChaseCycle *c)
{
  if (c == NULL)
    return;
  g_free (c->out_first);
  g_free (c->out);
  g_free (c->reached);
  g_free (c->longer);
  g_free (c->standing);
  g_array_unref (c->branches);
  g_array_unref (c->pairs);
  g_array_unref (c->letters);
  g_free (c);
}

guint
chase_cycle_n_pairs (const ChaseCycle *c)
{
  return c->pairs->len;
}

ChasePair
chase_cycle_pair (const ChaseCycle *c, guint i)
{
  const StoredPair *p = &g_array_index (c->pairs, StoredPair, i);
  const guint32 *letters = (const guint32 *)(gconstpointer)c->letters->data + p->first;

  return (ChasePair){
    p->from, p->to, G_MAXUINT32, { letters, p->n_left }, { letters + p->n_left, p->n_right }
  };
}
