/* SPDX-License-Identifier: MIT */
#include "engine/engine.h"
#include "evidence/verifier.h"

#include <string.h>

/* Diagrams that are their whole category, too large to list their paths: answers against the plain
 * form of the walk, which keeps for each source the groups of its out-edges at every node. No two
 * edges are parallel here. */

static guint32
find (guint32 *parent, guint32 x)
{
  while (parent[x] != x)
    x = parent[x];
  return x;
}

/* One group for each out-edge of @s at each node that it leads to, joined by what comes through one
 * node and by the equations that start at @s. Objects are in topological order. */
static gboolean
commutes_from (const ChasePresentation *p, guint32 s)
{
  guint32 n = chase_presentation_n_objects (p), m = chase_presentation_n_arrows (p);
  g_autofree guint32 *parent = g_new (guint32, (gsize)n * m);
  g_autofree guint8 *there = g_new0 (guint8, (gsize)n * m);

  for (gsize i = 0; i < (gsize)n * m; i++)
    parent[i] = (guint32)i % m;
  for (guint32 v = s + 1; v < n; v++)
    {
      guint32 *group = parent + (gsize)v * m, first = G_MAXUINT32;

      for (guint32 a = 0; a < m; a++)
        {
          const ChaseArrow *arrow = chase_presentation_arrow (p, a);
          guint32 last = G_MAXUINT32;

          if (arrow->target != v)
            continue;
          if (arrow->source == s)
            there[(gsize)v * m + a] = 1;
          for (guint32 b = 0; b < m && arrow->source > s; b++)
            {
              if (!there[(gsize)arrow->source * m + b])
                continue;
              there[(gsize)v * m + b] = 1;
              if (last != G_MAXUINT32)
                group[find (group, b)] = find (group, last);
              last = b;
            }
        }
      for (guint32 i = 0; i < chase_presentation_n_equations (p); i++)
        {
          const ChaseEquation *e = chase_presentation_equation (p, i);

          if (e->source == s && e->target == v)
            group[find (group, e->left.letters[0])] = find (group, e->right.letters[0]);
        }
      for (guint32 b = 0; b < m; b++)
        if (there[(gsize)v * m + b])
          {
            if (first != G_MAXUINT32 && find (group, b) != find (group, first))
              return FALSE;
            first = b;
          }
    }
  return TRUE;
}

static gboolean
commutes_plainly (const ChasePresentation *p)
{
  for (guint32 s = chase_presentation_n_objects (p); s-- > 0;)
    if (!commutes_from (p, s))
      return FALSE;
  return TRUE;
}

static void
add_objects (ChasePresentation *p, guint32 n)
{
  for (guint32 i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("v%u", i);
      g_autoptr (ChaseName) name = chase_name_new (text);

      chase_presentation_add_object (p, name);
    }
}

static guint32
add_arrow (ChasePresentation *p, guint32 from, guint32 to)
{
  g_autofree char *text = g_strdup_printf ("a%u", chase_presentation_n_arrows (p));
  g_autoptr (ChaseName) name = chase_name_new (text);

  return chase_presentation_add_arrow (p, name, from, to, CHASE_PROPERTY_NONE);
}

static void
add_equation (ChasePresentation *p, guint32 source, const guint32 *left, guint32 n_left,
              const guint32 *right, guint32 n_right)
{
  chase_presentation_add_equation (p, source, (ChaseWord){ left, n_left },
                                   (ChaseWord){ right, n_right }, NULL, 0);
}

static void
check (ChasePresentation *p, gboolean holds)
{
  g_autoptr (ChaseEngine) engine = chase_engine_new (p);
  g_autoptr (ChaseShape) shape = chase_shape_new_whole (p);
  g_autoptr (GError) error = NULL;

  for (guint strictly = 0; strictly < 2; strictly++)
    {
      g_autoptr (ChaseAnswer) answer = chase_engine_commutes (engine, shape, strictly, NULL, NULL);

      g_assert_cmpint (answer->verdict, ==, holds ? CHASE_VERDICT_HOLDS : CHASE_VERDICT_FAILS);
      g_assert_true (chase_verify_commutes (shape, strictly, holds, answer->evidence, &error));
      g_assert_no_error (error);
    }
}

/* A grid of @width x @height squares, all of them given but the square number @missing. */
static void
check_grid (guint32 width, guint32 height, guint32 missing)
{
  g_autoptr (ChasePresentation) p = chase_presentation_new ();
  g_autofree guint32 *right = g_new (guint32, (gsize)(width + 1) * (height + 1));
  g_autofree guint32 *down = g_new (guint32, (gsize)(width + 1) * (height + 1));

  add_objects (p, (width + 1) * (height + 1));
  for (guint32 y = 0, at = 0; y <= height; y++)
    for (guint32 x = 0; x <= width; x++, at++)
      {
        if (x < width)
          right[at] = add_arrow (p, at, at + 1);
        if (y < height)
          down[at] = add_arrow (p, at, at + width + 1);
      }
  for (guint32 i = 0; i < width * height; i++)
    {
      guint32 at = i / width * (width + 1) + i % width;
      guint32 one[2] = { right[at], down[at + 1] }, other[2] = { down[at], right[at + width + 1] };

      if (i != missing)
        add_equation (p, at, one, 2, other, 2);
    }
  check (p, missing >= width * height);
}

