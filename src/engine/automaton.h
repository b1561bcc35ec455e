/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/clock.h"
#include "engine/index.h"
#include "evidence/evidence.h"

G_BEGIN_DECLS

/**
 * ChaseAutomaton:
 *
 * A finite set of parallel paths as a trie, to be made into its smallest automaton.
 */
typedef struct _ChaseAutomaton ChaseAutomaton;

ChaseAutomaton *
chase_automaton_new (const ChaseIndex *index, guint32 source);
void
chase_automaton_free (ChaseAutomaton *automaton);
/** Adds a path from the source to the set. */
void
chase_automaton_accept (ChaseAutomaton *automaton, ChaseWord path);
/**
 * Returns the smallest automaton of the set, or a quotient of it, as a functor to finite sets on
 * which @left, in the set, and @right, not in it, differ: the elements at an object are the states
 * of prefixes that end there, and one more for what is no prefix, where needed. It respects every
 * relation under which the set is closed.
 */
ChaseEvidence *
chase_automaton_model (ChaseAutomaton *automaton, ChaseWord left, ChaseWord right,
                       ChaseClock *clock);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseAutomaton, chase_automaton_free)

G_END_DECLS
