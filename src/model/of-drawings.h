/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/theory.h"

G_BEGIN_DECLS

/**
 * What @proposition says by the nodes and edges of a drawing `diagram D in C`, said of the objects
 * and paths that they show. The drawing is the one that it names with `in`; where it has no `in`
 * and no category knows its names, the only one that does. NULL where it says nothing of this kind.
 * Caller owns it. O(items) where no category knows the names.
 */
ChaseProposition *
chase_proposition_of_drawing (ChaseTheory *theory, const ChaseProposition *proposition);

/**
 * The names of the drawings `diagram D in C` that have a node, for @object, or an edge called @name
 * that shows something of another name. Caller owns the array, the document the names. O(cells).
 */
GPtrArray *chase_drawings_of_name (ChaseTheory *theory, const char *name, gboolean object);

G_END_DECLS
