/* SPDX-License-Identifier: MIT */
#include "engine/check-private.h"
#include "engine/set-families.h"
#include "engine/natural-transformations.h"
#include "model/set-maps.h"
#include "i18n.h"

/* Objects and morphisms of Set and of categories [C, Set] of functors to it. */

static void
not_listed (ChaseResult *result, const ChaseCategory *category)
{
  chase_result_undecided (result, "This could not be listed as sets and functions of %s.",
                          category->key);
}

/* Initial: every set is empty. Terminal: every set has one element. */
void
chase_decide_set_object (ChaseChecker *checker, const ChaseCategory *category,
                         const ChaseProposition *proposition, ChaseAdjective adjective,
                         ChaseResult *result)
{
  g_autoptr (ChasePresentation) base = chase_category_sets_base (category);
  g_autoptr (ChaseSets) sets
      = chase_set_object (checker->theory, category, g_ptr_array_index (proposition->terms, 0),
                          chase_checker_list, checker);
  gboolean initial = adjective != CHASE_ADJECTIVE_TERMINAL;
  gboolean terminal = adjective != CHASE_ADJECTIVE_INITIAL;
  JsonObject *object, *sizes;

  if (sets == NULL)
    {
      not_listed (result, category);
      return;
    }
  object = chase_evidence_typed ("list");
  sizes = json_object_new ();
  for (guint32 a = 0; a < sets->n_objects; a++)
    {
      initial = initial && sets->sizes[a] == 0;
      terminal = terminal && sets->sizes[a] == 1;
      json_object_set_int_member (sizes, chase_presentation_object_name (base, a), sets->sizes[a]);
    }
  json_object_set_object_member (object, "sizes", sizes);
  if (adjective == CHASE_ADJECTIVE_ZERO)
    initial = initial && terminal;
  chase_result_set_object (result,
                           (adjective == CHASE_ADJECTIVE_TERMINAL ? terminal : initial)
                               ? CHASE_VERDICT_HOLDS
                               : CHASE_VERDICT_FAILS,
                           object,
                           adjective == CHASE_ADJECTIVE_INITIAL
                               ? "What is initial has no elements."
                               : (adjective == CHASE_ADJECTIVE_TERMINAL
                                      ? _ ("What is terminal has one element everywhere.")
                                      : _ ("What is zero has no elements and one.")));
}

typedef struct
{
  const ChaseSetMap *map;
  JsonObject *fault; /* what shows that something is not so */
} Faults;

static JsonObject *
fault_at (const ChaseSetMap *map, guint32 a)
{
  JsonObject *object = chase_evidence_typed ("table");

  json_object_set_string_member (object, "object", chase_presentation_object_name (map->base, a));
  return object;
}

static const char *
source_name (const ChaseSetMap *map, guint32 a, guint32 x)
{
  return map->from->names[map->from->first[a] + x];
}

static JsonObject *
confused (const ChaseSetMap *map)
{
  for (guint32 a = 0; a < map->from->n_objects; a++)
    for (guint32 x = 0; x < map->from->sizes[a]; x++)
      for (guint32 y = x + 1; y < map->from->sizes[a]; y++)
        {
          const guint32 *values = map->values + map->from->first[a];
          JsonObject *object;
          JsonArray *pair;

          if (values[x] != values[y])
            continue;
          object = fault_at (map, a);
          pair = json_array_new ();
          json_array_add_string_element (pair, source_name (map, a, x));
          json_array_add_string_element (pair, source_name (map, a, y));
          json_object_set_array_member (object, "confused", pair);
          return object;
        }
  return NULL;
}

static JsonObject *
missed (const ChaseSetMap *map)
{
  for (guint32 a = 0; a < map->to->n_objects; a++)
    {
      g_autofree gboolean *hit = g_new0 (gboolean, map->to->sizes[a] + 1);

      for (guint32 x = 0; x < map->from->sizes[a]; x++)
        hit[map->values[map->from->first[a] + x]] = TRUE;
      for (guint32 y = 0; y < map->to->sizes[a]; y++)
        if (!hit[y])
          {
            JsonObject *object = fault_at (map, a);

            json_object_set_string_member (object, "missed", map->to->names[map->to->first[a] + y]);
            return object;
          }
    }
  return NULL;
}

