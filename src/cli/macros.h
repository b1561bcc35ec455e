/* SPDX-License-Identifier: MIT */
#pragma once

#include "cli/source.h"

#include "i18n.h"

G_BEGIN_DECLS

#define CLI_OPTION_MACROS                                                                          \
  {                                                                                                \
    "macros", 0, NULL, CLI_VALUE_FILE, "FILE", 0, 0,                                               \
        N_ ("a .tex or .sty file whose \\newcommand, \\def, ... the labels may use")               \
  }

/**
 * Gives the document of @source the definitions of the file of --macros that it needs, as a macros block in front of
 * all else, so that its own definitions come later and win. FALSE: the file cannot be read; this has been said.
 */
gboolean
cli_take_macros (Cli *cli, CliSource *source);
/**
 * Says once what was wrong with the labels that were drawn: @problems as of ChaseDrawOptions. Silent with --quiet.
 */
void
cli_warn_of_labels (Cli *cli, const CliSource *source, GPtrArray *problems);

G_END_DECLS
