/* SPDX-License-Identifier: MIT */
#include "notation/parser.h"

#include <string.h>

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

/* A growing list of terms, which it owns until they are taken. */
typedef struct
{
  ChaseTerm *few[8];
  ChaseTerm **terms;
  gsize n;
  gsize allocated;
} TermList;

static void
list_init (TermList *list)
{
  list->terms = list->few;
  list->n = 0;
  list->allocated = G_N_ELEMENTS (list->few);
}

static void
list_take (TermList *list, ChaseTerm *term)
{
  if (list->n == list->allocated)
    {
      ChaseTerm **old = list->terms;

      list->allocated *= 2;
      list->terms = g_new (ChaseTerm *, list->allocated);
      memcpy (list->terms, old, list->n * sizeof (ChaseTerm *));
      if (old != list->few)
        g_free (old);
    }
  list->terms[list->n++] = term;
}

static void
list_release (TermList *list)
{
  if (list->terms != list->few)
    g_free (list->terms);
}

static void
list_clear (TermList *list)
{
  for (gsize i = 0; i < list->n; i++)
    chase_term_unref (list->terms[i]);
  list_release (list);
}

static ChaseTerm *
list_to_term (TermList *list, ChaseTermKind kind, const Token *place)
{
  ChaseTerm *term
      = chase_term_new_take (kind, list->terms, (guint32)list->n, 0, place->line, place->column);

  list_release (list);
  return term;
}

static ChaseTerm *
unary (ChaseTermKind kind, ChaseTerm *a, gint32 number, const Token *place)
{
  return chase_term_new_take (kind, &a, 1, number, place->line, place->column);
}

static ChaseTerm *
binary (ChaseTermKind kind, ChaseTerm *a, ChaseTerm *b, const Token *place)
{
  ChaseTerm *args[] = { a, b };

  return chase_term_new_take (kind, args, 2, 0, place->line, place->column);
}

static void
report_depth (Parser *parser, const Token *token)
{
  notation_error (parser, token, NULL, "this expression is nested more than %d deep",
                  CHASE_NOTATION_MAX_DEPTH);
}

/* Called with the height that a new term over what was read would have. */
static gboolean
grow (Parser *parser, guint height, const Token *token)
{
  parser->height = height;
  if (height <= CHASE_NOTATION_MAX_DEPTH)
    return TRUE;
  report_depth (parser, token);
  return FALSE;
}

static ChaseTerm *
name_term (Parser *parser, const Token *token)
{
  parser->height = 1;
  return chase_term_new_name_shared (notation_intern (parser, token), token->line, token->column);
}

/* What an argument may be besides a term: the hole of Hom(A, -); an integer, which is an element,
 * as in yoneda(1, A, P) and in the object (A, 1) of a category of elements. */
typedef enum
{
  ARGUMENT_HOLE = 1,
  ARGUMENT_FIRST_INTEGER = 2,
  ARGUMENT_LATER_INTEGER = 4
} ArgumentFlags;

static ChaseTerm *
read_argument (Parser *parser, ArgumentFlags flags, gboolean first)
{
  Token token = parser->token;
  gboolean integer = flags & (first ? ARGUMENT_FIRST_INTEGER : ARGUMENT_LATER_INTEGER);

  if ((flags & ARGUMENT_HOLE) && notation_accept (parser, TOKEN_MINUS))
    {
      parser->height = 1;
      return chase_term_new_take (CHASE_TERM_HOLE, NULL, 0, 0, token.line, token.column);
    }
  if (integer && (token.kind == TOKEN_NUMBER || token.kind == TOKEN_MINUS))
    {
      parser->height = 1;
      return notation_read_element (parser);
    }
  return notation_read_term (parser, TERM_ANYWHERE);
}

