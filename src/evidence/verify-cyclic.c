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

/* Where every node can be reached from every other one, fewer laws do. Let each edge e of a tree
   have a way back e', and each node a circle through it. If e e' and e' e are the circles at the
   ends of e, and circles before or after e and e' do nothing, then a walk through the tree can
   leave out what it goes there and back, as in a groupoid; and if every other edge is such a walk
   too, all paths with the same ends are the same walk. The tree is the one that is found breadth
   first from node 0, edges in order, and so are the ways back; a circle is that of the first edge
   at its node. */
typedef struct
{
  Standing *s;
  guint32 *via;   /* node -> the tree's edge to it */
  GArray **there; /* node -> that edge as a path */
  GArray **back;
  GArray **circle;
} Tree;

/* Fills in the last edge of a shortest path from @from to each node; returns the nodes in the order
 * in which they are found. */
static GArray *
search_from (const Standing *s, guint32 from, guint32 *via)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));

  memset (via, 0xff, chase_shape_n_nodes (s->shape) * sizeof (guint32));
  g_array_append_val (found, from);
  for (guint i = 0; i < found->len; i++)
    {
      const GArray *outgoing = s->outgoing[g_array_index (found, guint32, i)];

      for (guint k = 0; k < outgoing->len; k++)
        {
          guint32 edge = g_array_index (outgoing, guint32, k);
          guint32 to = chase_shape_edge (s->shape, edge)->target;

          if (to == from || via[to] != G_MAXUINT32)
            continue;
          via[to] = edge;
          g_array_append_val (found, to);
        }
    }
  return found;
}

static GArray *
joined (const GArray *one, const GArray *other)
{
  GArray *path = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_append_vals (path, one->data, one->len);
  if (other->len > 0)
    g_array_append_vals (path, other->data, other->len);
  return path;
}

/* Are the two the same, or one by a law? */
static gboolean
are_equal (const Standing *s, const GArray *one, const GArray *other)
{
  return (one->len == other->len
          && memcmp (one->data, other->data, one->len * sizeof (guint32)) == 0)
         || is_law (s, one, other) || is_law (s, other, one);
}

static gboolean
composite_is (const Standing *s, const GArray *first, const GArray *then, const GArray *path)
{
  g_autoptr (GArray) composite = joined (first, then);

  return are_equal (s, composite, path);
}

/* The way back, the circles, and what must hold of them. */
static gboolean
knows_way_back (Tree *t, guint32 node)
{
  const ChaseShape *shape = t->s->shape;
  guint32 from = chase_shape_edge (shape, t->via[node])->source;
  g_autofree guint32 *via = g_new (guint32, (gsize)chase_shape_n_nodes (shape) + 1);
  GArray *there = t->there[node], *back = t->back[node];

  g_array_unref (search_from (t->s, node, via));
  g_array_append_val (there, t->via[node]);
  for (guint32 at = from; at != node; at = chase_shape_edge (shape, via[at])->source)
    {
      if (via[at] == G_MAXUINT32)
        return FALSE;
      g_array_prepend_val (back, via[at]);
    }
  t->circle[node] = joined (back, there);
  if (t->circle[from] == NULL)
    t->circle[from] = joined (there, back);
  return composite_is (t->s, there, back, t->circle[from])
         && composite_is (t->s, t->circle[from], there, there)
         && composite_is (t->s, there, t->circle[node], there)
         && composite_is (t->s, t->circle[node], back, back)
         && composite_is (t->s, back, t->circle[from], back);
}

/* The shortest walk through the tree, or the circle. */
static GArray *
walk_between (const Tree *t, guint32 from, guint32 to)
{
  const ChaseShape *shape = t->s->shape;
  g_autoptr (GArray) above = g_array_new (FALSE, FALSE, sizeof (guint32));
  GArray *walk;
  guint i = 0;

  if (from == to)
    return g_array_ref (t->circle[from]);
  for (guint32 at = to;; at = chase_shape_edge (shape, t->via[at])->source)
    {
      g_array_append_val (above, at);
      if (t->via[at] == G_MAXUINT32)
        break;
    }
  walk = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 at = from;; at = chase_shape_edge (shape, t->via[at])->source)
    {
      for (i = 0; i < above->len && g_array_index (above, guint32, i) != at; i++)
        ;
      if (i < above->len)
        break;
      g_array_append_vals (walk, t->back[at]->data, t->back[at]->len);
    }
  while (i-- > 0)
    g_array_append_val (walk, t->via[g_array_index (above, guint32, i)]);
  return walk;
}

static gboolean
are_walks (const Tree *t)
{
  for (guint32 e = 0; e < chase_shape_n_edges (t->s->shape); e++)
    {
      const ChaseEdge *edge = chase_shape_edge (t->s->shape, e);
      g_autoptr (GArray) path = NULL;
      g_autoptr (GArray) walk = NULL;

      if (t->via[edge->target] == e)
        continue;
      path = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_array_append_val (path, e);
      walk = walk_between (t, edge->source, edge->target);
      if (!are_equal (t->s, path, walk))
        return FALSE;
    }
  return TRUE;
}

static void
tree_clear (Tree *t)
{
  for (guint32 i = 0; i < chase_shape_n_nodes (t->s->shape); i++)
    {
      g_array_unref (t->there[i]);
      g_array_unref (t->back[i]);
      if (t->circle[i] != NULL)
        g_array_unref (t->circle[i]);
    }
  g_free (t->there);
  g_free (t->back);
  g_free (t->circle);
  g_free (t->via);
}

static gboolean
all_are_walks (Standing *s)
{
  gsize n = chase_shape_n_nodes (s->shape);
  Tree t = { s, g_new (guint32, n + 1), g_new0 (GArray *, n + 1), g_new0 (GArray *, n + 1),
             g_new0 (GArray *, n + 1) };
  g_autoptr (GArray) found = search_from (s, 0, t.via);
  gboolean good = n > 1 && found->len == n;

  for (guint32 i = 0; i < n; i++)
    {
      t.there[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
      t.back[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
    }
  for (guint32 i = 1; i < n && good; i++)
    good = knows_way_back (&t, g_array_index (found, guint32, i));
  good = good && are_walks (&t);
  tree_clear (&t);
  return good;
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
    good = all_equal_from (&s, from);
  if (!good)
    good = all_are_walks (&s) || chase_refuse (error, "the laws leave two paths unequal");
  standing_clear (&s);
  return good;
}
