/* SPDX-License-Identifier: MIT */
#include "../evidence/small-category.h"
#include "engine/engine-private.h"
#include "engine/low-index.h"
#include "evidence/verifier.h"

#include <string.h>

/* Countermodels: that small ones are found, and how small they are. Presentations are written as in
   small-category.h. */

static guint
n_elements (const ChaseEvidence *evidence)
{
  guint n = 0;

  g_assert_cmpint (evidence->kind, ==, CHASE_EVIDENCE_MODEL);
  for (guint32 i = 0; i < evidence->model.n_objects; i++)
    n += evidence->model.sizes[i];
  return n;
}

/* The engine refutes the equation by a model of at most @most elements; the low-index search alone
   finds one of exactly @least, unless that is 0. */
static void
assert_separated (ChasePresentation *p, const char *one, const char *other, guint most, guint least)
{
  g_autoptr (GArray) left = small_path (p, one);
  g_autoptr (GArray) right = small_path (p, other);
  guint32 source = chase_presentation_arrow (p, g_array_index (left, guint32, 0))->source;
  g_autoptr (ChaseEngine) engine = chase_engine_new (p);
  g_autoptr (ChaseAnswer) answer
      = chase_engine_equal (engine, source, small_word (left), small_word (right), NULL, NULL);
  g_autoptr (ChaseLowIndex) search = NULL;
  g_autoptr (ChaseEvidence) model = NULL;
  ChaseClock clock;

  g_assert_cmpint (answer->verdict, ==, CHASE_VERDICT_FAILS);
  g_test_message ("%s / %s: %u elements in %.3f ms", one, other, n_elements (answer->evidence),
                  answer->seconds * 1e3);
  g_assert_cmpuint (n_elements (answer->evidence), <=, most);
  if (least == 0)
    return;
  chase_clock_start (&clock, NULL, NULL);
  search
      = chase_low_index_new (&engine->index, source, small_word (left), small_word (right), &clock);
  g_assert_cmpint (chase_low_index_run (search, 20000000), ==, CHASE_LOW_INDEX_FOUND);
  model = chase_low_index_model (search);
  g_test_message ("low index: %u elements, %" G_GUINT64_FORMAT " steps, %.3f ms",
                  n_elements (model), chase_low_index_work (search),
                  chase_clock_seconds (&clock) * 1e3);
  g_assert_cmpuint (n_elements (model), ==, least);
  g_assert_true (
      chase_verify_equation (p, source, small_word (left), small_word (right), FALSE, model, NULL));
}

static void
test_infinite (void)
{
  g_autoptr (ChasePresentation) trefoil = small_category ("A", "x:A>A y:A>A", "x x = y y y");
  g_autoptr (ChasePresentation) surface = small_category (
      "A", "a:A>A A:A>A b:A>A B:A>A c:A>A C:A>A d:A>A D:A>A",
      "a A = / A a = / b B = / B b = / c C = / C c = / d D = / D d = / a b A B c d C D =");
  g_autoptr (ChasePresentation) plactic = small_category (
      "A", "a:A>A b:A>A c:A>A d:A>A",
      "b a a = a b a/c a a = a c a/d a a = a d a/b b a = b a b/c b b = b c b/d b b = b d b/"
      "c c a = c a c/c c b = c b c/d c c = c d c/d d a = d a d/d d b = d b d/d d c = d c d/"
      "b a c = b c a/b a d = b d a/c a d = c d a/c b d = c d b/"
      "a c b = c a b/a d b = d a b/a d c = d a c/b d c = d b c");

  assert_separated (trefoil, "x y", "y x", 3, 3);
  assert_separated (surface, "a b", "b a", 3, 3);
  assert_separated (plactic, "a b", "b a", 3, 3);
  assert_separated (plactic, "a d c b", "d c b a", 3, 3);
}

