/* SPDX-License-Identifier: MIT */
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/heap.h"
#include "cli/help.h"
#include "cli/language.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "config.h"
#include "model/problem.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>

#include "i18n.h"

const CliOption cli_common_options[] = {
  { "help", 'h', NULL, CLI_VALUE_NONE, NULL, 0, 0, N_ ("show this help") },
  { "json", 0, NULL, CLI_VALUE_NONE, NULL, 0, 0, N_ ("results as JSON, for programs") },
  { "quiet", 'q', NULL, CLI_VALUE_NONE, NULL, 0, 0,
    N_ ("errors only: the exit status is the answer") },
  { "colour", 0, "color", CLI_VALUE_CHOICE, "auto|always|never", 0, 0,
    N_ ("colours on a terminal (auto, which obeys NO_COLOR), always or never") },
  { "jobs", 'j', NULL, CLI_VALUE_WHOLE, "N", 1, 1024,
    N_ ("how many threads work, on files, questions and hard ones; else as many as processors") },
  { NULL },
};

const CliCommand *const cli_commands[] = {
  &cli_command_check,
  &cli_command_prove,
  &cli_command_faces,
  &cli_command_homs,
  &cli_command_export,
  &cli_command_convert,
  &cli_command_op,
  &cli_command_layout,
  &cli_command_verify,
  &cli_command_format,
  &cli_command_new,
  &cli_command_watch,
  NULL,
};

static CliStatus
wrong_command (const char *word)
{
  g_autoptr (Cli) cli = cli_new (NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *shown = cli_show (word);
  g_autofree char *hint = NULL;
  const char *guess;

  for (guint i = 0; cli_commands[i] != NULL; i++)
    g_ptr_array_add (names, (gpointer)cli_commands[i]->name);
  g_ptr_array_add (names, NULL);
  guess = chase_guess (shown, (const char *const *)names->pdata);
  if (guess != NULL)
    hint = g_strdup_printf (_ ("did you mean “chase %s”?"), guess);
  else
    hint = g_strdup (_ ("“chase --help” lists the commands"));
  if (word[0] == '-')
    cli_error (cli, hint, "there is no option %s", shown);
  else
    cli_error (cli, hint, "there is no command “%s”", shown);
  return CLI_WRONG;
}

static CliStatus
print_text (Cli *cli, const char *text)
{
  cli_print (cli, text, -1);
  return cli->output_failed ? CLI_WRONG : CLI_DONE;
}

static CliStatus
run_command (const CliCommand *command, char **arguments)
{
  g_autoptr (Cli) cli = cli_new (command);
  g_autoptr (GError) error = NULL;
  CliStatus status;

  if (!cli_arguments_read (cli, arguments, &error))
    {
      g_autofree char *hint
          = g_strdup_printf (_ ("“chase %s --help” shows how to call it"), command->name);

      cli_error (cli, hint, "%s", error->message);
      return CLI_WRONG;
    }
  cli_terminal_init (cli);
  if (cli_flag (cli, "help"))
    {
      g_autofree char *help = cli_help_command (command, cli->colour_out);

      return print_text (cli, help);
    }
  status = command->run (cli);
  cli_progress (cli, NULL);
  return cli->output_failed ? CLI_WRONG : status;
}

/* `chase`, `chase --help`, `chase help [COMMAND]`, `chase --version`: G_MAXINT where it is none. */
static int
run_general (char **arguments)
{
  g_autoptr (Cli) cli = cli_new (NULL);
  g_autofree char *help = NULL;
  const char *word = arguments[0];

  if (word == NULL)
    {
      help = cli_help_program (FALSE);
      cli_write_error (cli, help);
      return CLI_WRONG;
    }
  if (strcmp (word, "--version") == 0 || strcmp (word, "-V") == 0)
    return print_text (cli, "chase (Arrowchase) " CHASE_VERSION "\n");
  if (strcmp (word, "help") == 0 && arguments[1] != NULL)
    {
      const CliCommand *command = cli_command_find (arguments[1]);

      if (command == NULL)
        return wrong_command (arguments[1]);
      help = cli_help_command (command, FALSE);
      return print_text (cli, help);
    }
  if (strcmp (word, "--help") == 0 || strcmp (word, "-h") == 0 || strcmp (word, "help") == 0)
    {
      cli_terminal_init (cli);
      help = cli_help_program (cli->colour_out);
      return print_text (cli, help);
    }
  return G_MAXINT;
}

/* Sees to it that no file that is opened later becomes a standard stream by accident. */
static void
guard_streams (void)
{
  for (int fd = 0; fd <= 2; fd++)
    {
      if (fcntl (fd, F_GETFD) < 0 && open ("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) < 0)
        return;
    }
}

int
main (int argc, char **argv)
{
  char *none[] = { NULL };
  char **arguments = argc > 0 ? argv + 1 : none;
  int status;

  cli_heap_prepare ();
  guard_streams ();
  signal (SIGPIPE, SIG_IGN);
  cli_language_init (arguments);
  status = run_general (arguments);
  if (status == G_MAXINT)
    {
      const CliCommand *command = cli_command_find (arguments[0]);

      status
          = command != NULL ? run_command (command, arguments + 1) : wrong_command (arguments[0]);
    }
  return status;
}
