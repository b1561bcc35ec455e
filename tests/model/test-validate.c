/* SPDX-License-Identifier: MIT */
/* What is wrong with the meaning of a document, where, and what was probably meant. */
#include "model/validate.h"
#include "notation/notation.h"

#include <string.h>

typedef struct
{
  guint line;
  guint column;
  const char *message;
  const char *hint;
} Expected;

static void
check_problems (const char *text, const Expected *expected, guint n)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document = chase_notation_parse (text, strlen (text), problems);

  g_assert_cmpuint (problems->len, ==, 0);
  chase_validate (document, problems);
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *shown = chase_problem_format (g_ptr_array_index (problems, i), "text", text,
                                                     strlen (text), FALSE);

      g_test_message ("%s", shown);
    }
  for (guint i = 0; i < MIN (n, problems->len); i++)
    {
      const ChaseProblem *problem = g_ptr_array_index (problems, i);

      g_assert_cmpstr (problem->message, ==, expected[i].message);
      g_assert_cmpstr (problem->hint, ==, expected[i].hint);
      g_assert_cmpuint (problem->line, ==, expected[i].line);
      g_assert_cmpuint (problem->column, ==, expected[i].column);
    }
  g_assert_cmpuint (problems->len, ==, n);
}

#define CHECK(text, ...)                                                                           \
  check_problems (text, (const Expected[]){ __VA_ARGS__ },                                         \
                  sizeof ((const Expected[]){ __VA_ARGS__ }) / sizeof (Expected))
#define GOOD(text) check_problems (text, NULL, 0)

#define C_BLOCK                                                                                    \
  "category C {\n"                                                                                 \
  "  objects A, B, C, D\n"                                                                         \
  "  f : A -> B ; g : A -> C\n"                                                                    \
  "  h : B -> D ; k : C -> D\n"                                                                    \
  "  t : A -> A ; u : A -> B ; iso u\n"                                                            \
  "}\n"

static void
test_categories (void)
{
  CHECK ("category C {\n  objects A, B, A\n}",
         { 2, 17, "the object A is declared already, on line 2", NULL });
  CHECK ("category C {\n  object A\n  f : A -> A\n  f : A -> A\n}",
         { 4, 3, "the arrow f is declared already, on line 3", NULL });
  CHECK ("category C {\n  object A\n  f : A -> Z\n  f = f\n}",
         { 3, 12, "C has no object called Z", "declare it first: `object Z`" });
  CHECK ("category C {\n  object Apple\n  f : Aple -> Apple\n}",
         { 3, 7, "C has no object called Aple", "did you mean Apple?" });
  CHECK ("category C {\n  object A\n  first : A -> A\n  mono frst\n}",
         { 4, 8, "C has no arrow called frst", "did you mean first?" });
  CHECK ("category C {\n  objects A, B\n  f : A -> B\n  idempotent f\n}",
         { 4, 14, "f cannot be idempotent: it runs from A to B", NULL });
  CHECK ("category C { object X }\ncategory C { object X }",
         { 2, 1, "C is defined already, as a category on line 1", "choose another name" });
  CHECK (
      "category Set { object X }",
      { 1, 1, "Set is there from the start: the category of finite sets", "choose another name" });
  CHECK ("category D = E\ncategory E = D", { 1, 1, "the definition of D stands on itself", NULL });
  CHECK ("category D = Missing", { 1, 14, "there is no category called Missing", NULL });
  GOOD ("category D = Set^op");
  CHECK ("category T table {\n  object X\n  a : X -> X\n  a . a = a . a\n}",
         { 4, 3, "an entry of a table is `g . f = h`",
           "write one composite of two arrows on the left, and one arrow on the right" });
  CHECK ("category T table {\n  object X\n  a : X -> X\n  a . a = a ; a . a = id(X)\n}",
         { 4, 15, "the table says already, on line 4, what a . a is: something else", NULL });
}

