/* SPDX-License-Identifier: MIT */
#include "interchange/tikz-private.h"

#include "interchange/tex-private.h"

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

static gboolean
find_name (const char *name, double rgb[3])
{
  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    if (strcmp (colours[i].name, name) == 0)
      {
        for (guint j = 0; j < 3; j++)
          rgb[j] = colours[i].rgb[j];
        return TRUE;
      }
  return FALSE;
}

/* `red!40!blue`: 40 % of what came before, the rest of the next, white where there is none. */
static gboolean
read_mix (const char *text, double rgb[3])
{
  g_auto (GStrv) parts = g_strsplit (text, "!", 9);

  if (parts[0] == NULL || !find_name (g_strstrip (parts[0]), rgb))
    return FALSE;
  for (guint i = 1; parts[i] != NULL; i += 2)
    {
      double other[3] = { 255.0, 255.0, 255.0 };
      char *end;
      double share = g_ascii_strtod (parts[i], &end) / 100.0;
      gboolean more = parts[i + 1] != NULL;

      if (end == parts[i] || *end != '\0' || !(share >= 0.0 && share <= 1.0)
          || (more && !find_name (g_strstrip (parts[i + 1]), other)))
        return FALSE;
      for (guint j = 0; j < 3; j++)
        rgb[j] = share * rgb[j] + (1.0 - share) * other[j];
      if (!more)
        break;
    }
  return TRUE;
}

/* `rgb,255:red,214;green,92;blue,92`, as quiver writes it. */
static gboolean
read_specification (const char *text, double rgb[3])
{
  static const char *const names[] = { "red,", "green,", "blue," };
  const char *colon = strchr (text, ':');
  double scale;

  if (!g_str_has_prefix (text, "rgb,") || colon == NULL)
    return FALSE;
  scale = g_ascii_strtod (text + 4, NULL);
  if (!(scale > 0.0))
    return FALSE;
  for (guint i = 0; i < 3; i++)
    {
      const char *found = strstr (colon, names[i]);

      rgb[i]
          = found != NULL ? g_ascii_strtod (found + strlen (names[i]), NULL) / scale * 255.0 : 0.0;
      if (!(rgb[i] >= 0.0 && rgb[i] <= 255.0))
        return FALSE;
    }
  return TRUE;
}

gboolean
chase_tikz_read_colour (const char *text, ChaseColour *colour)
{
  g_autofree char *bare = chase_tex_unbrace (g_strdup (text));
  double rgb[3];

  if (!read_specification (bare, rgb) && !read_mix (bare, rgb))
    return FALSE;
  *colour = (ChaseColour){ .kind = CHASE_COLOUR_RGB, .alpha = 1.0 };
  for (guint i = 0; i < 3; i++)
    colour->values[i] = round (rgb[i]);
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
