/* SPDX-License-Identifier: MIT */
#include "engine/check-infinite-natural.h"
#include "engine/check-private.h"
#include "engine/count-natural.h"
#include "model/of-kan.h"
#include "engine/natural-transformations.h"

#include <string.h>

/* |Nat(F, G)| = n */

const ChaseEnumerated *
chase_checker_list (const ChaseCategory *category, gpointer checker)
{
  return chase_checker_enumerated (checker, category);
}

static JsonArray *
elements_json (const ChaseNaturality *naturality, const GPtrArray *parts,
               ChaseSolutionJson solution_json, gconstpointer data)
{
  g_autoptr (GPtrArray) list = chase_natural_list (naturality, parts);
  JsonArray *elements = json_array_new ();

  for (guint i = 0; i < list->len; i++)
    json_array_add_object_element (elements,
                                   solution_json (naturality, g_ptr_array_index (list, i), data));
  return elements;
}

/* All transformations where there are few, else their fingerprint. NULL where @clock ran out. */
static JsonObject *
list_json (const ChaseNaturality *naturality, const char *count, guint64 fingerprint,
           ChaseSolutionJson solution_json, gconstpointer data, ChaseClock *clock)
{
  JsonObject *object = chase_evidence_typed ("list");
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) parts = NULL;

  if (strlen (count) > 5 || g_ascii_strtoull (count, NULL, 10) > CHASE_LISTED)
    {
      text = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", fingerprint);
      json_object_set_string_member (object, "checksum", text);
      return object;
    }
  if (strcmp (count, "0") == 0)
    {
      json_object_set_array_member (object, "elements", json_array_new ());
      return object;
    }
  parts = chase_natural_solve (naturality, clock);
  if (parts != NULL)
    {
      json_object_set_array_member (object, "elements",
                                    elements_json (naturality, parts, solution_json, data));
      return object;
    }
  json_object_unref (object);
  return NULL;
}

/* By counting, or, where that needs too much at once, by listing. */
static char *
count (const ChaseNaturality *naturality, ChaseClock *clock, guint64 *fingerprint)
{
  char *text = chase_natural_count (naturality, clock, fingerprint);
  g_autoptr (GPtrArray) parts = NULL;
  guint64 total;

  if (text != NULL || clock->stop != CHASE_STOP_NONE)
    return text;
  parts = chase_natural_solve (naturality, clock);
  return parts != NULL && chase_natural_total (parts, &total, fingerprint)
             ? g_strdup_printf ("%" G_GUINT64_FORMAT, total)
             : NULL;
}

char *
chase_count_solutions (const ChaseNaturality *naturality, ChaseSolutionJson solution_json,
                       gconstpointer data, ChaseClock *clock, JsonObject **list)
{
  guint64 fingerprint = 0;
  char *text = count (naturality, clock, &fingerprint);

  *list
      = text != NULL ? list_json (naturality, text, fingerprint, solution_json, data, clock) : NULL;
  if (*list == NULL)
    g_clear_pointer (&text, g_free);
  return text;
}

static JsonObject *
transformation_json (const ChaseNaturality *naturality, const guint32 *values, gconstpointer data)
{
  return chase_natural_json (naturality, values);
}

/* In Set, |Hom (A, B)| counts functions. */
static const char *
thing_counted (ChaseChecker *checker, const ChaseProposition *proposition)
{
  const ChaseCategory *category
      = proposition->count == CHASE_COUNT_HOM
            ? chase_theory_proposition_category (checker->theory, proposition, NULL)
            : NULL;

  return category != NULL && category->kind == CHASE_CATEGORY_SETS ? "function"
                                                                   : "natural transformation";
}

/* Transformations from a left, or to a right Kan extension, by its universal property. */
static gboolean
count_by_adjoint (ChaseChecker *checker, const ChaseProposition *proposition, ChaseResult *result)
{
  g_autoptr (ChaseProposition) other = chase_proposition_of_adjoint (checker->theory, proposition);
  g_autofree char *value = NULL;
  JsonObject *object;

  if (other == NULL)
    return FALSE;
  chase_decide_count_natural (checker, other, result);
  if (result->verdict == CHASE_VERDICT_UNDECIDED)
    return FALSE;
  value = g_strdup (result->value);
  object = chase_evidence_typed ("list");
  json_object_set_member (object, "adjoint", chase_result_evidence_json (result));
  chase_result_count (result, proposition, value, object, "natural transformation");
  return TRUE;
}

void
chase_decide_count_natural (ChaseChecker *checker, const ChaseProposition *proposition,
                            ChaseResult *result)
{
  g_autoptr (ChaseNaturality) naturality
      = chase_naturality_of (checker->theory, proposition, chase_checker_list, checker);
  g_autofree char *text = NULL;
  JsonObject *object = NULL;
  ChaseClock clock;

  if (naturality == NULL
      && (chase_decide_count_by_yoneda (checker, proposition, result)
          || count_by_adjoint (checker, proposition, result)
          || chase_decide_count_endo (checker, proposition, result)))
    return;
  if (naturality == NULL)
    {
      chase_result_undecided (result, "The values of these functors could not all be listed, or "
                                      "they are no functors.");
      return;
    }
  chase_clock_start (&clock, checker->budget, checker->cancellable);
  text = chase_count_solutions (naturality, transformation_json, NULL, &clock, &object);
  if (text == NULL)
    chase_result_undecided (result, "Not all transformations were found: %s.",
                            chase_clock_why (&clock));
  else
    chase_result_count (result, proposition, text, object, thing_counted (checker, proposition));
}
