/* SPDX-License-Identifier: MIT */
#include "app/session-actions.h"
#include "app/session-private.h"

#include "app/placing.h"

#include <glib/gi18n.h>
#include <math.h>

guint32
chase_session_add_object (ChaseSession *session, double column, double row)
{
  g_autoptr (GArray) select = chase_handles_new ();
  ChaseEdit *edit = chase_session_edit (session);

  if (edit == NULL)
    return G_MAXUINT32;
  chase_handles_add (select, chase_edit_add_node (edit, "", column, row));
  chase_session_commit (session, edit, _ ("Add Object"), NULL, select);
  return g_array_index (select, guint32, 0);
}

static guint
handle_of_end (ChaseSession *session, ChaseEdit *edit, const ChaseEnd *end, gboolean *made)
{
  guint there;

  if (end->cell != G_MAXUINT32)
    return chase_session_statement (session, end->cell);
  there = chase_edit_node_at (edit, end->column, end->row);
  *made = there == CHASE_NO_HANDLE;
  return *made ? chase_edit_add_node (edit, "", end->column, end->row) : there;
}

GArray *
chase_session_connect (ChaseSession *session, const ChaseEnd *from, const ChaseEnd *to)
{
  GArray *waiting = chase_handles_new ();
  gboolean made[2] = { FALSE, FALSE };
  ChaseEdit *edit = chase_session_edit (session);
  guint source, target, arrow;

  if (edit == NULL)
    return waiting;
  source = handle_of_end (session, edit, from, &made[0]);
  target = handle_of_end (session, edit, to, &made[1]);
  arrow = chase_edit_add_arrow (edit, source, target, "");
  if (made[0])
    chase_handles_add (waiting, source);
  chase_handles_add (waiting, arrow);
  if (made[1])
    chase_handles_add (waiting, target);
  {
    g_autoptr (GArray) select = chase_handles_new ();

    chase_handles_add (select, arrow);
    chase_handles_add (select, source);
    chase_handles_add (select, target);
    /* The extra entries only translate the handles into cells. */
    chase_session_commit (session, edit, _ ("Draw Arrow"), NULL, select);
    for (guint i = 0; i < waiting->len; i++)
      {
        guint *entry = &g_array_index (waiting, guint, i);

        *entry = g_array_index (select, guint, *entry == arrow ? 0 : *entry == source ? 1 : 2);
      }
    chase_session_select (session, chase_handles_data (select), 1);
  }
  return waiting;
}

void
chase_session_drag_to (ChaseSession *session, double columns, double rows)
{
  ChaseDiagram *diagram;
  const guint32 *selected;
  guint n_selected;
  g_autofree double *positions = NULL;
  g_autoptr (ChaseDiagram) moved = NULL;

  chase_session_preview (session, NULL);
  diagram = chase_session_get_diagram (session);
  selected = chase_session_get_selection (session, &n_selected);
  positions = g_new (double, 2 * diagram->n_nodes + 1);
  for (guint32 i = 0; i < diagram->n_nodes; i++)
    {
      positions[2 * i] = chase_diagram_get_cell (diagram, i)->x;
      positions[2 * i + 1] = chase_diagram_get_cell (diagram, i)->y;
    }
  for (guint i = 0; i < n_selected; i++)
    if (selected[i] < diagram->n_nodes)
      {
        positions[2 * selected[i]] += columns;
        positions[2 * selected[i] + 1] += rows;
      }
  moved = chase_diagram_with_positions (diagram, positions);
  chase_session_preview (session, moved);
}

/* TRUE when no moved object has come to where another stands. */
static gboolean
has_room (ChaseSession *session, const ChaseEdit *edit)
{
  ChaseDiagram *diagram = chase_session_get_diagram (session);

  for (guint32 i = 0; i < diagram->n_nodes; i++)
    {
      guint handle = chase_session_statement (session, i);
      const ChaseStatement *node = chase_edit_get (edit, handle);

      if (!chase_session_is_selected (session, i))
        continue;
      for (guint32 j = 0; j < diagram->n_nodes; j++)
        {
          const ChaseStatement *other = chase_edit_get (edit, chase_session_statement (session, j));

          if (i != j && fabs (other->x - node->x) < 0.25 && fabs (other->y - node->y) < 0.25)
            return FALSE;
        }
    }
  return TRUE;
}

