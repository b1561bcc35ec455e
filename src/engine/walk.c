/* SPDX-License-Identifier: MIT */
#include "engine/walk.h"

#include "engine/quotient.h"

#include <string.h>

/* From a source s, A(v) is the list of the out-edges of s ("ways") by which v can be reached. Once
 * everything that starts later commutes, paths s -> v by the same way are equal, and so are all
 * that come through u if all paths s -> u are; what is still apart is joined by given equations,
 * then by new pairs.
 *
 * Two parallel single edges that nothing longer is parallel to need not be equal. Such edges
 * ("loose") are the exception to the first reason: a way straight to their source splits into one
 * strand for each. */
typedef struct
{
  guint32 way;
  guint32 edge; /* a loose edge straight after the way, or G_MAXUINT32 */
} Strand;

typedef struct
{
  guint32 from, to, relation;
  gsize first;
  guint32 n_left, n_right;
} StoredPair;

struct _ChaseWalk
{
  const ChaseShape *shape;
  const ChaseLift *lift;
  ChaseClock *clock;
  gboolean strictly;
  gboolean has_parallel;
  guint32 n, m;
  guint32 *order, *position;
  guint32 *source, *target;       /* of each edge */
  guint32 *same;                  /* edge -> the first one that an equation makes equal to it */
  guint32 *out_first, *out, *way; /* edges that are first among equals; their places */
  guint32 *in_first, *in;
  guint32 *law_first, *law, next_law; /* lifted equations by source, then end */
  guint8 *loose;
  /* for one source */
  guint32 s;
  guint64 *pending;
  guint32 *seen; /* node -> round in which it was visited */
  guint32 round;
  guint8 *apart; /* node: its ways are not all one class */
  guint32 *list_first, *list_end;
  GArray *lists; /* of ways */
  gboolean pruned;
  /* for one visit */
  GArray *strands; /* of Strand: those that reach the node */
  GArray *parent;  /* of strands */
  guint32 *strand; /* way -> its strand, if visit_of[way] is the visit */
  guint32 *visit_of, *listed;
  guint32 visit;
  /* found */
  GArray *pairs, *letters;
  guint32 gap; /* node */
};

static guint32
find (guint32 *parent, guint32 x)
{
  while (parent[x] != x)
    x = parent[x] = parent[parent[x]];
  return x;
}

static const ChaseLifted *
lifted (const ChaseWalk *w, guint32 i)
{
  return &g_array_index (w->lift->lifted, ChaseLifted, i);
}

static void
store_pair (ChaseWalk *w, guint32 from, guint32 to, guint32 relation, ChaseWord left,
            ChaseWord right)
{
  StoredPair pair = { from, to, relation, w->letters->len, left.length, right.length };

  g_array_append_vals (w->letters, left.letters, left.length);
  g_array_append_vals (w->letters, right.letters, right.length);
  g_array_append_val (w->pairs, pair);
  chase_clock_take (w->clock,
                    (gssize)(sizeof pair + (left.length + right.length) * sizeof (guint32)));
}

static void
identify_edges (ChaseWalk *w)
{
  w->same = g_new (guint32, (gsize)w->m + 1);
  for (guint32 i = 0; i < w->m; i++)
    w->same[i] = i;
  for (guint32 i = 0; i < w->lift->lifted->len; i++)
    {
      const ChaseLifted *l = lifted (w, i);
      guint32 a, b;

      if (l->side[0].length != 1 || l->side[1].length != 1)
        continue;
      a = find (w->same, l->side[0].letters[0]);
      b = find (w->same, l->side[1].letters[0]);
      if (a == b)
        continue;
      w->same[MAX (a, b)] = MIN (a, b);
      store_pair (w, l->from, l->to, l->relation, l->side[0], l->side[1]);
    }
  for (guint32 i = 0; i < w->m; i++)
    w->same[i] = find (w->same, i);
}

static void
index_edges (ChaseWalk *w)
{
  g_autofree guint32 *source = g_new (guint32, (gsize)w->m + 1);
  g_autofree guint32 *target = g_new (guint32, (gsize)w->m + 1);
  g_autofree guint32 *last = g_new0 (guint32, (gsize)w->n + 1);

  for (guint32 i = 0; i < w->m; i++)
    {
      source[i] = w->same[i] == i ? w->source[i] : w->n;
      target[i] = w->same[i] == i ? w->target[i] : w->n;
    }
  w->out_first = chase_bucket (w->n + 1, w->m, source, &w->out);
  w->in_first = chase_bucket (w->n + 1, w->m, target, &w->in);
  w->way = g_new0 (guint32, (gsize)w->m + 1);
  for (guint32 s = 0; s < w->n; s++)
    for (guint32 i = w->out_first[s]; i < w->out_first[s + 1]; i++)
      {
        guint32 *mark = &last[w->target[w->out[i]]];

        w->way[w->out[i]] = i - w->out_first[s];
        w->has_parallel |= *mark == s + 1;
        *mark = s + 1;
      }
}

