/* SPDX-License-Identifier: MIT */
#include "evidence/verifier.h"
#include "small-category.h"

#include <string.h>

/* A square with a tail: f h = g k, and then t. */
static ChasePresentation *
square (void)
{
  return small_category ("A B C D E", "f:A>B g:A>C h:B>D k:C>D t:D>E", "f h = g k");
}

static ChasePresentation *
properties (void)
{
  return small_category ("A B", "[m]m:A>B [e]e:B>A [i]i:A>B [d]d:A>A x:A>A y:A>A",
                         "x m = y m / e x = e y");
}

typedef struct
{
  const char *left;
  const char *right;
  const char *json;
  const char *complaint; /* part of the error's message, or NULL when the evidence is good */
} Case;

static void
check (ChasePresentation *p, const Case *c, gboolean holds)
{
  g_autoptr (GArray) left = small_path (p, c->left);
  g_autoptr (GArray) right = small_path (p, c->right);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (c->json, &error);
  g_autoptr (ChaseEvidence) evidence = NULL;
  gboolean good;

  g_assert_no_error (error);
  evidence = chase_evidence_from_json (node, p, NULL, &error);
  good = evidence != NULL
         && chase_verify_equation (p, chase_presentation_find_object (p, "A"), small_word (left),
                                   small_word (right), holds, evidence, &error);
  if (c->complaint == NULL)
    {
      g_assert_no_error (error);
      g_assert_true (good);
      return;
    }
  g_assert_false (good);
  g_assert_nonnull (error);
  if (strstr (error->message, c->complaint) == NULL)
    g_error ("%s: expected “%s”, got “%s”", c->json, c->complaint, error->message);
}

#define PROOF(start, steps) "{\"type\":\"proof\",\"start\":[" start "],\"steps\":[" steps "]}"
#define FHT "\"f\",\"h\",\"t\""
#define GKT "\"g\",\"k\",\"t\""

static void
test_proofs (void)
{
  static const Case cases[] = {
    { "f h t", "g k t",
      PROOF (FHT, "{\"equation\":0,\"at\":0,\"reverse\":false,\"path\":[" GKT "]}"), NULL },
    { "g k t", "f h t",
      PROOF (GKT, "{\"equation\":0,\"at\":0,\"reverse\":true,\"path\":[" FHT "]}"), NULL },
    { "f h t", "f h t", PROOF (FHT, ""), NULL },
    { "f h t", "g k t", PROOF (FHT, ""), "does not end with the right path" },
    { "f h t", "g k t", PROOF (GKT, ""), "does not start with the left path" },
    { "f h t", "g k t",
      PROOF (FHT, "{\"equation\":0,\"at\":0,\"reverse\":true,\"path\":[" GKT "]}"),
      "step 1: what it replaces does not stand at position 0" },
    { "f h t", "g k t",
      PROOF (FHT, "{\"equation\":0,\"at\":1,\"reverse\":false,\"path\":[" GKT "]}"),
      "does not stand at position 1" },
    { "f h t", "g k t",
      PROOF (FHT, "{\"equation\":0,\"at\":9,\"reverse\":false,\"path\":[" GKT "]}"),
      "does not stand at position 9" },
    { "f h t", "g k t",
      PROOF (FHT, "{\"equation\":1,\"at\":0,\"reverse\":false,\"path\":[" GKT "]}"),
      "no equation number 1" },
    { "f h t", "g k t",
      PROOF (FHT, "{\"equation\":0,\"at\":0,\"reverse\":false,\"path\":[\"g\",\"k\"]}"),
      "not what replacing leaves" },
    { "f h t", "g k t", PROOF (FHT, "{\"cancel\":\"f\",\"at\":0,\"path\":[" GKT "]}"),
      "“f” is not declared iso" },
    { "f h t", "g k t", PROOF (FHT, "{\"idempotent\":\"f\",\"at\":0,\"path\":[" GKT "]}"),
      "“f” is not declared idempotent" },
    { "f h t", "g k t", PROOF (FHT, "{\"equation\":0,\"at\":0,\"path\":[\"z\"]}"),
      "no arrow called “z”" },
    { "f h t", "g k t", PROOF (FHT, "{\"equation\":-1,\"at\":0,\"path\":[" GKT "]}"),
      "natural number" },
    { "f h t", "g k t", PROOF (FHT, "{\"at\":0,\"path\":[" GKT "]}"), "a step has to have one of" },
    { "f h t", "g k t", PROOF (FHT, "7"), "a step is not an object" },
    { "f h t", "g k t", "{\"type\":\"proof\",\"start\":[" FHT "]}", "“steps” is missing" },
    { "f h t", "g k t", "{\"type\":\"proof\",\"steps\":[]}", "a path is missing" },
    { "f h t", "g k t", "{\"type\":\"magic\"}", "not a type of evidence" },
    { "f h t", "g k t", "{}", "has no “type”" },
    { "f h t", "g k t", "[]", "not an object" },
    { "f h t", "g k t", "{\"type\":\"laws\",\"equations\":[]}", "is shown by a proof" },
    { "f h t", "g k t", "{\"type\":\"list\",\"elements\":[]}", "is shown by a proof" },
  };
  g_autoptr (ChasePresentation) p = square ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (p, &cases[i], TRUE);
}

