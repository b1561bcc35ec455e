/* SPDX-License-Identifier: MIT */
#include "engine/path-trie.h"

static guint32
add_node (ChasePathTrie *trie, guint32 object)
{
  if (trie->n_nodes == trie->capacity)
    {
      trie->capacity = MAX (2 * trie->capacity, trie->index->n_objects + 32);
      trie->node = g_renew (ChasePathNode, trie->node, trie->capacity);
    }
  trie->node[trie->n_nodes]
      = (ChasePathNode){ .first = (guint32)trie->child.length, .object = object };
  chase_vector_fill (&trie->child, 0, chase_path_trie_degree (trie, object));
  return trie->n_nodes++;
}

ChasePathTrie *
chase_path_trie_new (const ChaseIndex *index, gboolean backwards)
{
  ChasePathTrie *trie = g_new0 (ChasePathTrie, 1);
  const guint32 *at = backwards ? index->target : index->source;

  trie->index = index;
  trie->backwards = backwards;
  trie->slot = g_new (guint32, (gsize)index->n_arrows + 1);
  trie->first = chase_bucket (index->n_objects, index->n_arrows, at, &trie->arrows);
  for (guint32 o = 0; o < index->n_objects; o++)
    for (guint32 i = trie->first[o]; i < trie->first[o + 1]; i++)
      trie->slot[trie->arrows[i]] = i - trie->first[o];
  for (guint32 o = 0; o < index->n_objects; o++)
    add_node (trie, o);
  return trie;
}

void
chase_path_trie_free (ChasePathTrie *trie)
{
  g_free (trie->slot);
  g_free (trie->first);
  g_free (trie->arrows);
  g_free (trie->node);
  chase_vector_clear (&trie->child);
  g_free (trie);
}

static guint32
child_by (ChasePathTrie *trie, guint32 node, guint32 letter)
{
  guint32 child = chase_path_trie_step (trie, node, letter);

  if (child != 0)
    return child;
  child = add_node (trie,
                    trie->backwards ? trie->index->source[letter] : trie->index->target[letter]);
  trie->child.data[trie->node[node].first + trie->slot[letter]] = child;
  return child;
}

/* Where @path ends; all nodes on the way count @more paths more. */
static guint32
walk (ChasePathTrie *trie, ChaseWord path, gint32 more)
{
  guint32 node = chase_path_trie_root (trie, path.letters[trie->backwards ? path.length - 1 : 0]);

  trie->node[node].live += more;
  for (guint32 i = 0; i < path.length; i++)
    {
      node = child_by (trie, node, path.letters[trie->backwards ? path.length - 1 - i : i]);
      trie->node[node].live += more;
    }
  return node;
}

void
chase_path_trie_set (ChasePathTrie *trie, ChaseWord path, guint32 number)
{
  guint32 node = walk (trie, path, 1);

  trie->node[node].value = number + 1;
}

void
chase_path_trie_unset (ChasePathTrie *trie, ChaseWord path)
{
  guint32 node = walk (trie, path, -1);

  trie->node[node].value = 0;
}

gsize
chase_path_trie_bytes (const ChasePathTrie *trie)
{
  return (gsize)trie->capacity * sizeof (ChasePathNode) + trie->child.capacity * sizeof (guint32);
}
