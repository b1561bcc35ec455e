/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/document.h"

G_BEGIN_DECLS

/**
 * Returns @into with what @from holds beside its item @but: its drawings, by names of their own,
 * and, where none of their names means something else in @into, the categories, functors and
 * transformations, the diagrams that are worked out from these, and TeX definitions where @into has
 * none. Claims stay behind. The new items come behind the item @at. Caller owns the result.
 */
ChaseDocument *
chase_join_documents (ChaseDocument *into, guint at, ChaseDocument *from, const ChaseItem *but);

G_END_DECLS
