/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/diagram.h"

G_BEGIN_DECLS

/**
 * Reads a line as one types it to draw something: arrows (`f : A -> B; g : A -> C`), an equation
 * (`h . f = k . g`), or both. Objects need not be declared, and arrows that are only in an equation
 * get ends from it. Labels that are no names can be typed as they are (`F(f) : F(X) -> F(Y)`).
 * Names that @beside (may be NULL) shows are those. Returns a drawing (a DIAGRAM item), with places
 * where the shape says them; or NULL with the reason in *@error (caller frees). Caller owns it.
 */
ChaseItem *
chase_drawing_from_text (const char *text, ChaseDiagram *beside, char **error);

G_END_DECLS
