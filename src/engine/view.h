/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/engine.h"
#include "model/diagram.h"
#include "model/set-chart.h"
#include "model/theory.h"

G_BEGIN_DECLS

/**
 * Works out the computed diagram @item (a DIAGRAM with a view, with or without a name) about the
 * document of @theory, ready to be drawn. Nodes for which no place suggests itself have no
 * position: layout finds one. Returns NULL with the reason in @problems (may be NULL) where the
 * view's subject is not what it should be, is not finite within @budget (NULL: the default one), or
 * the view is of a kind that cannot be drawn. Caller owns the result.
 */
ChaseDiagram *
chase_view_compute (ChaseTheory *theory, ChaseItem *item, const ChaseBudget *budget,
                    GPtrArray *problems);

/**
 * The picture of a countermodel, as `sets` draws a functor: @model is a functor from @category to
 * finite sets in which the paths @left and @right from the object @source differ. The element at
 * which they do is followed along both: what the left path meets has one colour, what the right one
 * meets another, what both meet a third, and all else is grey. O(its size). Caller owns the result.
 */
ChaseDiagram *
chase_view_countermodel (const ChaseCategory *category, const ChaseModel *model, guint32 source,
                         ChaseWord left, ChaseWord right);

/**
 * Where a drawing shows the path @word from the object @source: a walk along edges of @shape, whose
 * cells are appended to @walk (of guint32), emptied before, in the order of travel. FALSE where it
 * does not show it. @cells is the array that chase_theory_shape () gives with the shape.
 */
gboolean
chase_view_path (const ChaseShape *shape, const guint32 *cells, ChaseWord word, guint32 source,
                 GArray *walk);

/**
 * Where the @step-th step (from 0) of @proof happens in a drawing: the path before it and the path
 * after it, both from the object @source, as walks from one node of @shape to another. @cells is
 * the array that chase_theory_shape () gives with the shape. Puts the cells of the edges of the
 * walks into @before and @after (of guint32), in the order of travel. FALSE, with both empty, where
 * the drawing does not show the two paths.
 */
gboolean
chase_view_proof_step (const ChaseShape *shape, const guint32 *cells, const ChaseProof *proof,
                       guint step, guint32 source, GArray *before, GArray *after);

/* What a cell of the picture of a chart is. */
typedef enum
{
  CHASE_CHART_NOTHING,
  CHASE_CHART_SET, /* an element of a set (or none: of one that is empty, not given, or large) */
  CHASE_CHART_FUNCTION, /* the arrow from an element of a function */
} ChaseChartKind;

typedef struct
{
  ChaseChartKind kind;
  guint32 index;   /* of the set or the function */
  guint32 element; /* or G_MAXUINT32 */
} ChaseChartCell;

/** What the cell @cell of the computed diagram `sets` of @chart's subject is. */
ChaseChartCell
chase_view_chart_cell (const ChaseSetChart *chart, guint32 cell);

G_END_DECLS
