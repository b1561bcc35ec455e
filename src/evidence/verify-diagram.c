/* SPDX-License-Identifier: MIT */
#include "evidence/refuse.h"

#include <string.h>

/* Do laws make a diagram commute? Nodes are numbered in topological order. For a source s, where
 * all that starts later commutes, paths s -> v that begin with the same edge are equal, and a law
 * from s to m makes its two first edges equal ("linked") at m and wherever m leads. So the paths
 * s -> v are all equal when the out-edges of s that lead to v are connected by the laws from s to
 * nodes that lead to v.
 *
 * That is found for WIDTH ends v at once: of each node a row of bits says which of them it leads
 * to, and of each out-edge of s where it is connected to the first one that leads there.
 *
 * Two parallel single edges that need not be equal ("free") make the one exception to the first
 * reason: an out-edge straight to their source stands, at their end, for one thing for each. */
enum
{
  WORDS = 16,
  WIDTH = WORDS * 64,
};

typedef struct
{
  guint64 word[WORDS];
} Row;

typedef struct
{
  const ChaseShape *shape;
  gboolean strictly;
  const ChaseLaws *laws;
  guint32 n, m;
  guint32 *order, *number; /* number -> node, and back */
  guint32 *from, *to;      /* of each edge, as numbers */
  guint32 *same;           /* edge -> the first edge that laws make equal to it */
  guint32 *out_start, *out;
  guint32 *slot; /* edge -> its place among the edges of its source */
  guint32 *law_start, *law;
  guint8 *is_free;  /* edge */
  guint8 *has_free; /* node: some out-edge is free */
  gboolean any_free;
  guint32 base, limit; /* the ends at hand: base .. limit - 1 */
  Row *rows;
  guint8 *leads;  /* node: somewhere among the ends at hand */
  Row *connected; /* slot */
  GArray *things; /* of Thing */
} Judge;

/* What stands for all paths that begin with an out-edge of the source, or, where @edge is free, for
 * the out-edge and @edge. */
typedef struct
{
  guint32 slot;
  guint32 edge;
  guint32 parent;
} Thing;

/* Sorts 0 .. n - 1 into buckets by key; keys beyond the last bucket are left out. */
static guint32 *
sort_by (const guint32 *key, guint32 n, guint32 n_buckets, guint32 **sorted)
{
  guint32 *start = g_new0 (guint32, (gsize)n_buckets + 2);

  *sorted = g_new (guint32, (gsize)n + 1);
  for (guint32 i = 0; i < n; i++)
    if (key[i] < n_buckets)
      start[key[i] + 2]++;
  for (guint32 i = 2; i <= n_buckets; i++)
    start[i] += start[i - 1];
  for (guint32 i = 0; i < n; i++)
    if (key[i] < n_buckets)
      (*sorted)[start[key[i] + 1]++] = i;
  return start;
}

static guint32
root (guint32 *parent, guint32 x)
{
  while (parent[x] != x)
    x = parent[x] = parent[parent[x]];
  return x;
}

static void
identify_edges (Judge *j)
{
  j->same = g_new (guint32, (gsize)j->m + 1);
  for (guint32 i = 0; i < j->m; i++)
    j->same[i] = i;
  for (guint32 i = 0; i < j->laws->n_laws; i++)
    {
      const ChaseLaw *law = &j->laws->laws[i];

      if (law->left_edges.length == 1 && law->right_edges.length == 1)
        {
          guint32 a = root (j->same, law->left_edges.letters[0]);
          guint32 b = root (j->same, law->right_edges.letters[0]);

          j->same[MAX (a, b)] = MIN (a, b);
        }
    }
  for (guint32 i = 0; i < j->m; i++)
    j->same[i] = root (j->same, i);
}

static void
read_edges (Judge *j)
{
  g_autofree guint32 *key = g_new (guint32, (gsize)j->m + 1);

  j->number = g_new (guint32, (gsize)j->n + 1);
  j->from = g_new (guint32, (gsize)j->m + 1);
  j->to = g_new (guint32, (gsize)j->m + 1);
  for (guint32 i = 0; i < j->n; i++)
    j->number[j->order[i]] = i;
  for (guint32 i = 0; i < j->m; i++)
    {
      const ChaseEdge *edge = chase_shape_edge (j->shape, i);

      j->from[i] = j->number[edge->source];
      j->to[i] = j->number[edge->target];
      key[i] = j->same[i] == i ? j->from[i] : G_MAXUINT32;
    }
  j->out_start = sort_by (key, j->m, j->n, &j->out);
  j->slot = g_new0 (guint32, (gsize)j->m + 1);
  for (guint32 s = 0; s < j->n; s++)
    for (guint32 i = j->out_start[s]; i < j->out_start[s + 1]; i++)
      j->slot[j->out[i]] = i - j->out_start[s];
}

