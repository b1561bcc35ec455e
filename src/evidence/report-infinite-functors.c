/* SPDX-License-Identifier: MIT */
#include "evidence/listing.h"
#include "evidence/report-private.h"
#include "evidence/values.h"
#include "evidence/verifier.h"

#include <string.h>

/*
 * Functors from or to a category whose morphisms are not listed. Every way by which the evidence
 * may show a property has its own function here.
 */

#define NOWHERE G_MAXUINT32
#define MAX_ROWS 1000000
#define MAX_HITS 400000

typedef struct
{
  ChaseTheory *theory;
  const ChaseFunctor *functor;
  const ChasePresentation *p; /* of the source */
  const ChasePresentation *q; /* of the target, or NULL */
  const ChaseSets *sets;      /* of a functor to Set */
} Given;

static ChaseWord
word_of (const GArray *letters)
{
  return (ChaseWord){ (const guint32 *)(gpointer)letters->data, letters->len };
}

static guint32
object_named (const ChasePresentation *p, JsonObject *object, const char *key)
{
  const char *name = chase_report_string (object, key);

  return name != NULL ? chase_presentation_find_object (p, name) : NOWHERE;
}

/* A path from @source that the evidence names; NULL where it is none. Caller owns it. */
static GArray *
read_path (const ChasePresentation *p, JsonNode *node, guint32 source, guint32 *target)
{
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node)
      || !chase_report_word (p, json_node_get_array (node), word)
      || !chase_presentation_path_target (p, source, word_of (word), target))
    return NULL;
  return g_steal_pointer (&word);
}

static GArray *
image_of (const Given *given, const GArray *path)
{
  g_autoptr (GArray) image = g_array_new (FALSE, FALSE, sizeof (guint32));

  return chase_functor_map (given->functor, word_of (path), image) ? g_steal_pointer (&image)
                                                                   : NULL;
}

/* A verified complete system of the target. */
static ChaseEvidence *
read_system (const Given *given, JsonObject *object, GError **error)
{
  JsonNode *node = json_object_get_member (object, "system");
  g_autofree char *count = NULL;
  g_autoptr (ChaseEvidence) system = node != NULL && given->q != NULL
                                         ? chase_evidence_from_json (node, given->q, NULL, error)
                                         : NULL;

  if (system != NULL && system->kind == CHASE_EVIDENCE_NORMAL
      && chase_verify_count (given->q, NOWHERE, NOWHERE, &system->normal, NULL, &count, error))
    return g_steal_pointer (&system);
  if (error != NULL && *error == NULL)
    chase_refuse (error, "there is no complete system of the target");
  return NULL;
}

/* Rewrites by the rules until none applies; they end, which has been verified. */
static void
reduce (const ChaseNormal *normal, GArray *word)
{
  gboolean changed = TRUE;

  while (changed)
    {
      changed = FALSE;
      for (guint32 r = 0; r < normal->n_rules && !changed; r++)
        for (guint32 at = 0; at + normal->rules[r].left.length <= word->len && !changed; at++)
          if (chase_word_equal (normal->rules[r].left,
                                chase_word_part (word_of (word), at, normal->rules[r].left.length)))
            {
              g_array_remove_range (word, at, normal->rules[r].left.length);
              if (normal->rules[r].right.length > 0)
                g_array_insert_vals (word, at, normal->rules[r].right.letters,
                                     normal->rules[r].right.length);
              changed = TRUE;
            }
    }
}

static gboolean
same_words (const GArray *one, const GArray *two)
{
  return chase_word_equal (word_of (one), word_of (two));
}

/* Not faithful: two paths. */

static gboolean
same_functions (const Given *given, guint32 a, const GArray *x, const GArray *y)
{
  const ChaseSets *sets = given->sets;

  for (guint32 e = 0; e < sets->sizes[a]; e++)
    {
      guint32 one = e, two = e;

      for (guint i = 0; i < x->len; i++)
        one = sets->functions[sets->offsets[g_array_index (x, guint32, i)] + one];
      for (guint i = 0; i < y->len; i++)
        two = sets->functions[sets->offsets[g_array_index (y, guint32, i)] + two];
      if (one != two)
        return FALSE;
    }
  return TRUE;
}

