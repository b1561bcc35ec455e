/* SPDX-License-Identifier: MIT */
#include "notation/parse-term-private.h"

#include <string.h>

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
      return notation_name_term (parser, &token);
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
    term = notation_name_term (parser, &token);
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
  notation_list_take (list, element);
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
  notation_list_take (list, element);
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
  notation_list_init (&list);
  while (parser->token.kind != TOKEN_VALUE_CLOSE)
    {
      if (!read_entry (parser, &list, &maps))
        {
          notation_list_clear (&list);
          return NULL;
        }
      if (!notation_accept (parser, TOKEN_COMMA))
        break;
    }
  if (!notation_expect_close (parser, TOKEN_VALUE_CLOSE, &open))
    {
      notation_list_clear (&list);
      return NULL;
    }
  return notation_list_to_term (parser, &list, maps ? CHASE_TERM_FUNCTION : CHASE_TERM_SET, &open);
}
