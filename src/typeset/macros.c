/* SPDX-License-Identifier: MIT */
#include "typeset/macros.h"

#include "typeset/symbols.h"
#include "typeset/tokens.h"

#include <string.h>

struct _ChaseMacros
{
  gatomicrefcount ref_count;
  ChaseArena arena;
  GHashTable *macros;  /* name -> ChaseMacro, both in the arena */
  GHashTable *colours; /* name -> colour as a pointer */
};

ChaseMacros *
chase_macros_new (void)
{
  ChaseMacros *macros = g_new0 (ChaseMacros, 1);

  g_atomic_ref_count_init (&macros->ref_count);
  macros->macros = g_hash_table_new (g_str_hash, g_str_equal);
  macros->colours = g_hash_table_new (g_str_hash, g_str_equal);
  return macros;
}

ChaseMacros *
chase_macros_ref (ChaseMacros *macros)
{
  g_return_val_if_fail (macros != NULL, NULL);
  g_atomic_ref_count_inc (&macros->ref_count);
  return macros;
}

void
chase_macros_unref (ChaseMacros *macros)
{
  if (macros == NULL || !g_atomic_ref_count_dec (&macros->ref_count))
    return;
  g_hash_table_unref (macros->macros);
  g_hash_table_unref (macros->colours);
  chase_arena_clear (&macros->arena);
  g_free (macros);
}

const ChaseMacro *
chase_macros_find (const ChaseMacros *macros, const char *name)
{
  return macros != NULL ? g_hash_table_lookup (macros->macros, name) : NULL;
}

guint
chase_macros_get_size (const ChaseMacros *macros)
{
  g_return_val_if_fail (macros != NULL, 0);
  return g_hash_table_size (macros->macros);
}

gboolean
chase_macros_has (const ChaseMacros *macros, const char *name)
{
  g_return_val_if_fail (macros != NULL && name != NULL, FALSE);
  return chase_macros_find (macros, name) != NULL;
}

gboolean
chase_macros_get_colour (const ChaseMacros *macros, const char *name, guint32 *rgba)
{
  gpointer value;

  g_return_val_if_fail (macros != NULL && name != NULL, FALSE);
  if (!g_hash_table_lookup_extended (macros->colours, name, NULL, &value))
    return FALSE;
  *rgba = GPOINTER_TO_UINT (value);
  return TRUE;
}

/* Reading definitions. The whole text is split into tokens in the macros' own arena. */

typedef struct
{
  ChaseMacros *macros;
  const ChaseToken *at, *end;
  const ChaseToken *first; /* of the whole text */
  const guint32 *partners; /* of each token of the text that is { or [: what closes it, or 0 */
} Reader;

static gboolean
is_char (const Reader *reader, gunichar character)
{
  return reader->at < reader->end && reader->at->kind == CHASE_TOKEN_CHAR
         && reader->at->character == character;
}

static void
skip_spaces (Reader *reader)
{
  while (is_char (reader, ' '))
    reader->at++;
}

static gboolean
accept (Reader *reader, gunichar character)
{
  skip_spaces (reader);
  if (!is_char (reader, character))
    return FALSE;
  reader->at++;
  return TRUE;
}

/* What is open where the text is read from its end: a closing brace, and the first closing bracket
 * behind the place inside it. */
typedef struct
{
  guint32 brace, bracket;
} Enclosure;

/* For each { the } that closes it, for each [ the next ] that no brace hides: once for the whole
 * text, since most of it may be read again and again while nothing is closed. Caller frees. */
static guint32 *
find_partners (ChaseTokens text)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Enclosure));
  guint32 *partners = g_new0 (guint32, text.length + 1);
  Enclosure outside = { 0, 0 };

  g_array_append_val (open, outside);
  for (guint32 i = text.length; i-- > 0;)
    {
      Enclosure *last = &g_array_index (open, Enclosure, open->len - 1);
      gunichar c = text.tokens[i].kind == CHASE_TOKEN_CHAR ? text.tokens[i].character : 0;

      if (c == '[')
        partners[i] = last->bracket;
      else if (c == ']')
        last->bracket = i;
      else if (c == '{' && open->len > 1)
        {
          partners[i] = last->brace;
          g_array_set_size (open, open->len - 1);
        }
      else if (c == '{')
        last->bracket = 0;
      else if (c == '}')
        g_array_append_val (open, ((Enclosure){ i, 0 }));
    }
  return partners;
}

