/* SPDX-License-Identifier: MIT */
#include "evidence/listing.h"
#include "evidence/report-private.h"
#include "evidence/conditions.h"
#include "evidence/values.h"
#include "model/set-maps.h"

#include <string.h>

/* Functors to Set and to functors to Set: all images looked through once more. */

/* The value at every object, and of every morphism the image of each element, all sets one after
 * the other. Set is [1, Set]. */
typedef struct
{
  const ChaseEnumerated *source;
  ChasePresentation *base;
  GPtrArray *sets;   /* of ChaseSets */
  GPtrArray *images; /* of guint32 * */
} Values;

static void
values_free (Values *values)
{
  if (values == NULL)
    return;
  g_ptr_array_unref (values->sets);
  g_ptr_array_unref (values->images);
  g_clear_pointer (&values->base, chase_presentation_unref);
  g_free (values);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Values, values_free)

static const ChaseSets *
value_at (const Values *values, guint32 a)
{
  return g_ptr_array_index (values->sets, a);
}

/* The sets of @all as values on one object each. */
static void
split_sets (Values *values, const ChaseSets *all)
{
  for (guint32 a = 0; a < all->n_objects; a++)
    {
      ChaseSets *one = chase_sets_new (values->base, &all->sizes[a]);

      for (guint32 x = 0; x < all->sizes[a]; x++)
        one->names[x] = chase_name_ref (all->names[all->first[a] + x]);
      g_ptr_array_add (values->sets, one);
    }
}

static void
add_image (Values *values, const ChaseFunctor *functor, const ChaseSets *all, guint32 m)
{
  const ChaseSets *from = value_at (values, values->source->finite->source[m]);
  ChaseWord word = chase_enumerated_word (values->source, m);
  guint32 *image = g_new0 (guint32, from->first[from->n_objects] + 1);

  for (guint32 at = 0; at < from->n_objects; at++)
    for (guint32 x = 0; x < from->sizes[at]; x++)
      {
        guint32 y = x;

        for (guint32 i = 0; i < word.length; i++)
          {
            guint32 f = word.letters[i];
            const ChaseTransformation *alpha = all == NULL ? functor->transformations[f] : NULL;

            y = all != NULL ? all->functions[all->offsets[f] + y]
                            : alpha->functions[alpha->offsets[at] + y];
          }
        image[from->first[at] + x] = y;
      }
  g_ptr_array_add (values->images, image);
}

/* Has @functor functors to Set and transformations of functions as values? */
static gboolean
list_functors (Values *values, const ChaseFunctor *functor, GHashTable *listing)
{
  const ChasePresentation *p = functor->source->presentation;

  if (functor->form != CHASE_FUNCTOR_TABLES)
    return FALSE;
  for (guint32 a = 0; a < chase_presentation_n_objects (p); a++)
    {
      ChaseSets *sets = chase_values_of (functor->functors[a], listing);

      if (sets == NULL)
        return FALSE;
      g_ptr_array_add (values->sets, sets);
    }
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    if (functor->transformations[f] == NULL
        || functor->transformations[f]->form != CHASE_TRANSFORMATION_FUNCTIONS)
      return FALSE;
  return TRUE;
}

static Values *
values_new (const ChaseFunctor *functor, GHashTable *listing)
{
  g_autoptr (Values) values = NULL;
  g_autoptr (ChaseSets) all = NULL;

  if (functor->source->kind != CHASE_CATEGORY_PRESENTED
      || !chase_category_of_sets (functor->target))
    return NULL;
  values = g_new0 (Values, 1);
  values->sets = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_listed_sets_free);
  values->images = g_ptr_array_new_with_free_func (g_free);
  values->base = chase_category_sets_base (functor->target);
  values->source = chase_listing_get (functor->source, listing);
  if (functor->target->kind == CHASE_CATEGORY_SETS)
    {
      all = chase_values_of (functor, listing);
      if (all != NULL)
        split_sets (values, all);
    }
  if (values->source == NULL || (all == NULL && !list_functors (values, functor, listing)))
    return NULL;
  for (guint32 m = 0; m < chase_finite_n_morphisms (values->source->finite); m++)
    add_image (values, functor, all, m);
  return g_steal_pointer (&values);
}