static gboolean
verify_confused (const Given *given, JsonObject *object, GError **error)
{
  JsonArray *pair = chase_report_array (object, "confused");
  guint32 a = object_named (given->p, object, "from"), ends[2] = { 0, 0 };
  g_autoptr (GArray) x = NULL;
  g_autoptr (GArray) y = NULL;
  g_autoptr (GArray) one = NULL;
  g_autoptr (GArray) two = NULL;

  if (a != NOWHERE && pair != NULL && json_array_get_length (pair) == 2)
    {
      x = read_path (given->p, json_array_get_element (pair, 0), a, &ends[0]);
      y = read_path (given->p, json_array_get_element (pair, 1), a, &ends[1]);
    }
  if (x == NULL || y == NULL || ends[0] != ends[1])
    return chase_refuse (error, "the evidence names no two parallel paths");
  if (!chase_report_equation (given->theory, given->p, a, word_of (x), word_of (y), FALSE,
                              json_object_get_member (object, "apart"), error))
    return FALSE;
  if (given->sets != NULL)
    return same_functions (given, a, x, y) || chase_refuse (error, "their images differ");
  one = image_of (given, x);
  two = image_of (given, y);
  if (one == NULL || two == NULL)
    return chase_refuse (error, "the paths have no images");
  return chase_report_equation (given->theory, given->q, given->functor->objects[a], word_of (one),
                                word_of (two), TRUE, json_object_get_member (object, "equal"),
                                error);
}

/* Faithful: different normal forms of finitely many images. */

/* The normal forms of the images of all morphisms of a finite source, by its list. */
static GPtrArray *
reduced_images (const Given *given, const ChaseEnumerated *c, const ChaseNormal *normal)
{
  g_autoptr (GPtrArray) images = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);

  for (guint32 f = 0; f < chase_finite_n_morphisms (c->finite); f++)
    {
      GArray *image = g_array_new (FALSE, FALSE, sizeof (guint32));

      g_ptr_array_add (images, image);
      if (!chase_functor_map (given->functor, chase_enumerated_word (c, f), image))
        return NULL;
      reduce (normal, image);
    }
  return g_steal_pointer (&images);
}

static gboolean
verify_apart (const Given *given, JsonObject *object, GError **error)
{
  g_autoptr (ChaseEvidence) system = read_system (given, object, error);
  g_autoptr (ChaseEnumerated) c
      = system != NULL ? chase_enumerate (given->functor->source, MAX_ROWS, error) : NULL;
  g_autoptr (GPtrArray) images = c != NULL ? reduced_images (given, c, &system->normal) : NULL;

  if (images == NULL)
    return FALSE;
  for (guint32 f = 0; f < images->len; f++)
    for (guint32 g = 0; g < f; g++)
      if (c->finite->source[f] == c->finite->source[g]
          && c->finite->target[f] == c->finite->target[g]
          && same_words (g_ptr_array_index (images, f), g_ptr_array_index (images, g)))
        return chase_refuse (error, "two morphisms have images with one normal form");
  return TRUE;
}

/* Codes: generators whose images always spell a word in normal form, and different ones. */

static gboolean
nothing_is_said (const ChasePresentation *p)
{
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    if (chase_presentation_arrow (p, f)->formal || chase_presentation_arrow (p, f)->properties != 0)
      return FALSE;
  return chase_presentation_n_equations (p) == 0;
}

/* All words that composable paths from @f on spell from their letter @at on, @length letters long:
 * is @left one of them? Depth first, letter by letter. */
static gboolean
may_spell (const Given *given, guint32 f, guint32 at, ChaseWord left)
{
  ChaseWord image = given->functor->words[f];

  if (left.length == 0)
    return TRUE;
  if (at < image.length)
    return image.letters[at] == left.letters[0]
           && may_spell (given, f, at + 1, chase_word_part (left, 1, left.length - 1));
  for (guint32 g = 0; g < chase_presentation_n_arrows (given->p); g++)
    if (chase_presentation_arrow (given->p, g)->source
            == chase_presentation_arrow (given->p, f)->target
        && may_spell (given, g, 0, left))
      return TRUE;
  return FALSE;
}

