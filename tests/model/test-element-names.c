/* SPDX-License-Identifier: MIT */
#include "model/element-names.h"
#include "notation/notation.h"

#include <string.h>

/* Whatever speaks of an element follows when it gets another name, and nothing else does. */

static const char before[]
    = "category C {\n  objects A, B\n  f : A -> B\n}\n"
      "category D {\n  objects X, x\n  u : X -> x\n}\n"
      "category E = elements M\n"
      "category Both = C * D\n"
      "functor M : C -> Set {\n  A |-> {x, y}\n  B |-> {x}\n}\n"
      "contravariant functor P : C -> Set {\n  A |-> {p}\n  B |-> {x, p}\n}\n"
      "functor F : D -> C {\n  X |-> A\n  x |-> B\n  u |-> f\n}\n"
      "functor N : D -> Set = M . F\n"
      "functor Q : E -> D {\n  (A, x) |-> X\n  (B, x) |-> x\n  (f, x) |-> u\n}\n"
      "transformation t : Hom(A, -) => M = yoneda(x, A, M)\n"
      "transformation s : Hom(B, -) => M = yoneda(x, B, M)\n"
      "diagram a = sets M at x along f\n"
      "diagram b = sets P at x along f\n"
      "diagram c = sets N at x along u\n"
      "diagram d in E {\n  a : (A, x) at 0, 0\n  b : (B, x) at 1, 0\n  e : a -> b = (f, x)\n}\n"
      "diagram g in Set {\n  a : M(A) at 0, 0\n  b : {x} at 1, 0\n"
      "  e : a -> b = {x |-> x, y |-> x}\n}\n"
      "check (A, x) is initial in E\n"
      "check (A, x) is initial in Both\n"
      "check (A, x) is initial\n"
      "check |Hom((A, x), (B, x))| = 1 in elements M\n"
      "check Q(A, x) isomorphic X in D\n"
      "check M(f) = {x |-> x, y |-> x} in Set\n"
      "check M(f) . {1 |-> x} = {1 |-> x} in Set\n"
      "check id(M(A)) = {x |-> x, y |-> y} in Set\n"
      "check t[A] . {x |-> x} = {x |-> x} in Set\n";

static const char after[]
    = "category C {\n  objects A, B\n  f : A -> B\n}\n"
      "category D {\n  objects X, x\n  u : X -> x\n}\n"
      "category E = elements M\n"
      "category Both = C * D\n"
      "functor M : C -> Set {\n  A |-> {x, y}\n  B |-> {x}\n}\n"
      "contravariant functor P : C -> Set {\n  A |-> {p}\n  B |-> {x, p}\n}\n"
      "functor F : D -> C {\n  X |-> A\n  x |-> B\n  u |-> f\n}\n"
      "functor N : D -> Set = M . F\n"
      "functor Q : E -> D {\n  (A, new) |-> X\n  (B, x) |-> x\n  (f, new) |-> u\n}\n"
      "transformation t : Hom(A, -) => M = yoneda(new, A, M)\n"
      "transformation s : Hom(B, -) => M = yoneda(x, B, M)\n"
      "diagram a = sets M at new along f\n"
      "diagram b = sets P at x along f\n"
      "diagram c = sets N at new along u\n"
      "diagram d in E {\n  a : (A, new) at 0, 0\n  b : (B, x) at 1, 0\n  e : a -> b = (f, new)\n}\n"
      "diagram g in Set {\n  a : M(A) at 0, 0\n  b : {x} at 1, 0\n"
      "  e : a -> b = {new |-> x, y |-> x}\n}\n"
      "check (A, new) is initial in E\n"
      "check (A, x) is initial in Both\n"
      "check (A, new) is initial\n"
      "check |Hom((A, new), (B, x))| = 1 in elements M\n"
      "check Q(A, new) isomorphic X in D\n"
      "check M(f) = {new |-> x, y |-> x} in Set\n"
      "check M(f) . {1 |-> new} = {1 |-> x} in Set\n"
      "check id(M(A)) = {new |-> new, y |-> y} in Set\n"
      "check t[A] . {x |-> x} = {x |-> new} in Set\n";

static void
assert_renamed (const char *from, const char *functor, const char *object, const char *to)
{
  g_autoptr (ChaseDocument) document = chase_notation_parse (from, strlen (from), NULL);
  g_autoptr (ChaseDocument) renamed
      = chase_document_rename_element (document, functor, object, "x", "new");
  g_autoptr (ChaseDocument) wanted = chase_notation_parse (to, strlen (to), NULL);
  g_autofree char *text = chase_notation_print (renamed, 0);
  g_autofree char *expected = chase_notation_print (wanted, 0);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_follows (void)
{
  assert_renamed (before, "M", "A", after);
}

/* Against the arrows: x is in P(B), where the function at f starts. */
static void
test_contravariant (void)
{
  static const char from[] = "category C {\n  objects A, B\n  f : A -> B\n}\n"
                             "contravariant functor P : C -> Set {\n  A |-> {x}\n  B |-> {x}\n}\n"
                             "functor R : C^op -> Set {\n  A |-> {x}\n  B |-> {x}\n}\n"
                             "diagram a = sets P at x along f\n"
                             "check P(f) = {x |-> x} in Set\n"
                             "check R(f) = {x |-> x} in Set\n";
  static const char to[] = "category C {\n  objects A, B\n  f : A -> B\n}\n"
                           "contravariant functor P : C -> Set {\n  A |-> {x}\n  B |-> {x}\n}\n"
                           "functor R : C^op -> Set {\n  A |-> {x}\n  B |-> {x}\n}\n"
                           "diagram a = sets P at new along f\n"
                           "check P(f) = {new |-> x} in Set\n"
                           "check R(f) = {x |-> x} in Set\n";
  static const char other[] = "category C {\n  objects A, B\n  f : A -> B\n}\n"
                              "contravariant functor P : C -> Set {\n  A |-> {x}\n  B |-> {x}\n}\n"
                              "functor R : C^op -> Set {\n  A |-> {x}\n  B |-> {x}\n}\n"
                              "diagram a = sets P at x along f\n"
                              "check P(f) = {x |-> x} in Set\n"
                              "check R(f) = {x |-> new} in Set\n";

  assert_renamed (from, "P", "B", to);
  assert_renamed (from, "R", "A", other);
}

/* Definitions in a circle end. */
static void
test_circle (void)
{
  static const char text[] = "category C = C\nfunctor M : C -> Set = N\nfunctor N : C -> Set = M\n"
                             "diagram a = sets N at x along f . g\ndiagram b = sets M at x\n"
                             "check (A, x) is initial in C\ncheck N(f) = {x |-> x}\n";

  assert_renamed (text, "K", "A", text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/element-names/follows", test_follows);
  g_test_add_func ("/element-names/contravariant", test_contravariant);
  g_test_add_func ("/element-names/circle", test_circle);
  return g_test_run ();
}
