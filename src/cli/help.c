/* SPDX-License-Identifier: MIT */
#include "cli/help.h"

#include "cli/terminal.h"
#include "cli/words.h"

#include <string.h>

#include "i18n.h"

/* Where the explanation of an option begins, and the width of the page. */
#define HELP_COLUMN 26
#define HELP_WIDTH 90

static void
append_heading (GString *help, gboolean colour, const char *text)
{
  g_string_append_c (help, '\n');
  cli_ink (help, colour, CLI_INK_BOLD, text);
  g_string_append (help, "\n");
}

/* Appends @text word by word from column @column on, every further line indented to it. */
static void
append_wrapped (GString *help, guint column, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint at = column;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint width = cli_columns (words[i], strlen (words[i]));

      if (i > 0 && at + 1 + width > HELP_WIDTH)
        {
          g_string_append_printf (help, "\n%*s", (int)column, "");
          at = column;
        }
      else if (i > 0)
        {
          g_string_append_c (help, ' ');
          at++;
        }
      g_string_append (help, words[i]);
      at += width;
    }
  g_string_append_c (help, '\n');
}

static void
append_row (GString *help, const char *left, const char *right)
{
  guint width = cli_columns (left, strlen (left));

  g_string_append_printf (help, "  %s", left);
  if (width + 4 > HELP_COLUMN)
    g_string_append_printf (help, "\n%*s", HELP_COLUMN, "");
  else
    g_string_append_printf (help, "%*s", (int)(HELP_COLUMN - 2 - width), "");
  append_wrapped (help, HELP_COLUMN, right);
}

static void
append_options (GString *help, const CliOption *options)
{
  for (const CliOption *option = options; option->name != NULL; option++)
    {
      g_autoptr (GString) left = g_string_new (NULL);

      if (option->letter != 0)
        g_string_append_printf (left, "-%c, ", option->letter);
      g_string_append_printf (left, "--%s", option->name);
      if (option->kind != CLI_VALUE_NONE)
        g_string_append_printf (left, " %s", option->value);
      append_row (help, left->str, _ (option->help));
    }
}

char *
cli_help_program (gboolean colour)
{
  GString *help = g_string_new (_ ("chase: commutative diagrams, checked and drawn\n"));

  append_heading (help, colour, _ ("Usage"));
  g_string_append (help, _ ("  chase COMMAND [OPTION...] ARGUMENT...\n"));
  append_heading (help, colour, _ ("Commands"));
  for (guint i = 0; cli_commands[i] != NULL; i++)
    append_row (help, cli_commands[i]->name, _ (cli_commands[i]->summary));
  append_heading (help, colour, _ ("Options of every command"));
  append_options (help, cli_common_options);
  append_row (help, "--version", _ ("show the version"));
  append_heading (help, colour, _ ("Exit status"));
  g_string_append (help, _ ("  0  every check holds, or the work was done\n"
                            "  1  a check does not hold\n"
                            "  2  the input or the call is wrong, and nothing was written\n"
                            "  3  nothing failed, but something stayed undecided\n"
                            "\n“chase COMMAND --help” tells more about a command. “chase new square"
                            " -o square.chase”\nmakes a first file.\n"));
  return g_string_free (help, FALSE);
}

char *
cli_help_command (const CliCommand *command, gboolean colour)
{
  GString *help = g_string_new (NULL);

  g_string_append_printf (help, _ ("chase %s: %s\n"), command->name, _ (command->summary));
  append_heading (help, colour, _ ("Usage"));
  g_string_append_printf (help, _ ("  chase %s [OPTION...] %s\n\n%s"), command->name,
                          command->operands, _ (command->about));
  if (command->options != NULL)
    {
      append_heading (help, colour, _ ("Options"));
      append_options (help, command->options);
    }
  append_heading (help, colour, _ ("Options of every command"));
  append_options (help, cli_common_options);
  return g_string_free (help, FALSE);
}
