/* SPDX-License-Identifier: MIT */
#include "interchange/tex-macros-private.h"

#include "interchange/tex-private.h"
#include "interchange/tex-shown-private.h"

#include <string.h>

/* Macros of a text that make arrows, `\newcommand{\to}[1][]{\arrow[r, "#1"]}`: in the body of a
 * diagram, what they make is put in their place. Those that only labels need stay as they are. */

/* Macros that stand for others are opened no deeper. */
#define DEPTH_MAX 4
/* Nor is it asked deeper whether they make diagrams. */
#define FIGURE_DEPTH_MAX 100
/* No macro is called by a longer name, nor is a longer definition looked into. */
#define NAME_MAX_LENGTH 60
#define DEFINITION_MAX 2000

static gboolean
names_arrow (const char *definition, gsize n)
{
  static const char *const forms[]
      = { "\\rar", "\\lar", "\\uar", "\\dar", "\\urar", "\\ular", "\\drar", "\\dlar" };

  if (chase_tex_has_arrow (definition, n))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    for (const char *p = definition; (p = strstr (p, forms[i])) != NULL; p++)
      if (chase_tex_at_command (definition, (gsize)(p - definition), n, forms[i]))
        return TRUE;
  return FALSE;
}

static gboolean
makes (const ChaseTexMacros *macros, const char *definition, gboolean diagrams, guint depth);

/* Does one of the macros that @definition calls make diagrams, or arrows? */
static gboolean
calls_maker (const ChaseTexMacros *macros, const char *definition, gsize n, gboolean diagrams,
             guint depth)
{
  for (gsize at = 0, next; at < n; at = next)
    {
      const char *found = memchr (definition + at, '\\', n - at);
      gsize start = found != NULL ? (gsize)(found - definition) : n;
      g_autofree char *name = NULL;
      const char *called;

      if (start >= n)
        return FALSE;
      next = chase_tex_skip_command (definition, start, n);
      if (next - start < 2 || next - start > NAME_MAX_LENGTH)
        continue;
      name = g_strndup (definition + start, next - start);
      called = chase_tex_macros_find (macros, name);
      if (called != NULL && called != definition && makes (macros, called, diagrams, depth + 1))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_diagram (const char *definition)
{
  return strstr (definition, "\\begin{tikzcd") != NULL || strstr (definition, "\\xymatrix") != NULL
         || strstr (definition, "\\begin{CD}") != NULL;
}

/* Does @definition make a diagram, or an arrow of one? */
static gboolean
makes (const ChaseTexMacros *macros, const char *definition, gboolean diagrams, guint depth)
{
  GHashTable *answers = diagrams ? macros->figures : macros->makers;
  gsize n = strlen (definition);
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (answers, definition));
  gboolean found;

  if (known > 0)
    return known == 2;
  /* One that calls itself makes nothing by that. */
  g_hash_table_insert (answers, (gpointer)definition, GUINT_TO_POINTER (1));
  if (has_diagram (definition))
    found = diagrams;
  else
    found = n <= DEFINITION_MAX
            && ((!diagrams && names_arrow (definition, n))
                || (depth < (diagrams ? FIGURE_DEPTH_MAX : DEPTH_MAX)
                    && calls_maker (macros, definition, n, diagrams, depth)));
  if (found)
    g_hash_table_insert (answers, (gpointer)definition, GUINT_TO_POINTER (2));
  return found;
}

gboolean
chase_tex_macros_make_diagram (const ChaseTexMacros *macros, const char *definition)
{
  return makes (macros, definition, TRUE, 0);
}

/* The definition of the macro at @at, which ends at @stop, if it makes an arrow; *@name is to be
 * freed. */
static const char *
definition_at (const ChaseTexMacros *macros, const char *text, gsize at, gsize stop, char **name)
{
  const char *definition;

  *name = NULL;
  if (stop - at < 2 || stop - at > NAME_MAX_LENGTH)
    return NULL;
  *name = g_strndup (text + at, stop - at);
  /* One that takes the place of TikZ's own would stand for itself. */
  if (strcmp (*name, "\\ar") == 0 || strcmp (*name, "\\arrow") == 0)
    return NULL;
  definition = chase_tex_macros_find (macros, *name);
  return definition != NULL && makes (macros, definition, FALSE, 0) ? definition : NULL;
}

/* Opens the macros of [@at, @end) once. NULL where there is none, or more than @room comes of it.
 */
static char *
open_once (const ChaseTexMacros *macros, const char *text, gsize at, gsize end, gsize room,
           char **failed)
{
  GString *out = NULL;
  gsize copied = at;

  while (at < end && (out == NULL || out->len <= room))
    {
      const char *found = memchr (text + at, '\\', end - at);
      g_autofree char *name = NULL;
      g_autofree char *made = NULL;
      const char *definition;
      gsize start, next;

      if (found == NULL)
        break;
      start = (gsize)(found - text);
      at = next = chase_tex_skip_command (text, start, end);
      definition = definition_at (macros, text, start, next, &name);
      if (definition == NULL)
        continue;
      made = chase_tex_macros_expand (definition, name, text, &next, end);
      if (made == NULL)
        {
          if (*failed == NULL)
            *failed = g_steal_pointer (&name);
          continue;
        }
      if (out == NULL)
        out = g_string_new (NULL);
      g_string_append_len (out, text + copied, (gssize)(start - copied));
      g_string_append (out, made);
      at = copied = next;
    }
  if (out == NULL)
    return NULL;
  if (out->len > room)
    return g_string_free (out, TRUE);
  g_string_append_len (out, text + copied, (gssize)(end - copied));
  return g_string_free (out, FALSE);
}

char *
chase_tex_macros_open (const ChaseTexMacros *macros, const char *text, gsize at, gsize end,
                       gsize room, char **failed)
{
  char *opened = NULL;

  *failed = NULL;
  for (guint depth = 0; depth < DEPTH_MAX; depth++)
    {
      char *next = opened == NULL ? open_once (macros, text, at, end, room, failed)
                                  : open_once (macros, opened, 0, strlen (opened), room, failed);

      if (next == NULL)
        break;
      g_free (opened);
      opened = next;
    }
  return opened;
}
