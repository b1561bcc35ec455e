/* SPDX-License-Identifier: MIT */
#include "model/of-parts.h"
#include "model/slice-sets.h"
#include "model/theory-checking.h"

/* What a check says, and of what: names resolved, ends compared. */

static void
check_paths (ChaseChecking *checking, const ChaseCategory *category,
             const ChaseProposition *proposition)
{
  gboolean known = FALSE;
  guint32 ends[4] = { 0 };

  for (guint i = 0; i < chase_said_length (proposition->terms); i++)
    {
      gboolean typed;

      ends[0] = ends[2];
      ends[1] = ends[3];
      typed = chase_check_path_ends (checking, category, chase_said_nth (proposition->terms, i),
                                     &ends[2], &ends[3]);
      if (typed && known && (ends[0] != ends[2] || ends[1] != ends[3]))
        {
          chase_check_not_parallel (checking, category, chase_said_nth (proposition->terms, i - 1),
                                    chase_said_nth (proposition->terms, i), ends);
          return;
        }
      known = typed;
    }
}

/* Of two functions that are written out, each may have the other's values. */
static gboolean
same_functions_type (const ChaseFunction *a, const ChaseFunction *b)
{
  g_autofree guint32 *domains
      = chase_match_sets (a->domain, a->n_domain, b->domain, b->n_domain, FALSE);
  g_autofree guint32 *codomains = NULL;

  if (domains == NULL || (a->open && b->open))
    return domains != NULL;
  if (b->open)
    codomains = chase_match_sets (b->codomain, b->n_codomain, a->codomain, a->n_codomain, TRUE);
  else
    codomains = chase_match_sets (a->codomain, a->n_codomain, b->codomain, b->n_codomain, a->open);
  return codomains != NULL;
}

static void
check_functions (ChaseChecking *checking, const ChaseProposition *proposition)
{
  g_autoptr (ChaseFunction) before = NULL;

  for (guint i = 0; i < chase_said_length (proposition->terms); i++)
    {
      g_autoptr (ChaseFunction) next = chase_theory_function (
          checking->theory, chase_said_nth (proposition->terms, i), checking->problems);
      ChaseFunction *old = before;

      if (next == NULL)
        return;
      if (before != NULL && !same_functions_type (before, next))
        {
          chase_theory_error (checking->problems, chase_said_nth (proposition->terms, i), NULL,
                              "these functions are not parallel");
          return;
        }
      before = g_steal_pointer (&next);
      chase_function_free (old);
    }
}

static void
check_transformations (ChaseChecking *checking, const ChaseProposition *proposition)
{
  const ChaseTransformation *first = NULL;

  for (guint i = 0; i < chase_said_length (proposition->terms); i++)
    {
      const ChaseTransformation *next = chase_theory_transformation (
          checking->theory, chase_said_nth (proposition->terms, i),
          first != NULL ? first->from : NULL, first != NULL ? first->to : NULL, checking->problems);

      if (next == NULL)
        return;
      first = next;
    }
}

static void
check_functors (ChaseChecking *checking, const ChaseProposition *proposition)
{
  const ChaseFunctor *first = NULL;

  for (guint i = 0; i < chase_said_length (proposition->terms); i++)
    {
      const ChaseFunctor *next
          = chase_theory_functor (checking->theory, chase_said_nth (proposition->terms, i),
                                  first != NULL ? first->source : NULL,
                                  first != NULL ? first->target : NULL, checking->problems);

      if (next == NULL)
        return;
      first = next;
    }
}

static void
check_equation (ChaseChecking *checking, const ChaseProposition *proposition)
{
  const ChaseCategory *category
      = chase_theory_proposition_category (checking->theory, proposition, checking->problems);

  if (category == NULL)
    return;
  if (category->kind == CHASE_CATEGORY_PRESENTED)
    check_paths (checking, category, proposition);
  else if (category->kind == CHASE_CATEGORY_SETS)
    check_functions (checking, proposition);
  else if (chase_is_slice_of_sets (category))
    chase_check_slice_paths (checking, category, proposition->terms);
  else if (category->kind == CHASE_CATEGORY_FUNCTORS)
    check_transformations (checking, proposition);
  else if (category->kind == CHASE_CATEGORY_ALL)
    check_functors (checking, proposition);
}

