/* SPDX-License-Identifier: MIT */
#include "interchange/table-private.h"
#include "interchange/tex-private.h"
#include "model/outline-words.h"

#include <string.h>

/* The outlines of cells, `|[draw, circle, fill=yellow]|`, and of all of them by
 * `cells={nodes={...}}`: as the style's `outline`, `outlinestyle`, `outlinecolour` and
 * `outlinefill`. */

/* Lists stand in lists no deeper. */
#define DEPTH_MAX 4
/* Nor do styles stand for others, or for more. */
#define STYLE_DEPTH_MAX 2
#define PARTS_MAX 8

static gboolean
set_colour (const ChaseTexStyles *styles, const char *text, char **slot)
{
  ChaseColour colour;

  if (!chase_tikz_read_colour (styles, text, &colour))
    return FALSE;
  chase_node_outline_set_colour (slot, &colour);
  return TRUE;
}

static gboolean
apply_shape (ChaseNodeOutline *outline, const char *word)
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
apply_line (ChaseNodeOutline *outline, const char *word)
{
  const char *const *lines = chase_outline_lines ();

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_suffix (word, lines[i]))
      {
        outline->line = lines[i];
        return TRUE;
      }
  return FALSE;
}

/* `key=value` that a shape, a line or a ground has. */
static gboolean
apply_value (const ChaseTexStyles *styles, ChaseNodeOutline *outline, const char *key,
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
apply_plain (const ChaseTexStyles *styles, ChaseNodeOutline *outline, const char *option)
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
apply_deep (const ChaseTexStyles *styles, ChaseNodeOutline *outline, const char *option,
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
chase_table_outline_apply (const ChaseTexStyles *styles, ChaseNodeOutline *outline,
                           const char *option)
{
  return apply_deep (styles, outline, option, STYLE_DEPTH_MAX);
}

/* `cells={nodes={...}}`, `nodes={...}` and `every cell/.style={...}`; FALSE where one of them says
 * more than an outline. */
static gboolean
read_list (const ChaseTexStyles *styles, ChaseNodeOutline *outline, const char *list,
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
chase_table_outline_read (const ChaseTexStyles *styles, ChaseNodeOutline *outline,
                          const char *options)
{
  *outline = (ChaseNodeOutline){ 0 };
  return options != NULL && read_list (styles, outline, options, FALSE, DEPTH_MAX);
}

gboolean
chase_table_outline_is_all (const ChaseTexStyles *styles, const char *option)
{
  ChaseNodeOutline outline;
  gboolean all = chase_table_outline_read (styles, &outline, option);

  chase_node_outline_clear (&outline);
  return all;
}