/* Reads what stands between @open and its partner. FALSE: there is no @open, or nothing that closes
 * it; then all of the text is behind it. */
static gboolean
read_enclosed (Reader *reader, gunichar open, ChaseTokens *content)
{
  const ChaseToken *start, *close;

  if (!accept (reader, open))
    return FALSE;
  start = reader->at;
  close = reader->first + reader->partners[start - 1 - reader->first];
  if (close < start || close >= reader->end)
    {
      reader->at = reader->end;
      return FALSE;
    }
  *content = (ChaseTokens){ start, (guint)(close - start) };
  reader->at = close + 1;
  return TRUE;
}

/* {\name} or \name */
static const char *
read_name (Reader *reader)
{
  const char *name;
  gboolean braced = accept (reader, '{');

  skip_spaces (reader);
  if (reader->at >= reader->end || reader->at->kind != CHASE_TOKEN_COMMAND)
    return NULL;
  name = (reader->at++)->name;
  return !braced || accept (reader, '}') ? name : NULL;
}

/* One token, or what stands in braces. */
static gboolean
read_body (Reader *reader, ChaseTokens *body)
{
  skip_spaces (reader);
  if (is_char (reader, '{'))
    return read_enclosed (reader, '{', body);
  if (reader->at >= reader->end)
    return FALSE;
  *body = (ChaseTokens){ reader->at++, 1 };
  return TRUE;
}

static void
define (ChaseMacros *macros, const ChaseMacro *macro)
{
  ChaseMacro *copy = chase_arena_new (&macros->arena, ChaseMacro);

  *copy = *macro;
  g_hash_table_replace (macros->macros, (gpointer)copy->name, copy);
}

static char *
tokens_to_string (ChaseTokens tokens)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tokens.length; i++)
    {
      const ChaseToken *token = &tokens.tokens[i];

      if (token->kind == CHASE_TOKEN_PARAMETER)
        g_string_append_printf (text, "#%u", token->character);
      else if (token->kind == CHASE_TOKEN_CHAR && token->character == '%')
        g_string_append (text, "\\%");
      else if (token->kind == CHASE_TOKEN_CHAR)
        g_string_append_unichar (text, token->character);
      else if (token->kind == CHASE_TOKEN_COMMAND)
        g_string_append_printf (text, "\\%s%s", token->name,
                                chase_token_is_letter (token->name[0]) ? " " : "");
    }
  return g_string_free (text, FALSE);
}

static gboolean
read_command (Reader *reader, gboolean provide)
{
  ChaseMacro macro = { NULL };
  ChaseTokens count;

  accept (reader, '*');
  macro.name = read_name (reader);
  if (macro.name == NULL)
    return FALSE;
  if (read_enclosed (reader, '[', &count))
    {
      if (count.length != 1 || count.tokens[0].kind != CHASE_TOKEN_CHAR
          || count.tokens[0].character < '0' || count.tokens[0].character > '9')
        return FALSE;
      macro.n_arguments = count.tokens[0].character - '0';
      if (macro.n_arguments > 0 && read_enclosed (reader, '[', &macro.arguments[0].fallback))
        macro.arguments[0].kind = CHASE_ARGUMENT_OPTIONAL;
    }
  if (!read_body (reader, &macro.body))
    return FALSE;
  if (!provide || chase_macros_find (reader->macros, macro.name) == NULL)
    define (reader->macros, &macro);
  return TRUE;
}

/* `1=a, 3={b}`: which arguments of xargs may be left out, and what they are then. */
static gboolean
read_values (const Reader *whole, ChaseTokens list, ChaseMacro *macro)
{
  Reader reader = *whole;

  reader.at = list.tokens;
  reader.end = list.tokens + list.length;
  while (skip_spaces (&reader), reader.at < reader.end)
    {
      guint number = (reader.at++)->character - '1';
      ChaseArgument *argument = number < macro->n_arguments ? &macro->arguments[number] : NULL;

      if (!accept (&reader, '='))
        number = G_MAXUINT;
      else if (argument == NULL)
        return FALSE;
      else if (skip_spaces (&reader), !is_char (&reader, '{'))
        {
          argument->fallback.tokens = reader.at;
          while (reader.at < reader.end && !is_char (&reader, ','))
            reader.at++;
          argument->fallback.length = (guint)(reader.at - argument->fallback.tokens);
        }
      else if (!read_enclosed (&reader, '{', &argument->fallback))
        return FALSE;
      if (number != G_MAXUINT)
        argument->kind = CHASE_ARGUMENT_OPTIONAL;
      while (reader.at < reader.end && !is_char (&reader, ','))
        reader.at++;
      accept (&reader, ',');
    }
  return TRUE;
}

