/* SPDX-License-Identifier: MIT */
#include "evidence/listing.h"
#include "evidence/natural.h"
#include "evidence/report-private.h"
#include "model/functor-values.h"

/* Functors to Set and to functors to Set: all images looked through once more. */

static gboolean
is_faithful (const ChaseFunctorValues *values)
{
  const ChaseFinite *c = values->source->finite;

  for (guint32 f = 0; f < chase_finite_n_morphisms (c); f++)
    for (guint32 g = f + 1; g < chase_finite_n_morphisms (c); g++)
      if (c->source[f] == c->source[g] && c->target[f] == c->target[g]
          && chase_functor_values_same (values, f, g))
        return FALSE;
  return TRUE;
}

/* Every transformation that the verifier's own search finds is an image. */
static gboolean
is_full_between (const ChaseFunctorValues *values, guint32 a, guint32 b, GError **error)
{
  g_autoptr (ChaseNaturality) naturality = chase_functor_values_between (values, a, b);
  g_autoptr (GPtrArray) parts = chase_natural_search (naturality, error);
  g_autoptr (GPtrArray) list = NULL;
  guint64 count, checksum;

  if (parts == NULL)
    return FALSE;
  if (!chase_natural_total (parts, &count, &checksum) || count > CHASE_LISTED)
    return chase_refuse (error, "there are more morphisms between the values than images");
  list = chase_natural_list (naturality, parts);
  for (guint i = 0; i < list->len; i++)
    if (!chase_functor_values_hit (values, a, b, g_ptr_array_index (list, i)))
      return chase_refuse (error, "a morphism between the values is no image");
  return TRUE;
}

static gboolean
is_full (const ChaseFunctorValues *values, GError **error)
{
  guint32 n = values->source->finite->n_objects;

  for (guint32 a = 0; a < n; a++)
    for (guint32 b = 0; b < n; b++)
      if (!is_full_between (values, a, b, error))
        return FALSE;
  return TRUE;
}

static guint32
object_named (const ChaseFunctorValues *values, JsonObject *object, const char *key)
{
  const char *name = chase_report_string (object, key);

  return name != NULL ? chase_presentation_find_object (values->source->presentation, name)
                      : G_MAXUINT32;
}

static gboolean
verify_confused (const ChaseFunctorValues *values, JsonObject *object, GError **error)
{
  const ChaseFinite *c = values->source->finite;
  JsonArray *pair = chase_report_array (object, "confused");
  guint32 from = object_named (values, object, "from");
  guint32 f[2] = { G_MAXUINT32, G_MAXUINT32 };

  for (guint i = 0; i < 2 && json_array_get_length (pair) == 2 && from != G_MAXUINT32; i++)
    f[i] = chase_report_morphism (values->source, json_array_get_element (pair, i), from);
  return (f[0] != G_MAXUINT32 && f[1] != G_MAXUINT32 && f[0] != f[1]
          && c->source[f[0]] == c->source[f[1]] && c->target[f[0]] == c->target[f[1]]
          && chase_functor_values_same (values, f[0], f[1]))
         || chase_refuse (error, "these two morphisms keep apart");
}

static gboolean
verify_missed (const ChaseFunctorValues *values, JsonObject *object, GError **error)
{
  guint32 a = object_named (values, object, "from");
  guint32 b = object_named (values, object, "to");
  g_autoptr (ChaseNaturality) naturality = NULL;
  g_autofree guint32 *images = NULL;

  if (a == G_MAXUINT32 || b == G_MAXUINT32)
    return chase_refuse (error, "the evidence names no objects");
  naturality = chase_functor_values_between (values, a, b);
  images = g_new0 (guint32, naturality->n_variables + 1);
  if (!chase_natural_parse (naturality, chase_report_object (object, "missed"), images)
      || !chase_natural_is (naturality, images))
    return chase_refuse (error, "this is no morphism between the values");
  return !chase_functor_values_hit (values, a, b, images)
         || chase_refuse (error, "this morphism is not missed");
}

static gboolean
verify_size (const ChaseFunctorValues *values, JsonObject *object, GError **error)
{
  gint64 size = chase_report_number (object, "size");

  return (size >= 0 && size < G_MAXINT32
          && (values->sets->len == 0
              || (chase_presentation_n_objects (values->base) > 0
                  && chase_functor_values_miss (values, 0, (guint32)size))))
         || chase_refuse (error, "such a set is a value");
}

static gboolean
verify_fault (const ChaseFunctorValues *values, ChaseAdjective adjective, JsonObject *object,
              GError **error)
{
  gboolean all
      = adjective == CHASE_ADJECTIVE_EQUIVALENCE || adjective == CHASE_ADJECTIVE_ISOMORPHISM;
  gboolean both = all || adjective == CHASE_ADJECTIVE_FULLY_FAITHFUL;

  if (!chase_report_is (object, "table", error))
    return FALSE;
  if (chase_report_array (object, "confused") != NULL
      && (both || adjective == CHASE_ADJECTIVE_FAITHFUL))
    return verify_confused (values, object, error);
  if (chase_report_object (object, "missed") != NULL && (both || adjective == CHASE_ADJECTIVE_FULL))
    return verify_missed (values, object, error);
  if (all || adjective == CHASE_ADJECTIVE_ESSENTIALLY_SURJECTIVE)
    return verify_size (values, object, error);
  return chase_refuse (error, "the evidence shows no fault of the functor");
}

/* Over a base without objects everything is one functor and its identity. */
static gboolean
has_property (const ChaseFunctorValues *values, ChaseAdjective adjective, GError **error)
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
  g_autoptr (ChaseFunctorValues) values
      = chase_functor_values_new (functor, chase_listing_get, listing);
  g_autoptr (ChaseLawList) list = NULL;

  if (values == NULL)
    return chase_refuse (error, "the values of this functor are not known");
  list = functor->form != CHASE_FUNCTOR_TERM ? chase_functor_laws (functor) : NULL;
  for (guint i = 0; list != NULL && i < list->claims->len; i++)
    {
      const ChaseLawClaim *claim = g_ptr_array_index (list->claims, i);

      for (guint k = 0; k < claim->left->len; k++)
        if (!claim->functions
            || g_array_index (claim->left, guint32, k) != g_array_index (claim->right, guint32, k))
          return chase_refuse (error, "it is no functor");
    }
  if (list != NULL && (list->broken != G_MAXUINT32 || list->obstacle != NULL))
    return chase_refuse (error, "it is no functor");
  if (!holds)
    return verify_fault (values, adjective, evidence, error);
  return has_property (values, adjective, error)
         && chase_report_went_through (evidence, "morphisms",
                                       chase_finite_n_morphisms (values->source->finite), error);
}
