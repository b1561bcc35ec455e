/* SPDX-License-Identifier: MIT */
#include "cli/placing.h"

/* Writes the place of a node into its statement; `object A` becomes `A at 0, 0`. */
static void
place_statement (ChaseItem *item, guint index, double x, double y)
{
  ChaseStatement *statement = chase_statement_copy (chase_item_get_statement (item, index));

  statement->kind = CHASE_STATEMENT_NODE;
  statement->joined = FALSE;
  statement->has_position = TRUE;
  statement->x = x;
  statement->y = y;
  chase_statement_unref (g_ptr_array_index (item->statements, index));
  g_ptr_array_index (item->statements, index) = statement;
}

/* What was joined to a statement that now stands alone stands alone too. */
static void
unjoin (ChaseItem *item)
{
  gboolean placed = FALSE;

  for (guint i = 0; i < chase_item_n_statements (item); i++)
    {
      const ChaseStatement *statement = chase_item_get_statement (item, i);

      if (statement->joined && placed && statement->kind == CHASE_STATEMENT_OBJECT)
        {
          ChaseStatement *copy = chase_statement_copy (statement);

          copy->joined = FALSE;
          chase_statement_unref (g_ptr_array_index (item->statements, i));
          g_ptr_array_index (item->statements, i) = copy;
        }
      placed = statement->kind == CHASE_STATEMENT_NODE;
    }
}

static ChaseItem *
place_item (const CliDrawRoom *room, const ChaseDiagram *diagram, const ChaseLayoutOptions *options,
            GError **error)
{
  g_autofree double *positions = g_new0 (double, 2 * diagram->n_nodes + 1);
  ChaseItem *item;

  if (!room->layout (diagram, options, positions, error))
    return NULL;
  item = chase_item_copy (diagram->item);
  for (guint i = 0; i < diagram->n_nodes; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);

      if (cell->statement != G_MAXUINT && (!cell->has_position || options->afresh))
        place_statement (item, cell->statement, positions[2 * i], positions[2 * i + 1]);
    }
  unjoin (item);
  return item;
}

static gboolean
place_index (const CliDrawRoom *room, ChaseDocument **document, guint index,
             const ChaseLayoutOptions *options, GError **error)
{
  ChaseItem *item = chase_document_get_item (*document, index);
  g_autoptr (ChaseDiagram) diagram = chase_diagram_new (*document, item, NULL);
  g_autoptr (ChaseItem) placed = NULL;
  ChaseDocument *next;

  if (chase_diagram_is_placed (diagram) && !options->afresh)
    return TRUE;
  placed = place_item (room, diagram, options, error);
  if (placed == NULL)
    return FALSE;
  next = chase_document_replace (*document, index, placed);
  chase_document_unref (*document);
  *document = next;
  return TRUE;
}

ChaseDocument *
cli_place_document (Cli *cli, const ChaseDocument *document, const char *name,
                    const ChaseLayoutOptions *options, GError **error)
{
  g_autoptr (ChaseDocument) placed = chase_document_ref ((ChaseDocument *)document);
  const CliDrawRoom *room = cli_draw_room (cli, error);

  if (room == NULL)
    return NULL;
  for (guint i = 0; i < chase_document_n_items (placed); i++)
    {
      const ChaseItem *item = chase_document_get_item (placed, i);

      if (item->kind != CHASE_ITEM_DIAGRAM || item->view != CHASE_VIEW_NONE
          || (name != NULL && g_strcmp0 (item->name, name) != 0))
        continue;
      if (!place_index (room, &placed, i, options, error))
        return NULL;
    }
  return g_steal_pointer (&placed);
}

ChaseDiagram *
cli_place_diagram (Cli *cli, const ChaseDiagram *diagram, const ChaseLayoutOptions *options,
                   GError **error)
{
  g_autofree double *positions = g_new0 (double, 2 * diagram->n_nodes + 1);
  const CliDrawRoom *room = cli_draw_room (cli, error);

  if (room == NULL || !room->layout (diagram, options, positions, error))
    return NULL;
  return chase_diagram_with_positions (diagram, positions);
}
