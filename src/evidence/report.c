/* SPDX-License-Identifier: MIT */
#include "evidence/report-private.h"
#include "evidence/maps.h"
#include "model/of-categories.h"
#include "model/of-cones.h"
#include "model/of-parts.h"

#include <string.h>

#include "i18n.h"

const char *
chase_report_string (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

JsonArray *
chase_report_array (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

JsonObject *
chase_report_object (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

gint64
chase_report_number (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_INT64)
    return -1;
  return json_node_get_int (node);
}

gboolean
chase_report_is_flag (JsonObject *object, const char *key, gboolean flag)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
         && json_node_get_value_type (node) == G_TYPE_BOOLEAN
         && json_node_get_boolean (node) == flag;
}

gint64
chase_report_number_at (JsonArray *array, guint i)
{
  JsonNode *node = i < json_array_get_length (array) ? json_array_get_element (array, i) : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_INT64)
    return -1;
  return json_node_get_int (node);
}

gboolean
chase_report_word (const ChasePresentation *presentation, JsonArray *names, GArray *word)
{
  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    {
      JsonNode *node = json_array_get_element (names, i);
      const char *name = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
      guint32 arrow
          = name != NULL ? chase_presentation_find_arrow (presentation, name) : G_MAXUINT32;

      if (arrow == G_MAXUINT32)
        return FALSE;
      g_array_append_val (word, arrow);
    }
  return names != NULL;
}

gboolean
chase_report_went_through (JsonObject *object, const char *key, guint64 n, GError **error)
{
  gint64 said = chase_report_number (object, key);

  if (!chase_report_is (object, "list", error))
    return FALSE;
  return (said >= 0 && (guint64)said == n)
         || chase_refuse (error, _ ("“%s” is not %" PRIu64 ", as it is"), key, n);
}

gboolean
chase_report_is (JsonObject *object, const char *type, GError **error)
{
  const char *found = chase_report_string (object, "type");

  if (g_strcmp0 (found, type) == 0)
    return TRUE;
  return chase_refuse (error, "evidence of type “%s” is needed here", type);
}

/* FALSE and @error where @presentation is a table that is no category. */
static gboolean
is_known (ChaseTheory *theory, const ChasePresentation *presentation, GError **error)
{
  return chase_report_known_category (theory, chase_theory_category_of (theory, presentation),
                                      error);
}

static gboolean
by_table (ChaseTheory *theory, const ChasePresentation *presentation, JsonNode *node)
{
  const ChaseCategory *category = chase_theory_category_of (theory, presentation);

  return category != NULL && category->table
         && g_strcmp0 (chase_report_string (json_node_get_object (node), "type"), "table") == 0;
}

gboolean
chase_report_equation (ChaseTheory *theory, const ChasePresentation *presentation, guint32 source,
                       ChaseWord left, ChaseWord right, gboolean holds, JsonNode *node,
                       GError **error)
{
  g_autoptr (ChaseEvidence) evidence = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return chase_refuse (error, "there is no evidence");
  if (by_table (theory, presentation, node))
    return chase_report_table_paths (chase_theory_category_of (theory, presentation), source, left,
                                     right, holds, json_node_get_object (node), error);
  if (!is_known (theory, presentation, error))
    return FALSE;
  evidence = chase_evidence_from_json (node, presentation, NULL, error);
  return evidence != NULL
         && chase_verify_equation (presentation, source, left, right, holds, evidence, error);
}

/* Equations between paths. */

static ChaseWord
word_at (const GPtrArray *words, guint i)
{
  const GArray *word = g_ptr_array_index (words, i);

  return (ChaseWord){ (const guint32 *)(gpointer)word->data, word->len };
}

/* A proof from the first path to the last that passes through all the others, in their order. */
static gboolean
passes_through (const GPtrArray *words, const ChaseEvidence *evidence, GError **error)
{
  ChaseWord at = evidence->proof.start;
  guint next = 0;

  for (guint32 step = 0; next < words->len; step++)
    {
      while (next < words->len && chase_word_equal (at, word_at (words, next)))
        next++;
      if (next == words->len || step >= evidence->proof.n_steps)
        break;
      at = evidence->proof.steps[step].path;
    }
  if (next == words->len)
    return TRUE;
  return chase_refuse (error, "the proof does not pass through the path number %u", next + 1);
}

