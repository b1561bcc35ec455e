/* SPDX-License-Identifier: MIT */
#include "evidence/listing.h"
#include "evidence/natural.h"
#include "evidence/report-private.h"

#include <string.h>

/* How many natural transformations there are: found once more by the verifier's own search. */

static gboolean
verify_elements (const ChaseNaturality *naturality, const GPtrArray *parts, JsonObject *object,
                 GError **error)
{
  g_autoptr (GPtrArray) list = chase_natural_list (naturality, parts);
  JsonArray *elements = chase_report_array (object, "elements");

  if (elements == NULL || json_array_get_length (elements) != list->len)
    return chase_refuse (error, "there must be %u elements", list->len);
  for (guint i = 0; i < list->len; i++)
    {
      g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

      json_node_take_object (node, chase_natural_json (naturality, g_ptr_array_index (list, i)));
      if (!json_node_equal (node, json_array_get_element (elements, i)))
        return chase_refuse (error, "the element number %u is another", i);
    }
  return TRUE;
}

static gboolean
verify_checksum (guint64 checksum, JsonObject *object, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", checksum);

  return g_strcmp0 (text, chase_report_string (object, "checksum")) == 0
         || chase_refuse (error, "the checksum is wrong");
}

/* Few are found one by one, many are counted. */
static gboolean
verify_count (const ChaseNaturality *naturality, const char *number, const char *value,
              gboolean holds, JsonObject *object, GError **error)
{
  g_autoptr (GPtrArray) parts = NULL;
  guint64 count, fingerprint;
  g_autofree char *text = NULL;

  if (chase_report_array (object, "elements") == NULL)
    {
      text = chase_natural_recount (naturality, &fingerprint, error);
      if (text != NULL && strlen (text) < 6 && g_ascii_strtoull (text, NULL, 10) <= CHASE_LISTED)
        return chase_refuse (error, "the elements are missing");
      return text != NULL && chase_report_number_is (text, number, value, holds, error)
             && verify_checksum (fingerprint, object, error);
    }
  parts = chase_natural_search (naturality, error);
  if (parts == NULL)
    return FALSE;
  if (!chase_natural_total (parts, &count, &fingerprint) || count > CHASE_LISTED)
    return chase_refuse (error, "there are too many transformations to list");
  text = g_strdup_printf ("%" G_GUINT64_FORMAT, count);
  return chase_report_number_is (text, number, value, holds, error)
         && verify_elements (naturality, parts, object, error);
}

gboolean
chase_report_count_natural (ChaseTheory *theory, const ChaseProposition *proposition,
                            const char *value, gboolean holds, JsonObject *object, GError **error)
{
  g_autoptr (GHashTable) listing = chase_listing_new ();
  g_autoptr (ChaseNaturality) naturality
      = chase_naturality_of (theory, proposition, chase_listing_get, listing);

  if (naturality == NULL)
    return chase_refuse (error, "these functors cannot be listed");
  return chase_report_is (object, "list", error)
         && verify_count (naturality, proposition->number, value, holds, object, error);
}