/* The simplex category to degree @n, by faces and degeneracies. */
static ChasePresentation *
simplex (guint n)
{
  g_autoptr (GString) objects = g_string_new (NULL);
  g_autoptr (GString) arrows = g_string_new (NULL);
  g_autoptr (GString) laws = g_string_new (NULL);

  for (guint k = 0; k <= n; k++)
    {
      g_string_append_printf (objects, "%s%u", k > 0 ? " " : "", k);
      for (guint i = 0; k < n && i <= k + 1; i++)
        g_string_append_printf (arrows, "d%u_%u:%u>%u ", k, i, k, k + 1);
      for (guint i = 0; k < n && i <= k; i++)
        g_string_append_printf (arrows, "s%u_%u:%u>%u ", k, i, k + 1, k);
      for (guint j = 0; k + 1 < n && j <= k + 2; j++)
        for (guint i = 0; i < j; i++)
          g_string_append_printf (laws, "d%u_%u d%u_%u = d%u_%u d%u_%u/", k, i, k + 1, j, k, j - 1,
                                  k + 1, i);
      for (guint j = 0; k + 1 < n && j <= k; j++)
        for (guint i = 0; i <= j; i++)
          g_string_append_printf (laws, "s%u_%u s%u_%u = s%u_%u s%u_%u/", k + 1, i, k, j, k + 1,
                                  j + 1, k, i);
      for (guint j = 0; k < n && j <= k; j++)
        for (guint i = 0; i <= k + 1; i++)
          if (i == j || i == j + 1)
            g_string_append_printf (laws, "d%u_%u s%u_%u = /", k, i, k, j);
          else if (k > 0 && i < j)
            g_string_append_printf (laws, "d%u_%u s%u_%u = s%u_%u d%u_%u/", k, i, k, j, k - 1,
                                    j - 1, k - 1, i);
          else if (k > 0)
            g_string_append_printf (laws, "d%u_%u s%u_%u = s%u_%u d%u_%u/", k, i, k, j, k - 1, j,
                                    k - 1, i - 1);
    }
  return small_category (objects->str, arrows->str, laws->str);
}

static void
test_simplex (void)
{
  g_autoptr (ChasePresentation) three = simplex (3);
  g_autoptr (ChasePresentation) five = simplex (5);

  assert_separated (three, "d0_0", "d0_1", 10, 0);
  assert_separated (three, "d0_0 d1_1 d2_2", "d0_1 d1_1 d2_2", 10, 0);
  assert_separated (five, "d0_0", "d0_1", 21, 0);
  assert_separated (five, "d2_1 d3_2 s3_0", "d2_1 d3_3 s3_0", 41, 0);
}

/* The symmetric group of @n letters, by Coxeter. */
static ChasePresentation *
symmetric (guint n)
{
  g_autoptr (GString) arrows = g_string_new (NULL);
  g_autoptr (GString) laws = g_string_new (NULL);

  for (guint i = 1; i < n; i++)
    {
      g_string_append_printf (arrows, "s%u:A>A ", i);
      g_string_append_printf (laws, "s%u s%u = /", i, i);
      for (guint j = i + 1; j < n; j++)
        if (j == i + 1)
          g_string_append_printf (laws, "s%u s%u s%u = s%u s%u s%u/", i, j, i, j, i, j);
        else
          g_string_append_printf (laws, "s%u s%u = s%u s%u/", i, j, j, i);
    }
  return small_category ("A", arrows->str, laws->str);
}

static void
test_groups (void)
{
  g_autoptr (ChasePresentation) s7 = symmetric (7);
  g_autoptr (ChasePresentation) fibonacci
      = small_category ("A", "a:A>A b:A>A c:A>A d:A>A e:A>A f:A>A g:A>A",
                        "a b = c/b c = d/c d = e/d e = f/e f = g/f g = a/g a = b");

  assert_separated (s7, "s1", "s1 s2", 2, 2);
  assert_separated (s7, "s1 s2", "s2 s1", 7, 7);
  assert_separated (s7, "s1 s3", "s1 s5", 7, 7);
  assert_separated (fibonacci, "a", "b", 29, 0);
}

