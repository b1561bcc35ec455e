/* SPDX-License-Identifier: MIT */
#include "engine/cones.h"

#include "model/proposition.h"
#include "model/shape.h"

static guint32
nth_letter (const GArray *array, guint i)
{
  return g_array_index (array, guint32, i);
}

void
chase_cones_free (ChaseCones *cones)
{
  if (cones == NULL)
    return;
  g_array_unref (cones->feet);
  g_array_unref (cones->conditions);
  g_array_unref (cones->legs);
  g_free (cones);
}

static gboolean
read_morphism (ChaseTheory *theory, const ChaseCategory *category, const ChaseCones *cones,
               const ChaseTerm *term, guint32 *morphism)
{
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (guint32));
  ChaseWord word;
  guint32 source, target;

  if (!chase_theory_path (theory, category, term, &source, &target, letters, NULL))
    return FALSE;
  word.letters = (const guint32 *)(gpointer)letters->data;
  word.length = letters->len;
  *morphism = chase_enumerated_value (cones->all, source, word);
  return TRUE;
}

static void
add_foot (ChaseCones *cones, guint32 object)
{
  g_array_append_val (cones->feet, object);
}

static void
add_condition (ChaseCones *cones, guint32 i, guint32 first, guint32 j, guint32 second)
{
  ChaseConeCondition condition = { i, first, j, second };

  g_array_append_val (cones->conditions, condition);
}

static gboolean
read_objects (ChaseTheory *theory, const ChaseCategory *category, ChaseCones *cones,
              const ChaseProposition *proposition)
{
  for (guint i = 0; proposition->base != NULL && i < proposition->base->len; i++)
    {
      guint32 object;

      if (!chase_theory_object (theory, category, g_ptr_array_index (proposition->base, i), &object,
                                NULL))
        return FALSE;
      add_foot (cones, object);
    }
  return TRUE;
}

/* Pullbacks and equalizers, and their duals: of two arrows. */
static gboolean
read_arrows (ChaseTheory *theory, const ChaseCategory *category, ChaseCones *cones,
             const ChaseProposition *proposition)
{
  const ChaseFinite *c = cones->all->finite;
  const guint32 *near = cones->outward ? c->source : c->target;
  gboolean two_legs
      = proposition->shape == CHASE_SHAPE_PULLBACK || proposition->shape == CHASE_SHAPE_PUSHOUT;
  guint32 f[2];

  if (proposition->base == NULL || proposition->base->len != 2)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    if (!read_morphism (theory, category, cones, g_ptr_array_index (proposition->base, i), &f[i]))
      return FALSE;
  add_foot (cones, near[f[0]]);
  if (two_legs)
    add_foot (cones, near[f[1]]);
  add_condition (cones, 0, f[0], two_legs ? 1 : 0, f[1]);
  return TRUE;
}

static gboolean
read_shape (ChaseCones *cones, const ChaseShape *shape)
{
  const ChaseFinite *c = cones->all->finite;

  for (guint i = 0; i < chase_shape_n_nodes (shape); i++)
    add_foot (cones, chase_shape_node (shape, i)->object);
  for (guint e = 0; e < chase_shape_n_edges (shape); e++)
    {
      const ChaseEdge *edge = chase_shape_edge (shape, e);
      guint32 source = nth_letter (cones->feet, edge->source);
      guint32 target = nth_letter (cones->feet, edge->target);
      guint32 m = chase_enumerated_value (cones->all, source, edge->word);

      if (cones->outward)
        add_condition (cones, edge->source, m, edge->target, chase_finite_identity (c, target));
      else
        add_condition (cones, edge->target, m, edge->source, chase_finite_identity (c, source));
    }
  return TRUE;
}

static ChaseShape *
shape_of (ChaseTheory *theory, const ChaseProposition *proposition)
{
  const ChaseTerm *term = proposition->base != NULL && proposition->base->len > 0
                              ? g_ptr_array_index (proposition->base, 0)
                              : NULL;
  ChaseItem *item = NULL;

  if (term != NULL && term->kind == CHASE_TERM_NAME)
    item = chase_document_find (chase_theory_document (theory), term->name);
  if (item == NULL || item->kind != CHASE_ITEM_DIAGRAM)
    return NULL;
  return chase_theory_shape (theory, item, NULL, NULL);
}

