/* SPDX-License-Identifier: MIT */
#include "evidence/functor-given.h"

#include <string.h>

/* Full functors from or to a category whose morphisms are not listed. */

#define NOWHERE G_MAXUINT32
#define MAX_ROWS 1000000
#define MAX_HITS 400000

/* Full or not by all that is reached. */

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

static char *
hit_key (guint32 object, const GArray *value)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%u", object);
  for (guint i = 0; i < value->len; i++)
    g_string_append_printf (text, " %u", g_array_index (value, guint32, i));
  return g_string_free (text, FALSE);
}

/* @value, a function or a morphism of @d, and then the image of @f. */
static GArray *
continued (const ChaseGiven *given, const ChaseEnumerated *d, const GArray *value, guint32 f)
{
  GArray *made = g_array_copy ((GArray *)value);

  for (guint i = 0; i < made->len; i++)
    {
      guint32 *y = &g_array_index (made, guint32, i);

      if (d == NULL)
        *y = given->sets->functions[given->sets->offsets[f] + *y];
      else
        for (guint32 k = 0; k < given->functor->words[f].length; k++)
          *y = chase_finite_compose (d->finite, *y,
                                     d->generators[given->functor->words[f].letters[k]]);
    }
  return made;
}

/* The keys of all that paths from @a reach; NULL where that is too much. */
static GHashTable *
reach_from (const ChaseGiven *given, const ChaseEnumerated *d, guint32 a)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  Hit first = { a, g_array_new (FALSE, FALSE, sizeof (guint32)) };
  guint32 identity = d != NULL ? chase_finite_identity (d->finite, given->functor->objects[a]) : 0;

  g_array_set_clear_func (hits, clear_hit);
  for (guint32 x = 0; d == NULL && x < given->sets->sizes[a]; x++)
    g_array_append_val (first.value, x);
  if (d != NULL)
    g_array_append_val (first.value, identity);
  g_array_append_val (hits, first);
  g_hash_table_add (seen, hit_key (a, first.value));
  for (guint i = 0; i < hits->len; i++)
    for (guint32 f = 0; f < chase_presentation_n_arrows (given->p); f++)
      {
        Hit hit = g_array_index (hits, Hit, i);
        Hit next = { chase_presentation_arrow (given->p, f)->target, NULL };

        if (hits->len > MAX_HITS)
          return NULL;
        if (chase_presentation_arrow (given->p, f)->source != hit.object)
          continue;
        next.value = continued (given, d, hit.value, f);
        if (g_hash_table_add (seen, hit_key (next.object, next.value)))
          g_array_append_val (hits, next);
        else
          g_array_unref (next.value);
      }
  return g_steal_pointer (&seen);
}

/* How many of what is reached end at @b. */
static guint64
count_at (GHashTable *seen, guint32 b)
{
  g_autofree char *alone = g_strdup_printf ("%u", b);
  g_autofree char *prefix = g_strdup_printf ("%u ", b);
  guint64 count = 0;
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, seen);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    count += g_str_has_prefix (key, prefix) || strcmp (key, alone) == 0;
  return count;
}

/* How many morphisms there are between the images of @a and @b; G_MAXUINT64 for too many. */
static guint64
n_there (const ChaseGiven *given, const ChaseEnumerated *d, guint32 a, guint32 b)
{
  guint64 count = d == NULL;

  if (d == NULL)
    for (guint32 x = 0; x < given->sets->sizes[a]; x++)
      count = count > MAX_HITS ? G_MAXUINT64 : count * given->sets->sizes[b];
  else
    for (guint32 h = 0; h < chase_finite_n_morphisms (d->finite); h++)
      count += d->finite->source[h] == given->functor->objects[a]
               && d->finite->target[h] == given->functor->objects[b];
  return count;
}

