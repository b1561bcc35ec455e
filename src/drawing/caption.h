/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Returns @caption, a line of plain text, as markup, for Pango and for HTML, in which what stands after an underscore is a subscript:
 * α_X is α with a small X below, and so is α_(X). Letters and digits are lowered, one sign such as ∅, or what brackets
 * hold; an underscore with none of these behind it stays. Free with g_free ().
 */
char *chase_caption_to_markup (const char *caption);

G_END_DECLS
