/* SPDX-License-Identifier: MIT */
#include "notation/parser.h"

#include <string.h>

#include "i18n.h"

/* How far the end of `f [style]` is looked for, in bytes. */
#define STYLE_SEARCH_LIMIT 65536

static const char *const statement_words[]
    = { "object", "objects", "mono", "epi", "iso", "split", "idempotent", NULL };

static ChaseStatement *
new_statement (ChaseStatementKind kind, const Token *token)
{
  ChaseStatement *statement = chase_statement_new (kind);

  statement->line = token->line;
  statement->column = token->column;
  return statement;
}

/* [STRING] [STYLE] behind a statement. */
static gboolean
read_look (Parser *parser, ChaseStatement *statement)
{
  return notation_read_label (parser, &statement->label)
         && notation_read_style (parser, &statement->style);
}

/* At the word: object NAME [STRING] [STYLE] {, ...}. */
static gboolean
read_objects (Parser *parser, ChaseItem *item)
{
  gboolean joined = FALSE;

  do
    {
      g_autoptr (ChaseStatement) statement = NULL;
      Token place;
      ChaseName *name;

      notation_advance (parser);
      name = notation_read_name (parser, _ ("the name of an object"), &place);
      if (name == NULL)
        return FALSE;
      statement = new_statement (CHASE_STATEMENT_OBJECT, &place);
      statement->name = name;
      statement->joined = joined;
      if (!read_look (parser, statement))
        return FALSE;
      chase_item_take_statement (item, g_steal_pointer (&statement));
      joined = TRUE;
    }
  while (parser->token.kind == TOKEN_COMMA);
  return TRUE;
}

/* Does a property start here? With @next being the token behind. */
static ChaseProperty
find_property (const Token *word, const Token *next, const Token *after)
{
  if (next->kind != TOKEN_NAME)
    return CHASE_PROPERTY_NONE;
  if (notation_token_is (word, "mono"))
    return CHASE_PROPERTY_MONO;
  if (notation_token_is (word, "epi"))
    return CHASE_PROPERTY_EPI;
  if (notation_token_is (word, "iso"))
    return CHASE_PROPERTY_ISO;
  if (notation_token_is (word, "idempotent"))
    return CHASE_PROPERTY_IDEMPOTENT;
  if (!notation_token_is (word, "split") || after->kind != TOKEN_NAME)
    return CHASE_PROPERTY_NONE;
  if (notation_token_is (next, "mono"))
    return CHASE_PROPERTY_SPLIT_MONO;
  if (notation_token_is (next, "epi"))
    return CHASE_PROPERTY_SPLIT_EPI;
  return CHASE_PROPERTY_NONE;
}

/* At a property's word: mono NAME {, NAME}, and further groups on the same line. */
static gboolean
read_properties (Parser *parser, ChaseItem *item, ChaseProperty property)
{
  Token next, after;

  do
    {
      gboolean joined = FALSE;

      if (property == CHASE_PROPERTY_SPLIT_MONO || property == CHASE_PROPERTY_SPLIT_EPI)
        notation_advance (parser);
      do
        {
          ChaseStatement *statement;
          ChaseName *name;
          Token place;

          notation_advance (parser);
          name = notation_read_name (parser, _ ("the name of a morphism"), &place);
          if (name == NULL)
            return FALSE;
          statement = new_statement (CHASE_STATEMENT_PROPERTY, &place);
          statement->name = name;
          statement->property = property;
          statement->joined = joined;
          chase_item_take_statement (item, statement);
          joined = TRUE;
        }
      while (parser->token.kind == TOKEN_COMMA);
      notation_peek (parser, &next, &after);
      property = find_property (&parser->token, &next, &after);
    }
  while (property != CHASE_PROPERTY_NONE);
  return TRUE;
}

