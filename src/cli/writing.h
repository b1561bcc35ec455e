/* SPDX-License-Identifier: MIT */
#pragma once

#include "cli/output.h"
#include "cli/source.h"
#include "i18n.h"

G_BEGIN_DECLS

/* How LaTeX and Typst are written: rows of an option table. */
#define CLI_OPTIONS_WRITING                                                                            \
  { "standalone", 0, NULL, CLI_VALUE_NONE,                                                             \
    NULL,         0, 0,    N_ ("a whole LaTeX or Typst document, not a part to paste") },              \
      { "display", 0, NULL, CLI_VALUE_NONE, NULL, 0, 0, N_ ("LaTeX, Typst: as a displayed formula") }, \
      { "equation", 0, NULL, CLI_VALUE_NONE,                                                           \
        NULL,       0, 0,    N_ ("LaTeX: as an equation with a number and the label eq:NAME") },       \
      { "cramped", 0, NULL, CLI_VALUE_NONE, NULL, 0, 0, N_ ("LaTeX: tikz-cd's option of that name") }, \
      { "quiver-sty", 0, NULL, CLI_VALUE_NONE,                                                         \
        NULL,         0, 0,    N_ ("LaTeX: as quiver writes it, for the package quiver") },            \
      { "overlays", 0, NULL, CLI_VALUE_NONE,                                                           \
        NULL,       0, 0,    N_ ("LaTeX: each step of a diagram on a slide of its own, for beamer") }, \
  {                                                                                                    \
    "fresh", 0, NULL, CLI_VALUE_NONE, NULL, 0, 0,                                                      \
        N_ ("LaTeX: written anew, even what was read and not changed")                                 \
  }

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

/**
 * The only diagram of @source (or the one that --diagram names) as a tikzcd environment. NULL,
 * after saying what is wrong. Caller frees.
 */
char *
cli_source_tikzcd (Cli *cli, const CliSource *source);

G_END_DECLS
