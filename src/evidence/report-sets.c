/* SPDX-License-Identifier: MIT */
#include "evidence/listing.h"
#include "evidence/report-private.h"
#include "evidence/conditions.h"
#include "evidence/maps.h"
#include "model/set-diagram.h"

/* Set and the categories of functors to it: sizes, images and families, gone through once more. */

#define NOWHERE G_MAXUINT32

ChaseSets *
chase_report_read_set (ChaseTheory *theory, const ChaseCategory *category, const ChaseTerm *term,
                       GHashTable *listing)
{
  g_autoptr (ChaseSets) sets
      = chase_set_object (theory, category, term, chase_listing_get, listing);

  if (sets == NULL || !chase_evaluates_to_sets (theory, category, term, sets, listing))
    return NULL;
  return g_steal_pointer (&sets);
}

ChaseSetMap *
chase_report_read_set_map (ChaseTheory *theory, const ChaseCategory *category,
                           const ChaseTerm *term, GHashTable *listing)
{
  g_autoptr (ChaseSetMap) map = chase_set_map (theory, category, term, chase_listing_get, listing);

  if (map == NULL || !chase_evaluates_to_map (theory, category, term, map, listing))
    return NULL;
  return g_steal_pointer (&map);
}

static gboolean
all_are (const ChaseSets *sets, guint32 size)
{
  for (guint32 a = 0; a < sets->n_objects; a++)
    if (sets->sizes[a] != size)
      return FALSE;
  return TRUE;
}

gboolean
chase_report_set_object (ChaseTheory *theory, const ChaseCategory *category,
                         const ChaseProposition *proposition, ChaseAdjective adjective,
                         gboolean holds, JsonObject *object, GError **error)
{
  g_autoptr (GHashTable) listing = chase_listing_new ();
  g_autoptr (ChasePresentation) base = chase_category_sets_base (category);
  g_autoptr (ChaseSets) sets = chase_report_read_set (
      theory, category, g_ptr_array_index (proposition->terms, 0), listing);
  JsonObject *sizes = chase_report_object (object, "sizes");
  gboolean found;

  if (sets == NULL || sizes == NULL)
    return chase_refuse (error, "these sets are not known");
  if (!chase_report_is (object, "list", error))
    return FALSE;
  for (guint32 a = 0; a < sets->n_objects; a++)
    if (chase_report_number (sizes, chase_presentation_object_name (base, a)) != sets->sizes[a])
      return chase_refuse (error, "the sets have other sizes");
  found = (adjective == CHASE_ADJECTIVE_TERMINAL || all_are (sets, 0))
          && (adjective == CHASE_ADJECTIVE_INITIAL || all_are (sets, 1));
  return found == holds || chase_refuse (error, "the sizes of the sets say otherwise");
}

/* Morphisms. */

guint32
chase_report_set_image (const ChaseSetMap *map, guint32 a, guint32 x)
{
  return map->values[map->from->first[a] + x];
}

static guint32
count_over (const ChaseSetMap *map, guint32 a, guint32 y)
{
  guint32 count = 0;

  for (guint32 x = 0; x < map->from->sizes[a]; x++)
    count += chase_report_set_image (map, a, x) == y;
  return count;
}

/* Is every element of the target hit at least, and at most, so often? */
static gboolean
hits (const ChaseSetMap *map, guint32 least, guint32 most)
{
  for (guint32 a = 0; a < map->to->n_objects; a++)
    for (guint32 y = 0; y < map->to->sizes[a]; y++)
      {
        guint32 count = count_over (map, a, y);

        if (count < least || count > most)
          return FALSE;
      }
  return TRUE;
}

static gboolean
stays (const ChaseSetMap *map, guint32 a, guint32 x, gboolean twice)
{
  guint32 y = chase_report_set_image (map, a, x);

  return twice ? chase_report_set_image (map, a, y) == y : y == x;
}

static gboolean
all_stay (const ChaseSetMap *map, gboolean twice)
{
  for (guint32 a = 0; a < map->from->n_objects; a++)
    for (guint32 x = 0; x < map->from->sizes[a]; x++)
      if (!stays (map, a, x, twice))
        return FALSE;
  return TRUE;
}

guint32
chase_report_set_element (const ChaseSets *sets, guint32 a, const char *name)
{
  for (guint32 x = 0; name != NULL && x < sets->sizes[a]; x++)
    if (g_str_equal (sets->names[sets->first[a] + x], name))
      return x;
  return NOWHERE;
}

guint32
chase_report_set_at (const ChasePresentation *base, JsonObject *object)
{
  const char *name = chase_report_string (object, "object");

  return name != NULL ? chase_presentation_find_object (base, name) : NOWHERE;
}

