/* SPDX-License-Identifier: MIT */
/* Statements about finite categories, and about their duals. */
#include "checked.h"
#include "evidence/report.h"
#include "model/problem.h"
#include "notation/notation.h"

#include <string.h>

#define CATEGORIES                                                                                 \
  "category Square {\n"                                                                            \
  "  objects A, B, C, D ; f : A -> B ; g : A -> C ; h : B -> D ; k : C -> D ; h . f = k . g\n"     \
  "}\n"                                                                                            \
  "category S3 { object X ; s, t : X -> X ; s^2 = id(X) ; t^2 = id(X) ; s . t . s = t . s . t }\n" \
  "category N { object X ; n : X -> X }\n"                                                         \
  "category I { objects A, B ; k : A -> B ; iso k }\n"                                             \
  "category E { object X ; e : X -> X ; e . e = e }\n"                                             \
  "category K { objects A, B ; f, g : A -> B ; c : B -> B ; c . f = c . g ; c . c = c }\n"         \
  "category R { objects A, B ; r : B -> A ; m : A -> B ; r . m = id(A) }\n"                        \
  "category Q { objects A, B ; f : A -> B ; mono f }\n"

static void
test_counts (void)
{
  assert_values (CATEGORIES
                 "check |Hom(A, D)| = 1 in Square\ncheck |Hom(D, A)| = 1 in Square\n"
                 "check |Mor(Square)| = 9\ncheck |Ob(Square)| = 4\ncheck |Mor(S3)| = 6\n"
                 "check |Mor(N)| = 6\ncheck not |Mor(K)| = 5\ncheck |Mor(S3 * S3)| = 36\n"
                 "check |Mor(R)| = 5\nfunctor M : E -> Set { X |-> {x, y} ; e |-> {x |-> x, y |-> "
                 "x} }\ncheck |M(X)| = 2\n",
                 "hfhhhfhhhhh", "1 0 9 4 6 infinite 6 36 5 2");
}

/* The symmetric group of n letters, by Coxeter. */
static char *
symmetric_group (guint n)
{
  GString *text = g_string_new ("category S {\n  object X\n");

  for (guint i = 1; i < n; i++)
    g_string_append_printf (text, "  s%u : X -> X\n  s%u . s%u = id(X)\n", i, i, i);
  for (guint i = 1; i < n; i++)
    for (guint k = i + 1; k < n; k++)
      if (k == i + 1)
        g_string_append_printf (text, "  s%u . s%u . s%u = s%u . s%u . s%u\n", i, k, i, k, i, k);
      else
        g_string_append_printf (text, "  s%u . s%u = s%u . s%u\n", i, k, k, i);
  g_string_append (text, "}\n");
  return g_string_free (text, FALSE);
}

/* Too many to be listed one by one, or to be listed at all. */
static void
test_large_counts (void)
{
  g_autofree char *group = symmetric_group (18);
  g_autofree char *text
      = g_strconcat (group,
                     "category Z { objects A, B ; z : A -> A ; z^345 = id(A) ; b : A -> B }\n"
                     "category W { objects A, B ; w : A -> A ; b : A -> B ; c : B -> B }\n"
                     "check |Mor(S)| = 6402373705728000\ncheck not |Mor(S)| = 6402373705728001\n"
                     "check |Hom(A, A)| = 345 in Z\ncheck |Mor(Z)| = 691\n"
                     "check |Hom(A, B)| = 1 in W\ncheck |Hom(B, A)| = 0 in W\n"
                     "check |Mor(W)| = 3\n",
                     NULL);

  assert_values (text, "hhhhfhf", "6402373705728000 6402373705728000 345 691 infinite 0 infinite");
}

static JsonNode *
evidence_of_count (const ChaseDocument *document, ChaseTheory *theory, char **value,
                   ChaseProposition **proposition, GPtrArray **results)
{
  const ChaseResult *result;

  *results = chase_check_document (document, NULL, NULL, NULL, NULL);
  result = g_ptr_array_index (*results, 0);
  *value = g_strdup (result->value);
  *proposition = result->claim->proposition;
  g_assert_nonnull (theory);
  return chase_result_evidence_json (result);
}