static ChaseConditions *
between (const Values *values, guint32 a, guint32 b)
{
  return chase_conditions_new_sets (values->base,
                                    chase_sets_copy (value_at (values, a), values->base),
                                    chase_sets_copy (value_at (values, b), values->base));
}

static gboolean
has_image (const Values *values, guint32 m, const guint32 *image)
{
  const ChaseSets *from = value_at (values, values->source->finite->source[m]);

  return memcmp (g_ptr_array_index (values->images, m), image,
                 from->first[from->n_objects] * sizeof (guint32))
         == 0;
}

static gboolean
is_hit (const Values *values, guint32 a, guint32 b, const guint32 *image)
{
  const ChaseFinite *c = values->source->finite;

  for (guint32 m = 0; m < chase_finite_n_morphisms (c); m++)
    if (c->source[m] == a && c->target[m] == b && has_image (values, m, image))
      return TRUE;
  return FALSE;
}

static gboolean
is_faithful (const Values *values)
{
  const ChaseFinite *c = values->source->finite;

  for (guint32 f = 0; f < chase_finite_n_morphisms (c); f++)
    for (guint32 g = f + 1; g < chase_finite_n_morphisms (c); g++)
      if (c->source[f] == c->source[g] && c->target[f] == c->target[g]
          && has_image (values, f, g_ptr_array_index (values->images, g)))
        return FALSE;
  return TRUE;
}

