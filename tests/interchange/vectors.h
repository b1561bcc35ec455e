/* SPDX-License-Identifier: MIT */
#pragma once

#include "interchange/interchange.h"
#include "interchange/json-private.h"

G_BEGIN_DECLS

/** Returns the content of a file of the shared folder, or NULL (after g_test_skip ()) where it is
 * not there. */
char *
shared_file (const char *name);
/** Returns the names of the files in a folder of the shared corpus, sorted; NULL as above. */
char **
shared_files (const char *folder);
/** Returns the compact text of @json. */
char *
json_text (const ChaseJson *json);
/** Reads @text and asserts that exactly @diagrams diagrams were found. */
ChaseDocument *
read_text (ChaseFormat format, const char *text, guint diagrams, GPtrArray *problems);
/** Reads @text and returns it written as @to. */
char *
convert (ChaseFormat from, const char *text, ChaseFormat to, GPtrArray *problems);
/** Reads @text, a drawing only, and returns it in our notation. */
char *
to_notation (ChaseFormat from, const char *text);
/** Returns the messages of @problems, one a line: "LINE:COLUMN message". */
char *
messages (const GPtrArray *problems);

G_END_DECLS
