/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/enumerated.h"
#include "model/theory.h"

G_BEGIN_DECLS

/**
 * ChaseCollage:
 *
 * D with one object more, @start, and from it an arrow to F (c) for every element of M (c), subject
 * to “the arrow of m, then F (f)” = “the arrow of M (f) (m)”. The paths from @start to d are the
 * elements of the left Kan extension of M : C -> Set along F : C -> D at d (Carmody and Walters,
 * Computing left Kan extensions using the Todd-Coxeter procedure). The arrows are those of D, then
 * one for each element.
 */
typedef struct
{
  ChasePresentation *presentation;
  guint32 start;
  guint32 n_objects; /* of D */
  guint32 n_arrows;  /* of D */
} ChaseCollage;

/** @sets are the values of a functor on the source of @along. Caller frees. */
ChaseCollage *
chase_collage_new (const ChaseSets *sets, const ChaseFunctor *along);
void
chase_collage_free (ChaseCollage *collage);
/**
 * The left Kan extension, by a @table of all paths from the start of @collage. Elements are named
 * by shortest paths, "x" or "f(x)" or "(g . f)(x)", an x that is in several sets as "x@A". Caller
 * frees.
 */
ChaseSets *
chase_collage_sets (const ChaseCollage *collage, const ChaseHomTable *table,
                    const ChasePresentation *target);

/**
 * ChaseFamilies:
 *
 * What the right Kan extension of M along F at d consists of: the natural transformations Hom (d,
 * F -) => M. A variable for each element of @hom, which is that functor of C, with a value in M.
 */
typedef struct
{
  ChaseSets *hom;
  guint32 n_values;
  guint32 n_families;
  GArray *values; /* of guint32: family by family */
} ChaseFamilies;

/** Finds them in lexicographic order. NULL where there are more than @limit, or it takes more than
 * *@steps. Takes @hom; caller frees. */
ChaseFamilies *
chase_families_find (const ChasePresentation *source, ChaseSets *hom, const ChaseSets *sets,
                     guint32 limit, guint64 *steps);
void
chase_families_free (ChaseFamilies *families);
/**
 * The right Kan extension, by its families at every object of @target, which @tables (of
 * ChaseHomTable) list the paths of. An element is named by its values, those that others determine
 * left out. Caller frees.
 */
ChaseSets *
chase_families_sets (const ChaseFunctor *along, const ChaseSets *sets, GPtrArray *families,
                     GPtrArray *tables);
/** The functor Hom (object, F -) that @table lists. Caller frees. */
ChaseSets *
chase_hom_along (const ChaseFunctor *along, const ChaseHomTable *table, guint32 object);
/** Which of the families has these values; G_MAXUINT32 for none. O(log n) */
guint32
chase_families_position (const ChaseFamilies *families, const guint32 *values);

/*
 * The components of units M => (free M along F) . F and N => cofree (N . F) along F, and counits
 * free (N . F) along F => N and (cofree M along F) . F => M, into the functions of @made; @m is N .
 * F.
 */
void
chase_fill_free_unit (ChaseTransformation *made, const ChaseCollage *collage,
                      const ChaseHomTable *table);
void
chase_fill_free_counit (ChaseTransformation *made, const ChaseSets *m, const ChaseCollage *collage,
                        const ChaseHomTable *table);
void
chase_fill_cofree_unit (ChaseTransformation *made, const ChaseFunctor *along, GPtrArray *families,
                        GPtrArray *tables);
void
chase_fill_cofree_counit (ChaseTransformation *made, const ChaseFunctor *along, GPtrArray *families,
                          GPtrArray *tables);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseCollage, chase_collage_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseFamilies, chase_families_free)

G_END_DECLS
