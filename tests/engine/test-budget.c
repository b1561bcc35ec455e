/* SPDX-License-Identifier: MIT */
#include "../evidence/small-category.h"
#include "called-off.h"

#include <malloc.h>
#include <string.h>

static double
cancel_after (double seconds, guint threads)
{
  g_autoptr (ChaseAnswer) answer = NULL;
  double took = seconds_when_called_off (seconds, threads, &answer);

  g_test_message ("%.1f ms", took * 1e3);
  g_assert_cmpint (answer->verdict, ==, CHASE_VERDICT_UNDECIDED);
  g_assert_cmpstr (answer->reason, ==, "Not decided: it was cancelled.");
  return took;
}

/* It ends long before its own time of a minute; how soon is measured by bench-patience. */
static void
test_cancel (void)
{
  g_assert_cmpfloat (cancel_after (0.02, 1), <, 5);
  g_assert_cmpfloat (cancel_after (0.1, 1), <, 5);
  g_assert_cmpfloat (cancel_after (0.03, 2), <, 5);
}

/* Questions of which some are decided by the table, some by systems, models, the search, and some
 * by nothing. */
static const struct
{
  const char *objects, *arrows, *equations, *left, *right;
} questions[] = {
  { "S", "[i]a:S>S [i]b:S>S [i]c:S>S [i]d:S>S",
    "a b = b a a / b c = c b b / c d = d c c / d a = a d d", "a", "" },
  { "S", "a:S>S b:S>S", "a b a = b / b b b = a a", "a a a a b b", "b b a a a a" },
  { "S", "a:S>S b:S>S c:S>S", "a a = / b b b = / a b a b a b a b a b a b a b = / a b c = c a b",
    "a b c", "b a c" },
  { "S", "a:S>S b:S>S", "a a a a = a a / b b b b = b b / a b a b = b a b a", "a b a b a b a b",
    "b a b a b a b b" },
  { "S", "[m]a:S>S b:S>S [e]c:S>S", "b a = a a a b / c c = b c b", "a b c c b a", "c b c a b a" },
  { "S", "x:S>S y:S>S", "x y y = y x / y x x = x y y y", "x x y y x y", "y x y x y y x" },
};

static char *
tell (const ChaseAnswer *answer, const ChasePresentation *p)
{
  g_autoptr (JsonNode) node
      = answer->evidence != NULL ? chase_evidence_to_json (answer->evidence, p) : NULL;
  g_autofree char *text = node != NULL ? json_to_string (node, FALSE) : g_strdup ("none");

  return g_strdup_printf ("%d %s %s", answer->verdict, answer->reason, text);
}

/* With rules and rows given, the answer and its evidence are the same on any number of threads. */
static void
test_threads (void)
{
  static const guint bounds[][2] = { { 20, 200 }, { 60, 1200 } };

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    for (guint k = 0; k < G_N_ELEMENTS (bounds); k++)
      {
        g_autoptr (ChasePresentation) p
            = small_category (questions[i].objects, questions[i].arrows, questions[i].equations);
        g_autoptr (ChaseEngine) engine = chase_engine_new (p);
        g_autoptr (GArray) left = small_path (p, questions[i].left);
        g_autoptr (GArray) right = small_path (p, questions[i].right);
        g_autofree char *first = NULL;

        for (guint threads = 1; threads <= 3; threads++)
          {
            ChaseBudget budget = {
              .seconds = 600, .rules = bounds[k][0], .rows = bounds[k][1], .threads = threads
            };
            g_autoptr (ChaseAnswer) answer = chase_engine_equal (engine, 0, small_word (left),
                                                                 small_word (right), &budget, NULL);
            g_autofree char *told = tell (answer, p);

            if (first == NULL)
              first = g_strdup (told);
            g_test_message ("%u, %u rules: %s", i, bounds[k][0], answer->reason);
            g_assert_cmpstr (told, ==, first);
          }
      }
}

