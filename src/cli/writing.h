/* SPDX-License-Identifier: MIT */
#pragma once

#include "cli/output.h"
#include "cli/source.h"

G_BEGIN_DECLS

/**
 * Finds the format of the output @name: --to where it was given, else by the ending; for "-"
 * @otherwise. Returns UNKNOWN after saying what is wrong.
 */
ChaseFormat
cli_target_format (Cli *cli, const char *name, ChaseFormat otherwise);
/**
 * TRUE when @name may be written from @source; a name that leads to the input itself is refused,
 * with a message.
 */
gboolean
cli_target_check (Cli *cli, const CliSource *source, const char *name);
/**
 * Writes @source in @format to @output under @name, with the options of `chase export` where they
 * were given. Says what is wrong; returns the status.
 */
CliStatus
cli_write_source (Cli *cli, const CliSource *source, const char *name, ChaseFormat format,
                  CliOutput *output);

G_END_DECLS
