/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/cell-list.h"
#include "app/definitions.h"
#include "app/diagram-list.h"
#include "drawing/draw.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ChaseOutline:
 *
 * The side of a page that lists what a document holds: its diagrams, of which one is shown, and
 * what it claims, each claim with its verdict; what it defines, and the objects and arrows of the
 * diagram that is shown, in words.
 */
#define CHASE_TYPE_OUTLINE (chase_outline_get_type ())
G_DECLARE_FINAL_TYPE (ChaseOutline, chase_outline, CHASE, OUTLINE, GtkWidget)

/** Lets the outline follow @session. */
void
chase_outline_set_session (ChaseOutline *outline, ChaseSession *session, ChaseFonts *fonts);
/** Sets the labels of the pictures in @fonts from now on, which the caller keeps. */
void
chase_outline_set_fonts (ChaseOutline *outline, ChaseFonts *fonts);
/** Its parts. Borrowed. */
ChaseDiagramList *
chase_outline_get_diagrams (ChaseOutline *outline);
ChaseDefinitions *
chase_outline_get_definitions (ChaseOutline *outline);
ChaseCellList *
chase_outline_get_cells (ChaseOutline *outline);

G_END_DECLS
