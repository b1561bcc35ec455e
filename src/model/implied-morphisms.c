/* SPDX-License-Identifier: MIT */
#include "model/implied-private.h"

/* Nothing is split where nothing leads back. */
void
chase_imply_morphism (ChaseTheory *theory, const ChaseProposition *proposition, GPtrArray *list)
{
  ChaseAdjective adjective = chase_only_adjective (proposition);
  const ChaseCategory *category;
  g_autoptr (GArray) word = NULL;
  ChaseProposition *none;
  guint32 from, to;

  if (adjective != CHASE_ADJECTIVE_ISO && adjective != CHASE_ADJECTIVE_SPLIT_MONO
      && adjective != CHASE_ADJECTIVE_SPLIT_EPI)
    return;
  word = g_array_new (FALSE, FALSE, sizeof (guint32));
  category = chase_theory_proposition_category (theory, proposition, NULL);
  if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED
      || !chase_theory_path (theory, category, g_ptr_array_index (proposition->terms, 0), &from,
                             &to, word, NULL)
      || from == to)
    return;
  none = chase_proposition_new (CHASE_PROPOSITION_COUNT);
  none->count = CHASE_COUNT_HOM;
  none->number = chase_name_new ("0");
  chase_proposition_take (&none->terms, chase_term_new_name (chase_presentation_object_name (
                                            category->presentation, to)));
  chase_proposition_take (&none->terms, chase_term_new_name (chase_presentation_object_name (
                                            category->presentation, from)));
  none->in = proposition->in != NULL ? chase_term_ref (proposition->in)
                                     : chase_term_new_name (category->key);
  chase_imply_one (list, TRUE, FALSE, none);
}
