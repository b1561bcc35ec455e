/* SPDX-License-Identifier: MIT */
#include "interchange/table-private.h"
#include "interchange/tex-private.h"
#include "interchange/tikz-keys-private.h"

#include <math.h>
#include <string.h>

/* `.. controls A and B ..` in the path of an arrow, and the key `controls=A and B`: the curve that
 * leaves and arrives in the same directions, its handles as long. The key is kept for LaTeX. */

/* TikZ's unit of coordinates, in points. */
#define UNIT (10.0 * CHASE_TIKZ_MM)
/* A handle that is shorter than this has no direction. */
#define SHORTEST 0.01
#define LONGEST 1e4

/* Here y grows upward, as in TikZ. */
typedef struct
{
  ChaseTableBuilder *builder;
  const ChaseTikzArrow *arrow;
  ChaseSpot ends[2];
} Curve;

/* An angle, in degrees or by name. */
static gboolean
read_angle (const char *text, double *angle)
{
  static const struct
  {
    const char *name;
    double angle;
  } names[] = { { "right", 0.0 },        { "east", 0.0 },         { "up", 90.0 },
                { "north east", 45.0 },  { "north west", 135.0 }, { "north", 90.0 },
                { "left", 180.0 },       { "west", 180.0 },       { "down", 270.0 },
                { "south east", 315.0 }, { "south west", 225.0 }, { "south", 270.0 } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (text, names[i].name))
      {
        *angle = names[i].angle;
        return TRUE;
      }
  return chase_tikz_read_plain (text, angle);
}

/* `1,0.5cm` or `45:1`, between the parentheses. */
static gboolean
read_vector (const char *text, ChaseSpot *vector)
{
  const char *colon = strchr (text, ':');
  const char *comma = strchr (text, ',');
  double angle, length;

  if (colon != NULL)
    {
      if (!read_angle (text, &angle) || !chase_tikz_read_length (colon + 1, UNIT, &length))
        return FALSE;
      angle *= G_PI / 180.0;
      *vector = (ChaseSpot){ length * cos (angle), length * sin (angle) };
      return TRUE;
    }
  return comma != NULL && chase_tikz_read_length (text, UNIT, &vector->x)
         && chase_tikz_read_length (comma + 1, UNIT, &vector->y);
}

/* What is between the parenthesis at *@text and its partner; *@text is then behind that. NULL: it
 * has none. Caller frees. */
static char *
take_parentheses (const char **text)
{
  const char *start = *text;
  guint depth = 0;

  for (const char *p = start; *p != '\0'; p++)
    if (*p == '(')
      depth++;
    else if (*p == ')' && --depth == 0)
      {
        *text = p + 1;
        return g_strstrip (g_strndup (start + 1, (gsize)(p - start) - 1));
      }
  return NULL;
}

/* `[xshift=1cm, shift={(0,1)}]` before a name; returns where that begins. */
static const char *
read_shift (const char *text, ChaseSpot *shift)
{
  gsize stop = chase_tex_skip_bracket (text, 0, strlen (text));
  g_autofree char *inside = g_strndup (text + 1, MAX (stop, 2) - 2);
  g_autoptr (GPtrArray) parts = chase_tex_split (inside, ',', TRUE);

  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);
      const char *value = strchr (part, '=');
      const char *open = strchr (part, '(');

      if (value != NULL && g_str_has_prefix (part, "xshift"))
        chase_tikz_read_length (value + 1, 1.0, &shift->x);
      else if (value != NULL && g_str_has_prefix (part, "yshift"))
        chase_tikz_read_length (value + 1, 1.0, &shift->y);
      else if (open != NULL && g_str_has_prefix (part, "shift"))
        read_vector (open + 1, shift);
    }
  return text + stop + strspn (text + stop, " ");
}

static gboolean
find_named (const Curve *curve, const char *name, ChaseSpot *place)
{
  if (g_str_has_prefix (name, "\\tikztostart"))
    *place = curve->ends[0];
  else if (g_str_has_prefix (name, "\\tikztotarget"))
    *place = curve->ends[1];
  else if (*name == '\0' || strchr (name, ',') != NULL
           || !chase_table_find_place (curve->builder, curve->arrow, name, place))
    return FALSE;
  else
    place->y = -place->y;
  return TRUE;
}

/* A place by its name, `[yshift=1cm]a.north`, or `$(a)+(1,0)$`. One by numbers alone counts from
 * the middle of the matrix, which is not known here. */
