/* SPDX-License-Identifier: MIT */
#include "model/style.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const char *word;
  int value;
} Word;

/* The first word of a value is the one that is written; the others are what users of other tools
 * know. */
static const Word heads[] = {
  { "default", CHASE_HEAD_DEFAULT },
  { "arrowhead", CHASE_HEAD_ARROW },
  { "none", CHASE_HEAD_NONE },
  { "epi", CHASE_HEAD_EPI },
  { "harpoon top", CHASE_HEAD_HARPOON_TOP },
  { "harpoon bottom", CHASE_HEAD_HARPOON_BOTTOM },
  { "multimap", CHASE_HEAD_MULTIMAP },
  { "arrow", CHASE_HEAD_ARROW },
  { "no head", CHASE_HEAD_NONE },
  { "two heads", CHASE_HEAD_EPI },
  { "harpoon", CHASE_HEAD_HARPOON_TOP },
  { "harpoon'", CHASE_HEAD_HARPOON_BOTTOM },
  { NULL, 0 },
};

static const Word tails[] = {
  { "default", CHASE_TAIL_DEFAULT },
  { "none", CHASE_TAIL_NONE },
  { "mono", CHASE_TAIL_MONO },
  { "maps to", CHASE_TAIL_MAPS_TO },
  { "hook top", CHASE_TAIL_HOOK_TOP },
  { "hook bottom", CHASE_TAIL_HOOK_BOTTOM },
  { "arrowhead", CHASE_TAIL_ARROW },
  { "coil top", CHASE_TAIL_COIL_TOP },
  { "coil bottom", CHASE_TAIL_COIL_BOTTOM },
  { "tail", CHASE_TAIL_MONO },
  { "mapsto", CHASE_TAIL_MAPS_TO },
  { "hook", CHASE_TAIL_HOOK_TOP },
  { "hook'", CHASE_TAIL_HOOK_BOTTOM },
  { "tail reversed", CHASE_TAIL_ARROW },
  { "coil", CHASE_TAIL_COIL_TOP },
  { "coil'", CHASE_TAIL_COIL_BOTTOM },
  { NULL, 0 },
};

static const Word bodies[] = {
  { "solid", CHASE_BODY_SOLID },
  { "none", CHASE_BODY_NONE },
  { "dashed", CHASE_BODY_DASHED },
  { "dotted", CHASE_BODY_DOTTED },
  { "squiggly", CHASE_BODY_SQUIGGLY },
  { "barred", CHASE_BODY_BARRED },
  { "double barred", CHASE_BODY_DOUBLE_BARRED },
  { "bullet solid", CHASE_BODY_BULLET_SOLID },
  { "bullet hollow", CHASE_BODY_BULLET_HOLLOW },
  { "cell", CHASE_BODY_SOLID },
  { "no body", CHASE_BODY_NONE },
  { "phantom", CHASE_BODY_NONE },
  { NULL, 0 },
};

static const Word labels[] = {
  { "auto", CHASE_LABEL_AUTO },
  { "left", CHASE_LABEL_LEFT },
  { "centre", CHASE_LABEL_CENTRE },
  { "right", CHASE_LABEL_RIGHT },
  { "over", CHASE_LABEL_OVER },
  { "center", CHASE_LABEL_CENTRE },
  { "description", CHASE_LABEL_CENTRE },
  { "marking", CHASE_LABEL_OVER },
  { NULL, 0 },
};

static const struct
{
  const char *name;
  guint8 rgb[3];
} colours[] = {
  { "black", { 0, 0, 0 } },      { "white", { 255, 255, 255 } }, { "red", { 255, 0, 0 } },
  { "green", { 0, 128, 0 } },    { "blue", { 0, 0, 255 } },      { "yellow", { 255, 255, 0 } },
  { "cyan", { 0, 255, 255 } },   { "magenta", { 255, 0, 255 } }, { "orange", { 255, 128, 0 } },
  { "purple", { 191, 0, 64 } },  { "violet", { 128, 0, 128 } },  { "brown", { 191, 128, 64 } },
  { "pink", { 255, 191, 191 } }, { "teal", { 0, 128, 128 } },    { "olive", { 128, 128, 0 } },
  { "lime", { 191, 255, 0 } },   { "navy", { 0, 0, 128 } },      { "maroon", { 128, 0, 0 } },
  { "gray", { 128, 128, 128 } }, { "darkgray", { 64, 64, 64 } }, { "lightgray", { 191, 191, 191 } },
  { "grey", { 128, 128, 128 } },
};

