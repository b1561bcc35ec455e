/* SPDX-License-Identifier: MIT */
#include "typeset/arena.h"

#include <string.h>

#define BLOCK_SIZE 32768

typedef struct _ChaseArenaBlock Block;

struct _ChaseArenaBlock
{
  Block *next;
  gsize size;
  _Alignas(max_align_t) guint8 data[];
};

static Block *
block_new (gsize size, Block *next)
{
  Block *block = g_malloc (sizeof (Block) + size);

  block->next = next;
  block->size = size;
  return block;
}

gpointer
chase_arena_alloc (ChaseArena *arena, gsize size)
{
  gpointer memory;

  size = (size + 15) & ~(gsize)15;
  if (arena->blocks == NULL || arena->used + size > arena->blocks->size)
    {
      arena->blocks = block_new (MAX (size, BLOCK_SIZE), arena->blocks);
      arena->used = 0;
    }
  memory = arena->blocks->data + arena->used;
  arena->used += size;
  return memset (memory, 0, size);
}

char *
chase_arena_strndup (ChaseArena *arena, const char *text, gsize length)
{
  char *copy = chase_arena_alloc (arena, length + 1);

  memcpy (copy, text, length);
  return copy;
}

void
chase_arena_reset (ChaseArena *arena)
{
  Block *last = arena->blocks;

  while (last != NULL && last->next != NULL)
    {
      Block *next = last->next;

      g_free (last);
      last = next;
    }
  if (last != NULL && last->size > BLOCK_SIZE)
    g_clear_pointer (&last, g_free);
  arena->blocks = last;
  arena->used = 0;
}

void
chase_arena_clear (ChaseArena *arena)
{
  chase_arena_reset (arena);
  g_clear_pointer (&arena->blocks, g_free);
}
