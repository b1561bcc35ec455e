/* SPDX-License-Identifier: MIT */
#include "cli/commands.h"

#include "cli/output.h"
#include "cli/source.h"
#include "cli/terminal.h"
#include "notation/notation.h"

#include <string.h>

#include "i18n.h"

static gboolean
check_call (Cli *cli)
{
  gboolean several = cli->operands->len > 1;
  gboolean in_place = cli_flag (cli, "in-place");

  if (several && !in_place && !cli_flag (cli, "check"))
    {
      cli_error (cli, NULL, "several files need --in-place or --check");
      return FALSE;
    }
  if (cli_text (cli, "output") != NULL && (in_place || cli_flag (cli, "check")))
    {
      cli_error (cli, NULL, "--output goes neither with --in-place nor with --check");
      return FALSE;
    }
  return TRUE;
}

static CliSource *
open_notation (Cli *cli, const char *name)
{
  g_autoptr (GString) messages = g_string_new (NULL);
  CliSource *source = cli_source_read (
      cli, name, strcmp (name, "-") == 0 ? CHASE_FORMAT_CHASE : CHASE_FORMAT_UNKNOWN,
      CLI_SOURCE_PARSED, messages);

  cli_write_error (cli, messages->str);
  if (source != NULL && source->format != CHASE_FORMAT_CHASE)
    {
      cli_error (cli, "“chase convert” reads other formats", "%s is %s, not a .chase document",
                 source->title, chase_format_title (source->format));
      g_clear_pointer (&source, cli_source_free);
    }
  return source;
}

/* Adds what @name becomes to @output. FAILS where --check finds another form than the canonical
 * one. */
static CliStatus
format_file (Cli *cli, const char *name, CliOutput *output)
{
  g_autoptr (CliSource) source = open_notation (cli, name);
  const char *target = cli_text (cli, "output");
  g_autofree char *text = NULL;
  gboolean same;

  if (source == NULL)
    return CLI_WRONG;
  text = chase_notation_print (source->document, cli_flag (cli, "unicode") ? CHASE_NOTATION_UNICODE
                                                                           : CHASE_NOTATION_ASCII);
  same = strlen (text) == source->length && memcmp (text, source->text, source->length) == 0;
  if (cli_flag (cli, "check"))
    {
      if (!same)
        cli_note (cli, "%s is not in canonical form", source->title);
      return same ? CLI_DONE : CLI_FAILS;
    }
  if (!cli_flag (cli, "in-place"))
    cli_output_add_text (output, target != NULL ? target : "-", text);
  else if (!same || strcmp (name, "-") == 0)
    cli_output_add_text (output, name, text);
  return CLI_DONE;
}

static CliStatus
run (Cli *cli)
{
  g_autoptr (CliOutput) output = cli_output_new ();
  CliStatus status = CLI_DONE;

  if (!check_call (cli))
    return CLI_WRONG;
  for (guint i = 0; i < cli->operands->len; i++)
    {
      CliStatus next = format_file (cli, cli_operand (cli, i), output);

      status = MAX (status, next);
    }
  if (status == CLI_WRONG)
    return CLI_WRONG;
  return cli_output_finish (output, cli) == CLI_DONE ? status : CLI_WRONG;
}

static const CliOption options[] = {
  { "output", 'o', NULL, CLI_VALUE_FILE, "OUT", 0, 0,
    N_ ("where to write; else to standard output") },
  { "in-place", 'i', NULL, CLI_VALUE_NONE, NULL, 0, 0,
    N_ ("write each file back where it differs") },
  { "check", 0, NULL, CLI_VALUE_NONE, NULL, 0, 0,
    N_ ("write nothing; exit with 1 when a file is not in canonical form") },
  { "unicode", 'u', NULL, CLI_VALUE_NONE, NULL, 0, 0,
    N_ ("write → ↦ ⇒ ∘ × ⊣ in place of the ASCII forms") },
  { NULL },
};

const CliCommand cli_command_format = {
  .name = "format",
  .operands = "FILE...",
  .least = 1,
  .files = G_MAXUINT,
  .inputs = G_MAXUINT,
  .summary = N_ ("print the canonical form of a file, comments included"),
  .about
  = N_ ("Only the grammar is looked at: a file whose names or types are wrong is formatted too.\n"),
  .options = options,
  .run = run,
};
