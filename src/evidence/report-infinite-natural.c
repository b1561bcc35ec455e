/* SPDX-License-Identifier: MIT */
#include "evidence/listing.h"
#include "evidence/report-private.h"
#include "evidence/values.h"
#include "evidence/verifier.h"

/* Functors and transformations where morphisms are not listed. */

#define NOWHERE G_MAXUINT32

static gboolean
is_hom (const ChaseFunctor *functor)
{
  return functor != NULL && functor->form == CHASE_FUNCTOR_TERM && functor->term != NULL
         && functor->term->kind == CHASE_TERM_HOM && functor->object != NOWHERE
         && functor->source->kind == CHASE_CATEGORY_PRESENTED;
}

/* "named": all elements of the set at @a, in order. */
static gboolean
names_all (const ChaseSets *sets, guint32 a, JsonObject *object, GError **error)
{
  JsonArray *list = chase_report_array (object, "named");

  if (list == NULL || json_array_get_length (list) != sets->sizes[a])
    return chase_refuse (error, "there must be %u elements", sets->sizes[a]);
  for (guint32 x = 0; x < sets->sizes[a]; x++)
    if (g_strcmp0 (json_array_get_string_element (list, x), sets->names[sets->first[a] + x]) != 0)
      return chase_refuse (error, "the element number %u is another", x);
  return TRUE;
}

/* By Yoneda, for a functor to sets whatever its source is: each element of P(A) names one, and what
 * a transformation makes of id(A) names it. That P is a functor is all that is needed. */
gboolean
chase_report_infinite_yoneda (const ChaseFunctor *functor, guint32 object, gboolean holds,
                              JsonObject *evidence, GError **error)
{
  g_autoptr (GHashTable) listing = chase_listing_new ();
  g_autoptr (ChaseSets) sets = chase_values_of (functor, listing);

  if (sets == NULL)
    return chase_refuse (error, "the values of this functor are not known");
  return (holds || chase_refuse (error, "the lemma holds"))
         && names_all (sets, object, evidence, error);
}

gboolean
chase_report_count_by_yoneda (ChaseTheory *theory, const ChaseProposition *proposition,
                              const char *value, gboolean holds, JsonObject *object, GError **error)
{
  g_autoptr (GHashTable) listing = chase_listing_new ();
  g_autoptr (ChaseSets) sets = NULL;
  g_autofree char *count = NULL;
  const ChaseFunctor *pair[2];

  for (guint i = 0; i < 2; i++)
    pair[i] = chase_theory_functor (theory, g_ptr_array_index (proposition->terms, i), NULL, NULL,
                                    NULL);
  if (!is_hom (pair[0]) || pair[1] == NULL || pair[1]->source != pair[0]->source
      || pair[1]->target->kind != CHASE_CATEGORY_SETS)
    return chase_refuse (error, "the lemma does not speak of these functors");
  sets = chase_values_of (pair[1], listing);
  if (sets == NULL)
    return chase_refuse (error, "the values of this functor are not known");
  count = g_strdup_printf ("%u", sets->sizes[pair[0]->object]);
  return chase_report_number_is (count, proposition->number, value, holds, error)
         && names_all (sets, pair[0]->object, object, error);
}

static ChaseEvidence *
read_system (const ChasePresentation *p, JsonObject *object, GError **error)
{
  JsonNode *node = json_object_get_member (object, "system");
  g_autoptr (ChaseEvidence) system
      = node != NULL ? chase_evidence_from_json (node, p, NULL, error) : NULL;

  if (system != NULL && system->kind == CHASE_EVIDENCE_NORMAL)
    return g_steal_pointer (&system);
  if (error != NULL && *error == NULL)
    chase_refuse (error, "there is no complete system");
  return NULL;
}

