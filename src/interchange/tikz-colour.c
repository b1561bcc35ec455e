/* SPDX-License-Identifier: MIT */
#include "interchange/tikz-private.h"

#include "interchange/tex-private.h"
#include "typeset/tokens.h"

#include <math.h>
#include <string.h>

/* xcolor's base colours (its manual, section 2.4). */
static const struct
{
  const char *name;
  guint8 rgb[3];
} colours[] = {
  { "black", { 0, 0, 0 } },           { "white", { 255, 255, 255 } },
  { "red", { 255, 0, 0 } },           { "green", { 0, 255, 0 } },
  { "blue", { 0, 0, 255 } },          { "yellow", { 255, 255, 0 } },
  { "cyan", { 0, 255, 255 } },        { "magenta", { 255, 0, 255 } },
  { "orange", { 255, 128, 0 } },      { "purple", { 191, 0, 64 } },
  { "violet", { 128, 0, 128 } },      { "brown", { 191, 128, 64 } },
  { "pink", { 255, 191, 191 } },      { "teal", { 0, 128, 128 } },
  { "olive", { 128, 128, 0 } },       { "lime", { 191, 255, 0 } },
  { "gray", { 128, 128, 128 } },      { "darkgray", { 64, 64, 64 } },
  { "lightgray", { 191, 191, 191 } },
};

gboolean
chase_tikz_read_colour (const ChaseTexStyles *styles, const char *text, ChaseColour *colour)
{
  g_autofree char *bare = chase_tex_unbrace (g_strdup (text));
  guint32 rgba;

  if (!chase_colour_parse (styles != NULL ? styles->colours : NULL, NULL, bare, &rgba))
    return FALSE;
  *colour = (ChaseColour){ .kind = CHASE_COLOUR_RGB, .alpha = 1.0 };
  for (guint i = 0; i < 3; i++)
    colour->values[i] = rgba >> (24 - 8 * i) & 255;
  return TRUE;
}

void
chase_tikz_write_colour (const ChaseColour *colour, GString *out)
{
  double rgb[3];
  guint8 bytes[3];

  chase_colour_to_rgb (colour, rgb);
  for (guint i = 0; i < 3; i++)
    bytes[i] = (guint8)lround (255.0 * rgb[i]);
  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    if (memcmp (colours[i].rgb, bytes, 3) == 0)
      {
        g_string_append (out, colours[i].name);
        return;
      }
  g_string_append_printf (out, "{rgb,255:red,%u;green,%u;blue,%u}", bytes[0], bytes[1], bytes[2]);
}
