/* SPDX-License-Identifier: MIT */
#include "model/set-maps.h"

#include "model/laws.h"
#include "model/proposition.h"
#include "model/set-diagram.h"
#include "model/theory-private.h"

#include <string.h>

void
chase_set_map_free (ChaseSetMap *map)
{
  if (map == NULL)
    return;
  g_clear_pointer (&map->base, chase_presentation_unref);
  chase_sets_free (map->from);
  chase_sets_free (map->to);
  g_free (map->values);
  g_free (map);
}

gboolean
chase_category_of_sets (const ChaseCategory *category)
{
  if (category == NULL)
    return FALSE;
  return category->kind == CHASE_CATEGORY_SETS
         || (category->kind == CHASE_CATEGORY_FUNCTORS
             && category->parts[0]->kind == CHASE_CATEGORY_PRESENTED
             && category->parts[1]->kind == CHASE_CATEGORY_SETS);
}

gboolean
chase_category_to_sets (const ChaseCategory *category, gboolean *objects)
{
  gboolean more;

  *objects = TRUE;
  while (category != NULL && category->kind == CHASE_CATEGORY_OPPOSITE)
    category = category->parts[0];
  if (category != NULL && category->kind == CHASE_CATEGORY_PRODUCT)
    return chase_category_to_sets (category->parts[0], objects) && *objects
           && chase_category_to_sets (category->parts[1], &more) && more;
  for (; category != NULL && category->kind == CHASE_CATEGORY_FUNCTORS;
       category = category->parts[1])
    {
      if (category->parts[0]->kind != CHASE_CATEGORY_PRESENTED)
        return FALSE;
      *objects = *objects && chase_presentation_n_objects (category->parts[0]->presentation) > 0;
    }
  return category != NULL
         && (category->kind == CHASE_CATEGORY_SETS || category->kind == CHASE_CATEGORY_ALL);
}

