/* SPDX-License-Identifier: MIT */
#include "cli/problems.h"

#include "model/validate.h"
#include "notation/notation.h"

#include <string.h>

/* Where each line of a text begins; one entry more for its end. */
static GArray *
line_starts (const char *text, gsize length)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize start = 0;

  g_array_append_val (starts, start);
  for (const char *p = text; (p = memchr (p, '\n', text + length - p)) != NULL;)
    {
      start = ++p - text;
      g_array_append_val (starts, start);
    }
  g_array_append_val (starts, length);
  return starts;
}

static gboolean
is_name_char (gunichar c)
{
  return c == '_' || c == '\'' || g_unichar_isalnum (c);
}

/* Puts every name between @p and @end into @names. */
static void
collect_names (GHashTable *names, const char *p, const char *end)
{
  while (p < end)
    {
      const char *start = p;

      while (p < end && is_name_char (g_utf8_get_char_validated (p, end - p)))
        p = g_utf8_next_char (p);
      if (p > start)
        g_hash_table_add (names, g_strndup (start, p - start));
      else
        p++;
    }
}

/* The names in the lines of @problems: what a broken statement may have been about to declare. */
static GHashTable *
names_of_broken_lines (const GPtrArray *problems, const char *text, const GArray *starts)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const ChaseProblem *problem = g_ptr_array_index (problems, i);

      if (problem->severity == CHASE_SEVERITY_ERROR && problem->line > 0
          && problem->line < starts->len)
        collect_names (names, text + g_array_index (starts, gsize, problem->line - 1),
                       text + g_array_index (starts, gsize, problem->line));
    }
  return names;
}

/* TRUE when a name that @problem points at, or speaks of, is among @names. */
static gboolean
speaks_of (const ChaseProblem *problem, GHashTable *names, const char *text, const GArray *starts)
{
  g_autoptr (GHashTable) mine = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer name;

  if (problem->line > 0 && problem->line < starts->len)
    collect_names (mine, text + g_array_index (starts, gsize, problem->line - 1),
                   text + g_array_index (starts, gsize, problem->line));
  g_hash_table_iter_init (&iter, mine);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      if (g_hash_table_contains (names, name) && strstr (problem->message, name) != NULL)
        return TRUE;
    }
  return FALSE;
}

void
cli_problems_validate (const ChaseDocument *document, const char *text, gsize length,
                       GPtrArray *problems)
{
  g_autoptr (GPtrArray) found = chase_problems_new ();
  g_autoptr (GArray) starts = NULL;
  g_autoptr (GHashTable) names = NULL;

  if (!chase_problems_has_error (problems))
    {
      chase_validate (document, problems);
      return;
    }
  chase_validate (document, found);
  starts = line_starts (text, length);
  names = names_of_broken_lines (problems, text, starts);
  for (guint i = 0; i < found->len; i++)
    {
      const ChaseProblem *problem = g_ptr_array_index (found, i);

      if (!speaks_of (problem, names, text, starts))
        chase_problems_error (problems, problem->line, problem->column, problem->length,
                              problem->hint, "%s", problem->message);
    }
}

void
cli_problems_append (Cli *cli, GString *messages, const char *title, const char *text, gsize length,
                     GPtrArray *problems)
{
  chase_problems_sort (problems);
  for (guint i = 0; i < problems->len; i++)
    {
      const ChaseProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *shown = NULL;

      if (problem->severity == CHASE_SEVERITY_WARNING && cli->quiet)
        continue;
      shown = chase_problem_format (problem, title, text, length, cli->colour_err);
      g_string_append (messages, shown);
    }
}
