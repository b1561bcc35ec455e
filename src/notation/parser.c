/* SPDX-License-Identifier: MIT */
#include "notation/parser.h"

#include <string.h>

#include "i18n.h"

/* How far recovery looks ahead for a closing bracket, and goes back behind an open one, in bytes.
 */
#define SEARCH_LIMIT 16384

/* What is shown of a token in a message, in characters. */
#define SHOWN_MAX 40

void
notation_parser_init (Parser *parser, const char *text, gboolean patched, GPtrArray *problems)
{
  *parser = (Parser){ 0 };
  parser->interior = g_array_new (FALSE, FALSE, sizeof (CommentText));
  parser->declared = g_array_new (FALSE, FALSE, sizeof (Token));
  parser->names = chase_name_table_new ();
  parser->problems = problems;
  parser->n_problems = problems != NULL ? problems->len : 0;
  notation_lexer_init (&parser->lexer, text, patched, parser->interior);
  parser->token = (Token){ .start = text, .line = 1, .column = 1, .kind = TOKEN_NEWLINE };
}

void
notation_parser_clear (Parser *parser)
{
  g_clear_pointer (&parser->interior, g_array_unref);
  g_clear_pointer (&parser->declared, g_array_unref);
  g_clear_pointer (&parser->names, chase_name_table_free);
  g_clear_pointer (&parser->held, g_ptr_array_unref);
}

void
notation_advance (Parser *parser)
{
  notation_lexer_next (&parser->lexer, &parser->token);
}

void
notation_peek (const Parser *parser, Token *next, Token *after)
{
  Lexer ahead = parser->lexer;

  ahead.interior = NULL;
  notation_lexer_next (&ahead, next);
  if (after != NULL)
    notation_lexer_next (&ahead, after);
}

Mark
notation_mark (const Parser *parser)
{
  return (Mark){ parser->lexer, parser->token, parser->interior->len };
}

void
notation_back_to (Parser *parser, const Mark *mark)
{
  parser->lexer = mark->lexer;
  parser->token = mark->token;
  g_array_set_size (parser->interior, mark->n_interior);
}

gboolean
notation_token_is (const Token *token, const char *word)
{
  return token->kind == TOKEN_NAME && !token->quoted && token->start[0] == word[0]
         && strlen (word) == token->length && memcmp (token->start, word, token->length) == 0;
}

gboolean
notation_at_word (const Parser *parser, const char *word)
{
  return notation_token_is (&parser->token, word);
}

gboolean
notation_ends_statement (const Token *token)
{
  return token->kind == TOKEN_END || token->kind == TOKEN_NEWLINE || token->kind == TOKEN_SEMICOLON
         || token->kind == TOKEN_BLOCK_CLOSE;
}

gboolean
notation_accept (Parser *parser, TokenKind kind)
{
  if (parser->token.kind != kind)
    return FALSE;
  notation_advance (parser);
  return TRUE;
}

gboolean
notation_accept_word (Parser *parser, const char *word)
{
  if (!notation_at_word (parser, word))
    return FALSE;
  notation_advance (parser);
  return TRUE;
}

gboolean
notation_expect (Parser *parser, TokenKind kind, const char *what)
{
  if (notation_accept (parser, kind))
    return TRUE;
  notation_expected (parser, what, NULL);
  return FALSE;
}

gboolean
notation_expect_word (Parser *parser, const char *word)
{
  const char *const candidates[] = { word, NULL };
  g_autofree char *what = NULL;
  g_autofree char *hint = NULL;

  if (notation_accept_word (parser, word))
    return TRUE;
  what = g_strdup_printf ("\"%s\"", word);
  hint = notation_hint_for (parser, &parser->token, candidates);
  notation_expected (parser, what, hint);
  return FALSE;
}

gboolean
notation_expect_close (Parser *parser, TokenKind kind, const Token *open)
{
  g_autofree char *hint = NULL;

  if (notation_accept (parser, kind))
    return TRUE;
  hint = g_strdup_printf (_ ("the \"%c\" at line %u, column %u is still open"), *open->start,
                          open->line, open->column);
  notation_expected (parser,
                     kind == TOKEN_RIGHT_PAREN     ? "\")\""
                     : kind == TOKEN_RIGHT_BRACKET ? "\"]\""
                                                   : "\"}\"",
                     hint);
  return FALSE;
}

