/* SPDX-License-Identifier: MIT */
#include "interchange/tikz-picture-free-private.h"

#include "interchange/tex-private.h"

#include <math.h>
#include <string.h>

/* Where TikZ puts things: coordinates, and places beside what is there. */

/* What `right=of a` leaves between two nodes is between their borders: so large is a node. */
#define NODE_SIZE 0.7
/* Nothing is farther from the middle of a page. */
#define FAR 1e4

void
chase_picture_frame_init (ChasePictureFrame *frame)
{
  *frame = (ChasePictureFrame){ .scale = { 1.0, 1.0 }, .distance = { 1.0, 1.0 } };
}

/* Reads a length or a number, which counts centimetres. *@text goes behind it. */
static gboolean
read_length (const char **text, double *length)
{
  static const struct
  {
    const char *unit;
    double centimetres;
  } units[] = { { "cm", 1.0 },         { "mm", 0.1 },  { "pt", 2.54 / 72.27 }, { "in", 2.54 },
                { "bp", 2.54 / 72.0 }, { "em", 0.35 }, { "ex", 0.15 },         { "pc", 0.4233 } };
  const char *p = *text + strspn (*text, " ");
  char *rest;

  if (g_ascii_isalpha (*p) || *p == '\0')
    return FALSE;
  *length = g_ascii_strtod (p, &rest);
  if (rest == p || !isfinite (*length) || fabs (*length) > FAR)
    return FALSE;
  p = rest + strspn (rest, " ");
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (p, units[i].unit))
      {
        *length *= units[i].centimetres;
        p += strlen (units[i].unit);
        break;
      }
  *text = p + strspn (p, " ");
  return TRUE;
}

static gboolean
read_whole_length (const char *text, double *length)
{
  return read_length (&text, length) && *text == '\0';
}

/* `1,2` or, by angle and radius, `30:2`. */
static gboolean
read_pair (const char *text, ChasePicturePoint *point)
{
  double first, second;
  char between;

  if (!read_length (&text, &first) || (*text != ',' && *text != ':'))
    return FALSE;
  between = *text++;
  if (!read_length (&text, &second) || *text != '\0')
    return FALSE;
  *point = (ChasePicturePoint){ first, second };
  if (between == ':')
    *point = (ChasePicturePoint){ second * cos (first * G_PI / 180.0),
                                  second * sin (first * G_PI / 180.0) };
  return TRUE;
}

static gboolean
find_named (const ChasePictureNodes *nodes, const char *text, gsize length,
            ChasePicturePoint *point)
{
  g_autofree char *name = g_strstrip (g_strndup (text, length));
  const ChasePictureNode *node = g_hash_table_lookup (nodes->by_name, name);
  char *dot = strrchr (name, '.');

  if (node == NULL && dot != NULL)
    {
      *dot = '\0';
      node = g_hash_table_lookup (nodes->by_name, name);
    }
  if (node != NULL)
    *point = node->point;
  return node != NULL;
}

static gboolean
find_simple (const ChasePictureNodes *nodes, const ChasePictureFrame *frame, const char *text,
             ChasePicturePoint *point)
{
  if (!read_pair (text, point))
    return find_named (nodes, text, strlen (text), point);
  point->x = frame->shift.x + frame->scale.x * point->x;
  point->y = frame->shift.y + frame->scale.y * point->y;
  return TRUE;
}