static void
move (ChaseSession *session, double columns, double rows, const char *merge)
{
  g_autoptr (GArray) selected = chase_session_selected_statements (session);
  ChaseEdit *edit = selected->len > 0 ? chase_session_edit (session) : NULL;

  if (edit == NULL)
    return;
  chase_edit_move (edit, chase_handles_data (selected), selected->len, columns, rows);
  if (!has_room (session, edit))
    {
      chase_edit_free (edit);
      chase_session_report (session, _ ("There is an object already"));
      return;
    }
  chase_session_commit (session, edit, _ ("Move"), merge, selected);
}

void
chase_session_drop (ChaseSession *session, double columns, double rows)
{
  chase_session_preview (session, NULL);
  if (columns != 0 || rows != 0)
    move (session, columns, rows, NULL);
}

void
chase_session_nudge (ChaseSession *session, double columns, double rows)
{
  move (session, columns, rows, "nudge");
}

void
chase_session_delete (ChaseSession *session)
{
  g_autoptr (GArray) selected = chase_session_selected_statements (session);
  g_autoptr (GArray) none = chase_handles_new ();
  ChaseEdit *edit = NULL;

  if (session->selection->len > 0 && !chase_session_delete_elements (session))
    edit = chase_session_edit (session);
  if (edit == NULL)
    return;
  chase_edit_delete (edit, chase_handles_data (selected), selected->len);
  chase_session_commit (session, edit, _ ("Delete"), NULL, none);
}

/* The selection, or all where nothing is selected. */
static GArray *
selected_or_all (ChaseSession *session)
{
  GArray *statements = chase_session_selected_statements (session);
  guint n = chase_diagram_n_cells (chase_session_get_diagram (session));

  if (statements->len > 0)
    return statements;
  for (guint32 i = 0; i < n; i++)
    chase_handles_add (statements, chase_session_statement (session, i));
  return statements;
}

void
chase_session_turn (ChaseSession *session, ChaseTurn turn)
{
  g_autoptr (GArray) statements = selected_or_all (session);
  ChaseEdit *edit = statements->len > 0 ? chase_session_edit (session) : NULL;

  if (edit == NULL)
    return;
  chase_edit_turn (edit, chase_handles_data (statements), statements->len, turn);
  chase_session_commit (session, edit, turn <= CHASE_TURN_TRANSPOSE ? _ ("Mirror") : _ ("Rotate"),
                        NULL, NULL);
}

typedef struct
{
  ChaseSession *session;
  ChaseDiagram *diagram; /* as it was when the layout was asked for */
} Tidying;

static void
tidied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Tidying *tidying = data;
  g_autoptr (ChaseSession) session = tidying->session;
  g_autoptr (ChaseDiagram) before = tidying->diagram;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChaseDiagram) after = chase_place_finish (result, &error);
  ChaseEdit *edit;

  if (after == NULL)
    chase_session_report (session, _ ("The diagram could not be laid out: %s"), error->message);
  if (after == NULL || before != chase_session_get_diagram (session))
    return; /* it may have been edited in the meantime */
  edit = chase_session_edit (session);
  for (guint32 i = 0; edit != NULL && i < after->n_nodes; i++)
    {
      const ChaseCell *node = chase_diagram_get_cell (after, i);

      chase_edit_place (edit, node->statement, node->x, node->y);
    }
  if (edit != NULL)
    chase_session_commit (session, edit, _ ("Tidy Up"), NULL, NULL);
}

void
chase_session_tidy (ChaseSession *session)
{
  Tidying *tidying = g_new0 (Tidying, 1);

  tidying->session = g_object_ref (session);
  tidying->diagram = chase_diagram_ref (chase_session_get_diagram (session));
  chase_place_async (chase_session_get_document (session), chase_session_get_item (session),
                     tidying->diagram, TRUE, NULL, tidied, tidying);
}
