/* SPDX-License-Identifier: MIT */
#include "engine/check-infinite.h"
#include "engine/functor-images.h"
#include "i18n.h"

/* Functors from or to a category whose morphisms cannot be listed. */

#define NONE G_MAXUINT32
#define SHORT 400 /* paths that are compared */

/* Faithful. */

/* Fails by two different paths from @a to one object with one image, where both is shown. */
static gboolean
confuses (const ChaseImages *images, guint32 a, const GArray *x, const GArray *y,
          ChaseResult *result)
{
  const ChaseFunctor *functor = images->functor;
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) two = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (ChaseAnswer) apart = chase_checker_equal (
      images->checker, functor->source->presentation, a, chase_letters (x), chase_letters (y));
  g_autoptr (ChaseAnswer) equal = NULL;
  JsonObject *object;
  JsonArray *pair;

  if (images->sets == NULL)
    {
      chase_images_map (images, x, one);
      chase_images_map (images, y, two);
      equal = chase_checker_equal (images->checker, functor->target->presentation,
                                   functor->objects[a], chase_letters (one), chase_letters (two));
    }
  if (apart->verdict != CHASE_VERDICT_FAILS
      || (equal != NULL && equal->verdict != CHASE_VERDICT_HOLDS))
    return FALSE;
  pair = json_array_new ();
  json_array_add_array_element (pair, chase_category_path_names (functor->source, x));
  json_array_add_array_element (pair, chase_category_path_names (functor->source, y));
  object = chase_evidence_typed ("table");
  json_object_set_array_member (object, "confused", pair);
  json_object_set_string_member (object, "from", chase_images_object_name (images, a));
  json_object_set_object_member (
      object, "apart", chase_evidence_object (apart->evidence, functor->source->presentation));
  if (equal != NULL)
    json_object_set_object_member (
        object, "equal", chase_evidence_object (equal->evidence, functor->target->presentation));
  chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                           "It sends two different paths from %s to one morphism.",
                           chase_images_object_name (images, a));
  return TRUE;
}

static gboolean
find_confusion (const ChaseImages *images, guint32 a, ChaseResult *result)
{
  g_autoptr (GPtrArray) paths = chase_images_paths (images, a, NONE, SHORT);
  g_autoptr (GHashTable) seen
      = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);

  for (guint i = 0; i < paths->len; i++)
    {
      GArray *x = g_ptr_array_index (paths, i), *y;
      g_autoptr (GBytes) image = chase_images_key (images, a, chase_letters (x));
      g_autoptr (GByteArray) key = g_byte_array_new ();
      guint32 end;
      GBytes *whole;

      if (image == NULL)
        continue;
      chase_presentation_path_target (images->functor->source->presentation, a, chase_letters (x),
                                      &end);
      g_byte_array_append (key, (const guint8 *)&end, sizeof end);
      if (g_bytes_get_size (image) > 0)
        g_byte_array_append (key, g_bytes_get_data (image, NULL), (guint)g_bytes_get_size (image));
      whole = g_byte_array_free_to_bytes (g_steal_pointer (&key));
      y = g_hash_table_lookup (seen, whole);
      if (y != NULL)
        {
          g_bytes_unref (whole);
          return confuses (images, a, y, x, result);
        }
      g_hash_table_insert (seen, whole, x);
    }
  return FALSE;
}

