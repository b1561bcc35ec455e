/* SPDX-License-Identifier: MIT */
#include "cli/arguments.h"

#include "cli/words.h"
#include "model/problem.h"
#include "model/style.h"

#include <math.h>
#include <string.h>

#include "i18n.h"

G_DEFINE_QUARK (chase - cli - error - quark, cli_error)

const CliCommand *
cli_command_find (const char *name)
{
  for (guint i = 0; cli_commands[i] != NULL; i++)
    {
      if (strcmp (cli_commands[i]->name, name) == 0)
        return cli_commands[i];
    }
  return NULL;
}

Cli *
cli_new (const CliCommand *command)
{
  Cli *cli = g_new0 (Cli, 1);

  cli->command = command;
  cli->operands = g_ptr_array_new ();
  cli->values = g_hash_table_new (g_str_hash, g_str_equal);
  g_mutex_init (&cli->lock);
  return cli;
}

void
cli_free (Cli *cli)
{
  g_ptr_array_unref (cli->operands);
  g_hash_table_unref (cli->values);
  g_mutex_clear (&cli->lock);
  g_free (cli);
}

const char *
cli_operand (const Cli *cli, guint index)
{
  return index < cli->operands->len ? g_ptr_array_index (cli->operands, index) : NULL;
}

const char *
cli_text (const Cli *cli, const char *name)
{
  return g_hash_table_lookup (cli->values, name);
}

gboolean
cli_flag (const Cli *cli, const char *name)
{
  return cli_text (cli, name) != NULL;
}

void
cli_set_text (Cli *cli, const char *name, const char *value)
{
  if (value != NULL)
    g_hash_table_insert (cli->values, (gpointer)name, (gpointer)value);
  else
    g_hash_table_remove (cli->values, name);
}

double
cli_real (const Cli *cli, const char *name, double otherwise)
{
  const char *value = cli_text (cli, name);

  return value != NULL ? g_ascii_strtod (value, NULL) : otherwise;
}

guint
cli_whole (const Cli *cli, const char *name, guint otherwise)
{
  const char *value = cli_text (cli, name);

  return value != NULL ? (guint)g_ascii_strtoull (value, NULL, 10) : otherwise;
}

guint
cli_jobs (const Cli *cli)
{
  return cli_whole (cli, "jobs", g_get_num_processors ());
}

/* Looks at the command's own options first, then at the common ones. */
static const CliOption *
find_option (const CliCommand *command, gboolean (*matches) (const CliOption *, const char *),
             const char *word)
{
  for (const CliOption *option = command->options; option != NULL && option->name != NULL; option++)
    {
      if (matches (option, word))
        return option;
    }
  for (const CliOption *option = cli_common_options; option->name != NULL; option++)
    {
      if (matches (option, word))
        return option;
    }
  return NULL;
}

static gboolean
matches_name (const CliOption *option, const char *word)
{
  return strcmp (option->name, word) == 0
         || (option->alias != NULL && strcmp (option->alias, word) == 0);
}

static gboolean
matches_letter (const CliOption *option, const char *word)
{
  return option->letter != 0 && option->letter == word[0];
}

static char *
guess_option (const CliCommand *command, const char *word)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *guess;

  for (const CliOption *option = command->options; option != NULL && option->name != NULL; option++)
    g_ptr_array_add (names, (gpointer)option->name);
  for (const CliOption *option = cli_common_options; option->name != NULL; option++)
    g_ptr_array_add (names, (gpointer)option->name);
  g_ptr_array_add (names, NULL);
  guess = chase_guess (word, (const char *const *)names->pdata);
  return guess != NULL ? g_strdup_printf (_ ("; did you mean --%s?"), guess) : g_strdup ("");
}

static gboolean
is_number (const char *text, gboolean whole, double *number)
{
  char *end;

  if (text[0] == '\0' || strspn (text, whole ? "0123456789" : "+-.0123456789eE") != strlen (text))
    return FALSE;
  *number = g_ascii_strtod (text, &end);
  return *end == '\0' && isfinite (*number);
}

