/* SPDX-License-Identifier: MIT */
#include "drawing/motion-private.h"

#include "drawing/scene-private.h"

#include <math.h>

/*
 * On which side of a running dot its name stands: of sixteen directions, at each point of the way,
 * those that together cover the fewest labels and lines, turn slowly and stay outward (by dynamic
 * programming along the way).
 */

#define DIRECTIONS 16
/* From the dot's middle to the name. */
#define DISTANCE 13.0
/* Room that a name wants around it. */
#define ROOM 2.5
/* What it costs to cover a label, to lie on a line, to reach outside what the dots need, to turn by
 * a direction, to stand inward. */
#define ON_LABEL 20.0
#define ON_LINE 3.0
#define OUTSIDE 1.0
#define TURN 0.2
#define INWARD 0.3
/* Directions that it may turn from one point to the next. */
#define MOST_TURN 2
/* The parts of a leg within which both names may be seen. */
#define CHANGE_FROM 0.35
#define CHANGE_TO 0.65

ChasePoint
chase_runner_name_place (const ChaseRunner *runner, guint i, ChasePoint at, ChasePoint side)
{
  double half = chase_hull_reach (&runner->names[i].hull, chase_point (-side.x, -side.y));
  double distance = i == runner->n ? MAX (DISTANCE, runner->ring) : DISTANCE;

  return chase_point_along (at, side, distance + half);
}

ChaseRect
chase_runner_name_box (const ChaseRunner *runner, guint i, ChasePoint at, ChasePoint side)
{
  ChasePoint place = chase_runner_name_place (runner, i, at, side);
  ChaseHull hull = chase_hull_moved (&runner->names[i].hull, place);

  return chase_hull_box (&hull);
}

ChasePoint
chase_runner_side (const ChaseRunner *runner, guint leg, double exact)
{
  const ChasePoint *sides = runner->sides + leg * CHASE_LEG_POINTS;
  guint k = MIN ((guint)exact, CHASE_LEG_POINTS - 2);

  if (runner->n == 0)
    return runner->sides[0];
  return chase_point_unit (chase_point_mix (sides[k], sides[k + 1], exact - k));
}

static ChasePoint
direction (guint i)
{
  double angle = 2 * G_PI * i / DIRECTIONS;

  return chase_point (cos (angle), sin (angle));
}

/* The drawing that names are placed on, its edges as polylines: the points of edge i are those from
 * first[i] on and before first[i + 1]. */
typedef struct
{
  const ChaseScene *scene;
  ChaseRect room; /* outside which a name makes the picture larger */
  GArray *points;
  guint *first;
} Ground;

static void
ground_init (Ground *ground, const ChaseScene *scene, const ChaseRunner *runner)
{
  ground->scene = scene;
  ground->room = scene->bounds;
  for (guint i = 0; i <= runner->n; i++)
    chase_rect_join (&ground->room, &(ChaseRect){ runner->rests[i].x, runner->rests[i].y, 0, 0 });
  ground->points = g_array_new (FALSE, FALSE, sizeof (ChasePoint));
  ground->first = g_new (guint, scene->n_cells + 1);
  for (guint32 i = 0; i < scene->n_cells; i++)
    {
      ground->first[i] = ground->points->len;
      chase_edge_append_points (scene, i, ground->points);
    }
  ground->first[scene->n_cells] = ground->points->len;
}

static void
ground_clear (Ground *ground)
{
  g_array_unref (ground->points);
  g_free (ground->first);
}

/* What a name in a box covers: the worst of all cells. */
typedef struct
{
  const Ground *ground;
  ChaseRect box;
  double label, line;
} Covered;

/* The part of @box that @other covers. */
static double
shared (const ChaseRect *box, const ChaseRect *other)
{
  double across = MIN (box->x + box->width, other->x + other->width) - MAX (box->x, other->x);
  double along = MIN (box->y + box->height, other->y + other->height) - MAX (box->y, other->y);

  return across > 0 && along > 0 ? across * along / (box->width * box->height) : 0;
}

/* How deep the edge @cell lies in the box: 0 beside it, 1 where it goes through the middle. */
static double
depth (const Ground *ground, const ChaseRect *box, guint cell)
{
  double radius = box->height / 2, across = MAX (0, box->width / 2 - radius);
  double near = INFINITY;
  const ChasePoint *points = (const ChasePoint *)(gpointer)ground->points->data;

  for (int side = across > 0 ? -1 : 0; side <= (across > 0 ? 1 : 0); side++)
    {
      ChasePoint at = chase_point (box->x + box->width / 2 + side * across, box->y + radius);

      for (guint i = ground->first[cell]; i + 1 < ground->first[cell + 1]; i++)
        near = MIN (near,
                    chase_square_distance_to_side (chase_point_minus (points[i + 1], points[i]),
                                                   chase_point_minus (at, points[i])));
    }
  return MAX (0, 1 - sqrt (near) / (radius + ground->scene->cells[cell].half_width));
}

