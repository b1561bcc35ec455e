/* SPDX-License-Identifier: MIT */
#include "engine/check-private.h"
#include "engine/tally.h"
#include "model/of-parts.h"

/* What is said in a product of categories without generators: it holds when it holds in both parts,
 * and hom-sets are products. */

JsonObject *
chase_result_part_json (const ChaseResult *part)
{
  JsonObject *object = json_object_new ();

  if (part->value != NULL)
    json_object_set_string_member (object, "value", part->value);
  json_object_set_member (object, "evidence", chase_result_evidence_json (part));
  return object;
}

/* The product of two counts; NULL where it is infinite. Caller frees. */
static char *
multiply (const char *one, const char *two)
{
  gboolean infinite = g_str_equal (one, "infinite") || g_str_equal (two, "infinite");

  if (!infinite)
    return chase_decimal_multiply (one, two);
  return g_str_equal (one, "0") || g_str_equal (two, "0") ? g_strdup ("0") : NULL;
}

static const char *
what_is_counted (ChaseCountKind count)
{
  return count == CHASE_COUNT_NAT  ? "natural transformation"
         : count == CHASE_COUNT_OB ? "object"
                                   : "morphism";
}

static void
count (const ChaseProposition *proposition, ChaseResult *const parts[2], ChaseResult *result)
{
  JsonObject *object = chase_evidence_typed ("list");
  JsonArray *list = json_array_new ();
  g_autofree char *number = NULL;

  for (guint i = 0; i < 2; i++)
    json_array_add_object_element (list, chase_result_part_json (parts[i]));
  json_object_set_array_member (object, "factors", list);
  number = multiply (parts[0]->value, parts[1]->value);
  chase_result_count (result, proposition, number, object, what_is_counted (proposition->count));
}

static void
join (ChaseResult *const parts[2], ChaseResult *result)
{
  JsonObject *object;
  JsonArray *list;

  for (guint i = 0; i < 2; i++)
    if (parts[i]->verdict == CHASE_VERDICT_FAILS)
      {
        object = chase_evidence_typed ("table");
        json_object_set_int_member (object, "factor", i);
        json_object_set_member (object, "evidence", chase_result_evidence_json (parts[i]));
        chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                                 "Not in the part number %u: %s", i + 1, parts[i]->reason);
        return;
      }
  list = json_array_new ();
  for (guint i = 0; i < 2; i++)
    json_array_add_object_element (list, chase_result_part_json (parts[i]));
  object = chase_evidence_typed ("list");
  json_object_set_array_member (object, "factors", list);
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object, "It holds in both parts.");
}

gboolean
chase_decide_by_parts (ChaseChecker *checker, const ChaseProposition *proposition,
                       ChaseResult *result)
{
  gboolean counted = proposition->kind == CHASE_PROPOSITION_COUNT, open = FALSE;
  ChaseResult *parts[2] = { NULL, NULL };
  g_autoptr (ChaseProposition) first
      = chase_proposition_of_factor (checker->theory, proposition, 0);
  g_autoptr (ChaseProposition) second
      = chase_proposition_of_factor (checker->theory, proposition, 1);

  if (first == NULL || second == NULL)
    return FALSE;
  parts[0] = chase_checker_check (checker, chase_claim_new (first, FALSE));
  parts[1] = chase_checker_check (checker, chase_claim_new (second, FALSE));
  for (guint i = 0; i < 2; i++)
    if (parts[i]->verdict == CHASE_VERDICT_UNDECIDED
        && (counted || parts[1 - i]->verdict != CHASE_VERDICT_FAILS))
      {
        chase_result_undecided (result, "%s", parts[i]->reason);
        open = TRUE;
      }
  if (!open && counted)
    count (proposition, parts, result);
  else if (!open)
    join (parts, result);
  chase_result_free (parts[0]);
  chase_result_free (parts[1]);
  return TRUE;
}
