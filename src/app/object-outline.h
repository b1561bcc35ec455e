/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/style.h"

G_BEGIN_DECLS

/* The line around an object, which its style holds as `outline`, `outlinestyle`, `outlinecolour`
 * and `outlinefill`. */

/** TRUE where @key is one of the four. */
gboolean
chase_object_outline_is_key (const char *key);
/**
 * Changes @style as a key and a value say: "outline circle", "outlinestyle dashed", "outlinefill
 * #ffffcc". "outline none" takes all of it away; where there is no outline, a line, a colour or a
 * ground of one makes a rectangle. FALSE where the value is none of the key's.
 */
gboolean
chase_object_outline_apply (ChaseStyle *style, const char *key, const char *word);
/** TRUE when @style has the value @word of @key. */
gboolean
chase_object_outline_has (const ChaseStyle *style, const char *key, const char *word);

G_END_DECLS
