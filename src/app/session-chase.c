/* SPDX-License-Identifier: MIT */
#include "app/session-private.h"

/* Appends @cell, unless it is there. */
static void
meet (GArray *cells, guint8 *met, guint32 cell)
{
  if (met[cell])
    return;
  met[cell] = TRUE;
  g_array_append_val (cells, cell);
}

/* The element arrows out of each node. */
static GArray **
arrows_out (const ChaseDiagram *diagram)
{
  GArray **out = g_new0 (GArray *, diagram->n_nodes + 1);

  for (guint32 i = diagram->n_nodes; i < chase_diagram_n_cells (diagram); i++)
    {
      const ChaseCell *arrow = chase_diagram_get_cell (diagram, i);

      if (arrow->source >= diagram->n_nodes || arrow->target >= diagram->n_nodes)
        continue;
      if (out[arrow->source] == NULL)
        out[arrow->source] = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_array_append_val (out[arrow->source], i);
    }
  return out;
}

GArray *
chase_session_chased_cells (ChaseSession *session)
{
  ChaseDiagram *diagram = chase_session_get_diagram (session);
  guint32 element = chase_session_get_single (session);
  g_autofree guint8 *met = NULL;
  GArray **out, *cells;

  if (chase_session_get_item (session)->view != CHASE_VIEW_SETS || element >= diagram->n_nodes)
    return NULL;
  met = g_new0 (guint8, chase_diagram_n_cells (diagram) + 1);
  cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  out = arrows_out (diagram);
  meet (cells, met, element);
  for (guint i = 0; i < cells->len; i++)
    {
      guint32 cell = g_array_index (cells, guint32, i);

      if (cell >= diagram->n_nodes)
        meet (cells, met, chase_diagram_get_cell (diagram, cell)->target);
      else
        for (guint k = 0; out[cell] != NULL && k < out[cell]->len; k++)
          meet (cells, met, g_array_index (out[cell], guint32, k));
    }
  for (guint32 i = 0; i < diagram->n_nodes; i++)
    g_clear_pointer (&out[i], g_array_unref);
  g_free (out);
  return cells;
}
