/* SPDX-License-Identifier: MIT */
#include "engine/check-infinite-natural.h"
#include "engine/check-cat.h"
#include "engine/check-infinite.h"
#include "engine/infinite.h"
#include "evidence/fingerprint.h"
#include "evidence/verifier.h"
#include "model/listed.h"
#include "i18n.h"

#define NONE G_MAXUINT32

static const char *
object_name (const ChaseFunctor *functor, guint32 a)
{
  return chase_presentation_object_name (functor->source->presentation, a);
}

/* Is it Hom (A, -), for an A, of its source? */
static gboolean
is_hom (const ChaseFunctor *functor)
{
  return functor != NULL && functor->form == CHASE_FUNCTOR_TERM && functor->term != NULL
         && functor->term->kind == CHASE_TERM_HOM && functor->object != NONE
         && functor->source->kind == CHASE_CATEGORY_PRESENTED;
}

static JsonArray *
elements_json (const ChaseSets *sets, guint32 a)
{
  JsonArray *list = json_array_new ();

  for (guint32 x = 0; x < sets->sizes[a]; x++)
    json_array_add_string_element (list, sets->names[sets->first[a] + x]);
  return list;
}

gboolean
chase_decide_infinite_yoneda (ChaseChecker *checker, const ChaseFunctor *functor, guint32 object,
                              ChaseResult *result)
{
  g_autoptr (ChaseSets) sets = NULL;
  JsonObject *evidence;

  if (functor->source->kind != CHASE_CATEGORY_PRESENTED
      || functor->target->kind != CHASE_CATEGORY_SETS)
    return FALSE;
  sets = chase_functor_list (functor, chase_checker_list, checker);
  if (sets == NULL || sets->sizes[object] > CHASE_LISTED)
    return FALSE;
  evidence = chase_evidence_typed ("bijection");
  json_object_set_string_member (evidence, "object", object_name (functor, object));
  json_object_set_array_member (evidence, "named", elements_json (sets, object));
  chase_result_set_object (
      result, CHASE_VERDICT_HOLDS, evidence,
      P_ ("It is a functor: each of %u element x names f |-> P(f)(x), and what a "
          "transformation makes of the identity names it.",
          "It is a functor: each of %u elements x names f |-> P(f)(x), and what a "
          "transformation makes of the identity names it.",
          sets->sizes[object]),
      sets->sizes[object]);
  return TRUE;
}

gboolean
chase_decide_count_by_yoneda (ChaseChecker *checker, const ChaseProposition *proposition,
                              ChaseResult *result)
{
  const ChaseFunctor *pair[2];
  g_autoptr (ChaseSets) sets = NULL;
  g_autofree char *count = NULL;
  JsonObject *object;

  for (guint i = 0; i < 2; i++)
    pair[i] = chase_theory_functor (checker->theory, g_ptr_array_index (proposition->terms, i),
                                    NULL, NULL, NULL);
  if (!is_hom (pair[0]) || pair[1] == NULL || pair[1]->target->kind != CHASE_CATEGORY_SETS)
    return FALSE;
  sets = chase_functor_list (pair[1], chase_checker_list, checker);
  if (sets == NULL || sets->sizes[pair[0]->object] > CHASE_LISTED)
    return FALSE;
  object = chase_evidence_typed ("list");
  json_object_set_array_member (object, "named", elements_json (sets, pair[0]->object));
  count = g_strdup_printf ("%u", sets->sizes[pair[0]->object]);
  chase_result_count (result, proposition, count, object, "natural transformation");
  g_free (result->reason);
  result->reason
      = g_strdup_printf (_ ("By the Yoneda lemma they are the elements of the set at %s: %s."),
                         object_name (pair[1], pair[0]->object), count);
  return TRUE;
}

/* An object at which Hom (a, -) has another number of elements than @sets; NONE where there is
 * none. */
static guint32
other_size (const ChaseInfinite *infinite, const ChaseSets *sets, guint32 a)
{
  for (guint32 b = 0; b < sets->n_objects; b++)
    {
      g_autofree char *count = NULL;
      g_autofree char *size = g_strdup_printf ("%u", sets->sizes[b]);

      if (chase_verify_count (infinite->p, a, b, chase_infinite_first (infinite), NULL, &count,
                              NULL)
          && g_strcmp0 (count, size) != 0)
        return b;
    }
  return NONE;
}

static JsonObject *
system_of (const ChaseInfinite *infinite)
{
  return chase_infinite_system_json (infinite, g_ptr_array_index (infinite->systems, 0));
}

