/* SPDX-License-Identifier: MIT */

/* What libFuzzer calls, and what all targets have in common: without the address sanitizer, a look
   for leaks. */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

/* What is kept from the first run for the next (tables of words, expressions) is not kept again. */
#define RUNS_MAX 4

gboolean fuzz_thorough;

/* FNV-1a (Fowler, Noll, Vo). */
gboolean
fuzz_asks (const uint8_t *data, size_t size, guint k, guint n)
{
  guint32 hash = 2166136261u;

  for (size_t i = 0; i < size; i++)
    hash = (hash ^ data[i]) * 16777619u;
  return fuzz_thorough || (hash ^ hash >> 16) % n == k;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  gssize kept = 1;

  for (guint i = 0; i < RUNS_MAX && kept > 0; i++)
    {
      fuzz_live_begin ();
      fuzz_one (data, size);
      kept = fuzz_live_end ();
    }
  if (kept <= 0)
    return 0;
  fprintf (stderr, "%zi bytes are leaked each time that %zu bytes are read\n", kept, size);
  abort ();
}
