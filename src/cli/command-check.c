/* SPDX-License-Identifier: MIT */
#include "cli/commands.h"

#include "cli/author.h"
#include "cli/consequences.h"
#include "cli/faces.h"
#include "cli/question.h"
#include "cli/report.h"
#include "cli/source.h"
#include "cli/terminal.h"
#include "notation/notation.h"
#include "i18n.h"

/* What came of one file, filled by a worker. */
typedef struct
{
  Cli *cli;
  const char *name;
  GString *output;
  GString *messages;
  CliSummary summary;
  CliStatus status;
  gboolean done;
  guint n_threads; /* for its questions */
  gboolean paper;
  ChaseCrowd *crowd;
} Job;

typedef struct
{
  GMutex lock;
  GCond finished;
} Room;

static void
before_claim (const ChaseClaim *claim, guint done, guint total, gpointer data)
{
  CliQuestion *question = data;
  g_autofree char *what = NULL;

  if (!question->cli->terminal_err)
    return;
  what
      = chase_notation_print_proposition (claim->proposition, claim->negated, CHASE_NOTATION_ASCII);
  cli_question_start (question, what);
}

/* Every question of @source, some at a time. */
static GPtrArray *
ask (Job *job, const CliSource *source)
{
  g_autofree CliQuestion *questions = g_new0 (CliQuestion, job->n_threads);
  g_autofree ChaseBudget *budgets = g_new0 (ChaseBudget, job->n_threads);
  GPtrArray *results;

  for (guint i = 0; i < job->n_threads; i++)
    {
      cli_question_init (&questions[i], job->cli);
      budgets[i] = questions[i].budget;
      budgets[i].progress_data = &questions[i];
    }
  results = chase_check_theory (source->theory, budgets, job->n_threads, job->crowd, NULL,
                                before_claim);
  for (guint i = 0; i < job->n_threads; i++)
    cli_question_clear (&questions[i]);
  return results;
}

/* The last file's things are not taken apart when the program is about to end: that takes a tenth
   of the time of a large one. */
static struct
{
  CliSource *source;
  GPtrArray *results;
} kept;

static void
check_file (Job *job)
{
  Cli *cli = job->cli;
  g_autoptr (CliSource) source
      = cli_source_read (cli, job->name, CHASE_FORMAT_UNKNOWN, CLI_SOURCE_VALID, job->messages);
  g_autoptr (GPtrArray) results = NULL;
  g_auto (CliExtras) extras = { 0 };

  if (source == NULL)
    {
      job->status = CLI_WRONG;
      return;
    }
  cli_source_claim_diagrams (source);
  results = ask (job, source);
  extras.paper = job->paper = cli_source_is_foreign (source);
  if (cli_flag (cli, "all-pairs") || extras.paper)
    extras.pairs = cli_pairs_find (cli, source, results, job->n_threads);
  if (extras.paper)
    cli_author_reasons (results, extras.pairs);
  if (cli->json && !cli_flag (cli, "all-pairs"))
    g_clear_pointer (&extras.pairs, g_ptr_array_unref);
  if (cli_flag (cli, "consequences"))
    extras.consequences = cli_consequences_find (cli, source);
  cli_summary_add (&job->summary, results);
  job->status = cli_summary_status (&job->summary);
  if (cli->json)
    cli_report_append_json (job->output, job->name, results, &extras);
  else if (!cli->quiet)
    {
      if (cli->operands->len > 1)
        {
          cli_ink (job->output, cli->colour_out, CLI_INK_BOLD, source->title);
          g_string_append_c (job->output, '\n');
        }
      cli_report_append_text (job->output, cli->colour_out, cli_flag (cli, "explain"), results,
                              &extras);
    }
  if (cli->operands->len == 1)
    {
      kept.source = g_steal_pointer (&source);
      kept.results = g_steal_pointer (&results);
    }
}

static void
work (gpointer data, gpointer user_data)
{
  Job *job = data;
  Room *room = user_data;

  check_file (job);
  g_mutex_lock (&room->lock);
  job->done = TRUE;
  g_cond_broadcast (&room->finished);
  g_mutex_unlock (&room->lock);
}

static void
publish (Cli *cli, Job *job)
{
  if (job->messages->len > 0)
    cli_write_error (cli, job->messages->str);
  if (job->output->len > 0)
    {
      cli_progress (cli, NULL);
      cli_print (cli, job->output->str, job->output->len);
    }
}

static void
wait_for (Room *room, Job *job)
{
  g_mutex_lock (&room->lock);
  while (!job->done)
    g_cond_wait (&room->finished, &room->lock);
  g_mutex_unlock (&room->lock);
}

