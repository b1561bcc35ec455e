/* SPDX-License-Identifier: MIT */
#include "evidence/listing.h"
#include "evidence/report-private.h"
#include "evidence/values.h"
#include "model/set-maps.h"

static gboolean
verify_category (const ChaseCategory *category, gboolean holds, JsonObject *object, GError **error)
{
  if (category == NULL)
    return chase_refuse (error, "the file has no such category");
  if (category->table)
    return chase_report_table (category, holds, object, error);
  return (holds || chase_refuse (error, "what generators and equations present is a category"))
         && chase_report_is (object, "laws", error);
}

static gboolean
verify_listed (ChaseTheory *theory, const ChaseFunctor *functor, gboolean holds, JsonObject *object,
               GError **error)
{
  g_autoptr (GHashTable) listing = chase_listing_new ();
  g_autoptr (ChaseSets) sets = chase_values_of (functor, listing);
  g_autoptr (ChaseDemands) laws = NULL;

  if (sets == NULL)
    return chase_refuse (error, "the values of this functor are not known");
  laws = chase_demands_of_sets (sets, functor->source->presentation);
  return chase_report_laws (theory, laws, holds, object, error);
}

gboolean
chase_report_functor (ChaseTheory *theory, const ChaseFunctor *functor, gboolean holds,
                      JsonObject *object, GError **error)
{
  g_autoptr (ChaseDemands) laws = NULL;

  if (functor != NULL && json_object_has_member (object, "made"))
    return chase_report_construction (theory, functor, holds, object, error);
  if (functor != NULL && functor->form == CHASE_FUNCTOR_TERM)
    return verify_listed (theory, functor, holds, object, error);
  if (functor == NULL)
    return chase_refuse (error, "the values of this functor are not known");
  laws = chase_demands_of_functor (functor);
  return chase_report_laws (theory, laws, holds, object, error);
}

static gboolean
verify_natural (ChaseTheory *theory, const ChaseTransformation *alpha, gboolean holds,
                JsonObject *object, GError **error)
{
  g_autoptr (ChaseDemands) laws = NULL;

  if (alpha == NULL || alpha->form == CHASE_TRANSFORMATION_TERM)
    return chase_refuse (error, "the components of this transformation are not known");
  laws = chase_demands_of_transformation (alpha);
  return chase_report_laws (theory, laws, holds, object, error);
}

/* Id(E) has all that is said of functors, whatever E is. */
static gboolean
verify_identity (const ChaseFunctor *functor, ChaseAdjective adjective, gboolean holds,
                 GError **error)
{
  gboolean said = adjective >= CHASE_ADJECTIVE_FUNCTOR && adjective <= CHASE_ADJECTIVE_ISOMORPHISM;

  return (said && holds && functor != NULL && functor->form == CHASE_FUNCTOR_TERM
          && functor->term != NULL && functor->term->kind == CHASE_TERM_IDENTITY_FUNCTOR)
         || chase_refuse (error, "this is no identity functor");
}

gboolean
chase_report_is_adjective (ChaseTheory *theory, const ChaseProposition *proposition,
                           ChaseAdjective adjective, gboolean holds, JsonNode *node, GError **error)
{
  const ChaseTerm *term = g_ptr_array_index (proposition->terms, 0);
  const ChaseCategory *category = NULL;
  JsonObject *object;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return chase_refuse (error, "there is no evidence");
  object = json_node_get_object (node);
  if (json_object_has_member (object, "identity"))
    return verify_identity (chase_theory_functor (theory, term, NULL, NULL, NULL), adjective, holds,
                            error);
  switch (adjective)
    {
    case CHASE_ADJECTIVE_CATEGORY:
      return verify_category (chase_theory_category_listed (theory, term, NULL), holds, object,
                              error);
    case CHASE_ADJECTIVE_FUNCTOR:
      return chase_report_functor (theory, chase_theory_functor (theory, term, NULL, NULL, NULL),
                                   holds, object, error);
    case CHASE_ADJECTIVE_NATURAL:
      return verify_natural (theory, chase_theory_transformation (theory, term, NULL, NULL, NULL),
                             holds, object, error);
    default:
      if (adjective <= CHASE_ADJECTIVE_IDENTITY)
        category = chase_theory_proposition_category (theory, proposition, NULL);
      if (category != NULL && category->kind == CHASE_CATEGORY_ALL)
        return chase_report_in_cat (theory, proposition, adjective, holds, node, error);
      if (chase_category_of_sets (category))
        return adjective <= CHASE_ADJECTIVE_ZERO
                   ? chase_report_set_object (theory, category, proposition, adjective, holds,
                                              object, error)
                   : chase_report_set_map (theory, category, proposition, adjective, holds, object,
                                           error);
      if (adjective <= CHASE_ADJECTIVE_ZERO)
        return chase_report_object_is (theory, proposition, adjective, holds, object, error);
      if (adjective <= CHASE_ADJECTIVE_IDENTITY)
        return chase_report_morphism_is (theory, proposition, adjective, holds, node, error);
      if (adjective <= CHASE_ADJECTIVE_POSET)
        return chase_report_category_is (theory, chase_theory_category_listed (theory, term, NULL),
                                         adjective, holds, object, error);
      if (adjective == CHASE_ADJECTIVE_ISOMORPHISM
          && chase_theory_functor (theory, term, NULL, NULL, NULL) == NULL)
        return chase_report_natural_isomorphism (
            theory, chase_theory_transformation (theory, term, NULL, NULL, NULL), holds, object,
            error);
      if (adjective <= CHASE_ADJECTIVE_ISOMORPHISM)
        return chase_report_functor_is (theory,
                                        chase_theory_functor (theory, term, NULL, NULL, NULL),
                                        adjective, holds, object, error);
      if (adjective == CHASE_ADJECTIVE_REPRESENTABLE)
        return chase_report_representable (chase_theory_functor (theory, term, NULL, NULL, NULL),
                                           G_MAXUINT32, holds, object, error);
      return chase_refuse (error, "nothing is known that would show that something is %s",
                           chase_adjective_word (adjective));
    }
}
