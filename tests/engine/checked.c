/* SPDX-License-Identifier: MIT */
#include "checked.h"

#include "evidence/report.h"
#include "model/dual.h"
#include "model/problem.h"
#include "model/validate.h"
#include "notation/notation.h"

#include <string.h>

static ChaseDocument *
read_document (const char *text)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  ChaseDocument *document = chase_notation_parse (text, strlen (text), problems);

  if (problems->len == 0)
    chase_validate (document, problems);
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *shown = chase_problem_format (g_ptr_array_index (problems, i), "text", text,
                                                     strlen (text), FALSE);

      g_test_message ("%s", shown);
    }
  g_assert_cmpuint (problems->len, ==, 0);
  return document;
}

static void
assert_verified (ChaseTheory *theory, const ChaseResult *result)
{
  g_autoptr (JsonNode) evidence = chase_result_evidence_json (result);
  const char *verdict = chase_verdict_word (result->verdict);
  const char *other = result->verdict == CHASE_VERDICT_HOLDS ? "fails" : "holds";
  const ChaseClaim *claim = result->claim;
  g_autoptr (GError) error = NULL;
  gboolean accepted;

  g_assert_true ((evidence == NULL) == (result->verdict == CHASE_VERDICT_UNDECIDED));
  accepted = chase_verify_result (theory, claim->proposition, claim->negated, verdict,
                                  result->value, evidence, &error);
  g_assert_no_error (error);
  g_assert_true (accepted);
  g_assert_false (chase_verify_result (theory, claim->proposition, claim->negated, other,
                                       result->value, evidence, &error));
  g_assert_nonnull (error);
}

static char *
statement_of (const ChaseResult *result)
{
  return chase_notation_print_proposition (result->claim->proposition, result->claim->negated,
                                           CHASE_NOTATION_ASCII);
}

static void
assert_document (const ChaseDocument *document, const char *verdicts, const char *values)
{
  g_autoptr (GPtrArray) results = chase_check_document (document, NULL, NULL, NULL, NULL);
  g_autoptr (ChaseTheory) theory = chase_theory_new (document, NULL);
  g_autoptr (GString) letters = g_string_new (NULL);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < results->len; i++)
    {
      const ChaseResult *result = g_ptr_array_index (results, i);
      g_autofree char *statement = statement_of (result);

      g_test_message ("%s: %s: %s", statement, chase_verdict_word (result->verdict),
                      result->reason);
      g_string_append_c (letters, *chase_verdict_word (result->verdict));
      if (result->value != NULL)
        g_string_append_printf (found, "%s%s", found->len > 0 ? " " : "", result->value);
    }
  g_assert_cmpstr (letters->str, ==, verdicts);
  if (values != NULL)
    g_assert_cmpstr (found->str, ==, values);
  for (guint i = 0; i < results->len; i++)
    {
      const ChaseResult *result = g_ptr_array_index (results, i);
      g_autofree char *statement = statement_of (result);

      g_test_message ("verifying %s", statement);
      assert_verified (theory, result);
    }
}

/* The dual says the same of the opposite categories, and turned round again it is the document, to
 * the byte. */
static void
assert_dual (const ChaseDocument *document, const char *verdicts, const char *values)
{
  g_autoptr (ChaseDocument) dual = chase_document_dual (document);
  g_autoptr (ChaseDocument) back = chase_document_dual (dual);
  g_autofree char *original_text = chase_notation_print (document, CHASE_NOTATION_ASCII);
  g_autofree char *dual_text = chase_notation_print (dual, CHASE_NOTATION_ASCII);
  g_autofree char *back_text = chase_notation_print (back, CHASE_NOTATION_ASCII);
  g_autoptr (ChaseDocument) read = NULL;

  g_test_message ("the dual:\n%.9999s", dual_text); /* a reader of tests takes no line of 64 KiB */
  g_assert_cmpstr (back_text, ==, original_text);
  g_assert_true (chase_document_equal (document, back));
  read = read_document (dual_text);
  assert_document (read, verdicts, values);
}

void
assert_values (const char *text, const char *verdicts, const char *values)
{
  g_autoptr (ChaseDocument) document = read_document (text);

  assert_document (document, verdicts, values);
  assert_dual (document, verdicts, values);
}

void
assert_verdicts (const char *text, const char *verdicts)
{
  assert_values (text, verdicts, NULL);
}
