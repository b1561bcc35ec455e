/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/path-trie.h"

G_BEGIN_DECLS

/**
 * ChaseRuleAutomaton:
 *
 * A set of paths, none of them inside another, as an automaton (Aho and Corasick): one step a
 * letter says whether a path of the set has just been read. A state is where it stands in @cell:
 * there is the number + 1 of the path that it ends with or 0, then the next state for each arrow
 * out of its object.
 */
typedef struct
{
  const ChaseIndex *index;
  ChaseVector cell;
  guint32 *start; /* object -> state */
} ChaseRuleAutomaton;

/** An automaton of no paths. */
void
chase_rule_automaton_init (ChaseRuleAutomaton *automaton, const ChaseIndex *index);
void
chase_rule_automaton_clear (ChaseRuleAutomaton *automaton);
/** Makes it that of the paths in @trie, which reads them forwards. O(its nodes' cells). */
void
chase_rule_automaton_read (ChaseRuleAutomaton *automaton, const ChasePathTrie *trie);

static inline guint32
chase_rule_automaton_step (const ChaseRuleAutomaton *automaton, guint32 state, guint32 letter)
{
  return automaton->cell.data[state + 1 + automaton->index->slot[letter]];
}

/** The number of the path that has just been read, or G_MAXUINT32. */
static inline guint32
chase_rule_automaton_found (const ChaseRuleAutomaton *automaton, guint32 state)
{
  return automaton->cell.data[state] - 1;
}

G_END_DECLS