#define CANCEL(f, side, start, steps, path)                                                        \
  "{\"cancel\":\"" f "\",\"side\":\"" side "\",\"of\":" PROOF (start, steps) path "}"
#define XM "\"x\",\"m\""
#define YM "\"y\",\"m\""
#define XM_YM "{\"equation\":0,\"at\":0,\"reverse\":false,\"path\":[" YM "]}"
#define EX "\"e\",\"x\""
#define EY "\"e\",\"y\""
#define EX_EY "{\"equation\":1,\"at\":0,\"reverse\":false,\"path\":[" EY "]}"
#define IDEMPOTENT(at, reverse, path)                                                              \
  "{\"idempotent\":\"d\",\"at\":" at ",\"reverse\":" reverse ",\"path\":[" path "]}"
#define INVERSE(f, at, reverse, path)                                                              \
  "{\"cancel\":\"" f "\",\"at\":" at ",\"reverse\":" reverse ",\"path\":[" path "]}"

static void
test_properties (void)
{
  static const Case cases[] = {
    { "x", "y", PROOF ("\"x\"", CANCEL ("m", "right", XM, XM_YM, ",\"path\":[\"y\"]")), NULL },
    { "x", "y", PROOF ("\"x\"", CANCEL ("m", "right", XM, XM_YM, "")), NULL },
    { "x", "y", PROOF ("\"x\"", CANCEL ("e", "left", EX, EX_EY, "")), NULL },
    { "d x d", "d y d",
      PROOF ("\"d\",\"x\",\"d\"",
             CANCEL ("m", "right", XM, XM_YM, ",\"at\":1,\"path\":[\"d\",\"y\",\"d\"]")),
      NULL },
    { "d x d", "d y d",
      PROOF ("\"d\",\"x\",\"d\"",
             CANCEL ("m", "right", XM, XM_YM, ",\"at\":0,\"path\":[\"d\",\"y\",\"d\"]")),
      "does not stand at position 0" },
    { "x", "y", PROOF ("\"x\"", CANCEL ("m", "right", XM, XM_YM, ",\"at\":7,\"path\":[\"y\"]")),
      "past the end" },
    { "x", "y", PROOF ("\"x\"", CANCEL ("m", "left", XM, XM_YM, ",\"path\":[\"y\"]")),
      "not declared epi" },
    { "x", "y", PROOF ("\"x\"", CANCEL ("e", "right", EX, EX_EY, ",\"path\":[\"y\"]")),
      "not declared mono" },
    { "x", "y", PROOF ("\"x\"", CANCEL ("x", "right", XM, XM_YM, ",\"path\":[\"y\"]")),
      "not declared mono" },
    { "x", "y", PROOF ("\"x\"", CANCEL ("i", "right", XM, XM_YM, ",\"path\":[\"y\"]")),
      "with “i” on that side" },
    { "x", "y", PROOF ("\"x\"", CANCEL ("m", "right", XM, "", ",\"path\":[\"y\"]")),
      "not what replacing leaves" },
    { "x", "y",
      PROOF ("\"x\"", CANCEL ("m", "right", XM, "{\"equation\":1,\"at\":0,\"path\":[" YM "]}",
                              ",\"path\":[\"y\"]")),
      "the inner proof: step 1" },
    { "x", "y", PROOF ("\"x\"", CANCEL ("m", "up", XM, XM_YM, "")), "“side” is neither" },
    { "d d", "d", PROOF ("\"d\",\"d\"", IDEMPOTENT ("0", "false", "\"d\"")), NULL },
    { "d", "d d", PROOF ("\"d\"", IDEMPOTENT ("0", "true", "\"d\",\"d\"")), NULL },
    { "d", "d d", PROOF ("\"d\"", IDEMPOTENT ("0", "false", "\"d\",\"d\"")), "does not stand" },
    { "i i^-1", "", PROOF ("\"i\",\"i^-1\"", INVERSE ("i", "0", "false", "")), NULL },
    { "x", "x i i^-1", PROOF ("\"x\"", INVERSE ("i", "1", "true", "\"x\",\"i\",\"i^-1\"")), NULL },
    { "x", "x i i^-1", PROOF ("\"x\"", INVERSE ("i^-1", "1", "true", "\"x\",\"i^-1\",\"i\"")),
      "does not stand at position 1" },
    { "i i^-1", "", PROOF ("\"i\",\"i^-1\"", INVERSE ("i^-1", "0", "false", "")),
      "does not stand at position 0" },
    { "i i^-1", "x", PROOF ("\"i\",\"i^-1\"", INVERSE ("i", "0", "false", "\"x\"")),
      "not what replacing leaves" },
  };
  g_autoptr (ChasePresentation) p = properties ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (p, &cases[i], TRUE);
}