/* At "at": x, y [STRING] [STYLE]. Takes @value. */
static gboolean
read_node (Parser *parser, ChaseItem *item, const Token *name, ChaseTerm *value)
{
  g_autoptr (ChaseStatement) statement = new_statement (CHASE_STATEMENT_NODE, name);

  statement->value = value;
  statement->name = notation_intern (parser, name);
  if (item->kind != CHASE_ITEM_DIAGRAM)
    {
      notation_error (parser, &parser->token, "draw it: diagram NAME in CATEGORY { A at 0, 0 }",
                      "objects of a category have no place");
      return FALSE;
    }
  if (notation_accept_word (parser, "at"))
    {
      if (!notation_read_real (parser, _ ("the column, a number"), &statement->x)
          || !notation_expect (parser, TOKEN_COMMA, _ ("\",\" and the row"))
          || !notation_read_real (parser, _ ("the row, a number"), &statement->y))
        return FALSE;
      statement->has_position = TRUE;
    }
  if (!read_look (parser, statement))
    return FALSE;
  chase_item_take_statement (item, g_steal_pointer (&statement));
  return TRUE;
}

/* At "=" behind the first path, which is taken. */
static gboolean
read_equation (Parser *parser, ChaseItem *item, const Token *place, const Token *name,
               ChaseTerm *first)
{
  g_autoptr (ChaseStatement) statement = new_statement (CHASE_STATEMENT_EQUATION, place);

  chase_proposition_take (&statement->terms, first);
  if (name != NULL)
    statement->name = notation_intern (parser, name);
  while (notation_accept (parser, TOKEN_EQUALS))
    {
      ChaseTerm *term = notation_read_term (parser, TERM_ANYWHERE);

      if (term == NULL)
        return FALSE;
      chase_proposition_take (&statement->terms, term);
    }
  chase_item_take_statement (item, g_steal_pointer (&statement));
  return TRUE;
}

/* Makes one arrow for each name, all like @pattern, which is taken. */
static void
take_arrows (Parser *parser, ChaseItem *item, const GArray *names, ChaseStatement *pattern)
{
  for (guint i = 0; i < names->len; i++)
    {
      const Token *token = &g_array_index (names, Token, i);
      ChaseStatement *statement = i + 1 < names->len ? chase_statement_copy (pattern) : pattern;

      statement->line = token->line;
      statement->column = token->column;
      statement->joined = i > 0;
      if (!notation_token_is (token, "_"))
        statement->name = notation_intern (parser, token);
      chase_item_take_statement (item, statement);
    }
}

/* What a diagram may say about an arrow, and a category may not. */
static void
report_misplaced (Parser *parser)
{
  if (parser->token.kind == TOKEN_CELL)
    notation_error (parser, &parser->token, "arrows of a category are written ->",
                    "cells between arrows belong in a diagram");
  else
    notation_error (parser, &parser->token,
                    "declare the arrow, then state the equation on a line of its own",
                    "an arrow of a category is a generator and equals nothing here");
}

/* At the arrow behind @from, which is taken: -> target [= path] [STRING] [STYLE]. */
static gboolean
read_arrows (Parser *parser, ChaseItem *item, const GArray *names, ChaseTerm *from)
{
  g_autoptr (ChaseStatement) pattern
      = new_statement (CHASE_STATEMENT_ARROW, &g_array_index (names, Token, 0));
  gboolean drawn = item->kind == CHASE_ITEM_DIAGRAM;

  pattern->from = from;
  pattern->level = parser->token.kind == TOKEN_CELL ? 2 : 1;
  if (pattern->level == 2 && !drawn)
    report_misplaced (parser);
  notation_advance (parser);
  pattern->to = notation_read_term (parser, TERM_END);
  if (pattern->to == NULL)
    return FALSE;
  if (parser->token.kind == TOKEN_EQUALS)
    {
      if (!drawn)
        report_misplaced (parser);
      notation_advance (parser);
      pattern->value = notation_read_term (parser, TERM_STYLED);
      if (pattern->value == NULL)
        return FALSE;
    }
  if (!read_look (parser, pattern))
    return FALSE;
  if (drawn || (pattern->level == 1 && pattern->value == NULL))
    take_arrows (parser, item, names, g_steal_pointer (&pattern));
  return TRUE;
}

