/* SPDX-License-Identifier: MIT */
#include "drawing/draw-private.h"

#include <math.h>
#include <string.h>

/* The size of capital letters, in ems: what a label of letters is taken to be at least. */
#define CAPITALS 0.683
/* Half the side of what stands for an object without a label. */
#define PLACEHOLDER 11.0
/* A node that is drawn as a dot with its label beside it, `dot = left` (right, above,
 * below, above left, ...). */
#define DOT 2.6
#define DOT_LABEL_GAP 4.0

gboolean
chase_drawing_dot_label (const ChaseDrawing *drawing, guint32 index, ChasePoint *at)
{
  const ChaseStyle *style = chase_diagram_get_cell (drawing->diagram, index)->style;
  const char *side = chase_style_get_extra (style, "dot");
  const ChaseRoute *route = &drawing->routes[index];
  ChaseRect box = { 0 };
  int across, down;
  double gap;

  *at = chase_point (0, 0);
  if (side == NULL)
    return FALSE;
  if (route->sticker.label != NULL)
    box = chase_hull_box (&route->sticker.hull);
  across = g_str_has_suffix (side, "left") ? -1 : g_str_has_suffix (side, "right") ? 1 : 0;
  down = g_str_has_prefix (side, "above") ? -1 : g_str_has_prefix (side, "below") ? 1 : 0;
  if (across == 0 && down == 0)
    across = 1;
  gap = DOT + (across != 0 && down != 0 ? DOT_LABEL_GAP / 4 : DOT_LABEL_GAP);
  if (across != 0)
    at->x = across > 0 ? gap - box.x : -gap - box.x - box.width;
  if (down != 0)
    at->y = down > 0 ? gap - box.y : -gap - box.y - box.height;
  return TRUE;
}

/* Arrows see the dot alone. */
static void
shape_dot (ChaseRoute *route)
{
  ChaseSupport support;

  chase_support_init (&support);
  for (int i = 0; i < CHASE_HULL_SIDES; i++)
    chase_support_add (&support, chase_point (DOT * cos (i * 2 * G_PI / CHASE_HULL_SIDES),
                                              DOT * sin (i * 2 * G_PI / CHASE_HULL_SIDES)));
  route->hull = chase_support_to_hull (&support);
  route->gap = CHASE_DOT_GAP;
}

/* The box of a node's label, in place: that of the hull, save where a dot stands for the node. */
static ChaseRect
label_box (const ChaseDrawing *drawing, guint32 index)
{
  const ChaseRoute *route = &drawing->routes[index];
  ChasePoint at;
  ChaseRect box;

  if (!chase_drawing_dot_label (drawing, index, &at) || route->sticker.label == NULL)
    return chase_hull_box (&route->hull);
  box = chase_hull_box (&route->sticker.hull);
  box.x += route->centre.x + at.x;
  box.y += route->centre.y + at.y;
  return box;
}

/* Where the pointer finds the node: on a dot and on what stands beside it. */
static ChaseHull
pointed_at (const ChaseDrawing *drawing, guint32 index)
{
  const ChaseRoute *route = &drawing->routes[index];
  ChasePoint at;
  ChaseSupport support;

  if (!chase_drawing_dot_label (drawing, index, &at) || route->sticker.label == NULL)
    return route->hull;
  chase_support_init (&support);
  for (int i = 0; i < CHASE_HULL_SIDES; i++)
    chase_support_add (&support, route->hull.p[i]);
  chase_support_add_moved (&support, &route->sticker.support,
                           chase_point_along (route->centre, at, 1), 1);
  return chase_support_to_hull (&support);
}

static void
add_dot (ChaseDrawing *drawing, ChasePoint at, guint32 rgba)
{
  ChasePaint paint = { 0, CHASE_CAP_ROUND, rgba };

  chase_scene_open_path (&drawing->builder, CHASE_ROLE_BODY, &paint);
  chase_scene_circle (&drawing->builder, at, DOT);
  chase_scene_close (&drawing->builder, NULL);
}

/* Arrows end at the outline of a node that has one. */
static void
shape_outline (ChaseDrawing *drawing, guint32 index)
{
  const ChaseStyle *style = chase_diagram_get_cell (drawing->diagram, index)->style;
  ChaseRoute *route = &drawing->routes[index];
  ChaseHull label = route->hull;

  if (chase_outline_shape (style, &label, &route->hull))
    route->gap = CHASE_OUTLINE_GAP;
}

