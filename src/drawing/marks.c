/* SPDX-License-Identifier: MIT */
#include "drawing/draw-private.h"

#include <math.h>

#define MARK_RADIUS 10.0
/* What a mark keeps clear of, seen from its centre. */
#define MARK_ROOM 15.0
#define TRIES 13
#define SQUARE 64.0
/* Of two places as good, that away from other marks is better, up to this. */
#define FAR_MARK 100.0

typedef struct
{
  GArray *corners; /* of ChasePoint, in order round the face */
  ChaseRect box;
} Face;

/* Walks along @path from @at, adding each node and the middle of each edge. */
static guint32
walk (const ChaseDrawing *drawing, const guint32 *path, guint n, guint32 at, GArray *corners)
{
  for (guint i = 0; i < n; i++)
    {
      const ChaseCell *cell;

      if (path[i] < drawing->diagram->n_nodes || path[i] >= drawing->n_cells)
        continue;
      cell = chase_diagram_get_cell (drawing->diagram, path[i]);
      if (at == CHASE_NO_CELL)
        at = cell->source;
      g_array_append_val (corners, drawing->routes[at].centre);
      g_array_append_val (corners, drawing->routes[path[i]].middle);
      at = cell->target;
    }
  return at;
}

static void
face_init (Face *face, const ChaseDrawing *drawing, const ChaseFaceMark *mark)
{
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (ChasePoint));
  guint32 end;

  face->corners = g_array_new (FALSE, FALSE, sizeof (ChasePoint));
  end = walk (drawing, mark->left, mark->n_left, CHASE_NO_CELL, face->corners);
  walk (drawing, mark->right, mark->n_right, CHASE_NO_CELL, right);
  if (end != CHASE_NO_CELL)
    g_array_append_val (face->corners, drawing->routes[end].centre);
  for (guint i = right->len; i-- > 1;)
    g_array_append_val (face->corners, g_array_index (right, ChasePoint, i));
  for (guint i = 0; i < face->corners->len; i++)
    {
      ChasePoint *corner = &g_array_index (face->corners, ChasePoint, i);
      ChaseRect dot = { corner->x, corner->y, 0, 0 };

      if (i == 0)
        face->box = dot;
      else
        chase_rect_join (&face->box, &dot);
    }
}

/* The centre of area, or the mean of the corners where there is hardly any area. */
static ChasePoint
face_centre (const Face *face)
{
  ChasePoint sum = { 0, 0 }, mean = { 0, 0 };
  double area = 0;
  guint n = face->corners->len;

  for (guint i = 0; i < n; i++)
    {
      ChasePoint a = g_array_index (face->corners, ChasePoint, i);
      ChasePoint b = g_array_index (face->corners, ChasePoint, (i + 1) % n);
      double cross = chase_point_cross (a, b);

      area += cross;
      sum = chase_point_along (sum, chase_point (a.x + b.x, a.y + b.y), cross);
      mean = chase_point_along (mean, a, 1.0 / n);
    }
  sum = chase_point (sum.x / (3 * area), sum.y / (3 * area));
  /* The parts of a face whose sides cross cancel out, and its centre of area may lie anywhere. */
  if (fabs (area) < 100 || !chase_rect_contains (&face->box, sum.x, sum.y, 0))
    return mean;
  return sum;
}

static gboolean
face_contains (const Face *face, ChasePoint point)
{
  gboolean inside = FALSE;
  guint n = face->corners->len;

  for (guint i = 0, j = n - 1; i < n; j = i++)
    {
      ChasePoint a = g_array_index (face->corners, ChasePoint, i);
      ChasePoint b = g_array_index (face->corners, ChasePoint, j);

      if ((a.y > point.y) != (b.y > point.y)
          && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x)
        inside = !inside;
    }
  return inside;
}

static double
distance_to_labels (const ChaseRoute *route, ChasePoint point)
{
  double distance = MARK_ROOM;

  if (route->has_label)
    {
      ChaseHull hull = chase_route_label_hull (route);

      distance = chase_hull_distance (&hull, point);
    }
  for (guint i = 0; i < route->n_tags; i++)
    {
      ChaseHull hull = chase_tag_hull (&route->tags[i]);

      distance = MIN (distance, chase_hull_distance (&hull, point));
    }
  if (route->has_iso_sign)
    distance = MIN (distance, chase_hull_distance (&route->iso_sign, point));
  return distance;
}

typedef struct
{
  const GArray *placed;
  ChasePoint at;
  double distance;
} NearestMark;