/* The commuting grid of @n x @n squares without the one at column @c, row @r. */
static ChasePresentation *
holed_grid (guint n, guint c, guint r)
{
  g_autoptr (GString) objects = g_string_new (NULL);
  g_autoptr (GString) arrows = g_string_new (NULL);
  g_autoptr (GString) laws = g_string_new (NULL);

  for (guint x = 0; x <= n; x++)
    for (guint y = 0; y <= n; y++)
      {
        g_string_append_printf (objects, "%so%u_%u", x + y > 0 ? " " : "", x, y);
        if (x < n)
          g_string_append_printf (arrows, "h%u_%u:o%u_%u>o%u_%u ", x, y, x, y, x + 1, y);
        if (y < n)
          g_string_append_printf (arrows, "v%u_%u:o%u_%u>o%u_%u ", x, y, x, y, x, y + 1);
        if (x < n && y < n && (x != c || y != r))
          g_string_append_printf (laws, "h%u_%u v%u_%u = v%u_%u h%u_%u/", x, y, x + 1, y, x, y, x,
                                  y + 1);
      }
  return small_category (objects->str, arrows->str, laws->str);
}

static void
test_holes (void)
{
  g_autoptr (ChasePresentation) grid = holed_grid (3, 1, 1);

  assert_separated (grid, "h0_0 h1_0 v2_0 v2_1", "v0_0 v0_1 h0_2 h1_2", 17, 17);
  assert_separated (grid, "h0_0 h1_0 h2_0 v3_0 v3_1 v3_2", "v0_0 v0_1 v0_2 h0_3 h1_3 h2_3", 20, 20);
}

/* Declared properties: monos are injective, epis surjective, and the sets need not be generated by
   one element. */
static void
test_declared (void)
{
  g_autoptr (ChasePresentation) mono
      = small_category ("A B C", "f:A>B g:A>B [m]m:B>C h:C>C", "h h = h");
  g_autoptr (ChasePresentation) epi
      = small_category ("A B C", "[e]e:A>B f:B>C g:B>C s:A>A", "s e = e");
  g_autoptr (ChasePresentation) split
      = small_category ("A B", "[s]r:B>A f:A>A g:A>A [t]t:A>B", "f f = f");
  g_autoptr (ChasePresentation) both = small_category ("A", "[me]x:A>A y:A>A", "x x x = y y");

  assert_separated (mono, "f", "g", 5, 5);
  assert_separated (epi, "f", "g", 4, 4);
  assert_separated (split, "f", "g", 3, 3);
  assert_separated (both, "x y", "y x", 3, 3);
}

/* The same work finds the same model, in slices or at once. */
static void
test_repeatable (void)
{
  g_autoptr (ChasePresentation) s7 = symmetric (7);
  g_autoptr (GArray) left = small_path (s7, "s1 s2 s3");
  g_autoptr (GArray) right = small_path (s7, "s3 s2 s1");
  g_autoptr (ChaseEngine) engine = chase_engine_new (s7);
  char *text[2];
  ChaseClock clock;

  chase_clock_start (&clock, NULL, NULL);
  for (guint k = 0; k < 2; k++)
    {
      g_autoptr (ChaseLowIndex) search
          = chase_low_index_new (&engine->index, 0, small_word (left), small_word (right), &clock);
      g_autoptr (ChaseEvidence) model = NULL;
      g_autoptr (JsonNode) node = NULL;

      while (chase_low_index_run (search, k == 0 ? 100 : 10000000) == CHASE_LOW_INDEX_OPEN)
        continue;
      model = chase_low_index_model (search);
      node = chase_evidence_to_json (model, s7);
      text[k] = json_to_string (node, FALSE);
    }
  g_assert_cmpstr (text[0], ==, text[1]);
  g_free (text[0]);
  g_free (text[1]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/models/infinite", test_infinite);
  g_test_add_func ("/engine/models/simplex", test_simplex);
  g_test_add_func ("/engine/models/groups", test_groups);
  g_test_add_func ("/engine/models/holes", test_holes);
  g_test_add_func ("/engine/models/declared", test_declared);
  g_test_add_func ("/engine/models/repeatable", test_repeatable);
  return g_test_run ();
}
