/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/session-actions.h"
#include "drawing/draw.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ChaseCellList:
 *
 * The objects and arrows of the diagram that is shown, in words, one a row: for those who hear the
 * window, and to find and select by name. What is selected on the canvas is selected here too.
 */
#define CHASE_TYPE_CELL_LIST (chase_cell_list_get_type ())
G_DECLARE_FINAL_TYPE (ChaseCellList, chase_cell_list, CHASE, CELL_LIST, GtkWidget)

void
chase_cell_list_set_session (ChaseCellList *list, ChaseSession *session, ChaseFonts *fonts);
/** Reads the labels in @fonts from now on, which it keeps. */
void
chase_cell_list_set_fonts (ChaseCellList *list, ChaseFonts *fonts);
/** The words of row @i, or NULL. Borrowed. */
const char *
chase_cell_list_get_words (ChaseCellList *list, guint i);

G_END_DECLS
