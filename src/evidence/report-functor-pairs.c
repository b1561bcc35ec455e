/* SPDX-License-Identifier: MIT */
#include "evidence/listing.h"
#include "evidence/report-private.h"
#include "evidence/values.h"
#include "model/set-maps.h"

#include <string.h>

/* Functors from a finite category to a product such as Set * D: the image of every morphism in
 * every factor, worked out once more; morphisms between values are counted. */

/* To Set or Set^op: @sets, whose arrows run the other way in Set^op; else @target is finite. */
typedef struct
{
  const ChaseFunctor *functor;
  gboolean turned;
  ChaseSets *sets;
  const ChaseEnumerated *target;
} Place;

typedef struct
{
  GHashTable *listing;
  const ChaseEnumerated *source;
  GArray *places;
} Images;

static void
images_clear (Images *images)
{
  for (guint i = 0; i < images->places->len; i++)
    chase_listed_sets_free (g_array_index (images->places, Place, i).sets);
  g_array_unref (images->places);
  g_hash_table_unref (images->listing);
}

static const Place *
place_at (const Images *images, guint i)
{
  return &g_array_index (images->places, Place, i);
}

/* Is it a functor, as far as its own laws say? */
static gboolean
is_lawful (const Place *place)
{
  g_autoptr (ChaseDemands) laws = NULL;

  if (place->sets != NULL)
    return TRUE; /* or they had no values */
  if (place->target != NULL)
    return chase_values_are_lawful (place->functor, place->target);
  laws = chase_demands_of_functor (place->functor);
  return laws != NULL && chase_demands_are_evident (laws);
}

static gboolean
find_places (Images *images, const ChaseFunctor *functor, GError **error)
{
  Place place = { .functor = functor };

  if (chase_functor_is_pair (functor))
    return find_places (images, functor->operands[0], error)
           && find_places (images, functor->operands[1], error);
  if (functor->target->kind == CHASE_CATEGORY_OPPOSITE && functor->form == CHASE_FUNCTOR_TERM
      && functor->term != NULL && functor->term->kind == CHASE_TERM_OPPOSITE_FUNCTOR)
    {
      place.turned = TRUE;
      place.functor = functor->operands[0];
    }
  if (place.functor->form == CHASE_FUNCTOR_SETS)
    place.sets = chase_values_of (place.functor, images->listing);
  else if (place.functor->form == CHASE_FUNCTOR_WORDS && !place.turned)
    place.target = chase_listing_get (functor->target, images->listing);
  g_array_append_val (images->places, place);
  if (place.sets == NULL && place.target == NULL)
    return chase_refuse (error, "the values of this functor are not known");
  return is_lawful (&place) || chase_refuse (error, "it is no functor");
}

/* The image of element @x under @m in a factor of sets. */
static guint32
image_of (const Images *images, const Place *place, guint32 m, guint32 x)
{
  ChaseWord word = chase_enumerated_word (images->source, m);

  for (guint32 i = 0; i < word.length; i++)
    {
      guint32 f = word.letters[place->turned ? word.length - 1 - i : i];

      x = place->sets->functions[place->sets->offsets[f] + x];
    }
  return x;
}

/* The image of @m in a factor with morphisms; G_MAXUINT32 where there is none. */
static guint32
morphism_of (const Images *images, const Place *place, guint32 m)
{
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
  ChaseWord letters;

  if (!chase_functor_map (place->functor, chase_enumerated_word (images->source, m), word))
    return G_MAXUINT32;
  letters.letters = (const guint32 *)(gpointer)word->data;
  letters.length = word->len;
  return chase_enumerated_value (
      place->target, place->functor->objects[images->source->finite->source[m]], letters);
}

/* Where the functions of @place, of a morphism a -> b, begin or end. */
static guint32
start_of (const Place *place, guint32 a, guint32 b)
{
  return place->turned ? b : a;
}

/* Have the parallel @f and @g one image everywhere? */
static gboolean
are_confused (const Images *images, guint32 f, guint32 g)
{
  const ChaseFinite *c = images->source->finite;

  for (guint i = 0; i < images->places->len; i++)
    {
      const Place *place = place_at (images, i);
      guint32 n = place->sets != NULL
                      ? place->sets->sizes[start_of (place, c->source[f], c->target[f])]
                      : 0;

      if (place->sets == NULL && morphism_of (images, place, f) != morphism_of (images, place, g))
        return FALSE;
      for (guint32 x = 0; x < n; x++)
        if (image_of (images, place, f, x) != image_of (images, place, g, x))
          return FALSE;
    }
  return TRUE;
}

static gboolean
are_parallel (const Images *images, guint32 f, guint32 g)
{
  const ChaseFinite *c = images->source->finite;

  return c->source[f] == c->source[g] && c->target[f] == c->target[g];
}

