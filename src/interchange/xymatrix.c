/* SPDX-License-Identifier: MIT */
#include "interchange/tikz-private.h"

#include "interchange/tex-private.h"

#include <math.h>
#include <string.h>

/* Reading the matrices of xy-pic: the same table as tikz-cd, with another language for arrows. */

typedef struct
{
  ChaseSource *source;
  const char *text;
  gsize at;
  gsize end;
  gsize depth;
  ChaseTable *table;
  guint row, column;
} Reader;

static ChaseTableCell *
cell (Reader *reader)
{
  return chase_table_cell (reader->table, reader->row, reader->column);
}

static GString *
cell_text (Reader *reader)
{
  return chase_table_text (reader->table, reader->row, reader->column);
}

static char
peek (const Reader *reader)
{
  return reader->at < reader->end ? reader->text[reader->at] : '\0';
}

static void
skip_blanks (Reader *reader)
{
  reader->at = chase_tex_skip_blanks (reader->text, reader->at, reader->end);
}

/* Reads up to the character @close and past it; what there is of it where it does not come. */
static char *
read_until (Reader *reader, char close)
{
  const char *found
      = memchr (reader->text + reader->at, close, MIN (reader->end - reader->at, 200));
  gsize stop = found != NULL ? (gsize)(found - reader->text) : reader->at;
  char *inside = chase_tex_tidy (reader->text, reader->at, stop);

  reader->at = found != NULL ? stop + 1 : reader->at;
  return inside;
}

/* `\txt{Some\\text}` as LaTeX itself says it. Takes @text. */
static char *
text_of (char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\\\\", -1);
  GString *out = g_string_new (NULL);
  gboolean several = g_strv_length (lines) > 1;

  g_free (text);
  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (out, "%s\\text{%s}", i > 0 ? "\\\\" : "", g_strstrip (lines[i]));
  if (several)
    {
      g_string_prepend (out, "\\substack{");
      g_string_append_c (out, '}');
    }
  return g_string_free (out, FALSE);
}

/* Behind the `*` of an object: how it is framed and placed, `+[F]`, `[o][F.]`, `!L`. */
static void
skip_object_modifiers (Reader *reader)
{
  while (reader->at < reader->end)
    if (peek (reader) == '[')
      reader->at = chase_tex_skip_bracket (reader->text, reader->at, reader->end);
    else if (peek (reader) == '!' && reader->at + 1 < reader->end)
      reader->at += strchr ("LRUDC", reader->text[reader->at + 1]) != NULL ? 2 : 1;
    else if (strchr ("+-=<>", peek (reader)) != NULL)
      reader->at++;
    else
      return;
}

static gboolean
at_command (const Reader *reader, const char *command)
{
  return chase_tex_at_command (reader->text, reader->at, reader->end, command);
}

/* Reads a group, a command or one character: the argument of `^`. */
static char *
read_argument (Reader *reader)
{
  gsize start, stop;

  skip_blanks (reader);
  start = reader->at;
  if (start >= reader->end)
    return g_strdup ("");
  if (peek (reader) == '{')
    stop = chase_tex_skip_group (reader->text, start, reader->end);
  else if (at_command (reader, "\\txt"))
    {
      reader->at += strlen ("\\txt");
      return text_of (read_argument (reader));
    }
  else if (peek (reader) == '\\')
    stop = chase_tex_skip_command (reader->text, start, reader->end);
  else
    stop = MIN (reader->end, (gsize)(g_utf8_next_char (reader->text + start) - reader->text));
  reader->at = stop;
  return chase_tex_unbrace (chase_tex_tidy (reader->text, start, stop));
}

/* Styles */

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
static void
apply_style (ChaseTikzArrow *arrow, const char *style)
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
      arrow->style->tail = *head == '|' ? CHASE_TAIL_MAPS_TO : CHASE_TAIL_DEFAULT;
      arrow->style->head = strstr (tail, "<<") != NULL ? CHASE_HEAD_EPI : CHASE_HEAD_DEFAULT;
      arrow->reversed = TRUE;
    }
}

static double
read_points (const char *text, double fallback)
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

static double
rounded (double value)
{
  return round (100.0 * value) / 100.0 + 0.0;
}

/* `/^1pc/` bows to the left by about so much, `/_1pc/` to the right. */
static void
apply_curve (ChaseTikzArrow *arrow, const char *text)
{
  double sign = *text == '_' ? 1.0 : -1.0;

  if (*text == '^' || *text == '_')
    arrow->style->curve = rounded (sign * read_points (text + 1, 6.0) / 6.0);
}

