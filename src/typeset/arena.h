/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ChaseArena:
 *
 * Zeroed memory that is given back all at once. The first block is kept by
 * chase_arena_reset (), so making small labels one after the other allocates nothing.
 */
typedef struct
{
  struct _ChaseArenaBlock *blocks;
  gsize used;
} ChaseArena;

/** Returns @size zeroed bytes, aligned for any type, that live until the next reset. */
gpointer
chase_arena_alloc (ChaseArena *arena, gsize size);
/** Copies @length bytes of @text and adds a NUL. */
char *
chase_arena_strndup (ChaseArena *arena, const char *text, gsize length);
/** Gives all memory back but the first block. */
void
chase_arena_reset (ChaseArena *arena);
/** Gives all memory back. */
void
chase_arena_clear (ChaseArena *arena);

#define chase_arena_new(arena, type) ((type *)chase_arena_alloc ((arena), sizeof (type)))

G_END_DECLS
