/* SPDX-License-Identifier: MIT */
#include "engine/cosets-private.h"

#include <string.h>

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
  if (c->target == CHASE_NO_ROW)
    return;
  chase_index_reach (index, c->target, TRUE, leads);
  for (guint32 i = 0; i < index->n_objects; i++)
    c->allowed[i] &= leads[i];
}

static void
number_cells (ChaseCosets *c)
{
  const ChaseIndex *index = c->index;

  c->slot = g_new (guint32, (gsize)index->n_arrows + 1);
  c->degree = g_new0 (guint32, (gsize)index->n_objects + 1);
  for (guint32 a = 0; a < index->n_arrows; a++)
    {
      gboolean within = c->allowed[index->source[a]] && c->allowed[index->target[a]];

      c->slot[a] = within ? c->degree[index->source[a]]++ : CHASE_NO_ROW;
    }
}

/* A table may take half of the memory: then it stays open, and other ways go on. */
static gboolean
take (ChaseCosets *c, gsize bytes)
{
  if (c->taken + bytes > c->clock->budget.memory / 2 || !chase_clock_take (c->clock, (gssize)bytes))
    return FALSE;
  c->taken += bytes;
  return TRUE;
}

static gboolean
grow_rows (ChaseCosets *c)
{
  guint32 capacity = c->capacity == 0 ? 64 : 2 * c->capacity;
  gsize bytes = (gsize)(capacity - c->capacity) * (2 * 4 + sizeof (gsize) + (c->proofs ? 20 : 8));
  guint32 **arrays[]
      = { &c->object, &c->root, &c->maker, &c->maker_arrow, &c->depth, &c->heir, &c->death };
  guint n_arrays = c->proofs ? G_N_ELEMENTS (arrays) : 4;

  if (capacity < c->capacity || !take (c, bytes))
    return FALSE;
  for (guint i = 0; i < n_arrays; i++)
    *arrays[i] = g_renew (guint32, *arrays[i], capacity);
  c->first = g_renew (gsize, c->first, capacity);
  c->capacity = capacity;
  return TRUE;
}

static gboolean
grow_cells (ChaseCosets *c, gsize needed)
{
  gsize capacity = MAX (2 * c->cell_capacity, needed + 256);
  gsize bytes = (capacity - c->cell_capacity) * (c->proofs ? 8 : 4);

  if (!take (c, bytes))
    return FALSE;
  c->cell = g_renew (guint32, c->cell, capacity);
  if (c->proofs)
    c->cell_why = g_renew (guint32, c->cell_why, capacity);
  c->cell_capacity = capacity;
  return TRUE;
}

/* Adds a row at @object, made from @maker by @arrow; CHASE_NO_ROW when the memory does not allow
 * it. */
static guint32
add_row (ChaseCosets *c, guint32 object, guint32 maker, guint32 arrow)
{
  guint32 row = c->n_rows, degree = c->degree[object];

  if ((row == c->capacity && !grow_rows (c))
      || (c->n_cells + degree > c->cell_capacity && !grow_cells (c, c->n_cells + degree)))
    return CHASE_NO_ROW;
  c->object[row] = object;
  c->root[row] = row;
  c->first[row] = c->n_cells;
  c->maker[row] = maker;
  c->maker_arrow[row] = arrow;
  if (c->proofs)
    {
      c->depth[row] = maker == CHASE_NO_ROW ? 0 : c->depth[maker] + 1;
      c->heir[row] = row;
      c->death[row] = CHASE_NO_ROW;
    }
  if (degree > 0)
    memset (c->cell + c->n_cells, 0xff, degree * sizeof (guint32));
  c->n_cells += degree;
  c->n_rows++;
  c->n_alive++;
  return row;
}

static ChaseCosets *
cosets_new (const ChaseIndex *index, guint32 source, guint32 target, gboolean proofs,
            gboolean everywhere, ChaseClock *clock)
{
  ChaseCosets *c = g_new0 (ChaseCosets, 1);

  c->index = index;
  c->clock = clock;
  c->source = source;
  c->target = target;
  c->proofs = proofs;
  allow_objects (c);
  if (everywhere)
    memset (c->allowed, 1, index->n_objects);
  number_cells (c);
  c->log = g_array_new (FALSE, FALSE, sizeof (ChaseWhy));
  c->queue = g_array_new (FALSE, FALSE, sizeof (Clash));
  add_row (c, source, CHASE_NO_ROW, 0);
  return c;
}

