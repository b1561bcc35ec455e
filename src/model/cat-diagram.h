/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/theory.h"

G_BEGIN_DECLS

/** An edge of a diagram in Cat from node @source to node @target: its @name (borrowed, or NULL) and
 * the functor, as it is written. */
typedef struct
{
  guint32 source;
  guint32 target;
  const ChaseName *name;
  ChaseTerm *term;
} ChaseCatEdge;

/**
 * ChaseCatDiagram:
 *
 * A drawing in Cat: the categories at its nodes (borrowed
 * from the theory) and its edges. Cells above edges take no part.
 */
typedef struct
{
  GPtrArray *nodes; /* of ChaseCategory */
  GArray *edges;    /* of ChaseCatEdge */
} ChaseCatDiagram;

/** The drawing @item in Cat; NULL for any other diagram, and where something in it has errors.
 * Caller frees. */
ChaseCatDiagram *
chase_cat_diagram_new (ChaseTheory *theory, ChaseItem *item);
void
chase_cat_diagram_free (ChaseCatDiagram *diagram);
const ChaseCatEdge *
chase_cat_diagram_edge (const ChaseCatDiagram *diagram, guint32 edge);
/** The composite of @n @edges, at least one, in diagram order; NULL where it has no value.
 * Borrowed. */
const ChaseFunctor *
chase_cat_diagram_path (ChaseTheory *theory, const ChaseCatDiagram *diagram, const guint32 *edges,
                        guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseCatDiagram, chase_cat_diagram_free)

G_END_DECLS
