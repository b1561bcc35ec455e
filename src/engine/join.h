/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/clock.h"
#include "engine/tally.h"

G_BEGIN_DECLS

/**
 * ChaseRelation:
 *
 * Tuples of values of the variables @scope (different ones), each with what it counts for.
 */
typedef struct _ChaseRelation ChaseRelation;

ChaseRelation *
chase_relation_new (const guint32 *scope, guint n_scope);
void
chase_relation_free (ChaseRelation *relation);
/** Adds to what the tuple @values counts for. O(n_scope) expected. */
void
chase_relation_add (ChaseRelation *relation, const guint32 *values, ChaseTally tally,
                    guint64 modulus);

/**
 * chase_join_count:
 * @relations: (of ChaseRelation) borrowed
 * @hashed: whether tuples weigh what was said; else what they count, modulo @modulus
 *
 * The sum, over all values of the variables 0 .. @n_variables - 1, of the product of what the
 * relations say; each variable stands in a relation. By eliminating one variable after the other,
 * the one first that leaves the smallest scope (Dechter, Bucket elimination: a unifying framework
 * for reasoning; it costs what a tree decomposition of that width costs). FALSE where the tuples
 * become too many, or @clock stops.
 */
gboolean
chase_join_count (const GPtrArray *relations, guint32 n_variables, guint64 modulus, gboolean hashed,
                  ChaseClock *clock, ChaseTally *total);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseRelation, chase_relation_free)

G_END_DECLS
