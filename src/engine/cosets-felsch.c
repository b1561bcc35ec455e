/* SPDX-License-Identifier: MIT */
#include "engine/cosets-private.h"

/* Where the lists are among the numbers of a row. */
static guint32
link_of (const ChaseCosets *c, guint32 row, guint32 arrow)
{
  guint32 degree = chase_cosets_degree (c, c->index->source[arrow]);

  return row + 2 + degree + c->index->slot[arrow];
}

static guint32
first_of (const ChaseCosets *c, guint32 row, guint32 arrow)
{
  guint32 degree = chase_cosets_degree (c, c->index->target[arrow]);

  return row + 2 + 2 * degree + 2 * c->index->in_slot[arrow];
}

void
chase_cosets_list_uses (ChaseCosets *c)
{
  const ChaseIndex *index = c->index;
  guint32 n = 2 * index->to_trace_first[index->n_objects];
  GArray *arrows = g_array_new (FALSE, FALSE, sizeof (guint32));
  ChaseVector places = { NULL };
  g_autofree guint32 *order = NULL;

  for (guint32 j = 0; j < n; j++)
    {
      guint32 k = 2 * index->to_trace[j / 2] + (j & 1);
      ChaseWord word = index->relations[k / 2].side[k & 1];

      for (guint32 i = 0; !chase_cosets_skips (c, k / 2) && i < word.length; i++)
        {
          g_array_append_val (arrows, word.letters[i]);
          chase_vector_push (&places, k);
          chase_vector_push (&places, i);
        }
    }
  c->use_first
      = chase_bucket (index->n_arrows, arrows->len, (guint32 *)(gpointer)arrows->data, &order);
  c->uses = g_new (guint32, 2 * (gsize)arrows->len + 1);
  for (guint32 i = 0; i < arrows->len; i++)
    {
      c->uses[2 * (gsize)i] = places.data[2 * (gsize)order[i]];
      c->uses[2 * (gsize)i + 1] = places.data[2 * (gsize)order[i] + 1];
    }
  chase_vector_clear (&places);
  g_array_unref (arrows);
}

void
chase_cosets_link (ChaseCosets *c, guint32 row, guint32 arrow, guint32 to)
{
  guint32 first;

  to = chase_cosets_find (c, to);
  first = first_of (c, to, arrow);
  c->cell[link_of (c, row, arrow)] = CHASE_NO_ROW;
  if (c->cell[first] == CHASE_NO_ROW)
    c->cell[first] = row;
  else
    c->cell[link_of (c, c->cell[first + 1], arrow)] = row;
  c->cell[first + 1] = row;
  chase_vector_push (&c->deductions, row);
  chase_vector_push (&c->deductions, arrow);
}

void
chase_cosets_join_lists (ChaseCosets *c, guint32 dead, guint32 row)
{
  const ChaseIndex *index = c->index;
  guint32 object = chase_row (c, row)->object;

  for (guint32 i = index->in_first[object]; i < index->in_first[object + 1]; i++)
    {
      guint32 arrow = index->in[i];
      guint32 from = first_of (c, dead, arrow), to = first_of (c, row, arrow);

      if (c->cell[from] == CHASE_NO_ROW)
        continue;
      for (guint32 x = c->cell[from]; x != CHASE_NO_ROW; x = c->cell[link_of (c, x, arrow)])
        {
          chase_vector_push (&c->deductions, x);
          chase_vector_push (&c->deductions, arrow);
        }
      if (c->cell[to] == CHASE_NO_ROW)
        c->cell[to] = c->cell[from];
      else
        c->cell[link_of (c, c->cell[to + 1], arrow)] = c->cell[from];
      c->cell[to + 1] = c->cell[from + 1];
    }
}

/* Puts into c->found the live rows from which the first @position letters of @word lead to @row. */
static void
find_starts (ChaseCosets *c, guint32 row, ChaseWord word, guint32 position)
{
  c->found.length = 0;
  c->stack.length = 0;
  chase_vector_push (&c->stack, row);
  chase_vector_push (&c->stack, position);
  while (c->stack.length > 0 && !chase_clock_tick (c->clock))
    {
      guint32 x, arrow;

      position = chase_vector_pop (&c->stack);
      row = chase_vector_pop (&c->stack);
      c->work++;
      if (position == 0)
        {
          chase_vector_push (&c->found, row);
          continue;
        }
      arrow = word.letters[position - 1];
      for (x = c->cell[first_of (c, row, arrow)]; x != CHASE_NO_ROW;
           x = c->cell[link_of (c, x, arrow)])
        if (chase_row_lives (c, x))
          {
            chase_vector_push (&c->stack, x);
            chase_vector_push (&c->stack, position - 1);
          }
    }
}

static void
deduce_from (ChaseCosets *c, guint32 row, guint32 arrow)
{
  for (guint32 i = c->use_first[arrow]; i < c->use_first[arrow + 1]; i++)
    {
      guint32 side = c->uses[2 * (gsize)i], position = c->uses[2 * (gsize)i + 1];

      if (!chase_row_lives (c, row))
        return;
      find_starts (c, row, c->index->relations[side / 2].side[side & 1], position);
      for (gsize k = 0; k < c->found.length; k++)
        if (chase_row_lives (c, c->found.data[k]))
          chase_cosets_scan (c, c->found.data[k], side / 2);
    }
}

gboolean
chase_cosets_deduce (ChaseCosets *c)
{
  while (c->deductions.length > 0)
    {
      guint32 arrow = chase_vector_pop (&c->deductions);
      guint32 row = chase_vector_pop (&c->deductions);

      if (chase_clock_tick (c->clock))
        return FALSE;
      if (chase_row_lives (c, row))
        deduce_from (c, row, arrow);
    }
  return TRUE;
}
