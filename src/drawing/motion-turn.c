/* SPDX-License-Identifier: MIT */
#include "drawing/motion-private.h"

#include "drawing/scene-private.h"

#include <math.h>

/*
 * An arrow that is reversed turns about its middle in depth, as a needle that is seen from a little
 * above, and keeps out of its neighbours' way. Its label goes aside as far as it takes to be clear
 * of it.
 */

/* From this angle on an arrow is turned round, and how flat the circle is that its ends go in. */
#define REVERSED (0.9 * G_PI)
#define DEPTH 0.3
/* What a label keeps from the line, and how much more from its ends, where a head may be. */
#define KEEP 4.0
#define HEAD 2.5
/* A label goes no further aside than this, to one unit. */
#define MOST 96.0
#define EXACT 1.0
/* Moments of a turn, and points of an arrow, that are looked at. */
#define MOMENTS 16
#define POINTS 12

ChaseAffine
chase_affine_turn (ChasePoint from, ChasePoint to, double angle, double scale)
{
  double c = scale * cos (angle), s = scale * sin (angle);

  return (
      ChaseAffine){ c, -s, s, c, to.x - c * from.x + s * from.y, to.y - s * from.x - c * from.y };
}

/* The angle from one chord to the other; arrows that are reversed all turn the same way. */
static double
angle_between (ChasePoint first, ChasePoint second)
{
  double angle = 0;

  if (chase_point_length (first) > 1 && chase_point_length (second) > 1)
    angle = atan2 (chase_point_cross (first, second), chase_point_dot (first, second));
  return angle < -REVERSED ? angle + 2 * G_PI : angle;
}

static ChasePoint
chord_of (const ChaseSceneCell *arrow)
{
  return chase_point_minus (chase_curve_end (&arrow->curve), arrow->curve.p[0]);
}

static ChasePoint
chord_middle (const ChaseSceneCell *arrow)
{
  return chase_point_mix (arrow->curve.p[0], chase_curve_end (&arrow->curve), 0.5);
}

static gboolean
is_reversed (const ChaseSceneCell *from, const ChaseSceneCell *to)
{
  return angle_between (chord_of (from), chord_of (to)) > REVERSED;
}

void
chase_turn_arrow (const ChaseSceneCell *from, const ChaseSceneCell *to, double u,
                  ChaseAffine shape[2])
{
  ChasePoint first = chord_of (from), second = chord_of (to);
  ChasePoint now = chase_point_mix (chord_middle (from), chord_middle (to), u);
  double angle = angle_between (first, second), turned = u * angle, near = 1;
  double grown = chase_point_length (first) > 1 && chase_point_length (second) > 1
                     ? chase_point_length (second) / chase_point_length (first)
                     : 1;

  if (angle > REVERSED)
    {
      near = hypot (cos (turned), DEPTH * sin (turned));
      turned = atan2 (DEPTH * sin (turned), cos (turned));
    }
  shape[0] = chase_affine_turn (chord_middle (from), now, turned, near * pow (grown, u));
  shape[1] = chase_affine_turn (chord_middle (to), now, turned - angle, near * pow (grown, u - 1));
}

/* The part of the way aside that the label has gone: none at both ends. */
static double
part_aside (double u)
{
  return sin (G_PI * CLAMP (u, 0, 1));
}

/* Both pictures of an arrow at one moment of its turn. */
typedef struct
{
  ChasePoint line[POINTS + 1];
  ChaseHull labels[2];
  ChaseRect boxes[2]; /* around them */
  double keep;        /* what the labels keep from the middle of the line */
} Moment;

/* An arrow that turns has one line where both pictures' lines are alike, as painted, and nearly so
 * elsewhere. */
static void
moment_init (Moment *moment, const ChaseSceneCell *from, const ChaseSceneCell *to, ChasePoint way,
             double u)
{
  ChaseAffine shape[2],
      labels[2] = { chase_affine_shift (way, u), chase_affine_shift (way, u - 1) };

  chase_turn_arrow (from, to, u, shape);
  for (guint i = 0; i <= POINTS; i++)
    {
      double part = i / (double)POINTS;
      ChasePoint one = chase_curve_point (&from->curve, part * from->curve.n);
      ChasePoint other = chase_curve_point (&to->curve, part * to->curve.n);

      moment->line[i] = chase_point_mix (chase_affine_move (&shape[0], one),
                                         chase_affine_move (&shape[1], other), u);
    }
  moment->labels[0] = chase_hull_moved (&from->label_hull, chase_point (labels[0].x, labels[0].y));
  moment->labels[1] = chase_hull_moved (&to->label_hull, chase_point (labels[1].x, labels[1].y));
  for (guint side = 0; side < 2; side++)
    moment->boxes[side] = chase_hull_box (&moment->labels[side]);
  moment->keep = KEEP + MAX (from->half_width, to->half_width);
}

/* What the labels lack of the room that they keep from the arrow when they have gone @aside. */
static double
lack_of_room (const Moment *moment, ChasePoint aside)
{
  double lack = 0;

  for (guint i = 0; i <= POINTS; i++)
    {
      ChasePoint at = chase_point_minus (moment->line[i], aside);
      double keep = moment->keep + (i == 0 || i == POINTS ? HEAD : 0);

      for (guint side = 0; side < 2; side++)
        if (chase_rect_contains (&moment->boxes[side], at.x, at.y, keep))
          lack = MAX (lack, keep - chase_hull_distance (&moment->labels[side], at));
    }
  return lack;
}

