/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

/* Panes beside a middle: the child that expands. Where the room does not suffice for all of them
 * and a middle that one can work in, those that were asked for longest ago fold away, and come back
 * with the room. */

#define CHASE_TYPE_PANE_LAYOUT chase_pane_layout_get_type ()
G_DECLARE_FINAL_TYPE (ChasePaneLayout, chase_pane_layout, CHASE, PANE_LAYOUT, GtkLayoutManager)

/** Shows @pane, a child of a widget that is laid out so, as the one last asked for. */
void
chase_pane_layout_show (GtkWidget *pane);
/** Whether @pane can be seen: it is shown and not folded away. */
gboolean
chase_pane_layout_shows (GtkWidget *pane);