static gboolean
try_mark (guint index, gpointer data)
{
  NearestMark *nearest = data;
  ChasePoint other = g_array_index (nearest->placed, ChasePoint, index);

  nearest->distance
      = MIN (nearest->distance, chase_point_length (chase_point_minus (other, nearest->at)));
  return FALSE;
}

/* As far as FAR_MARK. */
static double
distance_to_marks (const ChaseDrawing *drawing, ChasePoint point)
{
  NearestMark nearest = { drawing->placed, point, FAR_MARK };
  ChaseRect around = chase_rect_grown (&(ChaseRect){ point.x, point.y, 0, 0 }, FAR_MARK);

  chase_squares_look (drawing->near_marks, &around, try_mark, &nearest);
  return nearest.distance;
}

static void
take_place (ChaseDrawing *drawing, ChasePoint at)
{
  chase_squares_add (drawing->near_marks, &(ChaseRect){ at.x, at.y, 0, 0 }, drawing->placed->len);
  g_array_append_val (drawing->placed, at);
}

/* How far a place is from what is drawn already. */
typedef struct
{
  const ChaseDrawing *drawing;
  ChasePoint at;
  double enough;
  double distance;
} Room;

static gboolean
narrow (guint index, gpointer data)
{
  Room *room = data;
  const ChaseRoute *route = &room->drawing->routes[index];
  const ChaseSceneCell *cell = &room->drawing->builder.scene->cells[index];
  double distance;

  if (!chase_rect_contains (&cell->bounds, room->at.x, room->at.y, MARK_ROOM))
    return FALSE;
  if (index < room->drawing->diagram->n_nodes)
    room->distance = MIN (room->distance, chase_hull_distance (&route->hull, room->at));
  else if (route->drawn)
    {
      chase_curve_nearest (&route->curve, room->at, &distance);
      room->distance = MIN (room->distance, distance - chase_look_half_width (&route->look));
      room->distance = MIN (room->distance, distance_to_labels (route, room->at));
    }
  return room->distance <= room->enough;
}

/* How far @point is from what is drawn already, as far as MARK_ROOM; where that is no more than
 * @enough, something that is no more than it. */
static double
room_beyond (const ChaseDrawing *drawing, ChasePoint point, double enough)
{
  Room room = { drawing, point, enough, MARK_ROOM };

  room.distance = MIN (room.distance, distance_to_marks (drawing, point) - MARK_RADIUS);
  if (room.distance > enough)
    chase_squares_look (drawing->near, &(ChaseRect){ point.x, point.y, 0, 0 }, narrow, &room);
  return room.distance;
}

static double
room_at (const ChaseDrawing *drawing, ChasePoint point)
{
  return room_beyond (drawing, point, -G_MAXDOUBLE);
}

static ChaseSquares *
list_cells (const ChaseDrawing *drawing)
{
  ChaseSquares *squares = chase_squares_new (SQUARE, 4 * drawing->n_cells);

  for (guint32 i = 0; i < drawing->n_cells; i++)
    {
      ChaseRect box = chase_rect_grown (&drawing->builder.scene->cells[i].bounds, MARK_ROOM);

      chase_squares_add (squares, &box, i);
    }
  return squares;
}

/* The place in @box with the most room that is near to @centre; a place of @face, if that is not
 * NULL. */
static ChasePoint
search_box (const ChaseDrawing *drawing, const Face *face, const ChaseRect *box, ChasePoint centre)
{
  ChasePoint best = centre;
  double best_value = room_at (drawing, centre) + 0.02 * distance_to_marks (drawing, centre);

  for (guint i = 0; i < TRIES * TRIES; i++)
    {
      ChasePoint at = chase_point (box->x + box->width * (i % TRIES + 0.5) / TRIES,
                                   box->y + box->height * (i / TRIES + 0.5) / TRIES);
      double value, other;

      if (face != NULL && !face_contains (face, at))
        continue;
      other = 0.02 * distance_to_marks (drawing, at)
              - 0.08 * chase_point_length (chase_point_minus (at, centre));
      value = room_beyond (drawing, at, best_value - other) + other;
      if (value > best_value)
        {
          best_value = value;
          best = at;
        }
    }
  return best;
}

/* The centre of the face, or the free place in it that is nearest to the centre; beside a face that
 * has hardly any area, such as one of loops. */
