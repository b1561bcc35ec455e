/* SPDX-License-Identifier: MIT */
#include "engine/check-cat.h"
#include "engine/clock.h"
#include "engine/cones.h"
#include "engine/set-families.h"
#include "model/set-maps.h"

#include <string.h>

#include "i18n.h"

/*
 * Limits and colimits that are to be found. In a finite category all cones are listed; a cone is
 * universal when the morphisms to its apex make of it every cone once. In Set the limit is the set
 * of families, and the colimit the set of classes.
 */

#define LISTED 10000

typedef struct
{
  guint32 apex;
  guint32 *legs;
} Cone;

typedef struct
{
  ChaseCones *cones;
  guint n_legs;
  GPtrArray *list;   /* of Cone */
  GHashTable *place; /* key -> number + 1 */
  ChaseClock clock;
} Search;

static void
cone_free (gpointer data)
{
  g_free (((Cone *)data)->legs);
  g_free (data);
}

static GBytes *
key_of (const Search *search, guint32 apex, const guint32 *legs)
{
  g_autofree guint32 *key = g_new (guint32, search->n_legs + 1);

  key[0] = apex;
  memcpy (key + 1, legs, search->n_legs * sizeof (guint32));
  return g_bytes_new (key, (search->n_legs + 1) * sizeof (guint32));
}

static gboolean
fits (const Search *search, guint32 apex, guint i, guint32 *legs, guint32 morphism)
{
  if (!chase_cones_is_leg (search->cones, apex, i, morphism))
    return FALSE;
  legs[i] = morphism;
  for (guint k = 0; k < search->cones->conditions->len; k++)
    {
      const ChaseConeCondition *condition
          = &g_array_index (search->cones->conditions, ChaseConeCondition, k);

      if (MAX (condition->i, condition->j) == i
          && !chase_cones_agree (search->cones, condition, legs[condition->i], legs[condition->j]))
        return FALSE;
    }
  return TRUE;
}

/* FALSE where there are too many, or the clock stops. */
static gboolean
list_from (Search *search, guint32 apex, guint i, guint32 *legs)
{
  Cone *cone;

  if (chase_clock_tick (&search->clock) || search->list->len > LISTED)
    return FALSE;
  if (i == search->n_legs)
    {
      cone = g_new (Cone, 1);
      cone->apex = apex;
      cone->legs = g_memdup2 (legs, search->n_legs * sizeof (guint32));
      g_ptr_array_add (search->list, cone);
      g_hash_table_insert (search->place, key_of (search, apex, legs),
                           GUINT_TO_POINTER (search->list->len));
      return TRUE;
    }
  for (guint32 m = 0; m < chase_finite_n_morphisms (search->cones->all->finite); m++)
    if (fits (search, apex, i, legs, m) && !list_from (search, apex, i + 1, legs))
      return FALSE;
  return TRUE;
}

static gboolean
list_all (Search *search)
{
  g_autofree guint32 *legs = g_new0 (guint32, search->n_legs + 1);

  for (guint32 apex = 0; apex < search->cones->all->finite->n_objects; apex++)
    if (!list_from (search, apex, 0, legs))
      return FALSE;
  return TRUE;
}

/* Makes @cone the given one. */
static void
give (Search *search, const Cone *cone)
{
  search->cones->apex = cone->apex;
  g_array_set_size (search->cones->legs, 0);
  g_array_append_vals (search->cones->legs, cone->legs, search->n_legs);
}

/* By which morphism (1 more; 0: none; all ones: several) each cone is made of the given one. */
static guint32 *
mediating (const Search *search)
{
  guint32 *by = g_new0 (guint32, search->list->len + 1);
  g_autofree guint32 *legs = g_new (guint32, search->n_legs + 1);
  const ChaseFinite *c = search->cones->all->finite;

  for (guint32 m = 0; m < chase_finite_n_morphisms (c); m++)
    {
      guint32 from = search->cones->outward ? c->source[m] : c->target[m];
      g_autoptr (GBytes) key = NULL;
      guint32 place;

      if (!chase_cones_mediates (search->cones, from, m))
        continue;
      for (guint i = 0; i < search->n_legs; i++)
        legs[i] = chase_cones_along (search->cones, m, i);
      key = key_of (search, from, legs);
      place = GPOINTER_TO_UINT (g_hash_table_lookup (search->place, key)) - 1;
      by[place] = by[place] == 0 ? m + 1 : G_MAXUINT32;
    }
  return by;
}

static JsonArray *
legs_json (const Search *search, const Cone *cone)
{
  JsonArray *legs = json_array_new ();

  for (guint i = 0; i < search->n_legs; i++)
    json_array_add_array_element (legs, chase_path_names (search->cones->all, cone->legs[i]));
  return legs;
}