#define MODEL(d, h, k, at, left, right)                                                            \
  "{\"type\":\"model\",\"objects\":{\"A\":[\"a\"],\"B\":[\"b\"],\"C\":[\"c\"],\"D\":[0,1]},"       \
  "\"arrows\":{\"f\":{\"a\":\"b\"},\"g\":{\"a\":\"c\"},\"h\":{" h "},\"k\":{" k "}" d "},"         \
  "\"at\":" at ",\"left\":" left ",\"right\":" right "}"
#define H "\"b\":0"
#define K "\"c\":1"

static void
test_models (void)
{
  static const Case cases[] = {
    { "f h", "g k", MODEL ("", H, K, "\"a\"", "\"0\"", "1"), NULL },
    { "g k", "f h", MODEL ("", H, K, "\"a\"", "1", "0"), NULL },
    { "f h", "g k", MODEL ("", H, K, "\"a\"", "1", "0"), "do not give the elements" },
    { "f h", "g k", MODEL ("", H, "\"c\":0", "\"a\"", "0", "0"), "agree at the element “a”" },
    { "f h", "g k", MODEL ("", H, K, "\"b\"", "0", "1"), "“b” is not an element" },
    { "f h", "g k", MODEL ("", H, K, "\"a\"", "5", "1"), "do not give the elements" },
    { "f h", "g k", MODEL ("", "", K, "\"a\"", "0", "1"), "“h” is not total" },
    { "f h", "g k", MODEL ("", "\"b\":2", K, "\"a\"", "0", "1"), "out of its codomain" },
    { "f h", "g k", MODEL ("", "\"x\":0", K, "\"a\"", "0", "1"), "not in its domain" },
    { "f h", "g k", "{\"type\":\"model\",\"objects\":{\"A\":[]},\"arrows\":{}}", "no set for" },
    { "f h", "g k", "{\"type\":\"model\",\"objects\":{\"A\":[1,1]},\"arrows\":{}}", "twice" },
    { "f h", "g k",
      "{\"type\":\"model\",\"objects\":{\"A\":[],\"B\":[],\"C\":[],\"D\":[]},\"arrows\":{}}",
      "no function for the arrow “f”" },
    { "f h", "g k", "{\"type\":\"model\"}", "“objects” is not an object" },
    { "f h", "g k", PROOF ("\"f\",\"h\"", ""), "shown by a model or by normal forms" },
  };
  static const Case broken
      = { "f h", "g k", MODEL ("", H, K, "\"a\"", "0", "1"), "breaks the given equation number 0" };
  g_autoptr (ChasePresentation) p = small_category ("A B C D", "f:A>B g:A>C h:B>D k:C>D", "");
  g_autoptr (ChasePresentation) q
      = small_category ("A B C D", "f:A>B g:A>C h:B>D k:C>D", "f h = g k");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (p, &cases[i], FALSE);
  check (q, &broken, FALSE);
}

