/* SPDX-License-Identifier: MIT */
#include "evidence/enumerate.h"
#include "evidence/report-private.h"
#include "evidence/values.h"

#include <string.h>

/* Functors between finite categories: their values at every morphism, worked out and looked through
 * once more. */

#define MAX_ROWS 1000000

typedef struct
{
  const ChaseFunctor *functor;
  ChaseEnumerated *source;
  ChaseEnumerated *target;
  guint32 *image;
} Images;

static void
images_clear (Images *images)
{
  chase_enumerated_free (images->source);
  chase_enumerated_free (images->target);
  g_free (images->image);
}

static gboolean
images_init (Images *images, const ChaseFunctor *functor, GError **error)
{
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 n;

  images->functor = functor;
  images->source = chase_enumerate (functor->source, MAX_ROWS, error);
  images->target
      = images->source != NULL ? chase_enumerate (functor->target, MAX_ROWS, error) : NULL;
  if (images->target == NULL)
    return FALSE;
  n = chase_finite_n_morphisms (images->source->finite);
  images->image = g_new (guint32, n + 1);
  for (guint32 f = 0; f < n; f++)
    {
      ChaseWord letters;

      g_array_set_size (word, 0);
      if (!chase_functor_map (functor, chase_enumerated_word (images->source, f), word))
        return chase_refuse (error, "the functor has no value at a morphism");
      letters.letters = (const guint32 *)(gpointer)word->data;
      letters.length = word->len;
      images->image[f] = chase_enumerated_value (
          images->target, functor->objects[images->source->finite->source[f]], letters);
    }
  return TRUE;
}

/* How many morphisms a -> b go to @image. */
static guint
count_hits (const Images *images, guint32 a, guint32 b, guint32 image)
{
  const ChaseFinite *c = images->source->finite;
  guint count = 0;

  for (guint32 f = 0; f < chase_finite_n_morphisms (c); f++)
    count += c->source[f] == a && c->target[f] == b && images->image[f] == image;
  return count;
}

/* On hom-sets: never two to one (@least 0, @most 1), never none (@least 1). */
static gboolean
hits_between (const Images *images, guint least, guint most)
{
  const ChaseFinite *c = images->source->finite;
  const ChaseFinite *d = images->target->finite;

  for (guint32 a = 0; a < c->n_objects; a++)
    for (guint32 b = 0; b < c->n_objects; b++)
      for (guint32 h = 0; h < chase_finite_n_morphisms (d); h++)
        {
          guint count;

          if (d->source[h] != images->functor->objects[a]
              || d->target[h] != images->functor->objects[b])
            continue;
          count = count_hits (images, a, b, h);
          if (count < least || count > most)
            return FALSE;
        }
  return TRUE;
}

static gboolean
isomorphic (const ChaseFinite *d, guint32 a, guint32 b)
{
  for (guint32 f = 0; f < chase_finite_n_morphisms (d); f++)
    for (guint32 g = 0; g < chase_finite_n_morphisms (d); g++)
      if (d->source[f] == a && d->target[f] == b && d->source[g] == b && d->target[g] == a
          && chase_finite_compose (d, f, g) == chase_finite_identity (d, a)
          && chase_finite_compose (d, g, f) == chase_finite_identity (d, b))
        return TRUE;
  return FALSE;
}

/* Up to isomorphism at least once, or @exactly once. */
static gboolean
is_reached (const Images *images, guint32 x, gboolean exactly)
{
  const ChaseFinite *d = images->target->finite;
  guint count = 0;

  for (guint32 a = 0; a < images->source->finite->n_objects; a++)
    count += exactly ? images->functor->objects[a] == x
                     : isomorphic (d, images->functor->objects[a], x);
  return exactly ? count == 1 : count > 0;
}

static gboolean
reaches (const Images *images, gboolean exactly)
{
  for (guint32 x = 0; x < images->target->finite->n_objects; x++)
    if (!is_reached (images, x, exactly))
      return FALSE;
  return TRUE;
}

/* The object that @evidence names in @key, or G_MAXUINT32. */
static guint32
object_named (const ChaseEnumerated *enumerated, JsonObject *evidence, const char *key)
{
  const char *name = chase_report_string (evidence, key);

  return name != NULL ? chase_presentation_find_object (enumerated->presentation, name)
                      : G_MAXUINT32;
}

static gboolean
has_property (const Images *images, ChaseAdjective adjective)
{
  switch (adjective)
    {
    case CHASE_ADJECTIVE_FAITHFUL:
      return hits_between (images, 0, 1);
    case CHASE_ADJECTIVE_FULL:
      return hits_between (images, 1, G_MAXUINT);
    case CHASE_ADJECTIVE_FULLY_FAITHFUL:
      return hits_between (images, 1, 1);
    case CHASE_ADJECTIVE_ESSENTIALLY_SURJECTIVE:
      return reaches (images, FALSE);
    case CHASE_ADJECTIVE_EQUIVALENCE:
      return hits_between (images, 1, 1) && reaches (images, FALSE);
    default:
      return hits_between (images, 1, 1) && reaches (images, TRUE);
    }
}

