/* SPDX-License-Identifier: MIT */
#include "app/style-choices.h"

#include "app/object-outline.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

static const ChaseStyleChoices fields[] = {
  { "form",
    N_ ("Sign"),
    { { "arrow", N_ ("Arrow") },
      { "adjunction", N_ ("Adjunction") },
      { "pullback", N_ ("Pullback corner") },
      { "pushout", N_ ("Pushout corner") } } },
  { "tail",
    N_ ("Tail"),
    { { "none", N_ ("No tail") },
      { "mono", N_ ("Mono") },
      { "hook top", N_ ("Hook above") },
      { "hook bottom", N_ ("Hook below") },
      { "maps to", N_ ("Maps to") },
      { "arrowhead", N_ ("Arrowhead at the tail") },
      { "coil top", N_ ("Coil above") },
      { "coil bottom", N_ ("Coil below") } } },
  { "body",
    N_ ("Line"),
    { { "solid", N_ ("Solid line") },
      { "dashed", N_ ("Dashed line") },
      { "dotted", N_ ("Dotted line") },
      { "squiggly", N_ ("Squiggly line") },
      { "barred", N_ ("Barred line") },
      { "double barred", N_ ("Doubly barred line") },
      { "bullet solid", N_ ("Bullet on the line") },
      { "bullet hollow", N_ ("Hollow bullet on the line") },
      { "none", N_ ("No line") } } },
  { "head",
    N_ ("Head"),
    { { "arrowhead", N_ ("Arrowhead") },
      { "epi", N_ ("Epi") },
      { "harpoon top", N_ ("Harpoon above") },
      { "harpoon bottom", N_ ("Harpoon below") },
      { "multimap", N_ ("Circle") },
      { "none", N_ ("No head") } } },
  { "level",
    N_ ("Lines"),
    { { "1", N_ ("One line") },
      { "2", N_ ("Two lines") },
      { "3", N_ ("Three lines") },
      { "4", N_ ("Four lines") } } },
  { "label",
    N_ ("Label"),
    { { "auto", N_ ("Label where there is room") },
      { "left", N_ ("Label on the left") },
      { "centre", N_ ("Label on the line") },
      { "right", N_ ("Label on the right") },
      { "over", N_ ("Label along the line") } } },
  { "align-source",
    N_ ("Tail of a 2-cell"),
    { { "centre", N_ ("On the line") }, { "midpoint", N_ ("Between objects") } } },
  { "align-target",
    N_ ("Head of a 2-cell"),
    { { "centre", N_ ("On the line") }, { "midpoint", N_ ("Between objects") } } },
  { "outline",
    N_ ("Outline of the object"),
    { { "none", N_ ("No outline") },
      { "rectangle", N_ ("Rectangle around the object") },
      { "rounded", N_ ("Rounded rectangle around the object") },
      { "circle", N_ ("Circle around the object") },
      { "ellipse", N_ ("Ellipse around the object") } } },
  { "outlinestyle",
    N_ ("Line of the outline"),
    { { "solid", N_ ("Solid outline") },
      { "dashed", N_ ("Dashed outline") },
      { "dotted", N_ ("Dotted outline") },
      { "double", N_ ("Doubled outline") },
      { "none", N_ ("Outline without a line") } } },
};

static const ChaseStyleColour colours[] = {
  { "#c01c28", "#f8d3d1", N_ ("Red") },    { "#e66100", "#fde0c5", N_ ("Orange") },
  { "#b58900", "#fbefb4", N_ ("Yellow") }, { "#26a269", "#d0efda", N_ ("Green") },
  { "#1a7f9c", "#cdeaf1", N_ ("Teal") },   { "#1c71d8", "#d3e4fb", N_ ("Blue") },
  { "#813d9c", "#e9d7ef", N_ ("Purple") }, { "#865e3c", "#eadccf", N_ ("Brown") },
  { "#77767b", "#e3e3e1", N_ ("Grey") },
};

static const ChaseStyleNumber numbers[] = {
  { "curve", N_ ("Curve"), -8, 8, 0.5, FALSE, TRUE },
  { "offset", N_ ("Offset"), -8, 8, 0.5, FALSE, TRUE },
  { "out", N_ ("Leaves at"), -180, 180, 15, FALSE, TRUE },
  { "in", N_ ("Arrives at"), -180, 180, 15, FALSE, TRUE },
  { "shorten-source", N_ ("Shorter at the tail"), 0, 80, 5, FALSE, TRUE },
  { "shorten-target", N_ ("Shorter at the head"), 0, 80, 5, FALSE, TRUE },
  { "radius", N_ ("Size of the loop"), -12, 12, 1, TRUE, FALSE },
  { "angle", N_ ("Place of the loop"), -180, 180, 15, TRUE, FALSE },
  { "labelat", N_ ("Label along the arrow"), 0, 1, 0.05, FALSE, FALSE },
  { "labelgap", N_ ("Label off the line"), -20, 40, 1, FALSE, FALSE },
  { "step", N_ ("Appears at click"), 0, 99, 1, FALSE, FALSE },
};

const ChaseStyleChoices *
chase_style_choices (guint *n)
{
  *n = G_N_ELEMENTS (fields);
  return fields;
}