ChaseCosets *
chase_cosets_new (const ChaseIndex *index, guint32 source, guint32 target, gboolean proofs,
                  ChaseClock *clock)
{
  return cosets_new (index, source, target, proofs, FALSE, clock);
}

ChaseCosets *
chase_cosets_new_covering (const ChaseIndex *index, guint32 source, ChaseClock *clock)
{
  return cosets_new (index, source, CHASE_NO_ROW, FALSE, TRUE, clock);
}

void
chase_cosets_free (ChaseCosets *c)
{
  gpointer owned[]
      = { c->allowed,     c->slot,  c->degree, c->object, c->root, c->first,   c->maker,
          c->maker_arrow, c->depth, c->heir,   c->death,  c->cell, c->cell_why };

  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    g_free (owned[i]);
  chase_clock_take (c->clock, -(gssize)c->taken);
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

guint32
chase_cosets_follow (ChaseCosets *c, guint32 row, guint32 arrow)
{
  return chase_cosets_find (c, c->cell[c->first[row] + c->slot[arrow]]);
}

guint32
chase_cosets_count (const ChaseCosets *c, guint32 object)
{
  guint32 count = 0;

  if (object == CHASE_NO_ROW)
    return c->n_alive;
  for (guint32 row = 0; row < c->n_rows; row++)
    count += c->root[row] == row && c->object[row] == object;
  return count;
}

static guint32
record (ChaseCosets *c, ChaseWhyKind kind, guint32 a, guint32 b, guint32 other)
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

static void
set_cell (ChaseCosets *c, gsize cell, guint32 row, guint32 why)
{
  c->cell[cell] = row;
  if (c->proofs)
    c->cell_why[cell] = why;
}

static guint32
define (ChaseCosets *c, guint32 row, guint32 arrow)
{
  guint32 made = add_row (c, c->index->target[arrow], row, arrow);

  if (made != CHASE_NO_ROW)
    set_cell (c, c->first[row] + c->slot[arrow], made, CHASE_NO_ROW);
  return made;
}

/* The row @dead leaves its cells to @row. */
static void
inherit (ChaseCosets *c, guint32 dead, guint32 row)
{
  const ChaseIndex *index = c->index;
  guint32 object = c->object[row];

  for (guint32 i = index->out_first[object]; i < index->out_first[object + 1]; i++)
    {
      guint32 arrow = index->out[i];
      gsize from, to;

      if (c->slot[arrow] == CHASE_NO_ROW)
        continue;
      from = c->first[dead] + c->slot[arrow];
      to = c->first[row] + c->slot[arrow];
      if (c->cell[from] == CHASE_NO_ROW)
        continue;
      if (c->cell[to] == CHASE_NO_ROW)
        set_cell (c, to, c->cell[from], record (c, CHASE_WHY_MOVED, 0, dead, 0));
      else if (chase_cosets_find (c, c->cell[from]) != chase_cosets_find (c, c->cell[to]))
        {
          Clash clash = { c->cell[from], c->cell[to], { CHASE_WHY_CLASH, 2 * arrow, dead, row } };

          g_array_append_val (c->queue, clash);
        }
    }
}

/* @why speaks of @left first: its side bit becomes 1 when @right is the one that dies. */
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
      c->death[dead] = record (c, why.kind, why.a, why.b, why.c);
      c->heir[dead] = row;
    }
  c->root[dead] = row;
  c->n_alive--;
  inherit (c, dead, row);
}

static void
merge (ChaseCosets *c, guint32 left, guint32 right, ChaseWhyKind kind, guint32 a, guint32 b,
       guint32 other)
{
  g_array_set_size (c->queue, 0);
  merge_one (c, left, right, (ChaseWhy){ kind, a, b, other });
  for (guint i = 0; i < c->queue->len && !chase_clock_tick (c->clock); i++)
    {
      Clash clash = g_array_index (c->queue, Clash, i);

      merge_one (c, clash.left, clash.right, clash.why);
    }
}

