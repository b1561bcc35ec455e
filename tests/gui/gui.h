/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/application.h"
#include "app/canvas-private.h"
#include "app/show.h"
#include "app/window-private.h"

/* A window under test, and a hand for it: every event goes through the X server, as a person's
 * would. */

/** Starts the program with the files of @paths (NULL-terminated, may be NULL) and waits for its
 * window. */
void
gui_start (const char *const *paths);
/** Starts it with a file called @name that says @text, and waits for the verdicts. */
void
gui_start_text (const char *name, const char *text);
/** Starts it without a file and stays on its start page. */
void
gui_start_page (void);
/** The connection to the server by which the events go. */
struct _XDisplay *
gui_server (void);
/** Closes the window without asking. */
void
gui_stop (void);
/** The window, or NULL before it is started. */
ChaseWindow *
gui_window (void);
/** A window that is open beside it, or NULL. */
GtkWindow *
gui_other_window (void);
/** The presentation, or NULL. */
ChaseShow *
gui_show (void);
ChaseSession *
gui_session (void);
ChaseCanvas *
gui_canvas (void);
/** Runs the program until it has handled every event so far, and made anew the picture and the list
 * of claims that these asked for (for up to a second). */
void
gui_settle (void);
/** Runs the program until @condition holds; fails after twenty seconds, saying what the document
 * says and keeping a picture of the window. */
void
gui_wait (gboolean (*condition) (void), const char *what);

/** Moves the pointer to a place of the grid, @dx, @dy pixels beside it. */
void
gui_point (double column, double row, double dx, double dy);
void
gui_press (guint button);
void
gui_release (guint button);
void
gui_click (double column, double row, guint times);
/** Drags with the first button, in steps, as a hand does. */
void
gui_drag (double from_column, double from_row, double to_column, double to_row);
/** The same, starting beside the place where the object is, on its rim. */
void
gui_drag_rim (double from_column, double from_row, double to_column, double to_row);
/** Holds a modifier ("Shift_L") until it is let go. */
void
gui_hold (const char *key);
void
gui_let_go (const char *key);
/** Strikes a key: "Tab", "a", "Control_L+Shift_L+z". */
void
gui_key (const char *key);
/** Types letters, digits and what stands on the keys beside them. */
void
gui_type (const char *text);
void
gui_wheel (gboolean up, guint clicks);
/** Clicks at a place of @widget. */
void
gui_click_at (GtkWidget *widget, double x, double y);
/** The same twice, quickly. */
void
gui_double_click_at (GtkWidget *widget, double x, double y);
/** Moves the pointer to a place of @widget. */
void
gui_point_at (GtkWidget *widget, double x, double y);
/** Clicks in the middle of @widget. */
void
gui_click_widget (GtkWidget *widget);

/** Drags from the middle of one widget to that of another, which lets a thing fall on it. */
void
gui_drag_widget (GtkWidget *from, GtkWidget *to);

/** The first widget at or below @widget that @test accepts, or NULL. */
GtkWidget *
gui_find_below (GtkWidget *widget, gboolean (*test) (GtkWidget *widget, gconstpointer data),
                gconstpointer data);
/** The button of the window that says @label, ready to be clicked; fails where there is none after
 * five seconds. */
GtkWidget *
gui_find_button (const char *label);

/** The menu of the page that is open, or NULL. */
GtkWidget *
gui_find_menu (void);
/** Its entry that says @label, or NULL. */
GtkWidget *
gui_find_menu_entry (const char *label);
/** Waits for it, clicks its entry that says @label, and waits until it is gone. */
void
gui_click_menu (const char *label);

/** Waits until the last toast has come in, until which it takes no click. */
void
gui_await_toast (void);
/** Waits for a window beside it, or for the end of it. */
void
gui_await_other_window (gboolean there);
/** Types @path into the file dialog that is coming up, and takes it. */
void
gui_answer_dialog (const char *path);
/** Types @text into the palette and takes what it finds. */
void
gui_command (const char *text);
/** The same with the keyboard at the canvas first, whatever had it. */
void
gui_command_on_canvas (const char *text);

/** How many keys, clicks and drags there have been since the last call. */
guint
gui_count_actions (void);
/** Drags from one point of the scene to another, with the first button. */
void
gui_drag_points (ChasePoint from, ChasePoint to);

/** Gives the keyboard to the window of @widget, as a window manager would. */
void
gui_focus (GtkWidget *widget);

/** Waits until the verdicts of what is shown are there, and returns them. */
ChaseVerdicts *
gui_verdicts (void);
/** The document as text. Caller frees. */
char *
gui_text (void);
/** Waits until the document, as text, says @part, or no longer does. */
void
gui_assert_says (const char *part, gboolean there);
/** The same for all of it. */
void
gui_assert_text (const char *text);
/** The text of a file. Caller frees. */
char *
gui_read (const char *path);
/** Keeps a picture of the window among the artifacts of the build. */
void
gui_shoot (const char *name);
/** The same of another window. */
void
gui_shoot_widget (GtkWidget *widget, const char *name);
/** A path in a folder of this test's own. Caller frees. */
char *
gui_path (const char *name);
/** Fails where a label at or below @widget that can be seen is not whole. */
void
gui_look_through (GtkWidget *widget);
/** Speaks the language of CHASE_LANGUAGE, whose catalogue is the file CHASE_CATALOGUE, where they
 * are set. */
void
gui_speak (void);
/** Presses F1 and returns the address that the browser was given. Caller frees. */
char *
gui_help (void);
