/* SPDX-License-Identifier: MIT */
#include "interchange/tex-private.h"

#include <string.h>

/* How far from its diagram a label is looked for. */
#define REACH 1500

/* Environments that do no more than place what is in them. */
static gboolean
is_wrapper (const char *text, gsize at, gsize end)
{
  static const char *const names[] = { "equation*",
                                       "displaymath",
                                       "center",
                                       "centering",
                                       "adjustbox",
                                       "math",
                                       "gather*",
                                       "align*",
                                       "minipage",
                                       "scope",
                                       "flushleft",
                                       "flushright",
                                       "multline*",
                                       "tabular",
                                       "subfigure",
                                       "small",
                                       "footnotesize",
                                       "tikzpicture",
                                       "scaletikzpicturetowidth",
                                       "resizebox",
                                       "equation" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *close = g_strdup_printf ("\\end{%s}", names[i]);

      if (chase_tex_at (text, at, end, close))
        return TRUE;
    }
  return FALSE;
}

/* The argument of the \label at @at, or NULL where it could be no name. */
static char *
read_label (const char *text, gsize at, gsize end)
{
  gsize open = at + strlen ("\\label");
  gsize stop;
  char *label;

  if (open >= end || text[open] != '{')
    return NULL;
  stop = chase_tex_skip_group (text, open, end);
  if (stop <= open + 2)
    return NULL;
  label = g_strstrip (g_strndup (text + open + 1, stop - open - 2));
  if (*label != '\0' && strpbrk (label, "`\n\r\t\\{}") == NULL && strlen (label) < 100
      && g_utf8_validate (label, -1, NULL))
    return label;
  g_free (label);
  return NULL;
}

/* A label behind the diagram, in what encloses it. */
static char *
label_behind (const char *text, gsize at, gsize end)
{
  end = MIN (end, at + REACH);
  while (at < end)
    {
      const char *found = memchr (text + at, '\\', end - at);

      if (found == NULL)
        return NULL;
      at = (gsize)(found - text);
      if (chase_tex_at_command (text, at, end, "\\label"))
        return read_label (text, at, end);
      if (chase_tex_at (text, at, end, "\\begin{")
          || chase_tex_at_command (text, at, end, "\\xymatrix")
          || chase_tex_at_command (text, at, end, "\\section")
          || chase_tex_at_command (text, at, end, "\\subsection")
          || chase_tex_at_command (text, at, end, "\\chapter")
          || chase_tex_at_command (text, at, end, "\\paragraph")
          || chase_tex_at_command (text, at, end, "\\item")
          || (chase_tex_at (text, at, end, "\\end{") && !is_wrapper (text, at, end)))
        return NULL;
      at += 2;
    }
  return NULL;
}

/* The last \label of [@least, @start), where nothing but wrappers follows it. */
static char *
label_before (const char *text, gsize least, gsize start)
{
  gsize from = MAX (least, start > REACH ? start - REACH : 0);
  gsize found = start;
  gsize at;

  for (at = from; at + 7 < start; at++)
    if (text[at] == '\\' && chase_tex_at_command (text, at, start, "\\label"))
      found = at;
  if (found == start)
    return NULL;
  at = chase_tex_skip_group (text, MIN (found + strlen ("\\label"), start), start);
  return chase_tex_is_gap (text, at, start) ? read_label (text, found, start) : NULL;
}

char *
chase_tex_find_label (const char *text, gsize length, gsize least, gsize start, gsize stop)
{
  char *label = label_before (text, least, start);

  return label != NULL ? label : label_behind (text, stop, length);
}
