/* SPDX-License-Identifier: MIT */
#include "engine/functor-values.h"

#include <string.h>

/* Set is [1, Set]. */
static ChasePresentation *
one_object (void)
{
  ChasePresentation *one = chase_presentation_new ();
  g_autoptr (ChaseName) name = chase_name_new ("*");

  chase_presentation_add_object (one, name);
  return one;
}

static gsize
n_elements (const ChaseSets *sets)
{
  return sets->first[sets->n_objects];
}

static ChaseSets *
set_at (const ChaseFunctorValues *values, const ChaseSets *all, guint32 a)
{
  ChaseSets *one = chase_sets_new (values->base, &all->sizes[a]);

  for (guint32 x = 0; x < all->sizes[a]; x++)
    one->names[x] = chase_name_ref (all->names[all->first[a] + x]);
  return one;
}

/* The images of the generator @f: for functors to Set, and to functors. */
typedef struct
{
  ChaseFunctorValues *values;
  ChaseSets *all;
} Filling;

static guint32
step (const Filling *filling, guint32 f, guint32 at, guint32 x)
{
  const ChaseFunctor *functor = filling->values->functor;

  if (filling->all != NULL)
    return filling->all->functions[filling->all->offsets[f] + x];
  return functor->transformations[f]->functions[functor->transformations[f]->offsets[at] + x];
}

static void
add_images (Filling *filling, guint32 morphism)
{
  ChaseFunctorValues *values = filling->values;
  const ChaseSets *from
      = g_ptr_array_index (values->sets, values->source->finite->source[morphism]);
  ChaseWord word = chase_enumerated_word (values->source, morphism);
  guint32 *images = g_new (guint32, n_elements (from) + 1);

  for (guint32 at = 0; at < from->n_objects; at++)
    for (guint32 x = 0; x < from->sizes[at]; x++)
      {
        guint32 y = x;

        for (guint32 i = 0; i < word.length; i++)
          y = step (filling, word.letters[i], at, y);
        images[from->first[at] + x] = y;
      }
  g_ptr_array_add (values->images, images);
}

static gboolean
list_sets (Filling *filling, ChaseEnumerate enumerate, gpointer data)
{
  ChaseFunctorValues *values = filling->values;
  const ChaseFunctor *functor = values->functor;
  guint32 n = chase_presentation_n_objects (functor->source->presentation);

  if (functor->target->kind == CHASE_CATEGORY_SETS)
    {
      values->base = one_object ();
      filling->all = chase_functor_list (functor, enumerate, data);
      for (guint32 a = 0; filling->all != NULL && a < n; a++)
        g_ptr_array_add (values->sets, set_at (values, filling->all, a));
      return filling->all != NULL;
    }
  if (functor->form != CHASE_FUNCTOR_TABLES || functor->target->kind != CHASE_CATEGORY_FUNCTORS
      || functor->target->parts[1]->kind != CHASE_CATEGORY_SETS
      || functor->target->parts[0]->presentation == NULL)
    return FALSE;
  values->base = chase_presentation_ref (functor->target->parts[0]->presentation);
  for (guint32 a = 0; a < n; a++)
    {
      ChaseSets *sets = chase_functor_list (functor->functors[a], enumerate, data);

      if (sets == NULL)
        return FALSE;
      g_ptr_array_add (values->sets, sets);
    }
  for (guint32 f = 0; f < chase_presentation_n_arrows (functor->source->presentation); f++)
    if (functor->transformations[f] == NULL
        || functor->transformations[f]->form != CHASE_TRANSFORMATION_FUNCTIONS)
      return FALSE;
  return TRUE;
}

ChaseFunctorValues *
chase_functor_values_new (const ChaseFunctor *functor, ChaseEnumerate enumerate, gpointer data)
{
  g_autoptr (ChaseFunctorValues) values = NULL;
  Filling filling = { NULL, NULL };

  if (functor->source->kind != CHASE_CATEGORY_PRESENTED)
    return NULL;
  values = g_new0 (ChaseFunctorValues, 1);
  values->functor = functor;
  values->sets = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_sets_free);
  values->images = g_ptr_array_new_with_free_func (g_free);
  values->source = enumerate (functor->source, data);
  filling.values = values;
  if (values->source == NULL || !list_sets (&filling, enumerate, data))
    {
      chase_sets_free (filling.all);
      return NULL;
    }
  for (guint32 m = 0; m < chase_finite_n_morphisms (values->source->finite); m++)
    add_images (&filling, m);
  chase_sets_free (filling.all);
  return g_steal_pointer (&values);
}

void
chase_functor_values_free (ChaseFunctorValues *values)
{
  if (values == NULL)
    return;
  g_ptr_array_unref (values->sets);
  g_ptr_array_unref (values->images);
  g_clear_pointer (&values->base, chase_presentation_unref);
  g_free (values);
}

ChaseNaturality *
chase_functor_values_between (const ChaseFunctorValues *values, guint32 a, guint32 b)
{
  return chase_naturality_new_sets (
      values->base, chase_sets_copy (g_ptr_array_index (values->sets, a), values->base),
      chase_sets_copy (g_ptr_array_index (values->sets, b), values->base));
}

static gboolean
is_image (const ChaseFunctorValues *values, guint32 f, const guint32 *images)
{
  const ChaseSets *from = g_ptr_array_index (values->sets, values->source->finite->source[f]);

  return memcmp (g_ptr_array_index (values->images, f), images,
                 n_elements (from) * sizeof (guint32))
         == 0;
}

gboolean
chase_functor_values_same (const ChaseFunctorValues *values, guint32 f, guint32 g)
{
  return is_image (values, f, g_ptr_array_index (values->images, g));
}

gboolean
chase_functor_values_hit (const ChaseFunctorValues *values, guint32 a, guint32 b,
                          const guint32 *images)
{
  const ChaseFinite *c = values->source->finite;

  for (guint32 f = 0; f < chase_finite_n_morphisms (c); f++)
    if (c->source[f] == a && c->target[f] == b && is_image (values, f, images))
      return TRUE;
  return FALSE;
}

gboolean
chase_functor_values_miss (const ChaseFunctorValues *values, guint32 at, guint32 size)
{
  for (guint a = 0; a < values->sets->len; a++)
    if (((ChaseSets *)g_ptr_array_index (values->sets, a))->sizes[at] == size)
      return FALSE;
  return TRUE;
}