static void
index_laws (ChaseWalk *w)
{
  guint32 n = w->lift->lifted->len;
  g_autofree guint32 *key = g_new (guint32, (gsize)n + 1);
  g_autofree guint32 *by_end = NULL;

  for (guint32 i = 0; i < n; i++)
    key[i] = w->position[lifted (w, i)->to];
  g_free (chase_bucket (w->n, n, key, &by_end));
  for (guint32 i = 0; i < n; i++)
    key[i] = lifted (w, by_end[i])->from;
  w->law_first = chase_bucket (w->n, n, key, &w->law);
  for (guint32 i = 0; i < n; i++)
    w->law[i] = by_end[w->law[i]];
}

static void
index_nodes (ChaseWalk *w)
{
  w->position = g_new (guint32, (gsize)w->n + 1);
  for (guint32 i = 0; i < w->n; i++)
    w->position[w->order[i]] = i;
  w->source = g_new (guint32, (gsize)w->m + 1);
  w->target = g_new (guint32, (gsize)w->m + 1);
  for (guint32 i = 0; i < w->m; i++)
    {
      w->source[i] = chase_shape_edge (w->shape, i)->source;
      w->target[i] = chase_shape_edge (w->shape, i)->target;
    }
}

ChaseWalk *
chase_walk_new (const ChaseShape *shape, const ChaseLift *lift, gboolean strictly,
                ChaseClock *clock)
{
  g_autofree guint32 *order = chase_shape_topological_order (shape);
  ChaseWalk *w;

  if (order == NULL)
    return NULL;
  w = g_new0 (ChaseWalk, 1);
  w->shape = shape;
  w->lift = lift;
  w->clock = clock;
  w->strictly = strictly;
  w->n = chase_shape_n_nodes (shape);
  w->m = chase_shape_n_edges (shape);
  w->order = g_steal_pointer (&order);
  w->pairs = g_array_new (FALSE, FALSE, sizeof (StoredPair));
  w->letters = g_array_new (FALSE, FALSE, sizeof (guint32));
  index_nodes (w);
  identify_edges (w);
  index_edges (w);
  index_laws (w);
  w->loose = g_new0 (guint8, (gsize)w->m + 1);
  w->pending = g_new0 (guint64, (gsize)w->n / 64 + 1);
  w->seen = g_new0 (guint32, (gsize)w->n + 1);
  w->apart = g_new0 (guint8, (gsize)w->n + 1);
  w->list_first = g_new0 (guint32, (gsize)w->n + 1);
  w->list_end = g_new0 (guint32, (gsize)w->n + 1);
  w->lists = g_array_new (FALSE, FALSE, sizeof (guint32));
  w->strands = g_array_new (FALSE, FALSE, sizeof (Strand));
  w->parent = g_array_new (FALSE, FALSE, sizeof (guint32));
  w->strand = g_new0 (guint32, (gsize)w->m + 1);
  w->visit_of = g_new0 (guint32, (gsize)w->m + 1);
  w->listed = g_new0 (guint32, (gsize)w->m + 1);
  return w;
}

void
chase_walk_free (ChaseWalk *w)
{
  gpointer owned[]
      = { w->order, w->position,   w->source,   w->target, w->same,      w->out_first, w->out,
          w->way,   w->in,         w->in_first, w->law,    w->law_first, w->loose,     w->pending,
          w->seen,  w->list_first, w->list_end, w->apart,  w->strand,    w->visit_of,  w->listed };

  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    g_free (owned[i]);
  g_array_unref (w->lists);
  g_array_unref (w->strands);
  g_array_unref (w->parent);
  g_array_unref (w->pairs);
  g_array_unref (w->letters);
  g_free (w);
}

static void
push_targets (ChaseWalk *w, guint32 node)
{
  for (guint32 i = w->out_first[node]; i < w->out_first[node + 1]; i++)
    {
      guint32 position = w->position[w->target[w->out[i]]];

      w->pending[position / 64] |= (guint64)1 << (position % 64);
    }
}