/* What the evidence says is missed, as a value. NULL where it is none. */
static GArray *
read_missed (const ChaseGiven *given, const ChaseEnumerated *d, guint32 a, guint32 b,
             JsonObject *object)
{
  g_autoptr (GArray) value = g_array_new (FALSE, FALSE, sizeof (guint32));
  JsonObject *function = chase_report_object (object, "missed");
  guint32 h;

  if (d != NULL)
    {
      h = json_object_has_member (object, "missed") ? chase_report_morphism (
              d, json_object_get_member (object, "missed"), given->functor->objects[a])
                                                    : NOWHERE;
      if (h == NOWHERE || d->finite->source[h] != given->functor->objects[a]
          || d->finite->target[h] != given->functor->objects[b])
        return NULL;
      g_array_append_val (value, h);
      return g_steal_pointer (&value);
    }
  for (guint32 x = 0; function != NULL && x < given->sets->sizes[a]; x++)
    {
      const char *name
          = chase_report_string (function, given->sets->names[given->sets->first[a] + x]);
      guint32 y = name != NULL ? chase_sets_find (given->sets, b, name) : NOWHERE;

      if (y == NOWHERE)
        return NULL;
      g_array_append_val (value, y);
    }
  return function != NULL ? g_steal_pointer (&value) : NULL;
}

static gboolean
verify_missed (const ChaseGiven *given, const ChaseEnumerated *d, JsonObject *object,
               GError **error)
{
  guint32 a = chase_given_object (given->p, object, "from"),
          b = chase_given_object (given->p, object, "to");
  g_autoptr (GHashTable) seen = NULL;
  g_autoptr (GArray) value = NULL;
  g_autofree char *key = NULL;

  if (a != NOWHERE && b != NOWHERE)
    value = read_missed (given, d, a, b, object);
  if (value == NULL)
    return chase_refuse (error, "the evidence names no morphism that is missed");
  seen = reach_from (given, d, a);
  key = hit_key (b, value);
  return (seen != NULL && !g_hash_table_contains (seen, key))
         || chase_refuse (error, "a path goes there");
}

static gboolean
verify_closure (const ChaseGiven *given, gboolean holds, JsonObject *object, GError **error)
{
  guint32 n = chase_presentation_n_objects (given->p);
  g_autoptr (ChaseEnumerated) d
      = given->sets == NULL ? chase_enumerate (given->functor->target, MAX_ROWS, error) : NULL;

  if (given->sets == NULL && d == NULL)
    return FALSE;
  if (!holds)
    return verify_missed (given, d, object, error);
  for (guint32 a = 0; a < n; a++)
    {
      g_autoptr (GHashTable) seen = reach_from (given, d, a);

      for (guint32 b = 0; b < n; b++)
        if (seen == NULL || count_at (seen, b) != n_there (given, d, a, b))
          return chase_refuse (error, "not everything is reached");
    }
  return TRUE;
}

/* Full by preimages of generators. */

static gboolean
is_image (const ChaseGiven *given, guint32 x)
{
  for (guint32 a = 0; a < chase_presentation_n_objects (given->p); a++)
    if (given->functor->objects[a] == x)
      return TRUE;
  return FALSE;
}

/* Which generator the part is about, G_MAXUINT32 for an identity; its law is added. */
static gboolean
read_part (const ChaseGiven *given, JsonObject *part, guint32 a, guint32 b, guint32 d,
           ChaseDemands *laws)
{
  const char *arrow = chase_report_string (part, "arrow");
  guint32 end = NOWHERE;
  g_autoptr (GArray) path = NULL;
  g_autoptr (GArray) image = NULL;
  ChaseDemand *law;

  if (chase_given_object (given->p, part, "from") != a
      || chase_given_object (given->p, part, "to") != b
      || (d == NOWHERE ? arrow != NULL
                       : g_strcmp0 (arrow, chase_presentation_arrow (given->q, d)->name) != 0))
    return FALSE;
  path = chase_given_path (given->p, json_object_get_member (part, "path"), a, &end);
  image = path != NULL && end == b ? chase_given_image (given, path) : NULL;
  if (image == NULL)
    return FALSE;
  law = chase_demands_add_paths (laws, (ChasePresentation *)given->q, given->functor->objects[a]);
  g_array_append_vals (law->left, image->data, image->len);
  if (d != NOWHERE)
    g_array_append_val (law->right, d);
  return TRUE;
}

