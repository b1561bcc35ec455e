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
  macros->styles
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  macros->settings = g_array_new (FALSE, FALSE, sizeof (guint));
  macros->libraries = g_array_new (FALSE, FALSE, sizeof (guint));
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
  g_hash_table_unref (macros->styles);
  g_array_unref (macros->settings);
  g_array_unref (macros->libraries);
  g_free (macros);
}

#define NOTHING G_MAXUINT

static const struct
{
  const char *command;
  guint groups; /* behind the name and its options; 0: what \\def and \\let take; or NOTHING */
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
  { "\\newsavebox", NOTHING, FALSE },
  { "\\sbox", 1, FALSE },
  { "\\savebox", 1, FALSE },
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
  if (groups == NOTHING)
    return at;
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
chase_tex_macros_find_end (const char *text, gsize at, gsize end, const char **command, char **name)
{
  gsize start = at;
  guint i;

  *name = NULL;
  if (at + 1 >= end || strchr ("nrpPDNRdgexlcs", text[at + 1]) == NULL)
    return start;
  for (i = 0; i < G_N_ELEMENTS (definers); i++)
    if (chase_tex_at_command (text, at, end, definers[i].command))
      break;
  if (i == G_N_ELEMENTS (definers))
    return start;
  *command = definers[i].command;
  end = MIN (end, at + DEFINITION_MAX);
  at += strlen (definers[i].command);
  if (at < end && text[at] == '*')
    at++;
  *name = read_name (text, &at, end);
  at = *name != NULL ? skip_definition (text, at, end, definers[i].groups,
                                        strcmp (definers[i].command, "\\let") == 0)
                     : 0;
  if (at != 0 && **name != '\0' && (**name == '\\' || definers[i].colour))
    return at;
  g_clear_pointer (name, g_free);
  return start;
}

/* What was found out of definitions, which goes by where they stand, is not so any more. */
static void
forget_answers (ChaseTexMacros *macros)
{
  g_hash_table_remove_all (macros->makers);
  g_hash_table_remove_all (macros->figures);
}

/* What is put into a box stands behind what makes it. */
static void
fill_box (ChaseTexMacros *macros, const char *name, const char *definition, gsize length)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (macros->by_name, name));
  char *made, *filled;

  if (number == 0)
    return;
  made = g_ptr_array_index (macros->texts, number - 1);
  if (strlen (made) > DEFINITION_MAX)
    return;
  filled = g_strdup_printf ("%s\n%.*s", made, (int)length, definition);
  macros->texts->pdata[number - 1] = filled;
  g_free (made);
  forget_answers (macros);
}

gsize
chase_tex_macros_read (ChaseTexMacros *macros, const char *text, gsize at, gsize end)
{
  const char *command;
  g_autofree char *name = NULL;
  gsize behind = chase_tex_macros_find_end (text, at, end, &command, &name);

  if (name != NULL && g_str_has_suffix (command, "box") && *command == '\\' && command[1] == 's')
    fill_box (macros, name, text + at, behind - at);
  else if (name != NULL)
    chase_tex_macros_add (macros, g_steal_pointer (&name), text + at, behind - at);
  return behind;
}

void
chase_tex_macros_add (ChaseTexMacros *macros, char *name, const char *definition, gsize length)
{
  g_ptr_array_add (macros->texts, g_strndup (definition, length));
  forget_answers (macros);
  g_hash_table_replace (macros->by_name, name, GUINT_TO_POINTER (macros->texts->len));
}

/* The word that the name of a style begins with, `bend` of `/tikz/bend up/.style`, or NULL where
 * @option defines none. */
static char *
style_word (const char *option)
{
  const char *handler = strstr (option, "/.");
  g_autofree char *path = NULL;
  const char *name;

  if (handler == NULL || g_str_has_prefix (handler, "/.cd"))
    return NULL;
  path = g_strndup (option, (gsize)(handler - option));
  name = strrchr (path, '/');
  name = g_strstrip (name != NULL ? (char *)name + 1 : path);
  if (g_str_has_prefix (name, "every ") || g_str_has_prefix (name, "diagrams"))
    return NULL;
  return g_strndup (name, strcspn (name, " "));
}

