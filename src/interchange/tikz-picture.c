/* SPDX-License-Identifier: MIT */
#include "interchange/tikz-picture-free-private.h"

#include "interchange/tex-private.h"

#include <string.h>

/* The statements of a tikzpicture: its \matrix, whose cells become those of a tikzcd environment,
 * and the paths. */

/* Scopes within scopes are no deeper. */
#define SCOPES_MAX 20
/* Nor do styles of the author's stand for one another. */
#define STYLES_DEEP 4

typedef struct
{
  ChaseSource *source;
  const char *text;
  gsize at, end;
  GString *cells, *arrows;
  ChasePictureMatrix matrix;
  ChasePictureNodes *nodes; /* those that were placed, where there is no matrix */
  GString *options;         /* of tikz-cd */
  const char *separator;    /* of cells */
  gboolean found;           /* the matrix was, or what takes its place */
  gboolean free;            /* there is no matrix: nodes stand where they were placed */
  gboolean text_mode;       /* its cells are text */
  guint column;             /* of the cell that is read */
  guint n;                  /* arrows */
  ChasePictureStyle styles[SCOPES_MAX];
  guint depth; /* of scopes */
} Reader;

static const ChasePictureStyle *
style_of (const Reader *reader)
{
  return &reader->styles[reader->depth];
}

gsize
chase_picture_skip_statement (const char *text, gsize at, gsize end)
{
  while (at < end && text[at] != ';')
    at = text[at] == '{'    ? chase_tex_skip_group (text, at, end)
         : text[at] == '\\' ? chase_tex_skip_command (text, at, end)
         : text[at] == '%'  ? chase_tex_skip_comment (text, at, end)
                            : at + 1;
  return MIN (at + 1, end);
}

/* What of the options of the matrix tikz-cd has; styles stand for others no deeper than @depth. */
static void
take_options (Reader *reader, const char *options, guint depth)
{
  static const char *const known[] = { "row sep", "column sep" };
  g_autoptr (GPtrArray) parts = chase_tex_split (options, ',', FALSE);

  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);
      g_autofree char *key = g_strchomp (g_strndup (part, strcspn (part, "=")));
      g_autofree char *own = chase_tex_styles_expand (reader->source->styles, key, NULL);

      if (strcmp (part, "matrix of nodes") == 0)
        reader->text_mode = TRUE;
      if (strcmp (key, "ampersand replacement") == 0)
        reader->separator = "\\&";
      if (strcmp (key, "name") == 0 && reader->matrix.name == NULL)
        reader->matrix.name = g_strstrip (g_strdup (part + strcspn (part, "=") + 1));
      for (guint j = 0; j < G_N_ELEMENTS (known); j++)
        if (strcmp (key, known[j]) == 0)
          g_string_append_printf (reader->options, "%s%s", reader->options->len > 0 ? ", " : "",
                                  part);
      if (own != NULL && depth > 0)
        take_options (reader, own, depth - 1);
    }
}

/* What stands in [@start, @end) before the text of a cell, options in brackets and a name in round
 * ones, as tikz-cd has it. */
static void
add_prefix (Reader *reader, gsize start, gsize end)
{
  g_autoptr (GString) options = g_string_new (NULL);

  for (gsize at = start; at < end;)
    {
      gboolean square = reader->text[at] == '[';
      const char *close
          = reader->text[at] == '(' ? memchr (reader->text + at, ')', end - at) : NULL;
      gsize stop = square          ? chase_tex_skip_bracket (reader->text, at, end)
                   : close != NULL ? (gsize)(close - reader->text) + 1
                                   : at + 1;
      g_autofree char *inside = chase_tex_tidy (reader->text, at + 1, MAX (stop, at + 2) - 1);

      if (square || close != NULL)
        g_string_append_printf (options, "%s%s%s", options->len > 0 ? ", " : "",
                                square ? "" : "alias=", inside);
      if (close != NULL)
        g_hash_table_replace (
            reader->matrix.names, g_steal_pointer (&inside),
            g_strdup_printf ("%u-%u", reader->matrix.rows + 1, reader->column + 1));
      at = stop;
    }
  if (options->len > 0)
    g_string_append_printf (reader->cells, "|[%s]| ", options->str);
}

/* `\node[options] (a) {$A$};` */
static void
add_node (Reader *reader, gsize start, gsize end)
{
  gsize open = start + strlen ("\\node");
  gsize stop;
  g_autofree char *text = NULL;
  g_autofree char *math = NULL;

  while (open < end && reader->text[open] != '{')
    open = reader->text[open] == '[' ? chase_tex_skip_bracket (reader->text, open, end) : open + 1;
  add_prefix (reader, start + strlen ("\\node"), open);
  if (open >= end)
    return;
  stop = chase_tex_skip_group (reader->text, open, end);
  text = chase_tex_tidy (reader->text, MIN (open + 1, end), MAX (stop, open + 2) - 1);
  math = chase_picture_math (text);
  g_string_append (reader->cells, *math != '\0' ? math : "{}");
}

