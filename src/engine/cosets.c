/* SPDX-License-Identifier: MIT */
#include "engine/cosets-private.h"

typedef struct
{
  guint32 left, right;
  ChaseWhy why;
} Clash;

static void
allow_objects (ChaseCosets *c)
{
  const ChaseIndex *index = c->index;
  g_autofree guint8 *leads = g_new0 (guint8, (gsize)index->n_objects + 1);

  c->allowed = g_new0 (guint8, (gsize)index->n_objects + 1);
  chase_index_reach (index, c->source, FALSE, c->allowed);
  chase_index_reach (index, c->target, TRUE, leads);
  for (guint32 i = 0; i < index->n_objects; i++)
    c->allowed[i] &= leads[i];
}

/* A table may take half of the memory: then it stays open, and other ways go on. */
static gboolean
take (ChaseCosets *c, gsize bytes)
{
  if (c->taken + bytes > c->clock->budget.memory / 2 || !chase_clock_take (c->clock, (gssize)bytes))
    {
      c->full = TRUE;
      return FALSE;
    }
  c->taken += bytes;
  return TRUE;
}

static gboolean
grow_rows (ChaseCosets *c)
{
  guint32 capacity = c->capacity == 0 ? 64 : 2 * c->capacity;
  gsize bytes = sizeof (ChaseRow) + (c->proofs ? sizeof (ChaseLife) : 0);

  if (capacity < c->capacity || !take (c, (capacity - c->capacity) * bytes))
    return FALSE;
  c->rows = g_renew (ChaseRow, c->rows, capacity);
  if (c->proofs)
    c->lives = g_renew (ChaseLife, c->lives, capacity);
  c->capacity = capacity;
  return TRUE;
}

static gboolean
grow_cells (ChaseCosets *c, gsize needed)
{
  gsize capacity = MAX (2 * c->cell_capacity, needed + 256);

  if (capacity >= G_MAXUINT32 || !take (c, (capacity - c->cell_capacity) * (c->proofs ? 8 : 4)))
    return FALSE;
  c->cell = g_renew (guint32, c->cell, capacity);
  if (c->proofs)
    c->cell_why = g_renew (guint32, c->cell_why, capacity);
  c->cell_capacity = capacity;
  return TRUE;
}

guint32
chase_cosets_add_row (ChaseCosets *c, guint32 object, guint32 maker, guint32 arrow)
{
  guint32 row = (guint32)c->n_cells, width = chase_cosets_width (c, object);

  if ((c->n_rows == c->capacity && !grow_rows (c))
      || (c->n_cells + width > c->cell_capacity && !grow_cells (c, c->n_cells + width)))
    return CHASE_NO_ROW;
  c->cell[row] = row;
  c->cell[row + 1] = c->n_rows;
  for (guint32 i = 2; i < width; i++)
    c->cell[row + i] = CHASE_NO_ROW;
  c->rows[c->n_rows] = (ChaseRow){ row, object };
  if (c->proofs)
    c->lives[c->n_rows]
        = (ChaseLife){ .maker = maker,
                       .arrow = arrow,
                       .depth = maker == CHASE_NO_ROW ? 0 : chase_row_life (c, maker)->depth + 1,
                       .heir = row,
                       .death = CHASE_NO_ROW };
  c->n_cells += width;
  c->work += width;
  c->n_rows++;
  c->n_alive++;
  return row;
}

static ChaseCosets *
cosets_new (const ChaseIndex *index, guint32 source, guint32 target, gboolean proofs,
            ChaseStrategy strategy, ChaseClock *clock)
{
  ChaseCosets *c = g_new0 (ChaseCosets, 1);

  c->index = index;
  c->clock = clock;
  c->strategy = strategy;
  c->source = source;
  c->target = target;
  c->proofs = proofs;
  c->log = g_array_new (FALSE, FALSE, sizeof (ChaseWhy));
  c->queue = g_array_new (FALSE, FALSE, sizeof (Clash));
  if (target != CHASE_NO_ROW)
    allow_objects (c);
  if (strategy != CHASE_STRATEGY_HLT)
    chase_cosets_list_uses (c);
  chase_cosets_add_row (c, source, CHASE_NO_ROW, 0);
  return c;
}

