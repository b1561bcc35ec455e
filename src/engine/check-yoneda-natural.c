/* SPDX-License-Identifier: MIT */
#include "engine/check-private.h"
#include "engine/yoneda.h"
#include "model/set-maps.h"

/*
 * The bijection of the Yoneda lemma is natural in the object: what f : X -> Y makes of an element
 * of P (X) names the transformation of that element, after Hom (f, -). And in the functor: what
 * beta : P => Q makes of an element names its transformation, followed by beta.
 */

typedef struct
{
  ChaseChecker *checker;
  const ChaseFunctor *functor;
  ChaseClock *clock;
} Naturality;

static JsonObject *
values_json (const ChaseYoneda *from, const ChaseYoneda *to, const guint32 *images)
{
  JsonObject *values = json_object_new ();

  for (guint32 x = 0; x < from->n_elements; x++)
    json_object_set_string_member (values, chase_yoneda_element (from, x),
                                   chase_yoneda_element (to, images[x]));
  return values;
}

/* Along the generator f: at each m : Y -> Z the transformation of x has at "f, then m" the value
 * that the one of its image has at m. */
static gboolean
agrees_along (Naturality *naturality, const ChaseYoneda *from, const ChaseYoneda *to, guint32 f,
              const guint32 *images)
{
  const ChaseFinite *c = from->all->finite;
  g_autofree guint32 *one = g_new0 (guint32, from->naturality->n_variables + 1);
  g_autofree guint32 *two = g_new0 (guint32, to->naturality->n_variables + 1);

  for (guint32 x = 0; x < from->n_elements; x++)
    {
      chase_yoneda_transformation (from, x, one);
      chase_yoneda_transformation (to, images[x], two);
      for (guint32 m = 0; m < chase_finite_n_morphisms (c); m++)
        {
          if (chase_clock_tick (naturality->clock))
            return FALSE;
          if (c->source[m] == to->object
              && one[from->variable[chase_finite_compose (c, from->all->generators[f], m)]]
                     != two[to->variable[m]])
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
add_arrow (Naturality *naturality, GPtrArray *lemmas, guint32 f, JsonArray *arrows)
{
  const ChasePresentation *p = naturality->functor->source->presentation;
  const ChaseArrow *arrow = chase_presentation_arrow (p, f);
  const ChaseYoneda *from = g_ptr_array_index (lemmas, arrow->source);
  const ChaseYoneda *to = g_ptr_array_index (lemmas, arrow->target);
  const ChaseSets *sets = from->naturality->to;
  const guint32 *images = sets->functions + sets->offsets[f];
  JsonObject *object;

  if (!agrees_along (naturality, from, to, f, images))
    return FALSE;
  object = json_object_new ();
  json_object_set_string_member (object, "arrow", arrow->name);
  json_object_set_object_member (object, "values", values_json (from, to, images));
  json_array_add_object_element (arrows, object);
  return TRUE;
}

/* Followed by @beta: at each m its component takes the value of x's transformation to that of the
 * transformation that the image of x names. */
static gboolean
agrees_after (Naturality *naturality, const ChaseYoneda *from, const ChaseYoneda *to,
              const ChaseTransformation *beta)
{
  const ChaseFinite *c = from->all->finite;
  const guint32 *images = beta->functions + beta->offsets[from->object];
  g_autofree guint32 *one = g_new0 (guint32, from->naturality->n_variables + 1);
  g_autofree guint32 *two = g_new0 (guint32, from->naturality->n_variables + 1);

  for (guint32 x = 0; x < from->n_elements; x++)
    {
      chase_yoneda_transformation (from, x, one);
      chase_yoneda_transformation (to, images[x], two);
      for (guint32 m = 0; m < chase_finite_n_morphisms (c); m++)
        {
          guint32 v = from->variable[m];

          if (chase_clock_tick (naturality->clock))
            return FALSE;
          if (c->source[m] == from->object
              && beta->functions[beta->offsets[c->target[m]] + one[v]] != two[v])
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
add_transformation (Naturality *naturality, const ChaseTransformation *beta, guint32 object,
                    JsonArray *functors)
{
  g_autoptr (ChaseYoneda) from
      = chase_yoneda_new (beta->from, object, chase_checker_list, naturality->checker);
  g_autoptr (ChaseYoneda) to
      = chase_yoneda_new (beta->to, object, chase_checker_list, naturality->checker);
  JsonObject *json;

  if (from == NULL || to == NULL || !agrees_after (naturality, from, to, beta))
    return FALSE;
  json = json_object_new ();
  json_object_set_string_member (json, "transformation", beta->key);
  json_object_set_object_member (json, "values",
                                 values_json (from, to, beta->functions + beta->offsets[object]));
  json_array_add_object_element (functors, json);
  return TRUE;
}

/* The transformation that @item defines, where it is natural and starts or ends at @functor. */
static const ChaseTransformation *
at_functor (Naturality *naturality, const ChaseItem *item)
{
  const ChaseFunctor *functor = naturality->functor;
  g_autoptr (ChaseTerm) term = NULL;
  const ChaseTransformation *beta;

  if (item->kind != CHASE_ITEM_TRANSFORMATION)
    return NULL;
  term = chase_term_new_name (item->name);
  beta = chase_theory_transformation (naturality->checker->theory, term, NULL, NULL, NULL);
  if (beta == NULL || beta->form != CHASE_TRANSFORMATION_FUNCTIONS
      || (beta->from != functor && beta->to != functor) || !chase_transformation_is_natural (beta))
    return NULL;
  return beta;
}

static GPtrArray *
lemmas_of (const Naturality *naturality)
{
  g_autoptr (GPtrArray) lemmas = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_yoneda_free);
  const ChaseFunctor *functor = naturality->functor;

  for (guint32 a = 0; a < chase_presentation_n_objects (functor->source->presentation); a++)
    {
      ChaseYoneda *lemma = chase_yoneda_new (functor, a, chase_checker_list, naturality->checker);

      if (lemma == NULL)
        return NULL;
      g_ptr_array_add (lemmas, lemma);
    }
  return g_steal_pointer (&lemmas);
}

static gboolean
add_all (Naturality *naturality, guint32 object, JsonArray *arrows, JsonArray *functors)
{
  const ChasePresentation *p = naturality->functor->source->presentation;
  const ChaseDocument *document = chase_theory_document (naturality->checker->theory);
  g_autoptr (GPtrArray) lemmas = lemmas_of (naturality);

  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    if (lemmas == NULL
        || (!chase_presentation_arrow (p, f)->formal && !add_arrow (naturality, lemmas, f, arrows)))
      return FALSE;
  for (guint i = 0; i < chase_document_n_items (document); i++)
    {
      const ChaseTransformation *beta
          = at_functor (naturality, chase_document_get_item (document, i));

      if (beta != NULL && !add_transformation (naturality, beta, object, functors))
        return FALSE;
    }
  return TRUE;
}

gboolean
chase_yoneda_naturality (ChaseChecker *checker, const ChaseFunctor *functor, guint32 object,
                         ChaseClock *clock, JsonObject *object_json, ChaseResult *result)
{
  Naturality naturality = { checker, functor, clock };
  JsonArray *arrows = json_array_new ();
  JsonArray *functors = json_array_new ();
  gboolean done = add_all (&naturality, object, arrows, functors);

  json_object_set_array_member (object_json, "arrows", arrows);
  json_object_set_array_member (object_json, "functors", functors);
  if (!done)
    chase_result_undecided (result, "Not all of naturality was gone through: %s.",
                            chase_clock_why (clock));
  return done;
}
