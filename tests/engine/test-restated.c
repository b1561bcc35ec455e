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

/* Functors and transformations into Set^op that are op of what the document has, and by values. */
static void
test_opposite_sets (void)
{
  assert_verdicts (
      "category C { objects A, B ; f : A -> B ; g : A -> B }\n"
      "functor M : C -> Set { A |-> {1, 2} ; B |-> {x, y} ; f |-> {1 |-> x, 2 |-> x} ; g |-> {1 "
      "|-> x, 2 |-> y} }\n"
      "functor N : C -> Set { A |-> {1, 2} ; B |-> {x} ; f |-> {1 |-> x, 2 |-> x} ; g |-> {1 |-> "
      "x, 2 |-> x} }\n"
      "transformation a : M => N { A |-> {1 |-> 1, 2 |-> 2} ; B |-> {x |-> x, y |-> x} }\n"
      "functor O : C^op -> Set^op = op(M)\n"
      "functor ON : C^op -> Set^op = op(N)\n"
      "transformation oa : ON => O = op(a)\n"
      "transformation ob : O => O = id(O)\n"
      "check O is faithful\n"
      "check O is full\n"
      "check oa is natural\n"
      "check oa is isomorphism\n"
      "check ob is isomorphism\n"
      "check |Nat(O, ON)| = 0\n"
      "check |Nat(ON, O)| = 4\n"
      "check O isomorphic ON\n"
      "check O = ON\n"
      "check oa = oa\n"
      "check O(f) is mono in Set^op\n"
      "check O(g) is mono in Set^op\n"
      "check O(f) = O(g) in Set^op\n"
      "check O(A) isomorphic O(B) in Set^op\n"
      "check |Hom(O(A), O(B))| = 4 in Set^op\n"
      "check |Hom({1}, {1, 2})| = 1 in Set^op\n"
      "check O(A) is terminal in Set^op\n",
      "hhhhhhhhfhfhfhffhfhfhhhf");
  assert_verdicts (
      "category C { objects A, B ; f : A -> B ; g : A -> B }\n"
      "category L { object X ; t : X -> X ; t^2 = id(X) }\n"
      "category SO = Set^op\n"
      "functor F : C -> Set^op { A |-> {1, 2} ; B |-> {x, y} ; f |-> {x |-> 1, y |-> 1} ; g |-> {x "
      "|-> 1, y |-> 2} }\n"
      "contravariant functor G : C -> SO { A |-> {1, 2} ; B |-> {x} ; f |-> {1 |-> x, 2 |-> x} ; g "
      "|-> {1 |-> x, 2 |-> x} }\n"
      "functor H : L -> Set^op { X |-> {0, 1} ; t |-> {0 |-> 1, 1 |-> 0} }\n"
      "functor K : C -> Set^op { A |-> {1} ; B |-> {x} ; f |-> {x |-> 1} ; g |-> {x |-> 1} }\n"
      "functor P : C^op -> Set = op(F)\n"
      "functor FI : C -> Set^op = F . Id(C)\n"
      "functor SW : C -> C { A |-> A ; B |-> B ; f |-> g ; g |-> f }\n"
      "functor FS : C -> Set^op = F . SW\n"
      "transformation a : F => K { A |-> {1 |-> 2} ; B |-> {x |-> y} }\n"
      "transformation b : K => F { A |-> {1 |-> 1, 2 |-> 1} ; B |-> {x |-> x, y |-> x} }\n"
      "transformation c : K => K = id(K)\n"
      "transformation e : K => K { A |-> {1 |-> 1} ; B |-> {x |-> x} }\n"
      "check F is faithful\n"
      "check F is full\n"
      "check G is faithful\n"
      "check H is faithful\n"
      "check P is faithful\n"
      "check F isomorphic K\n"
      "check |Nat(F, K)| = 2\n"
      "check |Nat(K, F)| = 1\n"
      "check b is natural\n"
      "check b is isomorphism\n"
      "check c = e\n"
      "check a = a\n"
      "check F(f) = F(g)\n"
      "check F(f) = F(f)\n"
      "check F(g) is iso\n"
      "check F(f) is mono\n"
      "check F(f) is epi in Set^op\n"
      "check G(f) is mono\n"
      "check H(t) . H(t) = id(H(X))\n"
      "check H(t^2) = id(H(X)) in Set^op\n"
      "check |F(A)| = 2\n"
      "check F(A) isomorphic F(B)\n"
      "check F(A) isomorphic G(B) in Set^op\n"
      "check |Hom(F(A), G(B))| = 2 in Set^op\n"
      "check |Hom(G(B), F(A))| = 1 in Set^op\n"
      "check |Hom(G(B), F(A))| = 1\n"
      "check b[A] is mono\n"
      "check b[A] is epi in Set^op\n"
      "check FI is functor\n"
      "check F isomorphic FI\n"
      "check FS isomorphic F\n"
      "check FS(f) = F(g)\n",
      "hhhhhhhhfhhhhffhhffhhfhhfhhffhhhhhfhhhhfhhfh");
}

