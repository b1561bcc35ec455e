/* SPDX-License-Identifier: MIT */
#include "cli/commands.h"

#include "cli/input.h"
#include "cli/json.h"
#include "cli/report-reader.h"
#include "cli/source.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "evidence/report.h"
#include "model/claim.h"
#include "notation/notation.h"

#include <string.h>

#include "i18n.h"

/* What came of a report. */
typedef struct
{
  Cli *cli;
  ChaseTheory *theory;
  ChaseFaceJudge *judge;
  GString *output; /* JSON of what was refused, or lines for people */
  guint n_accepted;
  guint n_undecided;
  guint n_refused;
} Trial;

static void
refuse (Trial *trial, const CliReported *reported, const char *reason)
{
  GString *output = trial->output;
  gboolean colour = trial->cli->colour_out;
  g_autofree char *shown = cli_show (reported->check);

  trial->n_refused++;
  if (trial->cli->json)
    {
      cli_json_open (output, '{');
      cli_json_key (output, "check");
      cli_json_string (output, reported->check);
      cli_json_key (output, "line");
      cli_json_int (output, reported->line);
      cli_json_key (output, "reason");
      cli_json_string (output, reason);
      cli_json_close (output, '}');
      return;
    }
  cli_ink (output, colour, CLI_INK_RED, "✗");
  if (reported->line > 0 && reported->line <= G_MAXINT)
    g_string_append_printf (output, " %u", reported->line);
  g_string_append_c (output, ' ');
  cli_ink (output, colour, CLI_INK_BOLD, shown);
  g_string_append_printf (output, _ (": refused: %s\n"), reason);
}

/* The statement of a result, or NULL with *@reason. */
static ChaseProposition *
read_statement (const char *text, gboolean *negated, char **reason)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  ChaseProposition *proposition = chase_notation_parse_proposition (text, negated, problems);

  if (proposition == NULL)
    *reason = g_strdup_printf (_ ("the statement cannot be read: %s"),
                               problems->len > 0
                                   ? ((ChaseProblem *)g_ptr_array_index (problems, 0))->message
                                   : _ ("it is none"));
  return proposition;
}

static void
try_face (Trial *trial, const CliReported *reported)
{
  g_autoptr (GError) error = NULL;
  ChaseItem *item
      = reported->diagram != NULL
            ? chase_document_find (chase_theory_document (trial->theory), reported->diagram)
            : NULL;

  if (reported->diagram != NULL && item == NULL)
    refuse (trial, reported, "the file has no such diagram");
  else if (!chase_face_judge_verify (trial->judge, item, reported->face, &error))
    refuse (trial, reported, error->message);
  else if (strcmp (reported->verdict, "undecided") == 0)
    trial->n_undecided++;
  else
    trial->n_accepted++;
}

static void
try_result (Trial *trial, const CliReported *reported)
{
  g_autofree char *reason = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChaseProposition) proposition = NULL;
  gboolean negated = FALSE;

  proposition = read_statement (reported->check, &negated, &reason);
  if (proposition == NULL)
    refuse (trial, reported, reason);
  else if (reported->kind != NULL
           && strcmp (reported->kind, chase_proposition_report_kind (proposition)) != 0)
    refuse (trial, reported, _ ("it is of another kind"));
  else if (!chase_verify_result (trial->theory, proposition, negated, reported->verdict,
                                 reported->value, reported->evidence, &error))
    refuse (trial, reported, error->message);
  else if (strcmp (reported->verdict, "undecided") == 0)
    trial->n_undecided++;
  else
    trial->n_accepted++;
}

/* What makes a claim of a document this one: its line, whether it is written, and its words. */
static char *
claim_key (guint line, gboolean implicit, const char *check)
{
  return g_strdup_printf ("%u %d %s", line, implicit != FALSE, check);
}

/* How often the document makes each of its claims, by its key. */
static GHashTable *
count_claims (const GPtrArray *claims)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < claims->len; i++)
    {
      const ChaseClaim *claim = g_ptr_array_index (claims, i);
      g_autofree char *text = chase_notation_print_proposition (claim->proposition, claim->negated,
                                                                CHASE_NOTATION_ASCII);
      char *key = claim_key (claim->line, claim->implicit, text);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

      g_hash_table_insert (counts, key, GUINT_TO_POINTER (n + 1));
    }
  return counts;
}

/* Takes one away from the claims called @key; FALSE where none is left. */
static gboolean
strike_out (GHashTable *counts, const char *key)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

  if (n > 0)
    g_hash_table_insert (counts, g_strdup (key), GUINT_TO_POINTER (n - 1));
  return n > 0;
}

static void
refuse_silence (Trial *trial, const ChaseClaim *claim)
{
  g_autofree char *text
      = chase_notation_print_proposition (claim->proposition, claim->negated, CHASE_NOTATION_ASCII);
  CliReported reported = { .check = text, .line = claim->line };

  refuse (trial, &reported, _ ("the report says nothing about it"));
}

