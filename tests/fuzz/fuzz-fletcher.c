/* SPDX-License-Identifier: MIT */
#include "fuzz.h"
#include "readers.h"

/* Typst, fletcher and commute: whatever is read can be written. */

void
fuzz_one (const uint8_t *data, size_t size)
{
  fuzz_read_and_write (CHASE_FORMAT_FLETCHER, (const char *)data, size);
}
