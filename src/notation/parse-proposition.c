/* SPDX-License-Identifier: MIT */
#include "notation/parser.h"

#include <string.h>

#include "i18n.h"

static const char *const verbs[]
    = { "commutes", "strictly", "is", "isomorphic", "equivalent", "with", "exists", NULL };

static gboolean
read_in (Parser *parser, ChaseProposition *proposition)
{
  if (!notation_accept_word (parser, "in"))
    return TRUE;
  proposition->in = notation_read_term (parser, TERM_ANYWHERE);
  return proposition->in != NULL;
}

static gboolean
take_term (Parser *parser, ChaseProposition *proposition)
{
  ChaseTerm *term = notation_read_term (parser, TERM_ANYWHERE);

  if (term == NULL)
    return FALSE;
  chase_proposition_take (&proposition->terms, term);
  return TRUE;
}

/* At "=": = path ... */
static gboolean
read_equation (Parser *parser, ChaseProposition *proposition)
{
  proposition->kind = CHASE_PROPOSITION_EQUATION;
  while (notation_accept (parser, TOKEN_EQUALS))
    if (!take_term (parser, proposition))
      return FALSE;
  return TRUE;
}

static gboolean
read_commutes (Parser *parser, ChaseProposition *proposition)
{
  proposition->kind = CHASE_PROPOSITION_COMMUTES;
  proposition->strictly = notation_accept_word (parser, "strictly");
  return notation_expect_word (parser, "commutes");
}

static void
report_adjective (Parser *parser, const Token *token)
{
  const char *words[CHASE_N_ADJECTIVES + 1];
  g_autofree char *hint = NULL;
  g_autofree char *text = NULL;

  if (token->kind != TOKEN_NAME)
    {
      notation_expected (parser, "an adjective, like mono, iso or terminal", NULL);
      return;
    }
  for (guint i = 0; i < CHASE_N_ADJECTIVES; i++)
    words[i] = chase_adjective_word (i);
  words[CHASE_N_ADJECTIVES] = NULL;
  hint = notation_token_is (token, "not") ? g_strdup (_ ("write \"check not f is mono\""))
                                          : notation_hint_for (parser, token, words);
  text = notation_token_text (token);
  notation_error (parser, token, hint, "%s is nothing that a check knows", text);
}

/* One or two words. */
static gboolean
read_adjective (Parser *parser, ChaseAdjective *adjective)
{
  Token first = parser->token;
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  Token second;

  if (first.kind != TOKEN_NAME || first.quoted || first.length > 64)
    {
      report_adjective (parser, &first);
      return FALSE;
    }
  one = g_strndup (first.start, first.length);
  notation_peek (parser, &second, NULL);
  if (second.kind == TOKEN_NAME && second.length < 64)
    two = g_strdup_printf ("%s %.*s", one, (int)second.length, second.start);
  if (two != NULL && chase_adjective_parse (two, adjective))
    notation_advance (parser);
  else if (!chase_adjective_parse (one, adjective))
    {
      report_adjective (parser, &first);
      return FALSE;
    }
  notation_advance (parser);
  return TRUE;
}

static gboolean
read_adjectives (Parser *parser, ChaseProposition *proposition)
{
  proposition->kind = CHASE_PROPOSITION_IS;
  proposition->adjectives = g_array_new (FALSE, FALSE, sizeof (ChaseAdjective));
  do
    {
      ChaseAdjective adjective;

      if (!read_adjective (parser, &adjective))
        return FALSE;
      g_array_append_val (proposition->adjectives, adjective);
    }
  while (notation_accept (parser, TOKEN_COMMA));
  return TRUE;
}

static void
skip_article (Parser *parser)
{
  if (notation_at_word (parser, "a") || notation_at_word (parser, "an")
      || notation_at_word (parser, "the"))
    notation_advance (parser);
}

/* A shape's word in front of "of". */
static gboolean
find_shape (Parser *parser, ChaseUniversalShape *shape)
{
  g_autofree char *word = NULL;
  Token next;

  if (parser->token.kind != TOKEN_NAME || parser->token.quoted || parser->token.length > 32)
    return FALSE;
  notation_peek (parser, &next, NULL);
  if (!notation_token_is (&next, "of"))
    return FALSE;
  word = g_strndup (parser->token.start, parser->token.length);
  if (strcmp (word, "equaliser") == 0)
    *shape = CHASE_SHAPE_EQUALIZER;
  else if (strcmp (word, "coequaliser") == 0)
    *shape = CHASE_SHAPE_COEQUALIZER;
  else
    return chase_shape_parse (word, shape);
  return TRUE;
}

/* At a shape's word. */
static gboolean
read_shape (Parser *parser, ChaseProposition *proposition, ChaseUniversalShape shape)
{
  proposition->kind = CHASE_PROPOSITION_UNIVERSAL;
  proposition->shape = shape;
  notation_advance (parser);
  return notation_expect_word (parser, "of")
         && notation_read_terms (parser, TERM_ANYWHERE, &proposition->base);
}

