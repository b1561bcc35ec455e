/* SPDX-License-Identifier: MIT */
/* Slices of Set, beside what trying every function says. */
#include "checked.h"

/* A function from {p, q, r} to {a, b}, or from {a, b} to {p, q, r}, or parts of these. */
typedef struct
{
  guint n;
  guint m;
  guint values[3];
} Map;

static const char *const left[] = { "p", "q", "r" };
static const char *const right[] = { "u", "v", "w" };
static const char *const base[] = { "a", "b" };

static void
random_map (GRand *random, Map *map, guint n, guint m)
{
  map->n = m == 0 ? 0 : n;
  map->m = m;
  for (guint x = 0; x < map->n; x++)
    map->values[x] = g_rand_int_range (random, 0, m);
}

static char *
set_text (const char *const *names, guint n)
{
  GString *text = g_string_new ("{");

  for (guint x = 0; x < n; x++)
    g_string_append_printf (text, "%s%s", x > 0 ? ", " : "", names[x]);
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

static char *
map_text (const Map *map, const char *const *from, const char *const *to)
{
  g_autofree char *set = set_text (to, map->m);
  GString *text = g_string_new (NULL);

  g_string_printf (text, "id(%s) . {", set);
  for (guint x = 0; x < map->n; x++)
    g_string_append_printf (text, "%s%s |-> %s", x > 0 ? ", " : "", from[x], to[map->values[x]]);
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

/* The function number @k of all to @m elements, at @x. */
static guint
nth_value (guint k, guint m, guint x)
{
  while (x-- > 0)
    k /= m;
  return k % m;
}

static guint
power (guint m, guint n)
{
  return n == 0 ? 1 : m * power (m, n - 1);
}

/* Is the function number @k from the set of @f to that of @g one over, or under, {a, b}? */
static gboolean
keeps (gboolean over, const Map *f, const Map *g, guint k)
{
  guint m = over ? g->n : g->m;

  for (guint x = 0; x < f->n; x++)
    if (over ? g->values[nth_value (k, m, x)] != f->values[x]
             : nth_value (k, m, f->values[x]) != g->values[x])
      return FALSE;
  return TRUE;
}

static gboolean
is_bijective (guint n, guint m, guint k)
{
  guint reached = 0;

  for (guint x = 0; x < n; x++)
    reached |= 1u << nth_value (k, m, x);
  return n == m && reached == (1u << n) - 1;
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (guint round = 0; round < 200; round++)
    {
      gboolean over = round % 2 == 0, isomorphic = FALSE;
      guint s = g_rand_int_range (random, 1, 3), n[2], count = 0;
      g_autofree char *set = set_text (base, s);
      char *texts[2];
      g_autofree char *text = NULL;
      g_autofree char *value = NULL;
      char verdicts[3] = "ff";
      Map maps[2];

      for (guint i = 0; i < 2; i++)
        {
          n[i] = g_rand_int_range (random, over ? 0 : 1, 4);
          random_map (random, &maps[i], over ? n[i] : s, over ? s : n[i]);
          texts[i] = over ? map_text (&maps[i], i == 0 ? left : right, base)
                          : map_text (&maps[i], base, i == 0 ? left : right);
        }
      for (guint k = 0; k < power (n[1], n[0]); k++)
        if (keeps (over, &maps[0], &maps[1], k))
          {
            count++;
            isomorphic = isomorphic || is_bijective (n[0], n[1], k);
          }
      verdicts[0] = count == 2 ? 'h' : 'f';
      verdicts[1] = isomorphic ? 'h' : 'f';
      text = g_strdup_printf ("category C = slice Set %s %s\ncheck |Hom(%s, %s)| = 2 in C\n"
                              "check %s isomorphic %s in C\n",
                              over ? "over" : "under", set, texts[0], texts[1], texts[0], texts[1]);
      value = g_strdup_printf ("%u", count);
      assert_values (text, verdicts, value);
      g_free (texts[0]);
      g_free (texts[1]);
    }
}

#define OVER "category C = slice Set over {a, b}\n"
#define UNDER "category D = slice Set under {a, b}\n"

static void
test_over (void)
{
  assert_verdicts (OVER "check {} is initial in C\ncheck {x |-> a} is initial in C\n"
                        "check {x |-> b, y |-> a} is terminal in C\ncheck {x |-> a} is zero in C\n"
                        "check ({x |-> u}, {u |-> a, v |-> b}) is mono in C\n"
                        "check ({x |-> u}, {u |-> a, v |-> b}) is split mono in C\n"
                        "check ({x |-> u}, {u |-> a, v |-> a}) is split mono in C\n"
                        "check ({x |-> u}, {u |-> a, v |-> a}) is epi in C\n"
                        "check ({x |-> u, y |-> u}, {u |-> a}) is split epi in C\n"
                        "check ({x |-> y, y |-> x}, {x |-> a, y |-> a}) is auto in C\n"
                        "check ({x |-> y, y |-> x}, {x |-> a, y |-> b}) is endo in C\n"
                        "check ({x |-> x, y |-> x}, {x |-> a, y |-> a}) is idempotent, endo in C\n",
                   "hfhfhfhfhhfh");
}

static void
test_under (void)
{
  assert_verdicts (UNDER
                   "check id({a, b}) is initial in D\n"
                   "check id({x}) . {a |-> x, b |-> x} is terminal in D\n"
                   "check id({x, y}) . {a |-> x, b |-> x} is terminal in D\n"
                   "check (id({u}) . {x |-> u, y |-> u}, {a |-> x, b |-> y}) is epi in D\n"
                   "check (id({u}) . {x |-> u, y |-> u}, {a |-> x, b |-> y}) is split epi in D\n"
                   "check (id({u}) . {x |-> u, y |-> u}, {a |-> x, b |-> x}) is split epi in D\n"
                   "check (id({u, v}) . {x |-> u}, {a |-> x, b |-> x}) is split mono in D\n",
                   "hhfhfhh");
}

static void
test_limits (void)
{
  assert_verdicts (
      OVER "check {p |-> a, q |-> b} with ({p |-> x, q |-> y}, {x |-> a, y |-> b}), "
           "({p |-> u, q |-> w}, {u |-> a, w |-> b}) is product of {x |-> a, y |-> b}, "
           "{u |-> a, w |-> b} in C\n"
           "check {p |-> a} with ({p |-> x}, {x |-> a, y |-> b}), ({p |-> u}, {u |-> a, w |-> b}) "
           "is product of {x |-> a, y |-> b}, {u |-> a, w |-> b} in C\n"
           "check {p |-> a} with ({p |-> x}, {x |-> a, y |-> b}) is equalizer of "
           "({x |-> u, y |-> v}, {u |-> a, v |-> b, w |-> b}), "
           "({x |-> u, y |-> w}, {u |-> a, v |-> b, w |-> b}) in C\n",
      "hfh");
}

static void
test_whole (void)
{
  assert_verdicts (OVER UNDER
                   "category E = slice Set over {}\ncategory F = slice Set under {}\n"
                   "category O = (slice Set under {a})^op\n"
                   "check E is thin, finite, groupoid, monoid, discrete, skeletal, poset\n"
                   "check |Mor(E)| = 1\ncheck |Ob(E)| = 2\ncheck |Ob(C)| = 2\n"
                   "check C is connected\ncheck C is thin\ncheck D is finite\n"
                   "check F is skeletal\ncheck F is connected\ncheck O is thin\n",
                   "hhffhfffhf");
}

/* (C * D)^op is C^op * D^op, whether or not it is written out. */
static void
test_opposite_product (void)
{
  assert_verdicts ("category D { objects X, Y ; u : X -> Y }\ncategory E = (Set * D)^op\n"
                   "check E is thin\ncheck E is connected\n"
                   "check |Hom(({a, b}, Y), ({u, v, w}, X))| = 8 in E\n"
                   "check ({x |-> a} . id({a, b}), u) is epi in E\n"
                   "check ({x |-> a} . id({a, b}), u) is mono in E\n"
                   "check ({}, X) is terminal in E\ncheck ({a}, Y) is initial in E\n"
                   "check ({p |-> a}, u) . ({a |-> x}, id(Y)) = ({p |-> x}, u) in E\n"
                   "check E isomorphic Set^op * D^op\n",
                   "fhhhfhhhh");
}

#define BASE "category I { objects A, B ; u, v : A -> B ; e : B -> B ; e . e = e ; e . u = u }\n"
#define BOTH "{y |-> a, z |-> a, w |-> b}"

/* Functors to slices by values, and their values. */
static void
test_functors (void)
{
  assert_verdicts (
      BASE OVER UNDER
      "functor F : I -> C { A |-> {x |-> a} ; B |-> " BOTH " ; u |-> ({x |-> y}, " BOTH ")\n"
      "v |-> ({x |-> z}, " BOTH ") ; e |-> ({y |-> y, z |-> y, w |-> w}, " BOTH ") }\n"
      "functor G : I -> C { A |-> {x |-> a} ; B |-> {y |-> a, z |-> a}\n"
      "u |-> ({x |-> y}, {y |-> a, z |-> a}) ; v |-> ({x |-> z}, {y |-> a, z |-> a})\n"
      "e |-> ({y |-> z, z |-> y}, {y |-> a, z |-> a}) }\n"
      "contravariant functor K : I -> C { B |-> {x |-> a} ; A |-> {y |-> a, z |-> a}\n"
      "u |-> ({x |-> y}, {y |-> a, z |-> a}) ; v |-> ({x |-> z}, {y |-> a, z |-> a})\n"
      "e |-> id({x |-> a}) }\n"
      "functor H : I -> D { A |-> id({x}) . {a |-> x, b |-> x} ; B |-> id({y}) . {a |-> y, b |-> "
      "y}\n"
      "u |-> (id({y}) . {x |-> y}, {a |-> x, b |-> x}) ; e |-> id(id({y}) . {a |-> y, b |-> y})\n"
      "v |-> (id({y}) . {x |-> y}, {a |-> x, b |-> x}) }\n"
      "check F is faithful\ncheck F(e) is idempotent in C\ncheck F(A) is initial in C\n"
      "check |Hom(F(A), F(B))| = 2 in C\ncheck K(u) is mono in C\n"
      "check F(e) . F(v) = F(u) in C\ncheck F(e . v) = F(u) in C\ncheck F(v) = F(u) in C\n"
      "diagram d in C { p : F(A) ; q : F(B) ; r : F(B) ; _ : p -> q = F(u) ; _ : q -> r = F(e)\n"
      "_ : p -> r = F(u) }\ncheck d commutes\n",
      "hfhhfhfhhhhfh");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/set-slices/random", test_random);
  g_test_add_func ("/engine/set-slices/over", test_over);
  g_test_add_func ("/engine/set-slices/under", test_under);
  g_test_add_func ("/engine/set-slices/limits", test_limits);
  g_test_add_func ("/engine/set-slices/whole", test_whole);
  g_test_add_func ("/engine/set-slices/opposite-product", test_opposite_product);
  g_test_add_func ("/engine/set-slices/functors", test_functors);
  return g_test_run ();
}
