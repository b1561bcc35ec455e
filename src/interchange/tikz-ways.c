/* SPDX-License-Identifier: MIT */
#include "interchange/tex-private.h"
#include "interchange/tikz-keys-private.h"

#include <math.h>
#include <string.h>

/* The keys of TikZ for the way of an arrow. */

static double
rounded (double value)
{
  return round (value * 1000.0) / 1000.0;
}

static gboolean
is_direction (const char *text)
{
  return *text != '\0' && strspn (text, "udlr") == strlen (text);
}

/* A positive curve bows to the right of the direction of travel, a positive offset lies there. */
static gboolean
apply_bend (ChaseTikzArrow *arrow, const char *key, const char *value)
{
  double sign = 0.0;
  double amount;

  if (strcmp (key, "bend left") == 0 || strcmp (key, "bend right") == 0)
    {
      sign = key[5] == 'l' ? -1.0 : 1.0;
      if (value == NULL || !chase_tikz_read_plain (value, &amount))
        amount = 30.0;
      arrow->style->bend = CLAMP (sign * amount, -180.0, 180.0);
      arrow->style->curve = 0.0;
    }
  else if (strcmp (key, "shift left") == 0 || strcmp (key, "shift right") == 0)
    {
      sign = key[6] == 'l' ? -1.0 : 1.0;
      if (value == NULL || !chase_tikz_read_length (value, CHASE_TIKZ_SHIFT, &amount))
        amount = CHASE_TIKZ_SHIFT;
      arrow->style->offset = rounded (sign * amount / CHASE_TIKZ_SHIFT);
    }
  else if (strcmp (key, "curve") == 0 && value != NULL && strstr (value, "height=") != NULL
           && chase_tikz_read_plain (strstr (value, "height=") + 7, &amount))
    {
      arrow->style->curve = rounded (amount / 6.0);
      arrow->style->bend = 0.0;
      if (strchr (value, ',') != NULL)
        return FALSE;
    }
  return sign != 0.0 || (strcmp (key, "curve") == 0 && value != NULL);
}

static gboolean
apply_loop (ChaseTikzArrow *arrow, const char *key, const char *value)
{
  static const struct
  {
    const char *key;
    double angle;
  } loops[] = { { "loop", 0.0 },
                { "loop above", 0.0 },
                { "loop right", 90.0 },
                { "loop below", 180.0 },
                { "loop left", -90.0 } };

  for (guint i = 0; i < G_N_ELEMENTS (loops); i++)
    if (strcmp (key, loops[i].key) == 0)
      {
        arrow->loop = TRUE;
        /* They run clockwise, with their labels, at the left of the way, outside. */
        arrow->style->radius = 3.0;
        arrow->style->angle = loops[i].angle;
        return TRUE;
      }
  if (value == NULL)
    return FALSE;
  if (strcmp (key, "in") == 0)
    return arrow->has_in = chase_tikz_read_plain (value, &arrow->rare.in);
  if (strcmp (key, "out") == 0)
    return arrow->has_out = chase_tikz_read_plain (value, &arrow->rare.out);
  if (strcmp (key, "looseness") == 0)
    return chase_tikz_read_plain (value, &arrow->style->looseness);
  if (strcmp (key, "distance") == 0 && chase_tikz_read_length (value, 1.0, &arrow->rare.distance))
    {
      arrow->rare.distance /= CHASE_TIKZ_MM;
      return TRUE;
    }
  return FALSE;
}

/* `between={0.2}{0.8}` keeps the part of the arrow between two fractions. */
static gboolean
apply_between (ChaseTikzArrow *arrow, const char *value)
{
  const char *second = strchr (value, '}');
  double from, to;

  if (second == NULL || !chase_tikz_read_plain (value, &from)
      || !chase_tikz_read_plain (second + 1, &to))
    return FALSE;
  arrow->style->shorten_source = rounded (100.0 * CLAMP (from, 0.0, 1.0));
  arrow->style->shorten_target = rounded (100.0 * (1.0 - CLAMP (to, 0.0, 1.0)));
  return TRUE;
}

static gboolean
apply_shorten (ChaseTikzArrow *arrow, const char *key, const char *value)
{
  double points;

  if (value == NULL)
    return FALSE;
  if (strcmp (key, "between") == 0)
    return apply_between (arrow, value);
  if (!g_str_has_prefix (key, "shorten") || !chase_tikz_read_length (value, 1.0, &points))
    return FALSE;
  if (strchr (key, '>') == NULL)
    arrow->rare.shorten_pt[0] = points;
  if (strchr (key, '<') == NULL)
    arrow->rare.shorten_pt[1] = points;
  return TRUE;
}

static gboolean
apply_end (ChaseTikzArrow *arrow, const char *key, const char *value)
{
  if (value == NULL)
    {
      if (!is_direction (key))
        return FALSE;
      chase_tikz_set_text (&arrow->to, key);
      return TRUE;
    }
  if (strcmp (key, "from") == 0)
    chase_tikz_set_text (&arrow->from, value);
  else if (strcmp (key, "to") == 0)
    chase_tikz_set_text (&arrow->to, value);
  else if ((strcmp (key, "start anchor") == 0 || strcmp (key, "end anchor") == 0)
           && chase_tikz_is_centre (value))
    arrow->centred_anchors++;
  else
    return FALSE;
  return TRUE;
}

