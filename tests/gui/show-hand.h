/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/show-private.h"
#include "app/stage-private.h"
#include "gui.h"

/* A presentation under test: what gui.h has for the window, for the picture on the screen. */

/** Opens a file called @name that says @text, and presents it by @key. */
void
show_open (const char *name, const char *text, const char *key);
/** Presents what the window shows by @key, and gives it the keyboard. */
void
show_begin (const char *key);
/** Ends it, and waits until the window is alone. */
void
show_leave (void);
/** The same, and closes the window. */
void
show_end (void);
ChaseStage *
show_stage (void);
void
show_assert_place (guint slide, guint step);

/** Conditions for gui_wait (): neither picture nor camera moves; what is played is over; the time
 * of what is played is in the bar. */
gboolean
show_is_at_rest (void);
gboolean
show_has_arrived (void);
gboolean
show_has_scrubber (void);
/** What was answered is right, or wrong. */
gboolean
show_says_right (void);
gboolean
show_says_wrong (void);
/** What the engine says of the answer. The next call overwrites it. */
const char *
show_said (void);

/** Where a place of the picture is on the stage. */
ChasePoint
show_on_stage (ChasePoint place);
void
show_click_cell (guint32 cell);
/** Clicks the button at or below @widget that says @label; fails where there is none. */
void
show_click_button (GtkWidget *widget, const char *label);
/** The label of a cell as it is drawn on a slide. */
const char *
show_label (guint slide, guint32 cell);
/** Keeps a picture of it, at rest. */
void
show_shoot (const char *name);
