/* SPDX-License-Identifier: MIT */
#include "interchange/tex-unicode-private.h"
#include "interchange/tikz-write-private.h"

#include <math.h>
#include <string.h>

/* What a cell and an arrow say in words: their labels, marks and signs. */

static gboolean
is_word (const char *text)
{
  gsize n;

  if (*text == '\\')
    text++;
  for (n = 0; g_ascii_isalnum (text[n]); n++)
    continue;
  return n > 0 && text[n] == '\0';
}

/* What can stand between quotes, or in a cell, without braces. */
static gboolean
is_plain (const ChaseTikzWriter *writer, const char *text, const char *signs)
{
  if (is_word (text))
    return TRUE;
  if (writer->options->quiver_sty || *text == '{' || *text == '[' || *text == '\0')
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr (signs, *p) == NULL)
      return FALSE;
  return strstr (text, "\\ar") == NULL && strstr (text, "\\end") == NULL
         && strstr (text, "\\begin") == NULL && strstr (text, "\\\\") == NULL;
}

/* Are there several lines, outside of groups? */
static gboolean
has_lines (const char *text)
{
  guint depth = 0;

  for (const char *p = text; *p != '\0'; p++)
    if (*p == '\\' && p[1] != '\0')
      {
        p++;
        if (*p == '\\' && depth == 0)
          return TRUE;
      }
    else
      depth += (*p == '{') - (*p == '}' && depth > 0);
  return FALSE;
}

/* quiver leaves signs beyond ASCII to the author's document. */
char *
chase_tikz_label (const ChaseTikzWriter *writer, const char *label)
{
  g_autofree char *text = chase_tex_mend (label);

  chase_tex_note_nearest (text, writer->nearest);
  return writer->options->quiver_sty ? g_steal_pointer (&text) : chase_tex_from_unicode (text);
}

void
chase_tikz_write_text (const ChaseTikzWriter *writer, const char *label, const char *signs,
                       GString *out)
{
  g_autofree char *text = chase_tikz_label (writer, label);

  if (has_lines (text) && strstr (text, "\\begin") == NULL)
    g_string_append_printf (out, "{\\begin{array}{c} %s \\end{array}}", text);
  else if (is_plain (writer, text, signs))
    g_string_append (out, text);
  else
    g_string_append_printf (out, "{%s}", text);
}

void
chase_tikz_list_add (GString *list, const char *format, ...)
{
  va_list args;

  if (list->len > 0)
    g_string_append (list, ", ");
  va_start (args, format);
  g_string_append_vprintf (list, format, args);
  va_end (args);
}

void
chase_tikz_add_colour (GString *list, const char *key, const ChaseColour *colour)
{
  g_autoptr (GString) value = g_string_new (NULL);

  chase_tikz_write_colour (colour, value);
  chase_tikz_list_add (list, "%s=%s", key, value->str);
}

/* Lightness 0 is the ink of the page. */
gboolean
chase_tikz_has_colour (const ChaseColour *colour)
{
  if (colour->kind == CHASE_COLOUR_HSL)
    return colour->values[2] > 0.0;
  return colour->kind == CHASE_COLOUR_RGB;
}

gboolean
chase_tikz_same_colour (const ChaseColour *a, const ChaseColour *b)
{
  double left[3], right[3];

  if (!chase_tikz_has_colour (a) || !chase_tikz_has_colour (b))
    return FALSE;
  chase_colour_to_rgb (a, left);
  chase_colour_to_rgb (b, right);
  return fabs (left[0] - right[0]) + fabs (left[1] - right[1]) + fabs (left[2] - right[2]) < 1e-6;
}

/* "0.3": at most three digits, none that say nothing. */
const char *
chase_tikz_number (char *buffer, double value)
{
  g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.3f", value);
  if (strchr (buffer, '.') != NULL)
    {
      char *end = buffer + strlen (buffer);

      while (end[-1] == '0')
        *--end = '\0';
      if (end[-1] == '.')
        *--end = '\0';
    }
  return strcmp (buffer, "-0") == 0 ? "0" : buffer;
}

/* Appends `"text"`, a quote where it is on the right, and its options: where it stands, and @kept.
 */
static void
add_label (ChaseTikzWriter *writer, const ChaseCell *cell, const ChaseStyleLabel *label,
           const char *text, const char *kept, GString *list)
{
  g_autoptr (GString) options = g_string_new (NULL);
  const ChaseStyle *style = cell->style;
  gboolean beside = label->side != CHASE_LABEL_CENTRE && label->side != CHASE_LABEL_OVER;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (list->len > 0)
    g_string_append (list, ", ");
  g_string_append_c (list, '"');
  chase_tikz_write_text (writer, text, " \\_^'+-*/.|!<>(){}", list);
  g_string_append (list, label->side == CHASE_LABEL_RIGHT ? "\"'" : "\"");
  if (label->side == CHASE_LABEL_CENTRE)
    chase_tikz_list_add (options, "description");
  if (label->side == CHASE_LABEL_OVER)
    chase_tikz_list_add (options, "marking, allow upside down");
  if (label->sloped)
    chase_tikz_list_add (options, "sloped");
  if (label->at != 0.5)
    chase_tikz_list_add (options, "pos=%s", chase_tikz_number (buffer, label->at));
  if (chase_tikz_has_colour (&label->colour)
      && !chase_tikz_same_colour (&label->colour, &style->colour))
    chase_tikz_add_colour (options, "text", &label->colour);
  if (beside && label->gap != CHASE_STYLE_LABEL_GAP)
    chase_tikz_list_add (
        options, "inner sep=%spt",
        chase_tikz_number (buffer, label->gap * CHASE_TIKZ_SEP / CHASE_STYLE_LABEL_GAP));
  /* quiver keeps labels off the marks; plain tikz-cd is written as people write it. */
  else if (writer->options->quiver_sty && chase_tikz_is_marked (style) && beside)
    chase_tikz_list_add (options, "inner sep=.8ex");
  if (kept != NULL)
    chase_tikz_list_add (options, "%s", kept);
  if (options->len > 0)
    g_string_append_printf (list, "{%s}", options->str);
}

