/* SPDX-License-Identifier: MIT */
#include "evidence/refuse.h"

#include <string.h>

/* Do laws make a diagram with cycles commute? From each node, breadth first and edges in order, the
 * first path to a node stands for all of them. A path that is one edge after a standing path has to
 * be one, or to be equal to the standing path at its end by a law as it is written; then, by
 * induction, every path is. Single edges that nothing longer is parallel to all stand, unless
 * strictly. */
typedef struct
{
  const ChaseShape *shape;
  gboolean strictly;
  GHashTable *laws;  /* of GBytes: left edges, G_MAXUINT32, right edges */
  GPtrArray *queue;  /* of GArray: the standing paths from one node */
  GArray **standing; /* node -> the first of them */
  GArray **outgoing; /* node -> edges */
} Standing;

static GBytes *
law_key (const guint32 *left, guint32 n_left, const guint32 *right, guint32 n_right)
{
  GArray *key = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_left + n_right + 1);
  guint32 mark = G_MAXUINT32;
  gsize size;

  if (n_left > 0)
    g_array_append_vals (key, left, n_left);
  g_array_append_val (key, mark);
  if (n_right > 0)
    g_array_append_vals (key, right, n_right);
  size = key->len * sizeof (guint32);
  return g_bytes_new_take (g_array_free (key, FALSE), size);
}

static guint32
target (const Standing *s, const GArray *path)
{
  return chase_shape_edge (s->shape, g_array_index (path, guint32, path->len - 1))->target;
}

static gboolean
is_law (const Standing *s, const GArray *left, const GArray *right)
{
  g_autoptr (GBytes) key = law_key ((const guint32 *)(gconstpointer)left->data, left->len,
                                    (const guint32 *)(gconstpointer)right->data, right->len);

  return g_hash_table_contains (s->laws, key);
}

/* Is there a path of two edges or more from @from to @to? */
static gboolean
has_long_path (const Standing *s, guint32 from, guint32 to)
{
  g_autofree guint8 *seen = g_new0 (guint8, (gsize)chase_shape_n_nodes (s->shape) + 1);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < s->outgoing[from]->len; i++)
    {
      guint32 next
          = chase_shape_edge (s->shape, g_array_index (s->outgoing[from], guint32, i))->target;

      g_array_append_val (stack, next);
    }
  while (stack->len > 0)
    {
      guint32 node = g_array_index (stack, guint32, stack->len - 1);

      g_array_set_size (stack, stack->len - 1);
      if (seen[node])
        continue;
      seen[node] = 1;
      for (guint i = 0; i < s->outgoing[node]->len; i++)
        {
          guint32 next
              = chase_shape_edge (s->shape, g_array_index (s->outgoing[node], guint32, i))->target;

          if (next == to)
            return TRUE;
          g_array_append_val (stack, next);
        }
    }
  return FALSE;
}

/* Takes @path (owned) in: it stands, or a law makes it equal to the path that does. */
static gboolean
take_in (Standing *s, guint32 from, GArray *path)
{
  g_autoptr (GArray) owned = path;
  guint32 to = target (s, path);
  GArray *before = s->standing[to];

  if (before == NULL)
    s->standing[to] = path;
  else if (is_law (s, path, before) || is_law (s, before, path))
    return TRUE;
  else if (s->strictly || path->len > 1 || before->len > 1 || has_long_path (s, from, to))
    return FALSE;
  g_ptr_array_add (s->queue, g_steal_pointer (&owned));
  return TRUE;
}

static gboolean
all_equal_from (Standing *s, guint32 from)
{
  memset (s->standing, 0, chase_shape_n_nodes (s->shape) * sizeof (GArray *));
  g_ptr_array_set_size (s->queue, 0);
  for (guint i = 0; i < s->outgoing[from]->len; i++)
    {
      GArray *path = g_array_new (FALSE, FALSE, sizeof (guint32));

      g_array_append_val (path, g_array_index (s->outgoing[from], guint32, i));
      if (!take_in (s, from, path))
        return FALSE;
    }
  for (guint i = 0; i < s->queue->len; i++)
    {
      GArray *before = g_ptr_array_index (s->queue, i);
      GArray *outgoing = s->outgoing[target (s, before)];

      for (guint k = 0; k < outgoing->len; k++)
        {
          GArray *path = g_array_copy (before);

          g_array_append_val (path, g_array_index (outgoing, guint32, k));
          if (!take_in (s, from, path))
            return FALSE;
        }
    }
  return TRUE;
}

static void
standing_init (Standing *s, const ChaseLaws *laws)
{
  guint32 n = chase_shape_n_nodes (s->shape);

  s->laws
      = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
  s->queue = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  s->standing = g_new0 (GArray *, (gsize)n + 1);
  s->outgoing = g_new0 (GArray *, (gsize)n + 1);
  for (guint32 i = 0; i < n; i++)
    s->outgoing[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 i = 0; i < chase_shape_n_edges (s->shape); i++)
    g_array_append_val (s->outgoing[chase_shape_edge (s->shape, i)->source], i);
  for (guint32 i = 0; i < laws->n_laws; i++)
    {
      const ChaseLaw *law = &laws->laws[i];

      g_hash_table_add (s->laws, law_key (law->left_edges.letters, law->left_edges.length,
                                          law->right_edges.letters, law->right_edges.length));
    }
}

static void
standing_clear (Standing *s)
{
  for (guint32 i = 0; i < chase_shape_n_nodes (s->shape); i++)
    g_array_unref (s->outgoing[i]);
  g_hash_table_unref (s->laws);
  g_ptr_array_unref (s->queue);
  g_free (s->standing);
  g_free (s->outgoing);
}

gboolean
chase_laws_suffice_cyclic (const ChaseShape *shape, gboolean strictly, const ChaseLaws *laws,
                           GError **error)
{
  Standing s = { shape, strictly };
  gboolean good = TRUE;

  standing_init (&s, laws);
  for (guint32 from = 0; from < chase_shape_n_nodes (shape) && good; from++)
    if (!all_equal_from (&s, from))
      good = chase_refuse (error, "the laws leave two paths from node %u unequal", from);
  standing_clear (&s);
  return good;
}
