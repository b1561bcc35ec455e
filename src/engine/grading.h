/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/clock.h"
#include "engine/index.h"
#include "evidence/evidence.h"

G_BEGIN_DECLS

/**
 * Why a category has infinitely many morphisms, where no complete system is known: a grading. Each
 * arrow has an integer degree such that both sides of every equation have the same sum (a functor
 * to the integers, read as a group), and a cycle has a degree other than 0, so that its powers are
 * all different. Where this finds nothing, the degrees may depend on the element that an arrow is
 * followed from in a finite @model of the category: a grading of its category of elements. For a
 * group this is a homomorphism of a subgroup of finite index onto the integers (D. F. Holt, B.
 * Eick, E. A. O'Brien, Handbook of Computational Group Theory, section 9.2: abelian quotients).
 *
 * Looks for one by linear algebra, modulo a prime, and proves it in integers. Returns {"type":
 * "list", "degrees", "cycle"}, with "model" and "at" where there is a model, for a cycle on the way
 * from @from to @to (each G_MAXUINT32: any object); *@words is "h . (g . f)^n". NULL where there is
 * none, or the equations are too many. @model (borrowed, may be NULL) is of kind MODEL. Caller owns
 * both.
 */
JsonObject *
chase_grading_json (ChasePresentation *p, ChaseEvidence *model, guint32 from, guint32 to,
                    char **words);
/** The same by models: functors to small cyclic groups; the smallest that tell a cycle of one arrow
 * from the identity, or two parallel arrows apart; their products; and the powers of each, in which
 * all that acts differently on it acts differently on one element. For about @seconds. */
JsonObject *
chase_grading_by_models (const ChaseIndex *index, guint32 from, guint32 to, double seconds,
                         GCancellable *cancellable, char **words);

G_END_DECLS
