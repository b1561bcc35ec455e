/* SPDX-License-Identifier: MIT */
#include "layout/layout-private.h"

#include <math.h>

#define NONE G_MAXUINT32

static guint
degree (const ChaseGraph *graph, guint32 node)
{
  return chase_graph_n_in (graph, node) + chase_graph_n_out (graph, node);
}

static gboolean
has_link (const ChaseGraph *graph, guint32 from, guint32 to)
{
  for (guint k = 0; k < chase_graph_n_out (graph, from); k++)
    if (chase_graph_out (graph, from, k) == to)
      return TRUE;
  return FALSE;
}

static void
put (double *positions, guint32 node, double x, double y)
{
  positions[2 * node] = x;
  positions[2 * node + 1] = y;
}

/* The @k-th neighbour, whichever way the arrow points. */
static guint32
neighbour (const ChaseGraph *graph, guint32 node, guint k)
{
  guint n_in = chase_graph_n_in (graph, node);

  return k < n_in ? chase_graph_in (graph, node, k) : chase_graph_out (graph, node, k - n_in);
}

/* Walks from @start through nodes of degree two; fills @order. Returns how many nodes it met. */
static guint
walk (const ChaseGraph *graph, guint32 start, guint32 next, guint32 *order)
{
  guint n = 0;
  guint32 last = NONE, at = start;

  for (;;)
    {
      guint32 follow = NONE;

      order[n++] = at;
      if (n == graph->n)
        return n;
      for (guint k = 0; k < degree (graph, at) && follow == NONE; k++)
        if (neighbour (graph, at, k) != last && (at != start || neighbour (graph, at, k) == next))
          follow = neighbour (graph, at, k);
      if (follow == NONE || follow == start)
        return n;
      last = at;
      at = follow;
    }
}

/* A chain of arrows, some of them backwards perhaps: one row. */
static gboolean
place_chain (const ChaseGraph *graph, double *positions)
{
  g_autofree guint32 *order = NULL;
  guint32 start = NONE, end = NONE;

  if (graph->links->len != graph->n - 1)
    return FALSE;
  for (guint32 i = 0; i < graph->n; i++)
    {
      if (degree (graph, i) > 2)
        return FALSE;
      if (degree (graph, i) == 1 && start == NONE)
        start = i;
      else if (degree (graph, i) == 1)
        end = i;
    }
  /* Along the arrows where they agree. */
  if (chase_graph_n_out (graph, start) == 0 && chase_graph_n_in (graph, end) == 0)
    start = end;
  order = g_new (guint32, graph->n);
  if (walk (graph, start, neighbour (graph, start, 0), order) != graph->n)
    return FALSE;
  for (guint i = 0; i < graph->n; i++)
    put (positions, order[i], i, 0);
  return TRUE;
}

static guint32
only_source (const ChaseGraph *graph)
{
  guint32 found = NONE;

  for (guint32 i = 0; i < graph->n; i++)
    if (chase_graph_n_in (graph, i) == 0)
      {
        if (found != NONE)
          return NONE;
        found = i;
      }
  return found;
}

static guint32
only_sink (const ChaseGraph *graph)
{
  guint32 found = NONE;

  for (guint32 i = 0; i < graph->n; i++)
    if (chase_graph_n_out (graph, i) == 0)
      {
        if (found != NONE)
          return NONE;
        found = i;
      }
  return found;
}

/* A ring of three: the composite of a commuting triangle is its long side. */
static void
place_triangle (const ChaseGraph *graph, double *positions)
{
  guint32 source = only_source (graph), sink = only_sink (graph);

  if (source == NONE || sink == NONE)
    {
      guint32 next = chase_graph_n_out (graph, 0) > 0 ? chase_graph_out (graph, 0, 0) : 1;

      put (positions, 0, 0.5, 0);
      put (positions, next, 1, 1);
      put (positions, 3 - next, 0, 1);
      return;
    }
  put (positions, source, 0, 0);
  put (positions, 3 - source - sink, 1, 0);
  put (positions, sink, 1, 1);
}

