/* SPDX-License-Identifier: MIT */
/* Printing and reading are inverse to each other, on random documents. */
#include "notation/notation.h"
#include "support/random-document.h"

#include <string.h>

static ChaseDocument *
read_clean (const char *text, guint32 seed)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  ChaseDocument *document = chase_notation_parse (text, strlen (text), problems);

  for (guint i = 0; i < problems->len && i < 5; i++)
    {
      const ChaseProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *shown = chase_problem_format (problem, "random", text, strlen (text), FALSE);

      /* A style of unknown meaning is kept with a warning. */
      if (problem->severity == CHASE_SEVERITY_ERROR)
        g_test_message ("seed %u: %s", seed, shown);
    }
  g_assert_false (chase_problems_has_error (problems));
  return document;
}

static void
check_document (ChaseDocument *document, guint32 seed)
{
  const ChaseNotationFlags flags[] = { CHASE_NOTATION_ASCII, CHASE_NOTATION_UNICODE };

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *once = chase_notation_print (document, flags[i]);
      g_autoptr (ChaseDocument) again = read_clean (once, seed);
      g_autofree char *twice = chase_notation_print (again, flags[i]);

      if (!chase_document_equal (document, again))
        g_test_message ("seed %u:\n%s\n", seed, once);
      g_assert_cmpstr (once, ==, twice);
      g_assert_true (chase_document_equal (document, again));
    }
}

static void
test_documents (void)
{
  guint n = g_test_slow () ? 20000 : 600;

  for (guint32 seed = 0; seed < n; seed++)
    {
      g_autoptr (ChaseDocument) document = random_document_new (seed, 1 + seed % 7);

      check_document (document, seed);
    }
}

static void
test_sensible_documents (void)
{
  for (guint32 seed = 0; seed < 200; seed++)
    {
      g_autoptr (ChaseDocument) document = random_document_new_sensible (seed, 1 + seed % 12);

      check_document (document, seed);
    }
}

static void
test_terms (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (ChaseTerm) term = random_term (rand, 1 + i % 6);
      g_autofree char *text = chase_notation_print_term (term, i % 2);
      g_autoptr (GPtrArray) problems = chase_problems_new ();
      g_autoptr (ChaseTerm) again = chase_notation_parse_term (text, problems);

      if (!chase_term_equal (term, again))
        g_test_message ("%s", text);
      g_assert_true (chase_term_equal (term, again));
    }
}

/* Whatever happens to a text, reading it ends, and what was understood obeys the law again. */
static void
check_damaged (char *text, gsize length)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document = chase_notation_parse (text, length, problems);
  g_autofree char *once = chase_notation_print (document, CHASE_NOTATION_ASCII);
  g_autoptr (ChaseDocument) again = read_clean (once, 0);
  g_autofree char *twice = chase_notation_print (again, CHASE_NOTATION_ASCII);

  g_assert_cmpstr (once, ==, twice);
}

static void
test_damaged_texts (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  static const char signs[] = "(){}[]<>-=|.,;:*^#\"`\n\r\t \0\xff"
                              "aA0_'";

  for (guint32 seed = 0; seed < 400; seed++)
    {
      g_autoptr (ChaseDocument) document = random_document_new (seed, 4);
      g_autofree char *text = chase_notation_print (document, seed % 2);
      gsize length = strlen (text);

      for (guint n = (guint)g_rand_int_range (rand, 1, 10); n > 0 && length > 0; n--)
        text[g_rand_int_range (rand, 0, (gint32)length)]
            = signs[g_rand_int_range (rand, 0, sizeof signs - 1)];
      check_damaged (text, length);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notation/laws/terms", test_terms);
  g_test_add_func ("/notation/laws/documents", test_documents);
  g_test_add_func ("/notation/laws/sensible-documents", test_sensible_documents);
  g_test_add_func ("/notation/laws/damaged-texts", test_damaged_texts);
  return g_test_run ();
}
