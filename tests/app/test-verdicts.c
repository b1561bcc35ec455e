/* SPDX-License-Identifier: MIT */
#include "app/verdicts.h"
#include "model/problem.h"
#include "notation/notation.h"

#include <string.h>

/* What is known of a drawing before it is asked about, and after. */

static ChaseWholeState
whole_of (const char *text, double seconds)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document = chase_notation_parse (text, strlen (text), problems);
  ChaseItem *item = chase_document_get_item (document, 0);
  g_autoptr (ChaseDiagram) diagram = chase_diagram_new (document, item, problems);
  g_autoptr (ChaseVerdicts) verdicts = chase_verdicts_find (document, item, diagram, seconds, NULL);

  g_assert_cmpuint (problems->len, ==, 0);
  return verdicts->whole;
}

/* A drawing without a face waits for no answer, however long one takes. */
static void
test_no_faces (void)
{
  const char *texts[]
      = { "diagram d {\n}\n", "diagram d {\n  A at 0, 0\n  B at 1, 0\n  f : A -> B\n}\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_cmpint (whole_of (texts[i], 0), ==, CHASE_WHOLE_NOTHING);
      g_assert_cmpint (whole_of (texts[i], 5), ==, CHASE_WHOLE_NOTHING);
    }
}

static void
test_faces (void)
{
  const char *text = "diagram d {\n  A at 0, 0\n  B at 1, 0\n  C at 1, 1\n"
                     "  f : A -> B\n  g : B -> C\n  h : A -> C\n}\n";

  g_assert_cmpint (whole_of (text, 0), ==, CHASE_WHOLE_UNASKED);
  g_assert_cmpint (whole_of (text, 5), ==, CHASE_WHOLE_FAILS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verdicts/no-faces", test_no_faces);
  g_test_add_func ("/verdicts/faces", test_faces);
  return g_test_run ();
}
