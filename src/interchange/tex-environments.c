/* SPDX-License-Identifier: MIT */
#include "interchange/tex-environments-private.h"

#include "interchange/tex-private.h"

#include <string.h>

#define BEGIN "\\begin{tikzcd}"
#define END "\\end{tikzcd}"

/* More than these are none that a person wrote. */
#define ENVIRONMENTS_MAX 100

static void
environment_free (gpointer data)
{
  ChaseTexEnvironment *environment = data;

  g_free (environment->open);
  g_free (environment->close);
  g_free (environment->begin);
  g_free (environment->initial);
  g_free (environment);
}

GPtrArray *
chase_tex_environments_new (void)
{
  return g_ptr_array_new_with_free_func (environment_free);
}

/* Which groups follow the command, the name the first of them. */
static const struct
{
  const char *command;
  guint groups;
  gboolean specified; /* the second says what arguments there are, `O{} m` */
} definers[] = {
  { "\\newenvironment", 3, FALSE },
  { "\\renewenvironment", 3, FALSE },
  { "\\NewDocumentEnvironment", 4, TRUE },
  { "\\RenewDocumentEnvironment", 4, TRUE },
  { "\\NewEnviron", 2, FALSE },
};

/* The parts of a definition; places in the text. */
typedef struct
{
  gsize groups[4][2];
  gsize brackets[2][2];
  guint n_groups, n_brackets;
} Parts;

static gsize
read_parts (const char *text, gsize at, gsize end, guint groups, Parts *parts)
{
  while (parts->n_groups < groups && at < end)
    {
      gsize stop;

      if (text[at] == '{')
        {
          stop = chase_tex_skip_group (text, at, end);
          parts->groups[parts->n_groups][0] = at + 1;
          parts->groups[parts->n_groups++][1] = MAX (stop, at + 2) - 1;
        }
      else if (text[at] == '[')
        {
          stop = chase_tex_skip_bracket (text, at, end);
          if (parts->n_brackets < 2)
            {
              parts->brackets[parts->n_brackets][0] = at + 1;
              parts->brackets[parts->n_brackets++][1] = MAX (stop, at + 2) - 1;
            }
        }
      else if (text[at] == '*' || text[at] == '%' || g_ascii_isspace (text[at]))
        stop = MAX (at + 1, chase_tex_skip_blanks (text, at, end));
      else
        break;
      at = stop;
    }
  return MIN (at, end);
}

static char *
part (const char *text, const gsize places[2])
{
  return chase_tex_tidy (text, places[0], MAX (places[0], places[1]));
}

/* `O{x} m`: an argument in brackets with a default, one in braces. */
static void
read_specification (ChaseTexEnvironment *environment, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      gsize n = strlen (p);

      if (strchr ("mO", *p) == NULL && *p != 'o')
        continue;
      environment->n++;
      if (*p == 'm')
        continue;
      environment->initial = g_strdup ("");
      if (*p != 'O' || n < 3 || p[1] != '{')
        continue;
      n = chase_tex_skip_group (p, 1, n);
      g_free (environment->initial);
      environment->initial = g_strndup (p + 2, MAX (n, 3) - 3);
      p += n - 1;
    }
}

static void
keep (GPtrArray *environments, const char *text, const Parts *parts, gboolean specified)
{
  ChaseTexEnvironment *environment = g_new0 (ChaseTexEnvironment, 1);
  g_autofree char *name = part (text, parts->groups[0]);

  environment->open = g_strdup_printf ("\\begin{%s}", name);
  environment->close = g_strdup_printf ("\\end{%s}", name);
  environment->begin = part (text, parts->groups[specified ? 2 : 1]);
  if (specified)
    {
      g_autofree char *specification = part (text, parts->groups[1]);

      read_specification (environment, specification);
    }
  else if (parts->n_brackets > 0)
    environment->n = (guint)g_ascii_strtoull (text + parts->brackets[0][0], NULL, 10);
  if (!specified && parts->n_brackets > 1)
    environment->initial = part (text, parts->brackets[1]);
  environment->n = MIN (environment->n, 9);
  g_ptr_array_add (environments, environment);
}

gsize
chase_tex_environments_read (GPtrArray *environments, const char *text, gsize at, gsize end)
{
  Parts parts = { 0 };
  gsize stop;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (definers); i++)
    if (chase_tex_at_command (text, at, end, definers[i].command))
      break;
  if (i == G_N_ELEMENTS (definers))
    return at;
  stop = read_parts (text, at + strlen (definers[i].command), end, definers[i].groups, &parts);
  if (parts.n_groups == definers[i].groups && environments->len < ENVIRONMENTS_MAX
      && g_strstr_len (text + at, (gssize)(stop - at), BEGIN) != NULL
      && g_strstr_len (text + parts.groups[0][0], (gssize)(parts.groups[0][1] - parts.groups[0][0]),
                       "tikzcd")
             == NULL)
    keep (environments, text, &parts, definers[i].specified);
  return stop;
}

