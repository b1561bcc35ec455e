/* SPDX-License-Identifier: MIT */
#include "checked.h"

/* What declared properties say of other paths. */

static void
test_composites (void)
{
  assert_verdicts ("category C {\n"
                   "  objects A, B, D\n"
                   "  f : A -> B ; g : B -> D ; h : A -> D ; k : D -> D\n"
                   "  mono h ; g . f = h ; k . h = h\n"
                   "}\n"
                   "check f is mono in C\n"
                   "check k . g . f is mono in C\n"
                   "check k . h is mono in C\n"
                   "check h . id(A) is mono in C\n"
                   "check g is mono in C\n"
                   "check f is epi, mono in C\n"
                   "check f is split epi in C\n"
                   "check f is iso in C\n",
                   "hhhhufff");
  assert_verdicts ("category C {\n"
                   "  objects A, B, D\n"
                   "  f : A -> B ; g : B -> D ; h : A -> D\n"
                   "  split epi h ; g . f = h\n"
                   "}\n"
                   "check g is split epi in C\n"
                   "check g is epi in C\n",
                   "hh");
}

static void
test_isos (void)
{
  assert_verdicts ("category C {\n"
                   "  objects A, B\n"
                   "  f : A -> B ; s : B -> A\n"
                   "  s . f = id(A) ; epi f\n"
                   "}\n"
                   "check f is split mono in C\n"
                   "check f is iso in C\n"
                   "check s is split epi, iso in C\n",
                   "hhh");
  assert_verdicts ("category C {\n"
                   "  objects A, B, D\n"
                   "  f : A -> B ; g : B -> D ; h : A -> D ; u : B -> D ; v : A -> D\n"
                   "  iso f, h ; g . f = h ; mono v ; u . f = v\n"
                   "}\n"
                   "check g is iso in C\n"
                   "check u is mono in C\n"
                   "check g . f . f^-1 is iso in C\n",
                   "hhh");
}

/* What is declared says no more than the equations: then all morphisms are as they would be without
 * it. */
static void
test_harmless (void)
{
  assert_values ("category C {\n"
                 "  objects A, B, D\n"
                 "  f : A -> B ; g : B -> D ; h : A -> D ; u : B -> D\n"
                 "  mono g, h ; epi f ; u . f = h\n"
                 "}\n"
                 "check f is mono in C\n"
                 "check not f is iso in C\n"
                 "check |Hom(A, D)| = 2 in C\n"
                 "check |Mor(C)| = 8\n"
                 "check C is finite, skeletal\n"
                 "check not C is thin\n"
                 "check not A is initial in C\n",
                 "hhhhhhh", "2 8");
  assert_verdicts ("category C {\n"
                   "  objects A, B, D\n"
                   "  p, q : A -> B ; g : B -> D\n"
                   "  mono g ; g . p = g . q\n"
                   "}\n"
                   "check p = q in C\n"
                   "check |Hom(A, B)| = 1 in C\n",
                   "hh");
}

/* A morphism that is not mono beside others that are declared so, among infinitely many. */
static void
test_refuted (void)
{
  assert_verdicts ("category C {\n"
                   "  objects A, B, D\n"
                   "  p, q : A -> B ; f : B -> D ; t : D -> D ; m : A -> A\n"
                   "  mono m ; epi t ; f . p = f . q\n"
                   "}\n"
                   "check f is mono in C\n"
                   "check not t . f is mono in C\n"
                   "check f is split mono in C\n"
                   "check f is iso in C\n"
                   "check f is epi in C\n",
                   "fhffh");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/consequences/composites", test_composites);
  g_test_add_func ("/engine/consequences/isos", test_isos);
  g_test_add_func ("/engine/consequences/harmless", test_harmless);
  g_test_add_func ("/engine/consequences/refuted", test_refuted);
  return g_test_run ();
}