static void
read_laws (Judge *j)
{
  guint32 n = j->laws->n_laws;
  g_autofree guint32 *key = g_new (guint32, (gsize)n + 1);

  for (guint32 i = 0; i < n; i++)
    {
      const ChaseLaw *law = &j->laws->laws[i];

      key[i] = law->left_edges.length > 0 && law->right_edges.length > 0 ? j->number[law->from]
                                                                         : G_MAXUINT32;
    }
  j->law_start = sort_by (key, n, j->n, &j->law);
}

static void
judge_init (Judge *j)
{
  guint32 degree = 0;

  j->n = chase_shape_n_nodes (j->shape);
  j->m = chase_shape_n_edges (j->shape);
  identify_edges (j);
  read_edges (j);
  read_laws (j);
  for (guint32 s = 0; s < j->n; s++)
    degree = MAX (degree, j->out_start[s + 1] - j->out_start[s]);
  j->is_free = g_new0 (guint8, (gsize)j->m + 1);
  j->has_free = g_new0 (guint8, (gsize)j->n + 1);
  j->rows = g_new0 (Row, (gsize)j->n + 1);
  j->leads = g_new0 (guint8, (gsize)j->n + 1);
  j->connected = g_new0 (Row, (gsize)degree + 1);
  j->things = g_array_new (FALSE, FALSE, sizeof (Thing));
}

static void
judge_clear (Judge *j)
{
  gpointer owned[] = { j->order,     j->number,   j->from, j->to,        j->same,
                       j->out_start, j->out,      j->slot, j->law_start, j->law,
                       j->is_free,   j->has_free, j->rows, j->leads,     j->connected };

  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    g_free (owned[i]);
  g_array_unref (j->things);
}

static const ChaseLaw *
law_at (const Judge *j, guint32 i)
{
  return &j->laws->laws[j->law[i]];
}

static guint32
slot_of (const Judge *j, ChaseWord path)
{
  return j->slot[j->same[path.letters[0]]];
}

static guint32
n_slots (const Judge *j, guint32 s)
{
  return j->out_start[s + 1] - j->out_start[s];
}

static guint32
slot_end (const Judge *j, guint32 s, guint32 slot)
{
  return j->to[j->out[j->out_start[s] + slot]];
}

static gboolean
leads_to (const Judge *j, guint32 node, guint32 v)
{
  return j->leads[node] && (j->rows[node].word[(v - j->base) / 64] >> (v - j->base) % 64 & 1) != 0;
}

/* Returns how many out-edges of @s lead to ends at hand. */
static guint32
make_row (Judge *j, guint32 s)
{
  Row row = { { 0 } };
  guint32 count = 0;

  for (guint32 i = j->out_start[s]; i < j->out_start[s + 1]; i++)
    {
      guint32 next = j->to[j->out[i]];

      if (!j->leads[next])
        continue;
      count++;
      for (guint k = 0; k < WORDS; k++)
        row.word[k] |= j->rows[next].word[k];
    }
  if (s >= j->base)
    row.word[(s - j->base) / 64] |= (guint64)1 << (s - j->base) % 64;
  j->rows[s] = row;
  j->leads[s] = count > 0 || s >= j->base;
  return count;
}

static gboolean
use_law (Judge *j, const ChaseLaw *law)
{
  guint32 at = j->number[law->to];
  Row *x = &j->connected[slot_of (j, law->left_edges)];
  Row *y = &j->connected[slot_of (j, law->right_edges)];
  guint64 news = 0;

  if (!j->leads[at])
    return FALSE;
  for (guint k = 0; k < WORDS; k++)
    {
      guint64 linked = (x->word[k] | y->word[k]) & j->rows[at].word[k];

      news |= linked & ~(x->word[k] & y->word[k]);
      x->word[k] |= linked;
      y->word[k] |= linked;
    }
  return news != 0;
}

