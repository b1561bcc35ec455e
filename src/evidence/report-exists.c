/* SPDX-License-Identifier: MIT */
#include "evidence/cone.h"
#include "evidence/listing.h"
#include "evidence/report-private.h"
#include "model/set-maps.h"

#include <string.h>

#include "i18n.h"

/*
 * SHAPE of base exists. The cone that was found is judged like one that is given. That there is
 * none is shown by a list of all cones, whose number the verifier counts, each with a cone that
 * does not come from it by just one morphism.
 */

#define NOWHERE G_MAXUINT32
#define MAX_STEPS 50000000

static gboolean
keeps_all (const ChaseCone *cone, const guint32 *legs, guint known)
{
  for (guint k = 0; k < cone->laws->len; k++)
    {
      const ChaseConeLaw *law = &g_array_index (cone->laws, ChaseConeLaw, k);

      if (law->i < known && law->j < known && !chase_cone_keeps (cone, law, legs))
        return FALSE;
    }
  return TRUE;
}

static gboolean
count_cones (const ChaseCone *cone, guint32 apex, guint known, guint32 *legs, guint64 *count,
             guint64 *steps)
{
  if (*steps == 0)
    return FALSE;
  --*steps;
  if (!keeps_all (cone, legs, known))
    return TRUE;
  if (known == cone->feet->len)
    {
      ++*count;
      return TRUE;
    }
  for (guint32 m = 0; m < chase_finite_n_morphisms (cone->all->finite); m++)
    if (chase_cone_runs (cone, m, apex, g_array_index (cone->feet, guint32, known)))
      {
        legs[known] = m;
        if (!count_cones (cone, apex, known + 1, legs, count, steps))
          return FALSE;
      }
  return TRUE;
}

static gboolean
read_cone (const ChaseCone *cone, JsonObject *object, guint32 *apex, guint32 *legs)
{
  const char *name
      = object != NULL ? chase_report_string (object, cone->limit ? "from" : "to") : NULL;
  JsonArray *given = object != NULL ? chase_report_array (object, "legs") : NULL;

  *apex = name != NULL ? chase_presentation_find_object (cone->all->presentation, name) : NOWHERE;
  if (*apex == NOWHERE || given == NULL || json_array_get_length (given) != cone->feet->len)
    return FALSE;
  for (guint i = 0; i < cone->feet->len; i++)
    {
      legs[i] = chase_report_morphism (cone->all, json_array_get_element (given, i), *apex);
      if (legs[i] == NOWHERE
          || !chase_cone_runs (cone, legs[i], *apex, g_array_index (cone->feet, guint32, i)))
        return FALSE;
    }
  return keeps_all (cone, legs, cone->feet->len);
}

/* How many morphisms make @other of the cone with @legs? */
static guint
count_mediating (const ChaseCone *cone, guint32 apex, const guint32 *legs, guint32 from,
                 const guint32 *other)
{
  guint count = 0;

  for (guint32 m = 0; m < chase_finite_n_morphisms (cone->all->finite); m++)
    {
      gboolean good = chase_cone_runs (cone, m, from, apex);

      for (guint i = 0; good && i < cone->feet->len; i++)
        good = chase_cone_compose (cone, m, legs[i]) == other[i];
      count += good;
    }
  return count;
}

static gboolean
verify_none (const ChaseCone *cone, JsonArray *none, GError **error)
{
  gsize size = (cone->feet->len + 1) * sizeof (guint32);
  g_autofree guint32 *legs = g_malloc0 (size);
  g_autofree guint32 *other = g_malloc0 (size);
  g_autoptr (GHashTable) seen
      = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
  guint64 count = 0, steps = MAX_STEPS;
  guint32 from;

  for (guint32 apex = 0; apex < cone->all->finite->n_objects; apex++)
    if (!count_cones (cone, apex, 0, legs, &count, &steps))
      return chase_refuse (error, "there are too many cones to try");
  if (none == NULL || json_array_get_length (none) != count)
    return chase_refuse (error, _ ("there must be %" PRIu64 " cones"), count);
  for (guint i = 0; i < count; i++)
    {
      JsonNode *node = json_array_get_element (none, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

      if (!read_cone (cone, object, &legs[cone->feet->len], legs)
          || !g_hash_table_add (seen, g_bytes_new (legs, size)))
        return chase_refuse (error, "the cone number %u is none, or stands there twice", i);
      if (!read_cone (cone, chase_report_object (object, "against"), &from, other)
          || count_mediating (cone, legs[cone->feet->len], legs, from, other) == 1)
        return chase_refuse (error, "nothing stands against the cone number %u", i);
    }
  return TRUE;
}

gboolean
chase_report_exists (ChaseTheory *theory, const ChaseProposition *proposition, gboolean holds,
                     JsonObject *object, GError **error)
{
  const ChaseCategory *category = chase_theory_proposition_category (theory, proposition, NULL);
  g_autoptr (GHashTable) listing = chase_listing_new ();
  g_autoptr (ChaseCone) cone = NULL;
  g_autofree guint32 *legs = NULL;

  if (!chase_report_is (object, "cone", error))
    return FALSE;
  if (chase_category_of_sets (category))
    return chase_report_exists_in_sets (theory, category, proposition, holds, object, error);
  if (category != NULL && category->kind == CHASE_CATEGORY_ALL)
    return chase_report_exists_in_cat (theory, proposition, holds, object, error);
  cone = chase_cone_new (theory, proposition, listing);
  if (cone == NULL)
    return chase_refuse (error, "the morphisms of this category cannot be listed");
  if (!holds)
    return verify_none (cone, chase_report_array (object, "none"), error);
  legs = g_new0 (guint32, cone->feet->len + 1);
  if (!read_cone (cone, object, &cone->apex, legs))
    return chase_refuse (error, "the evidence names no cone");
  g_array_append_vals (cone->legs, legs, cone->feet->len);
  return chase_report_is_universal (cone, object, error);
}
