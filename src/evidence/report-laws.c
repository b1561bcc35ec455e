/* SPDX-License-Identifier: MIT */
#include "evidence/report-private.h"

#include <string.h>

#include "i18n.h"

static gboolean
same_values (const ChaseDemand *law)
{
  return law->left->len == 0
         || memcmp (law->left->data, law->right->data, law->left->len * sizeof (guint32)) == 0;
}

static const char *
value_name (const ChaseDemand *law, const GArray *values, guint x)
{
  return law->codomain[g_array_index (values, guint32, x)];
}

/* "values": what both functions are, element by element. */
static gboolean
verify_values (const ChaseDemand *law, JsonObject *object, GError **error)
{
  JsonObject *values = chase_report_object (object, "values");

  if (values == NULL || json_object_get_size (values) != law->left->len)
    return chase_refuse (error, "the values of the function are missing");
  for (guint x = 0; x < law->left->len; x++)
    if (g_strcmp0 (chase_report_string (values, law->domain[x]), value_name (law, law->left, x))
        != 0)
      return chase_refuse (error, "the function sends %s elsewhere", law->domain[x]);
  return TRUE;
}

/* "at", "left", "right": an element that the functions send apart. */
static gboolean
verify_element (const ChaseDemand *law, JsonObject *object, GError **error)
{
  const char *at = chase_report_string (object, "at");

  for (guint x = 0; at != NULL && x < law->left->len; x++)
    if (strcmp (at, law->domain[x]) == 0)
      {
        const char *left = value_name (law, law->left, x);
        const char *right = value_name (law, law->right, x);

        return (strcmp (left, right) != 0
                && g_strcmp0 (chase_report_string (object, "left"), left) == 0
                && g_strcmp0 (chase_report_string (object, "right"), right) == 0)
               || chase_refuse (error, "the functions have other values at %s", at);
      }
  return chase_refuse (error, "the evidence names no element");
}

/* Does @object say in @key that a side is the path @letters? It may leave it out where it is empty.
 */
static gboolean
is_side (const ChaseDemand *law, const GArray *letters, JsonObject *object, const char *key)
{
  JsonArray *path = chase_report_array (object, key);

  if (path == NULL)
    return letters->len == 0 && !json_object_has_member (object, key);
  if (json_array_get_length (path) != letters->len)
    return FALSE;
  for (guint i = 0; i < letters->len; i++)
    {
      const ChaseArrow *arrow
          = chase_presentation_arrow (law->presentation, g_array_index (letters, guint32, i));
      JsonNode *name = json_array_get_element (path, i);

      if (json_node_get_value_type (name) != G_TYPE_STRING
          || strcmp (json_node_get_string (name), arrow->name) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
verify_law (ChaseTheory *theory, const ChaseDemand *law, gboolean holds, JsonObject *object,
            GError **error)
{
  if (law->presentation == NULL)
    return (same_values (law) == holds
            || chase_refuse (error, holds ? _ ("the two functions are different")
                                          : _ ("the two functions are the same")))
           && (holds ? verify_values (law, object, error) : verify_element (law, object, error));
  if (holds
      && !(is_side (law, law->left, object, "left") && is_side (law, law->right, object, "right")))
    return chase_refuse (error, "a law is about other paths");
  return chase_report_equation (theory, law->presentation, law->source,
                                chase_demand_word (law->left), chase_demand_word (law->right),
                                holds, json_object_get_member (object, "evidence"), error);
}

static gboolean
verify_all (ChaseTheory *theory, const ChaseDemands *laws, JsonObject *object, GError **error)
{
  JsonArray *equations = chase_report_array (object, "equations");

  if (!chase_report_is (object, "laws", error))
    return FALSE;
  if (laws->broken != NULL || laws->unsure)
    return chase_refuse (error, "equations alone do not show this");
  if (equations == NULL || json_array_get_length (equations) != laws->list->len)
    return chase_refuse (error, "there must be evidence for each of %u equations", laws->list->len);
  for (guint i = 0; i < laws->list->len; i++)
    {
      JsonNode *node = json_array_get_element (equations, i);

      if (!JSON_NODE_HOLDS_OBJECT (node))
        return chase_refuse (error, "the law number %u has no evidence", i);
      if (!verify_law (theory, g_ptr_array_index (laws->list, i), TRUE, json_node_get_object (node),
                       error))
        return FALSE;
    }
  return TRUE;
}

/* Is @word one of the properties @lost? */
static gboolean
is_lost (guint lost, const char *word)
{
  static const ChaseProperty all[]
      = { CHASE_PROPERTY_ISO, CHASE_PROPERTY_SPLIT_MONO, CHASE_PROPERTY_SPLIT_EPI };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if ((lost & all[i]) != 0 && g_strcmp0 (word, chase_property_word (all[i])) == 0)
      return TRUE;
  return FALSE;
}

gboolean
chase_report_laws (ChaseTheory *theory, const ChaseDemands *laws, gboolean holds,
                   JsonObject *object, GError **error)
{
  gint64 number = chase_report_number (object, "law");
  const char *arrow = chase_report_string (object, "arrow");

  if (holds)
    return verify_all (theory, laws, object, error);
  if (!chase_report_is (object, "table", error))
    return FALSE;
  if (arrow != NULL)
    return (g_strcmp0 (laws->broken, arrow) == 0
            && is_lost (laws->lost, chase_report_string (object, "property")))
           || chase_refuse (error, "%s keeps what is declared of it", arrow);
  if (number < 0 || number >= laws->list->len)
    return chase_refuse (error, "there is no such law");
  return verify_law (theory, g_ptr_array_index (laws->list, number), FALSE, object, error);
}
