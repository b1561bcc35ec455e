/* SPDX-License-Identifier: MIT */
#include "cli/commands.h"

#include "cli/macros.h"
#include "cli/question.h"
#include "cli/terminal.h"
#include "cli/writing.h"
#include "i18n.h"

static CliStatus
run (Cli *cli)
{
  const char *name = cli_text (cli, "output");
  g_autoptr (CliOutput) output = cli_output_new ();
  g_autoptr (CliSource) source = NULL;
  ChaseFormat format;

  if (name == NULL)
    {
      cli_error (cli, "its ending chooses the format: -o square.svg", "--output is missing");
      return CLI_WRONG;
    }
  format = cli_target_format (cli, name, CHASE_FORMAT_SVG);
  if (format == CHASE_FORMAT_UNKNOWN)
    return CLI_WRONG;
  source = cli_source_open (cli, cli_operand (cli, 0), CLI_SOURCE_VALID);
  if (source == NULL || !cli_target_check (cli, source, name) || !cli_take_macros (cli, source)
      || cli_write_source (cli, source, name, format, output) != CLI_DONE
      || cli_output_finish (output, cli) != CLI_DONE)
    return CLI_WRONG;
  for (guint i = 0; cli_output_n_files (output) > 1 && i < cli_output_n_files (output); i++)
    cli_note (cli, "wrote %s", cli_output_name (output, i));
  return CLI_DONE;
}

static const CliOption options[] = {
  { "output", 'o', NULL, CLI_VALUE_FILE, "OUT", 0, 0,
    N_ ("where to write; its ending chooses the format") },
  { "to", 0, NULL, CLI_VALUE_TEXT, "FORMAT", 0, 0,
    N_ ("the format, whatever the ending; svg for standard output") },
  { "diagram", 'd', NULL, CLI_VALUE_TEXT, "NAME", 0, 0,
    N_ ("this diagram only; else all of them") },
  { "view", 0, NULL, CLI_VALUE_TEXT, "VIEW", 0, 0,
    N_ ("a computed diagram instead: “naturality alpha at f”, “opposite D”, ...") },
  { "scale", 0, NULL, CLI_VALUE_REAL, "R", 0.01, 100,
    N_ ("how large; 1 is the size of a page's text") },
  { "dpi", 0, NULL, CLI_VALUE_REAL, "N", 1, 10000, N_ ("pixels of a PNG to the inch; else 192") },
  { "background", 0, NULL, CLI_VALUE_COLOUR, "none|white", 0, 0,
    N_ ("none, white, #rgb or #rrggbb; else none") },
  { "theme", 0, NULL, CLI_VALUE_CHOICE, "light|dark|contrast", 0, 0,
    N_ ("for a light or for a dark ground, or of high contrast") },
  CLI_OPTION_MACROS,
  { "math-font", 0, NULL, CLI_VALUE_TEXT, "FAMILY", 0, 0,
    N_ ("an installed math font for the labels; else Latin Modern Math") },
  { "margin", 0, NULL, CLI_VALUE_REAL, "N", 0, 10000, N_ ("room around the picture; else 8") },
  { "steps", 0, NULL, CLI_VALUE_NONE, NULL, 0, 0,
    N_ ("one page or file for each step of a diagram") },
  { "thumbnail", 0, NULL, CLI_VALUE_WHOLE, "N", 1, 4096,
    N_ ("PNG: the first diagram alone, at most N pixels wide and high, on white") },
  { "animate", 0, NULL, CLI_VALUE_NONE, NULL, 0, 0,
    N_ ("SVG: one that moves by itself, through the steps and what explains") },
  { "verdicts", 0, NULL, CLI_VALUE_NONE, NULL, 0, 0, N_ ("mark each face by its verdict") },
  CLI_OPTIONS_WRITING,
  CLI_OPTION_READING,
  CLI_OPTION_TIMEOUT,
  CLI_OPTION_MEMORY,
  { NULL },
};

const CliCommand cli_command_export = {
  .name = "export",
  .operands = "FILE -o OUT",
  .least = 1,
  .most = 1,
  .files = 1,
  .summary = N_ ("draw the diagrams of a file, or write them for LaTeX, Typst, quiver, ..."),
  .about
  = N_ ("The ending of OUT chooses: .svg .png .pdf are drawn; .html is a page that steps through "
        "the\n"
        "diagrams in any browser; .tex (tikz-cd), .typ (fletcher), .gv (Graphviz), .json and .url\n"
        "(quiver) are text; .v (Rocq) and .lean have the proofs of the checks as lemmas. Several\n"
        "diagrams become the pages of a PDF, the sections of a page, or the files OUT-NAME.svg. A "
        "picture\n"
        "carries the source inside: “chase convert” reads it back. The same input gives the same\n"
        "bytes.\n"),
  .options = options,
  .run = run,
};
