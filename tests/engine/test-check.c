/* SPDX-License-Identifier: MIT */
/* Whole documents: every claim decided, every verdict verified from the file and the evidence
 * alone. */
#include "checked.h"

#define SQUARE                                                                                     \
  "category Square {\n"                                                                            \
  "  objects A, B, C, D\n"                                                                         \
  "  f : A -> B ; g : A -> C\n"                                                                    \
  "  h : B -> D ; k : C -> D\n"                                                                    \
  "  h . f = k . g\n"                                                                              \
  "}\n"

static void
test_equations (void)
{
  assert_verdicts (SQUARE "check h . f = k . g\ncheck not h . f = k . g\n"
                          "check h . f = k . g = h . f\ncheck f >> h = g >> k in Square\n"
                          "check f = f\ncheck f . h = g . k in Square^op",
                   "hfhhhh");
}

static void
test_chains (void)
{
  assert_verdicts ("category C { objects A, B ; a, b, c, d : A -> B ; a = b = c }\n"
                   "check a = b = c\ncheck c = a = b\ncheck a = b = d\ncheck not a = b = d\n"
                   "check d = a = b\ncheck a = a = a",
                   "hhfhfh");
}

static void
test_commutes (void)
{
  assert_verdicts (SQUARE
                   "diagram s in Square { A at 0, 0 ; B at 1, 0 ; C at 0, 1 ; D at 1, 1\n"
                   "  f ; g ; h ; k }\n"
                   "diagram own { A at 0, 0 ; B at 1, 0 ; f : A -> B ; g : A -> B }\n"
                   "diagram open { objects A, B, C ; f : A -> B ; g : B -> C ; h : A -> C }\n"
                   "check s commutes\ncheck own commutes\ncheck own strictly commutes\n"
                   "check not own strictly commutes\ncheck open commutes",
                   "hhfhf");
}

/* The second edge of a name can only be meant by its number. */
static void
test_shown_twice (void)
{
  assert_verdicts (
      "category Two { objects A, B, D ; f, g : A -> B ; h : B -> D }\n"
      "diagram same in Two { A at 0, 0 ; B at 1, 0 ; D at 2, 0 ; f ; h ; h }\n"
      "diagram other in Two { A at 0, 0 ; B at 1, 0 ; D at 2, 0 ; f ; f ; g ; h ; h }\n"
      "check same commutes\ncheck other commutes",
      "hf");
}

static void
test_views (void)
{
  assert_verdicts (SQUARE
                   "category Open { objects A, B, C ; f : A -> B ; g : B -> C ; h : A -> C }\n"
                   "diagram s = category Square\ndiagram o = category Open\n"
                   "diagram drawn in Open { A at 0, 0 ; B at 1, 0 ; C at 1, 1 ; f ; g ; h }\n"
                   "diagram turned = opposite drawn\n"
                   "check s commutes\ncheck not o commutes\ncheck not turned commutes",
                   "hhh");
  assert_verdicts (SQUARE "category Arrow { objects X, Y ; a : X -> Y }\n"
                          "functor F : Arrow -> Square { X |-> A ; Y |-> B ; a |-> f }\n"
                          "functor G : Arrow -> Square { X |-> C ; Y |-> D ; a |-> k }\n"
                          "transformation t : F => G { X |-> g ; Y |-> h }\n"
                          "diagram one = naturality t at a\ndiagram all_of_it = naturality t\n"
                          "check one commutes\ncheck all_of_it commutes",
                   "hhhhh");
}

static void
test_tables (void)
{
#define TABLE(entries) "category T table { object X ; a, b : X -> X ; " entries " }\n"
  assert_verdicts (
      TABLE ("a . a = b ; a . b = id(X) ; b . a = id(X) ; b . b = a") "check a . a . a = id(X) in "
                                                                      "T\ncheck a = b in T\ncheck "
                                                                      "not a^2 = id(X) in T\n"
                                                                      "check T is category\ncheck "
                                                                      "a^-1 = b in T\ncheck a^-7 = "
                                                                      "a^2 = b in T",
      "hhfhhhh");
  assert_verdicts (TABLE ("a . a = b ; a . b = id(X) ; b . a = id(X)"), "f");
  assert_verdicts (TABLE ("a . a = a ; a . b = b ; b . a = a ; b . b = a") "check a = b in T",
                   "fu");
  assert_verdicts (TABLE ("a . a = a ; a . b = a ; b . a = b ; b . b = b ; a . id(X) = b"), "f");
  assert_verdicts (TABLE ("a . a = a ; a . b = a ; b . a = b ; b . b = b ; iso a"), "f");
  assert_verdicts (TABLE ("a . a = a ; a . b = a ; b . a = b ; b . b = b ; idempotent a"), "h");
  assert_verdicts ("category E table { objects X, Y }\ncheck E is category", "hh");
}