/* Two morphisms from one object to another that become one. */
static gboolean
verify_confused (const Images *images, JsonObject *evidence, GError **error)
{
  const ChaseFinite *c = images->source->finite;
  JsonArray *pair = chase_report_array (evidence, "confused");
  guint32 f[2] = { G_MAXUINT32, G_MAXUINT32 };
  guint32 object = object_named (images->source, evidence, "from");

  for (guint i = 0; i < 2 && json_array_get_length (pair) == 2; i++)
    f[i] = chase_report_morphism (images->source, json_array_get_element (pair, i), object);
  return (f[0] != G_MAXUINT32 && f[1] != G_MAXUINT32 && f[0] != f[1] && c->source[f[0]] == object
          && c->source[f[1]] == object && c->target[f[0]] == c->target[f[1]]
          && images->image[f[0]] == images->image[f[1]])
         || chase_refuse (error, "these two morphisms keep apart");
}

/* A morphism F(A) -> F(B) that comes from none A -> B. */
static gboolean
verify_missed (const Images *images, JsonObject *evidence, GError **error)
{
  const ChaseFinite *d = images->target->finite;
  const guint32 *objects = images->functor->objects;
  guint32 a = object_named (images->source, evidence, "from");
  guint32 b = object_named (images->source, evidence, "to");
  guint32 h = G_MAXUINT32;

  if (a != G_MAXUINT32 && b != G_MAXUINT32)
    h = chase_report_morphism (images->target, json_object_get_member (evidence, "missed"),
                               objects[a]);
  return (h != G_MAXUINT32 && d->source[h] == objects[a] && d->target[h] == objects[b]
          && count_hits (images, a, b, h) == 0)
         || chase_refuse (error, "this morphism is not missed");
}

/* An object that is not reached, or for an isomorphism not once. */
static gboolean
verify_unreached (const Images *images, ChaseAdjective adjective, JsonObject *evidence,
                  GError **error)
{
  guint32 x = object_named (images->target, evidence, "object");
  gboolean exactly = adjective == CHASE_ADJECTIVE_ISOMORPHISM;

  return (x != G_MAXUINT32 && !is_reached (images, x, exactly))
         || chase_refuse (error, "this object is reached as it should be");
}

gboolean
chase_report_asks (ChaseAdjective adjective, ChaseAdjective part)
{
  gboolean all
      = adjective == CHASE_ADJECTIVE_EQUIVALENCE || adjective == CHASE_ADJECTIVE_ISOMORPHISM;

  return adjective == part || all
         || (adjective == CHASE_ADJECTIVE_FULLY_FAITHFUL
             && part != CHASE_ADJECTIVE_ESSENTIALLY_SURJECTIVE);
}

/* Does the witness in @evidence show that the functor is not @adjective? */
static gboolean
verify_functor_fault (const Images *images, ChaseAdjective adjective, JsonObject *evidence,
                      GError **error)
{

  if (!chase_report_is (evidence, "table", error))
    return FALSE;
  if (chase_report_array (evidence, "confused") != NULL
      && chase_report_asks (adjective, CHASE_ADJECTIVE_FAITHFUL))
    return verify_confused (images, evidence, error);
  if (chase_report_array (evidence, "missed") != NULL
      && chase_report_asks (adjective, CHASE_ADJECTIVE_FULL))
    return verify_missed (images, evidence, error);
  if (chase_report_string (evidence, "object") != NULL
      && chase_report_asks (adjective, CHASE_ADJECTIVE_ESSENTIALLY_SURJECTIVE))
    return verify_unreached (images, adjective, evidence, error);
  return chase_refuse (error, "the evidence shows no fault of the functor");
}

gboolean
chase_report_functor_is (ChaseTheory *theory, const ChaseFunctor *given, ChaseAdjective adjective,
                         gboolean holds, JsonObject *evidence, GError **error)
{
  const ChaseFunctor *functor = given != NULL ? chase_theory_functor_listed (theory, given) : NULL;
  Images images = { 0 };
  gboolean good;

  if (given == NULL)
    return chase_refuse (error, "the values of this functor are not known");
  if (json_object_has_member (evidence, "laws"))
    return chase_report_listed (theory, error)
           && chase_report_infinite_functor (theory, functor != NULL ? functor : given, adjective,
                                             holds, evidence, error);
  if (chase_functor_is_pair (given))
    return chase_report_listed (theory, error)
           && chase_report_functor_to_product (given, adjective, holds, evidence, error);
  if (functor == NULL)
    return chase_report_functor_to_sets (given, adjective, holds, evidence, error);
  if (!chase_report_listed (theory, error))
    return FALSE;
  good = images_init (&images, functor, error);
  if (good && !chase_values_are_lawful (functor, images.target))
    good = chase_refuse (error, "it is no functor");
  if (good && !holds)
    good = verify_functor_fault (&images, adjective, evidence, error);
  else if (good)
    good = (has_property (&images, adjective) || chase_refuse (error, "its values say otherwise"))
           && chase_report_went_through (evidence, "morphisms",
                                         chase_finite_n_morphisms (images.source->finite), error);
  images_clear (&images);
  return good;
}