/* All generators between the images of @a and @b, and the identity where these are one. */
static gboolean
parts_between (const ChaseGiven *given, guint32 a, guint32 b, ChaseGivenParts *parts,
               ChaseDemands *laws)
{
  const guint32 *objects = given->functor->objects;
  JsonObject *part;

  if (a != b && objects[a] == objects[b])
    {
      part = chase_given_next (parts);
      if (part == NULL || !read_part (given, part, a, b, NOWHERE, laws))
        return FALSE;
    }
  for (guint32 d = 0; d < chase_presentation_n_arrows (given->q); d++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (given->q, d);

      if (arrow->source != objects[a] || arrow->target != objects[b])
        continue;
      part = chase_given_next (parts);
      if (part == NULL || !read_part (given, part, a, b, d, laws))
        return FALSE;
    }
  return TRUE;
}

static gboolean
verify_reached (const ChaseGiven *given, JsonObject *object, GError **error)
{
  guint32 n = chase_presentation_n_objects (given->p);
  g_autoptr (ChaseDemands) laws = chase_demands_new ();
  ChaseGivenParts parts = { chase_report_array (object, "reached"), 0 };
  JsonObject *proofs = chase_report_object (object, "proofs");

  if (given->q == NULL || proofs == NULL)
    return chase_refuse (error, "the evidence has no proofs");
  for (guint32 x = 0; x < chase_presentation_n_objects (given->q); x++)
    if (!is_image (given, x))
      return chase_refuse (error, "an object is the image of none");
  for (guint32 a = 0; a < n; a++)
    for (guint32 b = 0; b < n; b++)
      if (!parts_between (given, a, b, &parts, laws))
        return chase_refuse (error, "the evidence does not name a path for every generator");
  return chase_report_laws (given->theory, laws, TRUE, proofs, error);
}

/* Not full: a path whose normal form, or weight, no image has. */

static gboolean
is_none_of (const ChaseGiven *given, const ChaseNormal *normal, guint32 a, guint32 b,
            const GArray *word, GError **error)
{
  g_autoptr (ChaseEnumerated) c = chase_enumerate (given->functor->source, MAX_ROWS, error);
  g_autoptr (GPtrArray) images = c != NULL ? chase_given_images (given, c, normal) : NULL;
  g_autoptr (GArray) reduced = g_array_copy ((GArray *)word);

  if (images == NULL)
    return FALSE;
  chase_given_reduce (normal, reduced);
  for (guint32 f = 0; f < images->len; f++)
    if (c->finite->source[f] == a && c->finite->target[f] == b
        && chase_given_same (g_ptr_array_index (images, f), reduced))
      return chase_refuse (error, "a morphism goes there");
  return TRUE;
}

/* Is the rest of @word from @at on spelt by a path from @a to @b? */
static gboolean
spells (const ChaseGiven *given, guint32 a, guint32 b, ChaseWord word)
{
  if (word.length == 0 && a == b)
    return TRUE;
  for (guint32 f = 0; f < chase_presentation_n_arrows (given->p); f++)
    {
      ChaseWord image = given->functor->words[f];
      const ChaseArrow *arrow = chase_presentation_arrow (given->p, f);

      if (arrow->source == a && image.length <= word.length
          && chase_word_equal (image, chase_word_part (word, 0, image.length))
          && spells (given, arrow->target, b,
                     chase_word_part (word, image.length, word.length - image.length)))
        return TRUE;
    }
  return FALSE;
}

static gint64
weigh (const gint64 *weights, ChaseWord word)
{
  gint64 sum = 0;

  for (guint32 i = 0; i < word.length; i++)
    sum += weights[word.letters[i]];
  return sum;
}

