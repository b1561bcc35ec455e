/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Returns the Typst text with what its own functions make in the place of their calls, where they
 * call one of @makers (a NULL-terminated list of names) or each other; lines stay where they are.
 * NULL where there are none. Caller frees. Makes no more than a fixed multiple of @length.
 */
char *
chase_typst_open_functions (const char *text, gsize length, const char *const *makers);

G_END_DECLS
