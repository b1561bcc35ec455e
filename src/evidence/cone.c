/* SPDX-License-Identifier: MIT */
#include "evidence/cone.h"

#include "evidence/listing.h"
#include "model/proposition.h"
#include "model/shape.h"

void
chase_cone_free (ChaseCone *cone)
{
  if (cone == NULL)
    return;
  g_array_unref (cone->feet);
  g_array_unref (cone->laws);
  g_array_unref (cone->legs);
  g_free (cone);
}

gboolean
chase_cone_runs (const ChaseCone *cone, guint32 morphism, guint32 apex, guint32 end)
{
  const ChaseFinite *c = cone->all->finite;

  return c->source[morphism] == (cone->limit ? apex : end)
         && c->target[morphism] == (cone->limit ? end : apex);
}

guint32
chase_cone_compose (const ChaseCone *cone, guint32 f, guint32 g)
{
  return chase_finite_compose (cone->all->finite, cone->limit ? f : g, cone->limit ? g : f);
}

gboolean
chase_cone_keeps (const ChaseCone *cone, const ChaseConeLaw *law, const guint32 *legs)
{
  return chase_cone_compose (cone, legs[law->i], law->f)
         == chase_cone_compose (cone, legs[law->j], law->g);
}

typedef struct
{
  ChaseTheory *theory;
  const ChaseCategory *category;
  const ChaseProposition *proposition;
  ChaseCone *cone;
} Reading;

static gboolean
read_object (const Reading *reading, const ChaseTerm *term, guint32 *object)
{
  return chase_theory_object (reading->theory, reading->category, term, object, NULL);
}

static gboolean
read_morphism (const Reading *reading, const ChaseTerm *term, guint32 *morphism)
{
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 source, target;

  if (!chase_theory_path (reading->theory, reading->category, term, &source, &target, word, NULL))
    return FALSE;
  *morphism = chase_enumerated_value (
      reading->cone->all, source, (ChaseWord){ (const guint32 *)(gpointer)word->data, word->len });
  return TRUE;
}

/* Products and coproducts: objects and no law. */
static gboolean
read_pair (const Reading *reading)
{
  const GPtrArray *base = reading->proposition->base;
  guint32 object;

  for (guint i = 0; base != NULL && i < base->len; i++)
    {
      if (!read_object (reading, g_ptr_array_index (base, i), &object))
        return FALSE;
      g_array_append_val (reading->cone->feet, object);
    }
  return TRUE;
}

/* Pullbacks have a leg for each of two arrows, equalizers one for both; and their duals. */
static gboolean
read_two (const Reading *reading)
{
  ChaseUniversalShape shape = reading->proposition->shape;
  const GPtrArray *base = reading->proposition->base;
  const ChaseFinite *c = reading->cone->all->finite;
  const guint32 *beginning = reading->cone->limit ? c->source : c->target;
  ChaseConeLaw law = { 0 };

  if (base == NULL || base->len != 2
      || !read_morphism (reading, g_ptr_array_index (base, 0), &law.f)
      || !read_morphism (reading, g_ptr_array_index (base, 1), &law.g))
    return FALSE;
  law.j = shape == CHASE_SHAPE_PULLBACK || shape == CHASE_SHAPE_PUSHOUT;
  g_array_append_val (reading->cone->feet, beginning[law.f]);
  if (law.j == 1)
    g_array_append_val (reading->cone->feet, beginning[law.g]);
  g_array_append_val (reading->cone->laws, law);
  return TRUE;
}

/* Of a diagram every edge is a law: the leg of its source and then the edge is that of its target
 * (of a cocone: the other way round). */
static void
read_diagram (const Reading *reading, const ChaseShape *shape)
{
  ChaseCone *cone = reading->cone;

  for (guint i = 0; i < chase_shape_n_nodes (shape); i++)
    g_array_append_val (cone->feet, chase_shape_node (shape, i)->object);
  for (guint e = 0; e < chase_shape_n_edges (shape); e++)
    {
      const ChaseEdge *edge = chase_shape_edge (shape, e);
      guint32 begin = chase_shape_node (shape, edge->source)->object;
      guint near = cone->limit ? edge->source : edge->target;
      guint far = cone->limit ? edge->target : edge->source;
      ChaseConeLaw law
          = { near, chase_enumerated_value (cone->all, begin, edge->word), far,
              chase_finite_identity (cone->all->finite, chase_shape_node (shape, far)->object) };

      g_array_append_val (cone->laws, law);
    }
}

static gboolean
read_given (const Reading *reading)
{
  const GPtrArray *legs = reading->proposition->legs;
  ChaseCone *cone = reading->cone;
  guint32 leg;

  if ((legs != NULL ? legs->len : 0) != cone->feet->len
      || !read_object (reading, g_ptr_array_index (reading->proposition->terms, 0), &cone->apex))
    return FALSE;
  for (guint i = 0; i < cone->feet->len; i++)
    {
      if (!read_morphism (reading, g_ptr_array_index (legs, i), &leg)
          || !chase_cone_runs (cone, leg, cone->apex, g_array_index (cone->feet, guint32, i)))
        return FALSE;
      g_array_append_val (cone->legs, leg);
    }
  return TRUE;
}

static ChaseShape *
diagram_of (ChaseTheory *theory, const ChaseProposition *proposition)
{
  const ChaseTerm *term = proposition->base != NULL && proposition->base->len > 0
                              ? g_ptr_array_index (proposition->base, 0)
                              : NULL;
  ChaseItem *item = term != NULL && term->kind == CHASE_TERM_NAME
                        ? chase_document_find (chase_theory_document (theory), term->name)
                        : NULL;

  return item != NULL && item->kind == CHASE_ITEM_DIAGRAM
             ? chase_theory_shape (theory, item, NULL, NULL)
             : NULL;
}

ChaseCone *
chase_cone_new (ChaseTheory *theory, const ChaseProposition *proposition, GHashTable *listing)
{
  g_autoptr (ChaseCone) cone = g_new0 (ChaseCone, 1);
  g_autoptr (ChaseShape) shape = NULL;
  Reading reading = { theory, NULL, proposition, cone };
  gboolean good = TRUE;

  cone->feet = g_array_new (FALSE, FALSE, sizeof (guint32));
  cone->laws = g_array_new (FALSE, FALSE, sizeof (ChaseConeLaw));
  cone->legs = g_array_new (FALSE, FALSE, sizeof (guint32));
  cone->limit
      = proposition->shape == CHASE_SHAPE_PRODUCT || proposition->shape == CHASE_SHAPE_PULLBACK
        || proposition->shape == CHASE_SHAPE_EQUALIZER || proposition->shape == CHASE_SHAPE_LIMIT;
  if (proposition->shape >= CHASE_SHAPE_LIMIT)
    {
      shape = diagram_of (theory, proposition);
      if (shape != NULL)
        reading.category = chase_theory_category_of (theory, shape->presentation);
    }
  else
    reading.category = chase_theory_proposition_category (theory, proposition, NULL);
  cone->all = chase_listing_get (reading.category, listing);
  if (cone->all == NULL)
    return NULL;
  if (shape != NULL)
    read_diagram (&reading, shape);
  else if (proposition->shape == CHASE_SHAPE_PRODUCT || proposition->shape == CHASE_SHAPE_COPRODUCT)
    good = read_pair (&reading);
  else
    good = read_two (&reading);
  return good && (proposition->kind == CHASE_PROPOSITION_EXISTS || read_given (&reading))
             ? g_steal_pointer (&cone)
             : NULL;
}
