/* SPDX-License-Identifier: MIT */
/* Universal properties in finite categories, and their duals. */
#include "checked.h"

/* The divisors of 12: products are greatest common divisors. */
#define DIVISORS                                                                                   \
  "category Div { objects n1, n2, n3, n4, n6, n12\n"                                               \
  "  a : n1 -> n2 ; b : n1 -> n3 ; c : n2 -> n4 ; d : n2 -> n6 ; e : n3 -> n6\n"                   \
  "  f : n4 -> n12 ; g : n6 -> n12 ; d . a = e . b ; f . c = g . d }\n"

static void
test_order (void)
{
  assert_verdicts (DIVISORS "check n2 with c, d is product of n4, n6 in Div\n"
                            "check n1 with c . a, d . a is product of n4, n6 in Div\n"
                            "check n12 with f, g is coproduct of n4, n6 in Div\n"
                            "check n6 with d, e is coproduct of n2, n3 in Div\n"
                            "check n12 with g . d, g . e is coproduct of n2, n3 in Div\n"
                            "check n2 with c, d is pullback of f, g in Div\n"
                            "check n6 with d, e is pushout of a, b in Div\n"
                            "check n1 with id(n1) is equalizer of a, a in Div\n"
                            "check not n1 with a is equalizer of c, c in Div",
                   "hfhhfhhhh");
}

/* Legs that do not commute, cones with two mediating morphisms, equalizers that are none. */
static void
test_arrows (void)
{
  assert_verdicts (
      "category K { objects W, X, Y ; e : W -> X ; f, g : X -> Y ; f . e = g . e }\n"
      "category L { objects X, Y ; f, g : X -> Y }\n"
      "category T { objects V, W, X, Y ; u, v : V -> W ; e : W -> X ; f, g : X -> Y\n"
      "  f . e = g . e ; e . u = e . v }\n"
      "check W with e is equalizer of f, g in K\ncheck X with id(X) is equalizer of f, g in L\n"
      "check W with e is equalizer of f, g in T\ncheck X with id(X) is equalizer of f, f in L\n"
      "check Y with id(Y), id(Y) is coproduct of Y, Y in L\n"
      "check X with id(X), id(X) is product of X, X in L\n"
      "check Y with f, g is coproduct of X, X in L\ncheck X with id(X), id(X) is pullback of f, f "
      "in L\ncheck X with id(X), id(X) is pullback of f, g in L",
      "hffhhhfhf");
}

static void
test_diagrams (void)
{
  assert_verdicts (DIVISORS
                   "diagram corner in Div { n4 at 0, 0 ; n12 at 1, 0 ; n6 at 1, 1 ; f ; g }\n"
                   "diagram span in Div { n2 at 0, 0 ; n1 at 1, 0 ; n3 at 1, 1 ; a ; b }\n"
                   "check n2 with c, f . c, d is limit of corner\n"
                   "check n6 with d, e . b, e is colimit of span\n"
                   "check n12 with g . d, g . d . a, g . e is colimit of span\n"
                   "check n12 with f, id(n12), g is colimit of corner",
                   "hhfh");
}

/* In the opposite category a generator's name alone draws it turned round. */
static void
test_opposite_diagram (void)
{
  assert_verdicts (DIVISORS "category Multiples = Div^op\n"
                            "diagram turned in Multiples { n4 at 0, 0 ; n12 at 1, 0 ; n6 at 1, 1\n"
                            "  f ; g }\n"
                            "diagram again in Div^op { n2 at 0, 0 ; n1 at 1, 0 ; a }\n"
                            "check n2 with c, c . f, d is colimit of turned\n"
                            "check again commutes",
                   "hh");
}

static void
test_undecided (void)
{
  assert_verdicts ("category M { object X ; x, y : X -> X ; x . y = y . x }\n"
                   "check X with x, y is pullback of y, x in M",
                   "u");
}

/* Diagrams that are computed from computed ones have limits as those that are drawn. */
static void
test_computed (void)
{
  assert_verdicts (DIVISORS "diagram span in Div { n2 at 0, 0 ; n4 at 1, 0 ; n6 at 0, 1 ; c ; d }\n"
                            "diagram turned = opposite span\n"
                            "diagram back = opposite turned\n"
                            "diagram whole = category Div\n"
                            "diagram apex = cocone back\n"
                            "diagram over = cone turned\n"
                            "check n12 with g . d, f, g is colimit of back\n"
                            "check n12 with d . g, f, g is limit of turned\n"
                            "check n12 with d . g, f, g is limit of turned in Div^op\n"
                            "check colimit of whole exists\n"
                            "check apex commutes\n"
                            "check over commutes\n"
                            "check turned commutes",
                   "hhhhhhh");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/universal/order", test_order);
  g_test_add_func ("/engine/universal/arrows", test_arrows);
  g_test_add_func ("/engine/universal/diagrams", test_diagrams);
  g_test_add_func ("/engine/universal/opposite-diagram", test_opposite_diagram);
  g_test_add_func ("/engine/universal/computed", test_computed);
  g_test_add_func ("/engine/universal/undecided", test_undecided);
  return g_test_run ();
}
