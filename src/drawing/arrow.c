/* SPDX-License-Identifier: MIT */
#include "drawing/tips.h"

#include <math.h>

/* Half a wave of a squiggle, its amplitude, and what stays straight at the ends. */
#define WAVE 4.3
#define AMPLITUDE 1.9
#define STRAIGHT 4.5

#define DASH 6.0
#define DASH_GAP 4.6
#define DOT_GAP 3.9
/* Dashes, dots or waves of one arrow: beyond, they get longer. */
#define MOST_PIECES 2000
#define BULLET 3.1
/* What an arrow that passes below another keeps clear of it. */
#define CROSSING 4.5

/* A stretch of the arrow's length. */
typedef struct
{
  double from, to;
} Span;

typedef struct
{
  ChaseDrawing *drawing;
  const ChaseRoute *route;
  const ChaseArrowLook *look;
  ChaseMeasure measure;
  double room;  /* the length that the head and the tail leave to each other, as a part of what they
                   want */
  GArray *gaps; /* of Span, ascending: where the line is cut */
} Arrow;

static ChasePoint
point_at (const Arrow *arrow, double s, double aside)
{
  double u = chase_measure_u (&arrow->measure, s);
  ChasePoint along = chase_curve_tangent (&arrow->route->curve, u);

  return chase_point_along (chase_curve_point (&arrow->route->curve, u), chase_point_right (along),
                            aside);
}

static ChaseCurve
part_of (const Arrow *arrow, double from, double to, double aside)
{
  ChaseCurve part = chase_curve_part (&arrow->route->curve, chase_measure_u (&arrow->measure, from),
                                      chase_measure_u (&arrow->measure, to));

  return chase_curve_shift (&part, aside);
}

/* A tip on a bend looks along the chord of the length that it covers. */
static ChaseFrame
frame_at_end (const Arrow *arrow, double length)
{
  ChasePoint tip = chase_curve_end (&arrow->route->curve);
  ChasePoint back = point_at (arrow, MAX (arrow->measure.length - MAX (length, 1), 0), 0);

  return (ChaseFrame){ tip, chase_point_unit (chase_point_minus (tip, back)) };
}

static ChaseFrame
frame_at_start (const Arrow *arrow, double length)
{
  ChasePoint start = arrow->route->curve.p[0];
  ChasePoint on = point_at (arrow, MIN (MAX (length, 1), arrow->measure.length), 0);

  return (ChaseFrame){ start, chase_point_unit (chase_point_minus (on, start)) };
}

static void
add_solid (Arrow *arrow, Span span, double aside)
{
  ChaseCurve part = part_of (arrow, span.from, span.to, aside);

  chase_scene_curve (&arrow->drawing->builder, &part);
}

/* Whole dashes at both ends: the pattern is stretched to fit. */
static void
add_dashes (Arrow *arrow, Span span, double aside)
{
  double length = span.to - span.from;
  guint n = (guint)CLAMP (floor ((length + DASH_GAP) / (DASH + DASH_GAP) + 0.5), 1, MOST_PIECES);
  double stretch = length / (n * DASH + (n - 1) * DASH_GAP);

  for (guint i = 0; i < n; i++)
    {
      double from = span.from + i * (DASH + DASH_GAP) * stretch;

      add_solid (arrow, (Span){ from, from + DASH * stretch }, aside);
    }
}

static void
add_dots (Arrow *arrow, Span span, double aside)
{
  double length = span.to - span.from;
  guint n = (guint)CLAMP (floor (length / DOT_GAP + 0.5), 1, MOST_PIECES);

  for (guint i = 0; i <= n; i++)
    {
      ChasePoint dot = point_at (arrow, span.from + length * i / n, aside);

      chase_scene_move (&arrow->drawing->builder, dot);
      chase_scene_line (&arrow->drawing->builder, chase_point (dot.x + 0.01, dot.y));
    }
}

/* One half wave, from @s over length @wave, as the cubic nearest to a sine. */
static void
add_half_wave (Arrow *arrow, double s, double wave, double aside, double height)
{
  const double inner = 0.3642;

  chase_scene_cubic (&arrow->drawing->builder,
                     point_at (arrow, s + inner * wave, aside + 4.0 / 3 * height),
                     point_at (arrow, s + (1 - inner) * wave, aside + 4.0 / 3 * height),
                     point_at (arrow, s + wave, aside));
}

