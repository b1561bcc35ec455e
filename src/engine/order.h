/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/index.h"
#include "evidence/evidence.h"

G_BEGIN_DECLS

/** Less than, equal to or greater than zero as @a is less than, the same as or greater than @b in
 * @order. */
int
chase_order_compare (const ChaseOrder *order, ChaseWord a, ChaseWord b);

/** How many orders chase_order_init () knows. */
enum
{
  CHASE_N_WRITTEN_ORDERS = 10,
  CHASE_N_ORDERS = 14,
};

/**
 * Puts order number @number of the portfolio for @index into *@order: shortlex and recursive path
 * orders, read from either end, with the arrows ranked as they come or the other way round, and
 * shortlex orders with weights by which the relations lead from left to right as far as possible;
 * those from CHASE_N_WRITTEN_ORDERS on rank the arrows as chase_order_learn () does.
 * FALSE, and nothing in *@order, where that is no other order than one of lesser number.
 */
gboolean
chase_order_init (ChaseOrder *order, const ChaseIndex *index, guint number);
/** How many orders are learned for @index: none where there are too many arrows for that. */
guint
chase_order_n_learned (const ChaseIndex *index);
/** Ranks the arrows anew, so that the relations, taken as rules, overlap as little as is found by
 * moving one arrow at a time. O(arrows^2 + letters of the relations^2 / arrows) for each of a few
 * passes. */
void
chase_order_learn (ChaseOrder *order, const ChaseIndex *index);
/**
 * Puts the numbers of the written orders into @numbers (of CHASE_N_ORDERS), those first in which
 * the relations, taken as rules, overlap least: they promise the smallest system. A third more or
 * less counts as the same: then what has been the best most often comes first. Returns how many
 * there are, and in *@least the overlaps of the first. O(CHASE_N_ORDERS times the letters of the
 * relations).
 */
guint
chase_order_rank (const ChaseIndex *index, guint *numbers, guint64 *least);
void
chase_order_clear (ChaseOrder *order);
/** A name for a person. */
const char *
chase_order_name (const ChaseOrder *order);

G_END_DECLS
