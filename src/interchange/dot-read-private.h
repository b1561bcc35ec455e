/* SPDX-License-Identifier: MIT */
#pragma once

#include "interchange/dot-private.h"

#include <cgraph.h>

G_BEGIN_DECLS

/* The parts of reading a graph that look at one node or one edge. */

/* The key of an edge whose `quiver` says a side of its label, but where none was said. */
#define CHASE_DOT_SIDE "labelside"

/* What was said once already, and what is to be said of the whole graph. */
typedef struct
{
  ChaseSource *source;
  GHashTable *shapes; /* of arrowheads that were reported, or NULL */
  GPtrArray *left;    /* of char: attributes that are not drawn; or NULL */
} ChaseDotReport;

/** Says what was noted, and frees it. */
void
chase_dot_report_close (ChaseDotReport *report);
/** Notes that `@key=@value` is not drawn. */
void
chase_dot_leave_out (ChaseDotReport *report, const char *key, const char *value);
/** Returns the attribute @key of a graph, a node or an edge, "" where it has none. Borrowed. */
const char *
chase_dot_attribute (void *object, const char *key);

/* dot-label.c */

/** Returns the label of a node called @name, or of an edge (NULL), as LaTeX. Caller frees. */
char *
chase_dot_label (void *object, const char *name);
/** Returns what stands above @graph, as plain text, or NULL. Caller frees. */
char *
chase_dot_title (Agraph_t *graph);
/** Adds the labels that an edge has beside its own. */
void
chase_dot_add_labels (Agedge_t *edge, ChaseStyle *style);

/* dot-colour.c */

/* A list of colours, which draws a line in each: `red:blue`. */
typedef struct
{
  ChaseColour first;
  guint lines;      /* that are drawn */
  gboolean several; /* not all in one colour */
  gboolean striped; /* one behind the other on one line: `red;0.3:blue` */
} ChaseDotColours;

/** FALSE where the first colour is not known. An alpha of 0 is what is not drawn at all. */
gboolean
chase_dot_read_colours (const char *text, ChaseDotColours *colours);
/** Returns @colour for lines and letters: black is that of the ink. */
ChaseColour
chase_dot_ink (const ChaseColour *colour);
/** Returns the colour that the attribute @key of @object gives to lines or letters. */
ChaseColour
chase_dot_read_ink (ChaseDotReport *report, void *object, const char *key);

/* dot-arrow.c */

/** Returns TRUE for an edge that is drawn backwards. */
gboolean
chase_dot_read_arrow (ChaseDotReport *report, Agedge_t *edge, ChaseStyle *style);

/* dot-node.c */

/** The outline of a node and the colour of its label. */
void
chase_dot_read_node_look (ChaseDotReport *report, Agnode_t *node, ChaseStyle *style);
/** Appends the attributes that say the outline of @style, each behind a comma. */
void
chase_dot_write_node_look (const ChaseStyle *style, GString *out);

G_END_DECLS
