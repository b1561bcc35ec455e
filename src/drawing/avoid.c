/* SPDX-License-Identifier: MIT */
#include "drawing/draw-private.h"

#include <math.h>

/*
 * Labels whose side and place are the program's choice move along their arrow, or to its other
 * side, when they would touch something else. Each label looks once at a few places, in the order
 * of the cells, and takes the cheapest.
 */

/* Things are listed by the squares of this size that their boxes meet. */
#define SQUARE 64.0
/* What is longer than this is not looked at: a few such things would fill the list. */
#define LONGEST 20000.0
#define NEAR_NODE 4.0
#define NEAR_CURVE 3.0
#define NEAR_LABEL 4.0

typedef enum
{
  THING_NODE,
  THING_CURVE,
  THING_LABEL,
} ThingKind;

typedef struct
{
  ThingKind kind;
  guint32 cell;
  double from, to; /* of a curve: the parameters of this part */
  guint hull;      /* of a label: its number in the index */
  ChaseRect box;
} Thing;

typedef struct
{
  ChaseDrawing *drawing;
  GArray *things; /* of Thing */
  GArray *hulls;  /* of ChaseHull: the labels that have their place */
  ChaseSquares *squares;
} Index;

static void
index_add (Index *index, const Thing *thing)
{
  if (thing->box.width > LONGEST || thing->box.height > LONGEST)
    return;
  chase_squares_add (index->squares, &thing->box, index->things->len);
  g_array_append_vals (index->things, thing, 1);
}

static void
add_node (Index *index, guint32 cell)
{
  Thing thing = { THING_NODE, cell, 0, 0, 0, chase_hull_box (&index->drawing->routes[cell].hull) };

  index_add (index, &thing);
}

/* In parts short enough that their boxes say something. */
static void
add_curve (Index *index, guint32 cell)
{
  const ChaseCurve *curve = &index->drawing->routes[cell].curve;
  ChaseMeasure measure;
  guint n;

  chase_measure_init (&measure, curve);
  if (measure.length > LONGEST)
    return;
  n = (guint)MAX (ceil (measure.length / SQUARE), 1);
  for (guint i = 0; i < n; i++)
    {
      double length = measure.length / n;
      Thing thing = { THING_CURVE,
                      cell,
                      chase_measure_u (&measure, i * length),
                      chase_measure_u (&measure, (i + 1) * length),
                      0,
                      { 0 } };
      ChasePoint a = chase_curve_point (curve, thing.from), b = chase_curve_point (curve, thing.to);
      ChasePoint m = chase_curve_point (curve, (thing.from + thing.to) / 2);

      thing.box = (ChaseRect){ a.x, a.y, 0, 0 };
      chase_rect_join (&thing.box, &(ChaseRect){ m.x, m.y, 0, 0 });
      chase_rect_join (&thing.box, &(ChaseRect){ b.x, b.y, 0, 0 });
      index_add (index, &thing);
    }
}

static void
add_hull (Index *index, guint32 cell, const ChaseHull *hull)
{
  Thing thing = { THING_LABEL, cell, 0, 0, index->hulls->len, chase_hull_box (hull) };

  g_array_append_vals (index->hulls, hull, 1);
  index_add (index, &thing);
}

static void
add_label (Index *index, guint32 cell)
{
  ChaseHull hull = chase_route_label_hull (&index->drawing->routes[cell]);

  add_hull (index, cell, &hull);
}

static void
add_tags (Index *index, guint32 cell)
{
  const ChaseRoute *route = &index->drawing->routes[cell];

  for (guint i = 0; route->drawn && i < route->n_tags; i++)
    {
      ChaseHull hull = chase_tag_hull (&route->tags[i]);

      add_hull (index, cell, &hull);
    }
}

/* Are @hull and @other, or the middles of their sides, nearer than @limit? Near enough between
 * hulls of which neither is much larger than the gaps between the other's corners. */
static gboolean
are_near (const ChaseHull *a, const ChaseHull *b, double limit)
{
  ChaseRect box = chase_hull_box (a), other = chase_hull_box (b);

  box = chase_rect_grown (&box, limit);
  if (!chase_rect_meets (&box, &other))
    return FALSE;
  for (guint i = 0; i < CHASE_HULL_SIDES; i++)
    {
      ChasePoint corner = a->p[i];
      ChasePoint middle = chase_point_mix (corner, a->p[(i + 1) % CHASE_HULL_SIDES], 0.5);

      if (chase_hull_distance (b, corner) < limit || chase_hull_distance (b, middle) < limit
          || chase_hull_distance (a, b->p[i]) < limit)
        return TRUE;
    }
  return FALSE;
}

/* How far the line of a curve is from @hull: exactly where that is between @enough and @limit. */
static double
curve_distance (const ChaseHull *hull, const ChaseCurve *curve, const Thing *part, double enough,
                double limit)
{
  ChaseRect box = chase_hull_box (hull);
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i <= 20 && nearest >= enough; i++)
    {
      ChasePoint at = chase_curve_point (curve, part->from + i * (part->to - part->from) / 20);

      if (chase_rect_contains (&box, at.x, at.y, limit))
        nearest = MIN (nearest, chase_hull_distance (hull, at));
    }
  return nearest;
}

#define TOUCHED_CURVE 0.5