static gboolean
is_always_clear (const Moment moments[MOMENTS], ChasePoint aside)
{
  const ChasePoint origin = { 0, 0 };

  for (guint k = 1; k < MOMENTS; k++)
    if (lack_of_room (&moments[k],
                      chase_point_along (origin, aside, part_aside (k / (double)MOMENTS)))
        > 0)
      return FALSE;
  return TRUE;
}

static ChasePoint
label_middle (const ChaseSceneCell *arrow)
{
  return chase_point (arrow->label_box.x + arrow->label_box.width / 2,
                      arrow->label_box.y + arrow->label_box.height / 2);
}

/* Is the label of an arrow to the right of the direction in which it goes? */
static gboolean
is_right (const ChaseSceneCell *arrow)
{
  return chase_point_cross (chord_of (arrow),
                            chase_point_minus (label_middle (arrow), chord_middle (arrow)))
         > 0;
}

/* The unit vector from an arrow, square to its chord, to the side where its label is. */
static ChasePoint
away_from (const ChaseSceneCell *arrow)
{
  ChasePoint right = chase_point_right (chase_point_unit (chord_of (arrow)));

  return is_right (arrow) ? right : chase_point (-right.x, -right.y);
}

/* Does the label of an arrow stand beside its line? */
static gboolean
stands_beside (const ChaseSceneCell *arrow)
{
  double distance;

  chase_curve_nearest (&arrow->curve, label_middle (arrow), &distance);
  return arrow->label != NULL && arrow->has_label_hull
         && distance > arrow->half_width + KEEP
                           + MIN (arrow->label_box.width, arrow->label_box.height) / 4;
}

/* The shortest way aside on which the label is always clear; FALSE where there is none. */
static gboolean
find_aside (const Moment moments[MOMENTS], ChasePoint away, ChasePoint *aside)
{
  const ChasePoint origin = { 0, 0 };
  double least = 0, most = MOST;

  *aside = origin;
  if (is_always_clear (moments, origin))
    return TRUE;
  if (!is_always_clear (moments, chase_point_along (origin, away, most)))
    return FALSE;
  while (most - least > EXACT)
    {
      double half = (least + most) / 2;

      if (is_always_clear (moments, chase_point_along (origin, away, half)))
        most = half;
      else
        least = half;
    }
  *aside = chase_point_along (origin, away, most);
  return TRUE;
}

ChaseTurn
chase_turn_find (const ChaseSceneCell *from, const ChaseSceneCell *to, ChasePoint way)
{
  ChaseTurn turn = { { 0, 0 }, FALSE };
  ChasePoint away = away_from (from);
  Moment moments[MOMENTS];

  if (!stands_beside (from) || !stands_beside (to))
    return turn;
  if (!is_reversed (from, to))
    {
      turn.crosses = is_right (from) != is_right (to);
      return turn;
    }
  for (guint k = 1; k < MOMENTS; k++)
    moment_init (&moments[k], from, to, way, k / (double)MOMENTS);
  turn.crosses
      = chase_point_dot (away, away_from (to)) < 0 || !find_aside (moments, away, &turn.aside);
  return turn;
}

ChasePoint
chase_turn_aside (const ChaseTurn *turn, double u)
{
  return chase_point_along (chase_point (0, 0), turn->aside, part_aside (u));
}

double
chase_turn_label_seen (const ChaseTurn *turn, const ChaseSceneCell *from, const ChaseSceneCell *to,
                       ChasePoint way, double u)
{
  Moment moment;

  if (!turn->crosses || u <= 0 || u >= 1)
    return 1;
  moment_init (&moment, from, to, way, u);
  return CLAMP (1 - lack_of_room (&moment, chase_point (0, 0)) / KEEP, 0, 1);
}

static void
join_label (ChaseRect *box, const ChaseSceneCell *arrow, ChasePoint aside)
{
  ChaseRect label = arrow->label_box;

  label.x += aside.x;
  label.y += aside.y;
  chase_rect_join (box, &label);
}

void
chase_motion_join_turns (const ChaseMotion *motion, ChaseRect *box)
{
  const ChaseScene *first = motion->shelves[0].scene, *second = motion->shelves[1].scene;

  for (guint i = 0; i < motion->tracks->len; i++)
    {
      const ChaseMovingTrack *moving = &g_array_index (motion->tracks, ChaseMovingTrack, i);
      const ChaseTrack *track = &moving->track;
      gboolean both = track->from < first->n_cells && track->to < second->n_cells;
      const ChaseSceneCell *from = both ? &first->cells[track->from] : NULL;
      const ChaseSceneCell *to = both ? &second->cells[track->to] : NULL;

      if (both && from->kind == CHASE_SCENE_EDGE && to->kind == CHASE_SCENE_EDGE
          && is_reversed (from, to))
        {
          ChasePoint chord = chord_of (from), middle = chord_middle (from);
          double across = hypot (chord.x, DEPTH * chord.y) / 2;
          double along = hypot (chord.y, DEPTH * chord.x) / 2;
          ChaseRect swept = { middle.x - across, middle.y - along, 2 * across, 2 * along };

          chase_rect_join (box, &swept);
          join_label (box, from, moving->turn.aside);
          join_label (box, to, moving->turn.aside);
        }
    }
}
