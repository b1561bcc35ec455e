/* SPDX-License-Identifier: MIT */
/*
 * Every proposition of the notation, asked of every kind of category, functor and transformation.
 * Whatever makes sense gets an answer: the verifier accepts it and refuses the other one, the dual
 * question about the dual document has the same, and nothing is left for a later version.
 */
#include "engine/check.h"

#include "evidence/report.h"
#include "model/dual.h"
#include "notation/notation.h"

#include <string.h>

static const char document_text[]
    = "category C { objects A, B, X ; f, g : A -> B ; h : B -> X ; h . f = h . g }\n"
      "category N { object S ; t : S -> S }\n"
      "category Z { object G ; r : G -> G ; iso r }\n"
      "category Inf { objects U, V ; a : U -> V ; b : V -> U }\n"
      "category P { objects p0, p1, p2 ; le01 : p0 -> p1 ; le12 : p1 -> p2 ; le02 : p0 -> p2\n"
      "le12 . le01 = le02 }\n"
      "category T table { objects Q, R ; u : Q -> R }\n"
      "category E { }\n"
      "functor M : C -> Set { A |-> {a1, a2} ; B |-> {b1, b2} ; X |-> {x}\n"
      "f |-> {a1 |-> b1, a2 |-> b2} ; g |-> {a1 |-> b1, a2 |-> b1} ; h |-> {b1 |-> x, b2 |-> x} }\n"
      "functor M1 : C -> Set { A |-> {a} ; B |-> {b} ; X |-> {x}\n"
      "f |-> {a |-> b} ; g |-> {a |-> b} ; h |-> {b |-> x} }\n"
      "contravariant functor W : C -> Set { A |-> {a1, a2} ; B |-> {b1} ; X |-> {x}\n"
      "f |-> {b1 |-> a1} ; g |-> {b1 |-> a1} ; h |-> {x |-> b1} }\n"
      "functor W2 : C^op -> Set { A |-> {a1, a2} ; B |-> {b1} ; X |-> {x}\n"
      "f |-> {b1 |-> a1} ; g |-> {b1 |-> a1} ; h |-> {x |-> b1} }\n"
      "functor Y : N -> Set { S |-> {0, 1} ; t |-> {0 |-> 1, 1 |-> 1} }\n"
      "functor F : P -> C { p0 |-> A ; p1 |-> B ; p2 |-> X ; le01 |-> f ; le12 |-> h\n"
      "le02 |-> h . f }\n"
      "contravariant functor K : T -> C { Q |-> B ; R |-> A ; u |-> f }\n"
      "functor K2 : T -> C { Q |-> A ; R |-> B ; u |-> f }\n"
      "functor J : T -> C { Q |-> A ; R |-> X ; u |-> h . f }\n"
      "transformation al : M => M1 { A |-> {a1 |-> a, a2 |-> a} ; B |-> {b1 |-> b, b2 |-> b}\n"
      "X |-> {x |-> x} }\n"
      "transformation be : K2 => J { Q |-> id(A) ; R |-> h }\n"
      "diagram D in C { A at 0, 0 ; B at 1, 0 ; f ; g }\n"
      "diagram S in Set { n : M(A) at 0, 0 ; m : M(B) at 1, 0 ; v : n -> m = M(f) ; w : n -> m = "
      "M(g) }\n"
      "diagram L in [T, C] { K2 at 0, 0 ; J at 1, 0 ; e : K2 -> J = be }\n";

/* A category, two of its objects, and two of its morphisms. */
static const struct
{
  const char *name, *objects[2], *morphisms[2];
} places[] = {
  { "C", { "A", "X" }, { "h", "h . f" } },
  { "N", { "S", "S" }, { "t", "t^2" } },
  { "Z", { "G", "G" }, { "r", "r^-1" } },
  { "Inf", { "U", "V" }, { "a", "b . a" } },
  { "P", { "p0", "p2" }, { "le01", "le02" } },
  { "T", { "Q", "R" }, { "u", "id(Q)" } },
  { "E", { NULL, NULL }, { NULL, NULL } },
  { "C * T", { "(A, Q)", "(X, R)" }, { "(f, u)", "(id(A), u)" } },
  { "N * T", { "(S, Q)", "(S, R)" }, { "(t, u)", "(id(S), u)" } },
  { "C^op", { "A", "X" }, { "h", "f" } },
  { "slice C over X", { "h", "id(X)" }, { "(h, id(X))", "(f, h)" } },
  { "slice C under A", { "f", "id(A)" }, { "(f, id(A))", "(h, f)" } },
  { "elements M", { "(A, a1)", "(X, x)" }, { "(f, a1)", "(h, b1)" } },
  { "elements W", { "(A, a1)", "(X, x)" }, { "(f, b1)", "(h, x)" } },
  { "[T, C]", { "K2", "J" }, { "be", "id(K2)" } },
  { "[C, Set]", { "M", "M1" }, { "al", "id(M)" } },
  { "[C^op, Set]", { "W", "Hom(-, B)" }, { "id(W)", "id(W)" } },
  { "[C, N]", { "const S", "const S" }, { NULL, NULL } },
  { "Set", { "M(A)", "{o, p}" }, { "M(f)", "al[A]" } },
  { "Cat", { "C", "T" }, { "K2", "F" } },
  { "Set^op", { "M(A)", "{o, p}" }, { "M(f)", "al[A]" } },
  { "Set * C", { "(M(A), A)", "({}, X)" }, { "(M(f), f)", "(al[A], h)" } },
  { "slice N over S", { "t", "id(S)" }, { "(t, id(S))", "(t, t)" } },
  { "slice Z under G", { "r", "id(G)" }, { "(r, id(G))", "(r, r)" } },
  { "[N, N]", { "Id(N)", "Id(N)" }, { "id(Id(N))", NULL } },
};

