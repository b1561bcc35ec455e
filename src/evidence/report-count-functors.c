/* SPDX-License-Identifier: MIT */
#include "evidence/fingerprint.h"
#include "evidence/functors.h"
#include "evidence/listing.h"
#include "evidence/report-private.h"

#include <string.h>

/* How many functors there are: found once more, in another order. */

#define MAX_STEPS 300000000

static gboolean
count_step (gpointer steps)
{
  return ++*(guint64 *)steps > MAX_STEPS;
}

static gboolean
same_number (guint64 count, const char *digits)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, count);

  while (digits[0] == '0' && digits[1] != '\0')
    digits++;
  return strcmp (text, digits) == 0;
}

static gboolean
verify_elements (ChaseFunctors *functors, JsonArray *elements, GError **error)
{
  if (elements == NULL || json_array_get_length (elements) != functors->count)
    return chase_refuse (error, "there must be %" G_GUINT64_FORMAT " elements", functors->count);
  chase_functors_sort (functors);
  for (guint i = 0; i < functors->list->len; i++)
    {
      g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

      json_node_take_object (node,
                             chase_functors_json (functors, g_ptr_array_index (functors->list, i)));
      if (!json_node_equal (node, json_array_get_element (elements, i)))
        return chase_refuse (error, "the element number %u is another", i);
    }
  return TRUE;
}

static gboolean
verify_count (ChaseFunctors *functors, const char *number, const char *value, gboolean holds,
              JsonObject *object, GError **error)
{
  g_autofree char *sum = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", functors->checksum);

  if (value == NULL || !same_number (functors->count, value)
      || same_number (functors->count, number) != holds)
    return chase_refuse (error, "there are %" G_GUINT64_FORMAT " of them", functors->count);
  if (functors->count > CHASE_LISTED)
    return g_strcmp0 (sum, chase_report_string (object, "checksum")) == 0
           || chase_refuse (error, "the checksum is wrong");
  return verify_elements (functors, chase_report_array (object, "elements"), error);
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
  const ChaseEnumerated *all = chase_listing_get (target, listing);
  g_autoptr (ChaseFunctors) functors = NULL;
  guint64 steps = 0;

  if (source == NULL || source->kind != CHASE_CATEGORY_PRESENTED || all == NULL)
    return chase_refuse (error, "these categories cannot be listed");
  functors = chase_functors_search (source->presentation, all, TRUE, count_step, &steps);
  if (functors == NULL)
    return chase_refuse (error, "there are too many functors to try");
  return chase_report_is (object, "list", error)
         && verify_count (functors, proposition->number, value, holds, object, error);
}
