/* SPDX-License-Identifier: MIT */
#include "engine/cosets-private.h"

enum
{
  FIRST_LOOK = 4000, /* rows alive before the table looks ahead for the first time */
  TO_COMPACT = 2000, /* rows made before dead ones are cleared away */
  TURN = 32,         /* definitions of the one strategy before the next row of the other, mixed */
};

/* An empty cell of the row, its arrow in *@arrow: FALSE when there is none. */
static gboolean
first_gap (const ChaseCosets *c, guint32 row, guint32 *arrow)
{
  const ChaseIndex *index = c->index;
  guint32 object = chase_row (c, row)->object;

  for (guint32 i = index->out_first[object]; i < index->out_first[object + 1]; i++)
    if (c->cell[row + 2 + (i - index->out_first[object])] == CHASE_NO_ROW
        && chase_cosets_allows (c, index->out[i]))
      {
        *arrow = index->out[i];
        return TRUE;
      }
  return FALSE;
}

static gboolean
fill (ChaseCosets *c, guint32 row)
{
  guint32 arrow;

  while (first_gap (c, row, &arrow))
    if (chase_cosets_define (c, row, arrow) == CHASE_NO_ROW)
      return FALSE;
  return TRUE;
}

/* All relations at the row, and all its cells. */
static gboolean
complete_row (ChaseCosets *c, guint32 row)
{
  const ChaseIndex *index = c->index;
  guint32 object = chase_row (c, row)->object, arrow;
  /* Where cells are empty, few relations hold already. */
  gboolean planned = c->plan != NULL && !first_gap (c, row, &arrow);

  if (planned)
    chase_cosets_follow_plan (c, row);
  for (guint32 i = index->to_trace_first[object]; i < index->to_trace_first[object + 1]; i++)
    {
      if ((planned && chase_cosets_plan_agrees (c, index->to_trace[i]))
          || chase_cosets_skips (c, index->to_trace[i]))
        continue;
      if (!chase_cosets_impose (c, row, index->to_trace[i]) || chase_clock_tick (c->clock))
        return FALSE;
      if (!chase_row_lives (c, row))
        return TRUE;
    }
  return fill (c, row);
}

static void
scan_row (ChaseCosets *c, guint32 row)
{
  const ChaseIndex *index = c->index;
  guint32 object = chase_row (c, row)->object;

  if (c->plan != NULL)
    chase_cosets_follow_plan (c, row);
  for (guint32 i = index->to_trace_first[object]; i < index->to_trace_first[object + 1]; i++)
    {
      if (!chase_row_lives (c, row))
        return;
      if ((c->plan == NULL || !chase_cosets_plan_agrees (c, index->to_trace[i]))
          && !chase_cosets_skips (c, index->to_trace[i]))
        chase_cosets_scan (c, row, index->to_trace[i]);
    }
}

static void
leave_row (ChaseCosets *c)
{
  c->n_complete += chase_row_lives (c, c->next);
  c->next = chase_cosets_after (c, c->next);
}

/* One definition, and what follows; the row is left behind once it has no gap. */
static gboolean
felsch_step (ChaseCosets *c)
{
  guint32 arrow;

  if (chase_row_lives (c, c->next) && first_gap (c, c->next, &arrow))
    {
      if (chase_cosets_define (c, c->next, arrow) == CHASE_NO_ROW)
        return FALSE;
      return chase_cosets_deduce (c);
    }
  leave_row (c);
  return TRUE;
}

static gboolean
hlt_step (ChaseCosets *c)
{
  if (chase_row_lives (c, c->next) && !complete_row (c, c->next))
    return FALSE;
  if (chase_cosets_has_lists (c) && !chase_cosets_deduce (c))
    return FALSE;
  leave_row (c);
  return TRUE;
}

static gboolean
mixed_step (ChaseCosets *c)
{
  for (guint i = 0; i < TURN && c->next < c->n_cells; i++)
    if (!felsch_step (c))
      return FALSE;
  return c->next >= c->n_cells || hlt_step (c);
}

void
chase_cosets_look_ahead (ChaseCosets *c)
{
  guint32 before = c->n_alive;

  for (guint32 row = c->next; row < c->n_cells && !chase_clock_tick (c->clock);
       row = chase_cosets_after (c, row))
    scan_row (c, row);
  c->look_at
      = c->n_alive < before - before / 4 ? MAX (c->n_alive * 3 / 2, FIRST_LOOK) : 4 * c->n_alive;
}

/* Where every row has its cells, the relations that a strategy without all of them left out. TRUE
   when nothing came of it: then they hold. */
