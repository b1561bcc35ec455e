/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Returns LaTeX mathematics as plain text that says the same to a reader: "α", "A × B", "x₁", "ℤ".
 * Braces go; commands that nobody knows stay as their name. For programs that show no mathematics.
 * Caller frees.
 */
char *
chase_latex_to_plain (const char *latex);

/**
 * Returns a label of a program that knows no mathematics as LaTeX: words as \text, letters and
 * signs as they are. Caller frees.
 */
char *
chase_plain_to_latex (const char *text);

G_END_DECLS