/* Every transformation that the verifier's own search finds is an image. */
static gboolean
is_full_between (const Values *values, guint32 a, guint32 b, GError **error)
{
  g_autoptr (ChaseConditions) conditions = between (values, a, b);
  g_autoptr (GPtrArray) list = chase_conditions_solve (conditions, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    if (!is_hit (values, a, b, g_ptr_array_index (list, i)))
      return chase_refuse (error, "a morphism between the values is no image");
  return list != NULL;
}

static gboolean
is_full (const Values *values, GError **error)
{
  guint32 n = values->source->finite->n_objects;

  for (guint32 a = 0; a < n; a++)
    for (guint32 b = 0; b < n; b++)
      if (!is_full_between (values, a, b, error))
        return FALSE;
  return TRUE;
}

static guint32
object_named (const Values *values, JsonObject *object, const char *key)
{
  const char *name = chase_report_string (object, key);

  return name != NULL ? chase_presentation_find_object (values->source->presentation, name)
                      : G_MAXUINT32;
}

static gboolean
verify_confused (const Values *values, JsonObject *object, GError **error)
{
  const ChaseFinite *c = values->source->finite;
  JsonArray *pair = chase_report_array (object, "confused");
  guint32 from = object_named (values, object, "from");
  guint32 f[2] = { G_MAXUINT32, G_MAXUINT32 };

  for (guint i = 0; i < 2 && json_array_get_length (pair) == 2 && from != G_MAXUINT32; i++)
    f[i] = chase_report_morphism (values->source, json_array_get_element (pair, i), from);
  return (f[0] != G_MAXUINT32 && f[1] != G_MAXUINT32 && f[0] != f[1]
          && c->source[f[0]] == c->source[f[1]] && c->target[f[0]] == c->target[f[1]]
          && has_image (values, f[0], g_ptr_array_index (values->images, f[1])))
         || chase_refuse (error, "these two morphisms keep apart");
}

static gboolean
verify_missed (const Values *values, JsonObject *object, GError **error)
{
  guint32 a = object_named (values, object, "from");
  guint32 b = object_named (values, object, "to");
  g_autoptr (ChaseConditions) conditions = NULL;
  g_autofree guint32 *image = NULL;

  if (a == G_MAXUINT32 || b == G_MAXUINT32)
    return chase_refuse (error, "the evidence names no objects");
  conditions = between (values, a, b);
  image = g_new0 (guint32, conditions->n_variables + 1);
  if (!chase_conditions_parse (conditions, chase_report_object (object, "missed"), image)
      || !chase_conditions_commute (conditions, image))
    return chase_refuse (error, "this is no morphism between the values");
  return !is_hit (values, a, b, image) || chase_refuse (error, "this morphism is not missed");
}

static gboolean
verify_size (const Values *values, JsonObject *object, GError **error)
{
  gint64 size = chase_report_number (object, "size");

  if (size < 0 || size >= G_MAXINT32
      || (values->sets->len > 0 && chase_presentation_n_objects (values->base) == 0))
    return chase_refuse (error, "such a set is a value");
  for (guint32 a = 0; a < values->sets->len; a++)
    if (value_at (values, a)->sizes[0] == size)
      return chase_refuse (error, "such a set is a value");
  return TRUE;
}

static gboolean
verify_fault (const Values *values, ChaseAdjective adjective, JsonObject *object, GError **error)
{

  if (!chase_report_is (object, "table", error))
    return FALSE;
  if (chase_report_array (object, "confused") != NULL
      && chase_report_asks (adjective, CHASE_ADJECTIVE_FAITHFUL))
    return verify_confused (values, object, error);
  if (chase_report_object (object, "missed") != NULL
      && chase_report_asks (adjective, CHASE_ADJECTIVE_FULL))
    return verify_missed (values, object, error);
  if (chase_report_asks (adjective, CHASE_ADJECTIVE_ESSENTIALLY_SURJECTIVE))
    return verify_size (values, object, error);
  return chase_refuse (error, "the evidence shows no fault of the functor");
}

/* Over a base without objects everything is one functor and its identity. */
static gboolean
has_property (const Values *values, ChaseAdjective adjective, GError **error)
{
  gboolean surjective = values->sets->len > 0 && chase_presentation_n_objects (values->base) == 0;

  switch (adjective)
    {
    case CHASE_ADJECTIVE_FAITHFUL:
      return is_faithful (values) || chase_refuse (error, "it is not faithful");
    case CHASE_ADJECTIVE_FULL:
      return is_full (values, error);
    case CHASE_ADJECTIVE_FULLY_FAITHFUL:
      return (is_faithful (values) || chase_refuse (error, "it is not faithful"))
             && is_full (values, error);
    case CHASE_ADJECTIVE_ESSENTIALLY_SURJECTIVE:
      return surjective || chase_refuse (error, "not every set is a value");
    default:
      return ((surjective && is_faithful (values))
              || chase_refuse (error, "it is not surjective, or not faithful"))
             && is_full (values, error)
             && (adjective != CHASE_ADJECTIVE_ISOMORPHISM || values->sets->len == 1
                 || chase_refuse (error, "it is no bijection of objects"));
    }
}

gboolean
chase_report_functor_to_sets (const ChaseFunctor *functor, ChaseAdjective adjective, gboolean holds,
                              JsonObject *evidence, GError **error)
{
  g_autoptr (GHashTable) listing = chase_listing_new ();
  g_autoptr (Values) values = values_new (functor, listing);
  g_autoptr (ChaseDemands) laws = NULL;

  if (values == NULL)
    return chase_refuse (error, "the values of this functor are not known");
  if (functor->form != CHASE_FUNCTOR_TERM && functor->form != CHASE_FUNCTOR_SETS)
    laws = chase_demands_of_functor (functor); /* those of sets have values as a functor alone */
  if (laws != NULL && !chase_demands_are_evident (laws))
    return chase_refuse (error, "it is no functor");
  if (!holds)
    return verify_fault (values, adjective, evidence, error);
  return has_property (values, adjective, error)
         && chase_report_went_through (evidence, "morphisms",
                                       chase_finite_n_morphisms (values->source->finite), error);
}
