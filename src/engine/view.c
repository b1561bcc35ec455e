/* SPDX-License-Identifier: MIT */
#include "engine/view-private.h"

#include "i18n.h"

static gboolean
compute (ChaseView *view)
{
  switch (view->item->view)
    {
    case CHASE_VIEW_CATEGORY:
      return chase_view_category (view);
    case CHASE_VIEW_ALL:
      return chase_view_all (view);
    case CHASE_VIEW_ELEMENTS:
      return chase_view_elements (view);
    case CHASE_VIEW_OPPOSITE:
      return chase_view_opposite (view);
    case CHASE_VIEW_NATURALITY:
      return chase_view_naturality (view);
    case CHASE_VIEW_IMAGE:
      return chase_view_image (view);
    case CHASE_VIEW_SETS:
      return chase_view_sets (view);
    case CHASE_VIEW_YONEDA:
      return chase_view_yoneda (view);
    case CHASE_VIEW_CONE:
    case CHASE_VIEW_COCONE:
      return chase_view_cone (view);
    case CHASE_VIEW_PROOF:
      return chase_view_proof (view);
    default:
      return chase_view_wrong (view, _ ("a diagram of this kind cannot be drawn"));
    }
}

ChaseDiagram *
chase_view_compute (ChaseTheory *theory, ChaseItem *item, const ChaseBudget *budget,
                    GPtrArray *problems)
{
  g_autoptr (ChaseDiagram) diagram = chase_diagram_new_empty (item);
  ChaseView view = { theory, item, budget, problems, diagram };

  g_return_val_if_fail (item->kind == CHASE_ITEM_DIAGRAM && item->view != CHASE_VIEW_NONE, NULL);
  return compute (&view) ? g_steal_pointer (&diagram) : NULL;
}
