/* SPDX-License-Identifier: MIT */
#include "model/slice-sets.h"
#include "model/theory-private.h"

#include "i18n.h"

/*
 * Functors to slices of Set that are given by values: functions at objects, pairs (h, g) at arrows.
 * Forgetting the functions gives a functor to Set, first(F), which is lawful when F is, and as
 * faithful.
 */

gboolean
chase_functor_is_in_slice (const ChaseFunctor *functor)
{
  return functor->points != NULL;
}

/* The sets of the objects; the functions are not known yet. Caller frees. */
static ChaseSets *
sets_at (const ChaseFunctor *functor)
{
  const ChasePresentation *p = functor->source->presentation;
  guint n = chase_presentation_n_objects (p);
  g_autofree guint32 *sizes = g_new0 (guint32, n + 1);
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_term_unref);
  ChaseSets *sets;

  for (guint32 a = 0; a < n; a++)
    {
      ChaseTerm *set = chase_slice_set (functor->target, functor->points[a]);

      g_ptr_array_add (terms, set);
      sizes[a] = set->n_args;
    }
  sets = chase_sets_new (p, sizes);
  for (guint32 a = 0; a < n; a++)
    for (guint32 x = 0; x < sizes[a]; x++)
      {
        const ChaseTerm *set = g_ptr_array_index (terms, a);

        sets->names[sets->first[a] + x] = chase_name_ref (set->args[x]->name);
      }
  return sets;
}

/* The values of @h at the arrow number @f. */
static void
set_values (ChaseTheory *theory, const ChaseArrow *arrow, guint32 f, const ChaseTerm *h,
            ChaseSets *sets)
{
  g_autoptr (ChaseFunction) function = chase_theory_function (theory, h, NULL);
  g_autofree guint32 *from = chase_match_sets (function->domain, function->n_domain,
                                               sets->names + sets->first[arrow->source],
                                               sets->sizes[arrow->source], FALSE);
  g_autofree guint32 *to = chase_match_sets (function->codomain, function->n_codomain,
                                             sets->names + sets->first[arrow->target],
                                             sets->sizes[arrow->target], FALSE);

  g_return_if_fail (from != NULL && to != NULL);
  for (guint32 x = 0; x < function->n_domain; x++)
    sets->functions[sets->offsets[f] + from[x]] = to[function->values[x]];
}

/* The value at the arrow number @f, between the functions at its ends. */
static gboolean
read_arrow (ChaseTheory *theory, const ChaseFunctor *functor, const char *name, guint32 f,
            const ChaseTerm *value, ChaseSets *sets)
{
  const ChasePresentation *p = functor->source->presentation;
  const ChaseArrow *arrow = chase_presentation_arrow (p, f);
  ChaseSliceMorphism morphism;
  gboolean good
      = chase_slice_morphism (theory, functor->target, value, &morphism, theory->problems);

  if (good
      && !(chase_functions_equal (theory, morphism.ends[0], functor->points[arrow->source])
           && chase_functions_equal (theory, morphism.ends[1], functor->points[arrow->target])))
    {
      g_autofree char *text = chase_term_to_text (value);

      chase_theory_error (
          theory->problems, value,
          _ ("(h, g) runs from g . h to g over a set, and from g to h . g under one"),
          "%s(%s) must run from %s(%s) to %s(%s), but %s does not", name, arrow->name, name,
          chase_presentation_object_name (p, arrow->source), name,
          chase_presentation_object_name (p, arrow->target), text);
      good = FALSE;
    }
  if (good)
    set_values (theory, arrow, f, morphism.h, sets);
  chase_slice_morphism_clear (&morphism);
  return good;
}

static gboolean
read_points (ChaseTheory *theory, ChaseFunctor *functor, const ChaseTerm *const *objects)
{
  guint n = chase_presentation_n_objects (functor->source->presentation);
  gboolean good = TRUE;

  functor->points = g_new0 (ChaseTerm *, n + 1);
  for (guint32 a = 0; a < n; a++)
    {
      if (objects[a] != NULL)
        functor->points[a]
            = chase_slice_object (theory, functor->target, objects[a], theory->problems);
      good = good && functor->points[a] != NULL;
    }
  return good;
}

ChaseFunctor *
chase_theory_slice_functor (ChaseTheory *theory, ChaseFunctor *functor, const ChaseTerm *term,
                            const ChaseTerm *const *objects, const ChaseTerm *const *arrows)
{
  const ChasePresentation *p = functor->source->presentation;
  gboolean good = read_points (theory, functor, objects);
  ChaseFunctor *below;

  if (!good)
    {
      chase_theory_functor_free (functor);
      return NULL;
    }
  below = chase_theory_functor_new (CHASE_FUNCTOR_SETS, functor->source,
                                    chase_theory_category_of_sets (theory),
                                    g_strdup_printf ("first(%s)", functor->key));
  below->contravariant = functor->contravariant;
  below->term = chase_part_term (term, 0);
  below->sets = sets_at (functor);
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    if (arrows[f] != NULL)
      good = read_arrow (theory, functor, functor->key, f, arrows[f], below->sets) && good;
  chase_sets_invert_formal (below->sets, p);
  if (!good)
    {
      chase_theory_functor_free (below);
      chase_theory_functor_free (functor);
      return NULL;
    }
  functor->operands[0] = chase_theory_keep_functor (theory, below);
  return functor;
}

/* Values. */

static const ChaseFunctor *
applied (ChaseTheory *theory, const ChaseCategory *slice, const ChaseTerm *term)
{
  const ChaseFunctor *functor = term->kind == CHASE_TERM_APPLY
                                    ? chase_theory_functor (theory, term->args[0], NULL, NULL, NULL)
                                    : NULL;

  return functor != NULL && functor->points != NULL && functor->target == slice ? functor : NULL;
}

const ChaseTerm *
chase_slice_value (ChaseTheory *theory, const ChaseCategory *slice, const ChaseTerm *term)
{
  const ChaseFunctor *functor = applied (theory, slice, term);
  const ChaseCategory *argument = functor != NULL ? chase_theory_argument (theory, functor) : NULL;
  guint32 a;

  return argument != NULL && chase_theory_object (theory, argument, term->args[1], &a, NULL)
             ? functor->points[a]
             : NULL;
}

ChaseTerm *
chase_slice_value_at_path (ChaseTheory *theory, const ChaseCategory *slice, const ChaseTerm *term,
                           const ChaseTerm **from, const ChaseTerm **to)
{
  const ChaseFunctor *functor = applied (theory, slice, term);
  const ChaseCategory *argument = functor != NULL ? chase_theory_argument (theory, functor) : NULL;
  gboolean turned = argument != NULL && argument != functor->source;
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (ChaseTerm) below = NULL;
  guint32 ends[2];

  if (argument == NULL
      || !chase_theory_path (theory, argument, term->args[1], &ends[turned], &ends[!turned], word,
                             NULL))
    return NULL;
  *from = functor->points[ends[0]];
  *to = functor->points[ends[1]];
  below = chase_part_term (term->args[0], 0);
  return chase_term_new (CHASE_TERM_APPLY, (ChaseTerm *[]){ below, term->args[1] }, 2, 0);
}
