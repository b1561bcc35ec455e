/* SPDX-License-Identifier: MIT */
/* Natural isomorphisms and isomorphic functors, and their duals. */
#include "checked.h"

static void
test_sets (void)
{
  assert_verdicts (
      "category C { objects A, B ; f : A -> B }\n"
      "functor M : C -> Set { A |-> {a, b} ; B |-> {u, v} ; f |-> {a |-> u, b |-> v} }\n"
      "functor N : C -> Set { A |-> {0, 1} ; B |-> {2, 3} ; f |-> {0 |-> 3, 1 |-> 2} }\n"
      "functor P : C -> Set { A |-> {0, 1} ; B |-> {2, 3} ; f |-> {0 |-> 3, 1 |-> 3} }\n"
      "functor Q : C -> Set { A |-> {0} ; B |-> {2, 3} ; f |-> {0 |-> 3} }\n"
      "transformation t : M => N { A |-> {a |-> 0, b |-> 1} ; B |-> {u |-> 3, v |-> 2} }\n"
      "transformation c : M => P { A |-> {a |-> 0, b |-> 1} ; B |-> {u |-> 3, v |-> 3} }\n"
      "transformation w : M => N { A |-> {a |-> 0, b |-> 1} ; B |-> {u |-> 2, v |-> 3} }\n"
      "check t is isomorphism\ncheck c is isomorphism\ncheck w is isomorphism\n"
      "check t is natural, isomorphism\ncheck M isomorphic N\ncheck M isomorphic P\n"
      "check not M isomorphic Q",
      "hhhhhhfhfuhhfh");
}

static void
test_words (void)
{
  assert_verdicts ("category G { objects A, B ; k : A -> B ; iso k }\ncategory One { object O }\n"
                   "category E { objects X, Y ; e : X -> Y }\n"
                   "functor F : One -> G { O |-> A }\nfunctor H : One -> G { O |-> B }\n"
                   "functor K : One -> E { O |-> X }\nfunctor L : One -> E { O |-> Y }\n"
                   "transformation s : F => H { O |-> k }\ntransformation r : K => L { O |-> e }\n"
                   "check s is isomorphism\ncheck r is isomorphism\ncheck F isomorphic H\n"
                   "check K isomorphic L",
                   "hhhhhhhfhf");
  /* The sign of a permutation: two actions of one group that are alike, and one that is not. */
  assert_verdicts ("category Z { object X ; z : X -> X ; z^2 = id(X) }\n"
                   "functor S : Z -> Set { X |-> {a, b} ; z |-> {a |-> b, b |-> a} }\n"
                   "functor T : Z -> Set { X |-> {a, b} ; z |-> {a |-> a, b |-> b} }\n"
                   "functor U : Z -> Set { X |-> {0, 1} ; z |-> {0 |-> 1, 1 |-> 0} }\n"
                   "check S isomorphic U\ncheck S isomorphic T\ncheck S is representable\n"
                   "check T is representable",
                   "hhhhfhf");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/isomorphism/sets", test_sets);
  g_test_add_func ("/engine/isomorphism/words", test_words);
  return g_test_run ();
}
