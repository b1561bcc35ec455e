/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/document.h"

G_BEGIN_DECLS

/** Is @item `cone D` or `cocone D`? */
gboolean
chase_item_is_cone (const ChaseItem *item);
/**
 * What the cone @item says of its diagram D: that the limit (colimit) of D exists, or, with
 * @strictly, that D commutes, strictly where that is TRUE. Caller owns it.
 */
ChaseProposition *
chase_proposition_of_cone (const ChaseItem *item, const gboolean *strictly);

G_END_DECLS
