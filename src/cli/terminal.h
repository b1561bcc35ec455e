/* SPDX-License-Identifier: MIT */
#pragma once

#include "cli/cli.h"

#include <stdarg.h>

G_BEGIN_DECLS

typedef enum
{
  CLI_INK_PLAIN,
  CLI_INK_BOLD,
  CLI_INK_DIM,
  CLI_INK_RED,
  CLI_INK_GREEN,
  CLI_INK_YELLOW,
} CliInk;

/**
 * Decides about colours and progress from --colour, NO_COLOR (https://no-color.org), TERM and what
 * the two streams are. Called once, when the options are known; before that nothing is coloured.
 */
void
cli_terminal_init (Cli *cli);

/** Appends @text to @to in @ink where @colour is set, else plainly. */
void
cli_ink (GString *to, gboolean colour, CliInk ink, const char *text);

/**
 * Writes @length bytes to standard output at once. When they cannot be written, says so once
 * on standard error, and every later call does nothing; main () then exits with CLI_WRONG.
 */
void
cli_print (Cli *cli, const char *text, gssize length);

/** Writes "chase: error: ..." on standard error, the hint (or NULL) in a line of its own. */
void
cli_error (Cli *cli, const char *hint, const char *format, ...) G_GNUC_PRINTF (3, 4);
/** The same for what is worth knowing: "chase: note: ...". Silent with --quiet. */
void
cli_note (Cli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);
/** Writes @text to standard error as it is, from any thread, clearing a progress line first. */
void
cli_write_error (Cli *cli, const char *text);

/**
 * Shows @text in the progress line of standard error, over what it showed before; NULL clears it.
 * Nothing happens where standard error is no terminal, or with --quiet. Any thread.
 */
void
cli_progress (Cli *cli, const char *text);

G_END_DECLS
