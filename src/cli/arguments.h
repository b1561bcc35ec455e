/* SPDX-License-Identifier: MIT */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

#define CLI_ERROR (cli_error_quark ())
GQuark
cli_error_quark (void);
typedef enum
{
  CLI_ERROR_CALL,   /* the command line is wrong */
  CLI_ERROR_INPUT,  /* a file cannot be read */
  CLI_ERROR_OUTPUT, /* a file cannot be written */
} CliError;

/** Returns the command called @name, or NULL. */
const CliCommand *
cli_command_find (const char *name);

/**
 * Reads the words @arguments behind the command's name into @cli: long options (`--name VALUE`,
 * `--name=VALUE`), short ones (`-o FILE`, `-oFILE`), operands anywhere between them, `--` before
 * operands that begin with a dash. Returns FALSE and sets @error (CALL, one sentence with a guess)
 * at the first word that is wrong. `--help` stops the reading: the flag is then set, and nothing
 * else is asked.
 */
gboolean
cli_arguments_read (Cli *cli, char **arguments, GError **error);

/** Returns a new Cli for @command. Free with cli_free (). */
Cli *
cli_new (const CliCommand *command);
void
cli_free (Cli *cli);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Cli, cli_free)

G_END_DECLS
