/* SPDX-License-Identifier: MIT */
#include "cli/commands.h"

#include "cli/input.h"
#include "cli/macros.h"
#include "cli/question.h"
#include "cli/terminal.h"
#include "cli/writing.h"
#include "i18n.h"

static void
add_count (GString *text, const char *one, const char *many, guint n)
{
  if (n == 0)
    return;
  g_string_append (text, text->len > 0 ? _ (", ") : "");
  g_string_append_printf (text, P_ (one, many, n), n);
}

/* Equations that diagrams of their own give. */
static guint
count_equations (const ChaseDocument *document)
{
  guint n = 0;

  for (guint i = 0; i < chase_document_n_items (document); i++)
    {
      const ChaseItem *item = chase_document_get_item (document, i);

      for (guint j = 0; item->kind == CHASE_ITEM_DIAGRAM && item->statements != NULL
                        && j < item->statements->len;
           j++)
        n += ((const ChaseStatement *)g_ptr_array_index (item->statements, j))->kind
             == CHASE_STATEMENT_EQUATION;
    }
  return n;
}

/* The texts of other programs hold diagrams alone: what a document says beside them is left out,
 * and that is said. */
static void
note_left_out (Cli *cli, const ChaseDocument *document, ChaseFormat to)
{
  static const struct
  {
    ChaseItemKind kind;
    gboolean asked;
    const char *one, *many;
  } kinds[]
      = { { CHASE_ITEM_CATEGORY, FALSE, NP_ ("%u category", "%u categories") },
          { CHASE_ITEM_FUNCTOR, FALSE, NP_ ("%u functor", "%u functors") },
          { CHASE_ITEM_TRANSFORMATION, FALSE, NP_ ("%u transformation", "%u transformations") },
          { CHASE_ITEM_CHECK, FALSE, NP_ ("%u check", "%u checks") },
          { CHASE_ITEM_CHECK, TRUE, NP_ ("%u question", "%u questions") } };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      guint n = 0;

      for (guint i = 0; i < chase_document_n_items (document); i++)
        {
          const ChaseItem *item = chase_document_get_item (document, i);

          n += item->kind == kinds[k].kind && item->asked == kinds[k].asked;
        }
      add_count (text, kinds[k].one, kinds[k].many, n);
    }
  add_count (text, NP_ ("%u equation", "%u equations"), count_equations (document));
  if (text->len > 0)
    cli_note (cli, "%s holds diagrams alone, so these are left out: %s", chase_format_title (to),
              text->str);
}

static CliStatus
run (Cli *cli)
{
  const char *name = cli_operand (cli, 1);
  g_autoptr (CliOutput) output = cli_output_new ();
  g_autoptr (GString) messages = g_string_new (NULL);
  g_autoptr (CliSource) source = NULL;
  ChaseFormat from, to;

  to = cli_target_format (cli, name, CHASE_FORMAT_CHASE);
  if (to == CHASE_FORMAT_UNKNOWN || !cli_source_format (cli, &from))
    return CLI_WRONG;
  source = cli_source_read (cli, cli_operand (cli, 0), from, CLI_SOURCE_VALID, messages);
  cli_write_error (cli, messages->str);
  if (source == NULL || !cli_target_check (cli, source, name) || !cli_take_macros (cli, source)
      || cli_write_source (cli, source, name, to, output) != CLI_DONE)
    return CLI_WRONG;
  if (cli_output_finish (output, cli) != CLI_DONE)
    return CLI_WRONG;
  if (chase_format_can_write (to))
    note_left_out (cli, source->document, to);
  return CLI_DONE;
}

static const CliOption options[] = {
  CLI_OPTION_FROM,
  { "to", 't', NULL, CLI_VALUE_TEXT, "FORMAT", 0, 0, N_ ("what OUT becomes, whatever its ending") },
  CLI_OPTION_MACROS,
  CLI_OPTIONS_WRITING,
  CLI_OPTION_READING,
  { "timeout", 0, NULL, CLI_VALUE_REAL, "SECONDS", 0.001, 1e6,
    N_ ("time for one question of a proof; else 10") },
  CLI_OPTION_MEMORY,
  { NULL },
};

const CliCommand cli_command_convert = {
  .name = "convert",
  .operands = "IN OUT",
  .least = 2,
  .most = 2,
  .files = 2,
  .summary = N_ ("read any format that can be read, write any that can be written"),
  .about
  = N_ ("Formats go by the endings:\n"
        "  .chase                      the notation of this program\n"
        "  .tex .md .lhs .tree .agda   every tikz-cd environment, quiver link and xymatrix in it\n"
        "  .json .url                  quiver's JSON array, and its links, one a line\n"
        "  .gv .dot                    Graphviz\n"
        "  .typ                        fletcher, for Typst\n"
        "  .v .lean                    Rocq, Lean: the checks that are proved, as lemmas (written "
        "only)\n"
        "  .svg .png .pdf .html        pictures, read by the source inside them\n"
        "A .txt file and - (standard input) are recognised by what they hold. Where OUT is - and\n"
        "--to is not given, the notation is written to standard output.\n"),
  .options = options,
  .run = run,
};