/* What it costs to have the label @hull of @cell near @thing. */
static double
cost_of (const Index *index, guint32 cell, const ChaseHull *hull, const Thing *thing)
{
  const ChaseRoute *other = &index->drawing->routes[thing->cell];
  double half, distance;

  if (thing->kind == THING_CURVE && thing->cell == cell)
    return 0;
  switch (thing->kind)
    {
    case THING_NODE:
      return are_near (hull, &other->hull, NEAR_NODE) ? 10 : 0;
    case THING_CURVE:
      half = chase_look_half_width (&other->look);
      distance
          = curve_distance (hull, &other->curve, thing, TOUCHED_CURVE + half, NEAR_CURVE + half)
            - half;
      return distance < NEAR_CURVE ? (distance < TOUCHED_CURVE ? 5 : 3) : 0;
    default:
      return are_near (hull, &g_array_index (index->hulls, ChaseHull, thing->hull), NEAR_LABEL) ? 8
                                                                                                : 0;
    }
}

/* What costs more is full: there is no place for a label near it either, and to look for one would
 * take long. */
#define FULL 160.0

/* A place of a label, and what it costs as far as is known. */
typedef struct
{
  const Index *index;
  guint32 cell;
  ChaseHull hull;
  ChaseRect box;
  double cost;
  double limit; /* no more is wanted than to know that it costs as much */
} Trial;

static gboolean
add_cost (guint number, gpointer data)
{
  Trial *trial = data;
  const Thing *thing = &g_array_index (trial->index->things, Thing, number);

  if (chase_rect_meets (&thing->box, &trial->box))
    trial->cost += cost_of (trial->index, trial->cell, &trial->hull, thing);
  return trial->cost >= trial->limit;
}

/* What the label costs where it is, on top of @cost; @limit or more where that is as much. */
static double
cost_here (const Index *index, guint32 cell, double cost, double limit)
{
  const double around = MAX (NEAR_LABEL, MAX (NEAR_NODE, NEAR_CURVE)) + 2 * CHASE_MAX_LEVEL;
  Trial trial
      = { index, cell, chase_route_label_hull (&index->drawing->routes[cell]), { 0 }, cost, limit };
  ChaseRect box = chase_hull_box (&trial.hull);

  trial.box = chase_rect_grown (&box, around);
  chase_squares_look (index->squares, &trial.box, add_cost, &trial);
  return trial.cost;
}

static gboolean
may_move (const ChaseDrawing *drawing, guint32 cell)
{
  const ChaseStyle *style = chase_diagram_get_cell (drawing->diagram, cell)->style;
  const ChaseRoute *route = &drawing->routes[cell];

  return route->drawn && route->has_label && style->label_side == CHASE_LABEL_AUTO
         && style->label_at == 0.5
         && (route->side == CHASE_LABEL_LEFT || route->side == CHASE_LABEL_RIGHT);
}

static void
settle (Index *index, guint32 cell)
{
  const double fractions[]
      = { 0.5, CHASE_LABEL_OFF_MIDDLE, 1 - CHASE_LABEL_OFF_MIDDLE, 0.27, 0.73 };
  ChaseRoute *route = &index->drawing->routes[cell];
  ChaseLabelSide side = route->side, best_side = side;
  double fraction = route->label_fraction, best_fraction = fraction;
  double best = cost_here (index, cell, 0, FULL);

  for (guint flip = 0; best > 0 && best < FULL && flip < 2; flip++)
    for (guint i = 0; i < G_N_ELEMENTS (fractions); i++)
      {
        double cost = 0.1 * i + 0.75 * flip;

        route->side = flip == 0                  ? side
                      : side == CHASE_LABEL_LEFT ? CHASE_LABEL_RIGHT
                                                 : CHASE_LABEL_LEFT;
        route->label_fraction = fractions[i];
        chase_drawing_replace_label (index->drawing, cell);
        cost = cost_here (index, cell, cost, best);
        if (cost >= best)
          continue;
        best = cost;
        best_side = route->side;
        best_fraction = fractions[i];
      }
  route->side = best_side;
  route->label_fraction = best_fraction;
  chase_drawing_replace_label (index->drawing, cell);
}

void
chase_drawing_avoid_collisions (ChaseDrawing *drawing)
{
  Index index = { .drawing = drawing };

  index.things = g_array_new (FALSE, FALSE, sizeof (Thing));
  index.hulls = g_array_new (FALSE, FALSE, sizeof (ChaseHull));
  index.squares = chase_squares_new (SQUARE, 4 * drawing->n_cells);
  for (guint32 i = 0; i < drawing->n_cells; i++)
    {
      if (i < drawing->diagram->n_nodes)
        add_node (&index, i);
      else if (drawing->routes[i].drawn)
        add_curve (&index, i);
      if (i >= drawing->diagram->n_nodes && drawing->routes[i].drawn && drawing->routes[i].has_label
          && !may_move (drawing, i))
        add_label (&index, i);
      add_tags (&index, i);
    }
  for (guint32 i = drawing->diagram->n_nodes; i < drawing->n_cells; i++)
    if (may_move (drawing, i))
      {
        settle (&index, i);
        add_label (&index, i);
      }
  g_array_unref (index.hulls);
  g_array_unref (index.things);
  chase_squares_free (index.squares);
}
