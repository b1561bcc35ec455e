/* SPDX-License-Identifier: MIT */
#pragma once

#include <json-glib/json-glib.h>

/**
 * Returns the JSON @text with its change number @number, or NULL when there are not so many: each
 * value in turn is replaced by others like it and by some of another kind, each element of an array
 * left out, doubled or exchanged with the next, each member of an object left out or renamed, and
 * one added. Caller frees.
 */
JsonNode *
mutate_json (const char *text, guint number);
