/* SPDX-License-Identifier: MIT */
#include "interchange/dot-private.h"
#include "interchange/fletcher-private.h"
#include "interchange/typst-scan-private.h"

#include <math.h>
#include <string.h>

/* Takes off `open` ... `close` where they enclose all of @text. */
static gboolean
unwrap (char *text, char open, char close)
{
  gsize n = strlen (text);
  gsize behind;

  if (n < 2 || text[0] != open || text[n - 1] != close)
    return FALSE;
  behind = open == close ? chase_typst_skip_quoted (text, 0, n)
                         : chase_typst_skip_brackets (text, 0, n);
  if (behind != n)
    return FALSE;
  text[n - 1] = '\0';
  memmove (text, text + 1, n - 1);
  g_strstrip (text);
  return TRUE;
}

/* What text(colour, content) is about: `$..$`, `[..]` or a string, which is text; borrowed. */
static char *
last_content (GPtrArray *arguments)
{
  char *last = g_ptr_array_index (arguments, arguments->len - 1);

  if (*last != '"')
    return strchr ("$[", *last) != NULL ? last : last + strlen (last);
  last[0] = '[';
  last[strlen (last) - 1] = ']';
  return last;
}

/* `#text(colour)[content]`, `text(colour, content)`: leaves the content. */
static void
take_text_call (char *text, ChaseColour *colour)
{
  const char *word = g_str_has_prefix (text, "#text(") ? "#text" : "text";
  gsize n = strlen (text);
  gsize open = strlen (word);
  gsize close;
  g_autoptr (GPtrArray) arguments = NULL;

  if (!g_str_has_prefix (text, word) || text[open] != '(')
    return;
  close = chase_typst_skip_brackets (text, open, n);
  if (close > n || (close < n && text[close] != '['))
    return;
  arguments = chase_typst_split (text, open + 1, MAX (close, open + 2) - 1);
  for (guint i = 0; i < arguments->len; i++)
    {
      const char *argument = g_ptr_array_index (arguments, i);
      gsize name = chase_typst_name_length (argument);

      if (name == 0 || g_str_has_prefix (argument, "fill:"))
        chase_fletcher_read_colour (argument + name, colour);
    }
  if (close < n)
    {
      memmove (text, text + close, n - close + 1);
      unwrap (text, '[', ']');
    }
  else if (arguments->len > 0 && *last_content (arguments) != '\0')
    strcpy (text, last_content (arguments));
}

/* `align(center)[content]`, `box(width: 2cm)[content]`: leaves the content in its brackets. */
static void
take_placing_call (char *text)
{
  static const char *const calls[] = { "align(", "#align(", "box(", "#box(" };
  gsize n = strlen (text);

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    if (g_str_has_prefix (text, calls[i]))
      {
        gsize close = chase_typst_skip_brackets (text, strlen (calls[i]) - 1, n);

        if (close < n && text[close] == '[' && chase_typst_skip_brackets (text, close, n) == n)
          memmove (text, text + close, n - close + 1);
        return;
      }
}

/* Text with mathematics in it, as it stands in a content block. */
static char *
mixed_to_latex (const char *text)
{
  GString *out = g_string_new (NULL);
  gsize n = strlen (text);

  for (gsize at = 0; at < n;)
    {
      gsize next = at;

      if (text[at] == '$')
        {
          g_autofree char *math = NULL;
          g_autofree char *latex = NULL;

          next = chase_typst_skip_quoted (text, at, n);
          math = g_strndup (text + at + 1, MAX (next, at + 2) - at - 2);
          latex = chase_typst_to_latex (math);
          g_string_append (out, latex);
        }
      else
        {
          while (next < n && text[next] != '$')
            next += text[next] == '\\' && next + 1 < n ? 2 : 1;
          g_string_append_printf (out, "\\text{%.*s}", (int)(next - at), text + at);
        }
      at = next;
    }
  return g_string_free (out, FALSE);
}

char *
chase_fletcher_read_content (const char *text, ChaseColour *colour)
{
  g_autofree char *inside = g_strstrip (g_strdup (text));
  gboolean content;

  take_placing_call (inside);
  take_text_call (inside, colour);
  content = unwrap (inside, '[', ']');
  if (content)
    take_text_call (inside, colour);
  if (unwrap (inside, '$', '$'))
    return chase_typst_to_latex (inside);
  if (!content && *text != '#' && !g_str_has_prefix (text, "text("))
    return NULL;
  return *inside != '\0' ? mixed_to_latex (inside) : g_strdup ("");
}