static const char *const functors[] = {
  "M",
  "W",
  "W2",
  "Y",
  "F",
  "K",
  "K2",
  "J",
  "Id(C)",
  "Id(N)",
  "Hom(X, -)",
  "Hom(-, X)",
  "op(F)",
  "M . F",
  "yoneda(T)",
  "yoneda(C)",
  "forget M along F",
  "free (M . F) along F",
  "cofree (M . F) along F",
  "Hom(S, -)",
};

static const char *const transformations[] = {
  "al",
  "be",
  "id(M)",
  "id(F)",
  "id(Id(C))",
  "al * F",
  "be . id(K2)",
  "be * Id(T)",
  "yoneda(a1, A, W)",
  "unit(free (M . F) along F)",
  "counit(free M along F)",
};

typedef struct
{
  ChaseDocument *document, *dual;
  ChaseTheory *theory, *dual_theory;
  guint asked, answered;
} Matrix;

static const ChaseBudget budget = { .seconds = 0.25 };

static void
assert_verified (ChaseTheory *theory, const ChaseResult *result)
{
  g_autoptr (JsonNode) evidence = chase_result_evidence_json (result);
  gboolean holds = result->verdict == CHASE_VERDICT_HOLDS;
  const ChaseProposition *proposition = result->claim->proposition;
  g_autoptr (GError) error = NULL;

  g_assert_null (strstr (result->reason, "cannot yet"));
  if (result->verdict == CHASE_VERDICT_UNDECIDED)
    return;
  g_assert_true (chase_verify_result (theory, proposition, FALSE, holds ? "holds" : "fails",
                                      result->value, evidence, &error));
  g_assert_no_error (error);
  g_assert_false (chase_verify_result (theory, proposition, FALSE, holds ? "fails" : "holds",
                                       result->value, evidence, NULL));
}

static void
ask (Matrix *matrix, const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autoptr (ChaseProposition) proposition = NULL;
  g_autoptr (ChaseProposition) turned = NULL;
  g_autoptr (ChaseResult) result = NULL;
  g_autoptr (ChaseResult) other = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  proposition = chase_notation_parse_proposition (text, NULL, NULL);
  g_test_message ("%s", text);
  g_assert_nonnull (proposition);
  if (!chase_theory_check_proposition (matrix->theory, proposition, NULL))
    return;
  matrix->asked++;
  turned = chase_proposition_dual (matrix->document, proposition);
  result = chase_check_proposition (matrix->theory, proposition, FALSE, &budget, NULL);
  assert_verified (matrix->theory, result);
  matrix->answered += result->verdict != CHASE_VERDICT_UNDECIDED;
  g_assert_true (chase_theory_check_proposition (matrix->dual_theory, turned, NULL));
  other = chase_check_proposition (matrix->dual_theory, turned, FALSE, &budget, NULL);
  assert_verified (matrix->dual_theory, other);
  if (result->verdict != CHASE_VERDICT_UNDECIDED && other->verdict != CHASE_VERDICT_UNDECIDED)
    g_assert_cmpint (result->verdict, ==, other->verdict);
}

static void
matrix_init (Matrix *matrix)
{
  *matrix = (Matrix){ chase_notation_parse (document_text, strlen (document_text), NULL) };
  matrix->dual = chase_document_dual (matrix->document);
  matrix->theory = chase_theory_new (matrix->document, NULL);
  matrix->dual_theory = chase_theory_new (matrix->dual, NULL);
}

/* At least so many of a hundred questions are answered with a verdict. */
static void
matrix_clear (Matrix *matrix, guint percent)
{
  g_test_message ("%u asked, %u answered", matrix->asked, matrix->answered);
  g_assert_cmpuint (matrix->answered * 100, >=, matrix->asked * percent);
  chase_theory_unref (matrix->theory);
  chase_theory_unref (matrix->dual_theory);
  chase_document_unref (matrix->document);
  chase_document_unref (matrix->dual);
}

static void
ask_of_category (Matrix *matrix, guint i)
{
  const char *name = places[i].name;

  for (ChaseAdjective a = CHASE_ADJECTIVE_CATEGORY; a <= CHASE_ADJECTIVE_POSET; a++)
    ask (matrix, "%s is %s", name, chase_adjective_word (a));
  ask (matrix, "|Ob(%s)| = 3", name);
  ask (matrix, "|Mor(%s)| = 3", name);
  ask (matrix, "%s isomorphic %s", name, name);
  ask (matrix, "%s equivalent C", name);
  ask (matrix, "T equivalent %s", name);
  ask (matrix, "|Fun(T, %s)| = 3", name);
  ask (matrix, "|Fun(%s, T)| = 3", name);
}