/* At a shape's word that starts the statement: SHAPE of base exists. */
static gboolean
read_existence (Parser *parser, ChaseProposition *proposition, ChaseUniversalShape shape)
{
  if (!read_shape (parser, proposition, shape) || !notation_expect_word (parser, "exists"))
    return FALSE;
  proposition->kind = CHASE_PROPOSITION_EXISTS;
  return TRUE;
}

/* Behind "is". */
static gboolean
read_is (Parser *parser, ChaseProposition *proposition)
{
  ChaseUniversalShape shape;
  Token next;

  skip_article (parser);
  notation_peek (parser, &next, NULL);
  if (notation_at_word (parser, "representable") && notation_token_is (&next, "by"))
    {
      proposition->kind = CHASE_PROPOSITION_REPRESENTABLE;
      notation_advance (parser);
      notation_advance (parser);
      return take_term (parser, proposition);
    }
  if (!find_shape (parser, &shape))
    return read_adjectives (parser, proposition);
  if (shape == CHASE_SHAPE_LIMIT || shape == CHASE_SHAPE_COLIMIT)
    return read_shape (parser, proposition, shape);
  notation_error (parser, &parser->token, "name the morphisms: P with p, q is product of A, B",
                  "a %s has morphisms that belong to it", CHASE_SHAPED (chase_shape_word (shape)));
  return FALSE;
}

/* Behind "with": legs is SHAPE of base. */
static gboolean
read_universal (Parser *parser, ChaseProposition *proposition)
{
  const char *words[CHASE_N_SHAPES + 1];
  g_autofree char *hint = NULL;
  ChaseUniversalShape shape;

  if (!notation_read_terms (parser, TERM_ANYWHERE, &proposition->legs)
      || !notation_expect_word (parser, "is"))
    return FALSE;
  skip_article (parser);
  if (find_shape (parser, &shape))
    return read_shape (parser, proposition, shape);
  for (guint i = 0; i < CHASE_N_SHAPES; i++)
    words[i] = chase_shape_word (i);
  words[CHASE_N_SHAPES] = NULL;
  hint = notation_hint_for (parser, &parser->token, words);
  notation_expected (parser, "\"product of\", \"pullback of\", \"limit of\" or their like", hint);
  return FALSE;
}

/* Behind "-|": R with eta, eps. */
static gboolean
read_adjunction (Parser *parser, ChaseProposition *proposition)
{
  Token place;

  proposition->kind = CHASE_PROPOSITION_ADJUNCTION;
  if (!take_term (parser, proposition))
    return FALSE;
  if (!notation_accept_word (parser, "with"))
    return TRUE;
  place = parser->token;
  if (!notation_read_terms (parser, TERM_ANYWHERE, &proposition->legs))
    return FALSE;
  if (proposition->legs->len == 2)
    return TRUE;
  notation_error (parser, &place, "L -| R with eta, eps",
                  "an adjunction has a unit and a counit, not %u transformations",
                  proposition->legs->len);
  return FALSE;
}

/* Behind "isomorphic" or "equivalent"; the word "to" may stand there. */
static gboolean
read_related (Parser *parser, ChaseProposition *proposition, ChasePropositionKind kind)
{
  Token next;

  proposition->kind = kind;
  notation_peek (parser, &next, NULL);
  if (notation_at_word (parser, "to") && next.kind == TOKEN_NAME
      && !notation_token_is (&next, "in"))
    notation_advance (parser);
  return take_term (parser, proposition);
}

/* Behind the first term. */
static gboolean
read_predicate (Parser *parser, ChaseProposition *proposition)
{
  g_autofree char *hint = NULL;

  if (parser->token.kind == TOKEN_EQUALS)
    return read_equation (parser, proposition);
  if (notation_accept (parser, TOKEN_ADJOINT))
    return read_adjunction (parser, proposition);
  if (notation_at_word (parser, "commutes") || notation_at_word (parser, "strictly"))
    return read_commutes (parser, proposition);
  if (notation_accept_word (parser, "is"))
    return read_is (parser, proposition);
  if (notation_accept_word (parser, "isomorphic"))
    return read_related (parser, proposition, CHASE_PROPOSITION_ISOMORPHIC);
  if (notation_accept_word (parser, "equivalent"))
    return read_related (parser, proposition, CHASE_PROPOSITION_EQUIVALENT);
  if (notation_accept_word (parser, "with"))
    return read_universal (parser, proposition);
  hint = notation_hint_for (parser, &parser->token, verbs);
  notation_expected (
      parser, "\"=\", \"commutes\", \"is\", \"isomorphic\", \"equivalent\", \"with\" or \"-|\"",
      hint);
  return FALSE;
}

static const struct
{
  const char *word;
  ChaseCountKind count;
  guint n;
} counts[] = {
  { "Hom", CHASE_COUNT_HOM, 2 }, { "Nat", CHASE_COUNT_NAT, 2 }, { "Ob", CHASE_COUNT_OB, 1 },
  { "Mor", CHASE_COUNT_MOR, 1 }, { "Fun", CHASE_COUNT_FUN, 2 },
};

