/* SPDX-License-Identifier: MIT */
#pragma once

#include "interchange/interchange.h"
#include "interchange/json-private.h"
#include "interchange/sketch-private.h"
#include "interchange/source-private.h"

G_BEGIN_DECLS

/* quiver's JSON is [version, number of vertices, vertices..., edges...]; drawing-tools knows it as
 * format 0. */

/**
 * ChaseQuiverPlace:
 *
 * Where a JSON text stands in the source: at @offset as it is, or, when it was @encoded in a link
 * of @bytes bytes, nowhere that a column could name, so that all is reported at the link.
 */
typedef struct
{
  ChaseSource *source;
  gsize offset;
  gsize bytes;
  gboolean encoded;
} ChaseQuiverPlace;

/** Reads one quiver array. Returns NULL, with an error reported, when it is none. Caller owns it.
 */
ChaseSketch *
chase_quiver_read_array (const ChaseQuiverPlace *place, const ChaseJson *json);
/** Reads all the JSON arrays of @source into @sketches (of ChaseSketch). */
void
chase_quiver_read_json (ChaseSource *source, GPtrArray *sketches);
/** Reads all the quiver links of @source, however they are wrapped, into @sketches. */
void
chase_quiver_read_links (ChaseSource *source, GPtrArray *sketches);
/**
 * If a quiver link stands around the `q=` at or after @offset, and before @end, reads it. Returns
 * the sketch, or NULL when there is none or it cannot be read. *@next is behind the link, or @end
 * when there is none.
 */
ChaseSketch *
chase_quiver_next_link (ChaseSource *source, gsize offset, gsize end, gsize *next);
/** TRUE when there is a quiver link in the text. O(n). */
gboolean
chase_quiver_has_link (const char *text, gsize length);

/** TikZ bends by an angle, quiver by steps; so many degrees are one step. */
#define CHASE_QUIVER_BEND 15.0

/** Fills @style from quiver's @options, which loses what it understands; the rest is left in it. */
void
chase_quiver_read_options (ChaseJson *options, guint level, ChaseStyle *style,
                           void (*report) (gpointer data, const ChaseJson *at, const char *message),
                           gpointer data);
/** Reads into @style what we wrote under our own key of quiver's options. */
void
chase_quiver_read_own (const ChaseJson *own, ChaseStyle *style);
/** Reads quiver's [h, s, l] or [h, s, l, a]. FALSE when it is malformed. */
gboolean
chase_quiver_read_colour (const ChaseJson *json, ChaseColour *colour);
/**
 * Returns the array of @diagram in canonical form. What had to be rounded or moved is reported to
 * @problems. Caller owns it.
 */
ChaseJson *
chase_quiver_write_array (const ChaseDiagram *diagram, GPtrArray *problems);
/**
 * Appends what quiver says of the style of edge @cell, `[alignment,{options}]`: how other formats
 * carry what they have no words for.
 */
void
chase_quiver_write_edge_style (const ChaseDiagram *diagram, guint32 cell, ChaseLabelSide side,
                               GString *out);
/** Reads the same into @style. FALSE when it is none. */
gboolean
chase_quiver_read_edge_style (const char *text, guint level, ChaseStyle *style);
/** Appends what is the own of node @node and no vertex of quiver's can say, as a JSON object;
 * nothing where there is nothing. */
void
chase_quiver_write_node_style (const ChaseDiagram *diagram, guint32 node, GString *out);
/** Reads the same into @style; leaves it alone where @text is none. */
void
chase_quiver_read_node_style (const char *text, ChaseStyle *style);
/** Appends the array of @diagram in canonical form, compact. */
void
chase_quiver_write_json (const ChaseDiagram *diagram, GString *out, GPtrArray *problems);
/** Appends the link of @diagram. */
void
chase_quiver_write_link (const ChaseDiagram *diagram, const ChaseInterchangeOptions *options,
                         GString *out, GPtrArray *problems);
/** Returns the parameters of a link that are kept in a comment of @item ("r=typst&macros=..."), or
 * NULL. Borrowed. */
const char *
chase_quiver_get_parameters (const ChaseItem *item);
/** Returns what @key is among the parameters @text of a link, percent-decoded, or NULL. Caller
 * frees. */
char *
chase_quiver_get_parameter (const char *text, const char *key);

G_END_DECLS
