/* SPDX-License-Identifier: MIT */
#include "cli/commands.h"

#include "cli/output.h"
#include "cli/source.h"
#include "model/dual.h"
#include "notation/notation.h"

static CliStatus
run (Cli *cli)
{
  g_autoptr (CliSource) source = cli_source_open (cli, cli_operand (cli, 0), CLI_SOURCE_VALID);
  g_autoptr (ChaseDocument) dual = NULL;
  g_autofree char *text = NULL;

  if (source == NULL)
    return CLI_WRONG;
  dual = chase_document_dual (source->document);
  text = chase_notation_print (dual, CHASE_NOTATION_ASCII);
  return cli_output_text (cli, cli_text (cli, "output"), text);
}

static const CliOption options[] = {
  { "output", 'o', NULL, CLI_VALUE_FILE, "OUT", 0, 0, "where to write; else to standard output" },
  { NULL },
};

const CliCommand cli_command_op = {
  .name = "op",
  .operands = "FILE",
  .least = 1,
  .most = 1,
  .files = 1,
  .summary = "write the dual document, every category turned round",
  .about
  = "Arrows and equations are reversed, mono and epi, product and coproduct, limit and colimit\n"
    "change places, and every check is said of the dual: it has the same verdict. Twice is\n"
    "the document that was there.\n",
  .options = options,
  .run = run,
};