/* A system that lost a rule, or is said to count another number, shows nothing. */
static void
test_refused_counts (void)
{
  g_autofree char *group = symmetric_group (12);
  g_autofree char *text = g_strconcat (group, "check |Mor(S)| = 479001600\n", NULL);
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document = chase_notation_parse (text, strlen (text), problems);
  g_autoptr (ChaseTheory) theory = chase_theory_new (document, NULL);
  g_autoptr (GPtrArray) results = NULL;
  g_autofree char *value = NULL;
  ChaseProposition *proposition;
  g_autoptr (JsonNode) node = evidence_of_count (document, theory, &value, &proposition, &results);
  guint n;

  g_assert_cmpstr (value, ==, "479001600");
  g_assert_true (chase_verify_result (theory, proposition, FALSE, "holds", value, node, NULL));
  g_assert_false (
      chase_verify_result (theory, proposition, FALSE, "holds", "479001601", node, NULL));
  g_assert_false (
      chase_verify_result (theory, proposition, FALSE, "fails", "infinite", node, NULL));
  g_assert_false (chase_verify_result (theory, proposition, FALSE, "holds", NULL, node, NULL));
  n = json_array_get_length (json_object_get_array_member (json_node_get_object (node), "rules"));
  g_assert_cmpuint (n, >, 11);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) again = NULL;
      g_autofree char *same = NULL;
      g_autoptr (JsonNode) less = evidence_of_count (document, theory, &same, &proposition, &again);

      json_array_remove_element (
          json_object_get_array_member (json_node_get_object (less), "rules"), i);
      g_assert_false (chase_verify_result (theory, proposition, FALSE, "holds", same, less, NULL));
    }
}

static void
test_objects (void)
{
  assert_verdicts (CATEGORIES "check A is initial in Square\ncheck D is terminal in Square\n"
                              "check A is terminal in Square\ncheck A is zero in I\n"
                              "check B is zero, initial in I\ncheck A is zero in Square\n"
                              "check A isomorphic B in I\ncheck A isomorphic B in R\n"
                              "check not A isomorphic D in Square\ncheck X is terminal in S3\n"
                              "check X is terminal in N",
                   "hhfhhfhfhff");
}

static void
test_morphisms (void)
{
  assert_verdicts (CATEGORIES
                   "check c is mono in K\ncheck f is mono in K\ncheck c is epi in K\n"
                   "check e is idempotent\ncheck e is iso\ncheck k is iso in I\n"
                   "check k^-1 is split mono in I\ncheck s is auto\n"
                   "check s . t is identity\ncheck s . s is identity\ncheck m is split mono\n"
                   "check m is split epi\ncheck r is split epi, epi\ncheck r is mono\n"
                   "check m . r is idempotent\ncheck m is endo\ncheck n is endo\n"
                   "check n is auto\ncheck f is mono in Q\ncheck f is epi in Q\n"
                   "check not n is identity",
                   "fhfhfhhhfhhfhfhfhfhhh");
}

/* What is declared iso is an automorphism of its object, and so is an identity. */
static void
test_declared_automorphism (void)
{
  assert_verdicts ("category A { objects X, Y ; a : X -> X ; b : Y -> X ; iso a }\n"
                   "check a is auto in A\ncheck id(X) is auto in A\ncheck b is auto in A\n",
                   "hhf");
}

/* Two relations say that f and g are inverse; a third one, longer, runs there and back. */
static void
test_there_and_back (void)
{
  assert_values ("category C { objects A, B, D ; f : A -> B ; h : D -> B ; g : B -> A\n"
                 "  g . f = id(A) ; f . g = id(B) ; f . g . h = h }\n"
                 "check |Mor(C)| = 7\ncheck |Mor(C^op)| = 7\ncheck C^op is thin\n"
                 "category E { objects A, B, D ; f : A -> B ; h : A -> D ; g : B -> A\n"
                 "  g . f = id(A) ; f . g = id(B) ; h . g . f . g . f = h }\n"
                 "check |Mor(E)| = 7\n",
                 "hhhh", "7 7 7");
}

