/* SPDX-License-Identifier: MIT */
#include "interchange/tex-private.h"
#include "interchange/tex-unicode-private.h"

#include <string.h>

/* pdflatex takes the bytes of a sign beyond ASCII one by one: behind `_`, `^` and commands with an
 * argument a sign as an author typed it has to stand in braces. */

/* Does the command [@at, @stop) of @text take what follows for its argument? An unknown one may. */
static gboolean
takes_argument (const char *text, gsize at, gsize stop, gunichar sign)
{
  g_autofree char *name = g_strndup (text + at + 1, stop - at - 1);

  if (!g_ascii_isalpha (*name))
    return FALSE;
  if (chase_symbol_find (name) == NULL)
    return g_unichar_isalpha (sign);
  return chase_tex_takes_argument (name);
}

/* Behind the blanks at @at, but not behind an empty line. */
static gsize
skip_spaces (const char *text, gsize at)
{
  while (text[at] == ' ' || text[at] == '\t')
    at++;
  return at;
}

char *
chase_tex_brace_signs (const char *text)
{
  gsize length = strlen (text);
  GString *out;

  if (g_str_is_ascii (text) || !g_utf8_validate (text, -1, NULL))
    return g_strdup (text);
  out = g_string_new (NULL);
  for (gsize at = 0; at < length;)
    {
      gsize stop = text[at] == '\\'  ? chase_tex_skip_command (text, at, length)
                   : text[at] == '%' ? chase_tex_skip_comment (text, at, length)
                                     : at + 1;
      gsize sign = skip_spaces (text, stop);
      gboolean asks = (guchar)text[sign] >= 0x80
                      && (text[at] == '_' || text[at] == '^'
                          || (text[at] == '\\'
                              && takes_argument (text, at, stop, g_utf8_get_char (text + sign))));

      g_string_append_len (out, text + at, (gssize)(stop - at));
      at = stop;
      if (!asks)
        continue;
      at = (gsize)(g_utf8_next_char (text + sign) - text);
      g_string_append_printf (out, "{%.*s}", (int)(at - sign), text + sign);
    }
  return g_string_free (out, FALSE);
}
