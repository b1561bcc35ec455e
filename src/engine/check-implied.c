/* SPDX-License-Identifier: MIT */
#include "engine/check-private.h"
#include "model/implied.h"
#include "i18n.h"

/* What other statements decide, where a category is not written out. */

/* The evidence that @part comes out as @expect; NULL where it does not. */
static JsonObject *
prove (ChaseChecker *checker, const ChaseProposition *part, gboolean expect, ChaseResult *said,
       char **why)
{
  g_autoptr (ChaseProposition) copy = chase_proposition_copy (part);
  ChaseResult *result = chase_checker_check (checker, chase_claim_new (copy, FALSE));
  JsonObject *object = NULL;

  if (result->verdict == (expect ? CHASE_VERDICT_HOLDS : CHASE_VERDICT_FAILS))
    {
      object = chase_result_part_json (result);
      g_free (*why);
      *why = g_strdup (result->reason);
      if (said->claim->proposition->kind == CHASE_PROPOSITION_COUNT && result->value != NULL)
        {
          g_free (said->value);
          said->value = g_strdup (result->value);
        }
    }
  chase_result_free (result);
  return object;
}

/* TRUE, and evidence in @parts, where each comes out as it should. */
static gboolean
follow (ChaseChecker *checker, const ChaseImplication *implication, JsonArray *parts,
        ChaseResult *said, char **why)
{
  for (guint expect = 0; expect < 2; expect++)
    for (guint i = 0; i < implication->parts[expect]->len; i++)
      {
        JsonObject *object
            = prove (checker, g_ptr_array_index (implication->parts[expect], i), expect, said, why);

        if (object == NULL)
          return FALSE;
        json_array_add_object_element (parts, object);
      }
  return TRUE;
}

gboolean
chase_decide_implied (ChaseChecker *checker, const ChaseProposition *proposition,
                      ChaseResult *result)
{
  g_autoptr (GPtrArray) list = chase_implications (checker->theory, proposition);

  for (guint i = 0; i < list->len; i++)
    {
      const ChaseImplication *implication = g_ptr_array_index (list, i);
      g_autoptr (JsonArray) parts = json_array_new ();
      g_autofree char *why = g_strdup (implication->reason != NULL ? _ (implication->reason)
                                                                   : _ ("Its ends say so."));
      g_autofree char *unused = NULL;
      JsonObject *object;

      if (!follow (checker, implication, parts, result,
                   implication->reason == NULL ? &why : &unused))
        continue;
      object = chase_evidence_typed (implication->conclude ? "list" : "table");
      json_object_set_int_member (object, "implied", i);
      json_object_set_array_member (object, "parts", json_array_ref (parts));
      chase_result_set_object (result,
                               implication->conclude ? CHASE_VERDICT_HOLDS : CHASE_VERDICT_FAILS,
                               object, "%s", why);
      return TRUE;
    }
  return FALSE;
}