/* `$(a)!.5!(b)$` and `$(a)+(1,0)$`. */
static gboolean
find_between (const ChasePictureNodes *nodes, const ChasePictureFrame *frame, const char *text,
              ChasePicturePoint *point)
{
  g_autoptr (GRegex) form
      = g_regex_new ("^\\$ *\\(([^()]+)\\) *(?:! *([0-9.]+) *! *\\(([^()]+)\\)|([-+]) "
                     "*\\(([^()]+)\\)) *\\$$",
                     0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *from = NULL;
  g_autofree char *part = NULL;
  g_autofree char *to = NULL;
  g_autofree char *sign = NULL;
  g_autofree char *by = NULL;
  ChasePicturePoint a, b;

  if (*text != '$' || strlen (text) > 200 || !g_regex_match (form, text, 0, &match))
    return FALSE;
  from = g_match_info_fetch (match, 1);
  part = g_match_info_fetch (match, 2);
  to = g_match_info_fetch (match, 3);
  sign = g_match_info_fetch (match, 4);
  by = g_match_info_fetch (match, 5);
  if (!find_simple (nodes, frame, from, &a))
    return FALSE;
  if (by != NULL && *by != '\0')
    {
      double way = *sign == '-' ? -1.0 : 1.0;

      if (!read_pair (by, &b))
        return FALSE;
      *point = (ChasePicturePoint){ a.x + way * frame->scale.x * b.x,
                                    a.y + way * frame->scale.y * b.y };
      return TRUE;
    }
  if (!find_simple (nodes, frame, to, &b))
    return FALSE;
  *point = (ChasePicturePoint){ a.x + g_ascii_strtod (part, NULL) * (b.x - a.x),
                                a.y + g_ascii_strtod (part, NULL) * (b.y - a.y) };
  return isfinite (point->x) && isfinite (point->y) && fabs (point->x) < FAR
         && fabs (point->y) < FAR;
}

gboolean
chase_picture_find_point (const ChasePictureNodes *nodes, const ChasePictureFrame *frame,
                          const char *text, ChasePicturePoint *point)
{
  gboolean upright = strstr (text, "|-") != NULL;
  const char *sign = upright ? strstr (text, "|-") : strstr (text, "-|");
  g_autofree char *left = NULL;
  ChasePicturePoint a, b;

  if (sign == NULL)
    return *text == '$' ? find_between (nodes, frame, text, point)
                        : find_simple (nodes, frame, text, point);
  left = g_strstrip (g_strndup (text, (gsize)(sign - text)));
  if (!find_simple (nodes, frame, left, &a)
      || !find_simple (nodes, frame, sign + 2 + strspn (sign + 2, " "), &b))
    return FALSE;
  *point = upright ? (ChasePicturePoint){ a.x, b.y } : (ChasePicturePoint){ b.x, a.y };
  return TRUE;
}

/* The two sides of an option, `key=value`, without blanks around. *@value is NULL where there is
 * none. */
static char *
split_option (const char *option, char **value)
{
  const char *equals = strchr (option, '=');

  *value = equals != NULL ? g_strstrip (chase_tex_unbrace (g_strdup (equals + 1))) : NULL;
  return g_strstrip (equals != NULL ? g_strndup (option, (gsize)(equals - option))
                                    : g_strdup (option));
}

/* `1cm` or `1cm and 2cm`, vertically and horizontally. */
static gboolean
read_distance (const char *text, ChasePicturePoint *distance)
{
  double first, second;

  if (!read_length (&text, &first))
    return FALSE;
  second = first;
  if (g_str_has_prefix (text, "and "))
    {
      text += strlen ("and ");
      if (!read_length (&text, &second))
        return FALSE;
    }
  *distance = (ChasePicturePoint){ second, first };
  return *text == '\0';
}

/* `(1,2)` */
static gboolean
read_bracketed (const char *text, ChasePicturePoint *point)
{
  gsize n = strlen (text);
  g_autofree char *inside
      = n >= 2 && *text == '(' && text[n - 1] == ')' ? g_strndup (text + 1, n - 2) : NULL;

  return inside != NULL && read_pair (inside, point);
}

void
chase_picture_frame_apply (ChasePictureFrame *frame, const char *options)
{
  g_autoptr (GPtrArray) parts = chase_tex_split (options, ',', FALSE);

  for (guint i = 0; i < parts->len; i++)
    {
      g_autofree char *value = NULL;
      g_autofree char *key = split_option (g_ptr_array_index (parts, i), &value);
      double number;
      ChasePicturePoint point;

      if (value == NULL)
        continue;
      if (strcmp (key, "node distance") == 0)
        read_distance (value, &frame->distance);
      else if (strcmp (key, "rotate") == 0)
        frame->turned = TRUE;
      else if (strcmp (key, "shift") == 0 && read_bracketed (value, &point))
        {
          frame->shift.x += frame->scale.x * point.x;
          frame->shift.y += frame->scale.y * point.y;
        }
      else if (!read_whole_length (value, &number))
        continue;
      else if (strcmp (key, "xshift") == 0)
        frame->shift.x += frame->scale.x * number;
      else if (strcmp (key, "yshift") == 0)
        frame->shift.y += frame->scale.y * number;
      if ((strcmp (key, "scale") == 0 || strcmp (key, "xscale") == 0)
          && read_whole_length (value, &number) && fabs (number) > 1e-3
          && fabs (number * frame->scale.x) < FAR)
        frame->scale.x *= number;
      if ((strcmp (key, "scale") == 0 || strcmp (key, "yscale") == 0)
          && read_whole_length (value, &number) && fabs (number) > 1e-3
          && fabs (number * frame->scale.y) < FAR)
        frame->scale.y *= number;
    }
}

/* `above left`: the way from a node to the one beside it. */
static gboolean
read_way (const char *words, ChasePicturePoint *way)
{
  *way = (ChasePicturePoint){ 0.0, 0.0 };
  for (const char *p = words; *p != '\0';)
    {
      gsize n = strcspn (p, " ");

      if (strncmp (p, "above", n) == 0 && n == 5)
        way->y = 1.0;
      else if (strncmp (p, "below", n) == 0 && n == 5)
        way->y = -1.0;
      else if (strncmp (p, "left", n) == 0 && n == 4)
        way->x = -1.0;
      else if (strncmp (p, "right", n) == 0 && n == 5)
        way->x = 1.0;
      else if ((strncmp (p, "base", n) != 0 && strncmp (p, "mid", n) != 0) || n < 3)
        return FALSE;
      p += n + strspn (p + n, " ");
    }
  return way->x != 0.0 || way->y != 0.0;
}

/* `right of=a` and `right=2cm of a`. */
static gboolean
read_beside (const ChasePictureNodes *nodes, const ChasePictureFrame *frame, const char *key,
             const char *value, ChasePicturePoint *point)
{
  gboolean old = g_str_has_suffix (key, " of");
  g_autofree char *words = g_strndup (key, strlen (key) - (old ? 3 : 0));
  ChasePicturePoint distance = frame->distance, way;
  const char *of;

  if (!read_way (words, &way))
    return FALSE;
  if (old)
    {
      double part = way.x != 0.0 && way.y != 0.0 ? sqrt (0.5) : 1.0;

      if (!find_named (nodes, value, strlen (value), point))
        return FALSE;
      point->x += part * way.x * distance.x;
      point->y += part * way.y * distance.y;
      return TRUE;
    }
  of = g_str_has_prefix (value, "of ") ? value : strstr (value, " of ");
  if (of == NULL)
    return FALSE;
  if (of > value)
    {
      g_autofree char *said = g_strndup (value, (gsize)(of - value));

      if (!read_distance (said, &distance))
        return FALSE;
      of++;
    }
  of += strlen ("of ");
  if (!find_named (nodes, of, strlen (of), point))
    return FALSE;
  point->x += way.x * (distance.x + NODE_SIZE);
  point->y += way.y * (distance.y + NODE_SIZE);
  return TRUE;
}

char *
chase_picture_place (const ChasePictureNodes *nodes, const ChasePictureFrame *frame,
                     const char *options, ChasePicturePoint *point, gboolean *placed)
{
  static const char *const others[]
      = { "node distance", "anchor", "on grid", "inner sep", "outer sep", "auto", "swap", NULL };
  ChasePictureFrame own = *frame;
  g_autoptr (GPtrArray) parts = chase_tex_split (options, ',', FALSE);
  ChasePicturePoint shift = { 0.0, 0.0 };
  GString *rest = g_string_new (NULL);

  *placed = FALSE;
  chase_picture_frame_apply (&own, options);
  own.shift = frame->shift;
  own.scale = frame->scale;
  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);
      g_autofree char *value = NULL;
      g_autofree char *key = split_option (part, &value);
      ChasePicturePoint way;
      double number;

      if (value != NULL && read_beside (nodes, &own, key, value, point))
        *placed = TRUE;
      else if (value != NULL && strcmp (key, "at") == 0 && *value == '(')
        {
          g_autofree char *inside = g_strndup (value + 1, strcspn (value + 1, ")"));

          *placed = chase_picture_find_point (nodes, &own, inside, point) || *placed;
        }
      else if (value != NULL && strcmp (key, "xshift") == 0)
        shift.x += read_whole_length (value, &number) ? number : 0.0;
      else if (value != NULL && strcmp (key, "yshift") == 0)
        shift.y += read_whole_length (value, &number) ? number : 0.0;
      else if (!read_way (key, &way) && !g_strv_contains (others, key) && *part != '\0')
        g_string_append_printf (rest, "%s%s", rest->len > 0 ? ", " : "", part);
    }
  point->x += shift.x;
  point->y += shift.y;
  return g_string_free (rest, FALSE);
}