/* An element that an endomorphism moves; with @twice one whose image it moves. */
static JsonObject *
moved (const ChaseSetMap *map, gboolean twice)
{
  for (guint32 a = 0; a < map->from->n_objects; a++)
    for (guint32 x = 0; x < map->from->sizes[a]; x++)
      {
        const guint32 *values = map->values + map->from->first[a];
        JsonObject *object;

        if (twice ? values[values[x]] == values[x] : values[x] == x)
          continue;
        object = fault_at (map, a);
        json_object_set_string_member (object, "moved", source_name (map, a, x));
        return object;
      }
  return NULL;
}

static void
finish (const ChaseSetMap *map, JsonObject *fault, ChaseResult *result)
{
  JsonObject *object;

  if (fault != NULL)
    {
      chase_result_set_object (result, CHASE_VERDICT_FAILS, fault,
                               "An element of the sets shows it, at %s.",
                               json_object_get_string_member (fault, "object"));
      return;
    }
  object = chase_evidence_typed ("list");
  json_object_set_int_member (object, "elements", (gint64)map->from->first[map->from->n_objects]);
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object,
                           "By a look at the images of all elements.");
}

/* A way back: a natural transformation with values restricted by the map. */
/* The conditions on transformations back along @map with which it composes to the identity of its
 * source (@retraction), or of its target. */
static ChaseNaturality *
ways_back (const ChaseSetMap *map, gboolean retraction, gboolean section)
{
  const ChaseSets *from = map->from;
  const ChaseSets *to = map->to;
  ChaseNaturality *naturality = chase_naturality_new_sets (
      map->base, chase_sets_copy (to, map->base), chase_sets_copy (from, map->base));

  for (guint32 a = 0; a < from->n_objects; a++)
    for (guint32 y = 0; y < to->sizes[a]; y++)
      {
        g_autofree gboolean *allowed = g_new0 (gboolean, from->sizes[a] + 1);

        for (guint32 x = 0; x < from->sizes[a]; x++)
          {
            gboolean over = map->values[from->first[a] + x] == y;

            allowed[x] = !section || over;
            for (guint32 z = 0; retraction && allowed[x] && z < from->sizes[a]; z++)
              allowed[x] = z == x || map->values[from->first[a] + z] != y;
          }
        chase_naturality_restrict (naturality, (guint32)to->first[a] + y, allowed);
      }
  return naturality;
}

static void
decide_split (ChaseChecker *checker, const ChaseSetMap *map, gboolean mono, ChaseResult *result)
{
  g_autoptr (ChaseNaturality) naturality = ways_back (map, mono, !mono);
  g_autoptr (GPtrArray) parts = NULL;
  guint64 count, checksum;
  JsonObject *object;
  ChaseClock clock;

  chase_clock_start (&clock, checker->budget, checker->cancellable);
  parts = chase_natural_solve (naturality, &clock);
  if (parts == NULL)
    {
      chase_result_undecided (result, "Not all ways back were tried: %s.",
                              chase_clock_why (&clock));
      return;
    }
  object = chase_evidence_typed ("list");
  if (!chase_natural_total (parts, &count, &checksum) || count > 0)
    {
      g_autofree guint32 *values = chase_natural_combination (naturality, parts, 0);

      json_object_set_object_member (object, "back", chase_natural_json (naturality, values));
      chase_result_set_object (result, CHASE_VERDICT_HOLDS, object, "There is a way back.");
      return;
    }
  json_object_set_int_member (object, "tried", 0);
  chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                           "No way back composes to the identity.");
}

