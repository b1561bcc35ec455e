/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Guesses labels by naturality: what F(X) -> F(Y) does to a label, done to another. @from and @to
 * are the labels of two objects, which differ in one thing (X became Y, a prime or an index was
 * added). Returns @label with the same change, or NULL where there is nothing in it to change, or
 * the two differ in more than one thing. Caller frees. O(length).
 */
char *
chase_guess_label (const char *from, const char *to, const char *label);
/**
 * Returns @whole with each @part in it (as a whole, not as a piece of a command or a word) replaced
 * by @with; NULL where it is not there, or is all there is. Caller frees.
 */
char *
chase_guess_within (const char *whole, const char *part, const char *with);

G_END_DECLS
