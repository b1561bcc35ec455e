/* SPDX-License-Identifier: MIT */
#include "engine/trail.h"

enum
{
  MAX_SCAN = 500,       /* strides that one is moved past */
  MAX_EFFORT = 2000000, /* in all */
};

/* The strides that are left, as a list: numbers of strides, or NONE. */
#define NONE G_MAXUINT32

typedef struct
{
  ChaseTrail *trail;
  const ChaseIndex *index;
  guint32 *before;
  guint32 *after;
  guint32 last;
  GArray *passed; /* strides that the one that moves has to its right */
  guint64 effort;
} Reducer;

static ChaseStride *
stride_at (const Reducer *r, guint32 i)
{
  return &g_array_index (r->trail, ChaseStride, i);
}

static void
lengths_of (const Reducer *r, const ChaseStride *stride, guint32 *from, guint32 *to)
{
  ChaseWord a, b;

  chase_stride_sides (stride, r->index, &a, &b);
  *from = a.length;
  *to = b.length;
}

static gboolean
is_inverse (const ChaseStride *a, const ChaseStride *b)
{
  return a->of == NULL && b->of == NULL && a->relation == b->relation && a->reverse != b->reverse;
}

static void
cut_out (Reducer *r, guint32 i)
{
  if (r->before[i] != NONE)
    r->after[r->before[i]] = r->after[i];
  if (r->after[i] != NONE)
    r->before[r->after[i]] = r->before[i];
  else
    r->last = r->before[i];
}

/* Cuts out stride @i, whose inverse could be moved next to it: what stands to the right of the part
   that it changes goes back to where it was without it. */
static void
cancel (Reducer *r, guint32 i)
{
  guint32 from, to;

  lengths_of (r, stride_at (r, i), &from, &to);
  for (guint k = 0; k < r->passed->len; k++)
    {
      ChaseStride *stride = stride_at (r, g_array_index (r->passed, guint32, k));

      stride->at = stride->at + from - to;
    }
  cut_out (r, i);
}

/* Moves stride @number back past those that it has nothing to do with; TRUE when it meets its
   inverse, which is then cut out. */
static gboolean
meets_inverse (Reducer *r, guint32 number)
{
  const ChaseStride *moving = stride_at (r, number);
  guint32 at = moving->at, length, other, scanned = 0;

  if (moving->of != NULL)
    return FALSE;
  lengths_of (r, moving, &length, &other);
  g_array_set_size (r->passed, 0);
  for (guint32 i = r->last; i != NONE && scanned < MAX_SCAN; i = r->before[i], scanned++)
    {
      const ChaseStride *stride = stride_at (r, i);
      guint32 from, to;

      r->effort++;
      if (is_inverse (stride, moving) && stride->at == at)
        {
          cancel (r, i);
          return TRUE;
        }
      lengths_of (r, stride, &from, &to);
      if (at + length <= stride->at && (length > 0 || to > 0 || at < stride->at))
        g_array_append_val (r->passed, i);
      else if (at >= stride->at + to && (length > 0 || to > 0 || at > stride->at))
        at = at + from - to;
      else
        return FALSE;
    }
  return FALSE;
}

static void
append (Reducer *r, guint32 number)
{
  r->before[number] = r->last;
  r->after[number] = NONE;
  if (r->last != NONE)
    r->after[r->last] = number;
  r->last = number;
}

/* Puts what is left into the trail, in order. */
static void
gather (Reducer *r)
{
  ChaseTrail *trail = r->trail;
  g_autofree guint8 *kept = g_new0 (guint8, (gsize)trail->len + 1);
  guint32 n = 0;

  for (guint32 i = r->last; i != NONE; i = r->before[i])
    kept[i] = 1;
  for (guint32 i = 0; i < trail->len; i++)
    if (kept[i])
      {
        ChaseStride stride = *stride_at (r, i);

        *stride_at (r, i) = *stride_at (r, n);
        *stride_at (r, n++) = stride;
      }
  g_array_set_size (trail, n);
}

void
chase_trail_reduce (ChaseTrail *trail, const ChaseIndex *index, ChaseClock *clock)
{
  g_autofree guint32 *before = g_new (guint32, (gsize)trail->len + 1);
  g_autofree guint32 *after = g_new (guint32, (gsize)trail->len + 1);
  g_autoptr (GArray) passed = g_array_new (FALSE, FALSE, sizeof (guint32));
  Reducer r = { trail, index, before, after, NONE, passed, 0 };

  for (guint32 i = 0; i < trail->len; i++)
    if (r.effort > MAX_EFFORT || chase_clock_tick (clock) || !meets_inverse (&r, i))
      append (&r, i);
  gather (&r);
}
