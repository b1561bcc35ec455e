/* SPDX-License-Identifier: MIT */
#include "engine/check-cat.h"
#include "model/of-categories.h"
#include "i18n.h"

/* What is said of categories and functors as objects and morphisms of Cat. */

/* @result, which holds or fails because of what is known of @adjective. */
static void
because_of (ChaseAdjective adjective, const char *reason, ChaseResult *result)
{
  JsonObject *object
      = chase_evidence_typed (result->verdict == CHASE_VERDICT_HOLDS ? "list" : "table");
  g_autofree char *why = g_strdup (result->reason);

  json_object_set_string_member (object, "adjective", chase_adjective_word (adjective));
  json_object_set_member (object, "evidence", chase_result_evidence_json (result));
  chase_result_set_object (result, result->verdict, object, "%s %s", reason, why);
}

/* Injective on objects, and faithful. */
static void
decide_mono (ChaseChecker *checker, const ChaseFunctor *functor, ChaseResult *result)
{
  const ChaseFunctor *listed = chase_theory_functor_listed (checker->theory, functor);
  const ChasePresentation *p = functor->source->presentation;
  JsonArray *pair;
  JsonObject *object;

  if (listed == NULL || listed->form != CHASE_FUNCTOR_WORDS || p == NULL)
    {
      chase_result_undecided (result, "The values of %s are not written out as paths.",
                              functor->key);
      return;
    }
  for (guint32 a = 0; a < chase_presentation_n_objects (p); a++)
    for (guint32 b = 0; b < a; b++)
      if (listed->objects[a] == listed->objects[b])
        {
          pair = json_array_new ();
          json_array_add_string_element (pair, chase_presentation_object_name (p, b));
          json_array_add_string_element (pair, chase_presentation_object_name (p, a));
          object = chase_evidence_typed ("table");
          json_object_set_array_member (object, "objects", pair);
          chase_result_set_object (
              result, CHASE_VERDICT_FAILS, object, "It sends %s and %s to one object.",
              chase_presentation_object_name (p, b), chase_presentation_object_name (p, a));
          return;
        }
  chase_decide_functor_property (checker, functor, CHASE_ADJECTIVE_FAITHFUL, result);
  if (result->verdict == CHASE_VERDICT_HOLDS)
    because_of (CHASE_ADJECTIVE_FAITHFUL, _ ("No two objects become one, and it is faithful."),
                result);
  else if (result->verdict == CHASE_VERDICT_FAILS)
    because_of (CHASE_ADJECTIVE_FAITHFUL, _ ("It is not faithful."), result);
}

/* Not even mono (or epi), or by a look at all functors back. */
static void
decide_split (ChaseChecker *checker, const ChaseFunctor *functor, gboolean mono,
              ChaseResult *result)
{
  if (mono)
    decide_mono (checker, functor, result);
  else
    chase_decide_epi_functor (checker, functor, result);
  if (result->verdict == CHASE_VERDICT_FAILS)
    because_of (mono ? CHASE_ADJECTIVE_MONO : CHASE_ADJECTIVE_EPI,
                mono ? _ ("It is not mono.") : _ ("It is not epi."), result);
  else
    chase_decide_split_functor (checker, functor, mono, result);
}

static void
decide_endo (const ChaseFunctor *functor, ChaseResult *result)
{
  gboolean endo = g_str_equal (functor->source->key, functor->target->key);

  chase_result_set_object (result, endo ? CHASE_VERDICT_HOLDS : CHASE_VERDICT_FAILS,
                           chase_evidence_typed (endo ? "list" : "table"), "It runs from %s to %s.",
                           functor->source->key, functor->target->key);
}

/* F . F = F, or F = Id. */
static void
decide_by_equation (ChaseChecker *checker, const ChaseTerm *term, const ChaseFunctor *functor,
                    gboolean idempotent, ChaseResult *result)
{
  ChaseTerm *twice[] = { (ChaseTerm *)term, (ChaseTerm *)term };
  g_autoptr (ChaseTerm) other = NULL;
  const ChaseFunctor *second;

  decide_endo (functor, result);
  if (result->verdict != CHASE_VERDICT_HOLDS)
    {
      because_of (CHASE_ADJECTIVE_ENDO, _ ("It is no endofunctor."), result);
      return;
    }
  if (!idempotent)
    {
      chase_decide_identity_functor (checker, functor, result);
      return;
    }
  other = chase_term_new (CHASE_TERM_COMPOSE, twice, 2, 0);
  second = chase_theory_functor (checker->theory, other, NULL, NULL, NULL);
  if (second != NULL)
    chase_decide_same_functor (checker, functor, second, result);
  else
    chase_result_undecided (result, "The values of %s are not written out.", functor->key);
}

