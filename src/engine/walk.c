/* SPDX-License-Identifier: MIT */
#include "engine/walk-private.h"

#include <string.h>

static const ChaseLifted *
lifted (const ChaseWalk *w, guint32 i)
{
  return &g_array_index (w->lift->lifted, ChaseLifted, i);
}

void
chase_walk_store_pair (ChaseWalk *w, guint32 from, guint32 to, guint32 relation, ChaseWord left,
                       ChaseWord right)
{
  ChaseStoredPair pair
      = { from, to, relation, left.length, right.length, w->pairs->len, w->letters->len };

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
      a = chase_class_of (w->same, l->side[0].letters[0]);
      b = chase_class_of (w->same, l->side[1].letters[0]);
      if (a == b)
        continue;
      w->same[MAX (a, b)] = MIN (a, b);
      chase_walk_store_pair (w, w->position[l->from], w->position[l->to], l->relation, l->side[0],
                             l->side[1]);
    }
  for (guint32 i = 0; i < w->m; i++)
    w->same[i] = chase_class_of (w->same, i);
}

static void
index_edges (ChaseWalk *w)
{
  g_autofree guint32 *source = g_new (guint32, (gsize)w->m + 1);

  for (guint32 i = 0; i < w->m; i++)
    source[i] = w->same[i] == i ? w->source[i] : w->n;
  w->out_first = chase_bucket (w->n + 1, w->m, source, &w->out);
  w->way = g_new0 (guint32, (gsize)w->m + 1);
  for (guint32 s = 0; s < w->n; s++)
    for (guint32 i = w->out_first[s]; i < w->out_first[s + 1]; i++)
      w->way[w->out[i]] = i - w->out_first[s];
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
    key[i] = w->position[lifted (w, by_end[i])->from];
  w->law_first = chase_bucket (w->n, n, key, &w->law);
  w->law_end = g_new (guint32, (gsize)n + 1);
  for (guint32 i = 0; i < n; i++)
    {
      w->law[i] = by_end[w->law[i]];
      w->law_end[i] = w->position[lifted (w, w->law[i])->to];
    }
  w->law_next = g_memdup2 (w->law_first, ((gsize)w->n + 1) * sizeof (guint32));
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
      w->source[i] = w->position[chase_shape_edge (w->shape, i)->source];
      w->target[i] = w->position[chase_shape_edge (w->shape, i)->target];
    }
}

static guint32
greatest_degree (const ChaseWalk *w)
{
  guint32 greatest = 0;

  for (guint32 s = 0; s < w->n; s++)
    greatest = MAX (greatest, w->out_first[s + 1] - w->out_first[s]);
  return greatest;
}

static void
make_room (ChaseWalk *w)
{
  gsize words = (gsize)w->n * CHASE_WALK_WORDS;
  gsize degree = greatest_degree (w);

  if (!chase_clock_take (w->clock,
                         (gssize)((words + degree * CHASE_WALK_WORDS) * sizeof (guint64))))
    return;
  w->rows = g_new0 (guint64, words + 1);
  w->joined = g_new0 (guint64, degree * CHASE_WALK_WORDS + 1);
  w->strand = g_new0 (guint32, degree + 1);
  w->reaches = g_new0 (guint8, (gsize)w->n + 1);
  w->loose = g_new0 (guint8, (gsize)w->m + 1);
  w->has_loose = g_new0 (guint8, (gsize)w->n + 1);
  w->joint = g_new (guint32, (gsize)w->n + 1);
  memset (w->joint, 0xff, w->n * sizeof (guint32));
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
  w->gap_source = w->gap_end = G_MAXUINT32;
  w->pairs = g_array_new (FALSE, FALSE, sizeof (ChaseStoredPair));
  w->letters = g_array_new (FALSE, FALSE, sizeof (guint32));
  w->joints = g_array_new (FALSE, FALSE, sizeof (ChaseJoint));
  w->active = g_array_new (FALSE, FALSE, sizeof (ChaseJoint));
  w->strands = g_array_new (FALSE, FALSE, sizeof (ChaseStrand));
  w->parent = g_array_new (FALSE, FALSE, sizeof (guint32));
  index_nodes (w);
  identify_edges (w);
  index_edges (w);
  index_laws (w);
  make_room (w);
  return w;
}

