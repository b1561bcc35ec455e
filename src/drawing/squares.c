/* SPDX-License-Identifier: MIT */
#include "drawing/squares.h"

#include <math.h>

/* One number in one square; those in squares of the same bucket are chained. */
typedef struct
{
  int column, row;
  guint number;
  guint next; /* one more than its index; 0 for none */
} Entry;

struct _ChaseSquares
{
  double size;
  GArray *entries; /* of Entry */
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
  return squares;
}

void
chase_squares_free (ChaseSquares *squares)
{
  if (squares == NULL)
    return;
  g_array_unref (squares->entries);
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
  return (int)floor (place / squares->size);
}

void
chase_squares_add (ChaseSquares *squares, const ChaseRect *box, guint number)
{
  int right = square_at (squares, box->x + box->width);
  int bottom = square_at (squares, box->y + box->height);

  for (int row = square_at (squares, box->y); row <= bottom; row++)
    for (int column = square_at (squares, box->x); column <= right; column++)
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

gboolean
chase_squares_look (const ChaseSquares *squares, const ChaseRect *box,
                    gboolean (*see) (guint number, gpointer data), gpointer data)
{
  int right = square_at (squares, box->x + box->width);
  int bottom = square_at (squares, box->y + box->height);

  for (int row = square_at (squares, box->y); row <= bottom; row++)
    for (int column = square_at (squares, box->x); column <= right; column++)
      if (look_in_square (squares, column, row, see, data))
        return TRUE;
  return FALSE;
}
