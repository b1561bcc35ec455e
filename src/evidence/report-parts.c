/* SPDX-License-Identifier: MIT */
#include "evidence/fingerprint.h"
#include "evidence/report-private.h"
#include "model/of-parts.h"

#include <string.h>

/* What is said in a product of categories without generators, part by part. */

JsonNode *
chase_report_part (JsonArray *list, guint i, const char **value)
{
  JsonNode *node = json_array_get_element (list, i);
  JsonObject *part = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *evidence = part != NULL ? json_object_get_member (part, "evidence") : NULL;

  *value = part != NULL ? chase_report_string (part, "value") : NULL;
  return evidence != NULL && JSON_NODE_HOLDS_OBJECT (evidence) ? evidence : NULL;
}

static gboolean
is_infinite (const char *number)
{
  return strcmp (number, "infinite") == 0;
}

/* The product of two counts, one of which may be infinite: NULL where it is infinite. Caller frees.
 */
static char *
multiply (const char *one, const char *two)
{
  if (!is_infinite (one) && !is_infinite (two))
    return chase_decimal_product (one, two);
  return strcmp (one, "0") == 0 || strcmp (two, "0") == 0 ? g_strdup ("0") : NULL;
}

/* A count of the part is what its value says, whatever number the statement has. */
static gboolean
verify_factor (ChaseTheory *theory, ChaseProposition *part, JsonArray *list, guint i, char **number,
               GError **error)
{
  const char *value;
  JsonNode *evidence = chase_report_part (list, i, &value);

  if (evidence == NULL)
    return chase_refuse (error, "there must be evidence for each part");
  if (part->kind != CHASE_PROPOSITION_COUNT)
    return chase_report_proposition (theory, part, TRUE, NULL, evidence, error);
  if (value == NULL)
    return chase_refuse (error, "the number of each part is missing");
  chase_name_unref (part->number);
  part->number = chase_name_new (value);
  *number = g_strdup (value);
  return chase_report_proposition (theory, part, !is_infinite (value), value, evidence, error);
}

gboolean
chase_report_parts (ChaseTheory *theory, ChaseProposition *const parts[2], const char *number,
                    const char *value, gboolean holds, JsonObject *object, GError **error)
{
  JsonArray *list = chase_report_array (object, "factors");
  gint64 factor = chase_report_number (object, "factor");
  JsonNode *node = json_object_get_member (object, "evidence");
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autofree char *product = NULL;
  gboolean counted = parts[0]->kind == CHASE_PROPOSITION_COUNT;

  if (!holds && !counted)
    return (factor == 0 || factor == 1) && node != NULL && JSON_NODE_HOLDS_OBJECT (node)
               ? chase_report_proposition (theory, parts[factor], FALSE, NULL, node, error)
               : chase_refuse (error, "the evidence names no part");
  if (list == NULL || json_array_get_length (list) != 2)
    return chase_refuse (error, "there must be evidence for each part");
  if (!verify_factor (theory, parts[0], list, 0, &one, error)
      || !verify_factor (theory, parts[1], list, 1, &two, error))
    return FALSE;
  if (!counted)
    return TRUE;
  product = multiply (one, two);
  return chase_report_number_is (product, number, value, holds, error);
}