static ChasePoint
find_place (const ChaseDrawing *drawing, const Face *face)
{
  ChasePoint centre = face_centre (face), best;
  ChaseRect around = { centre.x - 50, centre.y - 50, 100, 100 };

  if (room_at (drawing, centre) >= MARK_ROOM)
    return centre;
  best = search_box (drawing, face, &face->box, centre);
  if (room_at (drawing, best) < MARK_RADIUS - 2)
    best = search_box (drawing, NULL, &around, centre);
  return best;
}

/* An arrow that both paths of @mark begin or end with, or CHASE_NO_CELL. */
static guint32
shared_arrow (const ChaseDrawing *drawing, const ChaseFaceMark *mark)
{
  guint32 arrow = CHASE_NO_CELL;

  if (mark->n_left == 0 || mark->n_right == 0)
    return CHASE_NO_CELL;
  if (mark->left[0] == mark->right[0])
    arrow = mark->left[0];
  else if (mark->left[mark->n_left - 1] == mark->right[mark->n_right - 1])
    arrow = mark->left[mark->n_left - 1];
  return arrow < drawing->n_cells && drawing->routes[arrow].drawn ? arrow : CHASE_NO_CELL;
}

/*
 * Paths that share an arrow and are equal need not be equal without it, so a tick between them
 * would say too much: it stands beside the arrow that they share, where there is room.
 */
static ChasePoint
place_beside (const ChaseDrawing *drawing, guint32 arrow)
{
  static const double along[] = { 0.5, 0.38, 0.62, 0.28, 0.72 };
  const ChaseCurve *curve = &drawing->routes[arrow].curve;
  ChasePoint best = drawing->routes[arrow].middle;
  double best_value = -G_MAXDOUBLE;

  for (guint i = 0; i < 2 * G_N_ELEMENTS (along); i++)
    {
      double u = along[i / 2] * curve->n;
      ChasePoint right = chase_point_right (chase_curve_tangent (curve, u));
      ChasePoint at
          = chase_point_along (chase_curve_point (curve, u), right, i % 2 ? -MARK_ROOM : MARK_ROOM);
      double value = room_at (drawing, at) - 6 * fabs (along[i / 2] - 0.5);

      if (value > best_value)
        {
          best_value = value;
          best = at;
        }
    }
  return best;
}

static ChasePoint
place_of (const ChaseDrawing *drawing, const ChaseFaceMark *mark)
{
  gboolean holds = mark->kind == CHASE_MARK_HOLDS || mark->kind == CHASE_MARK_GIVEN;
  guint32 shared = holds ? shared_arrow (drawing, mark) : CHASE_NO_CELL;
  ChasePoint at;
  Face face;

  if (shared != CHASE_NO_CELL)
    return place_beside (drawing, shared);
  face_init (&face, drawing, mark);
  if (face.corners->len > 0)
    at = find_place (drawing, &face);
  else
    at = chase_point (chase_draw_grid_place (drawing->grid, CHASE_DRAW_X, mark->x),
                      chase_draw_grid_place (drawing->grid, CHASE_DRAW_Y, mark->y));
  g_array_unref (face.corners);
  return at;
}

static void
add_sign (ChaseSceneBuilder *builder, ChaseMarkKind kind, ChasePoint at)
{
  switch (kind)
    {
    case CHASE_MARK_HOLDS:
      chase_scene_move (builder, chase_point (at.x - 4.4, at.y + 0.4));
      chase_scene_line (builder, chase_point (at.x - 1.4, at.y + 3.6));
      chase_scene_line (builder, chase_point (at.x + 4.6, at.y - 3.8));
      break;
    case CHASE_MARK_FAILS:
      chase_scene_move (builder, chase_point (at.x - 3.6, at.y - 3.6));
      chase_scene_line (builder, chase_point (at.x + 3.6, at.y + 3.6));
      chase_scene_move (builder, chase_point (at.x - 3.6, at.y + 3.6));
      chase_scene_line (builder, chase_point (at.x + 3.6, at.y - 3.6));
      break;
    case CHASE_MARK_GIVEN:
      for (int side = -1; side <= 1; side += 2)
        {
          chase_scene_move (builder, chase_point (at.x - 4.2, at.y + 1.9 * side));
          chase_scene_line (builder, chase_point (at.x + 4.2, at.y + 1.9 * side));
        }
      break;
    case CHASE_MARK_UNASKED:
      chase_scene_circle (builder, at, 2.6);
      break;
    default:
      chase_scene_move (builder, chase_point (at.x - 2.9, at.y - 2.6));
      chase_scene_cubic (builder, chase_point (at.x - 2.7, at.y - 6.4),
                         chase_point (at.x + 3.3, at.y - 6.2),
                         chase_point (at.x + 3.1, at.y - 2.5));
      chase_scene_cubic (builder, chase_point (at.x + 3.0, at.y - 0.4),
                         chase_point (at.x, at.y - 0.3), chase_point (at.x, at.y + 2.0));
      chase_scene_move (builder, chase_point (at.x, at.y + 5.0));
      chase_scene_line (builder, chase_point (at.x + 0.01, at.y + 5.0));
    }
}

