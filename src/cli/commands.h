/* SPDX-License-Identifier: MIT */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/* One row of the command table each: see command-check.c and its neighbours. */
extern const CliCommand cli_command_check;
extern const CliCommand cli_command_prove;
extern const CliCommand cli_command_faces;
extern const CliCommand cli_command_homs;
extern const CliCommand cli_command_export;
extern const CliCommand cli_command_convert;
extern const CliCommand cli_command_op;
extern const CliCommand cli_command_layout;
extern const CliCommand cli_command_verify;
extern const CliCommand cli_command_format;
extern const CliCommand cli_command_new;
extern const CliCommand cli_command_watch;

G_END_DECLS
