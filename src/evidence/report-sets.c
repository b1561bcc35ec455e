/* SPDX-License-Identifier: MIT */
#include "evidence/listing.h"
#include "evidence/report-private.h"
#include "evidence/conditions.h"
#include "evidence/values.h"
#include "model/set-diagram.h"

#include <string.h>

/* Set and the categories of functors to it: sizes, images and families, gone through once more. */

#define NOWHERE G_MAXUINT32
#define MAX_STEPS 50000000

/* What was read of functors and transformations in @category is what the verifier finds itself. */
static gboolean
reads_object (ChaseTheory *theory, const ChaseCategory *category, const ChaseTerm *term,
              const ChaseSets *read, GHashTable *listing)
{
  const ChaseFunctor *functor
      = chase_theory_functor (theory, term, category->parts[0], category->parts[1], NULL);
  g_autoptr (ChaseSets) sets = functor != NULL ? chase_values_of (functor, listing) : NULL;

  return sets != NULL && chase_sets_equal (sets, read);
}

static gboolean
reads_map (ChaseTheory *theory, const ChaseTerm *term, const ChaseSetMap *read, GHashTable *listing)
{
  const ChaseTransformation *alpha = chase_theory_transformation (theory, term, NULL, NULL, NULL);
  g_autoptr (ChaseSets) from = chase_values_of (alpha->from, listing);
  g_autoptr (ChaseSets) to = chase_values_of (alpha->to, listing);
  g_autoptr (ChaseDemands) demands = chase_demands_of_transformation (alpha);

  return from != NULL && to != NULL && chase_sets_equal (from, read->from)
         && chase_sets_equal (to, read->to) && chase_demands_are_evident (demands)
         && memcmp (alpha->functions, read->values,
                    alpha->offsets[from->n_objects] * sizeof (guint32))
                == 0;
}

static ChaseSets *
object_of (ChaseTheory *theory, const ChaseCategory *category, const ChaseTerm *term,
           GHashTable *listing)
{
  g_autoptr (ChaseSets) sets
      = chase_set_object (theory, category, term, chase_listing_get, listing);

  if (sets == NULL
      || (category->kind == CHASE_CATEGORY_FUNCTORS
          && !reads_object (theory, category, term, sets, listing)))
    return NULL;
  return g_steal_pointer (&sets);
}

