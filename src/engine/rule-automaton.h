/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/index.h"
#include "engine/vector.h"

G_BEGIN_DECLS

/** What is known of a state: the longest other one that its path ends with, and the states for
 * which it is that, in a list. States are named by where they stand among the cells. */
typedef struct
{
  guint32 object;
  guint32 depth; /* letters of its path */
  guint32 fail;
  guint32 child; /* a state, or G_MAXUINT32 */
  guint32 before, after;
  guint32 number; /* of the path of the set that is its path, or G_MAXUINT32 */
} ChaseRuleState;

/**
 * ChaseRuleAutomaton:
 *
 * A set of paths, none of them inside another, as an automaton: one step a letter says whether a
 * path of the set has just been read. A state is where it stands in @cell: there is the number + 1
 * of the path that it ends with or 0, then the state's own number, then the next state for each
 * arrow out of its object.
 *
 * The method is that of Aho and Corasick, kept up to date as paths are added (Meyer, Incremental
 * string matching).
 */
typedef struct
{
  const ChaseIndex *index;
  ChaseVector cell;
  ChaseRuleState *states;
  guint32 n_states, capacity;
  guint32 *start; /* object -> state */
  ChaseVector stack;
} ChaseRuleAutomaton;

/** An automaton of no paths. */
void
chase_rule_automaton_init (ChaseRuleAutomaton *automaton, const ChaseIndex *index);
void
chase_rule_automaton_clear (ChaseRuleAutomaton *automaton);
/**
 * Adds @path, which is not an identity, as number @number: in place of the same path, and of those
 * that it is a part of, whose numbers are appended to @wholes. O(the cells that change). Returns
 * about how many letter steps that was.
 */
guint64
chase_rule_automaton_add (ChaseRuleAutomaton *automaton, ChaseWord path, guint32 number,
                          ChaseVector *wholes);
gsize
chase_rule_automaton_bytes (const ChaseRuleAutomaton *automaton);

/** Where @slot (of an arrow) leads to from @state, among the cells at @cell. */
static inline guint32
chase_rule_automaton_step (const guint32 *cell, guint32 state, guint32 slot)
{
  return cell[state + 2 + slot];
}

G_END_DECLS
