/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* for gettid () */
#include "app/background.h"

#include <sys/resource.h>
#include <unistd.h>

/* A thread at 0 gets nine times the time of one at this, where both want it. */
#define NICENESS 10

typedef struct
{
  GTask *task;
  GTaskThreadFunc work;
} Job;

/* Niceness is a thread's own on Linux, and that of the threads which it starts. A thread may not
 * take it back, so none of those that GTask shares among all its tasks can do this. */
static gpointer
run (gpointer data)
{
  g_autofree Job *job = data;
  g_autoptr (GTask) task = job->task;

  setpriority (PRIO_PROCESS, (id_t)gettid (), NICENESS);
  job->work (task, g_task_get_source_object (task), g_task_get_task_data (task),
             g_task_get_cancellable (task));
  return NULL;
}

void
chase_background_run (GTask *task, GTaskThreadFunc work)
{
  Job *job = g_new0 (Job, 1);

  job->task = g_object_ref (task);
  job->work = work;
  g_thread_unref (g_thread_new ("question", run, job));
}