static gboolean
verify_chain (ChaseTheory *theory, const ChasePresentation *presentation, guint32 source,
              const GPtrArray *words, gboolean holds, JsonNode *node, GError **error)
{
  g_autoptr (ChaseEvidence) evidence = NULL;

  if (holds && by_table (theory, presentation, node))
    {
      for (guint i = 0; i + 1 < words->len; i++)
        if (!chase_report_equation (theory, presentation, source, word_at (words, i),
                                    word_at (words, i + 1), TRUE, node, error))
          return FALSE;
      return TRUE;
    }
  if (holds)
    {
      if (!is_known (theory, presentation, error))
        return FALSE;
      evidence = chase_evidence_from_json (node, presentation, NULL, error);
      return evidence != NULL
             && chase_verify_equation (presentation, source, word_at (words, 0),
                                       word_at (words, words->len - 1), TRUE, evidence, error)
             && passes_through (words, evidence, error);
    }
  for (guint i = 0; i + 2 < words->len; i++)
    if (chase_report_equation (theory, presentation, source, word_at (words, i),
                               word_at (words, i + 1), FALSE, node, NULL))
      return TRUE;
  return chase_report_equation (theory, presentation, source, word_at (words, words->len - 2),
                                word_at (words, words->len - 1), FALSE, node, error);
}

/* Equations between functions: evaluated here once more. */

static const char *
value_at (const ChaseFunction *function, const char *element)
{
  for (guint32 x = 0; element != NULL && x < function->n_domain; x++)
    if (g_str_equal (function->domain[x], element))
      return function->codomain[function->values[x]];
  return NULL;
}

/* "at", "left", "right": there the two have different values. */
static gboolean
differ (const ChaseFunction *one, const ChaseFunction *two, JsonObject *object)
{
  const char *left = value_at (one, chase_report_string (object, "at"));
  const char *right = value_at (two, chase_report_string (object, "at"));

  return left != NULL && right != NULL && !g_str_equal (left, right)
         && g_strcmp0 (left, chase_report_string (object, "left")) == 0
         && g_strcmp0 (right, chase_report_string (object, "right")) == 0;
}

/* Are the values of @function those of "values", which has no others? */
static gboolean
has_values (const ChaseFunction *function, JsonObject *values)
{
  if (values == NULL || json_object_get_size (values) != function->n_domain)
    return FALSE;
  for (guint32 x = 0; x < function->n_domain; x++)
    if (g_strcmp0 (chase_report_string (values, function->domain[x]),
                   function->codomain[function->values[x]])
        != 0)
      return FALSE;
  return TRUE;
}

static gboolean
verify_functions (ChaseTheory *theory, const ChaseProposition *proposition, gboolean holds,
                  JsonObject *object, GError **error)
{
  g_autoptr (ChaseFunction) first = NULL;
  JsonObject *values = chase_report_object (object, "values");

  if (!chase_report_is (object, "table", error))
    return FALSE;
  for (guint i = 0; i < proposition->terms->len; i++)
    {
      const ChaseTerm *term = g_ptr_array_index (proposition->terms, i);
      g_autoptr (ChaseFunction) next = chase_theory_function (theory, term, NULL);

      if (next == NULL || !chase_evaluates_to_function (theory, term, next)
          || (first != NULL && first->n_domain != next->n_domain))
        return chase_refuse (error, "the functions of the statement are not known");
      if (holds && !has_values (next, values))
        return chase_refuse (error, "a function has other values");
      if (!holds && first != NULL && differ (first, next, object))
        return TRUE;
      if (first == NULL)
        first = g_steal_pointer (&next);
    }
  return holds || chase_refuse (error, "the functions have other values there");
}

