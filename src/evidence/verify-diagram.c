/* SPDX-License-Identifier: MIT */
#include "evidence/refuse.h"

#include <string.h>

/* Do laws make a diagram commute? For each source s, later ones first, every later node v is
 * visited in topological order with the list A(v) of the out-edges of s ("slots") that lead to v.
 * Since what starts later commutes, two paths s -> v with the same first edge are equal, and so
 * are two that both come through u where A(u) is one class: what is left to join is joined by laws
 * from s to v, or the diagram is not shown to commute. Two parallel single edges that need not be
 * equal make the one exception to the first reason, and get a slot for each continuation ("extra").
 */
typedef struct
{
  const ChaseShape *shape;
  gboolean strictly;
  const ChaseLaws *laws;
  guint32 n, m;
  guint32 *order, *position; /* node at a topological position, and back */
  guint32 *same;             /* edge -> the first edge that laws make equal to it */
  guint32 *out_first, *out;  /* the edges that are first among equals, by source */
  guint32 *slot;             /* edge -> its place among those of its source */
  guint32 *in_first, *in;    /* by target */
  guint32 *law_first, *law;  /* laws by source, then by the position of their end */
  guint32 next_law;
  guint8 *loose; /* edge: one of several parallel ones that need not be equal */
  gboolean has_parallel;
  guint64 *pending; /* bit for each position */
  guint32 *seen;    /* node -> source + 1 of the walk that visited it */
  guint8 *apart;    /* node: its list is not one class */
  guint32 *list_first, *list_end;
  GArray *lists;
  GArray *parent, *mark; /* of slots and extras; the mark is the visit that touched it */
  GArray *extras;        /* of Extra, for the visit */
  guint32 *listed;       /* slot -> visit that listed it */
  guint32 visit;
  const ChasePatience *patience;
  guint32 steps;
} Walk;

typedef struct
{
  guint32 slot;
  guint32 edge;
} Extra;

static guint32 *
bucket (guint32 n_buckets, guint32 n, const guint32 *key, guint32 **items)
{
  guint32 *first = g_new0 (guint32, n_buckets + 2);

  *items = g_new (guint32, n + 1);
  for (guint32 i = 0; i < n; i++)
    if (key[i] != G_MAXUINT32)
      first[key[i] + 2]++;
  for (guint32 i = 1; i <= n_buckets; i++)
    first[i + 1] += first[i];
  for (guint32 i = 0; i < n; i++)
    if (key[i] != G_MAXUINT32)
      (*items)[first[key[i] + 1]++] = i;
  return first;
}

static guint32
find (guint32 *parent, guint32 x)
{
  while (parent[x] != x)
    x = parent[x] = parent[parent[x]];
  return x;
}

static void
identify_edges (Walk *w)
{
  w->same = g_new (guint32, w->m + 1);
  for (guint32 i = 0; i < w->m; i++)
    w->same[i] = i;
  for (guint32 i = 0; i < w->laws->n_laws; i++)
    {
      const ChaseLaw *law = &w->laws->laws[i];

      if (law->left_edges.length == 1 && law->right_edges.length == 1)
        {
          guint32 a = find (w->same, law->left_edges.letters[0]);
          guint32 b = find (w->same, law->right_edges.letters[0]);

          w->same[MAX (a, b)] = MIN (a, b);
        }
    }
  for (guint32 i = 0; i < w->m; i++)
    w->same[i] = find (w->same, i);
}

static void
index_edges (Walk *w)
{
  g_autofree guint32 *source = g_new (guint32, w->m + 1);
  g_autofree guint32 *target = g_new (guint32, w->m + 1);
  g_autofree guint32 *last = g_new0 (guint32, w->n + 1);

  for (guint32 i = 0; i < w->m; i++)
    {
      gboolean first = w->same[i] == i;

      source[i] = first ? chase_shape_edge (w->shape, i)->source : G_MAXUINT32;
      target[i] = first ? chase_shape_edge (w->shape, i)->target : G_MAXUINT32;
    }
  w->slot = g_new0 (guint32, w->m + 1);
  w->out_first = bucket (w->n, w->m, source, &w->out);
  w->in_first = bucket (w->n, w->m, target, &w->in);
  for (guint32 s = 0; s < w->n; s++)
    for (guint32 i = w->out_first[s]; i < w->out_first[s + 1]; i++)
      {
        w->slot[w->out[i]] = i - w->out_first[s];
        guint32 *mark = &last[chase_shape_edge (w->shape, w->out[i])->target];

        w->has_parallel |= *mark == s + 1;
        *mark = s + 1;
      }
}

static void
index_laws (Walk *w)
{
  guint32 n = w->laws->n_laws;
  g_autofree guint32 *from = g_new (guint32, n + 1);
  g_autofree guint32 *to = g_new (guint32, n + 1);
  g_autofree guint32 *by_end = NULL;

  for (guint32 i = 0; i < n; i++)
    to[i] = w->position[w->laws->laws[i].to];
  g_free (bucket (w->n, n, to, &by_end));
  for (guint32 i = 0; i < n; i++)
    from[i] = w->laws->laws[by_end[i]].from;
  w->law_first = bucket (w->n, n, from, &w->law);
  for (guint32 i = 0; i < n; i++)
    w->law[i] = by_end[w->law[i]];
}

