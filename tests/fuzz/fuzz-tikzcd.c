/* SPDX-License-Identifier: MIT */
#include "fuzz.h"
#include "interchange/interchange.h"

#include <stdlib.h>
#include <string.h>

/*
 * LaTeX: whatever is read can be written in every text format, and as JSON that quiver's reader
 * takes without a word.
 */

static guint
count_diagrams (const ChaseDocument *document)
{
  guint n = 0;

  while (chase_document_nth (document, CHASE_ITEM_DIAGRAM, n) != NULL)
    n++;
  return n;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const ChaseFormat formats[]
      = { CHASE_FORMAT_TIKZCD, CHASE_FORMAT_QUIVER_URL, CHASE_FORMAT_DOT, CHASE_FORMAT_FLETCHER };
  ChaseInterchangeOptions options = { .quiver_sty = size % 2 == 0, .standalone = size % 3 == 0 };
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (GPtrArray) second = chase_problems_new ();
  g_autoptr (ChaseDocument) document = NULL;
  g_autofree char *json = NULL;
  g_autoptr (ChaseDocument) again = NULL;

  fuzz_memory_begin ();
  document = chase_interchange_read (CHASE_FORMAT_TIKZCD, (const char *)data, size, "x", problems);
  fuzz_memory_end (size);
  json = chase_interchange_write (CHASE_FORMAT_QUIVER_JSON, document, NULL, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (chase_format_can_write (formats[i]))
      g_free (chase_interchange_write (formats[i], document, NULL, &options, NULL));
  if (*json == '\0')
    return 0;
  again = chase_interchange_read (CHASE_FORMAT_QUIVER_JSON, json, strlen (json), "x", second);
  if (second->len > 0 || count_diagrams (again) != count_diagrams (document))
    abort ();
  return 0;
}
