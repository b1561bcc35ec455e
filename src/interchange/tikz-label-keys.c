/* SPDX-License-Identifier: MIT */
#include "interchange/tex-private.h"
#include "interchange/tikz-keys-private.h"

#include <math.h>
#include <string.h>

/* The labels of an arrow, and the keys of TikZ for them. */

static const struct
{
  const char *key;
  double at;
} positions[] = {
  { "at start", 0.0 }, { "very near start", 0.1 }, { "near start", 0.2 }, { "midway", 0.5 },
  { "near end", 0.8 }, { "very near end", 0.9 },   { "at end", 1.0 },
};

static const struct
{
  const char *key;
  ChaseTikzPlace place;
} places[] = {
  { "description", CHASE_TIKZ_CENTRE },
  { "marking", CHASE_TIKZ_OVER },
  { "above", CHASE_TIKZ_ABOVE },
  { "below", CHASE_TIKZ_BELOW },
  { "left", CHASE_TIKZ_WEST },
  { "right", CHASE_TIKZ_EAST },
  { "above left", CHASE_TIKZ_NORTH_WEST },
  { "above right", CHASE_TIKZ_NORTH_EAST },
  { "below left", CHASE_TIKZ_SOUTH_WEST },
  { "below right", CHASE_TIKZ_SOUTH_EAST },
};

