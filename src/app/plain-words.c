/* SPDX-License-Identifier: MIT */
#include "app/plain-words.h"

#include <string.h>

/* A word between spaces, with the marks around it: "(well-known),". A single letter is none, for it
 * may be a name: "A to B" has one word, "is exact" two. */
#define WORD "(?<!\\S)[(\"'“‘]*\\p{L}[\\p{L}\\p{M}'’-]+[,.;:!?)\"'”’…]*(?!\\S)"

#define LEAST_WORDS 2

static guint
count_words (const char *text)
{
  g_autoptr (GRegex) word = g_regex_new (WORD, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n = 0;

  for (g_regex_match (word, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    n++;
  return n;
}

char *
chase_plain_words_to_label (const char *text)
{
  GString *label;
  gboolean space = FALSE;

  if (!g_utf8_validate (text, -1, NULL) || strpbrk (text, "\\{}$^_~") != NULL
      || count_words (text) < LEAST_WORDS)
    return NULL;
  label = g_string_new ("\\text{");
  for (; text[0] != '\0'; text = g_utf8_next_char (text))
    {
      if (g_unichar_isspace (g_utf8_get_char (text)))
        {
          space = label->str[label->len - 1] != '{';
          continue;
        }
      if (space)
        g_string_append_c (label, ' ');
      space = FALSE;
      if (strchr ("%&#", text[0]) != NULL)
        g_string_append_c (label, '\\');
      g_string_append_unichar (label, g_utf8_get_char (text));
    }
  g_string_append_c (label, '}');
  return g_string_free (label, FALSE);
}

char *
chase_plain_words_from_label (const char *label)
{
  g_autoptr (GString) text = g_string_new (label);
  g_autofree char *again = NULL;

  if (!g_str_has_prefix (label, "\\text{") || !g_str_has_suffix (label, "}"))
    return g_strdup (label);
  g_string_erase (text, 0, strlen ("\\text{"));
  g_string_truncate (text, text->len - 1);
  for (const char *sign = "%&#"; *sign != '\0'; sign++)
    g_string_replace (text, (char[]){ '\\', *sign, '\0' }, (char[]){ *sign, '\0' }, 0);
  again = chase_plain_words_to_label (text->str);
  return g_strdup (g_strcmp0 (again, label) == 0 ? text->str : label);
}
