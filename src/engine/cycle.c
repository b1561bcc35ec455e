/* SPDX-License-Identifier: MIT */
#include "engine/cycle.h"
#include "engine/vector.h"

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

/* The edge that each node is first reached by from @from, breadth first and edges in order. */
static void
find_ways (const ChaseCycle *c, guint32 from, guint32 *via)
{
  g_autofree guint32 *queue = g_new (guint32, (gsize)c->n + 1);
  guint32 tail = 0;

  memset (via, 0xff, c->n * sizeof (guint32));
  queue[tail++] = from;
  for (guint32 head = 0; head < tail; head++)
    for (guint32 i = c->out_first[queue[head]]; i < c->out_first[queue[head] + 1]; i++)
      {
        guint32 edge = c->out[i], next = target (c, edge);

        if (next == from || via[next] != G_MAXUINT32)
          continue;
        via[next] = edge;
        queue[tail++] = next;
      }
}

static guint32
source (const ChaseCycle *c, guint32 edge)
{
  return chase_shape_edge (c->shape, edge)->source;
}

/* The way from @from to @to that find_ways () found. */
static void
append_way (const ChaseCycle *c, guint32 from, guint32 to, const guint32 *via, ChaseVector *way)
{
  gsize start = way->length;

  for (; to != from; to = source (c, via[to]))
    chase_vector_push (way, via[to]);
  for (gsize i = start, k = way->length; i + 1 < k; i++)
    {
      guint32 edge = way->data[i];

      way->data[i] = way->data[--k];
      way->data[k] = edge;
    }
}

/* Pairs the paths @a @b and @d @e, unless they are the same. */
static void
add_words (ChaseCycle *c, ChaseWord a, ChaseWord b, ChaseWord d, ChaseWord e)
{
  ChaseWord parts[4] = { a, b, d, e };
  StoredPair pair = { .first = c->letters->len, .n_left = a.length + b.length };
  const guint32 *letters;

  pair.n_right = d.length + e.length;
  for (guint i = 0; i < 4; i++)
    if (parts[i].length > 0)
      g_array_append_vals (c->letters, parts[i].letters, parts[i].length);
  letters = &g_array_index (c->letters, guint32, pair.first);
  pair.from = source (c, letters[0]);
  pair.to = target (c, letters[pair.n_left - 1]);
  if (pair.n_left == pair.n_right
      && memcmp (letters, letters + pair.n_left, pair.n_left * sizeof (guint32)) == 0)
    g_array_set_size (c->letters, (guint)pair.first);
  else
    g_array_append_val (c->pairs, pair);
  chase_clock_take (c->clock, (gssize)((pair.n_left + pair.n_right + 8) * sizeof (guint32)));
}

/* A strongly connected diagram: a tree of edges from the node 0, each with the shortest way back
 * from its end, and at each node the first circle of the two. */
typedef struct
{
  ChaseCycle *cycle;
  guint32 *via;      /* node -> the tree's edge to it */
  guint32 *depth;    /* node -> its distance from the root in the tree */
  ChaseVector *back; /* node -> the way back to where that edge begins */
  ChaseVector *circle;
} Knot;

static ChaseWord
word_of (const ChaseVector *letters)
{
  return (ChaseWord){ letters->data, (guint32)letters->length };
}

static void
tie_edge (Knot *k, guint32 node, guint32 *scratch)
{
  ChaseCycle *c = k->cycle;
  guint32 edge = k->via[node], from = source (c, edge);
  ChaseWord there = { &k->via[node], 1 }, none = { NULL, 0 }, back;
  gboolean first = k->circle[from].length == 0;

  k->depth[node] = k->depth[from] + 1;
  find_ways (c, node, scratch);
  append_way (c, node, from, scratch, &k->back[node]);
  back = word_of (&k->back[node]);
  chase_vector_append (&k->circle[node], back.letters, back.length);
  chase_vector_push (&k->circle[node], edge);
  if (first)
    {
      chase_vector_push (&k->circle[from], edge);
      chase_vector_append (&k->circle[from], back.letters, back.length);
    }
  else
    {
      add_words (c, there, back, word_of (&k->circle[from]), none);
      add_words (c, word_of (&k->circle[from]), there, there, none);
      add_words (c, back, word_of (&k->circle[from]), back, none);
    }
  add_words (c, there, word_of (&k->circle[node]), there, none);
  add_words (c, word_of (&k->circle[node]), back, back, none);
}

