/* SPDX-License-Identifier: MIT */
#include "drawing/motion-private.h"

#include <math.h>
#include <string.h>

/* Points of an edge, and of the part of a path that is swept. */
#define EDGE_POINTS 24
#define MIDDLE_POINTS 32
#define WIDTH 11

void
chase_sweep_clear (ChaseSweep *sweep)
{
  g_free (sweep->before);
  g_free (sweep->after);
}

void
chase_edge_append_points (const ChaseScene *scene, guint32 edge, GArray *points)
{
  const ChaseSceneCell *cell = edge < scene->n_cells ? &scene->cells[edge] : NULL;
  guint n;

  if (cell == NULL || cell->kind != CHASE_SCENE_EDGE)
    return;
  n = chase_curve_is_straight (&cell->curve) ? 2 : EDGE_POINTS;
  for (guint i = 0; i < n; i++)
    {
      ChasePoint p = chase_curve_point (&cell->curve, cell->curve.n * i / (n - 1.0));

      g_array_append_val (points, p);
    }
}

static void
append_path (const ChaseScene *scene, const guint32 *path, guint n, GArray *points)
{
  for (guint i = 0; i < n; i++)
    chase_edge_append_points (scene, path[i], points);
}

static double
length_to (const GArray *line, guint i)
{
  ChasePoint a = g_array_index (line, ChasePoint, i - 1), b = g_array_index (line, ChasePoint, i);

  return chase_point_length (chase_point_minus (b, a));
}

void
chase_line_spread (const GArray *line, ChasePoint *points, guint n)
{
  double whole = 0, behind = 0;
  guint at = 1;

  for (guint i = 1; i < line->len; i++)
    whole += length_to (line, i);
  for (guint k = 0; k < n; k++)
    {
      double want = n > 1 ? whole * k / (n - 1.0) : 0;

      while (at + 1 < line->len && behind + length_to (line, at) < want)
        behind += length_to (line, at++);
      points[k] = g_array_index (line, ChasePoint, at - 1);
      if (at < line->len && length_to (line, at) > 0)
        points[k] = chase_point_mix (points[k], g_array_index (line, ChasePoint, at),
                                     MIN (1, (want - behind) / length_to (line, at)));
    }
}

void
chase_motion_begin_chase (ChaseMotion *motion, const guint32 *path, guint n)
{
  g_array_set_size (motion->path, 0);
  g_array_append_vals (motion->path, path, n);
}

/* The part between @from and @to of a path, spread; where it is empty, one point again and again.
 */
static void
put_middle (const ChaseScene *scene, const guint32 *path, guint from, guint to, const GArray *head,
            const GArray *tail, const GArray *other, ChasePoint *points)
{
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (ChasePoint));
  ChasePoint only = { 0, 0 };

  append_path (scene, path + from, to - from, line);
  if (line->len == 0)
    {
      if (head->len > 0)
        only = g_array_index (head, ChasePoint, head->len - 1);
      else if (tail->len > 0)
        only = g_array_index (tail, ChasePoint, 0);
      else if (other->len > 0)
        only = g_array_index (other, ChasePoint, 0);
      g_array_append_val (line, only);
    }
  chase_line_spread (line, points, MIDDLE_POINTS);
}

static ChasePoint *
join (const GArray *head, const ChasePoint *middle, const GArray *tail)
{
  ChasePoint *points = g_new (ChasePoint, head->len + MIDDLE_POINTS + tail->len);

  for (guint i = 0; i < head->len; i++)
    points[i] = g_array_index (head, ChasePoint, i);
  memcpy (points + head->len, middle, MIDDLE_POINTS * sizeof *middle);
  for (guint i = 0; i < tail->len; i++)
    points[head->len + MIDDLE_POINTS + i] = g_array_index (tail, ChasePoint, i);
  return points;
}