ChaseName *
notation_intern (Parser *parser, const Token *token)
{
  return chase_name_table_intern (parser->names, token->start, token->length);
}

ChaseName *
notation_read_name (Parser *parser, const char *what, Token *place)
{
  ChaseName *name;

  if (parser->token.kind != TOKEN_NAME)
    {
      g_autofree char *hint = NULL;

      if (parser->token.kind == TOKEN_NUMBER && parser->token.length < SHOWN_MAX)
        hint = g_strdup_printf (
            _ ("a name starts with a letter; anything else goes in backquotes: `%.*s`"),
            (int)parser->token.length, parser->token.start);
      notation_expected (parser, what, hint);
      return NULL;
    }
  name = notation_intern (parser, &parser->token);
  if (place != NULL)
    *place = parser->token;
  notation_advance (parser);
  return name;
}

char *
notation_string_value (const Token *token)
{
  char *value, *to;

  if (!token->escaped)
    return g_strndup (token->start, token->length);
  value = to = g_malloc (token->length + 1);
  for (gsize i = 0; i < token->length; i++)
    {
      if (token->start[i] == '\\' && i + 1 < token->length
          && (token->start[i + 1] == '"' || token->start[i + 1] == '\\'))
        i++;
      *to++ = token->start[i];
    }
  *to = '\0';
  return value;
}

gboolean
notation_read_label (Parser *parser, ChaseName **label)
{
  g_autofree char *value = NULL;

  if (parser->token.kind == TOKEN_BAD && parser->token.bad == BAD_OPEN_STRING)
    {
      notation_expected (parser, "a string", NULL);
      return FALSE;
    }
  if (parser->token.kind != TOKEN_STRING)
    return TRUE;
  if (!parser->token.escaped)
    *label = notation_intern (parser, &parser->token);
  else
    {
      value = notation_string_value (&parser->token);
      *label = chase_name_new (value);
    }
  notation_advance (parser);
  return TRUE;
}

gboolean
notation_read_real (Parser *parser, const char *what, double *value)
{
  gboolean negative = FALSE;
  const Token *token = &parser->token;
  char small[64];
  g_autofree char *large = NULL;

  if (notation_accept (parser, TOKEN_MINUS))
    negative = TRUE;
  else if (token->kind == TOKEN_BAD && *token->start == '+')
    notation_advance (parser);
  if (token->kind != TOKEN_NUMBER)
    {
      notation_expected (parser, what, NULL);
      return FALSE;
    }
  if (token->length < sizeof small)
    {
      memcpy (small, token->start, token->length);
      small[token->length] = '\0';
    }
  else
    large = g_strndup (token->start, token->length);
  *value = g_ascii_strtod (large != NULL ? large : small, NULL);
  if (*value > G_MAXDOUBLE)
    {
      notation_error (parser, token, NULL, "this number is too large");
      return FALSE;
    }
  if (negative)
    *value = -*value;
  notation_advance (parser);
  return TRUE;
}

char *
notation_token_text (const Token *token)
{
  const char *start = token->start;
  gsize length = token->length;
  const char *quote = token->kind == TOKEN_STRING || token->quoted ? "" : "\"";
  gboolean cut = FALSE;

  if (token->kind == TOKEN_END)
    return g_strdup ("the end");
  if (token->kind == TOKEN_NEWLINE)
    return g_strdup (_ ("the end of the line"));
  if (*quote == '\0')
    {
      start--;
      length += 2;
    }
  if (length > SHOWN_MAX)
    {
      length = SHOWN_MAX;
      while (((guint8)start[length] & 0xC0) == 0x80)
        length--;
      cut = TRUE;
    }
  return g_strdup_printf ("%s%.*s%s%s", quote, (int)length, start, cut ? "..." : "", quote);
}

gboolean
notation_may_search (const Parser *parser)
{
  return !parser->quiet && parser->n_problems <= CHASE_NOTATION_MAX_PROBLEMS;
}

