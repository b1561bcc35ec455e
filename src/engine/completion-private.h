/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/completion.h"
#include "engine/path-trie.h"
#include "engine/rule-automaton.h"

G_BEGIN_DECLS

/** A step of a derivation: rule number @rule, or, with the top bit set, relation number @rule,
 * backwards or not. */
typedef struct
{
  guint32 rule;
  guint32 at;
  guint32 reverse;
} ChaseRewrite;

#define CHASE_IS_RELATION 0x80000000u

/** A derivation: ChaseRewrite in a row. */
typedef struct
{
  ChaseRewrite *data;
  gsize length;
  gsize capacity;
} ChaseRewrites;

typedef struct
{
  gsize first; /* of the letters of the left side; those of the right side follow */
  guint32 left;
  guint32 right;
  gsize why; /* first rewrite of its derivation */
  guint32 n_why;
  guint32 heir; /* the rule + 1 that has its left side and a lesser right one, or 0 */
  gboolean active;
} ChaseRewriteRule;

typedef struct
{
  guint32 one;
  guint32 other;
  guint32 overlap;
  guint32 next;
} ChaseOverlap;

/** Overlaps in lists by the length of the overlapped word. */
typedef struct
{
  ChaseOverlap *data;
  guint32 length, capacity;
  guint32 n_pending;
  guint32 spare;     /* number + 1 of the first one of those that were done, or 0 */
  ChaseVector heads; /* length -> first overlap + 1 */
  ChaseVector tails; /* length -> last overlap + 1 */
  guint32 shortest;
} ChaseOverlaps;

struct _ChaseCompletion
{
  const ChaseIndex *index;
  ChaseClock *clock;
  ChaseOrder order;
  ChaseVector letters; /* of all rules */
  ChaseRewriteRule *rules;
  guint32 n_rules, capacity;
  guint32 n_active;
  guint32 reduced; /* rules that there were when the right sides were reduced */
  ChaseRewrites whys;
  ChasePathTrie *forwards;
  ChasePathTrie *backwards;
  ChaseRuleAutomaton automaton; /* of the left sides of active rules */
  ChaseOverlaps overlaps;
  ChaseVector equations; /* rules that were retired and have to be made true again */
  guint32 next_relation;
  guint64 n_found; /* overlaps */
  guint64 n_done;  /* overlaps and equations that were looked at */
  guint64 work;
  gboolean stuck; /* one was: the system can no longer become complete */
  gsize taken;
  /* scratch */
  ChaseVector x, y, rest, one, other, word, stack, states, wholes;
  ChaseRewrites trace_x, trace_y, middle;
};

static inline ChaseWord
chase_rule_left (const ChaseCompletion *c, guint32 i)
{
  return (ChaseWord){ c->letters.data + c->rules[i].first, c->rules[i].left };
}

static inline ChaseWord
chase_rule_right (const ChaseCompletion *c, guint32 i)
{
  return (ChaseWord){ c->letters.data + c->rules[i].first + c->rules[i].left, c->rules[i].right };
}

static inline ChaseWord
chase_vector_word (const ChaseVector *letters)
{
  return (ChaseWord){ letters->data, (guint32)letters->length };
}

static inline void
chase_rewrites_add (ChaseRewrites *rewrites, guint32 rule, guint32 at, guint32 reverse)
{
  if (G_UNLIKELY (rewrites->length == rewrites->capacity))
    {
      rewrites->capacity = MAX (2 * rewrites->capacity, 16);
      rewrites->data = g_renew (ChaseRewrite, rewrites->data, rewrites->capacity);
    }
  rewrites->data[rewrites->length++] = (ChaseRewrite){ rule, at, reverse };
}

/** Appends the reduced form of @word to @out, and the rewrites, if @trace is not NULL, to @trace.
 * FALSE when that takes too long. */
gboolean
chase_completion_trace (ChaseCompletion *c, ChaseWord word, ChaseVector *out, ChaseRewrites *trace);
/** Finds the overlaps of the new rule @rule with all others, as far as they are needed. */
void
chase_completion_find_overlaps (ChaseCompletion *c, guint32 rule);
/** Takes the next overlap that is still needed: FALSE when there is none, or too much was done by
 * then. */
gboolean
chase_completion_next_overlap (ChaseCompletion *c, guint64 end, ChaseOverlap *overlap);

G_END_DECLS
