/* SPDX-License-Identifier: MIT */
#include "evidence/listing.h"
#include "evidence/refine.h"
#include "evidence/report-private.h"
#include "model/set-maps.h"
#include "evidence/table.h"
#include "i18n.h"

/* Isomorphic and equivalent categories: a functor, tried on all morphisms, or colours of morphisms,
 * worked out once more. */

#define NOWHERE G_MAXUINT32
#define MAX_STEPS 30000000

typedef struct
{
  const ChaseEnumerated *c;
  const ChaseEnumerated *d;
  guint32 *objects;
  guint32 *arrows; /* of the presentation of c: morphisms of d */
  guint32 *images; /* of all morphisms of c */
} Functor;

static gboolean
read_values (Functor *functor, JsonObject *given)
{
  const ChasePresentation *p = functor->c->presentation;
  JsonObject *objects = given != NULL ? chase_report_object (given, "objects") : NULL;
  JsonObject *arrows = given != NULL ? chase_report_object (given, "arrows") : NULL;
  const ChaseFinite *d = functor->d->finite;

  if (objects == NULL || arrows == NULL)
    return FALSE;
  for (guint32 a = 0; a < chase_presentation_n_objects (p); a++)
    {
      const char *name = chase_report_string (objects, chase_presentation_object_name (p, a));

      functor->objects[a] = name != NULL
                                ? chase_presentation_find_object (functor->d->presentation, name)
                                : NOWHERE;
      if (functor->objects[a] == NOWHERE)
        return FALSE;
    }
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);
      JsonNode *path = json_object_get_member (arrows, arrow->name);
      guint32 m;

      if (arrow->formal)
        continue;
      m = path != NULL ? chase_report_morphism (functor->d, path, functor->objects[arrow->source])
                       : NOWHERE;
      if (m == NOWHERE || d->source[m] != functor->objects[arrow->source]
          || d->target[m] != functor->objects[arrow->target])
        return FALSE;
      functor->arrows[f] = m;
      if (arrow->inverse == NOWHERE)
        continue;
      functor->arrows[arrow->inverse] = chase_table_inverse (d, m);
      if (functor->arrows[arrow->inverse] == NOWHERE)
        return FALSE;
    }
  return TRUE;
}

/* Images along paths, and that every product with a generator is kept. */
static gboolean
is_functor (Functor *functor)
{
  const ChaseFinite *c = functor->c->finite;
  const ChaseFinite *d = functor->d->finite;

  for (guint32 f = 0; f < chase_finite_n_morphisms (c); f++)
    {
      ChaseWord word = chase_enumerated_word (functor->c, f);
      guint32 value = chase_finite_identity (d, functor->objects[c->source[f]]);

      for (guint32 i = 0; i < word.length; i++)
        value = chase_finite_compose (d, value, functor->arrows[word.letters[i]]);
      functor->images[f] = value;
    }
  for (guint32 a = 0; a < chase_presentation_n_arrows (functor->c->presentation); a++)
    {
      guint32 g = functor->c->generators[a];

      for (guint32 f = 0; f < chase_finite_n_morphisms (c); f++)
        if (c->target[f] == c->source[g]
            && functor->images[chase_finite_compose (c, f, g)]
                   != chase_finite_compose (d, functor->images[f], functor->arrows[a]))
          return FALSE;
    }
  return TRUE;
}

/* Of each hom-set a bijection: the same number, and no two alike. */
static gboolean
is_fully_faithful (const Functor *functor)
{
  const ChaseFinite *c = functor->c->finite;
  const ChaseFinite *d = functor->d->finite;

  for (guint32 a = 0; a < c->n_objects; a++)
    for (guint32 b = 0; b < c->n_objects; b++)
      {
        g_autoptr (GHashTable) images = g_hash_table_new (NULL, NULL);
        guint count = 0;

        for (guint32 f = 0; f < chase_finite_n_morphisms (c); f++)
          if (c->source[f] == a && c->target[f] == b
              && !g_hash_table_add (images, GUINT_TO_POINTER (functor->images[f] + 1)))
            return FALSE;
        for (guint32 g = 0; g < chase_finite_n_morphisms (d); g++)
          count += d->source[g] == functor->objects[a] && d->target[g] == functor->objects[b];
        if (count != g_hash_table_size (images))
          return FALSE;
      }
  return TRUE;
}

static gboolean
reaches (const Functor *functor, guint32 x, gboolean exactly)
{
  const ChaseFinite *d = functor->d->finite;
  guint times = 0;

  for (guint32 a = 0; a < functor->c->finite->n_objects; a++)
    times += functor->objects[a] == x;
  if (exactly || times > 0)
    return times == 1 || !exactly;
  for (guint32 f = 0; f < d->n_arrows; f++)
    for (guint32 a = 0; d->source[f] == x && a < functor->c->finite->n_objects; a++)
      if (functor->objects[a] == d->target[f] && chase_table_has (d, f, CHASE_PROPERTY_ISO))
        return TRUE;
  return FALSE;
}

