/* SPDX-License-Identifier: MIT */
#include "model/slice-sets.h"
#include "model/theory-checking.h"

#include "i18n.h"

/* The things that propositions speak of: objects, morphisms and diagrams that have to be there. */

const ChaseTerm *
chase_said_nth (const GPtrArray *list, guint i)
{
  return list != NULL && i < list->len ? g_ptr_array_index (list, i) : NULL;
}

guint
chase_said_length (const GPtrArray *list)
{
  return list != NULL ? list->len : 0;
}

gboolean
chase_check_path_ends (ChaseChecking *checking, const ChaseCategory *category,
                       const ChaseTerm *term, guint32 *from, guint32 *to)
{
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));

  return chase_theory_path (checking->theory, category, term, from, to, word, checking->problems);
}

void
chase_check_not_parallel (ChaseChecking *checking, const ChaseCategory *category,
                          const ChaseTerm *one, const ChaseTerm *two, const guint32 *ends)
{
  const ChasePresentation *p = category->presentation;
  g_autofree char *first = chase_term_to_text (one);
  g_autofree char *second = chase_term_to_text (two);

  chase_theory_error (checking->problems, two, NULL,
                      "these paths are not parallel: %s runs from %s to %s, but %s from %s to %s",
                      first, chase_presentation_object_name (p, ends[0]),
                      chase_presentation_object_name (p, ends[1]), second,
                      chase_presentation_object_name (p, ends[2]),
                      chase_presentation_object_name (p, ends[3]));
}

ChaseItem *
chase_check_named (ChaseChecking *checking, const ChaseTerm *term)
{
  return term->kind == CHASE_TERM_NAME ? chase_theory_find (checking->theory, term->name) : NULL;
}

void
chase_check_diagram (ChaseChecking *checking, const ChaseTerm *term)
{
  ChaseItem *item = chase_check_named (checking, term);
  g_autofree char *text = NULL;
  g_autofree char *hint = NULL;

  if (chase_theory_diagram (checking->theory, term) != NULL)
    return;
  text = chase_term_to_text (term);
  if (item != NULL)
    hint = g_strdup_printf (_ ("%s is %s"), text, chase_item_article (item));
  else if (term->kind == CHASE_TERM_NAME)
    hint = chase_theory_guess (checking->theory, term->name, checking->theory->names, NULL);
  chase_theory_error (checking->problems, term, hint, "there is no diagram called %s", text);
}

/* Of a slice of what has no generators: a function to (from) the set, or a morphism of the base. */
static gboolean
check_unlisted_object (ChaseChecking *checking, const ChaseCategory *slice, const ChaseTerm *term)
{
  g_autoptr (ChaseTerm) object = NULL;
  g_autoptr (ChaseProposition) nothing = NULL;

  if (chase_is_slice_of_sets (slice))
    {
      object = chase_slice_object (checking->theory, slice, term, checking->problems);
      return object != NULL;
    }
  nothing = chase_proposition_new (CHASE_PROPOSITION_EQUATION);
  return chase_check_morphism (checking, slice->parts[0], nothing, term);
}

/* (h, g), there. */
static gboolean
check_unlisted_morphism (ChaseChecking *checking, const ChaseCategory *slice, const ChaseTerm *term)
{
  ChaseSliceMorphism morphism;
  gboolean good;

  if (!chase_is_slice_of_sets (slice))
    return term->kind != CHASE_TERM_PAIR
           || (check_unlisted_object (checking, slice, term->args[0])
               && check_unlisted_object (checking, slice, term->args[1]));
  good = chase_slice_morphism (checking->theory, slice, term, &morphism, checking->problems);
  chase_slice_morphism_clear (&morphism);
  return good;
}

/* Of a slice that is not written out: a path of its base to (from) the object, that is no nonsense.
 */
static gboolean
check_slice_object (ChaseChecking *checking, const ChaseCategory *slice, const ChaseTerm *term)
{
  gboolean over = slice->kind == CHASE_CATEGORY_OVER;
  g_autofree char *text = NULL;
  const char *base;
  guint32 from, to;

  if (slice->point != NULL)
    return check_unlisted_object (checking, slice, term);
  if (!chase_check_path_ends (checking, slice->parts[0], term, &from, &to))
    return FALSE;
  if ((over ? to : from) == slice->object)
    return TRUE;
  text = chase_term_to_text (term);
  base = chase_presentation_object_name (slice->parts[0]->presentation, slice->object);
  if (over)
    chase_theory_error (checking->problems, term, NULL, "%s does not lead to %s", text, base);
  else
    chase_theory_error (checking->problems, term, NULL, "%s does not start from %s", text, base);
  return FALSE;
}

