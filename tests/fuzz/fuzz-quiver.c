/* SPDX-License-Identifier: MIT */
#include "fuzz.h"
#include "interchange/interchange.h"

#include <stdlib.h>
#include <string.h>

/*
 * quiver: whatever is read is written as JSON that reads back without a word, as itself.
 */

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *text = (const char *)data;
  ChaseFormat format
      = size > 0 && text[0] == '[' ? CHASE_FORMAT_QUIVER_JSON : CHASE_FORMAT_QUIVER_URL;
  g_autoptr (GPtrArray) first = chase_problems_new ();
  g_autoptr (GPtrArray) second = chase_problems_new ();
  g_autoptr (ChaseDocument) document = NULL;
  g_autofree char *json = NULL;
  g_autoptr (ChaseDocument) again = NULL;
  g_autofree char *json_again = NULL;

  fuzz_memory_begin ();
  document = chase_interchange_read (format, text, size, "x", first);
  fuzz_memory_end (size);
  json = chase_interchange_write (CHASE_FORMAT_QUIVER_JSON, document, NULL, NULL, first);
  g_free (chase_interchange_write (CHASE_FORMAT_QUIVER_URL, document, NULL, NULL, first));
  g_free (chase_interchange_write (CHASE_FORMAT_TIKZCD, document, NULL, NULL, first));
  if (*json == '\0')
    return 0;
  again = chase_interchange_read (CHASE_FORMAT_QUIVER_JSON, json, strlen (json), "x", second);
  json_again = chase_interchange_write (CHASE_FORMAT_QUIVER_JSON, again, NULL, NULL, NULL);
  if (second->len > 0 || strcmp (json, json_again) != 0)
    abort ();
  return 0;
}
