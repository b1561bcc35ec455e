/* SPDX-License-Identifier: MIT */
#include "notation/lexer.h"

#include <string.h>

/* Modifier letters o and p: the Unicode form of ^op. They are letters, but never part of a plain
 * name. */
#define SUPERSCRIPT_OP "\341\265\222\341\265\226"

enum
{
  NAME_START = 1,
  NAME_PART = 2,
  DIGIT = 4,
};

static const guint8 classes[256] = {
  ['A' ... 'Z'] = NAME_START | NAME_PART, ['a' ... 'z'] = NAME_START | NAME_PART,
  ['_'] = NAME_START | NAME_PART,         ['\''] = NAME_PART,
  ['0' ... '9'] = NAME_PART | DIGIT,
};

void
notation_lexer_init (Lexer *lexer, const char *text, gboolean patched, GArray *interior)
{
  *lexer = (Lexer){
    .at = text,
    .line_start = text,
    .line = 1,
    .last = TOKEN_NEWLINE,
    .patched = (guint8)patched,
    .interior = interior,
  };
}

static gboolean
is_script (gunichar c)
{
  return c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0x2070 && c <= 0x209C);
}

static gboolean
starts_opposite (const char *text)
{
  return strncmp (text, SUPERSCRIPT_OP, strlen (SUPERSCRIPT_OP)) == 0;
}

static gboolean
is_name_part (const char *text, gunichar c)
{
  if (starts_opposite (text))
    return FALSE;
  return g_unichar_isalpha (c) || g_unichar_isdigit (c) || g_unichar_ismark (c) || is_script (c);
}

const char *
notation_scan_name (const char *text)
{
  const char *p = text;

  if ((guint8)*p < 0x80)
    {
      if (!(classes[(guint8)*p] & NAME_START))
        return text;
      p++;
    }
  else
    {
      if (!g_unichar_isalpha (g_utf8_get_char (p)) || starts_opposite (p))
        return text;
      p = g_utf8_next_char (p);
    }
  for (;;)
    {
      while (classes[(guint8)*p] & NAME_PART)
        p++;
      if ((guint8)*p < 0x80 || !is_name_part (p, g_utf8_get_char (p)))
        return p;
      p = g_utf8_next_char (p);
    }
}

static gsize
continuation_bytes (const char *from, const char *to)
{
  gsize n = 0;

  for (; from < to; from++)
    n += ((guint8)*from & 0xC0) == 0x80;
  return n;
}

static guint32
column_of (const Lexer *lexer, const char *at)
{
  return (guint32)((gsize)(at - lexer->line_start) - lexer->continuation + 1);
}

void
notation_lexer_skip_blanks (Lexer *lexer)
{
  for (;;)
    {
      const char *p = lexer->at;
      gunichar c;

      while (*p == ' ' || *p == '\t' || *p == '\v' || *p == '\f')
        p++;
      lexer->at = p;
      if ((guint8)*p < 0x80)
        return;
      c = g_utf8_get_char (p);
      if (!(g_unichar_type (c) == G_UNICODE_SPACE_SEPARATOR || c == 0x2028 || c == 0x2029
            || c == 0x85 || c == 0xFEFF || c == 0x200B || (c == 0xFFFD && lexer->patched)))
        return;
      lexer->at = g_utf8_next_char (p);
      lexer->continuation += (gsize)(lexer->at - p) - 1;
    }
}

void
notation_lexer_skip_newline (Lexer *lexer)
{
  if (lexer->at[0] == '\r' && lexer->at[1] == '\n')
    lexer->at++;
  lexer->at++;
  lexer->line++;
  lexer->line_start = lexer->at;
  lexer->continuation = 0;
}

CommentText
notation_lexer_skip_comment (Lexer *lexer)
{
  const char *start = lexer->at + 1;
  const char *end = start + strcspn (start, "\r\n");
  const char *content_end = end;

  lexer->at = end;
  while (content_end > start && (content_end[-1] == ' ' || content_end[-1] == '\t'))
    content_end--;
  /* One blank belongs to the sign; "#!" is left as it is, and so is what only looks like it. */
  if (content_end > start && *start == ' ' && !(content_end - start > 1 && start[1] == '!'))
    start++;
  return (CommentText){ start, (gsize)(content_end - start) };
}

void
notation_lexer_skip_to (Lexer *lexer, const char *end)
{
  while (lexer->at < end)
    {
      const char *start = lexer->at;

      if (*start == '\n' || *start == '\r')
        {
          notation_lexer_skip_newline (lexer);
          continue;
        }
      lexer->at = start + MIN (strcspn (start, "\r\n"), (gsize)(end - start));
      lexer->continuation += continuation_bytes (start, lexer->at);
    }
}