static gboolean
sizes_differ (const ChaseInfinite *infinite, const ChaseSets *sets, guint32 by, JsonArray *list)
{
  guint32 n = sets->n_objects;

  if (chase_infinite_first (infinite) == NULL)
    return FALSE;
  for (guint32 a = by == NONE ? 0 : by; a < (by == NONE ? n : by + 1); a++)
    {
      guint32 b = other_size (infinite, sets, a);
      JsonObject *part;

      if (b == NONE)
        return FALSE;
      part = json_object_new ();
      json_object_set_string_member (part, "object",
                                     chase_presentation_object_name (infinite->p, a));
      json_object_set_string_member (part, "at", chase_presentation_object_name (infinite->p, b));
      json_array_add_object_element (list, part);
    }
  return TRUE;
}

gboolean
chase_decide_not_representable (ChaseChecker *checker, const ChaseFunctor *functor, guint32 by,
                                ChaseResult *result)
{
  g_autoptr (ChaseSets) sets = chase_functor_list (functor, chase_checker_list, checker);
  g_autoptr (JsonArray) list = json_array_new ();
  ChaseInfinite infinite;
  JsonObject *object;
  gboolean good;

  if (sets == NULL || functor->source->table)
    return FALSE;
  chase_infinite_init (&infinite, checker, functor->source);
  good = sizes_differ (&infinite, sets, by, list);
  if (good)
    {
      object = chase_evidence_typed ("table");
      json_object_set_array_member (object, "sizes", json_array_ref (list));
      json_object_set_object_member (object, "system", system_of (&infinite));
      chase_result_set_object (
          result, CHASE_VERDICT_FAILS, object,
          "No object represents it: the hom-sets have other sizes than its sets.");
    }
  chase_infinite_clear (&infinite);
  return good;
}

/* Isomorphic functors. */

/* One is Hom (A, -), the other has sets of other sizes. */
static gboolean
differs_from_hom (ChaseChecker *checker, const ChaseFunctor *const *pair, ChaseResult *result)
{
  guint hom = is_hom (pair[0]) ? 0 : 1;
  g_autoptr (ChaseSets) sets = NULL;
  g_autoptr (JsonArray) list = json_array_new ();
  ChaseInfinite infinite;
  JsonObject *object;
  gboolean good;

  if (!is_hom (pair[hom]) || pair[1 - hom]->target->kind != CHASE_CATEGORY_SETS
      || pair[hom]->source->table)
    return FALSE;
  sets = chase_functor_list (pair[1 - hom], chase_checker_list, checker);
  if (sets == NULL)
    return FALSE;
  chase_infinite_init (&infinite, checker, pair[hom]->source);
  good = sizes_differ (&infinite, sets, pair[hom]->object, list);
  if (good)
    {
      object = chase_evidence_typed ("table");
      json_object_set_array_member (object, "sizes", json_array_ref (list));
      json_object_set_object_member (object, "system", system_of (&infinite));
      chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                               "Their sets at one object have different sizes.");
    }
  chase_infinite_clear (&infinite);
  return good;
}

/* Hom (A, -) and Hom (B, -): by Yoneda, as A and B in the source. */
static gboolean
compare_homs (ChaseChecker *checker, const ChaseFunctor *const *pair, ChaseResult *result)
{
  JsonObject *object;
  g_autofree char *reason = NULL;

  if (!is_hom (pair[0]) || !is_hom (pair[1]))
    return FALSE;
  chase_decide_infinite_isomorphic (checker, pair[0]->source, pair[0]->object, pair[1]->object,
                                    result);
  if (result->verdict == CHASE_VERDICT_UNDECIDED)
    return FALSE;
  object = chase_evidence_typed (result->verdict == CHASE_VERDICT_HOLDS ? "bijection" : "table");
  json_object_set_member (object, "objects", chase_result_evidence_json (result));
  reason = g_strdup (result->reason);
  chase_result_set_object (result, result->verdict, object,
                           "By the Yoneda lemma, as the two objects. %s", reason);
  return TRUE;
}

/* Do all arrows absorb, so that identities are the only isomorphisms? */
static gboolean
only_identities (const ChasePresentation *p, const gboolean *absorbs)
{
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    if (!absorbs[f])
      return FALSE;
  return TRUE;
}

/* The same functor; or different ones into a category with no isomorphisms but identities. */
static gboolean
compare_values (ChaseChecker *checker, const ChaseFunctor *const *pair, ChaseResult *result)
{
  const ChasePresentation *q = pair[0]->target->presentation;
  g_autofree gboolean *absorbs = q != NULL ? chase_absorbing_find (q) : NULL;
  g_autofree char *reason = NULL;
  JsonObject *object;

  chase_decide_same_functor (checker, pair[0], pair[1], result);
  if (result->verdict == CHASE_VERDICT_UNDECIDED
      || (result->verdict == CHASE_VERDICT_FAILS
          && (absorbs == NULL || !only_identities (q, absorbs))))
    return FALSE;
  object = chase_evidence_typed (result->verdict == CHASE_VERDICT_HOLDS ? "bijection" : "table");
  json_object_set_member (object, "same", chase_result_evidence_json (result));
  if (result->verdict == CHASE_VERDICT_FAILS)
    json_object_set_array_member (object, "absorbing", chase_absorbing_json (q, absorbs));
  reason = g_strdup (result->reason);
  chase_result_set_object (result, result->verdict, object,
                           result->verdict == CHASE_VERDICT_HOLDS
                               ? "They are the same functor. %s"
                               : _ ("They differ, and only identities are isomorphisms there. %s"),
                           reason);
  return TRUE;
}