static gboolean
angle_of (const char *text, double *angle)
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
static void
apply_ways (ChaseTikzArrow *arrow, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", 2);

  if (g_strv_length (parts) != 2)
    return;
  arrow->has_out = angle_of (g_strstrip (parts[0]), &arrow->out);
  arrow->has_in = angle_of (g_strstrip (parts[1]), &arrow->in);
  arrow->loop = arrow->has_out && arrow->has_in;
}

/* What follows the `@` of an arrow. */
static void
read_modifier (Reader *reader, ChaseTikzArrow *arrow)
{
  g_autofree char *inside = NULL;
  guint lines = 0;
  gsize start;

  reader->at++;
  if (g_ascii_isdigit (peek (reader)))
    {
      lines = (guint)(peek (reader) - '0');
      reader->at++;
    }
  if (peek (reader) == '^' || peek (reader) == '_')
    reader->at++;
  start = reader->at;
  if (peek (reader) == '{')
    {
      inside = read_argument (reader);
      apply_style (arrow, inside);
    }
  else if (peek (reader) == '*')
    {
      reader->at++;
      g_free (read_argument (reader));
    }
  else if (start < reader->end && strchr ("</([", peek (reader)) != NULL)
    {
      char open = peek (reader);

      reader->at++;
      inside = read_until (reader, open == '<' ? '>' : open == '/' ? '/' : open == '(' ? ')' : ']');
      if (open == '<')
        arrow->style->offset = rounded (-read_points (inside, 0.0) / CHASE_TIKZ_SHIFT);
      else if (open == '/')
        apply_curve (arrow, inside);
      else if (open == '(')
        apply_ways (arrow, inside);
      else if (open == '[')
        chase_tikz_read_colour (arrow->styles, inside, &arrow->style->colour);
    }
  if (lines > 0)
    arrow->lines = CLAMP (lines, 1, 4);
}

/* How a label is set, framed or placed: `*+[F]`, `!{[r];[d]}`, `@{>}`. */
static void
read_label_place (Reader *reader)
{
  while (peek (reader) == '!' || peek (reader) == '*' || peek (reader) == '@')
    {
      char sign = peek (reader);

      reader->at++;
      if (sign == '*')
        skip_object_modifiers (reader);
      else if (sign == '!' || peek (reader) != '{')
        g_free (read_argument (reader));
    }
}

/* `="a"` behind a label: what others call the place where it stands. NULL where there is none. */
static char *
read_label_name (Reader *reader)
{
  gsize at = chase_tex_skip_blanks (reader->text, reader->at, reader->end);

  if (!chase_tex_at (reader->text, at, reader->end, "=\""))
    return NULL;
  reader->at = at + 2;
  return read_until (reader, '"');
}

/* A label: `^`, `_` or `|`, perhaps where (`-`, `<`, `>`, `(.3)`), and what. */
static void
read_label (Reader *reader, ChaseTikzArrow *arrow)
{
  char where = peek (reader);
  ChaseTikzLabel *label;
  gboolean has_at = FALSE;
  double at = 0.5;

  for (reader->at++; reader->at < reader->end; reader->at++)
    if (peek (reader) == '<' || peek (reader) == '>')
      {
        at += peek (reader) == '<' ? -0.3 : 0.3;
        has_at = TRUE;
      }
    else if (peek (reader) != '-' && peek (reader) != ' ' && peek (reader) != '+')
      break;
  if (peek (reader) == '(')
    {
      g_autofree char *inside = NULL;

      reader->at++;
      inside = read_until (reader, ')');
      at = g_ascii_strtod (inside, NULL);
      has_at = TRUE;
    }
  read_label_place (reader);
  if (at_command (reader, "\\hole"))
    {
      /* A gap in the line, for another to pass. */
      reader->at += strlen ("\\hole");
      return;
    }
  label = chase_tikz_add_label (arrow, read_argument (reader), NULL);
  label->name = read_label_name (reader);
  label->swapped = where == '_';
  label->place = where == '|' ? CHASE_TIKZ_CENTRE : CHASE_TIKZ_AUTO;
  label->has_at = has_at;
  label->at = isfinite (at) ? CLAMP (at, 0.0, 1.0) : 0.5;
}

