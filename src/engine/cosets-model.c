/* SPDX-License-Identifier: MIT */
#include "engine/cosets-private.h"
#include "engine/quotient.h"

/* The closed table as a flat functor: live rows, numbered in order. */
static ChaseAction *
table_functor (ChaseCosets *c, guint32 *number)
{
  ChaseAction *functor = chase_action_new (c->index);

  for (guint32 row = 0; row < c->n_rows; row++)
    number[row] = c->root[row] == row ? chase_action_add (functor, c->object[row]) : CHASE_NO_ROW;
  for (guint32 row = 0; row < c->n_rows; row++)
    {
      guint32 object = c->object[row];

      if (c->root[row] != row)
        continue;
      for (guint32 i = c->index->out_first[object]; i < c->index->out_first[object + 1]; i++)
        {
          guint32 arrow = c->index->out[i];

          if (c->slot[arrow] != CHASE_NO_ROW)
            chase_action_set (
                functor, number[row], arrow,
                number[chase_cosets_find (c, c->cell[c->first[row] + c->slot[arrow]])]);
        }
    }
  return functor;
}

ChaseEvidence *
chase_cosets_model (ChaseCosets *c, ChaseWord left, ChaseWord right)
{
  g_autofree guint32 *number = g_new (guint32, (gsize)c->n_rows + 1);
  g_autoptr (ChaseAction) functor = table_functor (c, number);

  return chase_action_separate (functor, 0, left, right, c->clock);
}
