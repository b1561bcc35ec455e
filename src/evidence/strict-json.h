/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Looks in @text, which should be one JSON value, for what json-glib would not bear or take for
 * something else: it calls itself for each bracket, takes comments and single quotes, where the end
 * of a string is another, and loses a value behind which another one stands. Returns what there is
 * of the kind, for a person to read, or NULL. Borrowed. O(length).
 */
const char *
chase_json_find_fault (const char *text, gsize length);

G_END_DECLS
