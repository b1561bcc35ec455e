/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * Lets Tab leave @list, past the buttons of the row that has the keyboard: the arrow keys go from
 * row to row. By itself a list gives the keyboard, and with it its selection, to each row in turn.
 */
void
chase_list_leave_by_tab (GtkListBox *list);

G_END_DECLS
