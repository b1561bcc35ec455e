/* SPDX-License-Identifier: MIT */
#include "interchange/fletcher-outline-private.h"

#include "interchange/fletcher-private.h"
#include "interchange/plain-text-private.h"
#include "interchange/typst-scan-private.h"

#include <string.h>

/* The outlines of fletcher's nodes, in and out. */

/* As thick as lines are here. */
#define THICKNESS "0.5pt"
#define ROUNDING "5pt"

static gboolean
read_shape (ChaseNodeOutline *outline, const char *value)
{
  static const char *const shapes[][2] = { { "rect", "rectangle" },
                                           { "circle", "circle" },
                                           { "ellipse", "ellipse" },
                                           { "pill", "rounded" },
                                           { "auto", NULL } };
  const char *dot = strrchr (value, '.');

  value = dot != NULL ? dot + 1 : value;
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (strcmp (value, shapes[i][0]) == 0)
      {
        outline->shape = shapes[i][1];
        return TRUE;
      }
  /* The others have corners, too. */
  outline->shape = "rectangle";
  return FALSE;
}

static gboolean
read_fill (ChaseNodeOutline *outline, const char *value)
{
  ChaseColour colour = { 0 };

  g_clear_pointer (&outline->fill, g_free);
  if (strcmp (value, "none") == 0)
    return TRUE;
  if (!chase_fletcher_read_colour (value, &colour))
    return FALSE;
  chase_node_outline_set_colour (&outline->fill, &colour);
  return TRUE;
}

static gboolean
read_line (ChaseNodeOutline *outline, const char *value)
{
  ChaseFletcherStroke stroke;
  gboolean known = chase_fletcher_read_stroke (value, &stroke);

  outline->drawn = !stroke.none;
  if (stroke.dash != NULL)
    outline->line = stroke.dash;
  if (stroke.colour.kind != CHASE_COLOUR_NONE)
    chase_node_outline_set_colour (&outline->colour, &stroke.colour);
  return known;
}

gboolean
chase_fletcher_outline_apply (ChaseNodeOutline *outline, const char *argument)
{
  g_autofree char *key = g_strndup (argument, MAX (chase_typst_name_length (argument), 1) - 1);
  g_autofree char *value = g_strstrip (g_strdup (argument + strlen (key) + 1));

  if (strcmp (key, "shape") == 0)
    return read_shape (outline, value);
  if (strcmp (key, "fill") == 0)
    return read_fill (outline, value);
  if (strcmp (key, "stroke") == 0)
    return read_line (outline, value);
  if (strcmp (key, "corner-radius") == 0)
    {
      outline->rounded = strcmp (value, "none") != 0 && strcmp (value, "0pt") != 0;
      return TRUE;
    }
  if (strcmp (key, "extrude") != 0)
    return FALSE;
  if (strchr (value, ',') != NULL && strchr (value, ',')[1] != ')')
    outline->line = "double";
  return TRUE;
}

void
chase_fletcher_outline_put (const ChaseNodeOutline *outline, const char *label, ChaseStyle *style)
{
  ChaseNodeOutline settled = *outline;

  if (settled.shape == NULL)
    {
      g_autofree char *plain = chase_latex_to_plain (label);

      /* fletcher takes a circle for what is about as wide as high. */
      settled.shape = g_utf8_strlen (plain, -1) == 1 ? "circle" : "rectangle";
    }
  if (settled.rounded && strcmp (settled.shape, "rectangle") == 0)
    settled.shape = "rounded";
  chase_node_outline_put (&settled, style);
}

static void
append_stroke (const ChaseNodeOutline *outline, GString *out)
{
  gboolean dashed = outline->line != NULL && strcmp (outline->line, "double") != 0;

  if (dashed && outline->colour != NULL)
    g_string_append_printf (out, ", stroke: (paint: rgb(\"%s\"), dash: \"%s\")", outline->colour,
                            outline->line);
  else if (dashed)
    g_string_append_printf (out, ", stroke: (thickness: " THICKNESS ", dash: \"%s\")",
                            outline->line);
  else if (outline->colour != NULL)
    g_string_append_printf (out, ", stroke: " THICKNESS " + rgb(\"%s\")", outline->colour);
  else
    g_string_append (out, ", stroke: " THICKNESS);
}

void
chase_fletcher_outline_write (const ChaseStyle *style, GString *out)
{
  ChaseNodeOutline outline;

  if (!chase_node_outline_get (style, &outline))
    return;
  g_string_append_printf (out, ", shape: %s",
                          strcmp (outline.shape, "circle") == 0    ? "circle"
                          : strcmp (outline.shape, "ellipse") == 0 ? "fletcher.shapes.ellipse"
                                                                   : "rect");
  if (strcmp (outline.shape, "rounded") == 0)
    g_string_append (out, ", corner-radius: " ROUNDING);
  if (outline.drawn)
    append_stroke (&outline, out);
  if (g_strcmp0 (outline.line, "double") == 0)
    g_string_append (out, ", extrude: (0, -4)");
  if (outline.fill != NULL)
    g_string_append_printf (out, ", fill: rgb(\"%s\")", outline.fill);
  chase_node_outline_clear (&outline);
}
