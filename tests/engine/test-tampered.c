/* SPDX-License-Identifier: MIT */
/* Evidence from which something was taken, or in which something was changed, is refused; where a
 * change leaves it right, a second opinion says so. */
#include "../evidence/mutate.h"
#include "engine/check.h"
#include "opinion.h"
#include "evidence/report.h"
#include "model/problem.h"
#include "notation/notation.h"

#include <string.h>

#define SQUARE                                                                                     \
  "category Q { objects A, B, C, D\n"                                                              \
  "  f : A -> B ; g : A -> C ; h : B -> D ; k : C -> D ; h . f = k . g }\n"
#define FUNCTORS                                                                                   \
  SQUARE "category Z { object X ; z : X -> X ; z^2 = id(X) }\n"                                    \
         "functor P : Q^op -> Set { A |-> {a, b} ; B |-> {x} ; C |-> {y, v} ; D |-> {d}\n"         \
         "  f |-> {x |-> a} ; g |-> {y |-> a, v |-> b} ; h |-> {d |-> x} ; k |-> {d |-> y} }\n"    \
         "functor S : Z -> Set { X |-> {s, t} ; z |-> {s |-> t, t |-> s} }\n"                      \
         "functor U : Z -> Set { X |-> {0, 1} ; z |-> {0 |-> 1, 1 |-> 0} }\n"                      \
         "functor W : Z -> Set { X |-> {0, 1} ; z |-> {0 |-> 0, 1 |-> 1} }\n"                      \
         "transformation s : S => U { X |-> {s |-> 1, t |-> 0} }\n"                                \
         "functor I : Z -> Z = Id(Z)\ntransformation e : I => I . I { X |-> z }\n"
#define CATEGORIES                                                                                 \
  SQUARE "category I { objects X, Y ; u : X -> Y }\ncategory J { objects X, Y ; i : X -> Y\n"      \
         "iso i }\ncategory One { object O }\ncategory N { object O ; s : O -> O }\n"              \
         "category T table { object O ; p, q : O -> O ; p . p = p ; q . q = q ; p . q = p\n"       \
         "q . p = q }\n"                                                                           \
         "category L { objects X, Y ; f, g : X -> Y }\n"                                           \
         "functor c : I -> One { X |-> O ; Y |-> O ; u |-> id(O) }\n"                              \
         "functor d : L -> I { X |-> X ; Y |-> Y ; f |-> u ; g |-> u }\n"                          \
         "functor o : One -> L { O |-> X }\n"

#define DECLARED                                                                                   \
  "category C { objects A, B, D ; f : A -> B ; g : B -> D ; h : A -> D ; k : D -> D ; s : D -> "   \
  "B\n"                                                                                            \
  "mono h ; g . f = h ; k . h = h ; g . s = id(D) }\n"

/* f = g and s . t = id (B) follow by cancelling. */
#define CANCELLED                                                                                  \
  "category C { objects A, B, D ; f, g : A -> B ; m : B -> D ; e : D -> A ; s : A -> A\n"          \
  "mono m ; epi f ; m . f = m . g ; s . s . s = s . s ; s . e = e ; f . s = f ; e . m . f = s }\n"

