/* SPDX-License-Identifier: MIT */
#pragma once

#include "notation/lexer.h"
#include "notation/notation.h"

G_BEGIN_DECLS

/* Private to src/notation: the state of a reader and what its files share. */

typedef struct
{
  Lexer lexer;
  Token token; /* the one to look at; the lexer stands behind it */
  ChaseNameTable *names;
  GArray *interior;    /* of CommentText: see Lexer */
  GArray *declared;    /* of Token: the names of one declaration */
  GPtrArray *problems; /* or NULL */
  guint n_problems;    /* found, stored or not */
  guint depth;         /* of the reader's own recursion */
  guint height;        /* of the term that was read last */
  gboolean quiet;      /* trying: report nothing */
  GPtrArray *held;     /* comments of a statement that the caller is to read */
} Parser;

/* A place to come back to. */
typedef struct
{
  Lexer lexer;
  Token token;
  guint n_interior;
} Mark;

/* How a term's `[` is to be taken. */
typedef enum
{
  TERM_ANYWHERE, /* a component: eta[A] */
  TERM_STYLED,   /* a style may follow the term: look what is inside */
  TERM_END,      /* the end of an edge, before its style: a component only without a blank */
} TermPlace;

void
notation_parser_init (Parser *parser, const char *text, gboolean patched, GPtrArray *problems);
void
notation_parser_clear (Parser *parser);

void
notation_advance (Parser *parser);
/* Looks at the token behind the current one, and (where @after is not NULL) at the one behind that.
 */
void
notation_peek (const Parser *parser, Token *next, Token *after);
Mark
notation_mark (const Parser *parser);
void
notation_back_to (Parser *parser, const Mark *mark);

gboolean
notation_token_is (const Token *token, const char *word);
gboolean
notation_at_word (const Parser *parser, const char *word);
gboolean
notation_ends_statement (const Token *token);
/* Steps over the token when it is of @kind. */
gboolean
notation_accept (Parser *parser, TokenKind kind);
gboolean
notation_accept_word (Parser *parser, const char *word);
/* The same, or an error. */
gboolean
notation_expect (Parser *parser, TokenKind kind, const char *what);
gboolean
notation_expect_word (Parser *parser, const char *word);
/* At the closing bracket of the one at @open. */
gboolean
notation_expect_close (Parser *parser, TokenKind kind, const Token *open);
/* Reads a name into *@place (may be NULL); NULL and an error when there is none. */
ChaseName *
notation_read_name (Parser *parser, const char *what, Token *place);
/* Reads a string where there is one, else leaves NULL. FALSE: an error. */
gboolean
notation_read_label (Parser *parser, ChaseName **label);
char *
notation_string_value (const Token *token);
/* Reads [+-] NUMBER. */
gboolean
notation_read_real (Parser *parser, const char *what, double *value);
ChaseName *
notation_intern (Parser *parser, const Token *token);

/* The text of a token as a message shows it: in quotes, cut when long. */
char *
notation_token_text (const Token *token);
void
notation_error (Parser *parser, const Token *token, const char *hint, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
void
notation_warning (Parser *parser, const Token *token, const char *hint, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
/* "expected WHAT, found ..." at the current token; a bad token is reported as what it is. */
void
notation_expected (Parser *parser, const char *what, const char *hint);
/* "did you mean ...?" for a word near one of @candidates, or NULL. Caller frees. */
char *
notation_hint_for (const Parser *parser, const Token *token, const char *const *candidates);
/* Returns the candidate that the token's word was probably meant to be, or NULL. */
const char *
notation_guess (const Parser *parser, const Token *token, const char *const *candidates);
/* FALSE once so many problems were found that effort on nicer ones is no longer bounded. */
gboolean
notation_may_search (const Parser *parser);
/* After an error: steps to the end of the statement. */
void
notation_recover (Parser *parser);
/* Ends the list: sorts, and says when there were more problems than are stored. */
void
notation_finish_problems (Parser *parser);

ChaseTerm *
notation_read_term (Parser *parser, TermPlace place);
/* Does a word like "forget" start a term here? */
gboolean
notation_starts_prefixed (const Parser *parser);
/* An element of a set: a name or an integer, which is a name too. */
ChaseTerm *
notation_read_element (Parser *parser);
/* A set or a function in braces, or a term. */
ChaseTerm *
notation_read_value (Parser *parser);
/* Reads @separator-separated terms into *@list. */
gboolean
notation_read_terms (Parser *parser, TermPlace place, GPtrArray **list);

/* Reads [...] where there is one, else leaves NULL. FALSE: an error. */
gboolean
notation_read_style (Parser *parser, ChaseStyle **style);
gboolean
notation_is_style_word (const char *words);
gboolean
notation_is_style_key (const char *word);

/* Reads one statement of @item's block and appends it. FALSE: an error, not yet recovered from. */
gboolean
notation_read_statement (Parser *parser, ChaseItem *item);
ChaseProposition *
notation_read_proposition (Parser *parser);
/* Reads [not] PROPOSITION. */
ChaseProposition *
notation_read_check (Parser *parser, gboolean *negated);
/* Reads a view into @item. */
gboolean
notation_read_view (Parser *parser, ChaseItem *item);
ChaseDocument *
notation_read_document (Parser *parser);

/* Returns @text as valid UTF-8 without NULs, reporting what is wrong with it; NULL when it is no
 * text at all. */
char *
notation_clean_text (const char *text, gsize length, GPtrArray *problems, gboolean *patched);

G_END_DECLS
