/* SPDX-License-Identifier: MIT */
#pragma once

#include "interchange/interchange.h"
#include "interchange/sketch-private.h"

G_BEGIN_DECLS

/** Keeps the @length bytes at @text, from which @sketch was read, in comments that stand above the
 * diagram. */
void
chase_verbatim_note (ChaseSketch *sketch, const char *text, gsize length);
/** Returns the text that the comments above @item keep, or NULL. Caller frees. */
char *
chase_verbatim_get (const ChaseItem *item);
/**
 * Returns the LaTeX text from which @diagram was read, if it still draws the same: if reading it
 * again gives the same cells, without what stood around it (*@alone) or with it. Else NULL. Caller
 * frees.
 */
char *
chase_verbatim_find (const ChaseDiagram *diagram, gboolean *alone);
/** TRUE when the two draw the same: cells in the same order with the same ends, places, labels and
 * looks, whatever their names are. */
gboolean
chase_same_drawing (const ChaseDiagram *a, const ChaseDiagram *b);

/** Notes above @item, a diagram that was just read from a text with definitions of its own, how it
 * is now: without these its text alone may be read as another. */
void
chase_verbatim_seal (ChaseItem *item);

G_END_DECLS
