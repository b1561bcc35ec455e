/* SPDX-License-Identifier: MIT */
#include "interchange/tex-macros-private.h"

#include "interchange/tex-private.h"

#include <string.h>

/* What a macro makes of its arguments. */

#define ARGUMENTS_MAX 9
/* No body asks more often than this whether an argument is there. */
#define CONDITIONS_MAX 50

/* How xparse says that an optional argument is not there, and whether there was a star. */
#define NO_VALUE "-NoValue-"
#define TRUE_WORD "\\BooleanTrue"
#define FALSE_WORD "\\BooleanFalse"

typedef enum
{
  ARGUMENT_PLAIN,
  ARGUMENT_OPTIONAL, /* between its signs; else its value */
  ARGUMENT_GROUP,    /* in braces; else its value */
  ARGUMENT_TOKEN,    /* is its sign there? */
  ARGUMENT_VERBATIM, /* in braces, or between any sign and the next of its kind */
  ARGUMENT_MARKED, /* behind its sign, `^{f}`; else its value. Those that follow each other come in
                      any order */
} ArgumentKind;

typedef struct
{
  const char *definition;
  gsize length;
  guint n;
  ArgumentKind kinds[ARGUMENTS_MAX];
  char open[ARGUMENTS_MAX], close[ARGUMENTS_MAX]; /* its signs */
  char *values[ARGUMENTS_MAX];                    /* of those that may be left out; owned */
  gsize body; /* where its brace is, or the command that \let names */
  gboolean is_let;
} Signature;

static void
signature_clear (Signature *signature)
{
  for (guint i = 0; i < ARGUMENTS_MAX; i++)
    g_free (signature->values[i]);
}

static gboolean
begins_with (const char *definition, const char *const *commands)
{
  gsize length = strlen (definition);

  for (; *commands != NULL; commands++)
    if (chase_tex_at_command (definition, 0, length, *commands))
      return TRUE;
  return FALSE;
}

static void
set_optional (Signature *signature, guint i, char *value)
{
  g_free (signature->values[i]);
  signature->kinds[i] = ARGUMENT_OPTIONAL;
  signature->open[i] = '[';
  signature->close[i] = ']';
  signature->values[i] = value;
}

/* What is between the bracket at *@at and its partner; *@at is then behind that. */
static char *
take_bracket (const char *text, gsize *at, gsize end)
{
  gsize stop = chase_tex_skip_bracket (text, *at, end);
  char *inside = g_strndup (text + *at + 1, MAX (stop, *at + 2) - *at - 2);

  *at = stop;
  return inside;
}

/* `[3][1=a, 3={b, c}]` of xargs. */
static void
read_values (Signature *signature, const char *list)
{
  g_autoptr (GPtrArray) parts = chase_tex_split (list, ',', FALSE);

  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);
      guint number = (guint)(*part - '1');
      const char *value = strchr (part, '=');

      if (value != NULL && number < signature->n)
        set_optional (signature, number, chase_tex_unbrace (g_strstrip (g_strdup (value + 1))));
    }
}

/* `[2][value]`. */
static gsize
read_count (Signature *signature, gsize at, gboolean several)
{
  const char *text = signature->definition;
  g_autofree char *value = NULL;

  if (at + 2 >= signature->length || text[at] != '[' || !g_ascii_isdigit (text[at + 1]))
    return at;
  signature->n = (guint)(text[at + 1] - '0');
  at = chase_tex_skip_bracket (text, at, signature->length);
  at = chase_tex_skip_blanks (text, at, signature->length);
  if (at >= signature->length || text[at] != '[')
    return at;
  value = take_bracket (text, &at, signature->length);
  if (several)
    read_values (signature, value);
  else if (signature->n > 0)
    set_optional (signature, 0, g_steal_pointer (&value));
  return at;
}

/* The group at *@at without its braces; *@at is then behind it. NULL where there is none. */
static char *
take_group (const char *text, gsize *at, gsize end)
{
  gsize start = chase_tex_skip_blanks (text, *at, end);

  if (start >= end || text[start] != '{')
    return NULL;
  *at = MIN (chase_tex_skip_group (text, start, end), end);
  return chase_tex_unbrace (g_strndup (text + start, *at - start));
}

/* The sign at *@at, which is then behind it; 0 where there is none. */
static char
take_sign (const char *text, gsize *at, gsize end)
{
  *at = chase_tex_skip_blanks (text, *at, end);
  return *at < end ? text[(*at)++] : '\0';
}

