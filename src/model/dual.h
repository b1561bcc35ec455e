/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/document.h"

G_BEGIN_DECLS

/**
 * Returns the dual of @document: every category turned round (arrows and equations reversed, mono
 * and epi exchanged), functors between the opposite categories, transformations the other way,
 * diagrams with their edges reversed where they are, and every check said of the duals. Set stays
 * Set, and a functor into it is turned into one from the opposite category by being read
 * contravariantly. Names, labels and comments are kept. The dual of the dual equals @document.
 * Caller owns the result. O(n).
 */
ChaseDocument *
chase_document_dual (const ChaseDocument *document);
/** The same for one proposition. Caller owns the result. */
ChaseProposition *
chase_proposition_dual (const ChaseDocument *document, const ChaseProposition *proposition);
/** The adjective of the dual: mono with epi, split mono with split epi, initial with terminal; any
 * other is itself. */
ChaseAdjective
chase_dual_adjective (ChaseAdjective adjective);

G_END_DECLS
