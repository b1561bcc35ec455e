/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

/* The menu of a text view in place of GTK's own, which opens while the button is down: GTK 4.8 then
 * loses count of what is pressed. */

/* Where a menu is asked for, in the coordinates of @view. */
typedef void (*ChaseTextMenuWanted) (GtkTextView *view, double x, double y, gpointer data);

/* Lets @wanted be called with @data when the third button is let go, where it is, or where the
 * cursor is when the key of menus is pressed. @data has to outlive @view. */
void
chase_text_menu_watch (GtkTextView *view, ChaseTextMenuWanted wanted, gpointer data);

/* What can be done now in @view: "cut", "copy", "paste", "delete", "select-all". The caller owns
 * the result, which does not keep @view. */
GSimpleActionGroup *
chase_text_menu_list_actions (GtkTextView *view);
