/* SPDX-License-Identifier: MIT */
#include "drawing/squares.h"

#include <math.h>

/* What meets more squares than this is not listed in each, and those of a place that does are not
 * asked one by one. */
#define MANY 4096

/* One number in one square; those in squares of the same bucket are chained. */
typedef struct
{
  int column, row;
  guint number;
  guint next; /* one more than its index; 0 for none */
} Entry;

/* The squares that a box meets, and what is in it. */
typedef struct
{
  int left, right, top, bottom;
  guint number;
} Span;

struct _ChaseSquares
{
  double size;
  GArray *entries; /* of Entry */
  GArray *large;   /* of Span: what is in too many squares */
  guint *buckets;  /* the last entry of each, as in Entry.next */
  guint mask;
};

ChaseSquares *
chase_squares_new (double size, guint expected)
{
  ChaseSquares *squares = g_new0 (ChaseSquares, 1);
  guint n = 64;

  while (n < expected && n < 1u << 24)
    n *= 2;
  squares->size = size;
  squares->mask = n - 1;
  squares->buckets = g_new0 (guint, n);
  squares->entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), MIN (expected, 1u << 20));
  squares->large = g_array_new (FALSE, FALSE, sizeof (Span));
  return squares;
}

void
chase_squares_free (ChaseSquares *squares)
{
  if (squares == NULL)
    return;
  g_array_unref (squares->entries);
  g_array_unref (squares->large);
  g_free (squares->buckets);
  g_free (squares);
}

static guint
bucket_of (const ChaseSquares *squares, int column, int row)
{
  guint hash = (guint)column * 0x9e3779b1u ^ (guint)row * 0x85ebca6bu;

  return (hash ^ hash >> 15) & squares->mask;
}

static int
square_at (const ChaseSquares *squares, double place)
{
  return (int)floor (CLAMP (place / squares->size, -1e9, 1e9));
}

static Span
span_of (const ChaseSquares *squares, const ChaseRect *box, guint number)
{
  return (Span){ square_at (squares, box->x), square_at (squares, box->x + box->width),
                 square_at (squares, box->y), square_at (squares, box->y + box->height), number };
}

static gboolean
is_large (const Span *span)
{
  return (span->right - span->left + 1.0) * (span->bottom - span->top + 1.0) > MANY;
}

void
chase_squares_add (ChaseSquares *squares, const ChaseRect *box, guint number)
{
  Span span = span_of (squares, box, number);

  if (is_large (&span))
    {
      g_array_append_val (squares->large, span);
      return;
    }
  for (int row = span.top; row <= span.bottom; row++)
    for (int column = span.left; column <= span.right; column++)
      {
        guint *bucket = &squares->buckets[bucket_of (squares, column, row)];
        Entry entry = { column, row, number, *bucket };

        g_array_append_val (squares->entries, entry);
        *bucket = squares->entries->len;
      }
}

static gboolean
look_in_square (const ChaseSquares *squares, int column, int row,
                gboolean (*see) (guint number, gpointer data), gpointer data)
{
  guint at = squares->buckets[bucket_of (squares, column, row)];

  while (at != 0)
    {
      const Entry *entry = &g_array_index (squares->entries, Entry, at - 1);

      if (entry->column == column && entry->row == row && see (entry->number, data))
        return TRUE;
      at = entry->next;
    }
  return FALSE;
}

static gboolean
look_in_all (const ChaseSquares *squares, const Span *span,
             gboolean (*see) (guint number, gpointer data), gpointer data)
{
  for (guint i = 0; i < squares->entries->len; i++)
    {
      const Entry *entry = &g_array_index (squares->entries, Entry, i);

      if (entry->column >= span->left && entry->column <= span->right && entry->row >= span->top
          && entry->row <= span->bottom && see (entry->number, data))
        return TRUE;
    }
  return FALSE;
}

static gboolean
look_at_large (const ChaseSquares *squares, const Span *span,
               gboolean (*see) (guint number, gpointer data), gpointer data)
{
  for (guint i = 0; i < squares->large->len; i++)
    {
      const Span *other = &g_array_index (squares->large, Span, i);

      if (other->left <= span->right && span->left <= other->right && other->top <= span->bottom
          && span->top <= other->bottom && see (other->number, data))
        return TRUE;
    }
  return FALSE;
}

gboolean
chase_squares_look (const ChaseSquares *squares, const ChaseRect *box,
                    gboolean (*see) (guint number, gpointer data), gpointer data)
{
  Span span = span_of (squares, box, 0);

  if (look_at_large (squares, &span, see, data))
    return TRUE;
  if (is_large (&span))
    return look_in_all (squares, &span, see, data);
  for (int row = span.top; row <= span.bottom; row++)
    for (int column = span.left; column <= span.right; column++)
      if (look_in_square (squares, column, row, see, data))
        return TRUE;
  return FALSE;
}
