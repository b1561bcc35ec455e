/* SPDX-License-Identifier: MIT */
#include "interchange/typst-functions-private.h"

#include "interchange/typst-scan-private.h"

#include <string.h>

/*
 * Functions of a Typst text that make diagrams, or nodes and edges of them:
 * `#let square(a, b, f: $f$) = diagram(...)`. Their calls are put in the place of the functions:
 * what stays of a definition is blank, and lines stay where they are.
 */

/* No text has more of them, nor are they longer, nor call each other deeper. */
#define FUNCTIONS_MAX 60
#define BODY_MAX 6000
#define FILLED_MAX 30000
#define DEPTH_MAX 4
/* What calls make is no longer than the text, and this. */
#define EXPANDED_FREE 20000

typedef struct
{
  char *name;
  GPtrArray *parameters; /* of char: `a`, `f: $f$`, `..rest` */
  char *body;
  gsize start, stop; /* of the definition */
  gboolean makes;
} Function;

static void
function_free (gpointer data)
{
  Function *function = data;

  g_free (function->name);
  g_clear_pointer (&function->parameters, g_ptr_array_unref);
  g_free (function->body);
  g_free (function);
}

static gboolean
is_name_sign (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '-';
}

static gsize
skip_name (const char *text, gsize at, gsize end)
{
  if (at < end && (g_ascii_isalpha (text[at]) || text[at] == '_'))
    while (at < end && is_name_sign (text[at]))
      at++;
  return at;
}

/* Behind the expression that is a function's body: a block, or calls to the end of the line. */
static gsize
skip_body (const char *text, gsize at, gsize end)
{
  while (at < end && text[at] != '\n' && text[at] != ';')
    if (text[at] == '(' || text[at] == '[' || text[at] == '{')
      at = chase_typst_skip_brackets (text, at, end);
    else if (text[at] == '"' || text[at] == '$')
      at = chase_typst_skip_quoted (text, at, end);
    else
      at++;
  return at;
}

/* The function that is defined at @at, behind `let`; NULL: it is a variable. */
static Function *
read_function (const char *text, gsize at, gsize end)
{
  gsize name = chase_typst_skip_blanks (text, at, end);
  gsize open = skip_name (text, name, end);
  gsize close, body, stop;
  Function *function;

  if (open == name || open >= end || text[open] != '(')
    return NULL;
  close = chase_typst_skip_brackets (text, open, MIN (end, open + BODY_MAX));
  body = chase_typst_skip_blanks (text, close, end);
  if (body >= end || text[body] != '=' || text[close - 1] != ')')
    return NULL;
  body = chase_typst_skip_blanks (text, body + 1, end);
  stop = skip_body (text, body, MIN (end, body + BODY_MAX));
  if (stop - body >= BODY_MAX)
    return NULL;
  function = g_new0 (Function, 1);
  function->name = g_strndup (text + name, open - name);
  function->parameters = chase_typst_split (text, open + 1, close - 1);
  function->body = g_strndup (text + body, stop - body);
  function->stop = stop;
  return function;
}

static gboolean
at_name (const char *text, gsize at, gsize end, const char *name)
{
  gsize n = strlen (name);

  return end - at > n && memcmp (text + at, name, n) == 0 && !is_name_sign (text[at + n])
         && (at == 0 || (!is_name_sign (text[at - 1]) && text[at - 1] != '.'));
}

static gboolean
calls (const char *text, const char *name)
{
  gsize end = strlen (text);

  for (const char *p = text; (p = strstr (p, name)) != NULL; p++)
    if (chase_typst_at_call (text, (gsize)(p - text), end, name))
      return TRUE;
  return FALSE;
}

/* Marks the functions whose bodies draw, or call one that does. */
static void
mark_makers (GPtrArray *functions, const char *const *makers)
{
  gboolean changed = TRUE;

  for (guint i = 0; i < functions->len; i++)
    for (guint j = 0; makers[j] != NULL; j++)
      {
        Function *function = g_ptr_array_index (functions, i);

        function->makes = function->makes || calls (function->body, makers[j]);
      }
  while (changed)
    {
      changed = FALSE;
      for (guint i = 0; i < functions->len; i++)
        for (guint j = 0; j < functions->len; j++)
          {
            Function *function = g_ptr_array_index (functions, i);
            const Function *other = g_ptr_array_index (functions, j);

            if (function->makes || !other->makes || !calls (function->body, other->name))
              continue;
            function->makes = changed = TRUE;
          }
    }
}

static GPtrArray *
find_functions (const char *text, gsize length)
{
  GPtrArray *functions = g_ptr_array_new_with_free_func (function_free);

  for (const char *p = text; (p = strstr (p, "let ")) != NULL && functions->len < FUNCTIONS_MAX;)
    {
      gsize at = (gsize)(p - text);
      Function *function
          = at_name (text, at, length, "let") ? read_function (text, at + 3, length) : NULL;

      p += 4;
      if (function == NULL)
        continue;
      function->start = at > 0 && text[at - 1] == '#' ? at - 1 : at;
      p = text + function->stop;
      g_ptr_array_add (functions, function);
    }
  return functions;
}

