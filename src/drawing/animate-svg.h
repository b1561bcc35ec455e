/* SPDX-License-Identifier: MIT */
#pragma once

#include "drawing/motion.h"
#include "drawing/paint-svg.h"

G_BEGIN_DECLS

/** A motion, and the seconds that its first and its last picture stand still. */
typedef struct
{
  const ChaseMotion *motion;
  double before;
  double after;
} ChaseSvgAct;

/**
 * Writes the acts, one after the other, as one SVG 1.1 document that moves by itself (SMIL; no
 * scripts), over and over where @loop, else once. Where nothing moves (print, LaTeX, a reader who
 * asks for less motion) it is the last picture of the last act. The other arguments are those of
 * chase_paint_svg (). The same acts give the same bytes. Caller frees.
 */
char *
chase_animate_svg (const ChaseSvgAct *acts, guint n_acts, gboolean loop, const char *title,
                   const char *description, const char *source, const ChaseSvgOptions *options);

G_END_DECLS
