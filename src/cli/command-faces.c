/* SPDX-License-Identifier: MIT */
#include "cli/commands.h"

#include "cli/drawings.h"
#include "cli/faces.h"
#include "cli/json.h"
#include "cli/question.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "i18n.h"

/* The diagrams whose faces are asked for. */
typedef struct
{
  Cli *cli;
  const CliSource *source;
  ChaseItem *item;
  GString *output;
  CliSummary summary;
} Faces;

static void
count_verdict (CliSummary *summary, ChaseVerdict verdict)
{
  summary->holds += verdict == CHASE_VERDICT_HOLDS;
  summary->fails += verdict == CHASE_VERDICT_FAILS;
  summary->undecided += verdict == CHASE_VERDICT_UNDECIDED;
}

static void
append_faces (Faces *faces, const CliFaces *open, const GPtrArray *found)
{
  Cli *cli = faces->cli;

  if (!cli->json && !cli->quiet)
    {
      cli_ink (faces->output, cli->colour_out, CLI_INK_BOLD,
               faces->item->name != NULL ? faces->item->name : _ ("diagram"));
      g_string_append (faces->output, found->len == 0 ? _ (": no two paths to compare\n") : "\n");
    }
  for (guint i = 0; i < found->len; i++)
    {
      const ChaseCheckedFace *face = g_ptr_array_index (found, i);

      count_verdict (&faces->summary, face->verdict);
      if (cli->json)
        cli_faces_append_json (faces->output, open, face);
      else if (!cli->quiet)
        cli_faces_append_text (faces->output, cli->colour_out, cli_flag (cli, "explain"), 0, open,
                               face);
    }
}

/* FALSE where the faces of the diagram cannot be told. */
static gboolean
ask (Faces *faces)
{
  Cli *cli = faces->cli;
  g_auto (CliQuestion) question = { 0 };
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (CliFaces) open = NULL;
  g_autofree char *reason = NULL;
  const char *name = faces->item->name != NULL ? faces->item->name : _ ("the diagram");

  cli_question_init (&question, cli);
  cli_question_start (&question, name);
  question.budget.threads = cli_jobs (cli);
  found = chase_check_faces (faces->source->theory, faces->item, cli_flag (cli, "strictly"),
                             &question.budget, NULL, &reason);
  if (found != NULL)
    open = cli_faces_open (faces->source, faces->item, &question.budget);
  if (open == NULL)
    {
      cli_note (cli, "%s: %s", name, reason != NULL ? reason : _ ("it has no faces"));
      return FALSE;
    }
  append_faces (faces, open, found);
  return TRUE;
}

/* The diagrams of a paper promise nothing: what does not follow is left to the author. */
static void
append_advice (Faces *faces)
{
  if (faces->summary.fails > 0 && faces->source->format != CHASE_FORMAT_CHASE)
    g_string_append (faces->output,
                     _ ("What is marked ✗ has to be verified for the diagrams to commute; "
                        "what is marked ✓ follows.\n"));
}

static CliStatus
ask_all (Faces *faces, const GPtrArray *items)
{
  Cli *cli = faces->cli;

  if (cli->json)
    cli_json_open (faces->output, '[');
  for (guint i = 0; i < items->len; i++)
    {
      faces->item = g_ptr_array_index (items, i);
      if (!ask (faces))
        faces->summary.undecided++;
    }
  cli_progress (cli, NULL);
  if (cli->json)
    g_string_append (faces->output, "]\n");
  else if (!cli->quiet)
    {
      cli_summary_append (faces->output, cli->colour_out, &faces->summary);
      append_advice (faces);
    }
  cli_print (cli, faces->output->str, faces->output->len);
  return cli_summary_status (&faces->summary);
}

static CliStatus
run (Cli *cli)
{
  g_autoptr (CliSource) source = cli_source_open (cli, cli_operand (cli, 0), CLI_SOURCE_VALID);
  g_autoptr (GPtrArray) items = NULL;
  Faces faces = { .cli = cli, .source = source };
  CliStatus status;

  if (source == NULL)
    return CLI_WRONG;
  items = cli_find_diagrams (cli, source, cli_operand (cli, 1));
  if (items == NULL)
    return CLI_WRONG;
  faces.output = g_string_new (NULL);
  status = ask_all (&faces, items);
  g_string_free (faces.output, TRUE);
  return status;
}

static const CliOption options[] = {
  { "strictly", 0, NULL, CLI_VALUE_NONE, NULL, 0, 0,
    N_ ("compare two parallel single arrows as well") },
  { "explain", 0, NULL, CLI_VALUE_NONE, NULL, 0, 0,
    N_ ("tell each proof and each countermodel as a person would") },
  CLI_OPTION_TIMEOUT,
  CLI_OPTION_MEMORY,
  CLI_OPTION_READING,
  CLI_OPTION_RULES,
  CLI_OPTION_ROWS,
  { NULL },
};

const CliCommand cli_command_faces = {
  .name = "faces",
  .operands = "FILE [DIAGRAM]",
  .least = 1,
  .most = 2,
  .files = 1,
  .summary = N_ ("list a smallest set of faces that make a diagram commute, each with its verdict"),
  .about = N_ (
      "Of one diagram, or of all in a file; of a paper, each is called by its label or its line.\n"
      "Once these pairs of parallel paths are equal, all others are; also in diagrams with "
      "cycles.\n"
      "With --json an array with an object for each, evidence included. The pairs are put on as\n"
      "many threads as --jobs allows.\n"),
  .options = options,
  .run = run,
};
