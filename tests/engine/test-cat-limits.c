/* SPDX-License-Identifier: MIT */
/* Limits and colimits in Cat: colimits by what is glued of generators, also where that is infinite,
 * limits by families of morphisms. */
#include "checked.h"

static void
test_colimits (void)
{
  assert_verdicts ("category One { object o }\n"
                   "category Two { objects o1, o2 }\n"
                   "category T { objects Q, R ; u : Q -> R }\n"
                   "category P { objects p0, p1, p2 ; le01 : p0 -> p1 ; le12 : p1 -> p2 ; le02 : "
                   "p0 -> p2 ; le12 . le01 = le02 }\n"
                   "category N { object S ; t : S -> S }\n"
                   "category Z { object G ; r : G -> G ; iso r }\n"
                   "category F2 { object O ; x, y : O -> O }\n"
                   "category Par { objects A, B ; f, g : A -> B }\n"
                   "category NT = N * T\n"
                   "category Sum { objects S', Q', R' ; t' : S' -> S' ; u' : Q' -> R' }\n"
                   "category C2 { object H ; s : H -> H ; s . s = id(H) }\n"
                   "category C3 { object H3 ; s3 : H3 -> H3 ; s3^3 = id(H3) }\n"
                   "category PSL { object K ; a, b : K -> K ; a . a = id(K) ; b^3 = id(K) }\n"
                   "functor oQ : One -> T { o |-> Q }\n"
                   "functor oR : One -> T { o |-> R }\n"
                   "functor i1 : T -> P { Q |-> p0 ; R |-> p1 ; u |-> le01 }\n"
                   "functor i2 : T -> P { Q |-> p1 ; R |-> p2 ; u |-> le12 }\n"
                   "functor TN : T -> N { Q |-> S ; R |-> S ; u |-> t }\n"
                   "functor TN2 : T -> N { Q |-> S ; R |-> S ; u |-> t^2 }\n"
                   "functor TZ : T -> Z { Q |-> G ; R |-> G ; u |-> r }\n"
                   "functor oN : One -> N { o |-> S }\n"
                   "functor NF1 : N -> F2 { S |-> O ; t |-> x }\n"
                   "functor NF2 : N -> F2 { S |-> O ; t |-> y }\n"
                   "functor twoT : Two -> T { o1 |-> Q ; o2 |-> R }\n"
                   "functor f1 : T -> Par { Q |-> A ; R |-> B ; u |-> f }\n"
                   "functor g1 : T -> Par { Q |-> A ; R |-> B ; u |-> g }\n"
                   "functor p1' : N * T -> N { (S, Q) |-> S ; (S, R) |-> S ; (t, id(Q)) |-> t ; "
                   "(t, id(R)) |-> t ; (id(S), u) |-> id(S) }\n"
                   "functor p2' : N * T -> T { (S, Q) |-> Q ; (S, R) |-> R ; (t, id(Q)) |-> id(Q) "
                   "; (t, id(R)) |-> id(R) ; (id(S), u) |-> u }\n"
                   "functor sN : N -> Sum { S |-> S' ; t |-> t' }\n"
                   "functor sT : T -> Sum { Q |-> Q' ; R |-> R' ; u |-> u' }\n"
                   "functor NZ : N -> Z { S |-> G ; t |-> r }\n"
                   "functor N2 : N -> N { S |-> S ; t |-> t^2 }\n"
                   "functor oH : One -> C2 { o |-> H }\n"
                   "functor oH3 : One -> C3 { o |-> H3 }\n"
                   "functor ka : C2 -> PSL { H |-> K ; s |-> a }\n"
                   "functor kb : C3 -> PSL { H3 |-> K ; s3 |-> b }\n"
                   "functor NC2 : N -> C2 { S |-> H ; t |-> s }\n"
                   "functor N1 : N -> N { S |-> S ; t |-> id(S) }\n"
                   "diagram D in Cat { One at 0, 0 ; a : T at 1, 0 ; b : T at 0, 1 ; e1 : One -> a "
                   "= oR ; e2 : One -> b = oQ }\n"
                   "functor oP : One -> P { o |-> p1 }\n"
                   "check P with i1, i2 is pushout of oR, oQ in Cat\n"
                   "check P with i1, i1 is pushout of oR, oQ in Cat\n"
                   "check P with i2, i1 is pushout of oR, oQ in Cat\n"
                   "check N with TN is coequalizer of oQ, oR in Cat\n"
                   "check N with TN2 is coequalizer of oQ, oR in Cat\n"
                   "check Z with TZ is coequalizer of oQ, oR in Cat\n"
                   "check F2 with NF1, NF2 is pushout of oN, oN in Cat\n"
                   "check Par with f1, g1 is pushout of twoT, twoT in Cat\n"
                   "check Sum with sN, sT is coproduct of N, T in Cat\n"
                   "check NT with p1', p2' is product of N, T in Cat\n"
                   "check P with oP, i1, i2 is colimit of D in Cat\n"
                   "check P with oP, i1, i2 is colimit of D\n"
                   "check PSL with ka, kb is pushout of oH, oH3 in Cat\n"
                   "check C2 with NC2 is coequalizer of N2, N1 in Cat\n"
                   "check C2 with NC2 is coequalizer of N2, N2 in Cat\n"
                   "check product of N, T exists in Cat\n"
                   "check coproduct of N, T exists in Cat\n"
                   "check pullback of oQ, oR exists in Cat\n"
                   "check pushout of oQ, oR exists in Cat\n"
                   "check equalizer of N2, N1 exists in Cat\n"
                   "check coequalizer of N2, N1 exists in Cat\n"
                   "check limit of D exists\n"
                   "check colimit of D exists in Cat\n",
                   "hhhhhhhhhhhhhhhhhhhhhhhhhhhffhffhhhhhhhhfhhhhhhhh");
}

