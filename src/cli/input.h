/* SPDX-License-Identifier: MIT */
#pragma once

#include "cli/arguments.h"

G_BEGIN_DECLS

/**
 * Reads all of the file @name, or of standard input for "-". Returns NULL and sets @error (INPUT, a
 * sentence that names the file) for what is missing (with the name of a file beside it that was
 * probably meant), a folder, unreadable, or larger than a gibibyte.
 */
GBytes *
cli_input_read (const char *name, GError **error);
/** What messages call the input @name: itself, or "<stdin>". Fit to be shown. Caller frees. */
char *
cli_input_title (const char *name);

G_END_DECLS
