/* SPDX-License-Identifier: MIT */
#include "interchange/tikz-read-private.h"

#include "interchange/tex-private.h"

#include <string.h>

static GString *
cell_text (ChaseTikzReader *reader)
{
  return chase_table_text (reader->table, reader->row, reader->column);
}

static void
append (ChaseTikzReader *reader, gsize end)
{
  g_string_append_len (cell_text (reader), reader->text + reader->at, (gssize)(end - reader->at));
  reader->at = end;
}

/* Takes `alias=X` or `name=X` from @options, those of a cell. Returns X, or NULL where there is
 * none. Caller frees. */
static char *
take_name (char **options)
{
  static const char *const keys[] = { "alias", "name", NULL };
  g_autoptr (GPtrArray) split = chase_tex_split (*options, ',', TRUE);
  g_autoptr (GString) others = g_string_new (NULL);
  char *name = NULL;

  for (guint i = 0; i < split->len; i++)
    {
      const char *option = g_ptr_array_index (split, i);
      const char *equals = strchr (option, '=');
      g_autofree char *key = NULL;

      if (equals != NULL)
        key = g_strchomp (g_strndup (option, (gsize)(equals - option)));
      if (name == NULL && key != NULL && g_strv_contains (keys, key))
        name = chase_tex_unbrace (g_strchug (g_strdup (equals + 1)));
      else
        g_string_append_printf (others, "%s%s", others->len > 0 ? ", " : "", option);
    }
  if (name == NULL)
    return NULL;
  g_free (*options);
  *options = others->len > 0 ? g_strdup (others->str) : NULL;
  return name;
}

/* `|[options]|`, `|(name)|`, both at once: only where a cell's text follows, for `|x|` is also how
 * programs are quoted. */
static gboolean
read_prefix (ChaseTikzReader *reader)
{
  gsize at = reader->at + 1;
  gsize next;
  g_autofree char *name = NULL;
  g_autofree char *options = NULL;
  ChaseTableExtra *extra;

  while (at < reader->end && (reader->text[at] == '[' || reader->text[at] == '('))
    {
      gboolean square = reader->text[at] == '[';
      const char *close;
      gsize stop;

      if (square)
        stop = chase_tex_skip_bracket (reader->text, at, reader->end);
      else
        {
          close = memchr (reader->text + at, ')', MIN (reader->end - at, 200));
          stop = close != NULL ? (gsize)(close - reader->text) + 1 : reader->end;
        }
      if (stop >= reader->end)
        return FALSE;
      g_free (square ? options : name);
      *(square ? &options : &name) = chase_tex_tidy (reader->text, at + 1, stop - 1);
      at = stop;
      next = chase_tex_skip_blanks (reader->text, at, reader->end);
      if (next < reader->end && strchr ("[(|", reader->text[next]) != NULL)
        at = next;
    }
  if (at == reader->at + 1 || at >= reader->end || reader->text[at] != '|'
      || (name != NULL && strpbrk (name, "<>\\") != NULL))
    return FALSE;
  at++;
  next = chase_tex_skip_blanks (reader->text, at, reader->end);
  if (name != NULL && options == NULL
      && (next >= reader->end || reader->text[next] == '&' || reader->text[next] == '\\'))
    return FALSE;
  if (options != NULL)
    {
      g_autofree char *alias = take_name (&options);

      if (alias != NULL)
        {
          g_free (name);
          name = g_steal_pointer (&alias);
        }
    }
  extra = chase_table_extra (reader->table, reader->row, reader->column);
  g_free (extra->name);
  g_free (extra->options);
  extra->name = g_steal_pointer (&name);
  extra->options = g_steal_pointer (&options);
  reader->at = at;
  return TRUE;
}

/* The directions of the short forms, `\rar` and so on. */
static const char *
short_form (const char *text, gsize at, gsize end, gsize *length)
{
  static const char *const words[] = { "rar", "lar", "uar", "dar", "urar", "ular", "drar", "dlar" };
  static const char *const ways[] = { "r", "l", "u", "d", "ur", "ul", "dr", "dl" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *command = g_strconcat ("\\", words[i], NULL);

      if (chase_tex_at_command (text, at, end, command))
        {
          *length = strlen (command);
          return ways[i];
        }
    }
  return NULL;
}

