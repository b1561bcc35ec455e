/* SPDX-License-Identifier: MIT */

/* How much longer than allowed a question lasts that nothing decides: of `chase` with a timeout, as
 * whole processes (their start and their end included; the limit is 100 ms), and of the engine when
 * another thread calls the question off (the limit is 10 ms). The processor's time, in
 * milliseconds: median and most of RUNS.
 *
 * Usage: bench-patience CHASE */
#include "../cli/slow-questions.h"
#include "../engine/called-off.h"
#include "../support/processor.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

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

/* What @program takes beyond what it is allowed for the question in the file at @path. */
static double
run_over (const char *program, const char *command, const char *path)
{
  double before = processor_seconds_of_children ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, program,
      command, "--timeout", G_STRINGIFY (ALLOWED), "--jobs", "1", path, NULL);

  if (process == NULL || !g_subprocess_wait (process, NULL, &error))
    g_error ("%s", error->message);
  return processor_seconds_of_children () - before - ALLOWED;
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
          {
            g_autoptr (ChaseAnswer) answer = NULL;

            seconds[run] = seconds_when_called_off (after[i], threads, &answer);
          }
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