/* The words for arrows: commute's, and fletcher's flags. */
static gboolean
read_word (ChaseFletcherEdge *edge, const char *word)
{
  ChaseStyle *style = edge->style;

  if (strcmp (word, "dashed") == 0 || strcmp (word, "densely-dashed") == 0
      || strcmp (word, "loosely-dashed") == 0)
    style->body = CHASE_BODY_DASHED;
  else if (strcmp (word, "dotted") == 0 || strcmp (word, "densely-dotted") == 0
           || strcmp (word, "loosely-dotted") == 0)
    style->body = CHASE_BODY_DOTTED;
  else if (strcmp (word, "wave") == 0 || strcmp (word, "zigzag") == 0 || strcmp (word, "coil") == 0)
    style->body = CHASE_BODY_SQUIGGLY;
  else if (strcmp (word, "double") == 0 || strcmp (word, "nat") == 0)
    edge->lines = 2;
  else if (strcmp (word, "triple") == 0)
    edge->lines = 3;
  else if (strcmp (word, "crossing") == 0)
    chase_style_set_extra (style, "tikz", "crossing over");
  else if (strcmp (word, "inj") == 0)
    style->tail = CHASE_TAIL_HOOK_TOP;
  else if (strcmp (word, "surj") == 0)
    style->head = CHASE_HEAD_EPI;
  else if (strcmp (word, "def") == 0)
    style->tail = CHASE_TAIL_MAPS_TO;
  else if (strcmp (word, "bij") == 0)
    {
      style->tail = CHASE_TAIL_HOOK_TOP;
      style->head = CHASE_HEAD_EPI;
    }
  else
    return strcmp (word, "solid") == 0;
  return TRUE;
}

static double
leading_number (const char *text)
{
  double value = g_ascii_strtod (text + strspn (text, "( "), NULL);

  return isfinite (value) ? CLAMP (value, -360.0, 360.0) : 0.0;
}

static double
rounded (double value)
{
  return round (100.0 * value) / 100.0 + 0.0;
}

static gboolean
read_side (const char *value, ChaseStyle *style)
{
  if (strcmp (value, "right") == 0)
    style->label_side = CHASE_LABEL_RIGHT;
  else if (strcmp (value, "left") == 0)
    style->label_side = CHASE_LABEL_LEFT;
  else if (strcmp (value, "center") == 0)
    style->label_side = CHASE_LABEL_CENTRE;
  else
    return strcmp (value, "auto") == 0;
  return TRUE;
}

static void
read_label_place (const char *value, gboolean commute, ChaseStyle *style)
{
  if (read_side (value, style))
    return;
  if (!commute)
    style->label_at
        = CLAMP (leading_number (value) / (g_str_has_suffix (value, "%") ? 100.0 : 1.0), 0.0, 1.0);
  else if (leading_number (value) == 0.0)
    style->label_side = CHASE_LABEL_CENTRE;
  else
    style->label_side = *value == '-' ? CHASE_LABEL_RIGHT : CHASE_LABEL_LEFT;
}

/* Loops: fletcher's `bend` says how large they are. */
static void
read_bend (double degrees, ChaseStyle *style)
{
  double size = (fabs (degrees) - 130.0) / 5.0 + 1.0;

  if (fabs (degrees) >= 120.0)
    style->radius = copysign (CLAMP (rounded (size), 1.0, 9.0), degrees);
  else if (fabs (rint (degrees / 9.0) - degrees / 9.0) < 1e-6)
    style->curve = rounded (-degrees / 18.0);
  else
    style->bend = rounded (-degrees);
}

static gboolean
read_marks (ChaseFletcherEdge *edge, const char *text)
{
  return chase_fletcher_read_marks (text, edge->style, &edge->lines, &edge->reversed);
}

/* One of the marks of a list: a name, `none`, or `(inherit: "hook", pos: 0.5)`. */
static gboolean
read_listed_mark (ChaseStyle *style, const char *mark, double at)
{
  g_autofree char *name = g_strdup (mark);

  if (strcmp (mark, "none") == 0)
    return TRUE;
  if (*mark == '(')
    {
      g_autoptr (GPtrArray) parts = chase_typst_split (mark, 1, strlen (mark) - 1);

      for (guint i = 0; i < parts->len; i++)
        {
          const char *part = g_ptr_array_index (parts, i);
          const char *value = part + chase_typst_name_length (part);

          value += strspn (value, " ");
          if (g_str_has_prefix (part, "inherit:"))
            {
              g_free (name);
              name = g_strdup (value);
            }
          else if (g_str_has_prefix (part, "pos:"))
            at = g_ascii_strtod (value, NULL);
        }
    }
  return unwrap (name, '"', '"') && chase_fletcher_apply_mark (name, at, style);
}

