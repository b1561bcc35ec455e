/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

/* How long a program is busy between two looks at what the hand does, in milliseconds of the
 * processor: other programs leave that alone. */

/** Begins to watch the main loop of this thread; nothing is counted before. */
void
gui_clock_start (void);
void
gui_clock_stop (void);
/** What has been used since the last call of gui_clock_take (). */
double
gui_clock_take (void);
/** The longest time without a look since the last call of gui_clock_take_longest (). */
double
gui_clock_take_longest (void);
/** Tells, as messages of the test, the calls that waits of more than 50 ms were in since they were
 * last told or forgotten (addr2line finds the lines of those of the program itself). */
void
gui_clock_tell_waits (void);
void
gui_clock_forget_waits (void);