/* Says in @object (returned) which cone it is. */
static JsonObject *
cone_json (const Search *search, const Cone *cone, JsonObject *object)
{
  json_object_set_string_member (
      object, search->cones->outward ? "from" : "to",
      chase_presentation_object_name (search->cones->all->presentation, cone->apex));
  json_object_set_array_member (object, "legs", legs_json (search, cone));
  return object;
}

static void
found (const Search *search, const Cone *cone, const guint32 *by, ChaseResult *result)
{
  const ChaseEnumerated *all = search->cones->all;
  JsonObject *object = cone_json (search, cone, chase_evidence_typed ("cone"));
  JsonArray *cones = json_array_new ();
  g_autoptr (GString) legs = g_string_new (NULL);

  for (guint i = 0; i < search->list->len; i++)
    {
      JsonObject *one = cone_json (search, g_ptr_array_index (search->list, i), json_object_new ());

      json_object_set_array_member (one, "mediating", chase_path_names (all, by[i] - 1));
      json_array_add_object_element (cones, one);
    }
  json_object_set_array_member (object, "cones", cones);
  for (guint i = 0; i < search->n_legs; i++)
    {
      g_autofree char *text = chase_morphism_text (all, cone->legs[i]);

      g_string_append_printf (legs, "%s%s", i == 0 ? "" : ", ", text);
    }
  chase_result_set_object (
      result, CHASE_VERDICT_HOLDS, object,
      legs->len == 0 ? _ ("It is %s%s: each of %u cones has one mediating morphism.")
                     : _ ("It is %s with %s: each of %u cones has one mediating morphism."),
      chase_presentation_object_name (all->presentation, cone->apex), legs->str, search->list->len);
}

/* The first cone that is not made of the given one just once; or the length of the list. */
static guint
first_fault (const Search *search, const guint32 *by)
{
  guint i = 0;

  while (i < search->list->len && by[i] != 0 && by[i] != G_MAXUINT32)
    i++;
  return i;
}

static void
try_all (Search *search, ChaseResult *result)
{
  g_autoptr (JsonArray) none = json_array_new ();
  JsonObject *object;

  for (guint k = 0; k < search->list->len && !chase_clock_look (&search->clock); k++)
    {
      const Cone *cone = g_ptr_array_index (search->list, k);
      g_autofree guint32 *by = NULL;
      guint fault;

      give (search, cone);
      by = mediating (search);
      fault = first_fault (search, by);
      if (fault == search->list->len)
        {
          found (search, cone, by, result);
          return;
        }
      object = cone_json (search, cone, json_object_new ());
      json_object_set_object_member (
          object, "against",
          cone_json (search, g_ptr_array_index (search->list, fault), json_object_new ()));
      json_array_add_object_element (none, object);
    }
  if (search->clock.stop != CHASE_STOP_NONE)
    {
      chase_result_undecided (result, "Not all cones were tried: %s.",
                              chase_clock_why (&search->clock));
      return;
    }
  object = chase_evidence_typed ("cone");
  json_object_set_array_member (object, "none", json_array_ref (none));
  chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                           search->list->len == 0 ? "There is no cone at all."
                                                  : _ ("None of %u cones is universal."),
                           search->list->len);
}

/* In Set, and object by object in [C, Set]. */

typedef struct
{
  const ChaseSetCone *cone;
  guint32 at;
  guint32 *family;
  JsonArray *list;
  GString *text;
  guint64 count;
  ChaseClock *clock;
} Families;

static const char *
element_name (const ChaseSetCone *cone, guint i, guint32 at, guint32 x)
{
  const ChaseSets *foot = g_ptr_array_index (cone->feet, i);

  return foot->names[foot->first[at] + x];
}

static void
note_family (Families *f)
{
  JsonArray *family = json_array_new ();

  if (f->count < 12)
    g_string_append (f->text, f->count > 0 ? ", (" : "(");
  for (guint i = 0; i < f->cone->feet->len; i++)
    {
      const char *name = element_name (f->cone, i, f->at, f->family[i]);

      json_array_add_string_element (family, name);
      if (f->count < 12)
        g_string_append_printf (f->text, "%s%s", i > 0 ? ", " : "", name);
    }
  if (f->count < 12)
    g_string_append_c (f->text, ')');
  else if (f->count == 12)
    g_string_append (f->text, ", ...");
  f->count++;
  json_array_add_array_element (f->list, family);
}