void
chase_motion_chase_to (ChaseMotion *motion, const guint32 *after, guint n, double start, double end)
{
  const ChaseScene *scene = motion->shelves[1].scene;
  const guint32 *before = (const guint32 *)(gpointer)motion->path->data;
  guint n_before = motion->path->len, same = 0, same_end = 0;
  g_autoptr (GArray) head = g_array_new (FALSE, FALSE, sizeof (ChasePoint));
  g_autoptr (GArray) tail = g_array_new (FALSE, FALSE, sizeof (ChasePoint));
  g_autoptr (GArray) both = g_array_new (FALSE, FALSE, sizeof (ChasePoint));
  ChasePoint middle[2][MIDDLE_POINTS];
  ChaseSweep sweep = { .start = start, .end = end };

  while (same < MIN (n, n_before) && before[same] == after[same])
    same++;
  while (same_end < MIN (n, n_before) - same
         && before[n_before - 1 - same_end] == after[n - 1 - same_end])
    same_end++;
  append_path (scene, before, same, head);
  append_path (scene, before + n_before - same_end, same_end, tail);
  append_path (scene, before + same, n_before - same - same_end, both);
  append_path (scene, after + same, n - same - same_end, both);
  put_middle (scene, before, same, n_before - same_end, head, tail, both, middle[0]);
  put_middle (scene, after, same, n - same_end, head, tail, both, middle[1]);
  sweep.n = head->len + MIDDLE_POINTS + tail->len;
  sweep.before = join (head, middle[0], tail);
  sweep.after = join (head, middle[1], tail);
  g_array_append_val (motion->sweeps, sweep);
  chase_motion_begin_chase (motion, after, n);
}

static void
put_line (ChaseSceneBuilder *builder, const ChasePoint *points, guint n, const ChasePaint *paint)
{
  chase_scene_open_path (builder, CHASE_ROLE_BACKDROP, paint);
  for (guint i = 0; i < n; i++)
    if (i == 0)
      chase_scene_move (builder, points[i]);
    else
      chase_scene_line (builder, points[i]);
}

/* What the path has passed over of the face. */
static void
put_face (const ChaseMotion *motion, ChaseSceneBuilder *builder, const ChaseSweep *sweep,
          const ChasePoint *now, double u)
{
  ChasePaint paint = { 0, CHASE_CAP_BUTT,
                       chase_rgba_fade (motion->palette->glow, sin (G_PI * CLAMP (u, 0, 1))) };

  put_line (builder, sweep->before, sweep->n, &paint);
  for (guint i = sweep->n; i > 0; i--)
    chase_scene_line (builder, now[i - 1]);
  chase_scene_close_subpath (builder);
  chase_scene_close (builder, NULL);
}

static void
put_strand (const ChaseMotion *motion, ChaseSceneBuilder *builder, const ChasePoint *points,
            guint n, double seen)
{
  ChasePaint paint
      = { WIDTH, CHASE_CAP_ROUND, chase_rgba_fade (motion->palette->accent, 0.32 * seen) };

  put_line (builder, points, n, &paint);
  chase_scene_close (builder, NULL);
}

/* A step is seen from its start until that of the next one; the first from the beginning. */
static double
is_seen (const ChaseMotion *motion, guint i, double t)
{
  const ChaseSweep *sweep = &g_array_index (motion->sweeps, ChaseSweep, i);

  if (i > 0 && t < sweep->start)
    return 0;
  return i + 1 == motion->sweeps->len || t < sweep[1].start;
}

static void
put_sweep (const ChaseMotion *motion, ChaseSceneBuilder *builder, const ChaseSweep *sweep, double t,
           double seen)
{
  double u = chase_ease ((t - sweep->start) / MAX (sweep->end - sweep->start, 1e-9));
  g_autofree ChasePoint *now = g_new (ChasePoint, sweep->n);

  for (guint i = 0; i < sweep->n; i++)
    now[i] = chase_point_mix (sweep->before[i], sweep->after[i], u);
  put_face (motion, builder, sweep, now, u);
  put_strand (motion, builder, now, sweep->n, seen);
}

void
chase_motion_put_chase (const ChaseMotion *motion, ChaseSceneBuilder *builder, double t)
{
  builder->cell = CHASE_NO_CELL;
  for (guint i = 0; i < motion->sweeps->len; i++)
    if (builder->actors || is_seen (motion, i, t) > 0)
      put_sweep (motion, builder, &g_array_index (motion->sweeps, ChaseSweep, i), t,
                 is_seen (motion, i, t));
}