/* Two things of one sort: two categories, two functors, or two objects. */
static void
check_isomorphic (ChaseChecking *checking, const ChaseProposition *proposition)
{
  const ChaseTerm *one = chase_said_nth (proposition->terms, 0);
  const ChaseTerm *two = chase_said_nth (proposition->terms, 1);
  ChaseIsomorphicSort sort = chase_theory_isomorphic_sort (checking->theory, proposition);
  const ChaseCategory *category;
  const ChaseFunctor *functor;

  if (sort == CHASE_ISOMORPHIC_CATEGORIES)
    {
      chase_theory_category (checking->theory, one, checking->problems);
      chase_theory_category (checking->theory, two, checking->problems);
      return;
    }
  if (sort == CHASE_ISOMORPHIC_FUNCTORS)
    {
      functor = chase_theory_functor (checking->theory, one, NULL, NULL, checking->problems);
      if (functor != NULL)
        chase_theory_functor (checking->theory, two, functor->source, functor->target,
                              checking->problems);
      return;
    }
  category = chase_theory_proposition_category (checking->theory, proposition, checking->problems);
  if (category != NULL && chase_check_object (checking, category, one))
    chase_check_object (checking, category, two);
}

/* The name of a functor, a functor in words, or a pair of such. */
static gboolean
is_functor (ChaseTheory *theory, const ChaseTerm *term)
{
  const ChaseItem *item;

  switch ((ChaseTermKind)term->kind)
    {
    case CHASE_TERM_NAME:
      item = chase_theory_find (theory, term->name);
      return item != NULL && item->kind == CHASE_ITEM_FUNCTOR;
    case CHASE_TERM_PAIR:
      return is_functor (theory, term->args[0]) && is_functor (theory, term->args[1]);
    case CHASE_TERM_COMPOSE:
    case CHASE_TERM_THEN:
    case CHASE_TERM_HOM:
    case CHASE_TERM_IDENTITY_FUNCTOR:
    case CHASE_TERM_OPPOSITE_FUNCTOR:
    case CHASE_TERM_FORGET:
    case CHASE_TERM_FREE:
    case CHASE_TERM_COFREE:
    case CHASE_TERM_YONEDA:
      return TRUE;
    default:
      return FALSE;
    }
}

ChaseIsomorphicSort
chase_theory_isomorphic_sort (ChaseTheory *theory, const ChaseProposition *proposition)
{
  const ChaseTerm *one = chase_said_nth (proposition->terms, 0);
  const ChaseItem *item
      = one->kind == CHASE_TERM_NAME ? chase_theory_find (theory, one->name) : NULL;
  ChaseTermKind kind = one->kind;

  if (proposition->in != NULL)
    return CHASE_ISOMORPHIC_OBJECTS;
  if (chase_theory_part_asked (theory, one) != NOWHERE)
    return CHASE_ISOMORPHIC_FUNCTORS;
  if (chase_term_is_name (one, "Set") || chase_term_is_name (one, "Cat"))
    return CHASE_ISOMORPHIC_CATEGORIES;
  if (kind == CHASE_TERM_OPPOSITE || kind == CHASE_TERM_TIMES || kind == CHASE_TERM_ELEMENTS
      || kind == CHASE_TERM_FUNCTOR_CATEGORY || kind == CHASE_TERM_SLICE_OVER
      || kind == CHASE_TERM_SLICE_UNDER
      || (item != NULL && (item->kind == CHASE_ITEM_CATEGORY || item->kind == CHASE_ITEM_DIAGRAM)))
    return CHASE_ISOMORPHIC_CATEGORIES;
  return is_functor (theory, one) ? CHASE_ISOMORPHIC_FUNCTORS : CHASE_ISOMORPHIC_OBJECTS;
}

static void
check_adjunction (ChaseChecking *checking, const ChaseProposition *proposition)
{
  const ChaseFunctor *left = chase_theory_functor (
      checking->theory, chase_said_nth (proposition->terms, 0), NULL, NULL, checking->problems);
  const ChaseFunctor *right = chase_theory_functor (
      checking->theory, chase_said_nth (proposition->terms, 1), NULL, NULL, checking->problems);

  for (guint i = 0; i < chase_said_length (proposition->legs); i++)
    chase_theory_transformation (checking->theory, chase_said_nth (proposition->legs, i), NULL,
                                 NULL, checking->problems);
  if (left == NULL || right == NULL)
    return;
  if (left->source != right->target || left->target != right->source)
    chase_theory_error (checking->problems, chase_said_nth (proposition->terms, 1), NULL,
                        "%s runs from %s to %s, so %s would have to run from %s to %s", left->key,
                        left->source->key, left->target->key, right->key, left->target->key,
                        left->source->key);
}