/* `marks: (none, "head")`: along the line, from its start to its end. */
static gboolean
read_mark_list (ChaseFletcherEdge *edge, const char *list)
{
  g_autoptr (GPtrArray) marks = chase_typst_split (list, 1, strlen (list) - 1);
  gboolean good = TRUE;

  edge->style->head = CHASE_HEAD_NONE;
  for (guint i = 0; i < marks->len; i++)
    good = read_listed_mark (edge->style, g_ptr_array_index (marks, i),
                             marks->len > 1 ? (double)i / (marks->len - 1) : 0.0)
           && good;
  return good;
}

static guint
count_commas (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == ',';
  return n;
}

/* Keys whose values are a look in numbers. */
static gboolean
read_number (ChaseFletcherEdge *edge, const char *key, const char *value, gboolean commute)
{
  ChaseStyle *style = edge->style;

  if (strcmp (key, "bend") == 0)
    read_bend (leading_number (value), style);
  else if (strcmp (key, "curve") == 0)
    style->curve = rounded (-leading_number (value) / 15.0);
  else if (strcmp (key, "shift") == 0)
    style->offset
        = rounded ((strstr (value, "pt") != NULL ? -1.0 / 2.4 : -20.0) * leading_number (value));
  else if (strcmp (key, "loop-angle") == 0)
    style->angle = rounded (90.0 - leading_number (value));
  else if (strcmp (key, "label-pos") == 0)
    read_label_place (value, commute, style);
  else if (strcmp (key, "extrude") == 0)
    edge->lines = CLAMP (1 + count_commas (value), 1, 4);
  else
    return FALSE;
  return TRUE;
}

/* A thickness is not drawn. */
static gboolean
read_stroke (const char *value, ChaseStyle *style)
{
  ChaseFletcherStroke stroke;
  gboolean known = chase_fletcher_read_stroke (value, &stroke);

  if (stroke.none)
    {
      style->body = CHASE_BODY_NONE;
      style->head = CHASE_HEAD_NONE;
    }
  else if (stroke.dash != NULL)
    style->body = strcmp (stroke.dash, "dotted") == 0 ? CHASE_BODY_DOTTED : CHASE_BODY_DASHED;
  if (stroke.colour.kind != CHASE_COLOUR_NONE)
    style->colour = stroke.colour;
  return known && !stroke.thickness;
}

static gboolean
apply_named (ChaseFletcherEdge *edge, const char *key, const char *value, gboolean commute)
{
  g_autofree char *bare = g_strdup (value);
  ChaseStyle *style = edge->style;

  unwrap (bare, '"', '"');
  if (read_number (edge, key, value, commute))
    return TRUE;
  if (strcmp (key, "label-side") == 0)
    return read_side (value, style);
  if (strcmp (key, "label-angle") == 0)
    {
      style->label_sloped = strcmp (value, "auto") == 0;
      if (!style->label_sloped && style->label_side == CHASE_LABEL_CENTRE)
        style->label_side = CHASE_LABEL_OVER;
      return TRUE;
    }
  if (strcmp (key, "dash") == 0 || strcmp (key, "decorations") == 0)
    return read_word (edge, bare);
  if (strcmp (key, "marks") == 0)
    return *value == '(' ? read_mark_list (edge, value) : read_marks (edge, bare);
  if (strcmp (key, "label") == 0)
    return chase_fletcher_apply (edge, value, commute);
  if (strcmp (key, "crossing") == 0)
    return strcmp (value, "true") != 0 || read_word (edge, "crossing");
  if (strcmp (key, "corner") == 0)
    {
      edge->corner = strcmp (value, "left") == 0 ? -1 : strcmp (value, "none") != 0;
      return TRUE;
    }
  if (strcmp (key, "stroke") == 0)
    return read_stroke (value, style);
  return strcmp (key, "label-fill") == 0;
}

static gboolean
apply_string (ChaseFletcherEdge *edge, const char *word)
{
  /* No mark at all. */
  if (*word == '\0' || read_word (edge, word) || read_marks (edge, word))
    return TRUE;
  if (edge->label != NULL)
    return FALSE;
  /* A string that is no mark is the label. */
  edge->label = g_strdup_printf ("\\text{%s}", word);
  return TRUE;
}

gboolean
chase_fletcher_apply (ChaseFletcherEdge *edge, const char *argument, gboolean commute)
{
  gsize name = chase_typst_name_length (argument);
  g_autofree char *bare = g_strdup (argument);
  char *content;

  if (name > 0)
    {
      g_autofree char *key = g_strndup (argument, name - 1);
      g_autofree char *value = g_strstrip (g_strdup (argument + name));

      return apply_named (edge, key, value, commute);
    }
  if (unwrap (bare, '"', '"'))
    return apply_string (edge, bare);
  if (read_side (argument, edge->style))
    return TRUE;
  content = edge->label == NULL ? chase_fletcher_read_content (argument, &edge->style->label_colour)
                                : NULL;
  if (content == NULL)
    return FALSE;
  edge->label = content;
  return TRUE;
}
