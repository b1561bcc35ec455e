/* SPDX-License-Identifier: MIT */
#pragma once

#include "drawing/scene.h"

G_BEGIN_DECLS

typedef struct
{
  double scale;       /* CSS pixels in a unit; 1 */
  double margin;      /* units around the picture; 8 */
  guint32 background; /* 0xRRGGBBAA; alpha 0 paints none, which is the default */
  const ChaseRect *frame; /* what is shown, before the margin; NULL: the scene's bounds */
} ChaseSvgOptions;

void chase_svg_options_init (ChaseSvgOptions *options);

/**
 * Writes @scene as an SVG 1.1 document that depends on no installed font: glyphs are outlines, each defined once. Groups
 * carry the cells' indexes as ids ("cell-3"). @title and @description (either may be NULL) are what a
 * screen reader says; @source (may be NULL) is kept in the metadata, see chase_export_extract_source ().
 * The same scene gives the same bytes. Caller frees.
 */
char *chase_paint_svg (const ChaseScene *scene, const char *title, const char *description,
                       const char *source, const ChaseSvgOptions *options);

G_END_DECLS