/* A ring of five or more: a polygon, clockwise from the top, its corners on halves. */
static void
place_polygon (const guint32 *order, guint n, double *positions)
{
  double radius = MAX (n / (2 * G_PI) * 1.25, 1), left = 0, top = 0;

  for (guint i = 0; i < n; i++)
    {
      double angle = 2 * G_PI * i / n - G_PI / 2 - (n % 2 == 0 ? G_PI / n : 0);

      put (positions, order[i], round (2 * radius * cos (angle)) / 2,
           round (2 * radius * sin (angle)) / 2);
      left = MIN (left, positions[2 * order[i]]);
      top = MIN (top, positions[2 * order[i] + 1]);
    }
  for (guint i = 0; i < n; i++)
    put (positions, i, positions[2 * i] - left, positions[2 * i + 1] - top);
}

static gboolean
place_ring (const ChaseGraph *graph, double *positions)
{
  g_autofree guint32 *order = NULL;
  guint32 start = only_source (graph);

  if (graph->links->len != graph->n || graph->n < 3)
    return FALSE;
  for (guint32 i = 0; i < graph->n; i++)
    if (degree (graph, i) != 2)
      return FALSE;
  if (start == NONE)
    start = 0;
  order = g_new (guint32, graph->n);
  if (walk (graph, start,
            chase_graph_n_out (graph, start) > 0 ? chase_graph_out (graph, start, 0)
                                                 : neighbour (graph, start, 0),
            order)
      != graph->n)
    return FALSE;
  if (graph->n == 3)
    place_triangle (graph, positions);
  else if (graph->n > 4)
    place_polygon (order, graph->n, positions);
  for (guint i = 0; graph->n == 4 && i < 4; i++)
    put (positions, order[i], i == 1 || i == 2, i >= 2);
  return TRUE;
}

/* Nodes such that every arrow leads from an earlier to a later one; FALSE when there is a cycle. */
static gboolean
sort_topologically (const ChaseGraph *graph, guint32 *order)
{
  g_autofree guint *missing = g_new0 (guint, graph->n);
  guint n = 0;

  for (guint32 i = 0; i < graph->n; i++)
    {
      missing[i] = chase_graph_n_in (graph, i);
      if (missing[i] == 0)
        order[n++] = i;
    }
  for (guint at = 0; at < n; at++)
    for (guint k = 0; k < chase_graph_n_out (graph, order[at]); k++)
      if (--missing[chase_graph_out (graph, order[at], k)] == 0)
        order[n++] = chase_graph_out (graph, order[at], k);
  return n == graph->n;
}

/* Where a node of a grid has to stand, its predecessors standing already; FALSE when it is no grid.
 */
static gboolean
grid_place (const ChaseGraph *graph, guint32 node, guint32 source, const double *positions,
            double *x, double *y)
{
  guint32 a = chase_graph_in (graph, node, 0), b;
  double ax = positions[2 * a], ay = positions[2 * a + 1];

  if (chase_graph_n_in (graph, node) == 1)
    {
      gboolean right = a == source ? chase_graph_out (graph, source, 0) == node : ay == 0;

      if (a != source && ax != 0 && ay != 0)
        return FALSE;
      *x = right ? ax + 1 : ax;
      *y = right ? ay : ay + 1;
      return TRUE;
    }
  if (chase_graph_n_in (graph, node) != 2)
    return FALSE;
  b = chase_graph_in (graph, node, 1);
  *x = MAX (ax, positions[2 * b]);
  *y = MAX (ay, positions[2 * b + 1]);
  return fabs (ax - positions[2 * b]) == 1 && fabs (ay - positions[2 * b + 1]) == 1
         && ax + ay == positions[2 * b] + positions[2 * b + 1];
}

