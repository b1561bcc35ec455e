/* SPDX-License-Identifier: MIT */
#pragma once

#include "drawing/draw.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ChaseSwatch:
 *
 * A small picture of a diagram, drawn by the same hand as the canvas: an arrow in some style, a
 * template, one diagram of many. It follows the theme.
 */
#define CHASE_TYPE_SWATCH (chase_swatch_get_type ())
G_DECLARE_FINAL_TYPE (ChaseSwatch, chase_swatch, CHASE, SWATCH, GtkWidget)

/** A swatch of @width by @height pixels that shows @diagram (may be NULL) as large as fits. */
GtkWidget *
chase_swatch_new (ChaseDiagram *diagram, ChaseFonts *fonts, int width, int height);
/** Sets the labels in @fonts from now on. */
void
chase_swatch_set_fonts (ChaseSwatch *swatch, ChaseFonts *fonts);
/** A swatch that shows one arrow of @style, with a label where @labelled. */
GtkWidget *
chase_swatch_new_arrow (const ChaseStyle *style, gboolean labelled, ChaseFonts *fonts, int width,
                        int height);
/** A swatch that shows one object of @style, called @label. */
GtkWidget *
chase_swatch_new_object (const char *label, const ChaseStyle *style, ChaseFonts *fonts, int width,
                         int height);
/** The TeX definitions that its labels are set with; NULL for none. */
void
chase_swatch_set_macros (ChaseSwatch *swatch, const char *text);
void
chase_swatch_set_diagram (ChaseSwatch *swatch, ChaseDiagram *diagram);
/** What it shows, borrowed; NULL for nothing. */
ChaseDiagram *
chase_swatch_get_diagram (ChaseSwatch *swatch);

/** How large it may become: 0.6 of natural size, if nothing else is said. */
void
chase_swatch_set_most_scale (ChaseSwatch *swatch, double scale);

/** The theme that the system asks for. */
ChaseTheme
chase_theme_of_system (void);

G_END_DECLS
