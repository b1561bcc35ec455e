/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/**
 * ChaseVector:
 *
 * Numbers in a row, for inner loops: what a GArray of guint32 is, without its calls. All zeros is
 * an empty one.
 */
typedef struct
{
  guint32 *data;
  gsize length;
  gsize capacity;
} ChaseVector;

static inline void
chase_vector_clear (ChaseVector *vector)
{
  g_free (vector->data);
  *vector = (ChaseVector){ NULL };
}

/** Makes room for @more numbers after the last one. */
static inline void
chase_vector_reserve (ChaseVector *vector, gsize more)
{
  if (G_LIKELY (vector->length + more <= vector->capacity))
    return;
  vector->capacity = MAX (2 * vector->capacity, vector->length + more + 14);
  vector->data = g_realloc_n (vector->data, vector->capacity, sizeof (guint32));
}

static inline void
chase_vector_push (ChaseVector *vector, guint32 number)
{
  chase_vector_reserve (vector, 1);
  vector->data[vector->length++] = number;
}

static inline guint32
chase_vector_pop (ChaseVector *vector)
{
  return vector->data[--vector->length];
}

static inline void
chase_vector_append (ChaseVector *vector, const guint32 *numbers, gsize n)
{
  chase_vector_reserve (vector, n);
  if (n > 0)
    memcpy (vector->data + vector->length, numbers, n * sizeof (guint32));
  vector->length += n;
}

/** Appends @n numbers, the last of them first. */
static inline void
chase_vector_append_reversed (ChaseVector *vector, const guint32 *numbers, gsize n)
{
  chase_vector_reserve (vector, n);
  while (n-- > 0)
    vector->data[vector->length++] = numbers[n];
}

/** Appends @n times @number. */
static inline void
chase_vector_fill (ChaseVector *vector, guint32 number, gsize n)
{
  chase_vector_reserve (vector, n);
  for (; n > 0; n--)
    vector->data[vector->length++] = number;
}

G_END_DECLS
