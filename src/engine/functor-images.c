/* SPDX-License-Identifier: MIT */
#include "engine/functor-images.h"
#include "engine/systems.h"
#include "model/listed.h"

#define NONE G_MAXUINT32
#define MAX_STATES 20000

gboolean
chase_images_init (ChaseImages *images, ChaseChecker *checker, const ChaseFunctor *functor)
{
  *images = (ChaseImages){ .checker = checker, .functor = functor };
  if (functor->source->kind != CHASE_CATEGORY_PRESENTED)
    return FALSE;
  chase_infinite_init (&images->source, checker, functor->source);
  images->source_known = chase_infinite_first (&images->source) != NULL;
  if (functor->target->kind == CHASE_CATEGORY_SETS)
    {
      images->sets = chase_functor_list (functor, chase_checker_list, checker);
      images->target_known = images->sets != NULL;
      return images->target_known;
    }
  if (functor->form != CHASE_FUNCTOR_WORDS || functor->target->kind != CHASE_CATEGORY_PRESENTED)
    return FALSE;
  images->c = chase_checker_enumerated (checker, functor->source);
  images->d = chase_checker_enumerated (checker, functor->target);
  chase_infinite_init (&images->target, checker, functor->target);
  images->has_target = TRUE;
  images->target_known = images->d != NULL || chase_infinite_first (&images->target) != NULL;
  return TRUE;
}

void
chase_images_clear (ChaseImages *images)
{
  if (images->source.systems != NULL)
    chase_infinite_clear (&images->source);
  if (images->has_target)
    chase_infinite_clear (&images->target);
  g_clear_pointer (&images->sets, chase_listed_sets_free);
}

GBytes *
chase_images_target_key (const ChaseImages *images, guint32 x, ChaseWord word)
{
  g_autoptr (GArray) reduced = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 value;

  if (images->d != NULL)
    {
      value = chase_enumerated_value (images->d, x, word);
      return g_bytes_new (&value, sizeof value);
    }
  if (chase_infinite_first (&images->target) == NULL)
    return NULL;
  g_array_append_vals (reduced, word.letters, word.length);
  chase_system_reduce (chase_infinite_first (&images->target), reduced);
  return g_bytes_new (reduced->data, reduced->len * sizeof (guint32));
}

GBytes *
chase_images_key (const ChaseImages *images, guint32 a, ChaseWord word)
{
  g_autoptr (GArray) image = g_array_new (FALSE, FALSE, sizeof (guint32));
  const ChaseSets *sets = images->sets;

  if (sets == NULL)
    return chase_functor_map (images->functor, word, image) ? chase_images_target_key (
               images, images->functor->objects[a], chase_letters (image))
                                                            : NULL;
  for (guint32 x = 0; x < sets->sizes[a]; x++)
    {
      guint32 y = x;

      for (guint32 i = 0; i < word.length; i++)
        y = sets->functions[sets->offsets[word.letters[i]] + y];
      g_array_append_val (image, y);
    }
  return g_bytes_new (image->data, image->len * sizeof (guint32));
}

GPtrArray *
chase_images_paths (const ChaseImages *images, guint32 a, guint32 b, guint limit)
{
  return images->source_known ? chase_infinite_paths (&images->source, a, b, limit)
                              : g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
}

GArray *
chase_images_find (const ChaseImages *images, guint32 a, guint32 b, GBytes *key)
{
  g_autoptr (GPtrArray) paths = chase_images_paths (images, a, b, 300);

  for (guint i = 0; i < paths->len; i++)
    {
      GArray *path = g_ptr_array_index (paths, i);
      g_autoptr (GBytes) image = chase_images_key (images, a, chase_letters (path));

      if (image != NULL && g_bytes_equal (image, key))
        return g_array_ref (path);
    }
  return NULL;
}

/* For evidence. */

const char *
chase_images_object_name (const ChaseImages *images, guint32 a)
{
  return chase_presentation_object_name (images->functor->source->presentation, a);
}

JsonArray *
chase_category_path_names (const ChaseCategory *category, const GArray *word)
{
  return chase_arrow_names (category->presentation, (const guint32 *)(gpointer)word->data,
                            word->len);
}