void
chase_walk_free (ChaseWalk *w)
{
  gpointer owned[]
      = { w->order,  w->position, w->source,  w->target,    w->same,      w->out_first, w->out,
          w->way,    w->law,      w->law_end, w->joint,     w->law_first, w->law_next,  w->loose,
          w->strand, w->rows,     w->joined,  w->has_loose, w->reaches };

  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    g_free (owned[i]);
  g_array_unref (w->joints);
  g_array_unref (w->active);
  g_array_unref (w->strands);
  g_array_unref (w->parent);
  g_array_unref (w->pairs);
  g_array_unref (w->letters);
  g_clear_pointer (&w->gap_strands, g_array_unref);
  g_clear_pointer (&w->gap_parent, g_array_unref);
  g_free (w);
}

/* Makes the row of @s; returns how many of its ways lead into the block. */
static guint32
fill_row (ChaseWalk *w, guint32 s)
{
  guint64 *restrict row = chase_walk_row (w, s);
  guint32 n_ways = 0;

  for (guint32 i = w->out_first[s]; i < w->out_first[s + 1]; i++)
    {
      guint32 t = w->target[w->out[i]];
      const guint64 *restrict other = chase_walk_row (w, t);

      if (!w->reaches[t])
        continue;
      if (n_ways++ == 0)
        memcpy (row, other, CHASE_WALK_WORDS * sizeof (guint64));
      else
        for (guint k = 0; k < CHASE_WALK_WORDS; k++)
          row[k] |= other[k];
    }
  if (n_ways == 0)
    memset (row, 0, CHASE_WALK_WORDS * sizeof (guint64));
  if (s >= w->first)
    row[(s - w->first) / 64] |= (guint64)1 << ((s - w->first) % 64);
  w->reaches[s] = n_ways > 0 || s >= w->first;
  return n_ways;
}

/* All sources of ends in the block, later ones first; those before the gap, when there is one, do
 * not matter. */
static void
walk_block (ChaseWalk *w, guint32 first)
{
  guint32 least = w->gap_source == G_MAXUINT32 ? 0 : w->gap_source + 1;

  w->first = first;
  w->end = MIN (w->n, first + CHASE_WALK_WORDS * 64);
  for (guint32 s = w->end; s-- > least && !chase_clock_tick (w->clock);)
    {
      guint32 n_ways = fill_row (w, s);

      if ((n_ways > 1 || (n_ways == 1 && w->any_loose)) && !chase_walk_compare (w, s))
        return;
      while (w->law_next[s] < w->law_first[s + 1] && w->law_end[w->law_next[s]] < w->end)
        w->law_next[s]++;
    }
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const ChaseStoredPair *x = a, *y = b;

  if (x->from != y->from)
    return x->from > y->from ? -1 : 1;
  if (x->to != y->to)
    return x->to < y->to ? -1 : 1;
  return x->number < y->number ? -1 : x->number > y->number;
}

ChaseWalkState
chase_walk_run (ChaseWalk *w, gboolean stop)
{
  w->stop = stop;
  for (guint32 first = 0; first < w->n && w->rows != NULL; first += CHASE_WALK_WORDS * 64)
    {
      walk_block (w, first);
      if (chase_clock_look (w->clock))
        return CHASE_WALK_OPEN;
      if (chase_clock_wants_report (w->clock))
        chase_clock_report (w->clock, "walking the diagram: %u of %u nodes", w->end, w->n);
    }
  if (w->rows == NULL)
    return CHASE_WALK_OPEN;
  if (w->gap_source != G_MAXUINT32)
    return CHASE_WALK_GAP;
  g_array_sort (w->pairs, compare_pairs);
  return CHASE_WALK_DONE;
}

guint
chase_walk_n_pairs (const ChaseWalk *w)
{
  return w->pairs->len;
}

static ChasePair
pair_of (const ChaseWalk *w, const ChaseStoredPair *p)
{
  const guint32 *letters = (const guint32 *)(gpointer)w->letters->data + p->first;

  return (ChasePair){ w->order[p->from],
                      w->order[p->to],
                      p->relation,
                      { letters, p->n_left },
                      { letters + p->n_left, p->n_right } };
}

ChasePair
chase_walk_pair (const ChaseWalk *w, guint i)
{
  return pair_of (w, &g_array_index (w->pairs, ChaseStoredPair, i));
}

ChasePair
chase_walk_gap (const ChaseWalk *w)
{
  return pair_of (w, &w->gap);
}
