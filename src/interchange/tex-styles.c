/* SPDX-License-Identifier: MIT */
#include "interchange/tex-styles-private.h"

#include "interchange/tex-private.h"
#include "typeset/tokens.h"

#include <string.h>

/* A list of styles that is longer than this has lost its brace. */
#define LIST_MAX 20000
/* To one that is longer than this nothing is appended. */
#define APPENDED_MAX 1000

ChaseTexStyles *
chase_tex_styles_new (void)
{
  ChaseTexStyles *styles = g_new0 (ChaseTexStyles, 1);

  styles->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  styles->colours = chase_macros_new ();
  return styles;
}

void
chase_tex_styles_free (ChaseTexStyles *styles)
{
  if (styles == NULL)
    return;
  g_hash_table_unref (styles->styles);
  chase_macros_unref (styles->colours);
  g_free (styles);
}

/* The last part of a key's path: `/tikz/commutative diagrams/iso` is `iso`. */
static const char *
last_part (const char *path)
{
  const char *slash = strrchr (path, '/');

  return slash != NULL ? slash + 1 : path;
}

/* Keeps the options of the style called by the end of @path; @more: beside those that it has. */
static void
keep (ChaseTexStyles *styles, const char *path, const char *options, gboolean more)
{
  g_autofree char *name = g_strstrip (g_strdup (last_part (path)));
  char *inside = chase_tex_unbrace (g_strdup (options));
  const char *before = more ? g_hash_table_lookup (styles->styles, name) : NULL;

  if (before != NULL && *before != '\0' && strlen (before) < APPENDED_MAX)
    {
      char *both = g_strconcat (before, ", ", inside, NULL);

      g_free (inside);
      inside = both;
    }
  if (*name != '\0')
    g_hash_table_replace (styles->styles, g_steal_pointer (&name), inside);
  else
    g_free (inside);
}

gboolean
chase_tex_styles_add (ChaseTexStyles *styles, const char *option)
{
  static const char *const handlers[] = { "/.style", "/.append style", "/.prefix style" };
  const char *equals = strchr (option, '=');

  for (guint i = 0; equals != NULL && i < G_N_ELEMENTS (handlers); i++)
    {
      const char *handler = strstr (option, handlers[i]);
      const char *rest = handler != NULL ? handler + strlen (handlers[i]) : NULL;
      g_autofree char *path = NULL;

      if (rest == NULL || rest + strspn (rest, " ") != equals)
        continue;
      path = g_strndup (option, (gsize)(handler - option));
      keep (styles, path, equals + 1, i > 0);
      return TRUE;
    }
  return FALSE;
}

/* Settings of all diagrams that \tikzcdset gives, beside the styles. */
static gboolean
add_setting (ChaseTexStyles *styles, const char *option)
{
  static const char *const keys[] = { "ampersand replacement", "arrows", "math mode", "diagrams" };
  const char *equals = strchr (option, '=');
  g_autofree char *key = equals != NULL ? g_strndup (option, (gsize)(equals - option)) : NULL;

  if (key == NULL)
    return FALSE;
  g_strstrip (key);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strcmp (last_part (key), keys[i]) == 0)
      {
        keep (styles, keys[i], equals + 1, FALSE);
        return TRUE;
      }
  return FALSE;
}

/* `\tikzstyle{name}=[options]`, as it was once written. */
static gsize
read_old (ChaseTexStyles *styles, const char *text, gsize at, gsize end)
{
  gsize stop = chase_tex_skip_group (text, at, end);
  gsize open = chase_tex_skip_blanks (text, stop, end);
  g_autofree char *name = NULL;
  g_autofree char *options = NULL;

  if (open >= end || text[open] != '=')
    return stop;
  open = chase_tex_skip_blanks (text, open + 1, end);
  if (open >= end || text[open] != '[')
    return stop;
  name = chase_tex_tidy (text, at + 1, MAX (stop, at + 2) - 1);
  stop = chase_tex_skip_bracket (text, open, end);
  options = chase_tex_tidy (text, open + 1, MAX (stop, open + 2) - 1);
  keep (styles, name, options, FALSE);
  return stop;
}

gsize
chase_tex_styles_read (ChaseTexStyles *styles, const char *text, gsize at, gsize end)
{
  static const char *const commands[] = { "\\tikzset", "\\tikzcdset", "\\tikzstyle" };
  gsize open, stop;
  gboolean diagrams;
  guint i;
  g_autofree char *list = NULL;
  g_autoptr (GPtrArray) options = NULL;

  for (i = 0; i < G_N_ELEMENTS (commands); i++)
    if (chase_tex_at_command (text, at, end, commands[i]))
      break;
  if (i == G_N_ELEMENTS (commands))
    return at;
  open = chase_tex_skip_blanks (text, at + strlen (commands[i]), end);
  if (open >= end || text[open] != '{')
    return at;
  end = MIN (end, open + LIST_MAX);
  if (i == 2)
    return read_old (styles, text, open, end);
  stop = chase_tex_skip_group (text, open, end);
  if (text[stop - 1] != '}')
    return at;
  list = chase_tex_tidy (text, open + 1, stop - 1);
  options = chase_tex_split (list, ',', FALSE);
  diagrams = i == 1 || strstr (list, "commutative diagrams") != NULL;
  for (guint j = 0; j < options->len; j++)
    {
      const char *option = g_ptr_array_index (options, j);

      /* Other pictures have labels, too. */
      if (!diagrams && g_str_has_prefix (option, "every "))
        continue;
      if (!chase_tex_styles_add (styles, option) && diagrams)
        add_setting (styles, option);
    }
  return stop;
}

void
chase_tex_styles_add_colour (ChaseTexStyles *styles, const char *definition, gsize length)
{
  static const char let[] = "\\colorlet";
  g_autofree char *text = g_strndup (definition, length);
  gsize name = strlen (let);
  gsize value;
  guint32 rgba;
  g_autofree char *from = NULL;
  g_autofree char *made = NULL;

  if (!g_str_has_prefix (text, let))
    {
      chase_macros_parse (styles->colours, text);
      return;
    }
  value = chase_tex_skip_blanks (text, chase_tex_skip_group (text, name, length), length);
  if (name >= length || text[name] != '{' || value >= length || text[value] != '{')
    return;
  from = chase_tex_unbrace (g_strdup (text + value));
  if (!chase_colour_parse (styles->colours, NULL, from, &rgba))
    return;
  made = g_strdup_printf ("\\definecolor%.*s{HTML}{%06X}", (int)(value - name), text + name,
                          rgba >> 8);
  chase_macros_parse (styles->colours, made);
}

char *
chase_tex_styles_expand (const ChaseTexStyles *styles, const char *name, const char *value)
{
  const char *options
      = styles != NULL ? g_hash_table_lookup (styles->styles, last_part (name)) : NULL;
  g_auto (GStrv) parts = NULL;

  if (options == NULL)
    return NULL;
  parts = g_strsplit (options, "#1", 20);
  return g_strjoinv (value != NULL ? value : "", parts);
}
