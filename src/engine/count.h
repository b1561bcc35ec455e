/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/engine.h"
#include "evidence/roll.h"

G_BEGIN_DECLS

/**
 * chase_engine_count () with what shows the number: *@roll, where every morphism was listed, or
 * else *@system, a complete rewriting system. Both are NULL where it is not decided; the caller
 * owns them.
 */
ChaseCount *
chase_count_roll (const ChaseEngine *engine, guint32 from, guint32 to, const ChaseBudget *budget,
                  GCancellable *cancellable, ChaseRoll **roll, ChaseEvidence **system);

G_END_DECLS
