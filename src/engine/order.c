/* SPDX-License-Identifier: MIT */
#include "engine/order.h"

#include <string.h>

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

enum
{
  ROUNDS = 40, /* in which weights are sought */
  HEAVIEST = 1000,
};

/* Makes the arrows heavier that a relation has more of on the left, where its left side is too
 * light. */
static gboolean
weigh_relation (const ChaseRelation *r, gint *more, guint32 *weights)
{
  gint64 difference = 0;

  for (guint side = 0; side < 2; side++)
    for (guint32 i = 0; i < r->side[side].length; i++)
      more[r->side[side].letters[i]] = 0;
  for (guint side = 0; side < 2; side++)
    for (guint32 i = 0; i < r->side[side].length; i++)
      {
        guint32 letter = r->side[side].letters[i];

        more[letter] += side == 0 ? 1 : -1;
        difference += side == 0 ? weights[letter] : -(gint64)weights[letter];
      }
  if (difference >= 0)
    return FALSE;
  for (guint32 i = 0; i < r->side[0].length; i++)
    {
      guint32 letter = r->side[0].letters[i];

      if (more[letter] > 0 && weights[letter] < HEAVIEST)
        weights[letter]++;
    }
  return TRUE;
}

/* The method of Rosenblatt's perceptron. NULL where all arrows may weigh the same. */
static guint32 *
find_weights (const ChaseIndex *index)
{
  guint32 *weights = g_new (guint32, (gsize)index->n_arrows + 1);
  g_autofree gint *more = g_new0 (gint, (gsize)index->n_arrows + 1);
  gboolean all = TRUE, wrong = TRUE;

  for (guint32 a = 0; a < index->n_arrows; a++)
    weights[a] = 1;
  for (guint round = 0; round < ROUNDS && wrong; round++)
    {
      wrong = FALSE;
      for (guint32 i = 0; i < index->n_relations; i++)
        wrong |= weigh_relation (&index->relations[i], more, weights);
    }
  for (guint32 a = 0; a < index->n_arrows; a++)
    all &= weights[a] == 1;
  if (all)
    g_clear_pointer (&weights, g_free);
  return weights;
}

gboolean
chase_order_init (ChaseOrder *order, const ChaseIndex *index, guint number)
{
  static const struct
  {
    ChaseOrderKind kind;
    gboolean backward;
    gboolean reversed;
    gboolean weighted;
    gboolean learned;
  } portfolio[CHASE_N_ORDERS] = {
    { CHASE_ORDER_SHORTLEX, FALSE, FALSE },
    { CHASE_ORDER_RECURSIVE, FALSE, FALSE },
    { CHASE_ORDER_RECURSIVE, TRUE, FALSE },
    { CHASE_ORDER_RECURSIVE, FALSE, TRUE },
    { CHASE_ORDER_RECURSIVE, TRUE, TRUE },
    { CHASE_ORDER_SHORTLEX, FALSE, TRUE },
    { CHASE_ORDER_SHORTLEX, TRUE, FALSE },
    { CHASE_ORDER_SHORTLEX, TRUE, TRUE },
    { CHASE_ORDER_SHORTLEX, FALSE, FALSE, TRUE },
    { CHASE_ORDER_SHORTLEX, TRUE, FALSE, TRUE },
    { CHASE_ORDER_RECURSIVE, FALSE, FALSE, FALSE, TRUE },
    { CHASE_ORDER_RECURSIVE, TRUE, FALSE, FALSE, TRUE },
    { CHASE_ORDER_SHORTLEX, FALSE, FALSE, FALSE, TRUE },
    { CHASE_ORDER_SHORTLEX, TRUE, FALSE, FALSE, TRUE },
  };
  guint32 n = index->n_arrows;

  if (portfolio[number].learned && chase_order_n_learned (index) == 0)
    return FALSE;
  *order = (ChaseOrder){ .kind = portfolio[number].kind, .backward = portfolio[number].backward };
  if (portfolio[number].weighted)
    {
      order->weights = find_weights (index);
      if (order->weights == NULL)
        return FALSE;
    }
  order->rank = g_new (guint32, (gsize)n + 1);
  for (guint32 i = 0; i < n; i++)
    order->rank[i] = portfolio[number].reversed ? n - 1 - i : i;
  if (portfolio[number].learned)
    chase_order_learn (order, index);
  return TRUE;
}

/* How often one left side ends with the letter that another begins with. */
static guint64
count_overlaps (const ChaseIndex *index, const ChaseOrder *order, guint32 *begins, guint32 *ends)
{
  guint64 n = 0;

  memset (begins, 0, index->n_arrows * sizeof (guint32));
  memset (ends, 0, index->n_arrows * sizeof (guint32));
  for (guint32 i = 0; i < index->n_relations; i++)
    {
      ChaseWord one = index->relations[i].side[0], other = index->relations[i].side[1];
      int compared = chase_order_compare (order, one, other);

      if (compared < 0)
        one = other;
      if (compared == 0)
        continue;
      n += ends[one.letters[0]] + begins[one.letters[one.length - 1]]
           + (one.letters[0] == one.letters[one.length - 1]);
      begins[one.letters[0]]++;
      ends[one.letters[one.length - 1]]++;
    }
  return n;
}

guint
chase_order_rank (const ChaseIndex *index, guint *numbers, guint64 *least)
{
  /* Among near equals: what has turned out to be the best most often. */
  static const guint preferred[CHASE_N_WRITTEN_ORDERS] = { 1, 0, 2, 8, 6, 9, 5, 4, 7, 3 };
  g_autofree guint32 *begins = g_new (guint32, (gsize)index->n_arrows + 1);
  g_autofree guint32 *ends = g_new (guint32, (gsize)index->n_arrows + 1);
  guint64 overlaps[CHASE_N_ORDERS];
  guint n = 0;

  for (guint i = 0; i < CHASE_N_WRITTEN_ORDERS; i++)
    {
      ChaseOrder order;
      guint64 found;
      guint at = n;

      if (!chase_order_init (&order, index, preferred[i]))
        continue;
      found = count_overlaps (index, &order, begins, ends);
      chase_order_clear (&order);
      for (; at > 0 && overlaps[at - 1] > found + found / 3; at--)
        {
          overlaps[at] = overlaps[at - 1];
          numbers[at] = numbers[at - 1];
        }
      overlaps[at] = found;
      numbers[at] = preferred[i];
      n++;
    }
  *least = overlaps[0];
  return n;
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
  if (order->kind == CHASE_ORDER_RECURSIVE)
    return "recursive";
  return order->weights != NULL ? "by weight" : "by length";
}
