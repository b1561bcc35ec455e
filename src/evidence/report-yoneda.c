/* SPDX-License-Identifier: MIT */
#include "evidence/listing.h"
#include "evidence/report-private.h"
#include "evidence/conditions.h"
#include "evidence/values.h"

#include <string.h>

#define NOWHERE G_MAXUINT32

/* The transformations Hom (A, -) => P on the source of P, where A is @object. (Where P starts from
 * C^op, that is Hom (-, A) of C.) */
typedef struct
{
  const ChaseEnumerated *all;
  ChaseConditions *conditions;
  guint32 object;
  guint32 *variable; /* of every morphism from @object */
} Lemma;

static void
lemma_free (Lemma *lemma)
{
  if (lemma == NULL)
    return;
  chase_conditions_free (lemma->conditions);
  g_free (lemma->variable);
  g_free (lemma);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Lemma, lemma_free)

static Lemma *
lemma_new (const ChaseFunctor *functor, guint32 object, GHashTable *listing, GError **error)
{
  ChaseSets *p = chase_values_of (functor, listing);
  const ChaseEnumerated *all = p != NULL ? chase_listing_get (functor->source, listing) : NULL;
  g_autofree guint32 *used = NULL;
  Lemma *lemma;
  ChaseSets *hom;

  if (all == NULL)
    {
      chase_listed_sets_free (p);
      chase_refuse (error, "this functor cannot be listed");
      return NULL;
    }
  lemma = g_new0 (Lemma, 1);
  lemma->all = all;
  lemma->object = object;
  hom = chase_values_hom (all, object, functor->source->opposite);
  lemma->conditions = chase_conditions_new_sets (functor->source->presentation, hom, p);
  lemma->variable = g_new0 (guint32, chase_finite_n_morphisms (all->finite) + 1);
  used = g_new0 (guint32, all->finite->n_objects + 1);
  for (guint32 m = 0; m < chase_finite_n_morphisms (all->finite); m++)
    if (all->finite->source[m] == object)
      lemma->variable[m]
          = (guint32)hom->first[all->finite->target[m]] + used[all->finite->target[m]]++;
  return lemma;
}

static guint32
n_elements (const Lemma *lemma)
{
  return lemma->conditions->to->sizes[lemma->object];
}

static const char *
element (const Lemma *lemma, guint32 x)
{
  return lemma->conditions->to->names[lemma->conditions->to->first[lemma->object] + x];
}

/* m |-> P (m) (x) */
static guint32 *
named_by (const Lemma *lemma, guint32 x)
{
  const ChaseSets *p = lemma->conditions->to;
  guint32 *values = g_new0 (guint32, lemma->conditions->n_variables + 1);

  for (guint32 m = 0; m < chase_finite_n_morphisms (lemma->all->finite); m++)
    {
      ChaseWord word = chase_enumerated_word (lemma->all, m);
      guint32 y = x;

      if (lemma->all->finite->source[m] != lemma->object)
        continue;
      for (guint32 i = 0; i < word.length; i++)
        y = p->functions[p->offsets[word.letters[i]] + y];
      values[lemma->variable[m]] = y;
    }
  return values;
}

/* What @object says of @x is the transformation @values, which is natural and gives x back. */
static gboolean
verify_named (const Lemma *lemma, guint32 x, const guint32 *values, JsonObject *object,
              GError **error)
{
  guint32 identity = chase_finite_identity (lemma->all->finite, lemma->object);

  if (!chase_conditions_commute (lemma->conditions, values)
      || values[lemma->variable[identity]] != x)
    return chase_refuse (error, "an element names no natural transformation");
  if (g_strcmp0 (chase_report_string (object, "element"), element (lemma, x)) != 0)
    return chase_refuse (error, "the element %s is missing", element (lemma, x));
  return chase_conditions_are (lemma->conditions, values,
                               json_object_get_member (object, "transformation"))
         || chase_refuse (error, "the transformation of %s is another", element (lemma, x));
}

