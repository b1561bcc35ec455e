/* SPDX-License-Identifier: MIT */
#include "layout/graph.h"

static void
list_neighbours (ChaseGraph *graph)
{
  guint32 *at_out, *at_in;

  graph->first_out = g_new0 (guint32, graph->n + 2);
  graph->first_in = g_new0 (guint32, graph->n + 2);
  graph->out = g_new0 (guint32, graph->links->len + 1);
  graph->in = g_new0 (guint32, graph->links->len + 1);
  for (guint i = 0; i < graph->links->len; i++)
    {
      graph->first_out[g_array_index (graph->links, ChaseLink, i).from + 1]++;
      graph->first_in[g_array_index (graph->links, ChaseLink, i).to + 1]++;
    }
  for (guint i = 0; i < graph->n; i++)
    {
      graph->first_out[i + 1] += graph->first_out[i];
      graph->first_in[i + 1] += graph->first_in[i];
    }
  at_out = g_memdup2 (graph->first_out, (graph->n + 1) * sizeof (guint32));
  at_in = g_memdup2 (graph->first_in, (graph->n + 1) * sizeof (guint32));
  for (guint i = 0; i < graph->links->len; i++)
    {
      const ChaseLink *link = &g_array_index (graph->links, ChaseLink, i);

      graph->out[at_out[link->from]++] = link->to;
      graph->in[at_in[link->to]++] = link->from;
    }
  g_free (at_out);
  g_free (at_in);
}

ChaseGraph *
chase_graph_new (const ChaseDiagram *diagram)
{
  ChaseGraph *graph = g_new0 (ChaseGraph, 1);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  graph->n = diagram->n_nodes;
  graph->links = g_array_new (FALSE, FALSE, sizeof (ChaseLink));
  for (guint32 i = diagram->n_nodes; i < chase_diagram_n_cells (diagram); i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);
      ChaseLink link = { cell->source, cell->target };
      gint64 key = ((gint64)link.from << 32) | link.to;

      if (cell->level != 1 || cell->style->form != CHASE_EDGE_ARROW || link.from == link.to
          || g_hash_table_contains (seen, &key))
        continue;
      g_hash_table_add (seen, g_memdup2 (&key, sizeof key));
      g_array_append_val (graph->links, link);
    }
  list_neighbours (graph);
  return graph;
}

ChaseGraph *
chase_graph_part (const ChaseGraph *graph, const guint32 *nodes, guint n)
{
  ChaseGraph *part = g_new0 (ChaseGraph, 1);
  g_autofree guint32 *number = g_new (guint32, graph->n + 1);

  for (guint i = 0; i < graph->n; i++)
    number[i] = G_MAXUINT32;
  for (guint i = 0; i < n; i++)
    number[nodes[i]] = i;
  part->n = n;
  part->links = g_array_new (FALSE, FALSE, sizeof (ChaseLink));
  for (guint i = 0; i < graph->links->len; i++)
    {
      ChaseLink link = g_array_index (graph->links, ChaseLink, i);

      link.from = number[link.from];
      link.to = number[link.to];
      if (link.from != G_MAXUINT32 && link.to != G_MAXUINT32)
        g_array_append_val (part->links, link);
    }
  list_neighbours (part);
  return part;
}

void
chase_graph_free (ChaseGraph *graph)
{
  if (graph == NULL)
    return;
  g_array_unref (graph->links);
  g_free (graph->out);
  g_free (graph->in);
  g_free (graph->first_out);
  g_free (graph->first_in);
  g_free (graph);
}

static guint32
find (guint32 *parent, guint32 node)
{
  while (parent[node] != node)
    {
      parent[node] = parent[parent[node]];
      node = parent[node];
    }
  return node;
}

guint
chase_graph_pieces (const ChaseGraph *graph, guint32 **piece)
{
  g_autofree guint32 *parent = g_new (guint32, graph->n + 1);
  guint n = 0;

  *piece = g_new (guint32, graph->n + 1);
  for (guint32 i = 0; i < graph->n; i++)
    parent[i] = i;
  for (guint i = 0; i < graph->links->len; i++)
    {
      const ChaseLink *link = &g_array_index (graph->links, ChaseLink, i);
      guint32 a = find (parent, link->from), b = find (parent, link->to);

      /* The lesser is the root, so that a piece is met first at its root. */
      parent[MAX (a, b)] = MIN (a, b);
    }
  for (guint32 i = 0; i < graph->n; i++)
    {
      guint32 root = find (parent, i);

      (*piece)[i] = root == i ? n++ : (*piece)[root];
    }
  return n;
}
