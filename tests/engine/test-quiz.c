/* SPDX-License-Identifier: MIT */
#include "engine/quiz.h"
#include "model/dual.h"
#include "model/problem.h"
#include "notation/notation.h"

#include <string.h>

/* Questions to a class: found where they are asked, and answered by what is equal. */

#define DOCUMENT                                                                                   \
  "category C { objects A, B\n f : A -> B }\n"                                                     \
  "category D { objects X, Y\n u : X -> Y }\n"                                                     \
  "functor F : C -> D { A |-> X; B |-> Y; f |-> u }\n"                                             \
  "functor M : C -> Set { A |-> {a}; B |-> {b, c}; f |-> {a |-> b} }\n"                            \
  "diagram square {\n"                                                                             \
  "  A at 0, 0; B at 1, 0; C at 0, 1; D at 1, 1\n"                                                 \
  "  f : A -> B; g : A -> C; h : B -> D; k : C -> D\n"                                             \
  "  s : A -> D [ask]\n"                                                                           \
  "  h . f = k . g\n  s = h . f\n"                                                                 \
  "}\n"                                                                                            \
  "diagram arrow in C {\n  A at 0, 0 [ask = F]; B at 1, 0 [ask = M]\n  f\n}\n"                     \
  "# Does it?\nask square commutes\n"                                                              \
  "ask f . id(A) = f in C\n"

typedef struct
{
  ChaseDocument *document;
  ChaseTheory *theory;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();

  fixture->document = chase_notation_parse (DOCUMENT, strlen (DOCUMENT), problems);
  g_assert_cmpuint (problems->len, ==, 0);
  fixture->theory = chase_theory_new (fixture->document, problems);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  chase_theory_unref (fixture->theory);
  chase_document_unref (fixture->document);
}

static GArray *
find (Fixture *fixture, const char *name)
{
  ChaseItem *item = chase_document_find (fixture->document, name);
  g_autoptr (ChaseDiagram) diagram = chase_diagram_new (fixture->document, item, NULL);

  return chase_quiz_find (fixture->theory, item, diagram);
}

static ChaseVerdict
answer (Fixture *fixture, const char *name, guint number, const char *text)
{
  g_autoptr (GArray) quizzes = find (fixture, name);
  g_autoptr (ChaseTerm) term = chase_notation_parse_term (text, NULL);
  g_autoptr (ChaseQuizResult) result = NULL;
  ChaseBudget budget = { .seconds = 5 };

  g_assert_nonnull (term);
  result = chase_quiz_check (fixture->theory, chase_document_find (fixture->document, name),
                             &g_array_index (quizzes, ChaseQuiz, number), term, &budget, NULL);
  g_assert_true (result->verdict != CHASE_VERDICT_UNDECIDED || result->reason != NULL);
  return result->verdict;
}

/* Any path that is equal is right. */
static void
test_arrow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) quizzes = find (fixture, "square");

  g_assert_cmpuint (quizzes->len, ==, 2);
  g_assert_cmpint (g_array_index (quizzes, ChaseQuiz, 0).kind, ==, CHASE_QUIZ_ARROW);
  g_assert_cmpint (answer (fixture, "square", 0, "h . f"), ==, CHASE_VERDICT_HOLDS);
  g_assert_cmpint (answer (fixture, "square", 0, "k . g"), ==, CHASE_VERDICT_HOLDS);
  g_assert_cmpint (answer (fixture, "square", 0, "g >> k"), ==, CHASE_VERDICT_HOLDS);
  g_assert_cmpint (answer (fixture, "square", 0, "f"), ==, CHASE_VERDICT_FAILS);
  g_assert_cmpint (answer (fixture, "square", 0, "h . g"), ==, CHASE_VERDICT_UNDECIDED);
  g_assert_cmpint (answer (fixture, "square", 0, "zebra"), ==, CHASE_VERDICT_UNDECIDED);
}

static void
test_object (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) quizzes = find (fixture, "arrow");

  g_assert_cmpuint (quizzes->len, ==, 3);
  g_assert_cmpstr (g_array_index (quizzes, ChaseQuiz, 0).functor, ==, "F");
  g_assert_cmpint (answer (fixture, "arrow", 0, "X"), ==, CHASE_VERDICT_HOLDS);
  g_assert_cmpint (answer (fixture, "arrow", 0, "F(A)"), ==, CHASE_VERDICT_HOLDS);
  g_assert_cmpint (answer (fixture, "arrow", 0, "Y"), ==, CHASE_VERDICT_FAILS);
  g_assert_cmpint (answer (fixture, "arrow", 0, "Z"), ==, CHASE_VERDICT_UNDECIDED);
  g_assert_cmpint (answer (fixture, "arrow", 1, "{c, b}"), ==, CHASE_VERDICT_HOLDS);
  g_assert_cmpint (answer (fixture, "arrow", 1, "{b}"), ==, CHASE_VERDICT_FAILS);
  g_assert_cmpint (answer (fixture, "arrow", 1, "{b, d}"), ==, CHASE_VERDICT_FAILS);
}

static ChaseVerdict
say (Fixture *fixture, const char *name, guint number, gboolean yes)
{
  g_autoptr (GArray) quizzes = find (fixture, name);
  ChaseBudget budget = { .seconds = 5 };
  g_autoptr (ChaseQuizResult) result = chase_quiz_check_claim (
      fixture->theory, &g_array_index (quizzes, ChaseQuiz, number), yes, &budget, NULL);

  return result->verdict;
}

static void
test_claim (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (say (fixture, "square", 1, TRUE), ==, CHASE_VERDICT_HOLDS);
  g_assert_cmpint (say (fixture, "square", 1, FALSE), ==, CHASE_VERDICT_FAILS);
  g_assert_cmpint (say (fixture, "arrow", 2, TRUE), ==, CHASE_VERDICT_HOLDS);
}

/* An `ask` claims nothing, is written as it was read, and is turned round with the document. */
static void
test_notation (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = chase_notation_print (fixture->document, CHASE_NOTATION_ASCII);
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) again = chase_notation_parse (text, strlen (text), problems);
  g_autoptr (GPtrArray) claims = chase_document_claims (fixture->document);
  g_autoptr (ChaseDocument) dual = chase_document_dual (fixture->document);
  g_autoptr (ChaseDocument) back = chase_document_dual (dual);
  g_autofree char *turned = chase_notation_print (dual, CHASE_NOTATION_ASCII);

  g_assert_nonnull (strstr (text, "# Does it?\nask square commutes\n"));
  g_assert_nonnull (strstr (text, "[ask = \"F\"]"));
  g_assert_true (chase_document_equal (fixture->document, again));
  g_assert_cmpuint (claims->len, ==, 2); /* that F and M are functors */
  g_assert_nonnull (strstr (turned, "ask square commutes"));
  g_assert_nonnull (strstr (turned, "[ask]"));
  g_assert_true (chase_document_equal (fixture->document, back));
}

#define ADD(name) g_test_add ("/engine/quiz/" #name, Fixture, NULL, set_up, test_##name, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD (arrow);
  ADD (object);
  ADD (claim);
  ADD (notation);
  return g_test_run ();
}
