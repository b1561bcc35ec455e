/* SPDX-License-Identifier: MIT */
/* What follows from other statements: in random finite categories whatever is implied is what a
 * look at all morphisms says, and where morphisms cannot be listed it decides. */
#include "checked.h"

#include "model/implied.h"
#include "notation/notation.h"
#include "random-category.h"

#include <string.h>

#define ROUNDS 14
#define DIAGRAMS 5

static const ChaseBudget budget = { .seconds = 0.5 };

typedef struct
{
  ChaseTheory *theory;
  GRand *rand;
  guint used;
} Round;

static ChaseVerdict
ask (Round *round, const ChaseProposition *proposition)
{
  g_autoptr (ChaseProposition) copy = chase_proposition_copy (proposition);
  ChaseResult *result = chase_check_proposition (round->theory, copy, FALSE, &budget, NULL);
  ChaseVerdict verdict = result->verdict;

  chase_result_free (result);
  return verdict;
}

/* Is each part what it has to be for @implication to say something? */
static gboolean
applies (Round *round, const ChaseImplication *implication)
{
  for (guint expect = 0; expect < 2; expect++)
    for (guint i = 0; i < implication->parts[expect]->len; i++)
      if (ask (round, g_ptr_array_index (implication->parts[expect], i))
          != (expect ? CHASE_VERDICT_HOLDS : CHASE_VERDICT_FAILS))
        return FALSE;
  return TRUE;
}

static void
compare (Round *round, const char *format, ...)
{
  g_autoptr (ChaseProposition) proposition = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *text = NULL;
  ChaseVerdict verdict;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  proposition = chase_notation_parse_proposition (text, NULL, NULL);
  g_assert_nonnull (proposition);
  if (!chase_theory_check_proposition (round->theory, proposition, NULL))
    return;
  verdict = ask (round, proposition);
  list = chase_implications (round->theory, proposition);
  for (guint i = 0; i < list->len; i++)
    {
      const ChaseImplication *implication = g_ptr_array_index (list, i);

      if (!applies (round, implication))
        continue;
      round->used++;
      g_test_message ("%s: implication %u", text, i);
      g_assert_cmpint (verdict, ==,
                       implication->conclude ? CHASE_VERDICT_HOLDS : CHASE_VERDICT_FAILS);
    }
}

static const char *
some_path (Round *round, const RandomCategory *c)
{
  return c->text[g_rand_int_range (round->rand, 0, (gint)c->brute->n)];
}

static guint
some_object (Round *round, const RandomCategory *c)
{
  return (guint)g_rand_int_range (round->rand, 0, (gint)c->brute->n_objects);
}

static void
compare_shapes (Round *round, const RandomCategory *c)
{
  static const char *const of_arrows[] = { "equalizer", "coequalizer", "pullback", "pushout" };
  static const char *const of_objects[] = { "product", "coproduct" };

  for (guint k = 0; k < G_N_ELEMENTS (of_objects); k++)
    {
      guint a = some_object (round, c), b = some_object (round, c), p = some_object (round, c);

      compare (round, "%s of A%u, A%u exists in C", of_objects[k], a, b);
      compare (round, "A%u with %s, %s is %s of A%u, A%u in C", p, some_path (round, c),
               some_path (round, c), of_objects[k], a, b);
    }
  for (guint k = 0; k < G_N_ELEMENTS (of_arrows); k++)
    {
      const char *f = some_path (round, c), *g = some_path (round, c);
      guint p = some_object (round, c);

      compare (round, "%s of %s, %s exists in C", of_arrows[k], f, g);
      if (k < 2)
        compare (round, "A%u with %s is %s of %s, %s in C", p, some_path (round, c), of_arrows[k],
                 f, g);
      else
        compare (round, "A%u with %s, %s is %s of %s, %s in C", p, some_path (round, c),
                 some_path (round, c), of_arrows[k], f, g);
    }
}