static gboolean
check_on (ChaseCosets *c, guint64 end)
{
  if (c->changed)
    {
      c->checked = 0;
      c->changed = FALSE;
    }
  while (c->checked < c->n_cells && c->work < end && !chase_clock_tick (c->clock))
    {
      if (chase_row_lives (c, c->checked))
        scan_row (c, c->checked);
      c->checked = chase_cosets_after (c, c->checked);
    }
  if (c->clock->stop != CHASE_STOP_NONE || c->checked < c->n_cells)
    return FALSE;
  if (!c->changed)
    return TRUE;
  chase_cosets_deduce (c);
  return FALSE;
}

void
chase_cosets_compact (ChaseCosets *c)
{
  g_autofree guint32 *moved = g_new (guint32, (gsize)c->n_rows + 1);
  guint32 n = 0, at = 0, next = CHASE_NO_ROW;

  for (guint32 i = 0; i < c->n_rows; i++)
    {
      guint32 row = c->rows[i].at;

      if (next == CHASE_NO_ROW && row >= c->next)
        next = at;
      moved[i] = at;
      if (chase_row_lives (c, row))
        at += chase_cosets_width (c, c->rows[i].object);
    }
  c->next = next == CHASE_NO_ROW ? at : next;
  /* Cells first, since finding needs all rows where they are. */
  for (guint32 i = 0; i < c->n_rows; i++)
    {
      guint32 row = c->rows[i].at, degree = chase_cosets_degree (c, c->rows[i].object);

      for (guint32 k = 2; k < 2 + degree && chase_row_lives (c, row); k++)
        if (c->cell[row + k] != CHASE_NO_ROW)
          c->cell[row + k] = chase_cosets_find (c, c->cell[row + k]);
    }
  for (guint32 i = 0; i < c->n_rows; i++)
    {
      ChaseRow info = c->rows[i];
      guint32 degree = chase_cosets_degree (c, info.object), to = moved[i];

      if (!chase_row_lives (c, info.at))
        continue;
      for (guint32 k = 2; k < 2 + degree; k++)
        {
          guint32 value = c->cell[info.at + k];

          c->cell[to + k] = value == CHASE_NO_ROW ? value : moved[c->cell[value + 1]];
        }
      info.at = to;
      c->rows[n++] = info;
    }
  c->n_rows = n;
  c->n_cells = at;
  for (guint32 i = 0; i < n; i++)
    {
      c->cell[c->rows[i].at] = c->rows[i].at;
      c->cell[c->rows[i].at + 1] = i;
    }
}

static void
keep_house (ChaseCosets *c)
{
  if (c->index->cancels && c->n_rows > 2 * c->checked_monos)
    {
      chase_cosets_cancel_monos (c);
      c->checked_monos = c->n_rows;
    }
  if (c->plan == NULL)
    chase_cosets_make_plan (c);
  if (c->n_alive > MAX (c->look_at, FIRST_LOOK))
    chase_cosets_look_ahead (c);
  if (!c->proofs && !c->pinned && !chase_cosets_has_lists (c) && c->n_rows > TO_COMPACT
      && c->n_rows / 2 > c->n_alive)
    chase_cosets_compact (c);
  if (chase_clock_wants_report (c->clock))
    chase_clock_report (c->clock, "enumerating: %u classes of paths, %u made", c->n_alive,
                        c->n_rows);
}

static gboolean
step (ChaseCosets *c)
{
  switch (c->strategy)
    {
    case CHASE_STRATEGY_FELSCH:
      return felsch_step (c);
    case CHASE_STRATEGY_MIXED:
      return mixed_step (c);
    default:
      return hlt_step (c);
    }
}

static gboolean
met (ChaseCosets *c, guint32 left, guint32 right)
{
  return left != CHASE_NO_ROW && right != CHASE_NO_ROW
         && chase_cosets_find (c, left) == chase_cosets_find (c, right);
}

ChaseCosetsState
chase_cosets_run (ChaseCosets *c, guint32 left, guint32 right, guint32 limit, guint64 work)
{
  guint64 end = c->work + MIN (work, G_MAXUINT64 - c->work);

  while (!met (c, left, right))
    {
      if (c->next >= c->n_cells)
        {
          if ((c->strategy == CHASE_STRATEGY_HLT || check_on (c, end))
              && !chase_cosets_cancel_monos (c))
            return CHASE_COSETS_CLOSED;
          if (c->work >= end || chase_clock_tick (c->clock))
            return CHASE_COSETS_OPEN;
          continue;
        }
      if (c->n_rows >= limit || c->work >= end || chase_clock_tick (c->clock))
        return CHASE_COSETS_OPEN;
      if (!step (c))
        return CHASE_COSETS_OPEN;
      if ((++c->steps & 255) == 0)
        keep_house (c);
    }
  return CHASE_COSETS_REACHED;
}