/* WRONG before FAILS before UNDECIDED before DONE. */
static CliStatus
worse (CliStatus a, CliStatus b)
{
  static const int rank[]
      = { [CLI_DONE] = 0, [CLI_UNDECIDED] = 1, [CLI_FAILS] = 2, [CLI_WRONG] = 3 };

  return rank[a] > rank[b] ? a : b;
}

/* Works on all @jobs, some at a time, and publishes each as soon as those before it are. */
static void
run_jobs (Cli *cli, Job *jobs, guint n)
{
  guint n_jobs = cli_jobs (cli), n_threads = MIN (n_jobs, n);
  ChaseCrowd crowd;
  Room room;
  GThreadPool *pool = NULL;

  g_mutex_init (&room.lock);
  g_cond_init (&room.finished);
  chase_crowd_init (&crowd, n_jobs);
  for (guint i = 0; i < n; i++)
    {
      jobs[i].n_threads = n_jobs / n_threads;
      jobs[i].crowd = &crowd;
    }
  if (n_threads > 1)
    pool = g_thread_pool_new (work, &room, n_threads, FALSE, NULL);
  for (guint i = 0; i < n && pool != NULL; i++)
    g_thread_pool_push (pool, &jobs[i], NULL);
  for (guint i = 0; i < n; i++)
    {
      if (pool == NULL)
        work (&jobs[i], &room);
      wait_for (&room, &jobs[i]);
      publish (cli, &jobs[i]);
    }
  if (pool != NULL)
    g_thread_pool_free (pool, FALSE, TRUE);
  chase_crowd_clear (&crowd);
  g_mutex_clear (&room.lock);
  g_cond_clear (&room.finished);
}

static void
print_summary (Cli *cli, const Job *jobs, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);
  CliSummary summary = { 0 };
  guint n_wrong = 0;
  gboolean open = FALSE;

  for (guint i = 0; i < n; i++)
    {
      summary.holds += jobs[i].summary.holds;
      summary.fails += jobs[i].summary.fails;
      summary.undecided += jobs[i].summary.undecided;
      n_wrong += jobs[i].status == CLI_WRONG;
      open = open || (jobs[i].paper && jobs[i].summary.fails > 0);
    }
  if (n_wrong == n)
    return;
  cli_summary_append (text, cli->colour_out, &summary);
  if (open)
    g_string_append (text,
                     _ ("A diagram of a paper that is marked ✗ is not wrong: it commutes once "
                        "the equations said beside it are verified.\n"));
  cli_print (cli, text->str, text->len);
}

static CliStatus
run (Cli *cli)
{
  guint n = cli->operands->len;
  g_autofree Job *jobs = g_new0 (Job, n);
  CliStatus status = CLI_DONE;

  for (guint i = 0; i < n; i++)
    jobs[i] = (Job){ .cli = cli,
                     .name = cli_operand (cli, i),
                     .output = g_string_new (NULL),
                     .messages = g_string_new (NULL) };
  run_jobs (cli, jobs, n);
  if (!cli->json && !cli->quiet)
    print_summary (cli, jobs, n);
  for (guint i = 0; i < n; i++)
    {
      status = worse (status, jobs[i].status);
      g_string_free (jobs[i].output, TRUE);
      g_string_free (jobs[i].messages, TRUE);
    }
  return status;
}

static const CliOption options[] = {
  CLI_OPTION_TIMEOUT,
  CLI_OPTION_MEMORY,
  CLI_OPTION_RULES,
  CLI_OPTION_ROWS,
  { "explain", 0, NULL, CLI_VALUE_NONE, NULL, 0, 0,
    N_ ("tell each proof and each countermodel as a person would") },
  CLI_OPTION_ALL_PAIRS,
  { "consequences", 0, NULL, CLI_VALUE_NONE, NULL, 0, 0,
    N_ ("list what follows from declared properties: of composites, of factors, of equals") },
  CLI_OPTION_READING,
  { NULL },
};

const CliCommand cli_command_check = {
  .name = "check",
  .operands = "FILE...",
  .least = 1,
  .files = G_MAXUINT,
  .inputs = G_MAXUINT,
  .summary = N_ ("check every implicit law and every check statement of files"),
  .about = N_ (
      "Says of each claim whether it holds, with a reason: that every table is a category, every\n"
      "functor a functor and every transformation natural, and what the file's check\n"
      "statements say. Of a paper (LaTeX, quiver links, ...): which of its diagrams commute by\n"
      "composition alone. With --json, a report with evidence that “chase verify” can check.\n"),
  .options = options,
  .run = run,
};