static void
test_paths (void)
{
  CHECK (C_BLOCK "check f . h = k . g in C",
         { 7, 11, "f after h does not compose: the codomain of h is D, the domain of f is A",
           "did you mean h . f?" });
  CHECK (
      C_BLOCK "check g >> h = k . g in C",
      { 7, 12, "h after g does not compose: the codomain of g is C, the domain of h is B", NULL });
  CHECK (C_BLOCK "check f = g in C",
         { 7, 11, "these paths are not parallel: f runs from A to B, but g from A to C", NULL });
  CHECK (C_BLOCK "check f^-1 = t in C",
         { 7, 7, "f has no inverse: it is not declared iso", "declare `iso f` in C" });
  GOOD (C_BLOCK "check u^-1 . u = id(A) in C");
  CHECK (C_BLOCK "check f^2 = f in C",
         { 7, 7, "only an endomorphism has powers, and f runs from A to B", NULL });
  GOOD (C_BLOCK "check t^3 . t^0 = t in C");
  CHECK (C_BLOCK "check t^2000000 = t in C",
         { 7, 7, "this path, written out, is longer than 100000 arrows", NULL });
  CHECK (C_BLOCK "check A = f in C",
         { 7, 7, "C has no arrow called A", "A is an object; its identity is id(A)" });
  CHECK (C_BLOCK "check id(f) = f in C", { 7, 10, "C has no object called f", "f is an arrow" });
  CHECK (C_BLOCK "check (f, g) = f in C",
         { 7, 7, "C is not a product: a pair is no arrow of it", NULL });
}

static void
test_functors (void)
{
#define TWO "category C { objects A, B ; f : A -> B }\ncategory D { objects X, Y ; p : X -> Y }\n"
  GOOD (TWO "functor F : C -> D { A |-> X ; B |-> Y ; f |-> p }");
  CHECK (TWO "functor F : C -> D { A |-> X ; f |-> p }", { 3, 1, "F gives no value to B", NULL });
  CHECK (TWO "functor F : C -> D {}", { 3, 1, "F gives no value to A, B and f", NULL });
  CHECK (TWO "functor F : C -> D { A |-> X ; B |-> Y ; f |-> p ; A |-> Y }",
         { 3, 52, "F gives A a second value: the first is on line 3", NULL });
  CHECK (TWO "functor F : C -> D { A |-> Y ; B |-> X ; f |-> p }",
         { 3, 48, "F(f) must run from F(A) = Y to F(B) = X, but p runs from X to Y", NULL });
  GOOD (TWO "contravariant functor F : C -> D { A |-> Y ; B |-> X ; f |-> p }");
  CHECK (TWO "functor F : C -> D { A |-> X ; B |-> Y ; f |-> p ; q |-> p }",
         { 3, 52, "C has no object or arrow called q", NULL });
  CHECK (TWO "functor F : C -> D { A |-> Z ; B |-> Y ; f |-> p }",
         { 3, 28, "D has no object called Z", NULL });
  CHECK (TWO "functor F : C -> Set { A |-> {x, x} ; B |-> {y} ; f |-> {x |-> y} }",
         { 3, 34, "the element x is there already", NULL });
  CHECK (TWO "functor F : C -> Set { A |-> {x, z} ; B |-> {y} ; f |-> {x |-> y} }",
         { 3, 57, "F(f) gives no value to z", NULL });
  CHECK (TWO "functor F : C -> Set { A |-> {x} ; B |-> {y} ; f |-> {x |-> y, x |-> y} }",
         { 3, 64, "F(f) gives x a second value", NULL });
  CHECK (TWO "functor F : C -> Set { A |-> {x} ; B |-> {y} ; f |-> {x |-> x} }",
         { 3, 61, "F(f): x is not in the codomain", NULL });
  CHECK (TWO "functor F : C -> Set { A |-> {x} ; B |-> {y} ; f |-> {y |-> y, x |-> y} }",
         { 3, 55, "F(f): y is not in the domain", NULL });
  CHECK (TWO "functor F : C -> Set { A |-> X ; B |-> {y} ; f |-> {} }",
         { 3, 30, "F(A) must be a finite set", "a set is written {x, y, ...}" });
  GOOD (TWO "functor F : C -> Set { A |-> {} ; B |-> {} ; f |-> {} }");
  CHECK (TWO "functor F : C -> D = Id(C)",
         { 3, 22, "Id(C) runs from C to C, but a functor from C to D is needed", NULL });
  CHECK (TWO "functor F : C -> C = F", { 3, 1, "the definition of F stands on itself", NULL });
  CHECK (TWO "functor F : C -> D = const Z", { 3, 28, "D has no object called Z", NULL });
  GOOD (TWO "functor F : C -> D = const X\nfunctor G : C -> D = F . Id(C)");
  CHECK (TWO "functor F : C -> D = const X\nfunctor G : C -> D = F . F",
         { 4, 22, "F after F does not compose: F goes to D, and F starts from C", NULL });
}