static const char *
word_of (const Word *words, int value)
{
  for (; words->word != NULL; words++)
    if (words->value == value)
      return words->word;
  return NULL;
}

static gboolean
value_of (const Word *words, const char *word, int *value)
{
  for (; words->word != NULL; words++)
    if (strcmp (words->word, word) == 0)
      {
        *value = words->value;
        return TRUE;
      }
  return FALSE;
}

const char *
chase_style_head_word (ChaseHead head)
{
  return word_of (heads, head);
}

const char *
chase_style_tail_word (ChaseTail tail)
{
  return word_of (tails, tail);
}

const char *
chase_style_body_word (ChaseBody body)
{
  return word_of (bodies, body);
}

const char *
chase_style_label_word (ChaseLabelSide side)
{
  return word_of (labels, side);
}

gboolean
chase_style_parse_head (const char *word, ChaseHead *head)
{
  int value;

  if (!value_of (heads, word, &value))
    return FALSE;
  *head = value;
  return TRUE;
}

gboolean
chase_style_parse_tail (const char *word, ChaseTail *tail)
{
  int value;

  if (!value_of (tails, word, &value))
    return FALSE;
  *tail = value;
  return TRUE;
}

gboolean
chase_style_parse_body (const char *word, ChaseBody *body)
{
  int value;

  if (!value_of (bodies, word, &value))
    return FALSE;
  *body = value;
  return TRUE;
}

gboolean
chase_style_parse_label (const char *word, ChaseLabelSide *side)
{
  int value;

  if (!value_of (labels, word, &value))
    return FALSE;
  *side = value;
  return TRUE;
}

static void
set_rgb (ChaseColour *colour, const guint8 rgb[3])
{
  colour->kind = CHASE_COLOUR_RGB;
  colour->alpha = 1.0;
  for (int i = 0; i < 3; i++)
    colour->values[i] = rgb[i];
}

gboolean
chase_colour_parse_name (const char *word, ChaseColour *colour)
{
  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    if (strcmp (colours[i].name, word) == 0)
      {
        set_rgb (colour, colours[i].rgb);
        return TRUE;
      }
  return FALSE;
}

gboolean
chase_colour_parse_hex (const char *text, ChaseColour *colour)
{
  gsize n = strlen (text);
  guint8 rgb[3];

  if (text[0] != '#' || (n != 4 && n != 7))
    return FALSE;
  for (gsize i = 1; i < n; i++)
    if (!g_ascii_isxdigit (text[i]))
      return FALSE;
  for (guint i = 0; i < 3; i++)
    {
      int high = g_ascii_xdigit_value (text[n == 4 ? 1 + i : 1 + 2 * i]);
      int low = n == 4 ? high : g_ascii_xdigit_value (text[2 + 2 * i]);

      rgb[i] = (guint8)(16 * high + low);
    }
  set_rgb (colour, rgb);
  return TRUE;
}

char *
chase_colour_to_hex (const ChaseColour *colour)
{
  double rgb[3];

  chase_colour_to_rgb (colour, rgb);
  return g_strdup_printf ("#%02x%02x%02x", (guint)lround (255 * rgb[0]),
                          (guint)lround (255 * rgb[1]), (guint)lround (255 * rgb[2]));
}

const char *
chase_colour_name (const ChaseColour *colour)
{
  if (colour->kind != CHASE_COLOUR_RGB || colour->alpha != 1.0)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    if (colour->values[0] == colours[i].rgb[0] && colour->values[1] == colours[i].rgb[1]
        && colour->values[2] == colours[i].rgb[2])
      return colours[i].name;
  return NULL;
}