/* At "(": reads the arguments up to ")" into @list; on an error the list is empty. */
static gboolean
read_arguments (Parser *parser, ArgumentFlags flags, TermList *list)
{
  Token open = parser->token;
  guint height = 0;

  list_init (list);
  do
    {
      ChaseTerm *argument;

      notation_advance (parser);
      argument = read_argument (parser, flags, list->n == 0);
      if (argument == NULL)
        {
          list_clear (list);
          list->n = 0;
          return FALSE;
        }
      list_take (list, argument);
      height = MAX (height, parser->height);
    }
  while (parser->token.kind == TOKEN_COMMA);
  parser->height = height;
  if (notation_expect_close (parser, TOKEN_RIGHT_PAREN, &open))
    return TRUE;
  list_clear (list);
  list->n = 0;
  return FALSE;
}

/* What a word directly before "(" makes; G_MAXUINT when it is a functor's name. */
static guint
call_kind (const Token *word)
{
  if (notation_token_is (word, "id"))
    return CHASE_TERM_IDENTITY;
  if (notation_token_is (word, "Id"))
    return CHASE_TERM_IDENTITY_FUNCTOR;
  if (notation_token_is (word, "op"))
    return CHASE_TERM_OPPOSITE_FUNCTOR;
  if (notation_token_is (word, "Hom"))
    return CHASE_TERM_HOM;
  if (notation_token_is (word, "yoneda"))
    return CHASE_TERM_YONEDA;
  return G_MAXUINT;
}

static const Prefix *
find_prefix (const Parser *parser);

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

static gboolean
check_arguments (Parser *parser, guint kind, const Token *word, gsize n)
{
  g_autofree char *text = NULL;
  const char *hint = NULL;
  gboolean fine;

  if (kind == CHASE_TERM_HOM)
    fine = n == 2;
  else if (kind == CHASE_TERM_YONEDA)
    fine = n == 1 || n == 3;
  else
    fine = n == 1;
  if (fine || parser->quiet)
    return fine;
  if (kind == CHASE_TERM_HOM)
    hint = "Hom(A, B), Hom(A, -), Hom(-, B) or Hom(-, -)";
  if (kind == CHASE_TERM_YONEDA)
    hint = "yoneda(C) is the embedding, yoneda(x, A, P) a transformation";
  text = notation_token_text (word);
  notation_error (parser, word, hint, "%s does not take %" G_GSIZE_FORMAT " arguments", text, n);
  return FALSE;
}

/* At "(" behind one of the notation's own words. */
static ChaseTerm *
read_call (Parser *parser, guint kind, const Token *word)
{
  ArgumentFlags flags = kind == CHASE_TERM_HOM      ? ARGUMENT_HOLE
                        : kind == CHASE_TERM_YONEDA ? ARGUMENT_FIRST_INTEGER
                                                    : 0;
  TermList list;

  if (!read_arguments (parser, flags, &list))
    return NULL;
  if (!check_arguments (parser, kind, word, list.n) || !grow (parser, parser->height + 1, word))
    {
      list_clear (&list);
      return NULL;
    }
  return list_to_term (&list, kind, word);
}

/* At "(": a term in parentheses, or a pair. */
static ChaseTerm *
read_parenthesised (Parser *parser)
{
  Token open = parser->token;
  TermList list;

  if (!read_arguments (parser, ARGUMENT_LATER_INTEGER, &list))
    return NULL;
  if (list.n == 1)
    {
      ChaseTerm *term = list.terms[0];

      list_release (&list);
      return term;
    }
  if (list.n == 2 && grow (parser, parser->height + 1, &open))
    return list_to_term (&list, CHASE_TERM_PAIR, &open);
  if (list.n > 2)
    notation_error (parser, &open, "a pair has two parts; three are written ((a, b), c)",
                    "%" G_GSIZE_FORMAT " things in one pair", list.n);
  list_clear (&list);
  return NULL;
}