/* How arrows see a node: a label of letters is as tall as a capital at least, so that a row of them
 * is even. */
void
chase_drawing_shape_node (ChaseDrawing *drawing, guint32 index)
{
  ChaseRoute *route = &drawing->routes[index];
  ChaseSupport support = route->sticker.support;
  ChaseRect box;
  ChasePoint beside;
  double axis;

  route->gap = CHASE_NODE_GAP;
  if (chase_drawing_dot_label (drawing, index, &beside))
    {
      shape_dot (route);
      return;
    }
  if (route->sticker.label == NULL)
    {
      chase_support_add (&support, chase_point (0, 0));
      route->hull = chase_support_to_hull (&support);
      shape_outline (drawing, index);
      return;
    }
  axis = chase_label_get_axis (route->sticker.label);
  box = chase_hull_box (&route->sticker.hull);
  if (box.y + box.height >= axis - 0.03 * CHASE_NODE_SIZE)
    {
      chase_support_add (&support, chase_point (0, axis));
      chase_support_add (&support, chase_point (0, axis - CAPITALS * CHASE_NODE_SIZE));
    }
  else if (MAX (box.width, box.height) < 0.6 * CHASE_NODE_SIZE)
    route->gap = CHASE_DOT_GAP;
  route->hull = chase_support_to_hull (&support);
  shape_outline (drawing, index);
}

/* A rounded ground under a node that is selected or highlighted. */
static void
add_ground (ChaseDrawing *drawing, const ChaseRoute *route)
{
  if (route->selected || route->highlighted)
    chase_scene_add_ground (&drawing->builder, &route->hull,
                            route->selected ? drawing->palette->tint : drawing->palette->glow);
}

static void
add_placeholder (ChaseDrawing *drawing, ChasePoint at)
{
  ChasePaint paint = { 1.2, CHASE_CAP_ROUND, drawing->palette->placeholder };
  const guint n = 12;

  if (!drawing->options->placeholders)
    return;
  chase_scene_open_path (&drawing->builder, CHASE_ROLE_PLACEHOLDER, &paint);
  for (guint i = 0; i < n; i++)
    {
      ChaseCurve dash = chase_curve_arc (at, PLACEHOLDER - 5.5, i * 2 * G_PI / n, G_PI / n);

      chase_scene_curve (&drawing->builder, &dash);
    }
  chase_scene_close (&drawing->builder, NULL);
}

void
chase_drawing_add_node (ChaseDrawing *drawing, guint32 index)
{
  const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, index);
  ChaseRoute *route = &drawing->routes[index];
  ChaseSceneCell *scene_cell = &drawing->builder.scene->cells[index];
  guint32 rgba = chase_palette_colour (drawing->palette, &cell->style->label_colour);
  ChasePoint beside;

  /* A node has one colour; a file may give it by either name. */
  if (cell->style->label_colour.kind == CHASE_COLOUR_NONE)
    rgba = chase_palette_colour (drawing->palette, &cell->style->colour);
  if (route->highlighted && cell->style->label_colour.kind == CHASE_COLOUR_NONE
      && cell->style->colour.kind == CHASE_COLOUR_NONE)
    rgba = drawing->palette->accent;
  drawing->builder.cell = index;
  drawing->builder.hidden = route->hidden;
  add_ground (drawing, route);
  if (chase_drawing_dot_label (drawing, index, &beside))
    add_dot (drawing, route->centre, rgba);
  else if (chase_style_get_extra (cell->style, "outline") != NULL)
    {
      ChaseRect box = chase_hull_box (&route->hull);

      chase_outline_add (drawing, cell->style, &box);
    }
  chase_sticker_put (&route->sticker, &drawing->builder, CHASE_ROLE_LABEL,
                     chase_point_along (route->centre, beside, 1), 0, rgba);
  if (route->sticker.label == NULL)
    add_placeholder (drawing, route->centre);
  if (route->hidden)
    return;
  scene_cell->kind = CHASE_SCENE_NODE;
  scene_cell->centre = route->centre;
  scene_cell->has_label_hull = TRUE;
  scene_cell->label_hull = pointed_at (drawing, index);
  scene_cell->label_box = label_box (drawing, index);
  if (route->sticker.label == NULL)
    {
      scene_cell->label_box
          = (ChaseRect){ route->centre.x - PLACEHOLDER, route->centre.y - PLACEHOLDER,
                         2 * PLACEHOLDER, 2 * PLACEHOLDER };
      scene_cell->bounds = scene_cell->label_box;
    }
}