/* `e{^_}`, `E{^_}{{a}{b}}`: an argument for each sign. */
static gboolean
read_marks (Signature *signature, gboolean valued, gsize *at, gsize stop)
{
  const char *text = signature->definition;
  g_autofree char *signs = take_group (text, at, stop);
  g_autofree char *values = valued ? take_group (text, at, stop) : NULL;
  gsize value = 0;

  if (signs == NULL || (valued && values == NULL))
    return FALSE;
  for (const char *sign = signs; *sign != '\0'; sign++)
    {
      guint n = signature->n;

      if (g_ascii_isspace (*sign))
        continue;
      if (n == ARGUMENTS_MAX)
        return FALSE;
      signature->kinds[n] = ARGUMENT_MARKED;
      signature->open[n] = *sign;
      signature->values[n] = values != NULL ? take_group (values, &value, strlen (values)) : NULL;
      if (signature->values[n] == NULL)
        signature->values[n] = g_strdup (NO_VALUE);
      signature->n++;
    }
  return TRUE;
}

/* One kind of argument, whose letter is before *@at. FALSE for what is none that is read here. */
static gboolean
read_kind (Signature *signature, char kind, gsize *at, gsize stop)
{
  const char *text = signature->definition;
  guint n = signature->n;

  if (kind == 'e' || kind == 'E')
    return read_marks (signature, kind == 'E', at, stop);
  if (n == ARGUMENTS_MAX || strchr ("msovOdDrRtgG", kind) == NULL)
    return FALSE;
  if (kind == 's' || kind == 't')
    {
      signature->kinds[n] = ARGUMENT_TOKEN;
      signature->open[n] = kind == 's' ? '*' : take_sign (text, at, stop);
    }
  else if (kind == 'v')
    signature->kinds[n] = ARGUMENT_VERBATIM;
  else if (kind != 'm')
    {
      set_optional (signature, n, NULL);
      if (strchr ("dDrR", kind) != NULL)
        {
          signature->open[n] = take_sign (text, at, stop);
          signature->close[n] = take_sign (text, at, stop);
        }
      else if (kind == 'g' || kind == 'G')
        signature->kinds[n] = ARGUMENT_GROUP;
      signature->values[n]
          = g_ascii_isupper (kind) ? take_group (text, at, stop) : g_strdup (NO_VALUE);
      if (signature->values[n] == NULL)
        return FALSE;
    }
  signature->n++;
  return TRUE;
}

/* xparse's `{s O{r} m}` (its manual, section "Specifying arguments"); FALSE for `b`, which
 * environments alone have. */
static gboolean
read_specification (Signature *signature, gsize at, gsize stop)
{
  const char *text = signature->definition;

  while (at < stop)
    {
      char kind = text[at++];

      /* `>{...}` is what is done to an argument. */
      if (kind == '>')
        g_free (take_group (text, &at, stop));
      else if (!g_ascii_isspace (kind) && kind != '+' && kind != '!'
               && !read_kind (signature, kind, &at, stop))
        return FALSE;
    }
  return TRUE;
}

/* Behind the name that is defined, or 0. */
static gsize
find_name (const char *definition, const char *name)
{
  gsize length = strlen (definition);
  const char *found = strstr (definition, name);
  gsize at;

  while (found != NULL
         && !chase_tex_at_command (definition, (gsize)(found - definition), length, name))
    found = strstr (found + 1, name);
  if (found == NULL)
    return 0;
  at = (gsize)(found - definition) + strlen (name);
  if (at < length && definition[at] == '}')
    at++;
  return chase_tex_skip_blanks (definition, at, length);
}

static gboolean
read_signature (Signature *signature, const char *name)
{
  static const char *const plain[] = { "\\newcommand",
                                       "\\renewcommand",
                                       "\\providecommand",
                                       "\\DeclareRobustCommand",
                                       "\\def",
                                       "\\gdef",
                                       "\\edef",
                                       "\\xdef",
                                       NULL };
  static const char *const several[]
      = { "\\newcommandx", "\\renewcommandx", "\\providecommandx", NULL };
  static const char *const specified[]
      = { "\\NewDocumentCommand",     "\\RenewDocumentCommand",         "\\ProvideDocumentCommand",
          "\\DeclareDocumentCommand", "\\NewExpandableDocumentCommand", NULL };
  static const char *const let[] = { "\\let", NULL };
  const char *text = signature->definition;
  gsize at = find_name (text, name);

  /* A sign, as `\\` is one, and what environments begin and end with have their own meaning in a
   * diagram whatever the text makes of them. */
  if (at == 0 || at >= signature->length || !g_ascii_isalpha (name[1])
      || strcmp (name, "\\begin") == 0 || strcmp (name, "\\end") == 0)
    return FALSE;
  signature->is_let = begins_with (text, let);
  if (signature->is_let && text[at] == '=')
    at = chase_tex_skip_blanks (text, at + 1, signature->length);
  if (begins_with (text, plain) || begins_with (text, several))
    {
      at = read_count (signature, at, begins_with (text, several));
      at = chase_tex_skip_blanks (text, at, signature->length);
      for (; at + 1 < signature->length && text[at] == '#'; at += 2)
        if (signature->n == ARGUMENTS_MAX || text[at + 1] != (char)('1' + signature->n++))
          return FALSE;
    }
  else if (begins_with (text, specified) && text[at] == '{')
    {
      gsize stop = chase_tex_skip_group (text, at, signature->length);

      if (!read_specification (signature, at + 1, stop - 1))
        return FALSE;
      at = chase_tex_skip_blanks (text, stop, signature->length);
    }
  else if (!signature->is_let)
    return FALSE;
  signature->body = at;
  return at < signature->length && text[at] == (signature->is_let ? '\\' : '{');
}

