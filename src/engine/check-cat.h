/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/check-private.h"

G_BEGIN_DECLS

/* Cat: categories as objects and functors as morphisms. */

/** @first = @second, two functors from one category to another: they agree at every object and
 * every generator. */
void
chase_decide_same_functor (ChaseChecker *checker, const ChaseFunctor *first,
                           const ChaseFunctor *second, ChaseResult *result);
/** @functor, from a category to itself, is its identity. */
void
chase_decide_identity_functor (ChaseChecker *checker, const ChaseFunctor *functor,
                               ChaseResult *result);
/** Decides whether term number @i of @terms equals the next one. */
typedef void (*ChaseDecideLink) (ChaseChecker *checker, const GPtrArray *terms, guint i,
                                 ChaseResult *result);
/** A chain of equations, each by @decide; with its evidence where all hold ("links"), for @reason,
 * or that of the one that breaks ("link"). */
void
chase_decide_links (ChaseChecker *checker, const GPtrArray *terms, ChaseDecideLink decide,
                    const char *reason, ChaseResult *result);
/** An equation between functors. */
void
chase_decide_functor_equation (ChaseChecker *checker, const ChaseProposition *proposition,
                               ChaseResult *result);
/** C is initial, F is mono, .. in Cat. */
void
chase_decide_in_cat (ChaseChecker *checker, const ChaseProposition *proposition,
                     ChaseAdjective adjective, ChaseResult *result);
/** A diagram in Cat commutes. FALSE, and nothing is decided, where @item is none. */
gboolean
chase_decide_cat_diagram (ChaseChecker *checker, ChaseItem *item, gboolean strictly,
                          ChaseResult *result);
/** Of a colimit, or a product of two, by a functor that is to be an isomorphism; FALSE where there is
 * none to be asked about. */
gboolean
chase_decide_by_comparison (ChaseChecker *checker, const ChaseProposition *proposition,
                            ChaseResult *result);
/** A limit or colimit in Cat exists. */
void
chase_decide_exists_in_cat (ChaseChecker *checker, const ChaseProposition *proposition,
                            ChaseResult *result);
/** A universal property in Cat. */
void
chase_decide_universal_in_cat (ChaseChecker *checker, const ChaseProposition *proposition,
                               ChaseResult *result);
/** Is the functor epi: by the two ways into two copies of its target that are glued along its
 * image, told generator by generator. */
void
chase_decide_epi_functor (ChaseChecker *checker, const ChaseFunctor *functor, ChaseResult *result);
/** Does it have a retraction (@mono) or a section, by a look at all functors back. */
void
chase_decide_split_functor (ChaseChecker *checker, const ChaseFunctor *functor, gboolean mono,
                            ChaseResult *result);

G_END_DECLS
