/* SPDX-License-Identifier: MIT */
#include "app/stage-private.h"

#include "drawing/paint-cairo.h"

#include <math.h>

/* A line of the pen stays for this long, and then fades. Seconds. */
#define STAYS 4.0
#define FADES 1.2
#define PEN 4.0
/* With so many cells what moves is painted faster, and finely again where it stops. */
#define MANY 150
#define SPOT 9.0

ChaseScene *
chase_stage_dup_picture (ChaseStage *stage)
{
  if (stage->motion != NULL)
    return chase_motion_at (stage->motion, stage->t);
  if (stage->change != NULL)
    return chase_motion_at (stage->change, stage->change_t);
  return stage->scene != NULL ? chase_scene_ref (stage->scene) : NULL;
}

static void
set_colour (cairo_t *cr, guint32 rgba, double alpha)
{
  cairo_set_source_rgba (cr, (rgba >> 24) / 255.0, ((rgba >> 16) & 255) / 255.0,
                         ((rgba >> 8) & 255) / 255.0, alpha);
}

static void
draw_picture (ChaseStage *stage, cairo_t *cr, double width, double height)
{
  g_autoptr (ChaseScene) picture = chase_stage_dup_picture (stage);
  const ChaseCamera *camera = &stage->camera;
  ChasePoint corner = chase_camera_to_scene (camera, width, height, 0, 0);
  ChaseRect view = { corner.x, corner.y, width / camera->scale, height / camera->scale };

  set_colour (cr, chase_scene_get_paper (stage->scene), 1);
  cairo_paint (cr);
  cairo_save (cr);
  if (chase_scene_n_cells (picture) >= MANY && (stage->playing || stage->change != NULL))
    cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_scale (cr, camera->scale, camera->scale);
  cairo_translate (cr, -corner.x, -corner.y);
  chase_paint_cairo (picture, cr, &view,
                     camera->scale * gtk_widget_get_scale_factor (GTK_WIDGET (stage)));
  cairo_restore (cr);
  if (stage->veil <= 0)
    return;
  set_colour (cr, chase_scene_get_paper (stage->scene), chase_ease (stage->veil));
  cairo_paint (cr);
}

static ChasePoint
from_scene (ChaseStage *stage, double width, double height, ChasePoint p)
{
  return (ChasePoint){ width / 2 + (p.x - stage->camera.centre.x) * stage->camera.scale,
                       height / 2 + (p.y - stage->camera.centre.y) * stage->camera.scale };
}

/* A dashed ring around each cell that a question is about. */
static void
draw_asked (ChaseStage *stage, cairo_t *cr, double width, double height)
{
  const double dashes[] = { 7, 6 };

  for (guint i = 0; stage->asked != NULL && i < stage->asked->len; i++)
    {
      ChaseRect box;
      ChasePoint corner;
      double scale = stage->camera.scale, radius = 12;

      if (!chase_scene_label_bounds (stage->scene, g_array_index (stage->asked, guint32, i), &box))
        continue;
      corner = from_scene (stage, width, height, (ChasePoint){ box.x - 7, box.y - 7 });
      box = (ChaseRect){ corner.x, corner.y, (box.width + 14) * scale, (box.height + 14) * scale };
      cairo_new_sub_path (cr);
      cairo_arc (cr, box.x + box.width - radius, box.y + radius, radius, -G_PI / 2, 0);
      cairo_arc (cr, box.x + box.width - radius, box.y + box.height - radius, radius, 0, G_PI / 2);
      cairo_arc (cr, box.x + radius, box.y + box.height - radius, radius, G_PI / 2, G_PI);
      cairo_arc (cr, box.x + radius, box.y + radius, radius, G_PI, 3 * G_PI / 2);
      cairo_close_path (cr);
      cairo_set_source_rgb (cr, 0.90, 0.55, 0.05);
      cairo_set_line_width (cr, 3);
      cairo_set_dash (cr, dashes, 2, 0);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);
    }
}

static double
seen (const ChaseStroke *stroke, gint64 now)
{
  double age = stroke->done > 0 ? (now - stroke->done) / 1e6 : 0;

  return CLAMP (1 - (age - STAYS) / FADES, 0, 1);
}

gboolean
chase_stage_fade_strokes (ChaseStage *stage, gint64 now)
{
  for (guint i = stage->strokes->len; i > 0; i--)
    if (seen (g_ptr_array_index (stage->strokes, i - 1), now) <= 0)
      g_ptr_array_remove_index (stage->strokes, i - 1);
  return stage->strokes->len > 0;
}

static void
draw_strokes (ChaseStage *stage, cairo_t *cr, double width, double height)
{
  gint64 now = g_get_monotonic_time ();

  cairo_set_line_width (cr, PEN);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < stage->strokes->len; i++)
    {
      const ChaseStroke *stroke = g_ptr_array_index (stage->strokes, i);

      for (guint k = 0; k < stroke->points->len; k++)
        {
          ChasePoint p
              = from_scene (stage, width, height, g_array_index (stroke->points, ChasePoint, k));

          cairo_line_to (cr, p.x, p.y);
        }
      cairo_set_source_rgba (cr, 0.88, 0.11, 0.14, seen (stroke, now));
      cairo_stroke (cr);
    }
}

static void
draw_pointer (ChaseStage *stage, cairo_t *cr)
{
  cairo_pattern_t *glow;

  if (!stage->pointer_inside || stage->tool == CHASE_TOOL_NONE)
    return;
  if (stage->tool == CHASE_TOOL_PEN)
    {
      cairo_arc (cr, stage->pointer.x, stage->pointer.y, PEN / 2 + 0.5, 0, 2 * G_PI);
      cairo_set_source_rgb (cr, 0.88, 0.11, 0.14);
      cairo_fill (cr);
      return;
    }
  glow = cairo_pattern_create_radial (stage->pointer.x, stage->pointer.y, 0, stage->pointer.x,
                                      stage->pointer.y, 2.4 * SPOT);
  cairo_pattern_add_color_stop_rgba (glow, 0, 1, 0.10, 0.12, 0.95);
  cairo_pattern_add_color_stop_rgba (glow, 0.35, 0.95, 0.08, 0.12, 0.85);
  cairo_pattern_add_color_stop_rgba (glow, 1, 0.95, 0.08, 0.12, 0);
  cairo_arc (cr, stage->pointer.x, stage->pointer.y, 2.4 * SPOT, 0, 2 * G_PI);
  cairo_set_source (cr, glow);
  cairo_fill (cr);
  cairo_pattern_destroy (glow);
}

void
chase_stage_draw (ChaseStage *stage, cairo_t *cr, double width, double height)
{
  if (stage->black || stage->scene == NULL || !stage->placed)
    {
      cairo_set_source_rgb (cr, 0, 0, 0);
      cairo_paint (cr);
      return;
    }
  draw_picture (stage, cr, width, height);
  draw_asked (stage, cr, width, height);
  draw_strokes (stage, cr, width, height);
  draw_pointer (stage, cr);
}
