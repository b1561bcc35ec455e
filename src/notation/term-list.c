/* SPDX-License-Identifier: MIT */
#include "notation/parse-term-private.h"

#include <string.h>

void
notation_list_init (TermList *list)
{
  list->terms = list->few;
  list->n = 0;
  list->allocated = G_N_ELEMENTS (list->few);
}

void
notation_list_take (TermList *list, ChaseTerm *term)
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

void
notation_list_release (TermList *list)
{
  if (list->terms != list->few)
    g_free (list->terms);
}

void
notation_list_clear (TermList *list)
{
  for (gsize i = 0; i < list->n; i++)
    chase_term_unref (list->terms[i]);
  notation_list_release (list);
}

ChaseTerm *
notation_list_to_term (Parser *parser, TermList *list, ChaseTermKind kind, const Token *place)
{
  ChaseTerm *term;

  if (list->n > CHASE_TERM_ARGS_MAX)
    {
      notation_error (parser, place, "a path or a set of that size has to be given names in parts",
                      "this has more than %u parts", CHASE_TERM_ARGS_MAX);
      notation_list_clear (list);
      return NULL;
    }
  term = chase_term_new_take (kind, list->terms, (guint32)list->n, 0, place->line, place->column);

  notation_list_release (list);
  return term;
}

ChaseTerm *
notation_unary (ChaseTermKind kind, ChaseTerm *a, gint32 number, const Token *place)
{
  return chase_term_new_take (kind, &a, 1, number, place->line, place->column);
}

ChaseTerm *
notation_binary (ChaseTermKind kind, ChaseTerm *a, ChaseTerm *b, const Token *place)
{
  ChaseTerm *args[] = { a, b };

  return chase_term_new_take (kind, args, 2, 0, place->line, place->column);
}

void
notation_report_depth (Parser *parser, const Token *token)
{
  notation_error (parser, token, NULL, "this expression is nested more than %d deep",
                  CHASE_NOTATION_MAX_DEPTH);
}

gboolean
notation_grow (Parser *parser, guint height, const Token *token)
{
  parser->height = height;
  if (height <= CHASE_NOTATION_MAX_DEPTH)
    return TRUE;
  notation_report_depth (parser, token);
  return FALSE;
}

ChaseTerm *
notation_name_term (Parser *parser, const Token *token)
{
  parser->height = 1;
  return chase_term_new_name_shared (notation_intern (parser, token), token->line, token->column);
}
