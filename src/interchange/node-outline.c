/* SPDX-License-Identifier: MIT */
#include "interchange/node-outline-private.h"

#include <math.h>
#include <string.h>

static const char *const shapes[] = { "rectangle", "rounded", "circle", "ellipse" };
static const char *const lines[] = { "dashed", "dotted", "double" };

void
chase_node_outline_clear (ChaseNodeOutline *outline)
{
  g_free (outline->colour);
  g_free (outline->fill);
  *outline = (ChaseNodeOutline){ 0 };
}

void
chase_node_outline_copy (const ChaseNodeOutline *from, ChaseNodeOutline *to)
{
  *to = *from;
  to->colour = g_strdup (from->colour);
  to->fill = g_strdup (from->fill);
}

/* The word among @words that is @text, or NULL. */
static const char *
find_word (const char *const *words, guint n, const char *text)
{
  for (guint i = 0; text != NULL && i < n; i++)
    if (strcmp (words[i], text) == 0)
      return words[i];
  return NULL;
}

static char *
get_colour (const ChaseStyle *style, const char *key)
{
  const char *text = chase_style_get_extra (style, key);
  ChaseColour colour = { 0 };
  char *digits = NULL;

  if (text != NULL && chase_colour_parse_hex (text, &colour))
    chase_node_outline_set_colour (&digits, &colour);
  return digits;
}

gboolean
chase_node_outline_get (const ChaseStyle *style, ChaseNodeOutline *outline)
{
  const char *line = chase_style_get_extra (style, "outlinestyle");

  *outline = (ChaseNodeOutline){ 0 };
  outline->shape
      = find_word (shapes, G_N_ELEMENTS (shapes), chase_style_get_extra (style, "outline"));
  if (outline->shape == NULL)
    return FALSE;
  outline->drawn = g_strcmp0 (line, "none") != 0;
  outline->line = find_word (lines, G_N_ELEMENTS (lines), line);
  outline->colour = get_colour (style, "outlinecolour");
  outline->fill = get_colour (style, "outlinefill");
  return TRUE;
}

void
chase_node_outline_put (const ChaseNodeOutline *outline, ChaseStyle *style)
{
  const char *line = outline->drawn ? outline->line : "none";

  if (!outline->drawn && outline->fill == NULL)
    return;
  chase_style_set_extra (style, "outline", outline->shape != NULL ? outline->shape : shapes[0]);
  if (line != NULL)
    chase_style_set_extra (style, "outlinestyle", line);
  if (outline->drawn && outline->colour != NULL)
    chase_style_set_extra (style, "outlinecolour", outline->colour);
  if (outline->fill != NULL)
    chase_style_set_extra (style, "outlinefill", outline->fill);
}

void
chase_node_outline_set_colour (char **slot, const ChaseColour *colour)
{
  double rgb[3];

  chase_colour_to_rgb (colour, rgb);
  g_free (*slot);
  *slot = g_strdup_printf ("#%02x%02x%02x", (guint)lround (255 * rgb[0]),
                           (guint)lround (255 * rgb[1]), (guint)lround (255 * rgb[2]));
}
