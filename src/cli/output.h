/* SPDX-License-Identifier: MIT */
#pragma once

#include "cli/arguments.h"

G_BEGIN_DECLS

/**
 * CliOutput:
 *
 * The files that a command writes: all of them or none. Nothing is touched before
 * cli_output_commit (); each file is then written beside its place, and when all are, they are
 * renamed into it. A name that stands for something other than a regular file (a pipe, a device) is
 * written straight, and "-" is standard output.
 */
typedef struct _CliOutput CliOutput;

CliOutput *
cli_output_new (void);
void
cli_output_free (CliOutput *output);
/** Adds the file @name with @contents (referenced). */
void
cli_output_add (CliOutput *output, const char *name, GBytes *contents);
/** The same for a text, which is copied. */
void
cli_output_add_text (CliOutput *output, const char *name, const char *text);
/** Forgets the files that are on disk as they would be written. */
void
cli_output_drop_same (CliOutput *output);
guint
cli_output_n_files (const CliOutput *output);
const char *
cli_output_name (const CliOutput *output, guint index);
/**
 * Writes everything. Returns FALSE and sets @error (OUTPUT, a sentence that names the file) when
 * one of the files cannot be written: then none is, and what was there before still is.
 */
gboolean
cli_output_commit (CliOutput *output, Cli *cli, GError **error);

/** The same, saying on standard error what went wrong. With --json, the names go to standard
 * output. */
CliStatus
cli_output_finish (CliOutput *output, Cli *cli);
/** Writes the one file @name, or standard output for NULL. */
CliStatus
cli_output_text (Cli *cli, const char *name, const char *text);

/** TRUE when the names @a and @b (not "-") lead to the same file that exists. */
gboolean
cli_same_file (const char *a, const char *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliOutput, cli_output_free)

G_END_DECLS
