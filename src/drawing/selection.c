/* SPDX-License-Identifier: MIT */
#include "drawing/draw-private.h"

void
chase_scene_add_ground (ChaseSceneBuilder *builder, const ChaseHull *hull, guint32 rgba)
{
  ChaseRect box = chase_hull_box (hull);
  ChasePaint paint = { 0, CHASE_CAP_ROUND, rgba };
  double width = MAX (box.width, 10) / 2, height = MAX (box.height, 10) / 2;
  ChasePoint middle = { box.x + box.width / 2, box.y + box.height / 2 };

  chase_scene_open_path (builder, CHASE_ROLE_BACKDROP, &paint);
  chase_scene_round_box (builder, middle, width, height, CHASE_NODE_GAP - 1);
  chase_scene_close (builder, NULL);
}

void
chase_scene_add_trace (ChaseSceneBuilder *builder, const ChaseCurve *curve, double half_width,
                       guint32 rgba)
{
  ChasePaint paint = { 12 + 2 * half_width, CHASE_CAP_ROUND, rgba };

  chase_scene_open_path (builder, CHASE_ROLE_BACKDROP, &paint);
  chase_scene_curve (builder, curve);
  chase_scene_close (builder, NULL);
}

ChaseScene *
chase_draw_selection (const ChaseScene *scene, ChaseTheme theme, const guint32 *selected,
                      guint n_selected)
{
  guint32 tint = chase_palette_get (theme)->tint;
  ChaseSceneBuilder builder;

  chase_scene_builder_init (&builder, 0, scene->fonts);
  for (guint i = 0; i < n_selected; i++)
    {
      const ChaseSceneCell *cell = selected[i] < scene->n_cells ? &scene->cells[selected[i]] : NULL;

      if (cell != NULL && cell->kind == CHASE_SCENE_NODE)
        chase_scene_add_ground (&builder, &cell->label_hull, tint);
      else if (cell != NULL && cell->kind == CHASE_SCENE_EDGE)
        chase_scene_add_trace (&builder, &cell->curve, cell->half_width, tint);
    }
  return chase_scene_builder_finish (&builder);
}
