/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/canvas.h"

G_BEGIN_DECLS

/**
 * ChaseMinimap:
 *
 * The whole of a large diagram, small, with the part that is in view; a press or a drag takes the
 * view there. It shows itself only while there is more than fits.
 */
#define CHASE_TYPE_MINIMAP (chase_minimap_get_type ())
G_DECLARE_FINAL_TYPE (ChaseMinimap, chase_minimap, CHASE, MINIMAP, GtkWidget)

GtkWidget *
chase_minimap_new (ChaseCanvas *canvas, ChaseSession *session);

G_END_DECLS