static void
decide_auto (ChaseChecker *checker, const ChaseFunctor *functor, ChaseResult *result)
{
  decide_endo (functor, result);
  if (result->verdict != CHASE_VERDICT_HOLDS)
    {
      because_of (CHASE_ADJECTIVE_ENDO, _ ("It is no endofunctor."), result);
      return;
    }
  chase_decide_functor_property (checker, functor, CHASE_ADJECTIVE_ISOMORPHISM, result);
  if (result->verdict != CHASE_VERDICT_UNDECIDED)
    because_of (CHASE_ADJECTIVE_ISOMORPHISM,
                result->verdict == CHASE_VERDICT_HOLDS ? _ ("It is an isomorphism.")
                                                       : _ ("It is none."),
                result);
}

/* The empty category alone is initial, and there is no zero object: nothing goes into it but
 * itself. */
static void
decide_initial (ChaseChecker *checker, const ChaseTerm *term, gboolean zero, ChaseResult *result)
{
  const ChaseCategory *category = chase_theory_category (checker->theory, term, NULL);
  const ChaseCategory *listed
      = category != NULL ? chase_theory_listed (checker->theory, category) : NULL;
  JsonObject *object;
  guint n;

  if (listed != NULL)
    category = listed;
  if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED)
    {
      chase_result_not_listed (result, category);
      return;
    }
  n = chase_presentation_n_objects (category->presentation);
  object = chase_evidence_typed (n == 0 && !zero ? "list" : "table");
  json_object_set_int_member (object, "objects", n);
  if (zero)
    chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                             n == 0 ? "The empty category is initial, but not terminal."
                                    : _ ("It is not initial: it has an object."));
  else
    chase_result_set_object (
        result, n == 0 ? CHASE_VERDICT_HOLDS : CHASE_VERDICT_FAILS, object,
        n == 0 ? "It is the empty category."
               : _ ("It has an object, and the empty category has none to send there."));
}

/* Said of the category or functor itself. */
static void
decide_otherwise (ChaseChecker *checker, const ChaseProposition *proposition,
                  ChaseAdjective adjective, ChaseResult *result)
{
  g_autoptr (ChaseProposition) alone = chase_proposition_copy (proposition);
  g_autoptr (ChaseProposition) otherwise = NULL;

  g_array_set_size (alone->adjectives, 0);
  g_array_append_val (alone->adjectives, adjective);
  otherwise = chase_proposition_of_categories (alone);
  chase_decide_is (checker, otherwise, result);
}

static void
decide_functor (ChaseChecker *checker, const ChaseTerm *term, const ChaseFunctor *functor,
                ChaseAdjective adjective, ChaseResult *result)
{
  switch (adjective)
    {
    case CHASE_ADJECTIVE_MONO:
      decide_mono (checker, functor, result);
      break;
    case CHASE_ADJECTIVE_EPI:
      chase_decide_epi_functor (checker, functor, result);
      break;
    case CHASE_ADJECTIVE_SPLIT_MONO:
    case CHASE_ADJECTIVE_SPLIT_EPI:
      decide_split (checker, functor, adjective == CHASE_ADJECTIVE_SPLIT_MONO, result);
      break;
    case CHASE_ADJECTIVE_ENDO:
      decide_endo (functor, result);
      break;
    case CHASE_ADJECTIVE_AUTO:
      decide_auto (checker, functor, result);
      break;
    default:
      decide_by_equation (checker, term, functor, adjective == CHASE_ADJECTIVE_IDEMPOTENT, result);
    }
}

void
chase_decide_in_cat (ChaseChecker *checker, const ChaseProposition *proposition,
                     ChaseAdjective adjective, ChaseResult *result)
{
  const ChaseTerm *term = g_ptr_array_index (proposition->terms, 0);
  const ChaseFunctor *functor;

  if (adjective == CHASE_ADJECTIVE_INITIAL || adjective == CHASE_ADJECTIVE_ZERO)
    decide_initial (checker, term, adjective == CHASE_ADJECTIVE_ZERO, result);
  else if (adjective == CHASE_ADJECTIVE_TERMINAL || adjective == CHASE_ADJECTIVE_ISO)
    decide_otherwise (checker, proposition, adjective, result);
  else
    {
      functor = chase_theory_functor (checker->theory, term, NULL, NULL, NULL);
      if (functor == NULL)
        {
          chase_result_undecided (result, "This functor has errors.");
          return;
        }
      chase_decide_functor_laws (checker, functor, result);
      if (result->verdict == CHASE_VERDICT_HOLDS)
        decide_functor (checker, term, functor, adjective, result);
      else
        chase_result_undecided (result, "It is not known to be a functor.");
    }
}