/* "sizes": for each object (or for @by) another one, at which hom-set and set differ in size. */
static gboolean
sizes_differ (const ChaseCategory *source, const ChaseSets *sets, guint32 by, JsonObject *object,
              GError **error)
{
  const ChasePresentation *p = source->presentation;
  g_autoptr (ChaseEvidence) system = NULL;
  JsonArray *list = chase_report_array (object, "sizes");
  guint32 n = chase_presentation_n_objects (p);

  if (source->table || list == NULL || json_array_get_length (list) != (by == NOWHERE ? n : 1))
    return chase_refuse (error, "the evidence must speak of each object");
  system = read_system (p, object, error);
  if (system == NULL)
    return FALSE;
  for (guint32 i = 0; i < json_array_get_length (list); i++)
    {
      guint32 a = by == NOWHERE ? i : by, b = NOWHERE;
      JsonNode *node = json_array_get_element (list, i);
      g_autofree char *count = NULL;
      g_autofree char *size = NULL;
      const char *name
          = JSON_NODE_HOLDS_OBJECT (node)
                    && g_strcmp0 (chase_report_string (json_node_get_object (node), "object"),
                                  chase_presentation_object_name (p, a))
                           == 0
                ? chase_report_string (json_node_get_object (node), "at")
                : NULL;

      b = name != NULL ? chase_presentation_find_object (p, name) : NOWHERE;
      if (b == NOWHERE)
        return chase_refuse (error, "the evidence must speak of each object");
      if (!chase_verify_count (p, a, b, &system->normal, NULL, &count, error))
        return FALSE;
      size = g_strdup_printf ("%u", sets->sizes[b]);
      if (g_strcmp0 (count, size) == 0)
        return chase_refuse (error, "there the sizes are the same");
    }
  return TRUE;
}

gboolean
chase_report_not_representable (const ChaseFunctor *functor, guint32 by, JsonObject *object,
                                GError **error)
{
  g_autoptr (GHashTable) listing = chase_listing_new ();
  g_autoptr (ChaseSets) sets = chase_values_of (functor, listing);

  if (sets == NULL)
    return chase_refuse (error, "the values of this functor are not known");
  return sizes_differ (functor->source, sets, by, object, error);
}

/* Isomorphic functors. */

static gboolean
verify_homs (ChaseTheory *theory, const ChaseFunctor *const *pair, gboolean holds,
             JsonObject *object, GError **error)
{
  JsonObject *objects = chase_report_object (object, "objects");

  if (!is_hom (pair[0]) || !is_hom (pair[1]) || pair[0]->source != pair[1]->source)
    return chase_refuse (error, "these are not two Hom functors");
  return chase_report_infinite_isomorphic (theory, pair[0]->source, pair[0]->object,
                                           pair[1]->object, holds, objects, error);
}

static gboolean
verify_sizes (const ChaseFunctor *const *pair, JsonObject *object, GError **error)
{
  guint hom = is_hom (pair[0]) ? 0 : 1;
  g_autoptr (GHashTable) listing = chase_listing_new ();
  g_autoptr (ChaseSets) sets = NULL;

  if (!is_hom (pair[hom]) || pair[0]->source != pair[1]->source
      || pair[1 - hom]->target->kind != CHASE_CATEGORY_SETS)
    return chase_refuse (error, "neither is a Hom functor");
  sets = chase_values_of (pair[1 - hom], listing);
  if (sets == NULL)
    return chase_refuse (error, "the values of this functor are not known");
  return sizes_differ (pair[hom]->source, sets, pair[hom]->object, object, error);
}

/* Every generator absorbs: then no path of any is an identity, and identities alone have inverses.
 */
static gboolean
only_identities (const ChaseCategory *category, JsonObject *object, GError **error)
{
  const ChasePresentation *q = category->presentation;
  JsonArray *list = chase_report_array (object, "absorbing");

  if (q == NULL || list == NULL || json_array_get_length (list) != chase_presentation_n_arrows (q))
    return chase_refuse (error, "there may be isomorphisms that are no identities");
  return chase_report_absorbing (q, object, error);
}

