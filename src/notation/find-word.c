/* SPDX-License-Identifier: MIT */
#include "notation/lexer.h"
#include "notation/notation.h"

/* Behind the quotes that open at @p, or NULL where they are still open at @limit. */
static const char *
skip_quotes (const char *p, const char *limit)
{
  char quote = *p++;

  while (p < limit && *p != quote)
    p += quote == '"' && *p == '\\' && (p[1] == '"' || p[1] == '\\') ? 2 : 1;
  return p < limit ? p + 1 : NULL;
}

gboolean
chase_notation_find_word (const char *line, gsize at, gsize *start, gsize *end)
{
  const char *limit = line + at;
  const char *p = line;

  while (p != NULL && p < limit && *p != '#')
    {
      const char *name_end = notation_scan_name (p);

      if (name_end >= limit)
        {
          *start = (gsize)(p - line);
          *end = (gsize)(name_end - line);
          return TRUE;
        }
      if (name_end > p)
        p = name_end;
      else if (*p == '"' || *p == '`')
        p = skip_quotes (p, limit);
      else
        p = g_utf8_next_char (p);
    }
  *start = *end = at;
  return p != NULL && p >= limit;
}
