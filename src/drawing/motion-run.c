/* SPDX-License-Identifier: MIT */
#include "drawing/motion-private.h"

#include "drawing/draw-private.h"

#include <math.h>

#define DOT 5.5
#define RING 12.0
#define RING_ROOM 4.0
/* How far the sign of what is unequal reaches from its middle, and its room. */
#define SIGN 9.0
#define SIGN_ROOM 2.0
/* An element rests this far beside the object's label. */
#define ASIDE 17.0
/* On its way round a label it keeps this far beside it. */
#define CLEAR 12.0
#define ROUND_POINTS 8
/* Between its middle and a label; steps in which that is found; and points of a leg over which it
 * swings aside for it. */
#define BESIDE (DOT + 2.2)
#define MOST_NEEDS 6
#define SWING 4
/* Radians between two that part. */
#define APART 1.7
/* The part of a leg in which it moves, and the part of the whole that is left for the end. */
#define MOVING 0.8
#define ENDING 0.88

void
chase_runner_clear (ChaseRunner *runner)
{
  for (guint i = 0; i <= runner->n; i++)
    chase_sticker_finish (&runner->names[i]);
  g_free (runner->names);
  g_free (runner->rests);
  g_free (runner->outward);
  g_free (runner->points);
  g_free (runner->sides);
  g_free (runner->same);
}

static ChasePoint
turned (ChasePoint v, double angle)
{
  double c = cos (angle), s = sin (angle);

  return chase_point (c * v.x - s * v.y, s * v.x + c * v.y);
}

/* How far the box of a cell reaches from its middle in direction @v. */
static double
reach (const ChaseRect *box, ChasePoint v)
{
  double across = fabs (v.x) > 1e-9 ? box->width / 2 / fabs (v.x) : INFINITY;
  double along = fabs (v.y) > 1e-9 ? box->height / 2 / fabs (v.y) : INFINITY;

  return MIN (across, along);
}

/* How far @at has to go along @aside to be @room away from a label. */
static double
find_need (const ChaseHull *label, ChasePoint at, ChasePoint aside, double room)
{
  double need = 0, lack = room;

  for (guint i = 0; i < MOST_NEEDS && lack > 0; i++)
    {
      lack = MAX (0, room - chase_hull_distance (label, chase_point_along (at, aside, need)));
      need += lack;
    }
  return need;
}

/* Away from the middle of the picture, where there is room, and @room away from the label. */
static void
find_rest (const ChaseMotion *motion, ChaseRunner *runner, guint i, guint32 node, double angle,
           double room)
{
  const ChaseScene *scene = motion->shelves[1].scene;
  const ChaseSceneCell *cell = &scene->cells[MIN (node, scene->n_cells - 1)];
  ChasePoint middle = chase_point (scene->bounds.x + scene->bounds.width / 2,
                                   scene->bounds.y + scene->bounds.height / 2);
  ChasePoint away = chase_point_minus (cell->centre, middle);

  if (chase_point_length (away) < 1)
    away = chase_point (0, -1);
  away = turned (chase_point_unit (away), angle);
  runner->outward[i] = away;
  runner->rests[i] = chase_point_along (cell->centre, away, reach (&cell->label_box, away) + ASIDE);
  if (cell->has_label_hull)
    runner->rests[i] = chase_point_along (
        runner->rests[i], away, find_need (&cell->label_hull, runner->rests[i], away, room));
}

/* Appends the shorter way round the label of @node from one point beside it to another. */
static void
append_round (const ChaseScene *scene, guint32 node, ChasePoint from, ChasePoint to, GArray *line)
{
  const ChaseSceneCell *cell = &scene->cells[MIN (node, scene->n_cells - 1)];
  ChasePoint first = chase_point_minus (from, cell->centre);
  ChasePoint last = chase_point_minus (to, cell->centre);
  double angle = atan2 (chase_point_cross (first, last), chase_point_dot (first, last));

  for (guint k = 1; k < ROUND_POINTS; k++)
    {
      ChasePoint way = turned (chase_point_unit (first), angle * k / ROUND_POINTS);
      ChasePoint at = chase_point_along (cell->centre, way, reach (&cell->label_box, way) + CLEAR);

      g_array_append_val (line, at);
    }
}

static ChasePoint
right_of_leg (const ChasePoint *points, guint k)
{
  guint before = k > 0 ? k - 1 : k, behind = MIN (k + 1, CHASE_LEG_POINTS - 1);

  return chase_point_right (chase_point_unit (chase_point_minus (points[behind], points[before])));
}