static void
test_grids (void)
{
  check_grid (60, 60, G_MAXUINT32);
  check_grid (60, 60, 0);
  check_grid (60, 60, 3599);
  check_grid (60, 60, 1830);
  check_grid (1, 1500, 700);
  check_grid (1500, 1, G_MAXUINT32);
}

/* Two long ways round between the first and the last object, in different blocks of bits. */
static void
test_long_faces (void)
{
  enum
  {
    LENGTH = 1500
  };
  for (guint given = 0; given < 2; given++)
    {
      g_autoptr (ChasePresentation) p = chase_presentation_new ();
      g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint32));
      guint32 chord;

      add_objects (p, LENGTH + 1);
      for (guint32 i = 0; i < LENGTH; i++)
        {
          guint32 arrow = add_arrow (p, i, i + 1);

          g_array_append_val (path, arrow);
        }
      chord = add_arrow (p, 0, LENGTH);
      if (given)
        add_equation (p, 0, &chord, 1, (guint32 *)(gpointer)path->data, LENGTH);
      check (p, given);
    }
}

/* A path from @from to @to by random arrows, or FALSE where it gets lost. */
static gboolean
random_path (const ChasePresentation *p, GRand *rand, guint32 from, guint32 to, GArray *path)
{
  g_array_set_size (path, 0);
  while (from != to)
    {
      guint32 n = chase_presentation_n_arrows (p), chosen = G_MAXUINT32, count = 0;

      for (guint32 a = 0; a < n; a++)
        if (chase_presentation_arrow (p, a)->source == from
            && chase_presentation_arrow (p, a)->target <= to
            && g_rand_int_range (rand, 0, (gint)++count) == 0)
          chosen = a;
      if (chosen == G_MAXUINT32)
        return FALSE;
      g_array_append_val (path, chosen);
      from = chase_presentation_arrow (p, chosen)->target;
    }
  return TRUE;
}

static ChasePresentation *
random_presentation (GRand *rand, guint32 n, guint32 n_arrows, guint32 n_equations)
{
  ChasePresentation *p = chase_presentation_new ();
  g_autofree guint8 *used = g_new0 (guint8, (gsize)n * n);
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (guint32));

  add_objects (p, n);
  for (guint32 i = 0; i < n_arrows; i++)
    {
      guint32 from = (guint32)g_rand_int_range (rand, 0, (gint)n - 1);
      guint32 to = from + (guint32)g_rand_int_range (rand, 1, (gint)MIN (n - from, 5));

      if (!used[from * n + to])
        add_arrow (p, from, to);
      used[from * n + to] = 1;
    }
  for (guint32 i = 0; i < n_equations; i++)
    {
      guint32 from = (guint32)g_rand_int_range (rand, 0, (gint)n - 1);
      guint32 to = from + (guint32)g_rand_int_range (rand, 1, (gint)MIN (n - from, 6));

      if (random_path (p, rand, from, to, left) && random_path (p, rand, from, to, right))
        add_equation (p, from, (guint32 *)(gpointer)left->data, left->len,
                      (guint32 *)(gpointer)right->data, right->len);
    }
  return p;
}

/* Every gap that the homotopy base shows is given away as an equation, until one is kept back. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261126);

  for (guint k = 0; k < 60; k++)
    {
      guint32 n = (guint32)g_rand_int_range (rand, 5, 40);
      g_autoptr (ChasePresentation) p = random_presentation (rand, n, 3 * n, 6 * n);
      g_autoptr (ChaseEngine) engine = chase_engine_new (p);
      g_autoptr (ChaseShape) shape = chase_shape_new_whole (p);
      g_autoptr (GPtrArray) faces
          = chase_engine_faces (engine, shape, TRUE, FALSE, NULL, NULL, NULL);

      check (p, commutes_plainly (p));
      for (guint i = 0; i < faces->len; i++)
        {
          const ChaseFace *face = g_ptr_array_index (faces, i);

          add_equation (p, face->from, face->left.letters, face->left.length, face->right.letters,
                        face->right.length);
        }
      g_assert_true (commutes_plainly (p));
      check (p, TRUE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/whole/grids", test_grids);
  g_test_add_func ("/engine/whole/long-faces", test_long_faces);
  g_test_add_func ("/engine/whole/random", test_random);
  return g_test_run ();
}