/* Hom(A, B)| and its like. FALSE: it is something else, and nothing was read. */
static gboolean
try_counted (Parser *parser, ChaseProposition *proposition)
{
  Mark mark = notation_mark (parser);
  gboolean was_quiet = parser->quiet;
  gboolean fine = FALSE;
  Token word = parser->token;

  notation_advance (parser);
  for (guint i = 0; i < G_N_ELEMENTS (counts) && !fine; i++)
    {
      Token open = parser->token;

      if (!notation_token_is (&word, counts[i].word) || open.kind != TOKEN_LEFT_PAREN)
        continue;
      proposition->count = counts[i].count;
      notation_advance (parser);
      parser->quiet = TRUE;
      fine = notation_read_terms (parser, TERM_ANYWHERE, &proposition->terms)
             && proposition->terms->len == counts[i].n
             && notation_expect_close (parser, TOKEN_RIGHT_PAREN, &open)
             && parser->token.kind == TOKEN_BAR;
      parser->quiet = was_quiet;
    }
  if (fine)
    return TRUE;
  g_clear_pointer (&proposition->terms, g_ptr_array_unref);
  notation_back_to (parser, &mark);
  return FALSE;
}

static ChaseName *
read_count (Parser *parser)
{
  const char *digits = parser->token.start;
  gsize length = parser->token.length;
  ChaseName *number;

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (digits[i]))
      length = 0;
  if (parser->token.kind != TOKEN_NUMBER || length == 0)
    {
      notation_expected (parser, "a count: 0, 1, 2, ...", NULL);
      return NULL;
    }
  while (length > 1 && *digits == '0')
    {
      digits++;
      length--;
    }
  number = chase_name_new_len (digits, length);
  notation_advance (parser);
  return number;
}

/* Behind the first "|". */
static gboolean
read_cardinality (Parser *parser, ChaseProposition *proposition)
{
  proposition->kind = CHASE_PROPOSITION_COUNT;
  if (parser->token.kind != TOKEN_NAME || !try_counted (parser, proposition))
    {
      proposition->count = CHASE_COUNT_SET;
      if (!take_term (parser, proposition))
        return FALSE;
    }
  if (!notation_expect (parser, TOKEN_BAR, "\"|\"")
      || !notation_expect (parser, TOKEN_EQUALS, "\"=\""))
    return FALSE;
  proposition->number = read_count (parser);
  return proposition->number != NULL;
}

/* yoneda P at A. FALSE: it is something else, and nothing was read. */
static gboolean
try_yoneda (Parser *parser, ChaseProposition *proposition)
{
  Mark mark = notation_mark (parser);
  gboolean was_quiet = parser->quiet;
  gboolean fine;

  notation_advance (parser);
  parser->quiet = TRUE;
  fine = take_term (parser, proposition) && notation_accept_word (parser, "at");
  parser->quiet = was_quiet;
  if (fine)
    {
      proposition->kind = CHASE_PROPOSITION_YONEDA;
      return TRUE;
    }
  g_clear_pointer (&proposition->terms, g_ptr_array_unref);
  notation_back_to (parser, &mark);
  return FALSE;
}

ChaseProposition *
notation_read_proposition (Parser *parser)
{
  g_autoptr (ChaseProposition) proposition = chase_proposition_new (CHASE_PROPOSITION_EQUATION);
  ChaseUniversalShape shape;
  gboolean fine;

  if (notation_accept (parser, TOKEN_BAR))
    fine = read_cardinality (parser, proposition);
  else if (find_shape (parser, &shape))
    fine = read_existence (parser, proposition, shape);
  else if (notation_at_word (parser, "yoneda") && try_yoneda (parser, proposition))
    fine = take_term (parser, proposition);
  else
    fine = take_term (parser, proposition) && read_predicate (parser, proposition);
  if (!fine || !read_in (parser, proposition))
    return NULL;
  return g_steal_pointer (&proposition);
}

static gboolean
is_verb (const Token *token)
{
  for (guint i = 0; verbs[i] != NULL; i++)
    if (notation_token_is (token, verbs[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_infix (const Token *token)
{
  switch ((TokenKind)token->kind)
    {
    case TOKEN_EQUALS:
    case TOKEN_DOT:
    case TOKEN_THEN:
    case TOKEN_TIMES:
    case TOKEN_POWER:
    case TOKEN_OPPOSITE:
    case TOKEN_ADJOINT:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Is the word "not" the name of something here? `not is mono` speaks of it; in `not is = f` the
 * name is "is". */
static gboolean
not_is_name (const Parser *parser)
{
  Token next, after;

  notation_peek (parser, &next, &after);
  if (!is_verb (&next))
    return is_infix (&next);
  return !is_verb (&after) && !is_infix (&after) && after.kind != TOKEN_LEFT_PAREN
         && after.kind != TOKEN_LEFT_BRACKET;
}

ChaseProposition *
notation_read_check (Parser *parser, gboolean *negated)
{
  *negated = notation_at_word (parser, "not") && !not_is_name (parser);
  if (*negated)
    notation_advance (parser);
  return notation_read_proposition (parser);
}