static const char *documents[] = {
  CANCELLED "check |Mor(C)| = 9\ncheck |Hom(A, B)| = 1 in C\ncheck C is finite\n"
            "check A isomorphic B in C\ncheck C is groupoid\ncheck A is initial in C\n"
            "check not A is terminal in C\n",
  DECLARED "check f is mono in C\ncheck k . g . f is mono in C\ncheck k . h is mono in C\n"
           "check g is split epi in C\ncheck g is epi in C\n"
           "check not f is epi in C\n",
  FUNCTORS
  "check |Nat(P, P)| = 2\ncheck |Fun(Z, Z)| = 2\ncheck yoneda P at A\ncheck yoneda S at X\n"
  "check S is representable\ncheck not P is representable\n"
  "check S is representable by X\n",
  FUNCTORS "functor V : Z -> Z { X |-> X ; z |-> id(X) }\n"
           "check I -| I\ncheck not V -| I\ncheck not I -| V\n",
  CATEGORIES "functor e : I -> I * I { X |-> (X, X) ; Y |-> (Y, Y) ; u |-> (u, u) }\n"
             "functor m : I * I -> I { (X, X) |-> X ; (X, Y) |-> X ; (Y, X) |-> X ; (Y, Y) |-> Y\n"
             "(id(X), u) |-> id(X) ; (u, id(X)) |-> id(X) ; (id(Y), u) |-> u ; (u, id(Y)) |-> u }\n"
             "check e -| m\ncheck not m -| e\n",
  FUNCTORS "check I -| I with e, e\ncheck S isomorphic U\ncheck e is isomorphism\n"
           "check not S isomorphic W\n"
           "check S is faithful\ncheck not W is faithful\ncheck not S is full\n"
           "check not S is essentially surjective\n",
  SQUARE "check A with f, g is product of B, C in Q\ncheck A with f, g is pullback of h, k in Q\n"
         "check not A with f, h . f is product of B, D in Q\ncheck A is initial in Q\n"
         "check not B is terminal in Q\ncheck not f is iso in Q\ncheck f is mono in Q\n"
         "check not A isomorphic B in Q\ncheck |Hom(A, D)| = 1 in Q\ncheck |Mor(Q)| = 9\n"
         "check not Q is groupoid\ncheck Q is poset\n",
  CATEGORIES "check Q isomorphic I * I\ncheck not I equivalent One\ncheck J equivalent One\n"
             "check not N isomorphic One\ncheck T is category\ncheck not T is groupoid\n"
             "check not (f, id(X)) isomorphic (g, id(X)) in slice L * I over (Y, X)\n",
  CATEGORIES "check c is faithful\ncheck not c is full\ncheck not d is faithful\n"
             "check d is full\ncheck o is fully faithful\ncheck not o is essentially surjective\n"
             "check not o is equivalence\ncheck not N is finite\ncheck not N is thin\n",
  SQUARE
  "category J { objects A, B, C, P ; f : A -> C ; g : B -> C ; p : P -> A ; q : P -> B\n"
  "f . p = g . q }\n"
  "functor M : J -> Set { A |-> {a, a'} ; B |-> {b, b'} ; C |-> {c, c'} ; P |-> {0, 1}\n"
  "f |-> {a |-> c, a' |-> c'} ; g |-> {b |-> c, b' |-> c'}\n"
  "p |-> {0 |-> a, 1 |-> a'} ; q |-> {0 |-> b, 1 |-> b'} }\n"
  "functor E : J -> Set { A |-> {a} ; B |-> {b} ; C |-> {c} ; P |-> {0, 1}\n"
  "f |-> {a |-> c} ; g |-> {b |-> c} ; p |-> {0 |-> a, 1 |-> a} ; q |-> {0 |-> b, 1 |-> b} }\n"
  "transformation t : M => E { A |-> {a |-> a, a' |-> a} ; B |-> {b |-> b, b' |-> b}\n"
  "C |-> {c |-> c, c' |-> c} ; P |-> {0 |-> 0, 1 |-> 1} }\n"
  "check M(P) with M(p), M(q) is pullback of M(f), M(g) in Set\n"
  "check not E(P) with E(p), E(q) is pullback of E(f), E(g) in Set\n"
  "check not M(P) with M(p), M(q) is product of M(A), M(B) in Set\n"
  "check not E(C) with E(f), E(g) is coproduct of E(A), E(B) in Set\n"
  "check M(f) is iso in Set\ncheck M(f) is split epi in Set\ncheck not E(p) is mono in Set\n"
  "check t is epi in [J, Set]\ncheck not t is mono in [J, Set]\n"
  "check not t is split epi in [J, Set]\ncheck not E is terminal in [J, Set]\n"
  "check |M(P)| = 2\ncheck |Nat(M, E)| = 4\ncheck |Nat(E, M)| = 4\n"
  "check not M is representable by P\n",
  "category T table { objects A, B ; f : A -> B ; e : B -> B ; e . e = e ; e . f = f }\n"
  "category U table { object O ; p, q : O -> O ; p . p = q ; q . q = p ; p . q = p ; q . p = q }\n"
  "category V table { object O ; p : O -> O }\ncategory D { objects A, B ; f : A -> B }\n"
  "functor M : D -> Set { A |-> {0, 1} ; B |-> {2} ; f |-> {0 |-> 2, 1 |-> 2} }\n"
  "functor F : D -> T { A |-> A ; B |-> B ; f |-> f }\n"
  "functor X : T -> Set { A |-> {a} ; B |-> {b, c} ; f |-> {a |-> c} ; e |-> {b |-> b, c |-> b} }\n"
  "functor L : T -> Set = free M along F\nfunctor R : T -> Set = cofree M along F\n"
  "transformation n : Hom(A, -) => L . Id(T) { A |-> {`id(A)` |-> 0} ; B |-> {f |-> 2} }\n"
  "check |L(B)| = 1\ncheck not U is category\ncheck not V is category\ncheck not X is functor\n"
  "check unit(free M along F) is isomorphism\ncheck T is category\n",
  SQUARE "category V { objects A, B, C, D ; f : A -> B ; g : A -> C ; h : B -> D ; k : C -> D }\n"
         "category W { object O ; p, q : O -> O ; p . q = id(O) }\n"
         "category R { objects X, Y ; u : X -> Y ; v : Y -> X ; v . u = id(X) ; u . v = id(Y) }\n"
         "diagram d in Q { A at 0, 0 ; B at 1, 0 ; C at 0, 1 ; D at 1, 1 ; f ; g ; h ; k }\n"
         "diagram e in V { A at 0, 0 ; B at 1, 0 ; C at 0, 1 ; D at 1, 1 ; f ; g ; h ; k }\n"
         "diagram r in R { X at 0, 0 ; Y at 1, 0 ; u ; v }\n"
         "check d commutes\ncheck not e commutes\ncheck r commutes\ncheck h . f = k . g in Q\n"
         "check not h . f = k . g in V\ncheck not q . p = id(O) in W\ncheck u . v . u = u in R\n",
  "category S { object O ; a, b, c, d, e : O -> O ; a^2 = id(O) ; b^2 = id(O) ; c^2 = id(O)\n"
  "d^2 = id(O) ; e^2 = id(O) ; a . b . a = b . a . b ; b . c . b = c . b . c\n"
  "c . d . c = d . c . d ; d . e . d = e . d . e ; a . c = c . a ; a . d = d . a ; a . e = e . a\n"
  "b . d = d . b ; b . e = e . b ; c . e = e . c }\n"
  "category G { object P ; x, y : P -> P ; x^2 = id(P) ; y^3 = id(P) ; x . y = y^2 . x }\n"
  "check |Mor(S)| = 720\ncheck |Mor(G)| = 6\n",
  "category N { object S ; t : S -> S }\n"
  "category B { object S ; p, q : S -> S ; q . p = id(S) }\n"
  "category C { objects A, B, X ; a : A -> B ; b : B -> A ; b . a = id(A) ; a . b = id(B)\n"
  "c : B -> X ; x : X -> X }\n"
  "category Z { object G ; r : G -> G ; iso r }\n"
  "functor k : N -> N { S |-> S ; t |-> t . t }\n"
  "check t is mono in N\ncheck not t is iso in N\ncheck not S is initial in N\n"
  "check not N is groupoid\ncheck p is split mono in B\ncheck not p is epi in B\n"
  "check A isomorphic B in C\ncheck not A isomorphic X in C\ncheck not C is skeletal\n"
  "check Z is groupoid\ncheck k is faithful\ncheck not k is full\n",
  CATEGORIES "functor M : L -> Set { X |-> {a, b} ; Y |-> {0, 1}\n"
             "f |-> {a |-> 0, b |-> 1} ; g |-> {a |-> 0, b |-> 0} }\n"
             "diagram S in Set { a : M(X) at 0, 0 ; b : M(Y) at 1, 0 ; u : a -> b = M(f)\n"
             "v : a -> b = M(g) }\n"
             "check not product of Y, Y exists in L\ncheck product of X, Y exists in I\n"
             "check product of M(X), M(Y) exists in Set\ncheck limit of S exists\n"
             "check coequalizer of M(f), M(g) exists in Set\ncheck not S strictly commutes\n"
             "check S commutes\ncheck not M(f) = M(g) in Set\ncheck M(f) = M(f) in Set\n"
             "functor q : I -> J { X |-> X ; Y |-> Y ; u |-> i }\n"
             "check o is mono in Cat\ncheck not d is mono in Cat\ncheck q is epi in Cat\n"
             "check not o is epi in Cat\n",
};

