/* SPDX-License-Identifier: MIT */
#include "notation/notation.h"

#include <string.h>

#include "i18n.h"

/* A longer line is cut to a window of this many characters around the place. */
#define WINDOW 100
#define BEFORE 40

#define BOLD "\033[1m"
#define RED "\033[1;31m"
#define MAGENTA "\033[1;35m"
#define GREEN "\033[1;32m"
#define PLAIN "\033[0m"

typedef struct
{
  const char *start;
  const char *end;
} Line;

/* The next @sign, or @end. */
static const char *
find (const char *p, const char *end, char sign)
{
  const char *found = memchr (p, sign, (gsize)(end - p));

  return found != NULL ? found : end;
}

static gboolean
find_line (const char *text, gsize length, guint number, Line *line)
{
  const char *end = text + length;
  const char *p = text, *newline = NULL, *cr = NULL;

  if (length >= 3 && memcmp (text, "\357\273\277", 3) == 0)
    p += 3;
  for (guint n = 1;; n++)
    {
      const char *stop;

      /* Each is looked for once, though all lines may end with the other one. */
      if (newline == NULL || newline < p)
        newline = find (p, end, '\n');
      if (cr == NULL || cr < p)
        cr = find (p, end, '\r');
      stop = MIN (newline, cr);
      if (n == number)
        {
          *line = (Line){ p, stop };
          return TRUE;
        }
      if (stop == end)
        return FALSE;
      p = stop + (stop[0] == '\r' && stop + 1 < end && stop[1] == '\n' ? 2 : 1);
    }
}

/* Reads one character; bytes that are none are one replacement each. */
static gunichar
next_character (const char **p, const char *end)
{
  gunichar c = g_utf8_get_char_validated (*p, end - *p);

  if (**p == '\0' || c == (gunichar)-1 || c == (gunichar)-2)
    {
      (*p)++;
      return 0xFFFD;
    }
  *p = g_utf8_next_char (*p);
  return c;
}

static void
append_shown (GString *out, gunichar c)
{
  if (c != '\t' && (g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_FORMAT))
    c = 0xFFFD;
  g_string_append_unichar (out, c);
}

/* What stands in the line of carets under @c. */
static void
append_under (GString *out, gunichar c, char mark)
{
  if (c == '\t')
    {
      g_string_append_c (out, '\t');
      return;
    }
  if (g_unichar_iszerowidth (c) && g_unichar_type (c) != G_UNICODE_FORMAT)
    return;
  g_string_append_c (out, mark);
  if (g_unichar_iswide (c))
    g_string_append_c (out, mark == '^' ? '~' : mark);
}

/* Appends the line, cut to a window around the place, and the carets under it. */
static void
append_source (GString *out, const ChaseProblem *problem, const Line *line, gboolean colour)
{
  g_autoptr (GString) carets = g_string_new (NULL);
  guint first = problem->column > BEFORE + WINDOW / 4 ? problem->column - BEFORE : 1;
  const char *p = line->start;
  guint column = 1;
  gboolean marked = FALSE;

  for (; p < line->end && column < first; column++)
    next_character (&p, line->end);
  if (first > 1)
    {
      g_string_append (out, "...");
      g_string_append (carets, "   ");
    }
  for (; p < line->end && column < first + WINDOW; column++)
    {
      gunichar c = next_character (&p, line->end);

      append_shown (out, c);
      if (column < problem->column)
        append_under (carets, c, ' ');
      else if (column == problem->column)
        append_under (carets, c == '\t' ? ' ' : c, '^');
      else if (column - problem->column < problem->length)
        append_under (carets, c == '\t' ? ' ' : c, '~');
      marked = marked || column == problem->column;
    }
  if (p < line->end)
    g_string_append (out, "...");
  if (!marked)
    g_string_append_c (carets, '^');
  g_string_append_printf (out, "\n%s%s%s\n", colour ? GREEN : "", carets->str, colour ? PLAIN : "");
}

static void
append_place (GString *out, const ChaseProblem *problem, const char *filename)
{
  g_autofree char *shown = g_utf8_make_valid (filename != NULL ? filename : "-", -1);

  g_string_append (out, shown);
  if (problem->line > 0)
    g_string_append_printf (out, ":%u", problem->line);
  if (problem->line > 0 && problem->column > 0)
    g_string_append_printf (out, ":%u", problem->column);
  g_string_append (out, ": ");
}

char *
chase_problem_format (const ChaseProblem *problem, const char *filename, const char *text,
                      gsize length, gboolean colour)
{
  GString *out = g_string_new (NULL);
  gboolean error = problem->severity == CHASE_SEVERITY_ERROR;
  Line line;

  if (colour)
    g_string_append (out, BOLD);
  append_place (out, problem, filename);
  if (colour)
    g_string_append_printf (out, "%s%s%s%s ", error ? RED : MAGENTA,
                            error ? "error:" : "warning:", PLAIN, BOLD);
  else
    g_string_append_printf (out, "%s ", error ? "error:" : "warning:");
  g_string_append_printf (out, "%s%s\n", problem->message, colour ? PLAIN : "");
  if (text != NULL && problem->line > 0 && problem->column > 0
      && find_line (text, length, problem->line, &line))
    append_source (out, problem, &line, colour);
  if (problem->hint != NULL)
    g_string_append_printf (out, "%s%s%s %s\n", colour ? BOLD : "", _ ("hint:"),
                            colour ? PLAIN : "", problem->hint);
  return g_string_free (out, FALSE);
}
