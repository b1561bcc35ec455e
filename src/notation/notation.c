/* SPDX-License-Identifier: MIT */
#include "notation/parser.h"

#include <string.h>

ChaseDocument *
chase_notation_parse (const char *text, gsize length, GPtrArray *problems)
{
  gboolean patched;
  g_autofree char *clean = NULL;
  ChaseDocument *document;
  Parser parser;

  g_return_val_if_fail (text != NULL || length == 0, chase_document_new ());
  clean = notation_clean_text (text, length, problems, &patched);
  if (clean == NULL)
    return chase_document_new ();
  notation_parser_init (&parser, clean, patched, problems);
  document = notation_read_document (&parser);
  notation_finish_problems (&parser);
  notation_parser_clear (&parser);
  return document;
}

/* Starts a reader on a text of one line, where newlines do not count. Returns the text to be freed.
 */
static char *
start_fragment (Parser *parser, const char *text, GPtrArray *problems)
{
  gboolean patched;
  char *clean = notation_clean_text (text, strlen (text), problems, &patched);

  if (clean == NULL)
    clean = g_strdup ("");
  notation_parser_init (parser, clean, patched, problems);
  parser->lexer.nesting = 1;
  parser->lexer.expression = TRUE;
  notation_advance (parser);
  return clean;
}

/* Returns TRUE when the whole text was understood. */
static gboolean
finish_fragment (Parser *parser, gboolean fine)
{
  if (fine && parser->token.kind != TOKEN_END)
    {
      notation_expected (parser, "the end", NULL);
      fine = FALSE;
    }
  /* Bytes that are no text were reported already. */
  fine = fine && !parser->lexer.patched;
  notation_finish_problems (parser);
  notation_parser_clear (parser);
  return fine;
}

ChaseTerm *
chase_notation_parse_term (const char *text, GPtrArray *problems)
{
  g_autofree char *clean = NULL;
  g_autoptr (ChaseTerm) term = NULL;
  Parser parser;

  g_return_val_if_fail (text != NULL, NULL);
  clean = start_fragment (&parser, text, problems);
  term = notation_read_term (&parser, TERM_ANYWHERE);
  return finish_fragment (&parser, term != NULL) ? g_steal_pointer (&term) : NULL;
}

ChaseProposition *
chase_notation_parse_proposition (const char *text, gboolean *negated, GPtrArray *problems)
{
  g_autofree char *clean = NULL;
  g_autoptr (ChaseProposition) proposition = NULL;
  gboolean is_negated = FALSE;
  Parser parser;

  g_return_val_if_fail (text != NULL, NULL);
  clean = start_fragment (&parser, text, problems);
  proposition = negated != NULL ? notation_read_check (&parser, &is_negated)
                                : notation_read_proposition (&parser);
  if (!finish_fragment (&parser, proposition != NULL))
    return NULL;
  if (negated != NULL)
    *negated = is_negated;
  return g_steal_pointer (&proposition);
}

ChaseItem *
chase_notation_parse_view (const char *text, GPtrArray *problems)
{
  g_autofree char *clean = NULL;
  g_autoptr (ChaseItem) item = NULL;
  Parser parser;
  gboolean fine;

  g_return_val_if_fail (text != NULL, NULL);
  clean = start_fragment (&parser, text, problems);
  item = chase_item_new (CHASE_ITEM_DIAGRAM);
  g_clear_pointer (&item->statements, g_ptr_array_unref);
  item->line = parser.token.line;
  item->column = parser.token.column;
  fine = notation_read_view (&parser, item);
  return finish_fragment (&parser, fine) ? g_steal_pointer (&item) : NULL;
}
