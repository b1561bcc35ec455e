/* SPDX-License-Identifier: MIT */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * What a run of the program left: its words and its exit status (minus the signal's number where a
 * signal ended it).
 */
typedef struct
{
  char *out;
  gsize out_length;
  char *err;
  int status;
} Run;

/** Runs chase in a folder of its own with the arguments of @line, quoted as for a shell. */
Run *
run_line (const char *line);
/** The same with @input on standard input. */
Run *
run_input (const char *line, const char *input);
/** The same with an argument vector behind the program's name. */
Run *
run_vector (const char *const *arguments, const char *input, gssize input_length);
void
run_free (Run *run);

/** The folder in which the program runs, made at the first call. */
const char *
folder (void);
/** Writes @text to the file @name of that folder. */
void
write_file (const char *name, const char *text);
/** Reads it; NULL where it is not there. Caller frees. */
char *
read_file (const char *name);
/** Removes the folder and all that is in it. */
void
remove_folder (void);
/** The path of @name in tests/data. Caller frees. */
char *
data_path (const char *name);
/** Returns @text with every time, as in "(0.12 ms)" and "milliseconds":0.120, replaced by T. */
char *
without_times (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

G_END_DECLS
