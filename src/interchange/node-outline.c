/* SPDX-License-Identifier: MIT */
#include "interchange/node-outline-private.h"

#include "model/outline-words.h"

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

static char *
get_colour (const ChaseStyle *style, const char *key)
{
  const char *text = chase_style_get_extra (style, key);
  ChaseColour colour = { 0 };

  return text != NULL && chase_colour_parse_hex (text, &colour) ? chase_colour_to_hex (&colour)
                                                                : NULL;
}

gboolean
chase_node_outline_get (const ChaseStyle *style, ChaseNodeOutline *outline)
{
  const char *line = chase_style_get_extra (style, "outlinestyle");

  *outline = (ChaseNodeOutline){ 0 };
  outline->shape
      = chase_outline_find (chase_outline_shapes (), chase_style_get_extra (style, "outline"));
  if (outline->shape == NULL)
    return FALSE;
  outline->drawn = g_strcmp0 (line, "none") != 0;
  outline->line = chase_outline_find (chase_outline_lines (), line);
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
  chase_style_set_extra (style, "outline",
                         outline->shape != NULL ? outline->shape : chase_outline_shapes ()[0]);
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
  g_free (*slot);
  *slot = chase_colour_to_hex (colour);
}

const ChaseColour *
chase_node_ink (const ChaseStyle *style)
{
  return style->label_colour.kind != CHASE_COLOUR_NONE ? &style->label_colour : &style->colour;
}
