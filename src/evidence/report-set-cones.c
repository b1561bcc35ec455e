/* SPDX-License-Identifier: MIT */
#include "evidence/listing.h"
#include "evidence/report-private.h"
#include "evidence/conditions.h"
#include "evidence/maps.h"
#include "model/set-diagram.h"

#include <string.h>

#include "i18n.h"

/* Universal properties of sets and of functors to them: families, or classes, gone through once
 * more. */

#define NOWHERE G_MAXUINT32
#define MAX_STEPS 50000000

static const ChaseSets *
foot (const ChaseSetCone *cone, guint i)
{
  return g_ptr_array_index (cone->feet, i);
}

static guint32
along (const ChaseSetMap *map, guint32 at, guint32 x)
{
  return map == NULL ? x : chase_report_set_image (map, at, x);
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
    if (chase_report_set_image (g_ptr_array_index (cone->legs, i), at, x) != family[i])
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

/* Goes through all families and counts them; FALSE where there is no end, or, for @universal ones,
 * where one has not its one element. */
static gboolean
count_families (const ChaseSetCone *cone, guint32 at, guint32 *family, guint known,
                gboolean universal, guint64 *count, guint64 *steps)
{
  if (*steps == 0)
    return FALSE;
  --*steps;
  if (!family_agrees (cone, at, family, known))
    return TRUE;
  if (known == cone->feet->len)
    {
      ++*count;
      return !universal || elements_over (cone, at, family) == 1;
    }
  for (family[known] = 0; family[known] < foot (cone, known)->sizes[at]; family[known]++)
    if (!count_families (cone, at, family, known + 1, universal, count, steps))
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
  return chase_report_set_image (g_ptr_array_index (cone->legs, i), at, x - first[i]);
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
    return along (condition->first, at, chase_report_set_image (i, at, x))
           == along (condition->second, at, chase_report_set_image (j, at, x));
  return chase_report_set_image (i, at, along (condition->first, at, x))
         == chase_report_set_image (j, at, along (condition->second, at, x));
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
    good = cone->outward ? count_families (cone, at, family, 0, TRUE, &count, &steps)
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
      guint32 x = chase_report_set_element (cone->apex, at, chase_report_string_at (names, i));

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
      family[i] = chase_report_set_element (foot (cone, i), at, chase_report_string_at (given, i));
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
  x = chase_report_set_element (foot (cone, (guint)i), at, chase_report_string_at (pair, 1));
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
  p = chase_report_set_element (cone->apex, at, chase_report_string (object, "missed"));
  for (x = 0; p != NOWHERE && x < first[cone->feet->len]; x++)
    if (leg_value (cone, at, first, x) == p)
      p = NOWHERE;
  return p != NOWHERE || chase_refuse (error, "this element is reached");
}

gboolean
chase_report_reads_diagram (ChaseTheory *theory, const ChaseSetDiagram *diagram,
                            GHashTable *listing)
{
  guint n = diagram->nodes->len;

  for (guint i = 0; i < diagram->terms->len; i++)
    {
      const ChaseTerm *term = g_ptr_array_index (diagram->terms, i);

      if (i < n ? !chase_evaluates_to_sets (theory, diagram->category, term,
                                            chase_set_diagram_node (diagram, i), listing)
                : !chase_evaluates_to_map (theory, diagram->category, term,
                                           chase_set_diagram_edge (diagram, i - n)->map, listing))
        return FALSE;
    }
  return diagram->terms->len == n + diagram->edges->len;
}

/* What a cone is read for: the statement, and the verifier's lists. */
typedef struct
{
  ChaseTheory *theory;
  const ChaseCategory *category;
  const ChaseProposition *proposition;
  GHashTable *listing;
} Reading;

static gboolean
is_map (const Reading *reading, const ChaseSetMap *map, const ChaseTerm *term)
{
  return map != NULL
         && chase_evaluates_to_map (reading->theory, reading->category, term, map,
                                    reading->listing);
}

/* A condition for every edge, on the legs at its ends; a foot for every node. */
static gboolean
reads_base (const Reading *reading, const ChaseSetCone *cone)
{
  const ChaseTerm *term = g_ptr_array_index (reading->proposition->base, 0);
  ChaseItem *item = chase_document_find (chase_theory_document (reading->theory), term->name);
  g_autoptr (ChaseSetDiagram) diagram
      = chase_set_diagram_new (reading->theory, item, chase_listing_get, reading->listing);

  if (diagram == NULL || !chase_report_reads_diagram (reading->theory, diagram, reading->listing)
      || cone->feet->len != diagram->nodes->len || cone->conditions->len != diagram->edges->len)
    return FALSE;
  for (guint i = 0; i < cone->feet->len; i++)
    if (!chase_sets_equal (foot (cone, i), chase_set_diagram_node (diagram, i)))
      return FALSE;
  for (guint k = 0; k < cone->conditions->len; k++)
    {
      const ChaseSetCondition *condition = g_ptr_array_index (cone->conditions, k);
      const ChaseSetEdge *edge = chase_set_diagram_edge (diagram, k);

      if (condition->second != NULL || condition->i != (cone->outward ? edge->source : edge->target)
          || condition->j != (cone->outward ? edge->target : edge->source)
          || !is_map (reading, condition->first,
                      g_ptr_array_index (diagram->terms, diagram->nodes->len + k)))
        return FALSE;
    }
  return TRUE;
}

/* One condition: what the two maps do to the two legs, or to the one leg, is the same. */
static gboolean
reads_maps (const Reading *reading, const ChaseSetCone *cone, guint n_feet)
{
  const ChaseSetCondition *condition;

  if (cone->conditions->len != 1 || cone->feet->len != n_feet)
    return FALSE;
  condition = g_ptr_array_index (cone->conditions, 0);
  for (guint i = 0; i < 2; i++)
    {
      const ChaseSetMap *map = i == 0 ? condition->first : condition->second;

      if (!is_map (reading, map, g_ptr_array_index (reading->proposition->base, i))
          || !chase_sets_equal (foot (cone, n_feet == 2 ? i : 0),
                                cone->outward ? map->from : map->to))
        return FALSE;
    }
  return condition->i == 0 && condition->j == n_feet - 1;
}

static gboolean
reads_shape (const Reading *reading, const ChaseSetCone *cone)
{
  const GPtrArray *base = reading->proposition->base;

  switch (reading->proposition->shape)
    {
    case CHASE_SHAPE_PRODUCT:
    case CHASE_SHAPE_COPRODUCT:
      if (cone->conditions->len != 0 || cone->feet->len != (base != NULL ? base->len : 0))
        return FALSE;
      for (guint i = 0; i < cone->feet->len; i++)
        if (!chase_evaluates_to_sets (reading->theory, reading->category,
                                      g_ptr_array_index (base, i), foot (cone, i),
                                      reading->listing))
          return FALSE;
      return TRUE;
    case CHASE_SHAPE_LIMIT:
    case CHASE_SHAPE_COLIMIT:
      return reads_base (reading, cone);
    case CHASE_SHAPE_PULLBACK:
    case CHASE_SHAPE_PUSHOUT:
      return reads_maps (reading, cone, 2);
    default:
      return reads_maps (reading, cone, 1);
    }
}

static gboolean
is_outward (ChaseUniversalShape shape)
{
  return shape == CHASE_SHAPE_PRODUCT || shape == CHASE_SHAPE_PULLBACK
         || shape == CHASE_SHAPE_EQUALIZER || shape == CHASE_SHAPE_LIMIT;
}

/* Is @cone what the statement says? Its sets and maps are worked out by the verifier itself, and
 * its conditions are those of the shape. */
static gboolean
reads_cone (const Reading *reading, const ChaseSetCone *cone)
{
  const ChaseProposition *said = reading->proposition;

  if (cone->outward != is_outward (said->shape) || !reads_shape (reading, cone))
    return FALSE;
  if (said->kind == CHASE_PROPOSITION_EXISTS)
    return TRUE;
  if (cone->legs->len != cone->feet->len
      || (said->legs != NULL ? said->legs->len : 0) != cone->feet->len
      || !chase_evaluates_to_sets (reading->theory, reading->category,
                                   g_ptr_array_index (said->terms, 0), cone->apex,
                                   reading->listing))
    return FALSE;
  for (guint i = 0; i < cone->legs->len; i++)
    {
      const ChaseSetMap *leg = g_ptr_array_index (cone->legs, i);

      if (!is_map (reading, leg, g_ptr_array_index (said->legs, i))
          || !chase_sets_equal (cone->outward ? leg->from : leg->to, cone->apex)
          || !chase_sets_equal (cone->outward ? leg->to : leg->from, foot (cone, i)))
        return FALSE;
    }
  return TRUE;
}

/* The cone of @proposition as the model reads it, where its terms say the same once more; NULL with
 * *@error otherwise. */
static ChaseSetCone *
read_cone (ChaseTheory *theory, const ChaseCategory *category, const ChaseProposition *proposition,
           GHashTable *listing, GError **error)
{
  Reading reading = { theory, category, proposition, listing };
  g_autoptr (ChaseSetCone) cone
      = chase_set_cone_new (theory, category, proposition, chase_listing_get, listing);

  if (cone != NULL && reads_cone (&reading, cone))
    return g_steal_pointer (&cone);
  chase_refuse (error, "these sets and functions are not known");
  return NULL;
}

gboolean
chase_report_universal_sets (ChaseTheory *theory, const ChaseCategory *category,
                             const ChaseProposition *proposition, gboolean holds,
                             JsonObject *object, GError **error)
{
  g_autoptr (GHashTable) listing = chase_listing_new ();
  g_autoptr (ChaseSetCone) cone = read_cone (theory, category, proposition, listing, error);
  gint64 k = chase_report_number (object, "broken");
  guint32 at, x;

  if (cone == NULL)
    return FALSE;
  if (!chase_report_is (object, "cone", error))
    return FALSE;
  if (holds)
    return verify_holds (cone, object, error);
  at = chase_report_set_at (cone->base, object);
  if (at == NOWHERE)
    return chase_refuse (error, "the evidence names no object");
  if (k >= 0 && k < cone->conditions->len)
    {
      x = chase_report_set_element (tested (cone, (guint)k), at,
                                    chase_report_string (object, "element"));
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

  if (!count_families (cone, at, family, 0, FALSE, &count, &steps))
    return chase_refuse (error, "there are too many families");
  if (json_array_get_length (list) != count)
    return chase_refuse (error, _ ("there must be %" PRIu64 " families"), count);
  memset (family, 0, size);
  for (guint k = 0; k < count; k++)
    {
      JsonNode *node = json_array_get_element (list, k);
      JsonArray *given = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

      if (given == NULL || json_array_get_length (given) != cone->feet->len)
        return chase_refuse (error, "a family has an element for each leg");
      for (guint i = 0; i < cone->feet->len; i++)
        {
          family[i]
              = chase_report_set_element (foot (cone, i), at, chase_report_string_at (given, i));
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
  g_autoptr (ChaseSetCone) cone = read_cone (theory, category, proposition, listing, error);
  JsonObject *elements = chase_report_object (object, "elements");

  if (cone == NULL)
    return FALSE;
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
