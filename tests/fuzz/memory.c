/* SPDX-License-Identifier: MIT */

/* How much of the heap the reading of an input holds at most: counted by the hooks of the address
   sanitizer where it is there, else by standing before glibc's allocator. */
#include "../support/sanitized.h"

#include "fuzz.h"

#include <errno.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>

static gsize held, peak;
static gssize live;
static gboolean counting, watching;

static void
count (gsize size)
{
  if (watching)
    live += (gssize)size;
  if (!counting)
    return;
  held += size;
  peak = MAX (peak, held);
}

static void
discount (gsize size)
{
  if (watching)
    live -= (gssize)size;
  if (counting)
    held -= MIN (held, size);
}

#if SANITIZED

int
__sanitizer_install_malloc_and_free_hooks (void (*malloc_hook) (const volatile void *, size_t),
                                           void (*free_hook) (const volatile void *));
size_t
__sanitizer_get_allocated_size (const volatile void *block);

static void
on_malloc (const volatile void *block, size_t size)
{
  if (counting && block != NULL)
    count (size);
}

static void
on_free (const volatile void *block)
{
  if (counting && block != NULL)
    discount (__sanitizer_get_allocated_size (block));
}

static void
install (void)
{
  static gboolean installed;

  if (!installed)
    __sanitizer_install_malloc_and_free_hooks (on_malloc, on_free);
  installed = TRUE;
}

#else

/* The names under which glibc offers its own functions to those who take the place of the usual
   ones. */
void *
__libc_malloc (size_t size);
void *
__libc_calloc (size_t n, size_t size);
void *
__libc_realloc (void *block, size_t size);
void *
__libc_memalign (size_t alignment, size_t size);
void
__libc_free (void *block);

static void *
counted (void *block)
{
  if ((counting || watching) && block != NULL)
    count (malloc_usable_size (block) + sizeof (size_t));
  return block;
}

static void
forget (void *block)
{
  if ((counting || watching) && block != NULL)
    discount (malloc_usable_size (block) + sizeof (size_t));
}

void *
malloc (size_t size)
{
  return counted (__libc_malloc (size));
}

void *
calloc (size_t n, size_t size)
{
  return counted (__libc_calloc (n, size));
}

void *
realloc (void *block, size_t size)
{
  forget (block);
  return counted (__libc_realloc (block, size));
}

void *
memalign (size_t alignment, size_t size)
{
  return counted (__libc_memalign (alignment, size));
}

void *
aligned_alloc (size_t alignment, size_t size)
{
  return counted (__libc_memalign (alignment, size));
}

int
posix_memalign (void **block, size_t alignment, size_t size)
{
  *block = counted (__libc_memalign (alignment, size));
  return *block != NULL ? 0 : ENOMEM;
}

void
free (void *block)
{
  forget (block);
  __libc_free (block);
}

static void
install (void)
{
}

#endif

void
fuzz_memory_begin (void)
{
  install ();
  held = peak = 0;
  counting = TRUE;
}

gsize
fuzz_memory_peak (void)
{
  counting = FALSE;
  return peak;
}

void
fuzz_live_begin (void)
{
  live = 0;
  watching = !SANITIZED;
}

gssize
fuzz_live_end (void)
{
  watching = FALSE;
  return live;
}

void
fuzz_memory_end (gsize size)
{
  gsize most = fuzz_memory_peak ();

  if (most <= FUZZ_MEMORY_FIXED + FUZZ_MEMORY_FACTOR * size)
    return;
  fprintf (stderr, "%zu bytes were read with %zu of memory\n", size, most);
  abort ();
}