static gboolean
list_families (Families *f, guint i)
{
  const ChaseSets *foot;

  if (chase_clock_tick (f->clock) || f->count > LISTED)
    return FALSE;
  if (i == f->cone->feet->len)
    {
      note_family (f);
      return TRUE;
    }
  foot = g_ptr_array_index (f->cone->feet, i);
  for (f->family[i] = 0; f->family[i] < foot->sizes[f->at]; f->family[i]++)
    if (chase_set_family_fits (f->cone, f->at, f->family, i) && !list_families (f, i + 1))
      return FALSE;
  return TRUE;
}

/* Each class as the list of its elements [i, x] of the foot number i. */
static void
list_classes (Families *f)
{
  guint n = f->cone->feet->len;
  g_autofree guint32 *first = g_new0 (guint32, n + 1);
  g_autofree guint32 *label = chase_set_cone_glue (f->cone, f->at, first);

  for (guint32 root = 0; root < first[n]; root++)
    {
      JsonArray *class;

      if (label[root] != root)
        continue;
      class = json_array_new ();
      for (guint i = 0; i < n; i++)
        for (guint32 x = first[i]; x < first[i + 1]; x++)
          if (label[x] == root)
            {
              JsonArray *pair = json_array_new ();

              json_array_add_int_element (pair, i);
              json_array_add_string_element (pair, element_name (f->cone, i, f->at, x - first[i]));
              json_array_add_array_element (class, pair);
              if (x == root && f->count < 12)
                g_string_append_printf (f->text, "%s[%s]", f->count > 0 ? ", " : "",
                                        element_name (f->cone, i, f->at, x - first[i]));
            }
      f->count++;
      json_array_add_array_element (f->list, class);
    }
}

static void
decide_in_sets (ChaseChecker *checker, const ChaseCategory *category,
                const ChaseProposition *proposition, ChaseResult *result)
{
  g_autoptr (ChaseSetCone) cone = chase_checker_set_cone (checker, category, proposition, result);
  g_autoptr (JsonObject) elements = json_object_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree guint32 *family = NULL;
  JsonObject *object;
  ChaseClock clock;

  if (cone == NULL)
    return;
  chase_clock_start (&clock, checker->budget, checker->cancellable);
  family = g_new0 (guint32, cone->feet->len + 1);
  for (guint32 at = 0; at < chase_presentation_n_objects (cone->base); at++)
    {
      Families f = { cone, at, family, json_array_new (), text, 0, &clock };
      const char *name = chase_presentation_object_name (cone->base, at);

      json_object_set_array_member (elements, name, f.list);
      g_string_append_printf (text, "%s%s%s{", at > 0 ? ", " : "",
                              category->kind == CHASE_CATEGORY_SETS ? "" : name,
                              category->kind == CHASE_CATEGORY_SETS ? "" : " |-> ");
      if (!cone->outward)
        list_classes (&f);
      else if (!list_families (&f, 0))
        {
          chase_result_undecided (result, "There are more elements than a report lists.");
          return;
        }
      g_string_append_c (text, '}');
    }
  object = chase_evidence_typed ("cone");
  json_object_set_object_member (object, "elements", json_object_ref (elements));
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object,
                           cone->outward ? _ ("It is %s, with the projections.")
                                         : _ ("It is %s, with the classes of elements."),
                           text->str);
}

void
chase_decide_exists (ChaseChecker *checker, const ChaseProposition *proposition,
                     ChaseResult *result)
{
  const ChaseCategory *category
      = chase_theory_proposition_category (checker->theory, proposition, NULL);
  g_autoptr (ChaseCones) cones = NULL;
  Search search = { NULL };

  if (chase_category_of_sets (category))
    {
      decide_in_sets (checker, category, proposition, result);
      return;
    }
  if (category != NULL && category->kind == CHASE_CATEGORY_ALL)
    {
      chase_decide_exists_in_cat (checker, proposition, result);
      return;
    }
  cones = chase_cones_new (checker->theory, proposition, chase_checker_list, checker);
  if (cones == NULL)
    {
      chase_result_not_listed (result, category);
      return;
    }
  search.cones = cones;
  search.n_legs = cones->feet->len;
  search.list = g_ptr_array_new_with_free_func (cone_free);
  search.place
      = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
  chase_clock_start (&search.clock, checker->budget, checker->cancellable);
  if (list_all (&search))
    try_all (&search, result);
  else if (search.clock.stop != CHASE_STOP_NONE)
    chase_result_undecided (result, "Not all cones were tried: %s.",
                            chase_clock_why (&search.clock));
  else
    chase_result_undecided (result, "There are more than %d cones to try.", LISTED);
  g_hash_table_unref (search.place);
  g_ptr_array_unref (search.list);
}
