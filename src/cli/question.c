/* SPDX-License-Identifier: MIT */
#include "cli/question.h"

#include "cli/terminal.h"
#include "cli/words.h"
#include "i18n.h"

/* A question that takes longer shows what it is doing. */
#define QUIET_MICROSECONDS (G_USEC_PER_SEC / 2)

/* What is kept of the time for giving back what the search took. */
#define TIDYING_SHARE 0.1
#define TIDYING_SECONDS 0.1

/* Several threads may have something to show: the first goes on until its question is answered. */
static gboolean
may_talk (CliQuestion *question)
{
  gboolean may;

  g_mutex_lock (&question->cli->lock);
  if (question->cli->talker == NULL)
    question->cli->talker = question;
  may = question->cli->talker == question;
  g_mutex_unlock (&question->cli->lock);
  return may;
}

static void
fall_silent (CliQuestion *question)
{
  gboolean talked;

  g_mutex_lock (&question->cli->lock);
  talked = question->cli->talker == question;
  if (talked)
    question->cli->talker = NULL;
  g_mutex_unlock (&question->cli->lock);
  if (talked)
    cli_progress (question->cli, NULL);
}

static void
show_progress (const char *text, gpointer data)
{
  CliQuestion *question = data;
  gint64 elapsed = g_get_monotonic_time () - question->start;
  double left = question->budget.seconds - (double)elapsed / G_USEC_PER_SEC;
  g_autofree char *line = NULL;

  if (elapsed < QUIET_MICROSECONDS || !may_talk (question))
    return;
  line = g_strdup_printf (_ ("%.0f s left: %s (%s)"), MAX (left, 0), text,
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
  question->budget.process_memory = question->budget.memory;
  question->budget.rules = cli_whole (cli, "rules", 0);
  question->budget.rows = cli_whole (cli, "rows", 0);
  question->budget.progress = show_progress;
  question->budget.progress_data = question;
}

void
cli_question_start (CliQuestion *question, const char *what)
{
  g_free (question->what);
  question->what = cli_show (what);
  question->start = g_get_monotonic_time ();
  fall_silent (question);
}

void
cli_question_clear (CliQuestion *question)
{
  if (question->cli != NULL)
    fall_silent (question);
  g_clear_pointer (&question->what, g_free);
}
