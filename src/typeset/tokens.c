/* SPDX-License-Identifier: MIT */
#include "typeset/tokens.h"

#include <string.h>

typedef struct
{
  ChaseArena *arena;
  const char *at, *end;
  ChaseToken *tokens;
  guint length;
  gboolean parameters;
} Reader;

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

static void
skip_spaces (Reader *reader)
{
  while (reader->at < reader->end && is_space (*reader->at))
    reader->at++;
}

static void
push (Reader *reader, ChaseTokenKind kind, gunichar character, const char *name)
{
  ChaseToken *token = &reader->tokens[reader->length++];

  token->kind = kind;
  token->character = character;
  token->name = name;
}

static void
read_space (Reader *reader)
{
  skip_spaces (reader);
  push (reader, CHASE_TOKEN_CHAR, ' ', NULL);
}

static void
read_command (Reader *reader)
{
  const char *start = ++reader->at;

  while (reader->at < reader->end && chase_token_is_letter (*reader->at))
    reader->at++;
  if (reader->at > start)
    {
      push (reader, CHASE_TOKEN_COMMAND, 0,
            chase_arena_strndup (reader->arena, start, (gsize)(reader->at - start)));
      skip_spaces (reader);
    }
  else if (start == reader->end)
    push (reader, CHASE_TOKEN_CHAR, '\\', NULL);
  else if (is_space (*start))
    {
      skip_spaces (reader);
      push (reader, CHASE_TOKEN_COMMAND, 0, " ");
    }
  else
    {
      reader->at = g_utf8_next_char (start);
      push (reader, CHASE_TOKEN_COMMAND, 0,
            chase_arena_strndup (reader->arena, start, (gsize)(reader->at - start)));
    }
}

static void
read_comment (Reader *reader)
{
  const char *line = memchr (reader->at, '\n', (gsize)(reader->end - reader->at));

  if (line == NULL)
    {
      push (reader, CHASE_TOKEN_CHAR, '%', NULL);
      reader->at++;
      return;
    }
  reader->at = line;
  skip_spaces (reader);
}

ChaseTokens
chase_tokenise (ChaseArena *arena, const char *text, gsize length, gboolean parameters)
{
  Reader reader = { arena, text, text + length, NULL, 0, parameters };

  reader.tokens = chase_arena_alloc (arena, (length + 1) * sizeof (ChaseToken));
  while (reader.at < reader.end)
    {
      char c = *reader.at;

      if (is_space (c))
        read_space (&reader);
      else if (c == '\\')
        read_command (&reader);
      else if (c == '%')
        read_comment (&reader);
      else if (c == '#' && parameters && reader.at + 1 < reader.end && reader.at[1] >= '1'
               && reader.at[1] <= '9')
        {
          push (&reader, CHASE_TOKEN_PARAMETER, (gunichar)(reader.at[1] - '0'), NULL);
          reader.at += 2;
        }
      else
        {
          push (&reader, CHASE_TOKEN_CHAR, g_utf8_get_char (reader.at), NULL);
          reader.at = g_utf8_next_char (reader.at);
        }
    }
  return (ChaseTokens){ reader.tokens, reader.length };
}
