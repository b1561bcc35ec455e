/* SPDX-License-Identifier: MIT */
#include "cli/faces.h"

#include "cli/author.h"
#include "cli/json.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "engine/explain.h"
#include "engine/view.h"
#include "notation/notation.h"

static ChaseDiagram *
open_diagram (const CliSource *source, ChaseItem *item, const ChaseBudget *budget)
{
  if (item->view == CHASE_VIEW_NONE)
    return chase_diagram_new (source->document, item, NULL);
  return chase_view_compute (source->theory, item, budget, NULL);
}

CliFaces *
cli_faces_open (const CliSource *source, ChaseItem *item, const ChaseBudget *budget)
{
  g_autoptr (CliFaces) faces = g_new0 (CliFaces, 1);
  g_autofree guint32 *cells = NULL;
  guint32 n_nodes;

  faces->shape = chase_theory_shape (source->theory, item, &cells, NULL);
  if (faces->shape != NULL)
    faces->diagram = open_diagram (source, item, budget);
  if (faces->diagram == NULL)
    return NULL;
  faces->paper = cli_source_is_foreign (source);
  n_nodes = chase_shape_n_nodes (faces->shape);
  faces->part_of = g_new0 (guint32, chase_diagram_n_cells (faces->diagram) + 1);
  for (guint32 i = 0; i < n_nodes + chase_shape_n_edges (faces->shape); i++)
    faces->part_of[cells[i]] = i < n_nodes ? i : i - n_nodes;
  return g_steal_pointer (&faces);
}

void
cli_faces_free (CliFaces *faces)
{
  if (faces == NULL)
    return;
  g_clear_pointer (&faces->shape, chase_shape_unref);
  g_clear_pointer (&faces->diagram, chase_diagram_unref);
  g_free (faces->part_of);
  g_free (faces);
}

/* Of a computed diagram the label, since there are no names in it. */
static const char *
cell_name (const CliFaces *faces, guint32 cell)
{
  const ChaseCell *found = chase_diagram_get_cell (faces->diagram, cell);

  if (found->name == NULL && faces->diagram->item->view != CHASE_VIEW_NONE)
    return found->label;
  return found->name != NULL ? found->name : "_";
}

/* The arrows of the category that the edges @cells show, as the evidence has them. */
static GArray *
spell (const CliFaces *faces, const GArray *cells)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint32));
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < cells->len; i++)
    g_array_append_val (edges, faces->part_of[g_array_index (cells, guint32, i)]);
  chase_shape_spell (faces->shape,
                     (ChaseWord){ (const guint32 *)(gpointer)edges->data, edges->len }, letters);
  return letters;
}

static void
append_path_json (GString *json, const CliFaces *faces, const char *key, const GArray *cells)
{
  g_autoptr (GArray) letters = spell (faces, cells);

  cli_json_key (json, key);
  cli_json_open (json, '[');
  for (guint i = 0; i < letters->len; i++)
    {
      guint32 arrow = g_array_index (letters, guint32, i);

      cli_json_string (json, chase_presentation_arrow (faces->shape->presentation, arrow)->name);
    }
  cli_json_close (json, ']');
}

void
cli_faces_append_json (GString *json, const CliFaces *faces, const ChaseCheckedFace *face)
{
  JsonNode *evidence
      = face->evidence != NULL ? chase_evidence_to_json (face->evidence, face->presentation) : NULL;

  cli_json_open (json, '{');
  cli_json_key (json, "from");
  cli_json_string (json, cell_name (faces, face->from));
  cli_json_key (json, "to");
  cli_json_string (json, cell_name (faces, face->to));
  append_path_json (json, faces, "left", face->left);
  append_path_json (json, faces, "right", face->right);
  cli_json_key (json, "verdict");
  cli_json_string (json, chase_verdict_word (face->verdict));
  cli_json_key (json, "evidence");
  cli_json_node (json, evidence);
  cli_json_close (json, '}');
  g_clear_pointer (&evidence, json_node_unref);
}

