/* SPDX-License-Identifier: MIT */
#include "evidence/listing.h"
#include "evidence/natural.h"
#include "evidence/report-private.h"

#include <string.h>

/* How many natural transformations there are: found once more by the verifier's own search. */

static gboolean
same_number (guint64 count, const char *digits)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, count);

  while (digits[0] == '0' && digits[1] != '\0')
    digits++;
  return strcmp (text, digits) == 0;
}

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

static gboolean
verify_count (const ChaseNaturality *naturality, const char *number, const char *value,
              gboolean holds, JsonObject *object, GError **error)
{
  g_autoptr (GPtrArray) parts = chase_natural_search (naturality, error);
  guint64 count, checksum;

  if (parts == NULL)
    return FALSE;
  if (!chase_natural_total (parts, &count, &checksum))
    return chase_refuse (error, "there are too many transformations to count");
  if (value == NULL || !same_number (count, value) || same_number (count, number) != holds)
    return chase_refuse (error, "there are %" G_GUINT64_FORMAT " of them", count);
  if (count > CHASE_LISTED)
    return verify_checksum (checksum, object, error);
  return verify_elements (naturality, parts, object, error);
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
