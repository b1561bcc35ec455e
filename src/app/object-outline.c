/* SPDX-License-Identifier: MIT */
#include "app/object-outline.h"

#include "model/outline-words.h"

static const char *const keys[]
    = { "outline", "outlinestyle", "outlinecolour", "outlinefill", NULL };

gboolean
chase_object_outline_is_key (const char *key)
{
  return g_strv_contains (keys, key);
}

static gboolean
has_shape (const ChaseStyle *style)
{
  return chase_outline_find (chase_outline_shapes (), chase_style_get_extra (style, "outline"))
         != NULL;
}

static gboolean
is_line (const char *word)
{
  return g_str_equal (word, "solid") || g_str_equal (word, "none")
         || chase_outline_find (chase_outline_lines (), word) != NULL;
}

static gboolean
set_shape (ChaseStyle *style, const char *word)
{
  if (chase_outline_find (chase_outline_shapes (), word) != NULL)
    chase_style_set_extra (style, "outline", word);
  else if (g_str_equal (word, "none"))
    for (guint i = 0; keys[i] != NULL; i++)
      chase_style_remove_extra (style, keys[i]);
  else
    return FALSE;
  return TRUE;
}

/* What is drawn by itself is not said. */
static void
set_detail (ChaseStyle *style, const char *key, const char *value)
{
  if (value == NULL)
    {
      chase_style_remove_extra (style, key);
      return;
    }
  if (!has_shape (style))
    chase_style_set_extra (style, "outline", chase_outline_shapes ()[0]);
  chase_style_set_extra (style, key, value);
}

static gboolean
set_colour (ChaseStyle *style, const char *key, const char *word)
{
  ChaseColour colour;

  if (g_str_equal (word, "none"))
    set_detail (style, key, NULL);
  else if (chase_colour_parse_hex (word, &colour))
    set_detail (style, key, word);
  else
    return FALSE;
  return TRUE;
}

gboolean
chase_object_outline_apply (ChaseStyle *style, const char *key, const char *word)
{
  if (g_str_equal (key, "outline"))
    return set_shape (style, word);
  if (!g_str_equal (key, "outlinestyle"))
    return set_colour (style, key, word);
  if (!is_line (word))
    return FALSE;
  set_detail (style, key, g_str_equal (word, "solid") ? NULL : word);
  return TRUE;
}

static gboolean
is_colour (const char *value, const char *word)
{
  ChaseColour colour, other;

  if (value == NULL || g_str_equal (word, "none"))
    return value == NULL && g_str_equal (word, "none");
  return chase_colour_parse_hex (value, &colour) && chase_colour_parse_hex (word, &other)
         && chase_colour_equal (&colour, &other);
}

gboolean
chase_object_outline_has (const ChaseStyle *style, const char *key, const char *word)
{
  const char *value = style != NULL ? chase_style_get_extra (style, key) : NULL;

  if (style == NULL || !has_shape (style))
    return g_str_equal (key, "outline") && g_str_equal (word, "none");
  if (g_str_equal (key, "outline"))
    return g_str_equal (value, word);
  if (g_str_equal (key, "outlinestyle"))
    return g_str_equal (value != NULL ? value : "solid", word);
  return is_colour (value, word);
}
