/* SPDX-License-Identifier: MIT */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/** The help of the whole program. @colour sets headings in bold. Caller frees. */
char *
cli_help_program (gboolean colour);
/** The help of @command: usage, what it does, its options, the common ones. Caller frees. */
char *
cli_help_command (const CliCommand *command, gboolean colour);

G_END_DECLS
