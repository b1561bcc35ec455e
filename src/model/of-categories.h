/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/proposition.h"

G_BEGIN_DECLS

/**
 * What @proposition says `in Cat`, said of the categories and functors themselves: |Hom(C, D)| is
 * |Fun(C, D)|, isos are isomorphisms, a terminal category is a discrete monoid. NULL where it says
 * nothing in Cat, or nothing that can be said otherwise. Caller owns it.
 */
ChaseProposition *
chase_proposition_of_categories (const ChaseProposition *proposition);

G_END_DECLS
