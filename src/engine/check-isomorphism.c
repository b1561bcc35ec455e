/* SPDX-License-Identifier: MIT */
#include "engine/check-infinite-natural.h"
#include "engine/check-private.h"
#include "engine/natural-transformations.h"

/* Transformations that are isomorphisms, and isomorphic functors. */

static void
not_listed (ChaseResult *result)
{
  chase_result_undecided (result, "The values of these functors could not all be listed, or they "
                                  "are no functors.");
}

static JsonObject *
witness_at (const ChaseNaturality *naturality, guint32 object)
{
  JsonObject *witness = chase_evidence_typed ("table");

  json_object_set_string_member (witness, "object",
                                 chase_presentation_object_name (naturality->source, object));
  return witness;
}

static void
decide_values (const ChaseNaturality *naturality, const guint32 *values, ChaseResult *result)
{
  JsonObject *object;

  for (guint32 a = 0; a < chase_presentation_n_objects (naturality->source); a++)
    if (!chase_natural_inverts (naturality, values, a))
      {
        chase_result_set_object (result, CHASE_VERDICT_FAILS, witness_at (naturality, a),
                                 "The component at %s has no inverse.",
                                 chase_presentation_object_name (naturality->source, a));
        return;
      }
  object = chase_evidence_typed ("bijection");
  json_object_set_object_member (object, "transformation", chase_natural_json (naturality, values));
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object, "Every component has an inverse.");
}

void
chase_decide_natural_isomorphism (ChaseChecker *checker, const ChaseTransformation *alpha,
                                  ChaseResult *result)
{
  g_autoptr (ChaseNaturality) naturality
      = chase_naturality_new (alpha->from, alpha->to, chase_checker_list, checker);
  g_autofree guint32 *values = NULL;

  if (naturality == NULL)
    {
      if (!chase_decide_infinite_natural_isomorphism (checker, alpha, result))
        not_listed (result);
      return;
    }
  values = g_new0 (guint32, naturality->n_variables + 1);
  if (!chase_natural_read (naturality, alpha, values))
    chase_result_undecided (result, "The components are not written out.");
  else if (!chase_natural_is (naturality, values))
    chase_result_undecided (result, "It is not natural.");
  else
    decide_values (naturality, values, result);
}

static void
try_all (const ChaseNaturality *naturality, const GPtrArray *list, ChaseResult *result)
{
  JsonObject *object;

  for (guint i = 0; i < list->len; i++)
    if (chase_natural_is_invertible (naturality, g_ptr_array_index (list, i)))
      {
        decide_values (naturality, g_ptr_array_index (list, i), result);
        return;
      }
  object = chase_evidence_typed ("list");
  json_object_set_int_member (object, "tried", list->len);
  chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                           "None of the %u natural transformations has an inverse.", list->len);
}

/* Without arrows, as in Set, sets of one size are all that is needed. */
static gboolean
match_in_order (const ChaseNaturality *naturality, ChaseResult *result)
{
  g_autofree guint32 *values = NULL;

  if (naturality->from == NULL || naturality->squares->len > 0)
    return FALSE;
  values = g_new0 (guint32, naturality->n_variables + 1);
  for (guint32 a = 0; a < naturality->from->n_objects; a++)
    for (guint32 x = 0; x < naturality->from->sizes[a]; x++)
      values[naturality->from->first[a] + x] = x;
  decide_values (naturality, values, result);
  return TRUE;
}

void
chase_decide_isomorphic_functors (ChaseChecker *checker, const ChaseProposition *proposition,
                                  ChaseResult *result)
{
  g_autoptr (ChaseNaturality) naturality
      = chase_naturality_of (checker->theory, proposition, chase_checker_list, checker);
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GPtrArray) list = NULL;
  guint64 count, checksum;
  ChaseClock clock;

  if (naturality == NULL)
    {
      if (!chase_decide_infinite_isomorphic_functors (checker, proposition, result))
        not_listed (result);
      return;
    }
  for (guint32 a = 0; a < chase_presentation_n_objects (naturality->source); a++)
    if (!chase_natural_may_invert (naturality, a))
      {
        chase_result_set_object (result, CHASE_VERDICT_FAILS, witness_at (naturality, a),
                                 "Their values at %s are not isomorphic.",
                                 chase_presentation_object_name (naturality->source, a));
        return;
      }
  if (match_in_order (naturality, result))
    return;
  chase_clock_start (&clock, checker->budget, checker->cancellable);
  parts = chase_natural_solve (naturality, &clock);
  if (parts == NULL)
    chase_result_undecided (result, "Not all transformations were found: %s.",
                            chase_clock_why (&clock));
  else if (!chase_natural_total (parts, &count, &checksum) || count > CHASE_LISTED)
    chase_result_undecided (result, "There are too many transformations to try.");
  else
    {
      list = chase_natural_list (naturality, parts);
      try_all (naturality, list, result);
    }
}