static void
test_transformations (void)
{
#define FG                                                                                         \
  "category C { objects A, B ; f : A -> B }\n"                                                     \
  "functor F : C -> C = Id(C)\nfunctor G : C -> C = const B\n"
  GOOD (FG "transformation a : F => G { A |-> f ; B |-> id(B) }");
  CHECK (FG "transformation a : F => G { A |-> f }", { 4, 1, "a gives no value to B", NULL });
  CHECK (FG "transformation a : F => G { A |-> id(A) ; B |-> id(B) }",
         { 4, 35, "a[A] must run from A to B, but id(A) runs from A to A", NULL });
  CHECK (FG "transformation a : F => G { A |-> f ; B |-> id(B) ; A |-> f }",
         { 4, 53, "a gives A a second value: the first is on line 4", NULL });
  CHECK (FG "transformation a : F => H { A |-> f }",
         { 4, 25, "there is no functor called H", NULL });
  GOOD (FG "transformation a : F => G { A |-> f ; B |-> id(B) }\n"
           "transformation b : F => G = id(G) . a\ntransformation c : F . F => F . G = F * a\n"
           "check b = a\ncheck a[A] = f");
  CHECK (FG "transformation a : F => G { A |-> f ; B |-> id(B) }\n"
            "transformation b : F => F = a . a",
         { 5, 29, "a after a does not compose: a ends at G, and a starts at F", NULL });
}

static void
test_diagrams (void)
{
  CHECK (
      C_BLOCK "diagram d in C { A at 0, 0 ; B at 1, 0 ; f ; f = f }",
      { 7, 46, "a diagram in C only shows what C says: it gives no equations", "state it in C" });
  CHECK (C_BLOCK "diagram d in C { A at 0, 0 ; B at 1, 0 ; e : A -> B = h }",
         { 7, 42, "this edge runs from A to B, but h runs from B to D", NULL });
  CHECK (C_BLOCK "diagram d in C { A at 0, 0 ; Q at 1, 0 ; f : A -> Q }",
         { 7, 30, "C has no object called Q", NULL });
  GOOD ("diagram d { A at 0, 0 ; a2 : A at 1, 0 ; f : A -> a2 ; f . f = f ; _ : A -> a2 = f . f }");
  CHECK (
      "diagram d { A at 0, 0 ; B at 1, 0 ; f : A -> B ; f . f = f }",
      { 1, 54, "f after f does not compose: the codomain of f is B, the domain of f is A", NULL });
  CHECK (C_BLOCK "diagram d in C { a1 : A at 0, 0 ; a2 : A at 1, 0 ; B at 2, 0\n f }",
         { 8, 2, "several nodes show A", "say which ones: `f : a -> b`" });
  CHECK (C_BLOCK "diagram d in C { A at 0, 0\n f }",
         { 8, 2, "no node of the diagram shows B", "declare it first, as in `B at 0, 0`" });
}

static void
test_computed_diagrams (void)
{
  CHECK ("diagram d = opposite e", { 1, 22, "there is no diagram called e", NULL });
  CHECK ("diagram d = opposite d", { 1, 22,
                                     "d is computed from itself, or over more than 100 other "
                                     "diagrams",
                                     NULL });
  CHECK ("diagram d = cone e\ndiagram e = opposite d",
         { 1, 18, "e is computed from itself, or over more than 100 other diagrams", NULL },
         { 2, 22, "d is computed from itself, or over more than 100 other diagrams", NULL });
  CHECK (C_BLOCK "functor F : C -> C = Id(C)\ndiagram d = sets F",
         { 8, 18, "F does not go to Set", NULL });
  GOOD (C_BLOCK "diagram d = opposite e\ndiagram e = opposite f\ndiagram f = category C");
}

