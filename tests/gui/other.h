/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

/* Another program with a window on the display of the test: what two programs do with each other
 * goes through the X server and nothing else. */

typedef struct Other Other;

/** Starts @command (NULL-terminated), whose warnings are among those of the test, and waits until
 * it has a window called @title that can be seen; fails after twenty seconds. Free with
 * other_end(). */
Other *
other_start (const char *const *command, const char *title);
/** Takes its window to a place of the screen, in front of all others. */
void
other_place (Other *other, int x, int y);
/** Points into its window. */
void
other_point (Other *other, int x, int y);
/** Gives its window the keyboard and strikes a key there ("Control_L+c"). What comes of it has to
 * be waited for. */
void
other_key (Other *other, const char *key);
/** Waits until its window is called @title and can be seen. */
void
other_await (Other *other, const char *title);
/** Kills it at once, as a power cut would, and waits until it has gone with all its windows. */
void
other_end (Other *other);
