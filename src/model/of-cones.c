/* SPDX-License-Identifier: MIT */
#include "model/of-cones.h"

gboolean
chase_item_is_cone (const ChaseItem *item)
{
  return item->kind == CHASE_ITEM_DIAGRAM && item->expression != NULL
         && (item->view == CHASE_VIEW_CONE || item->view == CHASE_VIEW_COCONE);
}

ChaseProposition *
chase_proposition_of_cone (const ChaseItem *item, const gboolean *strictly)
{
  ChaseProposition *proposition = chase_proposition_new (
      strictly != NULL ? CHASE_PROPOSITION_COMMUTES : CHASE_PROPOSITION_EXISTS);
  GPtrArray **list = strictly != NULL ? &proposition->terms : &proposition->base;

  proposition->strictly = strictly != NULL && *strictly;
  proposition->shape = item->view == CHASE_VIEW_CONE ? CHASE_SHAPE_LIMIT : CHASE_SHAPE_COLIMIT;
  chase_proposition_take (list, chase_term_ref (item->expression));
  return proposition;
}
