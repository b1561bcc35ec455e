/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/set-maps.h"

G_BEGIN_DECLS

/** An edge from node @source to node @target, called @name (borrowed, or NULL). */
typedef struct
{
  guint32 source;
  guint32 target;
  const ChaseName *name;
  ChaseSetMap *map;
} ChaseSetEdge;

/**
 * ChaseSetDiagram:
 *
 * A diagram in @category, which is Set or a category [C, Set], with its sets and functions, and
 * what they are written as. One in Set^op is read as one in Set, with its edges turned round.
 */
typedef struct
{
  const ChaseCategory *category;
  ChasePresentation *base;
  GPtrArray *nodes; /* of ChaseSets */
  GArray *edges;    /* of ChaseSetEdge */
  GPtrArray *terms; /* of ChaseTerm: of the nodes, then of the edges */
} ChaseSetDiagram;

/**
 * The drawing @item. NULL where it is no diagram of sets, or something in it cannot be listed or
 * does not fit together. Caller frees.
 */
ChaseSetDiagram *
chase_set_diagram_new (ChaseTheory *theory, ChaseItem *item, ChaseEnumerate enumerate,
                       gpointer data);
void
chase_set_diagram_free (ChaseSetDiagram *diagram);
const ChaseSets *
chase_set_diagram_node (const ChaseSetDiagram *diagram, guint32 node);
const ChaseSetEdge *
chase_set_diagram_edge (const ChaseSetDiagram *diagram, guint32 edge);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseSetDiagram, chase_set_diagram_free)

G_END_DECLS
