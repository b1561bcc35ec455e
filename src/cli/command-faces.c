/* SPDX-License-Identifier: MIT */
#include "cli/commands.h"

#include "cli/source.h"
#include "cli/drawings.h"
#include "cli/json.h"
#include "cli/question.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "engine/check.h"
#include "model/theory.h"
#include "engine/view.h"
#include "notation/notation.h"

/* One diagram whose faces are asked for. */
typedef struct
{
  Cli *cli;
  const CliSource *source;
  ChaseItem *item;
  ChaseDiagram *diagram;
  ChaseShape *shape;
  guint32 *edge_of; /* cell -> edge of the shape */
  GString *output;
  CliSummary summary;
} Faces;

/* Of a computed diagram the label, since there are no names in it. */
static const char *
cell_name (const ChaseDiagram *diagram, guint32 cell)
{
  const ChaseCell *found = chase_diagram_get_cell (diagram, cell);

  if (found->name == NULL && diagram->item->view != CHASE_VIEW_NONE)
    return found->label;
  return found->name != NULL ? found->name : "_";
}

/* The arrows of the category that the edges @cells show, by name, as the evidence has them. */
static void
append_path_json (Faces *faces, const char *key, const GArray *cells)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < cells->len; i++)
    g_array_append_val (edges, faces->edge_of[g_array_index (cells, guint32, i)]);
  chase_shape_spell (faces->shape,
                     (ChaseWord){ (const guint32 *)(gpointer)edges->data, edges->len }, letters);
  cli_json_key (faces->output, key);
  cli_json_open (faces->output, '[');
  for (guint i = 0; i < letters->len; i++)
    {
      guint32 arrow = g_array_index (letters, guint32, i);

      cli_json_string (faces->output,
                       chase_presentation_arrow (faces->shape->presentation, arrow)->name);
    }
  cli_json_close (faces->output, ']');
}

static void
append_json (Faces *faces, const ChaseCheckedFace *face)
{
  GString *json = faces->output;
  JsonNode *evidence
      = face->evidence != NULL ? chase_evidence_to_json (face->evidence, face->presentation) : NULL;

  cli_json_open (json, '{');
  cli_json_key (json, "from");
  cli_json_string (json, cell_name (faces->diagram, face->from));
  cli_json_key (json, "to");
  cli_json_string (json, cell_name (faces->diagram, face->to));
  append_path_json (faces, "left", face->left);
  append_path_json (faces, "right", face->right);
  cli_json_key (json, "verdict");
  cli_json_string (json, chase_verdict_word (face->verdict));
  cli_json_key (json, "evidence");
  cli_json_node (json, evidence);
  cli_json_close (json, '}');
  g_clear_pointer (&evidence, json_node_unref);
}

/* "h . f": the edges @cells composed, as the notation writes it. */
static char *
path_text (const ChaseDiagram *diagram, const GArray *cells, guint32 from)
{
  GString *text = g_string_new (NULL);

  if (cells->len == 0)
    g_string_printf (text, "id(%s)", cell_name (diagram, from));
  for (guint i = cells->len; i > 0; i--)
    {
      g_autofree char *name
          = chase_notation_print_name (cell_name (diagram, g_array_index (cells, guint32, i - 1)));

      g_string_append_printf (text, "%s%s", text->len > 0 ? " . " : "", name);
    }
  return g_string_free (text, FALSE);
}

static void
append_text (Faces *faces, const ChaseCheckedFace *face)
{
  GString *text = faces->output;
  gboolean colour = faces->cli->colour_out;
  g_autofree char *left = path_text (faces->diagram, face->left, face->from);
  g_autofree char *right = path_text (faces->diagram, face->right, face->from);
  g_autofree char *equation = g_strdup_printf ("%s = %s", left, right);
  g_autofree char *shown = cli_show (equation);

  cli_report_append_sign (text, colour, face->verdict);
  g_string_append_printf (text, " %s -> %s  ", cell_name (faces->diagram, face->from),
                          cell_name (faces->diagram, face->to));
  cli_ink (text, colour, CLI_INK_BOLD, shown);
  if (face->reason != NULL)
    g_string_append_printf (text, " – %s", face->reason);
  g_string_append_c (text, '\n');
}