static gboolean
is_faithful (const Images *images)
{
  for (guint32 f = 0; f < chase_finite_n_morphisms (images->source->finite); f++)
    for (guint32 g = 0; g < f; g++)
      if (are_parallel (images, f, g) && are_confused (images, f, g))
        return FALSE;
  return TRUE;
}

/* How many morphisms there are between the values at @a and @b, or a number above @limit. */
static guint64
count_between (const Images *images, guint32 a, guint32 b, guint64 limit)
{
  guint64 count = 1;
  gboolean none = FALSE;

  for (guint i = 0; i < images->places->len; i++)
    {
      const Place *place = place_at (images, i);
      guint32 from = start_of (place, a, b), to = a + b - from;
      guint64 n = 0;

      for (guint32 x = 0; place->sets != NULL && x < place->sets->sizes[from]; x++)
        {
          none = none || place->sets->sizes[to] == 0;
          count = count > limit ? count : count * place->sets->sizes[to];
        }
      if (place->sets != NULL)
        continue;
      for (guint32 m = 0; m < chase_finite_n_morphisms (place->target->finite); m++)
        n += place->target->finite->source[m] == place->functor->objects[a]
             && place->target->finite->target[m] == place->functor->objects[b];
      none = none || n == 0;
      count = count > limit ? count : count * n;
    }
  return none ? 0 : count;
}

static gboolean
is_full (const Images *images)
{
  const ChaseFinite *c = images->source->finite;
  guint32 n = chase_finite_n_morphisms (c);

  for (guint32 a = 0; a < c->n_objects; a++)
    for (guint32 b = 0; b < c->n_objects; b++)
      {
        guint64 different = 0;

        for (guint32 f = 0; f < n; f++)
          {
            gboolean fresh = c->source[f] == a && c->target[f] == b;

            for (guint32 g = 0; g < f && fresh; g++)
              fresh = !are_parallel (images, f, g) || !are_confused (images, f, g);
            different += fresh;
          }
        if (count_between (images, a, b, n) != different)
          return FALSE;
      }
  return TRUE;
}

/* Is there no object in the product? */
static gboolean
is_empty (const Images *images)
{
  for (guint i = 0; i < images->places->len; i++)
    if (place_at (images, i)->target != NULL
        && place_at (images, i)->target->finite->n_objects == 0)
      return TRUE;
  return FALSE;
}

static guint32
object_named (const Images *images, JsonObject *object, const char *key)
{
  const char *name = chase_report_string (object, key);

  return name != NULL ? chase_presentation_find_object (images->source->presentation, name)
                      : G_MAXUINT32;
}

static gboolean
verify_confused (const Images *images, JsonObject *object, GError **error)
{
  JsonArray *pair = chase_report_array (object, "confused");
  guint32 from = object_named (images, object, "from");
  guint32 f[2] = { G_MAXUINT32, G_MAXUINT32 };

  for (guint i = 0; i < 2 && json_array_get_length (pair) == 2 && from != G_MAXUINT32; i++)
    f[i] = chase_report_morphism (images->source, json_array_get_element (pair, i), from);
  return (f[0] != G_MAXUINT32 && f[1] != G_MAXUINT32 && f[0] != f[1]
          && are_parallel (images, f[0], f[1]) && are_confused (images, f[0], f[1]))
         || chase_refuse (error, "these two morphisms keep apart");
}

static guint32
element_named (const ChaseSets *sets, guint32 a, const char *name)
{
  for (guint32 x = 0; name != NULL && x < sets->sizes[a]; x++)
    if (strcmp (sets->names[sets->first[a] + x], name) == 0)
      return x;
  return G_MAXUINT32;
}

/* Reads the function @node of @place into @map; FALSE where it is none. */
static gboolean
read_map (const Place *place, guint32 a, guint32 b, JsonNode *node, GArray *map)
{
  guint32 from = start_of (place, a, b), to = a + b - from;
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (object == NULL || json_object_get_size (object) != place->sets->sizes[from])
    return FALSE;
  for (guint32 x = 0; x < place->sets->sizes[from]; x++)
    {
      const char *value
          = chase_report_string (object, place->sets->names[place->sets->first[from] + x]);
      guint32 y = element_named (place->sets, to, value);

      if (y == G_MAXUINT32)
        return FALSE;
      g_array_append_val (map, y);
    }
  return TRUE;
}

/* Reads what is said of one factor: its function, or its morphism alone. */
static gboolean
read_image (const Images *images, guint i, guint32 a, guint32 b, JsonNode *node, GArray *image)
{
  const Place *place = place_at (images, i);
  const ChaseFinite *d;
  guint32 m;

  if (place->sets != NULL)
    return read_map (place, a, b, node, image);
  d = place->target->finite;
  m = chase_report_morphism (place->target, node, place->functor->objects[a]);
  if (m == G_MAXUINT32 || d->source[m] != place->functor->objects[a]
      || d->target[m] != place->functor->objects[b])
    return FALSE;
  g_array_append_val (image, m);
  return TRUE;
}

