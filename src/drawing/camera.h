/* SPDX-License-Identifier: MIT */
#pragma once

#include "drawing/scene.h"

G_BEGIN_DECLS

/** What a view looks at: the point of the scene in its middle, and pixels in a unit. */
typedef struct
{
  ChasePoint centre;
  double scale;
} ChaseCamera;

/** The camera that brings @rect into a view of that size with @margin pixels around it, at no more
 * than @most pixels in a unit. */
ChaseCamera
chase_camera_on (const ChaseRect *rect, double width, double height, double margin, double most);
/**
 * Between two cameras: the scale grows evenly by factors, and the point that both show in one place
 * stays there, so that the picture neither swings nor races (J. van Wijk and W. Nuij, "Smooth and
 * efficient zooming and panning", 2003, without their detour for long ways).
 */
ChaseCamera
chase_camera_mix (const ChaseCamera *from, const ChaseCamera *to, double t);
/** The point of the scene that is seen at (@x, @y) of a view of that size. */
ChasePoint
chase_camera_to_scene (const ChaseCamera *camera, double width, double height, double x, double y);
/** The same camera at @factor times the scale, (@x, @y) of the view staying where it is. */
ChaseCamera
chase_camera_zoom (const ChaseCamera *camera, double width, double height, double x, double y,
                   double factor);
/**
 * Where to look when the cells @fresh (@n of them) of @scene have come: at all that is
 * there, a little nearer to what is new; @n of 0: at all that is there.
 */
ChaseCamera
chase_camera_towards (const ChaseScene *scene, const guint32 *fresh, guint n, double width,
                      double height, double margin, double most);

G_END_DECLS
