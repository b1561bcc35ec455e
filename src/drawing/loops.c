/* SPDX-License-Identifier: MIT */
#include "drawing/draw-private.h"

#include <math.h>

/*
 * Loops at one node that would lie on one another part: evenly around a node that has nothing else,
 * else to where the most room is between arrows and loops. So does a loop of which nothing is said
 * but that an arrow is in its place. Many loops become petals, which leave each other's ends alone.
 */

/* Directions that are tried, in degrees. */
#define STEP 15
/* Less than this is the same place: of two loops, of a loop and an arrow. */
#define SAME_LOOP 20.0
#define SAME_ARROW 62.0
/* From so many things around a node on, its loops are petals; a single one only if an arrow is as
 * near as this. */
#define MANY 4
#define CLOSE 75.0
/* Round loops nearer to each other than this touch with their ends. */
#define TOUCHING 100.0
/* So many loops cover each other wherever they lie. */
#define CROWD 200

typedef struct
{
  ChaseDrawing *drawing;
  guint32 node;
  GArray *moved;   /* of guint32: loops that have to go elsewhere */
  GArray *arrows;  /* of double: directions of arrows */
  GArray *loops;   /* of double: directions of loops that stay */
  gboolean differ; /* the loops are not all in one place */
} Bunch;

/* Degrees clockwise from the top, in [0, 360). */
static double
bearing (double dx, double dy)
{
  double degrees = atan2 (dx, -dy) * 180 / G_PI;

  return degrees < 0 ? degrees + 360 : degrees;
}

/* Where a loop really lies: one that runs the other way round lies on the other side. */
static double
lies_at (double angle, double radius)
{
  double degrees = fmod (radius < 0 ? angle + 180 : angle, 360);

  return degrees < 0 ? degrees + 360 : degrees;
}

static double
loop_direction (const ChaseRoute *route)
{
  return lies_at (route->loop_angle, route->loop_radius);
}

static double
nearest (const GArray *directions, double angle)
{
  double room = 360;

  for (guint i = 0; i < directions->len; i++)
    room = MIN (room, fabs (remainder (angle - g_array_index (directions, double, i), 360)));
  return room;
}

static double
room_at (const Bunch *bunch, double angle)
{
  return MIN (nearest (bunch->arrows, angle), nearest (bunch->loops, angle));
}

static double
best_angle (const Bunch *bunch, double wanted)
{
  double best = wanted, most = room_at (bunch, wanted);

  for (double turn = STEP; turn < 360; turn += STEP)
    {
      double room = room_at (bunch, wanted + turn);

      if (room > most + 1e-6)
        {
          most = room;
          best = wanted + turn;
        }
    }
  return best;
}

static void
turn_loop (ChaseRoute *route, double angle)
{
  route->loop_angle = route->loop_radius < 0 ? angle - 180 : angle;
}

/* All lay in one place and nothing else is there: the first one stays. */
static void
part_evenly (Bunch *bunch)
{
  guint n = bunch->moved->len + 1;

  for (guint i = 0; i + 1 < n; i++)
    {
      ChaseRoute *route = &bunch->drawing->routes[g_array_index (bunch->moved, guint32, i)];

      turn_loop (route, loop_direction (route) + 360.0 * (i + 1) / n);
    }
}

static void
part_by_room (Bunch *bunch)
{
  for (guint i = 0; i < bunch->moved->len; i++)
    {
      ChaseRoute *route = &bunch->drawing->routes[g_array_index (bunch->moved, guint32, i)];
      double angle = i < CROWD ? best_angle (bunch, loop_direction (route))
                               : loop_direction (route) + 360.0 * i / bunch->moved->len;

      g_array_append_val (bunch->loops, angle);
      turn_loop (route, angle);
    }
}

/* What is said of the place of a loop: nothing. */
static gboolean
is_free (const ChaseCell *cell)
{
  return cell->style->angle == 0 && cell->style->radius == 3;
}

/* The way of an edge between the middles of its ends. */
static ChaseCurve
way_of (const Bunch *bunch, guint32 index)
{
  const ChaseCell *cell = chase_diagram_get_cell (bunch->drawing->diagram, index);
  const ChaseRoute *route = &bunch->drawing->routes[index];
  ChasePoint a = bunch->drawing->routes[cell->source].centre;
  ChasePoint b = bunch->drawing->routes[cell->target].centre;

  if (route->angled)
    return chase_angled_curve (cell->style, a, NULL, 0, b, NULL, 0);
  return chase_curve_bow (a, b, route->curve_steps * CHASE_CURVE_STEP);
}

/* In which direction an arrow leaves the node, or comes to it: a curved one does so aslant. */
static void
note_arrow (Bunch *bunch, guint32 index)
{
  const ChaseCell *cell = chase_diagram_get_cell (bunch->drawing->diagram, index);
  ChaseCurve curve = way_of (bunch, index);
  ChasePoint way = cell->source == bunch->node ? chase_curve_tangent (&curve, 0)
                                               : chase_curve_tangent (&curve, curve.n);
  double direction
      = cell->source == bunch->node ? bearing (way.x, way.y) : bearing (-way.x, -way.y);

  g_array_append_val (bunch->arrows, direction);
}

