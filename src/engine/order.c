/* SPDX-License-Identifier: MIT */
#include "engine/order.h"

static guint32
letter_from_source (const ChaseOrder *order, ChaseWord word, guint32 i)
{
  return word.letters[order->backward ? word.length - 1 - i : i];
}

static guint64
weight_of (const ChaseOrder *order, ChaseWord word)
{
  guint64 weight = 0;

  if (order->weights == NULL)
    return word.length;
  for (guint32 i = 0; i < word.length; i++)
    weight += order->weights[word.letters[i]];
  return weight;
}

static int
compare_shortlex (const ChaseOrder *order, ChaseWord a, ChaseWord b)
{
  guint64 x = weight_of (order, a), y = weight_of (order, b);
  guint32 shorter = MIN (a.length, b.length);

  if (x != y)
    return x < y ? -1 : 1;
  for (guint32 i = 0; i < shorter; i++)
    {
      guint32 c = letter_from_source (order, a, i), d = letter_from_source (order, b, i);

      if (c != d)
        return order->rank[c] < order->rank[d] ? -1 : 1;
    }
  return 0;
}

/* Sims, Computation with Finitely Presented Groups, section 2.1. Compared from the far end: the
   path with the lesser of two different letters drops it; the first path that is used up is the
   lesser one, and where both are used up, the one that dropped a letter last is the greater. */
static int
compare_recursive (const ChaseOrder *order, ChaseWord a, ChaseWord b)
{
  guint32 n = a.length, m = b.length;
  int when_used_up = 0;

  while (n > 0 && m > 0)
    {
      guint32 c = letter_from_source (order, a, n - 1), d = letter_from_source (order, b, m - 1);

      if (c == d)
        {
          n--;
          m--;
        }
      else if (order->rank[c] > order->rank[d])
        {
          m--;
          when_used_up = -1;
        }
      else
        {
          n--;
          when_used_up = 1;
        }
    }
  if (n == 0 && m == 0)
    return when_used_up;
  return n > 0 ? 1 : -1;
}

int
chase_order_compare (const ChaseOrder *order, ChaseWord a, ChaseWord b)
{
  return order->kind == CHASE_ORDER_SHORTLEX ? compare_shortlex (order, a, b)
                                             : compare_recursive (order, a, b);
}

void
chase_order_init (ChaseOrder *order, const ChaseIndex *index, guint number)
{
  static const struct
  {
    ChaseOrderKind kind;
    gboolean backward;
    gboolean reversed;
  } portfolio[CHASE_N_ORDERS] = {
    { CHASE_ORDER_SHORTLEX, FALSE, FALSE }, { CHASE_ORDER_RECURSIVE, FALSE, FALSE },
    { CHASE_ORDER_RECURSIVE, TRUE, FALSE }, { CHASE_ORDER_RECURSIVE, FALSE, TRUE },
    { CHASE_ORDER_RECURSIVE, TRUE, TRUE },  { CHASE_ORDER_SHORTLEX, FALSE, TRUE },
    { CHASE_ORDER_SHORTLEX, TRUE, FALSE },  { CHASE_ORDER_SHORTLEX, TRUE, TRUE },
  };
  guint32 n = index->n_arrows;

  order->kind = portfolio[number].kind;
  order->backward = portfolio[number].backward;
  order->weights = NULL;
  order->rank = g_new (guint32, (gsize)n + 1);
  for (guint32 i = 0; i < n; i++)
    order->rank[i] = portfolio[number].reversed ? n - 1 - i : i;
}

void
chase_order_clear (ChaseOrder *order)
{
  g_clear_pointer (&order->rank, g_free);
  g_clear_pointer (&order->weights, g_free);
}

const char *
chase_order_name (const ChaseOrder *order)
{
  return order->kind == CHASE_ORDER_SHORTLEX ? "by length" : "recursive";
}
