/* SPDX-License-Identifier: MIT */
/* What the engine says about the documents of the project can be said in other languages. */
#include "app/reasons.h"

#include "engine/check.h"
#include "model/problem.h"
#include "notation/notation.h"

#define MOST_UNKNOWN 5 /* in a hundred: what came after the list was made */

static guint n_said, n_unknown;

static void
look_at (const char *path)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document = NULL;
  g_autoptr (GPtrArray) results = NULL;
  ChaseBudget budget = { .seconds = 5 };
  g_autofree char *text = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  document = chase_notation_parse (text, size, problems);
  results = chase_check_document (document, &budget, NULL, NULL, NULL);
  for (guint i = 0; i < results->len; i++)
    {
      const ChaseResult *result = g_ptr_array_index (results, i);

      n_said++;
      if (chase_reason_sentence (result->reason) != NULL)
        continue;
      n_unknown++;
      g_test_message ("%s", result->reason);
    }
}

static void
look_into (const char *folder)
{
  g_autofree char *place = g_build_filename (g_getenv ("CHASE_SOURCE_ROOT"), folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (place, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (place, name, NULL);

      if (g_str_has_suffix (name, ".chase"))
        look_at (path);
    }
}

/* Of a hundred reasons that the engine gives, nearly all are in the list. */
static void
test_known (void)
{
  look_into ("assets/gallery");
  look_into ("assets/templates");
  g_test_message ("%u of %u reasons are not in the list", n_unknown, n_said);
  g_assert_cmpuint (n_said, >, 200);
  g_assert_cmpuint (100 * n_unknown, <=, MOST_UNKNOWN * n_said);
}

/* What is put in is found, a plural or not, and what is not known stays. */
static void
test_sentences (void)
{
  g_autofree char *unknown = chase_reason_in_words ("Whatever.");

  g_assert_cmpstr (chase_reason_sentence ("The paths are equal by a proof of 1 step."), ==,
                   "The paths are equal by a proof of %1 step(s).");
  g_assert_cmpstr (chase_reason_sentence ("The paths are equal by a proof of 12 steps."), ==,
                   "The paths are equal by a proof of %1 step(s).");
  g_assert_cmpstr (
      chase_reason_sentence ("It is not associative: (c . b) . a = s, but c . (b . a) = w."), ==,
      "It is not associative: (%1 . %2) . %3 = %4, but %5 . (%6 . %7) = %8.");
  g_assert_null (chase_reason_sentence ("Whatever."));
  g_assert_cmpstr (unknown, ==, "Whatever.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/reasons/sentences", test_sentences);
  g_test_add_func ("/app/reasons/known", test_known);
  return g_test_run ();
}
