/* SPDX-License-Identifier: MIT */
#include "model/tex.h"

#include <string.h>

/* An option list that is longer than this has lost its bracket. */
#define BRACKET_MAX 4000

gsize
chase_tex_skip_comment (const char *text, gsize at, gsize end)
{
  const char *newline = memchr (text + at, '\n', end - at);

  return newline != NULL ? (gsize)(newline - text) + 1 : end;
}

gsize
chase_tex_skip_blanks (const char *text, gsize at, gsize end)
{
  while (at < end)
    if (g_ascii_isspace (text[at]))
      at++;
    else if (text[at] == '%')
      at = chase_tex_skip_comment (text, at, end);
    else
      break;
  return at;
}

gsize
chase_tex_skip_group (const char *text, gsize at, gsize end)
{
  gsize depth = 0;

  while (at < end)
    {
      char c = text[at];

      if (c == '%')
        {
          at = chase_tex_skip_comment (text, at, end);
          continue;
        }
      if (c == '\\' && at + 1 < end)
        at++;
      else if (c == '{')
        depth++;
      else if (c == '}' && --depth == 0)
        return at + 1;
      at++;
    }
  return end;
}

gsize
chase_tex_skip_bracket (const char *text, gsize at, gsize end)
{
  gsize depth = 0;
  gsize first = end;

  end = MIN (end, at + BRACKET_MAX);
  while (at < end)
    {
      char c = text[at];

      if (c == '{' || c == '%')
        {
          at = c == '{' ? chase_tex_skip_group (text, at, end)
                        : chase_tex_skip_comment (text, at, end);
          continue;
        }
      if (c == '\\' && at + 1 < end)
        at++;
      else if (c == '[')
        depth++;
      else if (c == ']')
        {
          first = MIN (first, at + 1);
          if (--depth == 0)
            return at + 1;
        }
      at++;
    }
  return first;
}

gsize
chase_tex_skip_command (const char *text, gsize at, gsize end)
{
  gsize start = ++at;

  while (at < end && (g_ascii_isalpha (text[at]) || text[at] == '@'))
    at++;
  if (at == start && at < end)
    at = (gsize)(g_utf8_next_char (text + at) - text);
  return MIN (at, end);
}

gboolean
chase_tex_at (const char *text, gsize at, gsize end, const char *word)
{
  gsize n = strlen (word);

  return end - at >= n && memcmp (text + at, word, n) == 0;
}

gboolean
chase_tex_at_command (const char *text, gsize at, gsize end, const char *command)
{
  gsize n = strlen (command);

  return chase_tex_at (text, at, end, command)
         && (at + n == end || !g_ascii_isalpha (text[at + n]));
}

/* Takes off the blanks at the end, but for that of a command `\\ `. Returns @text. */
static char *
chomp (char *text)
{
  gsize before = strlen (text);
  gsize n = strlen (g_strchomp (text));
  gsize slashes = 0;

  while (slashes < n && text[n - 1 - slashes] == '\\')
    slashes++;
  if (n < before && slashes % 2 == 1)
    {
      text[n] = ' ';
      text[n + 1] = '\0';
    }
  return text;
}

char *
chase_tex_tidy (const char *text, gsize start, gsize end)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean blank = FALSE;

  while (start < end)
    {
      char c = text[start];

      if (c == '%')
        {
          start = chase_tex_skip_comment (text, start, end);
          blank = TRUE;
          continue;
        }
      if (g_ascii_isspace (c) || c == '\0')
        {
          blank = TRUE;
          start++;
          continue;
        }
      if (blank && out->len > 0)
        g_string_append_c (out, ' ');
      blank = FALSE;
      g_string_append_c (out, c);
      start++;
      if (c == '\\' && start < end && text[start] != '\0')
        g_string_append_c (out, text[start++]);
    }
  return g_utf8_make_valid (chomp (out->str), -1);
}

char *
chase_tex_unbrace (char *text)
{
  gsize n;

  chomp (g_strchug (text));
  n = strlen (text);
  if (n < 2 || text[0] != '{' || chase_tex_skip_group (text, 0, n) != n || text[n - 1] != '}'
      || (text[n - 2] == '\\'))
    return text;
  memmove (text, text + 1, n - 2);
  text[n - 2] = '\0';
  return chomp (g_strchug (text));
}

gboolean
chase_tex_is_balanced (const char *text)
{
  gint depth = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '%')
        return FALSE;
      if (*p == '\\')
        {
          if (*++p == '\0')
            return FALSE;
        }
      else if (*p == '{')
        depth++;
      else if (*p == '}' && --depth < 0)
        return FALSE;
    }
  return depth == 0;
}

static void
add_part (GPtrArray *parts, const char *start, const char *end)
{
  char *part = g_strndup (start, (gsize)(end - start));

  g_ptr_array_add (parts, g_strstrip (part));
}

GPtrArray *
chase_tex_split (const char *text, char separator, gboolean quotes)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  const char *start = text;
  gint depth = 0;
  gboolean quoted = FALSE;
  const char *p;

  for (p = text; *p != '\0'; p++)
    {
      if (*p == '\\' && p[1] != '\0')
        p++;
      else if (*p == '{' || (*p == '[' && !quoted))
        depth++;
      else if (*p == '}' || (*p == ']' && !quoted))
        depth -= depth > 0;
      else if (*p == '"' && quotes && depth == 0)
        quoted = !quoted;
      else if (*p == separator && depth == 0 && !quoted)
        {
          add_part (parts, start, p);
          start = p + 1;
        }
    }
  add_part (parts, start, p);
  return parts;
}

gboolean
chase_tex_is_gap (const char *text, gsize at, gsize end)
{
  while (at < end)
    {
      at = chase_tex_skip_blanks (text, at, end);
      if (at >= end)
        break;
      if (text[at] == '$')
        at++;
      else if (chase_tex_at (text, at, end, "\\begin{"))
        at = chase_tex_skip_group (text, at + strlen ("\\begin"), end);
      else if (chase_tex_at (text, at, end, "\\label{"))
        at = chase_tex_skip_group (text, at + strlen ("\\label"), end);
      else if (text[at] == '\\')
        at = chase_tex_skip_command (text, at, end);
      else if (text[at] == '{' || text[at] == '[')
        at++;
      else
        return FALSE;
    }
  return TRUE;
}
