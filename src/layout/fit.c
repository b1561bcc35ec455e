/* SPDX-License-Identifier: MIT */
#include "layout/layout-private.h"

#include <math.h>

/* Fitting what has no place around what has one. */
typedef struct
{
  const ChaseGraph *graph;
  double *positions;
  const double *wanted; /* the places of a layout of its own */
  GHashTable *taken;    /* places on halves, see place_key () */
  guint8 *placed;
  guint32 *queue; /* placed nodes, whose neighbours are to be placed next */
  guint n_queue, at;
  double bottom; /* the lowest row that is used */
} Fit;

static gint64
place_key (double x, double y)
{
  return lround (2 * x) * G_GINT64_CONSTANT (0x100000000) + lround (2 * y);
}

/* Keeps numbers where places can be told apart. */
static double
tame (double value)
{
  return isfinite (value) ? CLAMP (value, -1e6, 1e6) : 0;
}

static gboolean
is_free (const Fit *fit, double x, double y)
{
  gint64 key = place_key (x, y);

  return !g_hash_table_contains (fit->taken, &key);
}

/* The free whole place nearest to (@x, @y), searched in growing squares around it. */
static void
find_free (const Fit *fit, double *x, double *y)
{
  double cx = round (*x), cy = round (*y);

  if (is_free (fit, *x, *y))
    return;
  for (int reach = 1;; reach++)
    for (int i = -reach; i <= reach; i++)
      for (int j = -reach; j <= reach; j++)
        if (MAX (abs (i), abs (j)) == reach && is_free (fit, cx + j, cy + i))
          {
            *x = cx + j;
            *y = cy + i;
            return;
          }
}

static void
occupy (Fit *fit, guint32 node, double x, double y)
{
  gint64 key = place_key (tame (x), tame (y));

  g_hash_table_add (fit->taken, g_memdup2 (&key, sizeof key));
  fit->positions[2 * node] = x;
  fit->positions[2 * node + 1] = y;
  fit->bottom = MAX (fit->bottom, ceil (tame (y)));
  fit->placed[node] = TRUE;
  fit->queue[fit->n_queue++] = node;
}

static guint32
neighbour (const ChaseGraph *graph, guint32 node, guint k)
{
  guint n_in = chase_graph_n_in (graph, node);

  return k < n_in ? chase_graph_in (graph, node, k) : chase_graph_out (graph, node, k - n_in);
}

/* Places the neighbours of @from as they stand to it in the layout. */
static void
place_neighbours (Fit *fit, guint32 from)
{
  guint degree = chase_graph_n_in (fit->graph, from) + chase_graph_n_out (fit->graph, from);

  for (guint k = 0; k < degree; k++)
    {
      guint32 to = neighbour (fit->graph, from, k);
      double x, y;

      if (fit->placed[to])
        continue;
      x = tame (fit->positions[2 * from]) + fit->wanted[2 * to] - fit->wanted[2 * from];
      y = tame (fit->positions[2 * from + 1]) + fit->wanted[2 * to + 1] - fit->wanted[2 * from + 1];
      find_free (fit, &x, &y);
      occupy (fit, to, x, y);
    }
}

static void
place_all (Fit *fit)
{
  for (guint32 root = 0; root <= fit->graph->n; root++)
    {
      while (fit->at < fit->n_queue)
        place_neighbours (fit, fit->queue[fit->at++]);
      if (root < fit->graph->n && !fit->placed[root])
        {
          double x = 0, y = fit->bottom + 1;

          find_free (fit, &x, &y);
          occupy (fit, root, x, y);
        }
    }
}

void
chase_layout_fit (const ChaseDiagram *diagram, const ChaseGraph *graph, double *positions)
{
  g_autofree double *wanted = g_memdup2 (positions, 2 * graph->n * sizeof *positions);
  Fit fit = { .graph = graph, .positions = positions, .wanted = wanted, .bottom = -1 };

  fit.taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  fit.placed = g_new0 (guint8, graph->n + 1);
  fit.queue = g_new (guint32, graph->n + 1);
  for (guint32 i = 0; i < graph->n; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);

      if (cell->has_position)
        occupy (&fit, i, cell->x, cell->y);
    }
  place_all (&fit);
  g_hash_table_unref (fit.taken);
  g_free (fit.placed);
  g_free (fit.queue);
}