void
chase_tikz_add_labels (ChaseTikzWriter *writer, const ChaseCell *cell, ChaseLabelSide side,
                       GString *list)
{
  const ChaseStyle *style = cell->style;
  const char *text = chase_cell_label (cell);
  ChaseStyleLabel first;

  chase_style_label_init (&first);
  first.side = side;
  first.at = style->label_at;
  first.gap = style->label_gap;
  first.sloped = style->label_sloped;
  first.colour = style->label_colour;
  if (*text != '\0')
    add_label (writer, cell, &first, text, chase_style_get_extra (style, "tikzlabel"), list);
  for (guint i = 0; i < chase_style_n_labels (style); i++)
    {
      const ChaseStyleLabel *label = chase_style_get_label (style, i);
      g_autofree char *key = g_strdup_printf ("tikzlabel%u", i + 2);

      add_label (writer, cell, label, label->text, chase_style_get_extra (style, key), list);
    }
}

static void
add_mark (const char *text, const ChaseStyle *style, const char *colour, GString *list)
{
  g_autoptr (GString) options = g_string_new ("marking");
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (style->shorten_source != style->shorten_target)
    chase_tikz_list_add (
        options, "pos=%s",
        chase_tikz_number (buffer,
                           (100.0 + style->shorten_source - style->shorten_target) / 200.0));
  if (colour != NULL)
    chase_tikz_list_add (options, "text=%s", colour);
  else if (chase_tikz_has_colour (&style->colour))
    chase_tikz_add_colour (options, "text", &style->colour);
  chase_tikz_list_add (list, "\"%s\"{%s}", text, options->str);
}

void
chase_tikz_add_marks (const ChaseStyle *style, GString *list)
{
  const char *kept = chase_style_get_extra (style, "tikzmark");

  if (style->form != CHASE_EDGE_ARROW)
    return;
  if (style->body == CHASE_BODY_BARRED)
    add_mark (kept != NULL ? kept : "\\shortmid", style, NULL, list);
  else if (style->body == CHASE_BODY_DOUBLE_BARRED)
    add_mark ("{\\shortmid\\shortmid}", style, NULL, list);
  else if (style->body == CHASE_BODY_BULLET_SOLID)
    add_mark ("\\bullet", style, NULL, list);
  else if (style->body == CHASE_BODY_BULLET_HOLLOW)
    {
      add_mark ("\\bullet", style, "\\pgfkeysvalueof{/tikz/commutative diagrams/background color}",
                list);
      add_mark ("\\circ", style, NULL, list);
    }
}

static double
direction (const ChaseTikzWriter *writer, const ChaseCell *cell)
{
  const ChaseSpot *from = &writer->spots[cell->source];
  const ChaseSpot *to = &writer->spots[cell->target];

  return atan2 (to->y - from->y, to->x - from->x);
}

/* The sign in place of an arrow: a turnstile, or a corner turned to the next eighth. */
void
chase_tikz_add_sign (ChaseTikzWriter *writer, const ChaseCell *cell, GString *list)
{
  double angle = direction (writer, cell);
  gboolean adjunction = cell->style->form == CHASE_EDGE_ADJUNCTION;
  double rotate = adjunction ? -angle * 180.0 / G_PI : 45.0 - 45.0 * round (4.0 * angle / G_PI);
  g_autoptr (GString) options = g_string_new ("anchor=center");
  const char *sign = "\\dashv";
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!adjunction)
    {
      const char *kept = chase_style_get_extra (cell->style, "tikzmark");

      sign = cell->style->form == CHASE_EDGE_PULLBACK ? "\\lrcorner" : "\\ulcorner";
      /* A larger one. */
      if (kept != NULL && strstr (kept, sign) != NULL && chase_tex_is_balanced (kept)
          && strchr (kept, '"') == NULL)
        sign = kept;
      chase_tikz_list_add (options, "pos=0.125");
    }
  if (adjunction || fabs (rotate) > 1e-9)
    chase_tikz_list_add (options, "rotate=%s", chase_tikz_number (buffer, rotate));
  if (chase_tikz_has_colour (&cell->style->colour))
    chase_tikz_add_colour (options, "text", &cell->style->colour);
  chase_tikz_list_add (list, "\"%s\"{%s}", sign, options->str);
}