static void
walk_init (Walk *w)
{
  w->n = chase_shape_n_nodes (w->shape);
  w->m = chase_shape_n_edges (w->shape);
  w->position = g_new (guint32, w->n + 1);
  for (guint32 i = 0; i < w->n; i++)
    w->position[w->order[i]] = i;
  identify_edges (w);
  index_edges (w);
  index_laws (w);
  w->loose = g_new0 (guint8, w->m + 1);
  w->pending = g_new0 (guint64, w->n / 64 + 1);
  w->seen = g_new0 (guint32, w->n + 1);
  w->apart = g_new0 (guint8, w->n + 1);
  w->list_first = g_new0 (guint32, w->n + 1);
  w->list_end = g_new0 (guint32, w->n + 1);
  w->lists = g_array_new (FALSE, FALSE, sizeof (guint32));
  w->parent = g_array_new (FALSE, FALSE, sizeof (guint32));
  w->mark = g_array_new (FALSE, TRUE, sizeof (guint32));
  w->extras = g_array_new (FALSE, FALSE, sizeof (Extra));
  w->listed = g_new0 (guint32, w->m + 1);
}

static void
walk_clear (Walk *w)
{
  gpointer owned[] = { w->order, w->position, w->same,       w->out_first, w->out,   w->in_first,
                       w->in,    w->slot,     w->law_first,  w->law,       w->loose, w->pending,
                       w->seen,  w->apart,    w->list_first, w->list_end,  w->listed };

  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    g_free (owned[i]);
  g_clear_pointer (&w->lists, g_array_unref);
  g_clear_pointer (&w->parent, g_array_unref);
  g_clear_pointer (&w->mark, g_array_unref);
  g_clear_pointer (&w->extras, g_array_unref);
}

static void
push (Walk *w, guint32 node)
{
  w->pending[w->position[node] / 64] |= (guint64)1 << (w->position[node] % 64);
}

static void
push_targets (Walk *w, guint32 node)
{
  for (guint32 i = w->out_first[node]; i < w->out_first[node + 1]; i++)
    push (w, chase_shape_edge (w->shape, w->out[i])->target);
}

/* Takes out the first pending node at or after the word *@word of positions. */
static gboolean
pop (Walk *w, guint32 *word, guint32 *node)
{
  while (*word <= w->n / 64 && w->pending[*word] == 0)
    (*word)++;
  if (*word > w->n / 64)
    return FALSE;
  *node = w->order[*word * 64 + (guint32)__builtin_ctzll (w->pending[*word])];
  w->pending[*word] &= w->pending[*word] - 1;
  return TRUE;
}

static guint32
slot_find (Walk *w, guint32 x)
{
  return find ((guint32 *)(gpointer)w->parent->data, x);
}

/* Marks slot or extra @x as reaching the node of the visit; returns 1 when it is new. */
static guint32
touch (Walk *w, guint32 x)
{
  if (x >= w->mark->len)
    {
      g_array_set_size (w->mark, x + 1);
      g_array_set_size (w->parent, x + 1);
    }
  if (g_array_index (w->mark, guint32, x) == w->visit)
    return 0;
  g_array_index (w->mark, guint32, x) = w->visit;
  g_array_index (w->parent, guint32, x) = x;
  return 1;
}

static guint32
join (Walk *w, guint32 x, guint32 y)
{
  x = slot_find (w, x);
  y = slot_find (w, y);
  g_array_index (w->parent, guint32, MAX (x, y)) = MIN (x, y);
  return x != y;
}

static void
list_slot (Walk *w, guint32 slot)
{
  if (w->listed[slot] == w->visit)
    return;
  w->listed[slot] = w->visit;
  g_array_append_val (w->lists, slot);
}

static guint32
edge_target (const Walk *w, guint32 edge)
{
  return chase_shape_edge (w->shape, edge)->target;
}

/* The thing that stands for all paths that begin with @slot of @source and end with @edge. */
static guint32
thing_of (Walk *w, guint32 source, guint32 slot, guint32 edge)
{
  guint32 degree = w->out_first[source + 1] - w->out_first[source];
  Extra extra = { slot, edge };

  if (!w->loose[edge]
      || edge_target (w, w->out[w->out_first[source] + slot])
             != chase_shape_edge (w->shape, edge)->source)
    return slot;
  for (guint32 i = 0; i < w->extras->len; i++)
    if (memcmp (&g_array_index (w->extras, Extra, i), &extra, sizeof extra) == 0)
      return degree + i;
  g_array_append_val (w->extras, extra);
  return degree + w->extras->len - 1;
}

/* Touches what comes to the node of the visit by the in-edge @edge; returns how many new classes.
 */
