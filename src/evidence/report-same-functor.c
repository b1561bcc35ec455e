/* SPDX-License-Identifier: MIT */
#include "evidence/listing.h"
#include "evidence/report-private.h"
#include "evidence/values.h"

#include <string.h>

/* Two functors are the same, and equations between functors. */

static guint32
object_named (const ChasePresentation *p, JsonObject *object)
{
  const char *name = chase_report_string (object, "object");

  return name != NULL ? chase_presentation_find_object (p, name) : G_MAXUINT32;
}

/* By words: an object that they send apart, or all the laws. */
static gboolean
verify_words (ChaseTheory *theory, const ChaseFunctor *one, const ChaseFunctor *two, gboolean holds,
              JsonObject *object, GError **error)
{
  const ChasePresentation *p = one->source->presentation;
  g_autoptr (ChaseDemands) laws = chase_demands_new ();
  guint32 named = object_named (p, object);

  if (!holds && named != G_MAXUINT32 && !chase_report_is (object, "table", error))
    return FALSE;
  if (!holds && named != G_MAXUINT32)
    return one->objects[named] != two->objects[named]
           || chase_refuse (error, "they agree at this object");
  for (guint32 a = 0; a < chase_presentation_n_objects (p); a++)
    if (one->objects[a] != two->objects[a])
      return chase_refuse (error, "they differ at an object");
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);
      ChaseDemand *law;

      if (arrow->formal)
        continue;
      law = chase_demands_add_paths (laws, one->target->presentation, one->objects[arrow->source]);
      g_array_append_vals (law->left, one->words[f].letters, one->words[f].length);
      g_array_append_vals (law->right, two->words[f].letters, two->words[f].length);
    }
  return chase_report_laws (theory, laws, holds, object, error);
}

/* Which element of @sets at @a is called @name. */
static guint32
place_of (const ChaseSets *sets, guint32 a, const char *name)
{
  for (guint32 x = 0; x < sets->sizes[a]; x++)
    if (strcmp (sets->names[sets->first[a] + x], name) == 0)
      return x;
  return G_MAXUINT32;
}

static gboolean
same_set (const ChaseSets *one, const ChaseSets *two, guint32 a)
{
  for (guint32 x = 0; x < one->sizes[a]; x++)
    if (place_of (two, a, one->names[one->first[a] + x]) == G_MAXUINT32)
      return FALSE;
  return one->sizes[a] == two->sizes[a];
}

/* Both functions of @f, by the elements of @one. */
static void
demand_functions (ChaseDemands *laws, const ChaseSets *one, const ChaseSets *two, guint32 f,
                  const ChaseArrow *arrow)
{
  guint32 a = arrow->source, b = arrow->target;
  ChaseDemand *law = chase_demands_add_functions (laws, one, a, one, b);

  for (guint32 x = 0; x < one->sizes[a]; x++)
    {
      guint32 there = place_of (two, a, one->names[one->first[a] + x]);
      guint32 value = two->functions[two->offsets[f] + there];
      guint32 back = place_of (one, b, two->names[two->first[b] + value]);

      g_array_append_val (law->left, one->functions[one->offsets[f] + x]);
      g_array_append_val (law->right, back);
    }
}

static gboolean
verify_sets (ChaseTheory *theory, const ChasePresentation *p, const ChaseSets *one,
             const ChaseSets *two, gboolean holds, JsonObject *object, GError **error)
{
  g_autoptr (ChaseDemands) laws = chase_demands_new ();
  guint32 named = object_named (p, object);

  if (!holds && named != G_MAXUINT32 && !chase_report_is (object, "table", error))
    return FALSE;
  if (!holds && named != G_MAXUINT32)
    return !same_set (one, two, named) || chase_refuse (error, "they agree at this object");
  for (guint32 a = 0; a < one->n_objects; a++)
    if (!same_set (one, two, a))
      return chase_refuse (error, "they differ at an object");
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    if (!chase_presentation_arrow (p, f)->formal)
      demand_functions (laws, one, two, f, chase_presentation_arrow (p, f));
  return chase_report_laws (theory, laws, holds, object, error);
}

gboolean
chase_report_same_functor (ChaseTheory *theory, const ChaseFunctor *first,
                           const ChaseFunctor *second, gboolean holds, JsonObject *object,
                           GError **error)
{
  const ChaseFunctor *one = first != NULL ? chase_theory_functor_listed (theory, first) : NULL;
  const ChaseFunctor *two = second != NULL ? chase_theory_functor_listed (theory, second) : NULL;
  g_autoptr (GHashTable) listing = chase_listing_new ();
  g_autoptr (ChaseSets) sets = NULL;
  g_autoptr (ChaseSets) others = NULL;

  if (first == NULL || second == NULL || strcmp (first->source->key, second->source->key) != 0
      || strcmp (first->target->key, second->target->key) != 0)
    return chase_refuse (error, "the values of these functors are not known");
  if (first == second)
    return (holds || chase_refuse (error, "they are one functor"))
           && chase_report_is (object, "laws", error)
           && (chase_report_is_flag (object, "same", TRUE)
               || chase_refuse (error, "the evidence does not say that they are one functor"));
  if (one != NULL && two != NULL && one->form == CHASE_FUNCTOR_WORDS
      && two->form == CHASE_FUNCTOR_WORDS)
    return verify_words (theory, one, two, holds, object, error);
  if (first->target->kind == CHASE_CATEGORY_SETS && first->source->presentation != NULL)
    {
      sets = chase_values_of (first, listing);
      others = chase_values_of (second, listing);
    }
  if (sets == NULL || others == NULL)
    return chase_refuse (error, "the values of these functors are not known");
  return verify_sets (theory, first->source->presentation, sets, others, holds, object, error);
}

static gboolean
verify_link (ChaseTheory *theory, const GPtrArray *terms, guint i, gboolean holds, JsonNode *node,
             GError **error)
{
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return chase_refuse (error, "there is no evidence");
  return chase_report_same_functor (
      theory, chase_theory_functor (theory, g_ptr_array_index (terms, i), NULL, NULL, NULL),
      chase_theory_functor (theory, g_ptr_array_index (terms, i + 1), NULL, NULL, NULL), holds,
      json_node_get_object (node), error);
}

gboolean
chase_report_functor_equation (ChaseTheory *theory, const ChaseProposition *proposition,
                               gboolean holds, JsonObject *object, GError **error)
{
  const GPtrArray *terms = proposition->terms;
  JsonArray *links = chase_report_array (object, "links");
  gint64 link = chase_report_number (object, "link");

  if (!chase_report_is (object, holds ? "laws" : "table", error))
    return FALSE;
  if (!holds)
    return link >= 0 && link + 1 < terms->len
               ? verify_link (theory, terms, (guint)link, FALSE,
                              json_object_get_member (object, "evidence"), error)
               : chase_refuse (error, "the evidence names no link of the chain");
  if (links == NULL || json_array_get_length (links) + 1 != terms->len)
    return chase_refuse (error, "there must be evidence for each link of the chain");
  for (guint i = 0; i + 1 < terms->len; i++)
    if (!verify_link (theory, terms, i, TRUE, json_array_get_element (links, i), error))
      return FALSE;
  return TRUE;
}
