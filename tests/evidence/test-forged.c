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