void
chase_tex_environments_add_macro (GPtrArray *environments, const char *definition, gsize length)
{
  gboolean begins = g_strstr_len (definition, (gssize)length, BEGIN) != NULL;
  gboolean ends = g_strstr_len (definition, (gssize)length, END) != NULL;
  gsize at = chase_tex_skip_command (definition, 0, length);
  g_autofree char *name = NULL;
  gsize stop;

  if (begins == ends || environments->len >= ENVIRONMENTS_MAX)
    return;
  at = chase_tex_skip_blanks (definition, at, length);
  if (at < length && definition[at] == '{')
    at++;
  if (at >= length || definition[at] != '\\')
    return;
  stop = chase_tex_skip_command (definition, at, length);
  name = g_strndup (definition + at, stop - at);
  if (begins)
    {
      ChaseTexEnvironment *environment = g_new0 (ChaseTexEnvironment, 1);
      const char *found = g_strstr_len (definition, (gssize)length, BEGIN);
      gsize open = (gsize)(found - definition);

      environment->open = g_steal_pointer (&name);
      environment->begin = chase_tex_tidy (definition, open, MAX (length, open + 1) - 1);
      g_ptr_array_add (environments, environment);
      return;
    }
  for (guint i = 0; i < environments->len; i++)
    {
      ChaseTexEnvironment *environment = g_ptr_array_index (environments, i);

      if (environment->close == NULL)
        environment->close = g_strdup (name);
    }
}

void
chase_tex_environments_learn (GPtrArray *environments, const char *name)
{
  ChaseTexEnvironment *environment = g_new0 (ChaseTexEnvironment, 1);

  environment->open = g_strdup_printf ("\\begin{%s}", name);
  environment->close = g_strdup_printf ("\\end{%s}", name);
  environment->begin = g_strdup (BEGIN);
  g_ptr_array_add (environments, environment);
}

const ChaseTexEnvironment *
chase_tex_environments_find (const GPtrArray *environments, const char *text, gsize at, gsize end)
{
  for (guint i = 0; i < environments->len; i++)
    {
      const ChaseTexEnvironment *environment = g_ptr_array_index (environments, i);

      if (environment->close != NULL
          && (g_str_has_suffix (environment->open, "}")
                  ? chase_tex_at (text, at, end, environment->open)
                  : chase_tex_at_command (text, at, end, environment->open)))
        return environment;
    }
  return NULL;
}

/* The arguments in front of the body, the first perhaps in brackets. */
static char **
read_arguments (const ChaseTexEnvironment *environment, const char *text, gsize *body, gsize end)
{
  GStrv arguments = g_new0 (char *, environment->n + 1);

  for (guint i = 0; i < environment->n; i++)
    {
      gboolean optional = i == 0 && environment->initial != NULL;
      gsize at = chase_tex_skip_blanks (text, *body, end);
      gsize stop;

      if (at >= end || text[at] != (optional ? '[' : '{'))
        {
          arguments[i] = g_strdup (optional ? environment->initial : "");
          continue;
        }
      stop = optional ? chase_tex_skip_bracket (text, at, end)
                      : chase_tex_skip_group (text, at, end);
      arguments[i] = chase_tex_tidy (text, at + 1, MAX (stop, at + 2) - 1);
      *body = stop;
    }
  return arguments;
}

char *
chase_tex_environment_options (const ChaseTexEnvironment *environment, const char *text,
                               gsize *body, gsize end)
{
  g_auto (GStrv) arguments = read_arguments (environment, text, body, end);
  const char *found = strstr (environment->begin, BEGIN);
  g_autoptr (GString) options = NULL;
  gsize stop;

  if (found == NULL)
    return NULL;
  found += strlen (BEGIN);
  found += strspn (found, " ");
  if (*found != '[')
    {
      /* The options may be given where it is used. */
      gsize at = chase_tex_skip_blanks (text, *body, end);

      if (at >= end || text[at] != '[')
        return NULL;
      *body = chase_tex_skip_bracket (text, at, end);
      return chase_tex_tidy (text, at + 1, MAX (*body, at + 2) - 1);
    }
  stop = chase_tex_skip_bracket (found, 0, strlen (found));
  options = g_string_new (NULL);
  for (gsize i = 1; i + 1 < stop; i++)
    if (found[i] == '#' && found[i + 1] >= '1' && found[i + 1] < (char)('1' + environment->n))
      g_string_append (options, arguments[found[++i] - '1']);
    else
      g_string_append_c (options, found[i]);
  return g_string_free (g_steal_pointer (&options), FALSE);
}
