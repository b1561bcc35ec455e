/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/diagram.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 from, to;
} ChaseLink;

/**
 * ChaseGraph:
 *
 * What a layout needs of a diagram: its nodes, numbered from 0, and which ones an arrow joins. Without loops, signs,
 * cells between arrows and second arrows the same way. @out and @in list neighbours in the order of the arrows.
 */
typedef struct
{
  guint n;
  GArray *links;     /* of ChaseLink */
  guint32 *out, *in; /* neighbours, node after node */
  guint32 *first_out, *first_in; /* n + 1 offsets into them */
} ChaseGraph;

ChaseGraph *chase_graph_new (const ChaseDiagram *diagram);
/** The part of @graph on @nodes, which are renumbered in their order. */
ChaseGraph *chase_graph_part (const ChaseGraph *graph, const guint32 *nodes, guint n);
/** Takes NULL quietly. */
void chase_graph_free (ChaseGraph *graph);
/**
 * Numbers the connected pieces in the order of their first nodes; piece[i] is that of node i. Returns how many there
 * are. Caller frees *@piece.
 */
guint chase_graph_pieces (const ChaseGraph *graph, guint32 **piece);

static inline guint
chase_graph_n_out (const ChaseGraph *graph, guint32 node)
{
  return graph->first_out[node + 1] - graph->first_out[node];
}

static inline guint
chase_graph_n_in (const ChaseGraph *graph, guint32 node)
{
  return graph->first_in[node + 1] - graph->first_in[node];
}

static inline guint32
chase_graph_out (const ChaseGraph *graph, guint32 node, guint k)
{
  return graph->out[graph->first_out[node] + k];
}

static inline guint32
chase_graph_in (const ChaseGraph *graph, guint32 node, guint k)
{
  return graph->in[graph->first_in[node] + k];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseGraph, chase_graph_free)

G_END_DECLS
