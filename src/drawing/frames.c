/* SPDX-License-Identifier: MIT */
#include "drawing/draw-private.h"

#include <math.h>

/* Between what is framed and the frame; between the frame and its label; how round a box is. */
#define PADDING 18.0
#define LABEL_GAP 6.0
/* What a frame's label keeps clear of arrows. */
#define CLEAR 3.0
#define ROUNDING 16.0
#define LEAST_RADIUS 26.0
/* How much of a coloured frame's colour fills it. */
#define GROUND_ALPHA 0x14
/* Arrows are looked at in this many places. */
#define SAMPLES 24
#define N_PLACES 8

/* A frame on its way into the scene. */
typedef struct
{
  const ChaseDiagramFrame *frame;
  gboolean hidden;
  ChaseRect box;
  guint32 line, ground, label;
  ChaseSticker sticker;
} Region;

static ChaseRect
node_box (const ChaseDrawing *drawing, guint32 node)
{
  const ChaseRoute *route = &drawing->routes[node];
  ChaseRect box = chase_hull_box (&route->hull), label;
  ChasePoint at;

  if (!chase_drawing_dot_label (drawing, node, &at) || route->sticker.label == NULL)
    return box;
  label = chase_hull_box (&route->sticker.hull);
  label.x += route->centre.x + at.x;
  label.y += route->centre.y + at.y;
  chase_rect_join (&box, &label);
  return box;
}

static void
include_curve (ChaseRect *box, const ChaseCurve *curve)
{
  for (guint k = 0; k <= SAMPLES; k++)
    {
      ChasePoint p = chase_curve_point (curve, curve->n * k / (double)SAMPLES);

      chase_rect_join (box, &(ChaseRect){ p.x, p.y, 0, 0 });
    }
}

static void
include_hull (ChaseRect *box, ChaseHull hull)
{
  ChaseRect other = chase_hull_box (&hull);

  chase_rect_join (box, &other);
}

/* The arrows within a box, with their labels, belong into it; an ellipse is for nodes alone. */
static void
include_arrows (const ChaseDrawing *drawing, Region *region)
{
  g_autofree gboolean *inside = g_new0 (gboolean, drawing->diagram->n_nodes + 1);

  for (guint i = 0; i < region->frame->n_nodes; i++)
    inside[region->frame->nodes[i]] = TRUE;
  for (guint32 i = drawing->diagram->n_nodes; i < drawing->n_cells; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, i);
      const ChaseRoute *route = &drawing->routes[i];

      if (cell->level != 1 || !route->drawn || !inside[cell->source] || !inside[cell->target])
        continue;
      include_curve (&region->box, &route->curve);
      if (route->has_label)
        include_hull (&region->box, chase_route_label_hull (route));
      for (guint k = 0; k < route->n_tags; k++)
        include_hull (&region->box, chase_tag_hull (&route->tags[k]));
    }
}

/* The smallest ellipse about the box's middle, as wide by height as the padded box, that holds all
 * nodes. */
static void
shape_ellipse (const ChaseDrawing *drawing, Region *region)
{
  ChasePoint middle
      = { region->box.x + region->box.width / 2, region->box.y + region->box.height / 2 };
  double a = MAX (region->box.width / 2 + PADDING / 2, LEAST_RADIUS);
  double b = MAX (region->box.height / 2 + PADDING / 2, LEAST_RADIUS), scale = 1;

  for (guint i = 0; i < region->frame->n_nodes; i++)
    {
      ChaseRect box = node_box (drawing, region->frame->nodes[i]);
      double x = MAX (fabs (box.x - middle.x), fabs (box.x + box.width - middle.x));
      double y = MAX (fabs (box.y - middle.y), fabs (box.y + box.height - middle.y));

      scale = MAX (scale, hypot ((x + PADDING / 4) / a, (y + PADDING / 4) / b));
    }
  region->box
      = (ChaseRect){ middle.x - scale * a, middle.y - scale * b, 2 * scale * a, 2 * scale * b };
}

static void
choose_colours (const ChaseDrawing *drawing, Region *region)
{
  const ChaseStyle *style = region->frame->style;

  region->line = drawing->palette->frame;
  region->ground = drawing->palette->ground;
  if (style->colour.kind != CHASE_COLOUR_NONE)
    {
      region->line = chase_palette_colour (drawing->palette, &style->colour);
      region->ground = (region->line & ~0xffu) | GROUND_ALPHA;
    }
  region->label = style->label_colour.kind != CHASE_COLOUR_NONE
                      ? chase_palette_colour (drawing->palette, &style->label_colour)
                      : drawing->palette->ink;
}

static gboolean
region_init (Region *region, ChaseDrawing *drawing, const ChaseDiagramFrame *frame)
{
  *region = (Region){ .frame = frame, .hidden = TRUE };
  if (frame->n_nodes == 0)
    return FALSE;
  region->box = node_box (drawing, frame->nodes[0]);
  for (guint i = 0; i < frame->n_nodes; i++)
    {
      ChaseRect box = node_box (drawing, frame->nodes[i]);

      chase_rect_join (&region->box, &box);
      region->hidden &= drawing->routes[frame->nodes[i]].hidden;
    }
  if (frame->shape == CHASE_FRAME_ELLIPSE)
    shape_ellipse (drawing, region);
  else
    {
      include_arrows (drawing, region);
      region->box = chase_rect_grown (&region->box, PADDING);
    }
  choose_colours (drawing, region);
  chase_sticker_init (&region->sticker, &drawing->maker, frame->label, CHASE_NODE_SIZE);
  return TRUE;
}

