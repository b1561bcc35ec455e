/* SPDX-License-Identifier: MIT */

/* Evidence made by hand to show what is not so, or what it does not show: one case for each thing
 * that could be taken for granted. The last statement of each document is what the evidence is
 * about. */
#include "evidence/report.h"
#include "model/claim.h"
#include "model/problem.h"
#include "notation/notation.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *document;
  const char *verdict; /* of the statement */
  const char *value;   /* of a count, or NULL */
  const char *evidence;
  const char *complaint; /* a part of what the verifier says, or NULL where it is to accept */
} Forged;

#define ORDER(letters) "\"order\":{\"kind\":\"shortlex\",\"letters\":[" letters "]}"
#define SYSTEM(letters, rules, derivations)                                                        \
  "{\"type\":\"normal\"," ORDER (letters) ",\"rules\":[" rules "],\"derivations\":[" derivations   \
                                          "],\"left\":[],\"right\":[]}"
#define BY_EQUATION(n) "{\"rule\":" n ",\"steps\":[{\"equation\":" n "}]}"

#define CYCLE "category C { object O ; a : O -> O ; a^3 = id(O) }\n"
#define A_GONE "[[\"a\"],[]]"
#define FREE "category N { object O ; s : O -> O }\n"
#define FORK                                                                                       \
  "category F { objects A, B, C ; x, y : A -> B ; f : B -> C ; s : C -> C ; f . x = f . y }\n"
#define FORK_LETTERS "\"x\",\"y\",\"f\",\"s\""
#define Y_X "[[\"y\"],[\"x\"]]"
#define YF_XF "[[\"y\",\"f\"],[\"x\",\"f\"]]"
#define ARROW_F(system) "{\"type\":\"list\",\"systems\":[{\"arrow\":\"f\",\"system\":" system "}]}"

/* Its entries make p and q equal, if one takes them for equations; and it is not associative. */
#define BROKEN                                                                                     \
  "category T table { object O ; p, q : O -> O\n"                                                  \
  "p . p = q ; q . q = p ; p . q = p ; q . p = q }\n"
#define BROKEN_DIAGRAM                                                                             \
  BROKEN "diagram d in T { x : O at 0, 0 ; y : O at 1, 0 ; z : O at 2, 0\n"                        \
         "a : x -> y = p ; b : x -> y = q ; c : y -> z = p }\n"
#define PROOF(start, steps) "{\"type\":\"proof\",\"start\":[" start "],\"steps\":[" steps "]}"
#define STEP(n, at, reverse, path)                                                                 \
  "{\"equation\":" n ",\"at\":" at ",\"reverse\":" reverse ",\"path\":[" path "]}"
#define Q_P                                                                                        \
  PROOF ("\"q\"",                                                                                  \
         STEP ("0", "0", "true", "\"p\",\"p\"") "," STEP (                                         \
             "2", "1", "true",                                                                     \
             "\"p\",\"q\",\"p\"") "," STEP ("3", "0", "false",                                     \
                                            "\"q\",\"p\"") "," STEP ("2", "0", "false", "\"p\""))
#define PP_QP                                                                                      \
  PROOF ("\"p\",\"p\"",                                                                            \
         STEP ("2", "1", "true", "\"p\",\"q\",\"p\"") "," STEP ("3", "0", "false", "\"q\",\"p\""))
#define FALSELY_ISO "category T table { objects A, B ; f : A -> B ; iso f }\n"

#define CYCLE_TABLE                                                                                \
  "category T table { object O ; p, q : O -> O ; p . p = q ; q . q = p ; p . q = id(O)\n"          \
  "q . p = id(O) }\n"
#define PRODUCT BROKEN "category I { object A ; f : A -> A ; f^2 = f }\ncategory P = T * I\n"
#define SETS                                                                                       \
  "category C { objects A, B ; f : A -> B }\n"                                                     \
  "functor M : C -> Set { A |-> {x} ; B |-> {y, z} ; f |-> {x |-> y} }\n"                          \
  "functor N : C -> Set { A |-> {x} ; B |-> {y, z} ; f |-> {x |-> z} }\n"
#define ORDER_2                                                                                    \
  "category C { objects A, B ; f, g : A -> B ; e : B -> B ; e . e = id(B)\n"                       \
  "e . f = g ; e . g = f }\n"
