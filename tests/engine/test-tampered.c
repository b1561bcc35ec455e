/* SPDX-License-Identifier: MIT */
/* Evidence from which something was taken, or in which something was changed, is refused. */
#include "engine/check.h"
#include "evidence/report.h"
#include "model/problem.h"
#include "notation/notation.h"

#include <string.h>

#define DOCUMENT                                                                                   \
  "category Q { objects A, B, C, D\n"                                                              \
  "  f : A -> B ; g : A -> C ; h : B -> D ; k : C -> D ; h . f = k . g }\n"                        \
  "category Z { object X ; z : X -> X ; z^2 = id(X) }\n"                                           \
  "functor P : Q^op -> Set { A |-> {a, b} ; B |-> {x} ; C |-> {y, v} ; D |-> {d}\n"                \
  "  f |-> {x |-> a} ; g |-> {y |-> a, v |-> b} ; h |-> {d |-> x} ; k |-> {d |-> y} }\n"           \
  "functor S : Z -> Set { X |-> {s, t} ; z |-> {s |-> t, t |-> s} }\n"                             \
  "functor U : Z -> Set { X |-> {0, 1} ; z |-> {0 |-> 1, 1 |-> 0} }\n"                             \
  "functor I : Z -> Z = Id(Z)\ntransformation e : I => I . I { X |-> z }\n"                        \
  "check |Nat(P, P)| = 2\ncheck |Fun(Z, Z)| = 2\ncheck yoneda P at A\n"                            \
  "check S is representable\ncheck not P is representable\n"                                       \
  "check A with f, g is product of B, C in Q\ncheck A with f, g is pullback of h, k in Q\n"        \
  "check I -| I with e, e\ncheck S isomorphic U\ncheck e is isomorphism"

typedef struct
{
  ChaseTheory *theory;
  const ChaseResult *result;
  guint n_refused;
} Tampering;

static void
assert_refused (Tampering *tampering, JsonNode *evidence)
{
  const ChaseClaim *claim = tampering->result->claim;
  g_autofree char *text = json_to_string (evidence, FALSE);
  g_autoptr (GError) error = NULL;

  g_test_message ("refuse %s", text);
  g_assert_false (chase_verify_result (tampering->theory, claim->proposition, claim->negated,
                                       chase_verdict_word (tampering->result->verdict),
                                       tampering->result->value, evidence, &error));
  g_assert_nonnull (error);
  tampering->n_refused++;
}

/* The lists that prove something lose their last element, the words their first letter. */
static void
tamper (Tampering *tampering, JsonNode *evidence, const char *key)
{
  g_autofree char *text = json_to_string (evidence, FALSE);
  g_autoptr (JsonNode) copy = json_from_string (text, NULL);
  JsonObject *object = json_node_get_object (copy);
  JsonNode *member = json_object_get_member (object, key);

  if (JSON_NODE_HOLDS_ARRAY (member))
    {
      JsonArray *array = json_node_get_array (member);

      if (json_array_get_length (array) == 0)
        return;
      json_array_remove_element (array, json_array_get_length (array) - 1);
    }
  else if (JSON_NODE_HOLDS_VALUE (member) && json_node_get_value_type (member) == G_TYPE_STRING)
    json_object_set_string_member (object, key, "nothing of the kind");
  else
    json_object_set_object_member (object, key, json_object_new ());
  assert_refused (tampering, copy);
}

static void
test_tampered (void)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document = chase_notation_parse (DOCUMENT, strlen (DOCUMENT), problems);
  g_autoptr (GPtrArray) results = chase_check_document (document, NULL, NULL, NULL, NULL);
  g_autoptr (ChaseTheory) theory = chase_theory_new (document, NULL);
  Tampering tampering = { theory, NULL, 0 };

  g_assert_cmpuint (problems->len, ==, 0);
  for (guint i = 0; i < results->len; i++)
    {
      g_autoptr (JsonNode) evidence = NULL;
      g_autoptr (GList) keys = NULL;

      tampering.result = g_ptr_array_index (results, i);
      if (tampering.result->claim->implicit)
        continue;
      g_assert_cmpint (tampering.result->verdict, ==, CHASE_VERDICT_HOLDS);
      evidence = chase_result_evidence_json (tampering.result);
      keys = json_object_get_members (json_node_get_object (evidence));
      for (GList *key = keys; key != NULL; key = key->next)
        tamper (&tampering, evidence, key->data);
    }
  g_assert_cmpuint (tampering.n_refused, >=, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/tampered", test_tampered);
  return g_test_run ();
}
