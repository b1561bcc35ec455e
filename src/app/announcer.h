/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/canvas.h"

G_BEGIN_DECLS

/**
 * Lets @label, a live region without a visible word, and the name of @canvas say in words what changes in @session: what
 * is selected, what an edit or an undo has done, what became of the verdict. GTK 4.8 has no call
 * that announces; a screen reader follows these two.
 */
void
chase_announcer_follow (GtkLabel *label, ChaseCanvas *canvas, ChaseSession *session,
                        ChaseFonts *fonts);
/** What @label was let say last, or NULL. Borrowed. */
const char *
chase_announcer_get_said (GtkLabel *label);

G_END_DECLS