#define TWO(f, extra)                                                                              \
  "{\"type\":\"model\",\"objects\":{\"A\":[0,1],\"B\":[0,1]},\"arrows\":{\"f\":{" f                \
  "},\"x\":{\"0\":0,\"1\":1},\"y\":{\"0\":1,\"1\":0}" extra "},"                                   \
  "\"at\":0,\"left\":0,\"right\":1}"

static void
check_declared (const char *property, const char *json, const char *complaint)
{
  g_autofree char *arrows = g_strconcat (property, "f:A>B x:A>A y:A>A", NULL);
  g_autoptr (ChasePresentation) p = small_category ("A B", arrows, "");
  Case c = { "x", "y", json, complaint };

  check (p, &c, FALSE);
}

/* A disproof has to keep what is declared, or cancelling could still prove the equation. */
static void
test_declared_models (void)
{
  check_declared ("", TWO ("\"0\":0,\"1\":0", ""), NULL);
  check_declared ("[m]", TWO ("\"0\":0,\"1\":1", ""), NULL);
  check_declared ("[m]", TWO ("\"0\":0,\"1\":0", ""), "declared mono and is not one");
  check_declared ("[e]", TWO ("\"0\":0,\"1\":0", ""), "declared epi and is not one");
  check_declared ("[s]", TWO ("\"0\":0,\"1\":0", ""), "declared mono and is not one");
  check_declared ("[t]", TWO ("\"0\":1,\"1\":1", ""), "declared epi and is not one");
  check_declared ("[i]", TWO ("\"0\":1,\"1\":0", ""), NULL);
  check_declared ("[i]", TWO ("\"0\":1,\"1\":0", ",\"f^-1\":{\"0\":1,\"1\":0}"), NULL);
  check_declared ("[i]", TWO ("\"0\":1,\"1\":0", ",\"f^-1\":{\"0\":0,\"1\":1}"),
                  "not inverse to each other");
}

#define NORMAL(order, rules, left, right)                                                          \
  "{\"type\":\"normal\",\"order\":{\"kind\":" order "},\"rules\":[" rules "],\"left\":[" left      \
  "],\"right\":[" right "]}"
#define AB "[[\"a\",\"b\"],[]]"
#define AA "[[\"a\",\"a\"],[\"a\"]]"
#define DERIVED(rules, derivations, left, right)                                                   \
  "{\"type\":\"normal\",\"order\":{\"kind\":" SHORTLEX "},\"rules\":[" rules                       \
  "],\"derivations\":[" derivations "],\"left\":[" left "],\"right\":[" right "]}"
#define SHORTLEX "\"shortlex\",\"letters\":[\"a\",\"b\"]"