/* Widens @needs, those of both sides of a leg, to what one label needs: all of it passes on one
 * side, that on which the leg is where it comes nearest. */
static void
add_needs (const ChaseHull *label, const ChasePoint *points, double needs[2][CHASE_LEG_POINTS])
{
  ChaseRect box = chase_hull_box (label);
  ChasePoint middle = chase_point (box.x + box.width / 2, box.y + box.height / 2);
  double near = INFINITY;
  guint side = 0;

  for (guint k = 0; k < CHASE_LEG_POINTS; k++)
    {
      ChasePoint from = chase_point_minus (points[k], middle);

      if (chase_point_length (from) >= near)
        continue;
      near = chase_point_length (from);
      side = chase_point_dot (from, right_of_leg (points, k)) >= 0 ? 1 : 0;
    }
  for (guint k = 0; k < CHASE_LEG_POINTS; k++)
    {
      ChasePoint right = right_of_leg (points, k);
      ChasePoint aside = side == 1 ? right : chase_point (-right.x, -right.y);

      needs[side][k] = MAX (needs[side][k], find_need (label, points[k], aside, BESIDE));
    }
}

/* What a leg goes aside at point @k: the mean of the most that is needed around each point there,
 * so that it swings out and back; it starts and ends where it should. */
static double
find_swing (const double needs[CHASE_LEG_POINTS], int k)
{
  const int last = CHASE_LEG_POINTS - 1;
  double sum = 0;

  for (int i = -SWING; i <= SWING; i++)
    {
      double most = 0;

      for (int j = k + i - SWING; j <= k + i + SWING; j++)
        most = MAX (most, needs[CLAMP (j, 0, last)]);
      sum += most;
    }
  return sum / (2 * SWING + 1) * MIN (1, MIN (k, last - k) / (double)SWING);
}

/* A dot is wider than what an arrow keeps from its label, and passes corners of objects closely: it
 * swings a little aside. */
static void
keep_off_labels (const ChaseScene *scene, ChasePoint *points)
{
  double needs[2][CHASE_LEG_POINTS] = { 0 };
  ChasePoint asides[CHASE_LEG_POINTS];

  for (guint32 i = 0; i < scene->n_cells; i++)
    {
      const ChaseSceneCell *cell = &scene->cells[i];

      if (cell->kind != CHASE_SCENE_HIDDEN && cell->has_label_hull && cell->label != NULL)
        add_needs (&cell->label_hull, points, needs);
    }
  for (guint k = 0; k < CHASE_LEG_POINTS; k++)
    asides[k] = chase_point_along (chase_point (0, 0), right_of_leg (points, k),
                                   find_swing (needs[1], k) - find_swing (needs[0], k));
  for (guint k = 0; k < CHASE_LEG_POINTS; k++)
    points[k] = chase_point_along (points[k], asides[k], 1);
}

/* From rest to rest over the arrow, round the labels of both objects. */
static void
find_leg (const ChaseMotion *motion, ChaseRunner *runner, guint i, const ChaseRun *run)
{
  const ChaseScene *scene = motion->shelves[1].scene;
  g_autoptr (GArray) edge = g_array_new (FALSE, FALSE, sizeof (ChasePoint));
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (ChasePoint));

  chase_edge_append_points (scene, run->edges[i], edge);
  g_array_append_val (line, runner->rests[i]);
  if (edge->len > 0)
    append_round (scene, run->nodes[i], runner->rests[i], g_array_index (edge, ChasePoint, 0),
                  line);
  g_array_append_vals (line, edge->data, edge->len);
  if (edge->len > 0)
    append_round (scene, run->nodes[i + 1], g_array_index (edge, ChasePoint, edge->len - 1),
                  runner->rests[i + 1], line);
  g_array_append_val (line, runner->rests[i + 1]);
  chase_line_spread (line, runner->points + i * CHASE_LEG_POINTS, CHASE_LEG_POINTS);
  keep_off_labels (scene, runner->points + i * CHASE_LEG_POINTS);
}

static void
join_circle (ChaseRect *box, ChasePoint at, double radius)
{
  ChaseRect circle = { at.x - radius, at.y - radius, 2 * radius, 2 * radius };

  chase_rect_join (box, &circle);
}

/* Widens @box to the dot at @at and the name beside it. */
static void
join_dot (ChaseRect *box, const ChaseRunner *runner, guint i, ChasePoint at, ChasePoint side)
{
  join_circle (box, at, DOT);
  if (runner->names[i].label != NULL)
    {
      ChaseRect name = chase_runner_name_box (runner, i, at, side);

      chase_rect_join (box, &name);
    }
}

