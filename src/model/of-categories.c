/* SPDX-License-Identifier: MIT */
#include "model/of-categories.h"

static gboolean
say_otherwise (ChaseProposition *proposition)
{
  ChaseAdjective one;

  if (proposition->kind == CHASE_PROPOSITION_ISOMORPHIC)
    return TRUE;
  if (proposition->kind == CHASE_PROPOSITION_COUNT && proposition->count == CHASE_COUNT_HOM)
    {
      proposition->count = CHASE_COUNT_FUN;
      return TRUE;
    }
  if (proposition->kind != CHASE_PROPOSITION_IS || proposition->adjectives->len != 1)
    return FALSE;
  one = g_array_index (proposition->adjectives, ChaseAdjective, 0);
  if (one != CHASE_ADJECTIVE_ISO && one != CHASE_ADJECTIVE_TERMINAL)
    return FALSE;
  g_array_index (proposition->adjectives, ChaseAdjective, 0)
      = one == CHASE_ADJECTIVE_ISO ? CHASE_ADJECTIVE_ISOMORPHISM : CHASE_ADJECTIVE_MONOID;
  if (one == CHASE_ADJECTIVE_TERMINAL)
    {
      one = CHASE_ADJECTIVE_DISCRETE;
      g_array_append_val (proposition->adjectives, one);
    }
  return TRUE;
}

ChaseProposition *
chase_proposition_of_categories (const ChaseProposition *proposition)
{
  g_autoptr (ChaseProposition) copy = NULL;

  if (proposition->in == NULL || !chase_term_is_name (proposition->in, "Cat"))
    return NULL;
  copy = chase_proposition_copy (proposition);
  g_clear_pointer (&copy->in, chase_term_unref);
  return say_otherwise (copy) ? g_steal_pointer (&copy) : NULL;
}