static gboolean
is_injective (const double *positions, guint n)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < n; i++)
    {
      gint64 key = lround (2 * positions[2 * i]) * G_GINT64_CONSTANT (0x100000000)
                   + lround (2 * positions[2 * i + 1]);

      if (!g_hash_table_add (seen, g_memdup2 (&key, sizeof key)))
        return FALSE;
    }
  return TRUE;
}

/*
 * A grid of squares, or a part of one that has a corner where all begins: the first arrow out of
 * the corner goes right, the second down, and each node with two predecessors closes a square.
 */
static gboolean
place_grid (const ChaseGraph *graph, double *positions)
{
  g_autofree guint32 *order = g_new (guint32, graph->n + 1);
  guint32 source = only_source (graph);

  if (source == NONE || graph->n < 4 || chase_graph_n_out (graph, source) != 2
      || !sort_topologically (graph, order))
    return FALSE;
  put (positions, source, 0, 0);
  for (guint i = 1; i < graph->n; i++)
    {
      double x, y;

      if (!grid_place (graph, order[i], source, positions, &x, &y))
        return FALSE;
      put (positions, order[i], x, y);
    }
  for (guint i = 0; i < graph->links->len; i++)
    {
      const ChaseLink *link = &g_array_index (graph->links, ChaseLink, i);
      double dx = positions[2 * link->to] - positions[2 * link->from];
      double dy = positions[2 * link->to + 1] - positions[2 * link->from + 1];

      if (!((dx == 1 && dy == 0) || (dx == 0 && dy == 1)))
        return FALSE;
    }
  return is_injective (positions, graph->n);
}

/* The commuting cube: two squares, one behind the other. */
static gboolean
place_cube (const ChaseGraph *graph, double *positions)
{
  guint32 order[8], bits[8] = { 0 }, source = only_source (graph), seen = 0;

  if (graph->n != 8 || graph->links->len != 12 || source == NONE
      || chase_graph_n_out (graph, source) != 3 || !sort_topologically (graph, order))
    return FALSE;
  for (guint k = 0; k < 3; k++)
    bits[chase_graph_out (graph, source, k)] = 1u << k;
  for (guint i = 0; i < 8; i++)
    {
      guint32 node = order[i];

      for (guint k = 0; k < chase_graph_n_in (graph, node); k++)
        bits[node] |= bits[chase_graph_in (graph, node, k)];
      seen |= 1u << bits[node];
    }
  if (seen != 0xff)
    return FALSE;
  for (guint i = 0; i < graph->links->len; i++)
    {
      const ChaseLink *link = &g_array_index (graph->links, ChaseLink, i);
      guint32 step = bits[link->from] ^ bits[link->to];

      if ((step & (step - 1)) != 0)
        return FALSE;
    }
  for (guint32 i = 0; i < 8; i++)
    put (positions, i, 1.5 * (bits[i] & 1) + 0.5 * (bits[i] >> 2 & 1),
         1.5 * (bits[i] >> 1 & 1) + 0.5 * (bits[i] >> 2 & 1));
  return TRUE;
}

static void
shift (double *positions, guint n, double x, double y)
{
  for (guint i = 0; i < n; i++)
    put (positions, i, positions[2 * i] + x, positions[2 * i + 1] + y);
}

static ChaseGraph *
graph_without (const ChaseGraph *graph, guint32 node, guint32 *nodes)
{
  guint n = 0;

  for (guint32 i = 0; i < graph->n; i++)
    if (i != node)
      nodes[n++] = i;
  return chase_graph_part (graph, nodes, n);
}

/* A grid with one object more, that maps to its corner (or that its last corner maps to): outside,
 * on the diagonal. */