static gboolean
pop (ChaseWalk *w, guint32 *word, guint32 *node)
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
add_strand (ChaseWalk *w, guint32 way, guint32 edge)
{
  Strand strand = { way, edge };
  guint32 number = w->strands->len;

  g_array_append_val (w->strands, strand);
  g_array_append_val (w->parent, number);
  return number;
}

static gboolean
is_straight (const ChaseWalk *w, guint32 way, guint32 edge)
{
  return w->loose[edge] && w->target[w->out[w->out_first[w->s] + way]] == w->source[edge];
}

/* The strand of paths by @way that end with @edge: it is added, if @add, where it is not yet there.
 */
static guint32
strand_of (ChaseWalk *w, guint32 way, guint32 edge, gboolean add)
{
  if (!is_straight (w, way, edge))
    {
      if (w->visit_of[way] == w->visit)
        return w->strand[way];
      if (!add)
        return G_MAXUINT32;
      w->visit_of[way] = w->visit;
      w->strand[way] = add_strand (w, way, G_MAXUINT32);
      return w->strand[way];
    }
  for (guint32 i = 0; i < w->strands->len; i++)
    {
      const Strand *strand = &g_array_index (w->strands, Strand, i);

      if (strand->way == way && strand->edge == edge)
        return i;
    }
  return add ? add_strand (w, way, edge) : G_MAXUINT32;
}

static gboolean
join (ChaseWalk *w, guint32 x, guint32 y)
{
  guint32 *parent = (guint32 *)(gpointer)w->parent->data;

  x = find (parent, x);
  y = find (parent, y);
  parent[MAX (x, y)] = MIN (x, y);
  return x != y;
}

static void
list_way (ChaseWalk *w, guint32 way)
{
  if (w->listed[way] == w->visit)
    return;
  w->listed[way] = w->visit;
  g_array_append_val (w->lists, way);
}

static guint32
enter_by (ChaseWalk *w, guint32 edge)
{
  guint32 u = w->source[edge], last = G_MAXUINT32, joined = 0;

  for (guint32 i = w->list_first[u]; i < w->list_end[u]; i++)
    {
      guint32 way = g_array_index (w->lists, guint32, i);
      guint32 strand = strand_of (w, way, edge, TRUE);

      list_way (w, way);
      if (last != G_MAXUINT32 && !w->apart[u])
        joined += join (w, last, strand);
      last = strand;
    }
  return joined;
}

static guint32
strand_of_path (ChaseWalk *w, ChaseWord path)
{
  guint32 way = w->way[w->same[path.letters[0]]];

  return strand_of (w, way, w->same[path.letters[path.length - 1]], FALSE);
}

/* Joins strands by given equations; those that join something become pairs of the base. */
static guint32
apply_laws (ChaseWalk *w, guint32 node)
{
  guint32 joined = 0;

  for (; w->next_law < w->law_first[w->s + 1]; w->next_law++)
    {
      const ChaseLifted *l = lifted (w, w->law[w->next_law]);
      guint32 x, y;

      if (w->position[l->to] > w->position[node])
        break;
      if (l->to != node || l->side[0].length == 0 || l->side[1].length == 0)
        continue;
      x = strand_of_path (w, l->side[0]);
      y = strand_of_path (w, l->side[1]);
      if (x == G_MAXUINT32 || y == G_MAXUINT32 || !join (w, x, y))
        continue;
      joined++;
      store_pair (w, w->s, node, l->relation, l->side[0], l->side[1]);
    }
  return joined;
}

static gboolean
is_listed_at (const ChaseWalk *w, guint32 node, guint32 way)
{
  for (guint32 i = w->list_first[node]; i < w->list_end[node]; i++)
    if (g_array_index (w->lists, guint32, i) == way)
      return TRUE;
  return FALSE;
}

/* A path from the source by @way to @node, backwards from its end. */
static void
path_by (const ChaseWalk *w, guint32 way, guint32 node, GArray *path)
{
  guint32 straight = w->out[w->out_first[w->s] + way];

  while (node != w->target[straight])
    for (guint32 i = w->in_first[node]; i < w->in_first[node + 1]; i++)
      {
        guint32 edge = w->in[i], u = w->source[edge];

        if (u == w->s || w->seen[u] != w->round || !is_listed_at (w, u, way))
          continue;
        g_array_append_val (path, edge);
        node = u;
        break;
      }
  g_array_append_val (path, straight);
}

