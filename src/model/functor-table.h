/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/enumerated.h"

G_BEGIN_DECLS

/**
 * ChaseFunctorTable:
 *
 * The functors from what @source presents to a finite category, and the natural transformations
 * between them. A functor is its values at the objects, then at the arrows (formal inverses among
 * them); they stand in lexicographic order. A transformation, none of them an identity, is the
 * numbers of its two functors, then its components; they too stand in lexicographic order.
 */
typedef struct
{
  const ChasePresentation *source;
  ChaseEnumerated *target;
  guint32 n_objects;
  guint32 n_values; /* of a functor */
  guint32 n_functors;
  guint32 n_transformations;
  GArray *functors;          /* of guint32 */
  GArray *transformations;   /* of guint32 */
  GHashTable *by_values;     /* GBytes of a functor -> number + 1 */
  GHashTable *by_components; /* GBytes of a transformation -> number + 1: another table, as both may
                              * have the same numbers */
} ChaseFunctorTable;

/**
 * Lists them by backtracking. Takes @target. NULL where there are more functors, transformations
 * or pairs that compose than a document means, or the search takes too long. Caller frees.
 */
ChaseFunctorTable *
chase_functor_table_new (const ChasePresentation *source, ChaseEnumerated *target);
void
chase_functor_table_free (ChaseFunctorTable *table);
const guint32 *
chase_functor_table_functor (const ChaseFunctorTable *table, guint32 i);
const guint32 *
chase_functor_table_transformation (const ChaseFunctorTable *table, guint32 i);
/** The number of the functor with these values, or G_MAXUINT32. */
guint32
chase_functor_table_find (const ChaseFunctorTable *table, const guint32 *values);
/** The number of the transformation with these ends and components; n_transformations + i for the
 * identity of the functor i, G_MAXUINT32 where there is none. */
guint32
chase_functor_table_find_transformation (const ChaseFunctorTable *table, const guint32 *values);
/** The functor category as a composition table, with names made of the values. Caller owns it. */
ChasePresentation *
chase_functor_table_present (const ChaseFunctorTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseFunctorTable, chase_functor_table_free)

G_END_DECLS