void
chase_decide_set_map (ChaseChecker *checker, const ChaseCategory *category,
                      const ChaseProposition *proposition, ChaseAdjective adjective,
                      ChaseResult *result)
{
  g_autoptr (ChaseSetMap) map
      = chase_set_map (checker->theory, category, g_ptr_array_index (proposition->terms, 0),
                       chase_checker_list, checker);
  JsonObject *object;
  gboolean endo;

  if (map == NULL)
    {
      not_listed (result, category);
      return;
    }
  endo = chase_sets_equal (map->from, map->to);
  if (adjective == CHASE_ADJECTIVE_SPLIT_MONO || adjective == CHASE_ADJECTIVE_SPLIT_EPI)
    {
      decide_split (checker, map, adjective == CHASE_ADJECTIVE_SPLIT_MONO, result);
      return;
    }
  if (adjective == CHASE_ADJECTIVE_ENDO
      || (!endo
          && (adjective == CHASE_ADJECTIVE_AUTO || adjective == CHASE_ADJECTIVE_IDEMPOTENT
              || adjective == CHASE_ADJECTIVE_IDENTITY)))
    {
      object = chase_evidence_typed ("list");
      json_object_set_boolean_member (object, "endo", endo);
      chase_result_set_object (result, endo ? CHASE_VERDICT_HOLDS : CHASE_VERDICT_FAILS, object,
                               endo ? "Its two ends are the same." : _ ("It has different ends."));
      return;
    }
  if (adjective == CHASE_ADJECTIVE_IDEMPOTENT || adjective == CHASE_ADJECTIVE_IDENTITY)
    object = moved (map, adjective == CHASE_ADJECTIVE_IDEMPOTENT);
  else
    {
      object = adjective != CHASE_ADJECTIVE_EPI ? confused (map) : NULL;
      if (object == NULL && adjective != CHASE_ADJECTIVE_MONO)
        object = missed (map);
    }
  finish (map, object, result);
}

/* Universal properties: at every object of the base those of sets. */

typedef struct
{
  const ChaseSetCone *cone;
  guint32 at;
  guint32 *family;
  ChaseClock *clock;
} Families;

static const ChaseSets *
foot_of (const ChaseSetCone *cone, guint i)
{
  return g_ptr_array_index (cone->feet, i);
}

static const ChaseSetMap *
leg_of (const ChaseSetCone *cone, guint i)
{
  return g_ptr_array_index (cone->legs, i);
}

/* The elements of the apex that the legs send to the family. */
static GArray *
reached_from (const Families *families)
{
  const ChaseSetCone *cone = families->cone;
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 x = 0; x < cone->apex->sizes[families->at]; x++)
    {
      gboolean good = TRUE;

      for (guint i = 0; i < cone->feet->len && good; i++)
        good = chase_set_image (leg_of (cone, i), families->at, x) == families->family[i];
      if (good)
        g_array_append_val (found, x);
    }
  return found;
}

static JsonObject *
family_json (const Families *families, const GArray *reached)
{
  const ChaseSetCone *cone = families->cone;
  JsonObject *object = chase_evidence_typed ("cone");
  JsonArray *family = json_array_new ();
  JsonArray *mediating = json_array_new ();

  for (guint i = 0; i < cone->feet->len; i++)
    json_array_add_string_element (
        family,
        foot_of (cone, i)->names[foot_of (cone, i)->first[families->at] + families->family[i]]);
  for (guint k = 0; k < reached->len; k++)
    json_array_add_string_element (
        mediating,
        cone->apex->names[cone->apex->first[families->at] + g_array_index (reached, guint32, k)]);
  json_object_set_string_member (object, "object",
                                 chase_presentation_object_name (cone->base, families->at));
  json_object_set_array_member (object, "family", family);
  json_object_set_array_member (object, "mediating", mediating);
  return object;
}