/* Behind the colon of a parameter or an argument with a name. Caller frees. */
static char *
value_of (const char *parameter)
{
  return g_strchug (g_strdup (parameter + chase_typst_name_length (parameter)));
}

/* Takes the value that @parameter has of its own, if any, into @values. */
static void
bind_own (GHashTable *values, const char *parameter)
{
  gsize n = chase_typst_name_length (parameter);

  if (n > 0)
    g_hash_table_replace (values, g_strndup (parameter, n - 1), value_of (parameter));
}

/* Takes the arguments that name one of @values out of @arguments. */
static void
bind_named (GHashTable *values, GPtrArray *arguments)
{
  for (guint i = 0; i < arguments->len;)
    {
      const char *argument = g_ptr_array_index (arguments, i);
      gsize n = chase_typst_name_length (argument);
      g_autofree char *name = n > 0 ? g_strndup (argument, n - 1) : NULL;

      if (name == NULL || !g_hash_table_contains (values, name))
        {
          i++;
          continue;
        }
      g_hash_table_replace (values, g_steal_pointer (&name), value_of (argument));
      g_ptr_array_remove_index (arguments, i);
    }
}

/* The arguments from number @from on, as they stand. Caller frees. */
static char *
join_rest (const GPtrArray *arguments, guint from)
{
  GString *rest = g_string_new (NULL);

  for (guint i = from; i < arguments->len; i++)
    g_string_append_printf (rest, "%s%s", i > from ? ", " : "",
                            (const char *)g_ptr_array_index (arguments, i));
  return g_string_free (rest, FALSE);
}

/* What each parameter of @function is in a call with @arguments, some of which it takes out: name
 * -> value. Named ones have their own; the others come in order; `..rest` is what is left. */
static GHashTable *
bind (const Function *function, GPtrArray *arguments)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint next = 0;

  for (guint i = 0; i < function->parameters->len; i++)
    bind_own (values, g_ptr_array_index (function->parameters, i));
  bind_named (values, arguments);
  for (guint i = 0; i < function->parameters->len; i++)
    {
      const char *parameter = g_ptr_array_index (function->parameters, i);

      if (chase_typst_name_length (parameter) > 0)
        continue;
      if (g_str_has_prefix (parameter, ".."))
        {
          g_hash_table_replace (values, g_strdup (parameter), join_rest (arguments, next));
          next = arguments->len;
        }
      else if (next < arguments->len)
        g_hash_table_replace (values, g_strdup (parameter),
                              g_strdup (g_ptr_array_index (arguments, next++)));
    }
  return values;
}

/* Appends a value where a formula has `#x`: what is a formula itself stands as it is. */
static void
append_in_formula (const char *value, GString *out)
{
  gsize n = strlen (value);

  if (n >= 2 && *value == '$' && value[n - 1] == '$')
    g_string_append_len (out, value + 1, (gssize)n - 2);
  else
    g_string_append_printf (out, "#%s", value);
}

/* The body with the values in the place of the parameters: in formulas and content those behind a
 * `#`, elsewhere every name. */
static char *
fill (const char *body, GHashTable *values)
{
  GString *out = g_string_new (NULL);
  gsize end = strlen (body);
  gboolean formula = FALSE;

  for (gsize at = 0; at < end && out->len < FILLED_MAX;)
    {
      gboolean sign = body[at] == '#';
      gsize name = at + sign;
      gsize stop = skip_name (body, name, end);
      gsize dots = strncmp (body + at, "..", 2) == 0 ? 2 : 0;
      g_autofree char *word = NULL;
      const char *value;

      if (dots > 0)
        stop = skip_name (body, at + dots, end);
      if (body[at] == '"')
        {
          stop = chase_typst_skip_quoted (body, at, end);
          g_string_append_len (out, body + at, (gssize)(stop - at));
          at = stop;
          continue;
        }
      if (stop <= name + dots)
        {
          formula ^= body[at] == '$';
          g_string_append_c (out, body[at] == '\n' ? ' ' : body[at]);
          at++;
          continue;
        }
      word = g_strndup (body + (dots > 0 ? at : name), stop - (dots > 0 ? at : name));
      value = stop < end && body[stop] == ':' ? NULL : g_hash_table_lookup (values, word);
      if (value == NULL || (formula && !sign && stop - name == 1))
        g_string_append_len (out, body + at, (gssize)(stop - at));
      else if (formula)
        append_in_formula (value, out);
      else
        g_string_append (out, value);
      at = stop;
    }
  return g_string_free (out, FALSE);
}

