/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/enumerated.h"
#include "model/theory.h"

G_BEGIN_DECLS

/**
 * ChasePaths:
 *
 * The paths from one object of a presented category, as the verifier lists them: shorter ones come
 * first, then those whose first letters do. Number 0 is the identity; “i, then arrow f” has the
 * number next[i n_arrows + f], or G_MAXUINT32 where f starts elsewhere; i itself is before[i], then
 * last[i]. Among those with its end object[i], it is the one number place[i]: the identity comes
 * last.
 */
typedef struct
{
  guint32 n;
  guint32 n_arrows;
  guint32 *object;
  guint32 *next;
  guint32 *before;
  guint32 *last;
  guint32 *place;
  guint32 *sizes; /* how many end at each object */
} ChasePaths;

/** Those of @table, which is complete and in any order. Caller frees. O(n n_arrows) */
ChasePaths *
chase_paths_new (const ChaseHomTable *table, guint32 n_objects, guint32 n_arrows);
void
chase_paths_free (ChasePaths *paths);
/** The number of the path @word behind the path number @from. */
guint32
chase_paths_follow (const ChasePaths *paths, guint32 from, ChaseWord word);
/** The letters of the path number @i from its end on, in @letters, which is emptied. */
void
chase_paths_spell (const ChasePaths *paths, guint32 i, GArray *letters);
/** The functor Hom (source, -) on @presentation; elements are named as paths of the opposite
 * category with @turned. Caller frees. */
ChaseSets *
chase_paths_sets (const ChasePaths *paths, const ChasePresentation *presentation, gboolean turned);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChasePaths, chase_paths_free)

G_END_DECLS
