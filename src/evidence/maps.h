/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/set-maps.h"

G_BEGIN_DECLS

/*
 * What terms mean in Set, worked out by the verifier element by element, by their names.
 */

/** The elements of the set that @term means: a GHashTable as a set of borrowed names. NULL where it
 * is none. Caller owns it. */
GHashTable *
chase_evaluate_set (ChaseTheory *theory, const ChaseTerm *term);
/** The function that @term means: a GHashTable from names to names, borrowed. NULL where it is
 * none. Caller owns it. */
GHashTable *
chase_evaluate_function (ChaseTheory *theory, const ChaseTerm *term);
/** Is @sets, an object of @category (Set or [C, Set]), what @term means there? */
gboolean
chase_evaluates_to_sets (ChaseTheory *theory, const ChaseCategory *category, const ChaseTerm *term,
                         const ChaseSets *sets, GHashTable *listing);
/** The same for a morphism. */
gboolean
chase_evaluates_to_map (ChaseTheory *theory, const ChaseCategory *category, const ChaseTerm *term,
                        const ChaseSetMap *map, GHashTable *listing);
/** Has @function the values that @term means? */
gboolean
chase_evaluates_to_function (ChaseTheory *theory, const ChaseTerm *term,
                             const ChaseFunction *function);

G_END_DECLS
