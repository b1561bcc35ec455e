/* SPDX-License-Identifier: MIT */
#include "cli/commands.h"

#include "cli/source.h"
#include "cli/drawings.h"
#include "cli/output.h"
#include "cli/placing.h"
#include "cli/terminal.h"
#include "notation/notation.h"

#include <string.h>

#include "i18n.h"

static ChaseLayoutEngine
chosen_engine (const Cli *cli)
{
  const char *word = cli_text (cli, "engine");

  if (g_strcmp0 (word, "dot") == 0)
    return CHASE_LAYOUT_DOT;
  if (g_strcmp0 (word, "neato") == 0)
    return CHASE_LAYOUT_NEATO;
  return g_strcmp0 (word, "circo") == 0 ? CHASE_LAYOUT_CIRCO : CHASE_LAYOUT_AUTO;
}

static CliStatus
run (Cli *cli)
{
  const char *name = cli_text (cli, "diagram");
  ChaseLayoutOptions layout = { .engine = chosen_engine (cli), .afresh = cli_flag (cli, "afresh") };
  g_autoptr (CliSource) source = cli_source_open (cli, cli_operand (cli, 0), CLI_SOURCE_VALID);
  g_autoptr (GPtrArray) diagrams = NULL;
  g_autoptr (ChaseDocument) placed = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (source == NULL)
    return CLI_WRONG;
  diagrams = cli_find_diagrams (cli, source, name);
  if (diagrams == NULL)
    return CLI_WRONG;
  placed = cli_place_document (cli, source->document, name, &layout, &error);
  if (placed == NULL)
    {
      cli_error (cli, NULL, "%s: %s", source->title, error->message);
      return CLI_WRONG;
    }
  text = chase_notation_print (placed, CHASE_NOTATION_ASCII);
  return cli_output_text (cli, cli_text (cli, "output"), text);
}

static const CliOption options[] = {
  { "output", 'o', NULL, CLI_VALUE_FILE, "OUT", 0, 0,
    N_ ("where to write; else to standard output") },
  { "diagram", 'd', NULL, CLI_VALUE_TEXT, "NAME", 0, 0,
    N_ ("this diagram only; else all of them") },
  { "engine", 'e', NULL, CLI_VALUE_CHOICE, "auto|dot|neato|circo", 0, 0,
    N_ ("how to place: by ranks along the arrows (dot), by springs (neato), in circles (circo)") },
  { "afresh", 0, NULL, CLI_VALUE_NONE, NULL, 0, 0,
    N_ ("also move the nodes that have a position") },
  CLI_OPTION_READING,
  { NULL },
};

const CliCommand cli_command_layout = {
  .name = "layout",
  .operands = "FILE",
  .least = 1,
  .most = 1,
  .files = 1,
  .summary = N_ ("give every node a position, by Graphviz, snapped to the grid"),
  .about = N_ ("Writes the document with the positions in it. Nodes that have one keep it.\n"),
  .options = options,
  .run = run,
};
