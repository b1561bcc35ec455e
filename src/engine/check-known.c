/* SPDX-License-Identifier: MIT */
#include "engine/check-private.h"

#include "model/by-equations.h"

#include "i18n.h"

/* Whether what a statement speaks of is a category, and one that its generators and equations tell.
 * Of a table that breaks the laws nothing can be said, and nothing of what is made of one. */

static gboolean
has_good_tables (ChaseChecker *checker, const ChaseCategory *category)
{
  const ChaseTestedTable *table = category != NULL && category->presentation != NULL
                                      ? chase_checker_table (checker, category->presentation)
                                      : NULL;

  if (table != NULL && (table->finite == NULL || !table->associative))
    return FALSE;
  return category == NULL
         || (has_good_tables (checker, category->parts[0])
             && has_good_tables (checker, category->parts[1])
             && (category->elements == NULL
                 || has_good_tables (checker, category->elements->source)));
}

static gboolean
is_onto (const ChaseSets *sets, const ChasePresentation *p, guint32 f)
{
  const ChaseArrow *arrow = chase_presentation_arrow (p, f);
  g_autofree gboolean *met = g_new0 (gboolean, sets->sizes[arrow->target] + 1);
  guint32 n = 0;

  for (guint32 x = 0; x < sets->sizes[arrow->source]; x++)
    {
      guint32 y = sets->functions[sets->offsets[f] + x];

      n += y < sets->sizes[arrow->target] && !met[y];
      met[MIN (y, sets->sizes[arrow->target])] = TRUE;
    }
  return n == sets->sizes[arrow->target];
}

/* What follows in C by cancelling a declared epi f holds over each y of M at its end. An arrow over
 * f that could be cancelled there is only over what is M(f) of something. */
static gboolean
lacks_epis (ChaseChecker *checker, const ChaseFunctor *functor)
{
  const guint epi = CHASE_PROPERTY_EPI | CHASE_PROPERTY_SPLIT_EPI;
  const ChasePresentation *p = functor->source->presentation;

  for (guint32 f = 0; functor->sets != NULL && p != NULL && f < functor->sets->n_arrows; f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);

      if ((arrow->properties & epi) != 0 && arrow->inverse == G_MAXUINT32
          && !is_onto (functor->sets, p, f))
        return chase_presentation_by_equations (functor->source->presentation) == NULL
               && chase_checker_enumerated (checker, functor->source) == NULL;
    }
  return FALSE;
}

static gboolean
lacks_equations (ChaseChecker *checker, const ChaseCategory *category)
{
  return category != NULL
         && (lacks_equations (checker, category->parts[0])
             || lacks_equations (checker, category->parts[1])
             || (category->elements != NULL
                 && (lacks_equations (checker, category->elements->source)
                     || lacks_epis (checker, category->elements))));
}

gboolean
chase_checker_knows (ChaseChecker *checker, const ChaseCategory *category)
{
  checker->doubt = NULL;
  if (!has_good_tables (checker, category))
    checker->doubt = _ ("The table is not a category.");
  else if (lacks_equations (checker, category))
    checker->doubt
        = _ ("What is declared epi has no arrow over it to some elements, where equations may "
             "follow that are not known.");
  return checker->doubt == NULL;
}

static gboolean
knows_terms (ChaseChecker *checker, const ChaseProposition *proposition)
{
  for (guint i = 0; i < proposition->terms->len; i++)
    if (!chase_checker_knows (
            checker, chase_theory_category_listed (
                         checker->theory, g_ptr_array_index (proposition->terms, i), NULL)))
      return FALSE;
  return TRUE;
}

static gboolean
knows_base (ChaseChecker *checker, const ChaseProposition *proposition)
{
  return chase_checker_knows (
      checker, chase_theory_proposition_category (checker->theory, proposition, NULL));
}

/* A functor of a broken table may be asked about its law. */
static gboolean
knows_ends (ChaseChecker *checker, const ChaseTerm *term)
{
  const ChaseFunctor *functor = chase_theory_functor (checker->theory, term, NULL, NULL, NULL);

  return functor == NULL
         || ((!lacks_equations (checker, functor->source)
              || chase_checker_knows (checker, functor->source))
             && (!lacks_equations (checker, functor->target)
                 || chase_checker_knows (checker, functor->target)));
}

/* That it is a category is what may be asked of a table. */
static gboolean
knows_subject (ChaseChecker *checker, const ChaseProposition *proposition)
{
  ChaseAdjective adjective = proposition->adjectives != NULL && proposition->adjectives->len > 0
                                 ? g_array_index (proposition->adjectives, ChaseAdjective, 0)
                                 : CHASE_ADJECTIVE_CATEGORY;

  if (adjective <= CHASE_ADJECTIVE_IDENTITY)
    return knows_base (checker, proposition);
  if (adjective > CHASE_ADJECTIVE_POSET)
    return adjective > CHASE_ADJECTIVE_REPRESENTABLE
           || knows_ends (checker, g_ptr_array_index (proposition->terms, 0));
  return adjective == CHASE_ADJECTIVE_CATEGORY || knows_terms (checker, proposition);
}

static gboolean
knows_counted (ChaseChecker *checker, const ChaseProposition *proposition)
{
  if (proposition->count == CHASE_COUNT_HOM)
    return knows_base (checker, proposition);
  return (proposition->count != CHASE_COUNT_MOR && proposition->count != CHASE_COUNT_FUN)
         || knows_terms (checker, proposition);
}

static gboolean
knows_both (ChaseChecker *checker, const ChaseProposition *proposition)
{
  switch (chase_theory_isomorphic_sort (checker->theory, proposition))
    {
    case CHASE_ISOMORPHIC_OBJECTS:
      return knows_base (checker, proposition);
    case CHASE_ISOMORPHIC_FUNCTORS:
      return TRUE;
    default:
      return knows_terms (checker, proposition);
    }
}

gboolean
chase_checker_knows_all (ChaseChecker *checker, const ChaseProposition *proposition)
{
  switch (proposition->kind)
    {
    case CHASE_PROPOSITION_EQUATION:
    case CHASE_PROPOSITION_EXISTS:
    case CHASE_PROPOSITION_UNIVERSAL:
      return knows_base (checker, proposition);
    case CHASE_PROPOSITION_IS:
      return knows_subject (checker, proposition);
    case CHASE_PROPOSITION_COUNT:
      return knows_counted (checker, proposition);
    case CHASE_PROPOSITION_ISOMORPHIC:
      return knows_both (checker, proposition);
    case CHASE_PROPOSITION_EQUIVALENT:
      return knows_terms (checker, proposition);
    default:
      return TRUE;
    }
}
