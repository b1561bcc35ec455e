/* SPDX-License-Identifier: MIT */
#include "evidence/report-private.h"
#include "model/cat-comparison.h"

/* Colimits in Cat, and products of infinite categories, by the comparison functor: that it is an
 * isomorphism, or none ("comparison"), that its legs do not commute with the arrows ("broken") or
 * send glued objects apart; and that the arrows are functors ("given"). */

static gboolean
makes_sense (ChaseTheory *theory, const ChaseCatComparison *compared, JsonArray *given,
             GError **error)
{
  if (given == NULL || json_array_get_length (given) != compared->given->len)
    return chase_refuse (error, "there must be evidence for each functor");
  for (guint i = 0; i < compared->parts->len; i++)
    if (!chase_report_known_category (theory, g_ptr_array_index (compared->parts, i), error))
      return FALSE;
  for (guint i = 0; i < compared->given->len; i++)
    {
      JsonNode *node = json_array_get_element (given, i);

      if (!JSON_NODE_HOLDS_OBJECT (node))
        return chase_refuse (error, "there must be evidence for each functor");
      if (!chase_report_functor (theory, g_ptr_array_index (compared->given, i), TRUE,
                                 json_node_get_object (node), error))
        return FALSE;
    }
  return TRUE;
}

gboolean
chase_report_comparison (ChaseTheory *theory, const ChaseProposition *proposition, gboolean holds,
                         JsonObject *object, GError **error)
{
  g_autoptr (ChaseCatComparison) compared = chase_cat_comparison_new (theory, proposition);
  JsonObject *broken = chase_report_object (object, "broken");
  JsonObject *evidence = chase_report_object (object, "comparison");

  if (compared == NULL)
    return chase_refuse (error, "there is nothing to be compared");
  if (!makes_sense (theory, compared, chase_report_array (object, "given"), error))
    return FALSE;
  if (compared->apart)
    return !holds || chase_refuse (error, "the legs do not fit together");
  if (broken != NULL)
    return holds ? chase_refuse (error, "the legs do not commute with the arrows")
                 : chase_report_functor (theory, compared->comparison, FALSE, broken, error);
  return evidence != NULL ? chase_report_functor_is (
             theory, compared->comparison, CHASE_ADJECTIVE_ISOMORPHISM, holds, evidence, error)
                          : chase_refuse (error, "nothing is said of the comparison");
}

gboolean
chase_report_exists_in_cat (ChaseTheory *theory, const ChaseProposition *proposition,
                            gboolean holds, JsonObject *object, GError **error)
{
  g_autoptr (ChaseCatComparison) compared = chase_cat_comparison_new (theory, proposition);

  if (!holds || compared == NULL || !chase_report_is_flag (object, "small", TRUE))
    return chase_refuse (error, "of small categories there are all limits and colimits");
  return makes_sense (theory, compared, chase_report_array (object, "given"), error);
}