static void
check_count (ChaseChecking *checking, const ChaseProposition *proposition)
{
  const ChaseTerm *one = chase_said_nth (proposition->terms, 0);
  const ChaseTerm *two = chase_said_nth (proposition->terms, 1);
  const ChaseCategory *category;
  const ChaseFunctor *functor;

  switch (proposition->count)
    {
    case CHASE_COUNT_HOM:
      category
          = chase_theory_proposition_category (checking->theory, proposition, checking->problems);
      if (category != NULL && chase_check_object (checking, category, one))
        chase_check_object (checking, category, two);
      return;
    case CHASE_COUNT_NAT:
      functor = chase_theory_functor (checking->theory, one, NULL, NULL, checking->problems);
      if (functor != NULL)
        chase_theory_functor (checking->theory, two, functor->source, functor->target,
                              checking->problems);
      return;
    case CHASE_COUNT_OB:
    case CHASE_COUNT_MOR:
      chase_theory_category (checking->theory, one, checking->problems);
      return;
    case CHASE_COUNT_FUN:
      chase_theory_category (checking->theory, one, checking->problems);
      chase_theory_category (checking->theory, two, checking->problems);
      return;
    case CHASE_COUNT_SET:
      if (one->kind == CHASE_TERM_APPLY)
        chase_check_to_sets (checking, one->args[0], one->args[1]);
      else if (one->kind == CHASE_TERM_SET)
        chase_check_object (checking, chase_theory_category_of_sets (checking->theory), one);
      else
        {
          g_autofree char *text = chase_term_to_text (one);

          chase_theory_error (checking->problems, one, NULL, "%s is not a set", text);
        }
      return;
    }
}

static gboolean
check_whole (ChaseTheory *theory, const ChaseProposition *proposition, GPtrArray *problems)
{
  g_autoptr (GPtrArray) own = problems == NULL ? chase_problems_new () : NULL;
  ChaseChecking checking = { theory, problems != NULL ? problems : own };
  guint before = checking.problems->len;

  switch (proposition->kind)
    {
    case CHASE_PROPOSITION_EQUATION:
      check_equation (&checking, proposition);
      break;
    case CHASE_PROPOSITION_COMMUTES:
      chase_check_diagram (&checking, chase_said_nth (proposition->terms, 0));
      break;
    case CHASE_PROPOSITION_IS:
      chase_check_is (&checking, proposition);
      break;
    case CHASE_PROPOSITION_REPRESENTABLE:
    case CHASE_PROPOSITION_YONEDA:
      chase_check_to_sets (&checking, chase_said_nth (proposition->terms, 0),
                           chase_said_nth (proposition->terms, 1));
      break;
    case CHASE_PROPOSITION_ISOMORPHIC:
      check_isomorphic (&checking, proposition);
      break;
    case CHASE_PROPOSITION_EQUIVALENT:
      for (guint i = 0; i < 2; i++)
        chase_theory_category (theory, chase_said_nth (proposition->terms, i), checking.problems);
      break;
    case CHASE_PROPOSITION_UNIVERSAL:
      chase_check_universal (&checking, proposition);
      break;
    case CHASE_PROPOSITION_EXISTS:
      chase_check_exists (&checking, proposition);
      break;
    case CHASE_PROPOSITION_ADJUNCTION:
      check_adjunction (&checking, proposition);
      break;
    case CHASE_PROPOSITION_COUNT:
      check_count (&checking, proposition);
      break;
    }
  return checking.problems->len == before;
}

/* Of an opposite or a product that is not written out, what is said of its parts is checked.
 * *@known: it is about such a one. */
static gboolean
check_parts (ChaseTheory *theory, const ChaseProposition *proposition, GPtrArray *problems,
             gboolean *known)
{
  g_autoptr (ChaseProposition) simpler = chase_proposition_restated (theory, proposition);
  gboolean good = TRUE;

  *known = simpler != NULL;
  if (simpler != NULL)
    return chase_theory_check_proposition (theory, simpler, problems);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (ChaseProposition) part = chase_proposition_of_factor (theory, proposition, i);

      *known = part != NULL;
      if (part == NULL)
        return TRUE;
      good = chase_theory_check_proposition (theory, part, problems) && good;
    }
  return good;
}

gboolean
chase_theory_check_proposition (ChaseTheory *theory, const ChaseProposition *proposition,
                                GPtrArray *problems)
{
  gboolean known;
  gboolean good = check_parts (theory, proposition, problems, &known);

  return known ? good : check_whole (theory, proposition, problems);
}