static void
ask_inside (Matrix *matrix, guint i)
{
  const char *name = places[i].name;
  const char *const *o = places[i].objects;
  const char *const *m = places[i].morphisms;

  for (guint k = 0; k < 2 && o[k] != NULL; k++)
    for (ChaseAdjective a = CHASE_ADJECTIVE_INITIAL; a <= CHASE_ADJECTIVE_ZERO; a++)
      ask (matrix, "%s is %s in %s", o[k], chase_adjective_word (a), name);
  for (guint k = 0; k < 4 && o[0] != NULL; k++)
    {
      ask (matrix, "%s isomorphic %s in %s", o[k / 2], o[k % 2], name);
      ask (matrix, "|Hom(%s, %s)| = 2 in %s", o[k / 2], o[k % 2], name);
    }
  if (o[0] != NULL)
    {
      ask (matrix, "product of %s, %s exists in %s", o[0], o[1], name);
      ask (matrix, "coproduct of %s, %s exists in %s", o[0], o[1], name);
    }
  for (guint k = 0; k < 2 && m[k] != NULL; k++)
    {
      for (ChaseAdjective a = CHASE_ADJECTIVE_MONO; a <= CHASE_ADJECTIVE_IDENTITY; a++)
        ask (matrix, "%s is %s in %s", m[k], chase_adjective_word (a), name);
      ask (matrix, "%s = %s in %s", m[k], m[k], name);
      ask (matrix, "equalizer of %s, %s exists in %s", m[k], m[k], name);
      ask (matrix, "coequalizer of %s, %s exists in %s", m[k], m[k], name);
      ask (matrix, "pullback of %s, %s exists in %s", m[k], m[k], name);
      ask (matrix, "pushout of %s, %s exists in %s", m[k], m[k], name);
    }
  if (m[0] != NULL)
    ask (matrix, "%s = %s in %s", m[0], m[1], name);
}

static void
test_categories (void)
{
  Matrix matrix;

  matrix_init (&matrix);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    ask_of_category (&matrix, i);
  matrix_clear (&matrix, 90);
}

static void
test_inside (void)
{
  Matrix matrix;

  matrix_init (&matrix);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    ask_inside (&matrix, i);
  matrix_clear (&matrix, 93);
}

static void
test_functors (void)
{
  static const char *const at[] = { "A", "S", "p1", "Q" };
  Matrix matrix;

  matrix_init (&matrix);
  for (guint i = 0; i < G_N_ELEMENTS (functors); i++)
    {
      for (ChaseAdjective a = CHASE_ADJECTIVE_FUNCTOR; a <= CHASE_ADJECTIVE_REPRESENTABLE; a++)
        ask (&matrix, "%s is %s", functors[i], chase_adjective_word (a));
      ask (&matrix, "%s isomorphic %s", functors[i], functors[i]);
      ask (&matrix, "|Nat(%s, %s)| = 2", functors[i], functors[i]);
      for (guint k = 0; k < G_N_ELEMENTS (at); k++)
        {
          ask (&matrix, "%s is representable by %s", functors[i], at[k]);
          ask (&matrix, "yoneda %s at %s", functors[i], at[k]);
          ask (&matrix, "|(%s)(%s)| = 2", functors[i], at[k]);
        }
    }
  matrix_clear (&matrix, 90);
}

static void
test_transformations (void)
{
  Matrix matrix;

  matrix_init (&matrix);
  for (guint i = 0; i < G_N_ELEMENTS (transformations); i++)
    {
      ask (&matrix, "%s is natural", transformations[i]);
      ask (&matrix, "%s is isomorphism", transformations[i]);
      ask (&matrix, "%s = %s", transformations[i], transformations[i]);
    }
  matrix_clear (&matrix, 95);
}

static void
test_diagrams (void)
{
  static const char *const diagrams[] = { "D", "S", "L" };
  Matrix matrix;

  matrix_init (&matrix);
  for (guint i = 0; i < G_N_ELEMENTS (diagrams); i++)
    {
      ask (&matrix, "%s commutes", diagrams[i]);
      ask (&matrix, "%s strictly commutes", diagrams[i]);
      ask (&matrix, "limit of %s exists", diagrams[i]);
      ask (&matrix, "colimit of %s exists", diagrams[i]);
    }
  g_assert_cmpuint (matrix.asked, ==, 4 * G_N_ELEMENTS (diagrams));
  matrix_clear (&matrix, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/matrix/categories", test_categories);
  g_test_add_func ("/engine/matrix/inside", test_inside);
  g_test_add_func ("/engine/matrix/functors", test_functors);
  g_test_add_func ("/engine/matrix/transformations", test_transformations);
  g_test_add_func ("/engine/matrix/diagrams", test_diagrams);
  return g_test_run ();
}
