/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  CHASE_JSON_NULL,
  CHASE_JSON_FALSE,
  CHASE_JSON_TRUE,
  CHASE_JSON_NUMBER,
  CHASE_JSON_STRING,
  CHASE_JSON_ARRAY,
  CHASE_JSON_OBJECT,
} ChaseJsonKind;

/**
 * ChaseJson:
 *
 * A JSON value (RFC 8259) that knows its place in the text and keeps the order of an object's keys:
 * what writing quiver's format byte for byte, and saying where a cell is malformed, need.
 */
typedef struct
{
  ChaseJsonKind kind;
  gsize start; /* byte offsets in the text; 0 where there is none */
  gsize end;
  double number;
  char *string;     /* of a STRING; valid UTF-8 */
  GPtrArray *items; /* of an ARRAY or OBJECT: the values */
  GPtrArray *keys;  /* of an OBJECT: the keys, as many as items */
} ChaseJson;

/**
 * Reads one value from the @length bytes at @text, blanks around it allowed. Returns NULL when it
 * is not JSON, or nested deeper than 64: *@at is then the place and *@message (static) the reason.
 * If @rest is not NULL, more text may follow, and *@rest is where. Bytes that are no UTF-8 and the
 * character NUL become U+FFFD. O(@length).
 */
ChaseJson *
chase_json_parse (const char *text, gsize length, gsize *rest, gsize *at, const char **message);
/** Takes NULL quietly. */
void
chase_json_free (ChaseJson *json);
ChaseJson *
chase_json_new (ChaseJsonKind kind);
ChaseJson *
chase_json_new_number (double number);
ChaseJson *
chase_json_new_string (const char *string);
/** Appends @value, which is taken, to @array. */
void
chase_json_add (ChaseJson *array, ChaseJson *value);
/** Sets @key of @object to @value, which is taken: in place where the key is there, else at the
 * end. */
void
chase_json_set (ChaseJson *object, const char *key, ChaseJson *value);
/** Returns the value of @key, or NULL: also where @object is NULL or no object. Borrowed. */
ChaseJson *
chase_json_get (const ChaseJson *object, const char *key);
/** Removes @key from @object and returns its value, which the caller then owns, or NULL. */
ChaseJson *
chase_json_take (ChaseJson *object, const char *key);
guint
chase_json_length (const ChaseJson *json);
ChaseJson *
chase_json_nth (const ChaseJson *json, guint index);
gboolean
chase_json_is_integer (const ChaseJson *json, double least, double greatest);
/** Puts what @overlay has into @object, object by object; @overlay is left empty. */
void
chase_json_merge (ChaseJson *object, ChaseJson *overlay);
/** Appends @json as JavaScript's JSON.stringify writes it: no blanks, the characters themselves. */
void
chase_json_print (const ChaseJson *json, GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseJson, chase_json_free)

G_END_DECLS