static void
test_checks (void)
{
  CHECK (C_BLOCK "check C is mono",
         { 7, 7, "mono is said of morphisms, but C is a category", NULL });
  CHECK (C_BLOCK "check f is terminal in C", { 7, 7, "C has no object called f", "f is an arrow" });
  CHECK (C_BLOCK "check ff = f", { 7, 7, "no category has an arrow called ff", "did you mean f?" });
  CHECK (C_BLOCK "category E { objects A, B ; f : A -> B }\ncheck f = f",
         { 8, 7, "C and E all know these names", "say where: `in C`" });
  GOOD (C_BLOCK "category E { objects A, B ; f : A -> B }\ncheck h . f = h . f");
  CHECK (C_BLOCK "diagram d in C { A at 0,0 ; B at 1,0 ; v : A -> B = f }\n"
                 "diagram e in C { A at 0,0 ; B at 1,0 ; v : A -> B = u }\ncheck v is mono",
         { 9, 7, "d and e all know these names", "say where: `in d`" });
  GOOD (C_BLOCK "diagram d in C { A at 0,0 ; B at 1,0 ; v : A -> B = f }\n"
                "diagram e in C { A at 0,0 ; B at 1,0 ; v : A -> B = u }\ncheck v is mono in e");
  CHECK (C_BLOCK "check C commutes", { 7, 7, "there is no diagram called C", "C is a category" });
  CHECK (C_BLOCK "check A with id(A), f is product of A, C in C",
         { 7, 21, "f runs from A to B, but this leg must run from A to C", NULL });
  CHECK (C_BLOCK "check A with id(A) is product of A, C in C",
         { 7, 7, "this product needs 2 legs, and 1 is given", NULL });
  CHECK (C_BLOCK "check A with f, g is pullback of h, f in C",
         { 7, 37, "a pullback is of two arrows to one object", NULL });
  GOOD (C_BLOCK "check A with f, g is pullback of h, k in C");
  CHECK (C_BLOCK "functor I : C -> C = Id(C)\ncheck yoneda I at A",
         { 8, 14, "I goes to C, not to Set", NULL });
}

/* Of thousands of names that are nothing each is reported, and the first are guessed at. */
static void
test_many_misspelt (void)
{
  g_autoptr (GString) text = g_string_new ("diagram d {\n");
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document = NULL;
  const ChaseProblem *problem;

  for (guint i = 0; i < 4000; i++)
    g_string_append_printf (text, "node%u at %u, 0; _ : node%u -> nnode%u\n", i, i, i, i);
  g_string_append_c (text, '}');
  document = chase_notation_parse (text->str, text->len, problems);
  g_assert_cmpuint (problems->len, ==, 0);
  chase_validate (document, problems);
  g_assert_cmpuint (problems->len, ==, 4000);
  problem = g_ptr_array_index (problems, 0);
  g_assert_cmpstr (problem->hint, ==, "did you mean node0?");
  problem = g_ptr_array_index (problems, 3999);
  g_assert_cmpstr (problem->hint, ==, "declare it first, as in `nnode3999 at 0, 0`");
}

static gboolean
is_whole (const char *text)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document = chase_notation_parse (text, strlen (text), problems);

  return chase_validate (document, problems);
}

/* Whether all is there to be drawn, whatever else is wrong. */
static void
test_whole (void)
{
  g_assert_true (is_whole ("diagram d { A at 0, 0 ; B at 1, 0 ; f : A -> B }\n"));
  g_assert_true (is_whole ("diagram d { A at 0, 0 ; f : A -> A }\nfunctor F : d -> d { }\n"
                           "check f = g in d\n"));
  g_assert_true (is_whole ("category C { f : A -> B }\n"));
  g_assert_false (is_whole ("diagram d { A at 0, 0 ; f : A -> B }\n"));
  g_assert_false (is_whole ("diagram d { A at 0, 0 ; A at 1, 0 }\n"));
  g_assert_false (is_whole ("diagram c { A at 0, 0 }\ndiagram d { t : f => f }\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/validate/categories", test_categories);
  g_test_add_func ("/model/validate/paths", test_paths);
  g_test_add_func ("/model/validate/functors", test_functors);
  g_test_add_func ("/model/validate/transformations", test_transformations);
  g_test_add_func ("/model/validate/diagrams", test_diagrams);
  g_test_add_func ("/model/validate/computed-diagrams", test_computed_diagrams);
  g_test_add_func ("/model/validate/checks", test_checks);
  g_test_add_func ("/model/validate/many-misspelt", test_many_misspelt);
  g_test_add_func ("/model/validate/whole", test_whole);
  return g_test_run ();
}
