/* SPDX-License-Identifier: MIT */
#include "engine/view-private.h"

/* After Okabe and Ito, "Color Universal Design" (2008), without those too pale for white paper. */
static const guint8 colours[][3] = {
  { 0x00, 0x72, 0xb2 }, { 0xd5, 0x5e, 0x00 }, { 0x00, 0x9e, 0x73 },
  { 0xb0, 0x5a, 0x90 }, { 0xb0, 0x7a, 0x00 }, { 0x3f, 0x9a, 0xd0 },
};

ChaseColour
chase_view_colour (guint number)
{
  const guint8 *rgb = colours[number % G_N_ELEMENTS (colours)];

  return (ChaseColour){ CHASE_COLOUR_RGB, { rgb[0], rgb[1], rgb[2] }, 1 };
}

ChaseColour
chase_view_grey (void)
{
  return (ChaseColour){ CHASE_COLOUR_RGB, { 0x85, 0x88, 0x8c }, 1 };
}

void
chase_view_paint (ChaseStyle *style, ChaseColour colour)
{
  style->colour = colour;
  style->label_colour = colour;
}

void
chase_view_mark_missing (ChaseStyle *style, char **label)
{
  char *asking = g_strdup_printf ("{%s}\\,?", *label);

  g_free (*label);
  *label = asking;
  chase_view_paint (style, (ChaseColour){ CHASE_COLOUR_RGB, { 0xc9, 0x4f, 0x00 }, 1 });
}