gboolean
chase_report_infinite_isomorphic_functors (ChaseTheory *theory, const ChaseProposition *proposition,
                                           gboolean holds, JsonObject *object, GError **error)
{
  const ChaseFunctor *pair[2];

  for (guint i = 0; i < 2; i++)
    {
      pair[i] = chase_theory_functor (theory, g_ptr_array_index (proposition->terms, i), NULL, NULL,
                                      NULL);
      if (pair[i] == NULL)
        return chase_refuse (error, "the values of these functors are not known");
    }
  if (!chase_report_is (object, holds ? "bijection" : "table", error))
    return FALSE;
  if (chase_report_object (object, "objects") != NULL)
    return verify_homs (theory, pair, holds, object, error);
  if (!holds && chase_report_array (object, "sizes") != NULL)
    return verify_sizes (pair, object, error);
  if (chase_report_object (object, "same") == NULL)
    return chase_refuse (error, "the evidence compares nothing");
  return (holds || only_identities (pair[0]->target, object, error))
         && chase_report_same_functor (theory, pair[0], pair[1], holds,
                                       chase_report_object (object, "same"), error);
}

gboolean
chase_report_infinite_natural_isomorphism (ChaseTheory *theory, const ChaseTransformation *alpha,
                                           gboolean holds, JsonObject *object, GError **error)
{
  JsonArray *parts = chase_report_array (object, "components");
  JsonObject *proofs = chase_report_object (object, "laws");
  g_autoptr (ChaseDemands) laws = NULL;
  const char *name = chase_report_string (object, "object");
  guint32 n;

  if (alpha == NULL || alpha->form != CHASE_TRANSFORMATION_WORDS || proofs == NULL
      || alpha->from->target->kind != CHASE_CATEGORY_PRESENTED)
    return chase_refuse (error, "the components of this transformation are not known");
  laws = chase_demands_of_transformation (alpha);
  if (!chase_report_laws (theory, laws, TRUE, proofs, error))
    return FALSE;
  n = chase_presentation_n_objects (alpha->from->source->presentation);
  if (holds && (parts == NULL || json_array_get_length (parts) != n))
    return chase_refuse (error, "there must be evidence for each component");
  for (guint32 a = 0; a < n; a++)
    {
      g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
      JsonNode *node = holds ? json_array_get_element (parts, a)
                             : json_object_get_member (object, "component");

      if (!holds
          && g_strcmp0 (name, chase_presentation_object_name (alpha->from->source->presentation, a))
                 != 0)
        continue;
      g_array_append_vals (word, alpha->words[a].letters, alpha->words[a].length);
      if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node)
          || !chase_report_infinite_morphism (theory, alpha->from->target, alpha->from->objects[a],
                                              alpha->to->objects[a], word, CHASE_PROPERTY_ISO,
                                              holds, json_node_get_object (node), error))
        return FALSE;
      if (!holds)
        return TRUE;
    }
  return holds || chase_refuse (error, "the evidence names no object");
}

/* From a free category with a generator to one with infinitely many endomorphisms of an object. */
gboolean
chase_report_infinite_functors (const ChaseCategory *source, const ChaseCategory *target,
                                JsonObject *object, GError **error)
{
  const char *name = chase_report_string (object, "object");
  const ChasePresentation *p = source->presentation, *q = target->presentation;
  g_autoptr (ChaseEvidence) system = NULL;
  g_autofree char *count = NULL;
  guint32 x = name != NULL && q != NULL ? chase_presentation_find_object (q, name) : NOWHERE;

  if (p == NULL || x == NOWHERE || target->table || chase_presentation_n_equations (p) > 0
      || chase_presentation_n_arrows (p) == 0)
    return chase_refuse (error, "the source is not free with an arrow");
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    if (chase_presentation_arrow (p, f)->properties != 0)
      return chase_refuse (error, "the source has declared properties");
  system = read_system (q, object, error);
  return system != NULL && chase_verify_count (q, x, x, &system->normal, NULL, &count, error)
         && (count == NULL || chase_refuse (error, "there are %s endomorphisms", count));
}