static gboolean
verify_list (const Lemma *lemma, JsonObject *object, GError **error)
{
  JsonArray *pairs = chase_report_array (object, "pairs");

  if (pairs == NULL || json_array_get_length (pairs) != n_elements (lemma))
    return chase_refuse (error, "there must be %u pairs", n_elements (lemma));
  for (guint32 x = 0; x < n_elements (lemma); x++)
    {
      JsonNode *pair = json_array_get_element (pairs, x);
      g_autofree guint32 *values = named_by (lemma, x);

      if (!JSON_NODE_HOLDS_OBJECT (pair))
        return chase_refuse (error, "a pair is missing");
      if (!verify_named (lemma, x, values, json_node_get_object (pair), error))
        return FALSE;
    }
  return TRUE;
}

/* Too many to be listed: each element names a transformation that gives it back, and by their
 * number and their checksum these are all. */
static gboolean
verify_by_checksum (const Lemma *lemma, const char *checksum, GError **error)
{
  guint32 identity = lemma->variable[chase_finite_identity (lemma->all->finite, lemma->object)];
  guint64 sum = 0, found = 0;
  g_autofree char *text = NULL;
  g_autofree char *number = NULL;
  g_autofree char *own = NULL;

  for (guint32 x = 0; x < n_elements (lemma); x++)
    {
      g_autofree guint32 *values = named_by (lemma, x);
      guint64 weight = 1;

      if (!chase_conditions_commute (lemma->conditions, values) || values[identity] != x)
        return chase_refuse (error, "an element names no natural transformation");
      for (guint32 v = 0; v < lemma->conditions->n_variables; v++)
        weight = chase_product_modulo (weight, chase_fingerprint_weight (v, values[v]),
                                       CHASE_FINGERPRINT_PRIME);
      sum = chase_sum_modulo (sum, weight, CHASE_FINGERPRINT_PRIME);
    }
  number = chase_conditions_recount (lemma->conditions, &found, error);
  if (number == NULL)
    return FALSE;
  text = g_strdup_printf ("%u", n_elements (lemma));
  own = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", sum);
  if (!g_str_equal (number, text) || found != sum)
    return chase_refuse (error, "there are other transformations");
  return g_strcmp0 (own, checksum) == 0 || chase_refuse (error, "the checksum is wrong");
}

/* There are no others. */
static gboolean
verify_all_found (const Lemma *lemma, GError **error)
{
  g_autoptr (GPtrArray) list = chase_conditions_solve (lemma->conditions, error);

  return list != NULL
         && (list->len == n_elements (lemma)
             || chase_refuse (error, "there are other transformations"));
}

static gboolean
verify_bijection (const Lemma *lemma, JsonObject *object, GError **error)
{
  return n_elements (lemma) > CHASE_LISTED
             ? verify_by_checksum (lemma, chase_report_string (object, "checksum"), error)
             : verify_list (lemma, object, error) && verify_all_found (lemma, error);
}

/* Naturality in the object and in the functor. */

/* Does @object say in "values" what @images makes of the elements of @from? */
static gboolean
says_images (const Lemma *from, const Lemma *to, const guint32 *images, JsonObject *object)
{
  JsonObject *values = chase_report_object (object, "values");

  if (values == NULL || json_object_get_size (values) != n_elements (from))
    return FALSE;
  for (guint32 x = 0; x < n_elements (from); x++)
    if (images[x] >= n_elements (to)
        || g_strcmp0 (chase_report_string (values, element (from, x)), element (to, images[x]))
               != 0)
      return FALSE;
  return TRUE;
}

/* What x names, after Hom (f, -), is what its image names; @f is a morphism to the other's object.
 */
