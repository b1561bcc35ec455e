/* SPDX-License-Identifier: MIT */
#include "model/implied-private.h"

/* Two categories are not isomorphic, or not equivalent, where they differ in what would be the
 * same. */

static ChaseProposition *
say (const ChaseTerm *term, ChaseAdjective adjective)
{
  return chase_say_is (chase_term_ref (term), adjective, NULL);
}

static void
differ_in (const GPtrArray *terms, ChaseAdjective adjective, GPtrArray *list)
{
  for (guint i = 0; i < 2; i++)
    {
      ChaseImplication *implication = chase_imply (list, FALSE);

      chase_imply_part (implication, TRUE, say (g_ptr_array_index (terms, i), adjective));
      chase_imply_part (implication, FALSE, say (g_ptr_array_index (terms, 1 - i), adjective));
    }
}

/* One has as many objects as are written down, the other has not. */
static void
differ_in_objects (ChaseTheory *theory, const GPtrArray *terms, GPtrArray *list)
{
  for (guint i = 0; i < 2; i++)
    {
      const ChaseCategory *category
          = chase_theory_category_listed (theory, g_ptr_array_index (terms, i), NULL);
      ChaseProposition *count;
      g_autofree char *number = NULL;

      if (category == NULL || category->presentation == NULL)
        continue;
      count = chase_say_empty (g_ptr_array_index (terms, 1 - i));
      number = g_strdup_printf ("%u", chase_presentation_n_objects (category->presentation));
      chase_name_unref (count->number);
      count->number = chase_name_new (number);
      chase_imply_one (list, FALSE, FALSE, count);
    }
}

/* Skeletal categories are equivalent when they are isomorphic. */
static void
by_isomorphism (const GPtrArray *terms, GPtrArray *list)
{
  ChaseProposition *same
      = chase_say_isomorphic (chase_term_ref (g_ptr_array_index (terms, 0)),
                              chase_term_ref (g_ptr_array_index (terms, 1)), NULL);
  ChaseImplication *implication = chase_imply (list, FALSE);

  for (guint i = 0; i < 2; i++)
    chase_imply_part (implication, TRUE,
                      say (g_ptr_array_index (terms, i), CHASE_ADJECTIVE_SKELETAL));
  chase_imply_part (implication, FALSE, chase_proposition_ref (same));
  chase_imply_one (list, TRUE, TRUE, same);
}

void
chase_imply_of_two_categories (ChaseTheory *theory, const ChaseProposition *proposition,
                               GPtrArray *list)
{
  static const ChaseAdjective all[]
      = { CHASE_ADJECTIVE_CONNECTED, CHASE_ADJECTIVE_THIN, CHASE_ADJECTIVE_GROUPOID };
  static const ChaseAdjective strict[] = { CHASE_ADJECTIVE_MONOID, CHASE_ADJECTIVE_FINITE,
                                           CHASE_ADJECTIVE_DISCRETE, CHASE_ADJECTIVE_SKELETAL };
  gboolean isomorphic
      = proposition->kind == CHASE_PROPOSITION_ISOMORPHIC
        && chase_theory_isomorphic_sort (theory, proposition) == CHASE_ISOMORPHIC_CATEGORIES;

  if (!isomorphic && proposition->kind != CHASE_PROPOSITION_EQUIVALENT)
    return;
  if (isomorphic)
    differ_in_objects (theory, proposition->terms, list);
  for (guint i = 0; i < G_N_ELEMENTS (strict) && isomorphic; i++)
    differ_in (proposition->terms, strict[i], list);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    differ_in (proposition->terms, all[i], list);
  if (!isomorphic)
    by_isomorphism (proposition->terms, list);
}
