/* SPDX-License-Identifier: MIT */
#include "typeset/parser.h"

#include <string.h>

#include "i18n.h"

#define MAX_COLUMNS 64

typedef struct
{
  const char *name;
  gunichar open, close;
  const char *align; /* NULL: read from the argument */
  double column_gap, row_skip;
  int style;
  gboolean alternate;
} Environment;

static const Environment environments[] = {
  { "Bmatrix", '{', '}', "c", 1, 1.2, 1, FALSE },
  { "Vmatrix", 0x2016, 0x2016, "c", 1, 1.2, 1, FALSE },
  { "align", 0, 0, "rl", 0, 1.5, 0, TRUE },
  { "aligned", 0, 0, "rl", 0, 1.5, 0, TRUE },
  { "alignedat", 0, 0, "rl", 0, 1.5, 0, TRUE },
  { "array", 0, 0, NULL, 1, 1.2, 1, FALSE },
  { "bmatrix", '[', ']', "c", 1, 1.2, 1, FALSE },
  { "cases", '{', 0, "l", 1, 1.44, 1, FALSE },
  { "dcases", '{', 0, "l", 1, 1.5, 0, FALSE },
  { "drcases", 0, '}', "l", 1, 1.5, 0, FALSE },
  { "eqnarray", 0, 0, "rcl", 0.5, 1.5, 0, FALSE },
  { "gather", 0, 0, "c", 0, 1.5, 0, FALSE },
  { "gathered", 0, 0, "c", 0, 1.5, 0, FALSE },
  { "matrix", 0, 0, "c", 1, 1.2, 1, FALSE },
  { "pmatrix", '(', ')', "c", 1, 1.2, 1, FALSE },
  { "rcases", 0, '}', "l", 1, 1.44, 1, FALSE },
  { "smallmatrix", 0, 0, "c", 0.4, 0, 2, FALSE },
  { "psmallmatrix", '(', ')', "c", 0.4, 0, 2, FALSE },
  { "bsmallmatrix", '[', ']', "c", 0.4, 0, 2, FALSE },
  { "Bsmallmatrix", '{', '}', "c", 0.4, 0, 2, FALSE },
  { "vsmallmatrix", '|', '|', "c", 0.4, 0, 2, FALSE },
  { "split", 0, 0, "rl", 0, 1.5, 0, TRUE },
  { "subarray", 0, 0, NULL, 0, 0, -1, FALSE },
  { "tabular", 0, 0, NULL, 1, 1.2, 1, FALSE },
  { "vmatrix", '|', '|', "c", 1, 1.2, 1, FALSE },
};

static const Environment *
find_environment (const char *name)
{
  gsize length = strlen (name);

  if (length > 1 && name[length - 1] == '*')
    length--;
  for (guint i = 0; i < G_N_ELEMENTS (environments); i++)
    if (strlen (environments[i].name) == length
        && strncmp (environments[i].name, name, length) == 0)
      return &environments[i];
  return NULL;
}