static void
join_runner (ChaseRect *box, const ChaseRunner *runner)
{
  if (runner->n == 0)
    join_dot (box, runner, 0, runner->rests[0], runner->sides[0]);
  for (guint i = 0; i < runner->n; i++)
    for (guint k = 0; k < CHASE_LEG_POINTS; k++)
      for (guint name = i; name <= i + 1; name++)
        join_dot (box, runner, name, runner->points[i * CHASE_LEG_POINTS + k],
                  runner->sides[i * CHASE_LEG_POINTS + k]);
}

static void
add_runner (ChaseMotion *motion, const ChaseRun *run, ChaseStickerMaker *maker, double angle)
{
  ChaseRunner runner = { .n = run->n, .ring = motion->meet ? RING + RING_ROOM : 0 };

  runner.rests = g_new (ChasePoint, run->n + 1);
  runner.outward = g_new (ChasePoint, run->n + 1);
  runner.points = g_new (ChasePoint, run->n * CHASE_LEG_POINTS + 1);
  runner.names = g_new0 (ChaseSticker, run->n + 1);
  runner.same = g_new (gboolean, run->n + 1);
  for (guint i = 0; i <= run->n; i++)
    {
      gboolean rings = motion->meet && i == run->n;

      find_rest (motion, &runner, i, run->nodes[i], i == run->n ? angle : 0,
                 rings ? RING + RING_ROOM : BESIDE);
      chase_sticker_init (&runner.names[i], maker, run->elements[i], CHASE_EDGE_SIZE);
    }
  for (guint i = 0; i < run->n; i++)
    {
      find_leg (motion, &runner, i, run);
      runner.same[i] = g_str_equal (run->elements[i], run->elements[i + 1]);
    }
  chase_runner_place_names (&runner, motion->shelves[1].scene);
  g_array_append_val (motion->runners, runner);
}

static ChasePoint
last_rest (const ChaseMotion *motion, guint i)
{
  const ChaseRunner *runner = &g_array_index (motion->runners, ChaseRunner, i);

  return runner->rests[runner->n];
}

/* Where two that end apart are told to be unequal: between them, clear of the label of @node. */
static ChasePoint
find_sign (const ChaseMotion *motion, guint32 node)
{
  const ChaseScene *scene = motion->shelves[1].scene;
  const ChaseSceneCell *cell = &scene->cells[MIN (node, scene->n_cells - 1)];
  const ChaseRunner *one = &g_array_index (motion->runners, ChaseRunner, 0);
  const ChaseRunner *other = &g_array_index (motion->runners, ChaseRunner, 1);
  ChasePoint away
      = chase_point_unit (chase_point_mix (one->outward[one->n], other->outward[other->n], 0.5));
  ChasePoint at = chase_point_mix (last_rest (motion, 0), last_rest (motion, 1), 0.5);

  return !cell->has_label_hull
             ? at
             : chase_point_along (at, away,
                                  find_need (&cell->label_hull, at, away, SIGN + SIGN_ROOM));
}

void
chase_motion_add_runners (ChaseMotion *motion, const ChaseRun runs[2], gboolean meet,
                          ChaseMacros *macros, double start, double end)
{
  ChaseStickerMaker maker;

  g_return_if_fail (motion->shelves[1].scene->n_cells > 0);
  chase_sticker_maker_init (&maker, motion->shelves[1].scene->fonts, macros, NULL);
  motion->meet = meet;
  motion->run_start = start;
  motion->run_end = end;
  for (guint i = 0; i < 2; i++)
    add_runner (motion, &runs[i], &maker, meet ? 0 : (i == 0 ? APART : -APART) / 2);
  chase_sticker_maker_finish (&maker);
  motion->unequal = find_sign (motion, runs[0].nodes[runs[0].n]);
  motion->run_box = motion->shelves[1].scene->bounds;
  for (guint i = 0; i < 2; i++)
    join_runner (&motion->run_box, &g_array_index (motion->runners, ChaseRunner, i));
  if (!meet)
    chase_rect_join (
        &motion->run_box,
        &(ChaseRect){ motion->unequal.x - SIGN, motion->unequal.y - SIGN, 2 * SIGN, 2 * SIGN });
}

static guint32
colour_of (const ChaseMotion *motion, guint i)
{
  return i == 0 ? motion->palette->accent : motion->palette->marks[CHASE_MARK_FAILS];
}

