/* SPDX-License-Identifier: MIT */
#include "app/drawing-words.h"

#include <string.h>

/* A scan over a line that knows whether it is inside of brackets, a string or backquotes. */
typedef struct
{
  const char *at;
  guint depth;
  char quote; /* which is open, or NUL */
} Scan;

static void
step (Scan *scan)
{
  char c = *scan->at;

  if (scan->quote != '\0')
    scan->quote = c == scan->quote ? '\0' : scan->quote;
  else if (c == '"' || c == '`')
    scan->quote = c;
  else if (strchr ("([{", c) != NULL)
    scan->depth++;
  else if (strchr (")]}", c) != NULL && scan->depth > 0)
    scan->depth--;
  scan->at = g_utf8_next_char (scan->at);
}

static gboolean
is_outside (const Scan *scan)
{
  return scan->depth == 0 && scan->quote == '\0';
}

/* The length of the sign of @signs that stands here, outside of all brackets; 0 where none does. */
static gsize
sign_at (const Scan *scan, const char *const *signs)
{
  for (guint i = 0; is_outside (scan) && signs[i] != NULL; i++)
    if (g_str_has_prefix (scan->at, signs[i]))
      return strlen (signs[i]);
  return 0;
}

static gboolean
has_sign (const char *text, const char *const *signs)
{
  for (Scan scan = { text, 0, '\0' }; *scan.at != '\0'; step (&scan))
    if (sign_at (&scan, signs) > 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_plain (const char *word)
{
  if (g_str_has_prefix (word, "id(") || g_str_has_prefix (word, "Id("))
    return TRUE;
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (strchr ("\\(){}[]^*+/!?~|<>&-", *p) != NULL || (p == word && g_ascii_isdigit (*p)))
      return FALSE;
  return TRUE;
}

/* Appends @word, between backquotes where it is a label and no name. What hangs on behind it, a
 * string or a style, stays. */
static void
append_word (GString *out, const char *word, gsize length)
{
  static const char *const tails[] = { " \"", " [", NULL };
  g_autofree char *all = g_strndup (word, length);
  Scan scan = { all, 0, '\0' };
  g_autofree char *label = NULL;

  while (*scan.at != '\0' && sign_at (&scan, tails) == 0)
    step (&scan);
  label = g_strstrip (g_strndup (all, (gsize)(scan.at - all)));
  if (label[0] == '\0' || label[0] == '`' || is_plain (label) || strchr (label, '`') != NULL)
    g_string_append (out, all);
  else
    g_string_append_printf (out, " `%s` %s", label, scan.at);
}

/* Appends the words between the signs, and the signs. */
static void
append_words (GString *out, const char *text, const char *const *signs)
{
  Scan scan = { text, 0, '\0' };
  const char *start = text;

  while (*scan.at != '\0')
    {
      gsize length = sign_at (&scan, signs);

      if (length == 0)
        {
          step (&scan);
          continue;
        }
      append_word (out, start, (gsize)(scan.at - start));
      g_string_append (out, g_str_has_prefix (scan.at, "\\circ") ? " . " : "");
      if (!g_str_has_prefix (scan.at, "\\circ"))
        g_string_append_len (out, scan.at, (gssize)length);
      scan.at += length;
      start = scan.at;
    }
  append_word (out, start, strlen (start));
}

static void
append_statement (GString *out, const char *text)
{
  static const char *const arrows[] = { ":", ",", "->", "→", "=>", "⇒", NULL };
  static const char *const colon[] = { ":", NULL };
  static const char *const equals[] = { "=", NULL };
  static const char *const factors[] = { "=", ".", "∘", "\\circ ", ">>", NULL };

  if (has_sign (text, colon) && has_sign (text, arrows + 2))
    append_words (out, text, arrows);
  else if (has_sign (text, equals))
    append_words (out, text, factors);
  else
    g_string_append (out, text);
}

char *
chase_drawing_quote_labels (const char *text)
{
  static const char *const ends[] = { ";", "\n", NULL };
  GString *out = g_string_new (NULL);
  Scan scan = { text, 0, '\0' };
  const char *start = text;

  while (*scan.at != '\0')
    {
      if (sign_at (&scan, ends) > 0)
        {
          g_autofree char *statement = g_strndup (start, (gsize)(scan.at - start));

          append_statement (out, statement);
          g_string_append_c (out, *scan.at);
          start = scan.at + 1;
        }
      step (&scan);
    }
  append_statement (out, start);
  return g_string_free (out, FALSE);
}
