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

/* JSON that quiver's reader takes without a word, with every diagram. */
static void
check_json (const ChaseDocument *document)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autofree char *json
      = chase_interchange_write (CHASE_FORMAT_QUIVER_JSON, document, NULL, NULL, NULL);
  g_autoptr (ChaseDocument) again = NULL;

  if (*json == '\0')
    return;
  again = chase_interchange_read (CHASE_FORMAT_QUIVER_JSON, json, strlen (json), "x", problems);
  if (problems->len > 0 || count_diagrams (again) != count_diagrams (document))
    abort ();
}

void
fuzz_one (const uint8_t *data, size_t size)
{
  static const ChaseFormat formats[]
      = { CHASE_FORMAT_TIKZCD, CHASE_FORMAT_QUIVER_URL, CHASE_FORMAT_DOT, CHASE_FORMAT_FLETCHER };
  const guint n = G_N_ELEMENTS (formats);
  ChaseInterchangeOptions options = { .quiver_sty = size % 2 == 0, .standalone = size % 3 == 0 };
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document = NULL;

  fuzz_memory_begin ();
  document = chase_interchange_read (CHASE_FORMAT_TIKZCD, (const char *)data, size, "x", problems);
  fuzz_memory_end (size);
  for (guint i = 0; i < n; i++)
    if (fuzz_asks (data, size, i, n + 1))
      g_free (chase_interchange_write (formats[i], document, NULL, &options, NULL));
  if (fuzz_asks (data, size, n, n + 1))
    check_json (document);
}
