/* SPDX-License-Identifier: MIT */
#include "engine/check-private.h"
#include "engine/natural-transformations.h"

#include <string.h>

/* |Nat(F, G)| = n */

const ChaseEnumerated *
chase_checker_list (const ChaseCategory *category, gpointer checker)
{
  return chase_checker_enumerated (checker, category);
}

static gboolean
same_number (guint64 count, const char *digits)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, count);

  while (digits[0] == '0' && digits[1] != '\0')
    digits++;
  return strcmp (text, digits) == 0;
}

static JsonArray *
elements_json (const ChaseNaturality *naturality, const GPtrArray *parts)
{
  g_autoptr (GPtrArray) list = chase_natural_list (naturality, parts);
  JsonArray *elements = json_array_new ();

  for (guint i = 0; i < list->len; i++)
    json_array_add_object_element (elements,
                                   chase_natural_json (naturality, g_ptr_array_index (list, i)));
  return elements;
}

static void
finish (const ChaseNaturality *naturality, const GPtrArray *parts, const char *number,
        ChaseResult *result)
{
  g_autofree char *text = NULL;
  guint64 count, checksum;
  JsonObject *object;

  if (!chase_natural_total (parts, &count, &checksum))
    {
      chase_result_undecided (result, "There are more transformations than 2^64.");
      return;
    }
  object = json_object_new ();
  json_object_set_string_member (object, "type", "list");
  text = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", checksum);
  if (count > CHASE_LISTED)
    json_object_set_string_member (object, "checksum", text);
  else
    json_object_set_array_member (object, "elements", elements_json (naturality, parts));
  chase_result_set_object (result,
                           same_number (count, number) ? CHASE_VERDICT_HOLDS : CHASE_VERDICT_FAILS,
                           object, "There %s %" G_GUINT64_FORMAT " natural transformation%s.",
                           count == 1 ? "is" : "are", count, count == 1 ? "" : "s");
  g_free (result->value);
  result->value = g_strdup_printf ("%" G_GUINT64_FORMAT, count);
}

void
chase_decide_count_natural (ChaseChecker *checker, const ChaseProposition *proposition,
                            ChaseResult *result)
{
  g_autoptr (ChaseNaturality) naturality
      = chase_naturality_of (checker->theory, proposition, chase_checker_list, checker);
  g_autoptr (GPtrArray) parts = NULL;
  ChaseClock clock;

  if (naturality == NULL)
    {
      chase_result_undecided (result, "The values of these functors could not all be listed, or "
                                      "they are no functors.");
      return;
    }
  chase_clock_start (&clock, checker->budget, checker->cancellable);
  parts = chase_natural_solve (naturality, &clock);
  if (parts == NULL)
    chase_result_undecided (result, "Not all transformations were found: %s.",
                            chase_clock_why (&clock));
  else
    finish (naturality, parts, proposition->number, result);
}