/* What is between the sign at *@at and its partner @close; *@at is then behind that. */
static char *
take_delimited (const char *text, gsize *at, gsize end, char open, char close)
{
  gsize stop = *at + 1, start = stop;
  guint depth = 1;

  if (open == '[' && close == ']')
    return take_bracket (text, at, end);
  while (stop < end)
    {
      if (text[stop] == close && --depth == 0)
        break;
      depth += text[stop] == open;
      stop = text[stop] == '{'    ? chase_tex_skip_group (text, stop, end)
             : text[stop] == '\\' ? chase_tex_skip_command (text, stop, end)
                                  : stop + 1;
    }
  *at = MIN (stop + 1, end);
  return g_strndup (text + start, MIN (stop, end) - start);
}

/* A group, a command or one sign; NULL: the text is at its end. */
static char *
take_plain (const char *text, gsize *at, gsize end)
{
  gsize start = chase_tex_skip_blanks (text, *at, end);
  gsize next;

  if (start >= end)
    return NULL;
  next = text[start] == '{'    ? chase_tex_skip_group (text, start, end)
         : text[start] == '\\' ? chase_tex_skip_command (text, start, end)
                               : (gsize)(g_utf8_next_char (text + start) - text);
  *at = MIN (next, end);
  return chase_tex_unbrace (g_strndup (text + start, *at - start));
}

/* `|a_b|` or `{a_b}`, as it stands; NULL where there is no second sign. */
static char *
take_verbatim (const char *text, gsize *at, gsize end)
{
  gsize start = *at;
  const char *close;

  if (start >= end || text[start] == '{')
    return take_plain (text, at, end);
  close = memchr (text + start + 1, text[start], end - start - 1);
  if (close == NULL)
    return NULL;
  *at = (gsize)(close - text) + 1;
  return g_strndup (text + start + 1, (gsize)(close - text) - start - 1);
}

/* The argument number @i at *@at, which is then behind it; NULL: the text is at its end. */
static char *
take_argument (const Signature *signature, guint i, const char *text, gsize *at, gsize end)
{
  gsize start = chase_tex_skip_blanks (text, *at, end);
  ArgumentKind kind = signature->kinds[i];
  char sign = kind == ARGUMENT_GROUP ? '{' : signature->open[i];

  if (kind == ARGUMENT_PLAIN)
    return take_plain (text, at, end);
  if (kind == ARGUMENT_VERBATIM)
    {
      *at = start;
      return take_verbatim (text, at, end);
    }
  if (start >= end || text[start] != sign)
    return g_strdup (kind == ARGUMENT_TOKEN ? FALSE_WORD : signature->values[i]);
  *at = start;
  if (kind == ARGUMENT_GROUP)
    return take_plain (text, at, end);
  if (kind == ARGUMENT_OPTIONAL)
    return take_delimited (text, at, end, sign, signature->close[i]);
  ++*at;
  return kind == ARGUMENT_TOKEN ? g_strdup (TRUE_WORD) : take_plain (text, at, end);
}

/* Those behind signs, from number @first on, in the order in which they stand. */
static void
take_marked (const Signature *signature, guint first, const char *text, gsize *at, gsize end,
             GPtrArray *arguments)
{
  guint n = first;
  gboolean found = TRUE;

  for (; n < signature->n && signature->kinds[n] == ARGUMENT_MARKED; n++)
    g_ptr_array_add (arguments, NULL);
  while (found)
    {
      found = FALSE;
      for (guint i = first; i < n && !found; i++)
        {
          gsize start = chase_tex_skip_blanks (text, *at, end);

          found = arguments->pdata[i] == NULL && start < end && text[start] == signature->open[i];
          if (found)
            arguments->pdata[i] = take_argument (signature, i, text, at, end);
          found = found && arguments->pdata[i] != NULL;
        }
    }
  for (guint i = first; i < n; i++)
    if (arguments->pdata[i] == NULL)
      arguments->pdata[i] = g_strdup (signature->values[i]);
}