ChaseCosets *
chase_cosets_new (const ChaseIndex *index, guint32 source, guint32 target, gboolean proofs,
                  ChaseStrategy strategy, ChaseClock *clock)
{
  return cosets_new (index, source, target, proofs, strategy, clock);
}

void
chase_cosets_restart (ChaseCosets *c, guint32 source)
{
  g_return_if_fail (!c->proofs && c->allowed == NULL);
  c->source = source;
  c->work_before = c->work;
  c->n_rows = c->n_alive = c->n_complete = c->next = c->checked = 0;
  c->n_cells = 0;
  c->checked_monos = c->look_at = 0;
  c->changed = c->pinned = FALSE;
  c->deductions.length = 0;
  chase_cosets_add_row (c, source, CHASE_NO_ROW, 0);
}

ChaseCosets *
chase_cosets_new_covering (const ChaseIndex *index, guint32 source, ChaseClock *clock)
{
  ChaseCosets *c = cosets_new (index, source, CHASE_NO_ROW, FALSE, CHASE_STRATEGY_HLT, clock);

  c->pinned = TRUE;
  return c;
}

void
chase_cosets_leave_clock (ChaseCosets *c)
{
  if (c->clock != NULL)
    chase_clock_take (c->clock, -(gssize)c->taken);
  c->clock = NULL;
}

void
chase_cosets_free (ChaseCosets *c)
{
  gpointer owned[] = { c->allowed,   c->rows, c->lives,      c->cell,     c->cell_why,
                       c->use_first, c->uses, c->plan_first, c->plan_end, c->where };
  ChaseVector *vectors[] = { &c->deductions, &c->found, &c->stack };

  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    g_free (owned[i]);
  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    chase_vector_clear (vectors[i]);
  chase_cosets_leave_clock (c);
  g_clear_pointer (&c->plan, g_array_unref);
  g_array_unref (c->log);
  g_array_unref (c->queue);
  g_free (c);
}

guint32
chase_cosets_n_rows (const ChaseCosets *c)
{
  return c->n_rows;
}

guint32
chase_cosets_n_alive (const ChaseCosets *c)
{
  return c->n_alive;
}

gboolean
chase_cosets_is_full (const ChaseCosets *c)
{
  return c->full;
}

guint64
chase_cosets_work (const ChaseCosets *c)
{
  return c->work;
}

double
chase_cosets_rest (const ChaseCosets *c)
{
  return (c->n_alive - c->n_complete) * (double)(c->work - c->work_before) / (c->n_complete + 1);
}

guint32
chase_cosets_follow (ChaseCosets *c, guint32 row, guint32 arrow)
{
  guint32 next = c->cell[chase_cosets_cell (c, c->rows[row].at, arrow)];

  return c->cell[chase_cosets_find (c, next) + 1];
}

guint32
chase_cosets_count (const ChaseCosets *c, guint32 object)
{
  guint32 count = 0;

  if (object == CHASE_NO_ROW)
    return c->n_alive;
  for (guint32 i = 0; i < c->n_rows; i++)
    count += chase_row_lives (c, c->rows[i].at) && c->rows[i].object == object;
  return count;
}

guint32
chase_cosets_record (ChaseCosets *c, ChaseWhyKind kind, guint32 a, guint32 b, guint32 other)
{
  ChaseWhy why = { kind, a, b, other };

  if (!c->proofs)
    return 0;
  if ((c->log->len & 1023) == 0)
    {
      chase_clock_take (c->clock, 1024 * sizeof why);
      c->taken += 1024 * sizeof why;
    }
  g_array_append_val (c->log, why);
  return c->log->len - 1;
}

void
chase_cosets_clash (ChaseCosets *c, guint32 left, guint32 right, ChaseWhyKind kind, guint32 a,
                    guint32 b, guint32 other)
{
  Clash clash = { left, right, { kind, a, b, other } };

  g_array_append_val (c->queue, clash);
}

static void
set_one (ChaseCosets *c, guint32 row, guint32 arrow, guint32 to, guint32 why)
{
  guint32 at = chase_cosets_cell (c, row, arrow);

  c->cell[at] = to;
  c->changed = TRUE;
  if (c->proofs)
    c->cell_why[at] = why;
  if (chase_cosets_has_lists (c))
    chase_cosets_link (c, row, arrow, to);
}

