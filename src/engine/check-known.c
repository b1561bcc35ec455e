/* SPDX-License-Identifier: MIT */
#include "engine/check-private.h"

/* Whether what a statement speaks of is a category. Of a table that breaks the laws nothing can be
 * said, and nothing of what is made of one. */

gboolean
chase_checker_knows (ChaseChecker *checker, const ChaseCategory *category)
{
  const ChaseTestedTable *table = category != NULL && category->presentation != NULL
                                      ? chase_checker_table (checker, category->presentation)
                                      : NULL;

  if (table != NULL && (table->finite == NULL || !table->associative))
    return FALSE;
  return category == NULL
         || (chase_checker_knows (checker, category->parts[0])
             && chase_checker_knows (checker, category->parts[1])
             && (category->elements == NULL
                 || chase_checker_knows (checker, category->elements->source)));
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

/* That it is a category is what may be asked of a table. */
static gboolean
knows_subject (ChaseChecker *checker, const ChaseProposition *proposition)
{
  ChaseAdjective adjective = proposition->adjectives != NULL && proposition->adjectives->len > 0
                                 ? g_array_index (proposition->adjectives, ChaseAdjective, 0)
                                 : CHASE_ADJECTIVE_CATEGORY;

  if (adjective <= CHASE_ADJECTIVE_IDENTITY)
    return knows_base (checker, proposition);
  return adjective == CHASE_ADJECTIVE_CATEGORY || adjective > CHASE_ADJECTIVE_POSET
         || knows_terms (checker, proposition);
}

static gboolean
knows_counted (ChaseChecker *checker, const ChaseProposition *proposition)
{
  if (proposition->count == CHASE_COUNT_HOM)
    return knows_base (checker, proposition);
  return proposition->count != CHASE_COUNT_MOR || knows_terms (checker, proposition);
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