typedef struct
{
  ChaseTheory *theory;
  const ChaseResult *result;
  guint n_refused;
  guint n_accepted;
} Tampering;

/* The order that made a system; any size that no value has is as good as another; and a law says
 * for people which equation it is. */
static gboolean
may_be_anything (JsonObject *object, const char *key)
{
  return g_str_equal (key, "order") || g_str_equal (key, "size")
         || (g_str_equal (key, "equation") && json_object_has_member (object, "law"));
}

/* Where a member is missing it is false, or an empty list. */
static gboolean
is_default (JsonNode *node)
{
  return JSON_NODE_HOLDS_ARRAY (node)
             ? json_array_get_length (json_node_get_array (node)) == 0
             : JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN
                   && !json_node_get_boolean (node);
}

static void
refuse (Tampering *tampering, JsonNode *evidence)
{
  const ChaseClaim *claim = tampering->result->claim;
  g_autofree char *text = json_to_string (evidence, FALSE);
  g_autoptr (GError) error = NULL;

  if (chase_verify_result (tampering->theory, claim->proposition, claim->negated,
                           chase_verdict_word (tampering->result->verdict),
                           tampering->result->value, evidence, &error))
    {
      if (opinion_is_right (tampering->theory, tampering->result, evidence))
        return;
      g_autofree char *statement
          = chase_notation_print_proposition (claim->proposition, claim->negated, FALSE);

      g_test_message ("accepted for %s: %s", statement, text);
      tampering->n_accepted++;
    }
  else
    g_assert_nonnull (error);
  tampering->n_refused++;
}

