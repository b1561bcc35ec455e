/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/session-actions.h"
#include "drawing/draw.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ChaseInspector:
 *
 * How what is selected is drawn, in pictures: every choice is a button that shows the arrow as it
 * would be. A click changes all selected cells, as one edit.
 */
#define CHASE_TYPE_INSPECTOR (chase_inspector_get_type ())
G_DECLARE_FINAL_TYPE (ChaseInspector, chase_inspector, CHASE, INSPECTOR, GtkWidget)

void
chase_inspector_set_session (ChaseInspector *inspector, ChaseSession *session, ChaseFonts *fonts);

G_END_DECLS