static gboolean
natural_along (const Lemma *from, const Lemma *to, guint32 f, const guint32 *images)
{
  const ChaseFinite *c = from->all->finite;

  for (guint32 x = 0; x < n_elements (from); x++)
    {
      g_autofree guint32 *one = named_by (from, x);
      g_autofree guint32 *two = named_by (to, images[x]);

      for (guint32 m = 0; m < chase_finite_n_morphisms (c); m++)
        if (c->source[m] == to->object
            && two[to->variable[m]] != one[from->variable[chase_finite_compose (c, f, m)]])
          return FALSE;
    }
  return TRUE;
}

static gboolean
verify_arrow (const ChaseFunctor *functor, guint32 f, GHashTable *listing, JsonNode *node,
              GError **error)
{
  const ChaseArrow *arrow = chase_presentation_arrow (functor->source->presentation, f);
  JsonObject *object
      = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autoptr (Lemma) from = lemma_new (functor, arrow->source, listing, error);
  g_autoptr (Lemma) to = from != NULL ? lemma_new (functor, arrow->target, listing, error) : NULL;
  const guint32 *images;

  if (to == NULL)
    return FALSE;
  images = from->conditions->to->functions + from->conditions->to->offsets[f];
  return (object != NULL && g_strcmp0 (chase_report_string (object, "arrow"), arrow->name) == 0
          && says_images (from, to, images, object)
          && natural_along (from, to, from->all->generators[f], images))
         || chase_refuse (error, "it is not shown to be natural along %s", arrow->name);
}

/* One element of @arrows for each generator, in order. */
static gboolean
verify_arrows (const ChaseFunctor *functor, GHashTable *listing, JsonArray *arrows, GError **error)
{
  const ChasePresentation *p = functor->source->presentation;
  guint n = arrows != NULL ? json_array_get_length (arrows) : 0;
  guint next = 0;

  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      if (chase_presentation_arrow (p, f)->formal)
        continue;
      if (!verify_arrow (functor, f, listing,
                         next < n ? json_array_get_element (arrows, next) : NULL, error))
        return FALSE;
      next++;
    }
  return (arrows != NULL && next == n) || chase_refuse (error, "there must be %u arrows", next);
}

static gboolean
natural_after (const Lemma *from, const Lemma *to, const ChaseTransformation *beta)
{
  const ChaseFinite *c = from->all->finite;
  const guint32 *images = beta->functions + beta->offsets[from->object];

  for (guint32 x = 0; x < n_elements (from); x++)
    {
      g_autofree guint32 *one = named_by (from, x);
      g_autofree guint32 *two = named_by (to, images[x]);

      for (guint32 m = 0; m < chase_finite_n_morphisms (c); m++)
        if (c->source[m] == from->object
            && beta->functions[beta->offsets[c->target[m]] + one[from->variable[m]]]
                   != two[to->variable[m]])
          return FALSE;
    }
  return TRUE;
}

static gboolean
verify_after (const ChaseTransformation *beta, guint32 object, GHashTable *listing, JsonNode *node,
              GError **error)
{
  JsonObject *json
      = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autoptr (Lemma) from = lemma_new (beta->from, object, listing, error);
  g_autoptr (Lemma) to = from != NULL ? lemma_new (beta->to, object, listing, error) : NULL;

  return to != NULL
         && ((json != NULL
              && g_strcmp0 (chase_report_string (json, "transformation"), beta->key) == 0
              && says_images (from, to, beta->functions + beta->offsets[object], json)
              && natural_after (from, to, beta))
             || chase_refuse (error, "it is not shown to be natural along %s", beta->key));
}

/* One element of @list for each natural transformation of the document that starts or ends there.
 */
