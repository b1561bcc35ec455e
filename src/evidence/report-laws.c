/* SPDX-License-Identifier: MIT */
#include "evidence/report-private.h"

#include <string.h>

static ChaseWord
as_word (const GArray *letters)
{
  ChaseWord word = { (const guint32 *)(gpointer)letters->data, letters->len };

  return word;
}

static gboolean
same_values (const ChaseLawClaim *claim)
{
  return claim->left->len == 0
         || memcmp (claim->left->data, claim->right->data, claim->left->len * sizeof (guint32))
                == 0;
}

static const char *
value_name (const ChaseLawClaim *claim, const GArray *values, guint x)
{
  return claim->codomain[g_array_index (values, guint32, x)];
}

/* "values": what both functions are, element by element. */
static gboolean
verify_values (const ChaseLawClaim *claim, JsonObject *object, GError **error)
{
  JsonObject *values = chase_report_object (object, "values");

  if (values == NULL || json_object_get_size (values) != claim->left->len)
    return chase_refuse (error, "the values of the function are missing");
  for (guint x = 0; x < claim->left->len; x++)
    if (g_strcmp0 (chase_report_string (values, claim->domain[x]),
                   value_name (claim, claim->left, x))
        != 0)
      return chase_refuse (error, "the function sends %s elsewhere", claim->domain[x]);
  return TRUE;
}

/* "at", "left", "right": an element that the functions send apart. */
static gboolean
verify_element (const ChaseLawClaim *claim, JsonObject *object, GError **error)
{
  const char *at = chase_report_string (object, "at");

  for (guint x = 0; at != NULL && x < claim->left->len; x++)
    if (strcmp (at, claim->domain[x]) == 0)
      {
        const char *left = value_name (claim, claim->left, x);
        const char *right = value_name (claim, claim->right, x);

        return (strcmp (left, right) != 0
                && g_strcmp0 (chase_report_string (object, "left"), left) == 0
                && g_strcmp0 (chase_report_string (object, "right"), right) == 0)
               || chase_refuse (error, "the functions have other values at %s", at);
      }
  return chase_refuse (error, "the evidence names no element");
}

static gboolean
verify_law (ChaseTheory *theory, const ChaseLawClaim *claim, gboolean holds, JsonObject *object,
            GError **error)
{
  if (claim->functions)
    return (same_values (claim) == holds
            || chase_refuse (error, "the two functions are %s", holds ? "different" : "the same"))
           && (holds ? verify_values (claim, object, error)
                     : verify_element (claim, object, error));
  return chase_report_equation (theory, claim->presentation, claim->source, as_word (claim->left),
                                as_word (claim->right), holds,
                                json_object_get_member (object, "evidence"), error);
}

static gboolean
verify_all (ChaseTheory *theory, const ChaseLawList *list, JsonObject *object, GError **error)
{
  JsonArray *equations = chase_report_array (object, "equations");

  if (!chase_report_is (object, "laws", error))
    return FALSE;
  if (list->broken != G_MAXUINT32 || list->obstacle != NULL)
    return chase_refuse (error, "equations alone do not show this");
  if (equations == NULL || json_array_get_length (equations) != list->claims->len)
    return chase_refuse (error, "there must be evidence for each of %u equations",
                         list->claims->len);
  for (guint i = 0; i < list->claims->len; i++)
    {
      JsonNode *node = json_array_get_element (equations, i);

      if (!JSON_NODE_HOLDS_OBJECT (node))
        return chase_refuse (error, "the law number %u has no evidence", i);
      if (!verify_law (theory, g_ptr_array_index (list->claims, i), TRUE,
                       json_node_get_object (node), error))
        return FALSE;
    }
  return TRUE;
}

gboolean
chase_report_laws (ChaseTheory *theory, const ChaseLawList *list, const ChasePresentation *source,
                   gboolean holds, JsonObject *object, GError **error)
{
  gint64 law = chase_report_number (object, "law");
  const char *arrow = chase_report_string (object, "arrow");

  if (holds)
    return verify_all (theory, list, object, error);
  if (!chase_report_is (object, "table", error))
    return FALSE;
  if (arrow != NULL)
    return (list->broken != G_MAXUINT32
            && strcmp (chase_presentation_arrow (source, list->broken)->name, arrow) == 0)
           || chase_refuse (error, "%s keeps what is declared of it", arrow);
  if (law < 0 || law >= list->claims->len)
    return chase_refuse (error, "there is no such law");
  return verify_law (theory, g_ptr_array_index (list->claims, law), FALSE, object, error);
}
