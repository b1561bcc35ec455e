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

G_END_DECLS
