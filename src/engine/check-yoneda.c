/* SPDX-License-Identifier: MIT */
#include "engine/check-infinite-natural.h"
#include "engine/check-private.h"
#include "engine/natural-transformations.h"
#include "engine/yoneda.h"
#include "i18n.h"

/* The Yoneda lemma at an object, and representable functors. */

static void
undecided (ChaseResult *result, const ChaseFunctor *functor)
{
  chase_result_undecided (result,
                          "The values of %s or the morphisms of %s could not all be listed, or it "
                          "is no functor.",
                          functor->key, functor->source->key);
}

static JsonArray *
pairs_json (const ChaseYoneda *yoneda)
{
  g_autofree guint32 *values = g_new (guint32, yoneda->naturality->n_variables + 1);
  JsonArray *pairs = json_array_new ();

  for (guint32 x = 0; x < yoneda->n_elements; x++)
    {
      JsonObject *pair = json_object_new ();

      chase_yoneda_transformation (yoneda, x, values);
      json_object_set_string_member (pair, "element", chase_yoneda_element (yoneda, x));
      json_object_set_object_member (pair, "transformation",
                                     chase_natural_json (yoneda->naturality, values));
      json_array_add_object_element (pairs, pair);
    }
  return pairs;
}

static void
build_bijection (ChaseChecker *checker, const ChaseFunctor *functor, const ChaseYoneda *yoneda,
                 ChaseResult *result)
{
  g_autoptr (GPtrArray) parts = NULL;
  guint64 count, checksum;
  ChaseClock clock;
  g_autoptr (JsonObject) object = NULL;
  g_autofree char *text = NULL;

  chase_clock_start (&clock, checker->budget, checker->cancellable);
  parts = chase_natural_solve (yoneda->naturality, &clock);
  if (parts == NULL || !chase_natural_total (parts, &count, &checksum)
      || count != yoneda->n_elements)
    {
      chase_result_undecided (result, "Not all transformations were found: %s.",
                              chase_clock_why (&clock));
      return;
    }
  object = chase_evidence_typed ("bijection");
  if (count > CHASE_LISTED)
    {
      text = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", checksum);
      json_object_set_string_member (object, "checksum", text);
    }
  else
    json_object_set_array_member (object, "pairs", pairs_json (yoneda));
  if (!chase_yoneda_naturality (checker, functor, yoneda->object, &clock, object, result))
    return;
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, g_steal_pointer (&object),
                           P_ ("%u transformation and as many elements, one for the other, and "
                               "natural in both.",
                               "%u transformations and as many elements, one for the other, and "
                               "natural in both.",
                               yoneda->n_elements),
                           yoneda->n_elements);
}

void
chase_decide_yoneda (ChaseChecker *checker, const ChaseProposition *proposition,
                     ChaseResult *result)
{
  const ChaseFunctor *functor = chase_theory_functor (
      checker->theory, g_ptr_array_index (proposition->terms, 0), NULL, NULL, NULL);
  g_autoptr (ChaseYoneda) yoneda = NULL;
  guint32 object;

  if (functor == NULL || functor->source->kind != CHASE_CATEGORY_PRESENTED
      || !chase_theory_object (checker->theory, chase_theory_argument (checker->theory, functor),
                               g_ptr_array_index (proposition->terms, 1), &object, NULL))
    {
      chase_result_undecided (result, "This functor does not start from a listed category.");
      return;
    }
  yoneda = chase_yoneda_new (functor, object, chase_checker_list, checker);
  if (yoneda == NULL)
    {
      if (!chase_decide_infinite_yoneda (checker, functor, object, result))
        undecided (result, functor);
    }
  else
    build_bijection (checker, functor, yoneda, result);
}

/* Representable functors: an element that names a bijection everywhere. */

