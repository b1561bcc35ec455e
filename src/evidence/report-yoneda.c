/* SPDX-License-Identifier: MIT */
#include "evidence/listing.h"
#include "evidence/natural.h"
#include "evidence/report-private.h"
#include "model/yoneda.h"

#include <string.h>

/* The transformation that the element @x names is natural, gives @x back, and is the one of the
 * evidence. */
static gboolean
verify_transformation (const ChaseYoneda *yoneda, guint32 x, const guint32 *values,
                       JsonObject *object, GError **error)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonNode *given = json_object_get_member (object, "transformation");

  json_node_take_object (node, chase_natural_json (yoneda->naturality, values));
  if (!chase_natural_is (yoneda->naturality, values) || values[yoneda->identity] != x)
    return chase_refuse (error, "an element names no natural transformation");
  if (g_strcmp0 (chase_report_string (object, "element"), chase_yoneda_element (yoneda, x)) != 0)
    return chase_refuse (error, "the element %s is missing", chase_yoneda_element (yoneda, x));
  return (given != NULL && json_node_equal (given, node))
         || chase_refuse (error, "the transformation of %s is another",
                          chase_yoneda_element (yoneda, x));
}

static gboolean
verify_pairs (const ChaseYoneda *yoneda, JsonObject *object, GError **error)
{
  g_autofree guint32 *values = g_new (guint32, yoneda->naturality->n_variables + 1);
  JsonArray *pairs = chase_report_array (object, "pairs");

  if (pairs == NULL || json_array_get_length (pairs) != yoneda->n_elements)
    return chase_refuse (error, "there must be %u pairs", yoneda->n_elements);
  for (guint32 x = 0; x < yoneda->n_elements; x++)
    {
      JsonNode *pair = json_array_get_element (pairs, x);

      chase_yoneda_transformation (yoneda, x, values);
      if (!JSON_NODE_HOLDS_OBJECT (pair))
        return chase_refuse (error, "a pair is missing");
      if (!verify_transformation (yoneda, x, values, json_node_get_object (pair), error))
        return FALSE;
    }
  return TRUE;
}

/* There are no others. */
static gboolean
verify_all_found (const ChaseYoneda *yoneda, GError **error)
{
  g_autoptr (GPtrArray) parts = chase_natural_search (yoneda->naturality, error);
  guint64 count, checksum;

  if (parts == NULL)
    return FALSE;
  return (chase_natural_total (parts, &count, &checksum) && count == yoneda->n_elements)
         || chase_refuse (error, "there are other transformations");
}

gboolean
chase_report_yoneda (ChaseTheory *theory, const ChaseProposition *proposition, gboolean holds,
                     JsonObject *object, GError **error)
{
  const ChaseFunctor *functor
      = chase_theory_functor (theory, g_ptr_array_index (proposition->terms, 0), NULL, NULL, NULL);
  g_autoptr (GHashTable) listing = chase_listing_new ();
  g_autoptr (ChaseYoneda) yoneda = NULL;
  guint32 at;

  if (!holds)
    return chase_refuse (error, "the Yoneda lemma does not fail");
  if (functor != NULL && functor->source->kind == CHASE_CATEGORY_PRESENTED
      && chase_theory_object (theory, functor->source, g_ptr_array_index (proposition->terms, 1),
                              &at, NULL))
    yoneda = chase_yoneda_new (functor, at, chase_listing_get, listing);
  if (yoneda == NULL)
    return chase_refuse (error, "this functor cannot be listed");
  return chase_report_is (object, "bijection", error) && verify_pairs (yoneda, object, error)
         && verify_all_found (yoneda, error);
}

/* Representable functors. */

