/* SPDX-License-Identifier: MIT */
#pragma once

#include "evidence/evidence.h"

G_BEGIN_DECLS

/**
 * ChaseNormalCycle:
 *
 * Why a complete system leaves infinitely many reduced paths: a cycle of the automaton that reads
 * them. The paths @before, then @loop any number of times, then @after are all reduced, and so all
 * different.
 */
typedef struct
{
  GArray *before; /* of guint32, in diagram order */
  GArray *loop;
  GArray *after;
} ChaseNormalCycle;

/** A cycle among the reduced paths from @from to @to (each G_MAXUINT32: any object); NULL where
 * there is none, or the automaton is too large. Caller frees. O(states arrows) */
ChaseNormalCycle *
chase_normal_cycle_find (const ChasePresentation *presentation, const ChaseNormal *normal,
                         guint32 from, guint32 to);
void
chase_normal_cycle_free (ChaseNormalCycle *cycle);
/** {"before", "loop", "after"}; caller owns it. */
JsonObject *
chase_normal_cycle_json (const ChaseNormalCycle *cycle, const ChasePresentation *presentation);
/** "h . (g . f)^n": for a person. Caller frees. */
char *
chase_normal_cycle_text (const ChaseNormalCycle *cycle, const ChasePresentation *presentation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseNormalCycle, chase_normal_cycle_free)

G_END_DECLS
