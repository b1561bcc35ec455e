/* SPDX-License-Identifier: MIT */
#pragma once

#include "interchange/fletcher-outline-private.h"
#include "interchange/fletcher-private.h"
#include "interchange/source-private.h"
#include "interchange/typst-scan-private.h"

G_BEGIN_DECLS

typedef enum
{
  CALL_NODE,
  CALL_EDGE,
} ChaseFletcherCallKind;

/* A call, or a cell of a formula, which is a node. */
typedef struct
{
  gsize offset;
  GPtrArray *arguments; /* of char; NULL for a cell */
  ChaseName *content;   /* of a cell */
  double x, y;          /* the cell's; of a node, where it is */
  guint32 node;         /* its number in the sketch */
  gint before, behind;  /* the nodes before and after it, or -1 */
  ChaseFletcherCallKind kind : 2;
  guint in_cell : 1; /* of a formula */
  guint placed : 1;
} ChaseFletcherCall;

typedef struct
{
  ChaseSource *source;
  ChaseSketch *sketch;
  gboolean commute; /* its coordinates are row, column */
  gboolean upwards; /* rows are counted from below */
  GArray *calls;    /* of ChaseFletcherCall */
  ChaseNameTable *contents;
  GHashTable *nodes;  /* "x y", a name, or commute's content -> number of the cell + 1 */
  GHashTable *places; /* a column and a row -> number of the cell + 1 */
  GHashTable *lets;   /* name -> "(x, y)" */
  GHashTable *unknown;
  ChaseNodeOutline outline;   /* of every node */
  ChaseFletcherStroke stroke; /* of every edge that has none of its own */
} ChaseFletcherReader;

/* fletcher-calls.c */

void
chase_fletcher_call_clear (gpointer data);
/** Finds the calls in the code [@at, @end), and in the formulas in it. */
void
chase_fletcher_find_calls (ChaseFletcherReader *reader, gsize at, gsize end);

/* fletcher-nodes.c */

/** Reads a place: a pair, one from (*@x, *@y), or what a `let` calls so. FALSE for what is none. */
gboolean
chase_fletcher_read_place (const ChaseFletcherReader *reader, const char *text, double *x,
                           double *y);
/** The place of the node that is called @name. FALSE where there is none. */
gboolean
chase_fletcher_find_named (const ChaseFletcherReader *reader, const char *name, double *x,
                           double *y);
/** FALSE where there is no node at that place. */
gboolean
chase_fletcher_find_node (const ChaseFletcherReader *reader, double x, double y, guint32 *node);
/** Returns the node at a place, which is made where there is none. */
guint32
chase_fletcher_node_at (ChaseFletcherReader *reader, double x, double y);
/** A name without its angles or quotes. Caller frees. */
char *
chase_fletcher_bare_name (const char *text);
/** TRUE for `<name>`. */
gboolean
chase_fletcher_is_name (const char *text);
/** Says once for each key that it is not known. */
void
chase_fletcher_report_unknown (ChaseFletcherReader *reader, gsize offset, const char *argument);
/** Places and makes the nodes, in order. */
void
chase_fletcher_read_nodes (ChaseFletcherReader *reader);

/* fletcher-ways.c */

/** Makes the edges, the nodes being there. */
void
chase_fletcher_read_edges (ChaseFletcherReader *reader);

G_END_DECLS
