/* SPDX-License-Identifier: MIT */
#include "interchange/xymatrix-private.h"

#include "interchange/tex-private.h"

#include <math.h>
#include <string.h>

/* `{-->}`: how an arrow looks; @half is `^` or `_` for its variants with half a head, else NUL. */
static void
read_look (ChaseXyReader *reader, ChaseTikzArrow *arrow, char half)
{
  gsize start = reader->at;
  g_autofree char *look = chase_xy_read_argument (reader);

  chase_xy_apply_style (arrow, look);
  if (half != '\0' && arrow->style->head == CHASE_HEAD_DEFAULT)
    arrow->style->head = half == '^' ? CHASE_HEAD_HARPOON_TOP : CHASE_HEAD_HARPOON_BOTTOM;
  if (!chase_xy_knows_style (look))
    chase_source_warn (reader->source, start, reader->at - start, NULL,
                       "not all of this arrow of xy-pic is drawn: @{%s}", look);
}

/* `` `path ``: a curve by its control points. */
static void
skip_path (ChaseXyReader *reader)
{
  gsize start = reader->at++;

  g_free (chase_xy_read_argument (reader));
  chase_source_warn (reader->source, start, reader->at - start, NULL,
                     "the path of this arrow of xy-pic is drawn straight");
}

/* `<3pt>`, `/^1pc/`, `(ul,ur)` and `[red]`: how far an arrow is shifted and curved, how it leaves
 * and arrives, and its colour. */
static void
read_enclosed (ChaseXyReader *reader, ChaseTikzArrow *arrow)
{
  static const char opens[] = "</([", closes[] = ">/)]";
  char open = chase_xy_peek (reader);
  g_autofree char *inside = NULL;

  reader->at++;
  inside = chase_xy_read_until (reader, closes[strchr (opens, open) - opens]);
  switch (open)
    {
    case '<':
      arrow->style->offset
          = chase_xy_rounded (-chase_xy_read_points (inside, 0.0) / CHASE_TIKZ_SHIFT);
      break;
    case '/':
      chase_xy_apply_curve (arrow, inside);
      break;
    case '(':
      chase_xy_apply_ways (arrow, inside);
      break;
    default:
      chase_tikz_read_colour (arrow->rare.styles, inside, &arrow->style->colour);
    }
}

/* What follows the `@` of an arrow. */
static void
read_modifier (ChaseXyReader *reader, ChaseTikzArrow *arrow)
{
  guint lines = 0;
  char half = '\0';

  reader->at++;
  if (g_ascii_isdigit (chase_xy_peek (reader)))
    {
      lines = (guint)(chase_xy_peek (reader) - '0');
      reader->at++;
    }
  if (lines > 0 && strchr ("{^_", chase_xy_peek (reader)) == NULL)
    {
      arrow->lines = CLAMP (lines, 1, 4);
      return;
    }
  if (chase_xy_peek (reader) == '^' || chase_xy_peek (reader) == '_')
    half = reader->text[reader->at++];
  if (chase_xy_peek (reader) == '{')
    read_look (reader, arrow, half);
  else if (chase_xy_peek (reader) == '*')
    {
      reader->at++;
      g_free (chase_xy_read_argument (reader));
    }
  else if (chase_xy_peek (reader) == '`')
    skip_path (reader);
  else if (chase_xy_peek (reader) != '\0' && strchr ("</([", chase_xy_peek (reader)) != NULL)
    read_enclosed (reader, arrow);
  if (lines > 0)
    arrow->lines = CLAMP (lines, 1, 4);
}

gboolean
chase_xy_steps_of (const char *letters, gint64 *rows, gint64 *columns)
{
  *rows = *columns = 0;
  for (; *letters != '\0'; letters++)
    {
      *rows += (*letters == 'd') - (*letters == 'u');
      *columns += (*letters == 'r') - (*letters == 'l');
      if (strchr ("udlr", *letters) == NULL)
        return FALSE;
    }
  return TRUE;
}

/* `[d];[r]`: where the line from the one to the other crosses. */
static void
note_crossing (ChaseXyReader *reader, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", 2);
  ChaseXyGap gap;

  if (g_strv_length (parts) != 2)
    return;
  for (guint i = 0; i < 2; i++)
    {
      char *part = g_strstrip (parts[i]);
      gsize n = strlen (part);

      if (n < 2 || *part != '[' || part[n - 1] != ']')
        return;
      part[n - 1] = '\0';
      if (!chase_xy_steps_of (part + 1, &gap.ends[i][0], &gap.ends[i][1]))
        return;
      gap.ends[i][0] += reader->row;
      gap.ends[i][1] += reader->column;
    }
  if (reader->under->len < 1000)
    g_array_append_val (reader->under, gap);
}

