/* SPDX-License-Identifier: MIT */
#include "app/selected-style.h"

#include "app/style-choices.h"

const ChaseStyle *
chase_selected_style (ChaseSession *session, gboolean *arrow)
{
  ChaseDiagram *diagram = chase_session_get_diagram (session);
  guint n, count = chase_diagram_n_cells (diagram);
  const guint32 *cells = chase_session_get_selection (session, &n);
  const ChaseStyle *style = NULL;

  *arrow = FALSE;
  for (guint i = 0; i < n; i++)
    {
      const ChaseCell *cell = cells[i] < count ? chase_diagram_get_cell (diagram, cells[i]) : NULL;

      if (cell == NULL || (*arrow && cell->level == 0))
        continue;
      if (style == NULL || (cell->level > 0 && !*arrow))
        style = cell->style;
      *arrow = *arrow || cell->level > 0;
    }
  return style;
}

gboolean
chase_selected_is_loop (ChaseSession *session)
{
  ChaseDiagram *diagram = chase_session_get_diagram (session);
  guint32 single = chase_session_get_single (session);
  const ChaseCell *cell
      = single < chase_diagram_n_cells (diagram) ? chase_diagram_get_cell (diagram, single) : NULL;

  return cell != NULL && cell->level > 0 && cell->source == cell->target;
}

/* Of more that is selected only so much is looked at. */
#define COMPARED_MAX 100

GPtrArray *
chase_selected_cells (ChaseSession *session, gboolean arrows)
{
  ChaseDiagram *diagram = chase_session_get_diagram (session);
  guint n, count = chase_diagram_n_cells (diagram);
  const guint32 *selected = chase_session_get_selection (session, &n);
  GPtrArray *cells = g_ptr_array_new ();

  for (guint i = 0; i < n && cells->len < COMPARED_MAX; i++)
    {
      const ChaseCell *cell
          = selected[i] < count ? chase_diagram_get_cell (diagram, selected[i]) : NULL;

      if (cell != NULL && (cell->level > 0) == arrows)
        g_ptr_array_add (cells, (gpointer)cell);
    }
  return cells;
}

gboolean
chase_cells_all_have (const GPtrArray *cells, const char *key, const char *word)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const ChaseCell *cell = g_ptr_array_index (cells, i);

      if (!chase_style_has (cell->style, cell->level, key, word))
        return FALSE;
    }
  return cells->len > 0;
}

gboolean
chase_cells_some_have_outlines (const GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (!chase_style_has (((const ChaseCell *)g_ptr_array_index (cells, i))->style, 0, "outline",
                          "none"))
      return TRUE;
  return FALSE;
}

gboolean
chase_selected_has_two_cell (ChaseSession *session)
{
  ChaseDiagram *diagram = chase_session_get_diagram (session);
  guint n, count = chase_diagram_n_cells (diagram);
  const guint32 *cells = chase_session_get_selection (session, &n);

  for (guint i = 0; i < n; i++)
    if (cells[i] < count && chase_diagram_get_cell (diagram, cells[i])->level > 1)
      return TRUE;
  return FALSE;
}
