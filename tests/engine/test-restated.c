/* SPDX-License-Identifier: MIT */
/* Statements that speak by other names: of what is drawn, and of values of functors to categories
 * of functors. */
#include "checked.h"

/* Nodes and edges of a drawing in a category stand for what they show, also where no `in` says so.
 */
static void
test_drawn (void)
{
  assert_verdicts (
      "category C { objects A, B, D ; f : A -> B ; g : A -> B ; h : B -> D ; h . f = h . g }\n"
      "diagram d in C { A at 0, 0 ; b : B at 1, 0 ; b2 : B at 1, 1 ; D at 2, 0 ; x : A -> b = f ; "
      "y : A -> b2 = g ; z : b -> D = h ; w : A -> D = h . f }\n"
      "diagram s in Set { a : {0, 1} at 0, 0 ; c : {x} at 1, 0 ; u : a -> c = {0 |-> x, 1 |-> x} ; "
      "v : c -> a = {x |-> 0} }\n"
      "check x = y in d\n"
      "check x = y\n"
      "check z . x = w in d\n"
      "check z . x = w\n"
      "check h . y = w in d\n"
      "check x >> z = w\n"
      "check x is mono\n"
      "check x is epi in d\n"
      "check b isomorphic b2 in d\n"
      "check b isomorphic b2\n"
      "check |Hom(A, b)| = 2 in d\n"
      "check b is terminal in d\n"
      "check D is terminal in d\n"
      "check id(b) = id(b2)\n"
      "check u is epi in s\n"
      "check u is mono in s\n"
      "check u . v = id(c) in s\n"
      "check v . u = id(a) in s\n"
      "check D with z is coequalizer of x, y in d\n",
      "ffhhhhhhhhhfhhhfhfh");
}

/* Of two drawings that know a name, `in` has to say which is meant; what is drawn comes before what
 * the category has. */
static void
test_drawn_twice (void)
{
  assert_verdicts ("category C { objects A, B ; f, g : A -> B }\n"
                   "diagram d in C { A at 0, 0 ; B at 1, 0 ; x : A -> B = f }\n"
                   "diagram e in C { A at 0, 0 ; B at 1, 0 ; x : A -> B = g ; g : A -> B = f }\n"
                   "check x = f in d\ncheck x = f in e\ncheck g = f in e\ncheck g = f in C\n",
                   "hfhf");
}

static void
test_values (void)
{
  assert_verdicts (
      "category C { objects A, B ; f : A -> B ; g : A -> B }\n"
      "category N { object X ; s : X -> X }\n"
      "functor Y : C -> [C^op, Set] = yoneda(C)\n"
      "functor YN : N -> [N^op, Set] = yoneda(N)\n"
      "functor P : C^op -> Set { A |-> {1, 2} ; B |-> {x} ; f |-> {x |-> 1} ; g |-> {x |-> 2} }\n"
      "functor YA : C^op -> Set = Y(A)\n"
      "transformation yf : Y(A) => Y(B) = Y(f)\n"
      "check Y(A) isomorphic Y(B) in [C^op, Set]\n"
      "check Y(A) isomorphic Y(B)\n"
      "check Y(A) isomorphic Hom(-, A)\n"
      "check Y(A) is representable\n"
      "check Y(A) is representable by A\n"
      "check Y(A) is representable by B\n"
      "check |Nat(Y(A), P)| = 2\n"
      "check |Nat(Y(A), Y(B))| = 2\n"
      "check |Hom(Y(A), Y(B))| = 2 in [C^op, Set]\n"
      "check Y(f) = Y(g)\n"
      "check Y(f) = yf\n"
      "check Y(f) is isomorphism\n"
      "check Y(f) is natural\n"
      "check Y(f) is mono in [C^op, Set]\n"
      "check Y(id(A)) is isomorphism\n"
      "check Y(id(A)) = id(Y(A))\n"
      "check yoneda Y(A) at A\n"
      "check yoneda Y(B) at A\n"
      "check YN(X) is representable\n"
      "check YN(X) isomorphic Hom(-, X)\n"
      "check |YA(A)| = 1\n",
      "hhhhhffhhhfhhhfhfhhhhhhhhh");
}

/* Hom functors whose values cannot be listed. */
static void
test_representable (void)
{
  assert_verdicts ("category N { objects X, Z ; s : X -> X ; z : Z -> X }\n"
                   "functor H : N^op -> Set = Hom(-, X)\n"
                   "functor H2 : N -> Set = Hom(Z, -)\n"
                   "check H is representable\n"
                   "check H is representable by X\n"
                   "check H is representable by Z\n"
                   "check H2 is representable\n"
                   "check H2 is representable by Z\n"
                   "check H2 is representable by X\n"
                   "check Hom(-, X) is representable\n",
                   "hhhhfhhfh");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/restated/drawn", test_drawn);
  g_test_add_func ("/engine/restated/drawn-twice", test_drawn_twice);
  g_test_add_func ("/engine/restated/values", test_values);
  g_test_add_func ("/engine/restated/representable", test_representable);
  return g_test_run ();
}