static void
trace_ellipse (ChaseSceneBuilder *builder, const ChaseRect *box)
{
  ChaseCurve circle = chase_curve_arc (chase_point (0, 0), 1, 0, 2 * G_PI);
  ChasePoint middle = { box->x + box->width / 2, box->y + box->height / 2 };

  for (guint i = 0; i <= 3 * circle.n; i++)
    circle.p[i] = chase_point (middle.x + box->width / 2 * circle.p[i].x,
                               middle.y + box->height / 2 * circle.p[i].y);
  chase_scene_curve (builder, &circle);
  chase_scene_close_subpath (builder);
}

static void
trace_box (ChaseSceneBuilder *builder, const ChaseRect *box)
{
  double r = MIN (ROUNDING, MIN (box->width, box->height) / 2);
  double width = box->width / 2 - r, height = box->height / 2 - r;
  ChasePoint middle = { box->x + box->width / 2, box->y + box->height / 2 };

  chase_scene_round_box (builder, middle, width, height, r);
}

static void
add_outline (ChaseDrawing *drawing, const Region *region)
{
  ChasePaint paints[] = { { 0, CHASE_CAP_BUTT, region->ground },
                          { drawing->palette->stroke, CHASE_CAP_BUTT, region->line } };

  for (guint i = 0; i < G_N_ELEMENTS (paints); i++)
    {
      chase_scene_open_path (&drawing->builder, CHASE_ROLE_FRAME, &paints[i]);
      if (region->frame->shape == CHASE_FRAME_ELLIPSE)
        trace_ellipse (&drawing->builder, &region->box);
      else
        trace_box (&drawing->builder, &region->box);
      chase_scene_close (&drawing->builder, NULL);
    }
}

/* Where the label's middle is for the @place-th place around the frame: above first, then the
 * corners, then the rest. */
static ChasePoint
label_place (const Region *region, guint place)
{
  static const signed char sides[N_PLACES][2]
      = { { 0, -1 }, { -1, -1 }, { 1, -1 }, { 0, 1 }, { -1, 1 }, { 1, 1 }, { -1, 0 }, { 1, 0 } };
  ChaseRect ink = chase_hull_box (&region->sticker.hull);
  double x = sides[place][0], y = sides[place][1];
  /* A corner is where the outline is at 45 degrees, and the corner of a box is at its corner. */
  double part = x != 0 && y != 0 && region->frame->shape == CHASE_FRAME_ELLIPSE ? G_SQRT2 / 2 : 1;
  ChasePoint at = { region->box.x + region->box.width / 2 * (1 + part * x),
                    region->box.y + region->box.height / 2 * (1 + part * y) };

  if (region->frame->shape == CHASE_FRAME_ELLIPSE || y == 0)
    at.x += x * (LABEL_GAP / (y != 0 ? 2 : 1) + ink.width / 2);
  else
    at.x -= x * ink.width / 2;
  at.y += y * (LABEL_GAP / (x != 0 && part < 1 ? 2 : 1) + ink.height / 2);
  return chase_point (at.x - ink.x - ink.width / 2, at.y - ink.y - ink.height / 2);
}

static guint
crossings (const ChaseDrawing *drawing, const ChaseRect *box)
{
  ChaseRect near = chase_rect_grown (box, CLEAR);
  guint n = 0;

  for (guint32 i = drawing->diagram->n_nodes; i < drawing->n_cells; i++)
    {
      const ChaseRoute *route = &drawing->routes[i];

      if (!route->drawn || !chase_rect_meets (&near, &route->extent))
        continue;
      for (guint k = 0; k <= SAMPLES; k++)
        {
          ChasePoint p = chase_curve_point (&route->curve, route->curve.n * k / (double)SAMPLES);

          if (!chase_rect_contains (box, p.x, p.y, CLEAR))
            continue;
          n++;
          break;
        }
    }
  return n;
}

/* The first place where fewest arrows and no other frame are in the way. */
static ChasePoint
choose_place (const ChaseDrawing *drawing, const Region *regions, guint n_regions, guint which)
{
  const Region *region = &regions[which];
  guint least = G_MAXUINT, best = 0;

  for (guint place = 0; place < N_PLACES && least > 0; place++)
    {
      ChaseHull hull = chase_hull_moved (&region->sticker.hull, label_place (region, place));
      ChaseRect box = chase_hull_box (&hull);
      guint cost = crossings (drawing, &box);

      for (guint i = 0; i < n_regions; i++)
        if (i != which && chase_rect_meets (&box, &regions[i].box))
          cost += 4;
      if (cost < least)
        {
          least = cost;
          best = place;
        }
    }
  return label_place (region, best);
}

void
chase_drawing_add_frames (ChaseDrawing *drawing)
{
  const GPtrArray *frames = drawing->diagram->frames;
  g_autofree Region *regions = g_new0 (Region, frames->len + 1);
  guint n = 0;

  for (guint i = 0; i < frames->len; i++)
    n += region_init (&regions[n], drawing, frames->pdata[i]) ? 1 : 0;
  drawing->builder.cell = CHASE_NO_CELL;
  for (guint i = 0; i < n; i++)
    {
      drawing->builder.hidden = regions[i].hidden;
      add_outline (drawing, &regions[i]);
      if (regions[i].sticker.label != NULL)
        chase_sticker_put (&regions[i].sticker, &drawing->builder, CHASE_ROLE_FRAME,
                           choose_place (drawing, regions, n, i), 0, regions[i].label);
      chase_sticker_finish (&regions[i].sticker);
    }
  drawing->builder.hidden = FALSE;
}
