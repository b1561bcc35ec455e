/* SPDX-License-Identifier: MIT */
#include "app/text-merge.h"

#include <string.h>

/* The lines that differ: [from, to) of the one text, [from, until) of the other. */
typedef struct
{
  guint from, to, until;
} Change;

static Change
find_change (char **before, char **after)
{
  guint n = g_strv_length (before), m = g_strv_length (after), from = 0, back = 0;

  while (from < MIN (n, m) && strcmp (before[from], after[from]) == 0)
    from++;
  while (back < MIN (n, m) - from && strcmp (before[n - 1 - back], after[m - 1 - back]) == 0)
    back++;
  return (Change){ from, n - back, m - back };
}

static gboolean
says (const char *line, const char *wanted)
{
  g_autofree char *a = g_strstrip (g_strdup (line));
  g_autofree char *b = g_strstrip (g_strdup (wanted));

  return strcmp (a, b) == 0;
}

/* The only place in @lines where those of [@from, @to) of @wanted stand; G_MAXUINT for none. */
static guint
find_lines (char **lines, char **wanted, guint from, guint to)
{
  guint n = g_strv_length (lines), found = G_MAXUINT;

  for (guint at = 0; to > from && at + (to - from) <= n; at++)
    {
      guint k = 0;

      while (k < to - from && says (lines[at + k], wanted[from + k]))
        k++;
      if (k < to - from)
        continue;
      if (found != G_MAXUINT)
        return G_MAXUINT;
      found = at;
    }
  return found;
}

/* Where the changed lines begin in @lines: they may be known by both neighbours, by one, or by
 * themselves. */
static guint
find_place (char **lines, char **before, const Change *change)
{
  guint n = g_strv_length (before), at;
  gboolean has_above = change->from > 0, has_below = change->to < n;

  if (has_above && has_below
      && (at = find_lines (lines, before, change->from - 1, change->to + 1)) != G_MAXUINT)
    return at + 1;
  if (change->to > change->from
      && (at = find_lines (lines, before, change->from, change->to)) != G_MAXUINT)
    return at;
  if (has_above && (at = find_lines (lines, before, change->from - 1, change->to)) != G_MAXUINT)
    return at + 1;
  if (has_below && (at = find_lines (lines, before, change->from, change->to + 1)) != G_MAXUINT)
    return at;
  return G_MAXUINT;
}

static void
take_lines (GPtrArray *out, char **lines, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    g_ptr_array_add (out, lines[i]);
}

char *
chase_text_merge (const char *text, const char *before, const char *after)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) old = g_strsplit (before, "\n", -1);
  g_auto (GStrv) fresh = g_strsplit (after, "\n", -1);
  Change change = find_change (old, fresh);
  guint at = find_place (lines, old, &change);
  g_autoptr (GPtrArray) out = g_ptr_array_new ();

  if (change.from == change.to && change.from == change.until)
    return g_strdup (text);
  if (at == G_MAXUINT)
    return NULL;
  take_lines (out, lines, 0, at);
  take_lines (out, fresh, change.from, change.until);
  take_lines (out, lines, at + (change.to - change.from), g_strv_length (lines));
  g_ptr_array_add (out, NULL);
  return g_strjoinv ("\n", (char **)out->pdata);
}
