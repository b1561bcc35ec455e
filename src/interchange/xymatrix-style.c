/* SPDX-License-Identifier: MIT */
#include "interchange/xymatrix-private.h"

#include <math.h>
#include <string.h>

static ChaseTail
tail_of (const char *text)
{
  if (strchr (text, '(') != NULL)
    return *text == '_' ? CHASE_TAIL_HOOK_BOTTOM : CHASE_TAIL_HOOK_TOP;
  if (strchr (text, '>') != NULL)
    return CHASE_TAIL_MONO;
  if (strchr (text, '|') != NULL)
    return CHASE_TAIL_MAPS_TO;
  return strchr (text, '<') != NULL ? CHASE_TAIL_ARROW : CHASE_TAIL_DEFAULT;
}

/* Where the arrow comes from when it points to its start. */
static ChaseTail
back_tail_of (const char *text)
{
  if (strchr (text, ')') != NULL)
    return *text == '^' ? CHASE_TAIL_HOOK_BOTTOM : CHASE_TAIL_HOOK_TOP;
  if (strchr (text, '<') != NULL)
    return CHASE_TAIL_MONO;
  return *text == '|' ? CHASE_TAIL_MAPS_TO : CHASE_TAIL_DEFAULT;
}

static ChaseHead
head_of (const char *text)
{
  if (strstr (text, ">>") != NULL)
    return CHASE_HEAD_EPI;
  if (strchr (text, '>') == NULL)
    return CHASE_HEAD_NONE;
  if (*text == '^')
    return CHASE_HEAD_HARPOON_TOP;
  return *text == '_' ? CHASE_HEAD_HARPOON_BOTTOM : CHASE_HEAD_DEFAULT;
}

static ChaseBody
body_of (const char *text)
{
  if (strchr (text, '~') != NULL)
    return CHASE_BODY_SQUIGGLY;
  if (strchr (text, '.') != NULL || strchr (text, ':') != NULL)
    return CHASE_BODY_DOTTED;
  return strlen (text) > 1 ? CHASE_BODY_DASHED : CHASE_BODY_SOLID;
}

/* `@{tail body head}`: the body is a run of - = . ~ : */
void
chase_xy_apply_style (ChaseTikzArrow *arrow, const char *style)
{
  gsize start = strcspn (style, "-=.~:");
  gsize length = strspn (style + start, "-=.~:");
  g_autofree char *tail = g_strndup (style, start);
  g_autofree char *body = g_strndup (style + start, length);
  const char *head = style + start + length;

  if (*style == '\0')
    {
      arrow->invisible = arrow->phantom = TRUE;
      return;
    }
  arrow->style->body = length > 0 ? body_of (body) : CHASE_BODY_SOLID;
  if (strpbrk (body, "=:") != NULL)
    arrow->lines = 2;
  arrow->style->tail = tail_of (tail);
  arrow->style->head = head_of (head);
  if (arrow->style->tail == CHASE_TAIL_ARROW && arrow->style->head == CHASE_HEAD_NONE)
    {
      arrow->style->tail = back_tail_of (head);
      arrow->style->head = strstr (tail, "<<") != NULL ? CHASE_HEAD_EPI : CHASE_HEAD_DEFAULT;
      /* The half above the line is on the other side of the way back. */
      if (*tail == '^' || *tail == '_')
        arrow->style->head = *tail == '^' ? CHASE_HEAD_HARPOON_BOTTOM : CHASE_HEAD_HARPOON_TOP;
      arrow->reversed = TRUE;
    }
}

gboolean
chase_xy_knows_style (const char *style)
{
  static const char *const ends[] = { "|", "", NULL };
  gsize start = strcspn (style, "-=.~:");
  gsize length = strspn (style + start, "-=.~:");
  g_autofree char *head = g_strdup (style + start + length);

  g_strdelimit (head, "{}", ' ');
  g_strstrip (head);
  return strpbrk (style, "*x+/o") == NULL
         && (strchr (head, '|') == NULL || strchr (head, '>') == NULL)
         && (*head == '\0' || strchr (head, '>') != NULL || !g_strv_contains (ends, head)
             || strchr (style, '<') != NULL);
}

double
chase_xy_read_points (const char *text, double fallback)
{
  char *end;
  double value;

  while (*text == ' ')
    text++;
  value = g_ascii_strtod (text, &end);
  if (end == text || !isfinite (value))
    return fallback;
  if (g_str_has_prefix (end, "pc"))
    value *= 12.0;
  else if (g_str_has_prefix (end, "em"))
    value *= 10.0;
  else if (g_str_has_prefix (end, "ex"))
    value *= 4.3;
  else if (g_str_has_prefix (end, "mm"))
    value *= 2.845;
  else if (g_str_has_prefix (end, "cm"))
    value *= 28.45;
  return CLAMP (value, -1000.0, 1000.0);
}

double
chase_xy_rounded (double value)
{
  return round (100.0 * value) / 100.0 + 0.0;
}

/* `/^1pc/` bows to the left by about so much, `/_1pc/` to the right. */
void
chase_xy_apply_curve (ChaseTikzArrow *arrow, const char *text)
{
  double sign = *text == '_' ? 1.0 : -1.0;

  if (*text == '^' || *text == '_')
    arrow->style->curve = chase_xy_rounded (sign * chase_xy_read_points (text + 1, 6.0) / 6.0);
}

gboolean
chase_xy_angle_of (const char *text, double *angle)
{
  static const struct
  {
    const char *way;
    double angle;
  } ways[] = { { "r", 0.0 },    { "ur", 45.0 },  { "ru", 45.0 },  { "u", 90.0 },
               { "ul", 135.0 }, { "lu", 135.0 }, { "l", 180.0 },  { "dl", 225.0 },
               { "ld", 225.0 }, { "d", 270.0 },  { "dr", 315.0 }, { "rd", 315.0 } };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (strcmp (ways[i].way, text) == 0)
      {
        *angle = ways[i].angle;
        return TRUE;
      }
  return FALSE;
}

/* `(ul,ur)`: leaves to the upper left, comes back from the upper right. */
void
chase_xy_apply_ways (ChaseTikzArrow *arrow, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", 2);

  if (g_strv_length (parts) != 2)
    return;
  arrow->has_out = chase_xy_angle_of (g_strstrip (parts[0]), &arrow->rare.out);
  arrow->has_in = chase_xy_angle_of (g_strstrip (parts[1]), &arrow->rare.in);
  arrow->loop = arrow->has_out && arrow->has_in;
}