/* The bicyclic monoid a b = 1: infinite, and complete with one rule. */
static void
test_normal_forms (void)
{
  static const Case cases[] = {
    { "b a", "", DERIVED (AB, "{\"rule\":0,\"steps\":[{\"equation\":0}]}", "\"b\",\"a\"", ""),
      NULL },
    { "b a", "", NORMAL (SHORTLEX, AB, "\"b\",\"a\"", ""), "rule 0 is not derived" },
    { "b a", "", NORMAL (SHORTLEX, "[[\"a\",\"b\"],[]]", "\"b\"", ""), "not those of the two" },
    { "a b b", "b", NORMAL (SHORTLEX, "[[\"a\",\"b\"],[]]", "\"b\"", "\"b\""), "same normal form" },
    { "b a", "", NORMAL (SHORTLEX, "", "\"b\",\"a\"", ""), "every given equation" },
    { "b a", "", NORMAL (SHORTLEX, "[[],[\"a\",\"b\"]]", "\"b\",\"a\"", ""),
      "rewrites an identity" },
    { "b a", "", NORMAL (SHORTLEX, "[[\"a\"],[\"b\",\"a\"]]", "\"b\",\"a\"", ""), "lesser path" },
    { "b a", "", NORMAL (SHORTLEX, "[[\"a\",\"b\"],[]],[[\"b\",\"b\"],[\"a\"]]", "\"b\",\"a\"", ""),
      "overlap badly" },
    { "b a", "", NORMAL (SHORTLEX, "[[\"a\",\"b\"],[]],[[\"a\",\"a\",\"b\"],[\"b\"]]", "", ""),
      "applies inside another" },
    { "b a", "", NORMAL ("\"shortlex\",\"letters\":[\"a\"]", "", "", ""), "every arrow once" },
    { "b a", "", NORMAL ("\"shortlex\",\"letters\":[\"a\",\"a\"]", "", "", ""), "twice" },
    { "b a", "", NORMAL (SHORTLEX ",\"weights\":[0,1]", "", "", ""), "gives an arrow no weight" },
    { "b a", "", NORMAL ("\"magic\",\"letters\":[]", "", "", ""), "kind is neither" },
  };
  g_autoptr (ChasePresentation) p = small_category ("A", "a:A>A b:A>A", "a b =");
  g_autoptr (ChasePresentation) q = small_category ("A", "a:A>A [m]b:A>A", "a b =");
  Case mono = cases[0];

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (p, &cases[i], FALSE);
  mono.complaint = "declared mono or epi";
  check (q, &mono, FALSE);
}

/* Rules that make more paths equal than the equations do, and derivations that do not derive them.
 */
static void
test_derivations (void)
{
#define ONE(steps) "{\"rule\":0,\"steps\":[" steps "]}"
#define BA_A(derivations) DERIVED (AA, derivations, "\"b\",\"a\"", "\"b\"")
  static const Case cases[] = {
    { "b a", "b", BA_A (ONE ("{\"equation\":0}")), NULL },
    { "b a", "b", BA_A (ONE ("{\"idempotent\":\"a\"}")), "not declared" },
    { "b a", "b", BA_A (ONE ("{\"cancel\":\"a\"}")), "not declared" },
    { "b a", "b", BA_A (ONE ("{\"cancel\":\"c\"}")), "no arrow called" },
    { "b a", "b", BA_A (ONE ("{\"equation\":1}")), "not given" },
    { "b a", "b", BA_A (ONE ("{\"equation\":0,\"reverse\":true}")), "does not lead" },
    { "b a", "b", BA_A (ONE ("{\"equation\":0,\"at\":1}")), "not about the path" },
    { "b a", "b", BA_A (ONE ("")), "does not lead" },
    { "b a", "b", BA_A (ONE ("{\"equation\":0},{\"equation\":0,\"reverse\":true}")),
      "does not lead" },
    { "b a", "b", BA_A (ONE ("{\"rule\":0}")), "not derived before" },
    { "b a", "b", BA_A (ONE ("{\"lemma\":0}")), "not derived before" },
    { "b a", "b", BA_A (ONE ("{\"equation\":0,\"rule\":0}")), "one of" },
    { "b a", "b", BA_A (ONE ("{}")), "one of" },
    { "b a", "b", BA_A (ONE ("{\"equation\":0}") "," ONE ("{\"equation\":0}")), "twice" },
    { "b a", "b", BA_A ("{\"rule\":1,\"steps\":[]}"), "is none" },
    { "b a", "b", BA_A ("{\"steps\":[]}"), "not an array of two paths" },
    { "b a", "b", BA_A (""), "rule 0 is not derived" },
    { "b a", "b",
      BA_A ("{\"lemma\":[[\"a\",\"a\",\"a\"],[\"a\"]],\"steps\":[{\"equation\":0,\"at\":1}]}," ONE (
          "{\"equation\":0,\"reverse\":true,\"at\":1},{\"lemma\":0}")),
      "does not lead" },
    { "b a", "b",
      BA_A ("{\"lemma\":[[\"a\",\"a\",\"a\"],[\"a\",\"a\"]],\"steps\":[{\"equation\":0,\"at\":1}]}"
            "," ONE ("{\"equation\":0,\"reverse\":true,\"at\":1},{\"lemma\":0},{\"equation\":0}")),
      NULL },
    { "b a", "b", BA_A ("{\"lemma\":[[],[\"a\"]],\"steps\":[]}," ONE ("{\"equation\":0}")),
      "parallel" },
  };
  static const Case forged
      = { "b", "", DERIVED ("[[\"a\"],[]]", ONE ("{\"equation\":0}"), "\"b\"", ""),
          "not about the path" };
  g_autoptr (ChasePresentation) p = small_category ("A", "a:A>A b:A>A", "a a = a");
  g_autoptr (ChasePresentation) q = small_category ("A", "a:A>A b:A>A", "a a a =");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (p, &cases[i], FALSE);
  check (q, &forged, FALSE);
}

