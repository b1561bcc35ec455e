/* SPDX-License-Identifier: MIT */
#include "layout/layout-private.h"

#include "i18n.h"

#include <errno.h>
#include <signal.h>

/* What a watcher needs to end the child from another source of the loop. */
typedef struct
{
  GMainLoop *loop;
  GSubprocess *process;
  char *output;
  GError *error;
  gboolean timed_out;
} Run;

typedef struct
{
  GCancellable *cancellable;
  gint64 deadline; /* monotonic, in microseconds */
} Limits;

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  Run *run = data;

  g_subprocess_communicate_utf8_finish (run->process, result, &run->output, NULL, &run->error);
  g_main_loop_quit (run->loop);
}

static gboolean
on_time_out (gpointer data)
{
  Run *run = data;

  run->timed_out = TRUE;
  g_subprocess_force_exit (run->process);
  return G_SOURCE_REMOVE;
}

/* Keeps SIGPIPE from this thread: a child that ends before it has read all is an error of the
 * write, and nothing to die of. Returns whether one was waiting already. */
static gboolean
block_broken_pipe (sigset_t *before)
{
  sigset_t broken, waiting;

  sigemptyset (&broken);
  sigaddset (&broken, SIGPIPE);
  sigpending (&waiting);
  pthread_sigmask (SIG_BLOCK, &broken, before);
  return sigismember (&waiting, SIGPIPE) == 1;
}

/* Takes away the one that came, and lets others through as @before. */
static void
unblock_broken_pipe (const sigset_t *before, gboolean was_waiting)
{
  const struct timespec at_once = { 0, 0 };
  sigset_t broken;

  sigemptyset (&broken);
  sigaddset (&broken, SIGPIPE);
  while (!was_waiting && sigtimedwait (&broken, NULL, &at_once) < 0 && errno == EINTR)
    continue;
  pthread_sigmask (SIG_SETMASK, before, NULL);
}

/* Runs the loop of this thread alone until the child has said all, was cancelled, or is too late.
 */
static void
wait_for (Run *run, const char *dot, const Limits *limits)
{
  GMainContext *context = g_main_context_new ();
  gint64 left = MAX (limits->deadline - g_get_monotonic_time (), 0);
  GSource *timeout = g_timeout_source_new ((guint)MIN (left / 1000, G_MAXINT));
  sigset_t signals;
  gboolean was_waiting = block_broken_pipe (&signals);

  g_main_context_push_thread_default (context);
  run->loop = g_main_loop_new (context, FALSE);
  g_source_set_callback (timeout, on_time_out, run, NULL);
  g_source_attach (timeout, context);
  g_subprocess_communicate_utf8_async (run->process, dot, limits->cancellable, on_done, run);
  g_main_loop_run (run->loop);
  g_source_destroy (timeout);
  g_source_unref (timeout);
  g_subprocess_force_exit (run->process);
  g_main_loop_unref (run->loop);
  g_main_context_pop_thread_default (context);
  g_main_context_unref (context);
  unblock_broken_pipe (&signals, was_waiting);
}

static gboolean
explain (Run *run, const char *program, GError **error)
{
  if (run->timed_out)
    {
      g_clear_error (&run->error);
      g_set_error (error, CHASE_LAYOUT_ERROR, CHASE_LAYOUT_ERROR_TIMEOUT,
                   _ ("%s took too long to lay the diagram out"), program);
      return FALSE;
    }
  if (g_error_matches (run->error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
    g_clear_error (&run->error); /* it ended before it had read all */
  else if (run->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&run->error));
      return FALSE;
    }
  if (run->output == NULL)
    {
      g_set_error (error, CHASE_LAYOUT_ERROR, CHASE_LAYOUT_ERROR_GRAPHVIZ, _ ("%s failed"),
                   program);
      return FALSE;
    }
  return TRUE;
}

static gboolean
place_in_child (const ChaseGraph *graph, ChaseLayoutEngine engine, double *positions, gpointer data,
                GError **error)
{
  const char *program = chase_layout_engine_program (engine);
  const char *const arguments[] = { program, "-Tplain", NULL };
  g_autofree char *dot = chase_graphviz_write (graph, engine);
  g_autofree double *points = g_new0 (double, 2 * graph->n + 1);
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  Run run = { 0 };
  gboolean done;

  /* Where descriptors are inherited GLib does not copy this process to start the child, which would
   * cost whoever goes on here a fault at every page that it writes to. */
  launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
      | G_SUBPROCESS_FLAGS_STDERR_SILENCE | G_SUBPROCESS_FLAGS_INHERIT_FDS);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C", TRUE);
  run.process = g_subprocess_launcher_spawnv (launcher, arguments, NULL);
  if (run.process == NULL)
    {
      g_set_error (error, CHASE_LAYOUT_ERROR, CHASE_LAYOUT_ERROR_NO_PROGRAM,
                   _ ("the program %s cannot be started; install graphviz"), program);
      return FALSE;
    }
  wait_for (&run, dot, data);
  done = explain (&run, program, error)
         && chase_graphviz_read_plain (run.output, points, graph->n, error);
  if (done)
    chase_graphviz_snap (points, graph->n, engine, positions);
  g_object_unref (run.process);
  g_free (run.output);
  return done;
}

gboolean
chase_layout_in_child (const ChaseDiagram *diagram, const ChaseLayoutOptions *options,
                       double *positions, GCancellable *cancellable, double timeout_seconds,
                       GError **error)
{
  Limits limits = { cancellable, 0 };

  g_return_val_if_fail (diagram != NULL && positions != NULL, FALSE);
  timeout_seconds = CLAMP (timeout_seconds, 0, 1e6);
  limits.deadline = g_get_monotonic_time () + (gint64)(timeout_seconds * G_USEC_PER_SEC);
  return chase_layout_with (diagram, options, positions, place_in_child, &limits, error);
}
