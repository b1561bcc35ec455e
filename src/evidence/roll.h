/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/presentation.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * ChaseRoll:
 *
 * What was counted, being written down: every morphism as a shortest path, breadth first from one
 * source after the other, identities last. While there are at most 10,000 elements with a million
 * arrows, they are kept; beyond, the SHA-256 of the enumeration stands for it, in which each
 * morphism out of a source has a line: the number of the morphism that it prolongs (0 is the
 * identity), a space, and the name of its last arrow.
 */
typedef struct _ChaseRoll ChaseRoll;

/** The row that @arrow leads to from @row; row 0 is the identity. */
typedef guint32 (*ChaseRollFollow) (guint32 row, guint32 arrow, gpointer data);

/** A roll of the morphisms to the object @to, or, for G_MAXUINT32, to all objects. */
ChaseRoll *
chase_roll_new (const ChasePresentation *presentation, guint32 to);
void
chase_roll_free (ChaseRoll *roll);
/**
 * Adds the morphisms out of @source: @n_rows of them at most, of which @follow tells. Paths that
 * leave the objects that lead to @to are not followed. O(the rows' cells).
 */
void
chase_roll_add (ChaseRoll *roll, guint32 source, guint32 n_rows, ChaseRollFollow follow,
                gpointer data);
/** Says that an invertible path whose powers share rows helps to list them (rows.h); once. */
void
chase_roll_set_along (ChaseRoll *roll, ChaseWord along);
/** How many morphisms there are so far. */
guint64
chase_roll_count (const ChaseRoll *roll);
/** {"type": "list", "elements" or "checksum", "along"}, once everything was added. The caller owns
 * it. */
JsonObject *
chase_roll_finish (ChaseRoll *roll);
/** The same object for a list of names, whose SHA-256 is that of its lines where there are more
 * than 10,000. */
JsonObject *
chase_roll_of_names (GPtrArray *names);
/** Which objects lead to @to (all, for G_MAXUINT32), one byte each. The caller frees it. */
guint8 *
chase_roll_leading (const ChasePresentation *presentation, guint32 to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseRoll, chase_roll_free)

G_END_DECLS