static gboolean
should_store (Parser *parser)
{
  if (parser->quiet)
    return FALSE;
  parser->n_problems++;
  return parser->problems != NULL && parser->n_problems <= CHASE_NOTATION_MAX_PROBLEMS;
}

void
notation_error (Parser *parser, const Token *token, const char *hint, const char *format, ...)
{
  va_list args;

  if (!should_store (parser))
    return;
  va_start (args, format);
  chase_problems_add (parser->problems, CHASE_SEVERITY_ERROR, token->line, token->column,
                      notation_token_width (token), hint, format, args);
  va_end (args);
}

void
notation_warning (Parser *parser, const Token *token, const char *hint, const char *format, ...)
{
  va_list args;

  if (!should_store (parser))
    return;
  va_start (args, format);
  chase_problems_add (parser->problems, CHASE_SEVERITY_WARNING, token->line, token->column,
                      notation_token_width (token), hint, format, args);
  va_end (args);
}

/* What people write, or what their word processor makes of it. */
static const char *
hint_for_character (const Token *token)
{
  static const struct
  {
    gunichar c;
    const char *hint;
  } hints[] = {
    { 0x201C, N_ ("strings stand in plain quotes: \"...\"") },
    { 0x201D, N_ ("strings stand in plain quotes: \"...\"") },
    { 0x201E, N_ ("strings stand in plain quotes: \"...\"") },
    { 0x2018, N_ ("a prime is the plain apostrophe: f'") },
    { 0x2019, N_ ("a prime is the plain apostrophe: f'") },
    { 0x2032, N_ ("a prime is the plain apostrophe: f'") },
    { 0x2013, N_ ("an arrow is written ->") },
    { 0x2014, N_ ("an arrow is written ->") },
    { 0x27F6, N_ ("an arrow is written ->") },
    { 0x27FC, N_ ("\"maps to\" is written |->") },
    { 0x27F9, N_ ("a cell is written =>") },
    { 0x22C5, N_ ("composition is written with a full stop: g . f") },
    { 0xB7, N_ ("composition is written with a full stop: g . f") },
    { '/', N_ ("a comment starts with #") },
    { '<', N_ ("f >> g is \"first f, then g\"; an arrow points to the right: ->") },
    { '>', N_ ("an arrow is written ->, diagram order is written >>") },
    { '\\', N_ ("LaTeX stands in a string, or in a name in backquotes") },
    { '$', N_ ("LaTeX stands in a string without dollar signs") },
    { '!', N_ ("\"check not ...\" claims that something does not hold") },
  };
  gunichar c = g_utf8_get_char (token->start);

  for (guint i = 0; i < G_N_ELEMENTS (hints); i++)
    if (hints[i].c == c)
      return hints[i].hint;
  return NULL;
}

static void
report_bad (Parser *parser, const Token *token, const char *what)
{
  switch ((BadToken)token->bad)
    {
    case BAD_OPEN_STRING:
      notation_error (parser, token, "a string ends on its line, with a second \"",
                      "this string is not closed");
      return;
    case BAD_OPEN_NAME:
      notation_error (parser, token, "a name in backquotes ends on its line, with a second `",
                      "this name is not closed");
      return;
    case BAD_EMPTY_NAME:
      notation_error (parser, token, NULL, "a name cannot be empty");
      return;
    case BAD_CHARACTER:
    default:
      {
        g_autofree char *text = notation_token_text (token);

        notation_error (parser, token, hint_for_character (token), "expected %s, found %s", what,
                        text);
      }
    }
}

void
notation_expected (Parser *parser, const char *what, const char *hint)
{
  g_autofree char *text = NULL;

  if (parser->quiet)
    return;
  what = CHASE_WORDS (what);
  if (parser->token.kind == TOKEN_BAD)
    {
      report_bad (parser, &parser->token, what);
      return;
    }
  text = notation_token_text (&parser->token);
  notation_error (parser, &parser->token, hint, "expected %s, found %s", what, text);
}