const char *
chase_report_string_at (JsonArray *array, guint i)
{
  JsonNode *node = json_array_get_element (array, i);

  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static gboolean
verify_map_fault (const ChaseSetMap *map, ChaseAdjective adjective, JsonObject *object,
                  GError **error)
{
  guint32 a = chase_report_set_at (map->base, object);
  JsonArray *pair = chase_report_array (object, "confused");
  const char *missed = chase_report_string (object, "missed");
  const char *moved = chase_report_string (object, "moved");
  guint32 x, y;

  if (a == NOWHERE)
    return chase_refuse (error, "the evidence names no object");
  if (pair != NULL && json_array_get_length (pair) == 2 && adjective != CHASE_ADJECTIVE_EPI
      && adjective <= CHASE_ADJECTIVE_AUTO)
    {
      x = chase_report_set_element (map->from, a, chase_report_string_at (pair, 0));
      y = chase_report_set_element (map->from, a, chase_report_string_at (pair, 1));
      return (x != NOWHERE && y != NOWHERE && x != y
              && chase_report_set_image (map, a, x) == chase_report_set_image (map, a, y))
             || chase_refuse (error, "these two elements keep apart");
    }
  if (missed != NULL && adjective != CHASE_ADJECTIVE_MONO && adjective <= CHASE_ADJECTIVE_AUTO)
    {
      y = chase_report_set_element (map->to, a, missed);
      return (y != NOWHERE && count_over (map, a, y) == 0)
             || chase_refuse (error, "this element is not missed");
    }
  if (moved != NULL && adjective >= CHASE_ADJECTIVE_IDEMPOTENT)
    {
      x = chase_report_set_element (map->from, a, moved);
      return (x != NOWHERE && !stays (map, a, x, adjective == CHASE_ADJECTIVE_IDEMPOTENT))
             || chase_refuse (error, "this element stays");
    }
  return chase_refuse (error, "the evidence shows no fault");
}

/* Transformations back along @map: y must go to something over it, or to the only thing. */
static ChaseConditions *
ways_back (const ChaseSetMap *map, gboolean retraction)
{
  ChaseConditions *conditions = chase_conditions_new_sets (
      map->base, chase_sets_copy (map->to, map->base), chase_sets_copy (map->from, map->base));

  for (guint32 a = 0; a < map->to->n_objects; a++)
    for (guint32 y = 0; y < map->to->sizes[a]; y++)
      {
        guint32 *allowed = g_new0 (guint32, map->from->sizes[a] + 1);
        guint32 count = count_over (map, a, y);

        for (guint32 x = 0; x < map->from->sizes[a]; x++)
          allowed[x] = retraction
                           ? count == 0 || (count == 1 && chase_report_set_image (map, a, x) == y)
                           : chase_report_set_image (map, a, x) == y;
        chase_conditions_restrict (conditions, (guint32)map->to->first[a] + y, allowed);
      }
  return conditions;
}

static gboolean
verify_split (const ChaseSetMap *map, gboolean mono, gboolean holds, JsonObject *object,
              GError **error)
{
  g_autoptr (ChaseConditions) conditions = ways_back (map, mono);
  g_autofree guint32 *values = g_new0 (guint32, conditions->n_variables + 1);
  g_autoptr (GPtrArray) list = NULL;

  if (holds)
    return (chase_conditions_parse (conditions, chase_report_object (object, "back"), values)
            && chase_conditions_commute (conditions, values))
           || chase_refuse (error, "this is no way back");
  list = chase_conditions_solve (conditions, error);
  return list != NULL && (list->len == 0 || chase_refuse (error, "there is a way back"))
         && (chase_report_number (object, "tried") == 0
             || chase_refuse (error, "the evidence shows nothing"));
}

static gboolean
has (const ChaseSetMap *map, ChaseAdjective adjective)
{
  switch (adjective)
    {
    case CHASE_ADJECTIVE_MONO:
      return hits (map, 0, 1);
    case CHASE_ADJECTIVE_EPI:
      return hits (map, 1, NOWHERE);
    case CHASE_ADJECTIVE_IDEMPOTENT:
      return all_stay (map, TRUE);
    case CHASE_ADJECTIVE_IDENTITY:
      return all_stay (map, FALSE);
    default:
      return hits (map, 1, 1);
    }
}

gboolean
chase_report_set_map (ChaseTheory *theory, const ChaseCategory *category,
                      const ChaseProposition *proposition, ChaseAdjective adjective, gboolean holds,
                      JsonObject *object, GError **error)
{
  g_autoptr (GHashTable) listing = chase_listing_new ();
  g_autoptr (ChaseSetMap) map = chase_report_read_set_map (
      theory, category, g_ptr_array_index (proposition->terms, 0), listing);
  gboolean endo;

  if (map == NULL)
    return chase_refuse (error, "this function is not known");
  if (!chase_report_is (object, json_object_has_member (object, "object") ? "table" : "list",
                        error))
    return FALSE;
  endo = chase_sets_equal (map->from, map->to);
  if (adjective == CHASE_ADJECTIVE_SPLIT_MONO || adjective == CHASE_ADJECTIVE_SPLIT_EPI)
    return verify_split (map, adjective == CHASE_ADJECTIVE_SPLIT_MONO, holds, object, error);
  if (adjective == CHASE_ADJECTIVE_ENDO || json_object_has_member (object, "endo"))
    return (endo == holds
            && (holds ? adjective == CHASE_ADJECTIVE_ENDO : adjective >= CHASE_ADJECTIVE_ENDO))
           || chase_refuse (error, "its two ends say otherwise");
  if (adjective >= CHASE_ADJECTIVE_ENDO && !endo)
    return chase_refuse (error, "its two ends are different");
  if (!holds)
    return verify_map_fault (map, adjective, object, error);
  return (has (map, adjective) || chase_refuse (error, "the images of the elements say otherwise"))
         && chase_report_went_through (object, "elements", map->from->first[map->from->n_objects],
                                       error);
}

gboolean
chase_report_category_of_sets (const ChaseCategory *category, ChaseAdjective adjective,
                               gboolean holds, JsonObject *object, GError **error)
{
  gboolean objects = FALSE;

  if (!chase_category_to_sets (category, &objects))
    return chase_refuse (error, "nothing is known that would show this of %s", category->key);
  return (holds
              == (!objects || adjective == CHASE_ADJECTIVE_CONNECTED
                  || adjective == CHASE_ADJECTIVE_CATEGORY)
          && chase_report_is_flag (object, "sets", objects))
         || chase_refuse (error, "of sets this is otherwise");
}
