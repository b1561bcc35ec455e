/* SPDX-License-Identifier: MIT */
#include "evidence/listing.h"
#include "evidence/report-private.h"
#include "model/cones.h"
#include "model/set-maps.h"

#include <string.h>

/* Universal properties: the cones that a morphism makes of the given one are all different, and
 * there are no others. */

#define LISTED 10000
#define MAX_STEPS 2000000000
#define NOWHERE G_MAXUINT32

static gboolean
is_cone (const ChaseCones *cones, const guint32 *legs)
{
  for (guint k = 0; k < cones->conditions->len; k++)
    {
      const ChaseConeCondition *condition
          = &g_array_index (cones->conditions, ChaseConeCondition, k);

      if (!chase_cones_agree (cones, condition, legs[condition->i], legs[condition->j]))
        return FALSE;
    }
  return TRUE;
}

static guint32
read_path (const ChaseCones *cones, JsonNode *node, guint32 object)
{
  const ChasePresentation *p = cones->all->presentation;
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (guint32));
  ChaseWord word;
  JsonArray *array;
  guint32 end;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return NOWHERE;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *name = json_array_get_element (array, i);
      guint32 f = NOWHERE;

      if (JSON_NODE_HOLDS_VALUE (name) && json_node_get_value_type (name) == G_TYPE_STRING)
        f = chase_presentation_find_arrow (p, json_node_get_string (name));
      if (f == NOWHERE)
        return NOWHERE;
      if (i == 0)
        object = chase_presentation_arrow (p, f)->source;
      g_array_append_val (letters, f);
    }
  word.letters = (const guint32 *)(gpointer)letters->data;
  word.length = letters->len;
  if (!chase_presentation_path_target (p, object, word, &end))
    return NOWHERE;
  return chase_enumerated_value (cones->all, object, word);
}

/* The apex and the legs of the cone that @object describes. */
static gboolean
read_cone (const ChaseCones *cones, JsonObject *object, guint32 *apex, guint32 *legs)
{
  const char *name = chase_report_string (object, cones->outward ? "from" : "to");
  JsonArray *given = chase_report_array (object, "legs");

  *apex = name != NULL ? chase_presentation_find_object (cones->all->presentation, name) : NOWHERE;
  if (*apex == NOWHERE || given == NULL || json_array_get_length (given) != cones->feet->len)
    return FALSE;
  for (guint i = 0; i < cones->feet->len; i++)
    {
      legs[i] = read_path (cones, json_array_get_element (given, i), *apex);
      if (legs[i] == NOWHERE || !chase_cones_is_leg (cones, *apex, i, legs[i]))
        return FALSE;
    }
  return is_cone (cones, legs);
}

static gboolean
leads_to (const ChaseCones *cones, guint32 apex, const guint32 *legs, guint32 morphism)
{
  if (morphism == NOWHERE || !chase_cones_mediates (cones, apex, morphism))
    return FALSE;
  for (guint i = 0; i < cones->feet->len; i++)
    if (chase_cones_along (cones, morphism, i) != legs[i])
      return FALSE;
  return TRUE;
}

static gboolean
fits (const ChaseCones *cones, guint32 *legs, guint32 apex, guint i, guint32 morphism)
{
  if (!chase_cones_is_leg (cones, apex, i, morphism))
    return FALSE;
  legs[i] = morphism;
  for (guint k = 0; k < cones->conditions->len; k++)
    {
      const ChaseConeCondition *c = &g_array_index (cones->conditions, ChaseConeCondition, k);

      if (MAX (c->i, c->j) == i && !chase_cones_agree (cones, c, legs[c->i], legs[c->j]))
        return FALSE;
    }
  return TRUE;
}

/* How many cones of @apex there are, up to @limit + 1. */
static guint64
count_cones (const ChaseCones *cones, guint32 apex, guint64 limit, guint64 *steps)
{
  guint32 n = chase_finite_n_morphisms (cones->all->finite);
  guint n_legs = cones->feet->len;
  g_autofree guint32 *legs = g_new0 (guint32, n_legs + 1);
  g_autofree guint32 *next = g_new0 (guint32, n_legs + 1);
  guint64 count = 0;
  guint i = 0;

  if (n_legs == 0)
    return 1;
  while (count <= limit && *steps < MAX_STEPS)
    {
      if (next[i] == n)
        {
          if (i-- == 0)
            break;
          continue;
        }
      *steps += 1 + cones->conditions->len;
      if (!fits (cones, legs, apex, i, next[i]++))
        continue;
      if (i + 1 == n_legs)
        count++;
      else
        next[++i] = 0;
    }
  return count;
}