/* The weights of the evidence, if every equation balances them; NULL else. Caller frees. */
static gint64 *
read_weights (const ChasePresentation *q, JsonObject *map)
{
  g_autofree gint64 *weights = g_new0 (gint64, chase_presentation_n_arrows (q) + 1);

  for (guint32 f = 0; f < chase_presentation_n_arrows (q); f++)
    {
      const char *name = chase_presentation_arrow (q, f)->name;

      if (json_object_has_member (map, name))
        weights[f] = CLAMP (json_object_get_int_member_with_default (map, name, 0), -1000, 1000);
    }
  for (guint32 f = 0; f < chase_presentation_n_arrows (q); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (q, f);

      if ((arrow->inverse != NOWHERE && weights[arrow->inverse] != -weights[f])
          || ((arrow->properties & CHASE_PROPERTY_IDEMPOTENT) && weights[f] != 0))
        return NULL;
    }
  for (guint32 e = 0; e < chase_presentation_n_equations (q); e++)
    if (weigh (weights, chase_presentation_equation (q, e)->left)
        != weigh (weights, chase_presentation_equation (q, e)->right))
      return NULL;
  return g_steal_pointer (&weights);
}

/* Is @weight a sum of weights of generators' images, each as often as one likes? */
static gboolean
is_weight_of_image (const ChaseGiven *given, const gint64 *weights, gint64 weight)
{
  guint32 n = chase_presentation_n_arrows (given->p);
  gint64 common = 0;
  gboolean up = FALSE, down = FALSE;
  g_autofree gboolean *sums = g_new0 (gboolean, (gsize)ABS (weight) + 1);

  for (guint32 f = 0; f < n; f++)
    {
      gint64 one = weigh (weights, given->functor->words[f]), rest = ABS (one);

      up = up || one > 0;
      down = down || one < 0;
      while (rest != 0)
        {
          gint64 next = common % rest;

          common = rest;
          rest = next;
        }
    }
  if (weight == 0 || (up && down && weight % common == 0))
    return TRUE;
  if ((weight > 0 && !up) || (weight < 0 && !down) || (up && down))
    return FALSE;
  sums[0] = TRUE;
  for (gint64 s = 1; s <= ABS (weight); s++)
    for (guint32 f = 0; f < n; f++)
      {
        gint64 one = ABS (weigh (weights, given->functor->words[f]));

        sums[s] = sums[s] || (one > 0 && one <= s && sums[s - one]);
      }
  return sums[ABS (weight)];
}

static gboolean
verify_missed_path (const ChaseGiven *given, JsonObject *object, GError **error)
{
  guint32 a = chase_given_object (given->p, object, "from"),
          b = chase_given_object (given->p, object, "to");
  JsonObject *map = chase_report_object (object, "weights");
  g_autoptr (ChaseEvidence) system = NULL;
  g_autofree gint64 *weights = NULL;
  g_autoptr (GArray) word = NULL;
  guint32 end = NOWHERE;

  if (given->q != NULL && a != NOWHERE && b != NOWHERE)
    word = chase_given_path (given->q, json_object_get_member (object, "missed"),
                             given->functor->objects[a], &end);
  if (word == NULL || end != given->functor->objects[b])
    return chase_refuse (error, "the evidence names no morphism that is missed");
  if (map != NULL)
    {
      weights = read_weights (given->q, map);
      return (weights != NULL && word->len < 10000
              && !is_weight_of_image (given, weights, weigh (weights, chase_demand_word (word))))
             || chase_refuse (error, "these weights tell nothing");
    }
  system = chase_given_system (given, object, error);
  if (system == NULL)
    return FALSE;
  if (!chase_report_is_flag (object, "code", TRUE))
    return is_none_of (given, &system->normal, a, b, word, error);
  chase_given_reduce (&system->normal, word);
  return chase_given_spells_normal_forms (given, &system->normal, error)
         && (!spells (given, a, b, chase_demand_word (word))
             || chase_refuse (error, "a path goes there"));
}

gboolean
chase_report_infinite_full (const ChaseGiven *given, gboolean holds, JsonObject *object,
                            GError **error)
{
  if (json_object_has_member (object, "closure"))
    return verify_closure (given, holds, object, error);
  return holds ? verify_reached (given, object, error) : verify_missed_path (given, object, error);
}
