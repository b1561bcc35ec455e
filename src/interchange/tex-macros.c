/* SPDX-License-Identifier: MIT */
#include "interchange/tex-macros-private.h"

#include "interchange/tex-private.h"

#include <string.h>

/* A definition that is longer than this is a program, not a label's macro. */
#define DEFINITION_MAX 4000

ChaseTexMacros *
chase_tex_macros_new (void)
{
  ChaseTexMacros *macros = g_new0 (ChaseTexMacros, 1);

  macros->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  macros->makers = g_hash_table_new (NULL, NULL);
  macros->figures = g_hash_table_new (NULL, NULL);
  macros->texts = g_ptr_array_new_with_free_func (g_free);
  return macros;
}

void
chase_tex_macros_free (ChaseTexMacros *macros)
{
  if (macros == NULL)
    return;
  g_hash_table_unref (macros->by_name);
  g_hash_table_unref (macros->makers);
  g_hash_table_unref (macros->figures);
  g_ptr_array_unref (macros->texts);
  g_free (macros);
}

static const struct
{
  const char *command;
  guint groups; /* behind the name and its options; 0: what \\def and \\let take */
  gboolean colour;
} definers[] = {
  { "\\newcommand", 1, FALSE },
  { "\\renewcommand", 1, FALSE },
  { "\\providecommand", 1, FALSE },
  { "\\newcommandx", 1, FALSE },
  { "\\renewcommandx", 1, FALSE },
  { "\\providecommandx", 1, FALSE },
  { "\\DeclareRobustCommand", 1, FALSE },
  { "\\DeclareMathOperator", 1, FALSE },
  { "\\NewDocumentCommand", 2, FALSE },
  { "\\RenewDocumentCommand", 2, FALSE },
  { "\\ProvideDocumentCommand", 2, FALSE },
  { "\\DeclareDocumentCommand", 2, FALSE },
  { "\\NewExpandableDocumentCommand", 2, FALSE },
  { "\\DeclarePairedDelimiter", 2, FALSE },
  { "\\definecolor", 2, TRUE },
  { "\\colorlet", 1, TRUE },
  { "\\def", 0, FALSE },
  { "\\gdef", 0, FALSE },
  { "\\edef", 0, FALSE },
  { "\\xdef", 0, FALSE },
  { "\\let", 0, FALSE },
};

/* The name that is defined, in braces or bare; *@at goes behind it. */
static char *
read_name (const char *text, gsize *at, gsize end)
{
  gsize start = chase_tex_skip_blanks (text, *at, end);
  gsize stop;
  char *name;

  if (start >= end)
    return NULL;
  if (text[start] == '{')
    {
      stop = chase_tex_skip_group (text, start, end);
      if (stop < start + 2)
        return NULL;
      name = g_strstrip (g_strndup (text + start + 1, stop - start - 2));
    }
  else if (text[start] == '\\')
    {
      stop = chase_tex_skip_command (text, start, end);
      name = g_strndup (text + start, stop - start);
    }
  else
    return NULL;
  *at = stop;
  return name;
}

/* Behind the parts of the definition that follow the name, or 0. */
static gsize
skip_definition (const char *text, gsize at, gsize end, guint groups, gboolean let)
{
  if (let)
    {
      at = chase_tex_skip_blanks (text, at, end);
      if (at < end && text[at] == '=')
        at = chase_tex_skip_blanks (text, at + 1, end);
      if (at >= end)
        return 0;
      return text[at] == '\\' ? chase_tex_skip_command (text, at, end) : at + 1;
    }
  if (groups == 0)
    {
      while (at < end && text[at] != '{' && text[at] != '\n')
        at = text[at] == '\\' ? chase_tex_skip_command (text, at, end) : at + 1;
      groups = 1;
    }
  while (groups > 0)
    {
      at = chase_tex_skip_blanks (text, at, end);
      if (at >= end || (text[at] != '{' && text[at] != '[' && text[at] != '\\'))
        return 0;
      if (text[at] == '[')
        {
          at = chase_tex_skip_bracket (text, at, end);
          continue;
        }
      at = text[at] == '{' ? chase_tex_skip_group (text, at, end)
                           : chase_tex_skip_command (text, at, end);
      groups--;
    }
  return at < end || text[end - 1] == '}' ? at : 0;
}

gsize
chase_tex_macros_read (ChaseTexMacros *macros, const char *text, gsize at, gsize end)
{
  gsize start = at;
  guint i;
  g_autofree char *name = NULL;

  if (at + 1 >= end || strchr ("nrpPDNRdgexlc", text[at + 1]) == NULL)
    return start;
  for (i = 0; i < G_N_ELEMENTS (definers); i++)
    if (chase_tex_at_command (text, at, end, definers[i].command))
      break;
  if (i == G_N_ELEMENTS (definers))
    return start;
  end = MIN (end, at + DEFINITION_MAX);
  at += strlen (definers[i].command);
  if (at < end && text[at] == '*')
    at++;
  name = read_name (text, &at, end);
  at = name != NULL ? skip_definition (text, at, end, definers[i].groups,
                                       strcmp (definers[i].command, "\\let") == 0)
                    : 0;
  if (at == 0 || *name == '\0')
    return start;
  if (*name != '\\' && !definers[i].colour)
    return start;
  g_ptr_array_add (macros->texts, g_strndup (text + start, at - start));
  g_hash_table_remove_all (macros->makers);
  g_hash_table_remove_all (macros->figures);
  g_hash_table_replace (macros->by_name, g_steal_pointer (&name),
                        GUINT_TO_POINTER (macros->texts->len));
  return at;
}

static void
use_name (const ChaseTexMacros *macros, const char *name, GHashTable *used, GQueue *left)
{
  gpointer number = g_hash_table_lookup (macros->by_name, name);

  if (number != NULL && g_hash_table_add (used, number))
    g_queue_push_tail (left, g_ptr_array_index (macros->texts, GPOINTER_TO_UINT (number) - 1));
}

static void
use_text (const ChaseTexMacros *macros, const char *text, GHashTable *used, GQueue *left)
{
  gsize end = strlen (text);

  for (gsize at = 0; at < end;)
    {
      gsize stop = at + 1;
      g_autofree char *name = NULL;

      if (text[at] == '\\')
        stop = chase_tex_skip_command (text, at, end);
      else if (g_ascii_isalpha (text[at]))
        while (stop < end && g_ascii_isalnum (text[stop]))
          stop++;
      if (stop > at + 1)
        {
          name = g_strndup (text + at, stop - at);
          use_name (macros, name, used, left);
        }
      at = stop;
    }
}

void
chase_tex_macros_use (const ChaseTexMacros *macros, const char *label, GHashTable *used)
{
  g_auto (GQueue) left = G_QUEUE_INIT;
  const char *text;

  if (macros->texts->len == 0)
    return;
  use_text (macros, label, used, &left);
  while ((text = g_queue_pop_head (&left)) != NULL)
    use_text (macros, text, used, &left);
}

char *
chase_tex_macros_text (const ChaseTexMacros *macros, GHashTable *used)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < macros->texts->len; i++)
    if (g_hash_table_contains (used, GUINT_TO_POINTER (i + 1)))
      g_string_append_printf (text, "%s\n", (const char *)g_ptr_array_index (macros->texts, i));
  return g_string_free (text, FALSE);
}

const char *
chase_tex_macros_find (const ChaseTexMacros *macros, const char *name)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (macros->by_name, name));

  return number > 0 ? g_ptr_array_index (macros->texts, number - 1) : NULL;
}
