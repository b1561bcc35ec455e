/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/presentation.h"

G_BEGIN_DECLS

/**
 * The category that @presentation presents, by equations, isos and idempotents alone: an arrow that
 * is declared mono or epi makes more paths equal than the equations do (m . f = m . g gives f = g),
 * and what follows by that stands among the equations, behind those that are given. Objects and
 * arrows keep their numbers. @presentation itself where nothing of the kind is declared; NULL where
 * the category has too many morphisms to list, or an arrow that is declared split has none that
 * splits it. The initial model of quasi-equations, by listing morphisms and cancelling by turns.
 * Borrowed. A fixed number of steps the first time.
 */
ChasePresentation *
chase_presentation_by_equations (ChasePresentation *presentation);
/** The same objects, arrows and equations, and of what is declared the isos and idempotents alone.
 * Caller owns it. */
ChasePresentation *
chase_presentation_undeclared (const ChasePresentation *presentation);

G_END_DECLS
