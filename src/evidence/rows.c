/* SPDX-License-Identifier: MIT */
#include "evidence/rows.h"

#include "evidence/roll.h"

#define NOWHERE G_MAXUINT32

enum
{
  MAX_CELLS = 20000000,
  MAX_POWER = 1 << 30,
};

typedef struct
{
  ChaseWord left, right; /* the longer side is the left one */
  guint32 source;
} Relation;

/* t to the power @by times the one is the other. */
typedef struct
{
  guint32 one, other;
  gint32 by;
} Pair;

static guint32
end_of (const ChaseRows *rows, const Relation *r)
{
  return r->left.length > 0 ? rows->target[r->left.letters[r->left.length - 1]] : r->source;
}

static void
add_relation (ChaseRows *rows, guint32 source, ChaseWord left, ChaseWord right)
{
  gboolean swap = left.length < right.length;
  Relation relation = { swap ? right : left, swap ? left : right, source };

  if (rows->leads[end_of (rows, &relation)] && relation.left.length > 0)
    g_array_append_val (rows->relations, relation);
}

static gint
compare_relations (gconstpointer a, gconstpointer b)
{
  const Relation *x = a, *y = b;
  guint32 m = x->left.length + x->right.length, n = y->left.length + y->right.length;

  if (x->source != y->source)
    return x->source < y->source ? -1 : 1;
  return m < n ? -1 : m > n;
}

/* Equations, inverses, idempotents. */
static void
collect_relations (ChaseRows *rows)
{
  const ChasePresentation *p = rows->presentation;

  rows->relations = g_array_new (FALSE, FALSE, sizeof (Relation));
  rows->letters = g_new (guint32, 2 * (gsize)rows->n_arrows + 1);
  for (guint32 e = 0; e < chase_presentation_n_equations (p); e++)
    {
      const ChaseEquation *equation = chase_presentation_equation (p, e);

      add_relation (rows, equation->source, equation->left, equation->right);
    }
  for (guint32 f = 0; f < rows->n_arrows; f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);
      guint32 *letters = rows->letters + 2 * (gsize)f;
      gboolean inverse = arrow->inverse != NOWHERE;

      letters[0] = f;
      letters[1] = inverse ? arrow->inverse : f;
      if (inverse || (arrow->properties & CHASE_PROPERTY_IDEMPOTENT))
        add_relation (rows, arrow->source, (ChaseWord){ letters, 2 },
                      (ChaseWord){ letters, inverse ? 0 : 1 });
    }
  g_array_sort (rows->relations, compare_relations);
  rows->relations_first = g_new0 (guint32, (gsize)rows->n_objects + 2);
  for (guint i = 0; i < rows->relations->len; i++)
    rows->relations_first[g_array_index (rows->relations, Relation, i).source + 1]++;
  for (guint32 o = 0; o < rows->n_objects; o++)
    rows->relations_first[o + 1] += rows->relations_first[o];
}

static gboolean
says_inverse (const Relation *r, guint32 *f, guint32 *g)
{
  *f = r->left.letters[0];
  *g = r->left.letters[r->left.length - 1];
  return r->left.length == 2 && r->right.length == 0;
}

/* f g = 1 and g f = 1: each arrow is given one inverse, and the inverse's inverse is the arrow,
   which is its own only where no other is. */
static void
find_inverses (ChaseRows *rows)
{
  g_autofree guint32 *after = g_new (guint32, (gsize)rows->n_arrows + 1);
  guint n = rows->relations->len;
  guint32 f, g;

  for (f = 0; f < rows->n_arrows; f++)
    after[f] = rows->inverse[f] = NOWHERE;
  for (guint i = 0; i < 2 * n; i++)
    {
      if (!says_inverse (&g_array_index (rows->relations, Relation, i % n), &f, &g)
          || (f == g) != (i >= n) || rows->inverse[f] != NOWHERE || rows->inverse[g] != NOWHERE)
        continue;
      after[f] = after[f] == NOWHERE || f == g ? g : after[f];
      if (after[f] != g || after[g] != f)
        continue;
      rows->inverse[f] = g;
      rows->inverse[g] = f;
    }
}

static void
sort_arrows (ChaseRows *rows)
{
  rows->out_first = g_new0 (guint32, (gsize)rows->n_objects + 2);
  for (guint32 f = 0; f < rows->n_arrows; f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (rows->presentation, f);

      rows->source[f] = arrow->source;
      rows->target[f] = arrow->target;
      rows->slot[f] = rows->leads[arrow->target] ? rows->out_first[arrow->source + 1]++ : NOWHERE;
    }
  for (guint32 o = 0; o < rows->n_objects; o++)
    rows->out_first[o + 1] += rows->out_first[o];
  for (guint32 f = 0; f < rows->n_arrows; f++)
    if (rows->slot[f] != NOWHERE)
      rows->out[rows->out_first[rows->source[f]] + rows->slot[f]] = f;
}