static gboolean
read_place (const Curve *curve, const char *text, ChaseSpot *place)
{
  ChaseSpot shift = { 0.0, 0.0 };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (*text == '[')
    text = read_shift (text, &shift);
  if (*text == '$' && text[1] == '(')
    {
      text++;
      first = take_parentheses (&text);
      if (*text == '+' && text[1] == '(')
        {
          text++;
          second = take_parentheses (&text);
        }
      if (first == NULL || *text != '$' || (second != NULL && !read_vector (second, &shift)))
        return FALSE;
      text = first;
    }
  if (!find_named (curve, text, place))
    return FALSE;
  place->x += shift.x;
  place->y += shift.y;
  return TRUE;
}

/* The way from end @i to the control at *@text, which is then behind it. */
static gboolean
read_control (const Curve *curve, guint i, const char **text, ChaseSpot *way)
{
  const char *start = *text + strspn (*text, " \t\n={");
  gboolean relative = *start == '+';
  g_autofree char *inside = NULL;

  start += strspn (start, "+");
  if (*start != '(')
    return FALSE;
  inside = take_parentheses (&start);
  if (inside == NULL)
    return FALSE;
  *text = start + strspn (start, " \t\n");
  if (relative)
    return read_vector (inside, way);
  if (!read_place (curve, inside, way))
    return FALSE;
  way->x -= curve->ends[i].x;
  way->y -= curve->ends[i].y;
  return TRUE;
}

/* The ways from both ends to their controls, behind the word; one control is that of both ends. */
static gboolean
read_controls (const Curve *curve, const char *text, ChaseSpot ways[2])
{
  if (!read_control (curve, 0, &text, &ways[0]))
    return FALSE;
  if (g_str_has_prefix (text, "and"))
    {
      text += strlen ("and");
      return read_control (curve, 1, &text, &ways[1]);
    }
  ways[1] = (ChaseSpot){ curve->ends[0].x + ways[0].x - curve->ends[1].x,
                         curve->ends[0].y + ways[0].y - curve->ends[1].y };
  return TRUE;
}

static gboolean
set_way (ChaseSpot way, gboolean *has, double *angle, double *length)
{
  *length = hypot (way.x, way.y);
  if (!(*length > SHORTEST && *length < LONGEST))
    return FALSE;
  *angle = round (1000.0 * atan2 (way.y, way.x) * 180.0 / G_PI) / 1000.0 + 0.0;
  return *has = TRUE;
}

/* Where the word begins the first or the last curve of a path. */
static const char *
find_word (const char *keys, gboolean last)
{
  static const char word[] = "controls";
  const char *found = last ? g_strrstr (keys, word) : strstr (keys, word);

  return found != NULL ? found + strlen (word) : NULL;
}

/* The way out of the source and the way into the target, by the keys that are kept. */
static gboolean
read_ways (const Curve *curve, const char *keys, ChaseSpot ways[2])
{
  ChaseSpot first[2], last[2];

  if (!read_controls (curve, find_word (keys, FALSE), first)
      || !read_controls (curve, find_word (keys, TRUE), last))
    return FALSE;
  ways[0] = first[0];
  ways[1] = last[1];
  return TRUE;
}

void
chase_table_set_controls (ChaseTableBuilder *builder, const ChaseTableDraft *draft)
{
  ChaseTikzArrow *arrow = draft->arrow;
  const GString *keys = chase_tikz_rare (arrow)->unknown;
  Curve curve = { .builder = builder, .arrow = arrow };
  gboolean has[2] = { FALSE, FALSE };
  ChaseSpot ways[2];
  double angles[2], lengths[2];

  if (keys == NULL || find_word (keys->str, FALSE) == NULL)
    return;
  for (guint i = 0; i < 2; i++)
    {
      curve.ends[i] = chase_table_end_points (builder, &draft->ends[i]);
      curve.ends[i].y = -curve.ends[i].y;
    }
  if (!read_ways (&curve, keys->str, ways) || !set_way (ways[0], &has[0], &angles[0], &lengths[0])
      || !set_way (ways[1], &has[1], &angles[1], &lengths[1]))
    {
      chase_source_warn (builder->table->source, arrow->offset, arrow->bytes,
                         "+(45:1) or (name) says where a control is",
                         "the controls of this arrow are kept, but it is drawn without them");
      return;
    }
  arrow->has_out = arrow->has_in = TRUE;
  arrow->rare.out = angles[0];
  arrow->rare.in = angles[1];
  arrow->rare.distance = (lengths[0] + lengths[1]) / 2.0 / CHASE_TIKZ_MM;
}