/* If an arrow's command is here, returns its length and, for a short form, its direction. */
static gboolean
at_arrow (const char *text, gsize at, gsize end, gsize *length, const char **way)
{
  *way = NULL;
  *length = 0;
  if (chase_tex_at_command (text, at, end, "\\arrow"))
    *length = strlen ("\\arrow");
  else if (chase_tex_at_command (text, at, end, "\\ar"))
    *length = strlen ("\\ar");
  else
    *way = short_form (text, at, end, length);
  return *length > 0;
}

static gboolean
is_old_end (const char *text)
{
  if (*text == '\0')
    return FALSE;
  return strspn (text, "udlr") == strlen (text) || strspn (text, "0123456789-") == strlen (text);
}

/* Is there, perhaps behind blanks, one more group or list of the old form? *@at goes there. */
static gboolean
at_more (const ChaseTikzReader *reader, gsize *at)
{
  gsize next = chase_tex_skip_blanks (reader->text, *at, reader->end);

  if (next >= reader->end || (reader->text[next] != '[' && reader->text[next] != '{'))
    return FALSE;
  *at = next;
  return TRUE;
}

/* The old form: `{direction}`, then labels in braces, each with its options before it. */
static void
read_old (ChaseTikzReader *reader, ChaseTikzArrow *arrow, gsize *at, gboolean with_end)
{
  if (with_end)
    {
      gsize stop = chase_tex_skip_group (reader->text, *at, reader->end);

      /* A loop goes nowhere else, whatever is said, nor does one that was told where. */
      if (arrow->to == NULL)
        arrow->to = arrow->loop ? g_strdup (arrow->from)
                                : chase_tex_tidy (reader->text, *at + 1, stop - 1);
      *at = stop;
    }
  while (at_more (reader, at))
    {
      g_autofree char *options = NULL;
      ChaseTikzLabel *label;
      gsize stop;

      if (reader->text[*at] == '[')
        {
          stop = chase_tex_skip_bracket (reader->text, *at, reader->end);
          options = chase_tex_tidy (reader->text, *at + 1, MAX (stop - 1, *at + 1));
          *at = stop;
        }
      if (!at_more (reader, at) || reader->text[*at] != '{')
        {
          if (options != NULL)
            chase_tikz_apply_list (arrow, options);
          return;
        }
      stop = chase_tex_skip_group (reader->text, *at, reader->end);
      label = chase_tikz_add_label (
          arrow, chase_tex_tidy (reader->text, *at + 1, MAX (stop - 1, *at + 1)), NULL);
      if (options != NULL)
        {
          /* In the old form an option list may hold keys of the arrow, too. */
          g_autoptr (GPtrArray) parts = chase_tex_split (options, ',', TRUE);

          for (guint i = 0; i < parts->len; i++)
            if (!chase_tikz_apply_to_label (label, g_ptr_array_index (parts, i)))
              chase_tikz_apply (arrow, g_ptr_array_index (parts, i));
        }
      *at = stop;
    }
}

/* Is there the group of an old form, after blanks? Only one that says where the arrow goes can
 * follow blanks. */
static gboolean
at_old_end (const ChaseTikzReader *reader, gsize at, gsize *group)
{
  g_autofree char *inside = NULL;
  gsize stop;

  at = chase_tex_skip_blanks (reader->text, at, reader->end);
  if (at >= reader->end || reader->text[at] != '{')
    return FALSE;
  stop = chase_tex_skip_group (reader->text, at, MIN (reader->end, at + 40));
  if (reader->text[stop - 1] != '}')
    return FALSE;
  inside = chase_tex_tidy (reader->text, at + 1, stop - 1);
  *group = at;
  return is_old_end (inside);
}