static gboolean
verify_functors (ChaseTheory *theory, const ChaseFunctor *functor, guint32 object,
                 GHashTable *listing, JsonArray *list, GError **error)
{
  const ChaseDocument *document = chase_theory_document (theory);
  guint n = list != NULL ? json_array_get_length (list) : 0;
  guint next = 0;

  for (guint i = 0; i < chase_document_n_items (document); i++)
    {
      const ChaseItem *item = chase_document_get_item (document, i);
      g_autoptr (ChaseTerm) term = chase_term_new_name (item->name != NULL ? item->name : "");
      const ChaseTransformation *beta
          = item->kind == CHASE_ITEM_TRANSFORMATION
                ? chase_theory_transformation (theory, term, NULL, NULL, NULL)
                : NULL;
      g_autoptr (ChaseDemands) demands = NULL;

      if (beta == NULL || beta->form != CHASE_TRANSFORMATION_FUNCTIONS
          || (beta->from != functor && beta->to != functor))
        continue;
      demands = chase_demands_of_transformation (beta);
      if (!chase_demands_are_evident (demands))
        continue;
      if (!verify_after (beta, object, listing,
                         next < n ? json_array_get_element (list, next) : NULL, error))
        return FALSE;
      next++;
    }
  return (list != NULL && next == n)
         || chase_refuse (error, "there must be %u transformations", next);
}

gboolean
chase_report_yoneda (ChaseTheory *theory, const ChaseProposition *proposition, gboolean holds,
                     JsonObject *object, GError **error)
{
  const ChaseFunctor *functor
      = chase_theory_functor (theory, g_ptr_array_index (proposition->terms, 0), NULL, NULL, NULL);
  g_autoptr (GHashTable) listing = chase_listing_new ();
  g_autoptr (Lemma) lemma = NULL;
  guint32 at;

  if (!holds)
    return chase_refuse (error, "the Yoneda lemma does not fail");
  if (functor == NULL || functor->source->kind != CHASE_CATEGORY_PRESENTED
      || !chase_theory_object (theory, chase_theory_argument (theory, functor),
                               g_ptr_array_index (proposition->terms, 1), &at, NULL))
    return chase_refuse (error, "this functor cannot be listed");
  if (json_object_has_member (object, "named"))
    return chase_report_infinite_yoneda (functor, at, holds, object, error);
  lemma = lemma_new (functor, at, listing, error);
  return lemma != NULL && chase_report_is (object, "bijection", error)
         && verify_bijection (lemma, object, error)
         && verify_arrows (functor, listing, chase_report_array (object, "arrows"), error)
         && verify_functors (theory, functor, at, listing, chase_report_array (object, "functors"),
                             error);
}

/* Representable functors. */

static gboolean
verify_represented (const ChaseFunctor *functor, guint32 by, GHashTable *listing,
                    JsonObject *object, GError **error)
{
  const char *name = chase_report_string (object, "object");
  guint32 a = name != NULL ? chase_presentation_find_object (functor->source->presentation, name)
                           : NOWHERE;
  g_autoptr (Lemma) lemma = NULL;

  if (!chase_report_is (object, "bijection", error))
    return FALSE;
  if (a == NOWHERE || (by != NOWHERE && a != by))
    return chase_refuse (error, "the evidence is of another object");
  lemma = lemma_new (functor, a, listing, error);
  for (guint32 x = 0; lemma != NULL && x < n_elements (lemma); x++)
    if (g_strcmp0 (chase_report_string (object, "element"), element (lemma, x)) == 0)
      {
        g_autofree guint32 *values = named_by (lemma, x);

        return verify_named (lemma, x, values, object, error)
               && (chase_conditions_invert_all (lemma->conditions, values)
                   || chase_refuse (error, "it is no bijection"));
      }
  return lemma != NULL && chase_refuse (error, "there is no such element");
}

/* Does @defect name two morphisms that the transformation @values of @x sends to one element, or an
 * element that it misses? */
