/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Scanning LaTeX by hand. Places are byte offsets into @text, never beyond @end; every function is
 * linear in what it skips. */

/** Skips blanks and comments. */
gsize
chase_tex_skip_blanks (const char *text, gsize at, gsize end);
/** Behind the comment that begins with the `%` at @at, its newline included. */
gsize
chase_tex_skip_comment (const char *text, gsize at, gsize end);
/** Behind the `}` that closes the `{` at @at, or @end when none does. Escaped braces and comments
 * do not count. */
gsize
chase_tex_skip_group (const char *text, gsize at, gsize end);
/**
 * Behind the `]` that closes the `[` at @at, groups and nested brackets left alone; where the
 * nested ones do not balance, behind the first `]` outside of a group, as TeX has it. Returns @end
 * when there is none near.
 */
gsize
chase_tex_skip_bracket (const char *text, gsize at, gsize end);
/** Behind the command that begins with the backslash at @at: letters, or one other character. */
gsize
chase_tex_skip_command (const char *text, gsize at, gsize end);
/** TRUE when the bytes at @at are @word. */
gboolean
chase_tex_at (const char *text, gsize at, gsize end, const char *word);
/** TRUE when the command at @at is @command ("\\arrow"), and no longer one. */
gboolean
chase_tex_at_command (const char *text, gsize at, gsize end, const char *command);
/**
 * Returns the text between two places as it is to be kept: without comments, runs of blanks as one
 * space, none around it, valid UTF-8. Caller frees.
 */
char *
chase_tex_tidy (const char *text, gsize start, gsize end);
/** Takes off the braces where the whole of @text is one group, then the blanks. Changes @text and
 * returns it. */
char *
chase_tex_unbrace (char *text);
/** TRUE when braces balance and no comment or lone backslash at the end would swallow what follows.
 */
gboolean
chase_tex_is_balanced (const char *text);
/**
 * Splits @text at each @separator that is outside of groups, brackets and (where @quotes) double
 * quotes. Returns the parts without the blanks around them. Caller frees with g_ptr_array_unref ().
 */
GPtrArray *
chase_tex_split (const char *text, char separator, gboolean quotes);
/** TRUE when only blanks, comments and the wrappers of display mathematics stand between the two
 * places. */
gboolean
chase_tex_is_gap (const char *text, gsize at, gsize end);

G_END_DECLS