/* At "[" that starts a term: a functor category. */
static ChaseTerm *
read_functor_category (Parser *parser)
{
  Token open = parser->token;
  g_autoptr (ChaseTerm) from = NULL;
  g_autoptr (ChaseTerm) to = NULL;
  guint height;

  notation_advance (parser);
  from = notation_read_term (parser, TERM_ANYWHERE);
  height = parser->height;
  if (from == NULL
      || !notation_expect (parser, TOKEN_COMMA, "\",\" and the second category of [C, D]"))
    return NULL;
  to = notation_read_term (parser, TERM_ANYWHERE);
  if (to == NULL || !grow (parser, MAX (height, parser->height) + 1, &open)
      || !notation_expect_close (parser, TOKEN_RIGHT_BRACKET, &open))
    return NULL;
  return binary (CHASE_TERM_FUNCTOR_CATEGORY, g_steal_pointer (&from), g_steal_pointer (&to),
                 &open);
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
            kind = call_kind (&token);
            if (kind == G_MAXUINT)
              kind = unit_kind (parser, &token);
            if (kind != G_MAXUINT)
              return read_call (parser, kind, &token);
          }
        return name_term (parser, &token);
      }
    case TOKEN_LEFT_PAREN:
      return read_parenthesised (parser);
    case TOKEN_LEFT_BRACKET:
      return read_functor_category (parser);
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
      *term = unary (CHASE_TERM_OPPOSITE, *term, 0, place);
      return TRUE;
    }
  number = parser->token;
  if (!notation_read_real (parser, "an integer or \"op\" behind \"^\"", &value))
    return FALSE;
  if (value != (double)(gint32)CLAMP (value, G_MININT32, G_MAXINT32))
    {
      notation_error (parser, &number, NULL, "an exponent is an integer of at most 9 digits");
      return FALSE;
    }
  *term = unary (CHASE_TERM_POWER, *term, (gint32)value, place);
  *last = TRUE;
  return TRUE;
}

