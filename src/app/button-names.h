/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * Lets each button at or below @root that has a picture and no words be called by what its tooltip
 * says, now and whenever that changes: GTK 4.8 would tell a screen reader "GtkImage". O(widgets).
 */
void
chase_name_buttons (GtkWidget *root);

/**
 * Sets the tooltip of @widget, which is not on screen yet. GTK asks the X server where the pointer is
 * whenever the tooltip of a widget that is not hidden changes, five times there and back: of a
 * hundred and fifty buttons that is felt when the window opens.
 */
void
chase_set_tooltip (GtkWidget *widget, const char *text);

G_END_DECLS
