/* SPDX-License-Identifier: MIT */
#include "evidence/conditions.h"
#include "evidence/listing.h"
#include "evidence/report-private.h"
#include "evidence/values.h"

/* Adjunctions without a unit that is given: the bijections of hom-sets g |-> R (g) . u, where u is
 * the unit of the evidence, worked out once more. They are natural in B because R is a functor, and
 * natural in A when the unit is. */

#define NOWHERE G_MAXUINT32

typedef struct
{
  const ChaseFunctor *left; /* C -> D */
  const ChaseFunctor *right;
  const ChaseEnumerated *c;
  const ChaseEnumerated *d;
  guint32 *left_image; /* of every morphism */
  guint32 *right_image;
} Adjoint;

static void
adjoint_clear (Adjoint *adjoint)
{
  g_free (adjoint->left_image);
  g_free (adjoint->right_image);
}

/* The image of every morphism of @from, or NULL. */
static guint32 *
images (const ChaseFunctor *functor, const ChaseEnumerated *from, const ChaseEnumerated *to)
{
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 n = chase_finite_n_morphisms (from->finite);
  g_autofree guint32 *image = g_new0 (guint32, n + 1);

  for (guint32 f = 0; f < n; f++)
    {
      g_array_set_size (word, 0);
      if (!chase_functor_map (functor, chase_enumerated_word (from, f), word))
        return NULL;
      image[f] = chase_enumerated_value (to, functor->objects[from->finite->source[f]],
                                         chase_demand_word (word));
    }
  return g_steal_pointer (&image);
}

static gboolean
adjoint_init (Adjoint *adjoint, GHashTable *listing)
{
  if (adjoint->left == NULL || adjoint->right == NULL
      || adjoint->left->source != adjoint->right->target
      || adjoint->left->target != adjoint->right->source)
    return FALSE;
  adjoint->c = chase_listing_get (adjoint->left->source, listing);
  adjoint->d = chase_listing_get (adjoint->left->target, listing);
  if (adjoint->c == NULL || adjoint->d == NULL
      || !chase_values_are_lawful (adjoint->left, adjoint->d)
      || !chase_values_are_lawful (adjoint->right, adjoint->c))
    return FALSE;
  adjoint->left_image = images (adjoint->left, adjoint->c, adjoint->d);
  adjoint->right_image = images (adjoint->right, adjoint->d, adjoint->c);
  return adjoint->left_image != NULL && adjoint->right_image != NULL;
}

static gboolean
runs (const ChaseEnumerated *category, guint32 f, guint32 a, guint32 b)
{
  return f != NOWHERE && category->finite->source[f] == a && category->finite->target[f] == b;
}

static guint32
transpose (const Adjoint *adjoint, guint32 u, guint32 g)
{
  return chase_finite_compose (adjoint->c->finite, u, adjoint->right_image[g]);
}

/* How many morphisms L (a) -> b the unit @u at @a takes to @h. */
static guint
count_over (const Adjoint *adjoint, guint32 u, guint32 a, guint32 b, guint32 h)
{
  guint count = 0;

  for (guint32 g = 0; g < chase_finite_n_morphisms (adjoint->d->finite); g++)
    count += runs (adjoint->d, g, adjoint->left->objects[a], b) && transpose (adjoint, u, g) == h;
  return count;
}

/* Is every morphism a -> R (b) over exactly one? */
static gboolean
is_universal (const Adjoint *adjoint, guint32 u, guint32 a)
{
  const ChaseFinite *c = adjoint->c->finite;
  const ChaseFinite *d = adjoint->d->finite;
  g_autofree guint *hits = g_new0 (guint, chase_finite_n_morphisms (c) + 1);

  for (guint32 b = 0; b < d->n_objects; b++)
    {
      for (guint32 h = 0; h < chase_finite_n_morphisms (c); h++)
        hits[h] = 0;
      for (guint32 g = 0; g < chase_finite_n_morphisms (d); g++)
        if (runs (adjoint->d, g, adjoint->left->objects[a], b))
          hits[transpose (adjoint, u, g)]++;
      for (guint32 h = 0; h < chase_finite_n_morphisms (c); h++)
        if (runs (adjoint->c, h, a, adjoint->right->objects[b]) && hits[h] != 1)
          return FALSE;
    }
  return TRUE;
}

static guint32
round_object (const Adjoint *adjoint, guint32 a)
{
  return adjoint->right->objects[adjoint->left->objects[a]];
}