static void
count_verdict (CliSummary *summary, ChaseVerdict verdict)
{
  summary->holds += verdict == CHASE_VERDICT_HOLDS;
  summary->fails += verdict == CHASE_VERDICT_FAILS;
  summary->undecided += verdict == CHASE_VERDICT_UNDECIDED;
}

static void
append_faces (Faces *faces, const GPtrArray *found)
{
  Cli *cli = faces->cli;

  if (!cli->json && !cli->quiet)
    {
      cli_ink (faces->output, cli->colour_out, CLI_INK_BOLD,
               faces->item->name != NULL ? faces->item->name : "diagram");
      g_string_append (faces->output, found->len == 0 ? ": no two paths to compare\n" : "\n");
    }
  for (guint i = 0; i < found->len; i++)
    {
      const ChaseCheckedFace *face = g_ptr_array_index (found, i);

      count_verdict (&faces->summary, face->verdict);
      if (cli->json)
        append_json (faces, face);
      else if (!cli->quiet)
        append_text (faces, face);
    }
}

static ChaseDiagram *
open_diagram (const Faces *faces, const ChaseBudget *budget)
{
  if (faces->item->view == CHASE_VIEW_NONE)
    return chase_diagram_new (faces->source->document, faces->item, NULL);
  return chase_view_compute (faces->source->theory, faces->item, budget, NULL);
}

/* The map from cells to the edges of the shape; FALSE for a diagram without a shape. */
static gboolean
open_shape (Faces *faces, const ChaseBudget *budget)
{
  g_autofree guint32 *cells = NULL;

  g_clear_pointer (&faces->shape, chase_shape_unref);
  g_clear_pointer (&faces->diagram, chase_diagram_unref);
  g_clear_pointer (&faces->edge_of, g_free);
  faces->shape = chase_theory_shape (faces->source->theory, faces->item, &cells, NULL);
  if (faces->shape != NULL)
    faces->diagram = open_diagram (faces, budget);
  if (faces->diagram == NULL)
    return FALSE;
  faces->edge_of = g_new0 (guint32, chase_diagram_n_cells (faces->diagram) + 1);
  for (guint i = 0; i < chase_shape_n_edges (faces->shape); i++)
    faces->edge_of[cells[chase_shape_n_nodes (faces->shape) + i]] = i;
  return TRUE;
}

/* FALSE where the faces of the diagram cannot be told. */
static gboolean
ask (Faces *faces)
{
  Cli *cli = faces->cli;
  g_auto (CliQuestion) question = { 0 };
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *reason = NULL;
  const char *name = faces->item->name != NULL ? faces->item->name : "the diagram";

  cli_question_init (&question, cli);
  cli_question_start (&question, name);
  found = chase_check_faces (faces->source->theory, faces->item, cli_flag (cli, "strictly"),
                             &question.budget, NULL, &reason);
  if (found == NULL || !open_shape (faces, &question.budget))
    {
      cli_note (cli, "%s: %s", name, reason != NULL ? reason : "it has no faces");
      return FALSE;
    }
  append_faces (faces, found);
  return TRUE;
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
    cli_summary_append (faces->output, cli->colour_out, &faces->summary);
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
  g_clear_pointer (&faces.shape, chase_shape_unref);
  g_clear_pointer (&faces.diagram, chase_diagram_unref);
  g_free (faces.edge_of);
  return status;
}

static const CliOption options[] = {
  { "strictly", 0, NULL, CLI_VALUE_NONE, NULL, 0, 0, "compare two parallel single arrows as well" },
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
  .summary = "list a smallest set of faces that make a diagram commute, each with its verdict",
  .about
  = "Of one diagram, or of all in a file; of a paper, each is called by its label or its line.\n"
    "Once these pairs of parallel paths are equal, all others are. With --json an array with an\n"
    "object for each, evidence included.\n",
  .options = options,
  .run = run,
};
