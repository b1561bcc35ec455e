/* SPDX-License-Identifier: MIT */
#include "engine/engine.h"
#include "evidence/verifier.h"
#include "random-acyclic.h"

#include <stdlib.h>
#include <string.h>

/* A second opinion on a proof, in a few lines: each step changes one side of its equation to the
 * other. */
static void
assert_proof (const ChasePresentation *p, ChaseWord left, ChaseWord right, const ChaseEvidence *e)
{
  ChaseWord now = e->proof.start;

  g_assert_true (chase_word_equal (now, left));
  for (guint i = 0; i < e->proof.n_steps; i++)
    {
      const ChaseStep *step = &e->proof.steps[i];
      const ChaseEquation *q = chase_presentation_equation (p, step->number);
      ChaseWord from = step->reverse ? q->right : q->left, to = step->reverse ? q->left : q->right;
      g_autoptr (GArray) next = g_array_new (FALSE, FALSE, sizeof (guint32));

      g_assert_cmpint (step->kind, ==, CHASE_STEP_EQUATION);
      g_assert_cmpuint (step->at + from.length, <=, now.length);
      g_assert_cmpmem (now.letters + step->at, from.length * 4, from.letters, from.length * 4);
      g_array_append_vals (next, now.letters, step->at);
      g_array_append_vals (next, to.letters, to.length);
      g_array_append_vals (next, now.letters + step->at + from.length,
                           now.length - step->at - from.length);
      g_assert_cmpmem (next->data, next->len * 4, step->path.letters, step->path.length * 4);
      now = step->path;
    }
  g_assert_true (chase_word_equal (now, right));
}

static guint
run (const ChaseModel *m, ChaseWord w, guint x)
{
  for (guint i = 0; i < w.length; i++)
    x = m->functions[m->offsets[w.letters[i]] + x];
  return x;
}

/* A second opinion on a model. */
static void
assert_model (const ChasePresentation *p, guint source, ChaseWord left, ChaseWord right,
              const ChaseEvidence *e)
{
  const ChaseModel *m = &e->model;
  guint at = (guint)strtoul (m->at, NULL, 10);

  for (guint a = 0; a < chase_presentation_n_arrows (p); a++)
    for (guint x = 0; x < m->sizes[chase_presentation_arrow (p, a)->source]; x++)
      g_assert_cmpuint (m->functions[m->offsets[a] + x], <,
                        m->sizes[chase_presentation_arrow (p, a)->target]);
  for (guint i = 0; i < chase_presentation_n_equations (p); i++)
    {
      const ChaseEquation *q = chase_presentation_equation (p, i);

      for (guint x = 0; x < m->sizes[q->source]; x++)
        g_assert_cmpuint (run (m, q->left, x), ==, run (m, q->right, x));
    }
  g_assert_cmpuint (at, <, m->sizes[source]);
  g_assert_cmpuint (run (m, left, at), !=, run (m, right, at));
}

static void
assert_survives_json (const ChasePresentation *p, ChaseShape *shape, const ChaseEvidence *e)
{
  g_autoptr (JsonNode) node = chase_evidence_to_json (e, p);
  g_autofree char *text = json_to_string (node, FALSE);
  g_autoptr (JsonNode) read = json_from_string (text, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ChaseEvidence) again = chase_evidence_from_json (read, p, shape, &error);
  g_autoptr (JsonNode) twice = NULL;
  g_autofree char *text_again = NULL;

  g_assert_no_error (error);
  twice = chase_evidence_to_json (again, p);
  text_again = json_to_string (twice, FALSE);
  g_assert_cmpstr (text, ==, text_again);
}

static void
check_pair (RandomAcyclic *r, const ChaseEngine *engine, guint i, guint j)
{
  guint source = g_array_index (r->source, guint32, i);
  ChaseWord left = random_acyclic_path (r, i), right = random_acyclic_path (r, j);
  gboolean equal = random_acyclic_class (r, i) == random_acyclic_class (r, j);
  g_autoptr (ChaseAnswer) answer = chase_engine_equal (engine, source, left, right, NULL, NULL);

  g_assert_cmpint (answer->verdict, ==, equal ? CHASE_VERDICT_HOLDS : CHASE_VERDICT_FAILS);
  g_assert_true (
      chase_verify_equation (r->presentation, source, left, right, equal, answer->evidence, NULL));
  g_assert_false (
      chase_verify_equation (r->presentation, source, left, right, !equal, answer->evidence, NULL));
  if (equal)
    assert_proof (r->presentation, left, right, answer->evidence);
  else
    assert_model (r->presentation, source, left, right, answer->evidence);
  assert_survives_json (r->presentation, NULL, answer->evidence);
}

