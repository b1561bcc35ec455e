/* SPDX-License-Identifier: MIT */
#include "model/implied-private.h"

/* Nothing is split where nothing leads back. */
void
chase_imply_morphism (ChaseTheory *theory, const ChaseProposition *proposition, GPtrArray *list)
{
  ChaseAdjective adjective = chase_only_adjective (proposition);
  const ChaseCategory *category;
  g_autoptr (GArray) word = NULL;
  g_autoptr (ChaseTerm) in = NULL;
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
  in = proposition->in != NULL ? chase_term_ref (proposition->in)
                               : chase_term_new_name (category->key);
  chase_imply_one (
      list, TRUE, FALSE,
      chase_say_no_arrow (chase_presentation_object_name (category->presentation, to),
                          chase_presentation_object_name (category->presentation, from), in));
}
