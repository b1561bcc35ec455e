/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/theory.h"

G_BEGIN_DECLS

/**
 * `L with p, q is limit of D` where legs are given to those nodes of D alone that no edge leads to
 * (of a colimit: from), in their order: the same with all legs, each the next one along an edge.
 * NULL where it says something else, has as many legs as D has nodes, or the others do not follow.
 * Caller owns it.
 */
ChaseProposition *
chase_proposition_with_all_legs (ChaseTheory *theory, const ChaseProposition *proposition);

G_END_DECLS
