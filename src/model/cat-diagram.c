/* SPDX-License-Identifier: MIT */
#include "model/cat-diagram.h"

#include "model/theory-private.h"

static void
clear_edge (gpointer data)
{
  chase_term_unref (((ChaseCatEdge *)data)->term);
}

void
chase_cat_diagram_free (ChaseCatDiagram *diagram)
{
  if (diagram == NULL)
    return;
  g_ptr_array_unref (diagram->nodes);
  g_array_unref (diagram->edges);
  g_free (diagram);
}

const ChaseCatEdge *
chase_cat_diagram_edge (const ChaseCatDiagram *diagram, guint32 edge)
{
  return &g_array_index (diagram->edges, ChaseCatEdge, edge);
}

/* What @cell shows: its value, or what has its name. Caller owns the term. */
static ChaseTerm *
shown_by (const ChaseCell *cell)
{
  if (cell->value != NULL)
    return chase_term_ref ((ChaseTerm *)cell->value);
  return cell->name != NULL ? chase_term_new_name (cell->name) : NULL;
}

static gboolean
add_cell (ChaseTheory *theory, ChaseCatDiagram *diagram, const ChaseCell *cell)
{
  g_autoptr (ChaseTerm) term = shown_by (cell);
  ChaseCatEdge edge = { cell->source, cell->target, cell->name, NULL };
  const ChaseCategory *category;

  if (cell->level == 0)
    {
      category = term != NULL ? chase_theory_category (theory, term, NULL) : NULL;
      g_ptr_array_add (diagram->nodes, (gpointer)category);
      return category != NULL;
    }
  if (!chase_cell_is_arrow (cell))
    return TRUE;
  if (term == NULL
      || chase_theory_functor (theory, term, g_ptr_array_index (diagram->nodes, cell->source),
                               g_ptr_array_index (diagram->nodes, cell->target), NULL)
             == NULL)
    return FALSE;
  edge.term = g_steal_pointer (&term);
  g_array_append_val (diagram->edges, edge);
  return TRUE;
}

ChaseCatDiagram *
chase_cat_diagram_new (ChaseTheory *theory, ChaseItem *item)
{
  g_autoptr (ChaseCatDiagram) diagram = NULL;
  const ChaseCategory *category;
  const ChaseDiagram *drawn;

  if (item->kind != CHASE_ITEM_DIAGRAM || item->view != CHASE_VIEW_NONE || item->to == NULL)
    return NULL;
  category = chase_theory_meaning (theory, item);
  if (category == NULL || category->kind != CHASE_CATEGORY_ALL)
    return NULL;
  drawn = g_hash_table_lookup (theory->diagrams, item);
  diagram = g_new0 (ChaseCatDiagram, 1);
  diagram->nodes = g_ptr_array_new ();
  diagram->edges = g_array_new (FALSE, FALSE, sizeof (ChaseCatEdge));
  g_array_set_clear_func (diagram->edges, clear_edge);
  for (guint32 i = 0; i < drawn->cells->len; i++)
    if (!add_cell (theory, diagram, chase_diagram_get_cell (drawn, i)))
      return NULL;
  return g_steal_pointer (&diagram);
}

const ChaseFunctor *
chase_cat_diagram_path (ChaseTheory *theory, const ChaseCatDiagram *diagram, const guint32 *edges,
                        guint n)
{
  g_autofree ChaseTerm **terms = g_new (ChaseTerm *, n + 1);
  g_autoptr (ChaseTerm) whole = NULL;

  for (guint i = 0; i < n; i++)
    terms[i] = chase_cat_diagram_edge (diagram, edges[i])->term;
  whole = n == 1 ? chase_term_ref (terms[0]) : chase_term_new (CHASE_TERM_THEN, terms, n, 0);
  return chase_theory_functor (theory, whole, NULL, NULL, NULL);
}
