/* SPDX-License-Identifier: MIT */

/* How much longer than allowed a question lasts that nothing decides: of `chase` with a timeout, as
 * whole processes (their start and their end included; the limit is 100 ms), and of the engine when
 * another thread calls the question off (the limit is 10 ms). The processor's time, in
 * milliseconds: median and most of RUNS.
 *
 * Usage: bench-patience CHASE */
#define _GNU_SOURCE
#include "../cli/slow-questions.h"
#include "../evidence/small-category.h"
#include "engine/engine.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

enum
{
  RUNS = 9,
};

#define ALLOWED 0.4

static int
compare_numbers (const void *a, const void *b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return x < y ? -1 : x > y;
}

static void
print_row (const char *name, double *seconds)
{
  qsort (seconds, RUNS, sizeof *seconds, compare_numbers);
  printf ("%-44.44s %8.1f %8.1f\n", name, seconds[RUNS / 2] * 1e3, seconds[RUNS - 1] * 1e3);
}

static double
seconds_of_children (void)
{
  struct rusage usage;

  getrusage (RUSAGE_CHILDREN, &usage);
  return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
         + (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/* What @program takes beyond what it is allowed for the question in the file at @path. */
static double
run_over (const char *program, const char *command, const char *path)
{
  double before = seconds_of_children ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, program,
      command, "--timeout", G_STRINGIFY (ALLOWED), "--jobs", "1", path, NULL);

  if (process == NULL || !g_subprocess_wait (process, NULL, &error))
    g_error ("%s", error->message);
  return seconds_of_children () - before - ALLOWED;
}

static void
measure_timeouts (const char *program)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bench-patience-XXXXXX", &error);
  g_autofree char *path = NULL;

  if (folder == NULL)
    g_error ("%s", error->message);
  path = g_build_filename (folder, "slow.chase", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (slow_questions); i++)
    {
      const char *line = g_strrstr (slow_questions[i].text, "check ");
      g_autofree char *name = g_strchomp (g_strdup (line != NULL ? line : "homs"));
      double seconds[RUNS];

      if (!g_file_set_contents (path, slow_questions[i].text, -1, &error))
        g_error ("%s", error->message);
      for (guint run = 0; run < RUNS; run++)
        seconds[run] = run_over (program, slow_questions[i].command, path);
      print_row (name, seconds);
    }
  g_unlink (path);
  g_rmdir (folder);
}

static double
seconds_of (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

typedef struct
{
  GCancellable *cancellable;
  clockid_t asker; /* what its thread has used of the processor */
  double used;     /* when it is cancelled, then when it was */
} Canceller;

static gpointer
cancel_soon (gpointer data)
{
  Canceller *canceller = data;

  while (seconds_of (canceller->asker) < canceller->used)
    g_usleep (1000);
  canceller->used = seconds_of (canceller->asker);
  g_cancellable_cancel (canceller->cancellable);
  return NULL;
}

static double
cancel_after (double seconds, guint threads)
{
  g_autoptr (ChasePresentation) higman
      = small_category ("S", "[i]a:S>S [i]b:S>S [i]c:S>S [i]d:S>S",
                        "a b = b a a / b c = c b b / c d = d c c / d a = a d d");
  g_autoptr (ChaseEngine) engine = chase_engine_new (higman);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GArray) left = small_path (higman, "a");
  Canceller canceller = { .cancellable = cancellable };
  ChaseBudget budget = { .seconds = 60, .threads = threads };
  g_autoptr (ChaseAnswer) answer = NULL;
  GThread *thread;

  pthread_getcpuclockid (pthread_self (), &canceller.asker);
  canceller.used = seconds_of (canceller.asker) + seconds;
  thread = g_thread_new ("cancel", cancel_soon, &canceller);
  answer = chase_engine_equal (engine, 0, small_word (left), (ChaseWord){ NULL, 0 }, &budget,
                               cancellable);
  g_thread_join (thread);
  return seconds_of (canceller.asker) - canceller.used;
}

static void
measure_cancelling (void)
{
  static const double after[] = { 0.02, 0.1, 0.5 };

  for (guint threads = 1; threads <= 2; threads++)
    for (guint i = 0; i < G_N_ELEMENTS (after); i++)
      {
        g_autofree char *name
            = g_strdup_printf ("called off after %g s, %u threads", after[i], threads);
        double seconds[RUNS];

        for (guint run = 0; run < RUNS; run++)
          seconds[run] = cancel_after (after[i], threads);
        print_row (name, seconds);
      }
}

int
main (int argc, char **argv)
{
  if (argc != 2)
    {
      fprintf (stderr, "usage: bench-patience CHASE\n");
      return 2;
    }
  printf ("%-44s %8s %8s\n", "beyond what is allowed", "median", "most");
  measure_timeouts (argv[1]);
  measure_cancelling ();
  return 0;
}