static void
test_limits (void)
{
  assert_verdicts (
      "category One { object o }\n"
      "category T { objects Q, R ; u : Q -> R }\n"
      "category Two { objects o1, o2 }\n"
      "category TT = T * T\n"
      "category E { }\n"
      "functor c1 : T -> One { Q |-> o ; R |-> o ; u |-> id(o) }\n"
      "functor oQ : One -> T { o |-> Q }\n"
      "functor oR : One -> T { o |-> R }\n"
      "functor e0 : E -> One { }\n"
      "functor eT : E -> T { }\n"
      "functor q1 : T * T -> T { (Q, Q) |-> Q ; (Q, R) |-> Q ; (R, Q) |-> R ; (R, R) |-> R ; (u, "
      "id(Q)) |-> u ; (u, id(R)) |-> u ; (id(Q), u) |-> id(Q) ; (id(R), u) |-> id(R) }\n"
      "functor q2 : T * T -> T { (Q, Q) |-> Q ; (R, Q) |-> Q ; (Q, R) |-> R ; (R, R) |-> R ; "
      "(id(Q), u) |-> u ; (id(R), u) |-> u ; (u, id(Q)) |-> id(Q) ; (u, id(R)) |-> id(R) }\n"
      "functor q3 : T * T -> One { (Q, Q) |-> o ; (R, Q) |-> o ; (Q, R) |-> o ; (R, R) |-> o ; "
      "(id(Q), u) |-> id(o) ; (id(R), u) |-> id(o) ; (u, id(Q)) |-> id(o) ; (u, id(R)) |-> id(o) "
      "}\n"
      "diagram D in Cat { a : T at 0, 0 ; b : T at 1, 0 ; o : One at 1, 1 ; x : a -> o = c1 ; y : "
      "b -> o = c1 }\n"
      "diagram D2 in Cat { a : One at 0, 0 ; b : One at 1, 0 ; o : T at 1, 1 ; x : a -> o = oQ ; y "
      ": b -> o = oR }\n"
      "diagram D3 in Cat { o : T at 1, 1 }\n"
      "check TT with q1, q2, q3 is limit of D\n"
      "check TT with q1, q1, q3 is limit of D\n"
      "check T with Id(T), Id(T), c1 is limit of D in Cat\n"
      "check E with e0, e0, eT is limit of D2\n"
      "check One with Id(One), Id(One), oQ is limit of D2\n"
      "check T with Id(T) is limit of D3\n"
      "check T with Id(T) is colimit of D3\n",
      "hhhhhhhhhffhfhh");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/cat-limits/colimits", test_colimits);
  g_test_add_func ("/engine/cat-limits/limits", test_limits);
  return g_test_run ();
}