/* Comments would hide what follows them, once lines are joined. */
static char *
without_comments (const char *body)
{
  GString *out = g_string_new (NULL);
  gsize end = strlen (body);

  for (gsize at = 0; at < end;)
    {
      gsize stop = at + 1;

      if (body[at] == '"')
        stop = chase_typst_skip_quoted (body, at, end);
      else if (body[at] == '/' || g_ascii_isspace (body[at]))
        {
          stop = chase_typst_skip_blanks (body, at, end);
          if (stop > at)
            g_string_append_c (out, ' ');
          at = stop > at ? stop : at;
          if (stop > at || g_ascii_isspace (body[at]) || at == end)
            continue;
          stop = at + 1;
        }
      g_string_append_len (out, body + at, (gssize)(stop - at));
      at = stop;
    }
  return g_string_free (out, FALSE);
}

static const Function *
function_at (const GPtrArray *functions, const char *text, gsize at, gsize end)
{
  if (!g_ascii_isalpha (text[at]) || (at > 0 && is_name_sign (text[at - 1])))
    return NULL;
  for (guint i = 0; i < functions->len; i++)
    {
      const Function *function = g_ptr_array_index (functions, i);

      if (function->makes
          && (chase_typst_at_call (text, at, end, function->name)
              || (at_name (text, at, end, function->name)
                  && text[at + strlen (function->name)] == '[')))
        return function;
    }
  return NULL;
}

/* What the call of @function at *@at makes; *@at is then behind it. */
static char *
expand_call (const Function *function, const char *text, gsize *at, gsize end)
{
  gsize open = *at + strlen (function->name);
  gsize close = open;
  g_autoptr (GPtrArray) arguments = NULL;
  g_autoptr (GHashTable) values = NULL;

  if (text[open] == '(')
    {
      close = chase_typst_skip_brackets (text, open, MIN (end, open + BODY_MAX));
      if (text[close - 1] != ')')
        return NULL;
      arguments = chase_typst_split (text, open + 1, close - 1);
    }
  else
    arguments = g_ptr_array_new_with_free_func (g_free);
  while (close < end && text[close] == '[')
    {
      gsize stop = chase_typst_skip_brackets (text, close, MIN (end, close + BODY_MAX));

      g_ptr_array_add (arguments, g_strndup (text + close, stop - close));
      close = stop;
    }
  *at = close;
  values = bind (function, arguments);
  return fill (function->body, values);
}

/* One round: the calls of [0, @length) opened. *@opened: how many. */
static char *
open_calls (const GPtrArray *functions, const char *text, gsize length, gsize room, guint *opened)
{
  GString *out = g_string_new (NULL);

  *opened = 0;
  for (gsize at = 0; at < length;)
    {
      const Function *function = out->len < room ? function_at (functions, text, at, length) : NULL;
      gsize start = at;
      g_autofree char *made = function != NULL ? expand_call (function, text, &at, length) : NULL;

      if (made == NULL)
        {
          at = start + 1;
          g_string_append_c (out, text[start]);
          continue;
        }
      ++*opened;
      g_string_append (out, made);
      for (; start < at; start++)
        if (text[start] == '\n')
          g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

/* A function that is never called is read with its parameters as they are called. */
static void
forget_uncalled (GPtrArray *functions, const char *text)
{
  for (guint i = 0; i < functions->len; i++)
    {
      Function *function = g_ptr_array_index (functions, i);
      g_autofree char *rest = g_strconcat (function->name, "[", NULL);

      function->makes = function->makes
                        && (calls (text + function->stop, function->name)
                            || strstr (text + function->stop, rest) != NULL);
    }
}

char *
chase_typst_open_functions (const char *text, gsize length, const char *const *makers)
{
  g_autoptr (GPtrArray) functions = NULL;
  gsize room = 2 * length + EXPANDED_FREE;
  char *opened;
  guint n = 1;

  if (g_strstr_len (text, (gssize)length, "let ") == NULL)
    return NULL;
  opened = g_strndup (text, length);
  functions = find_functions (opened, length);
  mark_makers (functions, makers);
  forget_uncalled (functions, opened);
  for (guint i = functions->len; i-- > 0;)
    {
      Function *function = g_ptr_array_index (functions, i);
      g_autofree char *body = function->makes ? function->body : NULL;

      if (body == NULL)
        {
          g_ptr_array_remove_index (functions, i);
          continue;
        }
      function->body = without_comments (body);
      for (gsize at = function->start; at < function->stop; at++)
        opened[at] = opened[at] == '\n' ? '\n' : ' ';
    }
  if (functions->len == 0)
    {
      g_free (opened);
      return NULL;
    }
  for (guint depth = 0; depth < DEPTH_MAX && n > 0; depth++)
    {
      g_autofree char *before = opened;

      opened = open_calls (functions, before, strlen (before), room, &n);
    }
  return opened;
}
