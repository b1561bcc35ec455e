/* SPDX-License-Identifier: MIT */
#include "interchange/tex-literate-private.h"

#include <string.h>

/* lhs2TeX's way to have code in a text: `|m a|`. In other texts these are bars. */

gboolean
chase_tex_is_literate (const char *text, gsize length)
{
  static const char *const signs[]
      = { "\\begin{code}", "\\begin{spec}", "%include polycode", "%include lhs2TeX", "%format " };
  g_autoptr (GRegex) line = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_strstr_len (text, (gssize)length, signs[i]) != NULL)
      return TRUE;
  /* Lines of code, which begin with a sign of their own; so do quotations, without signs of
   * programs. */
  line = g_regex_new ("(?:\\A|\\n)> [^\\n]*(?:::| = |->|<-)", G_REGEX_RAW, 0, NULL);
  return g_regex_match_full (line, text, (gssize)length, 0, 0, NULL, NULL);
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
