/* SPDX-License-Identifier: MIT */
#include "engine/base-private.h"

#include <string.h>

/* Where a search came from: nothing yet, or the start. */
#define UNSEEN G_MAXUINT32
#define START (G_MAXUINT32 - 1)

/* A stage is a node with how many edges were used, as far as @least asks for them. */
static guint32
stage_of (guint32 node, guint32 length)
{
  return node * 3 + length;
}

static void
append_backwards (ChaseBase *b, guint32 stage, GArray *path)
{
  guint before = path->len, after;

  while (b->came[stage] != START)
    {
      guint32 from = b->came[stage] / b->m, edge = b->came[stage] % b->m;

      g_array_append_val (path, edge);
      stage = stage_of (b->source[edge], from);
    }
  after = path->len;
  for (guint i = before, j = after; i + 1 < j; i++)
    {
      guint32 *letters = (guint32 *)(gpointer)path->data, one = letters[i];

      letters[i] = letters[--j];
      letters[j] = one;
    }
}

static void
go_on_from (ChaseBase *b, guint32 stage, guint32 least)
{
  guint32 node = stage / 3, length = stage % 3;

  for (guint32 k = b->out_first[node]; k < b->out_first[node + 1]; k++)
    {
      guint32 edge = b->out[k];
      guint32 next = stage_of (b->target[edge], MIN (length + 1, least));

      if (!b->usable[edge] || b->came[next] != UNSEEN)
        continue;
      b->came[next] = length * b->m + edge;
      g_array_append_val (b->queue, next);
    }
}

void
chase_base_append_path_to_any (ChaseBase *b, guint32 from, const guint8 *goals, guint32 least,
                               GArray *path)
{
  guint32 start = stage_of (from, 0);

  memset (b->came, 0xff, (gsize)b->n * 3 * sizeof (guint32));
  g_array_set_size (b->queue, 0);
  g_array_append_val (b->queue, start);
  b->came[start] = START;
  for (guint i = 0; i < b->queue->len; i++)
    {
      guint32 stage = g_array_index (b->queue, guint32, i);

      if (goals[stage / 3] && stage % 3 == least)
        {
          append_backwards (b, stage, path);
          return;
        }
      go_on_from (b, stage, least);
    }
  g_assert_not_reached ();
}

void
chase_base_append_path (ChaseBase *b, guint32 from, guint32 to, guint32 least, GArray *path)
{
  b->goal[to] = 1;
  chase_base_append_path_to_any (b, from, b->goal, least, path);
  b->goal[to] = 0;
}

void
chase_base_add (ChaseBase *b, guint32 from, guint32 to, guint32 relation, ChaseWord left,
                ChaseWord right)
{
  ChaseBasePair pair = { from, to, relation, b->letters->len, left.length, right.length };

  g_array_append_vals (b->letters, left.letters, left.length);
  g_array_append_vals (b->letters, right.letters, right.length);
  g_array_append_val (b->pairs, pair);
  chase_clock_take (b->clock,
                    (gssize)(sizeof pair + (left.length + right.length) * sizeof (guint32)));
}

static void
index_graph (ChaseBase *b)
{
  b->source = g_new (guint32, (gsize)b->m + 1);
  b->target = g_new (guint32, (gsize)b->m + 1);
  for (guint32 i = 0; i < b->m; i++)
    {
      b->source[i] = chase_shape_edge (b->shape, i)->source;
      b->target[i] = chase_shape_edge (b->shape, i)->target;
    }
  b->out_first = chase_bucket (b->n, b->m, b->source, &b->out);
  b->came = g_new (guint32, (gsize)b->n * 3 + 1);
  b->goal = g_new0 (guint8, (gsize)b->n + 1);
  chase_base_find_parts (b);
  b->node_first = chase_bucket (b->n_parts, b->n, b->part, &b->nodes);
  b->cyclic = g_new0 (guint8, (gsize)b->n_parts + 1);
  b->usable = g_new0 (guint8, (gsize)b->m + 1);
  for (guint32 i = 0; i < b->m; i++)
    if (b->part[b->source[i]] == b->part[b->target[i]])
      b->cyclic[b->part[b->source[i]]] = 1;
    else
      b->usable[i] = 1;
}

/* Later starts first; within a start as they were found. */
static void
sort_pairs (ChaseBase *b)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (ChaseBasePair));
  g_autofree guint32 *key = g_new (guint32, (gsize)b->pairs->len + 1);
  g_autofree guint32 *items = NULL;

  for (guint i = 0; i < b->pairs->len; i++)
    key[i] = b->n_parts - 1 - b->part[g_array_index (b->pairs, ChaseBasePair, i).from];
  g_free (chase_bucket (b->n_parts, b->pairs->len, key, &items));
  for (guint i = 0; i < b->pairs->len; i++)
    g_array_append_val (sorted, g_array_index (b->pairs, ChaseBasePair, items[i]));
  g_array_unref (b->pairs);
  b->pairs = g_steal_pointer (&sorted);
}

ChaseBase *
chase_base_new (const ChaseShape *shape, const ChaseLift *lift, gboolean strictly,
                ChaseClock *clock)
{
  g_autoptr (ChaseBase) b = g_new0 (ChaseBase, 1);

  b->shape = shape;
  b->lift = lift;
  b->clock = clock;
  b->strictly = strictly;
  b->n = chase_shape_n_nodes (shape);
  b->m = chase_shape_n_edges (shape);
  b->queue = g_array_new (FALSE, FALSE, sizeof (guint32));
  b->pairs = g_array_new (FALSE, FALSE, sizeof (ChaseBasePair));
  b->letters = g_array_new (FALSE, FALSE, sizeof (guint32));
  index_graph (b);
  for (guint32 part = b->n_parts; part-- > 0;)
    if (b->cyclic[part])
      chase_base_add_part (b, part);
  chase_base_add_between (b);
  if (chase_clock_look (clock))
    return NULL;
  sort_pairs (b);
  return g_steal_pointer (&b);
}

void
chase_base_free (ChaseBase *b)
{
  gpointer owned[] = { b->source,     b->target, b->out_first, b->out,  b->part, b->nodes,
                       b->node_first, b->cyclic, b->usable,    b->came, b->goal };

  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    g_free (owned[i]);
  g_array_unref (b->queue);
  g_array_unref (b->pairs);
  g_array_unref (b->letters);
  g_free (b);
}

guint
chase_base_n_pairs (const ChaseBase *b)
{
  return b->pairs->len;
}

ChasePair
chase_base_pair (const ChaseBase *b, guint i)
{
  const ChaseBasePair *p = &g_array_index (b->pairs, ChaseBasePair, i);
  const guint32 *letters = (const guint32 *)(gconstpointer)b->letters->data + p->first;

  return (ChasePair){
    p->from, p->to, p->relation, { letters, p->n_left }, { letters + p->n_left, p->n_right }
  };
}
