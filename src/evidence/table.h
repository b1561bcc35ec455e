/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/enumerated.h"

G_BEGIN_DECLS

/** The composition table that the entries of @presentation (see ChaseCategory.table) are, or NULL
 * where an entry is about an identity or one is missing. Whether it is associative is not asked.
 * Caller frees. O(entries). */
ChaseFinite *
chase_table_read (const ChasePresentation *presentation);
/**
 * The category whose paths from each object @tables list (of ChaseHomTable, complete): morphisms
 * are numbered source by source, by shortest paths, first letters first. NULL where it has more
 * than CHASE_ENUMERATED_MAX_PAIRS pairs that compose. Caller frees.
 */
ChaseEnumerated *
chase_table_compose (ChasePresentation *presentation, GPtrArray *tables);
/** Has @morphism this one property, by the definition? O(n^2), mono and epi O(n^3) */
gboolean
chase_table_has (const ChaseFinite *finite, guint32 morphism, ChaseProperty property);
/** The inverse of @morphism, or G_MAXUINT32. O(n) */
guint32
chase_table_inverse (const ChaseFinite *finite, guint32 morphism);

G_END_DECLS
