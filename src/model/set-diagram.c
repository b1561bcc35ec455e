/* SPDX-License-Identifier: MIT */
#include "model/set-diagram.h"

#include "model/theory-private.h"

void
chase_set_diagram_free (ChaseSetDiagram *diagram)
{
  if (diagram == NULL)
    return;
  for (guint i = 0; i < diagram->edges->len; i++)
    chase_set_map_free (g_array_index (diagram->edges, ChaseSetEdge, i).map);
  g_clear_pointer (&diagram->base, chase_presentation_unref);
  g_ptr_array_unref (diagram->nodes);
  g_array_unref (diagram->edges);
  g_ptr_array_unref (diagram->terms);
  g_free (diagram);
}

const ChaseSets *
chase_set_diagram_node (const ChaseSetDiagram *diagram, guint32 node)
{
  return g_ptr_array_index (diagram->nodes, node);
}

const ChaseSetEdge *
chase_set_diagram_edge (const ChaseSetDiagram *diagram, guint32 edge)
{
  return &g_array_index (diagram->edges, ChaseSetEdge, edge);
}

typedef struct
{
  ChaseTheory *theory;
  const ChaseCategory *category;
  const ChaseDiagram *drawn;
  ChaseEnumerate enumerate;
  gpointer data;
} Reading;

/* What @cell shows: its value, or what has its name. Caller owns the term. */
static ChaseTerm *
shown_by (const ChaseCell *cell)
{
  if (cell->value != NULL)
    return chase_term_ref ((ChaseTerm *)cell->value);
  return cell->name != NULL ? chase_term_new_name (cell->name) : NULL;
}

static gboolean
add_node (const Reading *reading, ChaseSetDiagram *diagram, const ChaseCell *cell)
{
  g_autoptr (ChaseTerm) term = shown_by (cell);
  ChaseSets *sets = NULL;

  if (term != NULL)
    sets = chase_set_object (reading->theory, reading->category, term, reading->enumerate,
                             reading->data);
  if (sets == NULL)
    return FALSE;
  g_ptr_array_add (diagram->nodes, sets);
  g_ptr_array_add (diagram->terms, g_steal_pointer (&term));
  return TRUE;
}

static gboolean
add_edge (const Reading *reading, ChaseSetDiagram *diagram, const ChaseCell *cell)
{
  g_autoptr (ChaseTerm) term = shown_by (cell);
  ChaseSetEdge edge = { cell->source, cell->target, cell->name, NULL };

  if (term != NULL)
    edge.map = chase_set_map (reading->theory, reading->category, term, reading->enumerate,
                              reading->data);
  if (edge.map == NULL
      || !chase_set_map_fit (edge.map, chase_set_diagram_node (diagram, cell->source),
                             chase_set_diagram_node (diagram, cell->target)))
    {
      chase_set_map_free (edge.map);
      return FALSE;
    }
  g_array_append_val (diagram->edges, edge);
  g_ptr_array_add (diagram->terms, g_steal_pointer (&term));
  return TRUE;
}

static gboolean
add_cells (const Reading *reading, ChaseSetDiagram *diagram)
{
  for (guint32 i = 0; i < reading->drawn->n_nodes; i++)
    if (!add_node (reading, diagram, chase_diagram_get_cell (reading->drawn, i)))
      return FALSE;
  for (guint32 i = reading->drawn->n_nodes; i < reading->drawn->cells->len; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (reading->drawn, i);

      if (cell->level == 1 && cell->style->form == CHASE_EDGE_ARROW
          && !add_edge (reading, diagram, cell))
        return FALSE;
    }
  return TRUE;
}

ChaseSetDiagram *
chase_set_diagram_new (ChaseTheory *theory, ChaseItem *item, ChaseEnumerate enumerate,
                       gpointer data)
{
  g_autoptr (ChaseSetDiagram) diagram = NULL;
  Reading reading = { theory, NULL, NULL, enumerate, data };

  if (item->kind != CHASE_ITEM_DIAGRAM || item->view != CHASE_VIEW_NONE || item->to == NULL)
    return NULL;
  reading.category = chase_theory_meaning (theory, item);
  if (!chase_category_of_sets (reading.category))
    return NULL;
  reading.drawn = g_hash_table_lookup (theory->diagrams, item);
  diagram = g_new0 (ChaseSetDiagram, 1);
  diagram->category = reading.category;
  diagram->base = chase_category_sets_base (reading.category);
  diagram->terms = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_term_unref);
  diagram->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_sets_free);
  diagram->edges = g_array_new (FALSE, FALSE, sizeof (ChaseSetEdge));
  return add_cells (&reading, diagram) ? g_steal_pointer (&diagram) : NULL;
}
