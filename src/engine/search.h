/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/trail.h"

G_BEGIN_DECLS

typedef enum
{
  CHASE_SEARCH_EQUAL,     /* a proof was found */
  CHASE_SEARCH_DIFFERENT, /* one path's class was listed in full and holds not the other */
  CHASE_SEARCH_OPEN,      /* the limit was reached */
} ChaseSearchResult;

/**
 * chase_search:
 * @limit: how many paths to look at, at most
 * @evidence: a shortest proof when equal, a model when different
 *
 * Breadth-first search in the paths that the relations turn @left and @right into, from both
 * ends. When the class of one of them is finite and does not hold the other, the smallest automaton
 * that accepts exactly that class is a functor to finite sets, since a class is a union of classes
 * of every right congruence it gives (Myhill and Nerode): it is the model.
 */
ChaseSearchResult
chase_search (const ChaseIndex *index, guint32 source, ChaseWord left, ChaseWord right,
              guint32 limit, ChaseClock *clock, ChaseEvidence **evidence);

G_END_DECLS
