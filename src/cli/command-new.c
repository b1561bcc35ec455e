/* SPDX-License-Identifier: MIT */
#include "cli/commands.h"

#include "cli/json.h"
#include "cli/output.h"
#include "cli/template-data.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "model/problem.h"

#include <gio/gio.h>
#include <string.h>

#include "i18n.h"

#define FOLDER "/arrowchase/templates/"
#define ENDING ".chase"

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The names of the templates, sorted. */
static GPtrArray *
list_templates (void)
{
  g_auto (GStrv) files
      = g_resource_enumerate_children (cli_templates_get_resource (), FOLDER, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    g_ptr_array_add (names, g_strndup (files[i], strlen (files[i]) - strlen (ENDING)));
  g_ptr_array_sort (names, compare_names);
  return names;
}

/* The text of the template called @name, or NULL. */
static GBytes *
find_template (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, ENDING, NULL);

  return g_resource_lookup_data (cli_templates_get_resource (), path, 0, NULL);
}

/* The first line of a template is a comment that says what it is, which the catalogues have. */
static char *
template_title (const char *name)
{
  g_autoptr (GBytes) bytes = find_template (name);
  const char *text = g_bytes_get_data (bytes, NULL);
  const char *start = text + strspn (text, "# ");
  g_autofree char *title = g_strndup (start, strcspn (start, "\n"));

  return g_strdup (CHASE_WORDS (title));
}

static CliStatus
print_list (Cli *cli)
{
  g_autoptr (GPtrArray) names = list_templates ();
  g_autoptr (GString) text = g_string_new (NULL);

  if (cli->json)
    cli_json_open (text, '[');
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *title = template_title (name);

      if (!cli->json)
        {
          g_string_append_printf (text, "%-20s %s\n", name, title);
          continue;
        }
      cli_json_open (text, '{');
      cli_json_key (text, "name");
      cli_json_string (text, name);
      cli_json_key (text, "title");
      cli_json_string (text, title);
      cli_json_close (text, '}');
    }
  if (cli->json)
    g_string_append (text, "]\n");
  cli_print (cli, text->str, text->len);
  return CLI_DONE;
}

static CliStatus
say_missing (Cli *cli, const char *name)
{
  g_autoptr (GPtrArray) names = list_templates ();
  g_autofree char *shown = cli_show (name);
  g_autofree char *hint = NULL;
  const char *guess;

  g_ptr_array_add (names, NULL);
  guess = chase_guess (name, (const char *const *)names->pdata);
  hint = guess != NULL ? g_strdup_printf (_ ("did you mean %s?"), guess)
                       : g_strdup (_ ("“chase new --list” shows them all"));
  cli_error (cli, hint, "there is no template called %s", shown);
  return CLI_WRONG;
}

static CliStatus
run (Cli *cli)
{
  const char *name = cli_operand (cli, 0);
  const char *target = cli_text (cli, "output");
  g_autoptr (CliOutput) output = cli_output_new ();
  g_autoptr (GBytes) bytes = NULL;

  if (cli_flag (cli, "list"))
    return print_list (cli);
  bytes = find_template (name);
  if (bytes == NULL)
    return say_missing (cli, name);
  cli_output_add (output, target != NULL ? target : "-", bytes);
  return cli_output_finish (output, cli);
}

static const CliOption options[] = {
  { "output", 'o', NULL, CLI_VALUE_FILE, "OUT", 0, 0,
    N_ ("where to write; else to standard output") },
  { "list", 'l', NULL, CLI_VALUE_NONE, NULL, 0, 0, N_ ("list the templates") },
  { NULL },
};

const CliCommand cli_command_new = {
  .name = "new",
  .operands = "TEMPLATE",
  .least = 1,
  .most = 1,
  .summary = N_ ("begin a document from a template: square, product, snake-lemma, ..."),
  .about
  = N_ ("“chase new --list” shows the templates. Each is a small document with explanations.\n"),
  .options = options,
  .run = run,
};
