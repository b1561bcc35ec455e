/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Called for the piece of work @i, on the thread number @thread. */
typedef void (*ChaseCrewWork) (guint i, guint thread, gpointer data);

/**
 * Does the pieces 0 .. @n - 1 of work on @n_threads threads, the caller's among them as number 0;
 * each takes the next piece that nobody has taken. Returns when all are done. Where a thread cannot
 * be had, the others do its work.
 */
void
chase_crew_run (guint n, guint n_threads, ChaseCrewWork work, gpointer data);

G_END_DECLS
