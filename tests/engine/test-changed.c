/* SPDX-License-Identifier: MIT */
/* Evidence belongs to one statement: what shows a statement is refused for every other one, be it
 * changed in a single place, that has another verdict. The statements are those that the model says
 * otherwise, or that follow from others. */
#include "engine/check.h"

#include "evidence/report.h"
#include "model/problem.h"
#include "model/validate.h"
#include "notation/notation.h"

#include <string.h>

#define NEIGHBOURS 3 /* the statements after it that each one is mixed with */

static const ChaseBudget budget = { .seconds = 0.3 };

typedef struct
{
  ChaseTheory *theory;
  guint n_refused, n_same;
} Trial;

static gboolean
accepts (const Trial *trial, const ChaseProposition *proposition, const ChaseResult *result)
{
  g_autoptr (JsonNode) evidence = chase_result_evidence_json (result);

  return chase_verify_result (trial->theory, proposition, result->claim->negated,
                              chase_verdict_word (result->verdict), result->value, evidence, NULL);
}

/* Where the evidence of @result is taken for @other, that has the same verdict, as the engine says.
 */
static void
offer (Trial *trial, const ChaseResult *result, ChaseProposition *other)
{
  g_autofree char *text = NULL;
  ChaseResult *said;

  if (chase_proposition_equal (result->claim->proposition, other)
      || !chase_theory_check_proposition (trial->theory, other, NULL))
    return;
  if (!accepts (trial, other, result))
    {
      trial->n_refused++;
      return;
    }
  trial->n_same++;
  said = chase_check_proposition (trial->theory, other, result->claim->negated, &budget, NULL);
  text = chase_notation_print_proposition (other, result->claim->negated, CHASE_NOTATION_ASCII);
  g_test_message ("taken for: %s", text);
  if (said->verdict != CHASE_VERDICT_UNDECIDED)
    {
      g_assert_cmpint (said->verdict, ==, result->verdict);
      g_assert_cmpstr (said->value, ==, result->value);
    }
  chase_result_free (said);
}

static ChaseAdjective
last_of_sort (ChaseAdjective adjective)
{
  static const ChaseAdjective ends[] = { CHASE_ADJECTIVE_ZERO, CHASE_ADJECTIVE_IDENTITY,
                                         CHASE_ADJECTIVE_POSET, CHASE_ADJECTIVE_ISOMORPHISM };
  guint k = 0;

  while (k + 1 < G_N_ELEMENTS (ends) && adjective > ends[k])
    k++;
  return ends[k];
}

static void
change_adjective (Trial *trial, const ChaseResult *result)
{
  const ChaseProposition *said = result->claim->proposition;
  ChaseAdjective adjective;

  if (said->kind != CHASE_PROPOSITION_IS || said->adjectives->len != 1)
    return;
  adjective = g_array_index (said->adjectives, ChaseAdjective, 0);
  for (ChaseAdjective other = 0; other < CHASE_N_ADJECTIVES; other++)
    if (last_of_sort (other) == last_of_sort (adjective) && other != CHASE_ADJECTIVE_CATEGORY
        && other != CHASE_ADJECTIVE_FUNCTOR)
      {
        g_autoptr (ChaseProposition) copy = chase_proposition_copy (said);

        g_array_index (copy->adjectives, ChaseAdjective, 0) = other;
        offer (trial, result, copy);
      }
}

static void
swap_in (Trial *trial, const ChaseResult *result, guint which)
{
  g_autoptr (ChaseProposition) copy = chase_proposition_copy (result->claim->proposition);
  GPtrArray *list = which == 0 ? copy->terms : which == 1 ? copy->legs : copy->base;
  gpointer first;

  if (list == NULL || list->len < 2)
    return;
  first = list->pdata[0];
  list->pdata[0] = list->pdata[1];
  list->pdata[1] = first;
  offer (trial, result, copy);
}

static void
change_shape (Trial *trial, const ChaseResult *result)
{
  const ChaseProposition *said = result->claim->proposition;

  if (said->kind != CHASE_PROPOSITION_UNIVERSAL && said->kind != CHASE_PROPOSITION_EXISTS)
    return;
  for (ChaseUniversalShape shape = 0; shape < CHASE_N_SHAPES; shape++)
    {
      g_autoptr (ChaseProposition) copy = chase_proposition_copy (said);

      copy->shape = shape;
      offer (trial, result, copy);
    }
}

