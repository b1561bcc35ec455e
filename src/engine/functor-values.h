/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/naturality.h"

G_BEGIN_DECLS

/**
 * ChaseFunctorValues:
 *
 * A functor from a finite category to functors [base, Set], or to Set, for which @base is one
 * object: its sets at every object of the source (of ChaseSets on @base), and for each morphism of
 * @source the image of every element, all sets of @base one after the other.
 */
typedef struct
{
  const ChaseFunctor *functor;
  const ChaseEnumerated *source;
  ChasePresentation *base;
  GPtrArray *sets;
  GPtrArray *images; /* of guint32 * */
} ChaseFunctorValues;

/** NULL where something cannot be listed. Borrows what @enumerate gives. Caller frees. */
ChaseFunctorValues *
chase_functor_values_new (const ChaseFunctor *functor, ChaseEnumerate enumerate, gpointer data);
void
chase_functor_values_free (ChaseFunctorValues *values);
/** The conditions on transformations from the value at object @a to that at @b. Caller frees. */
ChaseNaturality *
chase_functor_values_between (const ChaseFunctorValues *values, guint32 a, guint32 b);
/** Have the two morphisms, which are parallel, one image? */
gboolean
chase_functor_values_same (const ChaseFunctorValues *values, guint32 f, guint32 g);
/** Is @images (of the elements of the value at @a) that of a morphism @a -> @b? */
gboolean
chase_functor_values_hit (const ChaseFunctorValues *values, guint32 a, guint32 b,
                          const guint32 *images);
/** Has no value the set of @size elements at object @at of the base? */
gboolean
chase_functor_values_miss (const ChaseFunctorValues *values, guint32 at, guint32 size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseFunctorValues, chase_functor_values_free)

G_END_DECLS