static gboolean
read_arrow (ChaseTikzReader *reader, gsize length, const char *way)
{
  ChaseTikzArrow *arrow = chase_tikz_arrow_new (reader->source->styles);
  gsize at = reader->at + length;
  gsize next = chase_tex_skip_blanks (reader->text, at, reader->end);
  gsize group;

  chase_table_add_arrow (reader->table, arrow);
  arrow->offset = reader->at;
  arrow->row = reader->row;
  arrow->column = reader->column;
  if (reader->every->len > 0)
    chase_tikz_apply_list (arrow, reader->every->str);
  if (reader->labels->len > 0)
    chase_tikz_apply_to_labels (arrow, reader->labels->str);
  if (way != NULL)
    arrow->to = g_strdup (way);
  if (next < reader->end && reader->text[next] == '[')
    {
      g_autofree char *options = NULL;

      at = chase_tex_skip_bracket (reader->text, next, reader->end);
      if (at >= reader->end && reader->text[reader->end - 1] != ']')
        {
          chase_source_error (reader->source, reader->at, length, NULL,
                              "the options of this arrow have no closing bracket");
          return FALSE;
        }
      options = chase_tex_tidy (reader->text, next + 1, at - 1);
      chase_tikz_apply_list (arrow, options);
      if (arrow->unclosed)
        {
          chase_source_error (reader->source, reader->at, at - reader->at,
                              "labels stand between double quotes",
                              "a label of this arrow has no closing quote");
          return FALSE;
        }
    }
  if (way != NULL)
    read_old (reader, arrow, &at, FALSE);
  else if (at + 1 < reader->end && reader->text[at] == '{' && reader->text[at + 1] == '}')
    {
      /* The old form of an arrow whose ends are named: labels may follow. */
      at += 2;
      read_old (reader, arrow, &at, FALSE);
    }
  else if ((arrow->to == NULL || reader->text[MIN (at, reader->end - 1)] == '{')
           && at_old_end (reader, at, &group))
    {
      at = group;
      read_old (reader, arrow, &at, TRUE);
    }
  arrow->bytes = (guint)(at - reader->at);
  reader->at = at;
  return TRUE;
}

/* Copies `\begin{x}...\end{x}` as it is, whatever is in it. */
static gboolean
read_environment (ChaseTikzReader *reader)
{
  gsize name = reader->at + strlen ("\\begin");
  gsize stop, at;
  g_autofree char *begin = NULL;
  g_autofree char *end = NULL;
  gsize depth = 0;

  if (reader->no_environment || !chase_tex_at (reader->text, reader->at, reader->end, "\\begin{"))
    return FALSE;
  stop = chase_tex_skip_group (reader->text, name, reader->end);
  begin = g_strdup_printf ("\\begin%.*s", (int)(stop - name), reader->text + name);
  end = g_strdup_printf ("\\end%.*s", (int)(stop - name), reader->text + name);
  for (at = reader->at; at < reader->end; at++)
    {
      if (reader->text[at] != '\\')
        continue;
      if (chase_tex_at (reader->text, at, reader->end, begin))
        depth++;
      else if (chase_tex_at (reader->text, at, reader->end, end) && --depth == 0)
        {
          if (chase_tex_at (reader->text, reader->at, reader->end, "\\begin{tikzcd}"))
            chase_source_warn (reader->source, reader->at, strlen ("\\begin{tikzcd}"), NULL,
                               "a diagram inside of a cell is kept as its text, and not drawn");
          append (reader, at + strlen (end));
          return TRUE;
        }
    }
  reader->no_environment = TRUE;
  return FALSE;
}

/* `\draw ...;` and its like are TikZ, not cells: they are left out, which is said. */
static gboolean
read_path (ChaseTikzReader *reader)
{
  static const char *const commands[]
      = { "\\draw", "\\path", "\\node", "\\fill", "\\filldraw", "\\clip", "\\coordinate" };
  const char *semicolon;

  for (guint i = 0; !reader->no_path && i < G_N_ELEMENTS (commands); i++)
    {
      if (!chase_tex_at_command (reader->text, reader->at, reader->end, commands[i]))
        continue;
      semicolon = memchr (reader->text + reader->at, ';', reader->end - reader->at);
      if (semicolon == NULL)
        {
          reader->no_path = TRUE;
          return FALSE;
        }
      chase_source_warn (reader->source, reader->at, strlen (commands[i]), NULL,
                         "the TikZ path %s...; is left out", commands[i]);
      reader->at = (gsize)(semicolon - reader->text) + 1;
      return TRUE;
    }
  return FALSE;
}

/* Keeps the room that is asked for behind column or row @n. */
static void
note_gap (ChaseTikzReader *reader, gboolean rows, guint n, const char *length)
{
  g_autofree char *key = g_strdup_printf ("%s%s%u=", reader->gaps->len > 0 ? "; " : "",
                                          rows ? "row " : "column ", n + 1);

  if (strstr (reader->gaps->str, key) == NULL && reader->gaps->len < 10000)
    g_string_append_printf (reader->gaps, "%s%s", key, length);
}

