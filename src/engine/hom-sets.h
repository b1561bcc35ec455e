/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/engine.h"

G_BEGIN_DECLS

/**
 * ChaseMorphism:
 *
 * A morphism of a finite category: @word is a path from @source to @target that represents it,
 * a shortest one.
 */
typedef struct
{
  guint32 source;
  guint32 target;
  ChaseWord word;
} ChaseMorphism;

/**
 * ChaseHomSets:
 *
 * All morphisms of a finite category. The identity of object A is morphism A; the others follow by
 * the length of their words. Immutable.
 */
typedef struct
{
  /*< private >*/
  GArray *next; /* of guint32: next[m n_arrows + f] is the morphism “m, then arrow f”, or NONE */
  GPtrArray *letters;
  /*< public, read only >*/
  ChasePresentation *presentation;
  GArray *morphisms; /* of ChaseMorphism */
} ChaseHomSets;

/**
 * Lists the morphisms of the category that @engine presents, from the coset tables of its objects; where
 * an arrow is declared epi, by asking of each product whether it is one of those known. Returns NULL
 * and puts the reason in *@reason (caller frees) where that does not end within @budget (for the
 * whole, 100,000 morphisms at most) or an equation stays undecided. Caller owns the result.
 */
ChaseHomSets *
chase_hom_sets_new (const ChaseEngine *engine, const ChaseBudget *budget, GCancellable *cancellable,
                    char **reason);
/** Does listing take one pass over tables? Else every morphism is a question. */
gboolean
chase_hom_sets_are_tabulated (const ChasePresentation *presentation);
void
chase_hom_sets_free (ChaseHomSets *sets);

/** Returns how many morphisms are listed: they are numbered from 0, identities first. */
guint
chase_hom_sets_size (const ChaseHomSets *sets);
/** Returns a morphism that is there. Borrowed. */
const ChaseMorphism *
chase_hom_sets_get (const ChaseHomSets *sets, guint32 morphism);
/** Returns “@first, then @second”, which must compose. O(length of @second). */
guint32
chase_hom_sets_compose (const ChaseHomSets *sets, guint32 first, guint32 second);
/** How many morphisms lead from @source to @target. O(n). */
guint
chase_hom_sets_count (const ChaseHomSets *sets, guint32 source, guint32 target);

/* Properties, by trying everything: O(n) compositions for a morphism, O(n) for an object. */

gboolean
chase_hom_sets_is_mono (const ChaseHomSets *sets, guint32 morphism);
gboolean
chase_hom_sets_is_epi (const ChaseHomSets *sets, guint32 morphism);
gboolean
chase_hom_sets_is_iso (const ChaseHomSets *sets, guint32 morphism);
gboolean
chase_hom_sets_is_initial (const ChaseHomSets *sets, guint32 object);
gboolean
chase_hom_sets_is_terminal (const ChaseHomSets *sets, guint32 object);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseHomSets, chase_hom_sets_free)

G_END_DECLS