void
chase_rows_init (ChaseRows *rows, const ChasePresentation *p, guint32 to,
                 const ChasePatience *patience)
{
  guint32 **columns[] = { &rows->source, &rows->target, &rows->slot, &rows->out, &rows->inverse };

  *rows = (ChaseRows){ .presentation = p, .patience = patience };
  rows->n_objects = chase_presentation_n_objects (p);
  rows->n_arrows = chase_presentation_n_arrows (p);
  rows->leads = chase_roll_leading (p, to);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    *columns[i] = g_new (guint32, (gsize)rows->n_arrows + 1);
  rows->pending = g_array_new (FALSE, FALSE, sizeof (Pair));
  sort_arrows (rows);
  collect_relations (rows);
  find_inverses (rows);
}

void
chase_rows_clear (ChaseRows *rows)
{
  gpointer owned[]
      = { rows->source,          rows->target,    rows->slot,   rows->out,  rows->leads,
          rows->inverse,         rows->out_first, rows->object, rows->root, rows->letters,
          rows->relations_first, rows->period,    rows->first,  rows->cell };

  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    g_free (owned[i]);
  g_array_unref (rows->relations);
  g_array_unref (rows->pending);
}

static gint32
sum (ChaseRows *rows, gint64 one, gint64 other)
{
  one += other;
  rows->failed |= one > MAX_POWER || one < -MAX_POWER;
  return rows->failed ? 0 : (gint32)one;
}

static ChasePlace
place_find (ChaseRows *rows, ChasePlace place)
{
  while (rows->root[place.row].row != place.row)
    {
      ChasePlace *up = &rows->root[place.row], above = rows->root[up->row];

      *up = (ChasePlace){ above.row, sum (rows, up->by, above.by) };
      place = (ChasePlace){ above.row, sum (rows, place.by, up->by) };
    }
  if (place.by != 0 && rows->period[place.row] != 0)
    place.by %= (gint32)rows->period[place.row];
  return place;
}

static inline ChasePlace *
cell_of (ChaseRows *rows, guint32 row, guint32 arrow)
{
  return &rows->cell[rows->first[row] + rows->slot[arrow]];
}

static guint32
row_new (ChaseRows *rows, guint32 object)
{
  guint32 row = rows->n++, width = rows->out_first[object + 1] - rows->out_first[object];

  if (row == rows->capacity)
    {
      rows->capacity = MAX (2 * rows->capacity, 64);
      rows->object = g_renew (guint32, rows->object, rows->capacity);
      rows->root = g_renew (ChasePlace, rows->root, rows->capacity);
      rows->period = g_renew (guint32, rows->period, rows->capacity);
      rows->first = g_renew (guint32, rows->first, rows->capacity);
    }
  if (rows->n_cells + width > rows->cell_capacity)
    {
      rows->cell_capacity = 2 * rows->cell_capacity + width + 64;
      rows->cell = g_renew (ChasePlace, rows->cell, rows->cell_capacity);
    }
  rows->object[row] = object;
  rows->root[row] = (ChasePlace){ row, 0 };
  rows->period[row] = 0;
  rows->first[row] = rows->n_cells;
  for (; width > 0; width--)
    rows->cell[rows->n_cells++] = (ChasePlace){ NOWHERE, 0 };
  return row;
}

/* Follows @arrow from a root to a root, where it leads somewhere. */
static inline gboolean
place_step (ChaseRows *rows, ChasePlace *place, guint32 arrow)
{
  ChasePlace *cell, next;

  if (arrow == NOWHERE)
    return FALSE;
  cell = cell_of (rows, place->row, arrow);
  next = *cell;
  if (next.row == NOWHERE)
    return FALSE;
  if (rows->root[next.row].row != next.row)
    next = *cell = place_find (rows, next);
  if ((place->by | next.by) != 0)
    next = place_find (rows, (ChasePlace){ next.row, sum (rows, place->by, next.by) });
  *place = next;
  return TRUE;
}

/* The same, making a row where there is none; the arrow's inverse leads back. */
static ChasePlace
place_follow (ChaseRows *rows, ChasePlace place, guint32 arrow)
{
  ChasePlace next;

  if (place_step (rows, &place, arrow))
    return place;
  next = (ChasePlace){ row_new (rows, rows->target[arrow]), 0 };
  rows->period[next.row] = rows->period[place.row];
  *cell_of (rows, place.row, arrow) = next;
  if (rows->inverse[arrow] != NOWHERE)
    *cell_of (rows, next.row, rows->inverse[arrow]) = (ChasePlace){ place.row, 0 };
  next.by = place.by;
  return next.by == 0 ? next : place_find (rows, next);
}

