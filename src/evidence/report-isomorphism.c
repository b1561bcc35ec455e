/* SPDX-License-Identifier: MIT */
#include "evidence/listing.h"
#include "evidence/natural.h"
#include "evidence/report-private.h"

/* Is @values the transformation of the evidence, natural, and invertible everywhere? */
static gboolean
verify_values (const ChaseNaturality *naturality, const guint32 *values, JsonObject *object,
               GError **error)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonNode *given = json_object_get_member (object, "transformation");

  json_node_take_object (node, chase_natural_json (naturality, values));
  if (given == NULL || !json_node_equal (given, node))
    return chase_refuse (error, "the transformation is another");
  return (chase_natural_is (naturality, values) && chase_natural_is_invertible (naturality, values))
         || chase_refuse (error, "it has no inverse");
}

static guint32
object_of (const ChaseNaturality *naturality, JsonObject *object)
{
  const char *name = chase_report_string (object, "object");

  return name != NULL ? chase_presentation_find_object (naturality->source, name) : G_MAXUINT32;
}

gboolean
chase_report_natural_isomorphism (const ChaseTransformation *alpha, gboolean holds,
                                  JsonObject *object, GError **error)
{
  g_autoptr (GHashTable) listing = chase_listing_new ();
  g_autoptr (ChaseNaturality) naturality = NULL;
  g_autofree guint32 *values = NULL;
  guint32 at;

  if (alpha != NULL)
    naturality = chase_naturality_new (alpha->from, alpha->to, chase_listing_get, listing);
  if (naturality == NULL)
    return chase_refuse (error, "this transformation cannot be listed");
  values = g_new0 (guint32, naturality->n_variables + 1);
  if (!chase_natural_read (naturality, alpha, values) || !chase_natural_is (naturality, values))
    return chase_refuse (error, "it is no natural transformation");
  if (holds)
    return chase_report_is (object, "bijection", error)
           && verify_values (naturality, values, object, error);
  at = object_of (naturality, object);
  return (at != G_MAXUINT32 && !chase_natural_inverts (naturality, values, at))
         || chase_refuse (error, "the component there has an inverse");
}

static gboolean
verify_list (const ChaseNaturality *naturality, gboolean holds, JsonObject *object, GError **error)
{
  g_autoptr (GPtrArray) parts = chase_natural_search (naturality, error);
  g_autoptr (GPtrArray) list = NULL;
  guint64 count, checksum;

  if (parts == NULL)
    return FALSE;
  if (!chase_natural_total (parts, &count, &checksum) || count > CHASE_LISTED)
    return chase_refuse (error, "there are too many transformations to try");
  list = chase_natural_list (naturality, parts);
  for (guint i = 0; i < list->len; i++)
    {
      if (holds && verify_values (naturality, g_ptr_array_index (list, i), object, NULL))
        return TRUE;
      if (!holds && chase_natural_is_invertible (naturality, g_ptr_array_index (list, i)))
        return chase_refuse (error, "there is an isomorphism");
    }
  if (holds)
    return chase_refuse (error, "this is no natural isomorphism");
  return chase_report_number (object, "tried") == (gint64)count
         || chase_refuse (error, "there are %" G_GUINT64_FORMAT " of them", count);
}

gboolean
chase_report_isomorphic_functors (ChaseTheory *theory, const ChaseProposition *proposition,
                                  gboolean holds, JsonObject *object, GError **error)
{
  g_autoptr (GHashTable) listing = chase_listing_new ();
  g_autoptr (ChaseNaturality) naturality
      = chase_naturality_of (theory, proposition, chase_listing_get, listing);

  if (naturality == NULL)
    return chase_refuse (error, "these functors cannot be listed");
  if (!holds && chase_report_string (object, "object") != NULL)
    {
      guint32 at = object_of (naturality, object);

      return (at != G_MAXUINT32 && !chase_natural_may_invert (naturality, at))
             || chase_refuse (error, "their values there may be isomorphic");
    }
  return chase_report_is (object, holds ? "bijection" : "list", error)
         && verify_list (naturality, holds, object, error);
}
