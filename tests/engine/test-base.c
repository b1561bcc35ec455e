/* SPDX-License-Identifier: MIT */
/* Sets of pairs that make a diagram commute: they do so, and no smaller set does. */
#include "engine/engine.h"
#include "random-acyclic.h"

#include <string.h>

enum
{
  MAX_SETS = 20000, /* of pairs to be tried for one diagram */
};

/* All parallel paths of an acyclic graph, and what each pair of them makes equal. */
typedef struct
{
  RandomAcyclic *r;
  GArray *left, *right; /* paths of each pair */
  GPtrArray *equal; /* pair -> GArray of guint: paths, two by two, that are equal in some context */
  guint *parent;
} Brute;

static guint32
source_of (const Brute *b, guint path)
{
  return g_array_index (b->r->source, guint32, path);
}

static guint32
target_of (const Brute *b, guint path)
{
  return g_array_index (b->r->target, guint32, path);
}

static guint
find_path (const Brute *b, guint32 source, ChaseWord word)
{
  for (guint i = 0; i < b->r->paths->len; i++)
    if (source_of (b, i) == source && chase_word_equal (random_acyclic_path (b->r, i), word))
      return i;
  g_assert_not_reached ();
}

static guint
put_between (const Brute *b, guint before, guint path, guint after)
{
  guint parts[] = { before, path, after };
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint k = 0; k < 3; k++)
    {
      ChaseWord word = random_acyclic_path (b->r, parts[k]);

      if (word.length > 0)
        g_array_append_vals (letters, word.letters, word.length);
    }
  return find_path (b, source_of (b, before),
                    (ChaseWord){ (const guint32 *)(gconstpointer)letters->data, letters->len });
}

static GArray *
contexts_of (const Brute *b, guint left, guint right)
{
  GArray *equal = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint before = 0; before < b->r->paths->len; before++)
    for (guint after = 0; after < b->r->paths->len; after++)
      if (target_of (b, before) == source_of (b, left)
          && source_of (b, after) == target_of (b, left))
        {
          guint x = put_between (b, before, left, after);
          guint y = put_between (b, before, right, after);

          g_array_append_val (equal, x);
          g_array_append_val (equal, y);
        }
  return equal;
}

static gboolean
has_longer (const Brute *b, guint path)
{
  for (guint i = 0; i < b->r->paths->len; i++)
    if (source_of (b, i) == source_of (b, path) && target_of (b, i) == target_of (b, path)
        && random_acyclic_path (b->r, i).length > 1)
      return TRUE;
  return FALSE;
}

/* Must the parallel paths @i and @j be equal? Two single edges only through a longer path. */
static gboolean
is_compared (const Brute *b, guint i, guint j, gboolean strictly)
{
  guint x = random_acyclic_path (b->r, i).length, y = random_acyclic_path (b->r, j).length;

  return x > 0 && y > 0 && (x > 1 || y > 1 || strictly || has_longer (b, i));
}

static void
brute_init (Brute *b, RandomAcyclic *r, gboolean strictly)
{
  b->r = r;
  b->left = g_array_new (FALSE, FALSE, sizeof (guint));
  b->right = g_array_new (FALSE, FALSE, sizeof (guint));
  b->equal = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  b->parent = g_new (guint, r->paths->len);
  for (guint i = 0; i < r->paths->len; i++)
    for (guint j = 0; j < i; j++)
      {
        if (source_of (b, i) != source_of (b, j) || target_of (b, i) != target_of (b, j)
            || !is_compared (b, i, j, strictly))
          continue;
        g_array_append_val (b->left, i);
        g_array_append_val (b->right, j);
        g_ptr_array_add (b->equal, contexts_of (b, i, j));
      }
}

static void
brute_clear (Brute *b)
{
  g_array_unref (b->left);
  g_array_unref (b->right);
  g_ptr_array_unref (b->equal);
  g_free (b->parent);
}

static guint
root (Brute *b, guint path)
{
  while (b->parent[path] != path)
    path = b->parent[path] = b->parent[b->parent[path]];
  return path;
}

/* Do the @n pairs of @set make all pairs equal? */
static gboolean
suffice (Brute *b, const guint *set, guint n)
{
  for (guint i = 0; i < b->r->paths->len; i++)
    b->parent[i] = i;
  for (guint i = 0; i < n; i++)
    {
      const GArray *equal = g_ptr_array_index (b->equal, set[i]);

      for (guint k = 0; k < equal->len; k += 2)
        b->parent[root (b, g_array_index (equal, guint, k))]
            = root (b, g_array_index (equal, guint, k + 1));
    }
  for (guint i = 0; i < b->left->len; i++)
    if (root (b, g_array_index (b->left, guint, i)) != root (b, g_array_index (b->right, guint, i)))
      return FALSE;
  return TRUE;
}

