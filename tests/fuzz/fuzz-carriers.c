/* SPDX-License-Identifier: MIT */
#include "drawing/source.h"
#include "fuzz.h"

/* Any bytes as a picture that may carry its source. */

void
fuzz_one (const uint8_t *data, size_t size)
{
  char *found[4];

  fuzz_memory_begin ();
  found[0] = chase_source_find_svg ((const char *)data, size);
  found[1] = chase_source_find_html ((const char *)data, size);
  found[2] = chase_source_find_png (data, size);
  found[3] = chase_source_find_pdf ((const char *)data, size);
  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    g_free (found[i]);
  fuzz_memory_end (size);
}
