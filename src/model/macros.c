/* SPDX-License-Identifier: MIT */
#include "model/document.h"

#include <string.h>

/* At a character of TeX text that means something for braces: steps over an escaped character or a
 * comment. Returns where to go on, or @p itself. */
static const char *
skip_quiet (const char *p)
{
  if (*p == '\\')
    return p[1] != '\0' ? p + 2 : p + 1;
  if (*p == '%')
    return p + strcspn (p, "\r\n");
  return p;
}

const char *
chase_tex_block_end (const char *tex)
{
  guint depth = 0;
  const char *p = tex;

  while (*p != '\0')
    {
      const char *next = skip_quiet (p);

      if (next == p)
        {
          if (*p == '}' && depth-- == 0)
            return p;
          if (*p == '{')
            depth++;
          next = p + 1;
        }
      p = next;
    }
  return p;
}

/* Appends the lines of @tex, trimmed, without the empty ones. */
static void
append_lines (GString *out, const char *tex, gsize length)
{
  g_autofree char *text = g_strndup (tex, length);
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (*line == '\0')
        continue;
      if (out->len > 0)
        g_string_append_c (out, '\n');
      g_string_append (out, line);
    }
}

/* How many braces of @tex are never closed. A backslash at the end would escape what stands behind
 * it. */
static guint
count_open (const char *tex)
{
  guint depth = 0;

  for (const char *p = tex; *p != '\0';)
    {
      const char *next = skip_quiet (p);

      if (next == p)
        depth += *p == '{' ? 1 : *p == '}' ? -1u : 0;
      p = next == p ? p + 1 : next;
    }
  return depth;
}

ChaseItem *
chase_item_new_macros (const char *tex)
{
  ChaseItem *item = chase_item_new (CHASE_ITEM_MACROS);
  g_autoptr (GString) kept = g_string_new (NULL);
  guint open;

  for (const char *p = tex; *p != '\0';)
    {
      const char *end = chase_tex_block_end (p);

      append_lines (kept, p, (gsize)(end - p));
      p = *end == '}' ? end + 1 : end;
    }
  open = count_open (kept->str);
  if (open > 0)
    g_string_append_c (kept, '\n');
  while (open-- > 0)
    g_string_append_c (kept, '}');
  item->tex = chase_name_new (kept->str);
  return item;
}

char *
chase_document_dup_macros (const ChaseDocument *document)
{
  GString *all = NULL;

  for (guint i = 0; i < chase_document_n_items (document); i++)
    {
      const ChaseItem *item = chase_document_get_item (document, i);

      if (item->kind != CHASE_ITEM_MACROS || item->tex == NULL || *item->tex == '\0')
        continue;
      if (all == NULL)
        all = g_string_new (NULL);
      else
        g_string_append_c (all, '\n');
      g_string_append (all, item->tex);
    }
  return all != NULL ? g_string_free (all, FALSE) : NULL;
}
