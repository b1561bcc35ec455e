/* SPDX-License-Identifier: MIT */
#include "drawing/scene-private.h"

#include <math.h>

#define PIECES 24 /* of the outline for each edge */

/* Adds the drawn edge @cell to the outline, from its source or from its target. */
static gboolean
add_edge (const ChaseScene *scene, guint32 cell, gboolean backwards, GArray *outline,
          ChaseRect *bounds)
{
  ChaseRect box;

  if (!chase_scene_cell_bounds (scene, cell, &box))
    return FALSE;
  if (outline->len == 0)
    *bounds = box;
  chase_rect_join (bounds, &box);
  for (guint i = 0; i <= PIECES; i++)
    {
      double at = (double)(backwards ? PIECES - i : i) / PIECES;
      ChasePoint point;

      if (!chase_scene_edge_point (scene, cell, at, &point, NULL))
        return FALSE;
      g_array_append_val (outline, point);
    }
  return TRUE;
}

static GArray *
outline_of (const ChaseScene *scene, const GArray *left, const GArray *right, ChaseRect *bounds)
{
  g_autoptr (GArray) outline = g_array_new (FALSE, FALSE, sizeof (ChasePoint));

  for (guint i = 0; i < left->len; i++)
    if (!add_edge (scene, g_array_index (left, guint32, i), FALSE, outline, bounds))
      return NULL;
  for (guint i = right->len; i-- > 0;)
    if (!add_edge (scene, g_array_index (right, guint32, i), TRUE, outline, bounds))
      return NULL;
  return outline->len > 0 ? g_steal_pointer (&outline) : NULL;
}

gboolean
chase_scene_face_at (const ChaseScene *scene, const GArray *left, const GArray *right, double x,
                     double y, double *area, ChaseRect *bounds)
{
  g_autoptr (GArray) outline = outline_of (scene, left, right, bounds);
  gboolean inside = FALSE;
  double twice = 0;

  if (outline == NULL)
    return FALSE;
  for (guint i = 0; i < outline->len; i++)
    {
      ChasePoint a = g_array_index (outline, ChasePoint, i);
      ChasePoint b = g_array_index (outline, ChasePoint, (i + 1) % outline->len);

      twice += a.x * b.y - b.x * a.y;
      if ((a.y > y) != (b.y > y) && x < a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x))
        inside = !inside;
    }
  *area = fabs (twice) / 2;
  return inside;
}