guint32
chase_cosets_insert (ChaseCosets *c, ChaseWord word)
{
  guint32 done, row = chase_cosets_trace (c, 0, word.letters, word.length, &done);

  for (; done < word.length && row != CHASE_NO_ROW; done++)
    row = define (c, row, word.letters[done]);
  return row;
}

/* Follows all but the last letter of a side that the table does not yet know, defining rows. */
static guint32
approach (ChaseCosets *c, guint32 row, ChaseWord side, guint32 *done)
{
  row = chase_cosets_trace (c, row, side.letters, side.length, done);
  for (; *done + 1 < side.length && row != CHASE_NO_ROW; (*done)++)
    row = define (c, row, side.letters[*done]);
  return row;
}

/* Makes relation number @number true at @row; FALSE when the memory does not allow it. */
static gboolean
impose (ChaseCosets *c, guint32 row, guint32 number)
{
  const ChaseRelation *r = &c->index->relations[number];
  ChaseWord left = r->side[0], right = r->side[1];
  guint32 done_left, done_right, x, y;

  x = approach (c, row, left, &done_left);
  y = x != CHASE_NO_ROW ? approach (c, row, right, &done_right) : CHASE_NO_ROW;
  if (y == CHASE_NO_ROW)
    return FALSE;
  /* The right side may have gone where the left one stopped. */
  if (done_left < left.length)
    {
      guint32 next = c->cell[c->first[x] + c->slot[left.letters[done_left]]];

      if (next != CHASE_NO_ROW)
        {
          x = chase_cosets_find (c, next);
          done_left++;
        }
    }
  if (done_left < left.length && done_right < right.length)
    {
      if (x == y && left.letters[done_left] == right.letters[done_right])
        return define (c, x, left.letters[done_left]) != CHASE_NO_ROW;
      y = define (c, y, right.letters[done_right]);
      if (y == CHASE_NO_ROW)
        return FALSE;
      done_right++;
    }
  if (done_left == left.length && done_right == right.length)
    {
      if (x != y)
        merge (c, x, y, CHASE_WHY_RELATION, 2 * number, row, 0);
    }
  else if (done_left == left.length)
    set_cell (c, c->first[y] + c->slot[right.letters[done_right]], x,
              record (c, CHASE_WHY_RELATION, 2 * number + 1, row, 0));
  else
    set_cell (c, c->first[x] + c->slot[left.letters[done_left]], y,
              record (c, CHASE_WHY_RELATION, 2 * number, row, 0));
  return TRUE;
}

static gboolean
fill (ChaseCosets *c, guint32 row)
{
  const ChaseIndex *index = c->index;
  guint32 object = c->object[row];

  for (guint32 i = index->out_first[object]; i < index->out_first[object + 1]; i++)
    {
      guint32 arrow = index->out[i];

      if (c->slot[arrow] != CHASE_NO_ROW && c->cell[c->first[row] + c->slot[arrow]] == CHASE_NO_ROW
          && define (c, row, arrow) == CHASE_NO_ROW)
        return FALSE;
    }
  return TRUE;
}

static gboolean
complete_row (ChaseCosets *c, guint32 row)
{
  const ChaseIndex *index = c->index;
  guint32 object = c->object[row];

  for (guint32 i = index->at_first[object]; i < index->at_first[object + 1]; i++)
    {
      if (!c->allowed[index->relations[index->at[i]].target])
        continue;
      if (!impose (c, row, index->at[i]) || chase_clock_tick (c->clock))
        return FALSE;
      if (c->root[row] != row)
        return TRUE;
    }
  return fill (c, row);
}

/* A mono sends different rows to different rows. */
static gboolean
cancel_mono (ChaseCosets *c, guint32 arrow, guint32 *preimage)
{
  gboolean merged = FALSE;

  memset (preimage, 0xff, c->n_rows * sizeof (guint32));
  for (guint32 row = 0; row < c->n_rows; row++)
    {
      guint32 value;

      if (c->root[row] != row || c->object[row] != c->index->source[arrow])
        continue;
      value = c->cell[c->first[row] + c->slot[arrow]];
      if (value == CHASE_NO_ROW)
        continue;
      value = chase_cosets_find (c, value);
      if (preimage[value] == CHASE_NO_ROW)
        preimage[value] = row;
      else if (chase_cosets_find (c, preimage[value]) != row)
        {
          merge (c, preimage[value], row, CHASE_WHY_CANCEL, arrow, preimage[value], row);
          merged = TRUE;
        }
    }
  return merged;
}