/* A loop whose ends have angles of their own stays where they say: between them. */
static void
note_angled_loop (Bunch *bunch, guint32 index)
{
  ChaseCurve curve = way_of (bunch, index);
  ChasePoint middle = chase_point_minus (chase_curve_point (&curve, 0.5), curve.p[0]);
  double direction = bearing (middle.x, middle.y);

  bunch->differ |= bunch->loops->len > 0;
  g_array_append_val (bunch->loops, direction);
}

static void
note_loop (Bunch *bunch, guint32 index)
{
  const ChaseCell *cell = chase_diagram_get_cell (bunch->drawing->diagram, index);
  const ChaseRoute *route = &bunch->drawing->routes[index];
  double direction = loop_direction (route);

  if (nearest (bunch->loops, direction) < SAME_LOOP
      || (is_free (cell) && nearest (bunch->arrows, direction) < SAME_ARROW))
    {
      g_array_append_val (bunch->moved, index);
      return;
    }
  bunch->differ |= bunch->loops->len > 0;
  g_array_append_val (bunch->loops, direction);
}

static void
draw_petals (const Bunch *bunch, const GArray *cells, guint n_loops)
{
  for (guint i = 0; i < cells->len; i++)
    {
      ChaseRoute *route = &bunch->drawing->routes[g_array_index (cells, guint32, i)];

      if (route->is_loop
          && (n_loops > 1 || nearest (bunch->arrows, loop_direction (route)) < CLOSE))
        route->petal = CLAMP (0.5 * 180 / cells->len, 11, 30);
    }
}

/* How near the next loop is to the one in direction @angle, which is among @directions itself. */
static double
gap_beside (const GArray *directions, double angle)
{
  double own = 360, next = 360;

  for (guint i = 0; i < directions->len; i++)
    {
      double gap = fabs (remainder (angle - g_array_index (directions, double, i), 360));

      next = MIN (next, MAX (own, gap));
      own = MIN (own, gap);
    }
  return next;
}

/* Loops that stand so that they would touch. There are few of them: so many as have a place of
 * their own each, or three. */
static void
narrow_touching (const Bunch *bunch, const GArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      ChaseRoute *route = &bunch->drawing->routes[g_array_index (cells, guint32, i)];
      double gap;

      if (!route->is_loop || route->angled || route->petal > 0)
        continue;
      gap = gap_beside (bunch->loops, loop_direction (route));
      if (gap < TOUCHING)
        route->petal = CLAMP (gap / 2 - 20, 11, 30);
    }
}

static void
part (Bunch *bunch, const GArray *cells)
{
  guint n_loops = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      guint32 index = g_array_index (cells, guint32, i);
      const ChaseRoute *route = &bunch->drawing->routes[index];

      n_loops += route->is_loop;
      if (!route->is_loop)
        note_arrow (bunch, index);
      else if (route->angled)
        note_angled_loop (bunch, index);
    }
  for (guint i = 0; i < cells->len; i++)
    {
      guint32 index = g_array_index (cells, guint32, i);
      const ChaseRoute *route = &bunch->drawing->routes[index];

      if (route->is_loop && !route->angled)
        note_loop (bunch, index);
    }
  if (bunch->moved->len > 0)
    {
      if (bunch->arrows->len == 0 && !bunch->differ)
        part_evenly (bunch);
      else
        part_by_room (bunch);
      if (cells->len >= MANY)
        draw_petals (bunch, cells, n_loops);
    }
  if (bunch->moved->len == 0 || cells->len < MANY)
    narrow_touching (bunch, cells);
}

void
chase_drawing_part_loops (ChaseDrawing *drawing)
{
  g_autoptr (GHashTable) at_node = NULL;
  GHashTableIter iter;
  gpointer key, value;

  for (guint32 i = drawing->diagram->n_nodes; i < drawing->n_cells; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, i);

      drawing->routes[i].loop_angle = isfinite (cell->style->angle) ? cell->style->angle : 0;
      drawing->routes[i].loop_radius = isfinite (cell->style->radius) ? cell->style->radius : 3;
      if (!drawing->routes[i].is_loop || cell->level != 1)
        continue;
      if (at_node == NULL)
        at_node = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
      if (!g_hash_table_contains (at_node, GUINT_TO_POINTER (cell->source)))
        g_hash_table_insert (at_node, GUINT_TO_POINTER (cell->source),
                             g_array_new (FALSE, FALSE, sizeof (guint32)));
    }
  if (at_node == NULL)
    return;
  for (guint32 i = drawing->diagram->n_nodes; i < drawing->n_cells; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, i);
      GArray *source = g_hash_table_lookup (at_node, GUINT_TO_POINTER (cell->source));
      GArray *target = g_hash_table_lookup (at_node, GUINT_TO_POINTER (cell->target));

      if (source != NULL && cell->level == 1)
        g_array_append_val (source, i);
      if (target != NULL && target != source && cell->level == 1)
        g_array_append_val (target, i);
    }
  g_hash_table_iter_init (&iter, at_node);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      Bunch bunch = { drawing,
                      GPOINTER_TO_UINT (key),
                      g_array_new (FALSE, FALSE, sizeof (guint32)),
                      g_array_new (FALSE, FALSE, sizeof (double)),
                      g_array_new (FALSE, FALSE, sizeof (double)),
                      FALSE };

      part (&bunch, value);
      g_array_unref (bunch.moved);
      g_array_unref (bunch.arrows);
      g_array_unref (bunch.loops);
    }
}