/* Two, three or four nodes, and some edges between them, called n and e. */
static void
add_diagram (GRand *rand, const RandomCategory *c, guint number, GString *text)
{
  guint n = (guint)g_rand_int_range (rand, 2, 5), objects[4];

  g_string_append_printf (text, "diagram D%u in C {\n", number);
  for (guint i = 0; i < n; i++)
    {
      objects[i] = (guint)g_rand_int_range (rand, 0, (gint)c->brute->n_objects);
      g_string_append_printf (text, "  n%u : A%u at %u, 0\n", i, objects[i], i);
    }
  for (guint e = 0, edges = (guint)g_rand_int_range (rand, 0, 4); e < 6 * edges; e++)
    {
      guint i = (guint)g_rand_int_range (rand, 0, (gint)n);
      guint j = (guint)g_rand_int_range (rand, 0, (gint)n);
      guint f = (guint)g_rand_int_range (rand, 0, (gint)c->brute->n);

      if (c->brute->source[f] == objects[i] && c->brute->target[f] == objects[j])
        g_string_append_printf (text, "  e%u : n%u -> n%u = %s\n", e, i, j, c->text[f]);
    }
  g_string_append (text, "}\n");
}

/* With random legs, as many as are needed for what makes sense. */
static void
compare_limits (Round *round, const RandomCategory *c, guint number, const char *shape)
{
  compare (round, "%s of D%u exists", shape, number);
  for (guint k = 0; k < 12; k++)
    {
      guint p = some_object (round, c);
      const char *legs[4];

      for (guint i = 0; i < 4; i++)
        legs[i] = some_path (round, c);
      compare (round, "A%u with %s, %s is %s of D%u", p, legs[0], legs[1], shape, number);
      compare (round, "A%u with %s, %s, %s is %s of D%u", p, legs[0], legs[1], legs[2], shape,
               number);
    }
}

static void
compare_round (guint seed, guint *used)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (RandomCategory) c = random_category_new (rand, 8, "C", 'A', 'f');
  g_autoptr (RandomCategory) d = random_category_new (rand, 6, "D", 'B', 'g');
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (ChaseDocument) document = NULL;
  Round round = { NULL, rand, 0 };

  random_category_print (c, text, NULL);
  random_category_print (d, text, NULL);
  for (guint k = 0; k < DIAGRAMS; k++)
    add_diagram (rand, c, k, text);
  document = chase_notation_parse (text->str, text->len, NULL);
  round.theory = chase_theory_new (document, NULL);
  for (guint k = 0; k < 12; k++)
    compare_shapes (&round, c);
  for (guint m = 0; m < c->brute->n; m++)
    {
      compare (&round, "%s is iso in C", c->text[m]);
      compare (&round, "%s is split mono in C", c->text[m]);
    }
  for (guint k = 0; k < DIAGRAMS; k++)
    for (guint dual = 0; dual < 2; dual++)
      compare_limits (&round, c, k, dual ? "colimit" : "limit");
  compare (&round, "C isomorphic D");
  compare (&round, "C equivalent D");
  *used += round.used;
  chase_theory_unref (round.theory);
}

static void
test_random (void)
{
  guint used = 0;

  for (guint seed = 0; seed < ROUNDS; seed++)
    compare_round (seed, &used);
  g_test_message ("%u implications said something", used);
  g_assert_cmpuint (used, >, 200);
}

static void
test_universal (void)
{
  assert_verdicts ("category N { object S ; t : S -> S }\n"
                   "check S with t, t is product of S, S in N\n"
                   "check S with id(S), t is product of S, S in N\n"
                   "check S with id(S), id(S) is coproduct of S, S in N\n"
                   "check product of S, S exists in N\n"
                   "check S with id(S) is equalizer of t, t in N\n"
                   "check S with t is equalizer of t, t in N\n"
                   "check equalizer of t, t^2 exists in N\n"
                   "check S with id(S), t is pullback of t^2, t in N\n"
                   "check S with t, t is pullback of t, t in N\n"
                   "check S with t^2, t is pullback of t, t^2 in N\n"
                   "check pullback of t, t^2 exists in N",
                   "ffffhffhffh");
  assert_verdicts ("category Z { object G ; r : G -> G ; iso r }\n"
                   "check pullback of r, r^2 exists in Z\n"
                   "check G with r^2, r is pullback of r, r^2 in Z\n"
                   "check product of G, G exists in Z\ncheck coequalizer of r, id(G) exists in Z",
                   "hhff");
  /* What splits an idempotent is an equalizer and a coequalizer. */
  assert_verdicts (
      "category E { objects A, B ; s : A -> B ; p : B -> A ; z : B -> B ; p . s = id(A) }\n"
      "check A with s is equalizer of s . p, id(B) in E\n"
      "check A with p is coequalizer of s . p, id(B) in E\n"
      "check A with s is equalizer of z, id(B) in E",
      "hhf");
}

