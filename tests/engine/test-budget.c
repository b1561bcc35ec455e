/* SPDX-License-Identifier: MIT */
#include "../evidence/small-category.h"
#include "engine/engine.h"

/* Higman's group: nothing decides what is asked of it, whatever the time. */
static ChasePresentation *
higman (void)
{
  return small_category ("S", "[i]a:S>S [i]b:S>S [i]c:S>S [i]d:S>S",
                         "a b = b a a / b c = c b b / c d = d c c / d a = a d d");
}

typedef struct
{
  GCancellable *cancellable;
  gint64 cancelled;
} Canceller;

static gpointer
cancel_soon (gpointer data)
{
  Canceller *canceller = data;

  g_usleep (G_USEC_PER_SEC / 5);
  canceller->cancelled = g_get_monotonic_time ();
  g_cancellable_cancel (canceller->cancellable);
  return NULL;
}

/* Another thread calls a question off: it ends soon after (the bound is loose: a busy machine must
 * not fail it; the bench measures). */
static void
test_cancel (void)
{
  g_autoptr (ChasePresentation) p = higman ();
  g_autoptr (ChaseEngine) engine = chase_engine_new (p);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GArray) left = small_path (p, "a");
  Canceller canceller = { cancellable, 0 };
  ChaseBudget budget = { .seconds = 60 };
  GThread *thread = g_thread_new ("cancel", cancel_soon, &canceller);
  g_autoptr (ChaseAnswer) answer = chase_engine_equal (
      engine, 0, small_word (left), (ChaseWord){ NULL, 0 }, &budget, cancellable);

  g_assert_cmpint (g_get_monotonic_time () - canceller.cancelled, <, 2 * G_USEC_PER_SEC);
  g_thread_join (thread);
  g_assert_cmpint (answer->verdict, ==, CHASE_VERDICT_UNDECIDED);
  g_assert_cmpstr (answer->reason, ==, "Not decided: it was cancelled.");
}

/* With rules and rows given, the answer does not wait for the time. */
static void
test_rules_and_rows (void)
{
  g_autoptr (ChasePresentation) p = higman ();
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
  g_autoptr (ChasePresentation) p = higman ();
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
  g_test_add_func ("/engine/budget/cancel", test_cancel);
  g_test_add_func ("/engine/budget/rules-and-rows", test_rules_and_rows);
  g_test_add_func ("/engine/budget/starved", test_starved);
  return g_test_run ();
}