static void
next_row (ChaseTikzReader *reader)
{
  gsize at = reader->at + 2;
  gsize next;

  if (at < reader->end && reader->text[at] == '*')
    at++;
  next = at;
  while (next < reader->end && (reader->text[next] == ' ' || reader->text[next] == '\t'))
    next++;
  if (next < reader->end && reader->text[next] == '[')
    {
      gsize stop = chase_tex_skip_bracket (reader->text, next, MIN (reader->end, next + 60));
      g_autofree char *inside = chase_tex_tidy (reader->text, next + 1, MAX (stop, next + 2) - 1);

      /* A length, and not the text of a cell in brackets. */
      if (reader->text[stop - 1] == ']'
          && (g_ascii_isdigit (*inside) || strchr ("+-.\\", *inside) != NULL))
        {
          note_gap (reader, TRUE, reader->row, inside);
          at = stop;
        }
    }
  reader->at = at;
  reader->row++;
  reader->column = 0;
  reader->cell_open = FALSE;
}

/* A line across the table, between two rows of it. FALSE where there is none. */
static gboolean
leave_line (ChaseTikzReader *reader)
{
  static const char line[] = "\\hline";

  if (reader->cell_open || reader->column > 0 || reader->depth > 0
      || !chase_tex_at_command (reader->text, reader->at, reader->end, line))
    return FALSE;
  chase_source_warn (reader->source, reader->at, strlen (line), NULL,
                     "a line between two rows is left out");
  reader->at += strlen (line);
  return TRUE;
}

/* Reads what begins with a backslash. FALSE: reading cannot go on. */
static gboolean
read_command (ChaseTikzReader *reader)
{
  gsize length = 0;
  const char *way = NULL;

  if (at_arrow (reader->text, reader->at, reader->end, &length, &way))
    return read_arrow (reader, length, way);
  if (reader->depth == 0 && chase_tex_at (reader->text, reader->at, reader->end, "\\\\"))
    next_row (reader);
  else if (reader->depth == 0
           && chase_tex_at_command (reader->text, reader->at, reader->end, "\\tabularnewline"))
    {
      reader->at += strlen ("\\tabularnewline") - 2;
      next_row (reader);
    }
  else if (reader->depth > 0 || (!read_path (reader) && !read_environment (reader)))
    append (reader, chase_tex_skip_command (reader->text, reader->at, reader->end));
  return TRUE;
}

/* How long the separator of cells is that stands here, or 0. */
static gsize
at_separator (const ChaseTikzReader *reader)
{
  static const char command[] = "\\pgfmatrixnextcell";

  if (reader->depth > 0)
    return 0;
  if (chase_tex_at (reader->text, reader->at, reader->end, reader->separator))
    return strlen (reader->separator);
  return chase_tex_at_command (reader->text, reader->at, reader->end, command) ? strlen (command)
                                                                               : 0;
}

/* `&[5pt]`: a length in brackets behind a separator widens the gap. */
static void
read_gap (ChaseTikzReader *reader)
{
  gsize open = chase_tex_skip_blanks (reader->text, reader->at, reader->end);
  gsize stop;
  g_autofree char *inside = NULL;

  if (open >= reader->end || reader->text[open] != '[')
    return;
  stop = chase_tex_skip_bracket (reader->text, open, MIN (reader->end, open + 60));
  if (reader->text[stop - 1] != ']' || stop < open + 3)
    return;
  inside = chase_tex_tidy (reader->text, open + 1, stop - 1);
  if (!g_regex_match_simple (
          "^[-+.\\d]+\\s*(pt|em|ex|mm|cm|in|pc|bp|mu)(\\s*,\\s*between origins)?$", inside, 0, 0))
    return;
  note_gap (reader, FALSE, reader->column - 1, inside);
  reader->at = stop;
}

