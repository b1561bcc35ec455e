/* SPDX-License-Identifier: MIT */
#include "drawing/motion-private.h"

#include "drawing/scene-private.h"

/*
 * Copies that come to one cell go one behind the other, the nearest first: those of one place go as
 * fast as those of another, and close in on each other only where the first of them has gone in.
 */

/* Between two labels on their way. */
#define KEEP 4.0
/* Moments of a way that are looked at, and steps of a way by which one is held back. */
#define MOMENTS 50
#define STEP 0.02
/* Each keeps clear of so many before it, and all together are not held back by more than this. */
#define BEFORE 3
#define MOST 3.0

/* One copy, while the times are found. */
typedef struct
{
  ChaseTrack *track;
  const ChaseSceneCell *from, *to;
  double distance; /* from the one to the other */
  double behind;   /* the part of a way by which it sets out later */
} Copy;

static int
compare (gconstpointer a, gconstpointer b)
{
  const Copy *one = a, *other = b;

  if (one->track->to != other->track->to)
    return one->track->to < other->track->to ? -1 : 1;
  if (one->distance != other->distance)
    return one->distance < other->distance ? -1 : 1;
  return one->track->from < other->track->from ? -1 : one->track->from > other->track->from;
}

/* Do both lie on one another at some moment? */
static gboolean
meet (const Copy *one, const Copy *other)
{
  double first = MAX (one->behind, other->behind), last = MIN (one->behind, other->behind) + 1;

  for (guint k = 0; first < last && k <= MOMENTS; k++)
    {
      double t = first + (last - first) * k / MOMENTS;
      ChaseRect boxes[2];

      if (chase_copy_seen (one->from, one->to, chase_ease (t - one->behind), &boxes[0]) <= 0
          || chase_copy_seen (other->from, other->to, chase_ease (t - other->behind), &boxes[1])
                 <= 0)
        continue;
      boxes[0] = chase_rect_grown (&boxes[0], KEEP);
      if (chase_rect_meets (&boxes[0], &boxes[1]))
        return TRUE;
    }
  return FALSE;
}

/* Holds copy @i back behind those before it that come to the same cell. */
static void
hold_back (Copy *copies, guint i)
{
  for (guint k = 1; k <= MIN (i, BEFORE) && copies[i - k].to == copies[i].to; k++)
    {
      copies[i].behind = MAX (copies[i].behind, copies[i - k].behind);
      while (meet (&copies[i], &copies[i - k]))
        copies[i].behind += STEP;
    }
}

static double
find_distance (const Copy *copy)
{
  return chase_point_length (chase_point_minus (copy->to->centre, copy->from->centre));
}

double
chase_motion_add_copies (ChaseMotion *motion, ChaseTrack *tracks, guint n, double start, double end)
{
  g_autofree Copy *copies = g_new0 (Copy, n + 1);
  double most = 0, scale, way;

  for (guint i = 0; i < n; i++)
    {
      copies[i].track = &tracks[i];
      copies[i].from = &motion->shelves[0].scene->cells[tracks[i].from];
      copies[i].to = &motion->shelves[1].scene->cells[tracks[i].to];
      copies[i].distance = find_distance (&copies[i]);
    }
  qsort (copies, n, sizeof *copies, compare);
  for (guint i = 0; i < n; i++)
    {
      hold_back (copies, i);
      most = MAX (most, copies[i].behind);
    }
  scale = most > MOST ? MOST / most : 1;
  way = (end - start) / (1 + scale * most);
  for (guint i = 0; i < n; i++)
    {
      copies[i].track->start = start + scale * copies[i].behind * way;
      copies[i].track->end = copies[i].track->start + way;
    }
  for (guint i = 0; i < n; i++)
    chase_motion_add_track (motion, &tracks[i]);
  return 1 + scale * most;
}
