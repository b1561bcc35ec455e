/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/session.h"
#include "drawing/draw.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ChaseDiagramList:
 *
 * The diagrams of a document with their pictures; the one that is selected is shown. F2 or a double
 * click lets the name be typed over.
 *
 * Signal: "menu-wanted" (x, y) where a menu about the diagram that is shown is asked for.
 */
#define CHASE_TYPE_DIAGRAM_LIST (chase_diagram_list_get_type ())
G_DECLARE_FINAL_TYPE (ChaseDiagramList, chase_diagram_list, CHASE, DIAGRAM_LIST, GtkWidget)

/** Lets the list follow @session, its pictures set in @fonts, which the caller keeps. */
void
chase_diagram_list_set_session (ChaseDiagramList *list, ChaseSession *session, ChaseFonts *fonts);
/** Sets the labels of the pictures in @fonts from now on. */
void
chase_diagram_list_set_fonts (ChaseDiagramList *list, ChaseFonts *fonts);
/** Lets the name of the diagram that is shown be typed over, in an entry that is returned
 * (borrowed); NULL where it is being done. */
GtkWidget *
chase_diagram_list_rename_shown (ChaseDiagramList *list);

G_END_DECLS