/* Environments around a formula that say nothing about what it looks like. */
static gboolean
is_transparent (const char *name)
{
  static const char *const names[] = { "equation", "equation*", "displaymath", "math", "center",
                                       "minipage", "multlined", "tiny",        "scope" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      return TRUE;
  return FALSE;
}

static void
read_row_end (ChaseParser *parser, ChaseRow *row)
{
  ChaseTokens gap;

  chase_parser_skip (parser);
  if (chase_parser_is_char (parser, '*'))
    chase_parser_skip (parser);
  if (chase_parser_is_char (parser, '[') && chase_parser_read_optional (parser, &gap))
    {
      ChaseInput input = { gap, 0, 0, NULL };
      ChaseInput *saved = parser->input;

      parser->input = &input;
      row->gap = CLAMP (chase_parser_read_length (parser, FALSE), -5, 50);
      parser->input = saved;
    }
}

/* The relation after an & in aligned has its space, as if something stood before it. */
static ChaseNode *
after_nothing (ChaseParser *parser, ChaseNode *list)
{
  ChaseNode *empty = chase_parser_node (parser, CHASE_NODE_LIST, CHASE_ATOM_ORD);

  empty->next = list;
  return empty;
}

static ChaseRow *
read_row (ChaseParser *parser, ChaseMatrix *matrix, ChaseStop stops)
{
  ChaseRow *row = chase_arena_new (parser->arena, ChaseRow);
  ChaseCell **end = &row->cells;
  ChaseAlphabet alphabet = parser->alphabet;
  guint n_cells = 0;

  for (;;)
    {
      ChaseCell *cell = chase_arena_new (parser->arena, ChaseCell);

      chase_parser_skip_spaces (parser);
      while (chase_parser_is_command (parser, "hline"))
        {
          row->ruled = TRUE;
          chase_parser_skip (parser);
          chase_parser_skip_spaces (parser);
        }
      cell->body = chase_parser_list (parser, stops);
      if (matrix->alternate && n_cells % 2 == 1)
        cell->body = after_nothing (parser, cell->body);
      parser->alphabet = alphabet;
      *end = cell;
      end = &cell->next;
      n_cells++;
      if (!chase_parser_is_char (parser, '&') || (stops & CHASE_STOP_CELL) == 0
          || n_cells == MAX_COLUMNS)
        break;
      chase_parser_skip (parser);
    }
  matrix->n_columns = MAX (matrix->n_columns, n_cells);
  return row;
}

static gboolean
is_empty (const ChaseRow *row)
{
  return row->cells->next == NULL && row->cells->body == NULL && !row->ruled;
}

static gboolean
at_line_end (ChaseParser *parser)
{
  ChaseToken token = chase_parser_peek (parser);
  const ChaseSymbol *symbol;

  if (token.kind != CHASE_TOKEN_COMMAND)
    return FALSE;
  symbol = chase_symbol_find (token.name);
  return symbol != NULL && symbol->kind == CHASE_SYMBOL_COMMAND
         && symbol->value == CHASE_COMMAND_NEWLINE;
}

ChaseNode *
chase_parser_rows (ChaseParser *parser, ChaseMatrix *matrix, ChaseStop stops)
{
  ChaseNode *node = chase_parser_node (parser, CHASE_NODE_MATRIX, CHASE_ATOM_ORD);
  ChaseRow **end = &matrix->rows;
  ChaseStop cell_stops = stops | CHASE_STOP_LINE | (stops != 0 ? CHASE_STOP_CELL : 0);

  node->matrix = matrix;
  for (;;)
    {
      ChaseRow *row = read_row (parser, matrix, cell_stops);
      gboolean more = at_line_end (parser);

      if (more)
        read_row_end (parser, row);
      if (more || !is_empty (row) || matrix->n_rows == 0)
        {
          *end = row;
          end = &row->next;
          matrix->n_rows++;
        }
      if (!more && chase_parser_is_char (parser, '&') && (cell_stops & CHASE_STOP_CELL) != 0)
        {
          chase_parser_skip (parser);
          continue;
        }
      if (!more)
        return node;
    }
}

/* The column specification of array: letters and vertical rules. */
static void
read_columns (ChaseParser *parser, ChaseMatrix *matrix)
{
  const char *text = chase_parser_read_string (parser);
  char *align = chase_arena_alloc (parser->arena, MAX_COLUMNS + 1);
  guint8 *rules = chase_arena_alloc (parser->arena, MAX_COLUMNS + 1);
  guint n = 0;

  for (; *text != '\0' && n < MAX_COLUMNS; text++)
    {
      if (*text == '|')
        {
          rules[n] = (guint8)MIN (rules[n] + 1, 3);
          matrix->n_rules++;
        }
      else if (*text == 'l' || *text == 'c' || *text == 'r')
        align[n++] = *text;
      else if (*text == 'p' || *text == 'm')
        align[n++] = 'l';
      else if (*text == '@' || *text == '!' || *text == '>' || *text == '<' || *text == '{')
        {
          const char *close = strchr (text, '}');

          if (close == NULL)
            break;
          text = close;
        }
    }
  if (n == 0)
    align[n++] = 'c';
  matrix->align = align;
  matrix->rules = matrix->n_rules > 0 ? rules : NULL;
}

static void
finish (ChaseParser *parser, const char *name)
{
  g_autofree char *message = NULL;
  const char *end;

  if (!chase_parser_is_command (parser, "end"))
    {
      message = g_strdup_printf (_ ("A \\begin{%s} has no \\end."), name);
      chase_parser_report (parser, CHASE_LABEL_PROBLEM_MALFORMED,
                           chase_arena_strndup (parser->arena, message, strlen (message)));
      return;
    }
  chase_parser_skip (parser);
  end = chase_parser_read_string (parser);
  if (strcmp (end, name) == 0)
    return;
  message = g_strdup_printf (_ ("\\begin{%s} is ended by \\end{%s}."), name, end);
  chase_parser_report (parser, CHASE_LABEL_PROBLEM_MALFORMED,
                       chase_arena_strndup (parser->arena, message, strlen (message)));
}

static ChaseMatrix *
matrix_of (ChaseParser *parser, const Environment *environment)
{
  ChaseMatrix *matrix = chase_arena_new (parser->arena, ChaseMatrix);

  matrix->open = environment->open;
  matrix->close = environment->close;
  matrix->align = environment->align;
  matrix->column_gap = environment->column_gap;
  matrix->row_skip = environment->row_skip;
  matrix->style = environment->style;
  matrix->alternate = environment->alternate;
  matrix->struts = environment->row_skip > 0 && !environment->alternate;
  return matrix;
}

ChaseNode *
chase_parser_environment (ChaseParser *parser)
{
  static const Environment unknown = { "", 0, 0, "c", 1, 1.2, 1, FALSE };
  const char *name = chase_parser_read_string (parser);
  const Environment *environment = find_environment (name);
  ChaseMatrix *matrix;
  ChaseTokens options;
  ChaseNode *node;

  if (environment == NULL && !is_transparent (name))
    chase_parser_report (parser, CHASE_LABEL_PROBLEM_UNKNOWN_MACRO, name);
  if (environment == NULL)
    environment = &unknown;
  matrix = matrix_of (parser, environment);
  chase_parser_read_optional (parser, &options);
  if (matrix->align == NULL)
    {
      read_columns (parser, matrix);
      matrix->loose_sides = matrix->n_rules > 0;
    }
  else if (strcmp (environment->name, "alignedat") == 0)
    chase_parser_read_tokens (parser);
  node = chase_parser_rows (parser, matrix, CHASE_STOP_END);
  if (matrix->open != 0 || matrix->close != 0)
    node->atom = CHASE_ATOM_INNER;
  finish (parser, name);
  return node;
}
