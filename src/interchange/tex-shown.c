/* SPDX-License-Identifier: MIT */
#include "interchange/tex-shown-private.h"

#include "interchange/tex-private.h"

#include <string.h>

/* What of a text is shown and not read, what stands behind signs of quotation, and what it is
 * where nothing names it. */

/* Does more follow the \end{document} at @at? In Markdown each diagram may be a document of its
 * own.
 */
static gboolean
goes_on (const char *text, gsize at, gsize length)
{
  at += strlen ("\\end{document}");
  while (at < length && g_ascii_isspace (text[at]))
    at++;
  return chase_tex_at (text, at, length, "```") || chase_tex_at (text, at, length, "~~~")
         || g_strstr_len (text + at, (gssize)(length - at), "\\begin{document}") != NULL;
}

gsize
chase_tex_skip_shown (const char *text, gsize at, gsize length, guint *missing)
{
  static const char *const environments[][2] = { { "\\begin{verbatim}", "\\end{verbatim}" },
                                                 { "\\begin{lstlisting}", "\\end{lstlisting}" },
                                                 { "\\begin{minted}", "\\end{minted}" },
                                                 { "\\begin{comment}", "\\end{comment}" },
                                                 { "\\iffalse", "\\fi" } };
  const char *close;

  if (chase_tex_at (text, at, length, "\\end{document}"))
    return goes_on (text, at, length) ? at + strlen ("\\end{document}") : length;
  for (guint i = 0; i < G_N_ELEMENTS (environments); i++)
    if (chase_tex_at (text, at, length, environments[i][0]))
      {
        if ((*missing & 1u << i) != 0)
          return at;
        close = g_strstr_len (text + at, (gssize)(length - at), environments[i][1]);
        *missing |= close == NULL ? 1u << i : 0;
        return close != NULL ? (gsize)(close - text) + strlen (environments[i][1]) : at;
      }
  if (!chase_tex_at (text, at, length, "\\verb") || at + 6 >= length
      || g_ascii_isalnum (text[at + 5]) || g_ascii_isspace (text[at + 5]) || text[at + 5] == '{')
    return at;
  close = memchr (text + at + 6, text[at + 5], MIN (length - at - 6, 300));
  return close != NULL ? (gsize)(close - text) + 1 : at;
}

gboolean
chase_tex_has_arrow (const char *text, gsize length)
{
  for (const char *p = text; (p = memchr (p, '\\', length - (gsize)(p - text))) != NULL; p++)
    {
      gsize at = (gsize)(p - text);

      if (chase_tex_at_command (text, at, length, "\\arrow")
          || chase_tex_at_command (text, at, length, "\\ar"))
        return TRUE;
    }
  return FALSE;
}

char *
chase_tex_around_arrow (const char *text, gsize length)
{
  static const char *const others[]
      = { "document", "equation", "equation*", "align",   "align*",      "center",  "figure",
          "frame",    "proof",    "gather",    "gather*", "displaymath", "theorem", "example" };
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  for (const char *p = text; (p = memchr (p, '\\', length - (gsize)(p - text))) != NULL; p++)
    {
      gsize at = (gsize)(p - text);
      gboolean begins = chase_tex_at (text, at, length, "\\begin{");
      gsize brace = at + strlen (begins ? "\\begin" : "\\end");

      if (chase_tex_at_command (text, at, length, "\\arrow")
          || chase_tex_at_command (text, at, length, "\\ar"))
        break;
      if (begins)
        g_ptr_array_add (
            open,
            g_strndup (text + brace + 1,
                       chase_tex_skip_group (text, brace, MIN (length, brace + 60)) - brace - 2));
      else if (open->len > 0 && chase_tex_at (text, at, length, "\\end{"))
        g_ptr_array_remove_index (open, open->len - 1);
    }
  name = open->len > 0 ? g_ptr_array_index (open, open->len - 1) : "document";
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (strcmp (name, others[i]) == 0)
      return NULL;
  return g_strdup (name);
}

char *
chase_tex_without_gaps (const char *text, gsize length)
{
  static const char *const words[] = { "\\begin", "\\end" };
  char *copy = NULL;

  for (const char *p = memchr (text, '\\', length); p != NULL;
       p = memchr (p + 1, '\\', length - (gsize)(p + 1 - text)))
    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
      {
        gsize n = strlen (words[i]);
        gsize at = (gsize)(p - text);
        gsize open = at + n;

        if (!chase_tex_at (text, at, length, words[i]))
          continue;
        while (open < length && (text[open] == ' ' || text[open] == '\t'))
          open++;
        if (open == at + n || open >= length || text[open] != '{')
          continue;
        copy = copy != NULL ? copy : memcpy (g_malloc0 (length + 1), text, length);
        memset (copy + at, ' ', open - at - n);
        memcpy (copy + open - n, words[i], n);
      }
  return copy;
}

/* Behind the signs that quote a line, "> " or "#! ". */
static gsize
skip_prefix (const char *text, gsize at, gsize end)
{
  while (at < end && text[at] != '\0' && strchr (">#!*/ \t", text[at]) != NULL)
    at++;
  return at;
}

char *
chase_tex_without_prefixes (const char *text, gsize length)
{
  static const char *const opens[] = { "\\begin{tikzcd}", "\\begin{CD}", "\\xymatrix" };
  static const char *const closes[] = { "\\end{tikzcd}", "\\end{CD}", "}" };
  char *copy = NULL;
  gint inside = -1;

  for (gsize line = 0; line < length;)
    {
      gsize behind = chase_tex_skip_comment (text, line, length);
      gsize start = skip_prefix (text, line, behind);
      /* What was cut out of a comment may have lost the signs of its first line. */
      gboolean quoted = (start > line && strchr (">#!*/", text[line]) != NULL)
                        || chase_tex_at (text, behind, length, "#!");

      for (guint i = 0; inside < 0 && quoted && i < G_N_ELEMENTS (opens); i++)
        if (g_strstr_len (text + start, (gssize)(behind - start), opens[i]) != NULL)
          inside = (gint)i;
      if (inside >= 0)
        {
          copy = copy != NULL ? copy : memcpy (g_malloc0 (length + 1), text, length);
          memset (copy + line, ' ', start - line);
          if (g_strstr_len (text + start, (gssize)(behind - start), closes[inside]) != NULL)
            inside = -1;
        }
      line = behind;
    }
  return copy;
}
