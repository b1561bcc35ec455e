/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Makes @macros, definitions that an author made elsewhere, ones that can stand in a preamble of
 * their own before
 * @body: the packages that both need before them, names free that they define. @kept: some of @body
 * is as its author wrote it, and not anew. O(n).
 */
void
chase_tex_settle (const char *body, gboolean kept, GString *macros);

G_END_DECLS
