/* SPDX-License-Identifier: MIT */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * JSON written straight into a string, compact, members in the order in which they are written,
 * numbers the same in every locale. Each value but the first of its object or array is preceded by
 * a comma, which the functions see from what stands before.
 */

/** Appends `{` or `[`, and the comma before it where one belongs. */
void
cli_json_open (GString *json, char bracket);
/** Appends `}` or `]`. */
void
cli_json_close (GString *json, char bracket);
/** Appends `"key":`. */
void
cli_json_key (GString *json, const char *key);
/** Appends @text as a string, NULL as null. What is not UTF-8 is replaced. */
void
cli_json_string (GString *json, const char *text);
void
cli_json_int (GString *json, gint64 number);
void
cli_json_boolean (GString *json, gboolean value);
/** Appends @literal as it is: digits, null. */
void
cli_json_literal (GString *json, const char *literal);
/** Appends all of @node; NULL as null. */
void
cli_json_node (GString *json, JsonNode *node);

G_END_DECLS
