/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/theory.h"

G_BEGIN_DECLS

/*
 * Opposites and products of categories without generators, such as Set^op and Set * Set: what is
 * said there is said of their parts.
 */

/** The dual of what @proposition says in E^op, or of E^op or of op(F) into it, said of E and F;
 * NULL where it says nothing of such a category. Caller owns it. */
ChaseProposition *
chase_proposition_of_opposite (ChaseTheory *theory, const ChaseProposition *proposition);
/** What @proposition says in a product of such categories, of its part number @i (0 or 1); NULL
 * where it says nothing there, or its terms are no pairs. Caller owns it. */
ChaseProposition *
chase_proposition_of_factor (ChaseTheory *theory, const ChaseProposition *proposition, guint i);

/** The part number @i of a pair, of a value in a product, or of a path of those; NULL where it is
 * none. Caller owns it. */
ChaseTerm *
chase_part_of_value (ChaseTheory *theory, const ChaseTerm *term, guint i);

/** @term, or what it is a name of, if that is a category of @kind, spelt with @spelling; else NULL.
 * Borrowed. */
const ChaseTerm *
chase_category_term_of_kind (ChaseTheory *theory, const ChaseTerm *term, ChaseCategoryKind kind,
                             ChaseTermKind spelling);

/**
 * @proposition said of something simpler, where it speaks by the names in a drawing
 * (chase_proposition_of_drawing ()), leaves legs out (chase_proposition_with_all_legs ()), or
 * speaks of an opposite (chase_proposition_of_opposite ()); else NULL. It has the same verdict, by
 * the same evidence. Caller owns it.
 */
ChaseProposition *
chase_proposition_restated (ChaseTheory *theory, const ChaseProposition *proposition);

G_END_DECLS
