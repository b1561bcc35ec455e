/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/set-maps.h"

G_BEGIN_DECLS

/* Families of elements, and elements glued, as universal properties of sets speak of them: at one
 * object @at of the base. */

/** Where @map (NULL: the identity) sends @x. */
static inline guint32
chase_set_image (const ChaseSetMap *map, guint32 at, guint32 x)
{
  return map != NULL ? map->values[map->from->first[at] + x] : x;
}

/** Do the elements of @family, one of each foot up to number @last, keep the conditions on number
 * @last and those before it? */
gboolean
chase_set_family_fits (const ChaseSetCone *cone, guint32 at, const guint32 *family, guint last);
/**
 * The elements of all feet, foot by foot, those of the foot number i from first[i] on (filled in,
 * one more than there are feet): each with the least that it is glued to. Caller frees.
 */
guint32 *
chase_set_cone_glue (const ChaseSetCone *cone, guint32 at, guint32 *first);

G_END_DECLS
