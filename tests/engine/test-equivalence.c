/* SPDX-License-Identifier: MIT */
/* Isomorphic and equivalent categories. */
#include "checked.h"
#include "notation/notation.h"

#include <string.h>

static void
test_named (void)
{
  assert_verdicts (
      "category Arrow { objects X, Y ; u : X -> Y }\n"
      "category Z2 { object P ; t : P -> P ; t . t = id(P) }\n"
      "category T table { object Q ; s : Q -> Q ; s . s = id(Q) }\n"
      "category Idem { object P ; t : P -> P ; t . t = t }\n"
      "category I2 { objects P, Q ; i : P -> Q ; iso i }\ncategory One { object O }\n"
      "category Inf { object N ; s : N -> N }\n"
      "category S3 { object P ; a, b : P -> P ; a^3 = id(P) ; b^2 = id(P) ; b . a . b = a^2 }\n"
      "category Z6 { object P ; c : P -> P ; c^6 = id(P) }\n"
      "category Z23 { object P ; a, b : P -> P ; a^3 = id(P) ; b^2 = id(P) ; b . a = a . b }\n"
      "category Sq { objects A, B, C, D ; f : A -> B ; g : A -> C ; h : B -> D ; k : C -> D\n"
      "h . f = k . g }\n"
      "check Arrow isomorphic Arrow^op\ncheck Z2 isomorphic T\ncheck Z2 isomorphic Idem\n"
      "check I2 equivalent One\ncheck I2 isomorphic One\ncheck Arrow equivalent One\n"
      "check S3 isomorphic Z6\ncheck Z23 isomorphic Z6\ncheck S3 isomorphic S3^op\n"
      "check Sq isomorphic Arrow * Arrow\ncheck slice Sq over D isomorphic Sq\n"
      "check [Arrow, Arrow] isomorphic Arrow\ncheck [I2, Z2] equivalent Z2\n"
      "check Inf isomorphic One\ncheck One equivalent Inf\ncheck Inf isomorphic Inf\n"
      "check I2 * Z2 equivalent Z2\ncheck Z2 * Z2 isomorphic Z6\n"
      "check Inf is finite\ncheck Inf is thin\ncheck Inf is poset\ncheck Inf is monoid",
      "hhhfhfffhhhhfhffhhffffh");
}

/* A random order on n elements, as its covers, and the same with its elements shuffled. */
static void
append_order (GString *out, const char *name, const gboolean *less, const guint *shuffle, guint n)
{
  g_string_append_printf (out, "category %s table {\n", name);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "object x%u\n", i);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      if (less[i * n + j])
        g_string_append_printf (out, "a%u_%u : x%u -> x%u\n", shuffle[i], shuffle[j], shuffle[i],
                                shuffle[j]);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      for (guint k = 0; k < n; k++)
        if (less[i * n + j] && less[j * n + k])
          g_string_append_printf (out, "a%u_%u . a%u_%u = a%u_%u\n", shuffle[j], shuffle[k],
                                  shuffle[i], shuffle[j], shuffle[i], shuffle[k]);
  g_string_append (out, "}\n");
}

static gboolean
matches (const gboolean *one, const gboolean *two, guint *map, guint at, guint n)
{
  if (at == n)
    return TRUE;
  for (guint v = 0; v < n; v++)
    {
      gboolean good = TRUE;

      for (guint i = 0; i < at && good; i++)
        good = map[i] != v && one[i * n + at] == two[map[i] * n + v]
               && one[at * n + i] == two[v * n + map[i]];
      map[at] = v;
      if (good && matches (one, two, map, at + 1, n))
        return TRUE;
    }
  return FALSE;
}

static void
random_order (GRand *rand, gboolean *less, guint n)
{
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      less[i * n + j] = i < j && g_rand_int_range (rand, 0, 3) == 0;
  for (guint k = 0; k < n; k++)
    for (guint i = 0; i < n; i++)
      for (guint j = 0; j < n; j++)
        less[i * n + j] = less[i * n + j] || (less[i * n + k] && less[k * n + j]);
}

/* Orders of four elements: by all bijections of their elements. */
static void
test_orders (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  const guint n = 4;

  for (guint round = 0; round < 60; round++)
    {
      gboolean one[16], two[16];
      guint same[4] = { 0, 1, 2, 3 }, shuffle[4] = { 2, 0, 3, 1 }, map[4];
      g_autoptr (GString) text = g_string_new (NULL);
      gboolean expected;

      random_order (rand, one, n);
      random_order (rand, two, n);
      append_order (text, "P", one, same, n);
      append_order (text, "Q", two, same, n);
      append_order (text, "R", one, shuffle, n);
      g_string_append (text, "check P isomorphic Q\ncheck P equivalent Q\ncheck P isomorphic R\n");
      expected = matches (one, two, map, 0, n);
      assert_verdicts (text->str, expected ? "hhhhhh" : "hhhffh");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/equivalence/named", test_named);
  g_test_add_func ("/engine/equivalence/orders", test_orders);
  return g_test_run ();
}
