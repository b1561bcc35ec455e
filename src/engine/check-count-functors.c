/* SPDX-License-Identifier: MIT */
#include "engine/check-private.h"
#include "engine/clock.h"
#include "evidence/functors.h"
#include "engine/natural.h"

#include <string.h>

/* |Fun(C, D)| = n */

static gboolean
tick (gpointer clock)
{
  return chase_clock_tick (clock);
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
elements_json (ChaseFunctors *functors)
{
  JsonArray *elements = json_array_new ();

  chase_functors_sort (functors);
  for (guint i = 0; i < functors->list->len; i++)
    json_array_add_object_element (
        elements, chase_functors_json (functors, g_ptr_array_index (functors->list, i)));
  return elements;
}

static void
finish (ChaseFunctors *functors, const char *number, ChaseResult *result)
{
  g_autofree char *text = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", functors->checksum);
  gboolean holds = same_number (functors->count, number);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "type", "list");
  if (functors->count > CHASE_LISTED)
    json_object_set_string_member (object, "checksum", text);
  else
    json_object_set_array_member (object, "elements", elements_json (functors));
  chase_result_set_object (result, holds ? CHASE_VERDICT_HOLDS : CHASE_VERDICT_FAILS, object,
                           "There %s %" G_GUINT64_FORMAT " functor%s.",
                           functors->count == 1 ? "is" : "are", functors->count,
                           functors->count == 1 ? "" : "s");
  g_free (result->value);
  result->value = g_strdup_printf ("%" G_GUINT64_FORMAT, functors->count);
}

void
chase_decide_count_functors (ChaseChecker *checker, const ChaseProposition *proposition,
                             ChaseResult *result)
{
  const ChaseCategory *source
      = chase_theory_category_listed (checker->theory, g_ptr_array_index (proposition->terms, 0), NULL);
  const ChaseCategory *target
      = chase_theory_category_listed (checker->theory, g_ptr_array_index (proposition->terms, 1), NULL);
  const ChaseEnumerated *all = chase_checker_enumerated (checker, target);
  g_autoptr (ChaseFunctors) functors = NULL;
  ChaseClock clock;

  if (source == NULL || source->kind != CHASE_CATEGORY_PRESENTED || all == NULL)
    {
      chase_result_not_listed (result, all == NULL ? target : source);
      return;
    }
  chase_clock_start (&clock, checker->budget, checker->cancellable);
  functors = chase_functors_search (source->presentation, all, FALSE, tick, &clock);
  if (functors != NULL)
    finish (functors, proposition->number, result);
  else if (clock.stop != CHASE_STOP_NONE)
    chase_result_undecided (result, "Not all functors were found: %s.", chase_clock_why (&clock));
  else
    chase_result_undecided (result, "%s has declared monos or epis.", source->key);
}
