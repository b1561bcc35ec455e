/* SPDX-License-Identifier: MIT */
#include "../evidence/recheck.h"
#include "../evidence/small-category.h"
#include "engine/engine-private.h"
#include "engine/shorten.h"
#include "engine/trail.h"
#include "evidence/verifier.h"

/* Random presentations in general: nobody knows the answers, so the evidence has to speak for each
   of them, to the verifier and to a second opinion. */

static ChasePresentation *
random_presentation (GRand *rand)
{
  static const ChaseProperty properties[]
      = { CHASE_PROPERTY_MONO,      CHASE_PROPERTY_EPI,
          CHASE_PROPERTY_ISO,       CHASE_PROPERTY_SPLIT_MONO,
          CHASE_PROPERTY_SPLIT_EPI, CHASE_PROPERTY_MONO | CHASE_PROPERTY_EPI };
  ChasePresentation *p = chase_presentation_new ();
  gint n_objects = g_rand_int_range (rand, 1, 4), n_arrows = g_rand_int_range (rand, 1, 6);
  gboolean declared = g_rand_int_range (rand, 0, 2) == 0;

  for (gint i = 0; i < n_objects; i++)
    {
      char text[2] = { (char)('A' + i), 0 };
      g_autoptr (ChaseName) name = chase_name_new (text);

      chase_presentation_add_object (p, name);
    }
  for (gint i = 0; i < n_arrows; i++)
    {
      char text[2] = { (char)('a' + i), 0 };
      g_autoptr (ChaseName) name = chase_name_new (text);
      guint32 source = (guint32)g_rand_int_range (rand, 0, n_objects);
      guint32 target = (guint32)g_rand_int_range (rand, 0, n_objects);
      ChaseProperty property = CHASE_PROPERTY_NONE;

      if (declared && g_rand_int_range (rand, 0, 3) == 0)
        property = properties[g_rand_int_range (rand, 0, G_N_ELEMENTS (properties))];
      else if (declared && source == target && g_rand_int_range (rand, 0, 4) == 0)
        property = CHASE_PROPERTY_IDEMPOTENT;
      chase_presentation_add_arrow (p, name, source, target, property);
    }
  return p;
}

/* A path of at most @longest arrows; NULL where it cannot go on. */
static GArray *
random_path (const ChasePresentation *p, GRand *rand, guint32 source, gint longest, guint32 *target)
{
  GArray *path = g_array_new (FALSE, FALSE, sizeof (guint32));
  gint length = g_rand_int_range (rand, 0, longest + 1);

  *target = source;
  for (gint tries = 0; (gint)path->len < length && tries < 40; tries++)
    {
      guint32 f = (guint32)g_rand_int_range (rand, 0, (gint)chase_presentation_n_arrows (p));
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);

      if (arrow->source != *target)
        continue;
      g_array_append_val (path, f);
      *target = arrow->target;
    }
  return path;
}

/* Two parallel paths, or FALSE. */
static gboolean
random_pair (const ChasePresentation *p, GRand *rand, gint longest, guint32 *source, GArray **left,
             GArray **right)
{
  guint32 one, other = 0;

  *source = (guint32)g_rand_int_range (rand, 0, (gint)chase_presentation_n_objects (p));
  *left = random_path (p, rand, *source, longest, &one);
  for (guint tries = 0; tries < 20; tries++)
    {
      *right = random_path (p, rand, *source, longest, &other);
      if (other == one)
        return TRUE;
      g_array_unref (*right);
    }
  g_array_unref (*left);
  return FALSE;
}

static void
add_equations (ChasePresentation *p, GRand *rand)
{
  gint n = g_rand_int_range (rand, 0, 6);

  for (gint i = 0; i < n; i++)
    {
      GArray *left, *right;
      guint32 source;

      if (!random_pair (p, rand, 4, &source, &left, &right))
        continue;
      chase_presentation_add_equation (p, source, small_word (left), small_word (right), NULL, 0);
      g_array_unref (left);
      g_array_unref (right);
    }
}

typedef struct
{
  guint verdicts[3];
  guint kinds[4];
} Tally;

static void
ask (const ChaseEngine *engine, GRand *rand, Tally *tally)
{
  static const ChaseBudget budget = { .seconds = 5, .rules = 60, .rows = 400 };
  ChasePresentation *p = chase_engine_presentation (engine);
  GArray *left, *right;
  guint32 source;

  if (!random_pair (p, rand, 6, &source, &left, &right))
    return;
  {
    ChaseWord a = small_word (left), b = small_word (right);
    g_autoptr (ChaseAnswer) answer = chase_engine_equal (engine, source, a, b, &budget, NULL);
    gboolean holds = answer->verdict == CHASE_VERDICT_HOLDS;

    tally->verdicts[answer->verdict]++;
    if (answer->verdict == CHASE_VERDICT_UNDECIDED)
      g_assert_null (answer->evidence);
    else
      {
        tally->kinds[answer->evidence->kind]++;
        g_assert_true (chase_verify_equation (p, source, a, b, holds, answer->evidence, NULL));
        g_assert_false (chase_verify_equation (p, source, a, b, !holds, answer->evidence, NULL));
        g_assert_true (recheck_equation (p, source, a, b, holds, answer->evidence));
        if (holds)
          g_assert_true (recheck_no_rounds (answer->evidence));
      }
  }
  g_array_unref (left);
  g_array_unref (right);
}

