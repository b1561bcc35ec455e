/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/clock.h"
#include "engine/index.h"
#include "evidence/evidence.h"

G_BEGIN_DECLS

/**
 * ChaseStride:
 *
 * One step of a derivation while it is being found: side @reverse of @relation, at position @at,
 * becomes the other side. Where @of is not NULL, the step cancels the arrow @relation at @side of
 * both ends of the proof @of (owned).
 */
typedef struct
{
  guint32 relation;
  guint32 at;
  gboolean reverse;
  ChaseSide side;
  ChaseEvidence *of;
} ChaseStride;

/** A derivation: an array of ChaseStride. */
typedef GArray ChaseTrail;

ChaseTrail *
chase_trail_new (void);
void
chase_trail_free (ChaseTrail *trail);
void
chase_trail_add (ChaseTrail *trail, guint32 relation, guint32 at, gboolean reverse);

/** The part of a path that @stride replaces, and by what. */
void
chase_stride_sides (const ChaseStride *stride, const ChaseIndex *index, ChaseWord *from,
                    ChaseWord *to);

/**
 * Takes out of @trail the strides that undo each other, wherever those between them change other
 * parts of the path: each stride is moved back past what it has nothing to do with until it meets
 * its inverse. Where the trail leads does not change. The effort is limited.
 */
void
chase_trail_reduce (ChaseTrail *trail, const ChaseIndex *index, ChaseClock *clock);

/** The step of a proof that applies @relation at @at, @reverse or not. What it refers to is owned
 * by
 * *@owner, which the caller unrefs (or NULL). */
ChaseStep
chase_relation_step (const ChaseRelation *relation, guint32 at, gboolean reverse,
                     ChaseEvidence **owner);

/**
 * Walks @trail from the path @start and returns it as a proof, without the rounds in which it
 * comes back to a path where it was before; NULL if it does not lead to @end, or the clock stops.
 */
ChaseEvidence *
chase_trail_to_proof (const ChaseTrail *trail, const ChaseIndex *index, ChaseWord start,
                      ChaseWord end, ChaseClock *clock);
/** Returns the steps of @proof backwards, a proof from its end to its start. */
ChaseEvidence *
chase_proof_reversed (const ChaseEvidence *proof);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseTrail, chase_trail_free)

G_END_DECLS
