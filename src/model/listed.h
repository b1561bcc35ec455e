/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/enumerated.h"
#include "model/theory.h"

G_BEGIN_DECLS

/**
 * ChaseEnumerate:
 *
 * Somebody's way to list the morphisms of a category: borrowed, or NULL where they cannot be
 * listed.
 */
typedef const ChaseEnumerated *(*ChaseEnumerate) (const ChaseCategory *category, gpointer data);

/** The functor Hom (object, -) on the category, elements in the order of its morphisms. With
 * @turned they are named as paths of the opposite category. Caller frees the result. */
ChaseSets *
chase_enumerated_hom (const ChaseEnumerated *enumerated, guint32 object, gboolean turned);
/** Which element of chase_enumerated_hom () (of the source of @morphism) @morphism is. O(n). */
guint32
chase_enumerated_position (const ChaseEnumerated *enumerated, guint32 morphism);
/**
 * The sets and functions of a Set-valued @functor: those written out, Hom functors, composites and
 * what is forgotten along a functor. NULL where something it stands on cannot be listed or is no
 * functor. Caller frees with chase_listed_sets_free ().
 */
ChaseSets *
chase_functor_list (const ChaseFunctor *functor, ChaseEnumerate enumerate, gpointer data);
void
chase_listed_sets_free (ChaseSets *sets);
/** Sets of these @sizes on @presentation, without names and with no values (G_MAXUINT32) of
 * functions yet. Caller frees likewise. */
ChaseSets *
chase_sets_new (const ChasePresentation *presentation, const guint32 *sizes);
void
chase_sets_free (ChaseSets *sets);
/** The element called @name of the set at @object, or G_MAXUINT32. O(n). */
guint32
chase_sets_find (const ChaseSets *sets, guint32 object, const char *name);
/** Gives the formal inverses of bijections their values. */
void
chase_sets_invert_formal (ChaseSets *sets, const ChasePresentation *presentation);
/** A copy of values on @presentation. Caller frees it likewise. */
ChaseSets *
chase_sets_copy (const ChaseSets *sets, const ChasePresentation *presentation);
/** The same sizes, names and functions? */
gboolean
chase_sets_equal (const ChaseSets *a, const ChaseSets *b);
/** Is this a functor on what @presentation presents: every function total, every given equation
 * true, and what is declared kept? */
gboolean
chase_sets_keep (const ChaseSets *sets, const ChasePresentation *presentation);
/** The same for the values of @functor: of a Hom functor or a Kan extension, which exist by what
 * they are made of, declared epis need not become surjective nor monos injective; what follows from
 * them (by-equations.h) has to be true. */
gboolean
chase_functor_keeps (const ChaseFunctor *functor, const ChaseSets *sets);
/** The same for a @functor by words into a category whose morphisms are listed. */
gboolean
chase_words_keep (const ChaseFunctor *functor, const ChaseEnumerated *target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseSets, chase_listed_sets_free)

G_END_DECLS
