/* SPDX-License-Identifier: MIT */
#include "cli/words.h"

#include <string.h>

#include "i18n.h"

/* Longer texts are cut when they are shown. */
#define SHOWN_MAX 160

char *
cli_show (const char *text)
{
  gsize length = strlen (text);
  g_autofree char *valid = g_utf8_make_valid (text, MIN (length, 4 * SHOWN_MAX));
  GString *shown = g_string_new (NULL);
  guint n = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (++n > SHOWN_MAX)
        {
          g_string_append (shown, "…");
          break;
        }
      g_string_append_unichar (shown, g_unichar_iscntrl (c) ? 0xFFFD : c);
    }
  return g_string_free (shown, FALSE);
}

guint
cli_columns (const char *text, gsize length)
{
  const char *end = text + length;
  guint columns = 0;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        columns += g_unichar_iswide (c) ? 2 : 1;
    }
  return columns;
}

char *
cli_duration (double seconds)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  double milliseconds = seconds * 1000;
  gboolean small = milliseconds < 1000;
  double shown = small ? milliseconds : seconds;

  g_ascii_formatd (number, sizeof number,
                   shown >= 100  ? "%.0f"
                   : shown >= 10 ? "%.1f"
                                 : "%.2f",
                   shown);
  return g_strdup_printf ("%s %s", number, small ? "ms" : "s");
}