static gboolean
place_grid_and_apex (const ChaseGraph *graph, gboolean cone, double *positions)
{
  guint32 apex = cone ? only_source (graph) : only_sink (graph), corner;
  g_autofree guint32 *nodes = g_new (guint32, graph->n + 1);
  g_autofree double *inner = g_new0 (double, 2 * graph->n + 2);
  g_autoptr (ChaseGraph) rest = NULL;

  if (apex == NONE || graph->n < 5
      || (cone ? chase_graph_n_out (graph, apex) : chase_graph_n_in (graph, apex)) < 2)
    return FALSE;
  rest = graph_without (graph, apex, nodes);
  if (!place_grid (rest, inner))
    return FALSE;
  corner = cone ? only_source (rest) : only_sink (rest);
  if (corner == NONE
      || !(cone ? has_link (graph, apex, nodes[corner]) : has_link (graph, nodes[corner], apex)))
    return FALSE;
  for (guint i = 0; i < rest->n; i++)
    put (positions, nodes[i], inner[2 * i], inner[2 * i + 1]);
  if (cone)
    {
      put (positions, apex, -1, -1);
      shift (positions, graph->n, 1, 1);
    }
  else
    put (positions, apex, inner[2 * corner] + 1, inner[2 * corner + 1] + 1);
  return TRUE;
}

/* A product and an object that maps to it and its factors; or a coproduct, turned round. */
static gboolean
place_product (const ChaseGraph *graph, gboolean product, double *positions)
{
  guint32 apex = product ? only_source (graph) : only_sink (graph), middle = NONE, side = 0;

  if (graph->n != 4 || graph->links->len != 5 || apex == NONE || degree (graph, apex) != 3)
    return FALSE;
  for (guint32 i = 0; i < 4; i++)
    if (i != apex && degree (graph, i) == 3)
      middle = i;
  if (middle == NONE
      || (product ? chase_graph_n_out (graph, middle) : chase_graph_n_in (graph, middle)) != 2)
    return FALSE;
  put (positions, apex, 1, product ? 0 : 1);
  put (positions, middle, 1, product ? 1 : 0);
  for (guint32 i = 0; i < 4; i++)
    if (i != apex && i != middle)
      put (positions, i, 2 * side++, product ? 1 : 0);
  return TRUE;
}

void
chase_layout_circle (const ChaseGraph *graph, double *positions)
{
  g_autofree guint32 *order = g_new (guint32, graph->n + 1), *stack = g_new (guint32, graph->n + 1);
  g_autofree guint *next = g_new0 (guint, graph->n + 1);
  g_autofree gboolean *seen = g_new0 (gboolean, graph->n + 1);
  guint n = 0, depth = 0;

  /* Depth first, so that neighbours stand beside each other where they can. */
  stack[depth++] = 0;
  seen[0] = TRUE;
  order[n++] = 0;
  while (depth > 0)
    {
      guint32 at = stack[depth - 1], to;

      if (next[at] == degree (graph, at))
        {
          depth--;
          continue;
        }
      to = neighbour (graph, at, degree (graph, at) - 1 - next[at]++);
      if (seen[to])
        continue;
      seen[to] = TRUE;
      order[n++] = to;
      stack[depth++] = to;
    }
  place_polygon (order, n, positions);
}

gboolean
chase_layout_shape (const ChaseGraph *graph, double *positions)
{
  if (graph->n == 0)
    return TRUE;
  if (graph->n == 1)
    {
      put (positions, 0, 0, 0);
      return TRUE;
    }
  if (graph->n == 2)
    {
      guint32 first = g_array_index (graph->links, ChaseLink, 0).from;

      put (positions, first, 0, 0);
      put (positions, 1 - first, 1, 0);
      return TRUE;
    }
  return place_chain (graph, positions) || place_grid (graph, positions)
         || place_ring (graph, positions) || place_cube (graph, positions)
         || place_product (graph, TRUE, positions) || place_product (graph, FALSE, positions)
         || place_grid_and_apex (graph, TRUE, positions)
         || place_grid_and_apex (graph, FALSE, positions);
}