ChasePresentation *
chase_category_sets_base (const ChaseCategory *category)
{
  ChasePresentation *one;
  g_autoptr (ChaseName) name = NULL;

  if (category->kind == CHASE_CATEGORY_FUNCTORS)
    return chase_presentation_ref (category->parts[0]->presentation);
  one = chase_presentation_new ();
  name = chase_name_new ("*");
  chase_presentation_add_object (one, name);
  return one;
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* A plain set, its elements in order. */
static ChaseSets *
plain_set (const ChasePresentation *base, ChaseName *const *names, guint32 n)
{
  ChaseSets *sets = chase_sets_new (base, &n);

  for (guint32 x = 0; x < n; x++)
    sets->names[x] = chase_name_ref (names[x]);
  qsort (sets->names, n, sizeof (ChaseName *), compare_names);
  return sets;
}

static const ChaseFunctor *
functor_of (ChaseTheory *theory, const ChaseCategory *category, const ChaseTerm *term)
{
  return chase_theory_functor (theory, term, category->parts[0], category->parts[1], NULL);
}

ChaseSets *
chase_set_object (ChaseTheory *theory, const ChaseCategory *category, const ChaseTerm *term,
                  ChaseEnumerate enumerate, gpointer data)
{
  g_autoptr (ChasePresentation) base = chase_category_sets_base (category);
  g_autoptr (GPtrArray) names = NULL;
  const ChaseFunctor *functor;

  if (category->kind == CHASE_CATEGORY_FUNCTORS)
    {
      functor = functor_of (theory, category, term);
      return functor != NULL ? chase_functor_list (functor, enumerate, data) : NULL;
    }
  names = chase_theory_set (theory, term, NULL);
  return names != NULL ? plain_set (base, (ChaseName *const *)names->pdata, names->len) : NULL;
}

static ChaseSetMap *
map_of_function (const ChaseFunction *function, ChasePresentation *base)
{
  ChaseSetMap *map = g_new0 (ChaseSetMap, 1);

  map->base = chase_presentation_ref (base);
  map->from = plain_set (base, function->domain, function->n_domain);
  map->to = plain_set (base, function->codomain, function->n_codomain);
  map->values = g_new (guint32, function->n_domain + 1);
  map->open = function->open;
  for (guint32 x = 0; x < function->n_domain; x++)
    map->values[chase_sets_find (map->from, 0, function->domain[x])]
        = chase_sets_find (map->to, 0, function->codomain[function->values[x]]);
  return map;
}

/* Gives an open map, which is one of plain sets, the larger target @to. */
static gboolean
widen (ChaseSetMap *map, const ChaseSets *to)
{
  g_autofree guint32 *place
      = chase_match_sets (map->to->names, map->to->sizes[0], to->names, to->sizes[0], TRUE);

  if (place == NULL)
    return FALSE;
  for (guint32 x = 0; x < map->from->sizes[0]; x++)
    map->values[x] = place[map->values[x]];
  chase_sets_free (map->to);
  map->to = chase_sets_copy (to, map->base);
  map->open = FALSE;
  return TRUE;
}

gboolean
chase_set_map_fit (ChaseSetMap *map, const ChaseSets *from, const ChaseSets *to)
{
  return chase_sets_equal (map->from, from)
         && (map->open ? widen (map, to) : chase_sets_equal (map->to, to));
}

gboolean
chase_transformation_is_natural (const ChaseTransformation *alpha)
{
  g_autoptr (ChaseLawList) list = chase_naturality_laws (alpha);

  for (guint i = 0; i < list->claims->len; i++)
    {
      const ChaseLawClaim *claim = g_ptr_array_index (list->claims, i);

      if (claim->left->len > 0
          && memcmp (claim->left->data, claim->right->data, claim->left->len * sizeof (guint32))
                 != 0)
        return FALSE;
    }
  return TRUE;
}

ChaseSetMap *
chase_set_map (ChaseTheory *theory, const ChaseCategory *category, const ChaseTerm *term,
               ChaseEnumerate enumerate, gpointer data)
{
  g_autoptr (ChasePresentation) base = chase_category_sets_base (category);
  g_autoptr (ChaseFunction) function = NULL;
  g_autoptr (ChaseSetMap) map = NULL;
  const ChaseTransformation *alpha;

  if (category->kind == CHASE_CATEGORY_SETS)
    {
      function = chase_theory_function (theory, term, NULL);
      return function != NULL ? map_of_function (function, base) : NULL;
    }
  alpha = chase_theory_transformation (theory, term, NULL, NULL, NULL);
  if (alpha == NULL || alpha->form != CHASE_TRANSFORMATION_FUNCTIONS
      || alpha->from->source != category->parts[0] || !chase_transformation_is_natural (alpha))
    return NULL;
  map = g_new0 (ChaseSetMap, 1);
  map->base = g_steal_pointer (&base);
  map->from = chase_functor_list (alpha->from, enumerate, data);
  map->to = chase_functor_list (alpha->to, enumerate, data);
  if (map->from == NULL || map->to == NULL)
    return NULL;
  map->values
      = g_memdup2 (alpha->functions, (alpha->offsets[map->from->n_objects] + 1) * sizeof (guint32));
  return g_steal_pointer (&map);
}

/* Cones. */

static void
condition_free (gpointer data)
{
  ChaseSetCondition *condition = data;

  chase_set_map_free (condition->first);
  chase_set_map_free (condition->second);
  g_free (condition);
}

void
chase_set_cone_free (ChaseSetCone *cone)
{
  if (cone == NULL)
    return;
  g_clear_pointer (&cone->base, chase_presentation_unref);
  chase_sets_free (cone->apex);
  g_ptr_array_unref (cone->feet);
  g_ptr_array_unref (cone->legs);
  g_ptr_array_unref (cone->conditions);
  g_free (cone);
}

typedef struct
{
  ChaseTheory *theory;
  const ChaseCategory *category;
  const ChaseProposition *proposition;
  ChaseEnumerate enumerate;
  gpointer data;
} Reading;

static ChaseSetMap *
read_map (const Reading *reading, const GPtrArray *list, guint i)
{
  return list != NULL && i < list->len
             ? chase_set_map (reading->theory, reading->category, g_ptr_array_index (list, i),
                              reading->enumerate, reading->data)
             : NULL;
}

static gboolean
read_objects (const Reading *reading, ChaseSetCone *cone)
{
  const GPtrArray *base = reading->proposition->base;

  for (guint i = 0; base != NULL && i < base->len; i++)
    {
      ChaseSets *foot
          = chase_set_object (reading->theory, reading->category, g_ptr_array_index (base, i),
                              reading->enumerate, reading->data);

      if (foot == NULL)
        return FALSE;
      g_ptr_array_add (cone->feet, foot);
    }
  return TRUE;
}

/* The two maps of a pullback or an equalizer end at one set, which open ones share. */
static gboolean
meet (ChaseSetMap *f, ChaseSetMap *g)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (ChaseSets) both = NULL;

  if (!f->open || !g->open)
    return f->open ? widen (f, g->to) : chase_set_map_fit (g, g->from, f->to);
  names = g_ptr_array_new ();
  for (guint32 y = 0; y < f->to->sizes[0]; y++)
    g_ptr_array_add (names, f->to->names[y]);
  for (guint32 y = 0; y < g->to->sizes[0]; y++)
    if (chase_sets_find (f->to, 0, g->to->names[y]) == NOWHERE)
      g_ptr_array_add (names, g->to->names[y]);
  both = plain_set (f->base, (ChaseName *const *)names->pdata, names->len);
  return widen (f, both) && widen (g, both);
}

/* Those of a pushout or a coequalizer go on where the legs start, where they are open; without legs
 * what is said is their target. */
static gboolean
part (const Reading *reading, ChaseSetMap *f, ChaseSetMap *g, gboolean two)
{
  ChaseSetMap *maps[2] = { f, g };

  if (reading->proposition->legs == NULL)
    return chase_sets_equal (f->from, g->from) && (two || meet (f, g));

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (ChaseSetMap) leg = NULL;

      if (!maps[i]->open)
        continue;
      leg = read_map (reading, reading->proposition->legs, two ? i : 0);
      if (leg == NULL || !widen (maps[i], leg->from))
        return FALSE;
    }
  return chase_sets_equal (f->from, g->from);
}