/* What may stand behind NAME ":" TERM. Takes @term. */
static gboolean
read_declared (Parser *parser, ChaseItem *item, const GArray *names, ChaseTerm *term)
{
  const Token *name = &g_array_index (names, Token, 0);
  TokenKind kind = parser->token.kind;

  if (kind == TOKEN_ARROW || kind == TOKEN_CELL)
    return read_arrows (parser, item, names, term);
  if (names->len == 1 && kind == TOKEN_EQUALS)
    return read_equation (parser, item, name, name, term);
  if (names->len == 1 && item->kind == CHASE_ITEM_DIAGRAM
      && (notation_at_word (parser, "at") || kind == TOKEN_STRING || kind == TOKEN_LEFT_BRACKET
          || notation_ends_statement (&parser->token)))
    return read_node (parser, item, name, term);
  notation_expected (parser,
                     item->kind == CHASE_ITEM_DIAGRAM ? "\"->\", \"=>\" or \"at\"" : "\"->\"",
                     "an arrow is declared as f : A -> B");
  chase_term_unref (term);
  return FALSE;
}

/* At the first name of NAME {, NAME} ":" ... */
static gboolean
read_declaration (Parser *parser, ChaseItem *item)
{
  GArray *names = parser->declared;
  ChaseTerm *term;

  g_array_set_size (names, 0);
  for (;;)
    {
      if (parser->token.kind != TOKEN_NAME)
        {
          notation_expected (parser, "a name", NULL);
          return FALSE;
        }
      g_array_append_val (names, parser->token);
      notation_advance (parser);
      if (!notation_accept (parser, TOKEN_COMMA))
        break;
    }
  if (!notation_expect (parser, TOKEN_COLON, "\":\""))
    return FALSE;
  term = notation_read_term (parser, TERM_END);
  return term != NULL && read_declared (parser, item, names, term);
}

/* With "[" behind the name that is looked at: does the bracket end the statement? */
static gboolean
bracket_ends_statement (const Parser *parser)
{
  Lexer ahead = parser->lexer;
  guint32 nesting = ahead.nesting;
  ptrdiff_t limit = notation_may_search (parser) ? STYLE_SEARCH_LIMIT : 256;
  Token token;

  ahead.interior = NULL;
  do
    {
      notation_lexer_next (&ahead, &token);
      if (token.kind == TOKEN_END || token.kind == TOKEN_BLOCK_OPEN
          || token.kind == TOKEN_BLOCK_CLOSE || ahead.at - parser->lexer.at > limit)
        return FALSE;
    }
  while (ahead.nesting > nesting);
  notation_lexer_next (&ahead, &token);
  return notation_ends_statement (&token);
}

/* NAME [STRING] [STYLE]: a generator to be drawn. */
static gboolean
read_draw (Parser *parser, ChaseItem *item)
{
  g_autoptr (ChaseStatement) statement = new_statement (CHASE_STATEMENT_DRAW, &parser->token);

  if (item->kind == CHASE_ITEM_CATEGORY)
    {
      g_autofree char *text = notation_token_text (&parser->token);

      notation_error (parser, &parser->token,
                      "an arrow is declared as f : A -> B, an object as object A",
                      "%s alone declares nothing", text);
      return FALSE;
    }
  statement->name = notation_intern (parser, &parser->token);
  notation_advance (parser);
  if (!read_look (parser, statement))
    return FALSE;
  chase_item_take_statement (item, g_steal_pointer (&statement));
  return TRUE;
}

static gboolean
read_equation_statement (Parser *parser, ChaseItem *item)
{
  Token place = parser->token;
  ChaseTerm *term = notation_read_term (parser, TERM_ANYWHERE);

  if (term == NULL)
    return FALSE;
  if (parser->token.kind == TOKEN_EQUALS)
    return read_equation (parser, item, &place, NULL, term);
  notation_expected (parser, "\"=\"",
                     "a statement that starts with a path is an equation: h . f = k . g");
  chase_term_unref (term);
  return FALSE;
}

