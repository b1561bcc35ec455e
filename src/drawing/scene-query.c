/* SPDX-License-Identifier: MIT */
#include "drawing/scene-private.h"

#include <math.h>

static const ChaseSceneCell *
get_cell (const ChaseScene *scene, guint32 cell)
{
  if (cell >= scene->n_cells || scene->cells[cell].kind == CHASE_SCENE_HIDDEN)
    return NULL;
  return &scene->cells[cell];
}

static gboolean
hits (const ChaseSceneCell *cell, ChasePoint at, double slop)
{
  double distance;

  if (!chase_rect_contains (&cell->bounds, at.x, at.y, slop)
      && !chase_rect_contains (&cell->label_box, at.x, at.y, slop))
    return FALSE;
  if (cell->has_label_hull && chase_hull_distance (&cell->label_hull, at) <= slop)
    return TRUE;
  if (cell->kind == CHASE_SCENE_NODE)
    return FALSE;
  for (guint i = 0; i < cell->n_tags; i++)
    if (chase_rect_contains (&cell->tag_boxes[i], at.x, at.y, slop))
      return TRUE;
  chase_curve_nearest (&cell->curve, at, &distance);
  return distance <= slop + cell->half_width;
}

typedef struct
{
  const ChaseScene *scene;
  ChasePoint at;
  double slop;
  guint32 found;
} Hit;

/* Is @cell what is meant rather than what was found so far? */
static gboolean
wins (const Hit *hit, guint32 cell)
{
  const ChaseSceneCell *cells = hit->scene->cells;

  if (hit->found == CHASE_NO_CELL)
    return TRUE;
  if (cells[cell].kind != cells[hit->found].kind)
    return cells[cell].kind == CHASE_SCENE_NODE;
  return cell > hit->found;
}

static gboolean
try_cell (guint cell, gpointer data)
{
  Hit *hit = data;

  if (wins (hit, cell) && hits (&hit->scene->cells[cell], hit->at, hit->slop))
    hit->found = cell;
  return FALSE;
}

guint32
chase_scene_hit (const ChaseScene *scene, double x, double y, double slop)
{
  Hit hit = { scene, { x, y }, slop, CHASE_NO_CELL };
  ChaseRect around = { x - slop, y - slop, 2 * slop, 2 * slop };

  chase_scene_near (scene, &around, try_cell, &hit);
  return hit.found;
}

guint32
chase_scene_hit_mark (const ChaseScene *scene, double x, double y, double slop)
{
  for (guint i = 0; i < scene->marks->len; i++)
    {
      const ChaseSceneMark *mark = &g_array_index (scene->marks, ChaseSceneMark, i);

      if (hypot (x - mark->centre.x, y - mark->centre.y) <= mark->radius + slop)
        return i;
    }
  return G_MAXUINT32;
}

gboolean
chase_scene_cell_bounds (const ChaseScene *scene, guint32 index, ChaseRect *bounds)
{
  const ChaseSceneCell *cell = get_cell (scene, index);

  if (cell == NULL)
    return FALSE;
  *bounds = cell->bounds;
  return TRUE;
}

gboolean
chase_scene_label_bounds (const ChaseScene *scene, guint32 index, ChaseRect *bounds)
{
  const ChaseSceneCell *cell = get_cell (scene, index);

  if (cell == NULL)
    return FALSE;
  *bounds = cell->label_box;
  return TRUE;
}

gboolean
chase_scene_tag_bounds (const ChaseScene *scene, guint32 index, guint tag, ChaseRect *bounds)
{
  const ChaseSceneCell *cell = get_cell (scene, index);

  if (cell == NULL || tag >= cell->n_tags || cell->tag_boxes[tag].width < 0)
    return FALSE;
  *bounds = cell->tag_boxes[tag];
  return TRUE;
}

ChaseLabel *
chase_scene_get_label (const ChaseScene *scene, guint32 index)
{
  return index < scene->n_cells ? scene->cells[index].label : NULL;
}

gboolean
chase_scene_cell_centre (const ChaseScene *scene, guint32 index, ChasePoint *centre)
{
  const ChaseSceneCell *cell = get_cell (scene, index);

  if (cell == NULL)
    return FALSE;
  *centre = cell->centre;
  return TRUE;
}

gboolean
chase_scene_edge_point (const ChaseScene *scene, guint32 index, double at, ChasePoint *point,
                        ChasePoint *tangent)
{
  const ChaseSceneCell *cell = get_cell (scene, index);
  ChaseMeasure measure;
  double u;

  if (cell == NULL || cell->kind != CHASE_SCENE_EDGE)
    return FALSE;
  chase_measure_init (&measure, &cell->curve);
  u = chase_measure_u (&measure, at * measure.length);
  if (point != NULL)
    *point = chase_curve_point (&cell->curve, u);
  if (tangent != NULL)
    *tangent = chase_curve_tangent (&cell->curve, u);
  return TRUE;
}

double
chase_scene_edge_nearest (const ChaseScene *scene, guint32 index, double x, double y)
{
  const ChaseSceneCell *cell = get_cell (scene, index);
  ChaseMeasure measure;
  double u;

  if (cell == NULL || cell->kind != CHASE_SCENE_EDGE)
    return 0.5;
  chase_measure_init (&measure, &cell->curve);
  u = chase_curve_nearest (&cell->curve, chase_point (x, y), NULL);
  return measure.length > 0 ? chase_measure_s (&measure, u) / measure.length : 0.5;
}

GArray *
chase_scene_cells_in (const ChaseScene *scene, const ChaseRect *area)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < scene->n_cells; i++)
    {
      const ChaseSceneCell *cell = &scene->cells[i];

      if (cell->kind != CHASE_SCENE_HIDDEN
          && chase_rect_contains (area, cell->centre.x, cell->centre.y, 0))
        g_array_append_val (found, i);
    }
  return found;
}

ChasePoint
chase_scene_from_grid (const ChaseScene *scene, double column, double row)
{
  return chase_point (chase_draw_grid_place (scene->grid, CHASE_DRAW_X, column),
                      chase_draw_grid_place (scene->grid, CHASE_DRAW_Y, row));
}

ChasePoint
chase_scene_to_grid (const ChaseScene *scene, double x, double y)
{
  return chase_point (chase_draw_grid_find (scene->grid, CHASE_DRAW_X, x),
                      chase_draw_grid_find (scene->grid, CHASE_DRAW_Y, y));
}
