/* SPDX-License-Identifier: MIT */
/* Adjunctions by unit and counit, and their duals. */
#include "checked.h"

/* A Galois connection: 0 < 1 < 2 and 0 < 1, the left adjoint rounding up. */
#define CHAINS                                                                                     \
  "category C { objects c0, c1, c2 ; a : c0 -> c1 ; b : c1 -> c2 }\n"                              \
  "category D { objects d0, d1 ; u : d0 -> d1 }\n"                                                 \
  "functor R : D -> C { d0 |-> c0 ; d1 |-> c2 ; u |-> b . a }\n"                                   \
  "functor L : C -> D { c0 |-> d0 ; c1 |-> d1 ; c2 |-> d1 ; a |-> u ; b |-> id(d1) }\n"            \
  "functor K : C -> D { c0 |-> d0 ; c1 |-> d0 ; c2 |-> d1 ; a |-> id(d0) ; b |-> u }\n"            \
  "transformation eta : Id(C) => R . L { c0 |-> id(c0) ; c1 |-> b ; c2 |-> id(c2) }\n"             \
  "transformation eps : L . R => Id(D) { d0 |-> id(d0) ; d1 |-> id(d1) }\n"

static void
test_galois (void)
{
  assert_verdicts (CHAINS "check L -| R with eta, eps\ncheck not L -| R with eta, eps", "hhhhhhf");
}

/* The triangle identities fail: a unit and a counit that are natural alone. */
static void
test_triangles (void)
{
  assert_verdicts ("category S { object X ; s : X -> X ; s . s = id(X) }\n"
                   "functor I : S -> S = Id(S)\n"
                   "transformation eta : I => I . I { X |-> s }\n"
                   "transformation one : I . I => I { X |-> id(X) }\n"
                   "transformation eps : I . I => I { X |-> s }\n"
                   "check I -| I with eta, eps\ncheck I -| I with eta, one",
                   "hhhhhf");
}

/* An equivalence of groupoids: unit and counit are isomorphisms. */
static void
test_equivalence (void)
{
  assert_verdicts ("category G { objects A, B ; k : A -> B ; iso k }\ncategory One { object O }\n"
                   "functor P : G -> One { A |-> O ; B |-> O ; k |-> id(O) }\n"
                   "functor Q : One -> G { O |-> B }\n"
                   "transformation eta : Id(G) => Q . P { A |-> k ; B |-> id(B) }\n"
                   "transformation eps : P . Q => Id(One) { O |-> id(O) }\n"
                   "check P -| Q with eta, eps\n",
                   "hhhhh");
}

/* Without unit and counit: found, or there is none, for one of three reasons. */
static void
test_found (void)
{
  assert_verdicts (CHAINS "check L -| R\ncheck K -| R\ncheck R -| L\ncheck R -| K\n"
                          "check not L -| R\ncheck Id(C) -| Id(C)",
                   "hhhhhhffhfh");
  assert_verdicts ("category S { object X ; s : X -> X ; s . s = id(X) }\n"
                   "functor I : S -> S = Id(S)\nfunctor T : S -> S { X |-> X ; s |-> id(X) }\n"
                   "check I -| I\ncheck T -| I\ncheck I -| T\ncheck T -| T",
                   "hhhfff");
  assert_verdicts (
      "category G { objects A, B ; k : A -> B ; iso k }\ncategory One { object O }\n"
      "category N { object O ; n : O -> O }\n"
      "functor P : G -> One { A |-> O ; B |-> O ; k |-> id(O) }\n"
      "functor Q : One -> G { O |-> B }\nfunctor M : N -> One { O |-> O ; n |-> id(O) }\n"
      "functor W : One -> N { O |-> O }\n"
      "check P -| Q\ncheck Q -| P\ncheck M -| W",
      "hhhhhhu");
}

/* The diagonal of a lattice and its adjoints: join and meet. */
static void
test_diagonal (void)
{
  assert_verdicts (
      "category T { objects b, t ; u : b -> t }\ncategory TT = T * T\n"
      "functor D : T -> TT { b |-> (b, b) ; t |-> (t, t) ; u |-> (u, u) }\n"
      "functor J : TT -> T { (b, b) |-> b ; (b, t) |-> t ; (t, b) |-> t ; (t, t) |-> t\n"
      "(id(b), u) |-> u ; (u, id(b)) |-> u ; (id(t), u) |-> id(t) ; (u, id(t)) |-> id(t) }\n"
      "check J -| D\ncheck D -| J",
      "hhhf");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/adjunction/galois", test_galois);
  g_test_add_func ("/engine/adjunction/triangles", test_triangles);
  g_test_add_func ("/engine/adjunction/equivalence", test_equivalence);
  g_test_add_func ("/engine/adjunction/found", test_found);
  g_test_add_func ("/engine/adjunction/diagonal", test_diagonal);
  return g_test_run ();
}
