/* SPDX-License-Identifier: MIT */
#include "engine/check-infinite.h"
#include "engine/functor-images.h"

/* Functors from or to a category whose morphisms cannot be listed. */

#define NONE G_MAXUINT32
#define SHORT 400            /* paths that are compared */
#define MAX_STATES 200000    /* of a closure */
#define MAX_FUNCTIONS 100000 /* between two sets */

static const char *
object_name (const ChaseImages *images, guint32 a)
{
  return chase_presentation_object_name (images->functor->source->presentation, a);
}

static JsonArray *
names (const ChaseCategory *category, const GArray *word)
{
  return chase_arrow_names (category->presentation, (const guint32 *)(gpointer)word->data,
                            word->len);
}

static void
say_ends (JsonObject *object, const ChaseImages *images, guint32 a, guint32 b)
{
  json_object_set_string_member (object, "from", object_name (images, a));
  json_object_set_string_member (object, "to", object_name (images, b));
}

static void
map_path (const ChaseImages *images, const GArray *path, GArray *image)
{
  chase_functor_map (images->functor, chase_letters (path), image);
}

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
      map_path (images, x, one);
      map_path (images, y, two);
      equal = chase_checker_equal (images->checker, functor->target->presentation,
                                   functor->objects[a], chase_letters (one), chase_letters (two));
    }
  if (apart->verdict != CHASE_VERDICT_FAILS
      || (equal != NULL && equal->verdict != CHASE_VERDICT_HOLDS))
    return FALSE;
  pair = json_array_new ();
  json_array_add_array_element (pair, names (functor->source, x));
  json_array_add_array_element (pair, names (functor->source, y));
  object = chase_evidence_typed ("table");
  json_object_set_array_member (object, "confused", pair);
  json_object_set_string_member (object, "from", object_name (images, a));
  json_object_set_object_member (
      object, "apart", chase_evidence_object (apart->evidence, functor->source->presentation));
  if (equal != NULL)
    json_object_set_object_member (
        object, "equal", chase_evidence_object (equal->evidence, functor->target->presentation));
  chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                           "It sends two different paths from %s to one morphism.",
                           object_name (images, a));
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

static JsonObject *
by_system (const ChaseImages *images, const char *type)
{
  JsonObject *object = chase_evidence_typed (type);

  json_object_set_object_member (
      object, "system",
      chase_infinite_system_json (&images->target, g_ptr_array_index (images->target.systems, 0)));
  return object;
}

static gboolean
target_has_system (const ChaseImages *images)
{
  return images->has_target && chase_infinite_first (&images->target) != NULL;
}

static gboolean
is_faithful (const ChaseImages *images, ChaseResult *result)
{
  JsonObject *object;

  if (!target_has_system (images))
    return FALSE;
  if (images->c != NULL && keeps_all_apart (images))
    {
      chase_result_set_object (result, CHASE_VERDICT_HOLDS, by_system (images, "list"),
                               "The images of the %u morphisms have different normal forms.",
                               chase_finite_n_morphisms (images->c->finite));
      return TRUE;
    }
  if (!chase_images_are_reduced (images->functor, chase_infinite_first (&images->target))
      || !chase_images_are_code (images->functor))
    return FALSE;
  object = by_system (images, "list");
  json_object_set_boolean_member (object, "code", TRUE);
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object,
                           "The images of the generators are a code: what paths spell is in normal "
                           "form, and different paths spell different words.");
  return TRUE;
}

/* Full: what is hit in a target where everything can be listed. */

/* A morphism of the target, as bytes, that a path from the object at hand to @object has. */
typedef struct
{
  guint32 object;
  GArray *value;
} Hit;

static void
clear_hit (gpointer data)
{
  g_array_unref (((Hit *)data)->value);
}

/* @value and then the image of the generator @f: of sets a function, else one number. */
static GArray *
go_on (const ChaseImages *images, const GArray *value, guint32 f)
{
  GArray *made = g_array_new (FALSE, FALSE, sizeof (guint32));
  const ChaseSets *sets = images->sets;

  for (guint i = 0; i < value->len; i++)
    {
      guint32 y = g_array_index (value, guint32, i);

      if (sets != NULL)
        y = sets->functions[sets->offsets[f] + y];
      else
        for (guint32 k = 0; k < images->functor->words[f].length; k++)
          y = chase_finite_compose (images->d->finite, y,
                                    images->d->generators[images->functor->words[f].letters[k]]);
      g_array_append_val (made, y);
    }
  return made;
}

