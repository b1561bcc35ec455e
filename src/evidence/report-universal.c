/* SPDX-License-Identifier: MIT */
#include "evidence/cone.h"
#include "evidence/listing.h"
#include "evidence/report-private.h"
#include "model/set-maps.h"

#include <string.h>

#include "i18n.h"

/* Universal properties: the cone that a morphism makes of the given one are all different, and
 * there are no others. */

#define LISTED 10000
#define MAX_STEPS 2000000000
#define NOWHERE G_MAXUINT32

static guint32
foot (const ChaseCone *cone, guint i)
{
  return g_array_index (cone->feet, guint32, i);
}

static gboolean
is_cone (const ChaseCone *cone, const guint32 *legs)
{
  for (guint k = 0; k < cone->laws->len; k++)
    {
      if (!chase_cone_keeps (cone, &g_array_index (cone->laws, ChaseConeLaw, k), legs))
        return FALSE;
    }
  return TRUE;
}

/* The apex and the legs of the cone that @object describes. */
static gboolean
read_cone (const ChaseCone *cone, JsonObject *object, guint32 *apex, guint32 *legs)
{
  const char *name = chase_report_string (object, cone->limit ? "from" : "to");
  JsonArray *given = chase_report_array (object, "legs");

  *apex = name != NULL ? chase_presentation_find_object (cone->all->presentation, name) : NOWHERE;
  if (*apex == NOWHERE || given == NULL || json_array_get_length (given) != cone->feet->len)
    return FALSE;
  for (guint i = 0; i < cone->feet->len; i++)
    {
      legs[i] = chase_report_morphism (cone->all, json_array_get_element (given, i), *apex);
      if (legs[i] == NOWHERE || !chase_cone_runs (cone, legs[i], *apex, foot (cone, i)))
        return FALSE;
    }
  return is_cone (cone, legs);
}

static gboolean
leads_to (const ChaseCone *cone, guint32 apex, const guint32 *legs, guint32 morphism)
{
  if (morphism == NOWHERE || !chase_cone_runs (cone, morphism, apex, cone->apex))
    return FALSE;
  for (guint i = 0; i < cone->feet->len; i++)
    if (chase_cone_compose (cone, morphism, g_array_index (cone->legs, guint32, i)) != legs[i])
      return FALSE;
  return TRUE;
}

static gboolean
fits (const ChaseCone *cone, guint32 *legs, guint32 apex, guint i, guint32 morphism)
{
  if (!chase_cone_runs (cone, morphism, apex, foot (cone, i)))
    return FALSE;
  legs[i] = morphism;
  for (guint k = 0; k < cone->laws->len; k++)
    {
      const ChaseConeLaw *law = &g_array_index (cone->laws, ChaseConeLaw, k);

      if (MAX (law->i, law->j) == i && !chase_cone_keeps (cone, law, legs))
        return FALSE;
    }
  return TRUE;
}

/* How many cone of @apex there are, up to @limit + 1. */
static guint64
count_cones (const ChaseCone *cone, guint32 apex, guint64 limit, guint64 *steps)
{
  guint32 n = chase_finite_n_morphisms (cone->all->finite);
  guint n_legs = cone->feet->len;
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
      *steps += 1 + cone->laws->len;
      if (!fits (cone, legs, apex, i, next[i]++))
        continue;
      if (i + 1 == n_legs)
        count++;
      else
        next[++i] = 0;
    }
  return count;
}

/* All cone of @apex are images of different morphisms. */
static gboolean
verify_apex (const ChaseCone *cone, guint32 apex, guint64 *steps, guint64 *total, GError **error)
{
  g_autoptr (GHashTable) seen
      = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
  guint n_legs = cone->feet->len;
  g_autofree guint32 *legs = g_new0 (guint32, n_legs + 1);
  guint64 count = 0;

  for (guint32 m = 0; m < chase_finite_n_morphisms (cone->all->finite); m++)
    {
      if (!chase_cone_runs (cone, m, apex, cone->apex))
        continue;
      for (guint i = 0; i < n_legs; i++)
        legs[i] = chase_cone_compose (cone, m, g_array_index (cone->legs, guint32, i));
      count++;
      if (!g_hash_table_add (seen, g_bytes_new (legs, n_legs * sizeof (guint32))))
        return chase_refuse (error, "a cone has two mediating morphisms");
    }
  *total += count;
  if (count_cones (cone, apex, count, steps) != count)
    return chase_refuse (error, "a cone has no mediating morphism");
  return *steps < MAX_STEPS || chase_refuse (error, "there are too many cones to try");
}

