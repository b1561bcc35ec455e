/* SPDX-License-Identifier: MIT */
#include "interchange/tex-literate-private.h"

#include <string.h>

/* lhs2TeX's way to have code in a text: `|m a|`. In other texts these are bars. */

static gboolean
has_one (const char *line, gsize n, const char *const *signs, gboolean first)
{
  for (guint i = 0; signs[i] != NULL; i++)
    if (first ? n >= strlen (signs[i]) && memcmp (line, signs[i], strlen (signs[i])) == 0
              : g_strstr_len (line, (gssize)n, signs[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* What only a text of lhs2TeX has; or code, behind a sign of its own, as quotations are, which have
 * no signs of programs. */
static gboolean
is_literate_line (const char *line, gsize n)
{
  static const char *const words[] = { "\\begin{code}",    "\\begin{spec}", "%include polycode",
                                       "%include lhs2TeX", "%format ",      NULL };
  static const char *const program[] = { "::", " = ", "->", "<-", NULL };

  switch (*line)
    {
    case '\\':
    case '%':
      return has_one (line, n, words, TRUE);
    case '>':
      return n > 1 && line[1] == ' ' && has_one (line, n, program, FALSE);
    default:
      return FALSE;
    }
}

gboolean
chase_tex_is_literate (const char *text, gsize length)
{
  for (const char *line = text, *end = text + length; line < end;)
    {
      const char *stop = memchr (line, '\n', (gsize)(end - line));
      gsize n = (gsize)((stop != NULL ? stop : end) - line);

      if (n > 0 && is_literate_line (line, n))
        return TRUE;
      line += n + 1;
    }
  return FALSE;
}

static void
append_code (GString *out, const char *code, gsize length)
{
  g_string_append (out, "\\texttt{");
  for (gsize i = 0; i < length; i++)
    if (code[i] == '\\')
      g_string_append (out, "\\textbackslash{}");
    else
      {
        if (strchr ("_#%&${}", code[i]) != NULL)
          g_string_append_c (out, '\\');
        g_string_append_c (out, code[i]);
      }
  g_string_append_c (out, '}');
}

/* @label with what stands between bars set as code; two bars are one. NULL where there is none. */
static char *
set_code (const char *label)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean found = FALSE;

  for (const char *p = label; *p != '\0';)
    {
      const char *close = *p == '|' ? strchr (p + 1, '|') : NULL;

      if (p[0] == '\\' && p[1] != '\0')
        {
          g_string_append_len (out, p, 2);
          p += 2;
        }
      else if (close == NULL)
        g_string_append_c (out, *p++);
      else
        {
          found = TRUE;
          if (close == p + 1)
            g_string_append_c (out, '|');
          else
            append_code (out, p + 1, (gsize)(close - p - 1));
          p = close + 1;
        }
    }
  return found ? g_strdup (out->str) : NULL;
}

void
chase_tex_show_code (ChaseSketch *sketch)
{
  for (guint32 i = 0; i < sketch->n; i++)
    {
      g_autofree char *label = set_code (chase_sketch_get (sketch, i)->label);

      if (label == NULL)
        continue;
      chase_sketch_set_label (sketch, i, label);
      sketch->defined = TRUE;
    }
}