static gboolean
cancel_monos (ChaseCosets *c)
{
  ChaseProperty mono = CHASE_PROPERTY_MONO | CHASE_PROPERTY_SPLIT_MONO;
  g_autofree guint32 *preimage = NULL;
  gboolean merged = FALSE;

  if (!c->index->cancels)
    return FALSE;
  preimage = g_new (guint32, (gsize)c->n_rows + 1);
  for (guint32 a = 0; a < c->index->n_arrows; a++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (c->index->presentation, a);

      if ((arrow->properties & mono) && arrow->inverse == G_MAXUINT32 && c->slot[a] != CHASE_NO_ROW)
        merged |= cancel_mono (c, a, preimage);
    }
  return merged;
}

/* Adds a row that @arrow sends to each row of its target that it sends nothing to. */
static gboolean
cover_epi (ChaseCosets *c, guint32 arrow, guint8 *covered)
{
  guint32 n_rows = c->n_rows;
  gboolean added = FALSE;

  memset (covered, 0, n_rows);
  for (guint32 row = 0; row < n_rows; row++)
    if (c->root[row] == row && c->object[row] == c->index->source[arrow])
      covered[chase_cosets_find (c, c->cell[c->first[row] + c->slot[arrow]])] = 1;
  for (guint32 row = 0; row < n_rows; row++)
    {
      guint32 made;

      if (c->root[row] != row || c->object[row] != c->index->target[arrow] || covered[row])
        continue;
      made = add_row (c, c->index->source[arrow], CHASE_NO_ROW, 0);
      if (made == CHASE_NO_ROW)
        return added;
      set_cell (c, c->first[made] + c->slot[arrow], row, 0);
      added = TRUE;
    }
  return added;
}

static gboolean
cover_split_mono (ChaseCosets *c, guint32 arrow)
{
  return chase_cosets_count (c, c->index->target[arrow]) > 0
         && chase_cosets_count (c, c->index->source[arrow]) == 0
         && add_row (c, c->index->source[arrow], CHASE_NO_ROW, 0) != CHASE_NO_ROW;
}

gboolean
chase_cosets_cover (ChaseCosets *c)
{
  ChaseProperty epi = CHASE_PROPERTY_EPI | CHASE_PROPERTY_SPLIT_EPI;
  g_autofree guint8 *covered = g_new (guint8, (gsize)c->n_rows + 1);

  for (guint32 a = 0; a < c->index->n_arrows; a++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (c->index->presentation, a);

      if (arrow->inverse != G_MAXUINT32)
        continue;
      if (((arrow->properties & epi) && cover_epi (c, a, covered))
          || ((arrow->properties & CHASE_PROPERTY_SPLIT_MONO) && cover_split_mono (c, a)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
met (ChaseCosets *c, guint32 left, guint32 right)
{
  return left != CHASE_NO_ROW && right != CHASE_NO_ROW
         && chase_cosets_find (c, left) == chase_cosets_find (c, right);
}

ChaseCosetsState
chase_cosets_run (ChaseCosets *c, guint32 left, guint32 right, guint32 limit)
{
  while (!met (c, left, right))
    {
      if (c->next == c->n_rows)
        {
          if (!cancel_monos (c))
            return CHASE_COSETS_CLOSED;
          continue;
        }
      if (c->n_rows >= limit || c->taken > c->clock->budget.memory / 2
          || chase_clock_tick (c->clock))
        return CHASE_COSETS_OPEN;
      if (c->root[c->next] == c->next && !complete_row (c, c->next))
        return CHASE_COSETS_OPEN;
      c->next++;
      if (c->index->cancels && c->n_rows > 2 * c->checked_monos)
        {
          cancel_monos (c);
          c->checked_monos = c->n_rows;
        }
      if ((c->next & 1023) == 0 && chase_clock_wants_report (c->clock))
        chase_clock_report (c->clock, "enumerating: %u classes of paths, %u made", c->n_alive,
                            c->n_rows);
    }
  return CHASE_COSETS_REACHED;
}
