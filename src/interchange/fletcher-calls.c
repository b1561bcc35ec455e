/* SPDX-License-Identifier: MIT */
#include "interchange/fletcher-read-private.h"
#include "interchange/tex-private.h"

#include <string.h>

/* Finding the calls of a diagram. */

/* Calls longer than this have lost their parenthesis. */
#define CALL_MAX 5000

void
chase_fletcher_call_clear (gpointer data)
{
  ChaseFletcherCall *call = data;

  g_clear_pointer (&call->arguments, g_ptr_array_unref);
  chase_name_unref (call->content);
}

static void
add_call (ChaseFletcherReader *reader, guint at, ChaseFletcherCall call)
{
  g_array_insert_val (reader->calls, at, call);
}

/* An argument inside a formula as it would stand in code. */
static char *
argument_in_code (const char *argument)
{
  gsize name = chase_typst_name_length (argument);
  const char *value = argument + name;

  while (*value == ' ')
    value++;
  if (*value == '#')
    return g_strdup_printf ("%.*s%s", (int)name, argument, value + 1);
  /* A word of more than one letter is a name, of a colour here. */
  if (g_str_has_prefix (argument, "stroke:"))
    return g_strdup (argument);
  if (strspn (value, "<>-=|~.") == strlen (value) && strpbrk (value, "-=~") != NULL)
    return g_strdup_printf ("%.*s\"%s\"", (int)name, argument, value);
  if ((*value == '"' && chase_typst_skip_quoted (value, 0, strlen (value)) == strlen (value))
      || *value == '$' || *value == '<')
    return g_strdup_printf ("%.*s%s", (int)name, argument, value);
  return g_strdup_printf ("%.*s$%s$", (int)name, argument, value);
}

/* Behind the call at @at with its content blocks; *@call gets its arguments. */
static gsize
read_call (const ChaseFletcherReader *reader, gsize at, gsize end, gboolean formula,
           ChaseFletcherCall *call)
{
  const char *text = reader->source->text;
  gsize open = (gsize)((const char *)memchr (text + at, '(', end - at) - text);
  gsize close = chase_typst_skip_brackets (text, open, MIN (end, open + CALL_MAX));

  call->offset = at;
  call->arguments = chase_typst_split (text, open + 1, MAX (close, open + 2) - 1);
  for (guint i = 0; formula && i < call->arguments->len; i++)
    {
      char *before = g_ptr_array_index (call->arguments, i);

      call->arguments->pdata[i] = argument_in_code (before);
      g_free (before);
    }
  while (!formula && close < end && text[close] == '[')
    {
      gsize stop = chase_typst_skip_brackets (text, close, MIN (end, close + CALL_MAX));

      g_ptr_array_add (call->arguments, g_strndup (text + close, stop - close));
      close = stop;
    }
  return close;
}

static gboolean
at_call (const ChaseFletcherReader *reader, gsize at, gsize end, ChaseFletcherCallKind *kind)
{
  const char *text = reader->source->text;

  *kind = chase_typst_at_call (text, at, end, "node") ? CALL_NODE : CALL_EDGE;
  return *kind == CALL_NODE || chase_typst_at_call (text, at, end, "edge")
         || chase_typst_at_call (text, at, end, "arr")
         || chase_typst_at_call (text, at, end, "fletcher.edge");
}

static void
end_cell (ChaseFletcherReader *reader, GString *cell, guint first, double column, double row,
          gsize offset)
{
  ChaseFletcherCall call
      = { .kind = CALL_NODE, .offset = offset, .in_cell = TRUE, .x = column, .y = row };
  g_autofree char *bare = g_strstrip (g_strdup (cell->str));
  gboolean code = g_str_has_prefix (bare, "#text(")
                  && chase_typst_skip_embedded (bare, 0, strlen (bare)) == strlen (bare);
  g_autofree char *formula = code ? g_strdup (bare) : g_strconcat ("$", bare, "$", NULL);

  g_string_truncate (cell, 0);
  if (*bare == '\0')
    return;
  call.content = chase_name_table_intern (reader->contents, formula, strlen (formula));
  add_call (reader, first, call);
}

