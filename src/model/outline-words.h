/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words that a style says of the line around an object. */

/** The shapes of `outline`, NULL-terminated: the first where only the rest is said. */
const char *const *
chase_outline_shapes (void);
/** The lines of `outlinestyle`, NULL-terminated, but "solid" and "none". */
const char *const *
chase_outline_lines (void);
/** The word among @words that is @text (may be NULL), or NULL. */
const char *
chase_outline_find (const char *const *words, const char *text);

G_END_DECLS
