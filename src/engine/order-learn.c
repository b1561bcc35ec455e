/* SPDX-License-Identifier: MIT */
#include "engine/order.h"
#include "engine/vector.h"

/* Ranks arrows so that the relations, taken as rules, overlap little: whoever wrote them down had
 * an order in mind, but need not have named the arrows in it. One arrow after the other is moved to
 * the place among the others where the overlaps are fewest, and, of those, the fewest relations
 * lead from right to left, until none moves (local search for a linear order, by insertions). */
enum
{
  MOST_ARROWS = 1000, /* and with more of them fewer passes */
  PASSES = 8,
  STEPS = 500000,
  WRONG = 1,   /* costs that a relation leads from right to left, */
  OVERLAP = 4, /* and that two relations overlap */
};

typedef struct
{
  const ChaseIndex *index;
  ChaseOrder *order;
  guint32 *arrow;            /* by rank */
  guint32 *use_first, *uses; /* arrow -> relations that it is in, some of them twice */
  guint8 *greater;           /* relation -> its greater side, or 2 */
  gint64 *begins, *ends;     /* arrow -> left sides that begin or end with it */
  gint64 cost;
  guint8 *near; /* arrow: in some relation with the one that moves */
} Learning;

/* The left side that the relation gives, or stops giving (@by = -1). */
static void
count_side (Learning *l, guint32 relation, gint by)
{
  const ChaseRelation *r = &l->index->relations[relation];
  guint8 side = l->greater[relation];
  ChaseWord word;
  guint32 first, last;

  if (side > 1 || r->side[side].length == 0)
    return;
  word = r->side[side];
  first = word.letters[0];
  last = word.letters[word.length - 1];
  l->cost -= OVERLAP * l->begins[first] * l->ends[first];
  l->begins[first] += by;
  l->cost += OVERLAP * l->begins[first] * l->ends[first];
  l->cost -= OVERLAP * l->begins[last] * l->ends[last];
  l->ends[last] += by;
  l->cost += OVERLAP * l->begins[last] * l->ends[last];
  l->cost += by * side * WRONG;
}

static void
orient (Learning *l, guint32 relation)
{
  const ChaseRelation *r = &l->index->relations[relation];
  int compared = chase_order_compare (l->order, r->side[0], r->side[1]);
  guint8 side = compared > 0 ? 0 : compared < 0 ? 1 : 2;

  if (side == l->greater[relation])
    return;
  count_side (l, relation, -1);
  l->greater[relation] = side;
  count_side (l, relation, 1);
}

static gboolean
is_in (const ChaseRelation *r, guint32 arrow)
{
  for (guint side = 0; side < 2; side++)
    for (guint32 i = 0; i < r->side[side].length; i++)
      if (r->side[side].letters[i] == arrow)
        return TRUE;
  return FALSE;
}

/* Exchanges the arrow at @rank, which is moving, with the one after or (@by = -1) before it. */
static void
pass_by (Learning *l, guint32 rank, gint by)
{
  guint32 moving = l->arrow[rank], other = l->arrow[rank + (guint32)by];

  l->arrow[rank] = other;
  l->arrow[rank + (guint32)by] = moving;
  l->order->rank[other] = rank;
  l->order->rank[moving] = rank + (guint32)by;
  if (!l->near[other])
    return;
  for (guint32 i = l->use_first[moving]; i < l->use_first[moving + 1]; i++)
    if (is_in (&l->index->relations[l->uses[i]], other))
      orient (l, l->uses[i]);
}

static void
mark_near (Learning *l, guint32 arrow, guint8 mark)
{
  for (guint32 i = l->use_first[arrow]; i < l->use_first[arrow + 1]; i++)
    for (guint side = 0; side < 2; side++)
      {
        ChaseWord word = l->index->relations[l->uses[i]].side[side];

        for (guint32 k = 0; k < word.length; k++)
          l->near[word.letters[k]] = mark;
      }
}

/* TRUE where the arrow found a better place. */
static gboolean
place (Learning *l, guint32 arrow)
{
  guint32 n = l->index->n_arrows, start = l->order->rank[arrow], best = start, at = start;
  gint64 least = l->cost;

  mark_near (l, arrow, TRUE);
  for (; at + 1 < n; at++)
    {
      pass_by (l, at, 1);
      if (l->cost < least)
        {
          least = l->cost;
          best = at + 1;
        }
    }
  for (; at > 0; at--)
    {
      pass_by (l, at, -1);
      if (l->cost < least)
        {
          least = l->cost;
          best = at - 1;
        }
    }
  for (; at < best; at++)
    pass_by (l, at, 1);
  mark_near (l, arrow, FALSE);
  return best != start;
}

static void
index_uses (Learning *l)
{
  const ChaseIndex *index = l->index;
  ChaseVector arrows = { NULL }, relations = { NULL };

  for (guint32 r = 0; r < index->n_relations; r++)
    for (guint side = 0; side < 2; side++)
      for (guint32 i = 0; i < index->relations[r].side[side].length; i++)
        {
          chase_vector_push (&arrows, index->relations[r].side[side].letters[i]);
          chase_vector_push (&relations, r);
        }
  l->use_first = chase_bucket (index->n_arrows, (guint32)arrows.length, arrows.data, &l->uses);
  for (gsize i = 0; i < arrows.length; i++)
    l->uses[i] = relations.data[l->uses[i]];
  chase_vector_clear (&arrows);
  chase_vector_clear (&relations);
}

guint
chase_order_n_learned (const ChaseIndex *index)
{
  return index->n_arrows <= MOST_ARROWS ? CHASE_N_ORDERS - CHASE_N_WRITTEN_ORDERS : 0;
}

void
chase_order_learn (ChaseOrder *order, const ChaseIndex *index)
{
  guint32 n = index->n_arrows;
  guint passes = MIN (PASSES, 1 + STEPS / (n * n + 1));
  g_autofree guint32 *arrow = g_new (guint32, (gsize)n + 1);
  g_autofree guint8 *greater = g_new (guint8, (gsize)index->n_relations + 1);
  g_autofree gint64 *begins = g_new0 (gint64, (gsize)n + 1);
  g_autofree gint64 *ends = g_new0 (gint64, (gsize)n + 1);
  g_autofree guint8 *near = g_new0 (guint8, (gsize)n + 1);
  Learning l = { index, order, arrow, NULL, NULL, greater, begins, ends, 0, near };
  gboolean moved = TRUE;

  for (guint32 f = 0; f < n; f++)
    arrow[order->rank[f]] = f;
  for (guint32 r = 0; r < index->n_relations; r++)
    {
      greater[r] = 2;
      orient (&l, r);
    }
  index_uses (&l);
  for (guint pass = 0; pass < passes && moved; pass++)
    {
      moved = FALSE;
      for (guint32 f = 0; f < n; f++)
        moved |= place (&l, f);
    }
  g_free (l.use_first);
  g_free (l.uses);
}
