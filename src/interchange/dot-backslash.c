/* SPDX-License-Identifier: MIT */
#include "interchange/dot-private.h"

/* Backslashes of TeX in a string of Graphviz's. Some write each twice, as programs have it, some
 * once, as TeX has it. A string cannot hold a single one before a quote. */

typedef struct
{
  gboolean odd;    /* one that has no other beside it */
  gboolean twice;  /* two of them, and a letter or a quote behind them */
  gboolean quoted; /* a quote behind one that has no other beside it */
} Found;

static Found
look (const char *text)
{
  Found found = { 0 };

  while (*text != '\0')
    {
      guint n = 0;

      for (; text[n] == '\\'; n++)
        ;
      if (n % 2 != 0)
        {
          found.odd = TRUE;
          found.quoted = found.quoted || text[n] == '"';
        }
      else if (n > 0 && (g_ascii_isalpha (text[n]) || text[n] == '"'))
        found.twice = TRUE;
      text += MAX (n, 1);
    }
  return found;
}

char *
chase_dot_undouble (const char *text)
{
  Found found = look (text);
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      g_string_append_c (out, *p);
      if (*p == '\\' && found.twice && !found.odd)
        p++;
    }
  return g_string_free (out, FALSE);
}

char *
chase_dot_double (const char *text)
{
  Found found = look (text);
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      g_string_append_c (out, *p);
      if (*p == '\\' && (found.quoted || (found.twice && !found.odd)))
        g_string_append_c (out, '\\');
    }
  return g_string_free (out, FALSE);
}
