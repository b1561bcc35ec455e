/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to src/notation. */

typedef enum
{
  TOKEN_END,
  TOKEN_NEWLINE,
  TOKEN_SEMICOLON,
  TOKEN_NAME,
  TOKEN_STRING,
  TOKEN_NUMBER,
  TOKEN_ARROW,   /* -> */
  TOKEN_MAPS_TO, /* |-> */
  TOKEN_CELL,    /* => */
  TOKEN_DOT,
  TOKEN_THEN,     /* >> */
  TOKEN_TIMES,    /* * */
  TOKEN_ADJOINT,  /* -| */
  TOKEN_POWER,    /* ^ */
  TOKEN_OPPOSITE, /* the superscript letters; "^op" is POWER and NAME */
  TOKEN_EQUALS,
  TOKEN_COLON,
  TOKEN_COMMA,
  TOKEN_MINUS,
  TOKEN_BAR,
  TOKEN_LEFT_PAREN,
  TOKEN_RIGHT_PAREN,
  TOKEN_LEFT_BRACKET,
  TOKEN_RIGHT_BRACKET,
  TOKEN_BLOCK_OPEN,
  TOKEN_BLOCK_CLOSE,
  TOKEN_VALUE_OPEN, /* a brace of a set or a function */
  TOKEN_VALUE_CLOSE,
  TOKEN_BAD,
} TokenKind;

typedef enum
{
  BAD_CHARACTER,
  BAD_OPEN_STRING,
  BAD_OPEN_NAME,
  BAD_EMPTY_NAME,
} BadToken;

typedef struct
{
  const char *start; /* of the content: inside the quotes of a string or a quoted name */
  const char *comment; /* of NEWLINE and END: the comment before it, behind its `#`, or NULL */
  guint32 length;
  guint32 comment_length;
  guint32 line;
  guint32 column;
  guint8 kind;
  guint8 bad;          /* a BadToken, of BAD */
  guint8 quoted;       /* of NAME */
  guint8 escaped;      /* of STRING: it holds a backslash */
  guint8 spaced;       /* white space stands before it */
} Token;

typedef struct
{
  const char *start;
  gsize length;
} CommentText;

/**
 * Lexer:
 *
 * Reads tokens from valid UTF-8 without NULs, ended by a NUL. A plain value: a copy of it is a
 * place to come back to. It knows by itself where a newline counts: it tracks brackets, and takes a
 * brace for a value's behind `|->`, `:` and `(`, behind the `over` or `under` of a slice, and in an
 * expression, which a check is from its start and another statement behind `=`.
 */
typedef struct
{
  const char *at;
  const char *line_start;
  gsize continuation; /* bytes since line_start that are no characters of their own */
  guint32 line;
  guint32 nesting;   /* open brackets, a value's brace included */
  guint32 outside;   /* brackets that were open when the value's brace was opened */
  guint8 in_value;   /* a value's brace is open */
  guint8 expression; /* no block starts before the end of the statement */
  guint8 last;       /* kind of the token before */
  guint8 word;       /* a NotationWord: what the token before is, where that is a name */
  guint8 slices;     /* words `slice` of the statement whose `over` or `under` has not come */
  guint8 patched;    /* U+FFFD stands for bytes that were reported already: skip it */
  guint8 recovering; /* a newline counts whatever stands before it */
  const char
      *swallowed; /* the first newline that was ignored inside the brackets open now, or NULL */
  const char *swallowed_line_start;
  guint32 swallowed_line;
  GArray *interior; /* of CommentText: comments inside statements; NULL while looking ahead */
} Lexer;

void
notation_lexer_init (Lexer *lexer, const char *text, gboolean patched, GArray *interior);
void
notation_lexer_next (Lexer *lexer, Token *token);
/* Skips blanks (not newlines). */
void
notation_lexer_skip_blanks (Lexer *lexer);
/* At a newline: steps over it, "\n", "\r" or "\r\n". */
void
notation_lexer_skip_newline (Lexer *lexer);
/* At a `#`: steps to the end of the line; returns what stands behind the `#`, trimmed. */
CommentText
notation_lexer_skip_comment (Lexer *lexer);
/* Behind an opening brace: steps to @end, which lies ahead, counting lines. */
void
notation_lexer_skip_to (Lexer *lexer, const char *end);
/* Characters that the token covers in the text. */
guint
notation_token_width (const Token *token);
/* Returns the end of the name that starts at @text, @text itself when there is none. */
const char *
notation_scan_name (const char *text);

G_END_DECLS