static gboolean
verify_represented (const ChaseFunctor *functor, guint32 by, GHashTable *listing,
                    JsonObject *object, GError **error)
{
  const char *name = chase_report_string (object, "object");
  guint32 a = name != NULL ? chase_presentation_find_object (functor->source->presentation, name)
                           : G_MAXUINT32;
  g_autoptr (ChaseYoneda) yoneda = NULL;
  g_autofree guint32 *values = NULL;
  guint32 at, one, two;

  if (!chase_report_is (object, "bijection", error))
    return FALSE;
  if (a == G_MAXUINT32 || (by != G_MAXUINT32 && a != by))
    return chase_refuse (error, "the evidence is of another object");
  yoneda = chase_yoneda_new (functor, a, chase_listing_get, listing);
  if (yoneda == NULL)
    return chase_refuse (error, "this functor cannot be listed");
  values = g_new (guint32, yoneda->naturality->n_variables + 1);
  for (guint32 x = 0; x < yoneda->n_elements; x++)
    {
      if (g_strcmp0 (chase_report_string (object, "element"), chase_yoneda_element (yoneda, x))
          != 0)
        continue;
      chase_yoneda_transformation (yoneda, x, values);
      return verify_transformation (yoneda, x, values, object, error)
             && (!chase_yoneda_defect (yoneda, values, &at, &one, &two)
                 || chase_refuse (error, "it is no bijection"));
    }
  return chase_refuse (error, "there is no such element");
}

/* No element of P (a) is universal; adds how many there are to *@count. */
static gboolean
verify_none_at (const ChaseFunctor *functor, guint32 a, GHashTable *listing, guint *count,
                GError **error)
{
  g_autoptr (ChaseYoneda) yoneda = chase_yoneda_new (functor, a, chase_listing_get, listing);
  g_autofree guint32 *values = NULL;
  guint32 at, one, two;

  if (yoneda == NULL)
    return chase_refuse (error, "this functor cannot be listed");
  values = g_new (guint32, yoneda->naturality->n_variables + 1);
  for (guint32 x = 0; x < yoneda->n_elements; x++)
    {
      chase_yoneda_transformation (yoneda, x, values);
      if (!chase_yoneda_defect (yoneda, values, &at, &one, &two))
        return chase_refuse (error, "%s is universal", chase_yoneda_element (yoneda, x));
    }
  *count += yoneda->n_elements;
  return TRUE;
}

gboolean
chase_report_representable (const ChaseFunctor *functor, guint32 by, gboolean holds,
                            JsonObject *object, GError **error)
{
  g_autoptr (GHashTable) listing = chase_listing_new ();
  JsonArray *defects = chase_report_array (object, "defects");
  guint count = 0;
  guint32 n;

  if (functor == NULL || functor->source->kind != CHASE_CATEGORY_PRESENTED
      || functor->target->kind != CHASE_CATEGORY_SETS)
    return chase_refuse (error, "this functor cannot be listed");
  if (holds)
    return verify_represented (functor, by, listing, object, error);
  if (!chase_report_is (object, "table", error))
    return FALSE;
  n = chase_presentation_n_objects (functor->source->presentation);
  for (guint32 a = by == G_MAXUINT32 ? 0 : by; a < (by == G_MAXUINT32 ? n : by + 1); a++)
    if (!verify_none_at (functor, a, listing, &count, error))
      return FALSE;
  return (defects != NULL && json_array_get_length (defects) == count)
         || chase_refuse (error, "there must be a defect for each of %u elements", count);
}

gboolean
chase_report_representable_by (ChaseTheory *theory, const ChaseProposition *proposition,
                               gboolean holds, JsonObject *object, GError **error)
{
  const ChaseFunctor *functor
      = chase_theory_functor (theory, g_ptr_array_index (proposition->terms, 0), NULL, NULL, NULL);
  guint32 by;

  if (functor == NULL || functor->source->kind != CHASE_CATEGORY_PRESENTED
      || !chase_theory_object (theory, functor->source, g_ptr_array_index (proposition->terms, 1),
                               &by, NULL))
    return chase_refuse (error, "there is no such object");
  return chase_report_representable (functor, by, holds, object, error);
}