static gboolean
note_hit (GArray *hits, GHashTable *seen, guint32 object, GArray *value)
{
  g_autoptr (GByteArray) key = g_byte_array_new ();
  Hit hit = { object, value };

  g_byte_array_append (key, (const guint8 *)&object, sizeof object);
  if (value->len > 0)
    g_byte_array_append (key, (const guint8 *)value->data, value->len * sizeof (guint32));
  if (!g_hash_table_add (seen, g_byte_array_free_to_bytes (g_steal_pointer (&key))))
    {
      g_array_unref (value);
      return FALSE;
    }
  g_array_append_val (hits, hit);
  return TRUE;
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
}

/* Everything that paths from @a are sent to; FALSE where that is too much. */
static gboolean
close_from (const ChaseImages *images, guint32 a, GArray *hits, GHashTable *seen)
{
  const ChasePresentation *p = images->functor->source->presentation;
  GArray *identity = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 x = 0; images->sets != NULL && x < images->sets->sizes[a]; x++)
    g_array_append_val (identity, x);
  if (images->sets == NULL)
    {
      guint32 value = chase_finite_identity (images->d->finite, images->functor->objects[a]);

      g_array_append_val (identity, value);
    }
  note_hit (hits, seen, a, identity);
  for (guint i = 0; i < hits->len; i++)
    for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
      {
        Hit hit = g_array_index (hits, Hit, i);

        if (chase_presentation_arrow (p, f)->source == hit.object)
          note_hit (hits, seen, chase_presentation_arrow (p, f)->target,
                    go_on (images, hit.value, f));
        if (hits->len > MAX_STATES)
          return FALSE;
      }
  return TRUE;
}

static gboolean
is_hit (GHashTable *seen, guint32 object, const GArray *value)
{
  g_autoptr (GByteArray) key = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;

  g_byte_array_append (key, (const guint8 *)&object, sizeof object);
  if (value->len > 0)
    g_byte_array_append (key, (const guint8 *)value->data, value->len * sizeof (guint32));
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&key));
  return g_hash_table_contains (seen, bytes);
}

/* The next function to a set of @n elements; FALSE after the last. */
static gboolean
next_function (GArray *value, guint32 n)
{
  for (guint i = value->len; i-- > 0;)
    {
      if (++g_array_index (value, guint32, i) < n)
        return TRUE;
      g_array_index (value, guint32, i) = 0;
    }
  return FALSE;
}

/* A function M(a) -> M(b) that is not hit, or NULL. *@sure: none was left untried. */
static GArray *
missed_function (const ChaseImages *images, GHashTable *seen, guint32 a, guint32 b, gboolean *sure)
{
  g_autoptr (GArray) value = g_array_new (FALSE, TRUE, sizeof (guint32));
  guint32 n = images->sets->sizes[b];
  guint tried = 0;

  g_array_set_size (value, images->sets->sizes[a]);
  if (n == 0 && value->len > 0)
    return NULL;
  do
    {
      if (!is_hit (seen, b, value))
        return g_steal_pointer (&value);
      if (++tried > MAX_FUNCTIONS)
        {
          *sure = FALSE;
          return NULL;
        }
    }
  while (next_function (value, n));
  return NULL;
}

static GArray *
missed_morphism (const ChaseImages *images, GHashTable *seen, guint32 a, guint32 b)
{
  const ChaseFinite *d = images->d->finite;
  const guint32 *objects = images->functor->objects;
  g_autoptr (GArray) value = g_array_new (FALSE, TRUE, sizeof (guint32));

  g_array_set_size (value, 1);
  for (guint32 h = 0; h < chase_finite_n_morphisms (d); h++)
    {
      g_array_index (value, guint32, 0) = h;
      if (d->source[h] == objects[a] && d->target[h] == objects[b] && !is_hit (seen, b, value))
        return g_steal_pointer (&value);
    }
  return NULL;
}

static void
fail_missed (const ChaseImages *images, guint32 a, guint32 b, const GArray *value,
             ChaseResult *result)
{
  JsonObject *object = chase_evidence_typed ("table");
  const ChaseSets *sets = images->sets;
  JsonObject *function;

  say_ends (object, images, a, b);
  json_object_set_boolean_member (object, "closure", TRUE);
  if (sets == NULL)
    json_object_set_array_member (object, "missed",
                                  chase_path_names (images->d, g_array_index (value, guint32, 0)));
  else
    {
      function = json_object_new ();
      for (guint x = 0; x < value->len; x++)
        json_object_set_string_member (
            function, sets->names[sets->first[a] + x],
            sets->names[sets->first[b] + g_array_index (value, guint32, x)]);
      json_object_set_object_member (object, "missed", function);
    }
  chase_result_set_object (
      result, CHASE_VERDICT_FAILS, object, "A %s comes from no path from %s to %s.",
      sets != NULL ? "function" : "morphism", object_name (images, a), object_name (images, b));
}