static void
test_functors (void)
{
#define LOOP "category L { object X ; t : X -> X ; t^2 = id(X) }\n"
  assert_verdicts (LOOP "functor S : L -> Set { X |-> {0, 1} ; t |-> {0 |-> 1, 1 |-> 0} }\n"
                        "functor W : L -> Set { X |-> {0, 1} ; t |-> {0 |-> 1, 1 |-> 1} }\n"
                        "functor I : L -> L = Id(L)\nfunctor K : L -> L { X |-> X ; t |-> id(X) }\n"
                        "check S is functor\ncheck not W is functor",
                   "hfhhhh");
  assert_verdicts (
      SQUARE
      "contravariant functor P : Square -> Square^op\n"
      "  { A |-> A ; B |-> B ; C |-> C ; D |-> D ; f |-> f ; g |-> g ; h |-> h ; k |-> k }\n"
      "functor Q : Square -> Square { A |-> A ; B |-> B ; C |-> B ; D |-> D\n"
      "  f |-> f ; g |-> f ; h |-> h ; k |-> h }\n"
      "category Free { objects A, B, C, D ; f : A -> B ; g : A -> C ; h : B -> D ; k : C -> D }\n"
      "functor R : Square -> Free { A |-> A ; B |-> B ; C |-> C ; D |-> D\n"
      "  f |-> f ; g |-> g ; h |-> h ; k |-> k }",
      "hhf");
}

static void
test_isomorphisms (void)
{
  assert_verdicts (
      "category I { objects A, B ; k : A -> B ; iso k }\n"
      "functor F : I -> Set { A |-> {x} ; B |-> {y} ; k |-> {x |-> y} }\n"
      "functor G : I -> Set { A |-> {x} ; B |-> {y, z} ; k |-> {x |-> y} }\n"
      "functor H : I -> I = Id(I)\ncheck k^-1 . k = id(A)\ncheck F(k^-1 . k) = id(F(A)) in Set",
      "hfhhh");
}

static void
test_transformations (void)
{
  assert_verdicts (
      "category C { objects A, B ; f : A -> B }\n"
      "functor M : C -> Set { A |-> {0, 1} ; B |-> {0} ; f |-> {0 |-> 0, 1 |-> 0} }\n"
      "functor N : C -> Set { A |-> {a, b} ; B |-> {a, b} ; f |-> {a |-> a, b |-> b} }\n"
      "transformation s : M => N { A |-> {0 |-> a, 1 |-> a} ; B |-> {0 |-> a} }\n"
      "transformation t : M => N { A |-> {0 |-> a, 1 |-> b} ; B |-> {0 |-> a} }\n"
      "check s is natural\ncheck not t is natural\ncheck s = s\ncheck s = t\n"
      "check s[B] . M(f) = N(f) . s[A]",
      "hhhfhhhfh");
  assert_verdicts (SQUARE
                   "functor I : Square -> Square = Id(Square)\n"
                   "functor K : Square -> Square = const D\n"
                   "transformation e : I => K { A |-> h . f ; B |-> h ; C |-> k ; D |-> id(D) }\n"
                   "check e = id(K) . e\ncheck K(f) = id(D)",
                   "hhhhh");
}

static void
test_sets_and_products (void)
{
  assert_verdicts ("category C { objects A, B ; f : A -> B }\ncategory P = C * C\n"
                   "check (f, id(B)) . (id(A), f) = (id(B), f) . (f, id(A)) in P\n"
                   "check (f, f) = (f, id(B)) . (id(A), f) in C * C",
                   "hh");
  assert_verdicts ("category C { objects A, B ; f : A -> B }\n"
                   "functor M : C -> Set { A |-> {x, y} ; B |-> {z} ; f |-> {x |-> z, y |-> z} }\n"
                   "category E = elements M\ncheck (f, x) = (f, x) in E",
                   "hh");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/check/equations", test_equations);
  g_test_add_func ("/engine/check/chains", test_chains);
  g_test_add_func ("/engine/check/commutes", test_commutes);
  g_test_add_func ("/engine/check/shown-twice", test_shown_twice);
  g_test_add_func ("/engine/check/views", test_views);
  g_test_add_func ("/engine/check/tables", test_tables);
  g_test_add_func ("/engine/check/functors", test_functors);
  g_test_add_func ("/engine/check/isomorphisms", test_isomorphisms);
  g_test_add_func ("/engine/check/transformations", test_transformations);
  g_test_add_func ("/engine/check/sets-and-products", test_sets_and_products);
  return g_test_run ();
}
