/* SPDX-License-Identifier: MIT */
#include "typeset/tokens.h"

#include <string.h>

/* Adds the names of all commands in @tex to @names, and to @pending those that are new. */
static void
note_commands (const char *tex, GHashTable *names, GPtrArray *pending)
{
  for (const char *p = strchr (tex, '\\'); p != NULL; p = strchr (p, '\\'))
    {
      gsize length = 0;
      char *name;

      p++;
      while (chase_token_is_letter (p[length]))
        length++;
      if (length == 0 && *p != '\0')
        length = (gsize)(g_utf8_next_char (p) - p);
      name = g_strndup (p, length);
      p += length;
      if (g_hash_table_contains (names, name))
        {
          g_free (name);
          continue;
        }
      g_hash_table_add (names, name);
      g_ptr_array_add (pending, name);
    }
}

/* The name that the line `\newcommand{\name}...` or `\let\name=...` defines, or NULL. Caller frees.
 */
static char *
defined_by (const char *line)
{
  const char *start = *line == '\\' ? strchr (line + 1, '\\') : NULL;
  const char *end;

  if (start == NULL || g_str_has_prefix (line, "\\definecolor"))
    return NULL;
  start++;
  end = start;
  while (chase_token_is_letter (*end))
    end++;
  if (end == start && *end != '\0')
    end = g_utf8_next_char (end);
  return g_strndup (start, (gsize)(end - start));
}

char *
chase_macros_used (const ChaseMacros *macros, const char *tex)
{
  g_autofree char *all = chase_macros_to_string (macros);
  g_auto (GStrv) lines = g_strsplit (all, "\n", -1);
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) pending = g_ptr_array_new ();
  GString *used = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *name = defined_by (lines[i]);

      if (name != NULL)
        g_hash_table_insert (by_name, name, lines[i]);
    }
  note_commands (tex, names, pending);
  for (guint i = 0; i < pending->len; i++)
    {
      const char *line = g_hash_table_lookup (by_name, g_ptr_array_index (pending, i));

      if (line != NULL)
        note_commands (line, names, pending);
    }
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *name = defined_by (lines[i]);

      if (name != NULL ? g_hash_table_contains (names, name) : *lines[i] != '\0')
        g_string_append_printf (used, "%s\n", lines[i]);
    }
  return g_string_free (used, FALSE);
}