static ChaseSetMap *
map_of (ChaseTheory *theory, const ChaseCategory *category, const ChaseTerm *term,
        GHashTable *listing)
{
  g_autoptr (ChaseSetMap) map = chase_set_map (theory, category, term, chase_listing_get, listing);

  if (map == NULL
      || (category->kind == CHASE_CATEGORY_FUNCTORS && !reads_map (theory, term, map, listing)))
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
  g_autoptr (ChaseSets) sets
      = object_of (theory, category, g_ptr_array_index (proposition->terms, 0), listing);
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

static guint32
image (const ChaseSetMap *map, guint32 a, guint32 x)
{
  return map->values[map->from->first[a] + x];
}

static guint32
count_over (const ChaseSetMap *map, guint32 a, guint32 y)
{
  guint32 count = 0;

  for (guint32 x = 0; x < map->from->sizes[a]; x++)
    count += image (map, a, x) == y;
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
  guint32 y = image (map, a, x);

  return twice ? image (map, a, y) == y : y == x;
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

static guint32
element (const ChaseSets *sets, guint32 a, const char *name)
{
  for (guint32 x = 0; name != NULL && x < sets->sizes[a]; x++)
    if (g_str_equal (sets->names[sets->first[a] + x], name))
      return x;
  return NOWHERE;
}

static guint32
object_named (const ChasePresentation *base, JsonObject *object)
{
  const char *name = chase_report_string (object, "object");

  return name != NULL ? chase_presentation_find_object (base, name) : NOWHERE;
}

static const char *
string_at (JsonArray *array, guint i)
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
  guint32 a = object_named (map->base, object);
  JsonArray *pair = chase_report_array (object, "confused");
  const char *missed = chase_report_string (object, "missed");
  const char *moved = chase_report_string (object, "moved");
  guint32 x, y;

  if (a == NOWHERE)
    return chase_refuse (error, "the evidence names no object");
  if (pair != NULL && json_array_get_length (pair) == 2 && adjective != CHASE_ADJECTIVE_EPI
      && adjective <= CHASE_ADJECTIVE_AUTO)
    {
      x = element (map->from, a, string_at (pair, 0));
      y = element (map->from, a, string_at (pair, 1));
      return (x != NOWHERE && y != NOWHERE && x != y && image (map, a, x) == image (map, a, y))
             || chase_refuse (error, "these two elements keep apart");
    }
  if (missed != NULL && adjective != CHASE_ADJECTIVE_MONO && adjective <= CHASE_ADJECTIVE_AUTO)
    {
      y = element (map->to, a, missed);
      return (y != NOWHERE && count_over (map, a, y) == 0)
             || chase_refuse (error, "this element is not missed");
    }
  if (moved != NULL && adjective >= CHASE_ADJECTIVE_IDEMPOTENT)
    {
      x = element (map->from, a, moved);
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
          allowed[x] = retraction ? count == 0 || (count == 1 && image (map, a, x) == y)
                                  : image (map, a, x) == y;
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
  g_autoptr (ChaseSetMap) map
      = map_of (theory, category, g_ptr_array_index (proposition->terms, 0), listing);
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

/* Universal properties. */

static const ChaseSets *
foot (const ChaseSetCone *cone, guint i)
{
  return g_ptr_array_index (cone->feet, i);
}

static guint32
along (const ChaseSetMap *map, guint32 at, guint32 x)
{
  return map == NULL ? x : image (map, at, x);
}

static gboolean
family_agrees (const ChaseSetCone *cone, guint32 at, const guint32 *family, guint known)
{
  for (guint k = 0; k < cone->conditions->len; k++)
    {
      const ChaseSetCondition *condition = g_ptr_array_index (cone->conditions, k);

      if (condition->i < known && condition->j < known
          && along (condition->first, at, family[condition->i])
                 != along (condition->second, at, family[condition->j]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_over (const ChaseSetCone *cone, guint32 at, guint32 x, const guint32 *family)
{
  for (guint i = 0; i < cone->feet->len; i++)
    if (image (g_ptr_array_index (cone->legs, i), at, x) != family[i])
      return FALSE;
  return TRUE;
}

static guint32
elements_over (const ChaseSetCone *cone, guint32 at, const guint32 *family)
{
  guint32 count = 0;

  for (guint32 x = 0; x < cone->apex->sizes[at]; x++)
    count += is_over (cone, at, x, family);
  return count;
}

/* Goes through all families; FALSE where one has not its one element, or there is no end. */
static gboolean
families_are_good (const ChaseSetCone *cone, guint32 at, guint32 *family, guint known,
                   guint64 *count, guint64 *steps)
{
  if (*steps == 0)
    return FALSE;
  --*steps;
  if (!family_agrees (cone, at, family, known))
    return TRUE;
  if (known == cone->feet->len)
    {
      ++*count;
      return elements_over (cone, at, family) == 1;
    }
  for (family[known] = 0; family[known] < foot (cone, known)->sizes[at]; family[known]++)
    if (!families_are_good (cone, at, family, known + 1, count, steps))
      return FALSE;
  return TRUE;
}

static gboolean
count_families (const ChaseSetCone *cone, guint32 at, guint32 *family, guint known, guint64 *count,
                guint64 *steps)
{
  if (*steps == 0)
    return FALSE;
  --*steps;
  if (!family_agrees (cone, at, family, known))
    return TRUE;
  if (known == cone->feet->len)
    {
      ++*count;
      return TRUE;
    }
  for (family[known] = 0; family[known] < foot (cone, known)->sizes[at]; family[known]++)
    if (!count_families (cone, at, family, known + 1, count, steps))
      return FALSE;
  return TRUE;
}

/* Classes of the elements of the feet: the smallest number that gluing leads to. */
static guint32 *
classes (const ChaseSetCone *cone, guint32 at, guint32 *first)
{
  guint32 *label;
  gboolean changed = TRUE;

  first[0] = 0;
  for (guint i = 0; i < cone->feet->len; i++)
    first[i + 1] = first[i] + foot (cone, i)->sizes[at];
  label = g_new (guint32, first[cone->feet->len] + 1);
  for (guint32 x = 0; x < first[cone->feet->len]; x++)
    label[x] = x;
  while (changed)
    {
      changed = FALSE;
      for (guint k = 0; k < cone->conditions->len; k++)
        {
          const ChaseSetCondition *condition = g_ptr_array_index (cone->conditions, k);

          for (guint32 x = 0; x < condition->first->from->sizes[at]; x++)
            {
              guint32 *one = &label[first[condition->i] + along (condition->first, at, x)];
              guint32 *two = &label[first[condition->j] + along (condition->second, at, x)];

              changed = changed || *one != *two;
              *one = *two = MIN (*one, *two);
            }
        }
    }
  return label;
}

static guint32
leg_value (const ChaseSetCone *cone, guint32 at, const guint32 *first, guint32 x)
{
  guint i = 0;

  while (first[i + 1] <= x)
    i++;
  return image (g_ptr_array_index (cone->legs, i), at, x - first[i]);
}

static gboolean
classes_are_good (const ChaseSetCone *cone, guint32 at, guint64 *count)
{
  g_autofree guint32 *first = g_new0 (guint32, cone->feet->len + 1);
  g_autofree guint32 *label = classes (cone, at, first);
  g_autofree guint32 *hits_of = g_new0 (guint32, cone->apex->sizes[at] + 1);

  for (guint32 x = 0; x < first[cone->feet->len]; x++)
    if (label[x] == x)
      {
        ++*count;
        hits_of[leg_value (cone, at, first, x)]++;
      }
  for (guint32 p = 0; p < cone->apex->sizes[at]; p++)
    if (hits_of[p] != 1)
      return FALSE;
  return TRUE;
}

/* Do the legs commute with the condition number @k at the element @x? */
static gboolean
commutes (const ChaseSetCone *cone, guint k, guint32 at, guint32 x)
{
  const ChaseSetCondition *condition = g_ptr_array_index (cone->conditions, k);
  const ChaseSetMap *i = g_ptr_array_index (cone->legs, condition->i);
  const ChaseSetMap *j = g_ptr_array_index (cone->legs, condition->j);

  if (cone->outward)
    return along (condition->first, at, image (i, at, x))
           == along (condition->second, at, image (j, at, x));
  return image (i, at, along (condition->first, at, x))
         == image (j, at, along (condition->second, at, x));
}

static const ChaseSets *
tested (const ChaseSetCone *cone, guint k)
{
  const ChaseSetCondition *condition = g_ptr_array_index (cone->conditions, k);

  return cone->outward ? cone->apex : condition->first->from;
}

static gboolean
is_cone (const ChaseSetCone *cone)
{
  for (guint k = 0; k < cone->conditions->len; k++)
    for (guint32 at = 0; at < cone->apex->n_objects; at++)
      for (guint32 x = 0; x < tested (cone, k)->sizes[at]; x++)
        if (!commutes (cone, k, at, x))
          return FALSE;
  return TRUE;
}

static gboolean
verify_holds (const ChaseSetCone *cone, JsonObject *object, GError **error)
{
  g_autofree guint32 *family = g_new0 (guint32, cone->feet->len + 2);
  guint64 count = 0;
  guint64 steps = MAX_STEPS;
  gboolean good = is_cone (cone);

  for (guint32 at = 0; at < cone->apex->n_objects && good; at++)
    good = cone->outward ? families_are_good (cone, at, family, 0, &count, &steps)
                         : classes_are_good (cone, at, &count);
  if (!good)
    return chase_refuse (error, "a look at all elements says otherwise");
  return chase_report_number (object, "count") == (gint64)count
         || chase_refuse (error, "the number of families is another");
}

/* Are @names none, as it must be then, or two and more elements over @family? */
static gboolean
names_elements_over (const ChaseSetCone *cone, guint32 at, const guint32 *family, JsonArray *names)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n = names != NULL ? json_array_get_length (names) : 0;

  for (guint i = 0; i < n; i++)
    {
      guint32 x = element (cone->apex, at, string_at (names, i));

      if (x == NOWHERE || !is_over (cone, at, x, family)
          || !g_hash_table_add (seen, GUINT_TO_POINTER (x + 1)))
        return FALSE;
    }
  return names != NULL && (n == 0 ? elements_over (cone, at, family) == 0 : n > 1);
}

static gboolean
verify_family (const ChaseSetCone *cone, guint32 at, JsonObject *object, GError **error)
{
  JsonArray *given = chase_report_array (object, "family");
  g_autofree guint32 *family = g_new0 (guint32, cone->feet->len + 1);

  if (json_array_get_length (given) != cone->feet->len)
    return chase_refuse (error, "a family has an element for each leg");
  for (guint i = 0; i < cone->feet->len; i++)
    {
      family[i] = element (foot (cone, i), at, string_at (given, i));
      if (family[i] == NOWHERE)
        return chase_refuse (error, "the family has no such element");
    }
  return (family_agrees (cone, at, family, cone->feet->len)
          && names_elements_over (cone, at, family, chase_report_array (object, "mediating")))
         || chase_refuse (error, "this family is as it should be");
}

static guint32
read_element (const ChaseSetCone *cone, guint32 at, const guint32 *first, JsonNode *node)
{
  JsonArray *pair = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  gint64 i;
  guint32 x;

  if (pair == NULL || json_array_get_length (pair) != 2
      || json_node_get_value_type (json_array_get_element (pair, 0)) != G_TYPE_INT64)
    return NOWHERE;
  i = chase_report_number_at (pair, 0);
  if (i < 0 || i >= cone->feet->len)
    return NOWHERE;
  x = element (foot (cone, (guint)i), at, string_at (pair, 1));
  return x != NOWHERE ? first[i] + x : NOWHERE;
}

static gboolean
verify_classes (const ChaseSetCone *cone, guint32 at, JsonObject *object, GError **error)
{
  g_autofree guint32 *first = g_new0 (guint32, cone->feet->len + 1);
  g_autofree guint32 *label = classes (cone, at, first);
  JsonArray *pair = chase_report_array (object, "confused");
  guint32 p, x, y;

  if (pair != NULL && json_array_get_length (pair) == 2)
    {
      x = read_element (cone, at, first, json_array_get_element (pair, 0));
      y = read_element (cone, at, first, json_array_get_element (pair, 1));
      return (x != NOWHERE && y != NOWHERE && label[x] != label[y]
              && leg_value (cone, at, first, x) == leg_value (cone, at, first, y))
             || chase_refuse (error, "these two elements are glued, or kept apart");
    }
  p = element (cone->apex, at, chase_report_string (object, "missed"));
  for (x = 0; p != NOWHERE && x < first[cone->feet->len]; x++)
    if (leg_value (cone, at, first, x) == p)
      p = NOWHERE;
  return p != NOWHERE || chase_refuse (error, "this element is reached");
}

gboolean
chase_report_reads_diagram (ChaseTheory *theory, const ChaseSetDiagram *diagram,
                            GHashTable *listing)
{
  for (guint i = 0; i < diagram->terms->len; i++)
    {
      const ChaseTerm *term = g_ptr_array_index (diagram->terms, i);
      g_autoptr (ChaseSets) sets = NULL;
      g_autoptr (ChaseSetMap) map = NULL;

      if (i < diagram->nodes->len)
        sets = object_of (theory, diagram->category, term, listing);
      else
        map = map_of (theory, diagram->category, term, listing);
      if (sets == NULL && map == NULL)
        return FALSE;
    }
  return TRUE;
}

/* The diagram of a limit or colimit. */
static gboolean
reads_base (ChaseTheory *theory, const ChaseProposition *proposition, GHashTable *listing)
{
  const ChaseTerm *term = g_ptr_array_index (proposition->base, 0);
  ChaseItem *item = chase_document_find (chase_theory_document (theory), term->name);
  g_autoptr (ChaseSetDiagram) diagram
      = chase_set_diagram_new (theory, item, chase_listing_get, listing);

  return diagram != NULL && chase_report_reads_diagram (theory, diagram, listing);
}

/* Are the objects and maps of the statement what the verifier reads itself? */
static gboolean
reads_terms (ChaseTheory *theory, const ChaseCategory *category,
             const ChaseProposition *proposition, GHashTable *listing)
{
  gboolean objects
      = proposition->shape == CHASE_SHAPE_PRODUCT || proposition->shape == CHASE_SHAPE_COPRODUCT;
  gboolean whole = proposition->shape >= CHASE_SHAPE_LIMIT;
  const GPtrArray *lists[]
      = { proposition->terms, whole ? NULL : proposition->base, proposition->legs };

  if (whole && !reads_base (theory, proposition, listing))
    return FALSE;
  for (guint k = 0; k < G_N_ELEMENTS (lists); k++)
    for (guint i = 0; lists[k] != NULL && i < lists[k]->len; i++)
      {
        const ChaseTerm *term = g_ptr_array_index (lists[k], i);
        g_autoptr (ChaseSets) sets = NULL;
        g_autoptr (ChaseSetMap) map = NULL;

        if (k == 0 || (k == 1 && objects))
          sets = object_of (theory, category, term, listing);
        else
          map = map_of (theory, category, term, listing);
        if (sets == NULL && map == NULL)
          return FALSE;
      }
  return TRUE;
}

gboolean
chase_report_universal_sets (ChaseTheory *theory, const ChaseCategory *category,
                             const ChaseProposition *proposition, gboolean holds,
                             JsonObject *object, GError **error)
{
  g_autoptr (GHashTable) listing = chase_listing_new ();
  g_autoptr (ChaseSetCone) cone
      = chase_set_cone_new (theory, category, proposition, chase_listing_get, listing);
  gint64 k = chase_report_number (object, "broken");
  guint32 at, x;

  if (cone == NULL || !reads_terms (theory, category, proposition, listing))
    return chase_refuse (error, "these sets and functions are not known");
  if (!chase_report_is (object, "cone", error))
    return FALSE;
  if (holds)
    return verify_holds (cone, object, error);
  at = object_named (cone->base, object);
  if (at == NOWHERE)
    return chase_refuse (error, "the evidence names no object");
  if (k >= 0 && k < cone->conditions->len)
    {
      x = element (tested (cone, (guint)k), at, chase_report_string (object, "element"));
      return (x != NOWHERE && !commutes (cone, (guint)k, at, x))
             || chase_refuse (error, "the legs commute there");
    }
  if (!cone->outward)
    return verify_classes (cone, at, object, error);
  return chase_report_array (object, "family") != NULL
             ? verify_family (cone, at, object, error)
             : chase_refuse (error, "the evidence shows no family");
}

/* Does @list hold every family at @at, each once? */
static gboolean
verify_families (const ChaseSetCone *cone, guint32 at, JsonArray *list, GError **error)
{
  gsize size = (cone->feet->len + 1) * sizeof (guint32);
  g_autofree guint32 *family = g_malloc0 (size);
  g_autoptr (GHashTable) seen
      = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
  guint64 count = 0, steps = MAX_STEPS;

  if (!count_families (cone, at, family, 0, &count, &steps))
    return chase_refuse (error, "there are too many families");
  if (json_array_get_length (list) != count)
    return chase_refuse (error, "there must be %" G_GUINT64_FORMAT " families", count);
  memset (family, 0, size);
  for (guint k = 0; k < count; k++)
    {
      JsonNode *node = json_array_get_element (list, k);
      JsonArray *given = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

      if (given == NULL || json_array_get_length (given) != cone->feet->len)
        return chase_refuse (error, "a family has an element for each leg");
      for (guint i = 0; i < cone->feet->len; i++)
        {
          family[i] = element (foot (cone, i), at, string_at (given, i));
          if (family[i] == NOWHERE)
            return chase_refuse (error, "the family has no such element");
        }
      if (!family_agrees (cone, at, family, cone->feet->len)
          || !g_hash_table_add (seen, g_bytes_new (family, size)))
        return chase_refuse (error, "the family number %u is none, or stands there twice", k);
    }
  return TRUE;
}

/* Does @list hold the classes of glued elements, each element once? */
static gboolean
verify_partition (const ChaseSetCone *cone, guint32 at, JsonArray *list, GError **error)
{
  guint n = cone->feet->len;
  g_autofree guint32 *first = g_new0 (guint32, n + 1);
  g_autofree guint32 *label = classes (cone, at, first);
  g_autofree guint32 *in = g_new0 (guint32, first[n] + 1);
  guint32 total = 0;

  for (guint k = 0; k < json_array_get_length (list); k++)
    {
      JsonNode *node = json_array_get_element (list, k);
      JsonArray *given = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

      if (given == NULL || json_array_get_length (given) == 0)
        return chase_refuse (error, "a class has elements");
      for (guint i = 0; i < json_array_get_length (given); i++)
        {
          guint32 x = read_element (cone, at, first, json_array_get_element (given, i));

          if (x == NOWHERE || in[x] != 0)
            return chase_refuse (error,
                                 "the class number %u has what is no element, or is one twice", k);
          in[x] = k + 1;
          total++;
        }
    }
  for (guint32 x = 0; x < first[n]; x++)
    for (guint32 y = 0; y < x; y++)
      if ((label[x] == label[y]) != (in[x] == in[y]))
        return chase_refuse (error, "the classes glue what they should not, or do not");
  return total == first[n] || chase_refuse (error, "an element is in no class");
}

gboolean
chase_report_exists_in_sets (ChaseTheory *theory, const ChaseCategory *category,
                             const ChaseProposition *proposition, gboolean holds,
                             JsonObject *object, GError **error)
{
  g_autoptr (GHashTable) listing = chase_listing_new ();
  g_autoptr (ChaseSetCone) cone
      = chase_set_cone_new (theory, category, proposition, chase_listing_get, listing);
  JsonObject *elements = chase_report_object (object, "elements");

  if (cone == NULL || !reads_terms (theory, category, proposition, listing))
    return chase_refuse (error, "these sets and functions are not known");
  if (!holds || elements == NULL)
    return chase_refuse (error, "of sets there are all limits and colimits");
  for (guint32 at = 0; at < chase_presentation_n_objects (cone->base); at++)
    {
      JsonArray *list
          = chase_report_array (elements, chase_presentation_object_name (cone->base, at));

      if (list == NULL)
        return chase_refuse (error, "the elements at an object are missing");
      if (!(cone->outward ? verify_families (cone, at, list, error)
                          : verify_partition (cone, at, list, error)))
        return FALSE;
    }
  return TRUE;
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
