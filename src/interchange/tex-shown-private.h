/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Returns the place behind \verb|...|, the environments of text that is shown as it is, and what
 * LaTeX does not read at all, or @at where there is none. *@missing, 0 at first, knows which ends
 * do not come any more. O(n) for all of a text. */
gsize
chase_tex_skip_shown (const char *text, gsize at, gsize length, guint *missing);
/** Is there an \arrow or \ar in @text? */
gboolean
chase_tex_has_arrow (const char *text, gsize length);
/** Returns the name of the innermost environment around the first arrow, or NULL where it is none
 * that could be a diagram's. Caller frees. */
char *
chase_tex_around_arrow (const char *text, gsize length);
/** `\begin {tikzcd}`: returns the text with the blanks in front of the words, or NULL where there
 * are none. Caller frees. */
char *
chase_tex_without_gaps (const char *text, gsize length);
/** A diagram in lines that are quoted, as Markdown's blocks and the comments of programs are:
 * returns the text with blanks in place of the signs, or NULL where there are none. Caller frees.
 */
char *
chase_tex_without_prefixes (const char *text, gsize length);

G_END_DECLS
