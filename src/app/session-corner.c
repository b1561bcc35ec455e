/* SPDX-License-Identifier: MIT */
#include "app/session-actions.h"
#include "app/session-private.h"

#include <glib/gi18n.h>

/* The ends of a face: where its two ways part, and where they meet. */
static gboolean
ends_of_face (ChaseSession *session, guint index, guint *source, guint *sink)
{
  ChaseVerdicts *verdicts = chase_session_get_verdicts (session);
  const ChaseFaceVerdict *face = verdicts != NULL && index < verdicts->faces->len
                                     ? chase_verdicts_face (verdicts, index)
                                     : NULL;
  const ChaseCell *first, *last;

  if (face == NULL || face->n_left == 0 || face->n_right == 0)
    return FALSE;
  first = chase_diagram_get_cell (session->diagram, face->left[0]);
  last = chase_diagram_get_cell (session->diagram, face->left[face->n_left - 1]);
  *source = chase_session_statement (session, first->source);
  *sink = chase_session_statement (session, last->target);
  return *source != *sink;
}

gboolean
chase_session_may_mark_corner (ChaseSession *session)
{
  guint32 single = chase_session_get_single (session);
  guint n_arrows = 0;

  if (!chase_session_is_editable (session))
    return FALSE;
  if (single == G_MAXUINT32)
    return chase_session_selected_face (session) != G_MAXUINT;
  for (guint32 i = session->diagram->n_nodes; i < chase_diagram_n_cells (session->diagram); i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (session->diagram, i);

      n_arrows += chase_cell_is_arrow (cell) && (cell->source == single || cell->target == single);
    }
  return n_arrows >= 2;
}

void
chase_session_mark_corner (ChaseSession *session, gboolean pushout, guint face)
{
  g_autoptr (GArray) selected = chase_session_selected_statements (session);
  ChaseEdit *edit = chase_session_edit (session);
  guint source, sink, at, towards, sign;

  if (edit == NULL)
    return;
  if (!ends_of_face (session, face, &source, &sink)
      && !chase_edit_find_square (edit, chase_handles_data (selected), selected->len, pushout,
                                  &source, &sink))
    {
      chase_edit_free (edit);
      chase_session_report (session, _ ("Select an object of a square, or the arrows of a face"));
      return;
    }
  at = pushout ? sink : source;
  towards = pushout ? source : sink;
  sign = chase_edit_find_corner (edit, at, towards);
  if (sign != CHASE_NO_HANDLE)
    chase_edit_delete (edit, &sign, 1);
  else
    chase_edit_add_corner (edit, at, towards);
  chase_session_commit (session, edit,
                        sign != CHASE_NO_HANDLE ? _ ("Remove Corner")
                        : pushout               ? _ ("Mark Pushout")
                                                : _ ("Mark Pullback"),
                        NULL, selected);
}
