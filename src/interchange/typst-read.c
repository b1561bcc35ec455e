/* SPDX-License-Identifier: MIT */
#include "interchange/dot-private.h"
#include "interchange/typst-words-private.h"

#include "typeset/symbols.h"

#include <string.h>

/* The mathematics of Typst as that of LaTeX. */

typedef struct
{
  const char *text; /* all of it */
  GString *out;
  GString *closers; /* what closes the parentheses that are open */
} Reader;

static void
append_command (GString *out, const char *name, const char *after)
{
  if (!g_ascii_isalpha (*name))
    {
      g_string_append (out, name);
      return;
    }
  g_string_append_printf (out, "\\%s", name);
  if (g_ascii_isalnum (*after))
    g_string_append_c (out, ' ');
}

/* A name of several letters: a symbol, `AA` for a blackboard letter, a function, or an operator. */
static const char *
name_to_latex (GString *out, const char *p)
{
  gsize n = 0;
  const char *latex;

  while (g_ascii_isalnum (p[n]) || (p[n] == '.' && g_ascii_isalpha (p[n + 1])))
    n++;
  latex = chase_typst_symbol_to_latex (p, n);
  if (latex != NULL)
    append_command (out, latex, p + n);
  else if (p[n] == '(' && chase_typst_function_to_latex (p, n) != NULL)
    /* Its argument is in parentheses, which the caller turns into braces. */
    g_string_append_printf (out, "\\%s", chase_typst_function_to_latex (p, n));
  else if (n == 2 && p[0] == p[1] && g_ascii_isupper (p[0]))
    g_string_append_printf (out, "\\mathbb{%c}", p[0]);
  else
    {
      const ChaseSymbol *symbol;
      g_autofree char *name = g_strndup (p, n);

      symbol = strchr (name, '.') == NULL ? chase_symbol_find (name) : NULL;
      if (symbol != NULL)
        append_command (out, name, p + n);
      else
        g_string_append_printf (out, "\\mathrm{%s}", name);
    }
  return p + n;
}

/* Is the end of @out a command that a function of Typst's is read as? */
static gboolean
ends_with_function (const GString *out)
{
  gsize at = out->len;

  while (at > 0 && g_ascii_isalpha (out->str[at - 1]))
    at--;
  return at > 0 && out->str[at - 1] == '\\' && chase_typst_is_function_of (out->str + at);
}

/* Does the blank at @p of @text part two letters or digits that are each a word? */
static gboolean
stands_alone (const GString *out, const char *text, const char *p)
{
  return p > text && out->len > 0 && g_ascii_isalnum (p[-1]) && g_ascii_isalpha (p[1])
         && !g_ascii_isalnum (p[2]) && p[2] != '.' && out->str[out->len - 1] == p[-1]
         && (p - 1 == text || !g_ascii_isalnum (p[-2]));
}

/* Signs that are written with several of ASCII's. NULL where there is none at @p. */
static const char *
read_sign (Reader *reader, const char *p)
{
  static const struct
  {
    const char *typst;
    const char *latex;
  } signs[] = { { "|->", "mapsto" }, { "->>", "twoheadrightarrow" },
                { "->", "to" },      { "=>", "Rightarrow" },
                { "<=", "leq" },     { ">=", "geq" },
                { "!=", "neq" },     { "...", "ldots" } };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (p, signs[i].typst))
      {
        p += strlen (signs[i].typst);
        append_command (reader->out, signs[i].latex, p);
        return p;
      }
  return NULL;
}

static const char *
read_quoted (Reader *reader, const char *p)
{
  const char *end = strchr (p + 1, '"');

  if (end == NULL)
    end = p + strlen (p);
  g_string_append_printf (reader->out, "\\text{%.*s}", (int)(end - p - 1), p + 1);
  return *end != '\0' ? end + 1 : end;
}

/* The parentheses of a function or a script are LaTeX's braces. */
static const char *
read_open (Reader *reader, const char *p)
{
  const GString *out = reader->out;
  gboolean braces
      = (out->len > 0 && strchr ("_^", out->str[out->len - 1]) != NULL) || ends_with_function (out);

  g_string_append_c (reader->out, braces ? '{' : '(');
  g_string_append_c (reader->closers, braces ? '}' : ')');
  return p + 1;
}

static void
close_last (Reader *reader)
{
  g_string_append_c (reader->out, reader->closers->str[reader->closers->len - 1]);
  g_string_truncate (reader->closers, reader->closers->len - 1);
}

static const char *
read_close (Reader *reader, const char *p)
{
  if (reader->closers->len > 0)
    close_last (reader);
  else
    g_string_append_c (reader->out, ')');
  return p + 1;
}

/* A sign that is escaped, or the end of a line. */
static const char *
read_backslash (Reader *reader, const char *p)
{
  if (p[1] == '\0' || g_ascii_isspace (p[1]))
    {
      g_string_append (reader->out, "\\\\");
      return p + 1;
    }
  if (strchr ("#$%&_{}", p[1]) != NULL)
    g_string_append_c (reader->out, '\\');
  g_string_append_c (reader->out, p[1]);
  return p + 2;
}

static const char *
read_character (Reader *reader, const char *p)
{
  const char *next = g_utf8_next_char (p);

  /* Letters that Typst needs apart stand together in LaTeX. */
  if (*p == ' ' && stands_alone (reader->out, reader->text, p))
    return next;
  if (strchr ("{}#%", *p) != NULL)
    g_string_append_c (reader->out, '\\');
  g_string_append_len (reader->out, p, next - p);
  return next;
}

/* Reads what is at @p, which is not the end; returns what is behind it. */
static const char *
read_next (Reader *reader, const char *p)
{
  const char *next = read_sign (reader, p);

  if (next != NULL)
    return next;
  switch (*p)
    {
    case '"':
      return read_quoted (reader, p);
    case '(':
      return read_open (reader, p);
    case ')':
      return read_close (reader, p);
    case '\\':
      return read_backslash (reader, p);
    default:
      return g_ascii_isalpha (*p) && g_ascii_isalpha (p[1]) ? name_to_latex (reader->out, p)
                                                            : read_character (reader, p);
    }
}

char *
chase_typst_to_latex (const char *typst)
{
  g_autofree char *text = g_utf8_make_valid (typst, -1);
  g_autoptr (GString) closers = g_string_new (NULL);
  Reader reader = { text, g_string_new (NULL), closers };

  for (const char *p = text; *p != '\0';)
    p = read_next (&reader, p);
  while (closers->len > 0)
    close_last (&reader);
  return g_strstrip (g_string_free (reader.out, FALSE));
}
