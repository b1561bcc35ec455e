/* SPDX-License-Identifier: MIT */
#include "fuzz.h"
#include "interchange/interchange.h"

#include <stdlib.h>
#include <string.h>

/*
 * quiver: whatever is read is written as JSON that reads back without a word, as itself.
 */

static void
check_json (const ChaseDocument *document)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autofree char *json
      = chase_interchange_write (CHASE_FORMAT_QUIVER_JSON, document, NULL, NULL, NULL);
  g_autoptr (ChaseDocument) again = NULL;
  g_autofree char *json_again = NULL;

  if (*json == '\0')
    return;
  again = chase_interchange_read (CHASE_FORMAT_QUIVER_JSON, json, strlen (json), "x", problems);
  json_again = chase_interchange_write (CHASE_FORMAT_QUIVER_JSON, again, NULL, NULL, NULL);
  if (problems->len > 0 || strcmp (json, json_again) != 0)
    abort ();
}

void
fuzz_one (const uint8_t *data, size_t size)
{
  const char *text = (const char *)data;
  ChaseFormat format
      = size > 0 && text[0] == '[' ? CHASE_FORMAT_QUIVER_JSON : CHASE_FORMAT_QUIVER_URL;
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document = NULL;

  fuzz_memory_begin ();
  document = chase_interchange_read (format, text, size, "x", problems);
  fuzz_memory_end (size);
  if (fuzz_asks (data, size, 0, 4))
    g_free (chase_interchange_write (CHASE_FORMAT_QUIVER_URL, document, NULL, NULL, problems));
  if (fuzz_asks (data, size, 1, 4))
    g_free (chase_interchange_write (CHASE_FORMAT_TIKZCD, document, NULL, NULL, problems));
  if (fuzz_asks (data, size, 2, 4))
    check_json (document);
}
