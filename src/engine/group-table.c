/* SPDX-License-Identifier: MIT */
#include "engine/group-private.h"

enum
{
  FIRST_LOOK = 2000, /* rows alive before it looks ahead for the first time */
};

void
chase_group_table_init (ChaseGroupTable *t, guint32 n_columns, const guint32 *inverse,
                        ChaseClock *clock)
{
  *t = (ChaseGroupTable){
    .n_columns = n_columns, .inverse = inverse, .clock = clock, .look_at = FIRST_LOOK
  };
}

void
chase_group_table_clear (ChaseGroupTable *t)
{
  chase_clock_take (t->clock, -(gssize)t->taken);
  g_free (t->cell);
  g_free (t->root);
  chase_vector_clear (&t->queue);
}

static guint32
add_row (ChaseGroupTable *t)
{
  gsize width = t->n_columns;

  if (t->n == t->capacity)
    {
      guint32 capacity = MAX (2 * t->capacity, 64);
      gsize more = (capacity - t->capacity) * (width + 1) * sizeof (guint32);

      if (capacity > G_MAXUINT32 / (t->n_columns + 1) / 2
          || t->taken + more > t->clock->budget.memory / 4
          || !chase_clock_take (t->clock, (gssize)more))
        {
          t->full = TRUE;
          return CHASE_NO_COSET;
        }
      t->taken += more;
      t->capacity = capacity;
      t->cell = g_renew (guint32, t->cell, capacity * width);
      t->root = g_renew (guint32, t->root, capacity);
    }
  memset (t->cell + t->n * width, 0xff, width * sizeof (guint32));
  t->root[t->n] = t->n;
  t->n_alive++;
  t->work += 2;
  return t->n++;
}

static guint32 *
cell_of (const ChaseGroupTable *t, guint32 row, guint32 column)
{
  return &t->cell[(gsize)row * t->n_columns + column];
}

static guint32
define (ChaseGroupTable *t, guint32 row, guint32 column)
{
  guint32 made = add_row (t);

  if (made == CHASE_NO_COSET)
    return made;
  *cell_of (t, row, column) = made;
  *cell_of (t, made, t->inverse[column]) = row;
  return made;
}

static void
merge (ChaseGroupTable *t, guint32 one, guint32 other)
{
  guint32 x = chase_group_table_find (t, one), y = chase_group_table_find (t, other);

  if (x == y)
    return;
  t->root[MAX (x, y)] = MIN (x, y);
  t->n_alive--;
  chase_vector_push (&t->queue, MAX (x, y));
}

/* What the dead row @row leads to, the row that it became leads to. */
static void
inherit (ChaseGroupTable *t, guint32 row)
{
  for (guint32 k = 0; k < t->n_columns; k++)
    {
      guint32 to = *cell_of (t, row, k), from, *there, *back;

      if (to == CHASE_NO_COSET)
        continue;
      *cell_of (t, row, k) = CHASE_NO_COSET;
      if (*cell_of (t, to, t->inverse[k]) == row)
        *cell_of (t, to, t->inverse[k]) = CHASE_NO_COSET;
      from = chase_group_table_find (t, row);
      to = chase_group_table_find (t, to);
      there = cell_of (t, from, k);
      back = cell_of (t, to, t->inverse[k]);
      if (*there != CHASE_NO_COSET)
        merge (t, to, *there);
      else if (*back != CHASE_NO_COSET)
        merge (t, from, *back);
      else
        {
          *there = to;
          *back = from;
        }
    }
}

static void
settle (ChaseGroupTable *t, guint32 one, guint32 other)
{
  t->queue.length = 0;
  merge (t, one, other);
  for (gsize i = 0; i < t->queue.length; i++)
    inherit (t, t->queue.data[i]);
  t->work += 4 * t->queue.length;
}

/* Where the word is traced to from @row at both ends: what that says; with @defines the rows that
   are missing are made. FALSE when there is no room. */
