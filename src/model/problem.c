/* SPDX-License-Identifier: MIT */
#include "model/problem.h"

#include <string.h>

#include "i18n.h"

/* Words longer than this are not guessed at: nobody mistypes so much, and the table is quadratic. */
#define GUESS_MAX 64

static void
problem_free (gpointer data)
{
  ChaseProblem *problem = data;

  g_free (problem->message);
  g_free (problem->plain);
  g_free (problem->hint);
  g_free (problem);
}

GPtrArray *
chase_problems_new (void)
{
  return g_ptr_array_new_with_free_func (problem_free);
}

void
chase_problems_add (GPtrArray *problems, ChaseSeverity severity, guint line, guint column,
                    guint length, const char *hint, const char *format, va_list args)
{
  ChaseProblem *problem;
  va_list again;

  if (problems == NULL)
    return;
  problem = g_new0 (ChaseProblem, 1);
  va_copy (again, args);
  problem->message = g_strdup_vprintf (CHASE_WORDS (format), again);
  va_end (again);
  problem->plain = g_strdup_vprintf (format, args);
  problem->severity = severity;
  problem->line = line;
  problem->column = column;
  problem->length = MAX (length, 1);
  problem->hint = g_strdup (CHASE_WORDS (hint));
  g_ptr_array_add (problems, problem);
}

void
chase_problems_error (GPtrArray *problems, guint line, guint column, guint length, const char *hint,
                      const char *format, ...)
{
  va_list args;

  va_start (args, format);
  chase_problems_add (problems, CHASE_SEVERITY_ERROR, line, column, length, hint, format, args);
  va_end (args);
}

void
chase_problems_warning (GPtrArray *problems, guint line, guint column, guint length, const char *hint,
                        const char *format, ...)
{
  va_list args;

  va_start (args, format);
  chase_problems_add (problems, CHASE_SEVERITY_WARNING, line, column, length, hint, format, args);
  va_end (args);
}

gboolean
chase_problems_has_error (const GPtrArray *problems)
{
  if (problems == NULL)
    return FALSE;
  for (guint i = 0; i < problems->len; i++)
    {
      const ChaseProblem *problem = g_ptr_array_index (problems, i);

      if (problem->severity == CHASE_SEVERITY_ERROR)
        return TRUE;
    }
  return FALSE;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const ChaseProblem *left = *(ChaseProblem *const *)a;
  const ChaseProblem *right = *(ChaseProblem *const *)b;

  if (left->line != right->line)
    return left->line < right->line ? -1 : 1;
  if (left->column != right->column)
    return left->column < right->column ? -1 : 1;
  return 0;
}

void
chase_problems_sort (GPtrArray *problems)
{
  /* g_qsort_with_data () is a merge sort, and so keeps the order of equal places. */
  g_qsort_with_data (problems->pdata, (gint)problems->len, sizeof (gpointer), compare_places, NULL);
}

/* The distance of two texts, counted in code points; swapping two neighbours counts one. */
static guint
distance (const gunichar *a, glong n, const gunichar *b, glong m)
{
  guint rows[3][GUESS_MAX + 1];

  for (glong j = 0; j <= m; j++)
    rows[0][j] = (guint)j;
  for (glong i = 1; i <= n; i++)
    {
      guint *row = rows[i % 3];
      const guint *above = rows[(i + 2) % 3];
      const guint *two_above = rows[(i + 1) % 3];

      row[0] = (guint)i;
      for (glong j = 1; j <= m; j++)
        {
          guint cost = a[i - 1] != b[j - 1];

          row[j] = MIN (MIN (above[j] + 1, row[j - 1] + 1), above[j - 1] + cost);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], two_above[j - 2] + 1);
        }
    }
  return rows[n % 3][m];
}

const char *
chase_guess (const char *word, const char *const *candidates)
{
  glong n = g_utf8_strlen (word, -1);
  g_autofree gunichar *letters = NULL;
  const char *best = NULL;
  guint least = G_MAXUINT;

  if (n == 0 || n > GUESS_MAX)
    return NULL;
  letters = g_utf8_to_ucs4_fast (word, -1, NULL);
  for (; *candidates != NULL; candidates++)
    {
      glong m = g_utf8_strlen (*candidates, -1);
      g_autofree gunichar *other = NULL;
      guint d;

      if (m == 0 || m > GUESS_MAX || ABS (m - n) > MAX (n, m) / 3 + 1)
        continue;
      other = g_utf8_to_ucs4_fast (*candidates, -1, NULL);
      d = distance (letters, n, other, m);
      if (d < least && d <= (guint)MAX (1, MAX (n, m) / 3) && d < (guint)MAX (n, m))
        {
          least = d;
          best = *candidates;
        }
    }
  return best;
}
