/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/document.h"

G_BEGIN_DECLS

/** "f" of a label `f^{op}`, however that is spelt; NULL of any other. Caller frees. */
char *
chase_label_turned_round (const char *label);
/**
 * @document with the drawing that is item @diagram, until now its own category, as one in C^op,
 * where C is the category or drawing called @name: each object is read there by its label, and each
 * arrow
 * (`f^{op}` is that of f). NULL where something is not to be read, or the drawing states equations
 * or properties, which belong into C. Caller owns it.
 */
ChaseDocument *
chase_document_draw_in_opposite (ChaseDocument *document, guint diagram, const char *name);

G_END_DECLS
