/* SPDX-License-Identifier: MIT */
#include "engine/base-private.h"

typedef struct
{
  ChaseBase *base;
  guint32 *number; /* of each node in the order of discovery, from 1 on; 0: not yet */
  guint32 *low;
  guint32 *next; /* node -> place in out of the edge to try next */
  guint8 *open;  /* node: on the stack, its part not yet known */
  GArray *stack, *path;
  guint32 count;
} Tarjan;

static void
enter (Tarjan *t, guint32 node)
{
  t->number[node] = t->low[node] = ++t->count;
  t->next[node] = t->base->out_first[node];
  t->open[node] = 1;
  g_array_append_val (t->stack, node);
  g_array_append_val (t->path, node);
}

/* All that was discovered after @root, the first of its part, and has no part, is of this one. */
static void
close_part (Tarjan *t, guint32 root)
{
  guint32 node;

  do
    {
      node = g_array_index (t->stack, guint32, t->stack->len - 1);
      g_array_set_size (t->stack, t->stack->len - 1);
      t->open[node] = 0;
      t->base->part[node] = t->base->n_parts;
    }
  while (node != root);
  t->base->n_parts++;
}

static void
leave (Tarjan *t, guint32 node)
{
  g_array_set_size (t->path, t->path->len - 1);
  if (t->path->len > 0)
    {
      guint32 before = g_array_index (t->path, guint32, t->path->len - 1);

      t->low[before] = MIN (t->low[before], t->low[node]);
    }
  if (t->low[node] == t->number[node])
    close_part (t, node);
}

static void
go_on (Tarjan *t)
{
  guint32 node = g_array_index (t->path, guint32, t->path->len - 1), to;

  if (t->next[node] == t->base->out_first[node + 1])
    {
      leave (t, node);
      return;
    }
  to = t->base->target[t->base->out[t->next[node]++]];
  if (t->number[to] == 0)
    enter (t, to);
  else if (t->open[to])
    t->low[node] = MIN (t->low[node], t->number[to]);
}

void
chase_base_find_parts (ChaseBase *base)
{
  g_autofree guint32 *number = g_new0 (guint32, (gsize)base->n + 1);
  g_autofree guint32 *low = g_new0 (guint32, (gsize)base->n + 1);
  g_autofree guint32 *next = g_new0 (guint32, (gsize)base->n + 1);
  g_autofree guint8 *open = g_new0 (guint8, (gsize)base->n + 1);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint32));
  Tarjan t = { base, number, low, next, open, stack, path, 0 };

  base->part = g_new0 (guint32, (gsize)base->n + 1);
  for (guint32 node = base->n; node-- > 0;)
    {
      if (number[node] == 0)
        enter (&t, node);
      while (path->len > 0)
        go_on (&t);
    }
  for (guint32 node = 0; node < base->n; node++)
    base->part[node] = base->n_parts - 1 - base->part[node];
}
