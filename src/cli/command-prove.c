/* SPDX-License-Identifier: MIT */
#include "cli/commands.h"

#include "cli/faces.h"
#include "cli/question.h"
#include "cli/report.h"
#include "cli/problems.h"
#include "cli/source.h"
#include "cli/terminal.h"
#include "model/theory.h"
#include "notation/notation.h"

#include <string.h>

#include "i18n.h"

#define QUESTION_TITLE "<question>"

/* The question's proposition, checked against what @theory knows; NULL after saying what is
 * wrong. */
static ChaseProposition *
read_question (Cli *cli, const char *text, ChaseTheory *theory, gboolean *negated)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (GString) messages = g_string_new (NULL);
  g_autoptr (ChaseProposition) proposition
      = chase_notation_parse_proposition (text, negated, problems);

  if (proposition != NULL && !chase_problems_has_error (problems))
    chase_theory_check_proposition (theory, proposition, problems);
  cli_problems_append (cli, messages, QUESTION_TITLE, text, strlen (text), problems);
  cli_write_error (cli, messages->str);
  return chase_problems_has_error (problems) ? NULL : g_steal_pointer (&proposition);
}

static void
print_answer (Cli *cli, const CliSource *source, ChaseResult *result)
{
  g_autoptr (GPtrArray) results = g_ptr_array_new ();
  g_auto (CliExtras) extras = { 0 };
  g_autoptr (GString) text = g_string_new (NULL);

  g_ptr_array_add (results, result);
  if (cli_flag (cli, "all-pairs"))
    extras.pairs = cli_pairs_find (cli, source, results, cli_jobs (cli));
  if (cli->json)
    cli_report_append_json (text, cli_operand (cli, 0), results, &extras);
  else if (!cli->quiet)
    cli_report_append_text (text, cli->colour_out, cli_flag (cli, "explain"), results, &extras);
  cli_progress (cli, NULL);
  cli_print (cli, text->str, text->len);
}

static CliStatus
run (Cli *cli)
{
  static const CliStatus statuses[] = { [CHASE_VERDICT_HOLDS] = CLI_DONE,
                                        [CHASE_VERDICT_FAILS] = CLI_FAILS,
                                        [CHASE_VERDICT_UNDECIDED] = CLI_UNDECIDED };
  const char *text = cli_operand (cli, 1);
  g_autoptr (CliSource) source = cli_source_open (cli, cli_operand (cli, 0), CLI_SOURCE_VALID);
  g_autoptr (ChaseProposition) proposition = NULL;
  g_autoptr (ChaseResult) result = NULL;
  g_auto (CliQuestion) question = { 0 };
  gboolean negated = FALSE;

  if (source == NULL)
    return CLI_WRONG;
  if (g_str_has_prefix (text, "check "))
    text += strlen ("check ");
  proposition = read_question (cli, text, source->theory, &negated);
  if (proposition == NULL)
    return CLI_WRONG;
  cli_question_init (&question, cli);
  cli_question_start (&question, text);
  question.budget.threads = cli_jobs (cli);
  result = chase_check_proposition (source->theory, proposition, negated, &question.budget, NULL);
  print_answer (cli, source, result);
  return statuses[result->verdict];
}

static const CliOption options[] = {
  CLI_OPTION_TIMEOUT,
  CLI_OPTION_MEMORY,
  CLI_OPTION_RULES,
  CLI_OPTION_ROWS,
  { "explain", 0, NULL, CLI_VALUE_NONE, NULL, 0, 0,
    N_ ("tell the proof or the countermodel as a person would") },
  CLI_OPTION_ALL_PAIRS,
  CLI_OPTION_READING,
  { NULL },
};

const CliCommand cli_command_prove = {
  .name = "prove",
  .operands = "FILE 'PATH = PATH [in CAT]'",
  .least = 2,
  .most = 2,
  .files = 1,
  .summary = N_ ("put one question to a file, without editing it"),
  .about = N_ (
      "The question is anything that may stand behind “check”: an equation of paths, “D "
      "commutes”,\n"
      "“f is mono in C”, also with “not”. The answer is as that of “chase check”.\n\n"
      "  chase prove square.chase 'h . f = k . g in Square'\n\n"
      "With --explain the proof follows, one path a line, or else sets and functions in which the\n"
      "paths differ.\n"),
  .options = options,
  .run = run,
};
