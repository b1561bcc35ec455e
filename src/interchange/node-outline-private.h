/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/style.h"

G_BEGIN_DECLS

/**
 * ChaseNodeOutline:
 *
 * The line around an object and the ground under it, which a style keeps as `outline`,
 * `outlinestyle`, `outlinecolour` and `outlinefill`.
 */
typedef struct
{
  gboolean rounded;    /* of a reader: the corners of a shape that has any */
  gboolean drawn;      /* the line; without it only the ground is */
  const char *shape;   /* "rectangle", "rounded", "circle", "ellipse"; or NULL, for the first */
  const char *line;    /* "dashed", "dotted", "double"; or NULL */
  char *colour, *fill; /* "#rrggbb", or NULL */
} ChaseNodeOutline;

void
chase_node_outline_clear (ChaseNodeOutline *outline);
/** Fills *@to, which was not. */
void
chase_node_outline_copy (const ChaseNodeOutline *from, ChaseNodeOutline *to);
/** Fills *@outline from @style; FALSE where it has none. */
gboolean
chase_node_outline_get (const ChaseStyle *style, ChaseNodeOutline *outline);
/** Says @outline in @style, where there is anything to draw. */
void
chase_node_outline_put (const ChaseNodeOutline *outline, ChaseStyle *style);
/** Returns the colour of a node's label, which a file may give as the node's. Borrowed. */
const ChaseColour *
chase_node_ink (const ChaseStyle *style);
/** Replaces *@slot by the digits of @colour. */
void
chase_node_outline_set_colour (char **slot, const ChaseColour *colour);

G_END_DECLS
