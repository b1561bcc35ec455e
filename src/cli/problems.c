/* SPDX-License-Identifier: MIT */
#include "cli/problems.h"

#include "notation/notation.h"

#include <string.h>

#include "i18n.h"

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

/* The same for what the line declares: of each statement what stands before its ":", as behind it
 * names are used. */
static void
collect_declared (GHashTable *names, const char *p, const char *end)
{
  while (p < end)
    {
      const char *semicolon = memchr (p, ';', end - p);
      const char *stop = semicolon != NULL ? semicolon : end;
      const char *colon = memchr (p, ':', stop - p);

      collect_names (names, p, colon != NULL ? colon : stop);
      p = stop + 1;
    }
}

/* TRUE for a line that declares nothing, whatever is wrong with it. */
static gboolean
is_check (const char *line, const char *end)
{
  while (line < end && g_ascii_isspace (*line))
    line++;
  return end - line >= 5 && memcmp (line, "check", 5) == 0;
}

/* The names in the lines of @problems: all of them, and what a broken statement may have been about
 * to declare. */
typedef struct
{
  GHashTable *all;
  GHashTable *declared;
} BrokenNames;

static BrokenNames
names_of_broken_lines (const GPtrArray *problems, const char *text, const GArray *starts)
{
  BrokenNames names = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                        g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  guint last = 0;

  for (guint i = 0; i < problems->len; i++)
    {
      const ChaseProblem *problem = g_ptr_array_index (problems, i);
      const char *line, *end;

      if (problem->severity != CHASE_SEVERITY_ERROR || problem->line == 0
          || problem->line >= starts->len || problem->line == last)
        continue;
      last = problem->line;
      line = text + g_array_index (starts, gsize, problem->line - 1);
      end = text + g_array_index (starts, gsize, problem->line);
      if (is_check (line, end))
        continue;
      collect_names (names.all, line, end);
      collect_declared (names.declared, line, end);
    }
  return names;
}

/* TRUE when @message goes on, behind @words, with one of @names. */
static gboolean
misses_one (const char *message, const char *words, GHashTable *names)
{
  g_autoptr (GHashTable) missed = NULL;
  const char *found = strstr (message, words);
  GHashTableIter iter;
  gpointer name;

  if (found == NULL)
    return FALSE;
  missed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  collect_names (missed, found + strlen (words), found + strlen (found));
  g_hash_table_iter_init (&iter, missed);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (g_hash_table_contains (names, name))
      return TRUE;
  return FALSE;
}

/*
 * TRUE when @problem misses what a broken statement may have been about to say: it would say the
 * same thing twice. Every other error stands on its own.
 */
static gboolean
follows_from (const ChaseProblem *problem, const BrokenNames *names)
{
  return misses_one (problem->plain, " called ", names->declared)
         || misses_one (problem->plain, " gives no value to ", names->all);
}

ChaseTheory *
cli_problems_validate (const ChaseDocument *document, const char *text, gsize length,
                       GPtrArray *problems)
{
  g_autoptr (GPtrArray) found = chase_problems_new ();
  g_autoptr (GArray) starts = NULL;
  BrokenNames names;
  ChaseTheory *theory;

  if (!chase_problems_has_error (problems))
    return chase_theory_new (document, problems);
  theory = chase_theory_new (document, found);
  starts = line_starts (text, length);
  names = names_of_broken_lines (problems, text, starts);
  for (guint i = 0; i < found->len; i++)
    {
      const ChaseProblem *problem = g_ptr_array_index (found, i);

      if (!follows_from (problem, &names))
        chase_problems_error (problems, problem->line, problem->column, problem->length,
                              problem->hint, "%s", problem->message);
    }
  g_hash_table_unref (names.all);
  g_hash_table_unref (names.declared);
  return theory;
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
