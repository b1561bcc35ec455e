/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/clock.h"
#include "engine/index.h"

G_BEGIN_DECLS

/**
 * ChaseAction:
 *
 * A action to finite sets while it is worked on: elements numbered through all sets, with a value
 * for each arrow out of their object. Where a value was never set, the element goes to a point that
 * is added where it is needed: a terminal element at each object from there on.
 */
typedef struct _ChaseAction ChaseAction;

ChaseAction *
chase_action_new (const ChaseIndex *index);
void
chase_action_free (ChaseAction *action);
guint32
chase_action_add (ChaseAction *action, guint32 object);
void
chase_action_set (ChaseAction *action, guint32 element, guint32 arrow, guint32 value);
/**
 * Returns a model on which the paths @left and @right, followed from the element @at, differ (NULL
 * if they do not): @action, or, unless some arrow is declared mono or epi, a quotient of it that
 * is as small as some milliseconds of merging make it.
 */
ChaseEvidence *
chase_action_separate (ChaseAction *action, guint32 at, ChaseWord left, ChaseWord right,
                        ChaseClock *clock);

/** Returns @action itself as the model, or NULL where the two paths agree at @at. */
ChaseEvidence *
chase_action_model (ChaseAction *action, guint32 at, ChaseWord left, ChaseWord right);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseAction, chase_action_free)

G_END_DECLS