static gboolean
verify_list (const ChaseCone *cone, guint64 total, JsonArray *list, GError **error)
{
  guint32 n = chase_finite_n_morphisms (cone->all->finite);
  g_autofree gboolean *used = g_new0 (gboolean, n + 1);
  g_autofree guint32 *legs = g_new0 (guint32, cone->feet->len + 1);

  if (list == NULL || json_array_get_length (list) != total)
    return chase_refuse (error, _ ("there must be %" PRIu64 " cones"), total);
  for (guint i = 0; i < total; i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      guint32 apex, m;

      if (!JSON_NODE_HOLDS_OBJECT (node)
          || !read_cone (cone, json_node_get_object (node), &apex, legs))
        return chase_refuse (error, "the cone number %u is none", i);
      m = chase_report_morphism (cone->all,
                                 json_object_get_member (json_node_get_object (node), "mediating"),
                                 cone->limit ? apex : cone->apex);
      if (!leads_to (cone, apex, legs, m) || used[m])
        return chase_refuse (error, "the morphism of the cone number %u is another", i);
      used[m] = TRUE;
    }
  return TRUE;
}

gboolean
chase_report_is_universal (const ChaseCone *cone, JsonObject *object, GError **error)
{
  g_autofree guint32 *legs = g_memdup2 (cone->legs->data, cone->legs->len * sizeof (guint32));
  guint64 steps = 0;
  guint64 total = 0;

  if (!is_cone (cone, legs))
    return chase_refuse (error, "the given legs are no cone");
  for (guint32 apex = 0; apex < cone->all->finite->n_objects; apex++)
    if (!verify_apex (cone, apex, &steps, &total, error))
      return FALSE;
  if (total > LISTED)
    return chase_report_number (object, "count") == (gint64)total
           || chase_refuse (error, _ ("there are %" PRIu64 " cones"), total);
  return verify_list (cone, total, chase_report_array (object, "cones"), error);
}

/* Does "mediating" name none of the @found morphisms that make the cone, where there are none, and
 * else two or more of them? */
static gboolean
names_mediating (const ChaseCone *cone, guint32 apex, const guint32 *legs, guint found,
                 JsonArray *given)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; given != NULL && i < json_array_get_length (given); i++)
    {
      guint32 m = chase_report_morphism (cone->all, json_array_get_element (given, i),
                                         cone->limit ? apex : cone->apex);

      if (!leads_to (cone, apex, legs, m) || !g_hash_table_add (seen, GUINT_TO_POINTER (m + 1)))
        return FALSE;
    }
  return given != NULL && (found == 0 || g_hash_table_size (seen) > 1);
}

static gboolean
verify_fails (const ChaseCone *cone, JsonObject *object, GError **error)
{
  g_autofree guint32 *legs = g_new0 (guint32, MAX (cone->feet->len, cone->legs->len) + 1);
  gint64 broken = chase_report_number (object, "broken");
  guint found = 0;
  guint32 apex;

  if (broken >= 0)
    {
      if (broken >= cone->laws->len)
        return chase_refuse (error, "there is no such condition");
      return !chase_cone_keeps (cone, &g_array_index (cone->laws, ChaseConeLaw, (guint)broken),
                                (const guint32 *)(gpointer)cone->legs->data)
             || chase_refuse (error, "this condition is kept");
    }
  if (!read_cone (cone, object, &apex, legs))
    return chase_refuse (error, "there is no cone in the evidence");
  for (guint32 m = 0; m < chase_finite_n_morphisms (cone->all->finite); m++)
    found += leads_to (cone, apex, legs, m);
  if (found == 1)
    return chase_refuse (error, "this cone has its one mediating morphism");
  return names_mediating (cone, apex, legs, found, chase_report_array (object, "mediating"))
         || chase_refuse (error, "the mediating morphisms of this cone are others");
}

gboolean
chase_report_universal (ChaseTheory *theory, const ChaseProposition *proposition, gboolean holds,
                        JsonObject *object, GError **error)
{
  const ChaseCategory *category = chase_theory_proposition_category (theory, proposition, NULL);
  g_autoptr (GHashTable) listing = chase_listing_new ();
  g_autoptr (ChaseCone) cone = chase_cone_new (theory, proposition, listing);

  if (chase_category_of_sets (category))
    return chase_report_universal_sets (theory, category, proposition, holds, object, error);
  if (category != NULL && category->kind == CHASE_CATEGORY_ALL)
    return chase_report_universal_in_cat (theory, proposition, holds, object, error);
  if (cone == NULL)
    return chase_refuse (error, "the morphisms of this category cannot be listed");
  if (!chase_report_is (object, "cone", error))
    return FALSE;
  return holds ? chase_report_is_universal (cone, object, error)
               : verify_fails (cone, object, error);
}
