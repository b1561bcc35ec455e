/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/diagram.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define CHASE_LAYOUT_ERROR (chase_layout_error_quark ())

typedef enum
{
  CHASE_LAYOUT_ERROR_GRAPHVIZ,   /* Graphviz refused or failed; the message says what it said */
  CHASE_LAYOUT_ERROR_NO_PROGRAM, /* `dot` is not installed: chase_layout_in_child () */
  CHASE_LAYOUT_ERROR_TIMEOUT,    /* and the child was killed */
} ChaseLayoutError;

GQuark chase_layout_error_quark (void);

typedef enum
{
  CHASE_LAYOUT_AUTO,  /* chains, grids, cubes, polygons by their own rules, dot for the rest */
  CHASE_LAYOUT_DOT,   /* in ranks, along the arrows */
  CHASE_LAYOUT_NEATO, /* by springs */
  CHASE_LAYOUT_CIRCO, /* on a circle */
} ChaseLayoutEngine;

/** "auto", "dot", "neato", "circo" and back; FALSE for any other word. */
gboolean chase_layout_engine_parse (const char *word, ChaseLayoutEngine *engine);

typedef struct
{
  ChaseLayoutEngine engine; /* AUTO */
  gboolean afresh;          /* place also the nodes that have a position already; FALSE */
} ChaseLayoutOptions;

void chase_layout_options_init (ChaseLayoutOptions *options);

/**
 * Finds a place for every node of @diagram: @positions receives 2 numbers a node, column and row, snapped to the
 * grid (whole numbers, halves in some known shapes), the leftmost and topmost at 0 when none was given. Nodes that
 * have a position keep it, unless afresh; no two nodes come to the same place. Deterministic.
 * Loops and cells between edges do not matter. May take long for thousands of nodes and cannot be
 * stopped; one at a time in a process (a lock sees to that). FALSE with @error when Graphviz fails; then
 * @positions still holds a plain placement that can be drawn. @options may be NULL.
 */
gboolean chase_layout (const ChaseDiagram *diagram, const ChaseLayoutOptions *options,
                       double *positions, GError **error);
/**
 * The same, with Graphviz in a child process that is killed when @cancellable (may be NULL) is
 * cancelled (G_IO_ERROR_CANCELLED) or @timeout_seconds are over. Blocks: call it on a worker thread.
 */
gboolean chase_layout_in_child (const ChaseDiagram *diagram, const ChaseLayoutOptions *options,
                                double *positions, GCancellable *cancellable,
                                double timeout_seconds, GError **error);

G_END_DECLS
