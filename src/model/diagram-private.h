/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/diagram.h"

G_BEGIN_DECLS

/* How a diagram is put together before it is shared. */

/* diagram.c */

/** Appends a copy of @cell, whose strings, terms and style live as long as @diagram. Returns its
 * index. */
guint32
chase_diagram_append (ChaseDiagram *diagram, const ChaseCell *cell);
/** Returns the level of a cell between two that are there. */
guint
chase_diagram_level_above (const ChaseDiagram *diagram, guint32 source, guint32 target);

/* diagram-frames.c */

/** Adds the frames that the styles of the nodes ask for, in the order in which they are met.
 * O(nodes) expected. */
void
chase_diagram_add_frames (ChaseDiagram *diagram);

G_END_DECLS