/* How a label is set, framed or placed: `*+[F]`, `!{[r];[d]}`, `@{>}`. */
static void
read_label_place (ChaseXyReader *reader)
{
  while (chase_xy_peek (reader) == '!' || chase_xy_peek (reader) == '*'
         || chase_xy_peek (reader) == '@')
    {
      char sign = chase_xy_peek (reader);

      reader->at++;
      if (sign == '*')
        g_free (chase_xy_read_object_modifiers (reader));
      else if (sign == '!' || chase_xy_peek (reader) != '{')
        {
          g_autofree char *place = chase_xy_read_argument (reader);

          if (sign == '!' && chase_xy_at_command (reader, "\\hole"))
            note_crossing (reader, place);
        }
    }
}

/* `@{|}` on the line, or \object@{|}: a stroke through the arrow. FALSE where it is another tip. */
static gboolean
take_stroke (ChaseTikzArrow *arrow, const char *text)
{
  static const char object[] = "\\object@";
  g_autofree char *tip = g_strdup (g_str_has_prefix (text, object) ? text + strlen (object) : text);

  chase_tex_unbrace (tip);
  if (strcmp (tip, "|") != 0 && strcmp (tip, "||") != 0)
    return FALSE;
  arrow->style->body = tip[1] == '\0' ? CHASE_BODY_BARRED : CHASE_BODY_DOUBLE_BARRED;
  return TRUE;
}

/* `="a"` behind a label: what others call the place where it stands. NULL where there is none. */
static char *
read_label_name (ChaseXyReader *reader)
{
  gsize at = chase_tex_skip_blanks (reader->text, reader->at, reader->end);

  if (!chase_tex_at (reader->text, at, reader->end, "=\""))
    return NULL;
  reader->at = at + 2;
  return chase_xy_read_until (reader, '"');
}

/* Each `<` or `>` behind the first is 3 points farther from that end; arrows are some 43 long. */
static double
place_by_signs (guint from_start, guint from_end)
{
  guint percent = CLAMP (7 * (MAX (from_start, from_end) - 1), 5, 50);

  return (from_start > 0 ? percent : 100 - percent) / 100.0;
}

/* A label: `^`, `_` or `|`, perhaps where (`-`, `<`, `>`, `(.3)`), and what. */
static void
read_label (ChaseXyReader *reader, ChaseTikzArrow *arrow)
{
  char where = chase_xy_peek (reader);
  ChaseTikzLabel *label;
  gboolean has_at = FALSE, tip;
  guint signs[2] = { 0, 0 };
  double at = 0.5;
  g_autofree char *text = NULL;

  for (reader->at++; reader->at < reader->end; reader->at++)
    if (chase_xy_peek (reader) == '<' || chase_xy_peek (reader) == '>')
      signs[chase_xy_peek (reader) == '>']++;
    else if (chase_xy_peek (reader) != '-' && chase_xy_peek (reader) != ' '
             && chase_xy_peek (reader) != '+')
      break;
  if (signs[0] + signs[1] > 0)
    {
      at = place_by_signs (signs[0], signs[1]);
      has_at = TRUE;
    }
  if (chase_xy_peek (reader) == '(')
    {
      g_autofree char *inside = NULL;

      reader->at++;
      inside = chase_xy_read_until (reader, ')');
      at = g_ascii_strtod (inside, NULL);
      has_at = TRUE;
    }
  read_label_place (reader);
  if (chase_xy_at_command (reader, "\\hole"))
    {
      /* A gap in the line, for another to pass. */
      reader->at += strlen ("\\hole");
      return;
    }
  tip = reader->text[reader->at - 1] == '@';
  text = chase_xy_read_argument (reader);
  if (where == '|' && (tip || g_str_has_prefix (text, "\\object@")) && take_stroke (arrow, text))
    return;
  label = chase_tikz_add_label (arrow, g_steal_pointer (&text), NULL);
  label->name = read_label_name (reader);
  label->swapped = where == '_';
  label->place = where == '|' ? CHASE_TIKZ_CENTRE : CHASE_TIKZ_AUTO;
  label->has_at = has_at;
  label->at = isfinite (at) ? CLAMP (at, 0.0, 1.0) : 0.5;
}