/* All cones of @apex are images of different morphisms. */
static gboolean
verify_apex (const ChaseCones *cones, guint32 apex, guint64 *steps, guint64 *total, GError **error)
{
  g_autoptr (GHashTable) seen
      = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
  guint n_legs = cones->feet->len;
  g_autofree guint32 *legs = g_new0 (guint32, n_legs + 1);
  guint64 count = 0;

  for (guint32 m = 0; m < chase_finite_n_morphisms (cones->all->finite); m++)
    {
      if (!chase_cones_mediates (cones, apex, m))
        continue;
      for (guint i = 0; i < n_legs; i++)
        legs[i] = chase_cones_along (cones, m, i);
      count++;
      if (!g_hash_table_add (seen, g_bytes_new (legs, n_legs * sizeof (guint32))))
        return chase_refuse (error, "a cone has two mediating morphisms");
    }
  *total += count;
  if (count_cones (cones, apex, count, steps) != count)
    return chase_refuse (error, "a cone has no mediating morphism");
  return *steps < MAX_STEPS || chase_refuse (error, "there are too many cones to try");
}

static gboolean
verify_list (const ChaseCones *cones, guint64 total, JsonArray *list, GError **error)
{
  guint32 n = chase_finite_n_morphisms (cones->all->finite);
  g_autofree gboolean *used = g_new0 (gboolean, n + 1);
  g_autofree guint32 *legs = g_new0 (guint32, cones->feet->len + 1);

  if (list == NULL || json_array_get_length (list) != total)
    return chase_refuse (error, "there must be %" G_GUINT64_FORMAT " cones", total);
  for (guint i = 0; i < total; i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      guint32 apex, m;

      if (!JSON_NODE_HOLDS_OBJECT (node)
          || !read_cone (cones, json_node_get_object (node), &apex, legs))
        return chase_refuse (error, "the cone number %u is none", i);
      m = read_path (cones, json_object_get_member (json_node_get_object (node), "mediating"),
                     cones->outward ? apex : cones->apex);
      if (!leads_to (cones, apex, legs, m) || used[m])
        return chase_refuse (error, "the morphism of the cone number %u is another", i);
      used[m] = TRUE;
    }
  return TRUE;
}

static gboolean
verify_holds (const ChaseCones *cones, JsonObject *object, GError **error)
{
  g_autofree guint32 *legs = g_memdup2 (cones->legs->data, cones->legs->len * sizeof (guint32));
  guint64 steps = 0;
  guint64 total = 0;

  if (!is_cone (cones, legs))
    return chase_refuse (error, "the given legs are no cone");
  for (guint32 apex = 0; apex < cones->all->finite->n_objects; apex++)
    if (!verify_apex (cones, apex, &steps, &total, error))
      return FALSE;
  if (total > LISTED)
    return chase_report_number (object, "count") == (gint64)total
           || chase_refuse (error, "there are %" G_GUINT64_FORMAT " cones", total);
  return verify_list (cones, total, chase_report_array (object, "cones"), error);
}

static gboolean
verify_fails (const ChaseCones *cones, JsonObject *object, GError **error)
{
  g_autofree guint32 *legs = g_new0 (guint32, MAX (cones->feet->len, cones->legs->len) + 1);
  gint64 broken = chase_report_number (object, "broken");
  guint found = 0;
  guint32 apex;

  if (broken >= 0)
    {
      const ChaseConeCondition *c;

      if (broken >= cones->conditions->len)
        return chase_refuse (error, "there is no such condition");
      c = &g_array_index (cones->conditions, ChaseConeCondition, (guint)broken);
      return !chase_cones_agree (cones, c, g_array_index (cones->legs, guint32, c->i),
                                 g_array_index (cones->legs, guint32, c->j))
             || chase_refuse (error, "this condition is kept");
    }
  if (!read_cone (cones, object, &apex, legs))
    return chase_refuse (error, "there is no cone in the evidence");
  for (guint32 m = 0; m < chase_finite_n_morphisms (cones->all->finite); m++)
    found += leads_to (cones, apex, legs, m);
  return found != 1 || chase_refuse (error, "this cone has its one mediating morphism");
}

gboolean
chase_report_universal (ChaseTheory *theory, const ChaseProposition *proposition, gboolean holds,
                        JsonObject *object, GError **error)
{
  const ChaseCategory *category
      = proposition->shape < CHASE_SHAPE_LIMIT
            ? chase_theory_proposition_category (theory, proposition, NULL)
            : NULL;
  g_autoptr (GHashTable) listing = chase_listing_new ();
  g_autoptr (ChaseCones) cones = chase_cones_new (theory, proposition, chase_listing_get, listing);

  if (chase_category_of_sets (category))
    return chase_report_universal_sets (theory, category, proposition, holds, object, error);
  if (cones == NULL)
    return chase_refuse (error, "the morphisms of this category cannot be listed");
  if (!chase_report_is (object, "cone", error))
    return FALSE;
  return holds ? verify_holds (cones, object, error) : verify_fails (cones, object, error);
}