/* The waves of parallel lines are in phase, whatever tail and head leave of each line. */
static void
add_squiggle (Arrow *arrow, Span span, double aside)
{
  double tail = arrow->room * chase_tail_length (arrow->look);
  double head = arrow->room * chase_head_length (arrow->look);
  double from = MAX (span.from, tail) + STRAIGHT;
  double to = MIN (span.to, arrow->measure.length - head) - STRAIGHT;
  guint n = to > from ? 2 * (guint)floor (MIN ((to - from) / (2 * WAVE), MOST_PIECES) + 0.5) : 0;
  double wave = n > 0 ? (to - from) / n : 0;

  chase_scene_move (&arrow->drawing->builder, point_at (arrow, span.from, aside));
  if (n > 0)
    chase_scene_line (&arrow->drawing->builder, point_at (arrow, from, aside));
  for (guint i = 0; i < n; i++)
    add_half_wave (arrow, from + i * wave, wave, aside, i % 2 == 0 ? -AMPLITUDE : AMPLITUDE);
  chase_scene_line (&arrow->drawing->builder, point_at (arrow, span.to, aside));
}

static void
add_span (Arrow *arrow, Span span, double aside)
{
  if (span.to - span.from < 0.5)
    return;
  switch (arrow->look->body)
    {
    case CHASE_BODY_DASHED:
      add_dashes (arrow, span, aside);
      break;
    case CHASE_BODY_DOTTED:
      add_dots (arrow, span, aside);
      break;
    case CHASE_BODY_SQUIGGLY:
      add_squiggle (arrow, span, aside);
      break;
    case CHASE_BODY_NONE:
      break;
    default:
      add_solid (arrow, span, aside);
    }
}

/* One of the parallel lines: from the tail to the head, without the gaps. */
static void
add_line (Arrow *arrow, double aside)
{
  double from = arrow->room * chase_tail_inset (arrow->look, aside);
  double to = arrow->measure.length - arrow->room * chase_head_inset (arrow->look, aside);

  for (guint i = 0; i < arrow->gaps->len; i++)
    {
      const Span *gap = &g_array_index (arrow->gaps, Span, i);

      add_span (arrow, (Span){ from, MIN (gap->from, to) }, aside);
      from = MAX (from, gap->to);
    }
  add_span (arrow, (Span){ from, to }, aside);
}

static void
add_body (Arrow *arrow)
{
  ChasePaint paint = { arrow->look->stroke, CHASE_CAP_ROUND, arrow->look->rgba };

  if (arrow->look->body == CHASE_BODY_DASHED)
    paint.cap = CHASE_CAP_BUTT;
  if (arrow->look->body == CHASE_BODY_DOTTED)
    paint.width *= 1.25;
  chase_scene_open_path (&arrow->drawing->builder, CHASE_ROLE_BODY, &paint);
  for (guint i = 0; i < arrow->look->level; i++)
    add_line (arrow, (i - (arrow->look->level - 1) / 2.0) * CHASE_LINE_SPACING);
  chase_scene_close (&arrow->drawing->builder, NULL);
}

static void
add_tips (Arrow *arrow)
{
  ChasePaint paint = { arrow->look->stroke, CHASE_CAP_ROUND, arrow->look->rgba };
  ChaseFrame head = frame_at_end (arrow, arrow->room * chase_head_length (arrow->look));
  ChaseFrame tail = frame_at_start (arrow, arrow->room * chase_tail_length (arrow->look));

  chase_scene_open_path (&arrow->drawing->builder, CHASE_ROLE_HEAD, &paint);
  chase_head_add (&arrow->drawing->builder, arrow->look, &head);
  chase_tail_add (&arrow->drawing->builder, arrow->look, &tail);
  chase_scene_close (&arrow->drawing->builder, NULL);
}

/* The middle of the line that is seen between tail and head. */
static double
middle_of (const Arrow *arrow)
{
  double from = arrow->room * chase_tail_length (arrow->look);
  double to = arrow->measure.length - arrow->room * chase_head_length (arrow->look);

  return (from + to) / 2;
}

static void
add_bar (Arrow *arrow, double s)
{
  double reach = 4.6 + chase_look_half_width (arrow->look);

  chase_scene_move (&arrow->drawing->builder, point_at (arrow, s, -reach));
  chase_scene_line (&arrow->drawing->builder, point_at (arrow, s, reach));
}

static void
add_bars (Arrow *arrow)
{
  ChasePaint paint = { arrow->look->stroke, CHASE_CAP_ROUND, arrow->look->rgba };
  double middle = middle_of (arrow);
  gboolean two = arrow->look->body == CHASE_BODY_DOUBLE_BARRED;

  chase_scene_open_path (&arrow->drawing->builder, CHASE_ROLE_HEAD, &paint);
  add_bar (arrow, two ? middle - 1.9 : middle);
  if (two)
    add_bar (arrow, middle + 1.9);
  chase_scene_close (&arrow->drawing->builder, NULL);
}

static double
bullet_radius (const Arrow *arrow)
{
  return BULLET + chase_look_half_width (arrow->look);
}