/* Diagrams that are a product, an equalizer or a pullback, or begin with their limit. */
static void
test_limits (void)
{
  assert_verdicts (
      "category N { object X ; t : X -> X }\n"
      "diagram two in N { a : X at 0, 0 ; b : X at 1, 0 }\n"
      "diagram par in N { a : X at 0, 0 ; b : X at 1, 0 ; p : a -> b = t ; q : a -> b = t^2 }\n"
      "diagram par2 in N { a : X at 0, 0 ; b : X at 1, 0 ; p : a -> b = t ; q : a -> b = t }\n"
      "diagram cosp in N { a : X at 0, 0 ; b : X at 1, 0 ; c : X at 1, 1 ; p : a -> c = t ; q : b "
      "-> c = t^2 }\n"
      "diagram span in N { a : X at 0, 0 ; b : X at 1, 0 ; c : X at 1, 1 ; p : a -> b = t ; q : a "
      "-> c = t^2 }\n"
      "diagram own { A at 0, 0 ; B at 1, 0 ; l : B -> B ; f : A -> B }\n"
      "check limit of two exists\n"
      "check colimit of two exists\n"
      "check limit of par exists\n"
      "check limit of par2 exists\n"
      "check X with id(X), t is limit of par2\n"
      "check X with t, t^2 is limit of par2\n"
      "check X with t, t is limit of par2\n"
      "check limit of cosp exists\n"
      "check X with t, id(X), t^2 is limit of cosp\n"
      "check X with t^2, t, t^3 is limit of cosp\n"
      "check X with t, id(X), t is limit of cosp\n"
      "check limit of span exists\n"
      "check X with id(X), t, t^2 is limit of span\n"
      "check X with t, t^2, t^3 is limit of span\n"
      "check colimit of span exists\n"
      "check colimit of cosp exists\n"
      "check X with t, t^2, id(X) is colimit of cosp\n",
      "fffhhffhhffhhfhhh");
}

/* Where no arrow leads, there is no transformation, and no arrow of a slice. */
static void
test_none (void)
{
  assert_verdicts ("category P { objects A, B, K ; f, g : A -> B ; h : B -> B ; u : A -> K }\n"
                   "category Two { objects U, V ; e : U -> V }\n"
                   "functor F : Two -> P { U |-> A ; V |-> B ; e |-> f }\n"
                   "functor G : Two -> P { U |-> B ; V |-> B ; e |-> h }\n"
                   "functor H : Two -> P { U |-> A ; V |-> K ; e |-> u }\n"
                   "check |Nat(G, H)| = 0\n"
                   "check |Nat(H, F)| = 3\n"
                   "check |Nat(H, G)| = 0\n"
                   "check |Hom(h, f)| = 0 in slice P over B\n"
                   "check |Hom(h, f)| = 2 in slice P over B\n"
                   "check |Hom(f, u)| = 0 in slice P under A\n"
                   "check |Hom(u, f)| = 4 in slice P under A\n"
                   "check u is iso in P\n",
                   "hhhhfhhfhff");
}

