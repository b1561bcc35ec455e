/* SPDX-License-Identifier: MIT */
#include "model/label-tokens.h"

#include "model/edit.h"

#include "model/tex.h"

#include <string.h>

typedef struct
{
  const char *text;
  gsize at, end;
  GPtrArray *tokens;
  guint most;
  GArray *groups; /* of gboolean: does the closing brace count? */
} Reader;

static gboolean
is_one_of (const char *word, gsize length, const char *const *words)
{
  for (; *words != NULL; words++)
    if (strlen (*words) == length && memcmp (*words, word, length) == 0)
      return TRUE;
  return FALSE;
}

/* Commands that change how a label looks and not what it says. */
static gboolean
is_silent (const char *word, gsize length)
{
  static const char *const words[] = { "\\,",
                                       "\\;",
                                       "\\:",
                                       "\\!",
                                       "\\ ",
                                       "\\>",
                                       "\\quad",
                                       "\\qquad",
                                       "\\left",
                                       "\\right",
                                       "\\displaystyle",
                                       "\\textstyle",
                                       "\\scriptstyle",
                                       "\\big",
                                       "\\Big",
                                       "\\bigl",
                                       "\\bigr",
                                       "\\Bigl",
                                       "\\Bigr",
                                       "\\scriptscriptstyle",
                                       "\\limits",
                                       "\\thinspace",
                                       "\\mathstrut",
                                       "\\strut",
                                       "\\small",
                                       "\\footnotesize",
                                       "\\scriptsize",
                                       "\\tiny",
                                       "\\normalsize",
                                       "\\large",
                                       "\\mathop",
                                       "\\ensuremath",
                                       NULL };

  return is_one_of (word, length, words);
}

/* Commands whose argument is one upright word. */
static gboolean
is_upright (const char *word, gsize length)
{
  static const char *const words[]
      = { "\\mathrm", "\\operatorname", "\\text",   "\\textrm", "\\mathsf", "\\textsf", "\\mathit",
          "\\textit", "\\mathbf",       "\\textbf", "\\mathtt", "\\texttt", "\\textup", NULL };

  return is_one_of (word, length, words);
}

static const char *
last (const Reader *reader, guint back)
{
  return reader->tokens->len > back
             ? g_ptr_array_index (reader->tokens, reader->tokens->len - 1 - back)
             : "";
}

static void
add (Reader *reader, const char *text, gsize length)
{
  char *token = g_strndup (text, length);

  /* `f^\prime` and `f^{\prime}` are f'. */
  if (strcmp (token, "\\prime") == 0 && strcmp (last (reader, 0), "^") == 0)
    {
      g_ptr_array_set_size (reader->tokens, (gint)reader->tokens->len - 1);
      g_free (token);
      token = g_strdup ("'");
    }
  g_ptr_array_add (reader->tokens, token);
}

static gboolean
takes_argument (const char *token)
{
  return strcmp (token, "_") == 0 || strcmp (token, "^") == 0
         || (token[0] == '\\' && g_ascii_isalpha (token[1]));
}

/* One word in braces: `{id}`, behind \mathrm. */
static gboolean
read_upright (Reader *reader, gsize word_length)
{
  gsize open = reader->at + word_length;
  gsize stop, n = 0;

  while (open < reader->end && reader->text[open] == ' ')
    open++;
  if (open >= reader->end || reader->text[open] != '{')
    return FALSE;
  stop = chase_tex_skip_group (reader->text, open, reader->end);
  if (stop < open + 2 || reader->text[stop - 1] != '}')
    return FALSE;
  while (open + 1 + n < stop - 1
         && (g_ascii_isalnum (reader->text[open + 1 + n]) || reader->text[open + 1 + n] == ' '
             || reader->text[open + 1 + n] == '-'))
    n++;
  if (n == 0 || open + 1 + n != stop - 1)
    return FALSE;
  add (reader, reader->text + open + 1, n);
  reader->at = stop;
  return TRUE;
}

static void
read_command (Reader *reader)
{
  gsize stop = chase_tex_skip_command (reader->text, reader->at, reader->end);
  const char *word = reader->text + reader->at;
  gsize length = stop - reader->at;

  if (is_upright (word, length) && read_upright (reader, length))
    return;
  if (length == strlen ("\\textcolor") && strncmp (word, "\\textcolor", length) == 0)
    {
      while (stop < reader->end && reader->text[stop] == ' ')
        stop++;
      if (stop < reader->end && reader->text[stop] == '{')
        stop = chase_tex_skip_group (reader->text, stop, reader->end);
    }
  else if (!is_silent (word, length))
    add (reader, word, length);
  reader->at = stop;
}

static void
read_brace (Reader *reader)
{
  gboolean open = reader->text[reader->at++] == '{';
  gboolean counts = FALSE;

  if (open)
    {
      counts = takes_argument (last (reader, 0));
      g_array_append_val (reader->groups, counts);
    }
  else if (reader->groups->len > 0)
    {
      counts = g_array_index (reader->groups, gboolean, reader->groups->len - 1);
      g_array_set_size (reader->groups, reader->groups->len - 1);
    }
  if (!counts)
    return;
  /* A group of one token needs no braces. */
  if (!open && strcmp (last (reader, 1), "{") == 0)
    {
      char *only = g_strdup (last (reader, 0));

      g_ptr_array_set_size (reader->tokens, (gint)reader->tokens->len - 2);
      add (reader, only, strlen (only));
      g_free (only);
    }
  else
    add (reader, open ? "{" : "}", 1);
}

