/* SPDX-License-Identifier: MIT */
#pragma once

#include "evidence/paths.h"

G_BEGIN_DECLS

/*
 * Kan extensions of Set-valued functors along F : C -> D, as the verifier works them out from the
 * definition (Mac Lane, Categories for the Working Mathematician, X.3): of the left one the
 * elements at d are the pairs of x in M (c) and F (c) -> d, where what an arrow of C does may be
 * done on either side; of the right one they are the natural families of an element of M (c) for
 * each d -> F (c).
 */

/**
 * ChaseGlued:
 *
 * The left Kan extension of @sets: @paths lists its elements behind the identity of one more object
 * of @presentation, from which an arrow, one of the last, leads to F (c) for each element at c.
 */
typedef struct
{
  ChasePresentation *presentation;
  guint32 n_arrows; /* of D */
  ChasePaths *paths;
} ChaseGlued;

/** NULL and @error where listing it does not end. Caller frees. */
ChaseGlued *
chase_glued_new (const ChaseSets *sets, const ChaseFunctor *along, GError **error);
void
chase_glued_free (ChaseGlued *glued);
/** It as a functor; an element is called by its first path: x, f(x), (g . f)(x), and an x that is
 * in several sets x@A. Caller frees. */
ChaseSets *
chase_glued_sets (const ChaseGlued *glued, const ChaseSets *sets, const ChaseFunctor *along);
/** The unit: the element that x, one of @sets, becomes, for all x in a row. */
void
chase_glued_unit (const ChaseGlued *glued, const ChaseSets *sets, guint32 *values);
/** The counit to the functor @to on D, where @sets is @to along F. */
void
chase_glued_counit (const ChaseGlued *glued, const ChaseSets *sets, const ChaseSets *to,
                    guint32 *values);

/**
 * ChaseFamily:
 *
 * The right Kan extension at one object d of D: a family is the element of M (c) for each of the
 * elements of @hom, which is Hom (d, F -). @list has them in lexicographic order.
 */
typedef struct
{
  ChasePaths *paths; /* from d */
  ChaseSets *hom;
  GPtrArray *list; /* of guint32 * */
} ChaseFamily;

/** At every object of D (of ChaseFamily). NULL and @error where listing does not end. Caller frees.
 */
GPtrArray *
chase_families_new (const ChaseSets *sets, const ChaseFunctor *along, GError **error);
/** They as a functor, in which a family is called by those of its elements that no others
 * determine. Caller frees; NULL where a family has no image. */
ChaseSets *
chase_families_functor (GPtrArray *families, const ChaseSets *sets, const ChaseFunctor *along);
/** The unit from the functor @from on D, and the counit. */
void
chase_families_unit (GPtrArray *families, const ChaseFunctor *along, const ChaseSets *from,
                     guint32 *values);
void
chase_families_counit (GPtrArray *families, const ChaseFunctor *along, guint32 *values);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseGlued, chase_glued_free)

G_END_DECLS
