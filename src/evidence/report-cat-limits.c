/* SPDX-License-Identifier: MIT */
#include "evidence/listing.h"
#include "evidence/report-private.h"
#include "evidence/values.h"
#include "model/cat-diagram.h"

/* Products, coproducts, pullbacks and equalizers of finite categories, looked through once more. */

#define MOST 16
#define MOST_EDGES 64
#define MOST_STEPS 20000000

typedef struct
{
  const ChaseEnumerated *from;
  const ChaseEnumerated *to;
  guint32 *values; /* of each morphism */
} Map;

static void
map_clear (Map *map)
{
  g_clear_pointer (&map->values, g_free);
}

static gboolean
read_map (ChaseTheory *theory, const ChaseTerm *term, GHashTable *listing, Map *map)
{
  const ChaseFunctor *given = chase_theory_functor (theory, term, NULL, NULL, NULL);
  const ChaseFunctor *functor = given != NULL ? chase_theory_functor_listed (theory, given) : NULL;

  if (functor == NULL || functor->form != CHASE_FUNCTOR_WORDS)
    return FALSE;
  map->from = chase_listing_get (functor->source, listing);
  map->to = chase_listing_get (functor->target, listing);
  if (map->from == NULL || map->to == NULL || !chase_values_are_lawful (functor, map->to))
    return FALSE;
  map->values = g_new (guint32, chase_finite_n_morphisms (map->from->finite) + 1);
  for (guint32 f = 0; f < chase_finite_n_morphisms (map->from->finite); f++)
    {
      g_autoptr (GArray) image = g_array_new (FALSE, FALSE, sizeof (guint32));

      if (!chase_functor_map (functor, chase_enumerated_word (map->from, f), image))
        return FALSE;
      map->values[f] = chase_enumerated_value (
          map->to, functor->objects[map->from->finite->source[f]], chase_demand_word (image));
    }
  return TRUE;
}

static guint64
size_of (const ChaseEnumerated *all)
{
  return chase_finite_n_morphisms (all->finite);
}

/* Are @a and @b, morphisms of the apex, sent to one family? */
static gboolean
alike (const Map *legs, guint n, guint32 a, guint32 b)
{
  for (guint i = 0; i < n; i++)
    if (legs[i].values[a] != legs[i].values[b])
      return FALSE;
  return TRUE;
}

static gboolean
separates (const ChaseEnumerated *apex, const Map *legs, guint n)
{
  for (guint32 a = 0; a < size_of (apex); a++)
    for (guint32 b = 0; b < a; b++)
      if (alike (legs, n, a, b))
        return FALSE;
  return TRUE;
}

/* Of a coproduct: no morphism of the apex comes twice from the parts. */
static gboolean
covers_once (const ChaseEnumerated *apex, const Map *legs, guint n)
{
  g_autofree guint *times = g_new0 (guint, size_of (apex) + 1);

  for (guint i = 0; i < n; i++)
    for (guint32 f = 0; f < size_of (legs[i].from); f++)
      if (++times[legs[i].values[f]] > 1)
        return FALSE;
  return TRUE;
}

typedef struct
{
  const ChaseEnumerated *apex;
  Map legs[MOST];
  guint n_legs;
  Map arrows[2];
  guint64 families;
  const ChaseCatDiagram *drawn; /* of a limit */
  Map edges[MOST_EDGES];
} Cone;

static gboolean
read_parts (ChaseTheory *theory, const ChaseProposition *proposition, GHashTable *listing,
            Cone *cone)
{
  gboolean outward = proposition->shape == CHASE_SHAPE_PRODUCT;

  cone->families = outward;
  for (guint i = 0; i < cone->n_legs; i++)
    {
      const ChaseEnumerated *part = chase_listing_get (
          chase_theory_category_listed (theory, g_ptr_array_index (proposition->base, i), NULL),
          listing);
      const Map *leg = &cone->legs[i];

      if (part == NULL
          || (outward ? leg->from != cone->apex || leg->to != part
                      : leg->to != cone->apex || leg->from != part))
        return FALSE;
      cone->families = outward ? MIN (cone->families * size_of (part), G_MAXUINT32)
                               : cone->families + size_of (part);
    }
  return TRUE;
}