static gboolean
verify_transformation_link (ChaseTheory *theory, const GPtrArray *terms, guint i, gboolean holds,
                            JsonNode *node, GError **error)
{
  const ChaseTransformation *pair[2];
  g_autoptr (ChaseDemands) laws = NULL;

  for (guint k = 0; k < 2; k++)
    pair[k]
        = chase_theory_transformation (theory, g_ptr_array_index (terms, i + k), NULL, NULL, NULL);
  if (pair[0] == NULL || pair[1] == NULL || pair[0]->form == CHASE_TRANSFORMATION_TERM
      || pair[0]->form != pair[1]->form)
    return chase_refuse (error, "the components of these transformations are not known");
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return chase_refuse (error, "there is no evidence");
  laws = chase_demands_of_equality (pair[0], pair[1]);
  return chase_report_laws (theory, laws, holds, json_node_get_object (node), error);
}

/* Two, or a chain of more: each link by its own evidence ("links"), or the one that breaks. */
static gboolean
verify_transformations (ChaseTheory *theory, const ChaseProposition *proposition, gboolean holds,
                        JsonNode *node, GError **error)
{
  const GPtrArray *terms = proposition->terms;
  JsonObject *object = json_node_get_object (node);
  JsonArray *links = chase_report_array (object, "links");
  gint64 link = chase_report_number (object, "link");

  if (terms->len == 2)
    return verify_transformation_link (theory, terms, 0, holds, node, error);
  if (!chase_report_is (object, holds ? "laws" : "table", error))
    return FALSE;
  if (!holds)
    return link >= 0 && link + 1 < terms->len
               ? verify_transformation_link (theory, terms, (guint)link, FALSE,
                                             json_object_get_member (object, "evidence"), error)
               : chase_refuse (error, "the evidence names no link of the chain");
  if (links == NULL || json_array_get_length (links) + 1 != terms->len)
    return chase_refuse (error, "there must be evidence for each link of the chain");
  for (guint i = 0; i + 1 < terms->len; i++)
    if (!verify_transformation_link (theory, terms, i, TRUE, json_array_get_element (links, i),
                                     error))
      return FALSE;
  return TRUE;
}

static gboolean
verify_equation (ChaseTheory *theory, const ChaseProposition *proposition, gboolean holds,
                 JsonNode *node, GError **error)
{
  const ChaseCategory *category = chase_theory_proposition_category (theory, proposition, NULL);
  g_autoptr (GPtrArray) words = NULL;
  guint32 source;

  if (category == NULL)
    return chase_refuse (error, "it is not clear in which category this is meant");
  if (category->kind == CHASE_CATEGORY_SETS)
    return verify_functions (theory, proposition, holds, json_node_get_object (node), error);
  if (category->kind == CHASE_CATEGORY_FUNCTORS)
    return verify_transformations (theory, proposition, holds, node, error);
  if (category->kind == CHASE_CATEGORY_ALL)
    return chase_report_functor_equation (theory, proposition, holds, json_node_get_object (node),
                                          error);
  if (category->kind != CHASE_CATEGORY_PRESENTED)
    return chase_refuse (error, "nothing can be shown about equations in %s", category->key);
  if (!chase_theory_paths (theory, category, proposition->terms, &source, &words))
    return chase_refuse (error, "the paths of the statement make no sense");
  return verify_chain (theory, category->presentation, source, words, holds, node, error);
}

static gboolean
verify_commutes (ChaseTheory *theory, const ChaseProposition *proposition, gboolean holds,
                 JsonNode *node, GError **error);

/* `cone D` commutes exactly when D does, and is drawn where the limit exists. */
static gboolean
verify_cone (ChaseTheory *theory, const ChaseItem *item, gboolean strictly, gboolean holds,
             JsonObject *object, GError **error)
{
  JsonNode *parts[]
      = { json_object_get_member (object, "exists"), json_object_get_member (object, "commutes") };
  g_autoptr (ChaseProposition) exists = chase_proposition_of_cone (item, NULL);
  g_autoptr (ChaseProposition) commutes = chase_proposition_of_cone (item, &strictly);

  for (guint i = 0; i < 2; i++)
    if (parts[i] == NULL || !JSON_NODE_HOLDS_OBJECT (parts[i]))
      return chase_refuse (error, "the evidence must speak of the limit and of its diagram");
  return chase_report_exists (theory, exists, TRUE, json_node_get_object (parts[0]), error)
         && verify_commutes (theory, commutes, holds, parts[1], error);
}