static gboolean
spells_normal_forms (const Given *given, const ChaseNormal *normal, GError **error)
{
  if (!nothing_is_said (given->p))
    return chase_refuse (error, "the source has equations or declared properties");
  for (guint32 f = 0; f < chase_presentation_n_arrows (given->p); f++)
    {
      if (given->functor->words[f].length == 0)
        return chase_refuse (error, "a generator goes to an identity");
      for (guint32 at = 0; at < given->functor->words[f].length; at++)
        for (guint32 r = 0; r < normal->n_rules; r++)
          if (may_spell (given, f, at, normal->rules[r].left))
            return chase_refuse (error, "images of paths are not always in normal form");
    }
  return TRUE;
}

/* What one of two paths has spelt more than the other, and the objects where they are. */
static char *
lead_key (const GArray *lead, guint32 ahead, guint32 behind)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%u %u:", ahead, behind);
  for (guint i = 0; i < lead->len; i++)
    g_string_append_printf (text, " %u", g_array_index (lead, guint32, i));
  return g_string_free (text, FALSE);
}

typedef struct
{
  GArray *lead;
  guint32 ahead;
  guint32 behind;
} Lead;

static void
lead_free (gpointer data)
{
  g_array_unref (((Lead *)data)->lead);
  g_free (data);
}

/* Puts what comes of it when the path behind goes on by @f; FALSE where both meet. */
static gboolean
catch_up (const Given *given, const Lead *from, guint32 f, GPtrArray *leads, GHashTable *seen)
{
  ChaseWord image = given->functor->words[f];
  guint32 end = chase_presentation_arrow (given->p, f)->target;
  guint32 common = MIN (from->lead->len, image.length);
  g_autoptr (GArray) lead = g_array_new (FALSE, FALSE, sizeof (guint32));
  gboolean overtakes = image.length > from->lead->len;
  Lead *made;

  if (!chase_word_equal (chase_word_part (word_of (from->lead), 0, common),
                         chase_word_part (image, 0, common)))
    return TRUE;
  if (overtakes)
    g_array_append_vals (lead, image.letters + common, image.length - common);
  else if (from->lead->len > common)
    g_array_append_vals (lead, &g_array_index (from->lead, guint32, common),
                         from->lead->len - common);
  if (lead->len == 0 && from->ahead == end)
    return FALSE;
  made = g_new (Lead, 1);
  made->ahead = overtakes ? end : from->ahead;
  made->behind = overtakes ? from->ahead : end;
  made->lead = g_steal_pointer (&lead);
  if (g_hash_table_add (seen, lead_key (made->lead, made->ahead, made->behind)))
    g_ptr_array_add (leads, made);
  else
    lead_free (made);
  return TRUE;
}