static gboolean
read_next (ChaseTikzReader *reader)
{
  char c = reader->text[reader->at];
  gsize separator = at_separator (reader);

  if (separator > 0)
    {
      reader->at += separator;
      reader->column++;
      reader->cell_open = FALSE;
      read_gap (reader);
      return TRUE;
    }
  if (c == '\\' && leave_line (reader))
    return TRUE;
  if (c == '\\')
    {
      reader->cell_open = TRUE;
      return read_command (reader);
    }
  if (c == '%' || g_ascii_isspace (c))
    {
      gsize next = chase_tex_skip_blanks (reader->text, reader->at, reader->end);

      if (reader->cell_open)
        g_string_append_c (cell_text (reader), ' ');
      reader->at = next;
      return TRUE;
    }
  if (c == '|' && !reader->cell_open && reader->depth == 0 && read_prefix (reader))
    {
      reader->cell_open = TRUE;
      return TRUE;
    }
  reader->cell_open = TRUE;
  if (c == '{' && reader->depth++ == 0)
    reader->brace = reader->at;
  if (c == '}' && reader->depth-- == 0)
    {
      chase_source_error (reader->source, reader->at, 1, NULL, "this brace closes nothing");
      return FALSE;
    }
  if (c == '{')
    chase_table_cell (reader->table, reader->row, reader->column)->present = TRUE;
  append (reader,
          MIN (reader->end, (gsize)(g_utf8_next_char (reader->text + reader->at) - reader->text)));
  return TRUE;
}

/* Text in the cells, as LaTeX says it between signs of mathematics. */
static void
make_text (ChaseSketch *sketch)
{
  for (guint32 i = 0; i < sketch->n; i++)
    {
      const ChaseSketchCell *cell = chase_sketch_get (sketch, i);
      g_autofree char *text = NULL;

      if (cell->hole || cell->label == NULL || *cell->label == '\0')
        continue;
      text = g_strdup_printf ("\\text{%s}", cell->label);
      chase_sketch_set_label (sketch, i, text);
    }
}

/* Where nothing parts the cells but `\&`, the replacement was asked for elsewhere. */
static void
guess_separator (ChaseTikzReader *reader)
{
  const char *text = reader->text + reader->at;
  gssize length = (gssize)(reader->end - reader->at);
  const char *first
      = strcmp (reader->separator, "&") == 0 ? g_strstr_len (text, length, "\\&") : NULL;
  const char *p = first;

  for (p = text;
       first != NULL && (p = memchr (p, '&', reader->end - (gsize)(p - reader->text))) != NULL; p++)
    if (p == text || p[-1] != '\\')
      return;
  if (first == NULL)
    return;
  g_free (reader->separator);
  reader->separator = g_strdup ("\\&");
}

static gboolean
read_all (ChaseTikzReader *reader)
{
  gboolean good = TRUE;

  guess_separator (reader);
  while (good && reader->at < reader->end)
    {
      good = read_next (reader);
      reader->at = MIN (reader->at, reader->end);
    }
  if (good && reader->depth > 0)
    {
      chase_source_error (reader->source, reader->brace, 1, NULL, "this brace is not closed");
      good = FALSE;
    }
  return good;
}

ChaseSketch *
chase_tikz_read_body (ChaseSource *source, const char *options, gsize start, gsize end,
                      GHashTable *reported)
{
  g_autoptr (ChaseTable) table = chase_table_new (source, start, reported);
  g_autoptr (GString) gaps = g_string_new (NULL);
  g_autoptr (GString) every = g_string_new (NULL);
  g_autoptr (GString) labels = g_string_new (NULL);
  g_autofree char *said = NULL;
  ChaseTikzReader reader = { .source = source,
                             .text = source->text,
                             .at = start,
                             .end = end,
                             .table = table,
                             .separator = g_strdup ("&"),
                             .every = every,
                             .labels = labels,
                             .gaps = gaps };
  ChaseSketch *sketch = NULL;

  said = chase_tikz_settle_options (&reader, options);
  if (read_all (&reader))
    {
      table->pitch = chase_tikz_pitch (said);
      table->options = options;
      sketch = chase_table_to_sketch (table);
      if (reader.text_mode)
        make_text (sketch);
      if (said != NULL)
        chase_tikz_note_options (&reader, sketch, said);
      if (gaps->len > 0)
        g_ptr_array_add (sketch->notes, g_strconcat (CHASE_TIKZ_GAPS, gaps->str, NULL));
    }
  g_free (reader.separator);
  return sketch;
}
