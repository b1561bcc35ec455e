/* SPDX-License-Identifier: MIT */
#include "readers.h"

#include "fuzz.h"

void
fuzz_read_and_write (ChaseFormat format, const char *text, gsize length)
{
  static const ChaseFormat formats[]
      = { CHASE_FORMAT_TIKZCD, CHASE_FORMAT_QUIVER_JSON, CHASE_FORMAT_DOT, CHASE_FORMAT_FLETCHER };
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document = NULL;

  fuzz_memory_begin ();
  document = chase_interchange_read (format, text, length, "x", problems);
  fuzz_memory_end (length);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (fuzz_asks ((const uint8_t *)text, length, i, G_N_ELEMENTS (formats)))
      g_free (chase_interchange_write (formats[i], document, NULL, NULL, NULL));
}