static GArray *
path_of_strand (const ChaseWalk *w, guint32 strand, guint32 node)
{
  const Strand *s = &g_array_index (w->strands, Strand, strand);
  GArray *path = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (s->edge != G_MAXUINT32)
    {
      g_array_append_val (path, s->edge);
      node = w->source[s->edge];
    }
  path_by (w, s->way, node, path);
  for (guint i = 0; i < path->len / 2; i++)
    {
      guint32 letter = g_array_index (path, guint32, i);

      g_array_index (path, guint32, i) = g_array_index (path, guint32, path->len - 1 - i);
      g_array_index (path, guint32, path->len - 1 - i) = letter;
    }
  return path;
}

static void
add_pair (ChaseWalk *w, guint32 node, guint32 x, guint32 y)
{
  g_autoptr (GArray) left = path_of_strand (w, x, node);
  g_autoptr (GArray) right = path_of_strand (w, y, node);

  store_pair (w, w->s, node, G_MAXUINT32, (ChaseWord){ (guint32 *)(gpointer)left->data, left->len },
              (ChaseWord){ (guint32 *)(gpointer)right->data, right->len });
}

/* Joins what is still apart at @node by new pairs; with @stop, only tells of the first one. */
static void
close_gaps (ChaseWalk *w, guint32 node, gboolean stop)
{
  for (guint32 i = 1; i < w->strands->len; i++)
    {
      guint32 *parent = (guint32 *)(gpointer)w->parent->data;

      if (find (parent, i) == find (parent, 0))
        continue;
      add_pair (w, node, 0, i);
      if (stop)
        return;
      join (w, 0, i);
    }
}

static void
loosen (ChaseWalk *w, guint32 node)
{
  for (guint32 i = w->out_first[w->s]; i < w->out_first[w->s + 1]; i++)
    if (w->target[w->out[i]] == node)
      w->loose[w->out[i]] = 1;
}

/* Collects the strands that reach @node; returns how many classes they make, and whether all are
 * single edges. */
static guint32
visit (ChaseWalk *w, guint32 node, gboolean *single)
{
  guint32 joined = 0;

  w->visit++;
  *single = TRUE;
  g_array_set_size (w->strands, 0);
  g_array_set_size (w->parent, 0);
  w->seen[node] = w->round;
  w->list_first[node] = w->lists->len;
  for (guint32 i = w->in_first[node]; i < w->in_first[node + 1]; i++)
    {
      guint32 edge = w->in[i];

      if (w->source[edge] == w->s)
        {
          list_way (w, w->way[edge]);
          strand_of (w, w->way[edge], edge, TRUE);
        }
      else if (w->seen[w->source[edge]] == w->round)
        {
          *single = FALSE;
          joined += enter_by (w, edge);
        }
    }
  w->list_end[node] = w->lists->len;
  return w->strands->len - joined - apply_laws (w, node);
}

typedef enum
{
  SOURCE_DONE,
  SOURCE_GAP,
  SOURCE_UNSURE, /* a gap that what was pruned may close */
} SourceState;

/* Past a node where all ways are one class nothing can be apart; with @prune nothing there is
 * visited. */
static SourceState
walk_source (ChaseWalk *w, gboolean prune, gboolean stop)
{
  guint32 degree = w->out_first[w->s + 1] - w->out_first[w->s];
  guint32 word = w->position[w->s] / 64, node;
  gboolean pruned = FALSE;

  w->round++;
  w->next_law = w->law_first[w->s];
  g_array_set_size (w->lists, 0);
  push_targets (w, w->s);
  while (pop (w, &word, &node) && !chase_clock_tick (w->clock))
    {
      gboolean single;
      guint32 classes = visit (w, node, &single);

      w->apart[node] = classes > 1 && single && !w->strictly;
      if (w->apart[node])
        loosen (w, node);
      else if (classes > 1 && pruned)
        return SOURCE_UNSURE;
      else if (classes > 1)
        {
          close_gaps (w, node, stop);
          w->gap = node;
          if (stop)
            return SOURCE_GAP;
        }
      if (prune && !w->apart[node] && w->list_end[node] - w->list_first[node] == degree)
        pruned = TRUE;
      else
        push_targets (w, node);
    }
  return SOURCE_DONE;
}

