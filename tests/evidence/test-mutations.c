/* SPDX-License-Identifier: MIT */
#include "evidence/verifier.h"
#include "small-category.h"

#include <string.h>

/* Changes a valid proof or model in each single place, in a few ways: what is still accepted must be
   valid by a second opinion, and nearly nothing is. */
static ChasePresentation *
category (void)
{
  return small_category ("A B C D E", "f:A>B g:A>C h:B>D k:C>D t:D>E u:B>E p:A>A",
                         "f h = g k / h t = u / p p = p");
}

static ChaseEvidence *
valid_proof (ChasePresentation *p)
{
  static const char *paths[] = { "p g k t", "p p g k t", "p p f h t", "p p f u", "p f u" };
  static const ChaseStep steps[]
      = { { CHASE_STEP_EQUATION, 2, 0, TRUE }, { CHASE_STEP_EQUATION, 0, 2, TRUE },
          { CHASE_STEP_EQUATION, 1, 3, FALSE }, { CHASE_STEP_EQUATION, 2, 0, FALSE } };
  g_autoptr (GArray) start = small_path (p, paths[0]);
  ChaseEvidence *proof = chase_proof_new (small_word (start));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GArray) path = small_path (p, paths[i + 1]);
      ChaseStep step = steps[i];

      step.path = small_word (path);
      chase_proof_add_step (proof, &step);
    }
  return proof;
}

static gboolean
accepts (ChasePresentation *p, const ChaseEvidence *proof)
{
  g_autoptr (GArray) left = small_path (p, "p g k t");
  g_autoptr (GArray) right = small_path (p, "p f u");

  return chase_verify_equation (p, 0, small_word (left), small_word (right), TRUE, proof, NULL);
}

static void
change_step (ChasePresentation *p, ChaseEvidence *proof, ChaseStep *step)
{
  ChaseStep before = *step;

  for (guint32 value = 0; value < 9; value++)
    {
      if (value != before.number)
        {
          step->number = value;
          g_assert_false (accepts (p, proof));
          step->number = before.number;
        }
      if (value != before.at)
        {
          step->at = value;
          g_assert_false (accepts (p, proof));
          step->at = before.at;
        }
      if (value < CHASE_STEP_CANCEL && value != (guint32)before.kind)
        {
          step->kind = (ChaseStepKind)value;
          g_assert_false (accepts (p, proof));
          step->kind = before.kind;
        }
    }
  step->reverse = !before.reverse;
  g_assert_false (accepts (p, proof));
  step->reverse = before.reverse;
  for (guint32 i = 0; i < step->path.length; i++)
    {
      guint32 *letter = (guint32 *)&step->path.letters[i], old = *letter;

      for (guint32 value = 0; value < 9; value++)
        {
          *letter = value;
          g_assert_true (accepts (p, proof) == (value == old));
        }
      *letter = old;
    }
  step->path.length--;
  g_assert_false (accepts (p, proof));
  step->path.length++;
}

static void
test_proof (void)
{
  g_autoptr (ChasePresentation) p = category ();
  g_autoptr (ChaseEvidence) proof = valid_proof (p);

  g_assert_true (accepts (p, proof));
  for (guint32 i = 0; i < proof->proof.n_steps; i++)
    change_step (p, proof, &proof->proof.steps[i]);
  for (guint32 i = 0; i < proof->proof.n_steps; i++)
    {
      ChaseStep removed = proof->proof.steps[i];
      gsize rest = (proof->proof.n_steps - 1 - i) * sizeof (ChaseStep);

      memmove (&proof->proof.steps[i], &proof->proof.steps[i + 1], rest);
      proof->proof.n_steps--;
      g_assert_false (accepts (p, proof));
      memmove (&proof->proof.steps[i + 1], &proof->proof.steps[i], rest);
      proof->proof.steps[i] = removed;
      proof->proof.n_steps++;
    }
  g_assert_true (accepts (p, proof));
}

/* f h = g k holds in the model and g k, g l differ; every value of every function is changed to every other. */
static gboolean
is_good (ChasePresentation *p, const ChaseModel *m)
{
  for (guint32 a = 0; a < m->n_arrows; a++)
    for (guint32 x = 0; x < m->sizes[chase_presentation_arrow (p, a)->source]; x++)
      if (m->functions[m->offsets[a] + x] >= m->sizes[chase_presentation_arrow (p, a)->target])
        return FALSE;
#define AT(arrow, x) m->functions[m->offsets[chase_presentation_find_arrow (p, arrow)] + (x)]
  for (guint32 x = 0; x < m->sizes[0]; x++)
    if (AT ("h", AT ("f", x)) != AT ("k", AT ("g", x)))
      return FALSE;
  return AT ("k", AT ("g", 0)) == 0 && AT ("l", AT ("g", 0)) == 1;
#undef AT
}

static void
test_model (void)
{
  g_autoptr (ChasePresentation) p
      = small_category ("A B C D", "f:A>B g:A>C h:B>D k:C>D l:C>D", "f h = g k");
  static const guint32 sizes[] = { 2, 2, 2, 3 };
  g_autoptr (ChaseEvidence) model = chase_model_new (p, sizes, 0, 0, 1);
  g_autoptr (GArray) left = small_path (p, "g k");
  g_autoptr (GArray) right = small_path (p, "g l");
  guint refused = 0;

  chase_model_set (model, 4, 0, 1);
  g_assert_true (is_good (p, &model->model));
  for (gsize i = 0; i < model->model.offsets[5]; i++)
    for (guint32 value = 0; value < 5; value++)
      {
        guint32 old = model->model.functions[i];
        gboolean accepted;

        model->model.functions[i] = value;
        accepted = chase_verify_equation (p, 0, small_word (left), small_word (right), FALSE, model,
                                          NULL);
        g_assert_true (accepted == is_good (p, &model->model));
        refused += !accepted;
        model->model.functions[i] = old;
      }
  g_assert_cmpuint (refused, >, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evidence/mutations/proof", test_proof);
  g_test_add_func ("/evidence/mutations/model", test_model);
  return g_test_run ();
}