static gboolean
is_untold (const ChaseCell *cell)
{
  return cell->name == NULL && *cell->label == '\0';
}

/* The edge @cell as a reader finds it in the diagram: by its name, else its label, else its ends.
 */
static char *
edge_text (const CliFaces *faces, guint32 cell)
{
  const ChaseCell *edge = chase_diagram_get_cell (faces->diagram, cell);
  guint number;

  if (edge->name != NULL || faces->diagram->item->view != CHASE_VIEW_NONE)
    return chase_notation_print_name (cell_name (faces, cell));
  if (*edge->label != '\0')
    return g_strdup_printf ("\"%s\"", edge->label);
  number = cli_number_among_parallel (faces->diagram, cell, is_untold);
  if (number == 0)
    return g_strdup_printf ("(%s -> %s)", cell_name (faces, edge->source),
                            cell_name (faces, edge->target));
  return g_strdup_printf ("(%s -> %s, no. %u)", cell_name (faces, edge->source),
                          cell_name (faces, edge->target), number);
}

/* "h . f": the edges @cells composed, as the notation writes it. */
static char *
path_text (const CliFaces *faces, const GArray *cells, guint32 from)
{
  GString *text = g_string_new (NULL);

  if (cells->len == 0)
    g_string_printf (text, "id(%s)", cell_name (faces, from));
  for (guint i = cells->len; i > 0; i--)
    {
      g_autofree char *name = edge_text (faces, g_array_index (cells, guint32, i - 1));

      g_string_append_printf (text, "%s%s", text->len > 0 ? " . " : "", name);
    }
  return g_string_free (text, FALSE);
}

static void
append_explanation (GString *text, const CliFaces *faces, const ChaseCheckedFace *face,
                    guint indent)
{
  g_autoptr (GArray) left = spell (faces, face->left);
  g_autoptr (GArray) right = spell (faces, face->right);
  ChaseResult result
      = { .evidence = face->evidence,
          .presentation = face->presentation,
          .source = chase_shape_node (faces->shape, faces->part_of[face->from])->object,
          .paths = { left, right } };
  g_autofree char *explanation = chase_result_explain (&result, indent);

  if (explanation != NULL)
    g_string_append_printf (text, "%s\n", explanation);
}

static void
append_equation (GString *text, gboolean colour, const CliFaces *faces,
                 const ChaseCheckedFace *face)
{
  g_autofree char *left = path_text (faces, face->left, face->from);
  g_autofree char *right = path_text (faces, face->right, face->from);
  g_autofree char *equation = g_strdup_printf ("%s = %s", left, right);
  g_autofree char *shown = cli_show (equation);

  g_string_append_printf (text, " %s -> %s  ", cell_name (faces, face->from),
                          cell_name (faces, face->to));
  cli_ink (text, colour, CLI_INK_BOLD, shown);
}

static void
append_authors_equation (GString *text, gboolean colour, const CliFaces *faces,
                         const ChaseCheckedFace *face)
{
  g_autofree char *ends = cli_author_ends (faces, face);
  g_autofree char *equation = cli_author_equation (faces, face);

  g_string_append_printf (text, " %s:  ", ends);
  cli_ink (text, colour, CLI_INK_BOLD, equation);
}

void
cli_faces_append_text (GString *text, gboolean colour, gboolean explain, guint indent,
                       const CliFaces *faces, const ChaseCheckedFace *face)
{
  /* That nobody has given it is why it has to be verified. */
  gboolean open = faces->paper && face->verdict == CHASE_VERDICT_FAILS;

  g_string_append_printf (text, "%*s", (int)indent, "");
  cli_report_append_sign (text, colour, face->verdict);
  if (faces->paper)
    append_authors_equation (text, colour, faces, face);
  else
    append_equation (text, colour, faces, face);
  if (face->reason != NULL && !open)
    g_string_append_printf (text, " – %s", face->reason);
  g_string_append_c (text, '\n');
  if (explain)
    append_explanation (text, faces, face, indent + 4);
}
