/* SPDX-License-Identifier: MIT */
/* Limits and colimits that are to be found: in finite categories, where of random orders they are
 * the greatest lower and least upper bounds, and in Set. */
#include "checked.h"

#include <string.h>

static void
test_finite (void)
{
  assert_verdicts ("category C { objects A, B, P ; p : P -> A ; q : P -> B }\n"
                   "check product of A, B exists in C\ncheck coproduct of A, B exists in C\n"
                   "check not coproduct of A, B exists",
                   "hfh");
  assert_verdicts ("category D { objects A, B ; f, g : A -> B }\n"
                   "check equalizer of f, g exists in D\ncheck coequalizer of f, f exists in D\n"
                   "check product of A, B exists in D",
                   "fhf");
  assert_verdicts (
      "category L { objects b, x, y, t ; bx : b -> x ; by : b -> y ; xt : x -> t ; yt : y -> t\n"
      "xt . bx = yt . by }\ndiagram J in L { x at 0, 0 ; y at 1, 0 }\n"
      "check pullback of xt, yt exists in L\ncheck pushout of bx, by exists in L\n"
      "check limit of J exists\ncheck colimit of J exists",
      "hhhh");
  /* Two cones that mediate each other's legs in two ways. */
  assert_verdicts ("category E { object A ; e : A -> A ; e . e = e }\n"
                   "check product of A, A exists in E\ncheck equalizer of e, id(A) exists in E",
                   "ff");
}

static void
test_sets (void)
{
  assert_verdicts (
      "category D { objects A, B ; f, g : A -> B }\n"
      "functor M : D -> Set { A |-> {x, y} ; B |-> {0, 1}\n"
      "f |-> {x |-> 0, y |-> 1} ; g |-> {x |-> 0, y |-> 0} }\n"
      "diagram S in Set { a : M(A) at 0, 0 ; b : M(B) at 1, 0 ; u : a -> b = M(f) ; v : a -> b = "
      "M(g) }\n"
      "check product of {a, b}, {x, y} exists in Set\n"
      "check coproduct of M(A), M(B) exists in Set\ncheck equalizer of M(f), M(g) exists in Set\n"
      "check coequalizer of M(f), M(g) exists in Set\ncheck limit of S exists\n"
      "check pullback of {1 |-> 0}, {2 |-> 0, 3 |-> 7} exists in Set\n"
      "check colimit of S exists\ncheck product of M, M exists in [D, Set]\n"
      "check coproduct of M, M exists in [D, Set]",
      "hhhhhhhhhh");
}

#define MOST 5

/* Is there among the common bounds of @a and @b (below, or above) one that bounds all? */
static gboolean
has_best (gboolean less[MOST][MOST], guint a, guint b, gboolean below)
{
  for (guint best = 0; best < MOST; best++)
    {
      gboolean good = below ? less[best][a] && less[best][b] : less[a][best] && less[b][best];

      for (guint c = 0; c < MOST && good; c++)
        {
          gboolean bound = below ? less[c][a] && less[c][b] : less[a][c] && less[b][c];

          good = !bound || (below ? less[c][best] : less[best][c]);
        }
      if (good)
        return TRUE;
    }
  return FALSE;
}

static void
test_orders (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint round = 0; round < 25; round++)
    {
      g_autoptr (GString) text = g_string_new ("category P { objects o0, o1, o2, o3, o4\n");
      g_autoptr (GString) verdicts = g_string_new (NULL);
      gboolean less[MOST][MOST] = { { FALSE } };

      for (guint i = 0; i < MOST; i++)
        for (guint j = i; j < MOST; j++)
          less[i][j] = i == j || g_rand_int_range (random, 0, 5) < 2;
      for (guint k = 0; k < MOST; k++)
        for (guint i = 0; i < MOST; i++)
          for (guint j = 0; j < MOST; j++)
            less[i][j] = less[i][j] || (less[i][k] && less[k][j]);
      for (guint i = 0; i < MOST; i++)
        for (guint j = i + 1; j < MOST; j++)
          if (less[i][j])
            g_string_append_printf (text, "l%u%u : o%u -> o%u\n", i, j, i, j);
      for (guint i = 0; i < MOST; i++)
        for (guint j = i + 1; j < MOST; j++)
          for (guint k = j + 1; k < MOST; k++)
            if (less[i][j] && less[j][k])
              g_string_append_printf (text, "l%u%u . l%u%u = l%u%u\n", j, k, i, j, i, k);
      g_string_append (text, "}\n");
      for (guint i = 0; i < MOST; i++)
        for (guint j = i; j < MOST; j++)
          {
            g_string_append_printf (text,
                                    "check product of o%u, o%u exists in P\n"
                                    "check coproduct of o%u, o%u exists in P\n",
                                    i, j, i, j);
            g_string_append_c (verdicts, has_best (less, i, j, TRUE) ? 'h' : 'f');
            g_string_append_c (verdicts, has_best (less, i, j, FALSE) ? 'h' : 'f');
          }
      assert_verdicts (text->str, verdicts->str);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/exists/finite", test_finite);
  g_test_add_func ("/engine/exists/sets", test_sets);
  g_test_add_func ("/engine/exists/orders", test_orders);
  return g_test_run ();
}