/* The way in which a path leaves an end, `\tikztostart.east`, as an angle. */
static gboolean
read_side (const char *path, const char *end, double *angle)
{
  static const struct
  {
    const char *side;
    double angle;
  } sides[] = { { ".east", 0.0 }, { ".north", 90.0 }, { ".west", 180.0 }, { ".south", 270.0 } };
  const char *found = strstr (path, end);

  for (guint i = 0; found != NULL && i < G_N_ELEMENTS (sides); i++)
    if (g_str_has_prefix (found + strlen (end), sides[i].side))
      {
        *angle = sides[i].angle;
        return TRUE;
      }
  return FALSE;
}

/* `(A) -- node {x} (B)`: an arrow between what is called so, with a label. */
static gboolean
apply_named_path (ChaseTikzArrow *arrow, const char *path)
{
  const char *first = strchr (path, '(');
  const char *last = strrchr (path, '(');
  const char *node = strstr (path, "node");
  const char *brace = node != NULL ? strchr (node, '{') : NULL;
  gsize n;

  if (first == NULL || last == first || strchr (last, ')') == NULL)
    return FALSE;
  g_free (arrow->from);
  g_free (arrow->to);
  arrow->from = g_strndup (first + 1, strcspn (first + 1, ")"));
  arrow->to = g_strndup (last + 1, strcspn (last + 1, ")"));
  if (brace == NULL || brace > last)
    return TRUE;
  n = chase_tex_skip_group (brace, 0, strlen (brace));
  if (n > 2)
    {
      char *text = g_strndup (brace + 1, n - 2);

      chase_tikz_add_label (arrow, g_strdelimit (text, "$", ' '), "description");
    }
  return TRUE;
}

/* `|-` goes up or down first, `-|` to the side; the one at @at of @path, or the next. NULL where
 * there is none. */
static const char *
find_turn (const char *path)
{
  const char *upright = strstr (path, "|-"), *level = strstr (path, "-|");

  return upright == NULL || (level != NULL && level < upright) ? level : upright;
}

/* How a path leaves and arrives that turns at a right angle, where no side of the ends says it. */
static void
read_turns (ChaseTikzArrow *arrow, const char *path)
{
  const char *first = find_turn (path), *last = first, *line = strstr (path, "--");

  if (first == NULL)
    return;
  for (const char *next = first; next != NULL; next = find_turn (next + 2))
    last = next;
  if (!arrow->has_out && (line == NULL || line > first))
    arrow->turns_out = *first == '|' ? CHASE_TIKZ_TURN_UPRIGHT : CHASE_TIKZ_TURN_LEVEL;
  if (!arrow->has_in && strstr (last, "--") == NULL)
    arrow->turns_in = *last == '|' ? CHASE_TIKZ_TURN_LEVEL : CHASE_TIKZ_TURN_UPRIGHT;
}

/* `(\tikztostart) -- ++(0,-1)`: the way of the first step. */
static void
read_first_step (ChaseTikzArrow *arrow, const char *path)
{
  const char *step = strstr (path, "+(");
  const char *turn = find_turn (path);
  const char *rest;
  double x, y;

  if (arrow->has_out || step == NULL || (turn != NULL && turn < step)
      || !chase_tikz_read_number (step + 1, &x, &rest))
    return;
  rest += strcspn (rest, ",)");
  if (*rest != ',' || !chase_tikz_read_number (rest + 1, &y, &rest) || (x == 0.0 && y == 0.0))
    return;
  arrow->has_out = TRUE;
  arrow->rare.out = round (atan2 (y, x) * 180.0 / G_PI) + 0.0;
}

/* Does @path go anywhere but from its one end to the other? */
static gboolean
has_places (const char *path)
{
  for (const char *p = path; (p = strchr (p, '(')) != NULL; p++)
    if (!g_str_has_prefix (p, "(\\tikzto") && strchr (p, ')') != NULL)
      return TRUE;
  return strstr (path, "..") != NULL || strstr (path, "to[") != NULL;
}

/* A path of its own: drawn in a curve that leaves and arrives where it does, and kept for LaTeX. */
static gboolean
apply_path (ChaseTikzArrow *arrow, const char *key, const char *value)
{
  if (strcmp (key, "to path") != 0 || value == NULL)
    return FALSE;
  if (strstr (value, "\\tikzto") == NULL && apply_named_path (arrow, value))
    {
      read_turns (arrow, value);
      return find_turn (value) == NULL && strstr (value, "controls") == NULL;
    }
  arrow->has_out = arrow->has_out || read_side (value, "\\tikztostart", &arrow->rare.out);
  arrow->has_in = arrow->has_in || read_side (value, "\\tikztotarget", &arrow->rare.in);
  read_first_step (arrow, value);
  read_turns (arrow, value);
  arrow->strays = !arrow->has_out && !arrow->has_in && arrow->turns_out == 0 && arrow->turns_in == 0
                  && strstr (value, "controls") == NULL && has_places (value);
  return FALSE;
}

gboolean
chase_tikz_apply_way (ChaseTikzArrow *arrow, const char *key, const char *value)
{
  return apply_end (arrow, key, value) || apply_bend (arrow, key, value)
         || apply_loop (arrow, key, value) || apply_shorten (arrow, key, value)
         || apply_path (arrow, key, value);
}
