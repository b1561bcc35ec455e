/* SPDX-License-Identifier: MIT */
#include "cli/commands.h"

#include "cli/output.h"
#include "cli/source.h"
#include "cli/terminal.h"
#include "model/dual.h"
#include "notation/notation.h"
#include "i18n.h"

static CliStatus
run (Cli *cli)
{
  g_autoptr (GString) messages = g_string_new (NULL);
  g_autoptr (CliSource) source = NULL;
  g_autoptr (ChaseDocument) dual = NULL;
  g_autofree char *text = NULL;
  ChaseFormat format;

  if (!cli_source_format (cli, &format))
    return CLI_WRONG;
  source = cli_source_read (cli, cli_operand (cli, 0), format, CLI_SOURCE_VALID, messages);
  cli_write_error (cli, messages->str);
  if (source == NULL)
    return CLI_WRONG;
  dual = chase_document_dual (source->document);
  text = chase_notation_print (dual, CHASE_NOTATION_ASCII);
  return cli_output_text (cli, cli_text (cli, "output"), text);
}

static const CliOption options[] = {
  CLI_OPTION_FROM,
  { "output", 'o', NULL, CLI_VALUE_FILE, "OUT", 0, 0,
    N_ ("where to write; else to standard output") },
  { NULL },
};

const CliCommand cli_command_op = {
  .name = "op",
  .operands = "FILE",
  .least = 1,
  .most = 1,
  .files = 1,
  .summary = N_ ("write the dual document, every category turned round"),
  .about = N_ (
      "Arrows and equations are reversed, mono and epi, product and coproduct, limit and colimit\n"
      "change places, and every check is said of the dual: it has the same verdict. Twice is\n"
      "the document that was there.\n"),
  .options = options,
  .run = run,
};