static gint64
enter_by (Walk *w, guint32 source, guint32 edge)
{
  guint32 u = chase_shape_edge (w->shape, edge)->source;
  guint32 last = G_MAXUINT32;
  gint64 classes = 0;

  for (guint32 i = w->list_first[u]; i < w->list_end[u]; i++)
    {
      guint32 slot = g_array_index (w->lists, guint32, i);
      guint32 x = thing_of (w, source, slot, edge);

      list_slot (w, slot);
      classes += touch (w, x);
      if (last != G_MAXUINT32 && !w->apart[u])
        classes -= join (w, last, x);
      last = x;
    }
  return classes;
}

static guint32
thing_of_path (Walk *w, guint32 source, ChaseWord edges)
{
  guint32 slot = w->slot[w->same[edges.letters[0]]];

  return edges.length == 2 ? thing_of (w, source, slot, w->same[edges.letters[1]]) : slot;
}

static gboolean
is_touched (const Walk *w, guint32 x)
{
  return x < w->mark->len && g_array_index (w->mark, guint32, x) == w->visit;
}

static gint64
apply_laws (Walk *w, guint32 source, guint32 node)
{
  gint64 joined = 0;

  for (; w->next_law < w->law_first[source + 1]; w->next_law++)
    {
      const ChaseLaw *law = &w->laws->laws[w->law[w->next_law]];
      guint32 x, y;

      if (w->position[law->to] > w->position[node])
        break;
      if (law->to != node || law->left_edges.length == 0 || law->right_edges.length == 0)
        continue;
      x = thing_of_path (w, source, law->left_edges);
      y = thing_of_path (w, source, law->right_edges);
      if (is_touched (w, x) && is_touched (w, y))
        joined += join (w, x, y);
    }
  return joined;
}

/* Visits @node; returns the number of classes of paths from @source, and whether all are single
 * edges. */
static gint64
visit (Walk *w, guint32 source, guint32 node, gboolean *single)
{
  gint64 classes = 0;

  w->visit++;
  *single = TRUE;
  g_array_set_size (w->extras, 0);
  w->seen[node] = source + 1;
  w->list_first[node] = w->lists->len;
  for (guint32 i = w->in_first[node]; i < w->in_first[node + 1]; i++)
    {
      guint32 edge = w->in[i];
      guint32 u = chase_shape_edge (w->shape, edge)->source;

      if (u == source)
        {
          list_slot (w, w->slot[edge]);
          classes += touch (w, w->slot[edge]);
        }
      else if (w->seen[u] == source + 1)
        {
          *single = FALSE;
          classes += enter_by (w, source, edge);
        }
    }
  w->list_end[node] = w->lists->len;
  return classes - apply_laws (w, source, node);
}

static void
loosen (Walk *w, guint32 source, guint32 node)
{
  for (guint32 i = w->out_first[source]; i < w->out_first[source + 1]; i++)
    if (edge_target (w, w->out[i]) == node)
      w->loose[w->out[i]] = 1;
}

/* Once all out-edges of the source are one class at a node, so they are at whatever it leads to:
   with @prune nothing past it is visited, which can only make too few paths known and a false alarm
   possible. */
static gboolean
commutes_from (Walk *w, guint32 source, gboolean prune, guint32 *failed)
{
  guint32 degree = w->out_first[source + 1] - w->out_first[source];
  guint32 word = w->position[source] / 64;
  gboolean good = TRUE;

  g_array_set_size (w->lists, 0);
  w->next_law = w->law_first[source];
  push_targets (w, source);
  while (pop (w, &word, failed))
    {
      gboolean single;
      gint64 classes;

      if (!chase_is_patient (w->patience, &w->steps, NULL))
        {
          good = FALSE;
          break;
        }
      classes = visit (w, source, *failed, &single);

      w->apart[*failed] = classes > 1;
      if (classes > 1 && single && !w->strictly)
        loosen (w, source, *failed);
      else if (classes > 1)
        {
          good = FALSE;
          break;
        }
      if (!prune || classes > 1 || w->list_end[*failed] - w->list_first[*failed] < degree)
        push_targets (w, *failed);
    }
  memset (w->pending, 0, (w->n / 64 + 1) * sizeof (guint64) * !good);
  return good;
}

static gboolean
commutes_everywhere (Walk *w, GError **error)
{
  gboolean prune = w->strictly || !w->has_parallel;

  for (guint32 i = w->n; i-- > 0;)
    {
      guint32 source = w->order[i], failed;

      if (commutes_from (w, source, prune, &failed))
        continue;
      memset (w->seen, 0, w->n * sizeof (guint32));
      if (!prune || !commutes_from (w, source, FALSE, &failed))
        return chase_refuse (error, "the laws leave two paths from node %u to node %u unequal",
                             source, failed);
    }
  return TRUE;
}

gboolean
chase_laws_suffice (const ChaseShape *shape, gboolean strictly, const ChaseLaws *laws,
                    const ChasePatience *patience, GError **error)
{
  Walk w = { .shape = shape, .strictly = strictly, .laws = laws, .patience = patience };
  gboolean good;

  w.order = chase_shape_topological_order (shape);
  if (w.order == NULL)
    return chase_laws_suffice_cyclic (shape, strictly, laws, error);
  walk_init (&w);
  good = commutes_everywhere (&w, error);
  walk_clear (&w);
  return good;
}