/* A family with no element of the apex, or with two; NULL where there is none. */
static JsonObject *
bad_family (Families *families, guint64 *count)
{
  const ChaseSetCone *cone = families->cone;
  gint64 depth = 0;

  families->family[0] = 0;
  while (depth >= 0 && !chase_clock_tick (families->clock))
    {
      if (depth == cone->feet->len)
        {
          g_autoptr (GArray) reached = reached_from (families);

          ++*count;
          if (reached->len != 1)
            return family_json (families, reached);
        }
      else if (families->family[depth] < foot_of (cone, (guint)depth)->sizes[families->at])
        {
          if (chase_set_family_fits (cone, families->at, families->family, (guint)depth))
            families->family[++depth] = 0;
          else
            families->family[depth]++;
          continue;
        }
      if (--depth >= 0)
        families->family[depth]++;
    }
  return NULL;
}

static JsonArray *
element_json (const ChaseSetCone *cone, guint32 at, guint i, guint32 x)
{
  JsonArray *pair = json_array_new ();

  json_array_add_int_element (pair, i);
  json_array_add_string_element (pair, foot_of (cone, i)->names[foot_of (cone, i)->first[at] + x]);
  return pair;
}

static JsonObject *
colimit_fault (const ChaseSetCone *cone, guint32 at)
{
  JsonObject *object = chase_evidence_typed ("cone");

  json_object_set_string_member (object, "object", chase_presentation_object_name (cone->base, at));
  return object;
}

/* Two classes that the legs do not tell apart, or an element that they do not reach. */
static JsonObject *
bad_class (const ChaseSetCone *cone, guint32 at, guint64 *count)
{
  g_autofree guint32 *first = g_new0 (guint32, cone->feet->len + 1);
  g_autofree guint32 *root = chase_set_cone_glue (cone, at, first);
  g_autofree guint32 *of = g_new (guint32, cone->apex->sizes[at] + 1);
  g_autofree guint *foot = g_new (guint, first[cone->feet->len] + 1);
  JsonObject *object;

  for (guint i = 0; i < cone->feet->len; i++)
    for (guint32 x = first[i]; x < first[i + 1]; x++)
      foot[x] = i;
  for (guint32 p = 0; p < cone->apex->sizes[at]; p++)
    of[p] = G_MAXUINT32;
  for (guint32 x = 0; x < first[cone->feet->len]; x++)
    {
      guint32 p = chase_set_image (leg_of (cone, foot[x]), at, x - first[foot[x]]);

      if (root[x] != x)
        continue;
      ++*count;
      if (of[p] != G_MAXUINT32)
        {
          JsonArray *pair = json_array_new ();

          object = colimit_fault (cone, at);
          json_array_add_array_element (
              pair, element_json (cone, at, foot[of[p]], of[p] - first[foot[of[p]]]));
          json_array_add_array_element (pair, element_json (cone, at, foot[x], x - first[foot[x]]));
          json_object_set_array_member (object, "confused", pair);
          return object;
        }
      of[p] = x;
    }
  for (guint32 p = 0; p < cone->apex->sizes[at]; p++)
    if (of[p] == G_MAXUINT32)
      {
        object = colimit_fault (cone, at);
        json_object_set_string_member (object, "missed",
                                       cone->apex->names[cone->apex->first[at] + p]);
        return object;
      }
  return NULL;
}

/* The first condition that the legs break, at an element. */
static JsonObject *
broken (const ChaseSetCone *cone)
{
  for (guint k = 0; k < cone->conditions->len; k++)
    {
      const ChaseSetCondition *condition = g_ptr_array_index (cone->conditions, k);
      const ChaseSetMap *map = condition->first != NULL ? condition->first : condition->second;
      const ChaseSets *from = cone->outward ? cone->apex : map->from;

      for (guint32 at = 0; at < from->n_objects; at++)
        for (guint32 x = 0; x < from->sizes[at]; x++)
          {
            guint32 one, two;
            JsonObject *object;

            if (cone->outward)
              {
                one = chase_set_image (condition->first, at,
                                       chase_set_image (leg_of (cone, condition->i), at, x));
                two = chase_set_image (condition->second, at,
                                       chase_set_image (leg_of (cone, condition->j), at, x));
              }
            else
              {
                one = chase_set_image (leg_of (cone, condition->i), at,
                                       chase_set_image (condition->first, at, x));
                two = chase_set_image (leg_of (cone, condition->j), at,
                                       chase_set_image (condition->second, at, x));
              }
            if (one == two)
              continue;
            object = chase_evidence_typed ("cone");
            json_object_set_int_member (object, "broken", k);
            json_object_set_string_member (object, "object",
                                           chase_presentation_object_name (cone->base, at));
            json_object_set_string_member (object, "element", from->names[from->first[at] + x]);
            return object;
          }
    }
  return NULL;
}

