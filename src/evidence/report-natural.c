/* SPDX-License-Identifier: MIT */
#include "evidence/listing.h"
#include "evidence/report-private.h"
#include "evidence/conditions.h"
#include "model/of-kan.h"

#include <string.h>

/* How many natural transformations there are: found once more by the verifier's own search. */

static gboolean
verify_elements (const ChaseConditions *conditions, const GPtrArray *list, JsonObject *object,
                 GError **error)
{
  JsonArray *elements = chase_report_array (object, "elements");

  if (elements == NULL || json_array_get_length (elements) != list->len)
    return chase_refuse (error, "there must be %u elements", list->len);
  for (guint i = 0; i < list->len; i++)
    if (!chase_conditions_are (conditions, g_ptr_array_index (list, i),
                               json_array_get_element (elements, i)))
      return chase_refuse (error, "the element number %u is another", i);
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
verify_count (const ChaseConditions *conditions, const char *number, const char *value,
              gboolean holds, JsonObject *object, GError **error)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *text = NULL;
  guint64 fingerprint;

  if (chase_report_array (object, "elements") == NULL)
    {
      text = chase_conditions_recount (conditions, &fingerprint, error);
      if (text != NULL && strlen (text) < 6 && g_ascii_strtoull (text, NULL, 10) <= CHASE_LISTED)
        return chase_refuse (error, "the elements are missing");
      return text != NULL && chase_report_number_is (text, number, value, holds, error)
             && verify_checksum (fingerprint, object, error);
    }
  list = chase_conditions_solve (conditions, error);
  if (list == NULL)
    return FALSE;
  text = g_strdup_printf ("%u", list->len);
  return chase_report_number_is (text, number, value, holds, error)
         && verify_elements (conditions, list, object, error);
}

/* Those from a left, or to a right Kan extension are those on the other side of the adjunction. */
static gboolean
verify_by_adjoint (ChaseTheory *theory, const ChaseProposition *proposition, const char *value,
                   gboolean holds, JsonObject *object, GError **error)
{
  g_autoptr (ChaseProposition) other = chase_proposition_of_adjoint (theory, proposition);
  JsonObject *evidence = chase_report_object (object, "adjoint");

  if (other == NULL || evidence == NULL)
    return chase_refuse (error, "neither functor is a Kan extension on its side");
  return chase_report_count_natural (theory, other, value, holds, evidence, error);
}

gboolean
chase_report_count_natural (ChaseTheory *theory, const ChaseProposition *proposition,
                            const char *value, gboolean holds, JsonObject *object, GError **error)
{
  g_autoptr (GHashTable) listing = chase_listing_new ();
  g_autoptr (ChaseConditions) conditions = NULL;

  if (json_object_has_member (object, "named"))
    return chase_report_count_by_yoneda (theory, proposition, value, holds, object, error);
  if (json_object_has_member (object, "endo"))
    return chase_report_count_endo (theory, proposition, value, holds, object, error);
  if (json_object_has_member (object, "adjoint"))
    return verify_by_adjoint (theory, proposition, value, holds, object, error);
  conditions = chase_conditions_of (theory, proposition, listing);
  if (conditions == NULL)
    return chase_refuse (error, "these functors cannot be listed");
  return chase_report_is (object, "list", error)
         && verify_count (conditions, proposition->number, value, holds, object, error);
}
