/* SPDX-License-Identifier: MIT */
#include "evidence/cancelled.h"
#include "evidence/enumerate.h"
#include "evidence/fingerprint.h"
#include "evidence/functors.h"
#include "evidence/listing.h"
#include "evidence/report-private.h"

#include <string.h>

#include "i18n.h"

/* How many functors there are: few are found once more, many are counted once more. */

#define MAX_STEPS 300000000

static gboolean
count_step (gpointer steps)
{
  return ++*(guint64 *)steps > MAX_STEPS;
}

static gboolean
verify_elements (ChaseFunctors *functors, JsonArray *elements, GError **error)
{
  if (elements == NULL || json_array_get_length (elements) != functors->count)
    return chase_refuse (error, _ ("there must be %" PRIu64 " elements"), functors->count);
  chase_functors_sort (functors);
  for (guint i = 0; i < functors->list->len; i++)
    if (!chase_functors_are (functors, g_ptr_array_index (functors->list, i),
                             json_array_get_element (elements, i)))
      return chase_refuse (error, "the element number %u is another", i);
  return TRUE;
}

static gboolean
verify_checksum (guint64 fingerprint, JsonObject *object, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", fingerprint);

  return g_strcmp0 (text, chase_report_string (object, "checksum")) == 0
         || chase_refuse (error, "the checksum is wrong");
}

static gboolean
verify_found (ChaseFunctors *functors, const char *number, const char *value, gboolean holds,
              JsonObject *object, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, functors->count);

  if (!chase_report_number_is (text, number, value, holds, error))
    return FALSE;
  return functors->count > CHASE_LISTED
             ? verify_checksum (functors->fingerprint, object, error)
             : verify_elements (functors, chase_report_array (object, "elements"), error);
}

static gboolean
verify_count (const ChasePresentation *source, const ChaseEnumerated *target, const char *number,
              const char *value, gboolean holds, JsonObject *object, GError **error)
{
  g_autoptr (ChaseFunctors) functors = NULL;
  g_autofree char *text = NULL;
  guint64 steps = 0, fingerprint;

  if (chase_report_array (object, "elements") == NULL)
    {
      text = chase_functors_recount (source, target, &fingerprint, NULL);
      if (text != NULL && strlen (text) < 6 && g_ascii_strtoull (text, NULL, 10) <= CHASE_LISTED)
        return chase_refuse (error, "the elements are missing");
      if (text != NULL)
        return chase_report_number_is (text, number, value, holds, error)
               && verify_checksum (fingerprint, object, error);
    }
  functors = chase_functors_search (source, target, TRUE, count_step, &steps);
  if (functors == NULL)
    return chase_refuse (error, "there are too many functors to try");
  return verify_found (functors, number, value, holds, object, error);
}

/* Functors from what has no arrows say where objects go, and no more. */
static ChaseEnumerated *
discrete_target (const ChaseCategory *source, const ChaseCategory *target)
{
  g_autoptr (ChasePresentation) p = chase_presentation_new ();
  guint32 n
      = target->presentation != NULL ? chase_presentation_n_objects (target->presentation) : 0;

  if (chase_presentation_n_arrows (source->presentation) > 0
      || (target->presentation == NULL && chase_presentation_n_objects (source->presentation) > 0))
    return NULL;
  for (guint32 x = 0; x < n; x++)
    chase_presentation_add_object (p, chase_presentation_object_name (target->presentation, x));
  return chase_enumerated_new_table (p);
}

gboolean
chase_report_count_functors (ChaseTheory *theory, const ChaseProposition *proposition,
                             const char *value, gboolean holds, JsonObject *object, GError **error)
{
  const ChaseCategory *source
      = chase_theory_category_listed (theory, g_ptr_array_index (proposition->terms, 0), NULL);
  const ChaseCategory *target
      = chase_theory_category_listed (theory, g_ptr_array_index (proposition->terms, 1), NULL);
  g_autoptr (GHashTable) listing = chase_listing_new ();
  g_autoptr (ChaseEnumerated) discrete = NULL;
  const ChaseEnumerated *all;

  if (source != NULL && target != NULL && json_object_has_member (object, "system"))
    return chase_report_number_is (NULL, proposition->number, value, holds, error)
           && chase_report_infinite_functors (source, target, object, error);
  if (source != NULL && target != NULL && source->kind == CHASE_CATEGORY_PRESENTED)
    discrete = discrete_target (source, target);
  all = discrete != NULL ? discrete : chase_listing_get (target, listing);
  if (source == NULL || source->kind != CHASE_CATEGORY_PRESENTED || all == NULL
      || chase_declares_more (source->presentation))
    return chase_refuse (error, "these categories cannot be listed");
  return chase_report_is (object, "list", error)
         && verify_count (source->presentation, all, proposition->number, value, holds, object,
                          error);
}
