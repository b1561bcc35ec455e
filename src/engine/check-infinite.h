/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/check-private.h"

G_BEGIN_DECLS

/*
 * Statements about a category with generators and equations whose morphisms cannot be listed: each
 * decides where a complete rewriting system or a proof does, and else leaves it undecided.
 */

void
chase_decide_infinite_object (ChaseChecker *checker, const ChaseCategory *category, guint32 object,
                              ChaseAdjective adjective, ChaseResult *result);
void
chase_decide_infinite_isomorphic (ChaseChecker *checker, const ChaseCategory *category, guint32 a,
                                  guint32 b, ChaseResult *result);
/** Of the path @word (of guint32), whether it is mono, epi, split or iso. */
void
chase_decide_infinite_morphism (ChaseChecker *checker, const ChaseCategory *category,
                                guint32 source, guint32 target, const GArray *word,
                                ChaseProperty property, ChaseResult *result);
/**
 * Faithful, full, .. of a functor, by words or to Set, whose source or target cannot be listed;
 * @laws is the evidence that it is a functor.
 */
void
chase_decide_infinite_functor (ChaseChecker *checker, const ChaseFunctor *functor,
                               ChaseAdjective adjective, JsonNode *laws, ChaseResult *result);
/** No finite number of sets has all sizes. */
void
chase_decide_surjective_on_sets (const ChaseSets *sets, ChaseResult *result);
/* Slices and coslices that are not listed. */
gboolean
chase_is_infinite_slice (const ChaseCategory *category);
/** The evidence that it has infinitely many objects, which the caller owns; or NULL. */
JsonObject *
chase_infinite_slice_json (ChaseChecker *checker, const ChaseCategory *slice);
void
chase_decide_slice_property (ChaseChecker *checker, const ChaseCategory *slice,
                             ChaseAdjective adjective, ChaseResult *result);
/** Of the object that @term is there, a path of the base. */
void
chase_decide_slice_object (ChaseChecker *checker, const ChaseCategory *slice, const ChaseTerm *term,
                           ChaseAdjective adjective, ChaseResult *result);
/** |Hom (f, g)| in a slice of Set. */
void
chase_decide_slice_count (ChaseChecker *checker, const ChaseCategory *slice,
                          const ChaseProposition *proposition, ChaseResult *result);
/** Groupoid or skeletal. */
void
chase_decide_infinite_category (ChaseChecker *checker, const ChaseCategory *category,
                                ChaseAdjective adjective, ChaseResult *result);

G_END_DECLS