static gboolean
scan (ChaseGroupTable *t, guint32 row, const guint32 *word, guint32 n, gboolean defines)
{
  const guint32 *cell = t->cell, *inverse = t->inverse;
  guint32 width = t->n_columns, x = row, y = row, i = 0, end = n, next;

  while (i < end && (next = cell[(gsize)x * width + word[i]]) != CHASE_NO_COSET)
    {
      x = next;
      i++;
    }
  if (i < end)
    while (i < end && (next = cell[(gsize)y * width + inverse[word[end - 1]]]) != CHASE_NO_COSET)
      {
        y = next;
        end--;
      }
  t->work += i + (n - end) + 1;
  for (; defines && i + 1 < end; i++)
    {
      next = *cell_of (t, x, word[i]);
      x = next != CHASE_NO_COSET ? next : define (t, x, word[i]);
      if (x == CHASE_NO_COSET)
        return FALSE;
    }
  if (i + 1 == end && *cell_of (t, x, word[i]) == CHASE_NO_COSET
      && *cell_of (t, y, inverse[word[i]]) == CHASE_NO_COSET)
    {
      *cell_of (t, x, word[i]) = y;
      *cell_of (t, y, inverse[word[i]]) = x;
    }
  else if (i + 1 == end)
    {
      gboolean ahead = *cell_of (t, x, word[i]) != CHASE_NO_COSET;

      settle (t, ahead ? *cell_of (t, x, word[i]) : *cell_of (t, y, inverse[word[i]]),
              ahead ? y : x);
    }
  else if (i == end && x != y)
    settle (t, x, y);
  return TRUE;
}

gboolean
chase_group_table_impose (ChaseGroupTable *t, guint32 row, const guint32 *word, guint32 length)
{
  if (t->n == 0 && add_row (t) == CHASE_NO_COSET)
    return FALSE;
  return scan (t, row, word, length, TRUE);
}

static gboolean
scan_row (ChaseGroupTable *t, guint32 row, const ChaseRelator *relators, guint n,
          const guint32 *letters, gboolean defines)
{
  for (guint i = 0; i < n && t->root[row] == row; i++)
    if (!scan (t, row, letters + relators[i].first, relators[i].length, defines))
      return FALSE;
  for (guint32 k = 0; defines && k < t->n_columns && t->root[row] == row; k++)
    if (*cell_of (t, row, k) == CHASE_NO_COSET && define (t, row, k) == CHASE_NO_COSET)
      return FALSE;
  return TRUE;
}

/* Dead rows are cleared away. */
static void
compact (ChaseGroupTable *t)
{
  g_autofree guint32 *number = g_new (guint32, (gsize)t->n + 1);
  guint32 n = 0, next = 0;

  for (guint32 row = 0; row < t->n; row++)
    {
      if (row == t->next)
        next = n;
      number[row] = t->root[row] == row ? n++ : CHASE_NO_COSET;
    }
  t->next = t->next >= t->n ? n : next;
  for (guint32 row = 0; row < t->n; row++)
    for (guint32 k = 0; k < t->n_columns && number[row] != CHASE_NO_COSET; k++)
      {
        guint32 to = *cell_of (t, row, k);

        *cell_of (t, number[row], k) = to == CHASE_NO_COSET ? to : number[to];
      }
  t->n = n;
  for (guint32 row = 0; row < n; row++)
    t->root[row] = row;
}

/* What the relations say at rows that are not yet complete, without new ones. */
static void
look_ahead (ChaseGroupTable *t, const ChaseRelator *relators, guint n, const guint32 *letters)
{
  guint32 before = t->n_alive;

  for (guint32 row = t->next; row < t->n && !chase_clock_tick (t->clock); row++)
    scan_row (t, row, relators, n, letters, FALSE);
  t->look_at
      = t->n_alive < before - before / 8 ? MAX (t->n_alive * 3 / 2, FIRST_LOOK) : 3 * t->n_alive;
  if (t->n / 2 > t->n_alive)
    compact (t);
}

gboolean
chase_group_table_run (ChaseGroupTable *t, const ChaseRelator *relators, guint n,
                       const guint32 *letters, guint64 end)
{
  for (; t->next < t->n; t->next++)
    {
      if (t->work >= end || chase_clock_tick (t->clock)
          || !scan_row (t, t->next, relators, n, letters, TRUE))
        return FALSE;
      if (t->n_alive > t->look_at)
        look_ahead (t, relators, n, letters);
    }
  compact (t);
  return TRUE;
}