const ChaseStyleColour *
chase_style_colours (guint *n)
{
  *n = G_N_ELEMENTS (colours);
  return colours;
}

const ChaseStyleNumber *
chase_style_numbers (guint *n)
{
  *n = G_N_ELEMENTS (numbers);
  return numbers;
}

double
chase_style_get_number (const ChaseStyle *style, const char *key)
{
  const struct
  {
    const char *key;
    double value;
  } values[] = { { "curve", style->curve },
                 { "offset", style->offset },
                 { "out", style->out },
                 { "in", style->in },
                 { "shorten-source", style->shorten_source },
                 { "shorten-target", style->shorten_target },
                 { "radius", style->radius },
                 { "angle", style->angle },
                 { "labelat", style->label_at },
                 { "labelgap", style->label_gap },
                 { "step", style->step } };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (g_str_equal (values[i].key, key))
      return values[i].value;
  return 0;
}

static gboolean
set_number (ChaseStyle *style, const char *key, double value)
{
  if (g_str_equal (key, "curve"))
    style->curve = value;
  else if (g_str_equal (key, "offset"))
    style->offset = value;
  else if (g_str_equal (key, "shorten-source"))
    style->shorten_source = value;
  else if (g_str_equal (key, "shorten-target"))
    style->shorten_target = value;
  else if (g_str_equal (key, "radius"))
    style->radius = value;
  else if (g_str_equal (key, "angle"))
    style->angle = value;
  else if (g_str_equal (key, "labelat"))
    style->label_at = value;
  else if (g_str_equal (key, "labelgap"))
    style->label_gap = value;
  else if (g_str_equal (key, "step"))
    style->step = (guint)value;
  else if (g_str_equal (key, "out"))
    style->out = value, style->has_out = TRUE;
  else if (g_str_equal (key, "in"))
    style->in = value, style->has_in = TRUE;
  else
    return FALSE;
  /* The last one that was asked for is the one that shapes it. */
  if (g_str_equal (key, "curve"))
    {
      style->has_out = style->has_in = FALSE;
      style->out = style->in = style->bend = 0;
    }
  return TRUE;
}

static gboolean
set_form (ChaseStyle *style, const char *word)
{
  static const char *const words[] = { "arrow", "adjunction", "pullback", "pushout" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i]))
      {
        style->form = (ChaseEdgeForm)i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
set_end (gboolean *midpoint, const char *word)
{
  *midpoint = g_str_equal (word, "midpoint");
  return *midpoint || g_str_equal (word, "centre");
}

static gboolean
set_colour (ChaseColour *colour, const char *word)
{
  if (g_str_equal (word, "none"))
    {
      memset (colour, 0, sizeof *colour);
      return TRUE;
    }
  return chase_colour_parse_name (word, colour) || chase_colour_parse_hex (word, colour);
}

gboolean
chase_style_apply (ChaseStyle *style, const char *words)
{
  const char *space = strchr (words, ' ');
  g_autofree char *key = space != NULL ? g_strndup (words, (gsize)(space - words)) : NULL;
  const char *word = space != NULL ? space + 1 : "";
  char *end;
  double value;

  if (key == NULL)
    return FALSE;
  if (g_str_equal (key, "form"))
    return set_form (style, word);
  if (g_str_equal (key, "tail"))
    return chase_style_parse_tail (word, &style->tail);
  if (g_str_equal (key, "head"))
    return chase_style_parse_head (word, &style->head);
  if (g_str_equal (key, "body"))
    return chase_style_parse_body (word, &style->body);
  if (g_str_equal (key, "label"))
    return chase_style_parse_label (word, &style->label_side);
  if (g_str_equal (key, "align-source"))
    return set_end (&style->source_midpoint, word);
  if (g_str_equal (key, "align-target"))
    return set_end (&style->target_midpoint, word);
  if (g_str_equal (key, "colour"))
    return set_colour (&style->colour, word);
  if (g_str_equal (key, "labelcolour"))
    return set_colour (&style->label_colour, word);
  if (chase_object_outline_is_key (key))
    return chase_object_outline_apply (style, key, word);
  value = g_ascii_strtod (word, &end);
  if (end == word || *end != '\0' || !isfinite (value))
    return FALSE;
  if (g_str_equal (key, "level"))
    {
      style->level = (guint)CLAMP (value, 0, 4);
      return TRUE;
    }
  return set_number (style, key, value);
}

gboolean
chase_style_has (const ChaseStyle *style, guint level, const char *key, const char *word)
{
  g_autoptr (ChaseStyle) with = chase_style_copy (style);
  g_autofree char *words = g_strconcat (key, " ", word, NULL);

  if (chase_object_outline_is_key (key))
    return chase_object_outline_has (style, key, word);
  /* What is not said is what is drawn by itself. */
  if (g_str_equal (key, "head") && style->head == CHASE_HEAD_DEFAULT)
    return g_str_equal (word, "arrowhead");
  if (g_str_equal (key, "tail") && style->tail == CHASE_TAIL_DEFAULT)
    return g_str_equal (word, "none");
  if (g_str_equal (key, "level") && style->level == 0)
    return g_ascii_strtoull (word, NULL, 10) == level;
  return chase_style_apply (with, words) && chase_style_equal (with, style);
}