/* The edge is the walk through the tree between its ends, or the circle. */
static void
tie_other (Knot *k, guint32 edge)
{
  ChaseCycle *c = k->cycle;
  guint32 from = source (c, edge), to = target (c, edge), x = from, y = to;
  ChaseVector walk = { NULL }, down = { NULL };
  ChaseWord none = { NULL, 0 };

  while (x != y)
    if (k->depth[x] >= k->depth[y])
      {
        chase_vector_append (&walk, k->back[x].data, k->back[x].length);
        x = source (c, k->via[x]);
      }
    else
      {
        chase_vector_push (&down, k->via[y]);
        y = source (c, k->via[y]);
      }
  chase_vector_append_reversed (&walk, down.data, down.length);
  add_words (c, (ChaseWord){ &edge, 1 }, none,
             from == to ? word_of (&k->circle[from]) : word_of (&walk), none);
  chase_vector_clear (&walk);
  chase_vector_clear (&down);
}

/* In the order of their distance from the root, so that a node's own edge is tied before those that
   it begins. */
static void
tie_tree (Knot *k, guint32 *scratch)
{
  ChaseCycle *c = k->cycle;
  g_autofree guint32 *queue = g_new (guint32, (gsize)c->n + 1);
  guint32 tail = 0;

  queue[tail++] = 0;
  for (guint32 head = 0; head < tail && !chase_clock_look (c->clock); head++)
    for (guint32 i = c->out_first[queue[head]]; i < c->out_first[queue[head] + 1]; i++)
      if (k->via[target (c, c->out[i])] == c->out[i])
        {
          tie_edge (k, target (c, c->out[i]), scratch);
          queue[tail++] = target (c, c->out[i]);
        }
}

/* Every edge e of the tree, with its way back e', and the circles u and v at its ends: e e' = u,
   e' e = v, u e = e = e v, v e' = e' = e' u. So a walk through the tree is equal to the shortest
   one between its ends, as in a groupoid, and so is every path, once every other edge is. */
static gboolean
find_knot (ChaseCycle *c)
{
  Knot k = { c };
  g_autofree guint32 *scratch = g_new (guint32, (gsize)c->n + 1);

  k.via = g_new (guint32, (gsize)c->n + 1);
  k.depth = g_new0 (guint32, (gsize)c->n + 1);
  k.back = g_new0 (ChaseVector, (gsize)c->n + 1);
  k.circle = g_new0 (ChaseVector, (gsize)c->n + 1);
  find_ways (c, 0, k.via);
  tie_tree (&k, scratch);
  for (guint32 e = 0; e < c->m && !chase_clock_look (c->clock); e++)
    if (k.via[target (c, e)] != e)
      tie_other (&k, e);
  for (guint32 i = 0; i < c->n; i++)
    {
      chase_vector_clear (&k.back[i]);
      chase_vector_clear (&k.circle[i]);
    }
  g_free (k.via);
  g_free (k.depth);
  g_free (k.back);
  g_free (k.circle);
  return !chase_clock_look (c->clock);
}

/* Can every node be reached from every other one, and are there so many edges that what a tree of
   them needs is less than what all nodes do? */
static gboolean
is_knot (ChaseCycle *c)
{
  guint64 n = c->n, m = c->m;
  g_autofree guint8 *back = g_new0 (guint8, n + 1);
  gboolean grew = TRUE;

  if (n < 2 || m < n || n * (m - n + 1) <= 6 * n + m)
    return FALSE;
  find_reached (c, 0);
  back[0] = 1;
  while (grew)
    {
      grew = FALSE;
      for (guint32 e = c->m; e-- > 0;)
        if (back[target (c, e)] && !back[source (c, e)])
          grew = back[source (c, e)] = 1;
    }
  for (guint32 i = 0; i < c->n; i++)
    if (!back[i] || (i > 0 && !c->reached[i]))
      return FALSE;
  return TRUE;
}

ChaseCycle *
chase_cycle_new (const ChaseShape *shape, gboolean strictly, ChaseClock *clock)
{
  g_autoptr (ChaseCycle) c = g_new0 (ChaseCycle, 1);
  g_autofree guint32 *sources = NULL;

  c->shape = shape;
  c->strictly = strictly;
  c->clock = clock;
  c->n = chase_shape_n_nodes (shape);
  c->m = chase_shape_n_edges (shape);
  sources = g_new (guint32, (gsize)c->m + 1);
  for (guint32 i = 0; i < c->m; i++)
    sources[i] = source (c, i);
  c->out_first = chase_bucket (c->n, c->m, sources, &c->out);
  c->reached = g_new0 (guint8, (gsize)c->n + 1);
  c->longer = g_new0 (guint8, (gsize)c->n + 1);
  c->standing = g_new0 (guint32, (gsize)c->n + 1);
  c->branches = g_array_new (FALSE, FALSE, sizeof (Branch));
  c->pairs = g_array_new (FALSE, FALSE, sizeof (StoredPair));
  c->letters = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (is_knot (c))
    return find_knot (c) ? g_steal_pointer (&c) : NULL;
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
