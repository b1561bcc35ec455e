/* SPDX-License-Identifier: MIT */
#include "notation/parse-term-private.h"

#include "i18n.h"

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

  notation_list_init (list);
  do
    {
      ChaseTerm *argument;

      notation_advance (parser);
      argument = read_argument (parser, flags, list->n == 0);
      if (argument == NULL)
        {
          notation_list_clear (list);
          list->n = 0;
          return FALSE;
        }
      notation_list_take (list, argument);
      height = MAX (height, parser->height);
    }
  while (parser->token.kind == TOKEN_COMMA);
  parser->height = height;
  if (notation_expect_close (parser, TOKEN_RIGHT_PAREN, &open))
    return TRUE;
  notation_list_clear (list);
  list->n = 0;
  return FALSE;
}

guint
notation_call_kind (const Token *word)
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
    hint = _ ("Hom(A, B), Hom(A, -), Hom(-, B) or Hom(-, -)");
  if (kind == CHASE_TERM_YONEDA)
    hint = _ ("yoneda(C) is the embedding, yoneda(x, A, P) a transformation");
  text = notation_token_text (word);
  notation_error (parser, word, hint, "%s does not take %zu arguments", text, n);
  return FALSE;
}

ChaseTerm *
notation_read_call (Parser *parser, guint kind, const Token *word)
{
  ArgumentFlags flags = kind == CHASE_TERM_HOM      ? ARGUMENT_HOLE
                        : kind == CHASE_TERM_YONEDA ? ARGUMENT_FIRST_INTEGER
                                                    : 0;
  TermList list;

  if (!read_arguments (parser, flags, &list))
    return NULL;
  if (!check_arguments (parser, kind, word, list.n)
      || !notation_grow (parser, parser->height + 1, word))
    {
      notation_list_clear (&list);
      return NULL;
    }
  return notation_list_to_term (parser, &list, kind, word);
}

ChaseTerm *
notation_read_parenthesised (Parser *parser)
{
  Token open = parser->token;
  TermList list;

  if (!read_arguments (parser, ARGUMENT_LATER_INTEGER, &list))
    return NULL;
  if (list.n == 1)
    {
      ChaseTerm *term = list.terms[0];

      notation_list_release (&list);
      return term;
    }
  if (list.n == 2 && notation_grow (parser, parser->height + 1, &open))
    return notation_list_to_term (parser, &list, CHASE_TERM_PAIR, &open);
  if (list.n > 2)
    notation_error (parser, &open, "a pair has two parts; three are written ((a, b), c)",
                    "%zu things in one pair", list.n);
  notation_list_clear (&list);
  return NULL;
}

ChaseTerm *
notation_read_functor_category (Parser *parser)
{
  Token open = parser->token;
  g_autoptr (ChaseTerm) from = NULL;
  g_autoptr (ChaseTerm) to = NULL;
  guint height;

  notation_advance (parser);
  from = notation_read_term (parser, TERM_ANYWHERE);
  height = parser->height;
  if (from == NULL
      || !notation_expect (parser, TOKEN_COMMA, _ ("\",\" and the second category of [C, D]")))
    return NULL;
  to = notation_read_term (parser, TERM_ANYWHERE);
  if (to == NULL || !notation_grow (parser, MAX (height, parser->height) + 1, &open)
      || !notation_expect_close (parser, TOKEN_RIGHT_BRACKET, &open))
    return NULL;
  return notation_binary (CHASE_TERM_FUNCTOR_CATEGORY, g_steal_pointer (&from),
                          g_steal_pointer (&to), &open);
}
