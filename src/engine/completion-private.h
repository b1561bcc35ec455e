/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/completion.h"
#include "engine/path-trie.h"

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

typedef struct
{
  gsize first; /* of the letters of the left side; those of the right side follow */
  guint32 left;
  guint32 right;
  gsize why; /* first rewrite of its derivation */
  guint32 n_why;
  guint64 mask; /* of the left side's letters, folded */
  gboolean active;
} ChaseRewriteRule;

typedef struct
{
  guint32 one;
  guint32 other;
  guint32 overlap;
  guint32 next;
} ChaseOverlap;

struct _ChaseCompletion
{
  const ChaseIndex *index;
  ChaseClock *clock;
  ChaseOrder order;
  GArray *letters; /* guint32: of all rules */
  GArray *rules;   /* ChaseRewriteRule */
  GArray *whys;    /* ChaseRewrite */
  guint32 n_active;
  ChasePathTrie *forwards;
  ChasePathTrie *backwards;
  GArray *overlaps; /* ChaseOverlap, in lists by length of the overlapped word */
  GArray *heads;    /* guint32: length -> first overlap + 1 */
  GArray *tails;    /* guint32: length -> last overlap + 1 */
  guint32 shortest;
  GArray *equations; /* guint32: rules that were retired and have to be made true again */
  guint32 next_relation;
  guint64 work;
  gboolean stuck; /* one was: the system can no longer become complete */
  gsize taken;
  /* scratch */
  GArray *x, *y, *rest, *trace_x, *trace_y, *found;
};

static inline ChaseRewriteRule *
chase_rule (const ChaseCompletion *c, guint32 i)
{
  return &g_array_index (c->rules, ChaseRewriteRule, i);
}

static inline ChaseWord
chase_rule_left (const ChaseCompletion *c, guint32 i)
{
  const ChaseRewriteRule *rule = chase_rule (c, i);

  return (ChaseWord){ (const guint32 *)(gpointer)c->letters->data + rule->first, rule->left };
}

static inline ChaseWord
chase_rule_right (const ChaseCompletion *c, guint32 i)
{
  const ChaseRewriteRule *rule = chase_rule (c, i);

  return (ChaseWord){ (const guint32 *)(gpointer)c->letters->data + rule->first + rule->left,
                      rule->right };
}

/** Appends the reduced form of @word to @out, and the rewrites, if @trace is not NULL, to @trace.
 */
gboolean
chase_completion_trace (ChaseCompletion *c, ChaseWord word, GArray *out, GArray *trace);

G_END_DECLS
