/* SPDX-License-Identifier: MIT */
#pragma once

#include <gio/gio.h>

/**
 * Runs @work of @task like g_task_run_in_thread (), on a thread of its own that gives way to what the
 * hand waits for: the window, and the server that shows it. For questions, which may keep all
 * processors busy for seconds.
 */
void
chase_background_run (GTask *task, GTaskThreadFunc work);