static void
change_number (Trial *trial, const ChaseResult *result)
{
  g_autoptr (ChaseProposition) copy = chase_proposition_copy (result->claim->proposition);

  if (copy->number == NULL)
    return;
  chase_name_unref (copy->number);
  copy->number = chase_name_new ("17");
  offer (trial, result, copy);
}

/* Its terms, legs, base or category by those of another statement. */
static void
exchange (Trial *trial, const ChaseResult *result, const ChaseProposition *other)
{
  const ChaseProposition *said = result->claim->proposition;

  offer (trial, result, (ChaseProposition *)other);
  if (said->kind != other->kind)
    return;
  for (guint which = 0; which < 4; which++)
    {
      g_autoptr (ChaseProposition) copy = chase_proposition_copy (said);
      g_autoptr (ChaseProposition) source = chase_proposition_copy (other);
      GPtrArray **to = which == 0 ? &copy->terms : which == 1 ? &copy->legs : &copy->base;
      GPtrArray **from = which == 0 ? &source->terms : which == 1 ? &source->legs : &source->base;
      GPtrArray *list = *to;

      if (which == 3)
        chase_term_set (&copy->in, other->in);
      else
        {
          *to = *from;
          *from = list;
        }
      offer (trial, result, copy);
    }
}

static void
assert_bound (const char *text)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document = chase_notation_parse (text, strlen (text), problems);
  g_autoptr (GPtrArray) results = chase_check_document (document, &budget, NULL, NULL, NULL);
  Trial trial = { chase_theory_new (document, problems), 0, 0 };

  g_assert_cmpuint (problems->len, ==, 0);
  for (guint i = 0; i < results->len; i++)
    {
      const ChaseResult *result = g_ptr_array_index (results, i);

      if (result->claim->implicit)
        continue;
      g_assert_cmpint (result->verdict, !=, CHASE_VERDICT_UNDECIDED);
      g_assert_true (accepts (&trial, result->claim->proposition, result));
      change_adjective (&trial, result);
      change_shape (&trial, result);
      change_number (&trial, result);
      for (guint which = 0; which < 3; which++)
        swap_in (&trial, result, which);
      for (guint k = 1; k <= MIN (NEIGHBOURS, results->len - 1); k++)
        {
          const ChaseResult *other = g_ptr_array_index (results, (i + k) % results->len);

          exchange (&trial, result, other->claim->proposition);
        }
    }
  g_test_message ("%u refused, %u taken for what has the verdict", trial.n_refused, trial.n_same);
  g_assert_cmpuint (trial.n_refused, >, 20);
  chase_theory_unref (trial.theory);
}

static void
test_slices (void)
{
  assert_bound ("category N { object S ; t : S -> S }\ncategory L = slice N over S\n"
                "category Z { object G ; r : G -> G ; iso r }\ncategory K = slice Z under G\n"
                "check L is thin\ncheck L is groupoid\ncheck L is poset\n"
                "check t isomorphic id(S) in L\ncheck id(S) is terminal in L\n"
                "check t is terminal in L\ncheck (t, id(S)) is iso in L\n"
                "check (t, t) is mono in L\ncheck (t, t) is endo in L\n"
                "check (t, t) = (t, id(S)) in L\ncheck product of t, t^2 exists in L\n"
                "check product of t, t exists in L\n"
                "check equalizer of (t, t), (t, t) exists in L\n"
                "check K is groupoid\ncheck K is skeletal\ncheck r is initial in K\n"
                "check (r, r) is iso in K\n");
}

static void
test_universal (void)
{
  assert_bound ("category N { object S ; t : S -> S }\n"
                "check S with t, t is product of S, S in N\n"
                "check product of S, S exists in N\n"
                "check S with id(S) is equalizer of t, t in N\n"
                "check S with t is equalizer of t, t in N\n"
                "check equalizer of t, t^2 exists in N\ncheck equalizer of t, t exists in N\n"
                "check S with id(S), t is pullback of t^2, t in N\n"
                "check S with t, t is pullback of t, t in N\n"
                "check S with id(S), id(S) is pullback of t, t in N\n"
                "check pullback of t, t^2 exists in N\ncheck pushout of t, t^2 exists in N\n"
                "check t is iso in N\ncheck t is mono in N\n");
}

