/* SPDX-License-Identifier: MIT */
#include "engine/cosets-private.h"

/* Each row stands for the path by which it was defined. The tasks below each lead from one such
 * path (and letters after it, which take no part) to another; a task is taken apart into smaller
 * ones until single steps are left. Since all these paths begin at the source, a step's position is
 * the depth of the row where its relation was traced. Times are numbers of records in the log. */
typedef enum
{
  TASK_TRACE, /* from the path of row a, then letters of side b up to c, to that of where it ends */
  TASK_CELL,  /* from the path of row a, then arrow b, to the path of its cell as it was set */
  TASK_CHAIN, /* from the path of row a to that of what it had become at the time */
  TASK_MERGE, /* from the path of row a to that of its heir */
  TASK_STEP,  /* side a of a relation at position b becomes the other */
  TASK_CANCEL, /* from the path of row b to that of row c, which arrow a sends to one row */
} TaskKind;

typedef struct
{
  TaskKind kind;
  gboolean backward;
  guint32 a, b, c;
  guint32 time;
} Task;

typedef struct
{
  ChaseCosets *cosets;
  GArray *stack; /* of Task: the last one is the next to do */
  GArray *parts; /* of Task: what a task is taken apart into, in order */
  ChaseTrail *trail;
  gsize limit;
  guint depth;
} Explainer;

static gboolean
explain_tasks (Explainer *e);

static void
part (Explainer *e, TaskKind kind, gboolean backward, guint32 a, guint32 b, guint32 c, guint32 time)
{
  Task task = { kind, backward, a, b, c, time };

  g_array_append_val (e->parts, task);
}

/* Puts the parts on the stack so that the first is done first, or all of it backwards. */
static void
push_parts (Explainer *e, gboolean backward)
{
  for (guint i = 0; i < e->parts->len; i++)
    {
      Task task = g_array_index (e->parts, Task, backward ? i : e->parts->len - 1 - i);

      task.backward = task.backward != backward;
      g_array_append_val (e->stack, task);
    }
  g_array_set_size (e->parts, 0);
}

static guint32
become (const ChaseCosets *c, guint32 row, guint32 time)
{
  while (chase_row_life (c, row)->heir != row && chase_row_life (c, row)->death < time)
    row = chase_row_life (c, row)->heir;
  return row;
}

static void
take_trace_apart (Explainer *e, const Task *task)
{
  ChaseCosets *c = e->cosets;
  const guint32 *letters = c->index->relations[task->b / 2].side[task->b & 1].letters;
  guint32 row = task->a;

  for (guint32 i = 0; i < task->c; i++)
    {
      guint32 next = c->cell[chase_cosets_cell (c, row, letters[i])];

      part (e, TASK_CELL, FALSE, row, letters[i], 0, 0);
      row = become (c, next, task->time);
      if (row != next)
        part (e, TASK_CHAIN, FALSE, next, 0, 0, task->time);
    }
}

static void
take_chain_apart (Explainer *e, const Task *task)
{
  ChaseCosets *c = e->cosets;

  for (guint32 row = task->a;
       chase_row_life (c, row)->heir != row && chase_row_life (c, row)->death < task->time;
       row = chase_row_life (c, row)->heir)
    part (e, TASK_MERGE, FALSE, row, 0, 0, 0);
}

static void
relation_parts (Explainer *e, guint32 side, guint32 row, guint32 lacking, guint32 time)
{
  const ChaseRelation *r = &e->cosets->index->relations[side / 2];
  guint32 length = r->side[side & 1].length, other = r->side[1 - (side & 1)].length;

  part (e, TASK_TRACE, TRUE, row, side, length - lacking, time);
  part (e, TASK_STEP, FALSE, side, chase_row_life (e->cosets, row)->depth, 0, 0);
  part (e, TASK_TRACE, FALSE, row, side ^ 1, other, time);
}

static void
take_cell_apart (Explainer *e, const Task *task)
{
  ChaseCosets *c = e->cosets;
  guint32 number = c->cell_why[chase_cosets_cell (c, task->a, task->b)];
  const ChaseWhy *why;

  if (number == CHASE_NO_ROW)
    return;
  why = &g_array_index (c->log, ChaseWhy, number);
  if (why->kind == CHASE_WHY_RELATION)
    {
      relation_parts (e, why->a, why->b, 1, number);
      return;
    }
  part (e, TASK_MERGE, TRUE, why->b, 0, 0, 0);
  part (e, TASK_CELL, FALSE, why->b, task->b, 0, 0);
}

static void
clash_parts (Explainer *e, const ChaseWhy *why, guint32 time)
{
  ChaseCosets *c = e->cosets;
  guint32 arrow = why->a / 2, from = why->b, to = why->c;
  gboolean swapped = why->a & 1;

  if (swapped)
    {
      from = why->c;
      to = why->b;
    }
  part (e, TASK_CHAIN, TRUE, c->cell[chase_cosets_cell (c, from, arrow)], 0, 0, time);
  part (e, TASK_CELL, TRUE, from, arrow, 0, 0);
  part (e, TASK_MERGE, swapped, why->b, 0, 0, 0);
  part (e, TASK_CELL, FALSE, to, arrow, 0, 0);
  part (e, TASK_CHAIN, FALSE, c->cell[chase_cosets_cell (c, to, arrow)], 0, 0, time);
}

