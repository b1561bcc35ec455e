/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/listed.h"

G_BEGIN_DECLS

/**
 * ChaseSetMap:
 *
 * A morphism of Set, or of a category [C, Set]: functors to Set on a base (C, or one object for
 * Set) and the image of every element, all sets one after the other. @open: a function that is
 * written out, so that its target may be larger.
 */
typedef struct
{
  ChasePresentation *base;
  ChaseSets *from;
  ChaseSets *to;
  guint32 *values;
  gboolean open;
} ChaseSetMap;

void
chase_set_map_free (ChaseSetMap *map);

/** Is @category Set, or [C, Set] for a C with generators? */
gboolean
chase_category_of_sets (const ChaseCategory *category);
/** What its objects are functors on; caller owns the reference. */
ChasePresentation *
chase_category_sets_base (const ChaseCategory *category);
/** Is @category Set or Cat or [C, Set] or [C, [D, Set]], and so on, or an opposite or product of such?
 * *@objects: have C, D, .. objects?
 * Then it has infinitely many, one of them initial and another terminal. */
gboolean
chase_category_to_sets (const ChaseCategory *category, gboolean *objects);
/** An object of @category, with the elements of a set in the order of their names; NULL where it
 * cannot be listed. Caller frees with chase_listed_sets_free (). */
ChaseSets *
chase_set_object (ChaseTheory *theory, const ChaseCategory *category, const ChaseTerm *term,
                  ChaseEnumerate enumerate, gpointer data);
/** Does every square of @alpha, whose components are functions, commute? */
gboolean
chase_transformation_is_natural (const ChaseTransformation *alpha);
/** A morphism of @category; NULL where it cannot be listed or is not natural. Caller frees. */
ChaseSetMap *
chase_set_map (ChaseTheory *theory, const ChaseCategory *category, const ChaseTerm *term,
               ChaseEnumerate enumerate, gpointer data);

/** Does @map run from @from to @to? A target that is open is made @to. */
gboolean
chase_set_map_fit (ChaseSetMap *map, const ChaseSets *from, const ChaseSets *to);

/* One of two legs, and what follows it (of a cocone: goes before it); NULL is the identity. */
typedef struct
{
  guint i;
  ChaseSetMap *first;
  guint j;
  ChaseSetMap *second;
} ChaseSetCondition;

/**
 * ChaseSetCone:
 *
 * What a universal property says of sets: a cone (@outward) or cocone with @legs (of ChaseSetMap)
 * between the object @apex and @feet (of ChaseSets), and the @conditions that it should fulfil.
 */
typedef struct
{
  ChasePresentation *base;
  gboolean outward;
  ChaseSets *apex;
  GPtrArray *feet;
  GPtrArray *legs;
  GPtrArray *conditions; /* of ChaseSetCondition */
} ChaseSetCone;

/** NULL where something cannot be listed, or does not fit together. Caller frees. */
ChaseSetCone *
chase_set_cone_new (ChaseTheory *theory, const ChaseCategory *category,
                    const ChaseProposition *proposition, ChaseEnumerate enumerate, gpointer data);
void
chase_set_cone_free (ChaseSetCone *cone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseSetMap, chase_set_map_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseSetCone, chase_set_cone_free)

G_END_DECLS
