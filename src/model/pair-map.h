/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ChasePairMap:
 *
 * A number for each of some pairs of numbers, such as the entry of a table for two arrows. Open
 * addressing, O(1) expected for each call.
 */
typedef struct _ChasePairMap ChasePairMap;

/** Returns a map without pairs. Free with chase_pair_map_free (). */
ChasePairMap *
chase_pair_map_new (void);
/** Takes NULL quietly. */
void
chase_pair_map_free (ChasePairMap *map);
/** The number of the pair, or G_MAXUINT32. */
guint32
chase_pair_map_find (const ChasePairMap *map, guint32 first, guint32 second);
/** Sets the number of a pair that has none; @value is not G_MAXUINT32. */
void
chase_pair_map_add (ChasePairMap *map, guint32 first, guint32 second, guint32 value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChasePairMap, chase_pair_map_free)

G_END_DECLS