/* A pullback of two functors, or an equalizer, for which both legs are the one. */
static gboolean
read_arrows (ChaseTheory *theory, const ChaseProposition *proposition, GHashTable *listing,
             Cone *cone)
{
  gboolean equalizer = proposition->shape == CHASE_SHAPE_EQUALIZER;

  for (guint i = 0; i < 2; i++)
    if (!read_map (theory, g_ptr_array_index (proposition->base, i), listing, &cone->arrows[i])
        || cone->legs[equalizer ? 0 : i].from != cone->apex
        || cone->legs[equalizer ? 0 : i].to != cone->arrows[i].from)
      return FALSE;
  for (guint32 f = 0; f < size_of (cone->arrows[0].from); f++)
    for (guint32 g = 0; g < size_of (cone->arrows[1].from); g++)
      cone->families
          += (!equalizer || f == g) && cone->arrows[0].values[f] == cone->arrows[1].values[g];
  return TRUE;
}

/* The edges of a diagram, between the categories that the legs lead to. */
static gboolean
read_edges (ChaseTheory *theory, GHashTable *listing, Cone *cone)
{
  if (cone->drawn == NULL || cone->drawn->edges->len > MOST_EDGES
      || cone->drawn->nodes->len != cone->n_legs)
    return FALSE;
  for (guint i = 0; i < cone->n_legs; i++)
    {
      const ChaseCategory *category = g_ptr_array_index (cone->drawn->nodes, i);
      const ChaseCategory *listed = chase_theory_listed (theory, category);

      if (cone->legs[i].from != cone->apex
          || cone->legs[i].to != chase_listing_get (listed != NULL ? listed : category, listing))
        return FALSE;
    }
  for (guint i = 0; i < cone->drawn->edges->len; i++)
    {
      const ChaseCatEdge *edge = chase_cat_diagram_edge (cone->drawn, i);

      if (!read_map (theory, edge->term, listing, &cone->edges[i])
          || cone->edges[i].from != cone->legs[edge->source].to
          || cone->edges[i].to != cone->legs[edge->target].to)
        return FALSE;
    }
  return TRUE;
}

/* Is each edge, where both its ends are below @known, true of the family? */
static gboolean
keeps_edges (const Cone *cone, const guint32 *family, guint known)
{
  for (guint i = 0; i < cone->drawn->edges->len; i++)
    {
      const ChaseCatEdge *edge = chase_cat_diagram_edge (cone->drawn, i);

      if (edge->source < known && edge->target < known
          && cone->edges[i].values[family[edge->source]] != family[edge->target])
        return FALSE;
    }
  return TRUE;
}

/* All families, one after the other; FALSE where that is too much. */
static gboolean
count_families (Cone *cone)
{
  guint32 family[MOST + 1] = { 0 };
  guint64 steps = 0;
  guint i = 0;

  if (cone->n_legs == 0)
    {
      cone->families = 1;
      return TRUE;
    }
  while (++steps < MOST_STEPS)
    {
      if (family[i] == size_of (cone->legs[i].to))
        {
          if (i == 0)
            return TRUE;
          family[--i]++;
        }
      else if (!keeps_edges (cone, family, i + 1))
        family[i]++;
      else if (i + 1 < cone->n_legs)
        family[++i] = 0;
      else
        {
          cone->families++;
          family[i]++;
        }
    }
  return FALSE;
}

