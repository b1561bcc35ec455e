/* SPDX-License-Identifier: MIT */
#include "engine/base-private.h"

#include <string.h>

/* One strongly connected part while it is built up ear by ear. The edges that are built in are the
 * usable ones. */
typedef struct
{
  ChaseBase *base;
  guint32 part;
  guint8 *reached; /* node: built in */
  GArray *nodes;   /* in the order in which they were */
  guint32 last;    /* the last edge of the first cycle */
  GArray *walk;    /* closed, ends with it */
} Ears;

static ChaseWord
word_of (const GArray *letters)
{
  return (ChaseWord){ (const guint32 *)(gconstpointer)letters->data, letters->len };
}

static guint32
letter (const GArray *path, guint i)
{
  return g_array_index (path, guint32, i);
}

/* @edge = @right. */
static void
add (Ears *e, guint32 edge, const GArray *right)
{
  ChaseBase *b = e->base;

  chase_base_add (b, b->source[edge], b->target[edge], G_MAXUINT32, (ChaseWord){ &edge, 1 },
                  word_of (right));
}

static void
append_part (GArray *to, const GArray *from, guint first, guint n)
{
  if (n > 0)
    g_array_append_vals (to, (const guint32 *)(gconstpointer)from->data + first, n);
}

/* A shortest path from @edge on until a node that is reached. */
static GArray *
find_ear (Ears *e, guint32 edge)
{
  ChaseBase *b = e->base;
  GArray *ear = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree guint8 *before = NULL;

  g_array_append_val (ear, edge);
  if (e->reached[b->target[edge]])
    return ear;
  before = g_memdup2 (b->usable, b->m);
  for (guint32 i = 0; i < b->m; i++)
    b->usable[i] = b->part[b->source[i]] == e->part && b->part[b->target[i]] == e->part
                   && !e->reached[b->source[i]];
  chase_base_append_path_to_any (b, b->target[edge], e->reached, 1, ear);
  memcpy (b->usable, before, b->m);
  return ear;
}

static void
build_in (Ears *e, const GArray *ear)
{
  ChaseBase *b = e->base;

  for (guint i = 0; i < ear->len; i++)
    {
      guint32 node = b->target[letter (ear, i)];

      b->usable[letter (ear, i)] = 1;
      if (!e->reached[node])
        g_array_append_val (e->nodes, node);
      e->reached[node] = 1;
    }
}

/* The edge number @i of the cycle @cycle, then the whole cycle after it. */
static void
add_around (Ears *e, const GArray *cycle, guint i)
{
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (guint32));

  append_part (right, cycle, i, cycle->len - i);
  append_part (right, cycle, 0, i + 1);
  add (e, letter (cycle, i), right);
}

static void
take_first_cycle (Ears *e, const GArray *cycle)
{
  for (guint i = 0; i + 1 < cycle->len; i++)
    add_around (e, cycle, i);
  e->last = letter (cycle, cycle->len - 1);
  append_part (e->walk, cycle, 0, cycle->len);
}

/* An edge within what is built in equals a path of two edges or more there. */
static void
take_edge (Ears *e, guint32 edge)
{
  ChaseBase *b = e->base;
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint32));

  chase_base_append_path (b, b->source[edge], b->target[edge], 2, path);
  add (e, edge, path);
}

static guint
place_in_walk (const Ears *e, guint32 node)
{
  guint i = 0;

  while (e->base->source[letter (e->walk, i)] != node)
    i++;
  return i;
}

/* Where the walk comes by the ear's start it now goes along the ear and back to there. */
static void
lead_walk_along (Ears *e, const GArray *ear, guint at)
{
  ChaseBase *b = e->base;
  GArray *walk = g_array_new (FALSE, FALSE, sizeof (guint32));

  append_part (walk, e->walk, 0, at);
  append_part (walk, ear, 0, ear->len);
  chase_base_append_path (b, b->target[letter (ear, ear->len - 1)], b->source[letter (ear, 0)], 0,
                          walk);
  append_part (walk, e->walk, at, e->walk->len - at);
  g_array_unref (e->walk);
  e->walk = walk;
}

static void
take_ear (Ears *e, const GArray *ear)
{
  ChaseBase *b = e->base;
  guint32 first = letter (ear, 0), last = letter (ear, ear->len - 1);
  guint at = place_in_walk (e, b->source[first]);
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) cycle = g_array_new (FALSE, FALSE, sizeof (guint32));

  append_part (path, e->walk, at, e->walk->len - at);
  append_part (path, e->walk, 0, at);
  g_array_append_val (path, first);
  add (e, first, path);
  append_part (cycle, ear, 0, ear->len);
  chase_base_append_path (b, b->target[last], b->source[first], 0, cycle);
  for (guint i = 1; i + 1 < ear->len; i++)
    add_around (e, cycle, i);
  g_array_set_size (path, 0);
  g_array_append_val (path, last);
  chase_base_append_path (b, b->target[last], b->target[last], 1, path);
  add (e, last, path);
  lead_walk_along (e, ear, at);
}

static void
take (Ears *e, guint32 edge)
{
  g_autoptr (GArray) ear = find_ear (e, edge);

  if (e->walk->len == 0)
    take_first_cycle (e, ear);
  else if (ear->len == 1)
    take_edge (e, edge);
  else
    take_ear (e, ear);
  build_in (e, ear);
}

void
chase_base_add_part (ChaseBase *b, guint32 part)
{
  g_autofree guint8 *reached = g_new0 (guint8, (gsize)b->n + 1);
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 root = b->nodes[b->node_first[part]];
  Ears e = { b, part, reached, nodes, 0, g_array_new (FALSE, FALSE, sizeof (guint32)) };

  g_array_append_val (nodes, root);
  reached[root] = 1;
  for (guint i = 0; i < nodes->len; i++)
    {
      guint32 node = letter (nodes, i);

      for (guint32 k = b->out_first[node];
           k < b->out_first[node + 1] && !chase_clock_tick (b->clock); k++)
        if (b->part[b->target[b->out[k]]] == part && !b->usable[b->out[k]])
          take (&e, b->out[k]);
    }
  g_array_append_val (right, e.last);
  append_part (right, e.walk, 0, e.walk->len);
  add (&e, e.last, right);
  g_array_unref (e.walk);
}