static void
add_cell (Reader *reader, gsize start, gsize end)
{
  gsize at = chase_tex_skip_blanks (reader->text, start, end);
  g_autofree char *text = NULL;
  g_autofree char *math = NULL;

  if (at < end && reader->text[at] == '[')
    {
      /* The length behind the end of a row. */
      gsize stop = chase_tex_skip_bracket (reader->text, at, end);

      g_string_append_len (reader->cells, reader->text + at, (gssize)(stop - at));
      at = chase_tex_skip_blanks (reader->text, stop, end);
    }
  if (chase_tex_at_command (reader->text, at, end, "\\node"))
    {
      add_node (reader, at, end);
      return;
    }
  if (at < end && reader->text[at] == '|')
    {
      const char *close = memchr (reader->text + at + 1, '|', end - at - 1);
      gsize stop = close != NULL ? (gsize)(close - reader->text) + 1 : at;

      if (stop > at)
        add_prefix (reader, at + 1, stop - 1);
      at = stop;
    }
  text = chase_tex_tidy (reader->text, at, end);
  math = reader->text_mode ? chase_picture_math (text) : g_strdup (text);
  g_string_append_printf (reader->cells, " %s ", math);
}

/* The cells of the matrix, [@start, @end). */
static void
read_cells (Reader *reader, gsize start, gsize end)
{
  gsize cell = start;

  for (gsize at = start; at < end;)
    {
      gboolean row = chase_tex_at (reader->text, at, end, "\\\\")
                     || chase_tex_at_command (reader->text, at, end, "\\pgfmatrixendrow");
      gboolean next = chase_tex_at (reader->text, at, end, reader->separator)
                      || chase_tex_at_command (reader->text, at, end, "\\pgfmatrixnextcell");

      if (row || next)
        {
          add_cell (reader, cell, at);
          g_string_append (reader->cells, row ? "\\\\" : "&");
          reader->column++;
          reader->matrix.columns = MAX (reader->matrix.columns, reader->column);
          reader->matrix.rows += row;
          reader->column = row ? 0 : reader->column;
          at = cell
              = reader->text[at] == '&' ? at + 1 : chase_tex_skip_command (reader->text, at, end);
        }
      else
        at = reader->text[at] == '{'    ? chase_tex_skip_group (reader->text, at, end)
             : reader->text[at] == '\\' ? chase_tex_skip_command (reader->text, at, end)
             : reader->text[at] == '%'  ? chase_tex_skip_comment (reader->text, at, end)
                                        : at + 1;
    }
  add_cell (reader, cell, end);
  reader->matrix.columns = MAX (reader->matrix.columns, reader->column + 1);
  reader->matrix.rows++;
}

/* `\matrix (m) [matrix of math nodes] {...};` up to @end. */
static void
read_matrix (Reader *reader, gsize at, gsize end)
{
  for (at += strlen ("\\matrix"); at < end;)
    {
      gsize stop = at + 1;

      if (reader->text[at] == '[')
        {
          g_autofree char *options = NULL;

          stop = chase_tex_skip_bracket (reader->text, at, end);
          options = chase_tex_tidy (reader->text, at + 1, MAX (stop, at + 2) - 1);
          take_options (reader, options, STYLES_DEEP);
        }
      else if (reader->text[at] == '(')
        {
          const char *close = memchr (reader->text + at, ')', end - at);

          stop = close != NULL ? (gsize)(close - reader->text) + 1 : end;
          g_free (reader->matrix.name);
          reader->matrix.name = chase_tex_tidy (reader->text, at + 1, MAX (stop, at + 2) - 1);
        }
      else if (reader->text[at] == '{')
        {
          stop = chase_tex_skip_group (reader->text, at, end);
          read_cells (reader, at + 1, MAX (stop, at + 2) - 1);
          reader->found = TRUE;
          return;
        }
      at = stop;
    }
}

/* `\node at ($(m-1-1)!.5!(m-2-2)$) {$\circlearrowleft$};`: a label between two cells. FALSE where
 * it is none. */
