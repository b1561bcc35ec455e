/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Scanning Typst by hand. Places are byte offsets into @text, never beyond @end; every function is
 * linear in what it skips. */

/** Skips blanks and comments of both kinds. */
gsize
chase_typst_skip_blanks (const char *text, gsize at, gsize end);
/** Behind the string or the `$...$` that begins at @at, or @end when it does not close. */
gsize
chase_typst_skip_quoted (const char *text, gsize at, gsize end);
/** Behind the code or content in a formula, `#f(a)[b]`, `#[a]`, `#$a$`, whose sign is at @at; @at
 * where there is none. What is in it is not looked at more closely. */
gsize
chase_typst_skip_embedded (const char *text, gsize at, gsize end);
/**
 * Behind the bracket that closes the one at @at, whichever it is; strings, mathematics and comments
 * do not count. @end when none does.
 */
gsize
chase_typst_skip_brackets (const char *text, gsize at, gsize end);
/** TRUE when the call `name(` begins at @at, and no longer name does. */
gboolean
chase_typst_at_call (const char *text, gsize at, gsize end, const char *name);
/**
 * Returns the parts of [@start, @end) between commas that stand in no bracket, string or
 * mathematics, without the blanks and comments around them. Empty parts are left out. Caller frees
 * with g_ptr_array_unref ().
 */
GPtrArray *
chase_typst_split (const char *text, gsize start, gsize end);
/** Where the `name:` of a named argument ends, or 0 where @argument is a positional one. */
gsize
chase_typst_name_length (const char *argument);

G_END_DECLS