const char *
notation_guess (const Parser *parser, const Token *token, const char *const *candidates)
{
  g_autofree char *word = NULL;

  if (!notation_may_search (parser) || token->kind != TOKEN_NAME || token->quoted
      || token->length > SHOWN_MAX)
    return NULL;
  word = g_strndup (token->start, token->length);
  return chase_guess (word, candidates);
}

char *
notation_hint_for (const Parser *parser, const Token *token, const char *const *candidates)
{
  const char *guess = notation_guess (parser, token, candidates);

  return guess != NULL ? g_strdup_printf (_ ("did you mean \"%s\"?"), guess) : NULL;
}

static gboolean
never_in_brackets (const Token *token)
{
  switch ((TokenKind)token->kind)
    {
    case TOKEN_END:
    case TOKEN_BLOCK_CLOSE:
    case TOKEN_BLOCK_OPEN:
    case TOKEN_SEMICOLON:
    case TOKEN_COLON:
    case TOKEN_ARROW:
    case TOKEN_CELL:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Are the brackets that are open now closed soon, before anything that cannot stand inside them? */
static gboolean
brackets_close (const Parser *parser)
{
  Lexer ahead = parser->lexer;
  Token token;

  if (!notation_may_search (parser))
    return FALSE;
  ahead.interior = NULL;
  ahead.recovering = FALSE;
  while (ahead.at - parser->lexer.at < SEARCH_LIMIT)
    {
      notation_lexer_next (&ahead, &token);
      if (never_in_brackets (&token))
        return FALSE;
      if (ahead.nesting == 0)
        return TRUE;
    }
  return FALSE;
}

/* Gives the open brackets up, and goes back to the first newline inside them, where that is near.
 */
static void
abandon_brackets (Parser *parser)
{
  Lexer *lexer = &parser->lexer;

  lexer->nesting = 0;
  lexer->in_value = FALSE;
  if (lexer->swallowed == NULL || !notation_may_search (parser)
      || lexer->at - lexer->swallowed > SEARCH_LIMIT)
    return;
  lexer->at = lexer->swallowed;
  lexer->line = lexer->swallowed_line;
  lexer->line_start = lexer->swallowed_line_start;
  lexer->continuation = 0;
  lexer->swallowed = NULL;
}

static void
skip_to_close (Parser *parser)
{
  while (parser->lexer.nesting > 0 && parser->token.kind != TOKEN_END)
    notation_advance (parser);
}

static void
skip_block (Parser *parser)
{
  guint open = 0;

  do
    {
      if (parser->token.kind == TOKEN_BLOCK_OPEN)
        open++;
      else if (parser->token.kind == TOKEN_BLOCK_CLOSE)
        open--;
      notation_advance (parser);
    }
  while (open > 0 && parser->token.kind != TOKEN_END);
}

void
notation_recover (Parser *parser)
{
  Lexer *lexer = &parser->lexer;
  gboolean searched = FALSE; /* once for each statement, or the cost would not be linear */

  lexer->recovering = lexer->nesting == 0;
  while (!notation_ends_statement (&parser->token))
    {
      if (parser->token.kind == TOKEN_BLOCK_OPEN)
        {
          skip_block (parser);
          continue;
        }
      if (lexer->nesting > 0 && !searched && brackets_close (parser))
        {
          lexer->recovering = FALSE;
          skip_to_close (parser);
        }
      else if (lexer->nesting > 0)
        abandon_brackets (parser);
      searched = TRUE;
      lexer->recovering = TRUE;
      notation_advance (parser);
    }
  lexer->recovering = FALSE;
  lexer->nesting = 0;
  lexer->in_value = FALSE;
  lexer->swallowed = NULL;
}

void
notation_finish_problems (Parser *parser)
{
  GPtrArray *problems = parser->problems;
  const ChaseProblem *last;

  if (problems == NULL)
    return;
  chase_problems_sort (problems);
  if (parser->n_problems <= CHASE_NOTATION_MAX_PROBLEMS || problems->len == 0)
    return;
  last = g_ptr_array_index (problems, problems->len - 1);
  chase_problems_error (problems, last->line, last->column, 1, NULL,
                        "there are more problems; only the first %d are shown",
                        CHASE_NOTATION_MAX_PROBLEMS);
}
