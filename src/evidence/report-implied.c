/* SPDX-License-Identifier: MIT */
#include "evidence/report-private.h"
#include "model/implied.h"

/* What follows from other statements ("implied": which implication, "parts": their evidence), where
 * a category is not written out. */

gboolean
chase_report_implied (ChaseTheory *theory, const ChaseProposition *proposition, const char *number,
                      gboolean holds, JsonObject *object, GError **error)
{
  g_autoptr (GPtrArray) list = chase_implications (theory, proposition);
  gint64 n = chase_report_number (object, "implied");
  JsonArray *parts = chase_report_array (object, "parts");
  const ChaseImplication *implication
      = n >= 0 && n < list->len ? g_ptr_array_index (list, (guint)n) : NULL;
  const char *counted = NULL;
  guint k = 0;

  if (implication == NULL || implication->conclude != holds)
    return chase_refuse (error, "nothing says that this follows");
  if (parts == NULL
      || json_array_get_length (parts) != implication->parts[0]->len + implication->parts[1]->len)
    return chase_refuse (error, "there must be evidence for each part");
  for (guint expect = 0; expect < 2; expect++)
    for (guint i = 0; i < implication->parts[expect]->len; i++, k++)
      {
        const ChaseProposition *part = g_ptr_array_index (implication->parts[expect], i);
        const char *value;
        JsonNode *node = chase_report_part (parts, k, &value);

        if (node == NULL || !chase_theory_check_proposition (theory, part, NULL))
          return chase_refuse (error, "there must be evidence for each part");
        if (!chase_report_proposition (theory, part, expect, value, node, error))
          return FALSE;
        counted = value != NULL ? value : counted;
      }
  if (proposition->kind == CHASE_PROPOSITION_COUNT && g_strcmp0 (counted, number) != 0)
    return chase_refuse (error, "there are %s of them", counted != NULL ? counted : "others");
  return TRUE;
}