static gboolean
verify_commutes (ChaseTheory *theory, const ChaseProposition *proposition, gboolean holds,
                 JsonNode *node, GError **error)
{
  const ChaseTerm *term = g_ptr_array_index (proposition->terms, 0);
  g_autoptr (ChaseEvidence) evidence = NULL;
  g_autoptr (ChaseShape) shape = NULL;
  ChaseItem *item = chase_theory_diagram (theory, term);

  if (item != NULL)
    shape = chase_theory_shape (theory, item, NULL, NULL);
  if (shape == NULL && item != NULL && chase_item_is_cone (item))
    return verify_cone (theory, item, proposition->strictly, holds, json_node_get_object (node),
                        error);
  if (shape == NULL && item != NULL && item->to != NULL && chase_term_is_name (item->to, "Cat"))
    return chase_report_cat_diagram (theory, item, proposition->strictly, holds,
                                     json_node_get_object (node), error);
  if (shape == NULL && item != NULL)
    return chase_report_set_diagram (theory, item, proposition->strictly, holds,
                                     json_node_get_object (node), error);
  if (shape == NULL)
    return chase_refuse (error, "the file has no such diagram");
  if (!is_known (theory, shape->presentation, error))
    return FALSE;
  evidence = chase_evidence_from_json (node, shape->presentation, shape, error);
  return evidence != NULL
         && chase_verify_commutes (shape, proposition->strictly, holds, evidence, error);
}

/* Several adjectives: the evidence of each, or of the one that fails. */
static gboolean
verify_conjunction (ChaseTheory *theory, const ChaseProposition *proposition, gboolean holds,
                    JsonObject *object, GError **error)
{
  const GArray *adjectives = proposition->adjectives;
  JsonArray *parts = chase_report_array (object, "parts");
  ChaseAdjective adjective;

  if (!chase_report_is (object, "list", error))
    return FALSE;
  if (!holds)
    {
      const char *word = chase_report_string (object, "adjective");

      for (guint i = 0; word != NULL && i < adjectives->len; i++)
        {
          adjective = g_array_index (adjectives, ChaseAdjective, i);
          if (strcmp (word, chase_adjective_word (adjective)) == 0)
            return chase_report_is_adjective (theory, proposition, adjective, FALSE,
                                              json_object_get_member (object, "evidence"), error);
        }
      return chase_refuse (error, "the evidence does not say which adjective fails");
    }
  if (parts == NULL || json_array_get_length (parts) != adjectives->len)
    return chase_refuse (error, "there must be evidence for each adjective");
  for (guint i = 0; i < adjectives->len; i++)
    {
      JsonNode *part = json_array_get_element (parts, i);

      adjective = g_array_index (adjectives, ChaseAdjective, i);
      if (!JSON_NODE_HOLDS_OBJECT (part)
          || g_strcmp0 (chase_report_string (json_node_get_object (part), "adjective"),
                        chase_adjective_word (adjective))
                 != 0)
        return chase_refuse (error, "there must be evidence for each adjective");
      if (!chase_report_is_adjective (
              theory, proposition, adjective, TRUE,
              json_object_get_member (json_node_get_object (part), "evidence"), error))
        return FALSE;
    }
  return TRUE;
}

gboolean
chase_report_is_all (ChaseTheory *theory, const ChaseProposition *proposition, gboolean holds,
                     JsonNode *node, GError **error)
{
  if (proposition->adjectives == NULL || proposition->adjectives->len == 0)
    return chase_refuse (error, "the statement says nothing");
  if (proposition->adjectives->len > 1)
    return verify_conjunction (theory, proposition, holds, json_node_get_object (node), error);
  return chase_report_is_adjective (theory, proposition,
                                    g_array_index (proposition->adjectives, ChaseAdjective, 0),
                                    holds, node, error);
}

