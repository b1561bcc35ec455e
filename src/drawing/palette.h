/* SPDX-License-Identifier: MIT */
#pragma once

#include "drawing/draw.h"

G_BEGIN_DECLS

/** The colours (0xRRGGBBAA) and the weight of line of a theme. */
typedef struct
{
  guint32 paper;
  guint32 ink;
  guint32 accent;      /* what is highlighted */
  guint32 tint;        /* the ground of what is selected */
  guint32 glow;        /* the ground of what is highlighted */
  guint32 placeholder;
  guint32 frame;       /* the outline of a frame without a colour, and its label */
  guint32 ground;      /* what fills it */
  guint32 marks[CHASE_N_MARKS];
  double stroke;
  double ring;         /* the outline of a mark; 0: none */
  double contrast;     /* what a colour has against the paper and the ground of a frame at least */
} ChasePalette;

const ChasePalette *chase_palette_get (ChaseTheme theme);
/**
 * The colour that is drawn for @colour: the ink for none, else the colour itself, brought nearer to the ink where it
 * could not be told from what it stands on (contrast below the palette's, by WCAG 2's relative luminance).
 */
guint32 chase_palette_colour (const ChasePalette *palette, const ChaseColour *colour);

G_END_DECLS