/* Paths of the evidence, by object. */
static gboolean
read_paths (const ChaseEnumerated *objects, const ChaseEnumerated *paths, JsonObject *given,
            const guint32 *starts, guint32 *values)
{
  if (given == NULL || json_object_get_size (given) != objects->finite->n_objects)
    return FALSE;
  for (guint32 a = 0; a < objects->finite->n_objects; a++)
    {
      JsonNode *node = json_object_get_member (
          given, chase_presentation_object_name (objects->presentation, a));

      values[a] = chase_report_morphism (paths, node, starts[a]);
      if (values[a] == NOWHERE)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_natural (const Adjoint *adjoint, const guint32 *unit)
{
  const ChaseFinite *c = adjoint->c->finite;

  for (guint32 f = 0; f < chase_finite_n_morphisms (c); f++)
    if (chase_finite_compose (c, f, unit[c->target[f]])
        != chase_finite_compose (c, unit[c->source[f]],
                                 adjoint->right_image[adjoint->left_image[f]]))
      return FALSE;
  return TRUE;
}

static gboolean
verify_unit (const Adjoint *adjoint, JsonObject *object, guint32 *unit, GError **error)
{
  guint32 n = adjoint->c->finite->n_objects;
  g_autofree guint32 *starts = g_new (guint32, n + 1);

  for (guint32 a = 0; a < n; a++)
    starts[a] = a;
  if (!read_paths (adjoint->c, adjoint->c, chase_report_object (object, "unit"), starts, unit))
    return chase_refuse (error, "the unit has a component at every object");
  for (guint32 a = 0; a < n; a++)
    if (!runs (adjoint->c, unit[a], a, round_object (adjoint, a))
        || !is_universal (adjoint, unit[a], a))
      return chase_refuse (error, "the unit gives no bijection at %s",
                           chase_presentation_object_name (adjoint->c->presentation, a));
  return is_natural (adjoint, unit) || chase_refuse (error, "the unit is not natural");
}

static gboolean
verify_counit (const Adjoint *adjoint, const guint32 *unit, JsonObject *object, GError **error)
{
  guint32 m = adjoint->d->finite->n_objects;
  g_autofree guint32 *starts = g_new (guint32, m + 1);
  g_autofree guint32 *counit = g_new (guint32, m + 1);

  for (guint32 b = 0; b < m; b++)
    starts[b] = adjoint->left->objects[adjoint->right->objects[b]];
  if (!read_paths (adjoint->d, adjoint->d, chase_report_object (object, "counit"), starts, counit))
    return chase_refuse (error, "the counit has a component at every object");
  for (guint32 b = 0; b < m; b++)
    {
      guint32 rb = adjoint->right->objects[b];

      if (!runs (adjoint->d, counit[b], starts[b], b)
          || transpose (adjoint, unit[rb], counit[b])
                 != chase_finite_identity (adjoint->c->finite, rb))
        return chase_refuse (error, "the counit does not belong to the unit");
    }
  return TRUE;
}

/* The list of pairs that match under the unit: all of D (L (a), b), each once. */
static gboolean
verify_hom (const Adjoint *adjoint, guint32 u, guint32 a, guint32 b, JsonObject *object)
{
  JsonArray *pairs = chase_report_array (object, "pairs");
  guint n = pairs != NULL ? json_array_get_length (pairs) : 0;
  g_autofree gboolean *seen = g_new0 (gboolean, chase_finite_n_morphisms (adjoint->d->finite) + 1);
  guint32 la = adjoint->left->objects[a];
  guint count = 0;

  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (pairs, i);
      JsonArray *pair = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
      guint32 g;

      if (pair == NULL || json_array_get_length (pair) != 2)
        return FALSE;
      g = chase_report_morphism (adjoint->d, json_array_get_element (pair, 0), la);
      if (!runs (adjoint->d, g, la, b) || seen[g]
          || chase_report_morphism (adjoint->c, json_array_get_element (pair, 1), a)
                 != transpose (adjoint, u, g))
        return FALSE;
      seen[g] = TRUE;
    }
  for (guint32 g = 0; g < chase_finite_n_morphisms (adjoint->d->finite); g++)
    count += runs (adjoint->d, g, la, b);
  return pairs != NULL && count == n;
}

static gboolean
names (JsonObject *object, const char *key, const ChaseEnumerated *category, guint32 at)
{
  return g_strcmp0 (chase_report_string (object, key),
                    chase_presentation_object_name (category->presentation, at))
         == 0;
}

static gboolean
verify_homs (const Adjoint *adjoint, const guint32 *unit, JsonArray *homs, GError **error)
{
  guint32 n = adjoint->c->finite->n_objects, m = adjoint->d->finite->n_objects;

  if (json_array_get_length (homs) != n * m)
    return chase_refuse (error, "there must be a bijection for each of %u pairs of objects", n * m);
  for (guint i = 0; i < n * m; i++)
    {
      JsonNode *node = json_array_get_element (homs, i);
      JsonObject *hom = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

      if (hom == NULL || !names (hom, "from", adjoint->c, i / m)
          || !names (hom, "to", adjoint->d, i % m)
          || !verify_hom (adjoint, unit[i / m], i / m, i % m, hom))
        return chase_refuse (error, "the bijection number %u is another", i);
    }
  return TRUE;
}

static guint64
count_pairs (const Adjoint *adjoint)
{
  guint64 count = 0;

  for (guint32 a = 0; a < adjoint->c->finite->n_objects; a++)
    for (guint32 g = 0; g < chase_finite_n_morphisms (adjoint->d->finite); g++)
      count += adjoint->d->finite->source[g] == adjoint->left->objects[a];
  return count;
}

static gboolean
verify_holds (const Adjoint *adjoint, JsonObject *object, GError **error)
{
  g_autofree guint32 *unit = g_new (guint32, adjoint->c->finite->n_objects + 1);
  JsonArray *homs = chase_report_array (object, "homs");

  if (!chase_report_is (object, "bijection", error) || !verify_unit (adjoint, object, unit, error)
      || !verify_counit (adjoint, unit, object, error))
    return FALSE;
  if (homs == NULL)
    return count_pairs (adjoint) > CHASE_LISTED
           || chase_refuse (error, "the bijections of hom-sets are missing");
  return verify_homs (adjoint, unit, homs, error);
}

/* What shows that there is none. */

static guint32
object_named (const ChaseEnumerated *category, JsonObject *object, const char *key)
{
  const char *name = chase_report_string (object, key);

  return name != NULL ? chase_presentation_find_object (category->presentation, name) : NOWHERE;
}

static guint
count_between (const ChaseEnumerated *category, guint32 a, guint32 b)
{
  guint count = 0;

  for (guint32 f = 0; f < chase_finite_n_morphisms (category->finite); f++)
    count += runs (category, f, a, b);
  return count;
}

static gboolean
verify_sizes (const Adjoint *adjoint, JsonArray *sizes, JsonObject *object, GError **error)
{
  guint32 a = object_named (adjoint->c, object, "from");
  guint32 b = object_named (adjoint->d, object, "to");
  guint one, two;

  if (a == NOWHERE || b == NOWHERE || json_array_get_length (sizes) != 2)
    return chase_refuse (error, "the evidence names no hom-sets");
  one = count_between (adjoint->d, adjoint->left->objects[a], b);
  two = count_between (adjoint->c, a, adjoint->right->objects[b]);
  return (one != two && chase_report_number_at (sizes, 0) == one
          && chase_report_number_at (sizes, 1) == two)
         || chase_refuse (error, "the hom-sets have other sizes");
}

/* Does @defect show that @u, from @a, is not universal? */
static gboolean
verify_defect (const Adjoint *adjoint, guint32 u, guint32 a, JsonObject *defect)
{
  guint32 b = object_named (adjoint->d, defect, "at");
  JsonArray *confused = chase_report_array (defect, "confused");
  guint32 la = adjoint->left->objects[a];
  guint32 g[2], h;

  if (b == NOWHERE
      || chase_report_morphism (adjoint->c, json_object_get_member (defect, "arrow"), a) != u)
    return FALSE;
  if (confused == NULL)
    {
      h = chase_report_morphism (adjoint->c, json_object_get_member (defect, "missed"), a);
      return runs (adjoint->c, h, a, adjoint->right->objects[b])
             && count_over (adjoint, u, a, b, h) == 0;
    }
  for (guint i = 0; i < 2 && json_array_get_length (confused) == 2; i++)
    {
      g[i] = chase_report_morphism (adjoint->d, json_array_get_element (confused, i), la);
      if (!runs (adjoint->d, g[i], la, b))
        return FALSE;
    }
  return json_array_get_length (confused) == 2 && g[0] != g[1]
         && transpose (adjoint, u, g[0]) == transpose (adjoint, u, g[1]);
}

static gboolean
verify_defects (const Adjoint *adjoint, JsonArray *defects, JsonObject *object, GError **error)
{
  guint32 a = object_named (adjoint->c, object, "object");
  guint next = 0;

  for (guint32 u = 0; a != NOWHERE && u < chase_finite_n_morphisms (adjoint->c->finite); u++)
    {
      JsonNode *node
          = next < json_array_get_length (defects) ? json_array_get_element (defects, next) : NULL;

      if (!runs (adjoint->c, u, a, round_object (adjoint, a)))
        continue;
      if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node)
          || !verify_defect (adjoint, u, a, json_node_get_object (node)))
        return chase_refuse (error, "an arrow of the unit's kind has no defect");
      next++;
    }
  return (a != NOWHERE && next == json_array_get_length (defects))
         || chase_refuse (error, "the evidence names no object, or too many defects");
}

