/* SPDX-License-Identifier: MIT */
/* Functors to products with Set, given by values: beside what trying everything says. */
#include "checked.h"

#define P_CATEGORY "category P { objects A, B ; f, g : A -> B }\n"
#define ORDER "category D { objects X, Y ; u : X -> Y }\n"

/* Two functions between sets of at most two elements. */
typedef struct
{
  guint from, to;
  guint values[2][2]; /* of f, and of g */
} Pair;

static void
random_pair (GRand *random, Pair *pair)
{
  pair->from = g_rand_int_range (random, 0, 3);
  pair->to = g_rand_int_range (random, pair->from > 0 ? 1 : 0, 3);
  for (guint f = 0; f < 2; f++)
    for (guint x = 0; x < pair->from; x++)
      pair->values[f][x] = g_rand_int_range (random, 0, pair->to);
}

static gboolean
is_one (const Pair *pair)
{
  for (guint x = 0; x < pair->from; x++)
    if (pair->values[0][x] != pair->values[1][x])
      return FALSE;
  return TRUE;
}

static guint
power (guint base, guint exponent)
{
  return exponent == 0 ? 1 : base * power (base, exponent - 1);
}

/* The value of the function number @k, of all from a set to one of @base elements, at @x. */
static guint
value (guint k, guint base, guint x)
{
  return x == 0 ? k % base : value (k / base, base, x - 1);
}

/* Pairs of functions p, q of the two sets with q . f = f . p and q . g = g . p. */
static guint
count_natural (const Pair *pair)
{
  guint count = 0;

  for (guint p = 0; p < power (pair->from, pair->from); p++)
    for (guint q = 0; q < power (pair->to, pair->to); q++)
      {
        gboolean natural = TRUE;

        for (guint f = 0; f < 2; f++)
          for (guint x = 0; x < pair->from; x++)
            natural = natural
                      && value (q, pair->to, pair->values[f][x])
                             == pair->values[f][value (p, pair->from, x)];
        count += natural;
      }
  return count;
}

static char *
set_text (guint n)
{
  return g_strdup (n == 0 ? "{}" : n == 1 ? "{a}" : "{a, b}");
}

static char *
map_text (const Pair *pair, guint f)
{
  GString *text = g_string_new ("{");

  for (guint x = 0; x < pair->from; x++)
    g_string_append_printf (text, "%s%c |-> %c", x > 0 ? ", " : "", 'a' + x,
                            'a' + pair->values[f][x]);
  return g_string_free (g_string_append (text, "}"), FALSE);
}

/* F : P -> Set * (Set^op * D), where @one are the functions of Set and @two those of Set^op, which
 * run from the set at B. */
static char *
text_of (const Pair *one, const Pair *two, gboolean u)
{
  g_autofree char *a = set_text (one->from);
  g_autofree char *b = set_text (one->to);
  g_autofree char *a2 = set_text (two->to);
  g_autofree char *b2 = set_text (two->from);
  g_autofree char *f = map_text (one, 0);
  g_autofree char *g = map_text (one, 1);
  g_autofree char *f2 = map_text (two, 0);
  g_autofree char *g2 = map_text (two, 1);
  const char *end = u ? "u" : "id(X)";

  return g_strdup_printf (P_CATEGORY ORDER
                          "functor F : P -> Set * (Set^op * D) {\n"
                          "A |-> (%s, (%s, X)) ; B |-> (%s, (%s, %s))\n"
                          "f |-> (%s, (%s, %s)) ; g |-> (%s, (%s, %s)) }\n"
                          "check F is faithful\ncheck F is full\ncheck F is fully faithful\n"
                          "check F is essentially surjective\ncheck F is equivalence\n"
                          "check |Nat(F, F)| = 1\ncheck F(f) = F(g)\n"
                          "check first(second(F))(f) is iso\n",
                          a, a2, b, b2, u ? "Y" : "X", f, f2, end, g, g2, end);
}

static gboolean
is_full (const Pair *one, const Pair *two, gboolean u)
{
  guint there = power (one->to, one->from) * power (two->to, two->from);
  guint back = u ? 0 : power (one->from, one->to) * power (two->from, two->to);

  return power (one->from, one->from) * power (two->to, two->to) == 1
         && power (one->to, one->to) * power (two->from, two->from) == 1 && back == 0
         && there == (is_one (one) && is_one (two) ? 1 : 2);
}

static gboolean
is_bijection (const Pair *pair)
{
  return pair->from == pair->to && (pair->from < 2 || pair->values[0][0] != pair->values[0][1]);
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261127);

  for (guint round = 0; round < 300; round++)
    {
      Pair one, two;
      gboolean u = g_rand_boolean (random), same, full;
      g_autofree char *text = NULL;
      g_autofree char *verdicts = NULL;
      g_autofree char *values = NULL;
      guint count;

      random_pair (random, &one);
      random_pair (random, &two);
      same = is_one (&one) && is_one (&two);
      full = is_full (&one, &two, u);
      count = count_natural (&one) * count_natural (&two);
      text = text_of (&one, &two, u);
      verdicts = g_strdup_printf ("h%c%c%cff%c%c%c", same ? 'f' : 'h', full ? 'h' : 'f',
                                  full && !same ? 'h' : 'f', count == 1 ? 'h' : 'f',
                                  same ? 'h' : 'f', is_bijection (&two) ? 'h' : 'f');
      values = g_strdup_printf ("%u", count);
      assert_values (text, verdicts, values);
    }
}