static ChasePlace
place_trace (ChaseRows *rows, ChasePlace place, ChaseWord word)
{
  for (guint32 i = 0; i < word.length; i++)
    place = place_follow (rows, place, word.letters[i]);
  return place;
}

static guint32
divisor (guint32 a, guint32 b)
{
  while (b != 0)
    {
      guint32 rest = a % b;

      a = b;
      b = rest;
    }
  return a;
}

/* t to the power of @by leaves the row as it is, and so all that arrows lead to from it. */
static void
repeat (ChaseRows *rows, guint32 row, guint32 by)
{
  guint32 width = rows->out_first[rows->object[row] + 1] - rows->out_first[rows->object[row]];

  rows->period[row] = divisor (rows->period[row], by);
  for (guint32 i = 0; i < width; i++)
    {
      ChasePlace to = rows->cell[rows->first[row] + i];
      Pair pair = { to.row, to.row, (gint32)rows->period[row] };

      if (to.row != NOWHERE)
        g_array_append_val (rows->pending, pair);
    }
}

/* The row @drop is t to the power of @by times the row @keep. */
static void
unite (ChaseRows *rows, guint32 keep, guint32 drop, gint32 by)
{
  guint32 width = rows->out_first[rows->object[keep] + 1] - rows->out_first[rows->object[keep]];

  rows->root[drop] = (ChasePlace){ keep, by };
  for (guint32 i = 0; i < width; i++)
    {
      ChasePlace moved = rows->cell[rows->first[drop] + i];
      ChasePlace *cell = &rows->cell[rows->first[keep] + i];

      if (moved.row == NOWHERE)
        continue;
      moved.by = sum (rows, moved.by, -(gint64)by);
      if (cell->row == NOWHERE)
        *cell = moved;
      else
        {
          Pair pair = { moved.row, cell->row, sum (rows, moved.by, -(gint64)cell->by) };

          g_array_append_val (rows->pending, pair);
        }
    }
  if (rows->period[keep] != rows->period[drop])
    repeat (rows, keep, rows->period[drop]);
}

/* @one and @other are the same, and what follows from that. */
static void
places_merge (ChaseRows *rows, ChasePlace one, ChasePlace other)
{
  Pair pair = { one.row, other.row, sum (rows, one.by, -(gint64)other.by) };

  g_array_append_val (rows->pending, pair);
  while (rows->pending->len > 0 && !rows->failed)
    {
      ChasePlace a, b;
      guint32 period;

      pair = g_array_index (rows->pending, Pair, --rows->pending->len);
      a = place_find (rows, (ChasePlace){ pair.one, pair.by });
      b = place_find (rows, (ChasePlace){ pair.other, 0 });
      a.by = sum (rows, a.by, -(gint64)b.by);
      period = rows->period[a.row];
      if (a.row < b.row)
        unite (rows, a.row, b.row, a.by);
      else if (a.row > b.row)
        unite (rows, b.row, a.row, -a.by);
      else if (a.by != 0 && (period == 0 || (guint32)ABS (a.by) % period != 0))
        repeat (rows, a.row, (guint32)ABS (a.by));
    }
  g_array_set_size (rows->pending, 0);
}

static gboolean
places_equal (const ChaseRows *rows, ChasePlace one, ChasePlace other)
{
  gint64 by = (gint64)one.by - other.by;
  guint32 period = rows->period[one.row];

  return one.row == other.row && (by == 0 || (period != 0 && by % period == 0));
}

/* @arrow, whose cell is empty, leads from @one to @two, which repeats where @one does. */
static void
set_cell (ChaseRows *rows, ChasePlace one, guint32 arrow, ChasePlace two)
{
  *cell_of (rows, one.row, arrow) = (ChasePlace){ two.row, sum (rows, two.by, -(gint64)one.by) };
  if (rows->period[one.row] != 0)
    places_merge (rows, two, (ChasePlace){ two.row, sum (rows, two.by, rows->period[one.row]) });
}

/* The same, and back. */
static void
set_cells (ChaseRows *rows, ChasePlace one, guint32 arrow, ChasePlace two)
{
  guint32 inverse = rows->inverse[arrow];

  set_cell (rows, one, arrow, two);
  if (inverse == NOWHERE)
    return;
  one = place_find (rows, one);
  two = place_find (rows, two);
  if (cell_of (rows, two.row, inverse)->row == NOWHERE)
    set_cell (rows, two, inverse, one);
  else if (!places_equal (rows, place_follow (rows, two, inverse), one))
    places_merge (rows, place_follow (rows, two, inverse), one);
}

