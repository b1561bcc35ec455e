/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/clock.h"
#include "engine/index.h"
#include "engine/walk.h"

G_BEGIN_DECLS

struct _ChaseEngine
{
  gatomicrefcount ref_count;
  ChaseIndex index;
};

/** Decides one equation on a clock that already runs. The evidence is verified. */
ChaseAnswer *
chase_decide_equal (const ChaseIndex *index, guint32 source, ChaseWord left, ChaseWord right,
                    ChaseClock *clock);

/** Decides whether the two paths of @pair are equal: a pair that is a given equation by that. */
ChaseAnswer *
chase_answer_pair (const ChaseIndex *index, const ChaseShape *shape, const ChasePair *pair,
                   ChaseClock *clock);

/** Returns an answer that holds @evidence (taken) and the formatted reason. */
ChaseAnswer *
chase_answer_new (ChaseVerdict verdict, ChaseEvidence *evidence, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

G_END_DECLS
