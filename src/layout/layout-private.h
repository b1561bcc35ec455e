/* SPDX-License-Identifier: MIT */
#pragma once

#include "layout/graph.h"
#include "layout/layout.h"

G_BEGIN_DECLS

/* All of these place a connected @graph: 2 numbers a node, leftmost and topmost at 0, no two nodes in one place. */

/* shapes.c: the shapes that have a picture of their own; FALSE when @graph is none of them. O(n). */
gboolean chase_layout_shape (const ChaseGraph *graph, double *positions);
/* shapes.c: all on one circle, neighbours beside each other where they can. At least three nodes. O (n + arrows). */
void chase_layout_circle (const ChaseGraph *graph, double *positions);
/* layered.c: columns along the arrows, fewest crossings by sweeping. Always works; O (n log n) about. */
void chase_layout_layered (const ChaseGraph *graph, double *positions);

/*
 * fit.c: @positions holds a layout of its own; nodes with a position get that, the others, outward from those, stand to
 * their neighbours as in the layout. What is not joined to any placed node goes below everything.
 */
void chase_layout_fit (const ChaseDiagram *diagram, const ChaseGraph *graph, double *positions);

/* graphviz.c */

/* @graph in the DOT language, for @engine. */
char *chase_graphviz_write (const ChaseGraph *graph, ChaseLayoutEngine engine);
/* Runs the library; @points gets the coordinates in units of the distance asked for, y down. */
gboolean chase_graphviz_run (const char *dot, ChaseLayoutEngine engine, double *points, guint n,
                             GError **error);
/* Reads `dot -Tplain`. */
gboolean chase_graphviz_read_plain (const char *plain, double *points, guint n, GError **error);
/* Puts Graphviz's points onto the grid. */
void chase_graphviz_snap (const double *points, guint n, ChaseLayoutEngine engine,
                          double *positions);
const char *chase_layout_engine_program (ChaseLayoutEngine engine);

/* Places one connected piece by Graphviz; the two ways of running it. */
typedef gboolean (*ChasePlaceFunc) (const ChaseGraph *graph, ChaseLayoutEngine engine,
                                    double *positions, gpointer data, GError **error);
/* layout.c: everything but Graphviz. */
gboolean chase_layout_with (const ChaseDiagram *diagram, const ChaseLayoutOptions *options,
                            double *positions, ChasePlaceFunc place, gpointer data,
                            GError **error);

G_END_DECLS