void
chase_images_say_ends (JsonObject *object, const ChaseImages *images, guint32 a, guint32 b)
{
  json_object_set_string_member (object, "from", chase_images_object_name (images, a));
  json_object_set_string_member (object, "to", chase_images_object_name (images, b));
}

void
chase_images_map (const ChaseImages *images, const GArray *path, GArray *image)
{
  chase_functor_map (images->functor, chase_letters (path), image);
}

JsonObject *
chase_images_system_json (const ChaseImages *images, const char *type)
{
  JsonObject *object = chase_evidence_typed (type);

  json_object_set_object_member (
      object, "system",
      chase_infinite_system_json (&images->target, g_ptr_array_index (images->target.systems, 0)));
  return object;
}

gboolean
chase_images_has_system (const ChaseImages *images)
{
  return images->has_target && chase_infinite_first (&images->target) != NULL;
}

/* Codes. */

static gboolean
is_free (const ChasePresentation *p)
{
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    if (chase_presentation_arrow (p, f)->properties != 0 || chase_presentation_arrow (p, f)->formal)
      return FALSE;
  return chase_presentation_n_equations (p) == 0;
}

/* Can what follows letter @at of the image of @f, in some composable path, begin with the rest of
 * @left from @i on? */
static gboolean
follows (const ChaseFunctor *functor, guint32 f, guint32 at, ChaseWord left, guint32 i)
{
  const ChasePresentation *p = functor->source->presentation;

  for (; i < left.length && at < functor->words[f].length; i++, at++)
    if (functor->words[f].letters[at] != left.letters[i])
      return FALSE;
  if (i == left.length)
    return TRUE;
  for (guint32 g = 0; g < chase_presentation_n_arrows (p); g++)
    if (chase_presentation_arrow (p, g)->source == chase_presentation_arrow (p, f)->target
        && follows (functor, g, 0, left, i))
      return TRUE;
  return FALSE;
}

gboolean
chase_images_are_reduced (const ChaseFunctor *functor, const ChaseNormal *normal)
{
  const ChasePresentation *p = functor->source->presentation;

  if (!is_free (p))
    return FALSE;
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    if (functor->words[f].length == 0)
      return FALSE;
  for (guint32 r = 0; r < normal->n_rules; r++)
    for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
      for (guint32 at = 0; at < functor->words[f].length; at++)
        if (follows (functor, f, at, normal->rules[r].left, 0))
          return FALSE;
  return TRUE;
}

/* Two paths of the source, one ahead of the other: what it has more (the last @more letters of the
 * image of @arrow), and where both end. */
typedef struct
{
  guint32 arrow;
  guint32 more;
  guint32 ahead;
  guint32 behind;
} Race;

static gboolean
note (GArray *races, GHashTable *seen, Race race)
{
  g_autofree char *key
      = g_strdup_printf ("%u %u %u %u", race.arrow, race.more, race.ahead, race.behind);

  if (race.more == 0 && race.ahead == race.behind)
    return FALSE;
  if (g_hash_table_add (seen, g_steal_pointer (&key)))
    g_array_append_val (races, race);
  return TRUE;
}

/* The one behind goes on by @f. FALSE where both become the same word with the same end. */
static gboolean
run (const ChaseFunctor *functor, GArray *races, GHashTable *seen, Race race, guint32 f)
{
  const ChasePresentation *p = functor->source->presentation;
  ChaseWord image = functor->words[f], more = functor->words[race.arrow];
  guint32 n = MIN (race.more, image.length);
  guint32 end = chase_presentation_arrow (p, f)->target;

  for (guint32 i = 0; i < n; i++)
    if (image.letters[i] != more.letters[more.length - race.more + i])
      return TRUE;
  if (image.length <= race.more)
    return note (races, seen, (Race){ race.arrow, race.more - image.length, race.ahead, end });
  return note (races, seen, (Race){ f, image.length - race.more, end, race.ahead });
}

