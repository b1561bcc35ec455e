/* SPDX-License-Identifier: MIT */
#include "drawing/draw-private.h"

#include <math.h>

/* A straight arrow that would run through somebody else's label bows around it, as little as does.
 */

#define CLEARANCE 6.0
#define SQUARE 64.0
/* The cosine of the angle between two bent arrows at one object below which they look like one. */
#define ALIKE 0.966
/* So many of the arrows at one object are looked at. */
#define MANY 32

/* A place on a curve that must not be near any object but the curve's ends. */
typedef struct
{
  const ChaseDrawing *drawing;
  const ChaseCell *cell;
  ChasePoint at;
} Place;

/* A bent arrow at one of its ends: the way it leaves, and one more than the index of the arrow that
 * was bent there before. */
typedef struct
{
  ChasePoint way;
  guint before;
} Bent;

typedef struct
{
  ChaseDrawing *drawing;
  ChaseSquares *nodes;
  GArray *bent; /* of Bent */
  guint *last;  /* of each node, as in Bent.before */
} Bows;

static gboolean
is_taken (const Bows *bows, guint32 node, ChasePoint way)
{
  guint at = bows->last[node];

  for (guint n = 0; at != 0 && n < MANY; n++)
    {
      const Bent *bent = &g_array_index (bows->bent, Bent, at - 1);

      if (chase_point_dot (bent->way, way) > ALIKE)
        return TRUE;
      at = bent->before;
    }
  return FALSE;
}

static void
take (Bows *bows, guint32 node, ChasePoint way)
{
  Bent bent = { way, bows->last[node] };

  g_array_append_val (bows->bent, bent);
  bows->last[node] = bows->bent->len;
}

static ChasePoint
way_back (const ChaseCurve *curve)
{
  ChasePoint in = chase_curve_tangent (curve, curve->n);

  return chase_point (-in.x, -in.y);
}

static gboolean
is_in_the_way (guint node, gpointer data)
{
  const Place *place = data;
  ChasePoint beside;

  /* What draws nothing only keeps a place for arrows. */
  if (place->drawing->routes[node].sticker.label == NULL
      && !chase_drawing_dot_label (place->drawing, node, &beside))
    return FALSE;
  return node != place->cell->source && node != place->cell->target
         && chase_hull_distance (&place->drawing->routes[node].hull, place->at) < CLEARANCE;
}

static gboolean
meets_node (const ChaseDrawing *drawing, const ChaseSquares *nodes, const ChaseCell *cell,
            const ChaseCurve *curve)
{
  for (guint k = 0; k <= 48; k++)
    {
      Place place = { drawing, cell, chase_curve_point (curve, k / 48.0) };
      ChaseRect dot = { place.at.x, place.at.y, 0, 0 };

      if (chase_squares_look (nodes, &dot, is_in_the_way, &place))
        return TRUE;
    }
  return FALSE;
}

/* The least of the bows that lead past all nodes, and if there is one not along another bent arrow.
 */
static double
choose_bow (const Bows *bows, const ChaseCell *cell, ChasePoint a, ChasePoint b)
{
  const double steps[] = { 0, -1.5, 1.5, -2.5, 2.5, -4, 4, -6, 6 };
  double first = 0;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      ChaseCurve curve = chase_curve_bow (a, b, steps[i] * CHASE_CURVE_STEP);

      if (meets_node (bows->drawing, bows->nodes, cell, &curve))
        continue;
      if (i == 0
          || (!is_taken (bows, cell->source, chase_curve_tangent (&curve, 0))
              && !is_taken (bows, cell->target, way_back (&curve))))
        return steps[i];
      if (first == 0)
        first = steps[i];
    }
  return first;
}

static void
bow (Bows *bows, guint32 index)
{
  const ChaseCell *cell = chase_diagram_get_cell (bows->drawing->diagram, index);
  ChaseRoute *route = &bows->drawing->routes[index];
  ChasePoint a = bows->drawing->routes[cell->source].centre;
  ChasePoint b = bows->drawing->routes[cell->target].centre;
  ChaseCurve curve;

  if (chase_point_length (chase_point_minus (b, a)) < 1.2 * CHASE_DRAW_CELL)
    return;
  route->curve_steps = choose_bow (bows, cell, a, b);
  if (route->curve_steps == 0)
    return;
  curve = chase_curve_bow (a, b, route->curve_steps * CHASE_CURVE_STEP);
  take (bows, cell->source, chase_curve_tangent (&curve, 0));
  take (bows, cell->target, way_back (&curve));
}

static ChaseSquares *
list_nodes (const ChaseDrawing *drawing)
{
  ChaseSquares *nodes = chase_squares_new (SQUARE, 4 * drawing->diagram->n_nodes);

  for (guint32 i = 0; i < drawing->diagram->n_nodes; i++)
    {
      ChaseRect box = chase_hull_box (&drawing->routes[i].hull);

      box = chase_rect_grown (&box, CLEARANCE);
      chase_squares_add (nodes, &box, i);
    }
  return nodes;
}

void
chase_drawing_bow_around_nodes (ChaseDrawing *drawing)
{
  Bows bows = { .drawing = drawing, .nodes = list_nodes (drawing) };

  bows.bent = g_array_new (FALSE, FALSE, sizeof (Bent));
  bows.last = g_new0 (guint, drawing->diagram->n_nodes + 1);
  for (guint32 i = drawing->diagram->n_nodes; i < drawing->n_cells; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, i);
      const ChaseRoute *route = &drawing->routes[i];

      if (cell->level == 1 && cell->style->form == CHASE_EDGE_ARROW && !route->is_loop
          && !route->moved_apart && !route->angled && route->curve_steps == 0
          && route->offset_steps == 0)
        bow (&bows, i);
    }
  chase_squares_free (bows.nodes);
  g_array_unref (bows.bent);
  g_free (bows.last);
}
