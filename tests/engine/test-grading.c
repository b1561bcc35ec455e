/* SPDX-License-Identifier: MIT */
/* Infinitely many morphisms where no complete system is found: by degrees of the arrows, or of the
 * arrows followed from the elements of a model. */
#include "checked.h"

#define BRAIDS                                                                                     \
  "category B { object O ; a, b, c : O -> O ; iso a, b, c\n"                                       \
  "a . b . a = b . a . b ; b . c . b = c . b . c ; a . c = c . a }\n"

static void
test_braids (void)
{
  assert_values (BRAIDS "check B is finite\ncheck |Mor(B)| = 7", "ff", "infinite");
}

/* Rank 4 by Knuth's relations: no finite system is complete in the letters themselves. */
static void
test_plactic (void)
{
  assert_values (
      "category P { object O ; a, b, c, d : O -> O\n"
      "a >> c >> b = c >> a >> b ; a >> d >> b = d >> a >> b ; a >> d >> c = d >> a >> c\n"
      "b >> d >> c = d >> b >> c ; b >> a >> c = b >> c >> a ; b >> a >> d = b >> d >> a\n"
      "c >> a >> d = c >> d >> a ; c >> b >> d = c >> d >> b ; a >> b >> a = b >> a >> a\n"
      "a >> c >> a = c >> a >> a ; a >> d >> a = d >> a >> a ; b >> c >> b = c >> b >> b\n"
      "b >> d >> b = d >> b >> b ; c >> d >> c = d >> c >> c ; b >> b >> a = b >> a >> b\n"
      "c >> c >> a = c >> a >> c ; c >> c >> b = c >> b >> c ; d >> d >> a = d >> a >> d\n"
      "d >> d >> b = d >> b >> d ; d >> d >> c = d >> c >> d }\n"
      "check |Mor(P)| = 7",
      "f", "infinite");
}

/* The Fibonacci group F(2, 6) has no homomorphism onto the integers, but a subgroup of index 2 has
 * (D. L. Johnson, Presentations of Groups, chapter 9). */
static void
test_fibonacci (void)
{
  assert_values ("category F { object O ; a, b, c, d, e, f : O -> O ; iso a, b, c, d, e, f\n"
                 "a >> b = c ; b >> c = d ; c >> d = e ; d >> e = f ; e >> f = a ; f >> a = b }\n"
                 "check |Mor(F)| = 7",
                 "f", "infinite");
}

/* Rotations by two and three: of a plane, where the translations have index 6, the abelianization's
 * order; and of a hyperbolic one, where a subgroup without rotations has index 168. */
static void
test_triangles (void)
{
  assert_values ("category T { object O ; a, b : O -> O ; iso a, b ; a^2 = id(O) ; b^3 = id(O)\n"
                 "a . b . a . b . a . b . a . b . a . b . a . b = id(O) }\ncheck |Mor(T)| = 7",
                 "f", "infinite");
  assert_values ("category T { object O ; a, b : O -> O ; iso a, b ; a^2 = id(O) ; b^3 = id(O)\n"
                 "a . b . a . b . a . b . a . b . a . b . a . b . a . b = id(O) }\n"
                 "check |Mor(T)| = 7",
                 "f", "infinite");
}

/* The cycle has to be on the way; an idempotent has no degree. */
static void
test_on_the_way (void)
{
  assert_values (
      "category B { objects A, O, Z, L ; u : A -> O ; a, b, c : O -> O ; v : O -> Z\n"
      "iso a, b, c ; l : L -> L ; l^2 = l\n"
      "a . b . a = b . a . b ; b . c . b = c . b . c ; a . c = c . a }\n"
      "check |Hom(A, Z)| = 7 in B\ncheck |Hom(Z, A)| = 0 in B\ncheck |Hom(L, L)| = 2 in B\n"
      "check |Hom(A, A)| = 1 in B",
      "fhhh", "infinite 0 2 1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/grading/braids", test_braids);
  g_test_add_func ("/engine/grading/plactic", test_plactic);
  g_test_add_func ("/engine/grading/fibonacci", test_fibonacci);
  g_test_add_func ("/engine/grading/triangles", test_triangles);
  g_test_add_func ("/engine/grading/on-the-way", test_on_the_way);
  return g_test_run ();
}
