/* SPDX-License-Identifier: MIT */
#include "drawing/camera.h"

#include "drawing/scene-private.h"

#include <math.h>

/* How much nearer the camera goes to what is new, and how far its middle moves towards it. */
#define NEARER 1.22
#define TOWARDS 0.55
/* Small things that are new are looked at with this much around them. */
#define AROUND 90.0
/* From this size on a picture can be read whole, and none of it is left out: it keeps this part of
 * the margin. */
#define LEGIBLE 1.0
#define KEPT 0.8

ChaseCamera
chase_camera_on (const ChaseRect *rect, double width, double height, double margin, double most)
{
  double across = MAX (width - 2 * margin, 1) / MAX (rect->width, 1);
  double along = MAX (height - 2 * margin, 1) / MAX (rect->height, 1);

  return (ChaseCamera){ chase_point (rect->x + rect->width / 2, rect->y + rect->height / 2),
                        MIN (MIN (across, along), most) };
}

ChaseCamera
chase_camera_mix (const ChaseCamera *from, const ChaseCamera *to, double t)
{
  double scale = from->scale * pow (to->scale / from->scale, t);
  double way = t;

  /* The middle goes in step with the size of what is seen, 1 / scale. */
  if (fabs (to->scale / from->scale - 1) > 1e-6)
    way = (1 / from->scale - 1 / scale) / (1 / from->scale - 1 / to->scale);
  return (ChaseCamera){ chase_point_mix (from->centre, to->centre, way), scale };
}

ChasePoint
chase_camera_to_scene (const ChaseCamera *camera, double width, double height, double x, double y)
{
  return chase_point (camera->centre.x + (x - width / 2) / camera->scale,
                      camera->centre.y + (y - height / 2) / camera->scale);
}

ChaseCamera
chase_camera_zoom (const ChaseCamera *camera, double width, double height, double x, double y,
                   double factor)
{
  ChasePoint at = chase_camera_to_scene (camera, width, height, x, y);
  ChaseCamera zoomed = { camera->centre, camera->scale * factor };

  zoomed.centre = chase_point_mix (at, camera->centre, 1 / factor);
  return zoomed;
}

/* What is there: without frames and verdicts, the cells of this step alone. */
static ChaseRect
seen_box (const ChaseScene *scene)
{
  ChaseRect box = scene->bounds, bounds;
  gboolean any = FALSE;

  for (guint i = 0; i < chase_scene_n_items (scene); i++)
    if (chase_scene_get_item (scene, i)->role == CHASE_ROLE_FRAME)
      return scene->bounds;
  for (guint32 i = 0; i < scene->n_cells; i++)
    {
      if (!chase_scene_cell_bounds (scene, i, &bounds))
        continue;
      if (any)
        chase_rect_join (&box, &bounds);
      else
        box = bounds;
      any = TRUE;
    }
  return box;
}

/* Takes the camera back as far as it needs to have all of @seen in view. */
static void
keep_in_view (ChaseCamera *camera, const ChaseRect *seen, double width, double height,
              double margin)
{
  ChaseCamera middle = chase_camera_on (seen, width, height, margin, camera->scale);
  double across = MAX (0, (width - 2 * margin) / middle.scale - seen->width) / 2;
  double along = MAX (0, (height - 2 * margin) / middle.scale - seen->height) / 2;

  camera->scale = middle.scale;
  camera->centre.x = CLAMP (camera->centre.x, middle.centre.x - across, middle.centre.x + across);
  camera->centre.y = CLAMP (camera->centre.y, middle.centre.y - along, middle.centre.y + along);
}

ChaseCamera
chase_camera_towards (const ChaseScene *scene, const guint32 *fresh, guint n, double width,
                      double height, double margin, double most)
{
  ChaseRect rect = { 0 }, around, bounds, seen = seen_box (scene);
  ChaseCamera whole = chase_camera_on (&seen, width, height, margin, most), near;
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++)
    {
      if (!chase_scene_cell_bounds (scene, fresh[i], &bounds))
        continue;
      if (any)
        chase_rect_join (&rect, &bounds);
      else
        rect = bounds;
      any = TRUE;
    }
  if (!any)
    return whole;
  around = chase_rect_grown (&rect, AROUND);
  near = chase_camera_on (&around, width, height, margin, MIN (most, NEARER * whole.scale));
  near.scale = MAX (near.scale, whole.scale);
  near.centre
      = chase_point_mix (whole.centre, near.centre, near.scale > whole.scale * 1.01 ? TOWARDS : 0);
  keep_in_view (&near, whole.scale >= LEGIBLE ? &seen : &rect, width, height, KEPT * margin);
  return near;
}
