/* SPDX-License-Identifier: MIT */
#include "engine/cosets.h"
#include "evidence/verifier.h"
#include "random-acyclic.h"

/* The table alone, without the search that answers small questions before it, by every strategy:
   every verdict, every derivation and every model. */
static void
check_table (RandomAcyclic *r, const ChaseIndex *index, guint i, guint j, ChaseStrategy strategy)
{
  guint source = g_array_index (r->source, guint32, i);
  guint target = g_array_index (r->target, guint32, i);
  ChaseWord left = random_acyclic_path (r, i), right = random_acyclic_path (r, j);
  gboolean equal = random_acyclic_class (r, i) == random_acyclic_class (r, j);
  ChaseClock clock; /* outlives the table */
  g_autoptr (ChaseEvidence) evidence = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChaseCosets) cosets = NULL;
  guint32 x, y;

  chase_clock_start (&clock, NULL, NULL);
  cosets = chase_cosets_new (index, source, target, TRUE, strategy, &clock);
  x = chase_cosets_insert (cosets, left);
  y = chase_cosets_insert (cosets, right);
  g_assert_cmpint (chase_cosets_run (cosets, x, y, G_MAXUINT32, G_MAXUINT64), ==,
                   equal ? CHASE_COSETS_REACHED : CHASE_COSETS_CLOSED);
  if (equal)
    {
      g_autoptr (ChaseTrail) trail = chase_trail_new ();

      g_assert_true (chase_cosets_explain (cosets, left, right, 100000, trail));
      evidence = chase_trail_to_proof (trail, index, left, right, &clock);
    }
  else
    evidence = chase_cosets_model (cosets, left, right);
  g_assert_nonnull (evidence);
  chase_verify_equation (r->presentation, source, left, right, equal, evidence, &error);
  g_assert_no_error (error);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint k = 0; k < 400; k++)
    {
      guint n_objects = g_rand_int_range (rand, 2, 8);
      g_autoptr (RandomAcyclic) r = random_acyclic_new (
          rand, n_objects, g_rand_int_range (rand, 1, 14), g_rand_int_range (rand, 0, 14));
      ChaseIndex index;

      chase_index_init (&index, r->presentation);
      for (guint i = 0; r->paths->len < 500 && i < r->paths->len; i += 1 + i / 20)
        for (guint j = 0; j < i; j++)
          if (g_array_index (r->source, guint32, i) == g_array_index (r->source, guint32, j)
              && g_array_index (r->target, guint32, i) == g_array_index (r->target, guint32, j))
            check_table (r, &index, i, j, (i + j + k) % CHASE_N_STRATEGIES);
      chase_index_clear (&index);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/cosets/random", test_random);
  return g_test_run ();
}
