/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

/* Fingers on the screen of a test that runs under GTK's broadway: a browser without a picture,
 * which sends touches as one with a touchscreen would. */

/** Connects to the server whose socket CHASE_FINGERS names; before the program is started. */
void
fingers_connect (void);
/** Whether there is such a server: otherwise the test runs under an X server. */
gboolean
fingers_are_connected (void);
/** Waits until the program has been sent every touch so far. */
void
fingers_sync (void);

/** Puts a finger (0, 1, ...) down at a point of @widget, moves it there, lifts it there. The time
 * that an event says goes on by itself, 16 ms with each. */
void
fingers_down (guint finger, GtkWidget *widget, double x, double y);
void
fingers_move (guint finger, GtkWidget *widget, double x, double y);
void
fingers_up (guint finger, GtkWidget *widget, double x, double y);
/** Lets a second go by in what the events say. */
void
fingers_rest (void);
/** Strikes a key (GDK_KEY_a), as a keyboard on the screen would. */
void
fingers_strike (guint key, GdkModifierType state);