/* At "(" behind a term: applies it to what is inside. */
static gboolean
read_application (Parser *parser, ChaseTerm **term, const Token *place)
{
  guint height = parser->height;
  ChaseTerm *argument = read_parenthesised (parser);

  if (argument == NULL)
    return FALSE;
  parser->height = MAX (parser->height, height);
  *term = binary (CHASE_TERM_APPLY, *term, argument, place);
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
  *term = binary (CHASE_TERM_COMPONENT, *term, object, place);
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

/* Recursion of prefix words is counted like that of parentheses. */
static ChaseTerm *
read_deeper (Parser *parser, TermPlace place)
{
  ChaseTerm *term;

  if (parser->depth >= CHASE_NOTATION_MAX_DEPTH)
    {
      report_depth (parser, &parser->token);
      return NULL;
    }
  parser->depth++;
  term = read_prefixed (parser, place);
  parser->depth--;
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

      bare = chase_term_new_take (outer->kind, args, outer->n_args, outer->number, outer->line,
                                  outer->column);
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
      if (!grow (parser, MAX (height, parser->height) + 1, word))
        {
          chase_term_unref (second);
          return NULL;
        }
      return binary (prefixes[i].kind, g_steal_pointer (&first), second, word);
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
      if (!fine || !grow (parser, parser->height + 1, &start))
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
      if (first == NULL || !grow (parser, parser->height + 1, &word))
        return NULL;
      return unary (prefix->kind, g_steal_pointer (&first), 0, &word);
    }
  first = notation_read_term (parser, TERM_ANYWHERE);
  height = parser->height;
  if (first == NULL || !read_between (parser, prefix, &kind))
    return NULL;
  second = read_deeper (parser, place);
  if (second == NULL || !grow (parser, MAX (height, parser->height) + 1, &word))
    return NULL;
  return binary (kind, g_steal_pointer (&first), g_steal_pointer (&second), &word);
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
      return name_term (parser, &start);
    }
  left = read_prefixed (parser, place);

  while (left != NULL && notation_accept (parser, TOKEN_TIMES))
    {
      guint height = parser->height;
      ChaseTerm *right = read_prefixed (parser, place);

      if (right == NULL)
        return NULL;
      left = binary (CHASE_TERM_TIMES, left, right, &start);
      if (!grow (parser, MAX (height, parser->height) + 1, &start))
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

  list_init (&list);
  list_take (&list, first);
  while (notation_accept (parser, sign))
    {
      ChaseTerm *factor = read_product (parser, place);

      if (factor == NULL)
        {
          list_clear (&list);
          return NULL;
        }
      list_take (&list, factor);
      height = MAX (height, parser->height);
    }
  if (parser->token.kind == TOKEN_DOT || parser->token.kind == TOKEN_THEN)
    {
      notation_error (
          parser, &parser->token,
          "g . f is \"g after f\", f >> g is \"f, then g\": write one of them throughout, "
          "or use parentheses",
          "\".\" and \">>\" may not be mixed in one path without parentheses");
      list_clear (&list);
      return NULL;
    }
  if (!grow (parser, height + 1, start))
    {
      list_clear (&list);
      return NULL;
    }
  return list_to_term (&list, sign == TOKEN_DOT ? CHASE_TERM_COMPOSE : CHASE_TERM_THEN, start);
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
      report_depth (parser, &start);
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

static gboolean
is_integer (const Token *token)
{
  for (gsize i = 0; i < token->length; i++)
    if (!g_ascii_isdigit (token->start[i]))
      return FALSE;
  return token->kind == TOKEN_NUMBER;
}

ChaseTerm *
notation_read_element (Parser *parser)
{
  Token start = parser->token;
  gboolean negative = notation_accept (parser, TOKEN_MINUS);
  Token token = parser->token;
  ChaseTerm *term;

  if (token.kind == TOKEN_NAME && !negative)
    {
      notation_advance (parser);
      return name_term (parser, &token);
    }
  if (!is_integer (&token))
    {
      notation_expected (parser, "an element (a name or an integer)", NULL);
      return NULL;
    }
  /* The sign may stand apart from the digits. */
  if (negative)
    {
      g_autofree char *text
          = g_strdup_printf ("-%.*s", (int)MIN (token.length, G_MAXINT - 1), token.start);

      term = chase_term_new_name_shared (
          chase_name_table_intern (parser->names, text, strlen (text)), start.line, start.column);
    }
  else
    term = name_term (parser, &token);
  notation_advance (parser);
  return term;
}

/* Reads one element or one pair into @list; *@maps says which, where @list is not empty. */
static gboolean
read_entry (Parser *parser, TermList *list, gboolean *maps)
{
  gboolean first = list->n == 0;
  ChaseTerm *element = notation_read_element (parser);
  gboolean arrow = parser->token.kind == TOKEN_MAPS_TO;

  if (element == NULL)
    return FALSE;
  list_take (list, element);
  if (!first && arrow != *maps)
    {
      notation_expected (parser, *maps ? "\"|->\"" : "\",\" or \"}\"",
                         "braces hold elements {x, y} or pairs {x |-> 0, y |-> 1}");
      return FALSE;
    }
  *maps = arrow;
  if (!notation_accept (parser, TOKEN_MAPS_TO))
    return TRUE;
  element = notation_read_element (parser);
  if (element == NULL)
    return FALSE;
  list_take (list, element);
  return TRUE;
}

ChaseTerm *
notation_read_value (Parser *parser)
{
  Token open = parser->token;
  gboolean maps = FALSE;
  TermList list;

  if (!notation_accept (parser, TOKEN_VALUE_OPEN))
    return notation_read_term (parser, TERM_ANYWHERE);
  list_init (&list);
  while (parser->token.kind != TOKEN_VALUE_CLOSE)
    {
      if (!read_entry (parser, &list, &maps))
        {
          list_clear (&list);
          return NULL;
        }
      if (!notation_accept (parser, TOKEN_COMMA))
        break;
    }
  if (!notation_expect_close (parser, TOKEN_VALUE_CLOSE, &open))
    {
      list_clear (&list);
      return NULL;
    }
  return list_to_term (&list, maps ? CHASE_TERM_FUNCTION : CHASE_TERM_SET, &open);
}