static gboolean
is_choice (const CliOption *option, const char *value)
{
  g_auto (GStrv) choices = g_strsplit (option->value, "|", -1);

  return g_strv_contains ((const char *const *)choices, value);
}

static gboolean
check_choice (const CliOption *option, const char *value, GError **error)
{
  g_auto (GStrv) choices = NULL;
  g_autofree char *shown = NULL;
  const char *guess;
  ChaseColour colour;

  if (is_choice (option, value)
      || (option->kind == CLI_VALUE_COLOUR && chase_colour_parse_hex (value, &colour)))
    return TRUE;
  choices = g_strsplit (option->value, "|", -1);
  guess = g_utf8_validate (value, -1, NULL) ? chase_guess (value, (const char *const *)choices)
                                            : NULL;
  shown = cli_show (value);
  g_set_error (error, CLI_ERROR, CLI_ERROR_CALL,
               guess == NULL ? _ ("--%s takes %s, not “%s”")
                             : _ ("--%s takes %s, not “%s”; did you mean %s?"),
               option->name, option->value, shown, guess);
  return FALSE;
}

static gboolean
check_number (const CliOption *option, const char *value, GError **error)
{
  gboolean whole = option->kind == CLI_VALUE_WHOLE;
  g_autofree char *shown = cli_show (value);
  char least[G_ASCII_DTOSTR_BUF_SIZE], most[G_ASCII_DTOSTR_BUF_SIZE];
  double number;

  if (!is_number (value, whole, &number))
    {
      g_set_error (error, CLI_ERROR, CLI_ERROR_CALL,
                   whole ? _ ("--%s takes a whole number, not “%s”")
                         : _ ("--%s takes a number, not “%s”"),
                   option->name, shown);
      return FALSE;
    }
  if (number < option->least || number > option->most)
    {
      g_ascii_formatd (least, sizeof least, "%g", option->least);
      g_ascii_formatd (most, sizeof most, "%.10g", option->most);
      g_set_error (error, CLI_ERROR, CLI_ERROR_CALL,
                   _ ("--%s takes a number from %s to %s, not %s"), option->name, least, most,
                   shown);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_value (const CliOption *option, const char *value, GError **error)
{
  switch (option->kind)
    {
    case CLI_VALUE_REAL:
    case CLI_VALUE_WHOLE:
      return check_number (option, value, error);
    case CLI_VALUE_CHOICE:
    case CLI_VALUE_COLOUR:
      return check_choice (option, value, error);
    case CLI_VALUE_TEXT:
      if (g_utf8_validate (value, -1, NULL))
        return TRUE;
      g_set_error (error, CLI_ERROR, CLI_ERROR_CALL, _ ("the value of --%s is not valid UTF-8"),
                   option->name);
      return FALSE;
    case CLI_VALUE_FILE:
      if (value[0] != '\0')
        return TRUE;
      g_set_error (error, CLI_ERROR, CLI_ERROR_CALL,
                   _ ("--%s needs a file name, but got an empty one"), option->name);
      return FALSE;
    case CLI_VALUE_NONE:
    default:
      return TRUE;
    }
}

/* Stores @option with the value behind it: @attached, or the next argument. Moves *@next on. */
static gboolean
take_option (Cli *cli, const CliOption *option, const char *attached, char ***next, GError **error)
{
  const char *value = attached;

  if (option->kind == CLI_VALUE_NONE)
    {
      if (attached != NULL)
        {
          g_set_error (error, CLI_ERROR, CLI_ERROR_CALL, _ ("--%s takes no value"), option->name);
          return FALSE;
        }
      g_hash_table_insert (cli->values, (gpointer)option->name, (gpointer) "");
      return TRUE;
    }
  if (value == NULL)
    value = **next != NULL ? *(*next)++ : NULL;
  if (value == NULL)
    {
      g_set_error (error, CLI_ERROR, CLI_ERROR_CALL, _ ("--%s needs a value: %s"), option->name,
                   option->value);
      return FALSE;
    }
  if (!check_value (option, value, error))
    return FALSE;
  g_hash_table_insert (cli->values, (gpointer)option->name, (gpointer)value);
  return TRUE;
}

static gboolean
read_long (Cli *cli, const char *word, char ***next, GError **error)
{
  const char *equals = strchr (word, '=');
  g_autofree char *name = equals != NULL ? g_strndup (word, equals - word) : g_strdup (word);
  const CliOption *option = find_option (cli->command, matches_name, name);
  g_autofree char *shown = NULL;
  g_autofree char *guess = NULL;

  if (option != NULL)
    return take_option (cli, option, equals != NULL ? equals + 1 : NULL, next, error);
  shown = cli_show (name);
  guess = g_utf8_validate (name, -1, NULL) ? guess_option (cli->command, name) : g_strdup ("");
  g_set_error (error, CLI_ERROR, CLI_ERROR_CALL, _ ("%s has no option --%s%s"), cli->command->name,
               shown, guess);
  return FALSE;
}

/* A cluster of short options: flags may stand together, the last may take a value. */
static gboolean
read_short (Cli *cli, const char *word, char ***next, GError **error)
{
  for (; *word != '\0'; word++)
    {
      const CliOption *option = find_option (cli->command, matches_letter, word);
      const char *attached = NULL;

      if (option == NULL)
        {
          g_autofree char *rest = cli_show (word);

          g_set_error (error, CLI_ERROR, CLI_ERROR_CALL, _ ("%s has no option -%s"),
                       cli->command->name, rest);
          return FALSE;
        }
      if (option->kind != CLI_VALUE_NONE && word[1] != '\0')
        attached = word[1] == '=' ? word + 2 : word + 1;
      if (!take_option (cli, option, attached, next, error))
        return FALSE;
      if (attached != NULL)
        break;
    }
  return TRUE;
}

static gboolean
check_operands (Cli *cli, GError **error)
{
  const CliCommand *command = cli->command;
  guint n = cli->operands->len;

  if (n < command->least)
    {
      g_set_error (error, CLI_ERROR, CLI_ERROR_CALL, _ ("too few arguments: chase %s %s"),
                   command->name, command->operands);
      return FALSE;
    }
  if (command->most != 0 && n > command->most)
    {
      g_autofree char *shown = cli_show (cli_operand (cli, command->most));

      g_set_error (error, CLI_ERROR, CLI_ERROR_CALL, _ ("one argument too many, “%s”: chase %s %s"),
                   shown, command->name, command->operands);
      return FALSE;
    }
  for (guint i = 0, n_standard = 0; i < n; i++)
    {
      const char *operand = cli_operand (cli, i);

      if (strcmp (operand, "-") == 0 && i < command->inputs && ++n_standard > 1)
        {
          g_set_error (error, CLI_ERROR, CLI_ERROR_CALL,
                       _ ("standard input (-) can be read only once"));
          return FALSE;
        }
      if (operand[0] == '\0')
        {
          g_set_error (error, CLI_ERROR, CLI_ERROR_CALL, _ ("argument %u is empty"), i + 1);
          return FALSE;
        }
      if (i >= command->files && !g_utf8_validate (operand, -1, NULL))
        {
          g_set_error (error, CLI_ERROR, CLI_ERROR_CALL, _ ("argument %u is not valid UTF-8"),
                       i + 1);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
cli_arguments_read (Cli *cli, char **arguments, GError **error)
{
  char **next = arguments;
  gboolean options = TRUE;

  while (*next != NULL)
    {
      char *word = *next++;

      if (!options || word[0] != '-' || word[1] == '\0')
        g_ptr_array_add (cli->operands, word);
      else if (strcmp (word, "--") == 0)
        options = FALSE;
      else if (word[1] == '-' ? !read_long (cli, word + 2, &next, error)
                              : !read_short (cli, word + 1, &next, error))
        return FALSE;
      if (cli_flag (cli, "help"))
        return TRUE;
    }
  cli->quiet = cli_flag (cli, "quiet");
  cli->json = cli_flag (cli, "json");
  return cli_flag (cli, "list") || check_operands (cli, error);
}