#define FUNCTORS                                                                                   \
  "category C { objects A, B ; f : A -> B }\ncategory D { object X ; t : X -> X ; t . t = t }\n"   \
  "functor F : C -> Set * D { A |-> ({a, b}, X) ; B |-> ({c}, X)\n"                                \
  "f |-> ({a |-> c, b |-> c}, t) }\n"                                                              \
  "functor G : C -> Set * D { A |-> ({1}, X) ; B |-> ({1, 2}, X) ; f |-> ({1 |-> 2}, t) }\n"

static void
test_laws (void)
{
  assert_verdicts (FUNCTORS "functor L : D -> Set * D { X |-> ({0, 1}, X)\n"
                            "t |-> ({0 |-> 1, 1 |-> 0}, t) }\n"
                            "transformation a : F => G { A |-> ({a |-> 1, b |-> 1}, t)\n"
                            "B |-> ({c |-> 2}, t) }\n"
                            "transformation b : F => G { A |-> ({a |-> 1, b |-> 1}, t)\n"
                            "B |-> ({c |-> 1}, t) }\n"
                            "transformation c : F => F = id(F)\n"
                            "check L is faithful\ncheck a is isomorphism\ncheck c is isomorphism\n"
                            "check a . c = a\ncheck a = b\ncheck a[A] is epi in Set * D\n",
                   "hhfhfhufhhff");
}

static void
test_made (void)
{
  assert_verdicts (FUNCTORS
                   "functor I : D -> C = const A\n"
                   "functor K : D -> Set * D = F . I\n"
                   "functor O : C^op -> Set^op * D^op = op(F)\n"
                   "functor M : C -> Set { A |-> {a, b} ; B |-> {c} ; f |-> {a |-> c, b |-> c} }\n"
                   "category S = D * D\n"
                   "functor Q : S -> D = second(Id(S))\n"
                   "check first(F) = M\ncheck first(K) = M . I\ncheck op(O) = F\n"
                   "check second(F) = second(G)\ncheck F = G\ncheck F isomorphic G\n"
                   "check second(F)(f) = t in D\ncheck Q is full\ncheck Q is faithful\n"
                   "check Q((t, id(X))) = id(X) in D\ncheck |Hom(F(A), F(B))| = 2\n"
                   "check F(A) isomorphic G(B) in Set * D\n",
                   "hhhhhhhhhhhffhhfhhh");
}

/* Names of the document come before the notation's own. */
static void
test_named_first (void)
{
  assert_verdicts (FUNCTORS "functor first : C -> D { A |-> X ; B |-> X ; f |-> id(X) }\n"
                            "check first(f) = t in D\ncheck F(f) is mono\n",
                   "hhhff");
}

/* (M, N), of functors that are there already. */
static void
test_of_functors (void)
{
  assert_values (
      "category D { objects X, Y ; f : X -> Y }\ncategory I { objects A, B ; u : A -> B }\n"
      "functor M : I -> Set { A |-> {x} ; B |-> {y, z} ; u |-> {x |-> y} }\n"
      "functor N : I -> D { A |-> X ; B |-> Y ; u |-> f }\n"
      "functor P : I -> Set * D = (M, N)\nfunctor Q : I -> D * I = (N, Id(I))\n"
      "functor R : I -> Set * (D * Set) = (M, (N, M))\nfunctor S : I -> D * D = (N, const X)\n"
      "functor T : I -> Set * D { A |-> ({x}, X) ; B |-> ({y, z}, Y) ; u |-> ({x |-> y}, f) }\n"
      "check (M, N) is functor\ncheck P is faithful\ncheck P is full\ncheck P isomorphic T\n"
      "check Q is faithful\ncheck Q is essentially surjective\ncheck S is full\n"
      "check P(u) is mono in Set * D\ncheck |Nat(P, P)| = 2\n"
      "check |Hom(P(A), P(B))| = 2 in Set * D\ncheck |Ob((Set * D)^op)| = 1\n"
      "check (M, N) is faithful\n",
      "hhhhhhhhhfhhfhhhhfh", "2 2 infinite");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/pairs/random", test_random);
  g_test_add_func ("/engine/pairs/laws", test_laws);
  g_test_add_func ("/engine/pairs/made", test_made);
  g_test_add_func ("/engine/pairs/named-first", test_named_first);
  g_test_add_func ("/engine/pairs/of-functors", test_of_functors);
  return g_test_run ();
}
