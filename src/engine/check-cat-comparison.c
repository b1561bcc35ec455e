/* SPDX-License-Identifier: MIT */
#include "engine/check-cat.h"
#include "model/cat-comparison.h"
#include "i18n.h"

/* Colimits in Cat, and products of infinite categories: whether the comparison with what is glued,
 * or multiplied, is an isomorphism. */

/* Are they categories, and the arrows of the shape functors? Their evidence goes to @laws. */
static gboolean
makes_sense (ChaseChecker *checker, const ChaseCatComparison *compared, JsonArray *laws,
             ChaseResult *result)
{
  for (guint i = 0; i < compared->parts->len; i++)
    if (!chase_checker_knows (checker, g_ptr_array_index (compared->parts, i)))
      return FALSE;
  for (guint i = 0; i < compared->given->len; i++)
    {
      chase_decide_functor_laws (checker, g_ptr_array_index (compared->given, i), result);
      if (result->verdict != CHASE_VERDICT_HOLDS)
        return FALSE;
      json_array_add_element (laws, chase_result_evidence_json (result));
    }
  return TRUE;
}

/* Puts what @result says now, as @key, into evidence of its own. */
static void
wrap (const char *key, JsonArray *laws, const char *reason, ChaseResult *result)
{
  JsonObject *object
      = chase_evidence_typed (result->verdict == CHASE_VERDICT_HOLDS ? "list" : "table");

  json_object_set_member (object, key, chase_result_evidence_json (result));
  json_object_set_array_member (object, "given", json_array_ref (laws));
  chase_result_set_object (result, result->verdict, object, "%s", reason);
}

static void
compare (ChaseChecker *checker, const ChaseCatComparison *compared, JsonArray *laws,
         ChaseResult *result)
{
  g_autofree char *reason = NULL;
  JsonObject *object;

  if (compared->apart)
    {
      object = chase_evidence_typed ("table");
      json_object_set_boolean_member (object, "apart", TRUE);
      json_object_set_array_member (object, "given", json_array_ref (laws));
      chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                               "The legs send to two objects what the arrows make one.");
      return;
    }
  chase_decide_functor_laws (checker, compared->comparison, result);
  if (result->verdict == CHASE_VERDICT_FAILS)
    wrap ("broken", laws, _ ("The legs do not commute with the arrows."), result);
  if (result->verdict != CHASE_VERDICT_HOLDS)
    return;
  chase_decide_functor_property (checker, compared->comparison, CHASE_ADJECTIVE_ISOMORPHISM,
                                 result);
  if (result->verdict == CHASE_VERDICT_UNDECIDED)
    return;
  reason = g_strdup_printf (result->verdict == CHASE_VERDICT_HOLDS
                                ? _ ("The comparison functor is an isomorphism: %s")
                                : _ ("The comparison functor is no isomorphism: %s"),
                            result->reason);
  wrap ("comparison", laws, reason, result);
}

gboolean
chase_decide_by_comparison (ChaseChecker *checker, const ChaseProposition *proposition,
                            ChaseResult *result)
{
  g_autoptr (ChaseCatComparison) compared = chase_cat_comparison_new (checker->theory, proposition);
  g_autoptr (JsonArray) laws = json_array_new ();

  if (compared == NULL)
    return FALSE;
  if (makes_sense (checker, compared, laws, result))
    compare (checker, compared, laws, result);
  else
    chase_result_undecided (result, "These are not all categories and functors.");
  return TRUE;
}

void
chase_decide_exists_in_cat (ChaseChecker *checker, const ChaseProposition *proposition,
                            ChaseResult *result)
{
  g_autoptr (ChaseCatComparison) compared = chase_cat_comparison_new (checker->theory, proposition);
  g_autoptr (JsonArray) laws = json_array_new ();
  JsonObject *object;

  if (compared == NULL || !makes_sense (checker, compared, laws, result))
    {
      chase_result_undecided (result,
                              "These are not all categories with generators, and functors.");
      return;
    }
  object = chase_evidence_typed ("cone");
  json_object_set_boolean_member (object, "small", TRUE);
  json_object_set_array_member (object, "given", json_array_ref (laws));
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object,
                           "Cat has all limits and colimits of small categories.");
}