/* `[dr]`, or `[1,2]` in rows and columns. */
static void
read_target (Reader *reader, ChaseTikzArrow *arrow)
{
  g_autofree char *inside = NULL;
  GString *letters;
  gint64 rows, columns;
  char *end;

  reader->at++;
  inside = read_until (reader, ']');
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

static ChaseTikzArrow *
new_arrow (Reader *reader, gsize offset)
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
read_named_ends (Reader *reader, ChaseTikzArrow *arrow)
{
  for (guint i = 0; i < 2; i++)
    {
      gsize next;

      reader->at++;
      g_free (arrow->to);
      arrow->to = read_until (reader, '"');
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
read_turn (Reader *reader, ChaseTikzArrow *arrow)
{
  gsize n = 0;
  g_autofree char *way = NULL;

  while (reader->at + n < reader->end && strchr ("udlr", reader->text[reader->at + n]) != NULL
         && reader->text[reader->at + n] != '\0')
    n++;
  way = g_strndup (reader->text + reader->at, n);
  if (!arrow->has_out)
    arrow->has_out = angle_of (way, &arrow->out);
  reader->at += n;
  if ((peek (reader) == '^' || peek (reader) == '_') && reader->at + 1 < reader->end
      && strchr ("udlr", reader->text[reader->at + 1]) != NULL)
    reader->at += 1 + strspn (reader->text + reader->at + 1, "udlr");
}

static void
read_arrow (Reader *reader)
{
  ChaseTikzArrow *arrow = new_arrow (reader, reader->at);

  reader->at += strlen ("\\ar");
  for (;;)
    {
      gsize before = reader->at;

      skip_blanks (reader);
      switch (peek (reader))
        {
        case '@':
          read_modifier (reader, arrow);
          continue;
        case '^':
        case '_':
        case '|':
          read_label (reader, arrow);
          continue;
        case '[':
          read_target (reader, arrow);
          continue;
        case '\'':
          /* On the way it passes other places; where it ends comes last. */
          reader->at++;
          continue;
        case '`':
          reader->at++;
          read_turn (reader, arrow);
          continue;
        case '"':
          read_named_ends (reader, arrow);
          continue;
        case '!':
          /* Where at its target it ends, `!R`. */
          reader->at++;
          if (peek (reader) == '{')
            g_free (read_argument (reader));
          else
            while (g_ascii_isalpha (peek (reader)))
              reader->at++;
          continue;
        default:
          arrow->bytes = (guint)(before - arrow->offset);
          reader->at = before;
          return;
        }
    }
}

/* `\rtwocell^f_g{\alpha}`: two curved arrows, and a cell from the one to the other. */
static void
add_two_cell (Reader *reader, const char *way, char *upper, char *lower, char *middle, gsize offset)
{
  g_autofree char *first = g_strdup_printf ("2cell-%u-0", reader->table->arrows->len);
  g_autofree char *second = g_strdup_printf ("2cell-%u-1", reader->table->arrows->len);
  const char *names[2] = { first, second };
  char *labels[2] = { upper, lower };
  ChaseTikzArrow *arrow;

  for (guint i = 0; i < 2; i++)
    {
      ChaseTikzLabel *label;

      arrow = new_arrow (reader, offset);
      arrow->to = g_strdup (way);
      arrow->style->curve = i == 0 ? -3.0 : 3.0;
      label = chase_tikz_add_label (arrow, labels[i], NULL);
      label->name = g_strdup (names[i]);
      label->swapped = i == 1;
    }
  /* `^\alpha` goes up, `=\alpha` is an equality, \omit nothing at all. */
  if (strcmp (middle, "\\omit") == 0)
    {
      g_free (middle);
      return;
    }
  arrow = new_arrow (reader, offset);
  arrow->from = g_strdup (names[*middle == '^']);
  arrow->to = g_strdup (names[*middle != '^']);
  if (*middle == '=')
    arrow->style->head = CHASE_HEAD_NONE;
  if (*middle != '\0' && strchr ("^_=", *middle) != NULL)
    memmove (middle, middle + 1, strlen (middle));
  arrow->lines = 2;
  arrow->style->shorten_source = 20.0;
  arrow->style->shorten_target = 20.0;
  chase_tikz_add_label (arrow, middle, NULL);
}

/* The letters before `twocell` say where to. FALSE when the command is another. */
static gboolean
read_two_cell (Reader *reader)
{
  gsize stop = chase_tex_skip_command (reader->text, reader->at, reader->end);
  g_autofree char *command = g_strndup (reader->text + reader->at + 1, stop - reader->at - 1);
  g_autofree char *way = NULL;
  char *labels[2] = { NULL, NULL };
  gboolean free_way = g_str_has_prefix (command, "xtwocell");
  gsize n = free_way ? 1 : strspn (command, "udlr");
  gsize offset = reader->at;

  if (n == 0 || strcmp (command + n, "twocell") != 0
      || (free_way && (stop >= reader->end || reader->text[stop] != '[')))
    return FALSE;
  way = g_strndup (command, n);
  reader->at = stop;
  if (free_way)
    {
      g_free (way);
      reader->at++;
      way = read_until (reader, ']');
      /* Then how far it is moved aside. */
      if (peek (reader) == '{')
        g_free (read_argument (reader));
    }
  while (reader->at < reader->end && strchr ("^_<", peek (reader)) != NULL)
    {
      char where = peek (reader);
      char **slot = &labels[where == '_'];

      reader->at++;
      if (where == '<')
        g_free (read_until (reader, '>'));
      else
        {
          g_free (*slot);
          *slot = read_argument (reader);
        }
    }
  add_two_cell (reader, way, labels[0] != NULL ? labels[0] : g_strdup (""),
                labels[1] != NULL ? labels[1] : g_strdup (""),
                peek (reader) == '{' ? read_argument (reader) : g_strdup (""), offset);
  return TRUE;
}

/* What goes to places beside those of the matrix is not drawn, which is said. */
static gboolean
read_excursion (Reader *reader)
{
  static const struct
  {
    const char *command, *end;
  } excursions[] = { { "\\save", "\\restore" }, { "\\POS", NULL }, { "\\drop", NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (excursions); i++)
    {
      gsize at = reader->at;

      if (!at_command (reader, excursions[i].command))
        continue;
      for (at += strlen (excursions[i].command); at < reader->end;)
        if (excursions[i].end != NULL
                ? chase_tex_at_command (reader->text, at, reader->end, excursions[i].end)
                : (reader->text[at] == '&' || chase_tex_at (reader->text, at, reader->end, "\\\\")
                   || chase_tex_at_command (reader->text, at, reader->end, "\\ar")))
          break;
        else
          at = reader->text[at] == '{'    ? chase_tex_skip_group (reader->text, at, reader->end)
               : reader->text[at] == '\\' ? chase_tex_skip_command (reader->text, at, reader->end)
                                          : at + 1;
      if (excursions[i].end != NULL)
        at += strlen (excursions[i].end);
      chase_source_warn (reader->source, reader->at, strlen (excursions[i].command), NULL,
                         "what %s draws beside the matrix is left out", excursions[i].command);
      reader->at = MIN (at, reader->end);
      return TRUE;
    }
  return FALSE;
}

/* `*+[F]{text}`: how an object is framed and placed; its text is what counts. */
static gboolean
read_object (Reader *reader)
{
  gsize before = reader->at++;

  skip_object_modifiers (reader);
  if (peek (reader) == '{' || at_command (reader, "\\txt"))
    return TRUE;
  reader->at = before;
  return FALSE;
}

static void
append (Reader *reader, gsize end)
{
  g_string_append_len (cell_text (reader), reader->text + reader->at, (gssize)(end - reader->at));
  reader->at = end;
}

static void
read_command (Reader *reader)
{
  if (chase_tex_at_command (reader->text, reader->at, reader->end, "\\ar"))
    read_arrow (reader);
  else if (reader->depth == 0 && chase_tex_at (reader->text, reader->at, reader->end, "\\\\"))
    {
      reader->at += 2;
      reader->row++;
      reader->column = 0;
    }
  else if (at_command (reader, "\\txt"))
    {
      g_autofree char *text = read_argument (reader);

      g_string_append (cell_text (reader), text);
    }
  else if (!read_excursion (reader) && !read_two_cell (reader))
    append (reader, chase_tex_skip_command (reader->text, reader->at, reader->end));
}

static void
read_next (Reader *reader)
{
  char c = peek (reader);

  if (c == '\\')
    {
      read_command (reader);
      return;
    }
  if (c == '&' && reader->depth == 0)
    {
      reader->at++;
      reader->column++;
      return;
    }
  if (c == '%')
    {
      skip_blanks (reader);
      return;
    }
  if (c == '*' && cell_text (reader)->len == 0 && read_object (reader))
    return;
  if (g_ascii_isspace (c) && cell_text (reader)->len == 0)
    {
      reader->at++;
      return;
    }
  if (c == '{')
    cell (reader)->present = TRUE;
  reader->depth += c == '{';
  reader->depth -= c == '}' && reader->depth > 0;
  append (reader,
          MIN (reader->end, (gsize)(g_utf8_next_char (reader->text + reader->at) - reader->text)));
}

/* An empty group is how a place without an object is kept open. */
static void
drop_empty (ChaseTable *table)
{
  chase_table_sort (table);
  for (guint i = 0; i < table->cells->len; i++)
    {
      ChaseTableCell *present = &g_array_index (table->cells, ChaseTableCell, i);
      const char *text = present->text != NULL ? present->text : "";
      g_autofree char *tidy = chase_tex_tidy (text, 0, strlen (text));

      present->present = FALSE;
      if (strcmp (tidy, "{}") == 0)
        chase_name_set (&present->text, NULL);
    }
}

ChaseSketch *
chase_xymatrix_read_body (ChaseSource *source, gsize start, gsize end, GHashTable *reported)
{
  g_autoptr (ChaseTable) table = chase_table_new (source, start, reported);
  Reader reader
      = { .source = source, .text = source->text, .at = start, .end = end, .table = table };

  while (reader.at < end)
    {
      read_next (&reader);
      reader.at = MIN (reader.at, end);
    }
  drop_empty (table);
  return chase_table_to_sketch (table);
}