static gboolean
is_code (const Given *given)
{
  g_autoptr (GPtrArray) leads = g_ptr_array_new_with_free_func (lead_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint32 n = chase_presentation_n_arrows (given->p);

  for (guint32 f = 0; f < n; f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (given->p, f);
      g_autoptr (GArray) lead = g_array_new (FALSE, FALSE, sizeof (guint32));
      Lead first = { lead, arrow->target, arrow->source };

      g_array_append_vals (lead, given->functor->words[f].letters, given->functor->words[f].length);
      for (guint32 g = 0; g < n; g++)
        if (g != f && chase_presentation_arrow (given->p, g)->source == arrow->source
            && !catch_up (given, &first, g, leads, seen))
          return FALSE;
    }
  for (guint i = 0; i < leads->len; i++)
    for (guint32 f = 0; f < n; f++)
      {
        const Lead *lead = g_ptr_array_index (leads, i);

        if (chase_presentation_arrow (given->p, f)->source == lead->behind
            && !catch_up (given, lead, f, leads, seen))
          return FALSE;
      }
  return TRUE;
}

static gboolean
verify_code (const Given *given, JsonObject *object, GError **error)
{
  g_autoptr (ChaseEvidence) system = read_system (given, object, error);

  return system != NULL && spells_normal_forms (given, &system->normal, error)
         && (is_code (given) || chase_refuse (error, "two paths spell the same word"));
}

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
continued (const Given *given, const ChaseEnumerated *d, const GArray *value, guint32 f)
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
reach_from (const Given *given, const ChaseEnumerated *d, guint32 a)
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
n_there (const Given *given, const ChaseEnumerated *d, guint32 a, guint32 b)
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
read_missed (const Given *given, const ChaseEnumerated *d, guint32 a, guint32 b, JsonObject *object)
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
verify_missed (const Given *given, const ChaseEnumerated *d, JsonObject *object, GError **error)
{
  guint32 a = object_named (given->p, object, "from"), b = object_named (given->p, object, "to");
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
verify_closure (const Given *given, gboolean holds, JsonObject *object, GError **error)
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
is_image (const Given *given, guint32 x)
{
  for (guint32 a = 0; a < chase_presentation_n_objects (given->p); a++)
    if (given->functor->objects[a] == x)
      return TRUE;
  return FALSE;
}

/* Which generator the part is about, G_MAXUINT32 for an identity; its law is added. */
static gboolean
read_part (const Given *given, JsonObject *part, guint32 a, guint32 b, guint32 d,
           ChaseDemands *laws)
{
  const char *arrow = chase_report_string (part, "arrow");
  guint32 end = NOWHERE;
  g_autoptr (GArray) path = NULL;
  g_autoptr (GArray) image = NULL;
  ChaseDemand *law;

  if (object_named (given->p, part, "from") != a || object_named (given->p, part, "to") != b
      || (d == NOWHERE ? arrow != NULL
                       : g_strcmp0 (arrow, chase_presentation_arrow (given->q, d)->name) != 0))
    return FALSE;
  path = read_path (given->p, json_object_get_member (part, "path"), a, &end);
  image = path != NULL && end == b ? image_of (given, path) : NULL;
  if (image == NULL)
    return FALSE;
  law = chase_demands_add_paths (laws, (ChasePresentation *)given->q, given->functor->objects[a]);
  g_array_append_vals (law->left, image->data, image->len);
  if (d != NOWHERE)
    g_array_append_val (law->right, d);
  return TRUE;
}

typedef struct
{
  JsonArray *list;
  guint next;
} Parts;

static JsonObject *
next_part (Parts *parts)
{
  JsonNode *node = parts->list != NULL && parts->next < json_array_get_length (parts->list)
                       ? json_array_get_element (parts->list, parts->next++)
                       : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* All generators between the images of @a and @b, and the identity where these are one. */
static gboolean
parts_between (const Given *given, guint32 a, guint32 b, Parts *parts, ChaseDemands *laws)
{
  const guint32 *objects = given->functor->objects;
  JsonObject *part;

  if (a != b && objects[a] == objects[b])
    {
      part = next_part (parts);
      if (part == NULL || !read_part (given, part, a, b, NOWHERE, laws))
        return FALSE;
    }
  for (guint32 d = 0; d < chase_presentation_n_arrows (given->q); d++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (given->q, d);

      if (arrow->source != objects[a] || arrow->target != objects[b])
        continue;
      part = next_part (parts);
      if (part == NULL || !read_part (given, part, a, b, d, laws))
        return FALSE;
    }
  return TRUE;
}

static gboolean
verify_reached (const Given *given, JsonObject *object, GError **error)
{
  guint32 n = chase_presentation_n_objects (given->p);
  g_autoptr (ChaseDemands) laws = chase_demands_new ();
  Parts parts = { chase_report_array (object, "reached"), 0 };
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
is_none_of (const Given *given, const ChaseNormal *normal, guint32 a, guint32 b, const GArray *word,
            GError **error)
{
  g_autoptr (ChaseEnumerated) c = chase_enumerate (given->functor->source, MAX_ROWS, error);
  g_autoptr (GPtrArray) images = c != NULL ? reduced_images (given, c, normal) : NULL;
  g_autoptr (GArray) reduced = g_array_copy ((GArray *)word);

  if (images == NULL)
    return FALSE;
  reduce (normal, reduced);
  for (guint32 f = 0; f < images->len; f++)
    if (c->finite->source[f] == a && c->finite->target[f] == b
        && same_words (g_ptr_array_index (images, f), reduced))
      return chase_refuse (error, "a morphism goes there");
  return TRUE;
}

/* Is the rest of @word from @at on spelt by a path from @a to @b? */
static gboolean
spells (const Given *given, guint32 a, guint32 b, ChaseWord word)
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
is_weight_of_image (const Given *given, const gint64 *weights, gint64 weight)
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
verify_missed_path (const Given *given, JsonObject *object, GError **error)
{
  guint32 a = object_named (given->p, object, "from"), b = object_named (given->p, object, "to");
  JsonObject *map = chase_report_object (object, "weights");
  g_autoptr (ChaseEvidence) system = NULL;
  g_autofree gint64 *weights = NULL;
  g_autoptr (GArray) word = NULL;
  guint32 end = NOWHERE;

  if (given->q != NULL && a != NOWHERE && b != NOWHERE)
    word = read_path (given->q, json_object_get_member (object, "missed"),
                      given->functor->objects[a], &end);
  if (word == NULL || end != given->functor->objects[b])
    return chase_refuse (error, "the evidence names no morphism that is missed");
  if (map != NULL)
    {
      weights = read_weights (given->q, map);
      return (weights != NULL && word->len < 10000
              && !is_weight_of_image (given, weights, weigh (weights, word_of (word))))
             || chase_refuse (error, "these weights tell nothing");
    }
  system = read_system (given, object, error);
  if (system == NULL)
    return FALSE;
  if (!chase_report_is_flag (object, "code", TRUE))
    return is_none_of (given, &system->normal, a, b, word, error);
  reduce (&system->normal, word);
  return spells_normal_forms (given, &system->normal, error)
         && (!spells (given, a, b, word_of (word)) || chase_refuse (error, "a path goes there"));
}

/* Essentially surjective. */

static gboolean
verify_surjective (const Given *given, JsonObject *object, GError **error)
{
  JsonArray *list = chase_report_array (object, "objects");
  guint32 n = chase_presentation_n_objects (given->q);

  if (list == NULL || json_array_get_length (list) != n)
    return chase_refuse (error, "the evidence must speak of every object");
  for (guint32 x = 0; x < n; x++)
    {
      JsonNode *node = json_array_get_element (list, x);
      JsonObject *part = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      guint32 a = part != NULL ? object_named (given->p, part, "from") : NOWHERE;

      if (a == NOWHERE
          || !chase_report_infinite_isomorphic (given->theory, given->functor->target,
                                                given->functor->objects[a], x, TRUE, part, error))
        return chase_refuse (error, "%s is not shown to be isomorphic to an image",
                             chase_presentation_object_name (given->q, x));
    }
  return TRUE;
}

static gboolean
verify_unreached (const Given *given, JsonObject *object, GError **error)
{
  guint32 x = given->q != NULL ? object_named (given->q, object, "object") : NOWHERE;

  if (x == NOWHERE)
    return chase_refuse (error, "the evidence names no object");
  for (guint32 a = 0; a < chase_presentation_n_objects (given->p); a++)
    if (!chase_report_infinite_isomorphic (given->theory, given->functor->target,
                                           given->functor->objects[a], x, FALSE, object, error))
      return FALSE;
  return TRUE;
}

/* Of sets: no value has that size. */
static gboolean
verify_size (const Given *given, JsonObject *object, GError **error)
{
  gint64 size = chase_report_number (object, "size");

  for (guint32 a = 0; a < given->sets->n_objects; a++)
    if (given->sets->sizes[a] == size)
      return chase_refuse (error, "a value has this size");
  return size >= 0 || chase_refuse (error, "the evidence names no size");
}

/* One property. */

static gboolean
verify_one (const Given *given, ChaseAdjective adjective, gboolean holds, JsonObject *object,
            GError **error)
{
  if (!chase_report_is (object, holds ? "list" : "table", error))
    return FALSE;
  if (holds && json_object_has_member (object, "inverse"))
    return chase_report_inverse_functor (given->theory, given->functor, object, error);
  switch (adjective)
    {
    case CHASE_ADJECTIVE_ESSENTIALLY_SURJECTIVE:
      if (given->sets != NULL)
        return holds ? chase_refuse (error, "sets have all sizes")
                     : verify_size (given, object, error);
      return holds ? verify_surjective (given, object, error)
                   : verify_unreached (given, object, error);
    case CHASE_ADJECTIVE_FULL:
      if (chase_report_is_flag (object, "closure", TRUE))
        return verify_closure (given, holds, object, error);
      return holds ? verify_reached (given, object, error)
                   : verify_missed_path (given, object, error);
    default:
      if (!holds)
        return verify_confused (given, object, error);
      return chase_report_is_flag (object, "code", TRUE) ? verify_code (given, object, error)
                                                         : verify_apart (given, object, error);
    }
}

static gboolean
reached_once (const Given *given, guint32 x)
{
  guint times = 0;

  for (guint32 a = 0; a < chase_presentation_n_objects (given->p); a++)
    times += given->functor->objects[a] == x;
  return times == 1;
}

static gboolean
verify_several (const Given *given, const ChaseAdjective *adjectives, guint n, gboolean holds,
                JsonObject *object, GError **error)
{
  const char *word = chase_report_string (object, "adjective");
  Parts parts = { chase_report_array (object, "parts"), 0 };

  for (guint i = 0; i < n; i++)
    {
      JsonObject *part = holds ? next_part (&parts) : object;
      JsonObject *evidence = part != NULL ? chase_report_object (part, "evidence") : NULL;

      if (!holds && g_strcmp0 (word, chase_adjective_word (adjectives[i])) != 0)
        continue;
      if (evidence == NULL)
        return chase_refuse (error, "there must be evidence for each property");
      if (!verify_one (given, adjectives[i], holds, evidence, error))
        return FALSE;
      if (!holds)
        return TRUE;
    }
  return holds || chase_refuse (error, "the evidence does not say which property fails");
}

static gboolean
verify_isomorphism (const Given *given, const ChaseAdjective *all, gboolean holds,
                    JsonObject *object, GError **error)
{
  guint32 x = given->q != NULL ? object_named (given->q, object, "object") : NOWHERE;

  if (!holds && x != NOWHERE)
    return !reached_once (given, x) || chase_refuse (error, "this object is reached once");
  for (x = 0; holds && x < chase_presentation_n_objects (given->q); x++)
    if (!reached_once (given, x))
      return chase_refuse (error, "an object is not reached once");
  return verify_several (given, all, 2, holds, object, error);
}

static gboolean
is_lawful (const Given *given, JsonObject *object, GError **error)
{
  JsonObject *proofs = chase_report_object (object, "laws");
  g_autoptr (ChaseDemands) laws = NULL;

  if (given->sets != NULL)
    return TRUE;
  if (proofs == NULL)
    return chase_refuse (error, "nothing shows that it is a functor");
  laws = chase_demands_of_functor (given->functor);
  return chase_report_laws (given->theory, laws, TRUE, proofs, error);
}

gboolean
chase_report_infinite_functor (ChaseTheory *theory, const ChaseFunctor *functor,
                               ChaseAdjective adjective, gboolean holds, JsonObject *object,
                               GError **error)
{
  static const ChaseAdjective all[]
      = { CHASE_ADJECTIVE_FAITHFUL, CHASE_ADJECTIVE_FULL, CHASE_ADJECTIVE_ESSENTIALLY_SURJECTIVE };
  gboolean to_sets = functor->target->kind == CHASE_CATEGORY_SETS;
  g_autoptr (GHashTable) listing = chase_listing_new ();
  g_autoptr (ChaseSets) sets = to_sets ? chase_values_of (functor, listing) : NULL;
  Given given
      = { theory, functor, functor->source->presentation, functor->target->presentation, sets };

  if (functor->source->kind != CHASE_CATEGORY_PRESENTED
      || (to_sets ? sets == NULL
                  : functor->form != CHASE_FUNCTOR_WORDS
                        || functor->target->kind != CHASE_CATEGORY_PRESENTED))
    return chase_refuse (error, "the values of this functor are not known");
  if (!is_lawful (&given, object, error))
    return FALSE;
  switch (adjective)
    {
    case CHASE_ADJECTIVE_FULLY_FAITHFUL:
      return verify_several (&given, all, 2, holds, object, error);
    case CHASE_ADJECTIVE_EQUIVALENCE:
      return verify_several (&given, all, 3, holds, object, error);
    case CHASE_ADJECTIVE_ISOMORPHISM:
      return to_sets ? verify_several (&given, all, 3, holds, object, error)
                     : verify_isomorphism (&given, all, holds, object, error);
    default:
      return verify_one (&given, adjective, holds, object, error);
    }
}
