/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/clock.h"
#include "engine/index.h"
#include "evidence/evidence.h"

G_BEGIN_DECLS

/**
 * Returns @proof (taken), a proof about paths from @source, with fewer steps where a short search
 * finds a way: from a path of it to a later one in one step, or through the neighbourhood of a few
 * steps in a row. Proofs within it are shortened too. The effort is limited, whatever the length.
 */
ChaseEvidence *
chase_proof_shorten (ChaseEvidence *proof, const ChaseIndex *index, guint32 source,
                     ChaseClock *clock);

G_END_DECLS