void
chase_check_slice_paths (ChaseChecking *checking, const ChaseCategory *slice,
                         const GPtrArray *terms)
{
  ChaseSliceMorphism first = { 0 };

  for (guint i = 0; i < chase_said_length (terms); i++)
    {
      ChaseSliceMorphism next;
      gboolean good = chase_slice_morphism (checking->theory, slice, chase_said_nth (terms, i),
                                            &next, checking->problems);

      if (good && i > 0
          && !(chase_functions_equal (checking->theory, first.ends[0], next.ends[0])
               && chase_functions_equal (checking->theory, first.ends[1], next.ends[1])))
        {
          chase_theory_error (checking->problems, chase_said_nth (terms, i), NULL,
                              "these functions are not parallel");
          good = FALSE;
        }
      chase_slice_morphism_clear (&first);
      first = next;
      if (!good)
        break;
    }
  chase_slice_morphism_clear (&first);
}

/* (h, g), or a composite of such. */
static gboolean
check_slice_morphism (ChaseChecking *checking, const ChaseCategory *slice, const ChaseTerm *term)
{
  guint32 from[2], to[2];

  if (slice->point != NULL)
    return check_unlisted_morphism (checking, slice, term);
  if (term->kind != CHASE_TERM_PAIR)
    return TRUE;
  if (!check_slice_object (checking, slice, term->args[1])
      || !chase_check_path_ends (checking, slice->parts[0], term->args[0], &from[0], &to[0])
      || !chase_check_path_ends (checking, slice->parts[0], term->args[1], &from[1], &to[1]))
    return FALSE;
  if (slice->kind == CHASE_CATEGORY_OVER ? to[0] == from[1] : to[1] == from[0])
    return TRUE;
  chase_theory_error (checking->problems, term, NULL, "these two paths do not compose");
  return FALSE;
}

/* FALSE, with an error, where @term is no object of @category. */
gboolean
chase_check_object (ChaseChecking *checking, const ChaseCategory *category, const ChaseTerm *term)
{
  g_autoptr (GPtrArray) names = NULL;
  guint32 object;

  switch (category->kind)
    {
    case CHASE_CATEGORY_PRESENTED:
      return chase_theory_object (checking->theory, category, term, &object, checking->problems);
    case CHASE_CATEGORY_SETS:
      names = chase_theory_set (checking->theory, term, checking->problems);
      return names != NULL;
    case CHASE_CATEGORY_FUNCTORS:
      return chase_theory_functor (checking->theory, term, category->parts[0], category->parts[1],
                                   checking->problems)
             != NULL;
    case CHASE_CATEGORY_ALL:
      return chase_theory_category (checking->theory, term, checking->problems) != NULL;
    case CHASE_CATEGORY_OVER:
    case CHASE_CATEGORY_UNDER:
      return check_slice_object (checking, category, term);
    default:
      return TRUE;
    }
}

/* The codomain of a function that is written out is not said, and may matter. */
static gboolean
check_function (ChaseChecking *checking, const ChaseProposition *proposition, const ChaseTerm *term)
{
  g_autoptr (ChaseFunction) function
      = chase_theory_function (checking->theory, term, checking->problems);
  const GArray *adjectives
      = proposition->kind == CHASE_PROPOSITION_IS ? proposition->adjectives : NULL;

  for (guint i = 0; function != NULL && function->open && adjectives != NULL && i < adjectives->len;
       i++)
    if (g_array_index (adjectives, ChaseAdjective, i) != CHASE_ADJECTIVE_MONO)
      {
        chase_theory_error (checking->problems, term,
                            "compose it with an identity: id({0, 1}) . {x |-> 0}",
                            "in which set the values of this function lie is not said");
        return FALSE;
      }
  return function != NULL;
}

gboolean
chase_check_morphism (ChaseChecking *checking, const ChaseCategory *category,
                      const ChaseProposition *proposition, const ChaseTerm *term)
{
  guint32 from, to;

  switch (category->kind)
    {
    case CHASE_CATEGORY_PRESENTED:
      return chase_check_path_ends (checking, category, term, &from, &to);
    case CHASE_CATEGORY_SETS:
      return check_function (checking, proposition, term);
    case CHASE_CATEGORY_FUNCTORS:
      return chase_theory_transformation (checking->theory, term, NULL, NULL, checking->problems)
             != NULL;
    case CHASE_CATEGORY_ALL:
      return chase_theory_functor (checking->theory, term, NULL, NULL, checking->problems) != NULL;
    case CHASE_CATEGORY_OVER:
    case CHASE_CATEGORY_UNDER:
      return check_slice_morphism (checking, category, term);
    default:
      return TRUE;
    }
}

void
chase_check_to_sets (ChaseChecking *checking, const ChaseTerm *functor_term,
                     const ChaseTerm *object_term)
{
  const ChaseFunctor *functor
      = chase_theory_functor (checking->theory, functor_term, NULL, NULL, checking->problems);
  guint32 object;

  if (functor == NULL)
    return;
  if (functor->target->kind != CHASE_CATEGORY_SETS)
    chase_theory_error (checking->problems, functor_term, NULL, "%s goes to %s, not to Set",
                        functor->key, functor->target->key);
  else if (functor->source->kind == CHASE_CATEGORY_PRESENTED)
    chase_theory_object (checking->theory, chase_theory_argument (checking->theory, functor),
                         object_term, &object, checking->problems);
}
