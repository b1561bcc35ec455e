/* SPDX-License-Identifier: MIT */
#include "cli/question.h"

#include "cli/terminal.h"
#include "cli/words.h"

/* A question that takes longer shows what it is doing. */
#define QUIET_MICROSECONDS (G_USEC_PER_SEC / 2)

/* What is kept of the time for giving back what the search took. */
#define TIDYING_SHARE 0.05
#define TIDYING_SECONDS 0.1

static void
show_progress (const char *text, gpointer data)
{
  CliQuestion *question = data;
  gint64 elapsed = g_get_monotonic_time () - question->start;
  double left = question->budget.seconds - (double)elapsed / G_USEC_PER_SEC;
  g_autofree char *line = NULL;

  if (elapsed < QUIET_MICROSECONDS)
    return;
  line = g_strdup_printf ("%.0f s left: %s (%s)", MAX (left, 0), text,
                          question->what != NULL ? question->what : "");
  cli_progress (question->cli, line);
}

void
cli_question_init (CliQuestion *question, Cli *cli)
{
  double seconds = cli_real (cli, "timeout", 10);

  *question = (CliQuestion){ .cli = cli, .start = g_get_monotonic_time () };
  question->budget.seconds = seconds - MIN (TIDYING_SHARE * seconds, TIDYING_SECONDS);
  question->budget.memory = (gsize)(cli_real (cli, "memory", 1024) * 1024 * 1024);
  question->budget.progress = show_progress;
  question->budget.progress_data = question;
}

void
cli_question_start (CliQuestion *question, const char *what)
{
  g_free (question->what);
  question->what = cli_show (what);
  question->start = g_get_monotonic_time ();
  cli_progress (question->cli, NULL);
}

void
cli_question_clear (CliQuestion *question)
{
  g_clear_pointer (&question->what, g_free);
}
