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
  CHASE_N_ORDERS = 8,
};

/**
 * Puts order number @number of the portfolio for @index into *@order: shortlex and recursive path
 * orders, read from either end, with the arrows ranked as they come or the other way round.
 */
void
chase_order_init (ChaseOrder *order, const ChaseIndex *index, guint number);
void
chase_order_clear (ChaseOrder *order);
/** A name for a person. */
const char *
chase_order_name (const ChaseOrder *order);

G_END_DECLS