guint
notation_token_width (const Token *token)
{
  gsize n;

  if (token->kind == TOKEN_NEWLINE || token->kind == TOKEN_END)
    return 1;
  n = (gsize)g_utf8_strlen (token->start, (gssize)token->length);
  if (token->kind == TOKEN_STRING || token->quoted)
    n += 2;
  return (guint)MAX (n, 1);
}

/* Does a newline behind a token of this kind count? */
static gboolean
is_open_ended (TokenKind kind)
{
  switch (kind)
    {
    case TOKEN_COMMA:
    case TOKEN_DOT:
    case TOKEN_THEN:
    case TOKEN_TIMES:
    case TOKEN_ADJOINT:
    case TOKEN_POWER:
    case TOKEN_ARROW:
    case TOKEN_CELL:
    case TOKEN_MAPS_TO:
    case TOKEN_EQUALS:
    case TOKEN_COLON:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
keep_interior (Lexer *lexer, const Token *token)
{
  CommentText comment = { token->comment, token->comment_length };

  if (token->comment != NULL && lexer->interior != NULL)
    g_array_append_val (lexer->interior, comment);
}

/* Returns TRUE when the newline ends something; else steps over it. */
static gboolean
read_newline (Lexer *lexer, Token *token)
{
  if (!lexer->recovering && (lexer->nesting > 0 || is_open_ended (lexer->last)))
    {
      if (lexer->nesting > 0 && lexer->swallowed == NULL)
        {
          lexer->swallowed = lexer->at;
          lexer->swallowed_line_start = lexer->line_start;
          lexer->swallowed_line = lexer->line;
        }
      keep_interior (lexer, token);
      token->comment = NULL;
      notation_lexer_skip_newline (lexer);
      return FALSE;
    }
  token->start = lexer->at;
  token->length = 0;
  token->line = lexer->line;
  token->column = column_of (lexer, lexer->at);
  token->kind = TOKEN_NEWLINE;
  notation_lexer_skip_newline (lexer);
  return TRUE;
}

/* Steps over blanks, comments and newlines that do not count. Returns TRUE when a NEWLINE was read.
 */
static gboolean
skip_to_token (Lexer *lexer, Token *token)
{
  for (;;)
    {
      const char *before = lexer->at;

      notation_lexer_skip_blanks (lexer);
      token->spaced = token->spaced || lexer->at > before;
      if (*lexer->at == '#')
        {
          CommentText comment = notation_lexer_skip_comment (lexer);

          token->comment = comment.start;
          token->comment_length = (guint32)comment.length;
        }
      if (*lexer->at != '\n' && *lexer->at != '\r')
        return FALSE;
      token->spaced = TRUE;
      if (read_newline (lexer, token))
        return TRUE;
    }
}

static void
open_bracket (Lexer *lexer)
{
  lexer->nesting++;
}

static void
close_bracket (Lexer *lexer)
{
  if (lexer->nesting > (lexer->in_value ? lexer->outside + 1 : 0))
    lexer->nesting--;
  if (lexer->nesting == 0)
    lexer->swallowed = NULL;
}

/* The words behind which a brace, or the word `slice`, may mean something else. */
typedef enum
{
  WORD_OTHER,
  WORD_IN,
  WORD_BETWEEN, /* `over` or `under` of a slice */
} NotationWord;

static gboolean
is_word (const Token *token, const char *word)
{
  return !token->quoted && token->length == strlen (word)
         && memcmp (token->start, word, token->length) == 0;
}

/* Of `slice Set over {x}` the brace opens a set, whatever begins behind it. */
static void
note_word (Lexer *lexer, const Token *token)
{
  gboolean starts = lexer->last != TOKEN_NAME || lexer->word != WORD_OTHER;

  lexer->word = WORD_OTHER;
  if (token->kind != TOKEN_NAME)
    return;
  if (is_word (token, "in"))
    lexer->word = WORD_IN;
  else if (is_word (token, "slice") && starts && lexer->slices < G_MAXUINT8)
    lexer->slices++;
  else if (lexer->slices > 0 && (is_word (token, "over") || is_word (token, "under")))
    {
      lexer->word = WORD_BETWEEN;
      lexer->slices--;
    }
}

/* Does a set or a function stand here, and not a block? In parentheses and behind an operator no
 * block begins. */
static gboolean
at_value (const Lexer *lexer)
{
  switch ((TokenKind)lexer->last)
    {
    case TOKEN_MAPS_TO:
    case TOKEN_COLON:
    case TOKEN_LEFT_PAREN:
    case TOKEN_DOT:
    case TOKEN_THEN:
      return TRUE;
    case TOKEN_COMMA:
      return lexer->nesting > 0 || lexer->expression;
    case TOKEN_NAME:
      return lexer->word == WORD_BETWEEN || lexer->expression;
    default:
      return lexer->expression;
    }
}

static TokenKind
open_brace (Lexer *lexer)
{
  if (at_value (lexer))
    {
      if (!lexer->in_value)
        lexer->outside = lexer->nesting;
      lexer->nesting++;
      lexer->in_value = TRUE;
      return TOKEN_VALUE_OPEN;
    }
  lexer->nesting = 0;
  lexer->swallowed = NULL;
  return TOKEN_BLOCK_OPEN;
}

static TokenKind
close_brace (Lexer *lexer)
{
  TokenKind kind = lexer->in_value ? TOKEN_VALUE_CLOSE : TOKEN_BLOCK_CLOSE;

  lexer->nesting = lexer->in_value ? lexer->outside : 0;
  lexer->in_value = FALSE;
  if (lexer->nesting == 0)
    lexer->swallowed = NULL;
  return kind;
}

/* An expression begins with the word `check`, or behind "=" or "|->", and ends with its statement.
 */
static void
note_expression (Lexer *lexer, const Token *token)
{
  switch ((TokenKind)token->kind)
    {
    case TOKEN_EQUALS:
    case TOKEN_MAPS_TO:
      lexer->expression = TRUE;
      break;
    case TOKEN_NAME:
      if ((lexer->last == TOKEN_NEWLINE || lexer->last == TOKEN_SEMICOLON
           || lexer->last == TOKEN_BLOCK_CLOSE)
          && is_word (token, "check"))
        lexer->expression = TRUE;
      break;
    case TOKEN_NEWLINE:
    case TOKEN_SEMICOLON:
    case TOKEN_BLOCK_OPEN:
    case TOKEN_BLOCK_CLOSE:
      lexer->expression = FALSE;
      lexer->slices = 0;
      break;
    default:
      break;
    }
}

static void
read_string (Lexer *lexer, Token *token)
{
  const char *p = lexer->at + 1;

  token->start = p;
  token->kind = TOKEN_STRING;
  while (*p != '"' && *p != '\n' && *p != '\r' && *p != '\0')
    {
      if (*p == '\\')
        {
          token->escaped = TRUE;
          if (p[1] == '"' || p[1] == '\\')
            p++;
        }
      p++;
    }
  token->length = (guint32)(p - token->start);
  lexer->continuation += continuation_bytes (lexer->at, p);
  lexer->at = p;
  if (*p == '"')
    {
      lexer->at++;
      return;
    }
  token->kind = TOKEN_BAD;
  token->bad = BAD_OPEN_STRING;
}

static void
read_quoted_name (Lexer *lexer, Token *token)
{
  const char *p = lexer->at + 1;

  token->start = p;
  token->kind = TOKEN_NAME;
  token->quoted = TRUE;
  p += strcspn (p, "`\r\n");
  token->length = (guint32)(p - token->start);
  lexer->continuation += continuation_bytes (lexer->at, p);
  lexer->at = p;
  if (*p == '`')
    {
      lexer->at++;
      if (token->length > 0)
        return;
      token->bad = BAD_EMPTY_NAME;
    }
  else
    token->bad = BAD_OPEN_NAME;
  token->kind = TOKEN_BAD;
}

static const char *
skip_digits (const char *p)
{
  while (classes[(guint8)*p] & DIGIT)
    p++;
  return p;
}

static void
read_number (Lexer *lexer, Token *token)
{
  const char *p = skip_digits (lexer->at);

  if (*p == '.' && classes[(guint8)p[1]] & DIGIT)
    p = skip_digits (p + 1);
  if (*p == 'e' || *p == 'E')
    {
      const char *exponent = p + 1 + (p[1] == '+' || p[1] == '-');

      if (classes[(guint8)*exponent] & DIGIT)
        p = skip_digits (exponent);
    }
  token->kind = TOKEN_NUMBER;
  token->length = (guint32)(p - token->start);
  lexer->at = p;
}

static void
read_symbol (Lexer *lexer, Token *token, TokenKind kind, gsize length)
{
  token->kind = kind;
  token->length = (guint32)length;
  lexer->continuation += continuation_bytes (lexer->at, lexer->at + length);
  lexer->at += length;
}

static void
read_unicode (Lexer *lexer, Token *token)
{
  static const struct
  {
    gunichar c;
    TokenKind kind;
  } symbols[] = {
    { 0x2192, TOKEN_ARROW },   { 0x21A6, TOKEN_MAPS_TO }, { 0x21D2, TOKEN_CELL },
    { 0x2218, TOKEN_DOT },     { 0x2A1F, TOKEN_THEN },    { 0xD7, TOKEN_TIMES },
    { 0x22A3, TOKEN_ADJOINT }, { 0x2212, TOKEN_MINUS },
  };
  gunichar c = g_utf8_get_char (lexer->at);
  gsize length = (gsize)(g_utf8_next_char (lexer->at) - lexer->at);

  if (starts_opposite (lexer->at))
    {
      read_symbol (lexer, token, TOKEN_OPPOSITE, strlen (SUPERSCRIPT_OP));
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (symbols[i].c == c)
      {
        read_symbol (lexer, token, symbols[i].kind, length);
        return;
      }
  read_symbol (lexer, token, TOKEN_BAD, length);
}

static void
read_ascii_symbol (Lexer *lexer, Token *token)
{
  const char *p = lexer->at;

  switch (*p)
    {
    case '-':
      if (p[1] == '>')
        read_symbol (lexer, token, TOKEN_ARROW, 2);
      else if (p[1] == '|')
        read_symbol (lexer, token, TOKEN_ADJOINT, 2);
      else
        read_symbol (lexer, token, TOKEN_MINUS, 1);
      return;
    case '|':
      if (p[1] == '-' && p[2] == '>')
        read_symbol (lexer, token, TOKEN_MAPS_TO, 3);
      else
        read_symbol (lexer, token, TOKEN_BAR, 1);
      return;
    case '=':
      if (p[1] == '>')
        read_symbol (lexer, token, TOKEN_CELL, 2);
      else
        read_symbol (lexer, token, TOKEN_EQUALS, 1);
      return;
    case '>':
      if (p[1] == '>')
        read_symbol (lexer, token, TOKEN_THEN, 2);
      else
        read_symbol (lexer, token, TOKEN_BAD, 1);
      return;
    case '.':
      read_symbol (lexer, token, TOKEN_DOT, 1);
      return;
    case '*':
      read_symbol (lexer, token, TOKEN_TIMES, 1);
      return;
    case '^':
      read_symbol (lexer, token, TOKEN_POWER, 1);
      return;
    case ':':
      read_symbol (lexer, token, TOKEN_COLON, 1);
      return;
    case ',':
      read_symbol (lexer, token, TOKEN_COMMA, 1);
      return;
    case ';':
      read_symbol (lexer, token, TOKEN_SEMICOLON, 1);
      return;
    case '(':
      open_bracket (lexer);
      read_symbol (lexer, token, TOKEN_LEFT_PAREN, 1);
      return;
    case ')':
      close_bracket (lexer);
      read_symbol (lexer, token, TOKEN_RIGHT_PAREN, 1);
      return;
    case '[':
      open_bracket (lexer);
      read_symbol (lexer, token, TOKEN_LEFT_BRACKET, 1);
      return;
    case ']':
      close_bracket (lexer);
      read_symbol (lexer, token, TOKEN_RIGHT_BRACKET, 1);
      return;
    case '{':
      read_symbol (lexer, token, open_brace (lexer), 1);
      return;
    case '}':
      read_symbol (lexer, token, close_brace (lexer), 1);
      return;
    default:
      read_symbol (lexer, token, TOKEN_BAD, 1);
      return;
    }
}

static void
read_token (Lexer *lexer, Token *token)
{
  const char *p = lexer->at;
  guint8 c = (guint8)*p;
  const char *end;

  if (c == '\0')
    {
      token->kind = TOKEN_END;
      return;
    }
  if (c == '"')
    {
      read_string (lexer, token);
      return;
    }
  if (c == '`')
    {
      read_quoted_name (lexer, token);
      return;
    }
  /* No factor starts with a digit, so that ".5" can only be a number. */
  if (classes[c] & DIGIT || (c == '.' && classes[(guint8)p[1]] & DIGIT))
    {
      read_number (lexer, token);
      return;
    }
  end = notation_scan_name (p);
  if (end > p)
    read_symbol (lexer, token, TOKEN_NAME, (gsize)(end - p));
  else if (c < 0x80)
    read_ascii_symbol (lexer, token);
  else
    read_unicode (lexer, token);
}

void
notation_lexer_next (Lexer *lexer, Token *token)
{
  token->comment = NULL;
  token->quoted = FALSE;
  token->escaped = FALSE;
  token->spaced = FALSE;
  token->bad = 0;
  if (!skip_to_token (lexer, token))
    {
      token->start = lexer->at;
      token->length = 0;
      token->line = lexer->line;
      token->column = column_of (lexer, lexer->at);
      read_token (lexer, token);
    }
  note_word (lexer, token);
  note_expression (lexer, token);
  lexer->last = token->kind;
}
