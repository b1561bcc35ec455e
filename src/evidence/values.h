/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/listed.h"

G_BEGIN_DECLS

/**
 * The sets and functions of a Set-valued @functor: what is written out, and Hom functors and
 * composites by the morphisms in @listing (listing.h), as the verifier works them out by itself.
 * NULL where something cannot be listed, or a function is not total, a given equation is false or
 * a declared property is lost. Caller frees.
 */
ChaseSets *
chase_values_of (const ChaseFunctor *functor, GHashTable *listing);
/** The functor Hom (object, -) on what is listed; elements are named as paths of the opposite
 * category with @turned. Caller frees. */
ChaseSets *
chase_values_hom (const ChaseEnumerated *all, guint32 object, gboolean turned);
/** @sets, on the target of @along, which is by words, pulled back to its source. Caller frees; NULL
 * where it has too many values. */
ChaseSets *
chase_values_pull_back (const ChaseFunctor *along, const ChaseSets *sets);
/** Are all laws of @functor, which is given by words, true in @target? */
gboolean
chase_values_are_lawful (const ChaseFunctor *functor, const ChaseEnumerated *target);

G_END_DECLS