static void
test_random (gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);
  Tally tally = { { 0 }, { 0 } };

  for (guint k = 0; k < GPOINTER_TO_UINT (data); k++)
    {
      g_autoptr (ChasePresentation) p = random_presentation (rand);
      g_autoptr (ChaseEngine) engine = NULL;

      add_equations (p, rand);
      engine = chase_engine_new (p);
      for (guint i = 0; i < 5; i++)
        ask (engine, rand, &tally);
    }
  g_test_message ("%u hold, %u fail, %u undecided; %u proofs, %u models, %u normal forms",
                  tally.verdicts[0], tally.verdicts[1], tally.verdicts[2],
                  tally.kinds[CHASE_EVIDENCE_PROOF], tally.kinds[CHASE_EVIDENCE_MODEL],
                  tally.kinds[CHASE_EVIDENCE_NORMAL]);
  g_assert_cmpuint (tally.verdicts[CHASE_VERDICT_UNDECIDED], <,
                    (tally.verdicts[0] + tally.verdicts[1]) / 5 + 5);
}

/* Takes a random step from @path; FALSE where none is possible after some tries. */
static gboolean
random_step (const ChaseIndex *index, GRand *rand, guint32 source, GArray *path, ChaseTrail *trail)
{
  for (guint tries = 0; tries < 200; tries++)
    {
      guint32 relation = (guint32)g_rand_int_range (rand, 0, (gint)index->n_relations);
      guint32 side = (guint32)g_rand_int_range (rand, 0, 2);
      guint32 at = (guint32)g_rand_int_range (rand, 0, (gint)path->len + 1);
      const ChaseRelation *r = &index->relations[relation];
      ChaseWord from = r->side[side], to = r->side[1 - side];
      ChaseWord head = { (guint32 *)(gpointer)path->data, at };

      if (path->len > 12 && to.length > from.length)
        continue;
      if (chase_index_end (index, source, head) != r->source || from.length > path->len - at
          || !chase_word_equal (from, chase_word_part (head, at, from.length)))
        continue;
      chase_trail_add (trail, relation, at, side == 1);
      if (from.length > 0)
        g_array_remove_range (path, at, from.length);
      if (to.length > 0)
        g_array_insert_vals (path, at, to.letters, to.length);
      return TRUE;
    }
  return FALSE;
}

/* A random walk among equal paths; what is left of it when it is reduced, and shortened, still
   leads from its start to its end. */
static void
check_walk (const ChaseEngine *engine, GRand *rand, guint *steps)
{
  const ChaseIndex *index = &engine->index;
  ChasePresentation *p = index->presentation;
  g_autoptr (ChaseTrail) trail = chase_trail_new ();
  g_autoptr (ChaseEvidence) proof = NULL;
  g_autoptr (GArray) path = NULL;
  g_autoptr (GArray) start = NULL;
  guint32 source = (guint32)g_rand_int_range (rand, 0, (gint)index->n_objects), target;
  guint length = (guint)g_rand_int_range (rand, 0, 60);
  ChaseClock clock;

  path = random_path (p, rand, source, 8, &target);
  start = g_array_copy (path);
  for (guint i = 0; i < length && index->n_relations > 0; i++)
    if (!random_step (index, rand, source, path, trail))
      break;
  chase_clock_start (&clock, NULL, NULL);
  steps[0] += trail->len;
  chase_trail_reduce (trail, index, &clock);
  steps[1] += trail->len;
  proof = chase_trail_to_proof (trail, index, small_word (start), small_word (path), &clock);
  g_assert_nonnull (proof);
  steps[2] += proof->proof.n_steps;
  proof = chase_proof_shorten (proof, index, source, &clock);
  steps[3] += proof->proof.n_steps;
  g_assert_true (recheck_equation (p, source, small_word (start), small_word (path), TRUE, proof));
  g_assert_true (recheck_no_rounds (proof));
}

static void
test_walks (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  guint steps[4] = { 0 };

  for (guint k = 0; k < 200; k++)
    {
      g_autoptr (ChasePresentation) p = random_presentation (rand);
      g_autoptr (ChaseEngine) engine = NULL;

      add_equations (p, rand);
      engine = chase_engine_new (p);
      for (guint i = 0; i < 5; i++)
        check_walk (engine, rand, steps);
    }
  g_test_message ("%u steps, %u when reduced, %u without rounds, %u when shortened", steps[0],
                  steps[1], steps[2], steps[3]);
  g_assert_cmpuint (steps[3], <, steps[0] / 2);
}

/* What is found anew for a few steps of a long proof may pass through a path of the others. */
static void
test_windows (void)
{
  static const ChaseBudget budget = { .seconds = 5, .rules = 60, .rows = 400 };
  g_autoptr (ChasePresentation) p
      = small_category ("A", "a:A>A b:A>A c:A>A d:A>A",
                        "a = c c / a a d d = d c a a / d = b a / a b b d = / a b = c d d c");
  g_autoptr (ChaseEngine) engine = chase_engine_new (p);
  g_autoptr (GArray) left = small_path (p, "c d d"), right = small_path (p, "c a");
  g_autoptr (ChaseAnswer) answer
      = chase_engine_equal (engine, 0, small_word (left), small_word (right), &budget, NULL);

  g_assert_cmpint (answer->verdict, ==, CHASE_VERDICT_HOLDS);
  g_assert_true (recheck_no_rounds (answer->evidence));
}

int
main (int argc, char **argv)
{
  gboolean is_long = g_getenv ("CHASE_LONG") != NULL;

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func (is_long ? "/engine/evidence/random-long" : "/engine/evidence/random",
                        GUINT_TO_POINTER (is_long ? 100000 : 250), test_random);
  g_test_add_func ("/engine/evidence/walks", test_walks);
  g_test_add_func ("/engine/evidence/windows", test_windows);
  return g_test_run ();
}