/* From @start both sides must lead to one place: the left one is followed from its beginning and,
   over inverses, from its end. */
static void
impose (ChaseRows *rows, ChasePlace start, const Relation *r)
{
  ChasePlace two = place_trace (rows, start, r->right), one = start;
  const guint32 *letters = r->left.letters;
  guint32 i = 0, end = r->left.length;

  while (i < end && place_step (rows, &one, letters[i]))
    i++;
  while (i < end && place_step (rows, &two, rows->inverse[letters[end - 1]]))
    end--;
  for (; i + 1 < end; i++)
    one = place_follow (rows, one, letters[i]);
  if (i < end && !place_step (rows, &one, letters[i]))
    set_cells (rows, one, letters[i], two);
  else if (!places_equal (rows, one, two))
    places_merge (rows, one, two);
}

/* At @row everything that is given must be true, and every arrow must lead on. */
static void
complete_row (ChaseRows *rows, guint32 row)
{
  guint32 object = rows->object[row];

  for (guint32 i = rows->relations_first[object];
       i < rows->relations_first[object + 1] && rows->root[row].row == row; i++)
    impose (rows, (ChasePlace){ row, 0 }, &g_array_index (rows->relations, Relation, i));
  for (guint32 i = rows->out_first[object]; i < rows->out_first[object + 1]; i++)
    if (rows->root[row].row == row)
      place_follow (rows, (ChasePlace){ row, 0 }, rows->out[i]);
}

static gboolean
begin_along (ChaseRows *rows, guint32 source, ChaseWord along)
{
  ChasePlace start = { 0, 0 };

  rows->along = along.length > 0;
  for (guint32 i = 0; i < along.length; i++)
    if (rows->target[along.letters[i]] != source || rows->source[along.letters[i]] != source
        || rows->inverse[along.letters[i]] == NOWHERE)
      return FALSE;
  if (rows->along)
    places_merge (rows, place_trace (rows, start, along), (ChasePlace){ 0, 1 });
  return TRUE;
}

gboolean
chase_rows_list (ChaseRows *rows, guint32 source, ChaseWord along, guint32 limit)
{
  rows->n = rows->n_cells = 0;
  rows->failed = FALSE;
  row_new (rows, source);
  if (!begin_along (rows, source, along))
    return FALSE;
  for (guint32 row = 0; row < rows->n; row++)
    {
      if (rows->failed || rows->n > limit || rows->n_cells > MAX_CELLS
          || !chase_is_patient (rows->patience, &rows->steps, NULL))
        return FALSE;
      if (rows->root[row].row == row)
        complete_row (rows, row);
    }
  return !rows->failed;
}

ChasePlace
chase_rows_follow (ChaseRows *rows, guint32 row, guint32 arrow)
{
  ChasePlace to = *cell_of (rows, row, arrow);

  return to.row == NOWHERE ? to : place_find (rows, to);
}

guint32
chase_rows_size (const ChaseRows *rows, guint32 row)
{
  if (rows->root[row].row != row)
    return 0;
  return rows->along ? rows->period[row] : 1;
}

ChaseHomTable *
chase_rows_table (ChaseRows *rows)
{
  ChaseHomTable *table = g_new0 (ChaseHomTable, 1);
  gsize n_arrows = rows->n_arrows;
  g_autofree guint32 *number = g_new (guint32, (gsize)rows->n + 1);

  for (guint32 row = 0; row < rows->n; row++)
    number[row] = chase_rows_size (rows, row) > 0 ? table->n_rows++ : NOWHERE;
  table->object = g_new (guint32, table->n_rows + 1);
  table->next = g_new (guint32, (gsize)table->n_rows * n_arrows + 1);
  for (gsize i = 0; i < (gsize)table->n_rows * n_arrows; i++)
    table->next[i] = NOWHERE;
  for (guint32 row = 0; row < rows->n; row++)
    {
      guint32 object = rows->object[row];

      if (number[row] == NOWHERE)
        continue;
      table->object[number[row]] = object;
      for (guint32 i = rows->out_first[object]; i < rows->out_first[object + 1]; i++)
        {
          guint32 to = chase_rows_follow (rows, row, rows->out[i]).row;

          if (to != NOWHERE)
            table->next[(gsize)number[row] * n_arrows + rows->out[i]] = number[to];
        }
    }
  return table;
}