/* Of a finite source: are all images between two objects different? */
static gboolean
keeps_all_apart (const ChaseImages *images)
{
  const ChaseFinite *c = images->c->finite;
  guint32 n = chase_finite_n_morphisms (c);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint32 f = 0; f < n; f++)
    {
      g_autoptr (GBytes) key
          = chase_images_key (images, c->source[f], chase_enumerated_word (images->c, f));
      g_autoptr (GString) text = g_string_new (NULL);
      const guint32 *letters;
      gsize size;

      if (key == NULL)
        return FALSE;
      letters = g_bytes_get_data (key, &size);
      g_string_append_printf (text, "%u %u", c->source[f], c->target[f]);
      for (gsize i = 0; i < size / sizeof (guint32); i++)
        g_string_append_printf (text, " %u", letters[i]);
      if (!g_hash_table_add (seen, g_strdup (text->str)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_faithful (const ChaseImages *images, ChaseResult *result)
{
  JsonObject *object;

  if (!chase_images_has_system (images))
    return FALSE;
  if (images->c != NULL && keeps_all_apart (images))
    {
      chase_result_set_object (result, CHASE_VERDICT_HOLDS,
                               chase_images_system_json (images, "list"),
                               "The images of the %u morphisms have different normal forms.",
                               chase_finite_n_morphisms (images->c->finite));
      return TRUE;
    }
  if (!chase_images_are_reduced (images->functor, chase_infinite_first (&images->target))
      || !chase_images_are_code (images->functor))
    return FALSE;
  object = chase_images_system_json (images, "list");
  json_object_set_boolean_member (object, "code", TRUE);
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object,
                           "The images of the generators are a code: what paths spell is in normal "
                           "form, and different paths spell different words.");
  return TRUE;
}

/* Essentially surjective. */

static gboolean
find_over (const ChaseImages *images, guint32 x, JsonArray *list)
{
  const ChaseFunctor *functor = images->functor;

  for (guint32 a = 0; a < chase_presentation_n_objects (functor->source->presentation); a++)
    {
      g_autoptr (GArray) back = NULL;
      g_autoptr (GArray) there = NULL;
      JsonArray *proofs = NULL;
      JsonObject *part;

      there = chase_infinite_isomorphism (&images->target, functor->objects[a], x, &back, &proofs);
      if (there == NULL)
        continue;
      part = chase_isomorphism_json (&images->target, there, back, proofs, "list");
      json_object_set_string_member (part, "from", chase_images_object_name (images, a));
      json_array_add_object_element (list, part);
      return TRUE;
    }
  return FALSE;
}

/* Is @x isomorphic to no image, by arrows that no identity is made of? */
static gboolean
is_beyond (const ChaseFunctor *functor, const gboolean *absorbs, guint32 x)
{
  const ChasePresentation *q = functor->target->presentation;

  for (guint32 a = 0; a < chase_presentation_n_objects (functor->source->presentation); a++)
    if (chase_absorbing_reach (q, absorbs, functor->objects[a], x)
        && chase_absorbing_reach (q, absorbs, x, functor->objects[a]))
      return FALSE;
  return TRUE;
}

static void
decide_surjective (const ChaseImages *images, ChaseResult *result)
{
  const ChasePresentation *q = images->functor->target->presentation;
  g_autofree gboolean *absorbs = chase_absorbing_find (q);
  g_autoptr (JsonArray) list = json_array_new ();
  JsonObject *object;

  for (guint32 x = 0; x < chase_presentation_n_objects (q); x++)
    {
      const char *name = chase_presentation_object_name (q, x);

      if (find_over (images, x, list))
        continue;
      if (!is_beyond (images->functor, absorbs, x))
        {
          chase_result_undecided (result, "It is not known whether %s is isomorphic to an image.",
                                  name);
          return;
        }
      object = chase_evidence_typed ("table");
      json_object_set_string_member (object, "object", name);
      json_object_set_array_member (object, "absorbing", chase_absorbing_json (q, absorbs));
      chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                               "%s is isomorphic to no image: every way there and back uses an "
                               "arrow that no identity is made of.",
                               name);
      return;
    }
  object = chase_evidence_typed ("list");
  json_object_set_array_member (object, "objects", json_array_ref (list));
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object,
                           "Every object is isomorphic to an image.");
}

/* An isomorphism's objects: each is the image of one. */
static gboolean
is_bijective (const ChaseFunctor *functor, ChaseResult *result)
{
  const ChasePresentation *q = functor->target->presentation;

  for (guint32 x = 0; x < chase_presentation_n_objects (q); x++)
    {
      guint times = 0;
      JsonObject *object;

      for (guint32 a = 0; a < chase_presentation_n_objects (functor->source->presentation); a++)
        times += functor->objects[a] == x;
      if (times == 1)
        continue;
      object = chase_evidence_typed ("table");
      json_object_set_string_member (object, "object", chase_presentation_object_name (q, x));
      json_object_set_int_member (object, "times", times);
      chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                               times == 0 ? _ ("%s is reached by no object.")
                                          : _ ("%s is reached more than once."),
                               chase_presentation_object_name (q, x));
      return FALSE;
    }
  return TRUE;
}

void
chase_decide_surjective_on_sets (const ChaseSets *sets, ChaseResult *result)
{
  guint32 size = 0;
  JsonObject *object = chase_evidence_typed ("table");

  for (guint32 a = 0; a < sets->n_objects; a++)
    if (sets->sizes[a] == size)
      {
        size++;
        a = G_MAXUINT32;
      }
  json_object_set_int_member (object, "size", size);
  chase_result_set_object (
      result, CHASE_VERDICT_FAILS, object,
      P_ ("No value is a set of %u element.", "No value is a set of %u elements.", size), size);
}

/* One property. */

/* Back along a functor that reaches each object and each generator: what the generators come from
 * is a functor that undoes it. */
