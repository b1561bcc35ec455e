/* SPDX-License-Identifier: MIT */
#include "interchange/typst-scan-private.h"

#include <string.h>

/* Behind the comment at @at, or @at where there is none. */
static gsize
skip_comment (const char *text, gsize at, gsize end)
{
  if (end - at < 2 || text[at] != '/')
    return at;
  if (text[at + 1] == '/' && (at == 0 || text[at - 1] != ':'))
    {
      const char *newline = memchr (text + at, '\n', end - at);

      return newline != NULL ? (gsize)(newline - text) : end;
    }
  if (text[at + 1] != '*')
    return at;
  for (at += 2; at + 1 < end; at++)
    if (text[at] == '*' && text[at + 1] == '/')
      return at + 2;
  return end;
}

gsize
chase_typst_skip_blanks (const char *text, gsize at, gsize end)
{
  while (at < end)
    {
      gsize next = g_ascii_isspace (text[at]) ? at + 1 : skip_comment (text, at, end);

      if (next == at)
        break;
      at = next;
    }
  return at;
}

/* Behind code or content in a formula, `#$a$`, `#[a]`, whose sign is at @at. What is in it is not
 * looked at more closely. */
static gsize
skip_embedded (const char *text, gsize at, gsize end)
{
  char open = text[at + 1];
  gint depth = 0;

  for (at += 2; at < end; at++)
    if (text[at] == '\\' && at + 1 < end)
      at++;
    else if (open == '[' && text[at] == '[')
      depth++;
    else if (text[at] == (open == '[' ? ']' : '$') && depth-- == 0)
      return at + 1;
  return end;
}

gsize
chase_typst_skip_quoted (const char *text, gsize at, gsize end)
{
  char close = text[at];

  for (at++; at < end; at++)
    if (text[at] == '\\' && at + 1 < end)
      at++;
    else if (text[at] == close)
      return at + 1;
    else if (close == '$' && text[at] == '"')
      at = chase_typst_skip_quoted (text, at, end) - 1;
    else if (close == '$' && text[at] == '#' && at + 1 < end
             && (text[at + 1] == '[' || text[at + 1] == '$'))
      at = skip_embedded (text, at, end) - 1;
  return end;
}

gsize
chase_typst_skip_brackets (const char *text, gsize at, gsize end)
{
  gint depth = 0;

  while (at < end)
    {
      char c = text[at];
      gsize behind = skip_comment (text, at, end);

      if (behind > at)
        {
          at = behind;
          continue;
        }
      if (c == '"' || c == '$')
        {
          at = chase_typst_skip_quoted (text, at, end);
          continue;
        }
      if (c == '\\' && at + 1 < end)
        at++;
      else if (c == '(' || c == '[' || c == '{')
        depth++;
      else if ((c == ')' || c == ']' || c == '}') && --depth == 0)
        return at + 1;
      at++;
    }
  return end;
}

gboolean
chase_typst_at_call (const char *text, gsize at, gsize end, const char *name)
{
  gsize n = strlen (name);

  return end - at > n && memcmp (text + at, name, n) == 0 && text[at + n] == '('
         && (at == 0 || (!g_ascii_isalnum (text[at - 1]) && strchr ("-_.", text[at - 1]) == NULL));
}

static void
add_part (GPtrArray *parts, const char *text, gsize start, gsize end)
{
  start = chase_typst_skip_blanks (text, start, end);
  if (start < end)
    g_ptr_array_add (parts, g_strchomp (g_strndup (text + start, end - start)));
}

GPtrArray *
chase_typst_split (const char *text, gsize start, gsize end)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  gsize at = start;

  while (at < end)
    {
      char c = text[at];
      gsize behind = skip_comment (text, at, end);

      if (behind > at)
        at = behind;
      else if (c == '"' || c == '$')
        at = chase_typst_skip_quoted (text, at, end);
      else if (c == '(' || c == '[' || c == '{')
        at = chase_typst_skip_brackets (text, at, end);
      else if (c == '\\' && at + 1 < end)
        at += 2;
      else if (c == ',')
        {
          add_part (parts, text, start, at);
          start = ++at;
        }
      else
        at++;
    }
  add_part (parts, text, start, end);
  return parts;
}

gsize
chase_typst_name_length (const char *argument)
{
  gsize n = 0;

  if (!g_ascii_isalpha (*argument))
    return 0;
  while (g_ascii_isalnum (argument[n]) || argument[n] == '-' || argument[n] == '_')
    n++;
  return argument[n] == ':' ? n + 1 : 0;
}
