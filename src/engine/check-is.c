/* SPDX-License-Identifier: MIT */
#include "engine/check-cat.h"
#include "model/set-maps.h"
#include "i18n.h"

/* NAME is ADJECTIVE, one adjective at a time; of several, all have to hold. */

static void
decide_category (ChaseChecker *checker, const ChaseProposition *proposition, ChaseResult *result)
{
  const ChaseCategory *category = chase_theory_category_listed (
      checker->theory, g_ptr_array_index (proposition->terms, 0), NULL);
  JsonObject *object;

  if (category == NULL)
    chase_result_undecided (result, "This category has errors.");
  else if (category->table)
    chase_decide_table (checker, category, result);
  else
    {
      object = chase_evidence_typed ("laws");
      json_object_set_array_member (object, "equations", json_array_new ());
      chase_result_set_object (result, CHASE_VERDICT_HOLDS, object,
                               "What generators and equations present is a category.");
    }
}

static void
decide_in_sets (ChaseChecker *checker, const ChaseProposition *proposition,
                ChaseAdjective adjective, ChaseResult *result)
{
  const ChaseCategory *category
      = chase_theory_proposition_category (checker->theory, proposition, NULL);

  if (adjective <= CHASE_ADJECTIVE_ZERO)
    chase_decide_set_object (checker, category, proposition, adjective, result);
  else
    chase_decide_set_map (checker, category, proposition, adjective, result);
}

static gboolean
is_in_cat (ChaseChecker *checker, const ChaseProposition *proposition)
{
  const ChaseCategory *category
      = chase_theory_proposition_category (checker->theory, proposition, NULL);

  return category != NULL && category->kind == CHASE_CATEGORY_ALL;
}

/* Id(E) of a category whose morphisms are not written out has all that is said of functors. */
static gboolean
is_plain_identity (ChaseChecker *checker, const ChaseTerm *term, ChaseAdjective adjective)
{
  const ChaseFunctor *functor;

  if (adjective < CHASE_ADJECTIVE_FUNCTOR || adjective > CHASE_ADJECTIVE_ISOMORPHISM)
    return FALSE;
  functor = chase_theory_functor (checker->theory, term, NULL, NULL, NULL);
  return functor != NULL && functor->form == CHASE_FUNCTOR_TERM && functor->term != NULL
         && functor->term->kind == CHASE_TERM_IDENTITY_FUNCTOR;
}

static void
decide_identity (ChaseResult *result)
{
  JsonObject *object = chase_evidence_typed ("list");

  json_object_set_boolean_member (object, "identity", TRUE);
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object, "It is an identity functor.");
}