static gboolean
see_cell (guint number, gpointer data)
{
  Covered *covered = data;
  const ChaseSceneCell *cell = &covered->ground->scene->cells[number];

  covered->label = MAX (covered->label, shared (&covered->box, &cell->label_box));
  for (guint i = 0; i < cell->n_tags; i++)
    covered->label = MAX (covered->label, shared (&covered->box, &cell->tag_boxes[i]));
  if (cell->kind == CHASE_SCENE_EDGE)
    covered->line = MAX (covered->line, depth (covered->ground, &covered->box, number));
  return FALSE;
}

/* The part of the height of @box by which it reaches out of @room above or below, where a screen is
 * short of it. */
static double
outside (const ChaseRect *box, const ChaseRect *room)
{
  double along = MAX (room->y - box->y, box->y + box->height - room->y - room->height);

  return CLAMP (along / box->height, 0, 1);
}

static double
cost_of_name (const ChaseRunner *runner, const Ground *ground, guint i, ChasePoint at,
              ChasePoint side)
{
  ChaseRect box = chase_runner_name_box (runner, i, at, side);
  Covered covered = { ground, chase_rect_grown (&box, ROOM), 0, 0 };

  if (runner->names[i].label == NULL)
    return 0;
  chase_scene_near (ground->scene, &covered.box, see_cell, &covered);
  return ON_LABEL * covered.label + ON_LINE * covered.line
         + OUTSIDE * outside (&box, &ground->room);
}

/* What it costs to have the names of @leg that are seen at its point @k on that side. */
static double
cost_at (const ChaseRunner *runner, const Ground *ground, guint leg, guint k, ChasePoint side)
{
  double way = k / (CHASE_LEG_POINTS - 1.0), cost = 0;
  ChasePoint at = runner->n > 0 ? runner->points[leg * CHASE_LEG_POINTS + k] : runner->rests[0];
  guint next = MIN (leg + 1, runner->n);
  ChasePoint outward
      = chase_point_unit (chase_point_mix (runner->outward[leg], runner->outward[next], way));

  if (way < CHANGE_TO)
    cost = cost_of_name (runner, ground, leg, at, side);
  if (way > CHANGE_FROM)
    cost = MAX (cost, cost_of_name (runner, ground, next, at, side));
  return cost + INWARD * (1 - chase_point_dot (outward, side));
}

/* The side of the name where element @i rests, whichever way it came. */
static guint
choose_rest (const ChaseRunner *runner, const Ground *ground, guint i)
{
  double least = INFINITY;
  guint best = 0;

  for (guint d = 0; d < DIRECTIONS; d++)
    {
      ChasePoint side = direction (d);
      double cost = cost_of_name (runner, ground, i, runner->rests[i], side)
                    + INWARD * (1 - chase_point_dot (runner->outward[i], side));

      if (cost < least - 1e-9)
        {
          least = cost;
          best = d;
        }
    }
  return best;
}

static double
cost_of_turn (guint from, guint to)
{
  guint apart = from > to ? from - to : to - from;

  apart = MIN (apart, DIRECTIONS - apart);
  return apart <= MOST_TURN ? TURN * apart * apart : INFINITY;
}

/* One more point of the way: what the cheapest way to it costs for each side, and where that came
 * from. */
static void
extend (double costs[DIRECTIONS], const double here[DIRECTIONS], guint came[DIRECTIONS])
{
  double sums[DIRECTIONS];

  for (guint d = 0; d < DIRECTIONS; d++)
    {
      came[d] = d;
      for (guint from = 0; from < DIRECTIONS; from++)
        if (costs[from] + cost_of_turn (from, d) < costs[came[d]] + cost_of_turn (came[d], d))
          came[d] = from;
      sums[d] = costs[came[d]] + cost_of_turn (came[d], d) + here[d];
    }
  for (guint d = 0; d < DIRECTIONS; d++)
    costs[d] = sums[d];
}

static void
place_leg (ChaseRunner *runner, const Ground *ground, guint leg, guint first, guint last)
{
  double costs[DIRECTIONS], here[DIRECTIONS];
  guint came[CHASE_LEG_POINTS][DIRECTIONS], at = last;

  for (guint d = 0; d < DIRECTIONS; d++)
    costs[d] = d == first ? 0 : INFINITY;
  for (guint k = 1; k < CHASE_LEG_POINTS; k++)
    {
      for (guint d = 0; d < DIRECTIONS; d++)
        here[d] = cost_at (runner, ground, leg, k, direction (d));
      extend (costs, here, came[k]);
    }
  for (guint k = CHASE_LEG_POINTS; k-- > 0;)
    {
      runner->sides[leg * CHASE_LEG_POINTS + k] = direction (at);
      at = k > 0 ? came[k][at] : at;
    }
}

void
chase_runner_place_names (ChaseRunner *runner, const ChaseScene *scene)
{
  Ground ground;
  guint from;

  ground_init (&ground, scene, runner);
  from = choose_rest (runner, &ground, 0);

  runner->sides = g_new (ChasePoint, runner->n * CHASE_LEG_POINTS + 1);
  runner->sides[runner->n * CHASE_LEG_POINTS] = direction (from);
  for (guint i = 0; i < runner->n; i++)
    {
      guint to = choose_rest (runner, &ground, i + 1);

      place_leg (runner, &ground, i, from, to);
      from = to;
    }
  ground_clear (&ground);
}