static void
take_merge_apart (Explainer *e, const Task *task)
{
  ChaseCosets *c = e->cosets;
  guint32 number = chase_row_life (c, task->a)->death;
  const ChaseWhy *why = &g_array_index (c->log, ChaseWhy, number);

  switch (why->kind)
    {
    case CHASE_WHY_RELATION:
      relation_parts (e, why->a, why->b, 0, number);
      break;
    case CHASE_WHY_CLASH:
      clash_parts (e, why, number);
      break;
    default:
      part (e, TASK_CHAIN, TRUE, why->b, 0, 0, number);
      part (e, TASK_CANCEL, FALSE, why->a, why->b, why->c, number);
      part (e, TASK_CHAIN, FALSE, why->c, 0, 0, number);
    }
}

static GArray *
path_of_row (const ChaseCosets *c, guint32 row, guint32 arrow)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_set_size (letters, chase_row_life (c, row)->depth);
  for (guint32 i = letters->len; i-- > 0; row = chase_row_life (c, row)->maker)
    g_array_index (letters, guint32, i) = chase_row_life (c, row)->arrow;
  g_array_append_val (letters, arrow);
  return letters;
}

static ChaseWord
word_of (const GArray *letters)
{
  return (ChaseWord){ (const guint32 *)(gconstpointer)letters->data, letters->len };
}

/* The proof that the two paths with the mono after them are equal. */
static ChaseEvidence *
prove_image (Explainer *e, guint32 arrow, guint32 from, guint32 to, guint32 time)
{
  ChaseCosets *c = e->cosets;
  g_autoptr (ChaseTrail) trail = chase_trail_new ();
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Task));
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Task));
  g_autoptr (GArray) start = path_of_row (c, from, arrow);
  g_autoptr (GArray) end = path_of_row (c, to, arrow);
  Explainer inner = { c, stack, parts, trail, e->limit, e->depth + 1 };

  if (e->depth == 100)
    return NULL;
  part (&inner, TASK_CELL, FALSE, from, arrow, 0, 0);
  part (&inner, TASK_CHAIN, FALSE, c->cell[chase_cosets_cell (c, from, arrow)], 0, 0, time);
  part (&inner, TASK_CHAIN, TRUE, c->cell[chase_cosets_cell (c, to, arrow)], 0, 0, time);
  part (&inner, TASK_CELL, TRUE, to, arrow, 0, 0);
  push_parts (&inner, FALSE);
  if (!explain_tasks (&inner))
    return NULL;
  return chase_trail_to_proof (trail, c->index, word_of (start), word_of (end), c->clock);
}

static gboolean
do_cancel (Explainer *e, const Task *task)
{
  ChaseStride stride = { .relation = task->a, .side = CHASE_SIDE_RIGHT };

  stride.of = prove_image (e, task->a, task->backward ? task->c : task->b,
                           task->backward ? task->b : task->c, task->time);
  if (stride.of == NULL)
    return FALSE;
  g_array_append_val (e->trail, stride);
  return TRUE;
}

static gboolean
do_task (Explainer *e, const Task *task)
{
  switch (task->kind)
    {
    case TASK_TRACE:
      take_trace_apart (e, task);
      break;
    case TASK_CELL:
      take_cell_apart (e, task);
      break;
    case TASK_CHAIN:
      take_chain_apart (e, task);
      break;
    case TASK_MERGE:
      take_merge_apart (e, task);
      break;
    case TASK_STEP:
      chase_trail_add (e->trail, task->a / 2, task->b, (task->a & 1) != (guint)task->backward);
      return e->trail->len <= e->limit;
    case TASK_CANCEL:
      return do_cancel (e, task);
    }
  push_parts (e, task->backward);
  return TRUE;
}

static gboolean
explain_tasks (Explainer *e)
{
  gsize done = 0;

  while (e->stack->len > 0)
    {
      Task task = g_array_index (e->stack, Task, e->stack->len - 1);

      g_array_set_size (e->stack, e->stack->len - 1);
      if (chase_clock_tick (e->cosets->clock) || !do_task (e, &task)
          || (++done > 50 * e->limit && e->stack->len > e->limit))
        return FALSE;
    }
  return TRUE;
}

/* The path @word as cells lead it from the first row, in parts. */
static guint32
word_parts (Explainer *e, ChaseWord word)
{
  ChaseCosets *c = e->cosets;
  guint32 row = 0, time = c->log->len;

  for (guint32 i = 0; i < word.length; i++)
    {
      guint32 next = c->cell[chase_cosets_cell (c, row, word.letters[i])];

      part (e, TASK_CELL, FALSE, row, word.letters[i], 0, 0);
      part (e, TASK_CHAIN, FALSE, next, 0, 0, time);
      row = become (c, next, time);
    }
  return row;
}

gboolean
chase_cosets_explain (ChaseCosets *c, ChaseWord left, ChaseWord right, gsize limit,
                      ChaseTrail *trail)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Task));
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Task));
  Explainer e = { c, stack, parts, trail, limit, 0 };

  word_parts (&e, right);
  push_parts (&e, TRUE);
  word_parts (&e, left);
  push_parts (&e, FALSE);
  return explain_tasks (&e);
}
