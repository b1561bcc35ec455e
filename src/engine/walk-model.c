/* SPDX-License-Identifier: MIT */
#include "engine/walk-private.h"

#include "engine/quotient.h"

#include <string.h>

/* The model at a gap. The end of the gap has two elements: the class of the first strand there, and
 * the others. Where the source has loose edges, their end has an element for each of them; all else
 * that the source leads to has one. */
typedef struct
{
  const ChaseWalk *walk;
  ChaseAction *functor;
  guint32 s;
  guint32 *first; /* node -> its first element, or G_MAXUINT32 */
  guint32 *count;
  guint32 *way; /* node -> a way that leads to it */
} Telling;

/* The place of the loose way @way of the source among those with the same end. */
static guint32
place_of (const Telling *t, guint32 way)
{
  const ChaseWalk *w = t->walk;
  const guint32 *ways = w->out + w->out_first[t->s];
  guint32 place = 0;

  for (guint32 i = 0; i < way; i++)
    place += w->target[ways[i]] == w->target[ways[way]];
  return place;
}

static guint32
loose_way (const Telling *t, guint32 node, guint32 place)
{
  const ChaseWalk *w = t->walk;
  const guint32 *ways = w->out + w->out_first[t->s];
  guint32 way = 0;

  while (w->target[ways[way]] != node || place-- > 0)
    way++;
  return way;
}

static void
reach (Telling *t)
{
  const ChaseWalk *w = t->walk;

  memset (t->count, 0, w->n * sizeof (guint32));
  t->count[t->s] = 1;
  for (guint32 node = t->s; node < w->n; node++)
    for (guint32 i = w->out_first[node]; t->count[node] > 0 && i < w->out_first[node + 1]; i++)
      {
        guint32 edge = w->out[i], target = w->target[edge];
        gboolean more = w->loose[edge] && node == t->s && target < w->gap_end;

        if (t->count[target] == 0)
          t->way[target] = node == t->s ? w->way[edge] : t->way[node];
        if (t->count[target] == 0 || more)
          t->count[target]++;
      }
  t->count[w->gap_end] = 2;
}

static void
add_elements (Telling *t)
{
  const ChaseWalk *w = t->walk;

  memset (t->first, 0xff, w->n * sizeof (guint32));
  for (guint32 node = t->s; node < w->n; node++)
    for (guint32 k = 0; k < t->count[node]; k++)
      {
        guint32 object = chase_shape_node (w->shape, w->order[node])->object;
        guint32 element = chase_action_add (t->functor, object);

        if (k == 0)
          t->first[node] = element;
      }
}

/* Is the strand that @edge makes of @way in the class of the first one at the gap? */
static gboolean
is_first_class (const Telling *t, guint32 way, guint32 edge)
{
  const ChaseWalk *w = t->walk;
  guint32 *parent = (guint32 *)(gpointer)w->gap_parent->data;

  for (guint32 i = 0; i < w->gap_strands->len; i++)
    {
      const ChaseStrand *strand = &g_array_index (w->gap_strands, ChaseStrand, i);

      if (strand->way == way && (strand->edge == G_MAXUINT32 || strand->edge == edge))
        return chase_class_of (parent, i) == chase_class_of (parent, 0);
    }
  return TRUE;
}

/* Where @edge sends the @k-th element of its source. */
static guint32
value_of (const Telling *t, guint32 edge, guint32 k)
{
  const ChaseWalk *w = t->walk;
  guint32 from = w->source[edge], to = w->target[edge], same = w->same[edge], way;

  if (to != w->gap_end && t->count[to] == 1)
    return t->first[to];
  if (from == t->s)
    way = w->way[same];
  else
    way = t->count[from] > 1 ? loose_way (t, from, k) : t->way[from];
  if (to == w->gap_end)
    return t->first[to] + !is_first_class (t, way, same);
  return t->first[to] + place_of (t, way);
}

ChaseEvidence *
chase_walk_model (ChaseWalk *w, const ChaseIndex *index)
{
  g_autoptr (ChaseAction) functor = chase_action_new (index);
  g_autofree guint32 *first = g_new (guint32, (gsize)w->n + 1);
  g_autofree guint32 *count = g_new (guint32, (gsize)w->n + 1);
  g_autofree guint32 *way = g_new0 (guint32, (gsize)w->n + 1);
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (guint32));
  ChasePair gap = chase_walk_gap (w);
  Telling telling = { w, functor, w->gap_source, first, count, way };

  reach (&telling);
  add_elements (&telling);
  for (guint32 i = 0; i < w->m; i++)
    for (guint32 k = 0; k < count[w->source[i]]; k++)
      chase_action_set (functor, first[w->source[i]] + k,
                        chase_shape_edge (w->shape, i)->word.letters[0], value_of (&telling, i, k));
  chase_shape_spell (w->shape, gap.left, left);
  chase_shape_spell (w->shape, gap.right, right);
  return chase_action_model (functor, first[w->gap_source],
                             (ChaseWord){ (guint32 *)(gpointer)left->data, left->len },
                             (ChaseWord){ (guint32 *)(gpointer)right->data, right->len });
}
