/* SPDX-License-Identifier: MIT */
#include "fuzz.h"
#include "interchange/interchange.h"

/*
 * The other readers, by the first byte: Typst for `#`, Graphviz for the rest. Whatever is read can
 * be written.
 */

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const ChaseFormat formats[]
      = { CHASE_FORMAT_TIKZCD, CHASE_FORMAT_QUIVER_JSON, CHASE_FORMAT_DOT, CHASE_FORMAT_FLETCHER };
  ChaseFormat format = size > 0 && data[0] == '#' ? CHASE_FORMAT_FLETCHER : CHASE_FORMAT_DOT;
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document = NULL;

  fuzz_memory_begin ();
  document = chase_interchange_read (format, (const char *)data, size, "x", problems);
  fuzz_memory_end (size);
  chase_format_sniff ((const char *)data, size);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    g_free (chase_interchange_write (formats[i], document, NULL, NULL, NULL));
  return 0;
}
