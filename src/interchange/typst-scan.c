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

/* What opens the code or content of a formula whose sign is at @at: the bracket of `#[a]` and
 * `#f(a)`, the dollar of `#$a$`; @end where nothing does. */
static gsize
embedded_open (const char *text, gsize at, gsize end)
{
  gsize name = at + 1;

  while (name < end && (g_ascii_isalnum (text[name]) || strchr ("-_.", text[name]) != NULL))
    name++;
  if (name < end && (name > at + 1 ? text[name] == '(' : text[name] == '[' || text[name] == '$'))
    return name;
  return end;
}

/* Behind that. What is in it is not looked at more closely. */
static gsize
skip_bracket (const char *text, gsize at, gsize end)
{
  char open = text[at];
  char close = open == '[' ? ']' : open == '(' ? ')' : '$';
  gint depth = 0;

  for (at++; at < end; at++)
    if (text[at] == '\\' && at + 1 < end)
      at++;
    else if (open != '$' && text[at] == open)
      depth++;
    else if (text[at] == close && depth-- == 0)
      return at + 1;
    else if (open == '(' && (text[at] == '$' || text[at] == '"'))
      {
        const char *behind = memchr (text + at + 1, text[at], end - at - 1);

        if (behind == NULL)
          return end;
        at = (gsize)(behind - text);
      }
  return end;
}

gsize
chase_typst_skip_embedded (const char *text, gsize sign, gsize end)
{
  gsize at = embedded_open (text, sign, end);

  if (at >= end)
    return sign;
  for (at = skip_bracket (text, at, end); at < end && text[at] == '[';)
    at = skip_bracket (text, at, end);
  return at;
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
    else if (close == '$' && text[at] == '#' && chase_typst_skip_embedded (text, at, end) > at)
      at = chase_typst_skip_embedded (text, at, end) - 1;
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