ChaseWalkState
chase_walk_run (ChaseWalk *w, gboolean stop)
{
  gboolean prune = w->strictly || !w->has_parallel;

  for (guint32 i = w->n; i-- > 0;)
    {
      guint n_pairs = w->pairs->len, n_letters = w->letters->len;
      SourceState state;

      w->s = w->order[i];
      state = walk_source (w, prune, stop);
      if (state == SOURCE_UNSURE)
        {
          memset (w->pending, 0, ((gsize)w->n / 64 + 1) * sizeof (guint64));
          g_array_set_size (w->pairs, n_pairs);
          g_array_set_size (w->letters, n_letters);
          state = walk_source (w, FALSE, stop);
        }
      if (chase_clock_look (w->clock))
        return CHASE_WALK_OPEN;
      if (state == SOURCE_GAP)
        return CHASE_WALK_GAP;
      if ((i & 63) == 0 && chase_clock_wants_report (w->clock))
        chase_clock_report (w->clock, "walking the diagram: %u nodes to go", i);
    }
  return CHASE_WALK_DONE;
}

guint
chase_walk_n_pairs (const ChaseWalk *w)
{
  return w->pairs->len;
}

ChasePair
chase_walk_pair (const ChaseWalk *w, guint i)
{
  const StoredPair *p = &g_array_index (w->pairs, StoredPair, i);
  const guint32 *letters = (const guint32 *)(gpointer)w->letters->data + p->first;

  return (ChasePair){
    p->from, p->to, p->relation, { letters, p->n_left }, { letters + p->n_left, p->n_right }
  };
}

typedef struct
{
  ChaseWalk *walk;
  ChaseAction *functor;
  guint32 *first; /* node -> its first element, or G_MAXUINT32 */
} Telling;

static gboolean
has_many (const ChaseWalk *w, guint32 node)
{
  return w->apart[node] && w->seen[node] == w->round;
}

static void
add_elements (Telling *t)
{
  ChaseWalk *w = t->walk;

  memset (t->first, 0xff, w->n * sizeof (guint32));
  t->first[w->s] = chase_action_add (t->functor, chase_shape_node (w->shape, w->s)->object);
  for (guint32 i = w->position[w->s]; i < w->n; i++)
    {
      guint32 node = w->order[i];

      if (t->first[node] == G_MAXUINT32)
        continue;
      for (guint32 k = w->out_first[node]; k < w->out_first[node + 1]; k++)
        {
          guint32 target = w->target[w->out[k]], count = 1;

          if (t->first[target] != G_MAXUINT32)
            continue;
          if (target == w->gap)
            count = 2;
          else if (has_many (w, target))
            count = w->list_end[target] - w->list_first[target];
          t->first[target]
              = chase_action_add (t->functor, chase_shape_node (w->shape, target)->object);
          while (--count > 0)
            chase_action_add (t->functor, chase_shape_node (w->shape, target)->object);
        }
    }
}

static guint32
value_of (Telling *t, guint32 edge, guint32 k)
{
  ChaseWalk *w = t->walk;
  guint32 from = w->source[edge], to = w->target[edge], same = w->same[edge];
  guint32 *parent = (guint32 *)(gpointer)w->parent->data;
  guint32 way = w->way[same];

  if (to != w->gap && !has_many (w, to))
    return t->first[to];
  if (from != w->s)
    way = g_array_index (w->lists, guint32, w->list_first[from] + k);
  if (to == w->gap)
    return t->first[to] + (find (parent, strand_of (w, way, same, TRUE)) != find (parent, 0));
  for (k = 0; g_array_index (w->lists, guint32, w->list_first[to] + k) != way; k++)
    ;
  return t->first[to] + k;
}

ChaseEvidence *
chase_walk_model (ChaseWalk *w, const ChaseIndex *index)
{
  g_autoptr (ChaseAction) functor = chase_action_new (index);
  g_autofree guint32 *first = g_new (guint32, (gsize)w->n + 1);
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (guint32));
  ChasePair gap = chase_walk_pair (w, w->pairs->len - 1);
  Telling telling = { w, functor, first };

  add_elements (&telling);
  for (guint32 i = 0; i < w->m; i++)
    {
      guint32 from = w->source[i], count = 1;

      if (first[from] == G_MAXUINT32)
        continue;
      if (from == w->gap)
        count = 2;
      else if (has_many (w, from))
        count = w->list_end[from] - w->list_first[from];
      for (guint32 k = 0; k < count; k++)
        chase_action_set (functor, first[from] + k,
                           chase_shape_edge (w->shape, i)->word.letters[0],
                           value_of (&telling, i, k));
    }
  chase_shape_spell (w->shape, gap.left, left);
  chase_shape_spell (w->shape, gap.right, right);
  return chase_action_model (functor, first[w->s],
                              (ChaseWord){ (guint32 *)(gpointer)left->data, left->len },
                              (ChaseWord){ (guint32 *)(gpointer)right->data, right->len });
}