static gboolean
has_inverse (const ChaseImages *images, ChaseResult *result)
{
  JsonObject *evidence = chase_inverse_functor_json (images);

  if (evidence == NULL)
    return FALSE;
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, evidence, "A functor back undoes it.");
  return TRUE;
}

static void
decide_one (const ChaseImages *images, ChaseAdjective adjective, ChaseResult *result)
{
  const ChaseFunctor *functor = images->functor;

  chase_result_undecided (
      result,
      "The morphisms of %s or %s are infinitely many or too many to be listed, and nothing "
      "was found that tells.",
      functor->source->key, functor->target->key);
  if (images->sets == NULL && has_inverse (images, result))
    return;
  if (adjective == CHASE_ADJECTIVE_ESSENTIALLY_SURJECTIVE)
    {
      if (images->sets == NULL)
        decide_surjective (images, result);
      else
        chase_decide_surjective_on_sets (images->sets, result);
      return;
    }
  if (adjective == CHASE_ADJECTIVE_FULL)
    {
      if (!chase_decide_infinite_full (images, result)
          && result->verdict != CHASE_VERDICT_UNDECIDED)
        chase_result_undecided (result, "Nothing was found that tells.");
      return;
    }
  for (guint32 a = 0; a < chase_presentation_n_objects (functor->source->presentation); a++)
    if (images->target_known && find_confusion (images, a, result))
      return;
  is_faithful (images, result);
}

/* Several: all of them with their evidence, or the one that fails. */
static void
decide_several (const ChaseImages *images, const ChaseAdjective *adjectives, guint n,
                ChaseResult *result)
{
  g_autoptr (JsonArray) parts = json_array_new ();
  g_autofree char *open = NULL;
  JsonObject *object;

  for (guint i = 0; i < n; i++)
    {
      decide_one (images, adjectives[i], result);
      if (result->verdict == CHASE_VERDICT_UNDECIDED && open == NULL)
        open = g_strdup (result->reason);
      if (result->verdict == CHASE_VERDICT_UNDECIDED)
        continue;
      object = result->verdict == CHASE_VERDICT_HOLDS ? json_object_new ()
                                                      : chase_evidence_typed ("table");
      json_object_set_string_member (object, "adjective", chase_adjective_word (adjectives[i]));
      json_object_set_member (object, "evidence", chase_result_evidence_json (result));
      if (result->verdict == CHASE_VERDICT_FAILS)
        {
          g_autofree char *reason = g_strdup (result->reason);

          chase_result_set_object (result, CHASE_VERDICT_FAILS, object, "It is not %s. %s",
                                   CHASE_SAID (chase_adjective_word (adjectives[i])), reason);
          return;
        }
      json_array_add_object_element (parts, object);
    }
  object = chase_evidence_typed ("list");
  json_object_set_array_member (object, "parts", json_array_ref (parts));
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object,
                           n > 2 ? _ ("It is full and faithful, and essentially surjective.")
                                 : _ ("It is full and faithful."));
  if (open != NULL)
    chase_result_undecided (result, "%s", open);
}

/* Adds to evidence the reason that it is a functor at all. */
static void
add_laws (JsonNode *laws, ChaseResult *result)
{
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *reason = NULL;
  JsonObject *object;

  if (result->verdict == CHASE_VERDICT_UNDECIDED)
    return;
  node = chase_result_evidence_json (result);
  object = json_object_ref (json_node_get_object (node));
  json_object_set_member (object, "laws", json_node_copy (laws));
  reason = g_strdup (result->reason);
  chase_result_set_object (result, result->verdict, object, "%s", reason);
}

void
chase_decide_infinite_functor (ChaseChecker *checker, const ChaseFunctor *functor,
                               ChaseAdjective adjective, JsonNode *laws, ChaseResult *result)
{
  static const ChaseAdjective all[]
      = { CHASE_ADJECTIVE_FAITHFUL, CHASE_ADJECTIVE_FULL, CHASE_ADJECTIVE_ESSENTIALLY_SURJECTIVE };
  gboolean isomorphism = adjective == CHASE_ADJECTIVE_ISOMORPHISM;
  ChaseImages images;

  if (!chase_images_init (&images, checker, functor))
    chase_result_undecided (result, "The values of %s could not all be listed.", functor->key);
  else if (adjective == CHASE_ADJECTIVE_FULLY_FAITHFUL)
    decide_several (&images, all, 2, result);
  else if (adjective == CHASE_ADJECTIVE_EQUIVALENCE || (isomorphism && images.sets != NULL))
    decide_several (&images, all, 3, result);
  else if (!isomorphism)
    decide_one (&images, adjective, result);
  else if (is_bijective (functor, result))
    decide_several (&images, all, 2, result);
  add_laws (laws, result);
  chase_images_clear (&images);
}