#define NO_ISO                                                                                     \
  "category J { objects A, B ; i : A -> B ; iso i }\n"                                             \
  "functor F : J -> Set { A |-> {a, b} ; B |-> {c, d} ; i |-> {a |-> c, b |-> c} }\n"

#define SETS_DIAGRAM                                                                               \
  SETS "diagram S in Set { a : M(A) at 0, 0 ; b : M(B) at 1, 0 ; u : a -> b = M(f)\n"              \
       "v : a -> b = N(f) }\n"
#define RETRACT "category B { object S ; p, q : S -> S ; q . p = id(S) }\n"
#define SLICE FREE "category L = slice N over O\n"

static const Forged cases[] = {
  { "system/right", CYCLE "check |Mor(C)| = 3", "holds", "3",
    SYSTEM ("\"a\"", "[[\"a\",\"a\",\"a\"],[]]", BY_EQUATION ("0")), NULL },
  { "system/coarse", CYCLE "check |Mor(C)| = 1", "holds", "1", SYSTEM ("\"a\"", A_GONE, ""),
    "not derived" },
  { "system/coarse-by-equation", CYCLE "check |Mor(C)| = 1", "holds", "1",
    SYSTEM ("\"a\"", A_GONE, BY_EQUATION ("0")), "not about the path" },
  { "system/coarse-by-itself", CYCLE "check |Mor(C)| = 1", "holds", "1",
    SYSTEM ("\"a\"", A_GONE, "{\"rule\":0,\"steps\":[{\"rule\":0}]}"), "before it is used" },
  { "system/coarse-by-lemma", CYCLE "check |Mor(C)| = 1", "holds", "1",
    SYSTEM ("\"a\"", A_GONE,
            "{\"lemma\":[[\"a\"],[]],\"steps\":[]},{\"rule\":0,\"steps\":[{\"lemma\":0}]}"),
    "does not lead" },
  { "system/fine", CYCLE "check not |Mor(C)| = 3", "holds", "infinite", SYSTEM ("\"a\"", "", ""),
    "every given equation" },
  { "system/terminal", FREE "check O is terminal in N", "holds", NULL,
    "{\"type\":\"list\",\"system\":" SYSTEM ("\"s\"", "[[\"s\"],[]]", "") "}", "not derived" },
  { "system/free-arrow", FORK "check f is mono in F", "holds", NULL,
    ARROW_F (SYSTEM (FORK_LETTERS, Y_X, "")), "not derived" },
  { "system/free-arrow-by-equation", FORK "check f is mono in F", "holds", NULL,
    ARROW_F (SYSTEM (FORK_LETTERS, Y_X, BY_EQUATION ("0"))), "not about the path" },
  { "system/used-up-arrow", FORK "check f is mono in F", "holds", NULL,
    ARROW_F (
        SYSTEM (FORK_LETTERS, YF_XF, "{\"rule\":0,\"steps\":[{\"equation\":0,\"reverse\":true}]}")),
    "uses up the arrow" },
  { "system/other-type", FREE "category I { object X }\ncheck not N isomorphic I", "holds", NULL,
    "{\"type\":\"table\",\"side\":0,\"infinite\":{\"type\":\"proof\",\"start\":[],\"steps\":[]}}",
    "“normal” is needed" },
  { "table/declared", FALSELY_ISO "check f is iso in T", "holds", NULL,
    "{\"type\":\"laws\",\"declared\":\"iso\"}", "not declared" },
  { "table/facts", FALSELY_ISO "check f is split mono in T", "holds", NULL,
    "{\"type\":\"laws\",\"facts\":[{\"path\":[\"f\"],\"is\":\"iso\",\"by\":\"declared\"},"
    "{\"path\":[\"f\"],\"is\":\"split mono\",\"by\":\"weaker\",\"of\":[0]}]}",
    "does not follow" },
  { "table/values", BROKEN "check not p = q in T", "holds", NULL,
    "{\"type\":\"table\",\"left\":\"p\",\"right\":\"q\",\"generators\":[\"p\",\"q\"]}",
    "not a category" },
  { "table/proof", BROKEN "check q = p in T", "holds", NULL, Q_P, "not a category" },
  { "table/product", PRODUCT "check |Mor(P)| = 8", "holds", "8", "{\"type\":\"list\"}",
    "not a category" },
  { "table/diagram", BROKEN_DIAGRAM "check d commutes", "holds", NULL,
    "{\"type\":\"laws\",\"equations\":[{\"from\":\"x\",\"to\":\"z\",\"left\":[\"p\",\"p\"],"
    "\"right\":["
    "\"q\",\"p\"],\"edges\":[[\"a\",\"c\"],[\"b\",\"c\"]],\"evidence\":" PP_QP "}]}",
    "not a category" },
  { "table/other-values", CYCLE_TABLE "check p . p = q in T", "holds", NULL,
    "{\"type\":\"table\",\"left\":\"p\",\"right\":\"q\",\"generators\":[\"p\"]}", "other values" },
  { "table/right-values", CYCLE_TABLE "check p . p = q in T", "holds", NULL,
    "{\"type\":\"table\",\"left\":\"q\",\"right\":\"q\",\"generators\":[\"p\"]}", NULL },
  { "table/few-generators", FALSELY_ISO "check T is category", "holds", NULL,
    "{\"type\":\"laws\",\"generators\":[]}", "do not reach" },
  { "table/falsely-declared", FALSELY_ISO "check T is category", "holds", NULL,
    "{\"type\":\"laws\",\"generators\":[\"f\"]}", "is declared of it" },
  { "functions/equal", SETS "check M(f) = M(f) in Set", "holds", NULL,
    "{\"type\":\"table\",\"values\":{\"x\":\"z\"}}", "other values" },
  { "functions/different", SETS "check not M(f) = N(f) in Set", "holds", NULL,
    "{\"type\":\"table\",\"at\":\"x\",\"left\":\"z\",\"right\":\"y\"}", "other values there" },
  { "functions/chain", SETS "check not M(f) = M(f) = N(f) in Set", "holds", NULL,
    "{\"type\":\"table\",\"at\":\"x\",\"left\":\"y\",\"right\":\"z\"}", NULL },
  { "functor/lost-property", NO_ISO "check not F is functor", "holds", NULL,
    "{\"type\":\"table\",\"arrow\":\"i\",\"property\":\"split epi\"}", "keeps what is declared" },
  { "objects/arrows", ORDER_2 "check not A is terminal in C", "holds", NULL,
    "{\"type\":\"table\",\"from\":\"B\",\"arrows\":[[\"e\"]]}", "are others" },
  { "objects/no-arrows", ORDER_2 "check not A is initial in C", "holds", NULL,
    "{\"type\":\"table\",\"to\":\"B\",\"arrows\":[]}", "are others" },
  { "objects/one-arrow-twice", ORDER_2 "check not A is initial in C", "holds", NULL,
    "{\"type\":\"table\",\"to\":\"B\",\"arrows\":[[\"f\"],[\"f\"]]}", "are others" },
  { "objects/two-arrows", ORDER_2 "check not A is initial in C", "holds", NULL,
    "{\"type\":\"table\",\"to\":\"B\",\"arrows\":[[\"f\"],[\"g\"]]}", NULL },
  { "cone/mediating", ORDER_2 "check not A with id(A), f is product of A, B in C", "holds", NULL,
    "{\"type\":\"cone\",\"from\":\"A\",\"legs\":[[],[\"g\"]],\"mediating\":[[]]}", "are others" },
  { "cone/none-mediates", ORDER_2 "check not A with id(A), f is product of A, B in C", "holds",
    NULL, "{\"type\":\"cone\",\"from\":\"A\",\"legs\":[[],[\"g\"]],\"mediating\":[]}", NULL },
  { "list/short", CYCLE "check |Mor(C)| = 2", "holds", "2",
    "{\"type\":\"list\",\"elements\":[[\"a\"],[\"a\",\"a\"]]}", "there are 3" },
  { "list/checksum", CYCLE "check |Mor(C)| = 3", "holds", "3",
    "{\"type\":\"list\",\"checksum\":\"0\"}", "" },
  { "sets/diagram-elements", SETS_DIAGRAM "check not S strictly commutes", "holds", NULL,
    "{\"type\":\"table\",\"edges\":[[\"u\"],[\"v\"]],\"object\":\"*\",\"at\":\"x\",\"left\":\"z\","
    "\"right\":\"y\"}",
    "other elements" },
  { "sets/diagram-right", SETS_DIAGRAM "check not S strictly commutes", "holds", NULL,
    "{\"type\":\"table\",\"edges\":[[\"u\"],[\"v\"]],\"object\":\"*\",\"at\":\"x\",\"left\":\"y\","
    "\"right\":\"z\"}",
    NULL },
  { "sets/diagram-pairs", SETS_DIAGRAM "check S commutes", "holds", NULL,
    "{\"type\":\"laws\",\"pairs\":1}", "0 pairs" },
  { "infinite/no-side", RETRACT "check not p is epi in B", "holds", NULL,
    "{\"type\":\"table\",\"side\":\"left\",\"from\":\"S\",\"confused\":[[],[]],\"parts\":[]}",
    "other side" },
  { "implied/other-part", SLICE "check (s, s) is mono in L", "holds", NULL,
    "{\"type\":\"list\",\"implied\":0,\"parts\":[{\"evidence\":{\"type\":\"table\","
    "\"absorbing\":[\"s\"]}}]}",
    "" },
  { "implied/contrary", SLICE "check (s, s) is iso in L", "holds", NULL,
    "{\"type\":\"list\",\"implied\":1,\"parts\":[{\"evidence\":{\"type\":\"table\","
    "\"absorbing\":[\"s\"]}}]}",
    "nothing says" },
  { "implied/right", SLICE "check not (s, s) is iso in L", "holds", NULL,
    "{\"type\":\"table\",\"implied\":1,\"parts\":[{\"evidence\":{\"type\":\"table\","
    "\"absorbing\":[\"s\"]}}]}",
    NULL },
  { "implied/no-part", SLICE "check not (s, s) is iso in L", "holds", NULL,
    "{\"type\":\"table\",\"implied\":1,\"parts\":[]}", "evidence for each part" },
  { "implied/none", SLICE "check L is thin", "holds", NULL,
    "{\"type\":\"list\",\"implied\":99,\"parts\":[]}", "nothing says" },
  { "implied/count", FREE "check |Hom(O, -)(O)| = 1", "holds", "1",
    "{\"type\":\"list\",\"implied\":0,\"parts\":[{\"value\":\"1\",\"evidence\":{\"type\":\"list\","
    "\"elements\":[[]]}}]}",
    "" },
  { "count/unreachable", FREE "check |Hom(O, O)| = 0", "holds", "0",
    "{\"type\":\"list\",\"unreachable\":true}", "arrows lead there" },
  { "system/declared-mono",
    "category V { object A ; t : A -> A ; t^2 = t ; mono t }\n"
    "check not |Mor(V)| = 1",
    "holds", "2", SYSTEM ("\"t\"", "[[\"t\",\"t\"],[\"t\"]]", BY_EQUATION ("0")), "declared mono" },
  { "cat/objects", CYCLE "check not C is initial in Cat", "holds", NULL,
    "{\"type\":\"table\",\"objects\":0}", "another number" },
  { "sets/flag", SETS "check not |Ob(Set)| = 1", "holds", "infinite",
    "{\"type\":\"list\",\"sets\":false}", "shows nothing" },
};

static void
test_forged (gconstpointer data)
{
  const Forged *forged = data;
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document
      = chase_notation_parse (forged->document, strlen (forged->document), problems);
  g_autoptr (ChaseTheory) theory = chase_theory_new (document, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (forged->evidence, &error);
  g_autoptr (GPtrArray) claims = chase_document_claims (document);
  const ChaseClaim *claim = g_ptr_array_index (claims, claims->len - 1);
  gboolean accepted;

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  accepted = chase_verify_result (theory, claim->proposition, claim->negated, forged->verdict,
                                  forged->value, node, &error);
  if (forged->complaint == NULL)
    {
      g_assert_no_error (error);
      g_assert_true (accepted);
      return;
    }
  g_assert_false (accepted);
  if (strstr (error->message, forged->complaint) == NULL)
    g_error ("expected “%s”, got “%s”", forged->complaint, error->message);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat ("/evidence/forged/", cases[i].name, NULL);

      g_test_add_data_func (name, &cases[i], test_forged);
    }
  return g_test_run ();
}
