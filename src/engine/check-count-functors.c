/* SPDX-License-Identifier: MIT */
#include "engine/check-infinite-natural.h"
#include "engine/check-private.h"
#include "engine/count-natural.h"
#include "engine/functor-search.h"
#include "engine/functoriality.h"

/* |Fun(C, D)| = n */

/* How long functors are looked for one by one before they are counted. */
#define MAX_STEPS 1000000
/* Pairs of morphisms that compose; the verifier has to hold them too. */
#define MAX_PAIRS 2000000

JsonObject *
chase_functor_values_json (const ChasePresentation *p, const ChaseEnumerated *target,
                           const guint32 *values)
{
  guint32 n = chase_presentation_n_objects (p);
  JsonObject *object = json_object_new ();
  JsonObject *objects = json_object_new ();
  JsonObject *arrows = json_object_new ();

  for (guint32 a = 0; a < n; a++)
    json_object_set_string_member (
        objects, chase_presentation_object_name (p, a),
        chase_presentation_object_name (target->presentation, values[a]));
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    if (!chase_presentation_arrow (p, f)->formal)
      json_object_set_array_member (arrows, chase_presentation_arrow (p, f)->name,
                                    chase_path_names (target, values[n + f]));
  json_object_set_object_member (object, "objects", objects);
  json_object_set_object_member (object, "arrows", arrows);
  return object;
}

static JsonObject *
solution_json (const ChaseNaturality *naturality, const guint32 *values, gconstpointer target)
{
  return chase_functor_values_json (naturality->source, target, values);
}

static JsonObject *
list_json (const ChaseFoundFunctors *found, const ChasePresentation *source,
           const ChaseEnumerated *target)
{
  JsonObject *object = chase_evidence_typed ("list");
  JsonArray *elements;

  if (found->tally.count > CHASE_LISTED)
    {
      g_autofree char *text = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", found->tally.weight);

      json_object_set_string_member (object, "checksum", text);
      return object;
    }
  elements = json_array_new ();
  for (guint i = 0; i < found->list->len; i++)
    json_array_add_object_element (
        elements, chase_functor_values_json (source, target, g_ptr_array_index (found->list, i)));
  json_object_set_array_member (object, "elements", elements);
  return object;
}

static char *
found_text (const ChaseFoundFunctors *found, const ChasePresentation *source,
            const ChaseEnumerated *target, JsonObject **list)
{
  *list = list_json (found, source, target);
  return g_strdup_printf ("%" G_GUINT64_FORMAT, found->tally.count);
}

/* One by one where that ends soon; else by counting; where that takes too much, one by one after
 * all. NULL where @clock stopped. */
static char *
count (const ChasePresentation *source, const ChaseEnumerated *target, ChaseClock *clock,
       JsonObject **list)
{
  g_autoptr (ChaseFoundFunctors) found = chase_functors_find (source, target, MAX_STEPS, clock);
  g_autoptr (ChaseNaturality) functoriality = NULL;
  g_autofree char *counted = NULL;
  guint64 fingerprint;

  if (found != NULL)
    return found_text (found, source, target, list);
  functoriality = chase_functoriality_new (source, target, MAX_PAIRS);
  if (functoriality != NULL && clock->stop == CHASE_STOP_NONE)
    counted = chase_natural_count (functoriality, clock, &fingerprint);
  if (counted != NULL)
    return chase_count_solutions (functoriality, solution_json, target, clock, list);
  found = chase_functors_find (source, target, G_MAXUINT64, clock);
  return found != NULL ? found_text (found, source, target, list) : NULL;
}

/* From what has no arrows, functors are the same as those to the objects of the target. */
static ChaseEnumerated *
objects_alone (const ChaseCategory *source, const ChaseCategory *target)
{
  g_autoptr (ChasePresentation) p = NULL;

  if (source == NULL || target == NULL || source->kind != CHASE_CATEGORY_PRESENTED
      || chase_presentation_n_arrows (source->presentation) > 0
      || (target->presentation == NULL && chase_presentation_n_objects (source->presentation) > 0))
    return NULL;
  p = chase_presentation_new ();
  for (guint32 x = 0;
       target->presentation != NULL && x < chase_presentation_n_objects (target->presentation); x++)
    chase_presentation_add_object (p, chase_presentation_object_name (target->presentation, x));
  return chase_enumerated_new_table (p);
}

void
chase_decide_count_functors (ChaseChecker *checker, const ChaseProposition *proposition,
                             ChaseResult *result)
{
  const ChaseCategory *source = chase_theory_category_listed (
      checker->theory, g_ptr_array_index (proposition->terms, 0), NULL);
  const ChaseCategory *target = chase_theory_category_listed (
      checker->theory, g_ptr_array_index (proposition->terms, 1), NULL);
  const ChaseEnumerated *all = chase_checker_enumerated (checker, target);
  g_autoptr (ChaseEnumerated) alone = all == NULL ? objects_alone (source, target) : NULL;
  g_autofree char *text = NULL;
  JsonObject *list = NULL;
  ChaseClock clock;

  if (alone != NULL)
    all = alone;
  if (all == NULL)
    list = chase_infinite_functors_json (checker, source, target);
  if (list != NULL)
    {
      chase_result_count (result, proposition, NULL, list, "functor");
      return;
    }
  if (source == NULL || source->kind != CHASE_CATEGORY_PRESENTED || all == NULL)
    {
      chase_result_not_listed (result, all == NULL ? target : source);
      return;
    }
  if (chase_presentation_says_more (source->presentation))
    {
      chase_result_undecided (result, "%s has declared monos or epis.", source->key);
      return;
    }
  chase_clock_start (&clock, checker->budget, checker->cancellable);
  text = count (source->presentation, all, &clock, &list);
  if (text == NULL)
    chase_result_undecided (result, "Not all functors were found: %s.", chase_clock_why (&clock));
  else
    chase_result_count (result, proposition, text, list, "functor");
}
