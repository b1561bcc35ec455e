/* SPDX-License-Identifier: MIT */
#include "engine/path-trie.h"

static guint32
add_node (ChasePathTrie *trie, guint32 object)
{
  guint32 first = trie->child->len, none = 0;

  g_array_append_val (trie->first, first);
  g_array_append_val (trie->object, object);
  g_array_append_val (trie->value, none);
  g_array_set_size (trie->child, first + trie->degree[object]);
  return trie->first->len - 1;
}

ChasePathTrie *
chase_path_trie_new (const ChaseIndex *index, gboolean backwards)
{
  ChasePathTrie *trie = g_new0 (ChasePathTrie, 1);
  const guint32 *at = backwards ? index->target : index->source;

  trie->index = index;
  trie->backwards = backwards;
  trie->slot = g_new (guint32, (gsize)index->n_arrows + 1);
  trie->degree = g_new0 (guint32, (gsize)index->n_objects + 1);
  trie->first = g_array_new (FALSE, FALSE, sizeof (guint32));
  trie->object = g_array_new (FALSE, FALSE, sizeof (guint32));
  trie->value = g_array_new (FALSE, FALSE, sizeof (guint32));
  trie->child = g_array_new (FALSE, TRUE, sizeof (guint32));
  for (guint32 a = 0; a < index->n_arrows; a++)
    trie->slot[a] = trie->degree[at[a]]++;
  for (guint32 o = 0; o < index->n_objects; o++)
    add_node (trie, o);
  return trie;
}

void
chase_path_trie_free (ChasePathTrie *trie)
{
  g_free (trie->slot);
  g_free (trie->degree);
  g_array_unref (trie->first);
  g_array_unref (trie->object);
  g_array_unref (trie->value);
  g_array_unref (trie->child);
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
  g_array_index (trie->child, guint32,
                 g_array_index (trie->first, guint32, node) + trie->slot[letter])
      = child;
  return child;
}

static guint32
end_of (ChasePathTrie *trie, ChaseWord path)
{
  const guint32 *letters = path.letters;
  guint32 n = path.length, node;

  if (trie->backwards)
    {
      node = trie->index->target[letters[n - 1]];
      while (n-- > 0)
        node = child_by (trie, node, letters[n]);
      return node;
    }
  node = trie->index->source[letters[0]];
  for (guint32 i = 0; i < n; i++)
    node = child_by (trie, node, letters[i]);
  return node;
}

void
chase_path_trie_set (ChasePathTrie *trie, ChaseWord path, guint32 number)
{
  guint32 node = end_of (trie, path);

  g_array_index (trie->value, guint32, node) = number + 1;
}

void
chase_path_trie_unset (ChasePathTrie *trie, ChaseWord path)
{
  guint32 node = end_of (trie, path);

  g_array_index (trie->value, guint32, node) = 0;
}

void
chase_path_trie_below (const ChasePathTrie *trie, guint32 node, GArray *found)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_append_val (stack, node);
  while (stack->len > 0)
    {
      guint32 first, degree, value;

      node = g_array_index (stack, guint32, stack->len - 1);
      g_array_set_size (stack, stack->len - 1);
      value = chase_path_trie_value (trie, node);
      if (value != 0)
        {
          value--;
          g_array_append_val (found, value);
        }
      first = g_array_index (trie->first, guint32, node);
      degree = trie->degree[g_array_index (trie->object, guint32, node)];
      for (guint32 i = degree; i-- > 0;)
        if (g_array_index (trie->child, guint32, first + i) != 0)
          g_array_append_val (stack, g_array_index (trie->child, guint32, first + i));
    }
}

gsize
chase_path_trie_bytes (const ChasePathTrie *trie)
{
  return ((gsize)3 * trie->first->len + trie->child->len) * sizeof (guint32);
}