static void
read_next (Reader *reader)
{
  char c = reader->text[reader->at];
  const char *next;

  if (c == '\\')
    read_command (reader);
  else if (c == '{' || c == '}')
    read_brace (reader);
  else if (g_ascii_isspace (c) || c == '~' || c == '$')
    reader->at++;
  else
    {
      next = g_utf8_next_char (reader->text + reader->at);
      if (strncmp (reader->text + reader->at, "∘", strlen ("∘")) == 0)
        add (reader, "\\circ", strlen ("\\circ"));
      else
        add (reader, reader->text + reader->at, (gsize)(next - reader->text) - reader->at);
      reader->at = MIN ((gsize)(next - reader->text), reader->end);
    }
}

GPtrArray *
chase_label_tokens (const char *label, guint most)
{
  Reader reader = { .text = label, .end = strlen (label), .most = most };
  gboolean whole;

  reader.tokens = g_ptr_array_new_with_free_func (g_free);
  reader.groups = g_array_new (FALSE, FALSE, sizeof (gboolean));
  while (reader.at < reader.end && reader.tokens->len <= most)
    read_next (&reader);
  whole = reader.tokens->len <= most;
  g_array_unref (reader.groups);
  if (!whole)
    g_clear_pointer (&reader.tokens, g_ptr_array_unref);
  return reader.tokens;
}

char *
chase_label_key (const GPtrArray *tokens, guint from, guint to)
{
  GString *key = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    g_string_append_printf (key, "%s\t", (const char *)g_ptr_array_index (tokens, i));
  return g_string_free (key, FALSE);
}

guint
chase_label_skip_group (const GPtrArray *tokens, guint at, guint to)
{
  const char *open = g_ptr_array_index (tokens, at);
  const char *close = strcmp (open, "(") == 0 ? ")" : strcmp (open, "[") == 0 ? "]" : "}";
  guint depth = 0;

  for (; at < to; at++)
    {
      const char *token = g_ptr_array_index (tokens, at);

      depth += strcmp (token, open) == 0;
      if (strcmp (token, close) == 0 && --depth == 0)
        return at + 1;
    }
  return to;
}

/* `\uncover<2->{f}` of beamer says f, if that is all. Changes @sense. */
static gboolean
drop_overlay (char *sense)
{
  static const char *const commands[] = { "\\uncover", "\\visible", "\\onslide", "\\only" };
  gsize n = strlen (sense);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      gsize at = strlen (commands[i]);

      if (!chase_tex_at_command (sense, 0, n, commands[i]) || sense[at] != '<')
        continue;
      at += strcspn (sense + at, ">") + 1;
      if (at >= n || sense[at] != '{' || chase_tex_skip_group (sense, at, n) != n)
        return FALSE;
      memmove (sense, sense + at, n - at + 1);
      chase_tex_unbrace (sense);
      return TRUE;
    }
  return FALSE;
}

/* A longer label than this is taken for what it says as it stands. */
#define SENSE_MAX 10000

char *
chase_label_sense (const char *label)
{
  static const char *const openings[]
      = { "\\exists!",          "\\exists !",  "\\exists\\,!", "\\exists", "!",   "\\displaystyle",
          "\\scriptstyle",      "\\textstyle", "\\,",          "\\;",      "\\:", "\\ ",
          "\\scriptscriptstyle" };
  char *sense = g_strdup (label);

  if (strlen (sense) > SENSE_MAX)
    return sense;
  chase_tex_unbrace (sense);
  while (drop_overlay (sense))
    continue;
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      gsize n = strlen (openings[i]);

      if (!g_str_has_prefix (sense, openings[i])
          || (g_ascii_isalpha (openings[i][n - 1]) && g_ascii_isalpha (sense[n])))
        continue;
      memmove (sense, sense + n, strlen (sense + n) + 1);
      chase_tex_unbrace (g_strstrip (sense));
      i = G_MAXUINT;
    }
  for (gsize n = strlen (sense);
       n > 1 && (sense[n - 1] == '.' || sense[n - 1] == ',' || sense[n - 1] == ' ')
       && sense[n - 2] != '\\' && sense[n - 2] != '.';
       n--)
    sense[n - 1] = '\0';
  return sense;
}

gboolean
chase_label_is_sign (const char *label)
{
  g_autofree char *sense = chase_label_sense (label);

  return sense[0] == '\0' || chase_label_is_placeholder (sense)
         || chase_label_is_placeholder (label);
}

gboolean
chase_label_is_iso (const char *label)
{
  static const char *const signs[]
      = { "\\sim", "\\cong", "\\simeq", "\\approx", "\\wr", "≅", "∼", "≃", NULL };
  g_autofree char *sense = chase_label_sense (label);

  return g_strv_contains (signs, sense);
}