/* The side of a label that has its @anchor on the line; AUTO for an anchor that is on none. */
static ChaseTikzPlace
side_of_anchor (const char *anchor)
{
  static const struct
  {
    const char *anchor;
    ChaseTikzPlace place;
  } anchors[] = {
    { "north", CHASE_TIKZ_BELOW },
    { "south", CHASE_TIKZ_ABOVE },
    { "east", CHASE_TIKZ_WEST },
    { "west", CHASE_TIKZ_EAST },
    { "north east", CHASE_TIKZ_SOUTH_WEST },
    { "north west", CHASE_TIKZ_SOUTH_EAST },
    { "south east", CHASE_TIKZ_NORTH_WEST },
    { "south west", CHASE_TIKZ_NORTH_EAST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (anchors); i++)
    if (strcmp (anchor, anchors[i].anchor) == 0)
      return anchors[i].place;
  return CHASE_TIKZ_AUTO;
}

void
chase_tikz_label_free (ChaseTikzLabel *label)
{
  if (label == NULL)
    return;
  g_free (label->text);
  g_free (label->name);
  if (label->unknown != NULL)
    g_string_free (label->unknown, TRUE);
  g_free (label);
}

ChaseTikzLabel *
chase_tikz_label_new (const ChaseTexStyles *styles)
{
  ChaseTikzLabel *label = g_new0 (ChaseTikzLabel, 1);

  label->styles = styles;
  return label;
}

gboolean
chase_tikz_apply_label_key (ChaseTikzLabel *label, const char *key, const char *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    if (strcmp (key, positions[i].key) == 0 && value == NULL)
      {
        label->has_at = TRUE;
        label->at = positions[i].at;
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (strcmp (key, places[i].key) == 0 && (value == NULL || label->text != NULL))
      {
        label->place = places[i].place;
        return TRUE;
      }
  if (strcmp (key, "swap") == 0 || strcmp (key, "'") == 0)
    label->swapped = !label->swapped;
  else if (strcmp (key, "sloped") == 0 && value == NULL)
    label->sloped = TRUE;
  else if (strcmp (key, "pos") == 0 && value != NULL && chase_tikz_read_plain (value, &label->at))
    {
      label->has_at = TRUE;
      label->at = CLAMP (label->at, 0.0, 1.0);
    }
  else if (strcmp (key, "text") == 0 && value != NULL)
    return chase_tikz_read_colour (label->styles, value, &label->colour);
  else
    return FALSE;
  return TRUE;
}

static void
apply_label_option (ChaseTikzLabel *label, const char *option);

gboolean
chase_tikz_is_centre (const char *value)
{
  return value != NULL
         && (strcmp (value, "center") == 0 || strcmp (value, "{center}") == 0
             || strcmp (value, "centre") == 0);
}

/* `label=above:$x$`: a label of the label, which counts where it has no text itself. */
static gboolean
apply_label_of_label (ChaseTikzLabel *label, const char *value)
{
  const char *colon = strchr (value, ':');
  g_autofree char *side = NULL;
  g_autofree char *text = NULL;

  if (colon == NULL || *label->text != '\0')
    return FALSE;
  side = g_strstrip (g_strndup (value, (gsize)(colon - value)));
  text = g_strstrip (g_strdup (colon + 1));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (strcmp (places[i].key, side) == 0)
      label->place = places[i].place;
  g_strdelimit (text, "$", ' ');
  g_strstrip (text);
  if (g_str_has_prefix (text, "\\scriptstyle"))
    memmove (text, text + strlen ("\\scriptstyle"), strlen (text + strlen ("\\scriptstyle")) + 1);
  chase_tikz_set_text (&label->text, g_strstrip (text));
  return TRUE;
}

gboolean
chase_tikz_apply_to_label (ChaseTikzLabel *label, const char *option)
{
  static const char *const keys[]
      = { "swap",          "anchor",     "name",        "label",      "pos",      "description",
          "marking",       "above",      "below",       "left",       "right",    "above left",
          "above right",   "below left", "below right", "near start", "near end", "very near start",
          "very near end", "midway" };
  g_autofree char *key = g_strndup (option, strcspn (option, "="));

  g_strstrip (key);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strcmp (keys[i], key) == 0)
      {
        apply_label_option (label, option);
        return TRUE;
      }
  return FALSE;
}

/* Options that only a label may carry. */
static void
apply_label_option (ChaseTikzLabel *label, const char *option)
{
  g_autofree char *key = g_strdup (option);
  char *value = strchr (key, '=');
  double sep;

  if (value != NULL)
    *value++ = '\0';
  g_strstrip (key);
  if (value != NULL)
    g_strstrip (value);
  if (*key == '\0' || chase_tikz_apply_label_key (label, key, value))
    return;
  if (strcmp (key, "name") == 0 && value != NULL)
    {
      chase_tikz_set_text (&label->name, value);
      chase_tex_unbrace (label->name);
    }
  else if (strcmp (key, "label") == 0 && value != NULL && apply_label_of_label (label, value))
    return;
  else if (strcmp (key, "anchor") == 0 && chase_tikz_is_centre (value))
    label->anchored = TRUE;
  else if (strcmp (key, "anchor") == 0 && value != NULL
           && side_of_anchor (value) != CHASE_TIKZ_AUTO)
    label->place = side_of_anchor (value);
  else if (strcmp (key, "rotate") == 0 && value != NULL
           && chase_tikz_read_plain (value, &label->rotate))
    label->rotated = TRUE;
  else if (value == NULL && chase_tikz_read_colour (label->styles, key, &label->colour))
    return;
  else if (strcmp (key, "inner sep") == 0 && value != NULL
           && chase_tikz_read_length (value, 1.0, &sep))
    {
      label->has_sep = TRUE;
      label->sep = (float)sep;
    }
  else if (strcmp (key, "auto") == 0)
    label->swapped = value != NULL && strcmp (value, "right") == 0 ? TRUE : label->swapped;
  else if (strcmp (key, "allow upside down") != 0 && strcmp (key, "coordinate") != 0)
    chase_tikz_keep (&label->unknown, option);
}

static void
apply_label_options (ChaseTikzLabel *label, const char *list)
{
  g_autoptr (GPtrArray) options = chase_tex_split (list, ',', FALSE);

  for (guint i = 0; i < options->len; i++)
    apply_label_option (label, g_ptr_array_index (options, i));
}

void
chase_tikz_apply_to_labels (ChaseTikzArrow *arrow, const char *list)
{
  apply_label_options (chase_tikz_label_defaults (arrow), list);
}

ChaseTikzLabel *
chase_tikz_add_label (ChaseTikzArrow *arrow, char *text, const char *list)
{
  ChaseTikzLabel *label = chase_tikz_label_new (arrow->rare.styles);

  label->text = chase_tex_unbrace (text);
  if (list != NULL)
    apply_label_options (label, list);
  if (arrow->rare.last_label != NULL)
    arrow->rare.last_label->next = label;
  else
    arrow->labels = label;
  arrow->rare.last_label = label;
  return label;
}

void
chase_tikz_apply_quoted (ChaseTikzArrow *arrow, const char *option)
{
  const char *p = option + 1;
  gint depth = 0;
  ChaseTikzLabel *label;

  for (; *p != '\0' && (*p != '"' || depth > 0); p++)
    if (*p == '\\' && p[1] != '\0')
      p++;
    else
      depth += (*p == '{') - (*p == '}');
  label = chase_tikz_add_label (arrow, g_strndup (option + 1, (gsize)(p - option - 1)), NULL);
  arrow->unclosed = arrow->unclosed || *p != '"';
  if (*p == '"')
    p++;
  while (*p == '\'' || *p == ' ')
    label->swapped ^= *p++ == '\'';
  if (*p != '\0')
    {
      g_autofree char *rest = chase_tex_unbrace (g_strdup (p));

      apply_label_options (label, rest);
    }
}
