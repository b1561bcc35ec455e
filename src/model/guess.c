/* SPDX-License-Identifier: MIT */
#include "model/guess.h"

#include <string.h>

/* The pieces of a label: a command, or one character. Owned strings. */
static GPtrArray *
tokens_of (const char *label)
{
  GPtrArray *tokens = g_ptr_array_new_with_free_func (g_free);

  for (const char *p = label; *p != '\0';)
    {
      const char *end = g_utf8_next_char (p);

      if (*p == '\\' && g_ascii_isalpha (p[1]))
        while (g_ascii_isalpha (*end))
          end++;
      else if (*p == '\\' && p[1] != '\0')
        end = g_utf8_next_char (p + 1);
      if (*p != ' ')
        g_ptr_array_add (tokens, g_strndup (p, (gsize)(end - p)));
      p = end;
    }
  return tokens;
}

static const char *
token (const GPtrArray *tokens, guint i)
{
  return g_ptr_array_index (tokens, i);
}

static gboolean
is_word (const char *piece)
{
  return piece[0] == '\\' && g_ascii_isalpha (piece[1]);
}

static char *
join (const GPtrArray *tokens, guint from, guint to)
{
  GString *text = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    {
      if (i > from && is_word (token (tokens, i - 1)) && g_ascii_isalpha (token (tokens, i)[0]))
        g_string_append_c (text, ' ');
      g_string_append (text, token (tokens, i));
    }
  return g_string_free (text, FALSE);
}

static gboolean
stands_at (const GPtrArray *tokens, guint at, const GPtrArray *part)
{
  if (part->len == 0 || at + part->len > tokens->len)
    return FALSE;
  for (guint i = 0; i < part->len; i++)
    if (!g_str_equal (token (tokens, at + i), token (part, i)))
      return FALSE;
  return TRUE;
}

static char *
replace (const char *whole, const char *part, const char *with)
{
  g_autoptr (GPtrArray) tokens = tokens_of (whole);
  g_autoptr (GPtrArray) old = tokens_of (part);
  g_autoptr (GPtrArray) new = tokens_of (with);
  g_autoptr (GPtrArray) result = g_ptr_array_new ();
  gboolean found = FALSE;

  for (guint i = 0; i < tokens->len;)
    if (stands_at (tokens, i, old))
      {
        for (guint j = 0; j < new->len; j++)
          g_ptr_array_add (result, g_ptr_array_index (new, j));
        i += old->len;
        found = TRUE;
      }
    else
      g_ptr_array_add (result, g_ptr_array_index (tokens, i++));
  return found ? join (result, 0, result->len) : NULL;
}

char *
chase_guess_within (const char *whole, const char *part, const char *with)
{
  return g_str_equal (whole, part) ? NULL : replace (whole, part, with);
}

/* A prime or an index that was put behind. */
static gboolean
is_suffix (const char *text)
{
  return text[strspn (text, "'")] == '\0' || text[0] == '_' || text[0] == '^';
}

/* Where all pieces that differ differ in the same way: that way. */
static gboolean
one_change (const GPtrArray *a, const GPtrArray *b, char **old, char **new)
{
  const char *x = NULL, *y = NULL;

  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      if (g_str_equal (token (a, i), token (b, i)))
        continue;
      if (x != NULL && (!g_str_equal (token (a, i), x) || !g_str_equal (token (b, i), y)))
        return FALSE;
      x = token (a, i);
      y = token (b, i);
    }
  *old = g_strdup (x);
  *new = g_strdup (y);
  return x != NULL;
}

/* What is left of both once the same beginning and the same end are taken off. */
static void
middle_change (const GPtrArray *a, const GPtrArray *b, char **old, char **new)
{
  guint start = 0, end = 0;

  while (start < MIN (a->len, b->len) && g_str_equal (token (a, start), token (b, start)))
    start++;
  while (end < MIN (a->len, b->len) - start
         && g_str_equal (token (a, a->len - 1 - end), token (b, b->len - 1 - end)))
    end++;
  *old = join (a, start, a->len - end);
  *new = join (b, start, b->len - end);
}

char *
chase_guess_label (const char *from, const char *to, const char *label)
{
  g_autoptr (GPtrArray) a = tokens_of (from);
  g_autoptr (GPtrArray) b = tokens_of (to);
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;

  if (a->len == 0 || b->len == 0 || label[0] == '\0')
    return NULL;
  if (!one_change (a, b, &old, &new))
    middle_change (a, b, &old, &new);
  if (old == NULL || new == NULL || g_str_equal (old, new))
    return NULL;
  if (old[0] == '\0')
    return is_suffix (new) && g_str_has_suffix (to, new) ? g_strconcat (label, new, NULL) : NULL;
  if (new[0] == '\0')
    return is_suffix (old) && g_str_has_suffix (label, old) && strlen (label) > strlen (old)
               ? g_strndup (label, strlen (label) - strlen (old))
               : NULL;
  return replace (label, old, new);
}