ChaseSetCone *
chase_checker_set_cone (ChaseChecker *checker, const ChaseCategory *category,
                        const ChaseProposition *proposition, ChaseResult *result)
{
  ChaseSetCone *cone
      = chase_set_cone_new (checker->theory, category, proposition, chase_checker_list, checker);

  if (cone == NULL)
    chase_result_undecided (result,
                            "These could not be read as sets and functions of %s whose ends fit "
                            "together.",
                            category->key);
  return cone;
}

void
chase_decide_universal_sets (ChaseChecker *checker, const ChaseCategory *category,
                             const ChaseProposition *proposition, ChaseResult *result)
{
  g_autoptr (ChaseSetCone) cone = chase_checker_set_cone (checker, category, proposition, result);
  g_autofree guint32 *family = NULL;
  guint64 count = 0;
  JsonObject *object;
  ChaseClock clock;

  if (cone == NULL)
    return;
  object = broken (cone);
  if (object != NULL)
    {
      chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                               "The given legs do not commute with the arrows.");
      return;
    }
  chase_clock_start (&clock, checker->budget, checker->cancellable);
  family = g_new0 (guint32, cone->feet->len + 2);
  for (guint32 at = 0; at < cone->apex->n_objects && object == NULL; at++)
    {
      Families families = { cone, at, family, &clock };

      object = cone->outward ? bad_family (&families, &count) : bad_class (cone, at, &count);
    }
  if (object != NULL)
    chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                             cone->outward
                                 ? "A family of elements comes from no element, or from two."
                                 : _ ("The legs confuse what is not glued, or miss an element."));
  else if (clock.stop != CHASE_STOP_NONE)
    chase_result_undecided (result, "Not all families were tried: %s.", chase_clock_why (&clock));
  else
    {
      object = chase_evidence_typed ("cone");
      json_object_set_int_member (object, "count", (gint64)count);
      chase_result_set_object (
          result, CHASE_VERDICT_HOLDS, object,
          cone->outward ? _ ("Each of %" PRIu64 " families comes from one element.")
                        : _ ("The legs send %" PRIu64 " classes of elements to one each."),
          count);
    }
}

/* The category as a whole. */
void
chase_decide_category_of_sets (const ChaseCategory *category, ChaseAdjective adjective,
                               ChaseResult *result)
{
  gboolean objects = FALSE;
  JsonObject *object;
  gboolean holds;

  if (!chase_category_to_sets (category, &objects))
    {
      chase_result_not_listed (result, category);
      return;
    }
  /* Over nothing there is one functor and its identity. */
  holds
      = !objects || adjective == CHASE_ADJECTIVE_CONNECTED || adjective == CHASE_ADJECTIVE_CATEGORY;
  object = chase_evidence_typed ("list");
  json_object_set_boolean_member (object, "sets", objects);
  chase_result_set_object (result, holds ? CHASE_VERDICT_HOLDS : CHASE_VERDICT_FAILS, object,
                           !objects ? "It has one object and its identity."
                           : category->kind == CHASE_CATEGORY_ALL
                               ? (holds ? _ ("The empty category has a functor to every one.")
                                        : _ ("It has all small categories and all functors."))
                           : holds
                               ? _ ("Every set has a function from the empty one.")
                               : _ ("It has sets of all sizes and all functions between them."));
}