/* The ends at which out-edges of @s are not connected; FALSE when there are none. */
static gboolean
find_doubts (const Judge *j, guint32 s, Row *doubts)
{
  guint64 any = 0;

  memset (doubts, 0, sizeof *doubts);
  for (guint32 slot = 0; slot < n_slots (j, s); slot++)
    if (j->leads[slot_end (j, s, slot)])
      for (guint k = 0; k < WORDS; k++)
        doubts->word[k] |= j->rows[slot_end (j, s, slot)].word[k] & ~j->connected[slot].word[k];
  for (guint k = 0; k < WORDS; k++)
    any |= doubts->word[k];
  return any != 0;
}

/* The same where two out-edges lead to ends at hand, by one look at each law. */
static void
find_doubts_of_two (const Judge *j, guint32 s, Row *doubts)
{
  const Row *one = &j->rows[slot_end (j, s, 0)], *other = &j->rows[slot_end (j, s, 1)];

  for (guint k = 0; k < WORDS; k++)
    doubts->word[k] = one->word[k] & other->word[k];
  for (guint32 i = j->law_start[s]; i < j->law_start[s + 1]; i++)
    {
      const ChaseLaw *law = law_at (j, i);
      guint32 at = j->number[law->to];

      if (j->leads[at] && slot_of (j, law->left_edges) != slot_of (j, law->right_edges))
        for (guint k = 0; k < WORDS; k++)
          doubts->word[k] &= ~j->rows[at].word[k];
    }
}

/* Connects the out-edges of @s by laws, up and down the list until nothing is new or nothing is
 * left in doubt. */
static void
connect (Judge *j, guint32 s, Row *doubts)
{
  Row seen = { { 0 } };
  guint32 first = j->law_start[s], last = j->law_start[s + 1];

  for (guint32 slot = 0; slot < n_slots (j, s); slot++)
    {
      guint32 end = slot_end (j, s, slot);

      for (guint k = 0; k < WORDS; k++)
        {
          guint64 here = j->leads[end] ? j->rows[end].word[k] : 0;

          j->connected[slot].word[k] = here & ~seen.word[k];
          seen.word[k] |= here;
        }
    }
  for (gboolean news = TRUE, up = TRUE; find_doubts (j, s, doubts) && news; up = !up)
    {
      news = FALSE;
      for (guint32 i = first; i < last; i++)
        news |= use_law (j, law_at (j, up ? i : first + last - 1 - i));
    }
}

/* The ends of free edges straight after an out-edge of @s are in doubt as well. */
static void
doubt_free_edges (const Judge *j, guint32 s, Row *doubts)
{
  for (guint32 slot = 0; slot < n_slots (j, s); slot++)
    {
      guint32 u = slot_end (j, s, slot);

      for (guint32 i = j->out_start[u]; j->has_free[u] && i < j->out_start[u + 1]; i++)
        {
          guint32 end = j->to[j->out[i]];

          if (j->is_free[j->out[i]] && end >= j->base && end < j->limit)
            doubts->word[(end - j->base) / 64] |= (guint64)1 << (end - j->base) % 64;
        }
    }
}

static Thing *
thing (const Judge *j, guint32 i)
{
  return &g_array_index (j->things, Thing, i);
}

static guint32
thing_root (const Judge *j, guint32 i)
{
  while (thing (j, i)->parent != i)
    i = thing (j, i)->parent;
  return i;
}

static void
add_thing (Judge *j, guint32 slot, guint32 edge)
{
  Thing new = { slot, edge, j->things->len };

  g_array_append_val (j->things, new);
}

/* Puts what leads from @s to @v into the things; TRUE when all of it are single edges. */
static gboolean
list_things (Judge *j, guint32 s, guint32 v)
{
  gboolean single = TRUE;

  g_array_set_size (j->things, 0);
  for (guint32 slot = 0; slot < n_slots (j, s); slot++)
    {
      guint32 u = slot_end (j, s, slot), before = j->things->len;

      if (!leads_to (j, u, v))
        continue;
      single = single && u == v;
      for (guint32 i = j->out_start[u]; j->has_free[u] && i < j->out_start[u + 1]; i++)
        if (j->is_free[j->out[i]] && j->to[j->out[i]] == v)
          add_thing (j, slot, j->out[i]);
      if (j->things->len == before)
        add_thing (j, slot, G_MAXUINT32);
    }
  return single;
}

static gboolean
is_of (const Judge *j, guint32 i, ChaseWord path, gboolean whole)
{
  const Thing *t = thing (j, i);

  return t->slot == slot_of (j, path)
         && (!whole || t->edge == G_MAXUINT32 || t->edge == j->same[path.letters[path.length - 1]]);
}

