/* SPDX-License-Identifier: MIT */
#include "engine/cosets-private.h"
#include "engine/quotient.h"

/* The closed table as a flat functor: live rows, numbered in order. */
static ChaseAction *
table_functor (ChaseCosets *c, guint32 *number)
{
  ChaseAction *functor = chase_action_new (c->index);

  for (guint32 i = 0; i < c->n_rows; i++)
    number[i] = chase_row_lives (c, c->rows[i].at) ? chase_action_add (functor, c->rows[i].object)
                                                   : CHASE_NO_ROW;
  for (guint32 i = 0; i < c->n_rows; i++)
    {
      guint32 object = c->rows[i].object;

      if (number[i] == CHASE_NO_ROW)
        continue;
      for (guint32 k = c->index->out_first[object]; k < c->index->out_first[object + 1]; k++)
        if (chase_cosets_allows (c, c->index->out[k]))
          chase_action_set (functor, number[i], c->index->out[k],
                            number[chase_cosets_follow (c, i, c->index->out[k])]);
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