/* FALSE where it is not decided so. */
static gboolean
decide_by_closure (const ChaseImages *images, ChaseResult *result)
{
  guint32 n = chase_presentation_n_objects (images->functor->source->presentation);
  gboolean sure = TRUE;
  JsonObject *object;

  if (images->sets == NULL && images->d == NULL)
    return FALSE;
  for (guint32 a = 0; a < n; a++)
    {
      g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
      g_autoptr (GHashTable) seen = new_set ();

      g_array_set_clear_func (hits, clear_hit);
      if (!close_from (images, a, hits, seen))
        return FALSE;
      for (guint32 b = 0; b < n; b++)
        {
          g_autoptr (GArray) missed = images->sets != NULL
                                          ? missed_function (images, seen, a, b, &sure)
                                          : missed_morphism (images, seen, a, b);

          if (missed == NULL)
            continue;
          fail_missed (images, a, b, missed, result);
          return TRUE;
        }
    }
  if (!sure)
    return FALSE;
  object = chase_evidence_typed ("list");
  json_object_set_boolean_member (object, "closure", TRUE);
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object,
                           "What the generators reach is everything.");
  return TRUE;
}

/* Full: generators of the target that are reached. */

static gboolean
reaches_object (const ChaseFunctor *functor, guint32 x)
{
  for (guint32 a = 0; a < chase_presentation_n_objects (functor->source->presentation); a++)
    if (functor->objects[a] == x)
      return TRUE;
  return FALSE;
}

/* A path a -> b that goes to the generator @d (NONE: to the identity), noted in @list and @json. */
static gboolean
reach (const ChaseImages *images, guint32 a, guint32 b, guint32 d, ChaseLawList *list,
       JsonArray *json)
{
  const ChaseFunctor *functor = images->functor;
  ChaseWord word = { &d, d != NONE };
  g_autoptr (GBytes) key = chase_images_target_key (images, functor->objects[a], word);
  g_autoptr (GArray) path = key != NULL ? chase_images_find (images, a, b, key) : NULL;
  ChaseLawClaim *claim;
  JsonObject *part;

  if (path == NULL)
    return FALSE;
  claim = chase_law_list_add (list, CHASE_LAW_EQUATION, json_array_get_length (json));
  claim->at = a;
  claim->presentation = functor->target->presentation;
  claim->source = functor->objects[a];
  map_path (images, path, claim->left);
  g_array_append_vals (claim->right, word.letters, word.length);
  part = json_object_new ();
  say_ends (part, images, a, b);
  if (d != NONE)
    json_object_set_string_member (
        part, "arrow", chase_presentation_arrow (functor->target->presentation, d)->name);
  json_object_set_array_member (part, "path", names (functor->source, path));
  json_array_add_object_element (json, part);
  return TRUE;
}

/* Every generator between images of objects, and the identity of what two objects go to. */
static gboolean
reach_all (const ChaseImages *images, ChaseLawList *list, JsonArray *json)
{
  const ChaseFunctor *functor = images->functor;
  const ChasePresentation *q = functor->target->presentation;
  guint32 n = chase_presentation_n_objects (functor->source->presentation);

  for (guint32 x = 0; x < chase_presentation_n_objects (q); x++)
    if (!reaches_object (functor, x))
      return FALSE;
  for (guint32 a = 0; a < n; a++)
    for (guint32 b = 0; b < n; b++)
      {
        if (a != b && functor->objects[a] == functor->objects[b]
            && !reach (images, a, b, NONE, list, json))
          return FALSE;
        for (guint32 d = 0; d < chase_presentation_n_arrows (q); d++)
          if (chase_presentation_arrow (q, d)->source == functor->objects[a]
              && chase_presentation_arrow (q, d)->target == functor->objects[b]
              && !reach (images, a, b, d, list, json))
            return FALSE;
      }
  return TRUE;
}

static gboolean
is_full (const ChaseImages *images, ChaseResult *result)
{
  g_autoptr (ChaseLawList) list = chase_law_list_new ();
  g_autoptr (JsonArray) json = json_array_new ();
  JsonObject *object;

  if (images->sets != NULL || !images->target_known || !reach_all (images, list, json))
    return FALSE;
  chase_decide_laws (images->checker, list, "generator's preimage", NULL, result);
  if (result->verdict != CHASE_VERDICT_HOLDS)
    return FALSE;
  object = chase_evidence_typed ("list");
  json_object_set_array_member (object, "reached", json_array_ref (json));
  json_object_set_member (object, "proofs", chase_result_evidence_json (result));
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object,
                           "Every generator of the target is the image of a path.");
  return TRUE;
}