/* The identity of C, and right . left, as the conditions on a unit need them. */
static ChaseConditions *
conditions_on_units (const Adjoint *adjoint, GHashTable *listing)
{
  const ChaseCategory *category = adjoint->left->source;
  guint32 n = chase_presentation_n_objects (category->presentation);
  guint32 n_arrows = chase_presentation_n_arrows (category->presentation);
  g_autofree guint32 *numbers = g_new (guint32, (gsize)n + n_arrows + 1);
  g_autofree guint32 *round = g_new (guint32, n + 1);
  g_autofree ChaseWord *words = g_new (ChaseWord, 2 * (gsize)n_arrows + 1);
  ChaseFunctor identity = { .source = category, .target = category, .key = (char *)"Id" };
  ChaseFunctor composite = identity;

  for (guint32 i = 0; i < n + n_arrows; i++)
    numbers[i] = i < n_arrows ? i : i - n_arrows;
  for (guint32 f = 0; f < n_arrows; f++)
    {
      words[f] = (ChaseWord){ numbers + f, 1 };
      words[n_arrows + f] = chase_enumerated_word (
          adjoint->c, adjoint->right_image[adjoint->left_image[adjoint->c->generators[f]]]);
    }
  for (guint32 a = 0; a < n; a++)
    round[a] = round_object (adjoint, a);
  identity.objects = numbers + n_arrows;
  identity.words = words;
  composite.objects = round;
  composite.words = words + n_arrows;
  return chase_conditions_new (&identity, &composite, listing);
}