/* Asks @n questions, or fewer where parallel paths are rare; returns how many. */
static guint
check_equations (RandomAcyclic *r, const ChaseEngine *engine, GRand *rand, guint n)
{
  guint k = 0;

  for (guint tries = 0; k < n && tries < 4000; tries++)
    {
      guint i = g_rand_int_range (rand, 0, (gint)r->paths->len);
      guint j = g_rand_int_range (rand, 0, (gint)r->paths->len);

      if (g_array_index (r->source, guint32, i) != g_array_index (r->source, guint32, j)
          || g_array_index (r->target, guint32, i) != g_array_index (r->target, guint32, j)
          || (i == j && g_rand_int_range (rand, 0, 20) > 0))
        continue;
      check_pair (r, engine, i, j);
      k++;
    }
  return k;
}

/* By the definition, from the list of all paths. */
static gboolean
really_commutes (RandomAcyclic *r, gboolean strictly)
{
  for (guint i = 0; i < r->paths->len; i++)
    for (guint j = 0; j < i; j++)
      {
        guint a = random_acyclic_path (r, i).length, b = random_acyclic_path (r, j).length;

        if (a == 0 || b == 0
            || g_array_index (r->source, guint32, i) != g_array_index (r->source, guint32, j)
            || g_array_index (r->target, guint32, i) != g_array_index (r->target, guint32, j)
            || (a == 1 && b == 1 && !strictly))
          continue;
        if (random_acyclic_class (r, i) != random_acyclic_class (r, j))
          return FALSE;
      }
  return TRUE;
}

static void
check_commutes (RandomAcyclic *r, const ChaseEngine *engine, gboolean strictly)
{
  g_autoptr (ChaseShape) shape = chase_shape_new_whole (r->presentation);
  g_autoptr (ChaseAnswer) answer = chase_engine_commutes (engine, shape, strictly, NULL, NULL);
  gboolean holds = really_commutes (r, strictly);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (answer->verdict, ==, holds ? CHASE_VERDICT_HOLDS : CHASE_VERDICT_FAILS);
  g_assert_true (chase_verify_commutes (shape, strictly, holds, answer->evidence, &error));
  g_assert_no_error (error);
  g_assert_false (chase_verify_commutes (shape, strictly, !holds, answer->evidence, NULL));
  assert_survives_json (r->presentation, shape, answer->evidence);
  if (!holds)
    g_assert_cmpint (answer->evidence->kind, ==, CHASE_EVIDENCE_MODEL);
}

/* The pairs that make a diagram commute do so, and none of them can be missed. */
static void
check_faces (RandomAcyclic *r, const ChaseEngine *engine)
{
  g_autoptr (ChaseShape) shape = chase_shape_new_whole (r->presentation);
  g_autofree char *reason = NULL;
  g_autoptr (GPtrArray) faces = chase_engine_faces (engine, shape, TRUE, TRUE, NULL, NULL, &reason);
  g_autoptr (ChaseAnswer) answer = chase_engine_commutes (engine, shape, TRUE, NULL, NULL);
  gboolean all = TRUE;

  for (guint i = 0; i < faces->len; i++)
    {
      const ChaseFace *face = g_ptr_array_index (faces, i);
      guint32 left, right;

      g_assert_true (chase_shape_path_target (shape, face->from, face->left, &left));
      g_assert_true (chase_shape_path_target (shape, face->from, face->right, &right));
      g_assert_cmpuint (left, ==, face->to);
      g_assert_cmpuint (right, ==, face->to);
      all = all && face->answer->verdict == CHASE_VERDICT_HOLDS;
    }
  g_assert_cmpint (answer->verdict, ==, all ? CHASE_VERDICT_HOLDS : CHASE_VERDICT_FAILS);
}

static void
check_random (guint n_questions, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint asked = 0; asked < n_questions;)
    {
      guint n_objects = g_rand_int_range (rand, 2, 8);
      g_autoptr (RandomAcyclic) r = random_acyclic_new (
          rand, n_objects, g_rand_int_range (rand, 1, 14), g_rand_int_range (rand, 0, 10));
      g_autoptr (ChaseEngine) engine = NULL;

      if (r->paths->len >= 1000)
        continue;
      engine = chase_engine_new (r->presentation);
      asked += check_equations (r, engine, rand, 20);
      check_commutes (r, engine, FALSE);
      check_commutes (r, engine, TRUE);
      check_faces (r, engine);
    }
}

static void
test_random (void)
{
  check_random (5000, 20261123);
}

/* A million questions about equations. */
static void
test_random_long (void)
{
  check_random (1000000, 7);
}

int
main (int argc, char **argv)
{
  gboolean is_long = g_getenv ("CHASE_LONG") != NULL;

  g_test_init (&argc, &argv, NULL);
  if (is_long)
    g_test_add_func ("/engine/acyclic/random-long", test_random_long);
  else
    g_test_add_func ("/engine/acyclic/random", test_random);
  return g_test_run ();
}
