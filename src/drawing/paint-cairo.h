/* SPDX-License-Identifier: MIT */
#pragma once

#include "drawing/scene.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * Paints @scene on @cr, whose user space must already be the scene's. What lies outside @viewport (in
 * scene units; NULL: nothing) is skipped. @scale is the number of device pixels in a unit: below it labels and
 * heads too small to be made out are left out; 0 paints everything, as print wants it. The ground is not painted.
 * Where the antialiasing of @cr is CAIRO_ANTIALIAS_FAST, as for what moves, lines are painted
 * faster and a little coarser. 10,000 objects with 20,000 arrows all in view take about a frame.
 */
void chase_paint_cairo (const ChaseScene *scene, cairo_t *cr, const ChaseRect *viewport,
                        double scale);

/** Would @item be large enough to be seen at @scale? See chase_paint_cairo (). */
gboolean chase_paint_is_seen (const ChaseSceneItem *item, double scale);
/** The same as chase_paint_cairo () for some of the items of @scene: @items are ascending indexes. */
void chase_paint_cairo_items (const ChaseScene *scene, cairo_t *cr, const guint *items, guint n_items,
                              double scale);

G_END_DECLS