static void
check_laws (ChaseShape *shape, const char *json, gboolean strictly, gboolean holds,
            const char *complaint)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (json, &error);
  g_autoptr (ChaseEvidence) evidence = NULL;
  gboolean good;

  g_assert_no_error (error);
  evidence = chase_evidence_from_json (node, shape->presentation, shape, &error);
  good = evidence != NULL && chase_verify_commutes (shape, strictly, holds, evidence, &error);
  g_assert_true (good == (complaint == NULL));
  if (complaint != NULL && strstr (error->message, complaint) == NULL)
    g_error ("%s: expected “%s”, got “%s”", json, complaint, error->message);
}

#define LAW(from, to, left, right, proof)                                                          \
  "{\"from\":\"" from "\",\"to\":\"" to "\",\"left\":[" left "],\"right\":[" right                 \
  "],\"evidence\":" proof "}"
#define LAWS(list) "{\"type\":\"laws\",\"equations\":[" list "]}"
#define FH "\"f\",\"h\""
#define GK "\"g\",\"k\""
#define FH_GK PROOF (FH, "{\"equation\":0,\"at\":0,\"reverse\":false,\"path\":[" GK "]}")

static void
test_laws (void)
{
  g_autoptr (ChasePresentation) p = square ();
  g_autoptr (ChaseShape) shape = chase_shape_new_whole (p);

  check_laws (shape, LAWS (LAW ("A", "D", FH, GK, FH_GK)), FALSE, TRUE, NULL);
  check_laws (shape, LAWS (LAW ("A", "D", FH, GK, FH_GK)), TRUE, TRUE, NULL);
  check_laws (shape, LAWS (""), FALSE, TRUE, "unequal");
  check_laws (shape, LAWS (LAW ("A", "D", FH, FH, PROOF (FH, ""))), FALSE, TRUE, "unequal");
  check_laws (shape, LAWS (LAW ("A", "D", FH, GK, PROOF (FH, ""))), FALSE, TRUE,
              "law 1: the proof does not end");
  check_laws (shape, LAWS (LAW ("A", "E", FH, GK, FH_GK)), FALSE, TRUE, "law 1: it is not about");
  check_laws (shape, LAWS (LAW ("B", "D", FH, GK, FH_GK)), FALSE, TRUE, "law 1: it is not about");
  check_laws (shape, LAWS (LAW ("A", "Q", FH, GK, FH_GK)), FALSE, TRUE, "no object called");
  check_laws (shape, LAWS (LAW ("A", "D", FH, GK, "{}")), FALSE, TRUE, "no “type”");
  check_laws (shape, FH_GK, FALSE, TRUE, "shown by laws");
  check_laws (shape, FH_GK, FALSE, FALSE, "does not name two paths of the diagram");
}

