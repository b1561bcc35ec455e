/* SPDX-License-Identifier: MIT */
#include "engine/cosets-private.h"

static ChaseWord
word_of (const ChaseIndex *index, guint32 side)
{
  return index->relations[side / 2].side[side & 1];
}

static gint
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const ChaseIndex *index = data;
  guint32 one = *(const guint32 *)a, other = *(const guint32 *)b;
  ChaseWord x = word_of (index, one), y = word_of (index, other);

  for (guint32 i = 0; i < MIN (x.length, y.length); i++)
    if (x.letters[i] != y.letters[i])
      return x.letters[i] < y.letters[i] ? -1 : 1;
  if (x.length != y.length)
    return x.length < y.length ? -1 : 1;
  return one < other ? -1 : 1;
}

static guint32
add_step (ChaseCosets *c, guint32 before, guint32 letter, guint32 root)
{
  ChasePlanStep step = { before, 2 + c->index->slot[letter] };

  g_array_append_val (c->plan, step);
  return c->plan->len - 1 - root;
}

/* The steps from one object: sides in the order of their letters, so that what a side shares with
   the one before it is known. */
static void
plan_object (ChaseCosets *c, guint32 object, ChaseVector *sides, ChaseVector *steps)
{
  const ChaseIndex *index = c->index;
  guint32 root = c->plan->len;
  ChasePlanStep start = { 0, 0 };
  ChaseWord before = { NULL, 0 };

  c->plan_first[object] = root;
  g_array_append_val (c->plan, start);
  sides->length = 0;
  for (guint32 i = index->to_trace_first[object]; i < index->to_trace_first[object + 1]; i++)
    {
      chase_vector_push (sides, 2 * index->to_trace[i]);
      chase_vector_push (sides, 2 * index->to_trace[i] + 1);
    }
  if (sides->length > 0)
    g_qsort_with_data (sides->data, (gint)sides->length, sizeof (guint32), compare,
                       (gpointer)index);
  for (gsize i = 0; i < sides->length; i++)
    {
      ChaseWord word = word_of (index, sides->data[i]);
      guint32 n = 0;

      while (n < MIN (word.length, before.length) && word.letters[n] == before.letters[n])
        n++;
      steps->length = n;
      for (; n < word.length; n++)
        chase_vector_push (steps,
                           add_step (c, n > 0 ? steps->data[n - 1] : 0, word.letters[n], root));
      c->plan_end[sides->data[i]] = n > 0 ? steps->data[n - 1] : 0;
      before = word;
    }
}

void
chase_cosets_make_plan (ChaseCosets *c)
{
  const ChaseIndex *index = c->index;
  ChaseVector sides = { NULL }, steps = { NULL };
  guint32 most = 1;

  c->plan = g_array_new (FALSE, FALSE, sizeof (ChasePlanStep));
  c->plan_first = g_new (guint32, (gsize)index->n_objects + 1);
  c->plan_end = g_new (guint32, 2 * (gsize)index->n_relations + 1);
  for (guint32 o = 0; o < index->n_objects; o++)
    {
      plan_object (c, o, &sides, &steps);
      most = MAX (most, c->plan->len - c->plan_first[o]);
    }
  c->plan_first[index->n_objects] = c->plan->len;
  c->where = g_new (guint32, most);
  chase_vector_clear (&sides);
  chase_vector_clear (&steps);
}

void
chase_cosets_follow_plan (ChaseCosets *c, guint32 row)
{
  guint32 object = chase_row (c, row)->object, n;
  const ChasePlanStep *step = &g_array_index (c->plan, ChasePlanStep, c->plan_first[object]);
  const guint32 *cell = c->cell;
  guint32 *where = c->where;

  n = c->plan_first[object + 1] - c->plan_first[object];
  where[0] = row;
  for (guint32 i = 1; i < n; i++)
    {
      guint32 from = where[step[i].before], to = CHASE_NO_ROW;

      if (from != CHASE_NO_ROW)
        to = cell[from + step[i].cell];
      if (to != CHASE_NO_ROW && G_UNLIKELY (cell[to] != to))
        to = chase_cosets_find (c, to);
      where[i] = to;
    }
  c->work += n / 2;
}