/* Pullbacks, equalizers and their duals: of two maps. */
static gboolean
read_maps (const Reading *reading, ChaseSetCone *cone)
{
  gboolean two = reading->proposition->shape == CHASE_SHAPE_PULLBACK
                 || reading->proposition->shape == CHASE_SHAPE_PUSHOUT;
  ChaseSetCondition *condition = g_new0 (ChaseSetCondition, 1);
  ChaseSetMap *f, *g;

  g_ptr_array_add (cone->conditions, condition);
  f = condition->first = read_map (reading, reading->proposition->base, 0);
  g = condition->second = read_map (reading, reading->proposition->base, 1);
  condition->j = two;
  if (f == NULL || g == NULL || reading->proposition->base->len != 2
      || !(cone->outward ? meet (f, g) : part (reading, f, g, two))
      || (!two
          && !chase_sets_equal (cone->outward ? f->from : f->to, cone->outward ? g->from : g->to)))
    return FALSE;
  g_ptr_array_add (cone->feet, chase_sets_copy (cone->outward ? f->from : f->to, cone->base));
  if (two)
    g_ptr_array_add (cone->feet, chase_sets_copy (cone->outward ? g->from : g->to, cone->base));
  return TRUE;
}

/* Limits and colimits: every edge is a condition on the legs at its ends. */
static gboolean
read_diagram (const Reading *reading, ChaseSetCone *cone)
{
  const ChaseTerm *term = g_ptr_array_index (reading->proposition->base, 0);
  ChaseItem *item = term->kind == CHASE_TERM_NAME
                        ? chase_document_find (chase_theory_document (reading->theory), term->name)
                        : NULL;
  g_autoptr (ChaseSetDiagram) diagram = NULL;

  if (item != NULL)
    diagram = chase_set_diagram_new (reading->theory, item, reading->enumerate, reading->data);
  if (diagram == NULL)
    return FALSE;
  for (guint i = 0; i < diagram->nodes->len; i++)
    g_ptr_array_add (cone->feet, chase_sets_copy (chase_set_diagram_node (diagram, i), cone->base));
  for (guint i = 0; i < diagram->edges->len; i++)
    {
      ChaseSetEdge *edge = &g_array_index (diagram->edges, ChaseSetEdge, i);
      ChaseSetCondition *condition = g_new0 (ChaseSetCondition, 1);

      condition->i = cone->outward ? edge->source : edge->target;
      condition->j = cone->outward ? edge->target : edge->source;
      condition->first = g_steal_pointer (&edge->map);
      g_ptr_array_add (cone->conditions, condition);
    }
  return TRUE;
}

static gboolean
read_legs (const Reading *reading, ChaseSetCone *cone)
{
  const GPtrArray *legs = reading->proposition->legs;

  cone->apex = chase_set_object (reading->theory, reading->category,
                                 g_ptr_array_index (reading->proposition->terms, 0),
                                 reading->enumerate, reading->data);
  if (cone->apex == NULL || (legs != NULL ? legs->len : 0) != cone->feet->len)
    return FALSE;
  for (guint i = 0; i < cone->feet->len; i++)
    {
      const ChaseSets *foot = g_ptr_array_index (cone->feet, i);
      ChaseSetMap *leg = read_map (reading, legs, i);

      if (leg == NULL)
        return FALSE;
      g_ptr_array_add (cone->legs, leg);
      if (!chase_set_map_fit (leg, cone->outward ? cone->apex : foot,
                              cone->outward ? foot : cone->apex))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_base (const Reading *reading, ChaseSetCone *cone)
{
  switch (reading->proposition->shape)
    {
    case CHASE_SHAPE_PRODUCT:
    case CHASE_SHAPE_COPRODUCT:
      return read_objects (reading, cone);
    case CHASE_SHAPE_LIMIT:
    case CHASE_SHAPE_COLIMIT:
      return read_diagram (reading, cone);
    default:
      return read_maps (reading, cone);
    }
}

ChaseSetCone *
chase_set_cone_new (ChaseTheory *theory, const ChaseCategory *category,
                    const ChaseProposition *proposition, ChaseEnumerate enumerate, gpointer data)
{
  g_autoptr (ChaseSetCone) cone = g_new0 (ChaseSetCone, 1);
  Reading reading = { theory, category, proposition, enumerate, data };
  ChaseUniversalShape shape = proposition->shape;

  cone->base = chase_category_sets_base (category);
  cone->feet = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_sets_free);
  cone->legs = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_set_map_free);
  cone->conditions = g_ptr_array_new_with_free_func (condition_free);
  cone->outward = shape == CHASE_SHAPE_PRODUCT || shape == CHASE_SHAPE_PULLBACK
                  || shape == CHASE_SHAPE_EQUALIZER || shape == CHASE_SHAPE_LIMIT;
  if (!read_base (&reading, cone)
      || (proposition->kind != CHASE_PROPOSITION_EXISTS && !read_legs (&reading, cone)))
    return NULL;
  return g_steal_pointer (&cone);
}
