/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/index.h"
#include "engine/vector.h"

G_BEGIN_DECLS

/** A node: where its cells begin, the number + 1 of the path that ends here or 0, its object, and
 * how many paths of the set pass or end here. */
typedef struct
{
  guint32 first;
  guint32 value;
  guint32 object;
  guint32 live;
} ChasePathNode;

/**
 * ChasePathTrie:
 *
 * A set of paths as a trie, read from their sources or (@backwards) from their targets. There is
 * one root for each object, and a node has room for the arrows at its object only. A path carries a
 * number. What is taken out leaves its nodes behind.
 */
typedef struct
{
  const ChaseIndex *index;
  gboolean backwards;
  guint32 *slot;       /* arrow -> place among those at its object */
  guint32 *first;      /* object -> first of its arrows in @arrows */
  guint32 *arrows;     /* by object */
  ChasePathNode *node; /* the first n_objects of them are roots */
  guint32 n_nodes, capacity;
  ChaseVector child; /* node, or 0 (a root is nobody's child) */
} ChasePathTrie;

ChasePathTrie *
chase_path_trie_new (const ChaseIndex *index, gboolean backwards);
void
chase_path_trie_free (ChasePathTrie *trie);
void
chase_path_trie_set (ChasePathTrie *trie, ChaseWord path, guint32 number);
/** Takes out the path @path, which is in the set. */
void
chase_path_trie_unset (ChasePathTrie *trie, ChaseWord path);
gsize
chase_path_trie_bytes (const ChasePathTrie *trie);

static inline guint32
chase_path_trie_degree (const ChasePathTrie *trie, guint32 object)
{
  return trie->first[object + 1] - trie->first[object];
}

static inline guint32
chase_path_trie_step (const ChasePathTrie *trie, guint32 node, guint32 letter)
{
  return trie->child.data[trie->node[node].first + trie->slot[letter]];
}

/** The root from which @letter leads on. */
static inline guint32
chase_path_trie_root (const ChasePathTrie *trie, guint32 letter)
{
  return trie->backwards ? trie->index->target[letter] : trie->index->source[letter];
}

/**
 * Reads @letters from the last one to the first, from the root where the last one begins: the
 * number of the path of the set that is read first, or G_MAXUINT32. Adds the letters read to
 * *@work.
 */
static inline guint32
chase_path_trie_ending (const ChasePathTrie *trie, const guint32 *letters, gsize n, guint64 *work)
{
  guint32 node;
  gsize i = n;

  if (n == 0)
    return G_MAXUINT32;
  node = chase_path_trie_root (trie, letters[n - 1]);
  while (i-- > 0)
    {
      node = chase_path_trie_step (trie, node, letters[i]);
      if (node == 0)
        break;
      if (trie->node[node].value != 0)
        {
          *work += n - i;
          return trie->node[node].value - 1;
        }
    }
  *work += n - i;
  return G_MAXUINT32;
}

G_END_DECLS