/* The results of a whole report are those of the claims of the document: no other, none missing. */
static void
compare_claims (Trial *trial, const ChaseDocument *document, const CliReport *report)
{
  g_autoptr (GPtrArray) claims = chase_document_claims (document);
  g_autoptr (GHashTable) counts = count_claims (claims);

  for (guint i = 0; i < report->results->len; i++)
    {
      const CliReported *reported = g_ptr_array_index (report->results, i);
      g_autofree char *key = claim_key (reported->line, reported->implicit, reported->check);

      if (reported->implicit < 0 || !strike_out (counts, key))
        refuse (trial, reported, _ ("the file does not say this in this place"));
    }
  for (guint i = 0; i < claims->len; i++)
    {
      const ChaseClaim *claim = g_ptr_array_index (claims, i);
      g_autofree char *text = chase_notation_print_proposition (claim->proposition, claim->negated,
                                                                CHASE_NOTATION_ASCII);
      g_autofree char *key = claim_key (claim->line, claim->implicit, text);

      if (strike_out (counts, key))
        refuse_silence (trial, claim);
    }
}

/* The summary of a report adds up. */
static void
compare_summary (Trial *trial, const CliReport *report)
{
  static const char *const verdicts[] = { "holds", "fails", "undecided" };
  CliReported reported = { .check = (char *)_ ("the summary") };
  gint64 counts[G_N_ELEMENTS (verdicts)] = { 0 };
  gboolean same = TRUE;

  for (guint i = 0; i < report->results->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (verdicts); j++)
      counts[j]
          += strcmp (((CliReported *)g_ptr_array_index (report->results, i))->verdict, verdicts[j])
             == 0;
  for (guint j = 0; j < G_N_ELEMENTS (verdicts); j++)
    same = same && counts[j] == report->summary[j];
  if (!same)
    refuse (trial, &reported, _ ("it does not count the verdicts of the report"));
}

static void
print_outcome (Trial *trial, const CliSource *source)
{
  Cli *cli = trial->cli;
  g_autoptr (GString) text = g_string_new (NULL);

  if (cli->json)
    {
      cli_json_open (text, '{');
      cli_json_key (text, "accepted");
      cli_json_int (text, trial->n_accepted);
      cli_json_key (text, "undecided");
      cli_json_int (text, trial->n_undecided);
      cli_json_key (text, "refused");
      g_string_append_printf (text, "[%s]}\n", trial->output->str);
    }
  else if (!cli->quiet)
    {
      g_string_append (text, trial->output->str);
      g_string_append_printf (
          text, P_ ("%u verdict of %s accepted", "%u verdicts of %s accepted", trial->n_accepted),
          trial->n_accepted, source->title);
      if (trial->n_undecided > 0)
        g_string_append_printf (text, _ (", %u undecided"), trial->n_undecided);
      if (trial->n_refused > 0)
        g_string_append_printf (text, _ (", %u refused"), trial->n_refused);
      g_string_append_c (text, '\n');
    }
  cli_print (cli, text->str, text->len);
}

static void
try_all (Trial *trial, const GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      const CliReported *reported = g_ptr_array_index (list, i);

      if (reported->face != NULL)
        try_face (trial, reported);
      else
        try_result (trial, reported);
    }
}

static CliStatus
try_report (Cli *cli, const CliSource *source, const CliReport *report)
{
  Trial trial = { .cli = cli, .output = g_string_new (NULL) };

  trial.theory = chase_theory_new (source->document, NULL);
  trial.judge = chase_face_judge_new (trial.theory);
  try_all (&trial, report->results);
  try_all (&trial, report->also);
  if (report->whole)
    {
      compare_claims (&trial, source->document, report);
      compare_summary (&trial, report);
    }
  print_outcome (&trial, source);
  chase_face_judge_free (trial.judge);
  chase_theory_unref (trial.theory);
  g_string_free (trial.output, TRUE);
  return trial.n_refused > 0 ? CLI_FAILS : CLI_DONE;
}

static CliStatus
run (Cli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = cli_input_title (cli_operand (cli, 0));
  g_autoptr (GBytes) bytes = cli_input_read (cli_operand (cli, 0), &error);
  g_autoptr (CliSource) source = NULL;
  g_autoptr (CliReport) report = NULL;

  if (bytes == NULL)
    {
      cli_error (cli, NULL, "%s", error->message);
      return CLI_WRONG;
    }
  source = cli_source_open (cli, cli_operand (cli, 1), CLI_SOURCE_VALID);
  if (source == NULL)
    return CLI_WRONG;
  cli_source_claim_diagrams (source);
  report = cli_report_read (bytes, source, &error);
  if (report == NULL)
    {
      cli_error (cli, "“chase check --json FILE” writes one", "%s is not a report: %s", title,
                 error->message);
      return CLI_WRONG;
    }
  return try_report (cli, source, report);
}

static const CliOption options[] = {
  CLI_OPTION_READING,
  { NULL },
};

const CliCommand cli_command_verify = {
  .name = "verify",
  .operands = "REPORT FILE",
  .least = 2,
  .most = 2,
  .files = 2,
  .inputs = 2,
  .summary = N_ ("re-check the evidence of a report with the small independent checker alone"),
  .about
  = N_ ("REPORT is what “chase check --json FILE”, “chase prove --json” or “chase faces --json” "
        "wrote;\n"
        "with several reports in it, those on FILE count. The exit status is 1 when a verdict is\n"
        "not shown by its evidence, or when the report is not on all that FILE says.\n"),
  .options = options,
  .run = run,
};