/* The next set of @n numbers below @limit, each set once; FALSE after the last. */
static gboolean
next_set (guint *set, guint n, guint limit)
{
  for (guint i = n; i-- > 0;)
    if (set[i] < limit - (n - i))
      {
        set[i]++;
        for (guint k = i + 1; k < n; k++)
          set[k] = set[k - 1] + 1;
        return TRUE;
      }
  return FALSE;
}

static double
n_sets (guint n, guint limit)
{
  double count = 1;

  for (guint i = 0; i < n; i++)
    count = count * (limit - i) / (i + 1);
  return count;
}

/* The faces suffice, and no smaller set of pairs does; FALSE where there are too many sets. */
static gboolean
check_smallest (Brute *b, const GPtrArray *faces)
{
  g_autofree guint *set = g_new0 (guint, faces->len + 1);
  guint n = faces->len;

  if (n > 0 && n_sets (n - 1, b->left->len) > MAX_SETS)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const ChaseFace *face = g_ptr_array_index (faces, i);
      guint x = find_path (b, face->from, face->left), y = find_path (b, face->from, face->right);

      for (set[i] = 0; set[i] < b->left->len; set[i]++)
        if (g_array_index (b->left, guint, set[i]) == MAX (x, y)
            && g_array_index (b->right, guint, set[i]) == MIN (x, y))
          break;
      g_assert_cmpuint (set[i], <, b->left->len);
    }
  g_assert_true (suffice (b, set, n));
  for (guint i = 0; i < n; i++)
    set[i] = i;
  if (n > 0)
    do
      g_assert_false (suffice (b, set, n - 1));
    while (next_set (set, n - 1, b->left->len));
  return TRUE;
}

static void
test_acyclic_smallest (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261126);
  guint most = 0;

  for (guint done = 0; done < 200;)
    {
      guint n_objects = g_rand_int_range (rand, 2, 7);
      g_autoptr (RandomAcyclic) r
          = random_acyclic_new (rand, n_objects, g_rand_int_range (rand, 2, 12), 0);
      g_autoptr (ChaseEngine) engine = chase_engine_new (r->presentation);
      g_autoptr (ChaseShape) shape = chase_shape_new_whole (r->presentation);
      gboolean strictly = done % 2;
      g_autoptr (GPtrArray) faces = NULL;
      Brute b;

      if (r->paths->len > 60)
        continue;
      faces = chase_engine_faces (engine, shape, strictly, FALSE, NULL, NULL, NULL);
      brute_init (&b, r, strictly);
      if (check_smallest (&b, faces))
        {
          done++;
          most = MAX (most, faces->len);
        }
      brute_clear (&b);
    }
  g_assert_cmpuint (most, >, 3);
}

static void
add_names (ChasePresentation *p, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("A%u", i);
      g_autoptr (ChaseName) name = chase_name_new (text);

      chase_presentation_add_object (p, name);
    }
}

static void
add_arrow (ChasePresentation *p, guint number, guint32 from, guint32 to)
{
  g_autofree char *text = g_strdup_printf ("f%u", number);
  g_autoptr (ChaseName) name = chase_name_new (text);

  chase_presentation_add_arrow (p, name, from, to, CHASE_PROPERTY_NONE);
}

/* A random graph with cycles; with @connected, every node leads to every other. */
static ChasePresentation *
random_graph (GRand *rand, guint n, guint m, gboolean connected)
{
  ChasePresentation *p = chase_presentation_new ();
  guint i = 0;

  add_names (p, n);
  for (; connected && i < n; i++)
    add_arrow (p, i, i, (i + 1) % n);
  for (; i < m; i++)
    add_arrow (p, i, (guint32)g_rand_int_range (rand, 0, (gint)n),
               (guint32)g_rand_int_range (rand, 0, (gint)n));
  return p;
}

/* The graph of @p with all @faces but number @without as equations. */
static ChasePresentation *
with_faces (const ChasePresentation *p, const GPtrArray *faces, guint without)
{
  ChasePresentation *q = chase_presentation_new ();

  add_names (q, chase_presentation_n_objects (p));
  for (guint i = 0; i < chase_presentation_n_arrows (p); i++)
    add_arrow (q, i, chase_presentation_arrow (p, i)->source,
               chase_presentation_arrow (p, i)->target);
  for (guint i = 0; i < faces->len; i++)
    {
      const ChaseFace *face = g_ptr_array_index (faces, i);

      if (i != without)
        chase_presentation_add_equation (q, face->from, face->left, face->right, NULL, 0);
    }
  return q;
}

static ChaseVerdict
commutes (ChasePresentation *p, gboolean strictly)
{
  static const ChaseBudget budget = { .seconds = 60, .rules = 400, .rows = 4000 };
  g_autoptr (ChaseEngine) engine = chase_engine_new (p);
  g_autoptr (ChaseShape) shape = chase_shape_new_whole (p);
  g_autoptr (ChaseAnswer) answer = chase_engine_commutes (engine, shape, strictly, &budget, NULL);

  return answer->verdict;
}

