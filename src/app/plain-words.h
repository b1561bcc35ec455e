/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Reads @text, which may go over several lines, as words of a language: a label that sets them as
 * text, with one space between two of them. NULL where it is no such thing: fewer than two words
 * of two letters or more, or signs of TeX. Caller frees.
 */
char *
chase_plain_words_to_label (const char *text);
/**
 * What is typed for @label: the words of one that sets words as text, else @label as it is. Caller
 * frees.
 */
char *
chase_plain_words_from_label (const char *label);

G_END_DECLS
