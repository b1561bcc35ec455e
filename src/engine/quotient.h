/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/clock.h"
#include "engine/index.h"

G_BEGIN_DECLS

/**
 * ChaseFunctor:
 *
 * A functor to finite sets while it is worked on: elements numbered through all sets, with a value
 * for each arrow out of their object. Where a value was never set, the element goes to a point that
 * is added where it is needed: a terminal element at each object from there on.
 */
typedef struct _ChaseFunctor ChaseFunctor;

ChaseFunctor *
chase_functor_new (const ChaseIndex *index);
void
chase_functor_free (ChaseFunctor *functor);
guint32
chase_functor_add (ChaseFunctor *functor, guint32 object);
void
chase_functor_set (ChaseFunctor *functor, guint32 element, guint32 arrow, guint32 value);
/**
 * Returns a model on which the paths @left and @right, followed from the element @at, differ (NULL
 * if they do not): @functor, or, unless some arrow is declared mono or epi, a quotient of it that
 * is as small as some milliseconds of merging make it.
 */
ChaseEvidence *
chase_functor_separate (ChaseFunctor *functor, guint32 at, ChaseWord left, ChaseWord right,
                        ChaseClock *clock);

/** Returns @functor itself as the model, or NULL where the two paths agree at @at. */
ChaseEvidence *
chase_functor_model (ChaseFunctor *functor, guint32 at, ChaseWord left, ChaseWord right);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseFunctor, chase_functor_free)

G_END_DECLS
