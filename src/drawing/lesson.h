/* SPDX-License-Identifier: MIT */
#pragma once

#include "drawing/export.h"

G_BEGIN_DECLS

/**
 * Makes one HTML page that needs nothing beside it: every step of each of the @n_pages diagrams as
 * a picture with its description in words, under the diagram's title and notes (the comments above
 * it) and behind them what is told of it, as pictures that move, and a small script that shows one at a time, by keys, buttons, mouse and touch. Without
 * scripts the pictures stand one below the other. Of @options the scale, the margin, the
 * background, the title, the notes and the source count; the page makes its own dark theme. The
 * same input gives the same bytes. Returns NULL and sets @error where a picture cannot be made.
 * Caller unrefs.
 */
GBytes *
chase_lesson_export (const ChaseExportPage *pages, guint n_pages, ChaseFonts *fonts,
                     ChaseMacros *macros, const ChaseExportOptions *options, GError **error);

G_END_DECLS
