/* SPDX-License-Identifier: MIT */
#include "notation/parse-term-private.h"

#include <string.h>

#include "i18n.h"

/* How far an "along" is looked for, in bytes. */
#define ALONG_LIMIT 256

typedef struct
{
  const char *word;
  ChaseTermKind kind;
  const char *between; /* the word before the second argument, or NULL */
} Prefix;

static ChaseTerm *
read_prefixed (Parser *parser, TermPlace place);

static const Prefix prefixes[] = {
  { "const", CHASE_TERM_CONST, NULL },        { "elements", CHASE_TERM_ELEMENTS, NULL },
  { "slice", CHASE_TERM_SLICE_OVER, "over" }, { "forget", CHASE_TERM_FORGET, "along" },
  { "free", CHASE_TERM_FREE, "along" },       { "cofree", CHASE_TERM_COFREE, "along" },
};

static const Prefix *
find_prefix_word (const Token *token)
{
  if (token->kind != TOKEN_NAME || token->quoted || token->length < 4 || token->length > 8
      || strchr ("cesf", token->start[0]) == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (notation_token_is (token, prefixes[i].word))
      return &prefixes[i];
  return NULL;
}

/* At "[" behind a term that a style may follow: is this a component all the same? */
static gboolean
is_component (const Parser *parser)
{
  Token first, second;
  g_autofree char *word = NULL;

  notation_peek (parser, &first, &second);
  if (first.kind != TOKEN_NAME)
    return first.kind != TOKEN_RIGHT_BRACKET;
  if (second.kind == TOKEN_NAME)
    return find_prefix_word (&first) != NULL;
  if (second.kind == TOKEN_EQUALS || second.kind == TOKEN_COMMA)
    return FALSE;
  if (second.kind != TOKEN_RIGHT_BRACKET || !parser->token.spaced || first.quoted)
    return TRUE;
  if (first.length > 32)
    return TRUE;
  word = g_strndup (first.start, first.length);
  return !notation_is_style_word (word) && !notation_is_style_key (word);
}

/* At "^" or the superscript op: wraps *@term. *@last: nothing may follow. */
static gboolean
read_power (Parser *parser, ChaseTerm **term, const Token *place, gboolean *last)
{
  gboolean superscript = parser->token.kind == TOKEN_OPPOSITE;
  double value;
  Token number;

  notation_advance (parser);
  if (superscript || notation_accept_word (parser, "op"))
    {
      *term = notation_unary (CHASE_TERM_OPPOSITE, *term, 0, place);
      return TRUE;
    }
  number = parser->token;
  if (!notation_read_real (parser, _ ("an integer or \"op\" behind \"^\""), &value))
    return FALSE;
  if (value != (double)(gint32)CLAMP (value, G_MININT32, G_MAXINT32))
    {
      notation_error (parser, &number, NULL, "an exponent is an integer of at most 9 digits");
      return FALSE;
    }
  *term = notation_unary (CHASE_TERM_POWER, *term, (gint32)value, place);
  *last = TRUE;
  return TRUE;
}

/* At "(" behind a term: applies it to what is inside. */
static gboolean
read_application (Parser *parser, ChaseTerm **term, const Token *place)
{
  guint height = parser->height;
  ChaseTerm *argument = notation_read_parenthesised (parser);

  if (argument == NULL)
    return FALSE;
  parser->height = MAX (parser->height, height);
  *term = notation_binary (CHASE_TERM_APPLY, *term, argument, place);
  return TRUE;
}

static gboolean
read_component (Parser *parser, ChaseTerm **term, const Token *place)
{
  Token open = parser->token;
  guint height = parser->height;
  ChaseTerm *object;

  notation_advance (parser);
  object = notation_read_term (parser, TERM_ANYWHERE);
  if (object == NULL)
    return FALSE;
  if (!notation_expect_close (parser, TOKEN_RIGHT_BRACKET, &open))
    {
      chase_term_unref (object);
      return FALSE;
    }
  parser->height = MAX (parser->height, height);
  *term = notation_binary (CHASE_TERM_COMPONENT, *term, object, place);
  return TRUE;
}

/* Words that may follow a term, and so do not start the argument of a word before them. */
static gboolean
follows_term (const Token *token)
{
  static const char *const words[]
      = { "in", "is",   "isomorphic", "equivalent", "commutes", "strictly", "with",
          "at", "over", "under",      "along",      "of",       "exists" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (notation_token_is (token, words[i]))
      return TRUE;
  return FALSE;
}

/* forget, free, cofree: in front of "(" they may be a functor's name; see read_along (). */
static gboolean
is_along (const Prefix *prefix)
{
  return g_strcmp0 (prefix->between, "along") == 0;
}

static gboolean
is_sign_between (const Token *token)
{
  return token->kind == TOKEN_DOT || token->kind == TOKEN_THEN || token->kind == TOKEN_TIMES;
}

/*
 * With "(" behind a word like "free": is this free (M) . N along F? An "along" behind another such
 * word belongs to that one.
 */
static gboolean
along_follows (const Parser *parser)
{
  Lexer ahead = parser->lexer;
  guint32 nesting = ahead.nesting;
  guint pending = 1;
  gboolean infix = FALSE;
  Token token;

  ahead.interior = NULL;
  do
    {
      const Prefix *word;

      notation_lexer_next (&ahead, &token);
      if (ahead.nesting < nesting)
        return FALSE;
      if (ahead.nesting > nesting)
        continue;
      infix = infix || is_sign_between (&token);
      word = find_prefix_word (&token);
      pending += word != NULL && is_along (word);
      if (notation_token_is (&token, "along") && (!infix || --pending == 0))
        return infix;
      if (follows_term (&token) && !notation_token_is (&token, "along"))
        return FALSE;
    }
  while (!notation_ends_statement (&token) && token.kind != TOKEN_EQUALS
         && token.kind != TOKEN_COMMA && ahead.at - parser->lexer.at < ALONG_LIMIT);
  return FALSE;
}

static const Prefix *
find_prefix (const Parser *parser)
{
  const Prefix *prefix = find_prefix_word (&parser->token);
  Token next;

  if (prefix == NULL)
    return NULL;
  notation_peek (parser, &next, NULL);
  if ((next.kind == TOKEN_NAME && !follows_term (&next))
      || (next.kind == TOKEN_LEFT_BRACKET && prefix->kind == CHASE_TERM_SLICE_OVER)
      || (next.kind == TOKEN_VALUE_OPEN && prefix->kind == CHASE_TERM_CONST)
      || (next.kind == TOKEN_LEFT_PAREN && (!is_along (prefix) || along_follows (parser))))
    return prefix;
  return NULL;
}

/* At "(" behind `unit` or `counit`, which are the notation's own words before free and cofree. */
static guint
unit_kind (Parser *parser, const Token *word)
{
  gboolean counit = notation_token_is (word, "counit");
  const Prefix *prefix;
  Mark mark;

  if (word->quoted || (!counit && !notation_token_is (word, "unit")))
    return G_MAXUINT;
  mark = notation_mark (parser);
  notation_advance (parser);
  prefix = find_prefix (parser);
  notation_back_to (parser, &mark);
  if (prefix == NULL || (prefix->kind != CHASE_TERM_FREE && prefix->kind != CHASE_TERM_COFREE))
    return G_MAXUINT;
  return counit ? CHASE_TERM_COUNIT : CHASE_TERM_UNIT;
}

static ChaseTerm *
read_atom (Parser *parser)
{
  Token token = parser->token;

  switch (token.kind)
    {
    case TOKEN_NAME:
      {
        guint kind;

        notation_advance (parser);
        if (parser->token.kind == TOKEN_LEFT_PAREN)
          {
            kind = notation_call_kind (&token);
            if (kind == G_MAXUINT)
              kind = unit_kind (parser, &token);
            if (kind != G_MAXUINT)
              return notation_read_call (parser, kind, &token);
          }
        return notation_name_term (parser, &token);
      }
    case TOKEN_LEFT_PAREN:
      return notation_read_parenthesised (parser);
    case TOKEN_LEFT_BRACKET:
      return notation_read_functor_category (parser);
    case TOKEN_VALUE_OPEN:
      parser->height = 1;
      return notation_read_value (parser);
    default:
      notation_expected (parser, "a name or \"(\"",
                         token.kind == TOKEN_NUMBER ? "names that are numbers go in backquotes"
                                                    : NULL);
      return NULL;
    }
}

static gboolean
read_between (Parser *parser, const Prefix *prefix, ChaseTermKind *kind)
{
  *kind = prefix->kind;
  if (prefix->kind == CHASE_TERM_SLICE_OVER && notation_accept_word (parser, "under"))
    {
      *kind = CHASE_TERM_SLICE_UNDER;
      return TRUE;
    }
  return notation_expect_word (parser, prefix->between);
}

/* Recursion of prefix words is counted like that of the parentheses with which they are printed. */
static ChaseTerm *
read_deeper (Parser *parser, TermPlace place)
{
  guint more = notation_starts_prefixed (parser) ? 2 : 1;
  ChaseTerm *term;

  if (parser->depth >= CHASE_NOTATION_MAX_DEPTH)
    {
      notation_report_depth (parser, &parser->token);
      return NULL;
    }
  parser->depth += more;
  term = read_prefixed (parser, place);
  parser->depth -= more;
  return term;
}

/* Returns @term with the innermost head replaced by what it is applied to, as in free (M)^op; or
 * NULL. */
static ChaseTerm *
without_head (const ChaseTerm *term)
{
  g_autoptr (GPtrArray) spine = g_ptr_array_new ();
  ChaseTerm *bare;

  while (term->kind != CHASE_TERM_NAME && term->args[0]->kind != CHASE_TERM_NAME)
    {
      g_ptr_array_add (spine, (gpointer)term);
      term = term->args[0];
    }
  if (term->kind != CHASE_TERM_APPLY)
    return NULL;
  bare = chase_term_ref (term->args[1]);
  for (guint i = spine->len; i-- > 0;)
    {
      const ChaseTerm *outer = g_ptr_array_index (spine, i);
      ChaseTerm *args[2] = { bare, outer->n_args > 1 ? chase_term_ref (outer->args[1]) : NULL };

      bare = chase_term_new_take (outer->kind, args, outer->n_args, chase_term_get_number (outer),
                                  outer->line, outer->column);
    }
  return bare;
}

/* At "along" behind what looked like a functor applied to something: free (M) along F. Takes @term.
 */
static ChaseTerm *
read_along (Parser *parser, const Token *word, ChaseTerm *term, TermPlace place)
{
  g_autoptr (ChaseTerm) whole = term;
  g_autoptr (ChaseTerm) first = NULL;
  guint height = parser->height;

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      ChaseTerm *second;

      if (!is_along (&prefixes[i]) || !notation_token_is (word, prefixes[i].word))
        continue;
      first = without_head (whole);
      if (first == NULL)
        break;
      notation_advance (parser);
      second = read_deeper (parser, place);
      if (second == NULL)
        return NULL;
      if (!notation_grow (parser, MAX (height, parser->height) + 1, word))
        {
          chase_term_unref (second);
          return NULL;
        }
      return notation_binary (prefixes[i].kind, g_steal_pointer (&first), second, word);
    }
  return g_steal_pointer (&whole);
}

static ChaseTerm *
read_postfixed (Parser *parser, TermPlace place)
{
  Token start = parser->token;
  g_autoptr (ChaseTerm) term = read_atom (parser);
  gboolean last = FALSE;

  if (term == NULL)
    return NULL;
  while (!last)
    {
      gboolean fine;

      if (parser->token.kind == TOKEN_LEFT_PAREN)
        fine = read_application (parser, &term, &start);
      else if (parser->token.kind == TOKEN_LEFT_BRACKET)
        {
          if ((place == TERM_STYLED && !is_component (parser))
              || (place == TERM_END && parser->token.spaced))
            break;
          fine = read_component (parser, &term, &start);
        }
      else if (parser->token.kind == TOKEN_POWER || parser->token.kind == TOKEN_OPPOSITE)
        fine = read_power (parser, &term, &start, &last);
      else
        break;
      if (!fine || !notation_grow (parser, parser->height + 1, &start))
        return NULL;
    }
  if (last && (parser->token.kind == TOKEN_POWER || parser->token.kind == TOKEN_OPPOSITE))
    {
      notation_error (parser, &parser->token, "write (t^2)^3",
                      "a power of a power needs parentheses");
      return NULL;
    }
  if (start.kind == TOKEN_NAME && !start.quoted && term->kind != CHASE_TERM_NAME
      && notation_at_word (parser, "along"))
    return read_along (parser, &start, g_steal_pointer (&term), place);
  return g_steal_pointer (&term);
}

static ChaseTerm *
read_prefixed (Parser *parser, TermPlace place)
{
  const Prefix *prefix = find_prefix (parser);
  Token word = parser->token;
  g_autoptr (ChaseTerm) first = NULL;
  g_autoptr (ChaseTerm) second = NULL;
  ChaseTermKind kind;
  guint height;

  if (prefix == NULL)
    return read_postfixed (parser, place);
  notation_advance (parser);
  if (prefix->between == NULL)
    {
      first = read_deeper (parser, place);
      if (first == NULL || !notation_grow (parser, parser->height + 1, &word))
        return NULL;
      return notation_unary (prefix->kind, g_steal_pointer (&first), 0, &word);
    }
  first = notation_read_term (parser, TERM_ANYWHERE);
  height = parser->height;
  if (first == NULL || !read_between (parser, prefix, &kind))
    return NULL;
  second = read_deeper (parser, place);
  if (second == NULL || !notation_grow (parser, MAX (height, parser->height) + 1, &word))
    return NULL;
  return notation_binary (kind, g_steal_pointer (&first), g_steal_pointer (&second), &word);
}

/* Is the token a name that, as can be seen at once, nothing belongs to that would make it part of a
   larger term, but for a composite? */
static gboolean
is_name_alone (const Parser *parser)
{
  const char *p = parser->lexer.at;

  if (parser->token.kind != TOKEN_NAME || find_prefix_word (&parser->token) != NULL)
    return FALSE;
  while (*p == ' ')
    p++;
  return *p != '\0' && strchr (parser->lexer.nesting == 0 ? "\n-=>.,;)" : "-=>.,;)", *p) != NULL;
}

static ChaseTerm *
read_product (Parser *parser, TermPlace place)
{
  Token start = parser->token;
  g_autoptr (ChaseTerm) left = NULL;

  if (is_name_alone (parser))
    {
      notation_advance (parser);
      return notation_name_term (parser, &start);
    }
  left = read_prefixed (parser, place);

  while (left != NULL && notation_accept (parser, TOKEN_TIMES))
    {
      guint height = parser->height;
      ChaseTerm *right = read_prefixed (parser, place);

      if (right == NULL)
        return NULL;
      left = notation_binary (CHASE_TERM_TIMES, left, right, &start);
      if (!notation_grow (parser, MAX (height, parser->height) + 1, &start))
        return NULL;
    }
  return g_steal_pointer (&left);
}

/* At "." or ">>" behind the first factor, which is taken. */
static ChaseTerm *
read_composite (Parser *parser, TermPlace place, ChaseTerm *first, const Token *start)
{
  TokenKind sign = parser->token.kind;
  guint height = parser->height;
  TermList list;

  notation_list_init (&list);
  notation_list_take (&list, first);
  while (notation_accept (parser, sign))
    {
      ChaseTerm *factor = read_product (parser, place);

      if (factor == NULL)
        {
          notation_list_clear (&list);
          return NULL;
        }
      notation_list_take (&list, factor);
      height = MAX (height, parser->height);
    }
  if (parser->token.kind == TOKEN_DOT || parser->token.kind == TOKEN_THEN)
    {
      notation_error (
          parser, &parser->token,
          "g . f is \"g after f\", f >> g is \"f, then g\": write one of them throughout, "
          "or use parentheses",
          "\".\" and \">>\" may not be mixed in one path without parentheses");
      notation_list_clear (&list);
      return NULL;
    }
  if (!notation_grow (parser, height + 1, start))
    {
      notation_list_clear (&list);
      return NULL;
    }
  return notation_list_to_term (parser, &list,
                                sign == TOKEN_DOT ? CHASE_TERM_COMPOSE : CHASE_TERM_THEN, start);
}

gboolean
notation_starts_prefixed (const Parser *parser)
{
  return find_prefix (parser) != NULL;
}

ChaseTerm *
notation_read_term (Parser *parser, TermPlace place)
{
  Token start = parser->token;
  ChaseTerm *term;

  if (parser->depth >= CHASE_NOTATION_MAX_DEPTH)
    {
      notation_report_depth (parser, &start);
      return NULL;
    }
  parser->depth++;
  term = read_product (parser, place);
  if (term != NULL && (parser->token.kind == TOKEN_DOT || parser->token.kind == TOKEN_THEN))
    term = read_composite (parser, place, term, &start);
  parser->depth--;
  return term;
}

gboolean
notation_read_terms (Parser *parser, TermPlace place, GPtrArray **list)
{
  do
    {
      ChaseTerm *term = notation_read_term (parser, place);

      if (term == NULL)
        return FALSE;
      chase_proposition_take (list, term);
    }
  while (notation_accept (parser, TOKEN_COMMA));
  return TRUE;
}
