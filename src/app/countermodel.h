/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/canvas.h"
#include "app/verdicts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * Opens a window over @parent that shows why @face of @verdicts, which are about what @canvas
 * draws, need not commute: sets and functions, and in them an element that runs both ways and lands
 * in two places; or, where only normal forms are known, those. FALSE where there is no such
 * evidence.
 */
gboolean
chase_countermodel_show (GtkWindow *parent, ChaseCanvas *canvas, ChaseVerdicts *verdicts,
                         guint face, ChaseFonts *fonts);

G_END_DECLS