/* xargs' \newcommandx\name[3][1=a]{...}. */
static gboolean
read_command_with_values (Reader *reader)
{
  ChaseMacro macro = { NULL };
  ChaseTokens count, values = { NULL, 0 };

  accept (reader, '*');
  macro.name = read_name (reader);
  if (macro.name == NULL)
    return FALSE;
  if (read_enclosed (reader, '[', &count))
    {
      if (count.length != 1 || count.tokens[0].kind != CHASE_TOKEN_CHAR
          || count.tokens[0].character < '0' || count.tokens[0].character > '9')
        return FALSE;
      macro.n_arguments = count.tokens[0].character - '0';
      if (read_enclosed (reader, '[', &values) && !read_values (reader, values, &macro))
        return FALSE;
    }
  if (!read_body (reader, &macro.body))
    return FALSE;
  define (reader->macros, &macro);
  return TRUE;
}

/* \def\name#1#2{...}: parameters without delimiters only. */
static gboolean
read_def (Reader *reader)
{
  ChaseMacro macro = { NULL };

  macro.name = read_name (reader);
  if (macro.name == NULL)
    return FALSE;
  skip_spaces (reader);
  while (reader->at < reader->end && reader->at->kind == CHASE_TOKEN_PARAMETER)
    {
      if (reader->at->character != macro.n_arguments + 1)
        return FALSE;
      macro.n_arguments++;
      reader->at++;
      skip_spaces (reader);
    }
  if (!read_enclosed (reader, '{', &macro.body))
    return FALSE;
  define (reader->macros, &macro);
  return TRUE;
}

/* What \let saves keeps its meaning when that command is defined anew, so that
 * \let\old\phi \def\phi{\old'} ends. */
static gboolean
read_let (Reader *reader)
{
  ChaseMacro macro = { NULL };
  const ChaseMacro *old;
  ChaseToken *token;

  macro.name = read_name (reader);
  accept (reader, '=');
  skip_spaces (reader);
  if (macro.name == NULL || reader->at >= reader->end)
    return FALSE;
  token = chase_arena_new (&reader->macros->arena, ChaseToken);
  *token = *reader->at++;
  old = token->kind == CHASE_TOKEN_COMMAND ? chase_macros_find (reader->macros, token->name) : NULL;
  if (old != NULL)
    {
      const char *name = macro.name;

      macro = *old;
      macro.name = name;
    }
  else
    {
      token->builtin = TRUE;
      macro.body = (ChaseTokens){ token, 1 };
    }
  define (reader->macros, &macro);
  return TRUE;
}

/* Sets @macro's body to @before, parameter @number, @after (each may be empty). */
static void
set_body (ChaseMacros *macros, ChaseMacro *macro, ChaseTokens before, guint number,
          ChaseTokens after)
{
  guint length = before.length + 1 + after.length;
  ChaseToken *tokens = chase_arena_alloc (&macros->arena, length * sizeof (ChaseToken));

  if (before.length > 0)
    memcpy (tokens, before.tokens, before.length * sizeof (ChaseToken));
  tokens[before.length].kind = CHASE_TOKEN_PARAMETER;
  tokens[before.length].character = number;
  if (after.length > 0)
    memcpy (tokens + before.length + 1, after.tokens, after.length * sizeof (ChaseToken));
  macro->body = (ChaseTokens){ tokens, length };
}

static gboolean
read_operator (Reader *reader)
{
  gboolean star = accept (reader, '*');
  ChaseMacro macro = { NULL };
  ChaseTokens body, before;
  ChaseToken *tokens;

  macro.name = read_name (reader);
  if (macro.name == NULL || !read_body (reader, &body))
    return FALSE;
  before = chase_tokenise (&reader->macros->arena, star ? "\\operatorname*{" : "\\operatorname{",
                           star ? 15 : 14, FALSE);
  tokens = chase_arena_alloc (&reader->macros->arena,
                              (before.length + body.length + 1) * sizeof (ChaseToken));
  memcpy (tokens, before.tokens, before.length * sizeof (ChaseToken));
  tokens[0].builtin = TRUE;
  if (body.length > 0)
    memcpy (tokens + before.length, body.tokens, body.length * sizeof (ChaseToken));
  tokens[before.length + body.length].kind = CHASE_TOKEN_CHAR;
  tokens[before.length + body.length].character = '}';
  macro.body = (ChaseTokens){ tokens, before.length + body.length + 1 };
  define (reader->macros, &macro);
  return TRUE;
}

