/* SPDX-License-Identifier: MIT */
#include "fuzz.h"
#include "readers.h"

#include <string.h>

/* Any bytes as what follows \xymatrix or, where they begin with `@`, as the body of a CD
 * environment: whatever is read can be written. */

void
fuzz_one (const uint8_t *data, size_t size)
{
  gboolean amscd = size > 0 && data[0] == '@';
  g_autoptr (GString) text = g_string_new (amscd ? "\\begin{CD}" : "\\xymatrix");

  if (!amscd && (size == 0 || data[0] != '{'))
    g_string_append_c (text, '{');
  g_string_append_len (text, (const char *)data, (gssize)size);
  g_string_append (text, amscd ? "\\end{CD}" : "}");
  fuzz_read_and_write (CHASE_FORMAT_TIKZCD, text->str, text->len);
}