static gboolean
read_middle (Reader *reader, gsize at, gsize end)
{
  g_autofree char *text = chase_tex_tidy (reader->text, at, end);
  g_autoptr (GRegex) form = g_regex_new (
      "^\\\\node *(?:\\[[^]]*\\])? *(?:\\([^)]*\\))? *at *\\( *\\$ *(\\([^()]+\\)) *! "
      "*0?(\\.\\d+) *! *(\\([^()]+\\)) *\\$ *\\) *(?:\\[[^]]*\\])? *\\{(.*)\\} *;$",
      G_REGEX_DOTALL, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *path = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *place = NULL;
  g_autofree char *label = NULL;
  ChaseSource source;
  guint n;

  if (strlen (text) > 2000 || !g_regex_match (form, text, 0, &match))
    return FALSE;
  from = g_match_info_fetch (match, 1);
  place = g_match_info_fetch (match, 2);
  to = g_match_info_fetch (match, 3);
  label = g_match_info_fetch (match, 4);
  path = g_strdup_printf ("%s -- node[pos=0%s]{%s} %s", from, place, label, to);
  source = *reader->source;
  source.text = path;
  source.length = strlen (path);
  source.problems = NULL;
  n = chase_picture_read_path (&source, 0, source.length, &reader->styles[0], &reader->matrix,
                               reader->arrows);
  reader->n += n;
  return n > 0;
}

static void
read_path (Reader *reader, gsize at, gsize end, const char *command)
{
  ChasePictureStyle style;

  chase_picture_style_init (&style, style_of (reader));
  style.drawn = strcmp (command, "\\draw") == 0;
  reader->n += chase_picture_read_path (reader->source, at + strlen (command), end - 1, &style,
                                        &reader->matrix, reader->arrows);
  chase_picture_style_clear (&style);
}

/* `\begin{scope}[->]` and its end. FALSE where there is none. */
static gboolean
read_scope (Reader *reader)
{
  static const char begin[] = "\\begin{scope}";
  static const char end[] = "\\end{scope}";
  gsize open;

  if (chase_tex_at (reader->text, reader->at, reader->end, end))
    {
      reader->at += strlen (end);
      if (reader->depth > 0)
        chase_picture_style_clear (&reader->styles[reader->depth--]);
      return TRUE;
    }
  if (!chase_tex_at (reader->text, reader->at, reader->end, begin))
    return FALSE;
  reader->at += strlen (begin);
  if (reader->depth + 1 < SCOPES_MAX)
    {
      chase_picture_style_init (&reader->styles[reader->depth + 1], style_of (reader));
      reader->depth++;
    }
  open = chase_tex_skip_blanks (reader->text, reader->at, reader->end);
  if (open < reader->end && reader->text[open] == '[')
    {
      g_autofree char *options = NULL;

      reader->at = chase_tex_skip_bracket (reader->text, open, reader->end);
      options = chase_tex_tidy (reader->text, open + 1, MAX (reader->at, open + 2) - 1);
      chase_picture_style_apply (&reader->styles[reader->depth], options, FALSE);
    }
  return TRUE;
}

static gboolean
is_node (const Reader *reader, gsize at)
{
  return chase_tex_at_command (reader->text, at, reader->end, "\\node")
         || chase_tex_at_command (reader->text, at, reader->end, "\\coordinate");
}

/* `\node (a) {$A$} edge[->] (b);`: the path that goes on behind a placed node. */
static void
read_behind_node (Reader *reader, gsize start)
{
  for (guint i = 0; i < reader->nodes->all->len; i++)
    {
      const ChasePictureNode *node = g_ptr_array_index (reader->nodes->all, i);
      gsize at = chase_tex_skip_blanks (reader->text, node->stop, reader->at);
      g_autofree char *rest = NULL;
      ChaseSource source = *reader->source;

      if (node->start != start || node->name == NULL || at + 1 >= reader->at)
        continue;
      rest = g_strdup_printf ("(%s) %.*s", node->name, (int)(reader->at - 1 - at),
                              reader->text + at);
      source.text = rest;
      source.length = strlen (rest);
      source.problems = NULL;
      reader->n += chase_picture_read_path (&source, 0, source.length, style_of (reader),
                                            &reader->matrix, reader->arrows);
    }
}

/* The next statement. Paths before the matrix have nothing to go between. */
static void
read_statement (Reader *reader)
{
  static const char *const paths[] = { "\\draw", "\\path" };
  gsize start = reader->at;
  g_autofree char *word = NULL;
  gsize command;

  if (read_scope (reader))
    return;
  if (reader->free)
    reader->at = chase_tex_styles_read (reader->source->styles, reader->text, start, reader->end);
  if (reader->at > start)
    return;
  reader->at = chase_picture_skip_statement (reader->text, start, reader->end);
  if (reader->free && is_node (reader, start))
    {
      read_behind_node (reader, start);
      return;
    }
  if (chase_tex_at_command (reader->text, start, reader->end, "\\matrix") && !reader->found)
    {
      read_matrix (reader, start, reader->at);
      return;
    }
  for (guint i = 0; reader->found && i < G_N_ELEMENTS (paths); i++)
    if (chase_tex_at_command (reader->text, start, reader->end, paths[i]))
      {
        read_path (reader, start, reader->at, paths[i]);
        return;
      }
  if (!reader->found || reader->text[start] != '\\'
      || (!reader->free && read_middle (reader, start, reader->at)))
    return;
  command = chase_tex_skip_command (reader->text, start, reader->end);
  word = g_strndup (reader->text + start, command - start);
  if (command - start > 2)
    chase_source_warn (reader->source, start, command - start, NULL,
                       "the TikZ path %s...; is left out", word);
}

/* Styles that the picture has for itself. */
static void
define_styles (Reader *reader, const char *options)
{
  g_autoptr (GPtrArray) parts = chase_tex_split (options, ',', FALSE);

  for (guint i = 0; i < parts->len; i++)
    if (!g_str_has_prefix (g_ptr_array_index (parts, i), "every "))
      chase_tex_styles_add (reader->source->styles, g_ptr_array_index (parts, i));
}

/* The options of the picture itself. */
static void
read_opening (Reader *reader)
{
  gsize open = chase_tex_skip_blanks (reader->text, reader->at, reader->end);

  chase_picture_style_init (&reader->styles[0], NULL);
  if (open < reader->end && reader->text[open] == '[')
    {
      g_autofree char *options = NULL;

      reader->at = chase_tex_skip_bracket (reader->text, open, reader->end);
      options = chase_tex_tidy (reader->text, open + 1, MAX (reader->at, open + 2) - 1);
      chase_picture_style_apply (&reader->styles[0], options, FALSE);
      define_styles (reader, options);
    }
}

/* Reads all statements. Returns the body of an environment of tikz-cd, or NULL. */
static char *
read_all (Reader *reader)
{
  read_opening (reader);
  for (;;)
    {
      reader->at = chase_tex_skip_blanks (reader->text, reader->at, reader->end);
      if (reader->at >= reader->end)
        break;
      read_statement (reader);
    }
  for (guint i = 0; i <= reader->depth; i++)
    chase_picture_style_clear (&reader->styles[i]);
  if (reader->free)
    chase_picture_nodes_label (reader->source, reader->nodes, reader->arrows);
  return reader->n > 0 ? g_strconcat (reader->cells->str, "\n", reader->arrows->str, NULL) : NULL;
}

/* What was said of @read is said of @source. */
static void
take_problems (ChaseSource *source, const ChaseSource *read, GPtrArray *problems)
{
  source->reports = read->reports;
  while (source->problems != NULL && problems->len > 0)
    g_ptr_array_add (source->problems, g_ptr_array_steal_index (problems, 0));
}

/* Is one of the arrows more than a line? Lines alone draw a tree, or a figure. */
static gboolean
has_arrow (const char *arrows)
{
  for (const char *line = arrows; *line != '\0';)
    {
      gsize n = strcspn (line, "\n");

      if (g_strstr_len (line, (gssize)n, "no head") == NULL
          && g_strstr_len (line, (gssize)n, "phantom") == NULL)
        return TRUE;
      line += n + (line[n] == '\n');
    }
  return FALSE;
}

char *
chase_tikz_picture_open (ChaseSource *source, gsize start, gsize end, char **options)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (GString) cells = g_string_new (NULL);
  g_autoptr (GString) arrows = g_string_new (NULL);
  g_autoptr (GString) own = g_string_new (NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  ChaseSource read = *source;
  Reader reader = { .source = &read,
                    .text = source->text,
                    .at = start,
                    .end = end,
                    .separator = "&",
                    .cells = cells,
                    .arrows = arrows,
                    .options = own,
                    .matrix = { .names = names } };
  char *body = NULL;

  *options = NULL;
  /* Of a picture that is no diagram nothing is said. */
  read.problems = problems;
  reader.free = g_strstr_len (source->text + start, (gssize)(end - start), "\\matrix") == NULL;
  if (reader.free)
    {
      reader.nodes = chase_picture_nodes_read (&read, start, end);
      reader.found = reader.nodes != NULL
                     && chase_picture_nodes_arrange (reader.nodes, &reader.matrix, cells);
      reader.matrix.find = chase_picture_nodes_find;
      reader.matrix.data = reader.nodes;
    }
  if (!reader.free || reader.found)
    body = read_all (&reader);
  if (reader.free && body != NULL && !has_arrow (arrows->str))
    g_clear_pointer (&body, g_free);
  if (body != NULL)
    {
      take_problems (source, &read, problems);
      *options = g_strdup (own->str);
    }
  g_free (reader.matrix.name);
  chase_picture_nodes_free (reader.nodes);
  return body;
}