static gboolean
fits_diagram (const Cone *cone)
{
  guint32 family[MOST];

  for (guint32 f = 0; f < size_of (cone->apex); f++)
    {
      for (guint i = 0; i < cone->n_legs; i++)
        family[i] = cone->legs[i].values[f];
      if (!keeps_edges (cone, family, cone->n_legs))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fits (const Cone *cone)
{
  const Map *second = &cone->legs[MAX (cone->n_legs, 1) - 1];

  if (cone->drawn != NULL)
    return fits_diagram (cone);
  for (guint32 f = 0; cone->arrows[0].values != NULL && f < size_of (cone->apex); f++)
    if (cone->arrows[0].values[cone->legs[0].values[f]]
        != cone->arrows[1].values[second->values[f]])
      return FALSE;
  return TRUE;
}

static gboolean
read_cone (ChaseTheory *theory, const ChaseProposition *proposition, GHashTable *listing,
           Cone *cone)
{
  gboolean objects
      = proposition->shape == CHASE_SHAPE_PRODUCT || proposition->shape == CHASE_SHAPE_COPRODUCT;
  gboolean limit = proposition->shape == CHASE_SHAPE_LIMIT;
  guint n = proposition->base->len, legs = proposition->legs != NULL ? proposition->legs->len : 0;

  if (proposition->shape == CHASE_SHAPE_PUSHOUT || proposition->shape == CHASE_SHAPE_COEQUALIZER
      || proposition->shape > CHASE_SHAPE_LIMIT || n > MOST || legs > MOST
      || (!objects && !limit && n != 2)
      || (!limit && legs != (proposition->shape == CHASE_SHAPE_EQUALIZER ? 1 : n)))
    return FALSE;
  cone->apex = chase_listing_get (
      chase_theory_category_listed (theory, g_ptr_array_index (proposition->terms, 0), NULL),
      listing);
  if (cone->apex == NULL)
    return FALSE;
  for (; proposition->legs != NULL && cone->n_legs < proposition->legs->len; cone->n_legs++)
    if (!read_map (theory, g_ptr_array_index (proposition->legs, cone->n_legs), listing,
                   &cone->legs[cone->n_legs]))
      return FALSE;
  if (limit)
    return read_edges (theory, listing, cone) && count_families (cone);
  return objects ? read_parts (theory, proposition, listing, cone)
                 : read_arrows (theory, proposition, listing, cone);
}

gboolean
chase_report_universal_in_cat (ChaseTheory *theory, const ChaseProposition *proposition,
                               gboolean holds, JsonObject *object, GError **error)
{
  g_autoptr (GHashTable) listing = chase_listing_new ();
  const ChaseTerm *base = g_ptr_array_index (proposition->base, 0);
  ChaseItem *item = proposition->shape == CHASE_SHAPE_LIMIT && base->kind == CHASE_TERM_NAME
                        ? chase_document_find (chase_theory_document (theory), base->name)
                        : NULL;
  g_autoptr (ChaseCatDiagram) drawn = item != NULL ? chase_cat_diagram_new (theory, item) : NULL;
  Cone cone = { .drawn = drawn };
  gboolean known, universal = FALSE;

  if (json_object_has_member (object, "given"))
    return chase_report_comparison (theory, proposition, holds, object, error);
  known = read_cone (theory, proposition, listing, &cone);
  if (known)
    universal = fits (&cone) && cone.families == size_of (cone.apex)
                && (proposition->shape == CHASE_SHAPE_COPRODUCT
                        ? covers_once (cone.apex, cone.legs, cone.n_legs)
                        : separates (cone.apex, cone.legs, cone.n_legs));
  for (guint i = 0; i < MOST; i++)
    map_clear (&cone.legs[i]);
  map_clear (&cone.arrows[0]);
  map_clear (&cone.arrows[1]);
  for (guint i = 0; i < MOST_EDGES; i++)
    map_clear (&cone.edges[i]);
  if (!known)
    return chase_refuse (error, "these categories and functors cannot be listed");
  return (universal == holds || chase_refuse (error, "a look at all morphisms says otherwise"))
         && (chase_report_number (object, "morphisms") == (gint64)size_of (cone.apex)
             || chase_refuse (error, "the number of morphisms is wrong"));
}
