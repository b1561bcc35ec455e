/* SPDX-License-Identifier: MIT */
#include "interchange/table-private.h"
#include "interchange/tex-private.h"

#include <string.h>

/* The outlines of cells, `|[draw, circle, fill=yellow]|`, and of all of them by
 * `cells={nodes={...}}`: as the style's `outline`, `outlinestyle`, `outlinecolour` and
 * `outlinefill`. */

/* Lists stand in lists no deeper. */
#define DEPTH_MAX 4
/* Nor do styles stand for others, or for more. */
#define STYLE_DEPTH_MAX 2
#define PARTS_MAX 8

static char *
hex_of (const ChaseColour *colour)
{
  return g_strdup_printf ("#%02x%02x%02x", (guint)colour->values[0], (guint)colour->values[1],
                          (guint)colour->values[2]);
}

static gboolean
set_colour (const ChaseTexStyles *styles, const char *text, char **slot)
{
  ChaseColour colour;

  if (!chase_tikz_read_colour (styles, text, &colour))
    return FALSE;
  g_free (*slot);
  *slot = hex_of (&colour);
  return TRUE;
}

static gboolean
apply_shape (ChaseTableOutline *outline, const char *word)
{
  static const char *const shapes[][2] = { { "rectangle", "rectangle" },
                                           { "rounded corners", "rounded" },
                                           { "rounded rectangle", "rounded" },
                                           { "circle", "circle" },
                                           { "ellipse", "ellipse" } };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (strcmp (word, shapes[i][0]) == 0)
      {
        outline->shape = shapes[i][1];
        return TRUE;
      }
  return FALSE;
}

static gboolean
apply_line (ChaseTableOutline *outline, const char *word)
{
  static const char *const lines[] = { "dashed", "dotted", "double" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (g_str_has_suffix (word, lines[i]))
      {
        outline->line = lines[i];
        return TRUE;
      }
  return FALSE;
}

/* `key=value` that a shape, a line or a ground has. */
static gboolean
apply_value (const ChaseTexStyles *styles, ChaseTableOutline *outline, const char *key,
             const char *value)
{
  gboolean none = strcmp (value, "none") == 0;

  if (strcmp (key, "shape") == 0)
    return apply_shape (outline, value);
  if (strcmp (key, "rounded corners") == 0)
    return apply_shape (outline, key);
  if (strcmp (key, "draw") == 0)
    {
      outline->drawn = !none;
      return none || set_colour (styles, value, &outline->colour);
    }
  if (strcmp (key, "fill") == 0 && none)
    g_clear_pointer (&outline->fill, g_free);
  else if (strcmp (key, "fill") == 0)
    return set_colour (styles, value, &outline->fill);
  /* A colour of all is that of the line, too, and goes on to the text. */
  else if (strcmp (key, "color") == 0)
    set_colour (styles, value, &outline->colour);
  return strcmp (key, "fill") == 0;
}

/* One option as it stands. */
static gboolean
apply_plain (const ChaseTexStyles *styles, ChaseTableOutline *outline, const char *option)
{
  g_autofree char *key = g_strchomp (g_strndup (option, strcspn (option, "=")));
  const char *equals = strchr (option, '=');

  if (equals != NULL)
    {
      g_autofree char *value = chase_tex_unbrace (g_strstrip (g_strdup (equals + 1)));

      return apply_value (styles, outline, key, value);
    }
  if (strcmp (key, "draw") == 0)
    return outline->drawn = TRUE;
  if (apply_shape (outline, key) || apply_line (outline, key))
    return TRUE;
  set_colour (styles, key, &outline->colour);
  return FALSE;
}

/* A style that the text defines stands for others. */
static gboolean
apply_deep (const ChaseTexStyles *styles, ChaseTableOutline *outline, const char *option,
            guint depth)
{
  g_autofree char *key = g_strchomp (g_strndup (option, strcspn (option, "=")));
  const char *equals = strchr (option, '=');
  g_autofree char *list
      = depth > 0 ? chase_tex_styles_expand (styles, key, equals ? equals + 1 : NULL) : NULL;
  g_autoptr (GPtrArray) parts = NULL;
  gboolean known = TRUE;

  if (list == NULL)
    return apply_plain (styles, outline, option);
  parts = chase_tex_split (list, ',', TRUE);
  for (guint i = 0; i < MIN (parts->len, PARTS_MAX); i++)
    known &= apply_deep (styles, outline, g_ptr_array_index (parts, i), depth - 1);
  return known;
}

gboolean
chase_table_outline_apply (const ChaseTexStyles *styles, ChaseTableOutline *outline,
                           const char *option)
{
  return apply_deep (styles, outline, option, STYLE_DEPTH_MAX);
}

void
chase_table_outline_clear (ChaseTableOutline *outline)
{
  g_free (outline->colour);
  g_free (outline->fill);
  *outline = (ChaseTableOutline){ 0 };
}

void
chase_table_outline_copy (const ChaseTableOutline *from, ChaseTableOutline *to)
{
  *to = *from;
  to->colour = g_strdup (from->colour);
  to->fill = g_strdup (from->fill);
}

void
chase_table_outline_put (const ChaseTableOutline *outline, ChaseStyle *style)
{
  const char *line = outline->drawn ? outline->line : "none";

  if (!outline->drawn && outline->fill == NULL)
    return;
  chase_style_set_extra (style, "outline", outline->shape != NULL ? outline->shape : "rectangle");
  if (line != NULL)
    chase_style_set_extra (style, "outlinestyle", line);
  if (outline->drawn && outline->colour != NULL)
    chase_style_set_extra (style, "outlinecolour", outline->colour);
  if (outline->fill != NULL)
    chase_style_set_extra (style, "outlinefill", outline->fill);
}

/* `cells={nodes={...}}`, `nodes={...}` and `every cell/.style={...}`; FALSE where one of them says
 * more than an outline. */
static gboolean
read_list (const ChaseTexStyles *styles, ChaseTableOutline *outline, const char *list,
           gboolean inside, guint depth)
{
  g_autoptr (GPtrArray) parts = chase_tex_split (list, ',', TRUE);
  gboolean known = TRUE;

  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);
      const char *equals = strchr (part, '=');
      gboolean nodes = g_str_has_prefix (part, "nodes=") || g_str_has_prefix (part, "every cell");
      g_autofree char *value = NULL;

      if (!nodes && !g_str_has_prefix (part, "cells="))
        {
          g_autofree char *key = g_strchomp (g_strndup (part, strcspn (part, "=")));

          known &= inside
                   && (chase_table_outline_apply (styles, outline, part)
                       || chase_tikz_is_fine_print (key));
          continue;
        }
      if (equals == NULL || depth == 0)
        return FALSE;
      value = chase_tex_unbrace (g_strstrip (g_strdup (equals + 1)));
      known &= read_list (styles, outline, value, nodes, depth - 1);
    }
  return known;
}

gboolean
chase_table_outline_read (const ChaseTexStyles *styles, ChaseTableOutline *outline,
                          const char *options)
{
  *outline = (ChaseTableOutline){ 0 };
  return options != NULL && read_list (styles, outline, options, FALSE, DEPTH_MAX);
}

gboolean
chase_table_outline_is_all (const ChaseTexStyles *styles, const char *option)
{
  ChaseTableOutline outline;
  gboolean all = chase_table_outline_read (styles, &outline, option);

  chase_table_outline_clear (&outline);
  return all;
}