static void
tamper (Tampering *tampering, JsonNode *all, JsonNode *node);

static void
tamper_array (Tampering *tampering, JsonNode *all, JsonArray *array)
{
  guint n = json_array_get_length (array);
  g_autoptr (JsonNode) last = NULL;

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    tamper (tampering, all, json_array_get_element (array, i));
  last = json_array_dup_element (array, n - 1);
  json_array_remove_element (array, n - 1);
  refuse (tampering, all);
  json_array_add_element (array, g_steal_pointer (&last));
}

static void
tamper_object (Tampering *tampering, JsonNode *all, JsonObject *object)
{
  g_autoptr (GList) keys = json_object_get_members (object);

  for (GList *key = keys; key != NULL; key = key->next)
    key->data = g_strdup (key->data);
  for (GList *key = keys; key != NULL; key = key->next)
    {
      g_autofree char *name = key->data;
      g_autoptr (JsonNode) kept = json_object_dup_member (object, name);

      if (may_be_anything (object, name) || is_default (kept))
        continue;
      tamper (tampering, all, json_object_get_member (object, name));
      json_object_remove_member (object, name);
      refuse (tampering, all);
      json_object_set_member (object, name, g_steal_pointer (&kept));
    }
}

/* Arrays lose their last element, objects each of their members; words and numbers change. */
static void
tamper (Tampering *tampering, JsonNode *all, JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    tamper_array (tampering, all, json_node_get_array (node));
  else if (JSON_NODE_HOLDS_OBJECT (node))
    tamper_object (tampering, all, json_node_get_object (node));
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    {
      g_autofree char *word = json_node_dup_string (node);

      json_node_set_string (node, "nothing of the kind");
      refuse (tampering, all);
      json_node_set_string (node, word);
    }
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    {
      gint64 number = json_node_get_int (node);

      json_node_set_int (node, number + 1);
      refuse (tampering, all);
      json_node_set_int (node, number);
    }
}

static void
test_tampered (gconstpointer text)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document = chase_notation_parse (text, strlen (text), problems);
  g_autoptr (GPtrArray) results = chase_check_document (document, NULL, NULL, NULL, NULL);
  g_autoptr (ChaseTheory) theory = chase_theory_new (document, NULL);
  Tampering tampering = { theory, NULL, 0, 0 };

  g_assert_cmpuint (problems->len, ==, 0);
  for (guint i = 0; i < results->len; i++)
    {
      g_autoptr (JsonNode) given = NULL;
      g_autoptr (JsonNode) evidence = NULL;
      g_autofree char *written = NULL;

      tampering.result = g_ptr_array_index (results, i);
      if (tampering.result->verdict == CHASE_VERDICT_UNDECIDED)
        {
          g_autofree char *statement = chase_notation_print_proposition (
              tampering.result->claim->proposition, FALSE, FALSE);

          g_test_message ("undecided: %s: %s", statement, tampering.result->reason);
          g_test_fail ();
          continue;
        }
      given = chase_result_evidence_json (tampering.result);
      written = json_to_string (given, FALSE);
      evidence = json_from_string (written, NULL);
      tamper (&tampering, evidence, evidence);
    }
  g_assert_cmpuint (tampering.n_refused, >=, 20);
  g_assert_cmpuint (tampering.n_accepted, ==, 0);
}

enum
{
  SOME_CHANGES = 10,  /* of one piece of evidence, spread over all of it */
  MANY_CHANGES = 150, /* in the long run */
  N_CHANGED = 4,      /* documents; in the long run all */
  SECONDS = 2,        /* for one piece of evidence in the long run */
  STRIDE = 7919,      /* a prime that is greater than most numbers of changes */
  SLOW = 12,          /* the document that is left to the long run as a whole */
};

