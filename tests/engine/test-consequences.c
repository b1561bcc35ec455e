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
                   "check f is epi in C\n",
                   "hhhhuu");
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/consequences/composites", test_composites);
  g_test_add_func ("/engine/consequences/isos", test_isos);
  return g_test_run ();
}