static JsonObject *
defect_json (const ChaseYoneda *yoneda, guint32 x, guint32 at, guint32 one, guint32 two)
{
  const ChaseSets *p = yoneda->naturality->to;
  const ChasePresentation *source = yoneda->naturality->source;
  JsonObject *object = json_object_new ();
  JsonArray *pair;

  json_object_set_string_member (object, "object",
                                 chase_presentation_object_name (source, yoneda->object));
  json_object_set_string_member (object, "element", chase_yoneda_element (yoneda, x));
  json_object_set_string_member (object, "at", chase_presentation_object_name (source, at));
  if (two == G_MAXUINT32)
    {
      json_object_set_string_member (object, "missed", p->names[p->first[at] + one]);
      return object;
    }
  pair = json_array_new ();
  json_array_add_array_element (
      pair, chase_path_names (yoneda->all, chase_yoneda_morphism (yoneda, at, one)));
  json_array_add_array_element (
      pair, chase_path_names (yoneda->all, chase_yoneda_morphism (yoneda, at, two)));
  json_object_set_array_member (object, "confused", pair);
  return object;
}

static void
represented (const ChaseYoneda *yoneda, guint32 x, const guint32 *values, ChaseResult *result)
{
  const char *name = chase_presentation_object_name (yoneda->naturality->source, yoneda->object);
  JsonObject *object = chase_evidence_typed ("bijection");

  json_object_set_string_member (object, "object", name);
  json_object_set_string_member (object, "element", chase_yoneda_element (yoneda, x));
  json_object_set_object_member (object, "transformation",
                                 chase_natural_json (yoneda->naturality, values));
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object,
                           "%s represents it, with the universal element %s.", name,
                           chase_yoneda_element (yoneda, x));
}

/* TRUE when @result holds by an element of P (A); else every element's defect is in @defects. */
static gboolean
try_object (const ChaseYoneda *yoneda, JsonArray *defects, ChaseResult *result)
{
  g_autofree guint32 *values = g_new (guint32, yoneda->naturality->n_variables + 1);

  for (guint32 x = 0; x < yoneda->n_elements; x++)
    {
      guint32 at, one, two;

      chase_yoneda_transformation (yoneda, x, values);
      if (!chase_yoneda_defect (yoneda, values, &at, &one, &two))
        {
          represented (yoneda, x, values, result);
          return TRUE;
        }
      json_array_add_object_element (defects, defect_json (yoneda, x, at, one, two));
    }
  return FALSE;
}

void
chase_decide_representable (ChaseChecker *checker, const ChaseFunctor *functor, guint32 by,
                            ChaseResult *result)
{
  g_autoptr (JsonArray) defects = json_array_new ();
  JsonObject *object;
  guint32 n;

  if (functor->source->kind != CHASE_CATEGORY_PRESENTED
      || functor->target->kind != CHASE_CATEGORY_SETS)
    {
      chase_result_undecided (result, "It is not a functor from a listed category to Set.");
      return;
    }
  n = chase_presentation_n_objects (functor->source->presentation);
  for (guint32 a = by == G_MAXUINT32 ? 0 : by; a < (by == G_MAXUINT32 ? n : by + 1); a++)
    {
      g_autoptr (ChaseYoneda) yoneda = chase_yoneda_new (functor, a, chase_checker_list, checker);

      if (yoneda == NULL)
        {
          if (!chase_decide_not_representable (checker, functor, by, result))
            undecided (result, functor);
          return;
        }
      if (try_object (yoneda, defects, result))
        return;
    }
  object = chase_evidence_typed ("table");
  json_object_set_array_member (object, "defects", json_array_ref (defects));
  chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                           "No element names a bijection at every object.");
}

void
chase_decide_representable_by (ChaseChecker *checker, const ChaseProposition *proposition,
                               ChaseResult *result)
{
  const ChaseFunctor *functor = chase_theory_functor (
      checker->theory, g_ptr_array_index (proposition->terms, 0), NULL, NULL, NULL);
  guint32 object;

  if (functor == NULL || functor->source->kind != CHASE_CATEGORY_PRESENTED
      || !chase_theory_object (checker->theory, chase_theory_argument (checker->theory, functor),
                               g_ptr_array_index (proposition->terms, 1), &object, NULL))
    chase_result_undecided (result, "This functor does not start from a listed category.");
  else
    chase_decide_representable (checker, functor, object, result);
}