static gboolean
verify_defect (const Lemma *lemma, guint32 x, const guint32 *values, JsonObject *defect)
{
  const ChaseFinite *c = lemma->all->finite;
  const ChaseSets *p = lemma->conditions->to;
  const char *name = chase_report_string (defect, "at");
  guint32 at
      = name != NULL ? chase_presentation_find_object (lemma->all->presentation, name) : NOWHERE;
  JsonArray *pair = chase_report_array (defect, "confused");
  guint32 m[2], y;

  if (at == NOWHERE || g_strcmp0 (chase_report_string (defect, "element"), element (lemma, x)) != 0)
    return FALSE;
  if (pair != NULL)
    {
      for (guint i = 0; i < 2 && json_array_get_length (pair) == 2; i++)
        {
          m[i]
              = chase_report_morphism (lemma->all, json_array_get_element (pair, i), lemma->object);
          if (m[i] == NOWHERE || c->source[m[i]] != lemma->object || c->target[m[i]] != at)
            return FALSE;
        }
      return json_array_get_length (pair) == 2 && m[0] != m[1]
             && values[lemma->variable[m[0]]] == values[lemma->variable[m[1]]];
    }
  name = chase_report_string (defect, "missed");
  y = name != NULL ? chase_sets_find (p, at, name) : NOWHERE;
  for (guint32 f = 0; f < chase_finite_n_morphisms (c) && y != NOWHERE; f++)
    if (c->source[f] == lemma->object && c->target[f] == at && values[lemma->variable[f]] == y)
      return FALSE;
  return y != NOWHERE;
}

/* No element of P (a) is universal: each has its defect, from number *@count on. */
static gboolean
verify_none_at (const ChaseFunctor *functor, guint32 a, GHashTable *listing, JsonArray *defects,
                guint *count, GError **error)
{
  const char *name = chase_presentation_object_name (functor->source->presentation, a);
  g_autoptr (Lemma) lemma = lemma_new (functor, a, listing, error);

  for (guint32 x = 0; lemma != NULL && x < n_elements (lemma); x++)
    {
      g_autofree guint32 *values = named_by (lemma, x);
      JsonNode *node = *count < json_array_get_length (defects)
                           ? json_array_get_element (defects, (*count)++)
                           : NULL;

      if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node)
          || g_strcmp0 (chase_report_string (json_node_get_object (node), "object"), name) != 0
          || !verify_defect (lemma, x, values, json_node_get_object (node)))
        return chase_refuse (error, "nothing shows that %s is not universal", element (lemma, x));
    }
  return lemma != NULL;
}

gboolean
chase_report_representable (const ChaseFunctor *functor, guint32 by, gboolean holds,
                            JsonObject *object, GError **error)
{
  g_autoptr (GHashTable) listing = chase_listing_new ();
  JsonArray *defects = chase_report_array (object, "defects");
  guint count = 0;
  guint32 n;

  if (functor == NULL || functor->source->kind != CHASE_CATEGORY_PRESENTED
      || functor->target->kind != CHASE_CATEGORY_SETS)
    return chase_refuse (error, "this functor cannot be listed");
  if (holds)
    return verify_represented (functor, by, listing, object, error);
  if (!chase_report_is (object, "table", error))
    return FALSE;
  if (chase_report_array (object, "sizes") != NULL)
    return chase_report_not_representable (functor, by, object, error);
  if (defects == NULL)
    return chase_refuse (error, "there must be a defect for each element");
  n = chase_presentation_n_objects (functor->source->presentation);
  for (guint32 a = by == G_MAXUINT32 ? 0 : by; a < (by == G_MAXUINT32 ? n : by + 1); a++)
    if (!verify_none_at (functor, a, listing, defects, &count, error))
      return FALSE;
  return json_array_get_length (defects) == count
         || chase_refuse (error, "there must be a defect for each of %u elements", count);
}

gboolean
chase_report_representable_by (ChaseTheory *theory, const ChaseProposition *proposition,
                               gboolean holds, JsonObject *object, GError **error)
{
  const ChaseFunctor *functor
      = chase_theory_functor (theory, g_ptr_array_index (proposition->terms, 0), NULL, NULL, NULL);
  guint32 by;

  if (functor == NULL || functor->source->kind != CHASE_CATEGORY_PRESENTED
      || !chase_theory_object (theory, chase_theory_argument (theory, functor),
                               g_ptr_array_index (proposition->terms, 1), &by, NULL))
    return chase_refuse (error, "there is no such object");
  return chase_report_representable (functor, by, holds, object, error);
}