static void
test_slices (void)
{
  assert_verdicts (
      "category N { object S ; t : S -> S }\ncategory L = slice N over S\n"
      "check slice N over S is thin\ncheck slice N over S is groupoid\n"
      "check L is poset\ncheck t isomorphic id(S) in L\ncheck id(S) is terminal in L\n"
      "check t is terminal in L\ncheck (t, id(S)) is iso in L\n"
      "check (t, t) is mono in L\ncheck (t, t) is epi in L\ncheck (t, t) is endo in L\n"
      "check (t, t) = (t, id(S)) in L\ncheck product of t, t^2 exists in L\n"
      "check equalizer of (t, t), (t, t) exists in L\ncheck L isomorphic N\n"
      "check L equivalent N\ncheck id(S) is initial in L",
      "hfhfhffhhffhhfff");
  assert_verdicts (
      "category Z { object G ; r : G -> G ; iso r }\n"
      "check slice Z over G is groupoid\ncheck slice Z over G is skeletal\n"
      "check r isomorphic id(G) in slice Z over G\ncheck r is initial in slice Z under G\n"
      "check (r, r) is iso in slice Z under G",
      "hfhhh");
}

static void
test_products_with_sets (void)
{
  assert_verdicts ("category C { objects A, B ; f, g : A -> B }\ncategory E { }\n"
                   "category N { object S ; t : S -> S }\n"
                   "check Set * C is thin\ncheck Set * C is finite\ncheck Set * C is connected\n"
                   "check Set * C is skeletal\ncheck Set * E is finite\ncheck E * Set is groupoid\n"
                   "check Set * E is connected\ncheck |Ob(Set * C)| = 2\ncheck |Ob(Set * E)| = 0\n"
                   "check Set * C isomorphic C\ncheck |Hom(({1}, S), ({1}, S))| = 1 in Set * N\n"
                   "check |Hom(({1}, S), ({}, S))| = 0 in Set * N",
                   "ffhfhhffhffh");
}

static void
test_functors (void)
{
  assert_verdicts (
      "category N { object S ; t : S -> S }\ncategory Inf { objects U, V ; a : U -> V ; b : V -> U "
      "}\n"
      "functor D : N -> N { S |-> S ; t |-> t^2 }\ntransformation c : D => D { S |-> t }\n"
      "check c is iso in [N, N]\ncheck c is mono in [N, N]\ncheck c is split epi in [N, N]\n"
      "check c is endo in [N, N]\ncheck c is auto in [N, N]\ncheck c is idempotent in [N, N]\n"
      "check id(D) is identity in [N, N]\ncheck D isomorphic D in [N, N]\n"
      "check [N, N] is finite\ncheck [N, N] is thin\ncheck [N, N] is groupoid\n"
      "check [N, N] is skeletal\ncheck [N, Inf] is skeletal\n"
      "check yoneda(N) is fully faithful\ncheck yoneda(N) is equivalence\n"
      "check |Nat(Hom(S, -), Hom(S, -))| = 1\ncheck |Hom(U, -)(V)| = 0\n"
      "check |Nat(Id(N), Id(N))| = 1\ncheck |Nat(D, D)| = 1\ncheck D is terminal in [N, N]\ncheck "
      "Inf isomorphic N\ncheck Inf equivalent N",
      "hhfhfhffhhfffhhhffffffff");
}

/* What is declared mono and is so by the equations leaves the rest as it was. */
static void
test_declared (void)
{
  assert_values (
      "category W { objects A, B, C ; m : A -> B ; n : B -> C ; u : A -> A ; mono m, n }\n"
      "check n . m is mono in W\ncheck m . u is mono in W\ncheck m is iso in W\n"
      "check W is finite\ncheck |Hom(A, C)| = 1 in W\ncheck |Hom(C, A)| = 0 in W\n"
      "check A is initial in W\ncheck W is skeletal",
      "hhfffhfh", "infinite 0");
  /* Here it says more: t cancels, and what remains is trivial. */
  assert_verdicts ("category V { object A ; t : A -> A ; t^2 = t ; mono t }\n"
                   "check t = id(A) in V\ncheck V is finite",
                   "hh");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/implied/random", test_random);
  g_test_add_func ("/engine/implied/universal", test_universal);
  g_test_add_func ("/engine/implied/limits", test_limits);
  g_test_add_func ("/engine/implied/none", test_none);
  g_test_add_func ("/engine/implied/slices", test_slices);
  g_test_add_func ("/engine/implied/products-with-sets", test_products_with_sets);
  g_test_add_func ("/engine/implied/functors", test_functors);
  g_test_add_func ("/engine/implied/declared", test_declared);
  return g_test_run ();
}
