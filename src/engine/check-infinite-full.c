/* SPDX-License-Identifier: MIT */
#include "engine/functor-images.h"

#include "i18n.h"

/* Full functors from or to a category whose morphisms cannot be listed. */

#define NONE G_MAXUINT32
#define MAX_STATES 200000    /* of a closure */
#define MAX_FUNCTIONS 100000 /* between two sets */

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

  chase_images_say_ends (object, images, a, b);
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
  chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                           sets != NULL ? _ ("A function comes from no path from %s to %s.")
                                        : _ ("A morphism comes from no path from %s to %s."),
                           chase_images_object_name (images, a),
                           chase_images_object_name (images, b));
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
  chase_images_map (images, path, claim->left);
  g_array_append_vals (claim->right, word.letters, word.length);
  part = json_object_new ();
  chase_images_say_ends (part, images, a, b);
  if (d != NONE)
    json_object_set_string_member (
        part, "arrow", chase_presentation_arrow (functor->target->presentation, d)->name);
  json_object_set_array_member (part, "path", chase_category_path_names (functor->source, path));
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
  chase_images_say_ends (object, images, a, b);
  json_object_set_array_member (object, "missed",
                                chase_category_path_names (images->functor->target, word));
  chase_result_set_object (
      result, CHASE_VERDICT_FAILS, object, "A morphism comes from no path from %s to %s: %s",
      chase_images_object_name (images, a), chase_images_object_name (images, b), why);
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
      fail_path (images, a, b, word, object,
                 _ ("by counting arrows, which every equation balances."), result);
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
      fail_path (images, a, b, word, chase_images_system_json (images, "table"),
                 _ ("its normal form is that of no image."), result);
      return TRUE;
    }
  if (spelt && !chase_images_spell (images->functor, a, b, chase_letters (word)))
    {
      object = chase_images_system_json (images, "table");
      json_object_set_boolean_member (object, "code", TRUE);
      fail_path (images, a, b, word, object,
                 _ ("images of paths are spelt in normal form, and it is spelt otherwise."),
                 result);
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

  if (!chase_images_has_system (images))
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

gboolean
chase_decide_infinite_full (const ChaseImages *images, ChaseResult *result)
{
  return decide_by_closure (images, result) || is_full (images, result)
         || is_not_full (images, result);
}
