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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/sets/universal", test_universal);
  g_test_add_func ("/engine/sets/morphisms", test_morphisms);
  return g_test_run ();
}
