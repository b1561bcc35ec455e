/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/naturality.h"

G_BEGIN_DECLS

/**
 * What functors from what @source presents to the finite category @target are the solutions of, in
 * the form of squares, so that they are listed and counted like natural transformations: variables
 * are the objects, with objects as values; the arrows, with morphisms; and for every side of an
 * equation that is longer than an arrow its prefixes, with pairs (g, f) of morphisms that compose,
 * numbered by their first and then their second. An arrow determines its ends, a pair its two
 * morphisms; a prefix is followed by the next arrow, and the two sides compose to one. Pairs take
 * no part in the fingerprint. NULL where declared monos or epis say more than equations, or there
 * are more than @most pairs. Caller frees.
 */
ChaseNaturality *
chase_functoriality_new (const ChasePresentation *source, const ChaseEnumerated *target,
                         guint64 most);

G_END_DECLS