/* Legs to the nodes where a diagram begins; the others are composed. In Cat, id(C) is a functor. */
static void
test_legs (void)
{
  assert_verdicts ("category PB { objects P, A, B, X ; f : A -> X ; g : B -> X ; p : P -> A ; q : "
                   "P -> B ; f . p = g . q }\n"
                   "category N { object X ; t : X -> X }\n"
                   "diagram cospan in PB { A at 0, 0 ; X at 1, 0 ; B at 1, 1 ; f ; g }\n"
                   "diagram span in PB { P at 0, 0 ; A at 1, 0 ; B at 1, 1 ; p ; q }\n"
                   "diagram chain in PB { P at 0, 0 ; A at 1, 0 ; X at 2, 0 ; p ; f }\n"
                   "diagram cn in N { a : X at 0, 0 ; b : X at 1, 0 ; c : X at 1, 1 ; u : a -> c = "
                   "t ; v : b -> c = t^2 }\n"
                   "diagram cs in Set { a : {0, 1} at 0, 0 ; b : {2, 3} at 1, 0 ; c : {x, y} at 1, "
                   "1 ; u : a -> c = {0 |-> x, 1 |-> y} ; v : b -> c = {2 |-> x, 3 |-> x} }\n"
                   "check P with p, q is limit of cospan\n"
                   "check P with p, f . p, q is limit of cospan\n"
                   "check X with f, g is colimit of span\n"
                   "check P with id(P) is limit of chain\n"
                   "check X with id(X) is colimit of chain\n"
                   "check X with t, id(X) is limit of cn\n"
                   "check X with t^2, t is limit of cn\n"
                   "check {m, n} with {m |-> 0, n |-> 0}, {m |-> 2, n |-> 3} is limit of cs\n"
                   "check {m, n} with {m |-> 0, n |-> 0}, {m |-> 2, n |-> 2} is limit of cs\n",
                   "hhhhhhfhf");
  assert_verdicts ("category D { objects P, Q ; u : P -> Q }\ncategory E { object o }\n"
                   "functor F : D -> E { P |-> o ; Q |-> o ; u |-> id(o) }\n"
                   "check D with id(D), F is product of D, E in Cat\ncheck F . id(D) = F in Cat\n",
                   "hhh");
}

/* Counts of functors where the target has no generators, or is infinite. */
static void
test_counts (void)
{
  assert_values (
      "category One { object o }\ncategory N { object X ; t : X -> X }\ncategory Em { }\n"
      "check |Ob([One, N])| = 1\ncheck |Fun(N, Set)| = 3\ncheck |Fun(Em, Set)| = 1\n"
      "check |Fun(One, [One, Set])| = 2\ncheck |Fun(One, Set^op)| = 2\n",
      "hfhff", "1 infinite 1 infinite infinite");
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
  g_test_add_func ("/engine/restated/opposite-sets", test_opposite_sets);
  g_test_add_func ("/engine/restated/legs", test_legs);
  g_test_add_func ("/engine/restated/counts", test_counts);
  g_test_add_func ("/engine/restated/representable", test_representable);
  return g_test_run ();
}