/* A table that breaks the laws is no monoid, and nothing else of that kind. */
static void
test_no_category (void)
{
  assert_verdicts ("category T table { object X ; a, b : X -> X\n"
                   "  a . a = b ; b . a = a ; a . b = b ; b . b = b }\n"
                   "check T is monoid\ncheck T is connected\ncheck id(X) is mono in T\n",
                   "fuuu");
}

static void
test_categories (void)
{
  assert_verdicts (CATEGORIES "check S3 is groupoid, monoid, connected, skeletal, finite\n"
                              "check S3 is thin\ncheck Square is poset, preorder, thin\n"
                              "check I is skeletal\ncheck I is groupoid\ncheck I is poset\n"
                              "check I is preorder\ncheck N is finite\ncheck Square is connected\n"
                              "check E is discrete\ncheck Square is groupoid",
                   "hfhfhfhfhff");
  assert_verdicts ("category D table { objects X, Y }\ncheck D is discrete\ncheck D is connected\n"
                   "category Empty { }\ncheck Empty is connected\ncheck Empty is discrete",
                   "hhffh");
}

/* Binomial coefficients: |Hom([m], [n])| = C(m + n + 1, m + 1) in the simplex category. */
static void
test_simplex (void)
{
  assert_values ("category Delta {\n  objects P, Q\n  d0, d1 : P -> Q ; s0 : Q -> P\n"
                 "  s0 . d0 = id(P) ; s0 . d1 = id(P)\n}\n"
                 "check |Hom(P, P)| = 1 in Delta\ncheck |Hom(P, Q)| = 2 in Delta\n"
                 "check |Hom(Q, P)| = 1 in Delta\ncheck |Hom(Q, Q)| = 3 in Delta",
                 "hhhh", "1 2 1 3");
}

static void
test_functors (void)
{
  assert_verdicts (
      "category A { objects X, Y ; f, g : X -> Y }\ncategory B { objects P, Q ; h : P -> Q }\n"
      "category I { objects U, V ; k : U -> V ; iso k }\ncategory One { object O }\n"
      "functor F : A -> B { X |-> P ; Y |-> Q ; f |-> h ; g |-> h }\n"
      "functor G : B -> A { P |-> X ; Q |-> Y ; h |-> f }\n"
      "functor L : One -> I { O |-> U }\nfunctor J : A -> A = Id(A)\n"
      "contravariant functor T : A -> A^op { X |-> X ; Y |-> Y ; f |-> g ; g |-> f }\n"
      "check F is faithful\ncheck F is full\ncheck G is faithful\ncheck G is full\n"
      "check L is equivalence\ncheck L is isomorphism\ncheck J is isomorphism\n"
      "check F is essentially surjective\ncheck not L is full, faithful\n"
      "check T is isomorphism",
      "hhhhhfhhfhfhhfh");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/finite/counts", test_counts);
  g_test_add_func ("/engine/finite/large-counts", test_large_counts);
  g_test_add_func ("/engine/finite/refused-counts", test_refused_counts);
  g_test_add_func ("/engine/finite/objects", test_objects);
  g_test_add_func ("/engine/finite/morphisms", test_morphisms);
  g_test_add_func ("/engine/finite/declared-automorphism", test_declared_automorphism);
  g_test_add_func ("/engine/finite/there-and-back", test_there_and_back);
  g_test_add_func ("/engine/finite/no-category", test_no_category);
  g_test_add_func ("/engine/finite/categories", test_categories);
  g_test_add_func ("/engine/finite/simplex", test_simplex);
  g_test_add_func ("/engine/finite/functors", test_functors);
  return g_test_run ();
}