static void
add_bullet (Arrow *arrow)
{
  gboolean solid = arrow->look->body == CHASE_BODY_BULLET_SOLID;
  ChasePaint paint = { solid ? 0 : arrow->look->stroke, CHASE_CAP_ROUND, arrow->look->rgba };

  chase_scene_open_path (&arrow->drawing->builder, CHASE_ROLE_HEAD, &paint);
  chase_scene_circle (&arrow->drawing->builder, point_at (arrow, middle_of (arrow), 0),
                      bullet_radius (arrow));
  chase_scene_close (&arrow->drawing->builder, NULL);
}

static void
add_ornament (Arrow *arrow)
{
  switch (arrow->look->body)
    {
    case CHASE_BODY_BARRED:
    case CHASE_BODY_DOUBLE_BARRED:
      add_bars (arrow);
      break;
    case CHASE_BODY_BULLET_SOLID:
    case CHASE_BODY_BULLET_HOLLOW:
      add_bullet (arrow);
      break;
    default:
      break;
    }
}

/* The stretch of the arrow that comes too near to the label @hull, if any does. */
static void
add_label_gap (const Arrow *arrow, const ChaseHull *hull, GArray *gaps)
{
  double half = chase_look_half_width (arrow->look);
  double step = MAX (0.5, arrow->measure.length / 1000);
  gboolean any = FALSE;
  Span gap = { 0 };

  for (double s = 0; s <= arrow->measure.length; s += step)
    for (int side = -1; side <= 1; side++)
      if (chase_hull_distance (hull, point_at (arrow, s, side * half)) < CHASE_LABEL_GAP)
        {
          gap = (Span){ any ? gap.from : s, s };
          any = TRUE;
        }
  if (any)
    g_array_append_val (gaps, gap);
}

static void
find_label_gaps (const Arrow *arrow, GArray *gaps)
{
  const ChaseRoute *route = arrow->route;
  ChaseHull hull;

  if (route->side == CHASE_LABEL_CENTRE && route->has_label)
    {
      hull = chase_route_label_hull (route);
      add_label_gap (arrow, &hull, gaps);
    }
  for (guint i = 0; i < route->n_tags; i++)
    if (route->tags[i].side == CHASE_LABEL_CENTRE)
      {
        hull = chase_tag_hull (&route->tags[i]);
        add_label_gap (arrow, &hull, gaps);
      }
}

/* The stretches where @over, drawn later, passes over the arrow; neither end of it counts. */
static void
add_crossing (const Arrow *arrow, const ChaseRoute *over, GArray *gaps)
{
  double clear = CROSSING + chase_look_half_width (&over->look);
  double step = MAX (1, arrow->measure.length / 2000);
  ChaseRect near = chase_rect_grown (&arrow->route->extent, clear);
  gboolean inside = FALSE;

  if (!chase_rect_meets (&near, &over->extent))
    return;
  for (double s = 0; s <= arrow->measure.length; s += step)
    {
      double distance, u = chase_curve_nearest (&over->curve, point_at (arrow, s, 0), &distance);
      gboolean crossed = distance < clear && u > 0.02 && u < over->curve.n - 0.02;
      Span gap = { s, s + step };

      if (crossed && inside)
        g_array_index (gaps, Span, gaps->len - 1).to = s + step;
      else if (crossed)
        g_array_append_val (gaps, gap);
      inside = crossed;
    }
}

static void
find_crossings (const Arrow *arrow, GArray *gaps)
{
  const ChaseDrawing *drawing = arrow->drawing;

  for (guint i = 0; i < drawing->crossing->len; i++)
    {
      const ChaseRoute *over = &drawing->routes[g_array_index (drawing->crossing, guint32, i)];

      if (over != arrow->route && over->hidden == arrow->route->hidden
          && !arrow->route->crosses_over)
        add_crossing (arrow, over, gaps);
    }
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const Span *left = a, *right = b;

  return (left->from > right->from) - (left->from < right->from);
}

static GArray *
find_gaps (const Arrow *arrow)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (Span));
  Span gap;

  find_label_gaps (arrow, gaps);
  if (arrow->look->body == CHASE_BODY_BULLET_HOLLOW)
    {
      double middle = middle_of (arrow), radius = bullet_radius (arrow);

      gap = (Span){ middle - radius, middle + radius };
      g_array_append_val (gaps, gap);
    }
  find_crossings (arrow, gaps);
  g_array_sort (gaps, compare_spans);
  return gaps;
}

void
chase_drawing_add_arrow (ChaseDrawing *drawing, guint32 index)
{
  Arrow arrow = { .drawing = drawing, .route = &drawing->routes[index] };
  double wanted;

  arrow.look = &arrow.route->look;
  chase_measure_init (&arrow.measure, &arrow.route->curve);
  wanted = chase_head_length (arrow.look) + chase_tail_length (arrow.look);
  arrow.room = wanted > arrow.measure.length ? arrow.measure.length / wanted : 1;
  arrow.gaps = find_gaps (&arrow);
  add_body (&arrow);
  add_tips (&arrow);
  add_ornament (&arrow);
  g_array_unref (arrow.gaps);
}
