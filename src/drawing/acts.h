/* SPDX-License-Identifier: MIT */
#pragma once

#include "drawing/export.h"
#include "evidence/tale.h"

G_BEGIN_DECLS

/**
 * Makes an SVG that moves by itself of @page: its steps, one after the other, and then all that is
 * told of it; see chase_animate_svg (). Caller frees.
 */
char *
chase_acts_animate (const ChaseExportPage *page, ChaseFonts *fonts, ChaseMacros *macros,
                    const ChaseExportOptions *options);
/** The same of one tale alone. NULL where the picture is not what it should be. */
char *
chase_acts_animate_tale (const ChaseExportPage *page, const ChaseTale *tale, ChaseFonts *fonts,
                         ChaseMacros *macros, const ChaseExportOptions *options);

G_END_DECLS