static void
check_cyclic (GRand *rand, gboolean connected, gboolean strictly, guint *undecided)
{
  guint n = (guint)g_rand_int_range (rand, 1, 6);
  guint m = n + (guint)g_rand_int_range (rand, connected ? 0 : 1, 5);
  g_autoptr (ChasePresentation) p = random_graph (rand, n, m, connected);
  g_autoptr (ChaseEngine) engine = chase_engine_new (p);
  g_autoptr (ChaseShape) shape = chase_shape_new_whole (p);
  g_autoptr (GPtrArray) faces
      = chase_engine_faces (engine, shape, strictly, FALSE, NULL, NULL, NULL);
  g_autoptr (ChasePresentation) whole = with_faces (p, faces, G_MAXUINT);

  if (connected)
    g_assert_cmpuint (faces->len, ==, m);
  g_assert_cmpint (commutes (whole, strictly), ==, CHASE_VERDICT_HOLDS);
  for (guint i = 0; i < faces->len; i++)
    {
      g_autoptr (ChasePresentation) less = with_faces (p, faces, i);
      ChaseVerdict verdict = commutes (less, strictly);

      g_assert_cmpint (verdict, !=, CHASE_VERDICT_HOLDS);
      *undecided += verdict == CHASE_VERDICT_UNDECIDED;
    }
}

/* With the faces given, diagrams with cycles commute; without any one of them they do not. Where
 * every node leads to every other, they are as many as the edges: each edge has to be a side of
 * one. */
static void
test_cyclic_smallest (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  guint undecided = 0;

  for (guint i = 0; i < 300; i++)
    check_cyclic (rand, i % 3 == 0, i % 2, &undecided);
  g_test_message ("%u undecided", undecided);
}

/* Appends a random path from @node to @path, as far as it goes; returns its end. */
static guint32
walk_on (const ChasePresentation *p, GRand *rand, guint32 node, GArray *path)
{
  guint32 n = chase_presentation_n_arrows (p);

  for (gint steps = g_rand_int_range (rand, 5, 40); steps > 0 && path->len < 3; steps--)
    {
      guint32 edge = (guint32)g_rand_int_range (rand, 0, (gint)n);

      if (chase_presentation_arrow (p, edge)->source != node)
        continue;
      g_array_append_val (path, edge);
      node = chase_presentation_arrow (p, edge)->target;
    }
  return node;
}

static void
add_random_equations (ChasePresentation *p, GRand *rand, guint n)
{
  for (guint tries = 0; tries < 100 && chase_presentation_n_equations (p) < n; tries++)
    {
      g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (guint32));
      guint32 from = (guint32)g_rand_int_range (rand, 0, (gint)chase_presentation_n_objects (p));

      if (walk_on (p, rand, from, left) == walk_on (p, rand, from, right)
          && MIN (left->len, right->len) > 0 && MAX (left->len, right->len) > 1)
        chase_presentation_add_equation (
            p, from, (ChaseWord){ (guint32 *)(gpointer)left->data, left->len },
            (ChaseWord){ (guint32 *)(gpointer)right->data, right->len }, NULL, 0);
    }
}

/* Equations that are given are members where they can be; the set stays as small. */
static void
test_cyclic_given (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  guint n_given = 0;

  for (guint i = 0; i < 300; i++)
    {
      guint n = (guint)g_rand_int_range (rand, 2, 6);
      g_autoptr (ChasePresentation) p
          = random_graph (rand, n, n + (guint)g_rand_int_range (rand, 1, 5), FALSE);
      g_autoptr (ChaseShape) shape = chase_shape_new_whole (p);
      g_autoptr (ChaseEngine) engine = chase_engine_new (p);
      g_autoptr (GPtrArray) faces
          = chase_engine_faces (engine, shape, i % 2, FALSE, NULL, NULL, NULL);
      g_autoptr (ChasePresentation) whole = NULL;
      g_autoptr (GPtrArray) given = NULL;

      add_random_equations (p, rand, 5);
      chase_engine_unref (engine);
      engine = chase_engine_new (p);
      given = chase_engine_faces (engine, shape, i % 2, FALSE, NULL, NULL, NULL);
      g_assert_cmpuint (given->len, ==, faces->len);
      whole = with_faces (p, given, G_MAXUINT);
      g_assert_cmpint (commutes (whole, i % 2), ==, CHASE_VERDICT_HOLDS);
      for (guint k = 0; k < given->len; k++)
        for (guint e = 0; e < chase_presentation_n_equations (p); e++)
          n_given += chase_word_equal (((ChaseFace *)g_ptr_array_index (given, k))->left,
                                       chase_presentation_equation (p, e)->left)
                     && chase_word_equal (((ChaseFace *)g_ptr_array_index (given, k))->right,
                                          chase_presentation_equation (p, e)->right);
    }
  g_assert_cmpuint (n_given, >, 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/base/acyclic-smallest", test_acyclic_smallest);
  g_test_add_func ("/engine/base/cyclic-smallest", test_cyclic_smallest);
  g_test_add_func ("/engine/base/cyclic-given", test_cyclic_given);
  return g_test_run ();
}
