/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Returns @text fit to be shown in a message: what is not UTF-8 and every control character
 * replaced by U+FFFD, and what is longer than a line cut with "…". Caller frees.
 */
char *
cli_show (const char *text);
/** How many columns of a terminal the first @length bytes of the UTF-8 @text take; a tab takes one.
 */
guint
cli_columns (const char *text, gsize length);
/**
 * Returns seconds as a person reads them: "0.02 ms", "12 ms", "3.4 s". The decimal sign is a point.
 * Caller frees.
 */
char *
cli_duration (double seconds);

G_END_DECLS