static gboolean
read_given (ChaseTheory *theory, const ChaseCategory *category, ChaseCones *cones,
            const ChaseProposition *proposition)
{
  guint n = proposition->legs != NULL ? proposition->legs->len : 0;

  if (n != cones->feet->len
      || !chase_theory_object (theory, category, g_ptr_array_index (proposition->terms, 0),
                               &cones->apex, NULL))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      guint32 leg;

      if (!read_morphism (theory, category, cones, g_ptr_array_index (proposition->legs, i), &leg)
          || !chase_cones_is_leg (cones, cones->apex, i, leg))
        return FALSE;
      g_array_append_val (cones->legs, leg);
    }
  return TRUE;
}

ChaseCones *
chase_cones_new (ChaseTheory *theory, const ChaseProposition *proposition, ChaseEnumerate enumerate,
                 gpointer data)
{
  g_autoptr (ChaseCones) cones = g_new0 (ChaseCones, 1);
  g_autoptr (ChaseShape) diagram = NULL;
  ChaseUniversalShape shape = proposition->shape;
  const ChaseCategory *category;
  gboolean good;

  cones->feet = g_array_new (FALSE, FALSE, sizeof (guint32));
  cones->conditions = g_array_new (FALSE, FALSE, sizeof (ChaseConeCondition));
  cones->legs = g_array_new (FALSE, FALSE, sizeof (guint32));
  cones->outward = shape == CHASE_SHAPE_PRODUCT || shape == CHASE_SHAPE_PULLBACK
                   || shape == CHASE_SHAPE_EQUALIZER || shape == CHASE_SHAPE_LIMIT;
  category = chase_theory_proposition_category (theory, proposition, NULL);
  if (shape >= CHASE_SHAPE_LIMIT)
    diagram = shape_of (theory, proposition);
  if (shape >= CHASE_SHAPE_LIMIT
      && (diagram == NULL || category == NULL || category->presentation != diagram->presentation))
    return NULL;
  if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED)
    return NULL;
  cones->all = enumerate (category, data);
  if (cones->all == NULL)
    return NULL;
  if (diagram != NULL)
    good = read_shape (cones, diagram);
  else if (shape == CHASE_SHAPE_PRODUCT || shape == CHASE_SHAPE_COPRODUCT)
    good = read_objects (theory, category, cones, proposition);
  else
    good = read_arrows (theory, category, cones, proposition);
  if (!good
      || (proposition->kind != CHASE_PROPOSITION_EXISTS
          && !read_given (theory, category, cones, proposition)))
    return NULL;
  return g_steal_pointer (&cones);
}

static guint32
continued (const ChaseCones *cones, guint32 leg, guint32 morphism)
{
  const ChaseFinite *c = cones->all->finite;

  return cones->outward ? chase_finite_compose (c, leg, morphism)
                        : chase_finite_compose (c, morphism, leg);
}

gboolean
chase_cones_agree (const ChaseCones *cones, const ChaseConeCondition *condition, guint32 leg_i,
                   guint32 leg_j)
{
  return continued (cones, leg_i, condition->first) == continued (cones, leg_j, condition->second);
}

gboolean
chase_cones_is_leg (const ChaseCones *cones, guint32 apex, guint i, guint32 morphism)
{
  const ChaseFinite *c = cones->all->finite;
  guint32 foot = nth_letter (cones->feet, i);

  return c->source[morphism] == (cones->outward ? apex : foot)
         && c->target[morphism] == (cones->outward ? foot : apex);
}

guint32
chase_cones_along (const ChaseCones *cones, guint32 mediating, guint i)
{
  guint32 leg = nth_letter (cones->legs, i);

  return cones->outward ? chase_finite_compose (cones->all->finite, mediating, leg)
                        : chase_finite_compose (cones->all->finite, leg, mediating);
}

gboolean
chase_cones_mediates (const ChaseCones *cones, guint32 apex, guint32 morphism)
{
  const ChaseFinite *c = cones->all->finite;

  return c->source[morphism] == (cones->outward ? apex : cones->apex)
         && c->target[morphism] == (cones->outward ? cones->apex : apex);
}
