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
  return memcmp (claim->left->data, claim->right->data, claim->left->len * sizeof (guint32)) == 0;
}

static gboolean
verify_law (ChaseTheory *theory, const ChaseLawClaim *claim, gboolean holds, JsonObject *object,
            GError **error)
{
  if (claim->functions)
    return same_values (claim) == holds
           || chase_refuse (error, "the two functions are %s", holds ? "different" : "the same");
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
