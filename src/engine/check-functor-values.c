/* SPDX-License-Identifier: MIT */
#include "engine/check-infinite.h"
#include "engine/natural-transformations.h"
#include "engine/functor-values.h"
#include "i18n.h"

/* Faithful, full, essentially surjective: of functors to Set, and to categories [D, Set] of
 * functors to Set, among them the Yoneda embedding. */

static const char *
object_name (const ChaseFunctorValues *values, guint32 a)
{
  return chase_presentation_object_name (values->source->presentation, a);
}

/* FALSE, and the result is set, when it is not. */
static gboolean
is_faithful (const ChaseFunctorValues *values, ChaseResult *result)
{
  const ChaseFinite *c = values->source->finite;

  for (guint32 f = 0; f < chase_finite_n_morphisms (c); f++)
    for (guint32 g = 0; g < f; g++)
      if (c->source[f] == c->source[g] && c->target[f] == c->target[g]
          && chase_functor_values_same (values, f, g))
        {
          chase_result_set_confused (result, values->source, g, f);
          return FALSE;
        }
  return TRUE;
}

static guint32
count_distinct (const ChaseFunctorValues *values, guint32 a, guint32 b)
{
  const ChaseFinite *c = values->source->finite;
  guint32 count = 0;

  for (guint32 f = 0; f < chase_finite_n_morphisms (c); f++)
    {
      gboolean fresh = c->source[f] == a && c->target[f] == b;

      for (guint32 g = 0; g < f && fresh; g++)
        fresh = c->source[g] != a || c->target[g] != b || !chase_functor_values_same (values, f, g);
      count += fresh;
    }
  return count;
}

static void
fail_missed (const ChaseFunctorValues *values, const ChaseNaturality *naturality,
             const GPtrArray *parts, guint32 a, guint32 b, ChaseResult *result)
{
  JsonObject *object = chase_evidence_typed ("table");

  for (guint64 k = 0;; k++)
    {
      g_autofree guint32 *one = chase_natural_combination (naturality, parts, k);

      if (chase_functor_values_hit (values, a, b, one))
        continue;
      json_object_set_object_member (object, "missed", chase_natural_json (naturality, one));
      break;
    }
  json_object_set_string_member (object, "from", object_name (values, a));
  json_object_set_string_member (object, "to", object_name (values, b));
  chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                           "A morphism between the values at %s and %s comes from none between "
                           "the two.",
                           object_name (values, a), object_name (values, b));
}

/* All transformations are images when there are as many of both. */
static gboolean
is_full_between (ChaseChecker *checker, const ChaseFunctorValues *values, guint32 a, guint32 b,
                 ChaseResult *result)
{
  g_autoptr (ChaseNaturality) naturality = chase_functor_values_between (values, a, b);
  g_autoptr (GPtrArray) parts = NULL;
  guint64 count, checksum;
  ChaseClock clock;

  chase_clock_start (&clock, checker->budget, checker->cancellable);
  parts = chase_natural_solve (naturality, &clock);
  if (parts == NULL)
    {
      chase_result_undecided (result, "Not all morphisms between the values were found: %s.",
                              chase_clock_why (&clock));
      return FALSE;
    }
  if (chase_natural_total (parts, &count, &checksum) && count == count_distinct (values, a, b))
    return TRUE;
  fail_missed (values, naturality, parts, a, b, result);
  return FALSE;
}

static gboolean
is_full (ChaseChecker *checker, const ChaseFunctorValues *values, ChaseResult *result)
{
  guint32 n = values->source->finite->n_objects;

  for (guint32 a = 0; a < n; a++)
    for (guint32 b = 0; b < n; b++)
      if (!is_full_between (checker, values, a, b, result))
        return FALSE;
  return TRUE;
}

/* Of sets there are more sizes than values. */
static gboolean
is_surjective (const ChaseFunctorValues *values, ChaseResult *result)
{
  gboolean base = chase_presentation_n_objects (values->base) > 0;
  guint32 size = 0;
  JsonObject *object;

  if (!base && values->sets->len > 0)
    return TRUE;
  while (base && !chase_functor_values_miss (values, 0, size))
    size++;
  object = chase_evidence_typed ("table");
  json_object_set_int_member (object, "size", size);
  chase_result_set_object (
      result, CHASE_VERDICT_FAILS, object,
      P_ ("No value is a set of %u element.", "No value is a set of %u elements.", size), size);
  return FALSE;
}

void
chase_decide_functor_to_sets (ChaseChecker *checker, const ChaseFunctor *functor,
                              ChaseAdjective adjective, ChaseResult *result)
{
  g_autoptr (ChaseFunctorValues) values = NULL;

  chase_decide_functor_laws (checker, functor, result);
  if (result->verdict != CHASE_VERDICT_HOLDS)
    {
      chase_result_undecided (result, "It is not known to be a functor.");
      return;
    }
  if (functor->target->kind == CHASE_CATEGORY_SETS
      && chase_checker_enumerated (checker, functor->source) == NULL)
    {
      g_autoptr (JsonNode) laws = chase_result_evidence_json (result);

      chase_decide_infinite_functor (checker, functor, adjective, laws, result);
      return;
    }
  values = chase_functor_values_new (functor, chase_checker_list, checker);
  if (values == NULL)
    {
      chase_result_undecided (result,
                              "The morphisms of %s, or the values of %s, are infinitely "
                              "many or too many to be listed.",
                              functor->source->key, functor->key);
      return;
    }
  if (chase_adjective_asks (adjective, CHASE_ADJECTIVE_ESSENTIALLY_SURJECTIVE)
      && !is_surjective (values, result))
    return;
  if (chase_adjective_asks (adjective, CHASE_ADJECTIVE_FAITHFUL) && !is_faithful (values, result))
    return;
  if (chase_adjective_asks (adjective, CHASE_ADJECTIVE_FULL) && !is_full (checker, values, result))
    return;
  chase_result_set_looked_at (result, values->source);
}