static void
put_circle (ChaseSceneBuilder *builder, ChasePoint at, double radius, double width, guint32 rgba)
{
  ChasePaint paint = { width, CHASE_CAP_BUTT, rgba };

  chase_scene_open_path (builder, CHASE_ROLE_MARK, &paint);
  chase_scene_circle (builder, at, radius);
  chase_scene_close (builder, NULL);
}

static void
put_name (const ChaseRunner *runner, ChaseSceneBuilder *builder, guint i, ChasePoint at,
          ChasePoint side, guint32 rgba)
{
  if (runner->names[i].label != NULL && ((rgba & 255) > 0 || builder->actors))
    chase_sticker_put (&runner->names[i], builder, CHASE_ROLE_LABEL,
                       chase_runner_name_place (runner, i, at, side), 0, rgba);
}

/* How much of the name of element @i is seen in @leg, @within of which is behind it: the old one
 * goes before the new one comes; one that stays the same stays. */
static double
name_seen (const ChaseRunner *runner, guint i, guint leg, double within)
{
  gboolean stays = leg < runner->n && runner->same[leg];
  double gone = stays ? within >= 0.5 : chase_ease ((within - 0.36) / 0.14);
  double come = stays ? within >= 0.5 : chase_ease ((within - 0.5) / 0.14);

  if (i == leg)
    return runner->n > leg ? 1 - gone : 1;
  return i == leg + 1 ? come : 0;
}

/* The dot at @u (0 to 1) of its way. On each arrow its name becomes that of its image. */
static ChasePoint
put_runner (const ChaseRunner *runner, ChaseSceneBuilder *builder, double u, guint32 rgba)
{
  guint leg = runner->n > 0 ? MIN ((guint)(u * runner->n), runner->n - 1) : 0;
  double within = runner->n > 0 ? chase_ease ((u * runner->n - leg) / MOVING) : 0;
  double exact = within * (CHASE_LEG_POINTS - 1);
  guint k = MIN ((guint)exact, CHASE_LEG_POINTS - 2);
  const ChasePoint *points = runner->points + leg * CHASE_LEG_POINTS;
  ChasePoint at
      = runner->n > 0 ? chase_point_mix (points[k], points[k + 1], exact - k) : runner->rests[0];
  ChasePoint side = chase_runner_side (runner, leg, exact);

  put_circle (builder, at, DOT, 0, rgba);
  for (guint i = 0; i <= runner->n; i++)
    {
      double seen = name_seen (runner, i, leg, within);

      if (seen > 0 || builder->actors)
        put_name (runner, builder, i, at, side, chase_rgba_fade (rgba, seen));
    }
  return at;
}

/* Two strokes and one across. */
static void
put_unequal (const ChaseMotion *motion, ChaseSceneBuilder *builder, ChasePoint at, double seen)
{
  ChasePaint paint
      = { 2.2, CHASE_CAP_ROUND, chase_rgba_fade (motion->palette->marks[CHASE_MARK_FAILS], seen) };
  const double lines[3][4] = { { -7, -3, 7, -3 }, { -7, 3, 7, 3 }, { -4, 8, 4, -8 } };

  chase_scene_open_path (builder, CHASE_ROLE_MARK, &paint);
  for (guint i = 0; i < 3; i++)
    {
      chase_scene_move (builder, chase_point (at.x + lines[i][0], at.y + lines[i][1]));
      chase_scene_line (builder, chase_point (at.x + lines[i][2], at.y + lines[i][3]));
    }
  chase_scene_close (builder, NULL);
}

void
chase_motion_put_runners (const ChaseMotion *motion, ChaseSceneBuilder *builder, double t)
{
  double u = (t - motion->run_start) / MAX (motion->run_end - motion->run_start, 1e-9);
  double way = CLAMP (u / ENDING, 0, 1), ended = chase_ease ((u - ENDING) / (1 - ENDING));
  ChasePoint at[2];

  if (motion->runners->len != 2)
    return;
  builder->cell = CHASE_NO_CELL;
  for (guint i = 0; i < 2; i++)
    at[i] = put_runner (&g_array_index (motion->runners, ChaseRunner, i), builder, way,
                        colour_of (motion, i));
  if (ended <= 0 && !builder->actors)
    return;
  if (motion->meet)
    put_circle (builder, at[0], RING, 2.5,
                chase_rgba_fade (motion->palette->marks[CHASE_MARK_HOLDS], ended));
  else
    put_unequal (motion, builder, motion->unequal, ended);
}
