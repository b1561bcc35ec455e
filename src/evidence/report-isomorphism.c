/* SPDX-License-Identifier: MIT */
#include "evidence/listing.h"
#include "evidence/report-private.h"
#include "evidence/conditions.h"

/* Is @values the transformation of the evidence, natural, and invertible everywhere? */
static gboolean
verify_values (const ChaseConditions *conditions, const guint32 *values, JsonObject *object,
               GError **error)
{
  if (!chase_conditions_are (conditions, values, json_object_get_member (object, "transformation")))
    return chase_refuse (error, "the transformation is another");
  return (chase_conditions_commute (conditions, values)
          && chase_conditions_invert_all (conditions, values))
         || chase_refuse (error, "it has no inverse");
}

static guint32
object_of (const ChaseConditions *conditions, JsonObject *object)
{
  const char *name = chase_report_string (object, "object");

  return name != NULL ? chase_presentation_find_object (conditions->source, name) : G_MAXUINT32;
}

gboolean
chase_report_natural_isomorphism (ChaseTheory *theory, const ChaseTransformation *alpha,
                                  gboolean holds, JsonObject *object, GError **error)
{
  g_autoptr (GHashTable) listing = chase_listing_new ();
  g_autoptr (ChaseConditions) conditions = NULL;
  g_autofree guint32 *values = NULL;
  guint32 at;

  if (json_object_has_member (object, "laws"))
    return chase_report_infinite_natural_isomorphism (theory, alpha, holds, object, error);
  if (alpha != NULL)
    conditions = chase_conditions_new (alpha->from, alpha->to, listing);
  if (conditions == NULL)
    return chase_refuse (error, "this transformation cannot be listed");
  values = g_new0 (guint32, conditions->n_variables + 1);
  if (!chase_conditions_read (conditions, alpha, values)
      || !chase_conditions_commute (conditions, values))
    return chase_refuse (error, "it is no natural transformation");
  if (holds)
    return chase_report_is (object, "bijection", error)
           && verify_values (conditions, values, object, error);
  if (!chase_report_is (object, "table", error))
    return FALSE;
  at = object_of (conditions, object);
  return (at != G_MAXUINT32 && !chase_conditions_invert (conditions, values, at))
         || chase_refuse (error, "the component there has an inverse");
}

/* There is an isomorphism that is what the evidence says; or of all that there are none is one. */
static gboolean
verify_given (const ChaseConditions *conditions, JsonObject *object, GError **error)
{
  g_autofree guint32 *values = g_new0 (guint32, conditions->n_variables + 1);

  if (!chase_conditions_parse (conditions, chase_report_object (object, "transformation"), values))
    return chase_refuse (error, "this is no transformation between the functors");
  return verify_values (conditions, values, object, error);
}

static gboolean
verify_none (const ChaseConditions *conditions, JsonObject *object, GError **error)
{
  g_autoptr (GPtrArray) list = chase_conditions_solve (conditions, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    if (chase_conditions_invert_all (conditions, g_ptr_array_index (list, i)))
      return chase_refuse (error, "there is an isomorphism");
  return list != NULL
         && (chase_report_number (object, "tried") == list->len
             || chase_refuse (error, "there are %u of them", list->len));
}

gboolean
chase_report_isomorphic_functors (ChaseTheory *theory, const ChaseProposition *proposition,
                                  gboolean holds, JsonObject *object, GError **error)
{
  g_autoptr (GHashTable) listing = chase_listing_new ();
  g_autoptr (ChaseConditions) conditions = NULL;

  if (json_object_has_member (object, "same") || json_object_has_member (object, "sizes")
      || json_object_has_member (object, "objects"))
    return chase_report_infinite_isomorphic_functors (theory, proposition, holds, object, error);
  conditions = chase_conditions_of (theory, proposition, listing);
  if (conditions == NULL)
    return chase_refuse (error, "these functors cannot be listed");
  if (!holds && chase_report_string (object, "object") != NULL)
    {
      guint32 at = object_of (conditions, object);

      if (!chase_report_is (object, "table", error))
        return FALSE;
      return (at != G_MAXUINT32 && !chase_conditions_may_invert (conditions, at))
             || chase_refuse (error, "their values there may be isomorphic");
    }
  return chase_report_is (object, holds ? "bijection" : "list", error)
         && (holds ? verify_given (conditions, object, error)
                   : verify_none (conditions, object, error));
}
