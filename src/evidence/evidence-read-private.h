/* SPDX-License-Identifier: MIT */
#pragma once

/* What the files that read evidence share; nobody else includes this. Where something cannot be
 * read, an error says what. */

#include "evidence/names.h"

G_BEGIN_DECLS

typedef struct
{
  ChaseNames names;
  const ChasePresentation *presentation;
  ChaseShape *shape;
  guint depth;
  GError **error;
} ChaseReader;

/** Sets the error and returns FALSE. */
gboolean
chase_malformed (ChaseReader *reader, const char *format, ...) G_GNUC_PRINTF (2, 3);
/** @node as an object, or NULL: @what is not one. */
JsonObject *
chase_read_object (ChaseReader *reader, JsonNode *node, const char *what);
JsonArray *
chase_read_member_array (ChaseReader *reader, JsonObject *object, const char *key);
gboolean
chase_read_is_string (JsonNode *node);
/** A natural number; no error. */
gboolean
chase_read_number (JsonNode *node, guint32 *number);
gboolean
chase_read_member_number (ChaseReader *reader, JsonObject *object, const char *key,
                          guint32 *number);
/** FALSE in *@flag where the member is missing. */
gboolean
chase_read_member_flag (ChaseReader *reader, JsonObject *object, const char *key, gboolean *flag);
/** A thing by its name, or by its number where it has none of its own. */
gboolean
chase_read_thing (ChaseReader *reader, JsonNode *node, const ChaseNaming *naming, const char *kind,
                  guint32 *number);
/** A path of arrows into @letters, which is emptied first. */
gboolean
chase_read_arrows (ChaseReader *reader, JsonNode *node, GArray *letters);
/** The letters as a word, borrowed. */
ChaseWord
chase_read_word (const GArray *letters);
/** "paths" of a model or a normal form, if they are there, into @evidence. */
gboolean
chase_read_named_paths (ChaseReader *reader, JsonObject *object, ChaseEvidence *evidence);

ChaseEvidence *
chase_read_normal (ChaseReader *reader, JsonObject *object);

G_END_DECLS