static gboolean
is_image (const Images *images, guint32 f, GArray *const *image)
{
  for (guint i = 0; i < images->places->len; i++)
    {
      const Place *place = place_at (images, i);

      for (guint32 x = 0; x < image[i]->len; x++)
        if (g_array_index (image[i], guint32, x)
            != (place->sets != NULL ? image_of (images, place, f, x)
                                    : morphism_of (images, place, f)))
          return FALSE;
    }
  return TRUE;
}

static gboolean
verify_missed (const Images *images, JsonObject *object, GError **error)
{
  const ChaseFinite *c = images->source->finite;
  guint32 a = object_named (images, object, "from"), b = object_named (images, object, "to");
  JsonArray *missed = chase_report_array (object, "missed");
  g_autoptr (GPtrArray) image = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);

  if (a == G_MAXUINT32 || b == G_MAXUINT32 || json_array_get_length (missed) != images->places->len)
    return chase_refuse (error, "the evidence names no objects");
  for (guint i = 0; i < images->places->len; i++)
    {
      g_ptr_array_add (image, g_array_new (FALSE, FALSE, sizeof (guint32)));
      if (!read_image (images, i, a, b, json_array_get_element (missed, i),
                       g_ptr_array_index (image, i)))
        return chase_refuse (error, "this is no morphism between the values");
    }
  for (guint32 f = 0; f < chase_finite_n_morphisms (c); f++)
    if (c->source[f] == a && c->target[f] == b
        && is_image (images, f, (GArray *const *)image->pdata))
      return chase_refuse (error, "this morphism is not missed");
  return TRUE;
}

static gboolean
verify_size (const Images *images, JsonObject *object, GError **error)
{
  gint64 factor = chase_report_number (object, "factor");
  gint64 size = chase_report_number (object, "size");
  const ChaseSets *sets
      = factor >= 0 && factor < images->places->len ? place_at (images, (guint)factor)->sets : NULL;

  if (sets == NULL || size < 0 || size >= G_MAXINT32 || is_empty (images))
    return chase_refuse (error, "such a set is a value");
  for (guint32 a = 0; a < sets->n_objects; a++)
    if (sets->sizes[a] == size)
      return chase_refuse (error, "such a set is a value");
  return TRUE;
}

static gboolean
verify_fault (const Images *images, ChaseAdjective adjective, JsonObject *object, GError **error)
{

  if (!chase_report_is (object, "table", error))
    return FALSE;
  if (chase_report_array (object, "confused") != NULL
      && chase_report_asks (adjective, CHASE_ADJECTIVE_FAITHFUL))
    return verify_confused (images, object, error);
  if (chase_report_array (object, "missed") != NULL
      && chase_report_asks (adjective, CHASE_ADJECTIVE_FULL))
    return verify_missed (images, object, error);
  if (chase_report_asks (adjective, CHASE_ADJECTIVE_ESSENTIALLY_SURJECTIVE))
    return verify_size (images, object, error);
  return chase_refuse (error, "the evidence shows no fault of the functor");
}

static gboolean
has_property (const Images *images, ChaseAdjective adjective)
{

  return (!chase_report_asks (adjective, CHASE_ADJECTIVE_ESSENTIALLY_SURJECTIVE)
          || is_empty (images))
         && (!chase_report_asks (adjective, CHASE_ADJECTIVE_FAITHFUL) || is_faithful (images))
         && (!chase_report_asks (adjective, CHASE_ADJECTIVE_FULL) || is_full (images));
}

static gboolean
verify (const Images *images, ChaseAdjective adjective, gboolean holds, JsonObject *evidence,
        GError **error)
{
  if (!holds)
    return verify_fault (images, adjective, evidence, error);
  return (has_property (images, adjective) || chase_refuse (error, "its values say otherwise"))
         && chase_report_went_through (evidence, "morphisms",
                                       chase_finite_n_morphisms (images->source->finite), error);
}

gboolean
chase_report_functor_to_product (const ChaseFunctor *functor, ChaseAdjective adjective,
                                 gboolean holds, JsonObject *evidence, GError **error)
{
  Images images = { chase_listing_new (), NULL, g_array_new (FALSE, FALSE, sizeof (Place)) };
  gboolean good;

  images.source = chase_listing_get (functor->source, images.listing);
  good = images.source != NULL ? find_places (&images, functor, error)
                               : chase_refuse (error, "its source could not be listed");
  good = good && verify (&images, adjective, holds, evidence, error);
  images_clear (&images);
  return good;
}