/* Makes all things that @law speaks of one: where it ends at @v, those of just its paths. Before @v
 * it ends, for free edges, at their source. */
static void
link_things (Judge *j, const ChaseLaw *law, guint32 v)
{
  gboolean whole = j->number[law->to] == v;
  guint32 one = G_MAXUINT32;

  if (!whole && slot_of (j, law->left_edges) == slot_of (j, law->right_edges))
    return;
  for (guint32 i = 0; i < j->things->len; i++)
    {
      if (!is_of (j, i, law->left_edges, whole) && !is_of (j, i, law->right_edges, whole))
        continue;
      if (one == G_MAXUINT32)
        one = i;
      thing (j, thing_root (j, i))->parent = thing_root (j, one);
    }
}

/* Are all paths from @s to @v equal, or need not be? */
static gboolean
settle (Judge *j, guint32 s, guint32 v)
{
  gboolean single = list_things (j, s, v), equal = TRUE;

  for (guint32 i = j->law_start[s]; i < j->law_start[s + 1]; i++)
    if (leads_to (j, j->number[law_at (j, i)->to], v))
      link_things (j, law_at (j, i), v);
  for (guint32 i = 1; i < j->things->len; i++)
    equal = equal && thing_root (j, i) == thing_root (j, 0);
  if (equal || j->strictly || !single)
    return equal;
  for (guint32 slot = 0; slot < n_slots (j, s); slot++)
    if (slot_end (j, s, slot) == v)
      j->is_free[j->out[j->out_start[s] + slot]] = 1;
  j->has_free[s] = 1;
  j->any_free = TRUE;
  return TRUE;
}

static gboolean
settle_all (Judge *j, guint32 s, Row *doubts, guint32 *v)
{
  for (guint k = 0; k < WORDS; k++)
    for (guint64 left = doubts->word[k]; left != 0; left &= left - 1)
      {
        *v = j->base + k * 64 + (guint32)__builtin_ctzll (left);
        if (!settle (j, s, *v))
          return FALSE;
      }
  return TRUE;
}

/* Judges all paths to the ends at hand, those that start last first. */
static gboolean
judge_ends (Judge *j, const ChasePatience *patience, GError **error)
{
  guint32 steps = 0, v;

  for (guint32 s = j->limit; s-- > 0;)
    {
      Row doubts = { { 0 } };
      guint32 count = make_row (j, s);

      if (!chase_is_patient (patience, &steps, error))
        return FALSE;
      if (count == 2 && n_slots (j, s) == 2)
        find_doubts_of_two (j, s, &doubts);
      else if (count > 1)
        connect (j, s, &doubts);
      if (j->any_free)
        doubt_free_edges (j, s, &doubts);
      if (!settle_all (j, s, &doubts, &v))
        return chase_refuse (error, "the laws leave two paths from node %u to node %u unequal",
                             j->order[s], j->order[v]);
    }
  return TRUE;
}

/* Are these all nodes, each once, and no edge leads back? */
static gboolean
is_topological (const ChaseShape *shape, const guint32 *order)
{
  guint n = chase_shape_n_nodes (shape);
  g_autofree guint32 *place = g_new0 (guint32, n + 1);

  for (guint i = 0; i < n; i++)
    {
      if (order[i] >= n || place[order[i]] != 0)
        return FALSE;
      place[order[i]] = i + 1;
    }
  for (guint i = 0; i < chase_shape_n_edges (shape); i++)
    if (place[chase_shape_edge (shape, i)->source] >= place[chase_shape_edge (shape, i)->target])
      return FALSE;
  return TRUE;
}

gboolean
chase_laws_suffice (const ChaseShape *shape, gboolean strictly, const ChaseLaws *laws,
                    const ChasePatience *patience, GError **error)
{
  Judge j = { .shape = shape, .strictly = strictly, .laws = laws };
  gboolean good = TRUE;

  j.order = chase_shape_topological_order (shape);
  if (j.order == NULL)
    return chase_laws_suffice_cyclic (shape, strictly, laws, error);
  if (!is_topological (shape, j.order))
    {
      g_free (j.order);
      return chase_refuse (error, "the nodes of the diagram are out of order");
    }
  judge_init (&j);
  for (; j.base < j.n && good; j.base = j.limit)
    {
      j.limit = MIN (j.n, j.base + WIDTH);
      good = judge_ends (&j, patience, error);
    }
  judge_clear (&j);
  return good;
}