gboolean
chase_decide_infinite_isomorphic_functors (ChaseChecker *checker,
                                           const ChaseProposition *proposition, ChaseResult *result)
{
  const ChaseFunctor *pair[2];

  for (guint i = 0; i < 2; i++)
    {
      pair[i] = chase_theory_functor (checker->theory, g_ptr_array_index (proposition->terms, i),
                                      NULL, NULL, NULL);
      if (pair[i] == NULL)
        return FALSE;
    }
  return compare_homs (checker, pair, result) || differs_from_hom (checker, pair, result)
         || compare_values (checker, pair, result);
}

/* Natural isomorphisms. */

gboolean
chase_decide_infinite_natural_isomorphism (ChaseChecker *checker, const ChaseTransformation *alpha,
                                           ChaseResult *result)
{
  g_autoptr (JsonArray) parts = json_array_new ();
  g_autoptr (JsonNode) laws = NULL;
  const ChaseCategory *target = alpha->from->target;
  JsonObject *object;

  if (alpha->form != CHASE_TRANSFORMATION_WORDS || target->kind != CHASE_CATEGORY_PRESENTED)
    return FALSE;
  chase_decide_natural (checker, alpha, result);
  if (result->verdict != CHASE_VERDICT_HOLDS)
    return FALSE;
  laws = chase_result_evidence_json (result);
  for (guint32 a = 0; a < chase_presentation_n_objects (alpha->from->source->presentation); a++)
    {
      g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));

      g_array_append_vals (word, alpha->words[a].letters, alpha->words[a].length);
      chase_decide_infinite_morphism (checker, target, alpha->from->objects[a],
                                      alpha->to->objects[a], word, CHASE_PROPERTY_ISO, result);
      if (result->verdict == CHASE_VERDICT_UNDECIDED)
        return FALSE;
      if (result->verdict == CHASE_VERDICT_HOLDS)
        {
          json_array_add_element (parts, chase_result_evidence_json (result));
          continue;
        }
      object = chase_evidence_typed ("table");
      json_object_set_string_member (object, "object", object_name (alpha->from, a));
      json_object_set_member (object, "component", chase_result_evidence_json (result));
      json_object_set_member (object, "laws", g_steal_pointer (&laws));
      chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                               "The component at %s has no inverse.", object_name (alpha->from, a));
      return TRUE;
    }
  object = chase_evidence_typed ("bijection");
  json_object_set_array_member (object, "components", json_array_ref (parts));
  json_object_set_member (object, "laws", g_steal_pointer (&laws));
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object, "Every component has an inverse.");
  return TRUE;
}

/* Infinitely many functors: from a category with a free generator, all else to the identity of an
 * object with infinitely many endomorphisms. */

static gboolean
is_free_with_arrows (const ChasePresentation *p)
{
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    if (chase_presentation_arrow (p, f)->properties != 0)
      return FALSE;
  return chase_presentation_n_arrows (p) > 0 && chase_presentation_n_equations (p) == 0;
}

JsonObject *
chase_infinite_functors_json (ChaseChecker *checker, const ChaseCategory *source,
                              const ChaseCategory *target)
{
  ChaseInfinite infinite;
  JsonObject *object = NULL;

  if (source == NULL || target == NULL || source->kind != CHASE_CATEGORY_PRESENTED
      || target->kind != CHASE_CATEGORY_PRESENTED || target->table
      || !is_free_with_arrows (source->presentation))
    return NULL;
  chase_infinite_init (&infinite, checker, target);
  for (guint32 x = 0; object == NULL && chase_infinite_first (&infinite) != NULL
                      && x < chase_presentation_n_objects (target->presentation);
       x++)
    {
      g_autofree char *count = NULL;

      if (!chase_verify_count (target->presentation, x, x, chase_infinite_first (&infinite), NULL,
                               &count, NULL)
          || count != NULL)
        continue;
      object = chase_evidence_typed ("list");
      json_object_set_string_member (object, "object",
                                     chase_presentation_object_name (target->presentation, x));
      json_object_set_object_member (object, "system", system_of (&infinite));
    }
  chase_infinite_clear (&infinite);
  return object;
}