/* \DeclarePairedDelimiter\abs{\lvert}{\rvert}: \abs, \abs* and \abs[\big] all take one argument. */
static gboolean
read_delimiter (Reader *reader)
{
  ChaseMacro macro = { NULL };
  ChaseTokens open, close;

  macro.name = read_name (reader);
  if (macro.name == NULL || !read_body (reader, &open) || !read_body (reader, &close))
    return FALSE;
  macro.n_arguments = 3;
  macro.arguments[0].kind = CHASE_ARGUMENT_STAR;
  macro.arguments[1].kind = CHASE_ARGUMENT_OPTIONAL;
  set_body (reader->macros, &macro, open, 3, close);
  define (reader->macros, &macro);
  return TRUE;
}

static gboolean
read_specification (const Reader *whole, ChaseTokens specification, ChaseMacro *macro)
{
  Reader reader = *whole;

  reader.at = specification.tokens;
  reader.end = specification.tokens + specification.length;
  for (; skip_spaces (&reader), reader.at < reader.end; macro->n_arguments++)
    {
      ChaseArgument *argument = &macro->arguments[macro->n_arguments];
      gunichar kind;

      accept (&reader, '+');
      skip_spaces (&reader);
      if (macro->n_arguments == 9 || reader.at >= reader.end)
        return FALSE;
      kind = (reader.at++)->character;
      if (kind == 's')
        argument->kind = CHASE_ARGUMENT_STAR;
      else if (kind == 'o' || kind == 'O')
        argument->kind = CHASE_ARGUMENT_OPTIONAL;
      else if (kind != 'm')
        return FALSE;
      if (kind == 'O' && !read_enclosed (&reader, '{', &argument->fallback))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_document_command (Reader *reader)
{
  ChaseMacro macro = { NULL };
  ChaseTokens specification;

  macro.name = read_name (reader);
  if (macro.name == NULL || !read_enclosed (reader, '{', &specification)
      || !read_specification (reader, specification, &macro) || !read_body (reader, &macro.body))
    return FALSE;
  define (reader->macros, &macro);
  return TRUE;
}

static gboolean
read_colour (Reader *reader)
{
  ChaseTokens tokens[3];
  g_autofree char *name = NULL, *model = NULL, *value = NULL;
  guint32 rgba;

  for (guint i = 0; i < 3; i++)
    if (!read_enclosed (reader, '{', &tokens[i]))
      return FALSE;
  name = tokens_to_string (tokens[0]);
  model = tokens_to_string (tokens[1]);
  value = tokens_to_string (tokens[2]);
  if (!chase_colour_parse (reader->macros, model, value, &rgba))
    return FALSE;
  g_hash_table_replace (reader->macros->colours,
                        chase_arena_strndup (&reader->macros->arena, name, strlen (name)),
                        GUINT_TO_POINTER (rgba));
  return TRUE;
}

static gboolean
read_definition (Reader *reader, const char *kind, gboolean *is_definition)
{
  *is_definition = TRUE;
  if (strcmp (kind, "newcommand") == 0 || strcmp (kind, "renewcommand") == 0
      || strcmp (kind, "DeclareRobustCommand") == 0)
    return read_command (reader, FALSE);
  if (strcmp (kind, "providecommand") == 0)
    return read_command (reader, TRUE);
  if (strcmp (kind, "def") == 0 || strcmp (kind, "gdef") == 0 || strcmp (kind, "edef") == 0
      || strcmp (kind, "xdef") == 0)
    return read_def (reader);
  if (strcmp (kind, "let") == 0)
    return read_let (reader);
  if (strcmp (kind, "DeclareMathOperator") == 0)
    return read_operator (reader);
  if (strcmp (kind, "DeclarePairedDelimiter") == 0)
    return read_delimiter (reader);
  if (g_str_has_suffix (kind, "DocumentCommand"))
    return read_document_command (reader);
  if (g_str_has_suffix (kind, "commandx"))
    return read_command_with_values (reader);
  if (strcmp (kind, "definecolor") == 0)
    return read_colour (reader);
  *is_definition = FALSE;
  return TRUE;
}

guint
chase_macros_parse (ChaseMacros *macros, const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree guint32 *partners = NULL;
  ChaseTokens tokens;
  Reader reader;
  guint n_failed = 0;

  g_return_val_if_fail (macros != NULL && text != NULL, 0);
  valid = g_utf8_make_valid (text, -1);
  tokens = chase_tokenise (&macros->arena, valid, strlen (valid), TRUE);
  partners = find_partners (tokens);
  reader
      = (Reader){ macros, tokens.tokens, tokens.tokens + tokens.length, tokens.tokens, partners };
  while (reader.at < reader.end)
    {
      const ChaseToken *token = reader.at++;
      const ChaseToken *after = reader.at;
      gboolean is_definition;

      if (token->kind != CHASE_TOKEN_COMMAND
          || read_definition (&reader, token->name, &is_definition))
        continue;
      n_failed++;
      reader.at = after;
    }
  return n_failed;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *
sorted_keys (GHashTable *table)
{
  GPtrArray *keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, key);
  g_ptr_array_sort (keys, compare_names);
  return keys;
}

static gboolean
is_plain (const ChaseMacro *macro)
{
  for (guint i = 0; i < macro->n_arguments; i++)
    if (macro->arguments[i].kind == CHASE_ARGUMENT_STAR
        || (macro->arguments[i].kind == CHASE_ARGUMENT_OPTIONAL && i > 0))
      return FALSE;
  return TRUE;
}

static void
append_plain (GString *text, const ChaseMacro *macro)
{
  g_autofree char *body = tokens_to_string (macro->body);

  g_string_append_printf (text, "\\newcommand{\\%s}", macro->name);
  if (macro->n_arguments > 0)
    g_string_append_printf (text, "[%u]", macro->n_arguments);
  if (macro->n_arguments > 0 && macro->arguments[0].kind == CHASE_ARGUMENT_OPTIONAL)
    {
      g_autofree char *fallback = tokens_to_string (macro->arguments[0].fallback);

      g_string_append_printf (text, "[%s]", fallback);
    }
  g_string_append_printf (text, "{%s}\n", body);
}

static void
append_document_command (GString *text, const ChaseMacro *macro)
{
  g_autofree char *body = tokens_to_string (macro->body);

  g_string_append_printf (text, "\\NewDocumentCommand{\\%s}{", macro->name);
  for (guint i = 0; i < macro->n_arguments; i++)
    {
      const ChaseArgument *argument = &macro->arguments[i];
      g_autofree char *fallback = tokens_to_string (argument->fallback);

      if (i > 0)
        g_string_append_c (text, ' ');
      if (argument->kind == CHASE_ARGUMENT_STAR)
        g_string_append_c (text, 's');
      else if (argument->kind == CHASE_ARGUMENT_MANDATORY)
        g_string_append_c (text, 'm');
      else
        g_string_append_printf (text, "O{%s}", fallback);
    }
  g_string_append_printf (text, "}{%s}\n", body);
}

/* A macro saved by \let of a built-in command must not be read as the user's new meaning of it. */
static gboolean
is_let (const ChaseMacro *macro)
{
  return macro->body.length == 1 && macro->body.tokens[0].builtin;
}

static void
append_macro (GString *text, const ChaseMacro *macro)
{
  if (is_plain (macro))
    append_plain (text, macro);
  else
    append_document_command (text, macro);
}

char *
chase_macros_to_string (const ChaseMacros *macros)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) colours = NULL;

  g_return_val_if_fail (macros != NULL, NULL);
  names = sorted_keys (macros->macros);
  colours = sorted_keys (macros->colours);
  for (guint i = 0; i < names->len; i++)
    {
      const ChaseMacro *macro = chase_macros_find (macros, names->pdata[i]);
      g_autofree char *body = is_let (macro) ? tokens_to_string (macro->body) : NULL;

      if (body != NULL)
        g_string_append_printf (text, "\\let\\%s=%s\n", macro->name, g_strchomp (body));
    }
  for (guint i = 0; i < names->len; i++)
    {
      const ChaseMacro *macro = chase_macros_find (macros, names->pdata[i]);

      if (!is_let (macro))
        append_macro (text, macro);
    }
  for (guint i = 0; i < colours->len; i++)
    g_string_append_printf (
        text, "\\definecolor{%s}{HTML}{%06X}\n", (const char *)colours->pdata[i],
        GPOINTER_TO_UINT (g_hash_table_lookup (macros->colours, colours->pdata[i])) >> 8);
  return g_string_free (text, FALSE);
}
