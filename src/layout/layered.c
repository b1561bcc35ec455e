/* SPDX-License-Identifier: MIT */
#include "layout/layout-private.h"

#include <math.h>

/*
 * Layers along the arrows, an order in each layer that crosses little (the barycentre heuristic of
 * Sugiyama, Tagawa and Toda, "Methods for Visual Understanding of Hierarchical System Structures",
 * 1981), rows by that order.
 */

#define SWEEPS 8

typedef struct
{
  const ChaseGraph *graph;
  guint *layer;
  guint n_layers;
  double *row;
} Layering;

/* Nodes by a depth-first walk's finishing times, so that arrows that close a cycle are those that
 * lead back. */
static guint32 *
finishing_order (const ChaseGraph *graph)
{
  guint32 *order = g_new (guint32, graph->n + 1);
  g_autofree guint8 *seen = g_new0 (guint8, graph->n + 1);
  g_autofree guint32 *stack = g_new (guint32, graph->n + 1), *next = g_new0 (guint32, graph->n + 1);
  guint n = graph->n;

  for (guint pass = 0; pass < 2; pass++)
    for (guint32 root = 0; root < graph->n; root++)
      {
        guint depth = 0;

        /* Sources first, then what lies on cycles only. */
        if (seen[root] || (pass == 0 && chase_graph_n_in (graph, root) > 0))
          continue;
        seen[root] = TRUE;
        stack[depth++] = root;
        while (depth > 0)
          {
            guint32 at = stack[depth - 1], to;

            if (next[at] == chase_graph_n_out (graph, at))
              {
                order[--n] = at;
                depth--;
                continue;
              }
            to = chase_graph_out (graph, at, next[at]++);
            if (!seen[to])
              {
                seen[to] = TRUE;
                stack[depth++] = to;
              }
          }
      }
  return order;
}

static void
find_layers (Layering *layering)
{
  const ChaseGraph *graph = layering->graph;
  g_autofree guint32 *order = finishing_order (graph);
  g_autofree guint32 *rank = g_new0 (guint32, graph->n + 1);

  for (guint i = 0; i < graph->n; i++)
    rank[order[i]] = i;
  for (guint i = 0; i < graph->n; i++)
    {
      guint32 at = order[i];

      layering->n_layers = MAX (layering->n_layers, layering->layer[at] + 1);
      for (guint k = 0; k < chase_graph_n_out (graph, at); k++)
        {
          guint32 to = chase_graph_out (graph, at, k);

          if (rank[to] > i)
            layering->layer[to] = MAX (layering->layer[to], layering->layer[at] + 1);
        }
    }
}

typedef struct
{
  guint32 node;
  guint layer;
  double weight;
} Seat;

static int
compare_seats (gconstpointer a, gconstpointer b)
{
  const Seat *left = a, *right = b;

  if (left->layer != right->layer)
    return left->layer < right->layer ? -1 : 1;
  if (left->weight != right->weight)
    return left->weight < right->weight ? -1 : 1;
  return left->node < right->node ? -1 : 1;
}

/* The mean row of the neighbours on one side (all of them in a last sweep). */
static double
mean_row (const Layering *layering, guint32 node, guint sweep)
{
  const ChaseGraph *graph = layering->graph;
  double sum = 0;
  guint n = 0;

  for (guint k = 0; sweep % 2 == 0 && k < chase_graph_n_in (graph, node); k++, n++)
    sum += layering->row[chase_graph_in (graph, node, k)];
  for (guint k = 0; sweep % 2 == 1 && k < chase_graph_n_out (graph, node); k++, n++)
    sum += layering->row[chase_graph_out (graph, node, k)];
  return n > 0 ? sum / n : layering->row[node];
}

/* Numbers the rows of each layer in the order of the seats, each layer around the same middle line.
 */
static void
take_seats (Layering *layering, const Seat *seats)
{
  const guint n = layering->graph->n;

  for (guint first = 0, last; first < n; first = last)
    {
      for (last = first; last < n && seats[last].layer == seats[first].layer; last++)
        ;
      for (guint i = first; i < last; i++)
        layering->row[seats[i].node] = i - first - (last - first - 1) / 2.0;
    }
}

static void
order_layers (Layering *layering)
{
  const guint n = layering->graph->n;
  g_autofree Seat *seats = g_new (Seat, n + 1);

  for (guint sweep = 0; sweep <= SWEEPS; sweep++)
    {
      for (guint32 i = 0; i < n; i++)
        seats[i] = (Seat){ i, layering->layer[i], sweep == 0 ? i : mean_row (layering, i, sweep) };
      qsort (seats, n, sizeof *seats, compare_seats);
      take_seats (layering, seats);
    }
}

void
chase_layout_layered (const ChaseGraph *graph, double *positions)
{
  Layering layering = { .graph = graph };
  double top = 0;

  layering.layer = g_new0 (guint, graph->n + 1);
  layering.row = g_new0 (double, graph->n + 1);
  find_layers (&layering);
  order_layers (&layering);
  for (guint32 i = 0; i < graph->n; i++)
    top = MIN (top, floor (layering.row[i]));
  for (guint32 i = 0; i < graph->n; i++)
    {
      positions[2 * i] = layering.layer[i];
      positions[2 * i + 1] = floor (layering.row[i]) - top;
    }
  g_free (layering.layer);
  g_free (layering.row);
}
