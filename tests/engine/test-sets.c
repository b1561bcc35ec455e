/* SPDX-License-Identifier: MIT */
/* Universal properties, objects and morphisms of Set and of functors to Set. */
#include "checked.h"

#define PULLBACK                                                                                   \
  "category J { objects P, A, B, C ; p : P -> A ; q : P -> B ; f : A -> C ; g : B -> C\n"          \
  "f . p = g . q }\n"                                                                              \
  "functor M : J -> Set { A |-> {1, 2} ; B |-> {x, y} ; C |-> {c, d} ; P |-> {a, b}\n"             \
  "f |-> {1 |-> c, 2 |-> d} ; g |-> {x |-> c, y |-> d} ; p |-> {a |-> 1, b |-> 2}\n"               \
  "q |-> {a |-> x, b |-> y} }\n"

static void
test_universal (void)
{
  assert_verdicts (PULLBACK "check M(P) with M(p), M(q) is pullback of M(f), M(g) in Set\n"
                            "check M(C) with M(f), M(g) is pushout of M(p), M(q) in Set\n"
                            "check M(P) with M(p), M(q) is product of M(A), M(B) in Set\n"
                            "check M(C) with M(f), M(g) is coproduct of M(A), M(B) in Set\n"
                            "check M(P) with id(M(P)) is equalizer of M(p), M(p) in Set\n"
                            "check M(A) with id(M(A)) is coequalizer of M(p), M(p) in Set",
                   "hhhffhh");
}

static void
test_morphisms (void)
{
  assert_verdicts (PULLBACK "check M(f) is iso, mono, epi in Set\ncheck M(f) is split mono in Set\n"
                            "check M(p) is endo in Set\ncheck M(P) is initial in Set\n"
                            "check Set is finite\ncheck Set is connected\n"
                            "check [J, Set] is thin",
                   "hhhfffhf");
}

/* What is drawn in Set^op, and functors into it, are those of Set turned round. */
static void
test_opposite (void)
{
  assert_verdicts (
      "category C { objects A, B ; f, g : A -> B }\ncategory T { objects Q, R ; u : Q -> R }\n"
      "functor K : T -> C { Q |-> A ; R |-> B ; u |-> f }\n"
      "functor M : C -> Set { A |-> {x} ; B |-> {y, z} ; f |-> {x |-> y} ; g |-> {x |-> z} }\n"
      "functor O : C^op -> Set^op = op(M)\nfunctor OO : C -> Set = op(O)\n"
      "diagram D in Set^op { a : M(A) at 0, 0 ; b : M(B) at 1, 0 ; u : b -> a = M(f)\n"
      "v : b -> a = M(g) }\n"
      "check D commutes\ncheck D strictly commutes\ncheck O is faithful, functor\n"
      "check O isomorphic O\ncheck |Nat(O, O)| = 1\ncheck OO = M\ncheck limit of D exists\n"
      "check {} with {}, {} is colimit of D\n"
      "check {q, r} with {x |-> q}, {y |-> q, z |-> r} is limit of D\n"
      "check {q} with {x |-> q}, {y |-> q, z |-> q} is limit of D in Set^op\n"
      "check K is initial in [T, C]^op\ncheck op(K) is initial in [T, C]^op\n"
      "check |Hom(K, K)| = 1 in [T, C]^op",
      "hhhhhfhhhhhhfhffh");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/sets/universal", test_universal);
  g_test_add_func ("/engine/sets/morphisms", test_morphisms);
  g_test_add_func ("/engine/sets/opposite", test_opposite);
  return g_test_run ();
}
