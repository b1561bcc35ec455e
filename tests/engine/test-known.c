/* SPDX-License-Identifier: MIT */
/*
 * Documents whose answers are known by mathematics: a comment "#= VERDICT" stands behind each
 * statement. Every verdict is that one, its evidence is accepted for it and not for the other,
 * and the dual document has the same verdicts.
 */
#include "engine/check.h"
#include "evidence/report.h"
#include "model/dual.h"
#include "notation/notation.h"

#include <string.h>

/* Line + 1 -> the verdict that stands behind it. */
static GHashTable *
known_verdicts (const char *text)
{
  GHashTable *known = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *mark = strstr (lines[i], "#= ");

      if (mark != NULL)
        g_hash_table_insert (known, GUINT_TO_POINTER (i + 1), g_strstrip (g_strdup (mark + 3)));
    }
  return known;
}

/* With @both, the evidence must not do for the other verdict. */
static void
assert_verified (ChaseTheory *theory, const ChaseResult *result, gboolean both)
{
  g_autoptr (JsonNode) evidence = chase_result_evidence_json (result);
  gboolean holds = result->verdict == CHASE_VERDICT_HOLDS;
  const ChaseClaim *claim = result->claim;
  g_autoptr (GError) error = NULL;

  if (result->verdict == CHASE_VERDICT_UNDECIDED)
    return;
  g_assert_true (chase_verify_result (theory, claim->proposition, claim->negated,
                                      holds ? "holds" : "fails", result->value, evidence, &error));
  g_assert_no_error (error);
  if (both)
    g_assert_false (chase_verify_result (theory, claim->proposition, claim->negated,
                                         holds ? "fails" : "holds", result->value, evidence, NULL));
}

static void
assert_known (const GPtrArray *results, GHashTable *known)
{
  for (guint i = 0; i < results->len; i++)
    {
      const ChaseResult *result = g_ptr_array_index (results, i);
      g_autofree char *statement = chase_notation_print_proposition (
          result->claim->proposition, result->claim->negated, CHASE_NOTATION_ASCII);
      const char *verdict = g_hash_table_lookup (known, GUINT_TO_POINTER (result->claim->line));

      g_test_message ("line %u: %s: %s: %s", result->claim->line, statement,
                      chase_verdict_word (result->verdict), result->reason);
      g_assert_cmpstr (chase_verdict_word (result->verdict), ==,
                       verdict != NULL ? verdict : "holds");
    }
}

static void
assert_dual (const ChaseDocument *document, const GPtrArray *results)
{
  g_autoptr (ChaseDocument) dual = chase_document_dual (document);
  g_autoptr (ChaseTheory) theory = chase_theory_new (dual, NULL);
  g_autoptr (GPtrArray) others = chase_check_document (dual, NULL, NULL, NULL, NULL);

  g_assert_cmpuint (others->len, ==, results->len);
  for (guint i = 0; i < results->len; i++)
    {
      const ChaseResult *result = g_ptr_array_index (results, i);
      const ChaseResult *other = g_ptr_array_index (others, i);
      g_autofree char *statement = chase_notation_print_proposition (
          other->claim->proposition, other->claim->negated, CHASE_NOTATION_ASCII);

      g_test_message ("dual: %s: %s: %s", statement, chase_verdict_word (other->verdict),
                      other->reason);
      g_assert_cmpint (other->verdict, ==, result->verdict);
      g_assert_cmpstr (other->value, ==, result->value);
      assert_verified (theory, other, FALSE);
    }
}

static void
test_document (gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (ChaseDocument) document = NULL;
  g_autoptr (ChaseTheory) theory = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GHashTable) known = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (data, &text, &length, NULL));
  document = chase_notation_parse (text, length, NULL);
  theory = chase_theory_new (document, NULL);
  results = chase_check_document (document, NULL, NULL, NULL, NULL);
  known = known_verdicts (text);
  assert_known (results, known);
  /* To refuse may take a look at much of an infinite category: now and then is enough. */
  for (guint i = 0; i < results->len; i++)
    assert_verified (theory, g_ptr_array_index (results, i), i % 3 == 0);
  assert_dual (document, results);
}

static gint
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  path = g_build_filename (g_getenv ("CHASE_SOURCE_ROOT"), "tests", "data", "known", NULL);
  dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".chase"))
      g_ptr_array_add (files, g_build_filename (path, name, NULL));
  g_ptr_array_sort (files, compare);
  g_assert_cmpuint (files->len, >, 0);
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *base = g_path_get_basename (g_ptr_array_index (files, i));
      g_autofree char *test = g_strconcat ("/engine/known/", base, NULL);

      g_test_add_data_func (test, g_ptr_array_index (files, i), test_document);
    }
  return g_test_run ();
}
