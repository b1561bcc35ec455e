/* SPDX-License-Identifier: MIT */
#include "interchange/fletcher-private.h"
#include "interchange/typst-scan-private.h"

#include <math.h>
#include <string.h>

/* Colours and strokes of Typst. See "color" and "stroke" in its reference. */

/* Typst's names for colours that have none in our notation. */
static const struct
{
  const char *name, *digits;
} others[] = {
  { "aqua", "#7fdbff" }, { "eastern", "#239dad" }, { "fuchsia", "#f012be" }, { "silver", "#dddddd" }
};

/* The number in the brackets of `luma(230)`, `.lighten(80%)`: a part of @whole. */
static gboolean
read_share (const char *text, double whole, double *share)
{
  char *end;

  *share = g_ascii_strtod (text, &end);
  if (end == text || !(*share >= 0.0 && *share <= 1000.0))
    return FALSE;
  *share = fmin (*share / (*end == '%' ? 100.0 : whole), 1.0);
  return TRUE;
}

static void
mix (ChaseColour *colour, double with, double share)
{
  for (guint i = 0; i < 3; i++)
    colour->values[i] = round ((1.0 - share) * colour->values[i] + share * with);
}

static gboolean
read_base (const char *text, gsize length, ChaseColour *colour)
{
  g_autofree char *bare = g_strstrip (g_strndup (text, length));
  const char *hex = strchr (bare, '#');
  double share;

  if (hex != NULL)
    {
      g_autofree char *digits = g_strndup (hex, 1 + strspn (hex + 1, "0123456789abcdefABCDEF"));

      return chase_colour_parse_hex (digits, colour);
    }
  if (g_str_has_prefix (bare, "luma(") && read_share (bare + strlen ("luma("), 255.0, &share))
    {
      *colour = (ChaseColour){ .kind = CHASE_COLOUR_RGB, .alpha = 1.0 };
      mix (colour, 255.0, share);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (strcmp (bare, others[i].name) == 0)
      return chase_colour_parse_hex (others[i].digits, colour);
  return chase_colour_parse_name (bare, colour);
}

gboolean
chase_fletcher_read_colour (const char *text, ChaseColour *colour)
{
  const char *light = strstr (text, ".lighten(");
  const char *dark = strstr (text, ".darken(");
  const char *way = light != NULL ? light : dark;
  double share;

  if (!read_base (text, way != NULL ? (gsize)(way - text) : strlen (text), colour))
    return FALSE;
  if (way == NULL)
    return TRUE;
  if (colour->kind != CHASE_COLOUR_RGB || !read_share (strchr (way, '(') + 1, 1.0, &share))
    return FALSE;
  mix (colour, light != NULL ? 255.0 : 0.0, share);
  return TRUE;
}

static gboolean
read_dash (const char *text, ChaseFletcherStroke *stroke)
{
  if (strstr (text, "dashed") != NULL)
    stroke->dash = "dashed";
  else if (strstr (text, "dotted") != NULL)
    stroke->dash = "dotted";
  else
    return strcmp (text, "\"solid\"") == 0;
  return TRUE;
}

/* A part of a stroke by itself: a colour, a thickness or a dash. */
static gboolean
read_plain (const char *text, ChaseFletcherStroke *stroke)
{
  if (strcmp (text, "none") == 0)
    stroke->none = TRUE;
  else if (*text == '"')
    return read_dash (text, stroke);
  else if (g_ascii_isdigit (*text) || *text == '.')
    stroke->thickness = TRUE;
  else
    return strcmp (text, "auto") == 0 || chase_fletcher_read_colour (text, &stroke->colour);
  return TRUE;
}

/* `(paint: blue, thickness: 1pt, dash: "dashed")`. */
static gboolean
read_parts (const char *text, ChaseFletcherStroke *stroke)
{
  g_autoptr (GPtrArray) parts = chase_typst_split (text, 1, strlen (text) - 1);
  gboolean known = TRUE;

  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);
      const char *value = part + chase_typst_name_length (part);

      value += strspn (value, " ");
      if (g_str_has_prefix (part, "cap:") || g_str_has_prefix (part, "join:"))
        continue;
      known &= read_plain (value, stroke);
    }
  return known;
}

gboolean
chase_fletcher_read_stroke (const char *text, ChaseFletcherStroke *stroke)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));
  const char *plus = strchr (bare, '+');
  gboolean known = TRUE;

  *stroke = (ChaseFletcherStroke){ 0 };
  if (*bare == '(')
    return read_parts (bare, stroke);
  if (plus != NULL)
    {
      g_autofree char *first = g_strstrip (g_strndup (bare, (gsize)(plus - bare)));

      known = read_plain (first, stroke);
      plus += 1 + strspn (plus + 1, " ");
    }
  return read_plain (plus != NULL ? plus : bare, stroke) && known;
}