static gboolean
verify_adjunction (ChaseTheory *theory, const ChaseProposition *proposition, gboolean holds,
                   JsonObject *object, GError **error)
{
  const ChaseFunctor *functors[2] = { NULL };
  const ChaseTransformation *units[2] = { NULL };
  g_autoptr (ChaseDemands) laws = NULL;

  for (guint i = 0; i < 2; i++)
    functors[i] = chase_theory_functor (theory, g_ptr_array_index (proposition->terms, i), NULL,
                                        NULL, NULL);
  if (proposition->legs == NULL || proposition->legs->len == 0)
    return chase_report_adjoint (
               functors[0] != NULL ? chase_theory_functor_listed (theory, functors[0]) : NULL,
               functors[1] != NULL ? chase_theory_functor_listed (theory, functors[1]) : NULL,
               holds, object, error)
           && chase_report_listed (theory, error);
  for (guint i = 0; i < 2 && proposition->legs->len == 2; i++)
    {
      units[i] = chase_theory_transformation (theory, g_ptr_array_index (proposition->legs, i),
                                              NULL, NULL, NULL);
    }
  if (functors[0] != NULL && functors[1] != NULL && units[0] != NULL && units[1] != NULL)
    laws = chase_demands_of_adjunction (functors[0], functors[1], units[0], units[1]);
  if (laws == NULL)
    return chase_refuse (error, "unit and counit do not run between these functors");
  return chase_report_laws (theory, laws, holds, object, error);
}

/* The category number @i that the statement speaks of, or NULL. */
static const ChaseCategory *
spoken_of (ChaseTheory *theory, const ChaseProposition *p, guint i)
{
  ChaseAdjective adjective = p->adjectives != NULL && p->adjectives->len > 0
                                 ? g_array_index (p->adjectives, ChaseAdjective, 0)
                                 : CHASE_ADJECTIVE_CATEGORY;
  gboolean of_categories
      = p->kind == CHASE_PROPOSITION_EQUIVALENT
        || (p->kind == CHASE_PROPOSITION_IS && adjective > CHASE_ADJECTIVE_CATEGORY
            && adjective <= CHASE_ADJECTIVE_POSET)
        || (p->kind == CHASE_PROPOSITION_COUNT && p->count == CHASE_COUNT_MOR)
        || (p->kind == CHASE_PROPOSITION_ISOMORPHIC
            && chase_theory_isomorphic_sort (theory, p) != CHASE_ISOMORPHIC_OBJECTS
            && chase_theory_isomorphic_sort (theory, p) != CHASE_ISOMORPHIC_FUNCTORS);
  gboolean within = p->kind == CHASE_PROPOSITION_EQUATION || p->kind == CHASE_PROPOSITION_EXISTS
                    || p->kind == CHASE_PROPOSITION_UNIVERSAL
                    || p->kind == CHASE_PROPOSITION_ISOMORPHIC
                    || (p->kind == CHASE_PROPOSITION_IS && adjective <= CHASE_ADJECTIVE_IDENTITY)
                    || (p->kind == CHASE_PROPOSITION_COUNT && p->count == CHASE_COUNT_HOM);

  if (of_categories)
    return i < p->terms->len
               ? chase_theory_category_listed (theory, g_ptr_array_index (p->terms, i), NULL)
               : NULL;
  return within && i == 0 ? chase_theory_proposition_category (theory, p, NULL) : NULL;
}

/* In a product of categories without generators; FALSE in *@parts elsewhere. */
static gboolean
verify_parts (ChaseTheory *theory, const ChaseProposition *said, gboolean holds, const char *value,
              JsonNode *node, gboolean *parts, GError **error)
{
  g_autoptr (ChaseProposition) first = chase_proposition_of_factor (theory, said, 0);
  g_autoptr (ChaseProposition) second = chase_proposition_of_factor (theory, said, 1);
  ChaseProposition *both[] = { first, second };

  *parts = first != NULL && second != NULL;
  return *parts
         && chase_report_parts (theory, both, said->number, value, holds,
                                json_node_get_object (node), error);
}