gboolean
chase_images_are_code (const ChaseFunctor *functor)
{
  const ChasePresentation *p = functor->source->presentation;
  guint32 n = chase_presentation_n_arrows (p);
  g_autoptr (GArray) races = g_array_new (FALSE, FALSE, sizeof (Race));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint32 f = 0; f < n; f++)
    for (guint32 g = 0; g < n; g++)
      {
        const ChaseArrow *one = chase_presentation_arrow (p, f);

        if (f != g && one->source == chase_presentation_arrow (p, g)->source
            && !run (functor, races, seen,
                     (Race){ f, functor->words[f].length, one->target, one->source }, g))
          return FALSE;
      }
  for (guint i = 0; i < races->len; i++)
    for (guint32 f = 0; f < n; f++)
      {
        Race race = g_array_index (races, Race, i);

        if (chase_presentation_arrow (p, f)->source == race.behind
            && !run (functor, races, seen, race, f))
          return FALSE;
        if (races->len > MAX_STATES)
          return FALSE;
      }
  return TRUE;
}

gboolean
chase_images_spell (const ChaseFunctor *functor, guint32 a, guint32 b, ChaseWord word)
{
  const ChasePresentation *p = functor->source->presentation;
  guint32 n = chase_presentation_n_objects (p);
  g_autofree gboolean *at = g_new0 (gboolean, (gsize)(word.length + 1) * n + 1);

  at[a] = TRUE;
  for (guint32 i = 0; i <= word.length; i++)
    for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
      {
        const ChaseArrow *arrow = chase_presentation_arrow (p, f);
        ChaseWord image = functor->words[f];

        if (at[(gsize)i * n + arrow->source] && i + image.length <= word.length
            && chase_word_equal (image, chase_word_part (word, i, image.length)))
          at[(gsize)(i + image.length) * n + arrow->target] = TRUE;
      }
  return at[(gsize)word.length * n + b];
}

/* Weights. */

gint
chase_weights_of (const gint *weights, ChaseWord word)
{
  gint sum = 0;

  for (guint32 i = 0; i < word.length; i++)
    sum += weights[word.letters[i]];
  return sum;
}

gint *
chase_weights_new (const ChasePresentation *p, guint32 arrow)
{
  g_autofree gint *weights = g_new0 (gint, chase_presentation_n_arrows (p) + 1);

  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *one = chase_presentation_arrow (p, f);

      if (one->formal || (arrow != NONE && f != arrow))
        continue;
      if (one->properties & CHASE_PROPERTY_IDEMPOTENT)
        return NULL;
      weights[f] = 1;
      if (one->inverse != NONE)
        weights[one->inverse] = -1;
    }
  for (guint32 e = 0; e < chase_presentation_n_equations (p); e++)
    {
      const ChaseEquation *equation = chase_presentation_equation (p, e);

      if (chase_weights_of (weights, equation->left) != chase_weights_of (weights, equation->right))
        return NULL;
    }
  return g_steal_pointer (&weights);
}

static gint
divisor (gint a, gint b)
{
  a = ABS (a);
  b = ABS (b);
  while (b != 0)
    {
      gint rest = a % b;

      a = b;
      b = rest;
    }
  return a;
}

/* Is @weight a sum of those of @parts, all positive? */
static gboolean
is_sum (const GArray *parts, gint weight)
{
  g_autofree gboolean *sums = g_new0 (gboolean, (gsize)weight + 1);

  sums[0] = TRUE;
  for (gint s = 0; s <= weight; s++)
    for (guint i = 0; i < parts->len; i++)
      if (s >= g_array_index (parts, gint, i) && sums[s - g_array_index (parts, gint, i)])
        sums[s] = TRUE;
  return sums[weight];
}

gboolean
chase_weights_allow (const ChaseFunctor *functor, const gint *weights, gint weight)
{
  const ChasePresentation *p = functor->source->presentation;
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (gint));
  gboolean up = FALSE, down = FALSE;
  gint common = 0;

  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      gint one = chase_weights_of (weights, functor->words[f]), size = ABS (one);

      up = up || one > 0;
      down = down || one < 0;
      common = divisor (common, one);
      if (one != 0)
        g_array_append_val (parts, size);
    }
  if (weight == 0)
    return TRUE;
  if (common == 0 || weight % common != 0)
    return FALSE;
  if (up && down)
    return TRUE;
  return (weight > 0) == up && is_sum (parts, ABS (weight));
}
