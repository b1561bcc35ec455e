/* SPDX-License-Identifier: MIT */
#include "cli/heap.h"

#include <glib.h>
#include <malloc.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>

enum
{
  RESERVED = 1 << 30, /* addresses, not memory; or a fourth of that, or a sixteenth */
  HUGE_PAGE = 2 << 20,
  KEPT = 16 << 20, /* more than that is given back */
};

/* What lies before the first whole huge page: never used. */
static gpointer filler;

#if defined(__SANITIZE_ADDRESS__)
#define OTHER_ALLOCATOR 1
#elif defined(__has_feature)
#define OTHER_ALLOCATOR __has_feature (address_sanitizer)
#else
#define OTHER_ALLOCATOR 0
#endif

/* Not where addresses are counted, where another allocator writes down what it hands out, or where
   this one is told to fill it. */
static gboolean
may_reserve (void)
{
  const int kinds[] = { RLIMIT_AS, RLIMIT_DATA };
  struct rlimit limit;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (getrlimit (kinds[i], &limit) != 0 || limit.rlim_cur != RLIM_INFINITY)
      return FALSE;
  return !OTHER_ALLOCATOR && g_getenv ("MALLOC_PERTURB_") == NULL
         && g_getenv ("GLIBC_TUNABLES") == NULL;
}

/* The block is taken from the end of the heap, and so is all that follows once it is freed. */
static gboolean
reserve (gsize size)
{
  char *block = malloc (size), *end = block + size, *first;

  if (block == NULL)
    return FALSE;
  first = (char *)(((guintptr)block / HUGE_PAGE + 1) * HUGE_PAGE);
  madvise (first, (gsize)(end - first) / HUGE_PAGE * HUGE_PAGE, MADV_HUGEPAGE);
  mallopt (M_TRIM_THRESHOLD, (int)MIN (size + KEPT, G_MAXINT));
  free (block);
  filler = malloc ((gsize)(first - block));
  return TRUE;
}

void
cli_heap_prepare (void)
{
  mallopt (M_TOP_PAD, 1 << 20);
  mallopt (M_TRIM_THRESHOLD, KEPT);
  if (may_reserve ())
    {
      mallopt (M_MMAP_MAX, 0);
      for (gsize size = RESERVED; size >= RESERVED / 16 && !reserve (size); size /= 4)
        ;
      mallopt (M_MMAP_MAX, 65536);
    }
  mallopt (M_MMAP_THRESHOLD, 8 << 20);
}
