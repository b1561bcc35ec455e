/* SPDX-License-Identifier: MIT */
#include "app/session-private.h"
#include "app/session-actions.h"

const guint32 *
chase_session_get_selection (ChaseSession *session, guint *n)
{
  *n = session->selection->len;
  return (const guint32 *)(gpointer)session->selection->data;
}

gboolean
chase_session_is_selected (ChaseSession *session, guint32 cell)
{
  for (guint i = 0; i < session->selection->len; i++)
    if (g_array_index (session->selection, guint32, i) == cell)
      return TRUE;
  return FALSE;
}

GArray *
chase_session_selected_statements (ChaseSession *session)
{
  GArray *statements = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < session->selection->len; i++)
    {
      guint32 cell = g_array_index (session->selection, guint32, i);
      guint statement = chase_session_statement (session, cell);

      if (statement != G_MAXUINT)
        g_array_append_val (statements, statement);
    }
  return statements;
}

/* What the history keeps with a state: the diagram that was edited, and what was selected in it. */
GVariant *
chase_session_view_variant (ChaseSession *session, const GArray *statements)
{
  return g_variant_new ("(u@au)", session->shown,
                        g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32, statements->data,
                                                   statements->len, sizeof (guint)));
}

guint
chase_session_shown_in_history (ChaseSession *session)
{
  GVariant *kept = chase_history_get_selection (session->history);
  guint shown = session->shown;

  if (kept != NULL)
    g_variant_get_child (kept, 0, "u", &shown);
  return shown;
}

static void
selection_changed (ChaseSession *session)
{
  g_autoptr (GArray) statements = chase_session_selected_statements (session);

  chase_history_seal (session->history);
  if (chase_session_shown_in_history (session) == session->shown)
    chase_history_set_selection (session->history,
                                 chase_session_view_variant (session, statements));
  chase_session_emit (session, CHASE_SESSION_SELECTED);
}

void
chase_session_select (ChaseSession *session, const guint32 *cells, guint n)
{
  gboolean same = n == session->selection->len;

  for (guint i = 0; same && i < n; i++)
    same = g_array_index (session->selection, guint32, i) == cells[i];
  if (same)
    return;
  g_array_set_size (session->selection, 0);
  g_array_append_vals (session->selection, cells, n);
  selection_changed (session);
}

void
chase_session_toggle (ChaseSession *session, guint32 cell)
{
  for (guint i = 0; i < session->selection->len; i++)
    if (g_array_index (session->selection, guint32, i) == cell)
      {
        g_array_remove_index (session->selection, i);
        selection_changed (session);
        return;
      }
  g_array_append_val (session->selection, cell);
  selection_changed (session);
}

guint32
chase_session_get_single (ChaseSession *session)
{
  return session->selection->len == 1 ? g_array_index (session->selection, guint32, 0)
                                      : G_MAXUINT32;
}

guint
chase_session_statement (ChaseSession *session, guint32 cell)
{
  return cell < chase_diagram_n_cells (session->diagram)
             ? chase_diagram_get_cell (session->diagram, cell)->statement
             : G_MAXUINT;
}

/* The cells that come from @statements, in the diagram as it is now. */
void
chase_session_select_statements (ChaseSession *session, const guint *statements, gsize n)
{
  g_array_set_size (session->selection, 0);
  for (gsize i = 0; i < n; i++)
    {
      guint32 cell = chase_diagram_find_statement (session->diagram, statements[i]);

      if (cell != G_MAXUINT32 && !chase_session_is_selected (session, cell))
        g_array_append_val (session->selection, cell);
    }
}

void
chase_session_select_all (ChaseSession *session)
{
  guint n = chase_diagram_n_cells (chase_session_get_diagram (session));
  g_autofree guint32 *cells = g_new (guint32, n + 1);

  for (guint32 i = 0; i < n; i++)
    cells[i] = i;
  chase_session_select (session, cells, n);
}

void
chase_session_select_none (ChaseSession *session)
{
  chase_session_select (session, NULL, 0);
}

void
chase_session_select_connected (ChaseSession *session)
{
  ChaseDiagram *diagram = chase_session_get_diagram (session);
  guint n = chase_diagram_n_cells (diagram), n_marked = 0;
  g_autofree guint8 *marked = g_new0 (guint8, n + 1);
  g_autofree guint32 *cells = g_new (guint32, n + 1);
  gboolean more = TRUE;

  for (guint32 i = 0; i < n; i++)
    marked[i] = chase_session_is_selected (session, i);
  while (more)
    {
      more = FALSE;
      for (guint32 i = 0; i < n; i++)
        {
          const ChaseCell *cell = chase_diagram_get_cell (diagram, i);
          guint sum = cell->level > 0 ? marked[i] + marked[cell->source] + marked[cell->target] : 0;

          if (sum == 0 || sum == 3)
            continue;
          marked[i] = marked[cell->source] = marked[cell->target] = 1;
          more = TRUE;
        }
    }
  for (guint32 i = 0; i < n; i++)
    if (marked[i])
      cells[n_marked++] = i;
  chase_session_select (session, cells, n_marked);
}