#define PARALLEL                                                                                   \
  "{\"type\":\"model\",\"objects\":{\"A\":[0],\"B\":[0,1]},\"arrows\":{\"f\":{\"0\":0},"           \
  "\"g\":{\"0\":1}},\"at\":0,\"left\":0,\"right\":1"

/* Two parallel single arrows alone: X => Y is no promise, unless it is asked for strictly. */
static void
test_parallel_arrows (void)
{
  g_autoptr (ChasePresentation) p = small_category ("A B", "f:A>B g:A>B", "");
  g_autoptr (ChaseShape) shape = chase_shape_new_whole (p);
  const char *named = PARALLEL ",\"paths\":[[\"f\"],[\"g\"]]}";

  check_laws (shape, LAWS (""), FALSE, TRUE, NULL);
  check_laws (shape, LAWS (""), TRUE, TRUE, "unequal");
  check_laws (shape, named, TRUE, FALSE, NULL);
  check_laws (shape, named, FALSE, FALSE, "are not compared");
  check_laws (shape, PARALLEL "}", TRUE, FALSE, "does not name two paths");
  check_laws (shape, PARALLEL ",\"paths\":[[\"g\"],[\"f\"]]}", TRUE, FALSE, "do not give");
  check_laws (shape, PARALLEL ",\"paths\":[[],[]]}", TRUE, FALSE, "length zero");
  check_laws (shape, PARALLEL ",\"paths\":[[\"f\"]]}", TRUE, FALSE, "not an array of two");
}

/* A shape with edges that show longer paths, identities, or nothing with a name of their own. */
static void
test_shape_names (void)
{
  g_autoptr (ChasePresentation) p = square ();
  g_autoptr (ChaseShape) shape = chase_shape_new (p);
  g_autoptr (GArray) left = small_path (p, "f h");
  g_autoptr (GArray) right = small_path (p, "g k");
  guint32 a = chase_shape_add_node (shape, NULL, 0), d = chase_shape_add_node (shape, NULL, 3);
  guint32 e0 = chase_shape_add_edge (shape, NULL, a, d, small_word (left));
  guint32 e1 = chase_shape_add_edge (shape, NULL, a, d, small_word (right));
  const char *json = "{\"type\":\"laws\",\"equations\":[{\"from\":0,\"to\":1,\"left\":[" FH
                     "],\"right\":[" GK "],\"edges\":[[0],[1]],\"evidence\":" FH_GK "}]}";
  const char *swapped = "{\"type\":\"laws\",\"equations\":[{\"from\":0,\"to\":1,\"left\":[" FH
                        "],\"right\":[" GK "],\"edges\":[[1],[0]],\"evidence\":" FH_GK "}]}";

  g_assert_cmpuint (e0, ==, 0);
  g_assert_cmpuint (e1, ==, 1);
  check_laws (shape, json, TRUE, TRUE, NULL);
  check_laws (shape, swapped, TRUE, TRUE, "do not show the paths");
  check_laws (shape, LAWS (LAW ("A", "D", FH, GK, FH_GK)), TRUE, TRUE, "no object called");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evidence/verifier/proofs", test_proofs);
  g_test_add_func ("/evidence/verifier/properties", test_properties);
  g_test_add_func ("/evidence/verifier/models", test_models);
  g_test_add_func ("/evidence/verifier/declared-models", test_declared_models);
  g_test_add_func ("/evidence/verifier/normal-forms", test_normal_forms);
  g_test_add_func ("/evidence/verifier/derivations", test_derivations);
  g_test_add_func ("/evidence/verifier/laws", test_laws);
  g_test_add_func ("/evidence/verifier/parallel-arrows", test_parallel_arrows);
  g_test_add_func ("/evidence/verifier/shape-names", test_shape_names);
  return g_test_run ();
}