/* `[dr]`, or `[1,2]` in rows and columns. */
static void
read_target (ChaseXyReader *reader, ChaseTikzArrow *arrow)
{
  g_autofree char *inside = NULL;
  GString *letters;
  gint64 rows, columns;
  char *end;

  reader->at++;
  inside = chase_xy_read_until (reader, ']');
  rows = g_ascii_strtoll (inside, &end, 10);
  columns = *end == ',' ? g_ascii_strtoll (end + 1, NULL, 10) : 0;
  if (end == inside || *end != ',')
    {
      gsize n = strspn (inside, "udlr");

      g_free (arrow->to);
      arrow->to = g_strndup (inside, n);
      return;
    }
  letters = g_string_new (NULL);
  for (gint64 i = 0; i < ABS (CLAMP (rows, -999, 999)); i++)
    g_string_append_c (letters, rows < 0 ? 'u' : 'd');
  for (gint64 i = 0; i < ABS (CLAMP (columns, -999, 999)); i++)
    g_string_append_c (letters, columns < 0 ? 'l' : 'r');
  g_free (arrow->to);
  arrow->to = g_string_free (letters, FALSE);
}

ChaseTikzArrow *
chase_xy_new_arrow (ChaseXyReader *reader, gsize offset)
{
  ChaseTikzArrow *arrow = chase_tikz_arrow_new (reader->table->source->styles);

  arrow->offset = offset;
  arrow->bytes = 3;
  arrow->row = reader->row;
  arrow->column = reader->column;
  chase_table_add_arrow (reader->table, arrow);
  return arrow;
}

/* `"a";"b"`: from what is called so to what is called so; `"b"` alone: to that. */
static void
read_named_ends (ChaseXyReader *reader, ChaseTikzArrow *arrow)
{
  for (guint i = 0; i < 2; i++)
    {
      gsize next;

      reader->at++;
      g_free (arrow->to);
      arrow->to = chase_xy_read_until (reader, '"');
      next = chase_tex_skip_blanks (reader->text, reader->at, reader->end);
      if (i > 0 || !chase_tex_at (reader->text, next, reader->end, ";"))
        return;
      next = chase_tex_skip_blanks (reader->text, next + 1, reader->end);
      if (!chase_tex_at (reader->text, next, reader->end, "\""))
        return;
      reader->at = next;
      g_free (arrow->from);
      arrow->from = g_steal_pointer (&arrow->to);
    }
}

/* `r[d]`, `[d]`, `dl_l[dd]`: a turn on the way: the direction, and a place that it passes. The
 * arrow leaves in the direction of the first. */
static void
read_turn (ChaseXyReader *reader, ChaseTikzArrow *arrow)
{
  gsize n = 0;
  g_autofree char *way = NULL;

  while (reader->at + n < reader->end && strchr ("udlr", reader->text[reader->at + n]) != NULL
         && reader->text[reader->at + n] != '\0')
    n++;
  way = g_strndup (reader->text + reader->at, n);
  if (!arrow->has_out)
    arrow->has_out = chase_xy_angle_of (way, &arrow->rare.out);
  reader->at += n;
  if ((chase_xy_peek (reader) == '^' || chase_xy_peek (reader) == '_')
      && reader->at + 1 < reader->end && strchr ("udlr", reader->text[reader->at + 1]) != NULL)
    reader->at += 1 + strspn (reader->text + reader->at + 1, "udlr");
}

/* `<2pt>` behind the target moves the arrow aside. FALSE where it is none. */
static gboolean
read_shift (ChaseXyReader *reader, ChaseTikzArrow *arrow)
{
  gsize before = reader->at++;
  g_autofree char *inside = chase_xy_read_until (reader, '>');

  if (!g_regex_match_simple ("^[-+]?[.\\d]+ *[a-z]{2}$", inside, 0, 0))
    {
      reader->at = before;
      return FALSE;
    }
  arrow->style->offset = chase_xy_rounded (-chase_xy_read_points (inside, 0.0) / CHASE_TIKZ_SHIFT);
  return TRUE;
}

/* `+<1cm,0cm>`, `-D`, `!<0ex,2ex>`: where near its target the arrow ends. FALSE where it is none.
 */
static gboolean
skip_vector (ChaseXyReader *reader)
{
  gsize at = reader->at + 1;

  if (at < reader->end && reader->text[at] == '<')
    {
      reader->at = at + 1;
      g_free (chase_xy_read_until (reader, '>'));
      return TRUE;
    }
  if (at >= reader->end || strchr ("LRUDCE", reader->text[at]) == NULL
      || (at + 1 < reader->end && g_ascii_isalnum (reader->text[at + 1])
          && strchr ("LRUDC", reader->text[at + 1]) == NULL))
    return FALSE;
  while (at < reader->end && strchr ("LRUDCE", reader->text[at]) != NULL)
    at++;
  reader->at = at;
  return TRUE;
}

/* `[r];[d]`: what was the target is where it begins. */
static void
turn_to_source (ChaseXyReader *reader, ChaseTikzArrow *arrow)
{
  reader->at++;
  g_free (arrow->from);
  arrow->from = g_steal_pointer (&arrow->to);
}

