/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/index.h"

G_BEGIN_DECLS

/**
 * ChasePathTrie:
 *
 * A set of paths as a trie, read from their sources or (@backwards) from their targets. There is
 * one root for each object, and a node has room for the arrows at its object only. A path carries a
 * number.
 */
typedef struct
{
  const ChaseIndex *index;
  gboolean backwards;
  guint32 *slot;   /* arrow -> place among those at its object */
  guint32 *degree; /* object -> number of arrows there */
  GArray *first;   /* node -> guint32, first child */
  GArray *object;  /* node -> guint32 */
  GArray *value;   /* node -> guint32: number + 1 of the path that ends here, or 0 */
  GArray *child;   /* guint32: node, or 0 (a root is nobody's child) */
} ChasePathTrie;

ChasePathTrie *
chase_path_trie_new (const ChaseIndex *index, gboolean backwards);
void
chase_path_trie_free (ChasePathTrie *trie);
void
chase_path_trie_set (ChasePathTrie *trie, ChaseWord path, guint32 number);
void
chase_path_trie_unset (ChasePathTrie *trie, ChaseWord path);
/** Appends to @found (of guint32) the numbers of all paths that begin at the node @node. */
void
chase_path_trie_below (const ChasePathTrie *trie, guint32 node, GArray *found);
gsize
chase_path_trie_bytes (const ChasePathTrie *trie);

static inline guint32
chase_path_trie_step (const ChasePathTrie *trie, guint32 node, guint32 letter)
{
  return ((const guint32 *)(gpointer)trie->child
              ->data)[((const guint32 *)(gpointer)trie->first->data)[node] + trie->slot[letter]];
}

static inline guint32
chase_path_trie_value (const ChasePathTrie *trie, guint32 node)
{
  return ((const guint32 *)(gpointer)trie->value->data)[node];
}

G_END_DECLS