gboolean
chase_report_proposition (ChaseTheory *theory, const ChaseProposition *said, gboolean holds,
                          const char *value, JsonNode *node, GError **error)
{
  g_autoptr (ChaseProposition) simpler = chase_proposition_restated (theory, said);
  g_autoptr (ChaseProposition) otherwise = chase_proposition_of_categories (said);
  const ChaseProposition *proposition = otherwise != NULL ? otherwise : said;
  gboolean parts, good;

  if (simpler != NULL)
    return chase_report_proposition (theory, simpler, holds, value, node, error);
  good = verify_parts (theory, said, holds, value, node, &parts, error);
  if (parts)
    return good;
  for (guint i = 0; i < 2; i++)
    if (!chase_report_known_category (theory, spoken_of (theory, proposition, i), error))
      return FALSE;
  if (json_object_has_member (json_node_get_object (node), "implied"))
    return chase_report_implied (theory, proposition, value, holds, json_node_get_object (node),
                                 error);
  switch (proposition->kind)
    {
    case CHASE_PROPOSITION_EQUATION:
      return verify_equation (theory, proposition, holds, node, error);
    case CHASE_PROPOSITION_COMMUTES:
      return verify_commutes (theory, proposition, holds, node, error);
    case CHASE_PROPOSITION_IS:
      return chase_report_is_all (theory, proposition, holds, node, error);
    case CHASE_PROPOSITION_COUNT:
      return chase_report_count (theory, proposition, value, holds, json_node_get_object (node),
                                 error);
    case CHASE_PROPOSITION_ISOMORPHIC:
      if (chase_theory_isomorphic_sort (theory, proposition) == CHASE_ISOMORPHIC_FUNCTORS)
        return chase_report_isomorphic_functors (theory, proposition, holds,
                                                 json_node_get_object (node), error);
      if (chase_theory_isomorphic_sort (theory, proposition) != CHASE_ISOMORPHIC_OBJECTS)
        return chase_report_equivalent (theory, proposition, holds, json_node_get_object (node),
                                        error);
      return chase_report_isomorphic (theory, proposition, holds, json_node_get_object (node),
                                      error);
    case CHASE_PROPOSITION_EQUIVALENT:
      return chase_report_equivalent (theory, proposition, holds, json_node_get_object (node),
                                      error);
    case CHASE_PROPOSITION_EXISTS:
      return chase_report_exists (theory, proposition, holds, json_node_get_object (node), error);
    case CHASE_PROPOSITION_UNIVERSAL:
      return chase_report_universal (theory, proposition, holds, json_node_get_object (node),
                                     error);
    case CHASE_PROPOSITION_ADJUNCTION:
      return verify_adjunction (theory, proposition, holds, json_node_get_object (node), error);
    case CHASE_PROPOSITION_YONEDA:
      return chase_report_yoneda (theory, proposition, holds, json_node_get_object (node), error);
    case CHASE_PROPOSITION_REPRESENTABLE:
      return chase_report_representable_by (theory, proposition, holds, json_node_get_object (node),
                                            error);
    default:
      return chase_refuse (error, "nothing is known that would show a statement of this kind");
    }
}

gboolean
chase_verify_result (ChaseTheory *theory, const ChaseProposition *proposition, gboolean negated,
                     const char *verdict, const char *value, JsonNode *evidence, GError **error)
{
  gboolean none = evidence == NULL || JSON_NODE_HOLDS_NULL (evidence);
  gboolean holds = g_strcmp0 (verdict, "holds") == 0;

  if (g_strcmp0 (verdict, "undecided") == 0)
    return (none && value == NULL)
           || chase_refuse (error, "an undecided statement comes with nothing else");
  if (!holds && g_strcmp0 (verdict, "fails") != 0)
    {
      g_set_error (error, CHASE_EVIDENCE_ERROR, CHASE_EVIDENCE_ERROR_MALFORMED,
                   "“%s” is not a verdict", verdict != NULL ? verdict : "");
      return FALSE;
    }
  if (none)
    return chase_refuse (error, "there is no evidence");
  if (!JSON_NODE_HOLDS_OBJECT (evidence))
    {
      g_set_error_literal (error, CHASE_EVIDENCE_ERROR, CHASE_EVIDENCE_ERROR_MALFORMED,
                           _ ("the evidence is not an object"));
      return FALSE;
    }
  if (!chase_theory_check_proposition (theory, proposition, NULL))
    return chase_refuse (error, "the file does not have what the statement speaks of");
  if (!chase_report_listed (theory, error))
    return FALSE;
  if (value != NULL && proposition->kind != CHASE_PROPOSITION_COUNT)
    return chase_refuse (error, "only a count has a value");
  return chase_report_proposition (theory, proposition, holds != negated, value, evidence, error)
         && chase_report_listed (theory, error);
}
