/* SPDX-License-Identifier: MIT */
#include "engine/check-cat.h"

#include "i18n.h"

/* path = path = ...: each is compared with the next. */

/* Puts the steps of @more behind those of @proof. */
static void
append_proof (ChaseEvidence *proof, const ChaseEvidence *more)
{
  for (guint32 i = 0; i < more->proof.n_steps; i++)
    chase_proof_add_step (proof, &more->proof.steps[i]);
}

static void
decide_chain (ChaseChecker *checker, ChasePresentation *presentation, guint32 source,
              const GPtrArray *words, ChaseResult *result)
{
  g_autoptr (ChaseEvidence) proof = chase_proof_new (chase_letters (g_ptr_array_index (words, 0)));
  g_autoptr (ChaseEvidence) values = NULL;
  g_autofree char *reason = NULL;

  result->source = source;
  for (guint i = 0; i + 1 < words->len; i++)
    {
      GArray *left = g_ptr_array_index (words, i);
      GArray *right = g_ptr_array_index (words, i + 1);
      g_autoptr (ChaseAnswer) answer = chase_checker_equal (
          checker, presentation, source, chase_letters (left), chase_letters (right));

      if (answer->verdict == CHASE_VERDICT_FAILS)
        {
          chase_result_set (result, CHASE_VERDICT_FAILS, chase_evidence_ref (answer->evidence),
                            presentation, "%s", answer->reason);
          result->paths[0] = g_array_ref (left);
          result->paths[1] = g_array_ref (right);
          return;
        }
      if (answer->verdict == CHASE_VERDICT_UNDECIDED && reason == NULL)
        reason = g_strdup (answer->reason);
      if (answer->verdict != CHASE_VERDICT_HOLDS || reason != NULL)
        continue;
      if (answer->evidence->kind == CHASE_EVIDENCE_PROOF)
        append_proof (proof, answer->evidence);
      else if (values == NULL)
        values = chase_evidence_ref (answer->evidence);
    }
  if (reason != NULL)
    chase_result_undecided (result, "%s", reason);
  else if (values != NULL)
    chase_result_set (result, CHASE_VERDICT_HOLDS, g_steal_pointer (&values), presentation,
                      "By the table the paths are equal.");
  else if (proof->proof.n_steps == 0)
    chase_result_set (result, CHASE_VERDICT_HOLDS, g_steal_pointer (&proof), presentation,
                      "The paths are the same.");
  else
    {
      guint steps = proof->proof.n_steps;

      chase_result_set (result, CHASE_VERDICT_HOLDS, g_steal_pointer (&proof), presentation,
                        P_ ("The paths are equal by a proof of %u step.",
                            "The paths are equal by a proof of %u steps.", steps),
                        steps);
    }
}

/* In Set: functions, compared element by element. */

/* Sets @result, and returns TRUE, where the two functions on one set differ. */
static gboolean
differ (const ChaseFunction *first, const ChaseFunction *next, ChaseResult *result)
{
  g_autofree guint32 *place
      = chase_match_sets (first->domain, first->n_domain, next->domain, next->n_domain, FALSE);

  for (guint32 x = 0; place != NULL && x < first->n_domain; x++)
    {
      const ChaseName *one = first->codomain[first->values[x]];
      const ChaseName *two = next->codomain[next->values[place[x]]];
      JsonObject *object;

      if (chase_name_equal (one, two))
        continue;
      object = chase_evidence_typed ("table");
      json_object_set_string_member (object, "at", first->domain[x]);
      json_object_set_string_member (object, "left", one);
      json_object_set_string_member (object, "right", two);
      chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                               "At %s the functions differ: one gives %s, another %s.",
                               first->domain[x], one, two);
      return TRUE;
    }
  return FALSE;
}

static void
decide_functions (ChaseChecker *checker, const ChaseProposition *proposition, ChaseResult *result)
{
  g_autoptr (ChaseFunction) first
      = chase_theory_function (checker->theory, g_ptr_array_index (proposition->terms, 0), NULL);
  JsonObject *object, *values;

  for (guint i = 1; i < proposition->terms->len; i++)
    {
      g_autoptr (ChaseFunction) next = chase_theory_function (
          checker->theory, g_ptr_array_index (proposition->terms, i), NULL);

      if (first == NULL || next == NULL)
        {
          chase_result_undecided (result, "These functions are not written out.");
          return;
        }
      if (differ (first, next, result))
        return;
    }
  object = chase_evidence_typed ("table");
  values = json_object_new ();
  for (guint32 x = 0; x < first->n_domain; x++)
    json_object_set_string_member (values, first->domain[x], first->codomain[first->values[x]]);
  json_object_set_object_member (object, "values", values);
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object,
                           "The functions have the same value at each of %u elements.",
                           first->n_domain);
}

/* In a functor category: transformations, compared component by component. */
static void
decide_link (ChaseChecker *checker, const GPtrArray *terms, guint i, ChaseResult *result)
{
  const ChaseTransformation *pair[2];
  g_autoptr (ChaseLawList) list = NULL;

  for (guint k = 0; k < 2; k++)
    pair[k] = chase_theory_transformation (checker->theory, g_ptr_array_index (terms, i + k), NULL,
                                           NULL, NULL);
  if (pair[0] == NULL || pair[1] == NULL || pair[0]->form == CHASE_TRANSFORMATION_TERM
      || pair[0]->form != pair[1]->form)
    {
      chase_result_undecided (result,
                              "The components of these transformations are not written out.");
      return;
    }
  list = chase_transformation_equations (pair[0], pair[1]);
  chase_decide_laws (checker, list, "component equation", pair[0]->from->source->presentation,
                     result);
}

static void
decide_transformations (ChaseChecker *checker, const ChaseProposition *proposition,
                        ChaseResult *result)
{
  if (proposition->terms->len == 2)
    decide_link (checker, proposition->terms, 0, result);
  else
    chase_decide_links (checker, proposition->terms, decide_link,
                        _ ("They have the same components."), result);
}

void
chase_decide_equation (ChaseChecker *checker, const ChaseProposition *proposition,
                       ChaseResult *result)
{
  const ChaseCategory *category
      = chase_theory_proposition_category (checker->theory, proposition, NULL);
  g_autoptr (GPtrArray) words = NULL;
  guint32 source;

  if (category == NULL)
    {
      chase_result_undecided (result, "It is not clear in which category this is meant.");
      return;
    }
  if (category->kind == CHASE_CATEGORY_SETS)
    {
      decide_functions (checker, proposition, result);
      return;
    }
  if (category->kind == CHASE_CATEGORY_FUNCTORS)
    {
      decide_transformations (checker, proposition, result);
      return;
    }
  if (category->kind == CHASE_CATEGORY_ALL)
    {
      chase_decide_functor_equation (checker, proposition, result);
      return;
    }
  if (category->kind != CHASE_CATEGORY_PRESENTED)
    {
      chase_result_undecided (result,
                              "The morphisms of %s are not written out as paths that could be "
                              "compared.",
                              category->key);
      return;
    }
  if (chase_theory_paths (checker->theory, category, proposition->terms, &source, &words))
    decide_chain (checker, category->presentation, source, words, result);
  else
    chase_result_undecided (result, "These paths make no sense.");
}