/* Not full: a morphism that no path goes to. */

static void
fail_path (const ChaseImages *images, guint32 a, guint32 b, const GArray *word, JsonObject *object,
           const char *why, ChaseResult *result)
{
  say_ends (object, images, a, b);
  json_object_set_array_member (object, "missed", names (images->functor->target, word));
  chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                           "A morphism comes from no path from %s to %s: %s",
                           object_name (images, a), object_name (images, b), why);
}

/* Is @word none of the images of a finite source's morphisms a -> b? */
static gboolean
is_none_of (const ChaseImages *images, guint32 a, guint32 b, const GArray *word)
{
  const ChaseFinite *c = images->c->finite;
  g_autoptr (GBytes) key
      = chase_images_target_key (images, images->functor->objects[a], chase_letters (word));

  for (guint32 f = 0; f < chase_finite_n_morphisms (c); f++)
    {
      g_autoptr (GBytes) image = NULL;

      if (c->source[f] != a || c->target[f] != b)
        continue;
      image = chase_images_key (images, a, chase_enumerated_word (images->c, f));
      if (image == NULL || g_bytes_equal (image, key))
        return FALSE;
    }
  return TRUE;
}

static gboolean
misses_by_weight (const ChaseImages *images, guint32 a, guint32 b, const GArray *word,
                  ChaseResult *result)
{
  const ChasePresentation *q = images->functor->target->presentation;
  guint32 n = chase_presentation_n_arrows (q);

  for (guint32 k = 0; k <= n; k++)
    {
      g_autofree gint *weights = chase_weights_new (q, k < n ? k : NONE);
      JsonObject *object, *map;

      if (weights == NULL
          || chase_weights_allow (images->functor, weights,
                                  chase_weights_of (weights, chase_letters (word))))
        continue;
      object = chase_evidence_typed ("table");
      map = json_object_new ();
      for (guint32 f = 0; f < n; f++)
        if (weights[f] != 0)
          json_object_set_int_member (map, chase_presentation_arrow (q, f)->name, weights[f]);
      json_object_set_object_member (object, "weights", map);
      fail_path (images, a, b, word, object, "by counting arrows, which every equation balances.",
                 result);
      return TRUE;
    }
  return FALSE;
}

static gboolean
misses (const ChaseImages *images, guint32 a, guint32 b, const GArray *word, gboolean spelt,
        ChaseResult *result)
{
  JsonObject *object;

  if (images->c != NULL && is_none_of (images, a, b, word))
    {
      fail_path (images, a, b, word, by_system (images, "table"),
                 "its normal form is that of no image.", result);
      return TRUE;
    }
  if (spelt && !chase_images_spell (images->functor, a, b, chase_letters (word)))
    {
      object = by_system (images, "table");
      json_object_set_boolean_member (object, "code", TRUE);
      fail_path (images, a, b, word, object,
                 "images of paths are spelt in normal form, and it is spelt otherwise.", result);
      return TRUE;
    }
  return misses_by_weight (images, a, b, word, result);
}

static gboolean
is_not_full (const ChaseImages *images, ChaseResult *result)
{
  const ChaseFunctor *functor = images->functor;
  guint32 n = chase_presentation_n_objects (functor->source->presentation);
  gboolean spelt;

  if (!target_has_system (images))
    return FALSE;
  spelt = chase_images_are_reduced (functor, chase_infinite_first (&images->target));
  for (guint32 a = 0; a < n; a++)
    for (guint32 b = 0; b < n; b++)
      {
        g_autoptr (GPtrArray) paths
            = chase_infinite_paths (&images->target, functor->objects[a], functor->objects[b], 12);

        for (guint i = 0; i < paths->len; i++)
          if (misses (images, a, b, g_ptr_array_index (paths, i), spelt, result))
            return TRUE;
      }
  return FALSE;
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
      json_object_set_string_member (part, "from", object_name (images, a));
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
      chase_result_set_object (result, CHASE_VERDICT_FAILS, object, "%s is reached %s.",
                               chase_presentation_object_name (q, x),
                               times == 0 ? "by no object" : "more than once");
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
  chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                           "No value is a set of %u element%s.", size, size == 1 ? "" : "s");
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
      if (!decide_by_closure (images, result) && !is_full (images, result)
          && !is_not_full (images, result) && result->verdict != CHASE_VERDICT_UNDECIDED)
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
                                   chase_adjective_word (adjectives[i]), reason);
          return;
        }
      json_array_add_object_element (parts, object);
    }
  object = chase_evidence_typed ("list");
  json_object_set_array_member (object, "parts", json_array_ref (parts));
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object, "It is full and faithful%s.",
                           n > 2 ? ", and essentially surjective" : "");
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