/* One more part of an arrow; FALSE where it ends. @near: no blank stands before it. */
static gboolean
read_part (ChaseXyReader *reader, ChaseTikzArrow *arrow, gboolean near)
{
  switch (chase_xy_peek (reader))
    {
    case '@':
      read_modifier (reader, arrow);
      return TRUE;
    case '^':
    case '_':
    case '|':
      read_label (reader, arrow);
      return TRUE;
    case '[':
      read_target (reader, arrow);
      return TRUE;
    case '\'':
      /* On the way it passes other places; where it ends comes last. */
      reader->at++;
      return TRUE;
    case '`':
      reader->at++;
      read_turn (reader, arrow);
      return TRUE;
    case '"':
      read_named_ends (reader, arrow);
      return TRUE;
    case '<':
      return near && read_shift (reader, arrow);
    case '+':
    case '-':
      return near && arrow->to != NULL && skip_vector (reader);
    case ';':
      if (!near || arrow->to == NULL)
        return FALSE;
      turn_to_source (reader, arrow);
      return TRUE;
    case '!':
      /* Where at its target it ends, `!R`. */
      if (skip_vector (reader))
        return TRUE;
      reader->at++;
      if (chase_xy_peek (reader) == '{')
        g_free (chase_xy_read_argument (reader));
      return TRUE;
    default:
      return FALSE;
    }
}

static void
read_parts (ChaseXyReader *reader, ChaseTikzArrow *arrow)
{
  for (;;)
    {
      gsize before = reader->at;

      chase_xy_skip_blanks (reader);
      if (!read_part (reader, arrow, reader->at == before))
        {
          arrow->bytes = (guint)(before - arrow->offset);
          reader->at = before;
          return;
        }
    }
}

/* The arrows of the second version: \rto, \dline. Returns the style, or NULL. */
static const char *
old_style (const char *word)
{
  static const char *const words[][2]
      = { { "to", "->" },    { "line", "-" },    { "dotted", "." },   { "dashed", "--" },
          { "double", "=" }, { "uline", "-" },   { "mapsto", "|->" }, { "into", "^{(}->" },
          { "onto", "->>" }, { "ontto", "->>" }, { "dashto", "-->" }, { "dotsto", ".>" } };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i][0], word) == 0)
      return words[i][1];
  return NULL;
}

gboolean
chase_xy_read_arrow (ChaseXyReader *reader)
{
  gsize stop = chase_tex_skip_command (reader->text, reader->at, reader->end);
  g_autofree char *word = g_strndup (reader->text + reader->at + 1, stop - reader->at - 1);
  gsize n = strspn (word, "udlr");
  gboolean plain = chase_xy_at_command (reader, "\\ar");
  const char *style = !plain && n > 0 ? old_style (word + n) : NULL;
  ChaseTikzArrow *arrow;

  if (!plain && style == NULL)
    return FALSE;
  arrow = chase_xy_new_arrow (reader, reader->at);
  reader->at += plain ? strlen ("\\ar") : stop - reader->at;
  if (style != NULL)
    {
      arrow->to = g_strndup (word, n);
      chase_xy_apply_style (arrow, style);
    }
  read_parts (reader, arrow);
  if (arrow->from == NULL)
    arrow->from = g_strdup (reader->origin);
  return TRUE;
}

/* The place of one end, in rows and columns. */
static gboolean
find_end (const ChaseTikzArrow *arrow, const char *text, gint64 place[2])
{
  if (!chase_xy_steps_of (text != NULL ? text : "", &place[0], &place[1]))
    return FALSE;
  place[0] += arrow->row;
  place[1] += arrow->column;
  return TRUE;
}

void
chase_xy_cross (ChaseXyReader *reader)
{
  for (guint i = 0; reader->under->len > 0 && i < reader->table->arrows->len; i++)
    {
      ChaseTikzArrow *arrow = g_ptr_array_index (reader->table->arrows, i);
      gint64 from[2], to[2];

      if (!find_end (arrow, arrow->from, from) || !find_end (arrow, arrow->to, to))
        continue;
      for (guint j = 0; j < reader->under->len; j++)
        {
          const ChaseXyGap *gap = &g_array_index (reader->under, ChaseXyGap, j);

          if ((memcmp (gap->ends[0], from, sizeof from) == 0
               && memcmp (gap->ends[1], to, sizeof to) == 0)
              || (memcmp (gap->ends[0], to, sizeof to) == 0
                  && memcmp (gap->ends[1], from, sizeof from) == 0))
            {
              reader->table->arrows->pdata[i] = chase_tikz_arrow_keep (arrow, "crossing over");
              break;
            }
        }
    }
}
