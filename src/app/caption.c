/* SPDX-License-Identifier: MIT */
#include "app/caption.h"

#include <string.h>

/* Superscripts count as letters or digits in Unicode, but stand beside a subscript, not in it. */
static gboolean
is_low (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_UPPERCASE_LETTER || type == G_UNICODE_LOWERCASE_LETTER
         || type == G_UNICODE_OTHER_LETTER || type == G_UNICODE_DECIMAL_NUMBER;
}

/* Behind the letters and digits that @at begins with. */
static const char *
skip_low (const char *at)
{
  while (is_low (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

static void
append (GString *markup, const char *from, const char *to)
{
  g_autofree char *escaped = g_markup_escape_text (from, to - from);

  g_string_append (markup, escaped);
}

char *
chase_caption_to_markup (const char *caption)
{
  GString *markup = g_string_new (NULL);
  const char *done = caption;

  for (const char *at = caption; *at != '\0'; at++)
    {
      const char *end = *at == '_' ? skip_low (at + 1) : at;

      if (end <= at + 1)
        continue;
      append (markup, done, at);
      g_string_append (markup, "<sub>");
      append (markup, at + 1, end);
      g_string_append (markup, "</sub>");
      done = end;
      at = end - 1;
    }
  append (markup, done, done + strlen (done));
  return g_string_free (markup, FALSE);
}
