/* SPDX-License-Identifier: MIT */

/* How much of the heap the reading of an input holds at most: counted by the hooks of the address
   sanitizer, where it is there. */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

int
__sanitizer_install_malloc_and_free_hooks (void (*malloc_hook) (const volatile void *, size_t),
                                           void (*free_hook) (const volatile void *))
    __attribute__ ((weak));
size_t
__sanitizer_get_allocated_size (const volatile void *block) __attribute__ ((weak));

/* What the tables of a reader take, whatever it reads. */
#define FIXED ((gsize)1 << 20)
#define FACTOR 100

static gsize held, peak;
static gboolean counting;

static void
on_malloc (const volatile void *block, size_t size)
{
  if (!counting || block == NULL)
    return;
  held += size;
  peak = MAX (peak, held);
}

static void
on_free (const volatile void *block)
{
  gsize size;

  if (!counting || block == NULL)
    return;
  size = __sanitizer_get_allocated_size (block);
  held -= MIN (held, size);
}

void
fuzz_memory_begin (void)
{
  static gboolean installed;

  if (__sanitizer_install_malloc_and_free_hooks == NULL || __sanitizer_get_allocated_size == NULL)
    return;
  if (!installed)
    __sanitizer_install_malloc_and_free_hooks (on_malloc, on_free);
  installed = TRUE;
  held = peak = 0;
  counting = TRUE;
}

void
fuzz_memory_end (gsize size)
{
  counting = FALSE;
  if (g_getenv ("FUZZ_MEMORY") != NULL)
    fprintf (stderr, "%zu bytes read, %zu held at most\n", size, peak);
  if (peak <= FIXED + FACTOR * size)
    return;
  fprintf (stderr, "%zu bytes were read with %zu of memory\n", size, peak);
  abort ();
}