/* A formula: cells between `&`, rows between backslashes that escape nothing. */
static void
find_in_formula (ChaseFletcherReader *reader, gsize at, gsize end)
{
  const char *text = reader->source->text;
  g_autoptr (GString) cell = g_string_new (NULL);
  double column = 0, row = 0;
  guint first = reader->calls->len;
  gsize start = at;

  while (at < end)
    {
      gsize next = chase_typst_skip_blanks (text, at, end);
      gsize code = text[at] == '#'; /* behind it a call is code, not a formula */
      ChaseFletcherCallKind kind;

      if (next > at)
        {
          g_string_append_c (cell, ' ');
          at = next;
        }
      else if (at_call (reader, at + code, end, &kind))
        {
          ChaseFletcherCall call = { .kind = kind, .in_cell = TRUE, .x = column, .y = row };

          at = read_call (reader, at + code, end, code == 0, &call);
          g_array_append_val (reader->calls, call);
        }
      else if (text[at] == '&'
               || (text[at] == '\\' && (at + 1 >= end || g_ascii_isspace (text[at + 1]))))
        {
          end_cell (reader, cell, first, column, row, start);
          column = text[at] == '&' ? column + 1 : 0;
          row += text[at] != '&';
          first = reader->calls->len;
          start = ++at;
        }
      else
        {
          next = text[at] == '"'    ? chase_typst_skip_quoted (text, at, end)
                 : text[at] == '#'  ? MAX (chase_typst_skip_embedded (text, at, end), at + 1)
                 : text[at] == '\\' ? at + 2
                 : g_ascii_isalnum (text[at])
                     ? at
                           + strspn (text + at,
                                     "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                     "0123456789")
                     : at + 1;
          next = MIN (next, end);
          g_string_append_len (cell, text + at, (gssize)(next - at));
          at = next;
        }
    }
  end_cell (reader, cell, first, column, row, start);
}

/* `let a = (0, 1)`, `let (a, b) = ((0, 0), (1, 0))`. */
static gsize
read_let (ChaseFletcherReader *reader, gsize at, gsize end)
{
  const char *text = reader->source->text;
  gsize name = chase_typst_skip_blanks (text, at + strlen ("let"), end);
  const char *sign = memchr (text + name, '=', MIN (end - name, 200));
  gsize value, stop;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) values = NULL;
  gboolean several = name < end && text[name] == '(';

  if (sign == NULL)
    return at + 3;
  value = chase_typst_skip_blanks (text, (gsize)(sign - text) + 1, end);
  if (value >= end || text[value] != '(')
    return value;
  stop = chase_typst_skip_brackets (text, value, MIN (end, value + CALL_MAX));
  if (several)
    {
      names = chase_typst_split (text, name + 1,
                                 MAX (chase_typst_skip_brackets (text, name, end), name + 2) - 1);
      values = chase_typst_split (text, value + 1, MAX (stop, value + 2) - 1);
    }
  else
    {
      names = chase_typst_split (text, name, (gsize)(sign - text));
      values = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (values, g_strndup (text + value, stop - value));
    }
  for (guint i = 0; i < MIN (names->len, values->len); i++)
    g_hash_table_replace (reader->lets, g_strdup (g_ptr_array_index (names, i)),
                          g_strdup (g_ptr_array_index (values, i)));
  return stop;
}

static gboolean
at_word (const char *text, gsize at, gsize end, const char *word)
{
  gsize n = strlen (word);

  return end - at > n && memcmp (text + at, word, n) == 0 && !g_ascii_isalnum (text[at + n])
         && (at == 0 || !g_ascii_isalnum (text[at - 1]));
}

/* `..nodes`: what it stands for is elsewhere. What follows a loop is read as it stands. */
static gsize
report_spread (ChaseFletcherReader *reader, gsize at, gsize end)
{
  const char *text = reader->source->text;
  gsize n = 2;
  g_autofree char *name = NULL;

  while (at + n < end
         && (g_ascii_isalnum (text[at + n]) || text[at + n] == '-' || text[at + n] == '_'))
    n++;
  name = g_strndup (text + at, n);
  if (strcmp (name, "..for") == 0)
    chase_source_warn (reader->source, at, n, NULL,
                       "loops are not run: what this one makes is read once, as it stands");
  else
    chase_fletcher_report_unknown (reader, at, name);
  return at + n;
}

void
chase_fletcher_find_calls (ChaseFletcherReader *reader, gsize at, gsize end)
{
  const char *text = reader->source->text;

  while (at < end)
    {
      gsize next = chase_typst_skip_blanks (text, at, end);
      ChaseFletcherCallKind kind;

      if (next > at)
        at = next;
      else if (text[at] == '"')
        at = chase_typst_skip_quoted (text, at, end);
      else if (text[at] == '$')
        {
          next = chase_typst_skip_quoted (text, at, end);
          find_in_formula (reader, at + 1, MAX (next, at + 2) - 1);
          at = next;
        }
      else if (chase_tex_at (text, at, end, "..") && at + 2 < end && g_ascii_isalpha (text[at + 2])
               && (at == 0 || !g_ascii_isdigit (text[at - 1])))
        at = report_spread (reader, at, end);
      else if (at_word (text, at, end, "let"))
        at = read_let (reader, at, end);
      else if (at_word (text, at, end, "axes"))
        {
          reader->upwards = g_strstr_len (text + at, (gssize)MIN (end - at, 30), "btt") != NULL;
          at += 4;
        }
      else if (at_call (reader, at, end, &kind))
        {
          ChaseFletcherCall call = { .kind = kind };

          at = read_call (reader, at, end, FALSE, &call);
          g_array_append_val (reader->calls, call);
        }
      else
        at++;
    }
}