static void
decide_one (ChaseChecker *checker, const ChaseProposition *proposition, ChaseAdjective adjective,
            ChaseResult *result)
{
  const ChaseTerm *term = g_ptr_array_index (proposition->terms, 0);

  if (is_plain_identity (checker, term, adjective))
    decide_identity (result);
  else if (adjective == CHASE_ADJECTIVE_CATEGORY)
    decide_category (checker, proposition, result);
  else if (adjective == CHASE_ADJECTIVE_FUNCTOR)
    {
      const ChaseFunctor *functor = chase_theory_functor (checker->theory, term, NULL, NULL, NULL);

      if (functor != NULL)
        chase_decide_functor_laws (checker, functor, result);
      else
        chase_result_undecided (result, "This functor has errors.");
    }
  else if (adjective == CHASE_ADJECTIVE_NATURAL)
    {
      const ChaseTransformation *alpha
          = chase_theory_transformation (checker->theory, term, NULL, NULL, NULL);

      if (alpha != NULL)
        chase_decide_natural (checker, alpha, result);
      else
        chase_result_undecided (result, "This transformation has errors.");
    }
  else if (adjective <= CHASE_ADJECTIVE_IDENTITY && is_in_cat (checker, proposition))
    chase_decide_in_cat (checker, proposition, adjective, result);
  else if (adjective <= CHASE_ADJECTIVE_IDENTITY
           && chase_category_of_sets (
               chase_theory_proposition_category (checker->theory, proposition, NULL)))
    decide_in_sets (checker, proposition, adjective, result);
  else if (adjective <= CHASE_ADJECTIVE_ZERO)
    chase_decide_object (checker, proposition, adjective, result);
  else if (adjective <= CHASE_ADJECTIVE_IDENTITY)
    chase_decide_morphism (checker, proposition, adjective, result);
  else if (adjective <= CHASE_ADJECTIVE_POSET)
    chase_decide_category_property (
        checker, chase_theory_category_listed (checker->theory, term, NULL), adjective, result);
  else if (adjective <= CHASE_ADJECTIVE_ISOMORPHISM
           && chase_theory_functor (checker->theory, term, NULL, NULL, NULL) != NULL)
    chase_decide_functor_property (
        checker, chase_theory_functor (checker->theory, term, NULL, NULL, NULL), adjective, result);
  else if (adjective == CHASE_ADJECTIVE_ISOMORPHISM
           && chase_theory_transformation (checker->theory, term, NULL, NULL, NULL) != NULL)
    chase_decide_natural_isomorphism (
        checker, chase_theory_transformation (checker->theory, term, NULL, NULL, NULL), result);
  else if (adjective == CHASE_ADJECTIVE_REPRESENTABLE
           && chase_theory_functor (checker->theory, term, NULL, NULL, NULL) != NULL)
    chase_decide_representable (checker,
                                chase_theory_functor (checker->theory, term, NULL, NULL, NULL),
                                G_MAXUINT32, result);
  else
    chase_result_undecided (result,
                            "What this speaks of is not written out, so that nothing says "
                            "whether it is %s.",
                            CHASE_SAID (chase_adjective_word (adjective)));
}

/* The evidence of a conjunction that holds lists that of its parts. */
static void
join (JsonArray *parts, ChaseAdjective adjective, const ChaseResult *result)
{
  JsonObject *part = json_object_new ();

  json_object_set_string_member (part, "adjective", chase_adjective_word (adjective));
  json_object_set_member (part, "evidence", chase_result_evidence_json (result));
  json_array_add_object_element (parts, part);
}

static void
decide_all (ChaseChecker *checker, const ChaseProposition *proposition, ChaseResult *result)
{
  g_autoptr (JsonArray) parts = json_array_new ();
  const GArray *adjectives = proposition->adjectives;
  g_autofree char *open = NULL;
  JsonObject *object;

  for (guint i = 0; i < adjectives->len; i++)
    {
      ChaseAdjective adjective = g_array_index (adjectives, ChaseAdjective, i);

      decide_one (checker, proposition, adjective, result);
      if (result->verdict == CHASE_VERDICT_UNDECIDED && open == NULL)
        open = g_strdup (result->reason);
      if (result->verdict == CHASE_VERDICT_HOLDS)
        join (parts, adjective, result);
      if (result->verdict != CHASE_VERDICT_FAILS)
        continue;
      object = chase_evidence_typed ("list");
      json_object_set_string_member (object, "adjective", chase_adjective_word (adjective));
      json_object_set_member (object, "evidence", chase_result_evidence_json (result));
      {
        g_autofree char *reason = g_strdup (result->reason);

        chase_result_set_object (result, CHASE_VERDICT_FAILS, object, "Not %s: %s",
                                 CHASE_SAID (chase_adjective_word (adjective)), reason);
      }
      return;
    }
  if (open != NULL)
    {
      chase_result_undecided (result, "%s", open);
      return;
    }
  object = chase_evidence_typed ("list");
  json_object_set_array_member (object, "parts", json_array_ref (parts));
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object, "All of them hold.");
}

void
chase_decide_is (ChaseChecker *checker, const ChaseProposition *proposition, ChaseResult *result)
{
  const GArray *adjectives = proposition->adjectives;

  if (adjectives == NULL || adjectives->len == 0)
    chase_result_undecided (result, "Nothing is said.");
  else if (adjectives->len == 1)
    decide_one (checker, proposition, g_array_index (adjectives, ChaseAdjective, 0), result);
  else
    decide_all (checker, proposition, result);
}
