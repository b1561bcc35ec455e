/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/clock.h"
#include "engine/index.h"
#include "evidence/evidence.h"

G_BEGIN_DECLS

/**
 * The complete rewriting systems of the category of @index that completion finds within @work
 * letter steps each, in the orders of the portfolio: an array of ChaseEvidence, which the caller
 * owns; empty where nothing is complete, or declared monos and epis say more than the rules.
 */
GPtrArray *
chase_systems_find (const ChaseIndex *index, guint64 work, ChaseClock *clock);
/**
 * One in the length-plus-lexicographic order in which @arrow ranks above all others (@highest), or
 * below, so that rules that trade @arrow for a place further on begin (do not begin) with it. NULL
 * where that is not complete. Caller owns it.
 */
ChaseEvidence *
chase_system_ranking (const ChaseIndex *index, guint32 arrow, gboolean highest, guint64 work,
                      ChaseClock *clock);
/** Is all that is declared mono or epi so by the rules? Then it makes no more paths equal than they
 * do. */
gboolean
chase_system_keeps_declared (const ChaseNormal *system, const ChasePresentation *presentation);
/** Rewrites @word (of guint32) by the rules of @system until none applies. */
void
chase_system_reduce (const ChaseNormal *system, GArray *word);
/** Does a left side end (@end), or begin, with @arrow? */
gboolean
chase_system_touches (const ChaseNormal *system, guint32 arrow, gboolean end);
/**
 * Does @arrow behind (@end), or before, keep normal forms apart? So it does where no left side
 * ends with it, or only such as become what they are without it, x @arrow -> x, with no x that ends
 * with it: then a normal form either stays or becomes longer by @arrow, and none of those that stay
 * is one of those that became longer.
 */
gboolean
chase_system_cancels (const ChaseNormal *system, guint32 arrow, gboolean end);

G_END_DECLS