/* Without them an answer on two threads is right as well. */
static void
test_two_threads (void)
{
  ChaseBudget budget = { .seconds = 0.3, .threads = 2 };

  for (guint i = 1; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (ChasePresentation) p
          = small_category (questions[i].objects, questions[i].arrows, questions[i].equations);
      g_autoptr (ChaseEngine) engine = chase_engine_new (p);
      g_autoptr (GArray) left = small_path (p, questions[i].left);
      g_autoptr (GArray) right = small_path (p, questions[i].right);
      g_autoptr (ChaseAnswer) one = NULL;
      g_autoptr (ChaseAnswer) two
          = chase_engine_equal (engine, 0, small_word (left), small_word (right), &budget, NULL);

      budget.threads = 1;
      one = chase_engine_equal (engine, 0, small_word (left), small_word (right), &budget, NULL);
      budget.threads = 2;
      g_assert_true (one->verdict == two->verdict || one->verdict == CHASE_VERDICT_UNDECIDED
                     || two->verdict == CHASE_VERDICT_UNDECIDED);
    }
}

/* Counting ends by rules and rows as well. */
static void
test_count (void)
{
  g_autoptr (ChasePresentation) p = higman_group ();
  g_autoptr (ChaseEngine) engine = chase_engine_new (p);
  ChaseBudget budget = { .seconds = 60, .rules = 20, .rows = 200 };
  g_autoptr (ChaseCount) count
      = chase_engine_count (engine, G_MAXUINT32, G_MAXUINT32, &budget, NULL);

  g_assert_cmpint (count->finite, ==, CHASE_VERDICT_UNDECIDED);
  g_assert_cmpstr (count->reason, ==, "Not counted: every way tried came to its limit.");
}

/* With rules and rows given, the answer does not wait for the time. */
static void
test_rules_and_rows (void)
{
  g_autoptr (ChasePresentation) p = higman_group ();
  g_autoptr (ChaseEngine) engine = chase_engine_new (p);
  g_autoptr (GArray) left = small_path (p, "a");
  ChaseBudget budget = { .seconds = 60, .rules = 20, .rows = 200 };
  g_autoptr (ChaseAnswer) answer
      = chase_engine_equal (engine, 0, small_word (left), (ChaseWord){ NULL, 0 }, &budget, NULL);

  g_assert_cmpint (answer->verdict, ==, CHASE_VERDICT_UNDECIDED);
  g_assert_cmpstr (answer->reason, ==, "Not decided: every way tried came to its limit.");
}

/* Memory that is not allowed is said to be what was wanting. */
static void
test_starved (void)
{
  g_autoptr (ChasePresentation) p = higman_group ();
  g_autoptr (ChaseEngine) engine = chase_engine_new (p);
  g_autoptr (GArray) left = small_path (p, "a");
  gboolean starved = FALSE;
  ChaseBudget budget = { .seconds = 60, .memory = 1 << 20, .starved = &starved };
  g_autoptr (ChaseAnswer) answer
      = chase_engine_equal (engine, 0, small_word (left), (ChaseWord){ NULL, 0 }, &budget, NULL);

  g_assert_cmpint (answer->verdict, ==, CHASE_VERDICT_UNDECIDED);
  g_assert_cmpstr (answer->reason, ==, "Not decided: the memory allowed ran out.");
  g_assert_true (starved);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  mallopt (M_MMAP_THRESHOLD, 8 << 20); /* as the programs do */
  g_test_add_func ("/engine/budget/cancel", test_cancel);
  g_test_add_func ("/engine/budget/rules-and-rows", test_rules_and_rows);
  g_test_add_func ("/engine/budget/starved", test_starved);
  g_test_add_func ("/engine/budget/threads", test_threads);
  g_test_add_func ("/engine/budget/two-threads", test_two_threads);
  g_test_add_func ("/engine/budget/count", test_count);
  return g_test_run ();
}