static gboolean
path_is_hidden (const ChaseDrawing *drawing, const guint32 *path, guint n)
{
  for (guint i = 0; i < n; i++)
    if (path[i] < drawing->n_cells && drawing->routes[path[i]].hidden)
      return TRUE;
  return FALSE;
}

/* Nothing is said of a face before all of it is there. */
static gboolean
face_is_hidden (const ChaseDrawing *drawing, const ChaseFaceMark *mark)
{
  return path_is_hidden (drawing, mark->left, mark->n_left)
         || path_is_hidden (drawing, mark->right, mark->n_right);
}

static void
add_mark (ChaseDrawing *drawing, guint32 index, ChasePoint at)
{
  ChaseMarkKind kind = drawing->options->marks[index].kind;
  ChaseSceneMark mark = { at, MARK_RADIUS };
  guint32 rgba = drawing->palette->marks[MIN ((guint)kind, CHASE_N_MARKS - 1)];
  ChasePaint disc = { 0, CHASE_CAP_ROUND, (rgba & 0xffffff00) | 0x26 };
  gboolean claimed = drawing->options->marks[index].claimed;
  ChasePaint ring = { drawing->palette->ring + (claimed ? 1.6 : 0), CHASE_CAP_ROUND, rgba };
  ChasePaint sign = { 1.9, CHASE_CAP_ROUND, rgba };

  drawing->builder.cell = CHASE_NO_CELL;
  drawing->builder.mark = index;
  drawing->builder.hidden = face_is_hidden (drawing, &drawing->options->marks[index]);
  chase_scene_open_path (&drawing->builder, CHASE_ROLE_MARK, &disc);
  chase_scene_circle (&drawing->builder, at, MARK_RADIUS);
  chase_scene_close (&drawing->builder, NULL);
  if (ring.width > 0)
    {
      chase_scene_open_path (&drawing->builder, CHASE_ROLE_MARK, &ring);
      chase_scene_circle (&drawing->builder, at, MARK_RADIUS);
      chase_scene_close (&drawing->builder, NULL);
    }
  chase_scene_open_path (&drawing->builder, CHASE_ROLE_MARK, &sign);
  add_sign (&drawing->builder, kind, at);
  chase_scene_close (&drawing->builder, NULL);
  g_array_append_val (drawing->builder.scene->marks, mark);
  drawing->builder.mark = G_MAXUINT32;
}

/* Small faces come first: they have fewer places to go to. */
static int
compare_sizes (const void *a, const void *b, void *marks)
{
  const ChaseFaceMark *one = (const ChaseFaceMark *)marks + *(const guint *)a;
  const ChaseFaceMark *other = (const ChaseFaceMark *)marks + *(const guint *)b;
  guint n = one->n_left + one->n_right, m = other->n_left + other->n_right;

  return n != m ? (n < m ? -1 : 1) : (one < other ? -1 : one > other);
}

void
chase_drawing_add_marks (ChaseDrawing *drawing)
{
  guint n = drawing->options->n_marks;
  g_autofree guint *order = g_new (guint, n + 1);
  g_autofree ChasePoint *places = g_new (ChasePoint, n + 1);

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int)n, sizeof (guint), compare_sizes,
                     (gpointer)drawing->options->marks);
  drawing->placed = g_array_new (FALSE, FALSE, sizeof (ChasePoint));
  drawing->near_marks = chase_squares_new (FAR_MARK, n);
  drawing->near = list_cells (drawing);
  for (guint i = 0; i < n; i++)
    {
      places[order[i]] = place_of (drawing, &drawing->options->marks[order[i]]);
      take_place (drawing, places[order[i]]);
    }
  for (guint i = 0; i < n; i++)
    add_mark (drawing, i, places[i]);
  g_clear_pointer (&drawing->placed, g_array_unref);
  g_clear_pointer (&drawing->near, chase_squares_free);
  g_clear_pointer (&drawing->near_marks, chase_squares_free);
}