void
chase_cosets_set (ChaseCosets *c, guint32 row, guint32 arrow, guint32 to, guint32 why)
{
  guint32 inverse = c->index->inverse[arrow], undo, back, side;

  set_one (c, row, arrow, to, why);
  if (inverse == CHASE_NO_ROW)
    return;
  undo = c->index->undo[arrow];
  side = c->index->relations[undo].side[0].length == 0;
  back = c->cell[chase_cosets_cell (c, to, inverse)];
  if (back == CHASE_NO_ROW)
    set_one (c, to, inverse, row,
             chase_cosets_record (c, CHASE_WHY_RELATION, 2 * undo + side, row, 0));
  else if (chase_cosets_find (c, back) != row)
    chase_cosets_clash (c, side ? row : back, side ? back : row, CHASE_WHY_RELATION, 2 * undo, row,
                        0);
}

guint32
chase_cosets_define (ChaseCosets *c, guint32 row, guint32 arrow)
{
  guint32 made = chase_cosets_add_row (c, c->index->target[arrow], row, arrow);

  c->work++;
  if (made != CHASE_NO_ROW)
    chase_cosets_set (c, row, arrow, made, CHASE_NO_ROW);
  return made;
}

guint32
chase_cosets_advance (ChaseCosets *c, guint32 row, guint32 arrow)
{
  guint32 next = c->cell[chase_cosets_cell (c, row, arrow)];

  return next != CHASE_NO_ROW ? chase_cosets_find (c, next) : chase_cosets_define (c, row, arrow);
}

/* The row @dead leaves its cells to @row. */
static void
inherit (ChaseCosets *c, guint32 dead, guint32 row)
{
  const ChaseIndex *index = c->index;
  guint32 object = chase_row (c, row)->object;

  for (guint32 i = index->out_first[object]; i < index->out_first[object + 1]; i++)
    {
      guint32 arrow = index->out[i];
      guint32 from = c->cell[chase_cosets_cell (c, dead, arrow)];
      guint32 to = c->cell[chase_cosets_cell (c, row, arrow)];

      if (from == CHASE_NO_ROW)
        continue;
      if (to == CHASE_NO_ROW)
        set_one (c, row, arrow, from, chase_cosets_record (c, CHASE_WHY_MOVED, 0, dead, 0));
      else if (chase_cosets_find (c, from) != chase_cosets_find (c, to))
        chase_cosets_clash (c, from, to, CHASE_WHY_CLASH, 2 * arrow, dead, row);
    }
}

/* The side bit of @why becomes 1 when @right is the one that dies. */
static void
merge_one (ChaseCosets *c, guint32 left, guint32 right, ChaseWhy why)
{
  guint32 x = chase_cosets_find (c, left), y = chase_cosets_find (c, right);
  guint32 dead = MAX (x, y), row = MIN (x, y);

  if (x == y)
    return;
  if (c->proofs)
    {
      gboolean swapped = dead == y;

      if (why.kind == CHASE_WHY_CANCEL && swapped)
        {
          guint32 b = why.b;

          why.b = why.c;
          why.c = b;
        }
      else if (why.kind != CHASE_WHY_CANCEL)
        why.a |= swapped;
      chase_row_life (c, dead)->death = chase_cosets_record (c, why.kind, why.a, why.b, why.c);
      chase_row_life (c, dead)->heir = row;
    }
  c->cell[dead] = row;
  c->changed = TRUE;
  c->n_alive--;
  c->n_complete -= dead < c->next;
  c->work += 4;
  if (chase_cosets_has_lists (c))
    chase_cosets_join_lists (c, dead, row);
  inherit (c, dead, row);
}

void
chase_cosets_settle (ChaseCosets *c)
{
  for (guint i = 0; i < c->queue->len && !chase_clock_tick (c->clock); i++)
    {
      Clash clash = g_array_index (c->queue, Clash, i);

      merge_one (c, clash.left, clash.right, clash.why);
    }
  g_array_set_size (c->queue, 0);
}

guint32
chase_cosets_insert (ChaseCosets *c, ChaseWord word)
{
  guint32 done, row = chase_cosets_trace (c, 0, word.letters, word.length, &done);

  c->pinned = TRUE;
  for (; done < word.length && row != CHASE_NO_ROW; done++)
    row = chase_cosets_advance (c, row, word.letters[done]);
  return row;
}