static gboolean
verify_functor (const ChaseEnumerated *c, const ChaseEnumerated *d, gboolean exactly,
                JsonObject *given, GError **error)
{
  g_autofree guint32 *objects = g_new0 (guint32, c->finite->n_objects + 1);
  g_autofree guint32 *arrows = g_new0 (guint32, chase_presentation_n_arrows (c->presentation) + 1);
  g_autofree guint32 *images = g_new0 (guint32, chase_finite_n_morphisms (c->finite) + 1);
  Functor functor = { c, d, objects, arrows, images };

  if (!read_values (&functor, given) || !is_functor (&functor))
    return chase_refuse (error, "this is no functor between the two");
  if (!is_fully_faithful (&functor))
    return chase_refuse (error, "the functor is not full, or not faithful");
  for (guint32 x = 0; x < d->finite->n_objects; x++)
    if (!reaches (&functor, x, exactly))
      return chase_refuse (error, "%s is not reached as it should be",
                           chase_presentation_object_name (d->presentation, x));
  return TRUE;
}

static gboolean
says (JsonObject *object, const char *key, guint32 one, guint32 two)
{
  JsonArray *pair = chase_report_array (object, key);

  return pair != NULL && json_array_get_length (pair) == 2
         && chase_report_number_at (pair, 0) == one && chase_report_number_at (pair, 1) == two;
}

static gboolean
verify_difference (const ChaseFinite *c, const ChaseFinite *d, JsonObject *object, GError **error)
{
  guint32 n = chase_finite_n_morphisms (c);
  gint64 rounds = chase_report_number (object, "rounds");
  g_autofree guint32 *one = NULL;
  g_autofree guint32 *two = NULL;
  int found;

  if (!chase_report_is (object, "table", error))
    return FALSE;
  if (c->n_objects != d->n_objects || n != chase_finite_n_morphisms (d))
    return (says (object, "objects", c->n_objects, d->n_objects)
            && says (object, "morphisms", n, chase_finite_n_morphisms (d)))
           || chase_refuse (error, "the numbers of objects and morphisms are others");
  one = g_new (guint32, n + 1);
  two = g_new (guint32, n + 1);
  if (rounds > 0)
    return !chase_refine (c, d, (guint)MIN (rounds, n + 2), one, two)
           || chase_refuse (error, "this does not tell the two apart");
  if (!chase_report_is_flag (object, "searched", TRUE))
    return chase_refuse (error, "the evidence tells nothing apart");
  if (!chase_refine (c, d, n + 2, one, two))
    return TRUE;
  found = chase_refined_isomorphism (c, d, one, two, MAX_STEPS);
  return found == 0
         || chase_refuse (error, found > 0 ? "there is an isomorphism"
                                           : _ ("looking for an isomorphism takes too long"));
}

/* Of Set and its opposite: in one of them every arrow to an initial object is an isomorphism. */
static gboolean
are_turned_sets (const ChaseCategory *one, const ChaseCategory *two)
{
  return one->kind == CHASE_CATEGORY_SETS && two->kind == CHASE_CATEGORY_OPPOSITE
         && two->parts[0] == one;
}

gboolean
chase_report_equivalent (ChaseTheory *theory, const ChaseProposition *proposition, gboolean holds,
                         JsonObject *object, GError **error)
{
  gboolean equivalent = proposition->kind == CHASE_PROPOSITION_EQUIVALENT;
  g_autoptr (GHashTable) listing = chase_listing_new ();
  const ChaseEnumerated *all[2] = { NULL, NULL };
  const ChaseCategory *sides[2];
  gboolean objects = FALSE;
  gint64 side;

  for (guint i = 0; i < 2; i++)
    {
      sides[i]
          = chase_theory_category_listed (theory, g_ptr_array_index (proposition->terms, i), NULL);
      if (sides[i] == NULL)
        return chase_refuse (error, "the file has no such category");
    }
  if (!chase_report_is (object, holds ? "bijection" : "table", error))
    return FALSE;
  if (holds && chase_report_is_flag (object, "same", TRUE))
    return (sides[0] == sides[1] && !sides[0]->table)
           || chase_refuse (error, "these are two categories");
  if (!holds && json_object_has_member (object, "strict"))
    return are_turned_sets (sides[0], sides[1]) || are_turned_sets (sides[1], sides[0])
           || chase_refuse (error, "these are not Set and its opposite");
  if (holds && json_object_has_member (object, "renaming"))
    return chase_report_renaming (theory, sides[0], sides[1], object, error);
  side = chase_report_number (object, "side");
  if (!holds && (side == 0 || side == 1) && chase_report_is_flag (object, "sets", TRUE))
    return (chase_category_to_sets (sides[side], &objects) && objects
            && sides[1 - side]->kind == CHASE_CATEGORY_PRESENTED)
           || chase_refuse (error, "neither has infinitely many objects");
  if (!holds && (side == 0 || side == 1) && chase_report_object (object, "infinite") != NULL)
    return chase_report_infinite (sides[side], chase_report_object (object, "infinite"), error)
           && (chase_listing_get (sides[1 - side], listing) != NULL
               || chase_refuse (error, "the other may be infinite too"));
  for (guint i = 0; i < 2; i++)
    all[i] = chase_listing_get (sides[i], listing);
  if (all[0] == NULL || all[1] == NULL)
    return chase_refuse (error, "the morphisms of these categories cannot be listed");
  if (holds)
    return verify_functor (all[0], all[1], !equivalent, chase_report_object (object, "functor"),
                           error);
  if (equivalent)
    {
      g_autoptr (ChaseFinite) one = chase_refine_skeleton (all[0]->finite);
      g_autoptr (ChaseFinite) two = chase_refine_skeleton (all[1]->finite);

      return verify_difference (one, two, object, error);
    }
  return verify_difference (all[0]->finite, all[1]->finite, object, error);
}