/* A word that is followed by a name, and that is no keyword. */
static gboolean
read_mistyped (Parser *parser, ChaseItem *item, const Token *next, const Token *after)
{
  const char *guess = notation_guess (parser, &parser->token, statement_words);
  g_autofree char *hint
      = guess != NULL ? g_strdup_printf (_ ("did you mean \"%s\"?"), guess) : NULL;
  g_autofree char *text = notation_token_text (&parser->token);
  Token guessed
      = { .start = guess, .length = guess != NULL ? strlen (guess) : 0, .kind = TOKEN_NAME };
  ChaseProperty property;

  if (guess == NULL || notation_token_is (&guessed, "split"))
    {
      const char *const at[] = { "at", NULL };

      notation_advance (parser);
      g_clear_pointer (&hint, g_free);
      if (item->kind == CHASE_ITEM_DIAGRAM)
        hint = notation_hint_for (parser, &parser->token, at);
      notation_expected (
          parser, item->kind == CHASE_ITEM_DIAGRAM ? "\":\", \"at\" or \"=\"" : "\":\" or \"=\"",
          hint != NULL ? hint : "objects are declared as object A, arrows as f : A -> B");
      return FALSE;
    }
  notation_error (parser, &parser->token, hint, "%s starts no statement", text);
  property = find_property (&guessed, next, after);
  return property != CHASE_PROPERTY_NONE ? read_properties (parser, item, property)
                                         : read_objects (parser, item);
}

/* NAME NAME: a keyword, or `A at 0, 0`. */
static gboolean
read_two_words (Parser *parser, ChaseItem *item, const Token *next)
{
  Token name = parser->token;
  Token after;
  ChaseProperty property;
  gboolean node, at = notation_token_is (next, "at");

  notation_peek (parser, &(Token){ 0 }, &after);
  node = at && (after.kind == TOKEN_NUMBER || after.kind == TOKEN_MINUS);
  if (!node && !name.quoted)
    {
      if (notation_token_is (&name, "object") || notation_token_is (&name, "objects"))
        return read_objects (parser, item);
      property = find_property (&name, next, &after);
      if (property != CHASE_PROPERTY_NONE)
        return read_properties (parser, item, property);
    }
  if (at)
    {
      notation_advance (parser);
      return read_node (parser, item, &name, NULL);
    }
  if (notation_starts_prefixed (parser))
    return read_equation_statement (parser, item);
  return read_mistyped (parser, item, next, &after);
}

static gboolean
read_declaring_statement (Parser *parser, ChaseItem *item)
{
  Token next;

  if (parser->token.kind == TOKEN_LEFT_PAREN || parser->token.kind == TOKEN_LEFT_BRACKET)
    return read_equation_statement (parser, item);
  if (parser->token.kind != TOKEN_NAME)
    {
      notation_expected (
          parser, "a statement",
          parser->token.kind == TOKEN_NUMBER ? "names that are numbers go in backquotes" : NULL);
      return FALSE;
    }
  notation_peek (parser, &next, NULL);
  if (next.kind == TOKEN_COLON || next.kind == TOKEN_COMMA)
    return read_declaration (parser, item);
  if (next.kind == TOKEN_NAME)
    return read_two_words (parser, item, &next);
  if (notation_ends_statement (&next) || next.kind == TOKEN_STRING
      || (next.kind == TOKEN_LEFT_BRACKET && item->kind == CHASE_ITEM_DIAGRAM
          && bracket_ends_statement (parser)))
    return read_draw (parser, item);
  return read_equation_statement (parser, item);
}

/* TERM |-> VALUE, in a functor or a transformation. */
static gboolean
read_assignment (Parser *parser, ChaseItem *item)
{
  g_autoptr (ChaseStatement) statement = new_statement (CHASE_STATEMENT_ASSIGNMENT, &parser->token);

  statement->from = notation_read_term (parser, TERM_ANYWHERE);
  if (statement->from == NULL)
    return FALSE;
  if (!notation_accept (parser, TOKEN_MAPS_TO))
    {
      notation_expected (parser, "\"|->\"",
                         parser->token.kind == TOKEN_ARROW ? "\"maps to\" is written |->" : NULL);
      return FALSE;
    }
  statement->value = notation_read_value (parser);
  if (statement->value == NULL)
    return FALSE;
  chase_item_take_statement (item, g_steal_pointer (&statement));
  return TRUE;
}

gboolean
notation_read_statement (Parser *parser, ChaseItem *item)
{
  if (item->kind == CHASE_ITEM_FUNCTOR || item->kind == CHASE_ITEM_TRANSFORMATION)
    return read_assignment (parser, item);
  return read_declaring_statement (parser, item);
}
