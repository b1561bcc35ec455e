/* SPDX-License-Identifier: MIT */
#pragma once

#include "evidence/evidence.h"

G_BEGIN_DECLS

/**
 * ChaseRuleIndex:
 *
 * The left sides of a rewriting system as an automaton that reads paths (Aho and Corasick). A state
 * is a beginning of left sides: the longest one that what was read ends with. The first states are
 * the objects' empty paths.
 */
typedef struct
{
  const ChasePresentation *presentation;
  guint32 n_objects, n_arrows;
  guint32 *source, *target; /* of each arrow */
  guint32 *out_first, *out; /* arrows by source: out[out_first[s] .. out_first[s + 1]) */
  guint32 *slot;            /* arrow -> its place among those with its source */
  guint32 n_states;
  guint32 *object;  /* state -> the last object of its path */
  guint32 *depth;   /* and the path's length */
  guint32 *first;   /* state -> the first of its cells, one for each arrow out of the object */
  guint32 *cell;    /* the next state */
  guint32 *shorter; /* state -> the longest other state that its path ends with */
  guint32 *whole;   /* state -> the longest state that it ends with, or is, which is a left
                       side; or CHASE_NO_STATE */
  guint32 *rule;    /* state -> a rule with just this left side, or CHASE_NO_STATE */
  guint32 *alike;   /* rule -> the next one with the same left side, or CHASE_NO_STATE */
} ChaseRuleIndex;

#define CHASE_NO_STATE G_MAXUINT32

/** Indexes the rules, whose left sides are paths of one arrow or more. */
void
chase_rule_index_init (ChaseRuleIndex *index, const ChasePresentation *presentation,
                       const ChaseNormal *normal);
void
chase_rule_index_clear (ChaseRuleIndex *index);

static inline guint32
chase_rule_index_step (const ChaseRuleIndex *index, guint32 state, guint32 arrow)
{
  return index->cell[index->first[state] + index->slot[arrow]];
}

/** TRUE where the step from @state to @next prolongs the beginning. */
static inline gboolean
chase_rule_index_prolongs (const ChaseRuleIndex *index, guint32 state, guint32 next)
{
  return index->depth[next] == index->depth[state] + 1;
}

G_END_DECLS
