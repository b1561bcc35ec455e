/* SPDX-License-Identifier: MIT */
#include "drawing/caption.h"

#include <string.h>

/* Superscripts count as letters or digits in Unicode, but stand beside a subscript, not in it. */
static gboolean
is_low (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_UPPERCASE_LETTER || type == G_UNICODE_LOWERCASE_LETTER
         || type == G_UNICODE_OTHER_LETTER || type == G_UNICODE_DECIMAL_NUMBER;
}

/* Behind what the underscore before @at lowers: letters and digits, or one sign such as that of the
 * empty set; @at where it lowers nothing. */
static const char *
skip_low (const char *at)
{
  GUnicodeType type = g_unichar_type (g_utf8_get_char (at));
  const char *end = at;

  while (is_low (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  if (end == at && (guchar)*at >= 0x80
      && (type == G_UNICODE_MATH_SYMBOL || type == G_UNICODE_OTHER_SYMBOL))
    end = g_utf8_next_char (end);
  return end;
}

/* The bracket that closes the one at @at, or NULL. */
static const char *
find_bracket (const char *at)
{
  guint depth = 0;

  for (; *at != '\0'; at++)
    {
      depth += *at == '(';
      if (*at == ')' && --depth == 0)
        return at;
    }
  return NULL;
}

static void
append (GString *markup, const char *from, const char *to)
{
  g_autofree char *escaped = g_markup_escape_text (from, to - from);

  g_string_append (markup, escaped);
}

/* Lowers what stands behind the underscore at @at, without the brackets that hold it together.
 * Returns its end; @at where it is nothing. */
static const char *
append_low (GString *markup, const char *at)
{
  const char *from = at + 1, *to = *from == '(' ? find_bracket (from) : skip_low (from);
  gboolean bracketed = *from == '(';

  if (to == NULL || to <= from + bracketed)
    return at;
  g_string_append (markup, "<sub>");
  append (markup, from + bracketed, to);
  g_string_append (markup, "</sub>");
  return to + bracketed;
}

char *
chase_caption_to_markup (const char *caption)
{
  GString *markup = g_string_new (NULL);
  const char *done = caption;

  for (const char *at = strchr (done, '_'); at != NULL; at = strchr (at, '_'))
    {
      const char *end;

      append (markup, done, at);
      end = append_low (markup, at);
      done = end;
      at = MAX (end, at + 1);
    }
  append (markup, done, done + strlen (done));
  return g_string_free (markup, FALSE);
}