static gboolean
is_accepted (ChaseTheory *theory, const ChaseResult *result, const char *verdict,
             JsonNode *evidence)
{
  return chase_verify_result (theory, result->claim->proposition, result->claim->negated, verdict,
                              result->value, evidence, NULL);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Of a law that breaks more members than these say nothing. */
static gboolean
is_read (JsonObject *object, const char *key)
{
  static const char *const keys[]
      = { "type", "law", "at", "left", "right", "evidence", "arrow", "property" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_str_equal (key, keys[i]))
      return TRUE;
  return !json_object_has_member (object, "law");
}

/* What the evidence says: members that nobody reads left out, lists in no order, and numbers, as
 * which elements may be written, as their names. */
static char *
essence (JsonNode *node)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new (JSON_NODE_HOLDS_ARRAY (node) ? "[" : "{");

  if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      g_ptr_array_add (parts, essence (json_array_get_element (json_node_get_array (node), i)));
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr (GList) keys = json_object_get_members (object);

      for (GList *k = keys; k != NULL; k = k->next)
        {
          JsonNode *member = json_object_get_member (object, k->data);
          g_autofree char *value = essence (member);

          if (!g_str_equal (k->data, "more") && !may_be_anything (object, k->data)
              && !is_default (member) && is_read (object, k->data))
            g_ptr_array_add (parts, g_strdup_printf ("%s:%s", (char *)k->data, value));
        }
    }
  else if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("\"%" G_GINT64_FORMAT "\"", json_node_get_int (node));
  else
    return json_to_string (node, FALSE);
  g_ptr_array_sort (parts, compare_texts);
  for (guint i = 0; i < parts->len; i++)
    g_string_append_printf (text, "%s,", (char *)g_ptr_array_index (parts, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
change (ChaseTheory *theory, const ChaseResult *result, guint *n_changes, guint *n_wrong)
{
  const char *verdict = chase_verdict_word (result->verdict);
  const char *other = g_str_equal (verdict, "holds") ? "fails" : "holds";
  g_autoptr (JsonNode) given = chase_result_evidence_json (result);
  g_autofree char *text = json_to_string (given, FALSE);
  g_autofree char *said = essence (given);
  gboolean all = g_getenv ("CHASE_LONG") != NULL;
  gint64 end = g_get_monotonic_time () + SECONDS * G_USEC_PER_SEC;
  guint n = 0;

  for (JsonNode *changed; (changed = mutate_json (text, n)) != NULL; n++)
    json_node_unref (changed);
  for (guint i = 0; i < MIN (n, all ? MANY_CHANGES : SOME_CHANGES); i++)
    {
      guint k = n % STRIDE == 0 ? i : (guint)((guint64)i * STRIDE % n);
      g_autoptr (JsonNode) changed = mutate_json (text, k);
      g_autofree char *shown = json_to_string (changed, FALSE);
      g_autofree char *says = essence (changed);

      if (all && g_get_monotonic_time () > end)
        break;
      (*n_changes)++;
      g_assert_false (is_accepted (theory, result, other, changed));
      if (!is_accepted (theory, result, verdict, changed) || g_str_equal (said, says))
        continue;
      if (opinion_is_right (theory, result, changed))
        continue;
      (*n_wrong)++;
      g_test_message ("accepted: %s\n  for: %s", shown, text);
    }
}

/* Evidence of every sort, changed in each single place by what stands in another: it never shows
 * the contrary, and is refused where it neither says the same any more nor is right all the same.
 */
static void
test_changed (gconstpointer text)
{
  g_autoptr (ChaseDocument) document = chase_notation_parse (text, strlen (text), NULL);
  g_autoptr (GPtrArray) results = chase_check_document (document, NULL, NULL, NULL, NULL);
  g_autoptr (ChaseTheory) theory = chase_theory_new (document, NULL);
  guint n_changes = 0, n_wrong = 0;

  for (guint i = 0; i < results->len; i++)
    change (theory, g_ptr_array_index (results, i), &n_changes, &n_wrong);
  g_test_message ("%u changes, %u accepted that nobody vouches for", n_changes, n_wrong);
  g_assert_cmpuint (n_changes, >, 20);
  g_assert_cmpuint (n_wrong, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autofree char *path = g_strdup_printf ("/engine/tampered/%u", i);
      g_autofree char *changed = g_strdup_printf ("/engine/tampered/changed/%u", i);

      if (i != SLOW || g_getenv ("CHASE_LONG") != NULL)
        g_test_add_data_func (path, documents[i], test_tampered);
      if (i < N_CHANGED || g_getenv ("CHASE_LONG") != NULL)
        g_test_add_data_func (changed, documents[i], test_changed);
    }
  return g_test_run ();
}