/* No natural family of universal arrows. */
static gboolean
verify_unnatural (const Adjoint *adjoint, GHashTable *listing, GError **error)
{
  g_autoptr (ChaseConditions) conditions = conditions_on_units (adjoint, listing);
  g_autoptr (GPtrArray) list = NULL;

  if (conditions == NULL)
    return chase_refuse (error, "the units cannot be listed");
  for (guint32 a = 0; a < conditions->n_variables; a++)
    {
      const GArray *choices = g_ptr_array_index (conditions->choices, a);
      guint32 *allowed = g_new0 (guint32, choices->len + 1);

      for (guint k = 0; k < choices->len; k++)
        allowed[k] = is_universal (adjoint, g_array_index (choices, guint32, k), a);
      chase_conditions_restrict (conditions, a, allowed);
    }
  list = chase_conditions_solve (conditions, error);
  return list != NULL && (list->len == 0 || chase_refuse (error, "there is a unit"));
}

gboolean
chase_report_adjoint (const ChaseFunctor *left, const ChaseFunctor *right, gboolean holds,
                      JsonObject *object, GError **error)
{
  g_autoptr (GHashTable) listing = chase_listing_new ();
  Adjoint adjoint = { .left = left, .right = right };
  JsonArray *sizes = chase_report_array (object, "sizes");
  JsonArray *defects = chase_report_array (object, "defects");
  gboolean good = adjoint_init (&adjoint, listing);

  if (!good)
    chase_refuse (error, "these are no functors between two categories that can be listed");
  else if (holds)
    good = verify_holds (&adjoint, object, error);
  else if (chase_report_number (object, "natural") == 0)
    good = chase_report_is (object, "list", error) && verify_unnatural (&adjoint, listing, error);
  else if (!chase_report_is (object, "table", error))
    good = FALSE;
  else if (sizes != NULL)
    good = verify_sizes (&adjoint, sizes, object, error);
  else
    good = defects != NULL ? verify_defects (&adjoint, defects, object, error)
                           : chase_refuse (error, "the evidence shows nothing");
  adjoint_clear (&adjoint);
  return good;
}