/* The condition of xparse at @at of @text, as the part of it that holds. *@stop is behind it. NULL:
 * there is none. */
static char *
decide (const char *text, gsize at, gsize *stop)
{
  static const struct
  {
    const char *command;
    const char *word; /* it asks whether its first argument is this */
    gboolean is;
    guint parts; /* 1: for yes, 2: for no, 3: for both */
  } conditions[] = {
    { "\\IfNoValueTF", NO_VALUE, TRUE, 3 },
    { "\\IfNoValueT", NO_VALUE, TRUE, 1 },
    { "\\IfNoValueF", NO_VALUE, TRUE, 2 },
    { "\\IfValueTF", NO_VALUE, FALSE, 3 },
    { "\\IfValueT", NO_VALUE, FALSE, 1 },
    { "\\IfValueF", NO_VALUE, FALSE, 2 },
    { "\\IfBooleanTF", TRUE_WORD, TRUE, 3 },
    { "\\IfBooleanT", TRUE_WORD, TRUE, 1 },
    { "\\IfBooleanF", TRUE_WORD, TRUE, 2 },
    { "\\IfBlankTF", "", TRUE, 3 },
    { "\\ifblank", "", TRUE, 3 },
    { "\\ifstrempty", "", TRUE, 3 },
  };
  gsize end = strlen (text);

  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    {
      g_autoptr (GPtrArray) parts = NULL;
      gboolean holds;

      if (!chase_tex_at_command (text, at, end, conditions[i].command))
        continue;
      parts = g_ptr_array_new_with_free_func (g_free);
      *stop = at + strlen (conditions[i].command);
      while (parts->len < (conditions[i].parts == 3 ? 3 : 2))
        {
          gsize start = chase_tex_skip_blanks (text, *stop, end);

          if (start >= end || text[start] != '{')
            return NULL;
          *stop = chase_tex_skip_group (text, start, end);
          g_ptr_array_add (parts, g_strndup (text + start + 1, *stop - start - 2));
        }
      holds = (strcmp (g_strstrip (g_ptr_array_index (parts, 0)), conditions[i].word) == 0)
              == conditions[i].is;
      if (conditions[i].parts == 3)
        return g_strdup (g_ptr_array_index (parts, holds ? 1 : 2));
      return g_strdup (holds == (conditions[i].parts == 1) ? g_ptr_array_index (parts, 1) : "");
    }
  return NULL;
}

/* Puts in the place of each condition what of it holds. Takes @text. */
static char *
decide_all (char *text)
{
  const char *found = text;
  gsize at = 0;

  for (guint n = 0; n < CONDITIONS_MAX && (found = strchr (text + at, '\\')) != NULL;)
    {
      gsize stop;
      g_autofree char *part = NULL;
      g_autofree char *before = NULL;

      at = (gsize)(found - text);
      part = decide (text, at, &stop);
      if (part == NULL)
        {
          at += text[at + 1] != '\0' ? 2 : 1;
          continue;
        }
      n++;
      before = text;
      text = g_strdup_printf ("%.*s%s%s", (int)at, before, part, before + stop);
    }
  return text;
}

static char *
fill (const Signature *signature, const GPtrArray *arguments)
{
  const char *text = signature->definition;
  gsize stop = chase_tex_skip_group (text, signature->body, signature->length);
  GString *out = g_string_new (NULL);

  for (gsize i = signature->body + 1; i + 1 < stop; i++)
    if (text[i] == '#' && g_ascii_isdigit (text[i + 1])
        && (guint)(text[i + 1] - '1') < arguments->len)
      g_string_append (out, g_ptr_array_index (arguments, (guint)(text[++i] - '1')));
    else
      g_string_append_c (out, text[i]);
  return decide_all (g_string_free (out, FALSE));
}

char *
chase_tex_macros_expand (const char *definition, const char *name, const char *text, gsize *at,
                         gsize end)
{
  Signature signature = { .definition = definition, .length = strlen (definition) };
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);
  gboolean known = read_signature (&signature, name);
  char *made = NULL;
  gsize next = *at;

  while (known && arguments->len < signature.n)
    {
      char *argument;

      if (signature.kinds[arguments->len] == ARGUMENT_MARKED)
        {
          take_marked (&signature, arguments->len, text, &next, end, arguments);
          continue;
        }
      argument = take_argument (&signature, arguments->len, text, &next, end);
      known = argument != NULL;
      if (known)
        g_ptr_array_add (arguments, argument);
    }
  if (known)
    {
      made = signature.is_let ? g_strdup (definition + signature.body)
                              : fill (&signature, arguments);
      *at = next;
    }
  signature_clear (&signature);
  return made;
}
