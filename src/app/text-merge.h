/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Makes in @text, which somebody is writing, the change from @before to @after: the lines that
 * differ are found again by what they say and by their neighbours, blanks at both ends aside. All
 * else of @text stays to the character. Returns NULL where the place is not there, or not the only
 * one of its kind. O(lines). Caller frees.
 */
char *
chase_text_merge (const char *text, const char *before, const char *after);

G_END_DECLS
