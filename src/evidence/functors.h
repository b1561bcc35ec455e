/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/enumerated.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * ChaseFunctors:
 *
 * All functors from what @source presents to a finite category: how many there are, with their
 * fingerprint, and the values of each of the first CHASE_LISTED (objects, then arrows).
 */
typedef struct
{
  const ChasePresentation *source;
  const ChaseEnumerated *target;
  guint64 count;
  guint64 fingerprint;
  GPtrArray *list; /* of guint32 * */
} ChaseFunctors;

/** TRUE when the search has to stop. */
typedef gboolean (*ChaseFunctorsStop) (gpointer data);

/**
 * Finds them by backtracking, every equation tried as soon as its arrows have values: values are
 * given to all objects first (@objects_first), or to each arrow as soon as its ends have theirs.
 * NULL when @stop said so, or where arrows of the source are declared mono or epi and no more.
 * Borrows its arguments; caller frees.
 */
ChaseFunctors *
chase_functors_search (const ChasePresentation *source, const ChaseEnumerated *target,
                       gboolean objects_first, ChaseFunctorsStop stop, gpointer data);
void
chase_functors_free (ChaseFunctors *functors);
/** Their number in decimal, which the caller frees, and their fingerprint, without finding them;
 * the arrows of @source are as above. NULL and @error where that takes too much. */
char *
chase_functors_recount (const ChasePresentation *source, const ChaseEnumerated *target,
                        guint64 *fingerprint, GError **error);
/** Sorts the list; it must hold all of them. */
void
chase_functors_sort (ChaseFunctors *functors);
/** Are @values what @node says: {"objects": {A: X}, "arrows": {f: PATH}}? */
gboolean
chase_functors_are (const ChaseFunctors *functors, const guint32 *values, JsonNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseFunctors, chase_functors_free)

G_END_DECLS