static void
add_style_word (ChaseTexMacros *macros, char *word)
{
  GArray *numbers = g_hash_table_lookup (macros->styles, word);
  guint number = macros->texts->len;

  if (numbers == NULL)
    {
      numbers = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (macros->styles, g_strdup (word), numbers);
    }
  if (numbers->len == 0 || g_array_index (numbers, guint, numbers->len - 1) != number)
    g_array_append_val (numbers, number);
  g_free (word);
}

void
chase_tex_macros_add_styles (ChaseTexMacros *macros, const char *definition, gsize length)
{
  g_autofree char *text = g_strndup (definition, length);
  const char *open = strchr (text, '{');
  g_autofree char *list = open != NULL ? chase_tex_tidy (open, 1, strlen (open) - 1) : NULL;
  g_autoptr (GPtrArray) options = list != NULL ? chase_tex_split (list, ',', FALSE) : NULL;
  guint number;
  gboolean sets = FALSE;

  if (options == NULL)
    return;
  g_ptr_array_add (macros->texts, g_steal_pointer (&text));
  number = macros->texts->len;
  if (g_str_has_prefix (definition, "\\tikzstyle"))
    {
      add_style_word (macros, g_strndup (list, strcspn (list, " }")));
      return;
    }
  for (guint i = 0; i < options->len; i++)
    {
      const char *option = g_ptr_array_index (options, i);
      char *word = style_word (option);

      if (word != NULL)
        add_style_word (macros, word);
      else
        sets = sets || !g_str_has_suffix (option, "/.cd");
    }
  if (sets)
    g_array_append_val (macros->settings, number);
}

void
chase_tex_macros_add_library (ChaseTexMacros *macros, const char *call, gsize length)
{
  guint number;

  g_ptr_array_add (macros->texts, g_strndup (call, length));
  number = macros->texts->len;
  g_array_append_val (macros->libraries, number);
}

static void
use_number (const ChaseTexMacros *macros, guint number, GHashTable *used, GQueue *left)
{
  if (g_hash_table_add (used, GUINT_TO_POINTER (number)))
    g_queue_push_tail (left, g_ptr_array_index (macros->texts, number - 1));
}

static void
use_name (const ChaseTexMacros *macros, const char *name, GHashTable *used, GQueue *left)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (macros->by_name, name));
  const GArray *styles = g_hash_table_lookup (macros->styles, name);

  if (number > 0)
    use_number (macros, number, used, left);
  for (guint i = 0; styles != NULL && i < styles->len; i++)
    use_number (macros, g_array_index (styles, guint, i), used, left);
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

static void
use_left (const ChaseTexMacros *macros, GHashTable *used, GQueue *left)
{
  const char *text;

  while ((text = g_queue_pop_head (left)) != NULL)
    use_text (macros, text, used, left);
}

void
chase_tex_macros_use (const ChaseTexMacros *macros, const char *label, GHashTable *used)
{
  g_auto (GQueue) left = G_QUEUE_INIT;

  if (macros->texts->len == 0)
    return;
  use_text (macros, label, used, &left);
  use_left (macros, used, &left);
}

void
chase_tex_macros_use_settings (const ChaseTexMacros *macros, GHashTable *used)
{
  g_auto (GQueue) left = G_QUEUE_INIT;
  gboolean styled = FALSE;

  for (guint i = 0; i < macros->settings->len; i++)
    use_number (macros, g_array_index (macros->settings, guint, i), used, &left);
  use_left (macros, used, &left);
  for (guint i = 0; i < macros->texts->len && !styled; i++)
    styled = g_hash_table_contains (used, GUINT_TO_POINTER (i + 1))
             && g_str_has_prefix (g_ptr_array_index (macros->texts, i), "\\tikz");
  for (guint i = 0; styled && i < macros->libraries->len; i++)
    use_number (macros, g_array_index (macros->libraries, guint, i), used, &left);
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