static void
test_functors (void)
{
  assert_bound (
      "category N { object S ; t : S -> S }\ncategory E { objects U, V ; a : U -> V ; b : V -> U "
      "}\n"
      "functor D : N -> N { S |-> S ; t |-> t^2 }\ntransformation c : D => D { S |-> t }\n"
      "check c is iso in [N, N]\ncheck c is mono in [N, N]\ncheck c is endo in [N, N]\n"
      "check c is idempotent in [N, N]\ncheck id(D) is identity in [N, N]\n"
      "check [N, N] is finite\ncheck [N, N] is thin\ncheck [N, N] is groupoid\n"
      "check yoneda(N) is fully faithful\ncheck yoneda(N) is equivalence\n"
      "check |Nat(Hom(S, -), Hom(S, -))| = 1\ncheck |Hom(U, -)(V)| = 0\n"
      "check |Nat(Id(N), Id(N))| = 1\ncheck Hom(U, -) is representable by U\n"
      "check Hom(U, -) is representable by V\ncheck Hom(U, -) is representable\n"
      "check D is terminal in [N, N]\ncheck E isomorphic N\ncheck E equivalent N\n");
}

static void
test_sets (void)
{
  assert_bound (
      "category C { objects A, B ; f, g : A -> B }\ncategory E { }\n"
      "category N { object S ; t : S -> S }\n"
      "functor F : C -> Set^op { A |-> {1, 2} ; B |-> {x, y} ; f |-> {x |-> 1, y |-> 1} ; "
      "g |-> {x |-> 1, y |-> 2} }\n"
      "diagram d in C { A at 0, 0 ; B at 1, 0 ; x : A -> B = f ; y : A -> B = g }\n"
      "check Set * C is thin\ncheck Set * C is connected\ncheck Set * E is finite\n"
      "check |Ob(Set * C)| = 2\ncheck |Ob(Set * E)| = 0\n"
      "check |Hom(({1}, S), ({1}, S))| = 1 in Set * N\n"
      "check |Hom(({1}, S), ({}, S))| = 0 in Set * N\n"
      "check {1 |-> 2} . id({2}) is mono in Set^op\ncheck id({1}) is iso in Set^op\n"
      "check F is faithful\ncheck F is full\ncheck F(f) = F(g)\ncheck F(g) is iso\n"
      "check F(f) is mono in Set^op\ncheck |F(A)| = 2\ncheck |Nat(F, F)| = 1\n"
      "check x = y in d\ncheck x = x in d\ncheck y is mono in d\n");
}

static void
test_categories (void)
{
  assert_bound (
      "category One { object o }\ncategory T { objects Q, R ; u : Q -> R }\n"
      "category P { objects p0, p1, p2 ; a : p0 -> p1 ; b : p1 -> p2 }\n"
      "category N { object S ; t : S -> S }\ncategory Par { objects A, B ; f, g : A -> B }\n"
      "functor oQ : One -> T { o |-> Q }\nfunctor oR : One -> T { o |-> R }\n"
      "functor i1 : T -> P { Q |-> p0 ; R |-> p1 ; u |-> a }\n"
      "functor i2 : T -> P { Q |-> p1 ; R |-> p2 ; u |-> b }\n"
      "functor TN : T -> N { Q |-> S ; R |-> S ; u |-> t }\n"
      "functor TN2 : T -> N { Q |-> S ; R |-> S ; u |-> t^2 }\n"
      "check P with i1, i2 is pushout of oR, oQ in Cat\n"
      "check P with i2, i1 is pushout of oR, oQ in Cat\n"
      "check N with TN is coequalizer of oQ, oR in Cat\n"
      "check N with TN2 is coequalizer of oQ, oR in Cat\n"
      "check One is terminal in Cat\ncheck T is terminal in Cat\ncheck oQ is mono in Cat\n"
      "check oQ is epi in Cat\ncheck TN is epi in Cat\ncheck oQ = oR in Cat\n"
      "check |Hom(One, T)| = 2 in Cat\ncheck product of T, Par exists in Cat\n"
      "check T isomorphic P in Cat\ncheck N isomorphic N in Cat\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/changed/slices", test_slices);
  g_test_add_func ("/engine/changed/universal", test_universal);
  g_test_add_func ("/engine/changed/functors", test_functors);
  g_test_add_func ("/engine/changed/sets", test_sets);
  g_test_add_func ("/engine/changed/categories", test_categories);
  return g_test_run ();
}
